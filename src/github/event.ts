import { type Actor, ASSOCIATIONS, type Association, sameName } from '../core/actor.js'
import { UsageError } from '../core/errors.js'
import type { Facts, Other, PullRequest, Repository } from '../core/facts.js'
import { isObject, own } from '../core/json.js'

/** What an event file says, with GITHUB_SHA, before anything is believed: `payload` is the parsed JSON of GITHUB_EVENT_PATH. */
export type RawEvent = {
  readonly name: string
  readonly payload: unknown
  readonly sha?: string
  /** GITHUB_RUN_ATTEMPT and GITHUB_TRIGGERING_ACTOR: github.actor stays the first person where somebody runs it again. */
  readonly attempt?: number
  readonly triggeringActor?: string
  /** GITHUB_REPOSITORY and GITHUB_ACTOR: a schedule's payload names neither. */
  readonly repository?: string
  readonly actor?: string
  /** GITHUB_REF */
  readonly ref?: string
}

/** The events of which the actor is known, as GITHUB_EVENT_NAME names them. */
export const SUPPORTED_EVENTS = [
  'pull_request',
  'pull_request_target',
  'pull_request_review',
  'issue_comment',
  'merge_group',
  'workflow_dispatch',
  'push',
  'schedule',
] as const
type EventName = (typeof SUPPORTED_EVENTS)[number]

/** The facts in this event; throws UsageError for an event that is not supported or not what it says it is. */
export function parseEvent(event: RawEvent, isLocalMode: boolean): Facts {
  const { name } = event
  if (!isSupported(name)) throw unsupported(name, `known are ${SUPPORTED_EVENTS.join(', ')}`)
  const payload = name === 'schedule' ? complete(event) : event.payload
  if (!isObject(payload)) throw broken('the event file does not hold a JSON object')
  const action = readText(payload, 'action')
  const sender = readAccount(own(payload, 'sender'))
  const repository = readRepository(payload)
  const facts = {
    event: name,
    ...(action !== undefined && { action }),
    ...(sender && { sender }),
    ...readPart(name, payload, repository, isLocalMode, event.sha),
    ...(event.attempt !== undefined && {
      run: { attempt: event.attempt, ...(event.triggeringActor && { triggeringActor: event.triggeringActor }) },
    }),
  }
  // Nobody knows then on whose behalf it runs, and the first person is known not to be it for sure.
  if (facts.run && facts.run.attempt > 1 && facts.run.triggeringActor === undefined)
    throw new UsageError(
      'ERR_EVENT_UNREADABLE',
      `this is attempt ${facts.run.attempt} of the run, and GITHUB_TRIGGERING_ACTOR does not say who started it`,
    )
  return { ...facts, others: findOthers(facts) }
}

/** The payload of a schedule with what the runner says of it: GitHub sends little more than the cron line. */
function complete({ payload, repository = '', actor }: RawEvent): unknown {
  if (!isObject(payload)) return payload
  const [owner, name] = repository.split('/')
  return {
    ...(name && { repository: { name, owner: { login: owner } } }),
    ...(actor && { sender: { login: actor } }),
    ...payload,
  }
}

function readPart(
  name: EventName,
  payload: Record<string, unknown>,
  repository: Repository,
  isLocalMode: boolean,
  sha: string | undefined,
): Part {
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review':
      return readPullRequestEvent(payload, repository, isLocalMode)
    case 'issue_comment':
      return readComment(payload, repository, readText(payload, 'action'), isLocalMode)
    case 'merge_group':
      return readGroup(payload, repository, isLocalMode)
    case 'workflow_dispatch':
    case 'push':
    case 'schedule':
      return readSenderEvent(payload, repository, isLocalMode, sha)
  }
}

