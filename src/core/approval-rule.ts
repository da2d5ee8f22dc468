import type { ApprovalRule } from './approvals.js'
import type { Config, Step, StepPolicy } from './config.js'
import { isObject, own } from './json.js'

export const MAX_APPROVALS = 100
export const APPROVAL_KEYS = ['count', 'roles', 'teams', 'users'] as const
export const TEAM = /^[^/\s]+(\/[^/\s]+)?$/

/** The requirement that a step's `approvals` means, with what is left out filled in. */
export const resolveRule = (written: NonNullable<StepPolicy['approvals']>): ApprovalRule => ({
  count: written.count ?? 1,
  roles: written.roles ?? [],
  teams: written.teams ?? [],
  users: written.users ?? [],
})

/** The requirement in a policy's answer, or a sentence that says what is wrong with it; without `knownRoles` any role will do. */
export function parseRule(value: unknown, knownRoles: readonly string[] | undefined): ApprovalRule | string {
  if (value === undefined) return '"effect" asks for approvals, and "approvals" is not there to say whose'
  if (!isObject(value)) return '"approvals" must be an object'
  const unknown = Object.keys(value).find((key) => !(APPROVAL_KEYS as readonly string[]).includes(key))
  if (unknown !== undefined)
    return `"approvals.${unknown}" is not understood; known keys are ${APPROVAL_KEYS.join(', ')}`
  const count = Object.hasOwn(value, 'count') ? value.count : 1
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > MAX_APPROVALS)
    return `"approvals.count" must be a whole number from 1 to ${MAX_APPROVALS}`
  const lists = { roles: readNames(value, 'roles'), teams: readNames(value, 'teams'), users: readNames(value, 'users') }
  const { roles, teams, users } = lists
  if (!roles || !teams || !users) {
    const odd = (['roles', 'teams', 'users'] as const).find((key) => !lists[key])
    return `"approvals.${odd}" must be a list of names`
  }
  const team = teams.find((name) => !TEAM.test(name))
  if (team !== undefined) return `"approvals.teams" has ${JSON.stringify(team)}, which is neither "slug" nor "org/slug"`
  const role = knownRoles && roles.find((name) => !knownRoles.includes(name))
  if (role !== undefined)
    return `"approvals.roles" names the role ${JSON.stringify(role)}, which is not defined; define it under "policy.roles"`
  if (roles.length + teams.length + users.length === 0)
    return '"approvals" must say who approves: "roles", "teams" or "users"'
  return { count, roles, teams, users }
}

function readNames(value: Record<string, unknown>, key: string): readonly string[] | undefined {
  const names = Object.hasOwn(value, key) ? own(value, key) : []
  const fine = Array.isArray(names) && names.every((name) => typeof name === 'string' && name !== '')
  return fine ? (names as readonly string[]) : undefined
}

type Approving = {
  readonly steps: readonly Pick<Step, 'approvals'>[]
  readonly policy?: Pick<Config['policy'], 'packs'>
  readonly agents?: Config['agents']
}

/** The teams that approvals of this config name, those of its packs and agents too, each once: whose members are worth knowing. */
export const teamsOfApprovals = ({ steps, policy, agents = new Map() }: Approving): readonly string[] => [
  ...new Set([
    ...steps.flatMap((step) => step.approvals?.teams ?? []),
    ...(policy?.packs ?? []).flatMap(({ parameters }) => teamsIn(parameters)),
    ...[...agents.values()].flatMap(({ approvals }) => Object.values(approvals).flatMap(({ teams }) => teams)),
  ]),
]

/** Every `teams` in these parameters: that is what approvals call them in every pack. */
function teamsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(teamsIn)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'teams' && Array.isArray(inner)
      ? inner.filter((team): team is string => typeof team === 'string' && TEAM.test(team))
      : teamsIn(inner),
  )
}
