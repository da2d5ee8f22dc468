import { type Actor, type Association, sameName } from './actor.js'
import type { Role } from './config.js'
import { type Lookup, type Membership, type Memberships, personKey } from './memberships.js'

export type RoleMatch = { readonly role: string; readonly because: string }

/** A role whose answer needs a fact that could not be looked up. It is not the same as a role that does not match. */
export type UnresolvedRole = {
  readonly role: string
  readonly criterion: 'author_association' | 'teams' | 'permission'
  readonly message: string
}

export type Roles = { readonly matches: readonly RoleMatch[]; readonly unresolved: readonly UnresolvedRole[] }

export type RolePerson = Pick<Actor, 'login' | 'association'>

/** The roles of this person in the config's order, each with its reason, and those that nobody can tell. */
export function resolveRoles(roles: readonly Role[], person: RolePerson, memberships: Memberships): Roles {
  const membership = memberships.get(personKey(person.login))
  const matches: RoleMatch[] = []
  const unresolved: UnresolvedRole[] = []
  for (const role of roles) {
    if (role.neverApplies) continue
    const found = [
      matchUsers(role, person),
      matchAssociation(role, person, membership),
      ...matchTeams(role, membership),
      matchPermission(role, membership),
    ]
    const because = found.find((answer) => typeof answer === 'string')
    const [open] = found.flatMap((answer) => (typeof answer === 'object' ? [answer] : []))
    if (because !== undefined) matches.push({ role: role.name, because })
    else if (open) unresolved.push({ ...open, message: `${nameRole(role, person)}: ${open.message}` })
  }
  return { matches, unresolved }
}

/** A reason for the role, undefined where the criterion does not match, or why nobody can tell. */
type Answer = string | undefined | UnresolvedRole

const nameRole = (role: Role, person: RolePerson): string =>
  `role ${JSON.stringify(role.name)} could not be looked up for ${person.login}`

function matchUsers(role: Role, person: RolePerson): Answer {
  const user = role.users.find((login) => sameName(login, person.login))
  return user === undefined ? undefined : `users names ${user}`
}

function matchAssociation(role: Role, person: RolePerson, membership: Membership | undefined): Answer {
  if (role.associations.length === 0) return undefined
  const found: Lookup<Association> | undefined =
    person.association === undefined ? membership?.association : { known: person.association }
  // Who has no association at all, such as the sender of a push, has none that a role could name.
  if (!found) return undefined
  if (!('known' in found)) return { role: role.name, criterion: 'author_association', message: found.unresolved }
  return role.associations.includes(found.known) ? `author_association is ${found.known}` : undefined
}

const NO_ANSWER = {
  unresolved:
    'GitHub was not asked, which "teams" and "permission" need; use "author_association" or "users", or a run that can reach the API',
} as const

const matchTeams = (role: Role, membership: Membership | undefined): readonly Answer[] =>
  role.teams.map((team): Answer => {
    const found = membership?.teams.get(team) ?? NO_ANSWER
    if (!('known' in found)) return { role: role.name, criterion: 'teams', message: found.unresolved }
    return found.known ? `member of the team ${team}` : undefined
  })

function matchPermission(role: Role, membership: Membership | undefined): Answer {
  if (role.permissions.length === 0) return undefined
  const found = membership?.permission ?? NO_ANSWER
  if (!('known' in found)) return { role: role.name, criterion: 'permission', message: found.unresolved }
  // Custom roles may be written in capitals; GitHub's own are lower case.
  const name = role.permissions.find((permission) => permission === found.known)
  return name === undefined ? undefined : `permission is ${name}`
}
