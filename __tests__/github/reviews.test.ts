import { afterEach, describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import type { ApprovalFacts, ApprovalRule } from '../../src/core/approvals.js'
import { assess } from '../../src/core/assess.js'
import type { Role } from '../../src/core/config.js'
import type { Facts } from '../../src/core/facts.js'
import { NO_MEMBERSHIPS } from '../../src/core/memberships.js'
import { resolveReviews } from '../../src/core/reviewers.js'
import { type Client, createClient } from '../../src/github/client.js'
import { readTeams } from '../../src/github/people.js'
import { readPull } from '../../src/github/pull-request.js'
import { examineReviews, readApprovals, startReviews, type Wanted } from '../../src/github/reviews.js'
import {
  addEvent,
  addReview,
  aWorld,
  type CommitOptions,
  type GitHub,
  type PullOptions,
  push,
  type ServerOptions,
  startGitHub,
  type World,
  type WorldOptions,
  WRITE_ALL,
} from '../support/github/index.js'

const REPO = { owner: 'acme', repo: 'shop' }
const anything = v.unknown()
const FILES = { 'a.txt': 'one\ntwo\n', 'b.txt': 'b\n', 'lib/c.txt': 'c\n' }

const worldOf = (pull: PullOptions, over: WorldOptions = {}): World =>
  aWorld({
    repository: 'acme/shop',
    ownerType: 'Organization',
    files: FILES,
    pulls: [{ number: 7, author: 'alice', changes: { 'a.txt': 'one\n2\n' }, ...pull }],
    ...over,
  })

let running: GitHub | undefined
afterEach(async () => {
  const github = running
  running = undefined
  await github?.close()
})

async function open(world: World, options: ServerOptions = {}): Promise<Client> {
  running = await startGitHub(world, { permissions: { ...WRITE_ALL, members: 'read' }, ...options })
  return createClient({
    baseUrl: running.url,
    token: 'token',
    userAgent: 'test',
    proxy: {},
    signal: new AbortController().signal,
    budgetMs: 20_000,
    now: Date.now,
    sleep: async () => undefined,
  })
}

const approvalsOf = (client: Client, pull: Pull, wanted: Wanted, started = startReviews(client, REPO, pull.number)) =>
  readApprovals(pull, wanted, readTeams(client, REPO), examineReviews(client, REPO, pull, started))

const WANTED: Wanted = { teams: [], approvals: true }
async function read(world: World, options: ServerOptions = {}, wanted = WANTED): Promise<ApprovalFacts> {
  const client = await open(world, options)
  return approvalsOf(client, await readPull(client, REPO, 7), wanted)
}

const MEMBER: Role = {
  name: 'member',
  associations: ['MEMBER'],
  users: [],
  teams: [],
  permissions: [],
  neverApplies: false,
}
const RULE: ApprovalRule = { count: 1, roles: ['member'], teams: [], users: [] }
const PULL = { event: 'pull_request', others: [], pullRequest: { number: 7, labels: [] } } as unknown as Facts

function assessed(approvals: ApprovalFacts, rule = RULE) {
  const reviews = resolveReviews([MEMBER], { facts: PULL, memberships: NO_MEMBERSHIPS, approvals })
  if (reviews.kind === 'unavailable') throw new Error(reviews.message)
  return assess(rule, reviews)
}

/** Who counts, and why the others do not. */
async function counted(world: World, options?: ServerOptions) {
  const { counted, ignored, vetoes } = assessed(await read(world, options))
  return {
    counted: counted.map(({ login }) => login),
    ...(vetoes.length > 0 && { vetoes: vetoes.map(({ login }) => login) }),
    ...(ignored.length > 0 && { ignored: Object.fromEntries(ignored.map(({ login, reason }) => [login, reason])) }),
  }
}
const short = (sha: string) => sha.slice(0, 7)

describe('the last word of each person', () => {
  test.each<[string, PullOptions['reviews'], object]>([
    ['an approval of the head', [{ user: 'bob' }], { counted: ['bob'] }],
    [
      'a comment after it changes nothing',
      [{ user: 'bob' }, { user: 'bob', state: 'COMMENTED' }],
      { counted: ['bob'] },
    ],
    [
      'nor does a review that is not sent yet',
      [{ user: 'bob' }, { user: 'bob', state: 'PENDING' }],
      { counted: ['bob'] },
    ],
    [
      'changes asked for after it stand',
      [{ user: 'bob' }, { user: 'bob', state: 'CHANGES_REQUESTED' }],
      { counted: [], vetoes: ['bob'] },
    ],
    [
      'an approval after them stands',
      [{ user: 'bob', state: 'CHANGES_REQUESTED' }, { user: 'bob' }],
      { counted: ['bob'] },
    ],
    [
      'what was dismissed drops, and what was before it does not come back',
      [{ user: 'bob' }, { user: 'bob', state: 'DISMISSED' }],
      { counted: [], ignored: { bob: 'the review was dismissed' } },
    ],
    [
      'an objection that was dismissed stops nobody',
      [{ user: 'carol' }, { user: 'bob', state: 'DISMISSED' }],
      { counted: ['carol'], ignored: { bob: 'the review was dismissed' } },
    ],
    [
      'a deleted account counts for nothing',
      [{ user: null }, { user: null, state: 'CHANGES_REQUESTED' }],
      { counted: [], ignored: { ghost: 'the account was deleted' } },
    ],
    [
      'an outsider counts for nothing',
      [{ user: 'mallory', association: 'NONE' }],
      { counted: [], ignored: { mallory: 'has no role, which is not enough' } },
    ],
    [
      'a bot counts for nothing, whatever its association',
      [{ user: 'helper[bot]' }],
      { counted: [], ignored: { 'helper[bot]': 'not the account of a person' } },
    ],
    [
      'without a commit it is an approval of nothing',
      [{ user: 'bob', commit: null }],
      { counted: [], ignored: { bob: 'GitHub does not say on which commit it was given' } },
    ],
  ])('%s', async (_name, reviews, expected) => {
    expect(await counted(worldOf({ reviews: reviews ?? [] }))).toEqual(expected)
  })

  test('a state that nobody knows is no approval', async () => {
    const world = worldOf({})
    addReview(world, 7, { user: 'bob', state: 'SUPER_APPROVED' as 'APPROVED' })
    expect(await counted(world)).toMatchObject({
      counted: [],
      ignored: { bob: expect.stringContaining('not understood') },
    })
  })

  test('of more than a hundred reviews, on every page', async () => {
    const comments = Array.from({ length: 230 }, () => ({ user: 'carol', state: 'COMMENTED' as const }))
    expect(await counted(worldOf({ reviews: [...comments, { user: 'bob' }] }))).toEqual({ counted: ['bob'] })
  })
})

describe('whoever has a part in the head may not approve it', () => {
  const by = (commit: CommitOptions) =>
    worldOf({ commits: [{ changes: { 'a.txt': 'x\n' }, ...commit }], reviews: [{ user: 'bob' }] })
  const trailer = (line: string) => by({ message: `Change\n\n${line}` })
  const coAuthor = 'a co-author of one of its commits'
  test.each<[string, World, string]>([
    [
      'the author under the login of the pull request',
      worldOf({ author: 'bob', reviews: [{ user: 'Bob' }] }),
      'the author of the pull request',
    ],
    ['by a second account that wrote a commit', by({ author: 'bob' }), 'the author of one of its commits'],
    ['a committer', by({ committer: 'bob' }), 'the committer of one of its commits'],
    [
      'an unlinked author with the name of the login',
      by({ author: null, name: 'Bob' }),
      'the author of one of its commits',
    ],
    [
      'an unlinked author with the address of the account',
      by({ author: null, name: 'R. Smith', email: '17+bob@users.noreply.github.com' }),
      'the author of one of its commits',
    ],
    ['a co-author by address', trailer('Co-authored-by: Robert <17+Bob@users.noreply.github.com>'), coAuthor],
    ['a co-author by an older address', trailer('co-AUTHORED-by:Robert <bob@users.noreply.github.com>'), coAuthor],
    ['a co-author by name', trailer('Co-authored-by: bob <bob@example.com>'), coAuthor],
    ['a co-author without an address', trailer('Co-authored-by: bob'), coAuthor],
    ['a co-author above the last paragraph', trailer('Co-authored-by: bob <b@x.y>\n\nand more words'), coAuthor],
    [
      'a co-author by the address of another commit',
      worldOf({
        commits: [
          { changes: { 'a.txt': 'x\n' }, author: 'carol', committer: 'bob', email: 'shared@example.com' },
          { changes: { 'b.txt': 'x\n' }, message: 'More\n\nCo-authored-by: R <Shared@Example.com>' },
        ],
        reviews: [{ user: 'bob' }],
      }),
      'the committer of one of its commits',
    ],
  ])('%s', async (_name, world, why) => {
    const found = await counted(world)
    expect(Object.values(found.ignored ?? {})).toEqual([why])
    expect(found.counted).toEqual([])
  })

  test('a co-author whose login has changed since, by the number in the address', async () => {
    const world = worldOf({})
    const client = await open(world)
    addReview(world, 7, { user: 'bob' })
    const [review] = (await client.list(
      'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
      { ...REPO, pull_number: 7 },
      anything,
    )) as {
      user: { id: number }
    }[]
    push(world, { pull: 7, message: `x\n\nCo-authored-by: R <${review?.user.id}+older-name@users.noreply.github.com>` })
    addReview(world, 7, { user: 'bob' })
    const facts = await approvalsOf(client, await readPull(client, REPO, 7), WANTED)
    expect(assessed(facts)).toMatchObject({ met: false, ignored: [{ login: 'bob', reason: coAuthor }] })
  })

  test('GitHub itself commits what is merged on the web, and is nobody', async () => {
    expect(await counted(by({ committer: 'web-flow' }))).toEqual({ counted: ['bob'] })
    const world = by({ committer: 'web-flow' })
    const facts = await read(world)
    expect(facts.kind === 'known' && [...facts.involved.keys()]).toEqual(['alice'])
  })

  test('over 250 commits nobody knows who that is', async () => {
    const commits = Array.from({ length: 251 }, (_, i) => ({ changes: { 'a.txt': `${i}\n` } }))
    const facts = await read(worldOf({ commits, reviews: [{ user: 'bob' }] }))
    expect(facts).toEqual({
      kind: 'unavailable',
      message: expect.stringMatching(
        /^the approvals of pull request 7 could not be read: GitHub lists 250 of its 251 commits/,
      ),
    })
  })

  test('250 commits are all known', async () => {
    const commits = Array.from({ length: 250 }, (_, i) => ({ changes: { 'a.txt': `${i}\n` } }))
    expect(await counted(worldOf({ commits, reviews: [{ user: 'bob' }] }))).toEqual({ counted: ['bob'] })
  })

  test('a head that moves in between is not half known', async () => {
    const world = worldOf({ reviews: [{ user: 'bob' }] })
    const onRequest: ServerOptions['onRequest'] = ({ path }) => {
      if (path.endsWith('/pulls/7/commits')) push(world, { pull: 7, force: true, changes: { 'a.txt': 'evil\n' } })
    }
    expect(await read(world, { onRequest })).toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('moved'),
    })
  })
})

