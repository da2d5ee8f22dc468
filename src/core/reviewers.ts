import type { ApprovalsInput, Review, Reviewer, Reviews } from './approvals.js'
import type { Role } from './config.js'
import { type Membership, personKey } from './memberships.js'
import { resolveRoles } from './roles.js'
import type { Subject } from './subject.js'

const NO_TEAMS: Membership['teams'] = new Map()

/** The reviews of this subject, each with the own roles of whoever gave it. */
export function resolveReviews(roles: readonly Role[], { facts, memberships, approvals }: Subject): Reviews {
  if (!approvals) return { kind: 'unavailable', message: sayNoReviews(facts) }
  if (approvals.kind === 'unavailable') return approvals
  const { reviews, ...known } = approvals
  const pushers = facts.others.filter((other) => other.as === 'pusher')
  const involved = new Map([
    ...pushers.map(({ login }): [string, string] => [personKey(login), 'pushed the head']),
    ...approvals.involved,
  ])
  const reviewers = reviews.map((review): Reviewer => {
    const excluded = whyExcluded(review, involved)
    return {
      ...review,
      roles: resolveRoles(roles, review, memberships),
      teams: memberships.get(personKey(review.login))?.teams ?? NO_TEAMS,
      ...(excluded !== undefined && { excluded }),
    }
  })
  return { ...known, involved, reviewers, roles }
}

const sayNoReviews = ({ event, pullRequest }: Subject['facts']): string =>
  pullRequest
    ? `the reviews of pull request ${pullRequest.number} were not read, and an approval is needed`
    : `an approval is needed, and approvals are given on pull requests only: this ${event} is about none`

/** True for accounts that are nobody's: what a program says is no approval. */
export const isBot = ({ login, type }: Pick<Review, 'login' | 'type'>): boolean =>
  login.endsWith('[bot]') || (type !== undefined && type !== 'User')

function whyExcluded(review: Review, involved: ReadonlyMap<string, string>): string | undefined {
  if (isBot(review)) return 'not the account of a person'
  return involved.get(personKey(review.login))
}

/** Why this approval counts for nobody's requirement; undefined where it may. */
export const whyIgnored = (reviewer: Reviewer): string | undefined =>
  reviewer.excluded ??
  (reviewer.state === 'dismissed' ? (reviewer.outdated ?? 'the review was dismissed') : reviewer.outdated)

/** What a policy reads as `input.approvals`; undefined where nobody knows. */
export function buildApprovalsInput(reviews: Reviews): ApprovalsInput | undefined {
  if (reviews.kind === 'unavailable') return undefined
  const approved: { login: string; roles: readonly string[] }[] = []
  const changesRequested: { login: string; roles: readonly string[] }[] = []
  const ignored: { login: string; reason: string }[] = []
  for (const reviewer of reviews.reviewers) {
    const { login, state, roles } = reviewer
    const person = { login, roles: roles.matches.map(({ role }) => role) }
    // A policy may rest on a role that somebody does not have, so that roles nobody can tell prove nothing.
    const reason = state === 'changes_requested' ? undefined : (whyIgnored(reviewer) ?? roles.unresolved[0]?.message)
    if (state === 'changes_requested' && !isBot(reviewer)) changesRequested.push(person)
    else if (state === 'approved' && reason === undefined) approved.push(person)
    else ignored.push({ login, reason: reason ?? whyIgnored(reviewer) ?? 'it does not count' })
  }
  return { approved, changesRequested, ignored }
}
