import { afterEach, describe, expect, test } from '@jest/globals'
import { anEngine, removeFolders, saidBy } from '../../support/opa.js'
import { aPolicy, ask, opa, readRepository } from './support.js'

afterEach(removeFolders)

const ANSWER = 'stepgate/policies/p/answer'
const deny = (condition: unknown, more: object = {}) => ({ name: 'd', effect: 'deny', condition, ...more })
const allow = (condition: string, name = 'a') => ({ name, effect: 'allow', condition })

/** What a policy says, in words: its findings by kind, and whether it allows. */
function inWords(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer
  const words = Object.entries(answer).flatMap(([key, value]) =>
    Array.isArray(value)
      ? value.map(({ rule, message }) => `${key} ${rule}${/: (.*(missing|needs))$/.exec(message)?.[1] ?? ''}`)
      : [`${key} ${JSON.stringify(value)}`],
  )
  return words.join(', ')
}

async function answersTo(rules: readonly object[], inputs: readonly object[], spec: object = {}) {
  const policies = await readRepository({ 'policies/p.yaml': aPolicy(rules, spec) })
  return (await ask(policies, ANSWER, inputs)).map(inWords)
}

describe('a condition has three outcomes', () => {
  test.each<{ condition: string; inputs: readonly [object, string][] }>([
    {
      condition: 'check.type == "ai"',
      inputs: [
        [{ check: { type: 'ai' } }, 'deny d'],
        [{ check: { type: 'x' } }, ''],
        [{ check: { type: false } }, ''],
        [{ check: {} }, 'unknown dinput.check.type is missing'],
        [{}, 'unknown dinput.check.type is missing'],
      ],
    },
    {
      // What is certainly false needs nothing more: other steps have no model.
      condition: 'check.type == "ai"\ncheck.model == "large"',
      inputs: [
        [{ check: { type: 'ai', model: 'large' } }, 'deny d'],
        [{ check: { type: 'command' } }, ''],
        [{ check: { type: 'ai' } }, 'unknown dinput.check.model is missing'],
        [{ check: { model: 'small' } }, ''],
      ],
    },
    {
      condition: 'not check.sandbox',
      inputs: [
        [{ check: { sandbox: false } }, 'deny d'],
        [{ check: { sandbox: 'docker' } }, ''],
        [{ check: {} }, 'unknown dinput.check.sandbox is missing'],
      ],
    },
    {
      condition: 'object.get(check, "sandbox", "none") == "none"',
      inputs: [
        [{ check: {} }, 'deny d'],
        [{ check: { sandbox: 'docker' } }, ''],
        [{}, 'unknown dinput.check is missing'],
      ],
    },
    {
      condition: 'startswith(check.model, "gpt")',
      inputs: [
        [{ check: { model: 'gpt-9' } }, 'deny d'],
        [{ check: { model: 'x' } }, ''],
        [{ check: { model: 9 } }, 'unknown da fact is not of the type that its condition needs'],
      ],
    },
    {
      condition: 'count([1 | agent.capabilities[_] == "db_write"]) > 0',
      inputs: [
        [{ agent: { capabilities: ['db_write'] } }, 'deny d'],
        [{ agent: { capabilities: [] } }, ''],
        [{ agent: {} }, 'unknown dinput.agent.capabilities is missing'],
      ],
    },
    {
      condition: 'some file in input.pullRequest.files\nstartswith(file.path, "db/")',
      inputs: [
        [{ pullRequest: { files: [{ path: 'a' }, { path: 'db/x' }] } }, 'deny d'],
        [{ pullRequest: { files: [{ path: 'a' }] } }, ''],
        [{ pullRequest: {} }, 'unknown dinput.pullRequest.files is missing'],
      ],
    },
    {
      condition: 'every_one := "all" in actor.roles\nnot every_one',
      inputs: [
        [{ actor: { roles: [] } }, 'deny d'],
        [{ actor: { roles: ['all'] } }, ''],
        [{ actor: {} }, 'unknown dinput.actor.roles is missing'],
      ],
    },
    {
      condition: 'cost := to_number(check.cost)\ncost > 5',
      inputs: [
        [{ check: { cost: '6' } }, 'deny d'],
        [{ check: { cost: '5' } }, ''],
        [{ check: { cost: 'x' } }, 'unknown da fact is not of the type that its condition needs'],
        [{ check: {} }, 'unknown dinput.check.cost is missing'],
      ],
    },
    {
      condition: 'count([holds | some holds in agent.verdicts; verdict := holds; verdict]) > 0',
      inputs: [
        [{ agent: { verdicts: [1] } }, 'deny d'],
        [{ agent: { verdicts: [] } }, ''],
        [{ agent: {} }, 'unknown dinput.agent.verdicts is missing'],
      ],
    },
    {
      condition: 'some limit in data.limits\ncheck.cost > limit',
      inputs: [
        [{ data: { limits: [1] }, check: { cost: 2 } }, 'deny d'],
        [{ data: { limits: [] }, check: { cost: 2 } }, ''],
        [{ data: {}, check: { cost: 2 } }, 'unknown dinput.data.limits is missing'],
      ],
    },
    { condition: 'true', inputs: [[{}, 'deny d']] },
    { condition: 'data.stepgate.parameters', inputs: [[{}, 'unknown dinput.data.stepgate.parameters is missing']] },
  ])('$condition', async ({ condition, inputs }) => {
    expect(
      await answersTo(
        [deny(condition)],
        inputs.map(([input]) => input),
      ),
    ).toEqual(inputs.map(([, is]) => is))
  })

  test('all, any and not carry them on', async () => {
    const rule_expr = { all: ['check.a', { any: ['check.b', { not: 'check.c' }] }] }
    const rule = { name: 'd', effect: 'deny', rule_expr }
    const table: readonly [object, string][] = [
      [{ a: true, b: true }, 'deny d'],
      [{ a: true, c: false }, 'deny d'],
      [{ a: false }, ''],
      [{ a: true, b: false, c: true }, ''],
      [{ b: false, c: true }, ''],
      [{ a: true, b: false }, 'unknown dinput.check.c is missing'],
      [{ b: true }, 'unknown dinput.check.a is missing, unknown dinput.check.c is missing'],
    ]
    const found = await answersTo(
      [rule],
      table.map(([check]) => ({ check })),
    )
    expect(found).toEqual(table.map(([, is]) => is))
  })
})

