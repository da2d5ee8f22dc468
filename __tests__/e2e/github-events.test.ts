import { describe, expect, test } from '@jest/globals'
import { expectClosed } from '../support/closed.js'
import { addComment, addReview, aWorld, eventOf, type PullOptions, push, type World } from '../support/github/index.js'
import { judgeOn } from '../support/on-github.js'
import { aConfig, checkPackage, ROLES } from '../support/repositories.js'

/** Every event is judged by the person it names, at the commit that is there when the answer is. */

const CONFIG = aConfig(`engine: local\nfallback: deny\n${ROLES}`)
const member: PullOptions = { number: 2, author: 'alice', association: 'MEMBER', changes: { 'src/a.ts': 'new' } }
const worldOf = (...pulls: readonly PullOptions[]) => aWorld({ files: { '.visor.yaml': CONFIG }, pulls })
const moved = async (world: World, sender?: string) =>
  judgeOn(world, { about: { action: 'synchronize', ...(sender && { sender }) } })

describe('a review', () => {
  const config = aConfig(
    `engine: local\nfallback: deny\n${ROLES}`,
    'deploy: { policy: { require: [developer], approvals: { roles: [admin] } } }',
  )
  const worldOfReview = (...reviews: NonNullable<PullOptions['reviews']>) =>
    aWorld({ files: { '.visor.yaml': config }, pulls: [{ ...member, reviews }] })

  test('without one the step waits, and the status says so', async () => {
    const run = await judgeOn(worldOfReview(), { inputs: { status: 'gate' } })
    expect(run.outputs).toMatchObject({ result: 'pending', 'reason-code': 'approval_required', pending: '["deploy"]' })
    expect(run.written.statuses).toMatchObject([{ context: 'gate', state: 'pending' }])
  })

  test('turns the status of the same head green, without a push', async () => {
    const world = worldOfReview({ user: 'Codertocat', association: 'OWNER' })
    const run = await judgeOn(world, { eventName: 'pull_request_review', inputs: { status: 'gate' } })
    expect(run.outputs).toMatchObject({ result: 'allowed', allowed: '["deploy"]' })
    expect(run.written.statuses).toMatchObject([{ state: 'success', sha: world.pulls.get(2)?.head.sha }])
  })

  test('by somebody whose roles do not fit changes nothing', async () => {
    const world = worldOfReview({ user: 'carol', association: 'MEMBER' })
    const run = await judgeOn(world, { eventName: 'pull_request_review' })
    expect(run.outputs).toMatchObject({ result: 'pending' })
    expect(run.summary).toContain('carol')
  })

  test('that was given before the base branch was changed does not count, as its own event says', async () => {
    const world = worldOfReview({ user: 'Codertocat', association: 'OWNER' })
    const event = eventOf(world, 'pull_request', { number: 2, action: 'edited' })
    expect((await judgeOn(world, { event })).outputs).toMatchObject({ result: 'allowed' })
    const retarget = { ...event, changes: { base: { ref: { from: 'old' }, sha: { from: '0'.repeat(40) } } } }
    expect((await judgeOn(world, { event: retarget })).outputs).toMatchObject({ result: 'pending' })
  })

  test('of a head that somebody else has pushed since does not hide them', async () => {
    const world = worldOfReview()
    world.runs.push({
      id: 7,
      event: 'pull_request',
      head_sha: world.pulls.get(2)?.head.sha ?? '',
      head_branch: world.pulls.get(2)?.head.ref ?? '',
      actor: 'mallory',
      created_at: '2026-01-05T10:00:00Z',
    })
    addReview(world, 2, { user: 'Codertocat', association: 'OWNER' })
    const run = await judgeOn(world, { eventName: 'pull_request_review' })
    expect(run.outputs).toMatchObject({ result: 'denied' })
    expect(run.decisions.deploy?.reason).toContain('mallory')
  })
})

