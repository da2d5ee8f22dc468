import { describe, expect, test } from '@jest/globals'
import { APPROVED, aTarget, expectAllowed, expectPending, expectStale, LAX, member, once } from '../support/attacks.js'
import {
  addEvent,
  addPull,
  addReview,
  eventOf,
  type PullOptions,
  push,
  type ReviewOptions,
  type World,
  type WorldOptions,
} from '../support/github/index.js'
import { isoDate } from '../support/github/world.js'
import { judgeOn } from '../support/on-github.js'

/** Attacks on approvals: one is made up, given by the wrong person, or kept for something that it was not given for. */

const bob = { user: 'bob' } as const
const review = { eventName: 'pull_request_review' } as const
const reviewed = (reviews: readonly ReviewOptions[], pull: PullOptions = {}, rest: WorldOptions = {}) =>
  aTarget(APPROVED, { ...member, reviews, ...pull }, rest)
const pullOf = (world: World, number = 2) => {
  const pull = world.pulls.get(number)
  if (!pull) throw new Error('no such pull request')
  return pull
}

test('an approval that counts', async () => {
  await expectAllowed(reviewed([bob]), review)
  await expectPending(reviewed([]))
})

describe('by somebody who may not', () => {
  test('a review by an outsider', async () => {
    for (const association of ['NONE', 'CONTRIBUTOR', 'FIRST_TIMER', 'MANNEQUIN'])
      await expectPending(reviewed([{ user: 'mallory', association }]), review)
  })

  test("a review by the pull request's author", async () => {
    await expectPending(reviewed([{ user: 'alice' }]), review)
    await expectPending(reviewed([{ user: 'ALICE' }]), review)
  })

  test("a review by the author's second commit identity", async () => {
    const second = { user: 'alice-at-work' }
    await expectAllowed(reviewed([second]), review)
    const change = { changes: { 'src/b.ts': 'x' } }
    for (const commit of [
      { author: 'alice-at-work' },
      { committer: 'alice-at-work' },
      { author: null, email: '1+alice-at-work@users.noreply.github.com' },
      { author: null, name: 'Alice-At-Work', email: 'alice@work.example' },
      { message: 'More\n\nCo-authored-by: A <alice-at-work@users.noreply.github.com>' },
    ])
      await expectPending(reviewed([second], { commits: [{ ...change, ...commit }] }), review)
  })

  test('a review by whoever pushed the head', async () => {
    await expectAllowed(reviewed([bob]), review)
    const world = reviewed([])
    // The commit is written in the author's name: anybody can do that.
    push(world, { pull: 2, author: 'alice', changes: { 'src/b.ts': 'x' } })
    const { head } = pullOf(world)
    world.runs.push({
      id: 1,
      head_sha: head.sha,
      head_branch: head.ref,
      actor: 'bob',
      created_at: isoDate(world.clock),
    })
    addReview(world, 2, bob)
    expect((await judgeOn(world, review)).outputs.allowed).toBe('[]')
  })

  test('a review by a bot, and by a deleted account', async () => {
    await expectPending(reviewed([{ user: 'helper[bot]' }]), review)
    await expectPending(reviewed([{ user: 'robot' }], {}, { users: { robot: 'Bot' } }), review)
    await expectPending(reviewed([{ user: null }]))
  })

  test('the event tells of a review that GitHub does not know', async () => {
    const world = reviewed([bob])
    const event = eventOf(world, 'pull_request_review', { number: 2 })
    pullOf(world).reviews.splice(0)
    await expectPending(world, { ...review, event })
  })
})

describe('that says something else by now', () => {
  test('a review that was dismissed', async () => {
    const world = reviewed([bob])
    await expectAllowed(world, review)
    const [given] = pullOf(world).reviews
    if (given) given.state = 'DISMISSED'
    await expectPending(world, { ...review, about: { action: 'dismissed' } })
  })

  test('a veto that was dismissed is no approval', async () => {
    await expectPending(reviewed([bob, { ...bob, state: 'DISMISSED' }]), review)
  })

  test('an approval before a veto of the same person', async () => {
    await expectPending(reviewed([bob, { ...bob, state: 'CHANGES_REQUESTED' }, { ...bob, state: 'COMMENTED' }]), review)
  })

  test("a veto is buried under somebody else's approval", async () => {
    await expectPending(reviewed([{ user: 'carol', state: 'CHANGES_REQUESTED' }, bob]), review)
  })

  test('a review that is pending, or a mere comment', async () => {
    for (const state of ['PENDING', 'COMMENTED'] as const) await expectPending(reviewed([{ ...bob, state }]))
  })
})

