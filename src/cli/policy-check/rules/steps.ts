import { didYouMean } from '../../../config/diagnostics.js'
import { SCOPES, type Step } from '../../../core/config.js'
import { isObject } from '../../../core/json.js'
import { scopePath } from '../../../core/query.js'
import type { Analysis } from '../../../pdp/local/protocol.js'
import { type Check, type ConfigFacts, oursOf, placeIn, placeOf, withAnalysis, withConfig } from '../facts.js'
import type { Outcome } from '../finding.js'

/** What steps ask for and nobody reads. */
export const stepKeyUnread: Check = withConfig((config, facts) => {
  const { kind, analysis, noAnalysis } = facts
  const { steps, policy } = config.config
  const reads = kind === 'base' ? { require: true, deny: true, approvals: true } : analysis?.policyKeys
  const keys = (['require', 'deny', 'approvals'] as const).filter((key) => steps.some((step) => step.policy?.[key]))
  if (keys.length > 0 && !reads) return [{ notChecked: noAnalysis }]
  return keys.flatMap((key): readonly Outcome[] => {
    const having = steps.filter((step) => step.policy?.[key] !== undefined)
    const [step] = having
    if (!step) return []
    const more = having.length > 1 ? ` (and ${having.length - 1} more)` : ''
    const at = placeIn(config, ['steps', step.id, 'policy', key])
    if (key === 'approvals' && !policy.scopes.includes('check.execute')) {
      const message = `step ${JSON.stringify(step.id)}${more} has "policy.approvals", and "policy.scopes" leaves check.execute out: nobody asks for them`
      return [{ message, wayOut: 'add check.execute to "policy.scopes"', ...at }]
    }
    if (reads?.[key] !== false)
      return key === 'approvals' || !analysis ? [] : unreadByOwn(key, having, config, analysis)
    if (key === 'approvals')
      return [
        {
          level: 'notice',
          message: `no loaded rule reads input.check.policy.approvals, which step ${JSON.stringify(step.id)}${more} has`,
          why: 'the gate itself waits for these approvals, whatever the policy answers; the policy does not know of them',
          wayOut: 'nothing has to be done',
          ...at,
        },
      ]
    return [
      {
        message: `step ${JSON.stringify(step.id)}${more} has "policy.${key}", and no loaded rule reads input.check.policy.${key}`,
        ...at,
      },
    ]
  })
})

/** Steps whose own rule does not read what they say: what other rules read of it is asked about other steps. */
function unreadByOwn(
  key: 'require' | 'deny',
  having: readonly Step[],
  config: ConfigFacts,
  { inputRefs }: Analysis,
): readonly Outcome[] {
  const { steps } = config.config
  const entrypoints = new Set([...SCOPES.map(scopePath), ...steps.flatMap(({ rule }) => rule ?? [])])
  return having.flatMap(({ id, rule }): readonly Outcome[] => {
    if (rule === undefined) return []
    // A package that nobody is asked about is a helper of any of them.
    const own = inputRefs.filter((ref) => !ref.written && (ref.package === rule || !entrypoints.has(ref.package)))
    const inPolicy = own.filter(({ path: [check, policy] }) => check === 'check' && policy === 'policy')
    const names = inPolicy.map(({ path }) => path[2]).filter((name) => name !== undefined)
    // Taken as a whole, and never by a key: by somebody who does not say here which.
    const isRead = names.includes(key) || names.includes('*') || (inPolicy.length > 0 && names.length === 0)
    if (isRead) return []
    const message = `step ${JSON.stringify(id)} has "policy.${key}", and its own rule ${rule} does not read input.check.policy.${key}`
    return [{ message, ...placeIn(config, ['steps', id, 'policy', key]) }]
  })
}

/** Roles that rules look for and nobody can have. */
export const roleUndefined: Check = withAnalysis(({ roleNames }, facts) => {
  if (!facts.config) return roleNames.length === 0 ? [] : [{ notChecked: facts.noConfig }]
  const known = facts.config.config.policy.roles.map(({ name }) => name)
  const ours = oursOf(facts)
  return roleNames
    .filter(({ file, value }) => ours.has(file) && !known.includes(value))
    .map((found) => ({
      message: `the config defines no role ${JSON.stringify(found.value)}${didYouMean(found.value, known)}`,
      ...placeOf(found),
    }))
})

/** Roles that make no difference. */
export const roleUnused: Check = withConfig((config, { kind, analysis, noAnalysis }) => {
  const { policy, steps } = config.config
  if (policy.roles.length === 0) return []
  if (kind !== 'base' && !analysis) return [{ notChecked: noAnalysis }]
  const used = new Set([
    ...(analysis?.strings ?? []),
    ...(analysis?.roleNames.map(({ value }) => value) ?? []),
    ...steps.flatMap((step) =>
      [step.policy?.require ?? [], step.policy?.deny ?? [], step.approvals?.roles ?? []].flat(),
    ),
    // What packs are given, and what an agent's profile asks for, names roles as well.
    ...(policy.override ?? []),
    ...(policy.packs ?? []).flatMap(({ parameters }) => textsIn(parameters)),
    ...[...(config.config.agents?.values() ?? [])].flatMap((profile) => textsIn(profile)),
  ])
  return policy.roles
    .filter(({ name }) => !used.has(name) && !config.dataText?.includes(JSON.stringify(name)))
    .map(({ name }) => ({
      message: `neither a rule nor a step names the role ${JSON.stringify(name)}`,
      ...placeIn(config, ['policy', 'roles', name]),
    }))
})

/** Every text and every key in it: parameters name roles as both. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item))
  return isObject(value) ? Object.entries(value).flatMap(([key, item]) => [key, ...textsIn(item)]) : []
}
