import { describe, expect, test } from '@jest/globals'
import {
  ADMINS,
  aTarget,
  expectAllowed,
  expectDenied,
  expectRefused,
  expectStale,
  member,
  owner,
  POLICY,
  STRICT,
  stranger,
} from '../support/attacks.js'
import { expectClosed } from '../support/closed.js'
import { addComment, addEvent, eventOf, push, type World, WRITE_ALL } from '../support/github/index.js'
import { isoDate } from '../support/github/world.js'
import { judgeOn } from '../support/on-github.js'
import { aConfig } from '../support/repositories.js'

/** Attacks on who is judged: somebody acts under the name of somebody else, or behind them. */

const comment = { eventName: 'issue_comment' } as const
const reopened = { about: { action: 'reopened' } } as const

/** The run that the push of the present head has started. */
const addRun = (world: World, actor: string, event = 'pull_request') => {
  const pull = world.pulls.get(2)
  world.clock += 60_000
  world.runs.push({
    id: world.runs.length + 1,
    event,
    actor,
    head_sha: pull?.head.sha ?? '',
    head_branch: pull?.head.ref ?? '',
    created_at: isoDate(world.clock),
  })
}

describe('behind somebody who may', () => {
  test("a developer pushes to an admin's pull request", async () => {
    const world = aTarget(ADMINS, owner)
    await expectAllowed(world, { about: { action: 'synchronize' } })
    push(world, { pull: 2, author: 'alice', changes: { 'src/b.ts': 'x' } })
    const run = await expectDenied(world, { about: { action: 'synchronize', sender: 'alice' } })
    expect(run.decisions.deploy?.reason).toContain('alice')
  })

  test('an outsider who may push is denied as such', async () => {
    const deny = aConfig(POLICY, 'deploy: { policy: { deny: [external] } }')
    await expectAllowed(aTarget(deny, member), { about: { action: 'synchronize' } })
    await expectDenied(aTarget(deny, member), { about: { action: 'synchronize', sender: 'mallory' } })
  })

  test('the push is followed by another event of the pull request', async () => {
    const world = aTarget(ADMINS, owner)
    addRun(world, 'Codertocat')
    await expectAllowed(world, reopened)
    push(world, { pull: 2, author: 'alice', changes: { 'src/b.ts': 'x' } })
    addRun(world, 'alice')
    for (const action of ['reopened', 'labeled', 'edited', 'ready_for_review'])
      await expectDenied(world, { about: { action } })
  })

  test('the run is started again by somebody else', async () => {
    const again = (who?: string) => ({
      env: { GITHUB_RUN_ATTEMPT: '2', GITHUB_ACTOR: 'Codertocat', GITHUB_TRIGGERING_ACTOR: who },
    })
    await expectAllowed(aTarget(ADMINS, owner), again('codertocat'))
    const run = await expectDenied(aTarget(ADMINS, owner), again('mallory'))
    expect(run.decisions.deploy?.reason).toContain('mallory')
    await expectDenied(aTarget(ADMINS, stranger), again('Codertocat'))
  })

  test('the run is started again by nobody knows whom', async () => {
    const env = { GITHUB_RUN_ATTEMPT: '2', GITHUB_ACTOR: 'Codertocat', GITHUB_TRIGGERING_ACTOR: '' }
    expect((await judgeOn(aTarget(ADMINS, owner), { env })).outputs.allowed).toBe('[]')
  })

  test('a push to the pull request of Dependabot', async () => {
    const config = aConfig(`${POLICY}\n  bots: { users: ["dependabot[bot]"] }`, 'deploy: { policy: { require: bots } }')
    const world = aTarget(config, { number: 2, author: 'dependabot[bot]', association: 'NONE' })
    await expectAllowed(world, { about: { action: 'synchronize' } })
    const run = await expectDenied(world, { about: { action: 'synchronize', sender: 'mallory' } })
    expect(run.decisions.deploy?.reason).toContain('mallory')
    await expectDenied(aTarget(config, { ...stranger, author: 'dependabot' }))
  })

  test("a member's command on the pull request of an outsider by the outsider", async () => {
    const world = aTarget(STRICT, stranger)
    addComment(world, 2, { user: 'alice', body: '/deploy', association: 'MEMBER' })
    await expectAllowed(world, comment)
    addComment(world, 2, { user: 'mallory', body: '/deploy\n\n> @alice: /deploy', association: 'NONE' })
    await expectDenied(world, comment)
  })
})

