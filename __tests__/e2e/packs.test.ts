import { describe, expect, test } from '@jest/globals'
import { aTarget, member } from '../support/attacks.js'
import type { PullOptions } from '../support/github/options.js'
import { judgeOn, type OnGitHub } from '../support/on-github.js'
import { aPacked, expectRules, packed, rulesOf, shown } from '../support/packs.js'

/** Each pack through the built action: what it stops, and what it lets through. */

type Side = {
  readonly parameters?: string
  readonly step?: string
  readonly more?: string
  readonly pull?: PullOptions
  readonly files?: Readonly<Record<string, string>>
  readonly inputs?: OnGitHub['inputs']
}
type Case = Side & {
  readonly pack: string
  readonly stopped: Side & { readonly by: readonly string[] }
  readonly fine: Side
}

const AGENT = '---\nname: writer\ncapabilities: [files.read]\n---\nYou write.\n'
const spend = (amount: string) =>
  `{ spend: { agentId: payer, entityId: acme, amount: "${amount}", currency: BRL, category: utility, beneficiary: { id: light, country: BR }, purpose: PIX } }`
const SPENDING =
  '{ name: bills, currency: BRL, caps: { perTxn: 500, daily: 1000, monthly: 5000 }, msig: { threshold: { higherThan: 400, approvals: 2 } }, approvers: { roles: [admin] } }'
const COUNTED =
  'usage: { spent_daily: { source: file, path: usage.json, unit: usd, max_age: never }, spent_monthly: { source: file, path: usage.json, unit: usd, max_age: never } }'
const counters = (values: Readonly<Record<string, unknown>>) => ({
  'usage.json': JSON.stringify(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]))),
})
const RUNS = 'usage: { runs: { source: file, path: usage.json, max_age: never } }'
const freeze = (from: string, until: string) =>
  `{ freezes: [{ from: "${from}", until: "${until}", reason: stocktaking }] }`

const CASES: readonly Case[] = [
  {
    pack: 'cost-control',
    parameters: '{ max_per_step_usd: 1 }',
    stopped: {
      step: '{ type: ai, model: small, estimated_cost_usd: 1.000001 }',
      by: ['cost-control/max_estimate deny'],
    },
    fine: { step: '{ type: ai, model: small, estimated_cost_usd: "1.00" }' },
  },
  {
    pack: 'data-privacy',
    stopped: { pull: { changes: { 'config/.env.local': 'x' } }, by: ['data-privacy/sensitive_file_access deny'] },
    fine: { pull: { changes: { 'config/settings.ts': 'x' } } },
  },
  {
    pack: 'rate-limiting',
    parameters: '{ limits: [{ counter: runs, max: 5 }] }',
    more: RUNS,
    stopped: { files: counters({ runs: 5 }), by: ['rate-limiting/rate_limit_exceeded deny'] },
    fine: { files: counters({ runs: 4 }) },
  },
  {
    pack: 'time-restrictions',
    stopped: { parameters: freeze('2020-01-01', '2999-12-31'), by: ['time-restrictions/change_freeze deny'] },
    fine: { parameters: freeze('2020-01-01', '2020-12-31') },
  },
  {
    pack: 'compliance',
    parameters: '{ required_labels: { all: [reviewed] } }',
    stopped: { pull: { labels: ['re-viewed'] }, by: ['compliance/required_labels deny'] },
    fine: { pull: { labels: ['Reviewed'] } },
  },
  {
    pack: 'capabilities',
    files: { 'agents/writer/agent.md': AGENT },
    stopped: { step: '{ agent: writer, capabilities: [files.write] }', by: ['capabilities/missing_capability deny'] },
    fine: { step: '{ agent: writer, capabilities: [files.read] }' },
  },
  {
    pack: 'spending',
    parameters: SPENDING,
    more: COUNTED,
    files: counters({ spent_daily: '0.00', spent_monthly: '0.00' }),
    stopped: { step: spend('500.000001'), by: ['spending/per_transaction_limit deny'] },
    fine: { step: spend('400.00') },
  },
  {
    pack: 'modes',
    parameters: '{ limits: { minutes: 30 } }',
    stopped: { step: '{ limits: { minutes: 31 } }', by: ['modes/over_limits deny'] },
    fine: { step: '{ limits: { minutes: 30 } }' },
  },
]

const run = ({ pack, ...base }: Case, side: Side) => {
  const { parameters, step, more, pull, files, inputs } = { ...base, ...side, files: { ...base.files, ...side.files } }
  const settings = parameters === undefined ? '{}' : `{ parameters: ${parameters} }`
  const world = aPacked(`{ ${pack}: ${settings} }`, {
    ...{ files, ...(step !== undefined && { step }), ...(more !== undefined && { more }), ...(pull && { pull }) },
  })
  return judgeOn(world, { ...(inputs && { inputs }) })
}