/** Who else stands behind this run: the pusher of a head, and whoever ran the workflow again (github.actor stays the first). */
function findOthers(facts: Pick<Facts, 'event' | 'action' | 'actor' | 'sender' | 'run'>): readonly Other[] {
  const { sender, run, actor } = facts
  const pushed = facts.event.startsWith('pull_request') && facts.action === 'synchronize'
  if (pushed && !sender) throw broken('a head was pushed, and no "sender" says by whom')
  const rerunner = run !== undefined && run.attempt > 1 ? run.triggeringActor : undefined
  const found: Other[] = [
    ...(pushed && sender ? [{ ...sender, as: 'pusher' as const }] : []),
    ...(rerunner === undefined ? [] : [{ login: rerunner, as: 're-runner' as const }]),
  ]
  return found.filter(({ login }) => !sameName(login, actor.login))
}

const isSupported = (name: string): name is EventName => (SUPPORTED_EVENTS as readonly string[]).includes(name)

type Part = Pick<Facts, 'actor' | 'repository' | 'pullRequest' | 'sha' | 'incomplete'>

function readPullRequestEvent(payload: unknown, repository: Repository, isLocalMode: boolean): Part {
  const pull = own(payload, 'pull_request')
  if (!isObject(pull)) throw broken('the event has no "pull_request"')
  const head = own(pull, 'head')
  const base = own(pull, 'base')
  const headSha = readText(head, 'sha')
  const baseBranch = readText(base, 'ref')
  if (headSha === undefined || baseBranch === undefined) throw broken('the pull request has no head or no base')
  const branch = readText(head, 'ref')
  const pullRequest = readPullRequest(pull)
  const number = own(payload, 'number')
  if (number !== undefined && number !== pullRequest.number)
    throw new UsageError(
      'ERR_EVENT_MISMATCH',
      `the event is of number ${JSON.stringify(number)} and of pull request ${pullRequest.number}`,
    )
  const actor = readActor(pull, 'pull_request.user', isLocalMode)
  return {
    actor,
    repository: { ...repository, ...(branch !== undefined && { branch }), baseBranch },
    pullRequest,
    sha: headSha,
    incomplete: missingFacts(pullRequest, actor),
  }
}

function readPullRequest(pull: Record<string, unknown>): PullRequest {
  const number = own(pull, 'number')
  if (!Number.isSafeInteger(number)) throw broken('the pull request has no number')
  const draft = own(pull, 'draft')
  const changedFiles = own(pull, 'changed_files')
  const author = readAccount(own(pull, 'user'))?.login
  const headSha = readText(own(pull, 'head'), 'sha')
  const baseSha = readText(own(pull, 'base'), 'sha')
  const fork = readFork(pull)
  return {
    number: number as number,
    labels: readLabels(own(pull, 'labels')),
    ...(typeof draft === 'boolean' && { draft }),
    ...(Number.isSafeInteger(changedFiles) && { changedFiles: changedFiles as number }),
    ...(author !== undefined && { author }),
    ...(headSha !== undefined && { headSha }),
    ...(baseSha !== undefined && { baseSha }),
    ...(fork !== undefined && { fork }),
  }
}

// A head without a repository is a fork that was deleted.
function readFork(pull: Record<string, unknown>): boolean | undefined {
  const head = own(pull, 'head')
  const base = own(pull, 'base')
  if (!isObject(head) || !isObject(base)) return undefined
  const headRepo = readText(own(head, 'repo'), 'full_name')
  const baseRepo = readText(own(base, 'repo'), 'full_name')
  return baseRepo === undefined || headRepo === undefined || headRepo.toLowerCase() !== baseRepo.toLowerCase()
}

// The policies of many count on these: a missing one must not read as "no label" or "few files".
// Nor must an association that is missing, or that nobody knows, read as that of somebody whom no role denies.
const missingFacts = (pull: PullRequest, actor: Actor): readonly string[] => [
  ...(actor.association === undefined ? ['actor.authorAssociation'] : []),
  ...(['draft', 'changedFiles', 'headSha'] as const)
    .filter((key) => pull[key] === undefined)
    .map((key) => `pullRequest.${key}`),
]

