import { sameName } from './actor.js'
import type { ApprovalFacts } from './approvals.js'
import type { Role } from './config.js'
import type { Facts } from './facts.js'
import type { KnownRoles } from './input.js'
import { type Memberships, personKey } from './memberships.js'
import { type Roles, resolveRoles } from './roles.js'

/** What one round of questions is about: the run itself, its pull request, or one of a merge group's. */
export type Subject = {
  readonly facts: Facts
  readonly memberships: Memberships
  /** Left out where there is no pull request. */
  readonly approvals?: ApprovalFacts
}

/** The roles of everybody whose roles count in a subject. */
export type SubjectRoles = {
  readonly actor: Roles
  /** Left out where there is no sender. */
  readonly sender?: Roles
  /** In the order of `Facts.others`. */
  readonly others: readonly Roles[]
}

/** Who of the people of this subject has which role. Each person's are their own: nobody has the actor's beside them. */
export function resolveSubjectRoles(roles: readonly Role[], { facts, memberships }: Subject): SubjectRoles {
  const { actor, sender, others } = facts
  const own = resolveRoles(roles, actor, memberships)
  // The payload says of nobody else how they belong to the repository, so that theirs is looked up.
  const rolesOf = (login: string): Roles =>
    sameName(login, actor.login) ? own : resolveRoles(roles, { login }, memberships)
  return {
    actor: own,
    ...(sender && { sender: rolesOf(sender.login) }),
    others: others.map(({ login }) => rolesOf(login)),
  }
}

/** The names of these roles, as a policy reads them. The sender's are left out where one of them is not known. */
export function namesOf(roles: SubjectRoles): KnownRoles {
  const names = (found: Roles) => found.matches.map((match) => match.role)
  const { actor, sender, others } = roles
  return {
    actor: names(actor),
    ...(sender && sender.unresolved.length === 0 && { sender: names(sender) }),
    others: others.map(names),
  }
}

/** What to call this subject beside others. */
export const nameSubject = ({ pullRequest }: Facts): string =>
  pullRequest ? `pull request ${pullRequest.number}` : 'the run'

const DEEDS = { pusher: 'pushed the head', 're-runner': 'ran the workflow again' } as const

/** The same subject with each of the others as the actor, for a policy that asks about the actor alone. */
export function asEachOther({
  facts,
  memberships,
  approvals,
}: Subject): readonly (Subject & { readonly name: string })[] {
  return facts.others.map((other) => {
    const { as, ...account } = other
    const found = memberships.get(personKey(other.login))?.association
    const association = found && 'known' in found ? { association: found.known } : {}
    const actor = { ...account, ...association, source: 'sender', isLocalMode: facts.actor.isLocalMode }
    const name = `${other.login}, who ${DEEDS[as]}`
    return { name, facts: { ...facts, actor, others: [] }, memberships, ...(approvals && { approvals }) }
  })
}

/** The parts of the input that were not read, each with the reason. What is left out of the input reads as "there is none". */
export function unreadParts({ facts, approvals }: Subject): readonly { readonly name: string; readonly why: string }[] {
  const { pullRequest } = facts
  return [
    ...(pullRequest && !pullRequest.files ? [{ name: 'files', why: 'pullRequest.files: GitHub was not asked' }] : []),
    ...(approvals?.kind === 'unavailable' ? [{ name: 'approvals', why: `approvals: ${approvals.message}` }] : []),
  ]
}
