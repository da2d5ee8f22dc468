import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { waysOf } from '../../../src/cli/policy-check/conflicts/atoms.js'
import { shrink } from '../../../src/cli/policy-check/conflicts/shrink.js'
import { satisfy } from '../../../src/cli/policy-check/conflicts/solve.js'
import { examine } from '../../../src/cli/policy-check/examine.js'
import { load } from '../../../src/cli/policy-check/load.js'
import type { JsonObject } from '../../../src/core/json.js'
import { EmbeddedOpa } from '../../../src/pdp/local/embedded-opa.js'
import type { AnalyzedRule } from '../../../src/pdp/local/protocol.js'
import { aFolder, CHECK, CONFIG, type Files, removeFolders, SOUND, toolsIn } from './support.js'

/** Rules that contradict each other, each shown with the least input that it takes. */

const opa = new EmbeddedOpa(toolsIn('/').parts.childOptions)
afterAll(() => opa.close())
afterEach(removeFolders)

async function check(files: Files) {
  const cwd = aFolder(files)
  const tools = toolsIn(cwd)
  return examine(await load({ paths: [] }, tools), undefined, opa, tools)
}
const found = async (files: Files, rule: string) => (await check(files)).findings.filter((one) => one.rule === rule)
const plus = (text: string): Files => ({ ...SOUND, 'policies/check.rego': `${CHECK}\n${text}` })

describe('what one rule allows and another one denies', () => {
  test.each([
    {
      name: 'two facts of the input',
      text: 'deny contains "frozen" if "freeze" in input.pullRequest.labels\n',
      says: 'allowed on line 5 allows and deny on line 7 denies for one input (frozen)',
      input: { actor: { roles: ['admin'] }, pullRequest: { labels: ['freeze'] } },
    },
    {
      name: 'through rules and functions of their own',
      text: 'deny contains "no" if is_odd(input.check.resource.path)\n\nis_odd(path) if endswith(path, ".pem")\n',
      says: 'deny on line 7 denies',
      input: { check: { resource: { path: 'x.pem' } }, actor: { roles: ['admin'] } },
    },
    {
      name: 'what no step of the config is, and no generated person does',
      text: 'deny contains "dear" if {\n  input.check.action == "llm_call"\n  input.check.estimatedCostUsd > 5000000\n}\n',
      says: 'deny on line 7 denies',
      input: { check: { action: 'llm_call', estimatedCostUsd: 5_000_001 }, actor: { roles: ['admin'] } },
    },
    {
      name: 'an element of a list',
      text: 'deny contains "secret" if {\n  some file in input.pullRequest.files\n  startswith(file.path, "secrets/")\n}\n',
      says: 'deny on line 7 denies',
      input: { actor: { roles: ['admin'] }, pullRequest: { files: [{ path: 'secrets/' }] } },
    },
  ])('$name', async ({ text, says, input }) => {
    const [first, ...rest] = await found(plus(text), 'conflict-allow-deny')
    expect(first).toMatchObject({
      level: 'notice',
      path: 'policies/check.rego',
      line: 7,
      message: expect.stringContaining(says),
    })
    expect(first?.input).toEqual(input)
    expect(rest).toEqual([])
  })

  test.each([
    ['they exclude each other', plus('deny contains "x" if not "admin" in input.actor.roles\n')],
    [
      'everything is allowed that nobody denies',
      {
        ...SOUND,
        'policies/check.rego':
          'package visor.check.execute\n\ndefault allowed := true\n\ndeny contains "frozen" if "freeze" in input.pullRequest.labels\n',
      },
    ],
    ['nothing is denied', SOUND],
  ])('is none where %s', async (_name, files) => {
    expect(await found(files, 'conflict-allow-deny')).toEqual([])
  })
})

/** As a policy in YAML looks once it is Rego. */
const made = (name: string, rule: string, condition: string, effect: string) => ({
  path: `policies/${name}.yaml.${name}.rego`,
  version: 'v1' as const,
  madeFrom: `policies/${name}.yaml`,
  text: `# made from policies/${name}.yaml
package stepgate.policies.${name}

has_1 if _ = input.check

# ${JSON.stringify(rule)}, line 7: ${effect.startsWith('allowing') ? 'allow' : 'deny'}

rule_1 := verdict if {
	has_1
	holds := ${condition}
	verdict := holds != false
}

${effect}
`,
})
const allows = `allowing if rule_1 == true

answer := {"allow": allowing, "deny": []}
`
const denies = (
  rule: string,
) => `deny contains {"rule": ${JSON.stringify(rule)}, "message": "not with files"} if rule_1 == true

answer := {"deny": deny}
`