describe.each(CASES)('the pack $pack', (one) => {
  test('stops what it is there for', async () => {
    const done = await run(one, one.stopped)
    expect(rulesOf(done)).toEqual(expect.arrayContaining([...one.stopped.by]))
    expect([shown(done).outcome, shown(done).reason_code, done.outputs.allowed]).toEqual([
      'block',
      'policy_denied',
      '[]',
    ])
    expect(shown(done).reason).toMatch(new RegExp(`\\(${one.pack}/\\w+, (info|warning|critical)\\)`))
    expect(done.outputs.result).toBe('denied')
  })

  test('lets through what is none of it', async () => {
    expectRules(await run(one, one.fine), 'pass', [])
  })
})

test('the pack default warns of what is worth a look, and denies nothing', async () => {
  const step = '{ action: file_delete, resource: { path: old } }'
  const done = await judgeOn(aPacked('[default]', { step }))
  expect([done.outputs.allowed, shown(done).outcome]).toEqual(['["deploy"]', 'pass'])
  expect(rulesOf(done)).toEqual(['default/file_deletion warn'])
  expect(shown(done).warnings).toEqual([expect.stringContaining('(default/file_deletion, warning)')])
})

describe('how a step is to run', () => {
  const risky = '{ modes: { parameters: { risky: { steps: [deploy] }, limits: { cost_usd: 1.50, minutes: 30 } } } }'

  test('reaches the outputs', async () => {
    const done = await judgeOn(aPacked(risky, { step: '{ mode: auto, limits: { minutes: 10, llm_calls: 3 } }' }))
    expect(done.outputs.allowed).toBe('["deploy"]')
    expect(shown(done).modify).toEqual({ mode: 'draft', limits: { cost_usd: 1.5, llm_calls: 3, minutes: 10 } })
  })

  test('is nothing that a policy could loosen', async () => {
    const rego =
      'package visor.check.execute\n\ndecision := {"allowed": true, "effect": "modify", "modify": {"mode": "auto", "limits": {"minutes": 90}}}\n\nallowed := decision.allowed\n\neffect := decision.effect\n\nmodify := decision.modify\n'
    const world = aPacked('[default]', {
      ...{ step: '{ mode: draft, limits: { minutes: 10 } }', more: 'rules: ./policies/' },
      files: { 'policies/p.rego': rego },
    })
    const done = await judgeOn(world)
    expect(shown(done).modify).toMatchObject({ mode: 'draft', limits: { minutes: 10 } })
    expect(shown(done).warnings?.join('\n')).toContain('modify goes only towards stricter')
  })

  test('is from a closed list: anything else in it is no decision', async () => {
    const rego = 'package visor.check.execute\n\nallowed := true\n\nmodify := {"command": "rm -rf"}\n'
    const world = aPacked('[default]', { more: 'rules: ./policies/', files: { 'policies/p.rego': rego } })
    expect(shown(await judgeOn(world))).toMatchObject({ outcome: 'warn', error_code: 'ERR_DECISION_SHAPE' })
  })
})

test('packs beside rules of the user: denied by either, allowed by both', async () => {
  const rego = (allowed: boolean) => ({ 'policies/p.rego': `package visor.check.execute\n\nallowed := ${allowed}\n` })
  const outcomes = async (allowed: boolean, label: string) => {
    const world = aPacked('{ compliance: { parameters: { required_labels: { all: [ok] } } } }', {
      ...{ more: 'rules: ./policies/', files: rego(allowed), pull: { labels: [label] } },
    })
    return (await judgeOn(world)).outputs.allowed
  }
  expect(await Promise.all([outcomes(true, 'ok'), outcomes(true, 'no'), outcomes(false, 'ok')])).toEqual([
    ...['["deploy"]', '[]', '[]'],
  ])
})

describe('a pack is asked in its own scopes, whatever the policy governs', () => {
  const call = (path: string) =>
    `{ type: mcp, server: fs, command: fs, method: read_file, arguments: { path: ${path} } }`
  const governing = (scopes: string, packs: string, step: string) =>
    aTarget(packed(packs, step).replace('scopes: [check.execute]', `scopes: [${scopes}]`), member)

  test('tool calls, where it governs steps alone', async () => {
    const run = await judgeOn(governing('check.execute', '{ data-privacy: {} }', call('config/.env')))
    expectRules(run, 'block', ['data-privacy/sensitive_file_access deny'])
    expect(run.annotations.map(({ message }) => message).join('\n')).toContain(
      'packs are asked about tool.invoke all the same',
    )
    expect((await judgeOn(governing('check.execute', '{ data-privacy: {} }', call('src/a.ts')))).outputs.allowed).toBe(
      '["deploy"]',
    )
  })

  test('steps, where it governs tool calls alone', async () => {
    const budget = '{ cost-control: { parameters: { max_per_step_usd: 1 } } }'
    const step = (usd: number) => `{ type: ai, model: small, estimated_cost_usd: ${usd} }`
    expectRules(await judgeOn(governing('tool.invoke', budget, step(5))), 'block', ['cost-control/max_estimate deny'])
    const cheap = await judgeOn(governing('tool.invoke', budget, step(1)))
    expect(cheap.decisions.deploy).toMatchObject({ outcome: 'pass', reason_code: 'allowed' })
  })

  test('no policy of the user is asked there', async () => {
    const files = { 'policies/p.rego': 'package visor.tool.invoke\n\nallowed := false\n' }
    const config = packed('{ data-privacy: {} }', call('src/a.ts'), 'rules: ./policies/')
    const rego = { 'policies/q.rego': 'package visor.check.execute\n\nallowed := true\n' }
    const run = await judgeOn(aTarget(config, member, { files: { ...files, ...rego } }))
    expect(run.outputs.allowed).toBe('["deploy"]')
  })
})