describe('under a name that is not theirs', () => {
  test('the event claims an association that GitHub does not know of', async () => {
    const world = aTarget(STRICT, stranger)
    for (const word of ['OWNER', 'MEMBER', 'COLLABORATOR', 'CONTRIBUTOR']) {
      const event = eventOf(world, 'pull_request', { number: 2 })
      event.pull_request.author_association = word
      await expectRefused(world, 'ERR_EVENT_MISMATCH', { event })
    }
    for (const word of ['ADMIN', 'member', '']) {
      const event = eventOf(world, 'pull_request', { number: 2 })
      event.pull_request.author_association = word
      expect((await judgeOn(world, { event })).outputs.allowed).toBe('[]')
    }
  })

  test('an association that was lost since', async () => {
    const world = aTarget(STRICT, member)
    const event = eventOf(world, 'pull_request', { number: 2 })
    await expectAllowed(world, { event })
    const pull = world.pulls.get(2)
    if (pull) pull.association = 'CONTRIBUTOR'
    await expectRefused(world, 'ERR_EVENT_MISMATCH', { event })
  })

  test('a forged association in a comment', async () => {
    const world = aTarget(STRICT, stranger)
    addComment(world, 2, { user: 'mallory', body: '/deploy', association: 'NONE' })
    const event = eventOf(world, 'issue_comment', { number: 2 })
    event.comment.author_association = 'MEMBER'
    await expectRefused(world, 'ERR_EVENT_MISMATCH', { ...comment, event })
  })

  test('a forged association in the edit of a comment', async () => {
    const world = aTarget(STRICT, stranger)
    addComment(world, 2, { user: 'mallory', body: '/deploy', association: 'NONE' })
    for (const action of ['edited', 'deleted', 'pinned', '']) {
      const event = eventOf(world, 'issue_comment', { number: 2, action })
      event.comment.author_association = 'OWNER'
      await expectRefused(world, 'ERR_EVENT_UNSUPPORTED', { ...comment, event })
    }
  })

  test("somebody else's comment is claimed", async () => {
    const world = aTarget(STRICT, stranger)
    addComment(world, 2, { user: 'mallory', body: '/deploy', association: 'NONE' })
    const event = eventOf(world, 'issue_comment', { number: 2 })
    event.comment.user.login = 'alice'
    await expectRefused(world, 'ERR_EVENT_MISMATCH', { ...comment, event })
  })

  test('the author of the event is another one than of the pull request', async () => {
    const world = aTarget(STRICT, stranger)
    const event = eventOf(world, 'pull_request', { number: 2 })
    event.pull_request.user.login = 'alice'
    await expectRefused(world, 'ERR_EVENT_MISMATCH', { event })
  })

  test('logins that look like the right one', async () => {
    const config = aConfig(
      'engine: local\nfallback: allow\nroles: { admin: { users: [mark] } }',
      'deploy: { policy: { require: admin } }',
    )
    await expectAllowed(aTarget(config, { ...stranger, author: 'Mark' }))
    for (const author of ['mark[bot]', 'mark-', 'marc', 'Codertocat'])
      await expectDenied(aTarget(config, { ...stranger, author }))
    // The Kelvin sign and a Cyrillic letter: GitHub has no such logins, and an event that does is not believed.
    for (const login of ['mar\u212a', 'm\u0430rk', 'mark\u200b', 'mark ']) {
      const world = aTarget(config, { ...stranger, author: 'mark' })
      const event = eventOf(world, 'pull_request', { number: 2 })
      event.pull_request.user.login = login
      await expectRefused(world, 'ERR_EVENT_MISMATCH', { event })
    }
  })

  test('a team of another organisation, or one that is not confirmed', async () => {
    const role = (team: string) => `engine: local\nfallback: allow\nroles: { admin: { teams: ["${team}"] } }`
    const steps = 'deploy: { policy: { require: admin } }'
    const teams = { 'acme/platform': { members: ['alice'], pending: ['mallory'] }, 'evil/platform': ['mallory'] }
    const world = (team: string, pull: typeof member | typeof stranger) =>
      aTarget(aConfig(role(team), steps), pull, { repository: 'acme/shop', ownerType: 'Organization', teams })
    const options = {
      env: { GITHUB_REPOSITORY: 'acme/shop' },
      github: { permissions: { ...WRITE_ALL, members: 'read' as const } },
    }
    await expectAllowed(world('platform', member), options)
    await expectAllowed(world('ACME/Platform', member), options)
    await expectDenied(world('platform', stranger), options)
    await expectDenied(world('acme/platform', stranger), options)
    // A token that may not read teams proves nothing, whatever the fallback.
    const blind = await judgeOn(world('platform', stranger), { env: options.env })
    expectClosed(blind, { code: 1, errorCode: 'ERR_ROLE_UNRESOLVED' })
  })
})