describe('the effects', () => {
  test('one of the rules that allow has to hold, and a denial stands beside them', async () => {
    const rules = [allow('check.a == 1', 'a'), allow('check.b == 1', 'b'), deny('check.c == 1')]
    const checks = [{ a: 1, c: 0 }, { a: 0, b: 1, c: 0 }, { a: 0, b: 0, c: 0 }, { a: 1, c: 1 }, { c: 0 }]
    expect(
      await answersTo(
        rules,
        checks.map((check) => ({ check })),
      ),
    ).toEqual([
      'allow true',
      'allow true',
      'allow false, deny not_allowed',
      'allow true, deny d',
      'allow false, deny not_allowedinput.check.a is missing, deny not_allowedinput.check.b is missing',
    ])
  })

  test('approvals are asked for with who has to give them', async () => {
    const policies = await readRepository({
      'policies/p.yaml': aPolicy([
        {
          name: 'two',
          effect: 'require_approval',
          condition: 'check.criticality == "high"',
          description: 'somebody has to look',
          severity: 'info',
          way_out: 'ask them',
          approvals: { count: 2, roles: ['maintainer'], teams: ['acme/ops'] },
        },
      ]),
    })
    const inputs = [{ check: { criticality: 'high' } }, { check: { criticality: 'low' } }, { check: {} }]
    const [asked, nothing, unknown] = await ask(policies, ANSWER, inputs)
    const approvals = { count: 2, roles: ['maintainer'], teams: ['acme/ops'] }
    const finding = { rule: 'two', message: 'somebody has to look', severity: 'info', way_out: 'ask them' }
    expect(asked).toEqual({ approve: [{ ...finding, approvals }], unknown: [] })
    expect(nothing).toEqual({ approve: [], unknown: [] })
    expect(inWords(unknown)).toBe('unknown twoinput.check.criticality is missing')
  })

  test('of several that modify, the strictest of each counts', async () => {
    const modify = (name: string, condition: string, what: object) => ({
      name,
      effect: 'modify',
      condition,
      modify: what,
    })
    const rules = [
      modify('loose', 'check.a', { mode: 'auto', limits: { cost_usd: 10.5, minutes: 30 } }),
      modify('tight', 'check.b', { mode: 'draft', limits: { cost_usd: '9.000001', llm_calls: 3 } }),
    ]
    const policies = await readRepository({ 'policies/p.yaml': aPolicy(rules) })
    const checks = [{ a: true, b: true }, { a: true, b: false }, { a: false, b: false }, { a: true }]
    const found = await ask(
      policies,
      ANSWER,
      checks.map((check) => ({ check })),
    )
    expect(found.slice(0, 3)).toEqual([
      { modify: { mode: 'draft', limits: { cost_usd: '9.000001', llm_calls: 3, minutes: 30 } }, unknown: [] },
      { modify: { mode: 'auto', limits: { cost_usd: '10.5', minutes: 30 } }, unknown: [] },
      { modify: { limits: {} }, unknown: [] },
    ])
    expect(inWords(found[3])).toContain('unknown tightinput.check.b is missing')
  })

  test('severity is that of the rule, else that of the policy, else that of its alerts', async () => {
    const severityOf = async (rule: object, spec: object) => {
      const policies = await readRepository({ 'policies/p.yaml': aPolicy([deny('true', rule)], spec) })
      const [answer] = await ask(policies, ANSWER, [{}])
      return (answer as { deny: { severity: string }[] }).deny[0]?.severity
    }
    const alerts = { alerts: [{ severity: 'info' }, { severity: 'warning' }] }
    expect(await severityOf({ severity: 'info' }, { severity: 'warning' })).toBe('info')
    expect(await severityOf({}, { severity: 'warning', monitoring: { alerts: [{ severity: 'critical' }] } })).toBe(
      'warning',
    )
    expect(await severityOf({}, { monitoring: alerts })).toBe('warning')
    expect(await severityOf({}, {})).toBe('critical')
  })
})

