import { afterEach, describe, expect, test } from '@jest/globals'
import type { Role } from '../../src/core/config.js'
import type { Facts } from '../../src/core/facts.js'
import { NO_MEMBERSHIPS } from '../../src/core/memberships.js'
import { findOverride } from '../../src/core/override.js'
import { resolveReviews } from '../../src/core/reviewers.js'
import { createClient } from '../../src/github/client.js'
import { readTeams } from '../../src/github/people.js'
import { readPull } from '../../src/github/pull-request.js'
import { examineReviews, readApprovals, startReviews } from '../../src/github/reviews.js'
import {
  addReview,
  aWorld,
  type GitHub,
  type PullOptions,
  push,
  startGitHub,
  type World,
  WRITE_ALL,
} from '../support/github/index.js'

const REPO = { owner: 'acme', repo: 'shop' }
const MEMBER: Role = {
  name: 'member',
  associations: ['MEMBER'],
  users: [],
  teams: [],
  permissions: [],
  neverApplies: false,
}
const FACTS = { event: 'pull_request', others: [], pullRequest: { number: 7, labels: [] } } as unknown as Facts
const LINE = 'stepgate-override: deploy it is agreed'
const byBob = { kind: 'found', by: 'bob', role: 'member', reason: 'it is agreed' }
const none = (login: string, why: string) => ({
  kind: 'none',
  ignored: [{ login, why: expect.stringContaining(why), tried: expect.any(Boolean) }],
})

const worldOf = (pull: PullOptions): World =>
  aWorld({
    repository: 'acme/shop',
    ownerType: 'Organization',
    files: { 'a.txt': 'one\ntwo\n' },
    pulls: [{ number: 7, author: 'alice', changes: { 'a.txt': 'one\n2\n' }, ...pull }],
  })

let running: GitHub | undefined
afterEach(async () => {
  const github = running
  running = undefined
  await github?.close()
})

async function approvalsIn(world: World) {
  running = await startGitHub(world, { permissions: { ...WRITE_ALL, members: 'read' } })
  const client = createClient({
    baseUrl: running.url,
    token: 'token',
    userAgent: 'test',
    proxy: {},
    signal: new AbortController().signal,
    budgetMs: 20_000,
    now: Date.now,
    sleep: async () => undefined,
  })
  const pull = await readPull(client, REPO, 7)
  const examined = examineReviews(client, REPO, pull, startReviews(client, REPO, 7))
  return readApprovals(pull, { teams: [], approvals: true }, readTeams(client, REPO), examined)
}

async function overrideIn(world: World) {
  const approvals = await approvalsIn(world)
  return findOverride(
    'deploy',
    ['member'],
    resolveReviews([MEMBER], { facts: FACTS, memberships: NO_MEMBERSHIPS, approvals }),
  )
}