function readComment(payload: unknown, repository: Repository, action: string | undefined, isLocalMode: boolean): Part {
  const issue = own(payload, 'issue')
  if (!isObject(own(issue, 'pull_request'))) throw unsupported('issue_comment', 'the comment is not on a pull request')
  if (action !== 'created')
    throw unsupported('issue_comment', `only created comments are judged, this one was ${action ?? 'not'}`)
  const comment = own(payload, 'comment')
  if (!isObject(issue) || !isObject(comment)) throw broken('the event has no "comment"')
  const pullRequest = readPullRequest(issue)
  const actor = readActor(comment, 'comment.user', isLocalMode)
  return { actor, repository, pullRequest, incomplete: missingFacts(pullRequest, actor) }
}

function readSenderEvent(
  payload: unknown,
  repository: Repository,
  isLocalMode: boolean,
  runSha: string | undefined,
): Part {
  const sender = readAccount(own(payload, 'sender'))
  if (!sender) throw broken('the event has no "sender"')
  const ref = readText(payload, 'ref')
  const branch = ref === undefined ? readText(own(payload, 'repository'), 'default_branch') : readBranch(ref)
  // Without a pull request the run's own commit is the head.
  const after = readText(payload, 'after') ?? runSha
  return {
    actor: { ...sender, source: 'sender', isLocalMode },
    repository: { ...repository, ...(branch !== undefined && { branch }) },
    ...(after !== undefined && { sha: after }),
    incomplete: [],
  }
}

// A group names no pull request: they are found through the API, and until they are, nothing is known of them.
function readGroup(payload: unknown, repository: Repository, isLocalMode: boolean): Part {
  const group = own(payload, 'merge_group')
  const [headSha, headRef, baseRef] = ['head_sha', 'head_ref', 'base_ref'].map((key) => readText(group, key))
  if (headSha === undefined || headRef === undefined || baseRef === undefined)
    throw broken('the event has no "merge_group" with head and base')
  const sender = readAccount(own(payload, 'sender')) ?? { login: 'github-merge-queue[bot]', type: 'Bot' }
  const [branch, baseBranch] = [readBranch(headRef), readBranch(baseRef)]
  return {
    actor: { ...sender, source: 'merge_group', isLocalMode },
    repository: { ...repository, ...(branch && { branch }), ...(baseBranch && { baseBranch }) },
    sha: headSha,
    incomplete: ['the pull requests of the merge group'],
  }
}

// workflow_dispatch gives the ref in full as well; a tag is no branch.
export const readBranch = (ref: string): string | undefined =>
  ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : ref.startsWith('refs/') ? undefined : ref

/** Login and association from one and the same object: never a mixture of two people. */
function readActor(holder: Record<string, unknown>, source: string, isLocalMode: boolean): Actor {
  const account = readAccount(own(holder, 'user'))
  if (!account) throw broken(`"${source}" names nobody: the account may have been deleted`)
  const word = readText(holder, 'author_association')
  const association = ASSOCIATIONS.find((known) => known === word)
  return { ...account, ...(association && { association: association satisfies Association }), source, isLocalMode }
}

function readAccount(value: unknown): { readonly login: string; readonly type?: string } | undefined {
  const login = readText(value, 'login')
  const type = readText(value, 'type')
  return login === undefined ? undefined : { login, ...(type !== undefined && { type }) }
}

function readRepository(payload: unknown): Repository {
  const repository = own(payload, 'repository')
  const name = readText(repository, 'name')
  const owner = readText(own(repository, 'owner'), 'login') ?? readText(repository, 'full_name')?.split('/')[0]
  if (name === undefined || owner === undefined) throw broken('the event has no "repository"')
  return { owner, name }
}

function readLabels(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw broken('the pull request has no list of labels')
  return value.map((label) => {
    const name = readText(label, 'name')
    if (name === undefined) throw broken('a label has no name')
    return name
  })
}

function readText(value: unknown, key: string): string | undefined {
  const text = own(value, key)
  return typeof text === 'string' && text !== '' ? text : undefined
}

const broken = (why: string) => new UsageError('ERR_EVENT_PAYLOAD', `the event cannot be read: ${why}`)
const unsupported = (name: string, why: string) =>
  new UsageError('ERR_EVENT_UNSUPPORTED', `the event ${JSON.stringify(name)} is not supported: ${why}`)
