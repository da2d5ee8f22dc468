import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { type Formula, implies } from '../../../src/cli/policy-check/conflicts/formula.js'
import { examine } from '../../../src/cli/policy-check/examine.js'
import { load } from '../../../src/cli/policy-check/load.js'
import { EmbeddedOpa } from '../../../src/pdp/local/embedded-opa.js'
import { aFolder, CONFIG, removeFolders, toolsIn } from './support.js'

/** Rules of policies in YAML that change nothing, each shown with an input for which both hold. */

const opa = new EmbeddedOpa(toolsIn('/').parts.childOptions)
afterAll(() => opa.close())
afterEach(removeFolders)

type Rule = { readonly when: string; readonly effect: string; readonly more?: string }
const AI = 'check.type == "ai"'
const aPolicy = (name: string, rules: readonly Rule[], more = '') => `apiVersion: policy.orchestra.v1
kind: SecurityPolicy
metadata: { name: ${name} }
spec:
${more}  rules:
${rules.map(({ when, effect, more: rest = '' }, i) => `    - { name: ${name}-${i + 1}, rule_expr: ${when}, effect: ${effect}${rest} }`).join('\n')}
`
const quoted = (...conditions: readonly string[]) =>
  conditions.length === 1 ? `'${conditions[0]}'` : `{ all: [${conditions.map((one) => `'${one}'`).join(', ')}] }`

async function shadowsIn(...documents: readonly string[]) {
  const tools = toolsIn(aFolder({ '.visor.yaml': CONFIG, 'policies/p.yaml': documents.join('---\n') }))
  const { findings } = await examine(await load({ paths: [] }, tools), undefined, opa, tools)
  return findings.filter(({ rule }) => rule === 'rule-shadowed')
}

const DRAFT = ', modify: { mode: draft, limits: { minutes: 5 } }'
const MIA = ', approvals: { count: 1, users: [mia, max] }'
const TWO = ', approvals: { count: 2, users: [max, mia] }'

describe('a rule that changes nothing', () => {
  test.each<{ name: string; documents: readonly string[]; says: string; line: number; input: object }>([
    {
      name: 'a denial under a wider one',
      documents: [
        aPolicy('a', [
          { when: quoted(AI), effect: 'deny' },
          { when: quoted(AI, 'check.model == "x"'), effect: 'deny' },
        ]),
      ],
      says: 'the rule "a-2" of the policy "a" changes nothing: whenever it holds, "a-1" on line 6 denies already',
      line: 7,
      input: { check: { type: 'ai', model: 'x' } },
    },
    {
      name: 'the same condition, of which the first one stays',
      documents: [
        aPolicy('a', [
          { when: quoted(AI), effect: 'deny' },
          { when: quoted(AI), effect: 'deny' },
        ]),
      ],
      says: 'the rule "a-2" of the policy "a" changes nothing',
      line: 7,
      input: { check: { type: 'ai' } },
    },
    {
      name: 'one of another policy, with the narrower condition first',
      documents: [
        aPolicy('a', [{ when: quoted('check.estimatedCost > 5'), effect: 'deny' }]),
        aPolicy('b', [{ when: quoted('check.estimatedCost >= 3'), effect: 'deny' }]),
      ],
      says: 'the rule "a-1" of the policy "a" changes nothing: whenever it holds, "b-1" of the policy "b", line 13, denies already',
      line: 6,
      input: { check: { estimatedCost: 6 } },
    },
    {
      name: 'an allowance beside a wider one',
      documents: [
        aPolicy('a', [
          { when: quoted('startswith(check.model, "gpt-4")'), effect: 'allow' },
          { when: quoted('startswith(check.model, "gpt-")'), effect: 'allow' },
        ]),
      ],
      says: '"a-2" on line 7 allows already',
      line: 6,
      input: { check: { model: 'gpt-4x' } },
    },
    {
      name: 'an approval beside one that asks for more of the same people',
      documents: [
        aPolicy('a', [
          { when: `{ any: ['${AI}', 'check.type == "mcp"'] }`, effect: 'require_approval', more: TWO },
          { when: quoted('check.type == "mcp"'), effect: 'require_approval', more: MIA },
        ]),
      ],
      says: '"a-1" on line 6 asks for as much approval already',
      line: 7,
      input: { check: { type: 'mcp' } },
    },
    {
      name: 'a modification beside one that is as strict',
      documents: [
        aPolicy('a', [
          { when: `{ not: '${AI}' }`, effect: 'modify', more: DRAFT },
          {
            when: `{ all: [{ not: '${AI}' }, 'actor.login == "mia"'] }`,
            effect: 'modify',
            more: DRAFT.replace('5', '9'),
          },
        ]),
      ],
      says: '"a-1" on line 6 changes as much already',
      line: 7,
      input: { check: { type: 'other' }, actor: { login: 'mia' } },
    },
    {
      name: 'whatever is asked where it is denied',
      documents: [
        aPolicy('a', [{ when: quoted(AI, 'actor.login == "mia"'), effect: 'require_approval', more: MIA }]),
        aPolicy('b', [{ when: quoted(AI), effect: 'deny' }]),
      ],
      says: '"b-1" of the policy "b", line 13, denies already',
      line: 6,
      input: { check: { type: 'ai' }, actor: { login: 'mia' } },
    },
  ])('$name', async ({ documents, says, line, input }) => {
    expect(await shadowsIn(...documents)).toEqual([
      expect.objectContaining({ path: 'policies/p.yaml', line, message: expect.stringContaining(says), input }),
    ])
  })

  test.each<{ name: string; documents: readonly string[] }>([
    {
      name: 'the wider one only warns',
      documents: [
        aPolicy('a', [{ when: quoted(AI, 'check.model == "x"'), effect: 'deny' }]),
        aPolicy('b', [{ when: quoted(AI), effect: 'deny' }], '  enforcement: { mode: warn }\n'),
      ],
    },
    {
      name: 'the wider one is about something else',
      documents: [
        aPolicy('a', [{ when: quoted(AI, 'check.model == "x"'), effect: 'deny' }]),
        aPolicy('b', [{ when: quoted(AI), effect: 'deny' }], '  scope: [{ resource: tools }]\n'),
      ],
    },
    {
      name: 'each policy has to allow',
      documents: [
        aPolicy('a', [{ when: quoted(AI, 'check.model == "x"'), effect: 'allow' }]),
        aPolicy('b', [{ when: quoted(AI), effect: 'allow' }]),
      ],
    },
    {
      name: 'they ask different people',
      documents: [
        aPolicy('a', [
          { when: quoted(AI), effect: 'require_approval', more: TWO },
          { when: quoted(AI), effect: 'require_approval', more: ', approvals: { count: 1, users: [eve] }' },
        ]),
      ],
    },
    {
      name: 'the wider one changes less',
      documents: [
        aPolicy('a', [
          { when: quoted(AI), effect: 'modify', more: DRAFT.replace('5', '9') },
          { when: quoted(AI, 'check.model == "x"'), effect: 'modify', more: DRAFT },
        ]),
      ],
    },
    {
      name: 'neither condition contains the other',
      documents: [
        aPolicy('a', [
          { when: quoted('check.estimatedCost > 5'), effect: 'deny' },
          { when: quoted('check.estimatedCost < 7'), effect: 'deny' },
          { when: `{ any: ['${AI}', 'check.model == "x"'] }`, effect: 'deny' },
        ]),
      ],
    },
  ])('is none where $name', async ({ documents }) => {
    expect(await shadowsIn(...documents)).toEqual([])
  })
})