describe('a comment is a word on what was there', () => {
  const commented = (before: (world: World) => void = () => undefined) => {
    const world = aTarget(STRICT, stranger)
    addRun(world, 'mallory')
    world.clock += 60_000
    before(world)
    addComment(world, 2, { user: 'alice', body: '/deploy', association: 'MEMBER' })
    return world
  }

  test('a comment, then a push', async () => {
    const world = commented()
    await expectAllowed(world, comment)
    const event = eventOf(world, 'issue_comment', { number: 2 })
    push(world, { pull: 2, changes: { 'src/a.ts': 'evil' } })
    await expectStale(world, { ...comment, event })
    addRun(world, 'mallory')
    await expectStale(world, { ...comment, event })
  })

  test('a comment that was edited or deleted since', async () => {
    const edited = commented()
    const event = eventOf(edited, 'issue_comment', { number: 2 })
    const [given] = edited.comments
    if (given) Object.assign(given, { body: '/deploy production', updatedAt: isoDate(edited.clock + 5000) })
    await expectStale(edited, { ...comment, event })
    edited.comments.splice(0)
    await expectStale(edited, { ...comment, event })
  })

  test('a push in the very second of the comment', async () => {
    const world = commented()
    const event = eventOf(world, 'issue_comment', { number: 2 })
    const { clock } = world
    push(world, { pull: 2, changes: { 'src/a.ts': 'evil' } })
    world.clock = clock
    await expectStale(world, { ...comment, event })
  })

  test('a head that was there before, pushed back after the comment', async () => {
    // Evil on top of good was pushed once, so that its run is older than the comment; then good alone, by force.
    let evil = ''
    const world = commented((world) => {
      const pull = world.pulls.get(2)
      const good = pull?.head.sha ?? ''
      evil = push(world, { pull: 2, changes: { 'src/a.ts': 'evil' } })
      addRun(world, 'mallory')
      if (pull) pull.head.sha = good
      addEvent(world, 2, { event: 'head_ref_force_pushed', commit_id: good })
      addRun(world, 'mallory')
      world.clock += 60_000
    })
    await expectAllowed(world, comment)
    const event = eventOf(world, 'issue_comment', { number: 2 })
    const pull = world.pulls.get(2)
    // Forward: no force-push tells of it.
    world.clock += 60_000
    if (pull) pull.head.sha = evil
    world.pushes.set('codertocat/hello-world', world.clock)
    await expectStale(world, { ...comment, event })
  })

  test('the event lies about the time of the comment', async () => {
    const world = commented()
    const event = eventOf(world, 'issue_comment', { number: 2 })
    push(world, { pull: 2, changes: { 'src/a.ts': 'evil' } })
    Object.assign(event.comment, { created_at: '2030-01-01T00:00:00Z', updated_at: '2030-01-01T00:00:00Z' })
    expect((await judgeOn(world, { ...comment, event })).outputs.allowed).toBe('[]')
    const since = eventOf(world, 'issue_comment', { number: 2 })
    const later = isoDate(world.clock + 60_000)
    Object.assign(since.comment, { id: since.comment.id, created_at: later, updated_at: later })
    expect((await judgeOn(world, { ...comment, event: since })).outputs.allowed).toBe('[]')
  })

  test('a comment of another pull request', async () => {
    const world = commented()
    const event = eventOf(world, 'issue_comment', { number: 2 })
    addComment(world, 2, { user: 'mallory', body: '/deploy', association: 'NONE' })
    event.comment.id += 100_000
    await expectStale(world, { ...comment, event })
  })
})
