import { describe, expect, test } from '@jest/globals'
import { parseRule } from '../../src/core/approval-rule.js'
import type { ApprovalFacts, ApprovalRule, Review } from '../../src/core/approvals.js'
import { assess } from '../../src/core/assess.js'
import type { Role } from '../../src/core/config.js'
import type { Facts } from '../../src/core/facts.js'
import type { Membership, Memberships } from '../../src/core/memberships.js'
import { buildApprovalsInput, resolveReviews } from '../../src/core/reviewers.js'

const aRole = (name: string, over: Partial<Role> = {}): Role => ({
  name,
  associations: [],
  users: [],
  teams: [],
  permissions: [],
  neverApplies: false,
  ...over,
})
const ROLES: readonly Role[] = [
  aRole('admin', { users: ['bob', 'carol', 'alice'] }),
  aRole('owner', { associations: ['OWNER'] }),
  aRole('member', { associations: ['MEMBER'] }),
  aRole('writer', { permissions: ['write'] }),
  aRole('chatty', { users: ['bob'], neverApplies: true }),
]
const aRule = (over: Partial<ApprovalRule> = {}): ApprovalRule => ({
  count: 1,
  roles: [],
  teams: [],
  users: [],
  ...over,
})
const approved = (login: string, over: Partial<Review> = {}): Review => ({
  login,
  type: 'User',
  association: 'NONE',
  state: 'approved',
  ...over,
})
const objected = (login: string, over: Partial<Review> = {}) => approved(login, { state: 'changes_requested', ...over })

type Known = Partial<Omit<Extract<ApprovalFacts, { kind: 'known' }>, 'kind' | 'reviews'>>
const PULL = { event: 'pull_request', others: [], pullRequest: { number: 7, labels: [] } } as unknown as Facts
const INVOLVED = new Map([['alice', 'the author of the pull request']])

function resolved(reviews: readonly Review[], known: Known = {}, memberships: Memberships = new Map()) {
  const facts: ApprovalFacts = { kind: 'known', reviews, involved: INVOLVED, members: new Map(), ...known }
  // `permission` is not asked for but where a test says so: here nobody has one.
  const none: Membership = { teams: new Map(), permission: { known: 'read' } }
  const all = new Map([
    ...reviews.map(({ login }): [string, Membership] => [login.toLowerCase(), none]),
    ...memberships,
  ])
  const found = resolveReviews(ROLES, { facts: PULL, memberships: all, approvals: facts })
  if (found.kind !== 'known') throw new Error('known')
  return found
}
const inTeams = (login: string, teams: Membership['teams']): Memberships =>
  new Map([[login, { teams, permission: { known: 'read' } }]])