async function checkMade(...generated: readonly ReturnType<typeof made>[]) {
  const tools = toolsIn(aFolder(SOUND))
  const loaded = await load({ paths: [] }, tools)
  return (await examine({ ...loaded, generated }, undefined, opa, tools)).findings
}

describe('policies in YAML', () => {
  test('that contradict each other', async () => {
    const found = await checkMade(
      made('a', 'helpers', 'input.check.agent == "helper"', allows),
      made('b', 'files', 'input.check.action == "file_write"', denies('files')),
    )
    expect(found).toMatchObject([
      {
        rule: 'conflict-allow-deny',
        level: 'warning',
        message:
          '"helpers" on line 7 of the policy "a" of policies/a.yaml allows and "files" on line 7 of the policy "b" of policies/b.yaml denies for one input (not with files)',
        path: 'policies/b.yaml',
        line: 7,
        input: { check: { agent: 'helper', action: 'file_write' } },
      },
    ])
  })

  test('that do not, and that none allows is no contradiction', async () => {
    const found = await checkMade(
      made('a', 'helpers', 'input.check.agent == "helper"', allows),
      made('b', 'others', 'input.check.agent == "other"', denies('others')),
      made('c', 'no', 'input.check.action == "file_write"', denies('not_allowed')),
    )
    expect(found).toEqual([])
  })

  test('that ask for approvals which nobody can give', async () => {
    const asks = `answer := {"approve": {{"rule": "two", "message": "two", "approvals": {"count": 2, "users": ["ann"]}} | rule_1}}`
    expect(await checkMade(made('a', 'two', 'input.check.action == "pay"', asks))).toMatchObject([
      {
        rule: 'approvals-unmeetable',
        level: 'warning',
        message: 'the rule "two" of the policy "a" asks for the approval of 2, and ann alone may give it',
        path: 'policies/a.yaml',
        line: 7,
        input: { check: { action: 'pay' } },
      },
    ])
  })

  test('a hundred of them are looked through, and the first ten contradictions are told', async () => {
    const many = Array.from({ length: 50 }, (_, i) => [
      made(`a${i}`, 'x', `input.check.agent == "agent${i}"`, allows),
      made(`b${i}`, 'y', `input.check.action == "action${i}"`, denies('y')),
    ]).flat()
    const found = await checkMade(...many)
    expect(found.filter(({ rule }) => rule === 'conflict-allow-deny').length).toBe(10)
  })
})

describe('approvals that nobody can give', () => {
  const ROLES = '    admin: { author_association: [OWNER] }\n    heads: { users: [ann, Bob] }\n'
  const withApprovals = (approvals: string): Files => ({
    ...SOUND,
    '.visor.yaml': CONFIG.replace('    admin: { author_association: [OWNER] }\n', ROLES).replace(
      '{ type: command }',
      `{ policy: { approvals: ${approvals} } }`,
    ),
  })
  test.each([
    ['{ count: 2, users: [ann] }', 'warning', 'asks for the approval of 2, and ann alone may give it'],
    ['{ count: 2, users: [ann, ANN] }', 'warning', 'and ann alone'],
    ['{ count: 3, roles: [heads], users: [ann] }', 'warning', 'and ann, bob alone'],
    ['{ users: [ann] }', 'notice', 'whoever of ann opens the pull request may not approve it'],
    ['{ count: 2, roles: [heads] }', 'notice', 'whoever of ann, bob opens'],
  ])('%s', async (approvals, level, says) => {
    const all = await found(withApprovals(approvals), 'approvals-unmeetable')
    expect(all).toMatchObject([{ level, path: '.visor.yaml', message: expect.stringContaining(says) }])
    if (level === 'notice') expect(all[0]?.input).toEqual({ pullRequest: { author: 'ann' } })
  })
  test.each([
    '{ count: 2, users: [ann, bob, cleo] }',
    '{ count: 2, roles: [admin] }',
    '{ count: 2, users: [ann], teams: [sre] }',
  ])('%s can be met', async (approvals) => {
    expect(await found(withApprovals(approvals), 'approvals-unmeetable')).toEqual([])
  })
})

