import * as v from 'valibot'
import { type Association, sameName } from '../core/actor.js'
import type { Role } from '../core/config.js'
import { GitHubError } from '../core/errors.js'
import { type Lookup, type Membership, type Memberships, personKey } from '../core/memberships.js'
import { resolveRoles } from '../core/roles.js'
import type { Client, Repo } from './client.js'
import { memoize } from './memoize.js'

/** Somebody whose roles count; an association is there only where GitHub itself has said it of them in this very place. */
export type Person = {
  readonly login: string
  readonly type?: string | undefined
  readonly association?: Association | undefined
  /** Events such as push say no association of anybody, and none is looked up for them either. */
  readonly withoutAssociation?: boolean
}

/** What the config's roles, and the teams of its approvals, need to know of each of these people. */
export async function readMemberships(
  client: Client,
  repo: Repo,
  teams: Teams,
  roles: readonly Role[],
  approvalTeams: readonly string[],
  people: readonly Person[],
  reviewers: readonly Person[],
): Promise<Memberships> {
  const known = new Map<string, Person>()
  for (const person of [...people, ...reviewers])
    if (!known.has(personKey(person.login))) known.set(personKey(person.login), person)
  const reviewing = new Set(reviewers.map(({ login }) => personKey(login)))
  const found = await Promise.all(
    [...known].map(async ([key, person]): Promise<[string, Membership]> => {
      const open = openCriteria(roles, person)
      const wanted = [...new Set([...open.teams, ...(reviewing.has(key) ? approvalTeams : [])])]
      const [answers, permission, association] = await Promise.all([
        Promise.all(wanted.map((team) => isInTeam(client, repo, teams, team, person))),
        open.permission ? readPermission(client, repo, person) : undefined,
        open.association ? deriveAssociation(client, repo, person) : undefined,
      ])
      const byTeam = new Map(wanted.map((team, i) => [team, answers[i] as Lookup<boolean>]))
      return [key, { teams: byTeam, ...(permission && { permission }), ...(association && { association }) }]
    }),
  )
  return new Map(found)
}

/** What is still to be asked of this person: a role that they have already needs nothing more. */
function openCriteria(roles: readonly Role[], person: Person) {
  const simple = roles.map((role) => ({ ...role, teams: [], permissions: [] }))
  const matched = new Set(resolveRoles(simple, asRolePerson(person), new Map()).matches.map(({ role }) => role))
  const open = roles.filter((role) => !role.neverApplies && !matched.has(role.name))
  return {
    teams: open.flatMap((role) => role.teams),
    permission: open.some((role) => role.permissions.length > 0),
    association:
      person.association === undefined &&
      person.withoutAssociation !== true &&
      open.some((role) => role.associations.length > 0),
  }
}

const asRolePerson = ({ login, association }: Person) => ({ login, ...(association && { association }) })

// An app is in no team and has no role in a repository. Nobody can register a login with brackets.
const isBot = ({ login, type }: Person): boolean => type === 'Bot' || login.endsWith('[bot]')

/** The members of a team by its name as the config writes it, each team asked for once. */
export type Teams = (team: string) => Promise<Lookup<readonly string[]>>

const memberSchema = v.object({ login: v.string() })
const membershipSchema = v.object({ state: v.string() })

/** Reads teams by their lists of members (GitHub REST: list team members). */
export const readTeams = (client: Client, repo: Repo): Teams =>
  memoize(async (team: string): Promise<Lookup<readonly string[]>> => {
    const params = { ...teamParams(repo, team), per_page: 100 }
    try {
      const found = await client.list('GET /orgs/{org}/teams/{team_slug}/members', params, memberSchema)
      return { known: found.map(({ login }) => login) }
    } catch (thrown) {
      return asUnresolved(thrown, TEAMS_WAY_OUT)
    }
  })

/**
 * Whether somebody is in a team. The question about one person is answered by a 404 for "no" as well as for "not for you to
 * know", so that only the whole list proves a no; either of the two proves a yes.
 */
async function isInTeam(
  client: Client,
  repo: Repo,
  teams: Teams,
  team: string,
  person: Person,
): Promise<Lookup<boolean>> {
  if (isBot(person)) return { known: false }
  const route = 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}'
  const [members, isActive] = await Promise.all([
    teams(team),
    client
      .get(route, { ...teamParams(repo, team), username: person.login }, membershipSchema)
      .then(({ state }) => state === 'active')
      .catch((thrown: unknown) => {
        if (thrown instanceof GitHubError) return false
        throw thrown
      }),
  ])
  if (isActive) return { known: true }
  return 'known' in members ? { known: members.known.some((login) => sameName(login, person.login)) } : members
}

export function teamParams(repo: Repo, team: string): { readonly org: string; readonly team_slug: string } {
  const [org, slug] = team.includes('/') ? team.split('/') : [repo.owner, team]
  return { org: org ?? repo.owner, team_slug: slug ?? team }
}

const permissionSchema = v.object({ permission: v.string(), role_name: v.optional(v.string()) })

async function readPermission(client: Client, repo: Repo, person: Person): Promise<Lookup<string>> {
  if (isBot(person)) return { known: 'none' }
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission'
  try {
    const found = await client.get(route, { ...repo, username: person.login }, permissionSchema)
    return { known: found.role_name ?? found.permission }
  } catch (thrown) {
    return asUnresolved(thrown, 'give the token metadata: read')
  }
}

/**
 * How somebody belongs to the repository of whom no payload says it: its owner, a member of its organisation whom this token
 * may see, a collaborator, or nobody. Who cannot be seen is nobody; what cannot be asked is unresolved.
 */
async function deriveAssociation(client: Client, repo: Repo, person: Person): Promise<Lookup<Association>> {
  if (sameName(person.login, repo.owner)) return { known: 'OWNER' }
  if (isBot(person)) return { known: 'NONE' }
  const [org, username] = [repo.owner, person.login]
  try {
    const [member, isPublic, collaborator] = await Promise.all([
      client.ask('GET /orgs/{org}/members/{username}', { org, username }, [204, 302, 403, 404]),
      client.ask('GET /orgs/{org}/public_members/{username}', { org, username }, [204, 404]),
      client.ask('GET /repos/{owner}/{repo}/collaborators/{username}', { ...repo, username }, [204, 404]),
    ])
    if (member === 204 || isPublic === 204) return { known: 'MEMBER' }
    return { known: collaborator === 204 ? 'COLLABORATOR' : 'NONE' }
  } catch (thrown) {
    return asUnresolved(thrown, 'name the person in "users", or give the token metadata: read')
  }
}

const TEAMS_WAY_OUT =
  'GITHUB_TOKEN cannot read teams: give "github-token" the token of a GitHub App with members: read, or use "permission"'

/** What kept the question from being answered. Only GitHub's failures are: anything else is a defect, and is thrown. */
function asUnresolved(thrown: unknown, wayOut: string): { readonly unresolved: string } {
  if (!(thrown instanceof GitHubError)) throw thrown
  return { unresolved: `${thrown.message}; ${wayOut}` }
}