describe('an approval stands as long as the same is changed', () => {
  const approvedBefore = (change: (world: World) => void, over: PullOptions = {}, options: WorldOptions = {}) => {
    const world = worldOf({ reviews: [{ user: 'bob' }], ...over }, options)
    const given = world.pulls.get(7)?.head.sha ?? ''
    change(world)
    return {
      world,
      something: { counted: [], ignored: { bob: `given on ${short(given)}, which changes something else` } },
    }
  }
  const updateMerge = (world: World, changes: Record<string, string> = {}) => {
    push(world, { branch: 'main', changes: { 'b.txt': 'b moved on\n', 'new.txt': 'new\n' } })
    // The merge has what the base brought beside the changes of the pull request.
    push(world, {
      pull: 7,
      message: "Merge branch 'main'",
      merges: ['main'],
      committer: 'web-flow',
      changes: { 'b.txt': 'b moved on\n', 'new.txt': 'new\n', ...changes },
    })
  }

  test('through a clean merge of the base', async () => {
    const { world } = approvedBefore((world) => updateMerge(world))
    expect(await counted(world)).toEqual({ counted: ['bob'] })
  })
  test('through a rebase that changes the same, by force-push', async () => {
    const { world } = approvedBefore((world) => {
      push(world, { branch: 'main', changes: { 'b.txt': 'b moved on\n' } })
      push(world, { pull: 7, force: true, message: 'reworded', changes: { 'a.txt': 'one\n2\n' } })
    })
    expect(await counted(world)).toEqual({ counted: ['bob'] })
  })
  test('through a change that is taken back', async () => {
    const { world } = approvedBefore((world) => {
      push(world, { pull: 7, changes: { 'a.txt': 'evil\n' } })
      push(world, { pull: 7, changes: { 'a.txt': 'one\n2\n' } })
    })
    expect(await counted(world)).toEqual({ counted: ['bob'] })
  })

  test.each<[string, (world: World) => void]>([
    ['a changed line', (world) => push(world, { pull: 7, changes: { 'a.txt': 'one\n3\n' } })],
    [
      'a force-push of something else',
      (world) => push(world, { pull: 7, force: true, changes: { 'a.txt': 'evil\n' } }),
    ],
    ['one more file', (world) => push(world, { pull: 7, changes: { 'evil.sh': 'x' } })],
    ['a file that goes', (world) => push(world, { pull: 7, changes: { 'lib/c.txt': null } })],
    [
      'a changed mode',
      (world) => push(world, { pull: 7, changes: { 'a.txt': { content: 'one\n2\n', mode: '100755' } } }),
    ],
    [
      'a file that becomes a symlink',
      (world) => push(world, { pull: 7, changes: { 'a.txt': { symlink: 'one\n2\n' } } }),
    ],
    ['a file that is moved', (world) => push(world, { pull: 7, changes: { 'a.txt': null, 'z.txt': 'one\n2\n' } })],
    ['a submodule', (world) => push(world, { pull: 7, changes: { sub: { submodule: 'a'.repeat(40) } } })],
    ['a merge of the base that brings something of its own', (world) => updateMerge(world, { 'b.txt': 'evil\n' })],
    ['a merge of the base that undoes it', (world) => updateMerge(world, { 'b.txt': 'b\n' })],
  ])('%s ends it', async (_name, change) => {
    const { world, something } = approvedBefore(change)
    expect(await counted(world)).toEqual(something)
  })

  test('whoever approves again counts again', async () => {
    const { world } = approvedBefore((world) => {
      push(world, { pull: 7, changes: { 'a.txt': 'more\n' } })
      addReview(world, 7, { user: 'bob' })
    })
    expect(await counted(world)).toEqual({ counted: ['bob'] })
  })

  test('a commit that is not there any more', async () => {
    const gone = 'd'.repeat(40)
    const world = worldOf({ reviews: [{ user: 'bob', commit: gone }] })
    expect(await counted(world)).toEqual({
      counted: [],
      ignored: { bob: 'given on ddddddd, which is not there any more' },
    })
  })
  test('a repository that GitHub does not list whole', async () => {
    const { world } = approvedBefore((world) => updateMerge(world))
    const found = await counted(world, { maxTreeEntries: 2 })
    expect(found).toMatchObject({ counted: [], ignored: { bob: expect.stringContaining('too large') } })
  })
  test('only the latest of many approved commits are compared', async () => {
    const world = worldOf({})
    for (let i = 0; i < 25; i++) {
      addReview(world, 7, { user: `bob${i}` })
      push(world, { pull: 7, changes: { 'a.txt': i < 24 ? `${i}\n` : 'one\n2\n' } })
    }
    const found = await counted(world)
    const reasons = Object.values(found.ignored ?? {})
    expect(reasons.filter((reason) => reason.includes('only the latest 20'))).toHaveLength(5)
    expect(reasons.filter((reason) => reason.includes('something else'))).toHaveLength(20)
  })
})

