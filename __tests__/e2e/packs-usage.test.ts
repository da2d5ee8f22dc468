import { afterEach, describe, expect, test } from '@jest/globals'
import type { RunOptions } from '../support/github/options.js'
import { type Handler, type Loopback, serve } from '../support/loopback.js'
import { judgeOn, type OnGitHub } from '../support/on-github.js'
import { aPacked, expectRules, shown } from '../support/packs.js'

/** Counters from where they are kept, through the built action: what they say decides, and what cannot be had is never zero. */

const opened: Loopback[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()))
})
async function aServer(handler: Handler): Promise<Loopback> {
  const server = await serve(handler)
  opened.push(server)
  return server
}

const LIMITED = '{ rate-limiting: { parameters: { limits: [{ counter: runs, max: 3 }] } } }'
const usage = (counter: string, fallback = 'allow') => ({
  more: `usage: { runs: ${counter} }`,
  ...(fallback !== 'allow' && { fallback }),
})
const REACHED = ['rate-limiting/rate_limit_exceeded deny']
const UNKNOWN = ['rate-limiting/rate_limit_exceeded unknown']
const now = () => new Date().toISOString()

describe('runs that GitHub lists', () => {
  const env = {
    GITHUB_WORKFLOW_REF: 'Codertocat/Hello-World/.github/workflows/gate.yml@refs/heads/main',
    ...{ GITHUB_RUN_ID: '1', GITHUB_RUN_ATTEMPT: '1' },
  }
  const counter = '{ source: actions, window: 24h }'
  const judgeRuns = (runs: readonly Partial<RunOptions>[], options: OnGitHub = {}) =>
    judgeOn(
      aPacked(LIMITED, {
        ...usage(counter),
        runs: runs.map((run, i) => ({ id: i + 1, actor: 'alice', created_at: now(), ...run })),
      }),
      { env, ...options },
    )

  test.each<[string, readonly Partial<RunOptions>[], string, readonly string[]]>([
    ['below the limit', [{}], 'pass', []],
    ['at the limit', [{}, {}, {}], 'block', REACHED],
    ['at the limit by attempts of one run', [{ run_attempt: 3 }], 'block', REACHED],
    ['before the window', [{}, {}, { created_at: '2020-01-01T00:00:00Z' }], 'pass', []],
    ['of other people', [{}, { actor: 'bob' }, { actor: 'carol' }], 'pass', []],
    ['of another workflow', [{}, { path: '.github/workflows/x.yml' }, { path: '.github/workflows/y.yml' }], 'pass', []],
  ])('%s', async (_name, runs, outcome, rules) => expectRules(await judgeRuns(runs), outcome, rules))

  const OLD = new Date(Date.now() - 3 * 86_400_000).toISOString()
  const again = (run: Partial<RunOptions>): Partial<RunOptions> => ({ created_at: OLD, run_started_at: now(), ...run })

  test.each<[string, readonly Partial<RunOptions>[], string, string, readonly string[]]>([
    ['by attempts of its own', [{ created_at: OLD, run_attempt: 3 }], '3', 'block', REACHED],
    ['and is not listed any more', [{ created_at: '2020-01-01T00:00:00Z' }], '3', 'block', REACHED],
    ['beside others', [{ created_at: OLD }, again({ run_attempt: 2 })], '2', 'block', REACHED],
    ['once', [{ created_at: OLD }, { created_at: OLD, run_attempt: 9 }], '2', 'pass', []],
  ])('of long ago that is run again %s', async (_name, runs, attempt, outcome, rules) => {
    const asking = { ...env, GITHUB_RUN_ATTEMPT: attempt, GITHUB_TRIGGERING_ACTOR: 'alice' }
    expectRules(await judgeRuns(runs, { env: asking }), outcome, rules)
  })

  test('of long ago that others run again within the window', async () => {
    const runs = [{}, again({ run_attempt: 2 })]
    expectRules(await judgeRuns(runs), 'block', REACHED)
  })

  test('are unknown without a workflow, or where the token may not look', async () => {
    const unknown = await judgeRuns([], { env: {} })
    expectRules(unknown, 'warn', UNKNOWN)
    expect(unknown.annotations).toContainEqual(
      expect.objectContaining({
        title: 'policy_denied',
        message: expect.stringContaining('step "deploy" may run by "fallback: allow": policy evaluation failed: '),
      }),
    )
    const faults: NonNullable<NonNullable<OnGitHub['github']>['faults']> = ({ path }) =>
      path.includes('/actions/workflows/') ? { kind: 'status', status: 403 } : undefined
    const run = await judgeRuns([], { github: { faults } as NonNullable<OnGitHub['github']> })
    expect(shown(run).outcome).not.toBe('pass')
  })

  test('are named in the report, with their source and their time', async () => {
    const run = await judgeRuns([{}, {}], { inputs: { report: 'report.json' } })
    const report = JSON.parse((await run.read('report.json')) ?? '{}')
    expect(report.usage.runs).toMatchObject({ value: 2, source: 'actions gate.yml', at: expect.stringMatching(/Z$/) })
  })
})

