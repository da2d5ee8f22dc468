import { usage } from '../flags.js'
import { parseAssociation } from '../local/persona-flags.js'

/** A role and what makes somebody have it, in the words of the config. */
export type RolePlan = {
  readonly name: string
  readonly permission: readonly string[]
  readonly author_association: readonly string[]
  readonly teams: readonly string[]
  readonly users: readonly string[]
}

/** A step that is protected, and the roles of which one is needed for it. */
export type StepPlan = { readonly id: string; readonly roles: readonly string[] }

/** All that `init` has to know. */
export type Plan = {
  readonly roles: readonly RolePlan[]
  readonly steps: readonly StepPlan[]
  /** How many people have to approve before a protected step runs; 0 for nobody. */
  readonly approvals: number
  /** The action, as `uses` names it. */
  readonly uses: string
}

export const PLACEHOLDER = 'OWNER/stepgate@COMMIT'

export const DEFAULT_ROLES = ['admin=permission:admin', 'developer=permission:write,permission:maintain'] as const
export const DEFAULT_STEPS = ['test', 'deploy=admin'] as const

/** The plan that these texts describe, each as its flag takes it; throws UsageError. */
export function parsePlan(given: {
  readonly roles: readonly string[]
  readonly steps: readonly string[]
  readonly approvals: string
  readonly uses: string
}): Plan {
  const roles = mergeRoles((given.roles.length > 0 ? given.roles : DEFAULT_ROLES).map(parseRole))
  const names = roles.map(({ name }) => name)
  const fallback = given.roles.length > 0 ? ['test', `deploy=${names[0]}`] : DEFAULT_STEPS
  const steps = (given.steps.length > 0 ? given.steps : fallback).map((text) => parseStep(text, names))
  const twice = steps.find(({ id }, i) => steps.findIndex((step) => step.id === id) < i)
  if (twice) throw usage(`the step ${JSON.stringify(twice.id)} is named twice; give its roles once, as ${twice.id}=a,b`)
  return { roles, steps, approvals: parseApprovals(given.approvals), uses: parseUses(given.uses) }
}

/** The steps that not everybody with a role may run: those are what approvals are for. */
export function guarded({ roles, steps }: Plan): ReadonlySet<string> {
  const strict = steps.filter((step) => step.roles.length < roles.length)
  return new Set((strict.length > 0 ? strict : steps).map(({ id }) => id))
}

const NAME = /^[A-Za-z][\w-]{0,63}$/
const nameRule = 'begins with a letter and has letters, digits, "-" and "_"'

function parseRole(text: string): RolePlan {
  const [name = '', ...rest] = text.split('=')
  const criteria = rest.join('=').split(',')
  if (!NAME.test(name)) throw usage(`the role ${JSON.stringify(name)} needs a name that ${nameRule}`)
  if (rest.length === 0 || criteria.includes(''))
    throw usage(`"--role ${name}" needs who has it, as in ${name}=permission:write or ${name}=MEMBER`)
  const role = { name, permission: [''], author_association: [''], teams: [''], users: [''] }
  for (const criterion of criteria) addCriterion(role, criterion)
  return {
    name,
    permission: role.permission.slice(1),
    author_association: role.author_association.slice(1),
    teams: role.teams.slice(1),
    users: role.users.slice(1),
  }
}

const KINDS = {
  permission: { key: 'permission', rule: /^[A-Za-z][\w-]*$/, like: 'permission:write' },
  team: { key: 'teams', rule: /^[\w-]+(\/[\w.-]+)?$/, like: 'team:platform or team:octo-org/platform' },
  user: { key: 'users', rule: /^[A-Za-z0-9][A-Za-z0-9-]*(\[bot\])?$/, like: 'user:octocat' },
} as const

function addCriterion(role: Record<Exclude<keyof RolePlan, 'name'>, string[]>, text: string): void {
  const [, kind, value = ''] = /^(permission|team|user):(.*)$/.exec(text) ?? []
  if (kind === 'permission' || kind === 'team' || kind === 'user') {
    const { key, rule, like } = KINDS[kind]
    if (!rule.test(value)) throw usage(`${JSON.stringify(text)} is no ${kind}; write it as ${like}`)
    role[key].push(value)
  } else if (text.includes(':')) {
    throw usage(
      `${JSON.stringify(text)} is not understood; there are permission:NAME, team:SLUG, user:LOGIN and associations`,
    )
  } else {
    role.author_association.push(parseAssociation(text))
  }
}

/** A role that is named more than once has all of its criteria. */
function mergeRoles(roles: readonly RolePlan[]): readonly RolePlan[] {
  const merged = new Map<string, RolePlan>()
  for (const role of roles) {
    const before = merged.get(role.name)
    const both = (key: Exclude<keyof RolePlan, 'name'>) => [...new Set([...(before?.[key] ?? []), ...role[key]])]
    merged.set(role.name, {
      name: role.name,
      permission: both('permission'),
      author_association: both('author_association'),
      teams: both('teams'),
      users: both('users'),
    })
  }
  return [...merged.values()]
}

function parseStep(text: string, roles: readonly string[]): StepPlan {
  const [id = '', ...rest] = text.split('=')
  if (!NAME.test(id)) throw usage(`the step ${JSON.stringify(id)} needs an id that ${nameRule}`)
  if (id === 'gate') throw usage('"gate" is the job that asks; call the step otherwise')
  if (rest.length === 0) return { id, roles }
  const named = [...new Set(rest.join('=').split(','))]
  const unknown = named.find((name) => !roles.includes(name))
  if (unknown !== undefined)
    throw usage(
      `the step ${JSON.stringify(id)} names the role ${JSON.stringify(unknown)}; there are ${roles.join(', ')}`,
    )
  return { id, roles: named }
}

function parseApprovals(text: string): number {
  if (!/^(\d{1,2}|100)$/.test(text)) throw usage('"--approvals" is a number from 0 to 100')
  return Number(text)
}

function parseUses(text: string): string {
  if (/^[\w.-]+\/[\w.-]+(\/[\w.-]+)*@[\w./-]+$/.test(text)) return text
  throw usage(`"--uses" is OWNER/REPOSITORY@COMMIT, and not ${JSON.stringify(text)}`)
}