test('who approves again is among the latest', async () => {
  const world = worldOf({ reviews: [{ user: 'bob' }] })
  for (let i = 0; i < 21; i++) {
    push(world, { pull: 7, changes: { 'a.txt': `${i}\n` } })
    addReview(world, 7, { user: `other${i}`, association: 'NONE' })
  }
  push(world, { pull: 7, changes: { 'a.txt': 'last\n' } })
  addReview(world, 7, { user: 'bob' })
  push(world, { pull: 7, message: 'nothing new', changes: {} })
  expect((await counted(world)).counted).toEqual(['bob'])
})

describe('another base branch ends every approval before it', () => {
  const retarget = (world: World, event: string, created_at?: string) => {
    const pull = world.pulls.get(7)
    if (pull) pull.base.ref = 'lax'
    addEvent(world, 7, { event, ...(created_at !== undefined && { created_at }) })
  }
  const options: WorldOptions = { branches: { lax: { from: 'main' } } }
  const changed = { counted: [], ignored: { bob: 'the base branch was changed after it' } }

  test.each(['base_ref_changed', 'automatic_base_change_succeeded'])('%s, on the very head', async (event) => {
    const world = worldOf({ reviews: [{ user: 'bob' }] }, options)
    retarget(world, event)
    expect(await counted(world)).toEqual(changed)
  })
  test('in the same second counts as after', async () => {
    const at = '2026-03-01T10:00:00Z'
    const world = worldOf({ reviews: [{ user: 'bob', submittedAt: at }] }, options)
    retarget(world, 'base_ref_changed', at)
    expect(await counted(world)).toEqual(changed)
  })
  test('there and back again', async () => {
    const world = worldOf({ reviews: [{ user: 'bob' }] }, options)
    retarget(world, 'base_ref_changed')
    const pull = world.pulls.get(7)
    if (pull) pull.base.ref = 'main'
    addEvent(world, 7, { event: 'base_ref_changed' })
    expect(await counted(world)).toEqual(changed)
  })
  test('what was dismissed is still said to be', async () => {
    const world = worldOf({ reviews: [{ user: 'carol', state: 'DISMISSED' }, { user: 'bob' }] }, options)
    retarget(world, 'base_ref_changed')
    expect(await counted(world)).toEqual({
      counted: [],
      ignored: { carol: 'the review was dismissed', ...changed.ignored },
    })
  })
  test('an approval after it counts', async () => {
    const world = worldOf({}, options)
    retarget(world, 'base_ref_changed')
    addReview(world, 7, { user: 'bob' })
    expect(await counted(world)).toEqual({ counted: ['bob'] })
  })
  test('other events do not matter', async () => {
    const world = worldOf({ reviews: [{ user: 'bob' }] })
    for (const event of ['labeled', 'renamed', 'head_ref_force_pushed', 'automatic_base_change_failed'])
      addEvent(world, 7, { event })
    expect(await counted(world)).toEqual({ counted: ['bob'] })
  })
})