describe('a head that moves', () => {
  test('before the run is stale, and nothing is published', async () => {
    const world = worldOf(member)
    const event = eventOf(world, 'pull_request', { number: 2 })
    push(world, { pull: 2, changes: { 'src/b.ts': 'more' } })
    const run = await judgeOn(world, { event, inputs: { status: 'gate', 'check-run': 'true', comment: 'true' } })
    expectClosed(run, { code: 1, reasonCode: 'stale', steps: ['build', 'deploy'] })
    expect(run.written).toEqual({ statuses: [], checkRuns: [], comments: [] })
  })

  test('while the run reads is stale as well', async () => {
    const world = worldOf(member)
    let pushed = false
    const run = await judgeOn(world, {
      inputs: { status: 'gate' },
      github: {
        onRequest: ({ path }) => {
          if (pushed || !path.includes('/git/trees/')) return
          pushed = true
          push(world, { pull: 2, changes: { late: '!' } })
        },
      },
    })
    expectClosed(run, { code: 1, reasonCode: 'stale' })
    expect(run.written.statuses).toEqual([])
  })

  test('by another person is judged with them', async () => {
    expect((await moved(worldOf(member))).outputs).toMatchObject({ result: 'allowed' })
    const run = await moved(worldOf(member), 'mallory')
    expect(run.outputs).toMatchObject({ result: 'denied', denied: '["deploy"]' })
    expect(run.decisions.deploy?.reason).toContain('mallory')
  })
})

describe('a policy that knows the actor alone', () => {
  const config = aConfig(
    `engine: local\nrules: ./policies/\nscopes: [check.execute]\nfallback: deny\n${ROLES}`,
    'deploy: {}',
  )
  const judge = (rego: string) =>
    judgeOn(
      aWorld({
        files: { '.visor.yaml': config, 'policies/main.rego': checkPackage(rego) },
        pulls: [{ ...member, author: 'Codertocat', association: 'OWNER' }],
      }),
      { about: { action: 'synchronize', sender: 'mallory' } },
    )
  const ADMIN = 'default allowed := false\nallowed if "admin" in input.actor.roles'

  test('is asked once more about whoever pushed the head', async () => {
    const run = await judge(ADMIN)
    expect(run.outputs).toMatchObject({ result: 'denied', roles: '["admin"]' })
    expect(run.decisions.deploy?.reason).toContain('mallory, who pushed the head')
  })
  test('and is left alone where it reads them itself', async () => {
    const run = await judge(`${ADMIN}\nothers := [other.login | some other in input.others]`)
    expect(run.outputs).toMatchObject({ result: 'allowed' })
  })
})

describe('a run that somebody repeats', () => {
  const repeat = (who: string) =>
    judgeOn(worldOf(member), { env: { GITHUB_RUN_ATTEMPT: '2', GITHUB_TRIGGERING_ACTOR: who, GITHUB_ACTOR: 'alice' } })
  test('is theirs, too', async () => {
    expect((await repeat('mallory')).outputs).toMatchObject({ result: 'denied', denied: '["deploy"]' })
    expect((await repeat('Codertocat')).outputs).toMatchObject({ result: 'allowed' })
    expect((await repeat('alice')).outputs).toMatchObject({ result: 'allowed' })
  })
})

describe('a comment', () => {
  const commented = (association: string, before?: (world: World) => void) => {
    const world = worldOf({ ...member, author: 'stranger', association: 'NONE' })
    addComment(world, 2, { user: 'bob', body: '/deploy', association })
    before?.(world)
    return judgeOn(world, { eventName: 'issue_comment' })
  }
  test('is judged by the roles of who wrote it', async () => {
    const run = await commented('MEMBER')
    expect(run.outputs).toMatchObject({ result: 'allowed', roles: '["developer"]' })
    expect((await commented('NONE')).outputs).toMatchObject({ result: 'denied', denied: '["deploy"]' })
  })
  test('writes no status: the head is not what was judged', async () => {
    const world = worldOf({ ...member, author: 'stranger', association: 'NONE' })
    addComment(world, 2, { user: 'bob', body: '/deploy', association: 'MEMBER' })
    const run = await judgeOn(world, { eventName: 'issue_comment', inputs: { status: 'gate', 'check-run': 'true' } })
    expect(run.written).toMatchObject({ statuses: [], checkRuns: [] })
  })
})

