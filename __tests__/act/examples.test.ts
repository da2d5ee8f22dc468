import { beforeAll, describe, expect, test } from '@jest/globals'
import { eventIn, filesOf, type OnGitHubExample, REPOSITORY, SETTINGS, worldOf } from '../examples/worlds.js'
import { buildAct, runWorkflow, type WorkflowRun } from '../support/act.js'
import { type EventFacts, type EventName, startGitHub, type World } from '../support/github/index.js'

/** The workflows of the examples, as they stand, on a machine that has nothing but them: the gate reads through the API. */

// Fetching act's modules is most of it, where they are not there yet.
beforeAll(() => {
  buildAct()
}, 600_000)

type Asked = {
  readonly eventName?: EventName
  readonly about?: EventFacts
  readonly bend?: (workflow: string) => string
}

async function run(name: OnGitHubExample, world: World, asked: Asked = {}): Promise<WorkflowRun> {
  const { eventName = SETTINGS[name].eventName, about = {}, bend = (workflow: string) => workflow } = asked
  const github = await startGitHub(world)
  try {
    const done = await runWorkflow({
      files: { 'README.md': 'nothing of the example is in this workspace\n' },
      workflow: bend(String(filesOf(name)['workflow.yml'])),
      event: eventIn(world, name, about, eventName),
      eventName,
      env: { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: REPOSITORY },
      secrets: { GITHUB_TOKEN: 'test-token' },
    })
    github.check()
    return done
  } finally {
    await github.close()
  }
}

const conclusions = ({ jobs }: WorkflowRun) =>
  Object.fromEntries(Object.entries(jobs).map(([id, { conclusion }]) => [id, conclusion]))
const pull = { number: 2, changes: { 'src/cart.ts': 'export const total = 1\n' } }

describe('skip-steps-by-role', () => {
  const steps = ['lint', 'integration-tests', 'publish-preview', 'announce-preview']
  test.each([
    { who: 'alice', runs: steps },
    { who: 'bob', runs: steps.slice(0, 2) },
    { who: 'mallory', runs: steps.slice(0, 1) },
  ])('of the steps, $runs run for $who', async ({ who, runs }) => {
    const done = await run('skip-steps-by-role', worldOf('skip-steps-by-role', { pulls: [{ ...pull, author: who }] }))
    expect(done).toMatchObject({ code: 0 })
    expect(done.jobs.checks?.steps).toEqual(
      Object.fromEntries(steps.map((step) => [step, runs.includes(step) ? 'success' : 'skipped'])),
    )
    expect(done.log.includes('npm run preview')).toBe(who === 'alice')
  })

  test('with "fail-on: deny" the job is red, and so is the workflow; nothing that needs it runs', async () => {
    const bend = (workflow: string) =>
      workflow.replace('unlicensed: ignore', 'fail-on: deny\n          unlicensed: ignore')
    const done = await run('skip-steps-by-role', worldOf('skip-steps-by-role'), { bend })
    expect(done.code).not.toBe(0)
    expect(conclusions(done)).toEqual({ gate: 'failure', checks: 'skipped' })
    expect(done.log).not.toContain('npm run')
  })
})

describe('required-check-with-approvals', () => {
  const name = 'required-check-with-approvals'
  test('does not deploy before an admin has approved, and does once one has', async () => {
    const waiting = worldOf(name)
    const before = await run(name, waiting)
    expect(before.code).toBe(0)
    expect(conclusions(before)).toEqual({ gate: 'success', 'deploy-staging': 'skipped' })
    expect(waiting.statuses).toMatchObject([{ context: 'stepgate', state: 'pending' }])

    const approved = worldOf(name, { pulls: [{ ...pull, author: 'bob', reviews: [{ user: 'carol' }] }] })
    const after = await run(name, approved)
    expect(conclusions(after)).toEqual({ gate: 'success', 'deploy-staging': 'success' })
    expect(approved.statuses).toMatchObject([{ context: 'stepgate', state: 'success' }])
  })
})

describe('merge-queue', () => {
  test.each([
    { of: 'both', numbers: [2, 3], conclusion: 'failure' },
    { of: "the maintainer's alone", numbers: [2], conclusion: 'success' },
  ])('the required job for a group of $of: $conclusion', async ({ numbers, conclusion }) => {
    const done = await run('merge-queue', worldOf('merge-queue'), { about: { numbers } })
    expect(done.code === 0).toBe(conclusion === 'success')
    expect(conclusions(done)).toEqual({ gate: conclusion })
  })
})

describe('fork-safe-ai-review', () => {
  test('a stranger is reviewed, without edits and shell', async () => {
    const done = await run('fork-safe-ai-review', worldOf('fork-safe-ai-review'))
    expect(done.code).toBe(0)
    expect(done.jobs.review?.steps).toEqual({
      diff: 'success',
      review: 'success',
      'push-fixes': 'skipped',
      shell: 'skipped',
    })
    expect(done.log).toContain('"allowBash": false')
  })

  test('a maintainer is reviewed with both', async () => {
    const world = worldOf('fork-safe-ai-review', { pulls: [{ ...pull, author: 'alice' }] })
    expect((await run('fork-safe-ai-review', world)).jobs.review?.steps).toMatchObject({
      'push-fixes': 'success',
      shell: 'success',
    })
  })
})

describe('issue-comment-command', () => {
  const comment = (user: string, body = '/deploy') =>
    worldOf('issue-comment-command', { pulls: [{ ...pull, author: 'bob', comments: [{ user, body }] }] })

  test.each([
    { who: 'dave', conclusion: 'success' },
    { who: 'mallory', conclusion: 'skipped' },
  ])('/deploy by $who: the deployment is $conclusion', async ({ who, conclusion }) => {
    const world = comment(who)
    const done = await run('issue-comment-command', world)
    expect(done.code).toBe(0)
    expect(conclusions(done)).toEqual({ gate: 'success', deploy: conclusion })
    expect(done.log.includes(`./deploy.sh preview ${world.pulls.get(2)?.head.sha}`)).toBe(conclusion === 'success')
  })

  test('any other comment is nobody asking', async () => {
    const done = await run('issue-comment-command', comment('dave', 'please /deploy'))
    expect(done.code).toBe(0)
    expect(conclusions(done)).toEqual({ gate: 'skipped', deploy: 'skipped' })
  })
})
