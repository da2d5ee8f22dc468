import { describe, expect, test } from '@jest/globals'
import { aWorld, type PullOptions, push, READ_ONLY } from '../support/github/index.js'
import { judgeOn } from '../support/on-github.js'
import { aConfig, ROLES } from '../support/repositories.js'

/** What others see on GitHub of a run of the built action. */

const DEPLOY = 'test: { type: command }\ndeploy: { type: command, policy: { require: admin } }'
const config = (steps = DEPLOY) => aConfig(`engine: local\nfallback: deny\nscopes: [check.execute]\n${ROLES}`, steps)
const everywhere = { status: 'gate', 'check-run': 'true', comment: 'true' }

const worldOf = (pull: Partial<PullOptions> = {}) =>
  aWorld({
    files: { '.visor.yaml': config() },
    users: { 'github-actions[bot]': 'Bot' },
    pulls: [{ number: 2, author: 'alice', association: 'MEMBER', changes: { 'src/a.ts': 'new' }, ...pull }],
  })
const headOf = (world: ReturnType<typeof worldOf>) => world.pulls.get(2)?.head.sha

describe('a denial', () => {
  test('is a red status, a failed check run and a comment, each on the head', async () => {
    const world = worldOf()
    const run = await judgeOn(world, { inputs: everywhere })
    expect(run.outputs.result).toBe('denied')
    expect(run.written.statuses).toMatchObject([
      { sha: headOf(world), state: 'failure', context: 'gate', description: '1 step blocked, 1 allowed' },
    ])
    expect(run.written.checkRuns).toMatchObject([
      { head_sha: headOf(world), name: 'stepgate', status: 'completed', conclusion: 'failure' },
    ])
    expect(run.written.checkRuns[0]?.annotations).toMatchObject([{ path: '.visor.yaml', title: 'policy_denied' }])
    expect(run.written.comments).toMatchObject([{ issue: 2, body: expect.stringContaining('<code>deploy</code>') }])
    expect(run.summary).not.toContain('Not written')
  })

  test('is published nowhere unless an input asks for it', async () => {
    const run = await judgeOn(worldOf())
    expect(run.written).toMatchObject({ statuses: [], checkRuns: [], comments: [] })
    expect(run.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  test('that is lifted turns the status green and collapses the one comment', async () => {
    const world = worldOf()
    await judgeOn(world, { inputs: everywhere })
    const pull = world.pulls.get(2)
    if (pull) pull.association = 'OWNER'
    const run = await judgeOn(world, { inputs: everywhere })
    expect(run.outputs.result).toBe('allowed')
    expect(world.statuses.map(({ state }) => state)).toEqual(['failure', 'success'])
    expect(world.comments).toMatchObject([{ body: expect.stringContaining('<details>') }])
  })
})

describe('a token that may only read', () => {
  test('leaves one line for each, the outputs and the exit code', async () => {
    const run = await judgeOn(worldOf(), {
      inputs: { ...everywhere, 'fail-on': 'deny' },
      github: { permissions: READ_ONLY },
    })
    expect([run.code, run.outputs.result, run.outputs.denied]).toEqual([1, 'denied', '["deploy"]'])
    expect(run.written).toMatchObject({ statuses: [], checkRuns: [], comments: [] })
    for (const permission of ['statuses: write', 'checks: write', 'pull-requests: write']) {
      expect(run.log.split('\n').filter((line) => line.includes(permission))).toHaveLength(1)
      expect(run.summary.split('\n').filter((line) => line.includes(permission))).toHaveLength(1)
    }
  })
})

describe('a head that moves while it is judged', () => {
  test('has nothing published', async () => {
    const world = worldOf()
    const run = await judgeOn(world, {
      inputs: everywhere,
      github: {
        onRequest: ({ index }) => {
          if (index === 3) push(world, { pull: 2, changes: { 'src/b.ts': 'more' } })
        },
      },
    })
    expect([run.outputs.result, run.outputs['reason-code']]).toEqual(['error', 'stale'])
    expect(run.written).toMatchObject({ statuses: [], checkRuns: [], comments: [] })
  })
})

describe('a pull request that changes what judges it', () => {
  test('is judged by what was there before, and shows what would change', async () => {
    const lax = config('test: { type: command }\ndeploy: { type: command }')
    const run = await judgeOn(worldOf({ changes: { '.visor.yaml': lax } }), {
      inputs: { ...everywhere, report: 'report.json' },
    })
    expect([run.outputs['policy-changed'], run.outputs.denied]).toEqual(['true', '["deploy"]'])
    expect(run.annotations).toContainEqual(
      expect.objectContaining({ level: 'notice', message: expect.stringContaining('policy_changed: ') }),
    )
    const row = /<code>deploy<\/code> \| ⛔ block.* \| ✅ pass/
    expect(run.summary).toMatch(row)
    expect(run.written.comments[0]?.body).toMatch(row)
    expect(JSON.parse((await run.read('report.json')) ?? '{}')).toMatchObject({
      policy_changed: {
        paths: ['.visor.yaml'],
        preview: { steps: { deploy: { before: { outcome: 'block' }, after: { outcome: 'pass' } } } },
      },
      requests: expect.any(Number),
    })
  })

  test('says false where it does not', async () => {
    expect((await judgeOn(worldOf())).outputs['policy-changed']).toBe('false')
  })
})

test('a first config is not red, allows nothing and shows what it would do', async () => {
  const world = aWorld({
    users: { 'github-actions[bot]': 'Bot' },
    files: { 'README.md': 'x' },
    pulls: [{ number: 2, author: 'alice', association: 'MEMBER', changes: { '.visor.yaml': config() } }],
  })
  const run = await judgeOn(world, { inputs: everywhere })
  expect([run.code, run.outputs.result, run.outputs.allowed, run.outputs['policy-changed']]).toEqual([
    0,
    'bootstrap',
    '[]',
    'true',
  ])
  expect(run.written.statuses).toMatchObject([
    { state: 'success', description: expect.stringContaining('no config yet') },
  ])
  expect(run.summary).toContain('### What this change would do')
  expect(run.written.comments[0]?.body).toContain('➖ not there')
})

describe('a run that cannot ask', () => {
  test('leaves no older success standing on the head', async () => {
    const world = aWorld({
      files: { '.visor.yaml': 'version: [' },
      pulls: [{ number: 2, author: 'alice', association: 'MEMBER', changes: { a: 'b' } }],
    })
    const run = await judgeOn(world, { inputs: { status: 'gate', 'check-run': 'true' } })
    expect(run.code).toBe(2)
    const sha = world.pulls.get(2)?.head.sha
    expect(run.written.statuses).toMatchObject([{ state: 'error', context: 'gate', sha }])
    expect(run.written.checkRuns).toMatchObject([{ conclusion: 'failure' }])
  })
})