describe('an override in the text of a review', () => {
  test.each<[string, PullOptions['reviews'], object]>([
    ['of an approval', [{ user: 'bob', body: `Fine.\r\n\r\n${LINE}` }], byBob],
    [
      'stays where a comment follows',
      [
        { user: 'bob', body: LINE },
        { user: 'bob', state: 'COMMENTED' },
      ],
      byBob,
    ],
    [
      'of two people',
      [
        { user: 'carol', body: 'Fine.' },
        { user: 'bob', body: LINE },
      ],
      byBob,
    ],
    ['by the author', [{ user: 'alice', body: LINE }], none('alice', 'the author of the pull request')],
    ['of a bot', [{ user: 'ci[bot]', body: LINE }], none('ci[bot]', 'not the account of a person')],
    ['of a comment', [{ user: 'bob', state: 'COMMENTED', body: LINE }], { kind: 'none', ignored: [] }],
    [
      'of a comment beside an approval',
      [{ user: 'bob' }, { user: 'bob', state: 'COMMENTED', body: LINE }],
      none('bob', 'has no line'),
    ],
    [
      'of one that asks for changes',
      [{ user: 'bob', state: 'CHANGES_REQUESTED', body: LINE }],
      none('bob', 'asked for changes'),
    ],
    ['of one that was dismissed', [{ user: 'bob', state: 'DISMISSED', body: LINE }], none('bob', 'was dismissed')],
    ['of an approval that is not the last', [{ user: 'bob', body: LINE }, { user: 'bob' }], none('bob', 'has no line')],
    [
      'of an approval that changes were asked for after',
      [
        { user: 'bob', body: LINE },
        { user: 'bob', state: 'CHANGES_REQUESTED' },
      ],
      none('bob', 'asked for changes'),
    ],
    ['of an outsider', [{ user: 'mallory', association: 'NONE', body: LINE }], none('mallory', 'has no role')],
    ['of a deleted account', [{ user: null, body: LINE }], none('ghost', 'the account was deleted')],
    ['in a quote', [{ user: 'bob', body: `> ${LINE}\n\nNo, I do not think so.` }], none('bob', 'its line is quoted')],
    [
      'in what renders to nothing',
      [{ user: 'bob', body: `Fine.\n\n[x]: /u "\n${LINE}\n"` }],
      none('bob', 'its line is'),
    ],
    [
      'in what is folded away',
      [{ user: 'bob', body: `<details>\n\n${LINE}\n\n</details>` }],
      none('bob', 'its line is quoted'),
    ],
    ['in a paragraph of its own', [{ user: 'bob', body: `See \`a and\n\n${LINE}\n\n<b>Bye</b>` }], byBob],
    ['without a reason', [{ user: 'bob', body: 'stepgate-override: deploy' }], none('bob', 'gives no reason')],
    [
      'for another step',
      [{ user: 'bob', body: LINE.replace('deploy', 'Deploy') }],
      none('bob', 'names the step "Deploy"'),
    ],
    ['without a commit', [{ user: 'bob', commit: null, body: LINE }], none('bob', 'does not say on which commit')],
  ])('%s', async (_name, reviews, expected) => {
    expect(await overrideIn(worldOf({ reviews: reviews ?? [] }))).toEqual(expected)
  })

  test('ends with a commit that changes something', async () => {
    const world = worldOf({ reviews: [{ user: 'bob', body: LINE }] })
    push(world, { pull: 7, changes: { 'a.txt': 'one\n3\n' } })
    expect(await overrideIn(world)).toEqual(none('bob', 'which changes something else'))
  })
  test('ends with a commit that changes nothing, though the approval stands', async () => {
    const world = worldOf({ reviews: [{ user: 'bob', body: LINE }] })
    push(world, { pull: 7, message: 'nothing new', changes: {} })
    expect(await overrideIn(world)).toEqual(none('bob', 'an override has to be given on the head itself'))
  })
  test('counts again where it is given again', async () => {
    const world = worldOf({ reviews: [{ user: 'bob', body: LINE }] })
    push(world, { pull: 7, message: 'nothing new', changes: {} })
    addReview(world, 7, { user: 'bob', body: LINE })
    expect(await overrideIn(world)).toEqual(byBob)
  })
  test('of whoever has a commit in it', async () => {
    const world = worldOf({
      commits: [{ changes: { 'a.txt': 'x\n' }, author: 'bob' }],
      reviews: [{ user: 'bob', body: LINE }],
    })
    expect(await overrideIn(world)).toEqual(none('bob', 'the author of one of its commits'))
  })
  test('leaves every other review as it was', async () => {
    const approvals = await approvalsIn(worldOf({ reviews: [{ user: 'bob', body: 'Fine.' }, { user: 'carol' }] }))
    expect(approvals).toMatchObject({ kind: 'known' })
    for (const review of approvals.kind === 'known' ? approvals.reviews : []) {
      expect(review).not.toHaveProperty('overrides')
      expect(review).not.toHaveProperty('olderCommit')
    }
  })
})