describe('who could', () => {
  test('the members of teams, of this organisation and of others', async () => {
    const world = worldOf({}, { teams: { 'acme/platform': ['bob', 'alice'], 'other/ops': ['carol'] } })
    const facts = await read(world, {}, { teams: ['platform', 'other/ops'], approvals: true })
    expect(facts.kind === 'known' && facts.members).toEqual(
      new Map([
        ['platform', { known: ['bob', 'alice'] }],
        ['other/ops', { known: ['carol'] }],
      ]),
    )
    expect(assessed(facts, { ...RULE, roles: [], teams: ['platform'] }).could.people).toEqual(['bob'])
  })
  test('nobody, where everybody named has a commit in it', async () => {
    const commits = [
      { changes: { 'a.txt': 'x' }, message: 'x\n\nCo-authored-by: bob <1+bob@users.noreply.github.com>' },
    ]
    const facts = await read(worldOf({ commits }))
    expect(assessed(facts, { ...RULE, roles: [], users: ['alice', 'bob'] })).toMatchObject({ nobody: true })
  })
  test('teams that the token may not read are said to be so', async () => {
    const world = worldOf({}, { teams: { 'acme/platform': ['bob'] } })
    const facts = await read(world, { permissions: WRITE_ALL }, { teams: ['platform'], approvals: true })
    expect(facts.kind === 'known' && facts.members.get('platform')).toEqual({
      unresolved: expect.stringContaining('members: read'),
    })
  })
  test("a person's own repository has one owner", async () => {
    const world = worldOf({}, { ownerType: 'User' })
    expect(await read(world)).toMatchObject({ soleOwner: 'acme' })
    expect(await read(worldOf({}))).not.toHaveProperty('soleOwner')
  })
})