describe('a merge group', () => {
  const pulls = (third: Partial<PullOptions> = {}): readonly PullOptions[] => [
    { ...member, number: 2, changes: { a: '1' } },
    { ...member, number: 3, author: 'bob', association: 'OWNER', changes: { b: '1' } },
    { ...member, number: 4, author: 'carol', association: 'MEMBER', changes: { c: '1' }, ...third },
  ]
  const queue = (third?: Partial<PullOptions>, numbers = [2, 3, 4]) =>
    judgeOn(worldOf(...pulls(third)), { eventName: 'merge_group', about: { numbers }, inputs: { status: 'gate' } })

  test('passes where each of its pull requests does', async () => {
    const run = await queue()
    expect(run.outputs).toMatchObject({ result: 'allowed', allowed: '["build","deploy"]' })
    expect(run.written.statuses).toMatchObject([{ state: 'success', sha: run.outputs.sha }])
  })
  test('fails with the one that is denied, and names it', async () => {
    const run = await queue({ author: 'mallory', association: 'NONE' })
    expect(run.outputs).toMatchObject({ result: 'denied', denied: '["deploy"]' })
    expect(run.decisions.deploy?.reason).toContain('pull request 4')
  })
  test('of one is that one', async () => {
    expect((await queue({}, [3])).outputs).toMatchObject({ result: 'allowed', roles: '["admin"]' })
  })
})

describe('an event without a pull request', () => {
  const world = () =>
    aWorld({
      files: {
        '.visor.yaml': aConfig(
          `engine: local\nfallback: deny\nroles: { ops: { users: [alice] } }`,
          'deploy: { policy: { require: ops } }',
        ),
      },
      branches: {
        release: {
          protected: true,
          changes: { '.visor.yaml': aConfig('engine: local\nfallback: deny', 'deploy: {}') },
        },
        feature: {
          protected: false,
          changes: { '.visor.yaml': aConfig('engine: local\nfallback: deny', 'deploy: {}') },
        },
      },
    })
  const judge = (eventName: 'push' | 'workflow_dispatch' | 'schedule', branch: string, sender: string) => {
    const there = world()
    const sha = there.branches.get(branch)?.sha
    return judgeOn(there, { eventName, about: { branch, sender }, env: { GITHUB_SHA: sha, GITHUB_ACTOR: sender } })
  }
  test.each(['push', 'workflow_dispatch'] as const)(
    '%s is judged by its own commit on the default branch',
    async (name) => {
      expect((await judge(name, 'main', 'alice')).outputs).toMatchObject({ result: 'allowed' })
      expect((await judge(name, 'main', 'mallory')).outputs).toMatchObject({ result: 'denied' })
    },
  )
  test.each(['push', 'workflow_dispatch'] as const)('%s by that of a protected branch', async (name) => {
    expect((await judge(name, 'release', 'mallory')).outputs).toMatchObject({ result: 'allowed' })
  })
  test.each(['push', 'workflow_dispatch'] as const)(
    '%s by the default branch where its own is not protected',
    async (name) => {
      const run = await judge(name, 'feature', 'mallory')
      expect(run.outputs).toMatchObject({ result: 'denied' })
      expect(run.summary).toContain('is not protected')
    },
  )
  test('schedule is judged by the default branch', async () => {
    // GitHub's payload has the cron line and not much more.
    const judge = (actor: string) =>
      judgeOn(world(), { eventName: 'schedule', event: { schedule: '0 3 * * *' }, env: { GITHUB_ACTOR: actor } })
    expect((await judge('alice')).outputs).toMatchObject({ result: 'allowed' })
    expect((await judge('mallory')).outputs).toMatchObject({ result: 'denied' })
  })
})