// What the atoms say of a number and of a text.
const ATOMS: readonly (readonly [string, (x: number, s: string) => boolean])[] = [
  ['input.x == 3', (x) => x === 3],
  ['input.x != 3', (x) => x !== 3],
  ['input.x > 3', (x) => x > 3],
  ['input.x >= 4.5', (x) => x >= 4.5],
  ['input.x < 3', (x) => x < 3],
  ['input.x <= 3', (x) => x <= 3],
  ['input.x in [3, 5]', (x) => x === 3 || x === 5],
  ['input.s == "abc"', (_, s) => s === 'abc'],
  ['input.s != "abc"', (_, s) => s !== 'abc'],
  ['startswith(input.s, "ab")', (_, s) => s.startsWith('ab')],
  ['startswith(input.s, "a")', (_, s) => s.startsWith('a')],
  ['input.s in {"ab", "x"}', (_, s) => s === 'ab' || s === 'x'],
]
const VALUES = [-1, 2, 3, 3.5, 4, 4.5, 5, 6].flatMap((x) =>
  ['', 'a', 'ab', 'abc', 'x', 'b'].map((s) => [x, s] as const),
)
const holds = (formula: Formula, x: number, s: string): boolean => {
  switch (formula.kind) {
    case 'atom':
      return ATOMS.find(([text]) => text === formula.text)?.[1](x, s) ?? false
    case 'not':
      return !holds(formula.of, x, s)
    case 'all':
      return formula.of.every((part) => holds(part, x, s))
    case 'any':
      return formula.of.some((part) => holds(part, x, s))
  }
}

test('what is said to follow does follow, for thousands of pairs', () => {
  let seed = 7
  const pick = (count: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((seed / 2 ** 31) * count)
  }
  const make = (depth: number): Formula => {
    const kind = depth === 0 ? 0 : pick(4)
    if (kind === 0) return { kind: 'atom', text: ATOMS[pick(ATOMS.length)]?.[0] ?? '' }
    if (kind === 1) return { kind: 'not', of: make(depth - 1) }
    return { kind: kind === 2 ? 'all' : 'any', of: [make(depth - 1), make(depth - 1)] }
  }
  let follows = 0
  for (let i = 0; i < 30_000; i++) {
    const [one, other] = [make(2), make(2)]
    if (!implies(one, other)) continue
    follows++
    const against = VALUES.find(([x, s]) => holds(one, x, s) && !holds(other, x, s))
    expect({ one, other, against }).toEqual({ one, other, against: undefined })
  }
  expect(follows).toBeGreaterThan(300)
})