describe('who counts', () => {
  const named = aRule({ users: ['bob', 'carol'] })
  const admins = aRule({ roles: ['admin'] })
  test.each<[string, ApprovalRule, readonly Review[], readonly string[], string | undefined]>([
    ['somebody named', named, [approved('bob')], ['bob'], undefined],
    ['in any spelling of the login', named, [approved('BOB')], ['BOB'], undefined],
    ['somebody with the role', admins, [approved('carol')], ['carol'], undefined],
    [
      'by the association of the review',
      aRule({ roles: ['member'] }),
      [approved('dave', { association: 'MEMBER' })],
      ['dave'],
      undefined,
    ],
    ['not an outsider', admins, [approved('mallory')], [], 'has no role, which is not enough'],
    [
      'not somebody whose roles do not fit',
      aRule({ roles: ['owner'] }),
      [approved('bob')],
      [],
      'has admin, which is not enough',
    ],
    [
      'not by a role that never applies',
      aRule({ roles: ['chatty'] }),
      [approved('bob')],
      [],
      'has admin, which is not enough',
    ],
    ['not the author, whatever role', admins, [approved('Alice')], [], 'the author of the pull request'],
    [
      'not a bot, though it is named',
      aRule({ users: ['x'] }),
      [approved('x', { type: 'Bot' })],
      [],
      'not the account of a person',
    ],
    ['not a bot by its login', aRule({ users: ['ci[bot]'] }), [approved('ci[bot]')], [], 'not the account of a person'],
    ['not a mannequin', named, [approved('bob', { type: 'Mannequin' })], [], 'not the account of a person'],
    ['not what is outdated', named, [approved('bob', { outdated: 'given on abc' })], [], 'given on abc'],
    ['not what was dismissed', named, [approved('bob', { state: 'dismissed' })], [], 'the review was dismissed'],
  ])('%s', (_name, rule, reviews, counted, why) => {
    const found = assess(rule, resolved(reviews))
    expect(found.counted.map(({ login }) => login)).toEqual(counted)
    expect(found.ignored[0]?.reason).toBe(why)
    expect(found.met).toBe(counted.length > 0)
  })

  test('nobody twice, and only as many as there are', () => {
    expect(
      assess(aRule({ count: 2, users: ['bob', 'carol'], roles: ['admin'] }), resolved([approved('bob')])).met,
    ).toBe(false)
  })

  describe('teams', () => {
    const rule = aRule({ teams: ['platform'] })
    test('a member counts, who is none does not', () => {
      expect(
        assess(rule, resolved([approved('eve')], {}, inTeams('eve', new Map([['platform', { known: true }]])))),
      ).toMatchObject({
        met: true,
        reason: 'approved by eve, who is in the team platform',
      })
      expect(
        assess(rule, resolved([approved('eve')], {}, inTeams('eve', new Map([['platform', { known: false }]])))),
      ).toMatchObject({
        met: false,
        ignored: [{ login: 'eve', reason: 'has no role, which is not enough' }],
      })
    })
    test('the list of members serves where nobody was asked for by name', () => {
      const members = new Map([['platform', { known: ['Eve'] }]])
      expect(assess(rule, resolved([approved('eve')], { members }))).toMatchObject({ met: true })
      expect(assess(rule, resolved([approved('mallory')], { members }))).toMatchObject({ met: false })
    })
    test('an approval of somebody of whom nobody can tell does not count; their objection does', () => {
      const teams = inTeams('eve', new Map([['platform', { unresolved: '403' }]]))
      const found = assess(rule, resolved([approved('eve')], {}, teams))
      expect(found).toMatchObject({ met: false, counted: [] })
      expect(found.ignored[0]?.reason).toBe('whether eve is in the team platform could not be looked up: 403')
      const both = aRule({ teams: ['platform'], users: ['bob'] })
      const vetoed = assess(both, resolved([objected('eve'), approved('bob')], {}, teams))
      expect(vetoed).toMatchObject({ met: false, vetoes: [{ login: 'eve' }], counted: [{ login: 'bob' }] })
    })
    test('a team of which nobody was asked is none that anybody is in', () => {
      expect(assess(rule, resolved([approved('eve')])).ignored[0]?.reason).toContain('GitHub was not asked')
    })
  })

  test('a role that cannot be told is not there', () => {
    const unknown: Memberships = new Map([['eve', { teams: new Map(), permission: { unresolved: '403' } }]])
    const rule = aRule({ roles: ['writer'] })
    expect(assess(rule, resolved([approved('eve')], {}, unknown))).toMatchObject({ met: false, counted: [] })
    expect(assess(rule, resolved([objected('eve')], {}, unknown)).vetoes).toHaveLength(1)
  })
})

