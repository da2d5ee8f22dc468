import { type Call, type Handlers, notFound } from '../call.js'
import { complete } from '../complete.js'
import { API, user, userOrNull } from '../represent.js'
import type { World } from '../world.js'

/** Users, teams, organisations and collaborators. */
export const people: Handlers = {
  'users/get-by-username': ({ world, params }) => {
    if (!world.users.has(params.username.toLowerCase())) throw notFound()
    return { body: complete('public-user', user(world, params.username)) }
  },

  'teams/get-membership-for-user-in-org': (call) => {
    const { world, params } = call
    const { members = [], maintainers = [], pending = [] } = teamOf(call)
    const role = has(maintainers, params.username) ? 'maintainer' : 'member'
    const state = has([...members, ...maintainers], params.username) ? 'active' : 'pending'
    if (state === 'pending' && !has(pending, params.username)) throw notFound()
    const login = world.users.get(params.username.toLowerCase())?.login
    return { body: { state, role, url: `${API}/organizations/1/team/1/memberships/${login}` } }
  },

  'teams/list-members-in-org': (call) => {
    const { members = [], maintainers = [] } = teamOf(call)
    const { role = 'all' } = call.query
    const asked = { member: members, maintainer: maintainers, all: [...members, ...maintainers] }[role as 'all']
    return { list: asked.map((login) => user(call.world, login)) }
  },

  'orgs/check-membership-for-user': ({ world, params }) => {
    const { public: open = [], private: hidden = [] } = world.members.get(params.org.toLowerCase()) ?? {}
    if (!has([...open, ...hidden], params.username)) throw notFound()
    return { status: 204 }
  },

  'orgs/check-public-membership-for-user': ({ world, params }) => {
    if (!has(world.members.get(params.org.toLowerCase())?.public ?? [], params.username)) throw notFound()
    return { status: 204 }
  },

  'repos/check-collaborator': ({ world, params }) => {
    if (!world.collaborators.has(params.username.toLowerCase()) && !isOwner(world, params.username)) throw notFound()
    return { status: 204 }
  },

  'repos/get-collaborator-permission-level': ({ world, params }) => {
    const { username } = params
    if (!world.users.has(username.toLowerCase())) throw notFound(`${username} is not a user`)
    const anybody = world.private ? 'none' : 'read'
    const fallback = isOwner(world, username) ? 'admin' : anybody
    const given = world.collaborators.get(username.toLowerCase()) ?? { permission: fallback, role_name: fallback }
    const person = { ...userOrNull(world, username), role_name: given.role_name }
    return { body: { ...given, user: complete('nullable-collaborator', person) } }
  },
}

const has = (logins: readonly string[], login: string): boolean =>
  logins.some((known) => known.toLowerCase() === login.toLowerCase())

const isOwner = (world: World, login: string): boolean =>
  world.ownerType === 'User' && login.toLowerCase() === world.owner.toLowerCase()

function teamOf({ world, params }: Call) {
  const team = world.teams.get(`${params.org}/${params.team_slug}`.toLowerCase())
  if (!team) throw notFound()
  return team
}