describe('what cannot be read is not half known', () => {
  const stale = () => {
    const world = worldOf({ reviews: [{ user: 'bob' }] })
    push(world, { branch: 'main', changes: { 'b.txt': 'moved\n' } })
    push(world, { pull: 7, force: true, changes: { 'a.txt': 'one\n2\n' } })
    return world
  }
  test.each(['/reviews', '/commits', '/events', '/compare/', '/git/trees/'])('a failure of %s', async (part) => {
    const faults: ServerOptions['faults'] = ({ path }) =>
      path.includes(part) ? { kind: 'status', status: 500 } : undefined
    expect(await read(stale(), { faults })).toEqual({
      kind: 'unavailable',
      message: expect.stringMatching(/^the approvals of pull request 7 could not be read: /),
    })
  })
  test('a failure that is about an approved commit alone', async () => {
    const world = stale()
    const given = world.pulls.get(7)?.reviews[0]?.commit_id ?? ''
    const faults: ServerOptions['faults'] = ({ path }) =>
      path.includes(`...${given}`) ? { kind: 'status', status: 500 } : undefined
    expect(await read(world, { faults })).toMatchObject({ kind: 'unavailable' })
  })
  test('an answer that is not as GitHub describes it', async () => {
    const faults: ServerOptions['faults'] = ({ path }) =>
      path.endsWith('/reviews') ? { kind: 'status', status: 200, body: [{ state: 3 }] } : undefined
    expect(await read(stale(), { faults })).toMatchObject({ kind: 'unavailable' })
  })
})