describe('a rule that another one stands before', () => {
  test.each([
    [
      'the same element of a set',
      'deny contains "x" if input.pullRequest.draft\n\ndeny contains "x" if { input.pullRequest.draft; input.pullRequest.fork }\n',
      9,
      'the one on line 7 says "x" already',
    ],
    [
      'what is allowed and always denied',
      'allowed if { input.pullRequest.draft; input.check.id == "a" }\n\ndeny contains "x" if input.pullRequest.draft\n',
      7,
      'deny on line 9 denies',
    ],
  ])('%s', async (_name, text, line, says) => {
    expect(await found(plus(text), 'unreachable-rule')).toMatchObject([
      { line, message: expect.stringContaining(says) },
    ])
  })
  test('two elements are two', async () => {
    const text =
      'deny contains "x" if input.pullRequest.draft\n\ndeny contains "y" if { input.pullRequest.draft; input.pullRequest.fork }\n'
    expect(await found(plus(text), 'unreachable-rule')).toEqual([])
  })
})

describe('conditions that never hold together', () => {
  test.each([
    ['false', 'the condition false'],
    ['input.check.id == "a"; input.check.id == "b"', 'input.check.id cannot be "a" and "b"'],
    ['input.pullRequest.draft; not input.pullRequest.draft', 'and for its contrary'],
    ['input.check.id == "a"; input.check.id != "a"', 'cannot be "a" and something else'],
  ])('%s', async (body, says) => {
    expect(await found(plus(`allowed if { ${body} }\n`), 'never-holds')).toMatchObject([
      { line: 7, message: expect.stringContaining(says) },
    ])
  })
  test('an element may be one thing and another element another', async () => {
    const body = 'input.pullRequest.labels[_] == "a"; input.pullRequest.labels[_] == "b"'
    expect(await found(plus(`allowed if { ${body} }\n`), 'never-holds')).toEqual([])
  })
})

const aRule = (body: readonly string[]): AnalyzedRule => ({
  ...{ file: 'a.rego', row: 1, col: 1, endRow: 1, endCol: 2, package: 'a', name: 'x', kind: 'complete' },
  ...{ isDefault: false, isElse: false, args: [], body, sortedBody: body, value: 'true', valueIsConstant: true },
  ...{ alwaysTrue: false, hasVariables: false },
})

describe('an input for a body', () => {
  test.each<[readonly string[], JsonObject]>([
    [['input.check.id == "a"', '5 < input.n'], { check: { id: 'a' }, n: 6 }],
    [['"x" in input.list', '"y" in input.list'], { list: ['x', 'y'] }],
    [['input.a.b in {"p", "q"}', 'not input.c'], { a: { b: 'p' } }],
    [['startswith(input.path, "a/")'], { path: 'a/x' }],
    [['some f in input.files', 'endswith(f.path, ".key")'], { files: [{ path: 'x.key' }] }],
    [['input.labels[_] == "x"'], { labels: ['x'] }],
    [['id := input.check.id', 'id == "z"'], { check: { id: 'z' } }],
    [['input["a b"].c != "d"'], { 'a b': { c: 'other' } }],
    [['input.__proto__.x == 1'], JSON.parse('{"__proto__":{"x":1}}')],
  ])('%j', (body, document) => {
    const [way = []] = waysOf(aRule(body), [])
    expect(satisfy({}, way)).toEqual(document)
  })
  test('there is none for what contradicts itself', () => {
    expect(satisfy({}, waysOf(aRule(['input.a == 1', 'input.a == 2']), [])[0] ?? [])).toBeUndefined()
  })
  test('what is there and does not matter is taken away', async () => {
    const document = { a: { b: 1, c: [1, 2, 3] }, d: 'x', e: { f: true } }
    const smallest = await shrink(document, async (all) =>
      all.map((one) => JSON.stringify(one).includes('2') && JSON.stringify(one).includes('"f":true')),
    )
    expect(smallest).toEqual({ a: { c: [2] }, e: { f: true } })
  })
})
