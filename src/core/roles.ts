import { type Actor, sameName } from './actor.js'
import type { Role } from './config.js'
import type { Facts } from './facts.js'

export type RoleMatch = { readonly role: string; readonly because: string }

/** A role whose answer needs a fact that could not be looked up. It is not the same as a role that does not match. */
export type UnresolvedRole = {
  readonly role: string
  readonly criterion: 'teams' | 'permission'
  readonly message: string
}

export type Roles = { readonly matches: readonly RoleMatch[]; readonly unresolved: readonly UnresolvedRole[] }

/** The roles of this actor in the config's order, each with its reason, and those that nobody can tell. */
export function resolveRoles(roles: readonly Role[], actor: Actor): Roles {
  const matches: RoleMatch[] = []
  const unresolved: UnresolvedRole[] = []
  for (const role of roles) {
    if (role.neverApplies) continue
    const because = matchRole(role, actor)
    if (because !== undefined) matches.push({ role: role.name, because })
    else if (role.teams.length > 0) unresolved.push(unresolvedRole(role.name, 'teams', 'team members'))
    else if (role.permissions.length > 0) unresolved.push(unresolvedRole(role.name, 'permission', 'repository roles'))
  }
  return { matches, unresolved }
}

/**
 * The roles of the person who caused the event: the actor's own where that is the same person, else those that name the login.
 * The payload says of nobody else how they belong to the repository.
 */
export function resolveSenderRoles(roles: readonly Role[], facts: Facts, actorRoles: Roles): readonly string[] {
  const { sender, actor } = facts
  if (!sender) return []
  const own = sameName(sender.login, actor.login)
  const found = own
    ? actorRoles
    : resolveRoles(roles, { login: sender.login, source: 'sender', isLocalMode: actor.isLocalMode })
  return found.matches.map((match) => match.role)
}

function matchRole(role: Role, actor: Actor): string | undefined {
  if (actor.association !== undefined && role.associations.includes(actor.association)) {
    return `author_association is ${actor.association}`
  }
  const user = role.users.find((login) => sameName(login, actor.login))
  return user === undefined ? undefined : `users names ${user}`
}

function unresolvedRole(role: string, criterion: 'teams' | 'permission', fact: string): UnresolvedRole {
  const message =
    `role ${JSON.stringify(role)} could not be looked up: "${criterion}" needs ${fact}, which this version does not read; ` +
    'use "author_association" or "users"'
  return { role, criterion, message }
}