describe('policy rows', () => {
  const ROWS = `policies:
  - name: read-only
    scope: tool
    rule_expr: startswith(tool.methodName, "get_")
    effect: allow
  - name: admins
    description: admins may do anything
    scope: global
    rule_expr: { any: ['"admin" in actor.roles'] }
    effect: allow
  - name: no-drop
    scope: tool
    rule_expr: tool.methodName == "drop"
    effect: deny
  - name: draft
    scope: agent
    rule_expr: 'true'
    effect: modify
    modify: { mode: draft }
`
  const ask_ = async (input: object) => {
    const policies = await readRepository({ 'policies/rows.yaml': ROWS })
    return inWords((await ask(policies, 'stepgate/policies/rows/answer', [input]))[0])
  }

  test.each<{ name: string; input: object; is: string }>([
    {
      name: 'one row that allows is enough',
      input: { actor: { roles: ['admin'] }, tool: { methodName: 'x' } },
      is: 'allow true, modify {}',
    },
    {
      name: 'another one is, too',
      input: { actor: { roles: [] }, tool: { methodName: 'get_x' } },
      is: 'allow true, modify {}',
    },
    {
      name: 'a row denies whatever others allow',
      input: { actor: { roles: ['admin'] }, tool: { methodName: 'drop' } },
      is: 'allow true, deny no-drop, modify {}',
    },
    {
      name: 'a row about tools says nothing of what is none',
      input: { actor: { roles: ['admin'] } },
      is: 'allow true, modify {}',
    },
    {
      name: 'and does not allow it either',
      input: { actor: { roles: [] } },
      is: 'allow false, deny not_allowed, modify {}',
    },
    {
      name: 'a row about agents modifies for them',
      input: { actor: { roles: ['admin'] }, agent: {} },
      is: 'allow true, modify {"mode":"draft"}',
    },
  ])('$name', async ({ input, is }) => {
    expect(await ask_(input)).toBe(is)
  })

  test('only rows about tools ask nothing of a step', async () => {
    const rows = { policies: [{ name: 'r', scope: 'tool', rule_expr: 'tool.methodName == "x"', effect: 'allow' }] }
    const policies = await readRepository({ 'policies/rows.json': JSON.stringify(rows) })
    const inputs = [{ check: {} }, { tool: { methodName: 'x' } }, { tool: { methodName: 'y' } }]
    expect((await ask(policies, 'stepgate/policies/rows/answer', inputs)).map(inWords)).toEqual([
      'allow false',
      'allow true',
      'allow false, deny not_allowed',
    ])
    expect(await ask(policies, 'visor/tool/invoke', inputs.slice(1, 2))).toEqual([{ allowed: true }])
  })
})