describe('asking for changes', () => {
  const rule = aRule({ count: 2, roles: ['admin'], users: ['dave', 'erin'] })
  test('by somebody who fits keeps it waiting, however many approve', () => {
    const found = assess(rule, resolved([approved('dave'), approved('erin'), objected('bob')]))
    expect(found).toMatchObject({ met: false, counted: [{ login: 'dave' }, { login: 'erin' }] })
    expect(found.reason).toBe(
      'needs 2 approvals by the role admin, dave or erin; has 2 (dave, erin); bob asked for changes, which stands until bob approves or it is dismissed',
    )
  })
  test.each<[string, Review]>([
    ['an outsider', objected('mallory')],
    ['a bot', objected('bob', { type: 'Bot' })],
    ['somebody whose review was dismissed', objected('bob', { state: 'dismissed' })],
  ])('by %s stops nobody', (_name, review) => {
    expect(assess(rule, resolved([approved('dave'), approved('erin'), review])).met).toBe(true)
  })
  test('by somebody with a commit in it stops it all the same', () => {
    const involved = new Map([['bob', 'a co-author of one of its commits']])
    const found = assess(rule, resolved([approved('dave'), approved('erin'), objected('bob')], { involved }))
    expect(found.vetoes).toEqual([{ login: 'bob', because: 'has the role admin' }])
  })
})

describe('who still could', () => {
  test('named people, members and users of the roles, without those who may not', () => {
    const members = new Map([['platform', { known: ['frank', 'alice', 'ci[bot]'] }]])
    const rule = aRule({ count: 3, roles: ['admin'], teams: ['platform'], users: ['dave', 'Frank'] })
    const outdated = approved('carol', { outdated: 'given on abc1234, which changes something else' })
    const found = assess(rule, resolved([approved('bob'), outdated], { members }))
    expect(found.could).toEqual({ people: ['carol', 'dave', 'Frank'], groups: [] })
    expect(found.nobody).toBe(false)
    expect(found.reason).toBe(
      "needs 3 approvals by the role admin, the team platform, dave or Frank; has 1 (bob); carol's does not count (given on abc1234, which changes something else); carol, dave, Frank could",
    )
  })
  test('whoever has a role that nobody can list', () => {
    const found = assess(aRule({ roles: ['member', 'writer'], users: ['dave'] }), resolved([]))
    expect(found).toMatchObject({ could: { groups: ['the role member', 'the role writer'] }, nobody: false })
    expect(found.reason).toMatch(/has none; dave, anybody else of the role member or the role writer could$/)
  })
  test('a team whose members nobody may read stays open', () => {
    const members = new Map([['platform', { unresolved: '403' }]])
    const found = assess(aRule({ teams: ['platform'] }), resolved([], { members }))
    expect(found).toMatchObject({ could: { people: [], groups: ['the team platform'] }, nobody: false })
  })

  test.each<[string, ApprovalRule, Known, readonly Review[], boolean]>([
    ['only the author is named', aRule({ users: ['alice'] }), {}, [], true],
    ['fewer people than are needed', aRule({ count: 3, roles: ['admin'] }), {}, [], true],
    ['just as many as are needed', aRule({ count: 2, roles: ['admin'] }), {}, [], false],
    ['only a bot is named', aRule({ users: ['ci[bot]'] }), {}, [], true],
    ['a role that never applies', aRule({ roles: ['chatty'] }), {}, [], true],
    ['the owner alone is OWNER, and is the author', aRule({ roles: ['owner'] }), { soleOwner: 'alice' }, [], true],
    ['the owner alone is OWNER', aRule({ roles: ['owner'] }), { soleOwner: 'zoe' }, [], false],
    ['an organisation has owners whom nobody lists', aRule({ roles: ['owner'] }), {}, [], false],
    ['an empty team', aRule({ teams: ['t'] }), { members: new Map([['t', { known: [] }]]) }, [], true],
    ['whoever objected may come round', aRule({ users: ['bob'] }), {}, [objected('bob')], false],
    [
      'an approval that has to be given again',
      aRule({ users: ['bob'] }),
      {},
      [approved('bob', { outdated: 'x' })],
      false,
    ],
    [
      'some have approved, and the rest are too few',
      aRule({ count: 2, users: ['bob', 'alice'] }),
      {},
      [approved('bob')],
      true,
    ],
  ])('nobody could where %s', (_name, rule, known, reviews, nobody) => {
    expect(assess(rule, resolved(reviews, known)).nobody).toBe(nobody)
  })

  test('nobody is said at once, with why and the way out', () => {
    expect(assess(aRule({ users: ['alice'] }), resolved([])).reason).toBe(
      'needs 1 approval by alice; has none; nobody else could (alice is the author of the pull request), so that it waits for ever: let more people approve it in "approvals"',
    )
  })
})