test('a step and its one call say the same once', async () => {
  const packs = '{ compliance: { level: advisory, parameters: { required_labels: { all: [ok] } } } }'
  const run = await judgeOn(aPacked(packs, { step: '{ type: mcp, server: s, command: s, method: x }' }))
  expectRules(run, 'warn', ['compliance/required_labels deny'])
})

test('all packs at once say what is theirs, and the report names them', async () => {
  const packs = CASES.map(({ pack, parameters }) => `${pack}: ${parameters ? `{ parameters: ${parameters} }` : '{}'}`)
  const world = aPacked(`{ ${packs.join(', ')}, default: {} }`, {
    more: 'usage: { runs: { source: file, path: usage.json, max_age: never }, spent_daily: { source: file, path: usage.json, unit: usd, max_age: never }, spent_monthly: { source: file, path: usage.json, unit: usd, max_age: never } }',
    files: counters({ runs: 5, spent_daily: 0, spent_monthly: 0 }),
    pull: { changes: { 'a.pem': 'x' } },
  })
  const done = await judgeOn(world, { inputs: { report: 'report.json' } })
  expectRules(done, 'block', [
    'compliance/required_labels deny',
    'data-privacy/sensitive_file_access deny',
    'rate-limiting/rate_limit_exceeded deny',
  ])
  const report = JSON.parse((await done.read('report.json')) ?? '{}')
  expect(JSON.stringify(report)).toContain('"compliance"')
})

describe('steps that keep a limit one by one, and not together', () => {
  const bills = `{ spending: { parameters: ${SPENDING} } }`
  const counted = (spent: string) => ({ more: COUNTED, files: counters({ spent_daily: spent, spent_monthly: '0.00' }) })
  const all = (...amounts: readonly string[]) =>
    amounts.map((amount, i) => `${i === 0 ? '' : `\npay-${i}: `}${spend(amount)}`).join('')
  const warningOf = ({ summary }: { readonly summary: string }) => /together the steps .*/.exec(summary)?.[0]

  test('are warned of, and each is decided by itself', async () => {
    const done = await judgeOn(
      aPacked(bills, { step: all('400.00', '300.00', '400.000001', '90.00'), ...counted('250.00') }),
    )
    // One of them waits for people, and is none of those that may run.
    expect(JSON.parse(done.outputs.allowed ?? '')).toEqual(['deploy', 'pay-1', 'pay-3'])
    expect(warningOf(done)).toContain(
      'together the steps "deploy", "pay-1", "pay-3" come to 790 BRL, and "caps.daily" of the pack spending leaves 750',
    )
    expect(done.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('come to 790 BRL') }),
    )
  })

  test.each([
    ['fit', ['400.00', '300.00'], '300.00'],
    ['are one alone', ['400.00', '700.00'], '600.00'],
    ['cost nothing', ['400.00', '0'], '600.00'],
  ])('are not where they %s', async (_name, amounts, spent) => {
    const done = await judgeOn(aPacked(bills, { step: all(...amounts), ...counted(spent) }))
    expect(JSON.parse(done.outputs.allowed ?? '')).toContain('deploy')
    expect(warningOf(done)).toBeUndefined()
  })

  test('are those of a budget as well', async () => {
    const step = (cost: string) => `{ type: ai, model: small, estimated_cost_usd: ${cost} }`
    const budget = (parameters: string) => `{ cost-control: { parameters: { budget_usd: 2, ${parameters} } } }`
    const more = 'usage: { spent: { source: file, path: usage.json, unit: usd, max_age: never } }'
    const options = { step: `${step('0.8')}\nmore: ${step('0.8')}`, more, files: counters({ spent: '0.50' }) }
    const done = await judgeOn(aPacked(budget('counter: spent'), options))
    expect(done.outputs.allowed).toBe('["deploy","more"]')
    expect(warningOf(done)).toContain('come to 1.6 USD, and "budget_usd" of the pack cost-control leaves 1.5')
    const exempt = await judgeOn(aPacked(budget('exempt_roles: [developer]'), options))
    expect([exempt.outputs.allowed, warningOf(exempt)]).toEqual(['["deploy","more"]', undefined])
  })
})