describe('for something else', () => {
  test('an approval on an old commit', async () => {
    const commits = [{ changes: { 'src/a.ts': 'good' } }, { changes: { 'src/a.ts': 'evil' } }]
    await expectAllowed(reviewed([{ ...bob, commit: 1 }], { commits }), review)
    await expectPending(reviewed([{ ...bob, commit: 0 }], { commits }), review)
    await expectPending(reviewed([{ ...bob, commit: null }], { commits }), review)
    await expectPending(reviewed([{ ...bob, commit: 'd'.repeat(40) }], { commits }), review)
  })

  test('an approval, then a force-push', async () => {
    const world = reviewed([bob])
    const event = eventOf(world, 'pull_request_review', { number: 2 })
    push(world, { pull: 2, force: true, changes: { 'src/a.ts': 'evil' } })
    await expectStale(world, { ...review, event })
    await expectPending(world, { about: { action: 'synchronize' } })
  })

  test('an approval, and a push of something else while it is judged', async () => {
    const world = reviewed([bob])
    const onRequest = once('/git/trees/', () => push(world, { pull: 2, changes: { 'src/a.ts': 'evil' } }))
    await expectStale(world, { ...review, github: { onRequest } })
  })

  test('the base is retargeted after the approval', async () => {
    const lax = { lax: { changes: { 'src/a.ts': 'nearly', '.visor.yaml': LAX } } }
    const world = reviewed([bob], { base: 'lax' }, { branches: lax })
    await expectAllowed(world, review)
    pullOf(world).base = { ref: 'main', sha: world.branches.get('main')?.sha ?? '' }
    addEvent(world, 2, { event: 'base_ref_changed' })
    await expectPending(world, { about: { action: 'edited' } })
    addReview(world, 2, bob)
    await expectAllowed(world, review)
  })

  test('the base is retargeted and back again', async () => {
    const world = reviewed([bob])
    addEvent(world, 2, { event: 'base_ref_changed' })
    addEvent(world, 2, { event: 'base_ref_changed' })
    await expectPending(world, review)
  })

  test('the base branch is taken back by force after the approval', async () => {
    // What the topic branch has already is not shown to whoever reviews what goes on top of it.
    const topic = { topic: { changes: { 'src/evil.ts': 'evil' } } }
    const world = reviewed([bob], { base: 'topic' }, { branches: topic })
    await expectAllowed(world, review)
    world.branches.set('topic', { sha: world.branches.get('main')?.sha ?? '', protected: false })
    pullOf(world).base.sha = world.branches.get('main')?.sha ?? ''
    addEvent(world, 2, { event: 'base_ref_force_pushed' })
    await expectPending(world, { about: { action: 'reopened' } })
  })

  test('an approval of another pull request with the same head', async () => {
    // All that is evil is in the branch below: the second pull request shows a harmless line, and is approved.
    const topic = { topic: { changes: { 'src/evil.ts': 'evil' } } }
    const world = aTarget(APPROVED, { ...member, from: 'topic' }, { branches: topic })
    const { head } = pullOf(world)
    await expectPending(world, { inputs: { status: 'gate' } })
    addPull(world, { number: 3, author: 'alice', base: 'topic', from: head.sha, branch: head.ref, commits: [] })
    addReview(world, 3, bob)
    await judgeOn(world, { ...review, number: 3, inputs: { status: 'gate' } })
    // A status belongs to a commit: what it says there it says for both.
    expect(world.statuses.at(-1)?.state).not.toBe('success')
  })

  test('a label, then a push', async () => {
    const world = reviewed([bob], { labels: ['approved'] })
    const event = eventOf(world, 'pull_request', { number: 2, action: 'labeled', sender: 'bob' })
    push(world, { pull: 2, changes: { 'src/a.ts': 'evil' } })
    await expectStale(world, { event })
  })
})