describe('the requests', () => {
  const routes = () =>
    running?.requests.map(({ path }) => path.replace(/[0-9a-f]{40}/g, 'sha').replace('/repos/acme/shop', ''))
  test('one, where there are no reviews and nobody needs any', async () => {
    const world = worldOf({ reviews: [{ user: 'bob', state: 'COMMENTED' }] })
    expect(await read(world, {}, { teams: [], approvals: false })).toMatchObject({ kind: 'known', reviews: [] })
    expect(routes()).toEqual(['/pulls/7', '/pulls/7/reviews'])
  })
  test('three for an approval of the head, and no tree', async () => {
    await read(worldOf({ reviews: [{ user: 'bob' }] }))
    expect(routes()?.slice(1).sort()).toEqual(['/issues/7/events', '/pulls/7/commits', '/pulls/7/reviews'])
  })
  test('each tree once, however many approvals', async () => {
    const world = worldOf({ reviews: [{ user: 'bob' }, { user: 'carol' }, { user: 'dave' }] })
    push(world, { pull: 7, changes: { 'a.txt': 'x\n' } })
    await read(world)
    expect(routes()?.filter((path) => path.startsWith('/git/trees'))).toHaveLength(3)
    expect(routes()?.filter((path) => path.startsWith('/compare'))).toHaveLength(2)
  })
  test('a failure of reviews that were started early waits until somebody asks', async () => {
    const client = await open(worldOf({}), {
      faults: ({ path }) => (path.endsWith('/reviews') ? { kind: 'status', status: 403 } : undefined),
    })
    const started = startReviews(client, REPO, 7)
    await started
    const pull = await readPull(client, REPO, 7)
    expect(await approvalsOf(client, pull, WANTED, started)).toMatchObject({ kind: 'unavailable' })
  })
})
