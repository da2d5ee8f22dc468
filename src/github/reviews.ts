import * as v from 'valibot'
import type { ApprovalFacts, Review } from '../core/approvals.js'
import { GitHubError, messageOf } from '../core/errors.js'
import { type Lookup, personKey } from '../core/memberships.js'
import { findMisspelt, findUnseen, parseOverrides } from '../core/override.js'
import type { Client, Repo } from './client.js'
import { compareWithHead } from './content.js'
import { AUTHOR, type Involved, readInvolved } from './involved.js'
import { memoize } from './memoize.js'
import type { Person, Teams } from './people.js'
import { associationOf, type Pull } from './pull-request.js'

const reviewSchema = v.object({
  user: v.nullish(v.object({ id: v.number(), login: v.string(), type: v.optional(v.string()) })),
  state: v.string(),
  commit_id: v.nullish(v.string()),
  submitted_at: v.nullish(v.string()),
  body: v.nullish(v.string()),
  author_association: v.nullish(v.string()),
})
type Given = v.InferOutput<typeof reviewSchema>

/** The reviews of a pull request on their way: a failure is a value, so that nobody has to wait for it yet. */
export type StartedReviews = Promise<{ readonly found: readonly Given[] } | { readonly failed: unknown }>

const PER_PAGE = 100

/** Asks for the reviews of this pull request, for which nothing else need be known. */
export function startReviews(client: Client, repo: Repo, number: number): StartedReviews {
  const params = { ...repo, pull_number: number, per_page: PER_PAGE }
  return client.list('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', params, reviewSchema).then(
    (found) => ({ found }),
    (failed: unknown) => ({ failed }),
  )
}

/** Everybody whose review may count, of whom the roles are to be looked up. */
export async function reviewersIn(started: StartedReviews): Promise<readonly Person[]> {
  const answer = await started
  if ('failed' in answer) return []
  return lastWords(answer.found).flatMap((given) => {
    const { user, author_association: said } = given
    if (!user || stateOf(given) === 'dismissed') return []
    return [{ login: user.login, type: user.type, association: said ? associationOf(said) : undefined }]
  })
}

/** What can be found out of the reviews before anybody knows the config. */
export type Examined = {
  readonly started: StartedReviews
  readonly whyOutdated: Promise<(given: Given) => string | undefined>
  /** Who has a part in the head; asked for once. */
  readonly readInvolved: () => Promise<Involved>
}

/** The head of the base branch, and whether the event is that of the base branch being another one. */
export type Base = { readonly sha: Promise<string>; readonly isNew: boolean }

/** Begins to find out which of these reviews stand for the head, and who may not give any. */
export function examineReviews(
  client: Client,
  repo: Repo,
  pull: Pull,
  started: StartedReviews,
  base: Base = { sha: Promise.resolve(pull.base.sha), isNew: false },
): Examined {
  hold(base.sha)
  const involved = memoize((_: 'head') => hold(readInvolved(client, repo, pull)))
  const whyOutdated = hold(
    started.then((answer) => {
      if ('failed' in answer) throw answer.failed
      const last = lastWords(answer.found)
      if (last.some((given) => stateOf(given) !== 'dismissed')) involved('head')
      return readOutdated(
        client,
        repo,
        pull,
        last.filter((given) => stateOf(given) === 'approved'),
        base,
      )
    }),
  )
  return { started, whyOutdated, readInvolved: () => involved('head') }
}

// Awaited where it is needed; until then its failure must not count as unhandled.
function hold<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

/** What a config asks to be known of the reviews beside who gave them. */
export type Wanted = {
  /** Teams that may approve, whose members are to be named. */
  readonly teams: readonly string[]
  /** Whether a step needs approvals, so that even without a review it is to be known who could not give one. */
  readonly approvals: boolean
}

/** The last word of everybody who reviewed this pull request, and whether it stands for its head. */
export async function readApprovals(
  pull: Pull,
  wanted: Wanted,
  teams: Teams,
  examined: Examined,
): Promise<ApprovalFacts> {
  const naming = Promise.all(wanted.teams.map(teams))
  try {
    const answer = await examined.started
    if ('failed' in answer) throw answer.failed
    const last = lastWords(answer.found)
    const decides = wanted.approvals || last.some((given) => stateOf(given) !== 'dismissed')
    const [involved, whyOutdated, members] = await Promise.all([
      decides ? examined.readInvolved() : authorOf(pull),
      examined.whyOutdated,
      naming,
    ])
    const { owner } = pull.base.repo
    return {
      kind: 'known',
      reviews: last.map((given) => asReview(given, pull.head.sha, whyOutdated)),
      involved: withIds(involved, last),
      members: new Map(wanted.teams.map((team, i) => [team, members[i] as Lookup<readonly string[]>])),
      ...(owner.type === 'User' && { soleOwner: owner.login }),
    }
  } catch (thrown) {
    if (!(thrown instanceof GitHubError)) throw thrown
    const message = `the approvals of pull request ${pull.number} could not be read: ${messageOf(thrown)}`
    return { kind: 'unavailable', message }
  }
}

