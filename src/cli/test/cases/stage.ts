import { didYouMean } from '../../../config/diagnostics.js'
import { ASSOCIATIONS, sameName } from '../../../core/actor.js'
import type { Config } from '../../../core/config.js'
import { UsageError } from '../../../core/errors.js'
import type { ChangedFile, Facts, Other } from '../../../core/facts.js'
import { findLinkedIssues } from '../../../core/linked-issues.js'
import type { Subject } from '../../../core/subject.js'
import { parseEvent } from '../../../github/event.js'
import { LOCAL, type Person, type Persona, type PersonasReview, stagePersona } from '../../local/persona.js'
import type { RawCase } from './schema.js'

/** A case with the defaults of its file in it. */
export type Described = Pick<RawCase, 'actor' | 'event' | 'pull_request' | 'others' | 'approvals'>
type RawPerson = Exclude<NonNullable<RawCase['actor']>, string>
type RawOther = NonNullable<RawCase['others']>[number]
type RawPull = NonNullable<RawCase['pull_request']>
type RawApproval = Exclude<NonNullable<RawCase['approvals']>, string>[number]

/** Who is asked about, and the config in which everybody has the roles that the case gives them; throws UsageError. */
export function stageCase(
  described: Described,
  config: Config,
  steps: readonly string[],
  payloadOf: (file: string) => unknown,
): { readonly subject: Subject; readonly config: Config } {
  requireRoles(described, config)
  const event = eventOf(described)
  const payload = event.file === undefined ? undefined : factsOf(event.file, event.name, payloadOf)
  const staged = stagePersona(personaOf(described, steps, payload), config)
  const others = described.others ?? []
  // Each of the others has memberships and roles of their own, as the actor has.
  const among = others.reduce(
    (so, raw) => {
      const one = stagePersona(toPerson(raw, raw.login), so.config)
      return { config: one.config, memberships: new Map([...one.subject.memberships, ...so.memberships]) }
    },
    { config: staged.config, memberships: staged.subject.memberships },
  )
  const facts = payload ? { ...payload, ...filesOf(described, payload) } : staged.subject.facts
  return {
    config: among.config,
    subject: {
      ...staged.subject,
      memberships: among.memberships,
      facts: { ...facts, others: [...facts.others, ...others.map(toOther)] },
    },
  }
}

function personaOf(described: Described, steps: readonly string[], payload: Facts | undefined): Persona {
  const actor = typeof described.actor === 'string' ? { login: described.actor } : (described.actor ?? {})
  const event = eventOf(described)
  const pull = described.pull_request ?? {}
  const [owner, name] = event.repository?.split('/') ?? []
  if (payload) refuseContradictions(actor, payload)
  const login = payload?.actor.login ?? actor.login ?? 'someone'
  const files = filesIn(pull)
  const author = payload?.pullRequest?.author ?? pull.author
  return {
    ...toPerson(actor, login),
    ...(payload?.actor.association && { association: payload.actor.association }),
    // In a real event everybody has an association; who is given roles by name has those alone.
    ...(!payload && actor.association === undefined && !actor.roles?.length && { association: 'NONE' as const }),
    event: payload?.event ?? event.name ?? 'pull_request',
    ...(event.action !== undefined && { action: event.action }),
    repository: {
      ...(owner !== undefined && { owner }),
      ...(name !== undefined && { name }),
      ...(event.branch !== undefined && { branch: event.branch }),
      baseBranch: event.base ?? 'main',
    },
    ...(pull.number !== undefined && { number: pull.number }),
    labels: pull.labels ?? [],
    draft: pull.draft ?? false,
    fork: pull.fork ?? false,
    files,
    linkedIssues: issuesIn(pull, { owner: owner ?? LOCAL.owner, name: name ?? LOCAL.name }),
    knowsFiles: pull.changed !== 'unknown',
    knowsReviews: described.approvals !== 'unknown',
    ...(pull.changed_files !== undefined && { changedFiles: Math.max(pull.changed_files, files.length) }),
    ...(author !== undefined && { author }),
    ...(pull.head !== undefined && { headSha: pull.head }),
    ...(pull.base !== undefined && { baseSha: pull.base }),
    reviews: approvalsOf(described).map((raw) => toReview(raw, steps)),
  }
}

const toPerson = (raw: RawPerson | RawOther, login: string): Person => ({
  login,
  type: raw.bot || login.endsWith('[bot]') ? 'Bot' : 'User',
  ...(raw.association && { association: raw.association }),
  roles: raw.roles ?? [],
  ...(raw.permission !== undefined && { permission: raw.permission }),
  teams: raw.teams ?? [],
})

