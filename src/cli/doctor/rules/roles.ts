import type { Association } from '../../../core/actor.js'
import type { Role, Step } from '../../../core/config.js'
import type { Facts } from '../facts.js'
import type { Outcome } from '../finding.js'
import type { LocatedConfig } from '../gates.js'

const OUTSIDE: readonly Association[] = ['CONTRIBUTOR', 'FIRST_TIME_CONTRIBUTOR', 'FIRST_TIMER', 'MANNEQUIN', 'NONE']
const HIGH_NAME =
  /^(admins?|administrators?|owners?|maintainers?|root|superusers?|releasers?|release-managers?|deployers?)$/i
const HIGH_STEP = /(^|[^a-z])(deploy(ment)?|release|publish|prod(uction)?)([^a-z]|$)/i
const HIGH_CRITICALITY: readonly string[] = ['external', 'high', 'critical']

const requiredBy = ({ policy }: Step): readonly string[] => [policy?.require ?? []].flat()
const approving = ({ approvals }: Step): readonly string[] => approvals?.roles ?? []

/** True for a step whose name or kind says that it acts on the world outside of the run. */
const isHigh = ({ id, tags = [], criticality = '' }: Step): boolean =>
  HIGH_STEP.test(id) || tags.some((tag) => HIGH_STEP.test(tag)) || HIGH_CRITICALITY.includes(criticality.toLowerCase())

const placeOf = (config: LocatedConfig, role: Role) => ({
  path: config.path,
  ...config.locate(['policy', 'roles', role.name, 'author_association'], 'key'),
})

export function associationOnlyRole({ configs, settings: { repository } }: Facts): readonly Outcome[] {
  // A person's repository has one owner, no members who could be private, and collaborators who all may write.
  if ('known' in repository && repository.known.ownedBy === 'person') return []
  return configs.flatMap((config) =>
    config.policy.roles.flatMap((role): readonly Outcome[] => {
      const { name, associations, users, teams, permissions, neverApplies } = role
      const wide = associations.filter((word) => !OUTSIDE.includes(word))
      const only = users.length + teams.length + permissions.length === 0
      const steps = config.steps.filter((step) => requiredBy(step).includes(name) && isHigh(step))
      const approves = config.steps.filter((step) => approving(step).includes(name))
      const privileged = HIGH_NAME.test(name) || steps.length + approves.length > 0
      if (neverApplies || !only || wide.length === 0 || !privileged) return []
      const [step] = [...steps, ...approves]
      const why = step ? `, which step ${JSON.stringify(step.id)} asks for,` : ''
      const message = `role ${JSON.stringify(name)}${why} rests on author_association ${wide.join(', ')} alone`
      return [{ level: 'warning', message, place: placeOf(config, role) }]
    }),
  )
}

export function privilegedOutsiders({ configs }: Facts): readonly Outcome[] {
  return configs.flatMap((config) =>
    config.policy.roles.flatMap((role): readonly Outcome[] => {
      const outside = role.associations.filter((word) => OUTSIDE.includes(word))
      if (role.neverApplies || outside.length === 0) return []
      const why = whyPrivileged(config, role, outside)
      if (why === undefined) return []
      const message = `role ${JSON.stringify(role.name)} is given by author_association ${outside.join(', ')}, ${why.says}`
      return [{ level: why.level, message, place: placeOf(config, role) }]
    }),
  )
}

type Why = { readonly level: 'error' | 'warning'; readonly says: string }

function whyPrivileged(config: LocatedConfig, role: Role, outside: readonly Association[]): Why | undefined {
  const { name } = role
  if (HIGH_NAME.test(name)) return { level: 'error', says: 'and its name says more than that' }
  const approved = config.steps.find((step) => approving(step).includes(name))
  if (approved) return { level: 'error', says: `and may approve step ${JSON.stringify(approved.id)}` }
  const asking = config.steps.filter((step) => requiredBy(step).includes(name))
  const high = asking.find(isHigh)
  if (high) return { level: 'error', says: `and is enough for step ${JSON.stringify(high.id)}` }
  // Who lets everybody in means it. Who stops at CONTRIBUTOR may take the word for somebody they know.
  if (!outside.includes('CONTRIBUTOR')) return undefined
  const open = new Set(config.policy.roles.filter((one) => one.associations.includes('NONE')).map((one) => one.name))
  const half = asking.find((step) => !requiredBy(step).some((one) => open.has(one)))
  return half && { level: 'warning', says: `and is enough for step ${JSON.stringify(half.id)}` }
}