// A comment says neither yes nor no, and a review that is pending has not been given.
const SAYS_NOTHING: readonly string[] = ['COMMENTED', 'PENDING']

/** The last review of each person that says something, in the order in which GitHub lists them. */
function lastWords(found: readonly Given[]): readonly Given[] {
  const last = new Map<number | undefined, Given>()
  for (const given of found) {
    if (SAYS_NOTHING.includes(given.state.toUpperCase())) continue
    const id = given.user?.id
    last.delete(id)
    last.set(id, given)
  }
  return [...last.values()]
}

function stateOf({ user, state }: Given): Review['state'] {
  if (!user) return 'dismissed'
  return state === 'APPROVED' ? 'approved' : state === 'CHANGES_REQUESTED' ? 'changes_requested' : 'dismissed'
}

function asReview(given: Given, head: string, whyOutdated: (given: Given) => string | undefined): Review {
  const { user, state: word, author_association: said } = given
  // GitHub shows a deleted account as "ghost".
  if (!user) return { login: 'ghost', state: 'dismissed', outdated: 'the account was deleted' }
  const { login, type } = user
  const state = stateOf(given)
  const unknown = state === 'dismissed' && word !== 'DISMISSED'
  const outdated = unknown ? `the state ${JSON.stringify(word)} is not understood` : whyOutdated(given)
  const association = said ? associationOf(said) : undefined
  return {
    login,
    state,
    ...(type !== undefined && { type }),
    ...(association && { association }),
    ...(outdated !== undefined && { outdated }),
    ...(state === 'approved' && askedBeside(given, head)),
  }
}

// Only an approval lifts anything, and nobody's text is looked at but that of their last word.
function askedBeside({ body, commit_id }: Given, head: string): Beside {
  const overrides = parseOverrides(body ?? '')
  const unseen = findUnseen(body ?? '')
  const misspelt = findMisspelt(body ?? '')
  return {
    ...(overrides.length > 0 && { overrides, ...(commit_id && commit_id !== head && { olderCommit: commit_id }) }),
    ...(unseen.length > 0 && { unseen }),
    ...(misspelt.length > 0 && { misspelt }),
  }
}
type Beside = Pick<Review, 'overrides' | 'unseen' | 'misspelt' | 'olderCommit'>

async function readOutdated(
  client: Client,
  repo: Repo,
  pull: Pull,
  approved: readonly Given[],
  base: Base,
): Promise<(given: Given) => string | undefined> {
  if (approved.length === 0) return () => undefined
  const commits = approved.flatMap(({ commit_id }) => (commit_id ? [commit_id] : []))
  const [changed, different] = await Promise.all([
    readBaseChanged(client, repo, pull.number),
    base.sha.then((sha) => compareWithHead(client, repo, { base: sha, head: pull.head.sha }, commits)),
  ])
  // The event may be ahead of the list.
  const since = changed ?? (base.isNew ? Number.POSITIVE_INFINITY : undefined)
  return (given) => {
    if (stateOf(given) !== 'approved') return undefined
    if (!given.commit_id) return 'GitHub does not say on which commit it was given'
    // Both times are GitHub's own, in whole seconds: within one, the change may have come after.
    const at = Date.parse(given.submitted_at ?? '')
    if (since !== undefined && !(at > since)) return 'the base branch was changed after it'
    return different.get(given.commit_id)
  }
}

const eventSchema = v.object({ event: v.nullish(v.string()), created_at: v.nullish(v.string()) })
const BASE_CHANGES: readonly string[] = ['base_ref_changed', 'base_ref_force_pushed', 'automatic_base_change_succeeded']

/** When the pull request was last given another base branch, in milliseconds since 1970; undefined where it never was. */
async function readBaseChanged(client: Client, repo: Repo, number: number): Promise<number | undefined> {
  const params = { ...repo, issue_number: number, per_page: PER_PAGE }
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/events'
  const events = await client.list(route, params, eventSchema)
  const times = events
    .filter(({ event }) => BASE_CHANGES.includes(event ?? ''))
    .map(({ created_at }) => Date.parse(created_at ?? ''))
  if (times.length === 0) return undefined
  return times.some(Number.isNaN) ? Number.POSITIVE_INFINITY : times.reduce((a, b) => Math.max(a, b))
}

const authorOf = ({ user }: Pull): Involved => ({
  byLogin: new Map<string, string>(user ? [[personKey(user.login), AUTHOR]] : []),
  byId: new Map(),
})

// An address may carry the login that an account had before it was renamed; its number stays.
function withIds({ byLogin, byId }: Involved, reviews: readonly Given[]): ReadonlyMap<string, string> {
  const all = new Map(byLogin)
  for (const { user } of reviews) {
    const why = user ? byId.get(user.id) : undefined
    if (user && why !== undefined && !all.has(personKey(user.login))) all.set(personKey(user.login), why)
  }
  return all
}