describe('a file of the trusted source', () => {
  const judgeFile = (content: string | undefined, rest = '', pullChanges?: Record<string, string>) =>
    judgeOn(
      aPacked(LIMITED, {
        ...usage(`{ source: file, path: usage.json${rest} }`),
        ...(content !== undefined && { files: { 'usage.json': content } }),
        ...(pullChanges && { pull: { changes: pullChanges } }),
      }),
    )
  const counted = (value: unknown, at?: string) => JSON.stringify({ runs: { value, ...(at !== undefined && { at }) } })

  test.each<[string, string | undefined, string, string, readonly string[]]>([
    ['is below', counted(2, now()), '', 'pass', []],
    ['is at the limit', counted(3, now()), '', 'block', REACHED],
    ['is not there', undefined, '', 'warn', UNKNOWN],
    ['has no such counter', '{}', '', 'warn', UNKNOWN],
    ['has no time', counted(0), '', 'warn', UNKNOWN],
    ['is old', counted(0, '2020-01-01T00:00:00Z'), '', 'warn', UNKNOWN],
    ['lies in the future', counted(0, '2999-01-01T00:00:00Z'), '', 'warn', UNKNOWN],
    ['may be old', counted(0, '2020-01-01T00:00:00Z'), ', max_age: never', 'pass', []],
    ['counts below zero', counted(-1, now()), '', 'warn', UNKNOWN],
    ['says NaN', '{"runs": {"value": NaN}}', ', max_age: never', 'warn', UNKNOWN],
    ['counts in fractions', counted(0.5, now()), '', 'warn', UNKNOWN],
    ['counts in words', counted('none', now()), '', 'warn', UNKNOWN],
    ['is no JSON', 'runs: 0', '', 'warn', UNKNOWN],
  ])('that %s', async (_name, content, rest, outcome, rules) =>
    expectRules(await judgeFile(content, rest), outcome, rules),
  )

  test('says why in the reasons', async () => {
    const [reason] = shown(await judgeFile(undefined)).reasons ?? []
    expect(reason?.message).toContain('runs')
  })

  test('that has nothing of this person is closed whatever the fallback', async () => {
    const content = JSON.stringify({ runs: { at: now(), by_actor: { bob: 0 } } })
    const run = await judgeFile(content)
    expectRules(run, 'block', UNKNOWN)
    expect(shown(run).error_code).toBe('ERR_INPUT_INCOMPLETE')
    expectRules(await judgeFile(JSON.stringify({ runs: { at: now(), by_actor: { Alice: 0 } } })), 'pass', [])
  })
})

describe('an address', () => {
  const judgeHttp = async (handler: Handler, path = '/runs', options: OnGitHub = {}) => {
    const server = await aServer(handler)
    const world = aPacked(LIMITED, usage(`{ source: http, url: "${server.url}${path}" }`))
    return { run: await judgeOn(world, options), server }
  }

  test('is asked once for each run, without a secret', async () => {
    const { run, server } = await judgeHttp(() => ({ body: { value: 2, at: now() } }), '/runs/{actor}', {
      inputs: { 'opa-token': 'the-opa-token', 'audit-token': 'the-log-token' },
    })
    expectRules(run, 'pass', [])
    expect(server.seen.map(({ url }) => url)).toEqual(['/runs/alice'])
    expect(JSON.stringify(server.seen)).not.toMatch(/the-opa-token|the-log-token|test-token/)
  })

  test.each<[string, Handler, string, readonly string[]]>([
    ['says so much', () => ({ body: { value: 3, at: now() } }), 'block', REACHED],
    ['says it as OPA does', () => ({ body: { result: { value: 3, at: now() } } }), 'block', REACHED],
    ['fails', () => ({ status: 500 }), 'warn', UNKNOWN],
    ['sends elsewhere', () => ({ status: 302, headers: { location: '/zero' } }), 'warn', UNKNOWN],
    ['says too much', () => ({ body: { value: 0, at: now(), filler: 'x'.repeat(100_000) } }), 'warn', UNKNOWN],
    ['says something else', () => ({ body: { count: 0 } }), 'warn', UNKNOWN],
    ['is no JSON', () => ({ body: '0' }), 'warn', UNKNOWN],
    ['breaks off', (_seen, _index, { request }) => void request.socket.destroy(), 'warn', UNKNOWN],
  ])('that %s', async (_name, handler, outcome, rules) => expectRules((await judgeHttp(handler)).run, outcome, rules))

  test.each<[string, Handler]>([
    ['has no such person', () => ({ status: 404 })],
    ['has nothing of them', () => ({ body: {} })],
    ['refuses to answer about them', () => ({ status: 403 })],
  ])('that %s is closed whatever the fallback', async (_name, handler) => {
    const { run } = await judgeHttp(handler, '/runs/{actor}')
    expectRules(run, 'block', UNKNOWN)
    expect(shown(run).error_code).toBe('ERR_INPUT_INCOMPLETE')
  })
})

test('money is counted in millionths, and the budget is what is left', async () => {
  const packs = '{ cost-control: { parameters: { budget_usd: "1.00" } } }'
  const judgeSpent = (spent: string, estimate: string) =>
    judgeOn(
      aPacked(packs, {
        step: `{ type: ai, model: small, task_priority: high, estimated_cost_usd: "${estimate}" }`,
        more: 'usage: { spent: { source: file, path: usage.json, unit: usd, max_age: never } }',
        files: { 'usage.json': `{"spent": {"value": ${spent}}}` },
      }),
    )
  expectRules(await judgeSpent('0.7', '0.3'), 'pass', [])
  expectRules(await judgeSpent('0.700001', '0.3'), 'block', ['cost-control/budget_exceeded deny'])
  expectRules(await judgeSpent('-1', '0.3'), 'warn', ['cost-control/budget_exceeded unknown'])
  expectRules(await judgeSpent('1e99', '0.3'), 'warn', ['cost-control/budget_exceeded unknown'])
})