const toOther = ({ login, as, bot }: RawOther): Other => ({ login, as, type: bot ? 'Bot' : 'User' })

const approvalsOf = ({ approvals = [] }: Described): readonly RawApproval[] =>
  typeof approvals === 'string' ? [] : approvals

const filesIn = ({ changed = [] }: RawPull): readonly ChangedFile[] =>
  typeof changed === 'string' ? [] : changed.map(toFile)

function issuesIn({ linked_issues: issues, body, number }: RawPull, repository: { owner: string; name: string }) {
  if (issues && body !== undefined)
    throw caseError(
      '"pull_request" has a "body" and "linked_issues"; the issues are those of the body, so write one of them',
    )
  return issues ?? findLinkedIssues(body ?? '', repository, number)
}

function toFile(raw: Exclude<RawPull['changed'], string | undefined>[number]): ChangedFile {
  if (typeof raw === 'string') return { path: raw, status: 'modified', additions: 1, deletions: 1 }
  const { path, status = 'modified', previous_path: previousPath, additions = 1, deletions = 1 } = raw
  return { path, status, additions, deletions, ...(previousPath !== undefined && { previousPath }) }
}

function toReview(raw: RawApproval, steps: readonly string[]): PersonasReview {
  if (typeof raw !== 'string') {
    const { override: reason, state = 'approved' } = raw
    return { ...toPerson(raw, raw.login), state, ...(reason !== undefined && { override: { steps, reason } }) }
  }
  const [login = '', what] = raw.split(':')
  if (login === '') throw caseError('"approvals" needs a login, as in bob:developer')
  const association = ASSOCIATIONS.find((one) => one === what)
  return {
    login,
    state: 'approved',
    ...(association ? { association } : what === undefined ? {} : { roles: [what] }),
  }
}

type EventOf = Exclude<NonNullable<RawCase['event']>, string>
const eventOf = ({ event = {} }: Described): EventOf => (typeof event === 'string' ? { name: event } : event)

function factsOf(file: string, name: string | undefined, payloadOf: (file: string) => unknown): Facts {
  return parseEvent({ name: name ?? 'pull_request', payload: payloadOf(file) }, false)
}

// The payload does not name the files; GitHub is asked for them, and here the case is.
function filesOf({ pull_request: pull }: Described, { pullRequest, repository }: Facts): Pick<Facts, 'pullRequest'> {
  if (!pullRequest) return {}
  const files = filesIn(pull ?? {})
  const changedFiles = pull?.changed_files ?? (files.length > 0 ? files.length : pullRequest.changedFiles)
  return {
    pullRequest: {
      ...pullRequest,
      ...(pull?.labels && { labels: pull.labels }),
      ...(pull?.draft !== undefined && { draft: pull.draft }),
      ...(pull?.fork !== undefined && { fork: pull.fork }),
      ...(pull?.changed !== 'unknown' && { files }),
      linkedIssues: issuesIn(pull ?? {}, repository),
      ...(changedFiles !== undefined && { changedFiles }),
    },
  }
}

function refuseContradictions(actor: Partial<RawPerson>, { actor: real }: Facts): void {
  if (actor.login !== undefined && !sameName(actor.login, real.login))
    throw caseError(
      `the event is ${real.login}'s, and "actor" says ${JSON.stringify(actor.login)}; leave the login out`,
    )
  if (actor.association !== undefined && actor.association !== real.association)
    throw caseError(
      `the event says that ${real.login} is ${real.association ?? 'nobody in particular'}; leave "actor.association" out`,
    )
}

function requireRoles(described: Described, { policy }: Config): void {
  const { actor, others = [] } = described
  const approvals = approvalsOf(described)
  const known = policy.roles.map(({ name }) => name)
  const people = [actor, ...others, ...approvals]
  const named = people.flatMap((one) => (typeof one === 'object' ? (one.roles ?? []) : []))
  const short = approvals.flatMap((one) => (typeof one === 'string' ? one.split(':').slice(1) : []))
  const words: readonly string[] = ASSOCIATIONS
  for (const role of [...named, ...short.filter((word) => !words.includes(word))]) {
    if (known.includes(role)) continue
    const rest = known.length === 0 ? 'the config defines none' : `the config defines ${known.join(', ')}`
    throw caseError(`there is no role ${JSON.stringify(role)}${didYouMean(role, known)}; ${rest}`)
  }
}

export const caseError = (message: string): UsageError => new UsageError('ERR_CASE', message)
