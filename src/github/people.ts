import * as v from 'valibot'
import { type Association, sameName } from '../core/actor.js'
import type { Role } from '../core/config.js'
import { GitHubError } from '../core/errors.js'
import { type Lookup, type Membership, type Memberships, personKey } from '../core/memberships.js'
import { resolveRoles } from '../core/roles.js'
import type { Client, Repo } from './client.js'

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
  roles: readonly Role[],
  approvalTeams: readonly string[],
  people: readonly Person[],
  reviewers: readonly Person[],
): Promise<Memberships> {
  const known = new Map<string, Person>()
  for (const person of [...people, ...reviewers])
    if (!known.has(personKey(person.login))) known.set(personKey(person.login), person)
  const reviewing = new Set(reviewers.map(({ login }) => personKey(login)))
  const readable = memoize((team: string) => readTeamIsReadable(client, repo, team))
  const found = await Promise.all(
    [...known].map(async ([key, person]): Promise<[string, Membership]> => {
      const open = openCriteria(roles, person)
      const teams = [...new Set([...open.teams, ...(reviewing.has(key) ? approvalTeams : [])])]
      const [answers, permission, association] = await Promise.all([
        Promise.all(teams.map((team) => readTeam(client, repo, team, person, readable))),
        open.permission ? readPermission(client, repo, person) : undefined,
        open.association ? deriveAssociation(client, repo, person) : undefined,
      ])
      const byTeam = new Map(teams.map((team, i) => [team, answers[i] as Lookup<boolean>]))
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

const membershipSchema = v.object({ state: v.string() })

async function readTeam(
  client: Client,
  repo: Repo,
  team: string,
  person: Person,
  readable: (team: string) => Promise<Lookup<true>>,
): Promise<Lookup<boolean>> {
  if (isBot(person)) return { known: false }
  const params = { ...teamParams(repo, team), username: person.login }
  // Only a token that can read the team can tell "not a member" from "not for you to know": both are a 404.
  const [member, proof] = await Promise.all([
    client
      .get('GET /orgs/{org}/teams/{team_slug}/memberships/{username}', params, membershipSchema)
      .then(({ state }) => state === 'active')
      .catch((thrown: unknown) => (isNotFound(thrown) ? undefined : asUnresolved(thrown, TEAMS_WAY_OUT))),
    readable(team),
  ])
  if (typeof member === 'object') return member
  if (member !== undefined) return { known: member }
  return 'known' in proof ? { known: false } : proof
}

async function readTeamIsReadable(client: Client, repo: Repo, team: string): Promise<Lookup<true>> {
  const params = { ...teamParams(repo, team), per_page: 1 }
  try {
    await client.get('GET /orgs/{org}/teams/{team_slug}/members', params, v.array(v.object({ login: v.string() })))
    return { known: true }
  } catch (thrown) {
    return asUnresolved(thrown, TEAMS_WAY_OUT)
  }
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

const isNotFound = (thrown: unknown): boolean => thrown instanceof GitHubError && thrown.status === 404

function memoize<K, T>(read: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const found = new Map<K, Promise<T>>()
  return (key) => {
    const promise = found.get(key) ?? read(key)
    found.set(key, promise)
    return promise
  }
}