test('long lists are cut in the sentence, never in the data', () => {
  const users = Array.from({ length: 50 }, (_, i) => `u${i}`)
  const found = assess(aRule({ count: 51, users: [...users, 'v'] }), resolved(users.map((login) => approved(login))))
  expect(found.counted).toHaveLength(50)
  expect(found.reason.length).toBeLessThan(300)
})

describe('input.approvals', () => {
  test('has whoever counts by content, with their own roles, and why the others do not', () => {
    const reviews = resolved([
      approved('bob'),
      approved('mallory'),
      approved('alice'),
      approved('carol', { outdated: 'given on abc' }),
      objected('dave', { association: 'MEMBER' }),
      objected('ci[bot]'),
    ])
    expect(buildApprovalsInput(reviews)).toEqual({
      approved: [
        { login: 'bob', roles: ['admin'] },
        { login: 'mallory', roles: [] },
      ],
      changesRequested: [{ login: 'dave', roles: ['member'] }],
      ignored: [
        { login: 'alice', reason: 'the author of the pull request' },
        { login: 'carol', reason: 'given on abc' },
        { login: 'ci[bot]', reason: 'not the account of a person' },
      ],
    })
  })
  test('an approval of somebody with a role that nobody can tell is ignored', () => {
    const unknown: Memberships = new Map([['eve', { teams: new Map(), permission: { unresolved: '403' } }]])
    expect(buildApprovalsInput(resolved([approved('eve')], {}, unknown))).toMatchObject({
      approved: [],
      ignored: [{ login: 'eve', reason: expect.stringContaining('"writer" could not be looked up') }],
    })
  })
  test('is left out where nobody knows', () => {
    const unavailable = { kind: 'unavailable', message: 'm' } as const
    expect(buildApprovalsInput(unavailable)).toBeUndefined()
    const subject = { facts: PULL, memberships: new Map() }
    expect(resolveReviews(ROLES, subject)).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('7') })
    expect(
      resolveReviews(ROLES, { ...subject, facts: { event: 'push', others: [] } as unknown as Facts }),
    ).toMatchObject({
      message: expect.stringContaining('on pull requests only'),
    })
  })
})

describe('the requirement in an answer', () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'is not there'],
    ['text', 'admin', 'must be an object'],
    ['a list', ['admin'], 'must be an object'],
    ['an unknown key', { role: 'admin' }, '"approvals.role" is not understood'],
    ['nobody', { count: 2 }, 'must say who approves'],
    ['empty lists', { roles: [], teams: [], users: [] }, 'must say who approves'],
    ['a role that is not defined', { roles: ['amdin'] }, 'which is not defined'],
    ['roles as text', { roles: 'admin' }, '"approvals.roles" must be a list of names'],
    ['an empty name', { users: [''] }, '"approvals.users" must be a list of names'],
    ['a number for a name', { teams: [1] }, '"approvals.teams" must be a list of names'],
    ['an odd team', { teams: ['a/b/c'] }, 'neither "slug" nor "org/slug"'],
    ...[0, -1, 1.5, 101, '2', null, true, Number.NaN].map((count): [string, unknown, string] => [
      `a count of ${JSON.stringify(count)}`,
      { count, users: ['bob'] },
      'must be a whole number from 1 to 100',
    ]),
    ['a name from the prototype', JSON.parse('{"__proto__": {"users": ["bob"]}}'), 'is not understood'],
  ])('cannot be %s', (_name, value, why) => {
    expect(parseRule(value, ['admin'])).toEqual(expect.stringContaining(why))
  })
  test('counts one person unless it says otherwise', () => {
    expect(parseRule({ roles: ['admin'] }, ['admin'])).toEqual(aRule({ roles: ['admin'] }))
  })
})