describe('without any Rego', () => {
  const spec = (name: string, mode: string, scope?: string) => ({
    name,
    enforcement: { mode },
    ...(scope && { scope: [{ resource: scope }] }),
  })
  const ALLOWS = aPolicy([allow('check.ok == true')], spec('opens', 'strict'))
  const execute = async (check: object, ...others: readonly string[]) => {
    const texts = [ALLOWS, ...others].map((text, i) => [`policies/${i}.json`, text] as const)
    const policies = await readRepository(Object.fromEntries(texts))
    const [answer] = await ask(policies, 'visor/check/execute', [{ check }])
    return (answer as { allowed?: boolean } | undefined)?.allowed
  }

  test.each<{ name: string; check: object; others: readonly string[]; is: boolean | undefined }>([
    { name: 'an allow that holds allows', check: { ok: true }, others: [], is: true },
    { name: 'one that does not hold denies', check: { ok: false }, others: [], is: false },
    {
      name: 'a denial of another policy denies',
      check: { ok: true },
      others: [aPolicy([deny('true')], spec('x', 'strict'))],
      is: false,
    },
    {
      name: 'that of one that only warns does not',
      check: { ok: true },
      others: [aPolicy([deny('true')], spec('x', 'warn'))],
      is: true,
    },
    {
      name: 'that of one that only looks does not',
      check: { ok: true },
      others: [aPolicy([deny('true')], spec('x', 'monitor'))],
      is: true,
    },
    {
      name: 'what cannot be decided denies',
      check: { ok: true },
      others: [aPolicy([deny('check.x')], spec('x', 'strict'))],
      is: false,
    },
    {
      name: 'a policy about something else says nothing',
      check: { ok: true },
      others: [aPolicy([deny('true')], spec('x', 'strict', 'agents'))],
      is: true,
    },
  ])('$name', async ({ check, others, is }) => {
    expect(await execute(check, ...others)).toBe(is)
  })

  test('nothing is answered where none applies, and nothing is allowed where none allows', async () => {
    const about = aPolicy([allow('true')], spec('p', 'strict', 'agents'))
    const policies = await readRepository({ 'policies/p.json': about })
    expect(await ask(policies, 'visor/check/execute', [{ check: {} }, { agent: {} }])).toEqual([
      undefined,
      { allowed: true },
    ])
    const quiet = await readRepository({ 'policies/p.json': aPolicy([deny('false')]) })
    expect(await ask(quiet, 'visor/check/execute', [{}])).toEqual([
      { allowed: false, reason: 'no policy in YAML that applies here has a rule that allows it' },
    ])
    const looking = await readRepository({ 'policies/p.json': aPolicy([allow('true')], spec('p', 'monitor')) })
    expect(await ask(looking, 'visor/check/execute', [{}])).toEqual([undefined])
  })

  test('WebAssembly gives the same answers, without any host', async () => {
    const modify = {
      name: 'm',
      effect: 'modify',
      condition: 'check.m',
      modify: { mode: 'draft', limits: { minutes: 5 } },
    }
    const approve = { name: 'r', effect: 'require_approval', condition: 'check.r', approvals: { users: ['alice'] } }
    const scope = [{ resource: 'checks', selector: { type: ['ai', 'mcp'], group: 'g' } }]
    const rules = [allow('check.a == 1'), deny('not check.b', { actions: ['x'] }), modify, approve]
    const policies = await readRepository({ 'policies/p.yaml': aPolicy(rules, { scope }) })
    if (policies.rules.kind !== 'rego') throw new Error('there are no rules')
    const paths = [ANSWER, 'visor/check/execute']
    const prepared = await opa().prepare({ modules: policies.rules.modules, entrypoints: paths })
    expect(prepared).toMatchObject({ ok: true, hostBuiltins: [] })
    const built = await opa().build()
    if (!built.ok) throw new Error(JSON.stringify(built))
    const base = { type: 'ai', group: 'g' }
    const checks = [
      { ...base, a: 1, b: true, m: true, r: true },
      { ...base, a: 2, b: false, m: false, r: false },
      base,
      { type: 'x' },
      { type: 'ai' },
      {},
    ]
    const queries = paths.flatMap((path) => checks.map((check) => ({ path, input: { check } })))
    const interpreted = (await opa().eval(queries, { timeoutMs: 5000 })).map(saidBy)
    const engine = anEngine(built.wasm)
    try {
      const compiled = await engine.evaluate(
        queries.map(({ path, input }) => ({ path, input: JSON.stringify(input) })),
        new AbortController().signal,
      )
      expect(compiled.map(saidBy)).toEqual(interpreted)
    } finally {
      await engine.close()
    }
    expect(interpreted[0]).toMatchObject({ allow: true, modify: { mode: 'draft', limits: { minutes: 5 } } })
  })
})
