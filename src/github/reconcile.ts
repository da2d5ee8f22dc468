import { type Actor, type Association, sameName } from '../core/actor.js'
import { messageOf, UsageError } from '../core/errors.js'
import type { Facts, PullRequest } from '../core/facts.js'
import { findLinkedIssues } from '../core/linked-issues.js'
import { type FilesRead, MAX_FILES } from './files.js'
import { associationOf, type Pull } from './pull-request.js'

/**
 * The facts of this event with everything about the pull request as GitHub has it now. Who the actor is stays what the event
 * says; throws UsageError where GitHub says something else of what cannot have changed since.
 */
export function reconcile(event: Facts, pull: Pull, files: FilesRead): Facts {
  const pullRequest = describePull(pull, files)
  refuseMismatch(event, pull, pullRequest)
  const association = associationOf(pull.author_association)
  const ofAuthor = event.actor.source === 'pull_request.user'
  const actor = ofAuthor ? withAssociation(event.actor, association) : event.actor
  return {
    ...event,
    actor,
    repository: { ...event.repository, branch: pull.head.ref, baseBranch: pull.base.ref },
    pullRequest,
    sha: pull.head.sha,
    incomplete: [
      ...(actor.association === undefined ? ['actor.authorAssociation is none that GitHub is known to say'] : []),
      ...whyIncomplete(pull, files),
    ],
  }
}

export function describePull(pull: Pull, read: FilesRead): PullRequest {
  return {
    number: pull.number,
    labels: pull.labels.map(({ name }) => name),
    draft: pull.draft === true,
    changedFiles: pull.changed_files,
    ...('files' in read && { files: read.files }),
    linkedIssues: findLinkedIssues(pull.body ?? '', repositoryOf(pull), pull.number),
    ...(pull.user && { author: pull.user.login }),
    headSha: pull.head.sha,
    baseSha: pull.base.sha,
    fork: isFork(pull),
  }
}

function repositoryOf({ base }: Pull): { readonly owner: string; readonly name: string } {
  const [owner = '', name = ''] = base.repo.full_name.split('/')
  return { owner, name }
}

// A head without a repository is a fork that was deleted.
const isFork = ({ head, base }: Pull): boolean =>
  head.repo === null || !sameName(head.repo.full_name, base.repo.full_name)

/** What is not known of this pull request although a policy may rely on it. */
export function whyIncomplete(pull: Pull, read: FilesRead): readonly string[] {
  if ('failed' in read) return [`pullRequest.files: ${messageOf(read.failed)}`]
  const { length } = read.files
  if (length === pull.changed_files && length <= MAX_FILES) return []
  const cap = pull.changed_files > MAX_FILES ? `; it lists ${MAX_FILES} at most` : ''
  return [`pullRequest.files: GitHub lists ${length} of the ${pull.changed_files} files that change${cap}`]
}

function refuseMismatch(event: Facts, pull: Pull, found: PullRequest): void {
  const said = event.pullRequest
  const differences = [
    differs('the number of the pull request', said?.number, found.number),
    differs('its author', said?.author, found.author),
    // A fork that was deleted since reads as one in both.
    differs('whether it comes from a fork', said?.fork, found.fork),
    event.event === 'issue_comment' ? undefined : differs('its branch', event.repository.branch, pull.head.ref),
    event.actor.source === 'pull_request.user' &&
    isPromoted(event.actor.association, associationOf(pull.author_association))
      ? `the author's association is ${pull.author_association}, and the event says ${event.actor.association}`
      : undefined,
  ].filter((difference) => difference !== undefined)
  if (differences.length === 0) return
  throw new UsageError(
    'ERR_EVENT_MISMATCH',
    `the event is not what GitHub says of pull request ${pull.number}: ${differences.join('; ')}; a new event (a push, or closing and reopening it) starts from what is true now`,
  )
}

function differs<T extends string | number | boolean>(
  what: string,
  said: T | undefined,
  found: T | undefined,
): string | undefined {
  if (said === undefined || said === found) return undefined
  if (typeof said === 'string' && typeof found === 'string' && what === 'its author' && sameName(said, found))
    return undefined
  return `${what} is ${JSON.stringify(found ?? null)}, and the event says ${JSON.stringify(said)}`
}

// The words of those who have never had anything merged are not told apart in the same way everywhere.
const RANK: Readonly<Record<Association, number>> = {
  NONE: 0,
  FIRST_TIMER: 0,
  FIRST_TIME_CONTRIBUTOR: 0,
  MANNEQUIN: 0,
  CONTRIBUTOR: 1,
  COLLABORATOR: 2,
  MEMBER: 3,
  OWNER: 4,
}

/** True where an event claims more of somebody than GitHub does. */
export function isPromoted(said: Association | undefined, found: Association | undefined): boolean {
  return said !== undefined && (found === undefined || RANK[said] > RANK[found])
}

// What the event leaves out is no loss where GitHub says it now. What it says stands: private members show there as
// CONTRIBUTOR or NONE, and a token that sees more of them must not make the answer hang on the token.
const withAssociation = (actor: Actor, found: Association | undefined): Actor =>
  actor.association !== undefined || found === undefined ? actor : { ...actor, association: found }
