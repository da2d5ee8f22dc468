import type { Lookup } from '../../../core/memberships.js'
import type { Facts, RequiredCheck, Settings } from '../facts.js'
import type { Outcome } from '../finding.js'
import {
  type ConfiguredGate,
  checkNamesOf,
  type Gate,
  headTriggersOf,
  inputOf,
  isExpression,
  isOn,
  sayGate,
} from '../gates.js'

/** True where a ruleset requires this very workflow. */
export function isRequiredWorkflow(gate: Gate, { rules, repository }: Settings): boolean {
  if (!('known' in rules)) return false
  const id = 'known' in repository ? repository.known.id : undefined
  return rules.known.workflows.some(
    (required) =>
      required.path === gate.workflow.path &&
      (required.repository === undefined || id === undefined || required.repository === id),
  )
}

type Standing =
  /** The checks of the default branch that are this gate's; `sure` where there are no others that nobody could see. */
  | { readonly kind: 'checks'; readonly checks: readonly RequiredCheck[]; readonly sure: boolean; readonly why: string }
  | { readonly kind: 'workflow' }
  | { readonly kind: 'unknown'; readonly why: string }

function standingOf(gate: Gate, settings: Settings): Standing {
  if (isRequiredWorkflow(gate, settings)) return { kind: 'workflow' }
  const names = checkNamesOf(gate)
  if (names === undefined)
    return { kind: 'unknown', why: `the check of ${sayGate(gate)} has a name that only a run can tell` }
  const { rules, protection } = settings
  const all = [...('known' in rules ? rules.known.checks : []), ...('known' in protection ? protection.known : [])]
  const why = [reasonOf(rules), reasonOf(protection)].filter((reason) => reason !== undefined)
  const checks = all.filter(({ context }) => names.includes(context))
  return { kind: 'checks', checks, sure: why.length === 0, why: [...new Set(why)].join('; ') }
}

const isRequired = (standing: Standing): boolean =>
  standing.kind === 'workflow' || (standing.kind === 'checks' && standing.checks.length > 0)

const reasonOf = (lookup: Lookup<unknown>): string | undefined => ('known' in lookup ? undefined : lookup.unresolved)

/** The outcomes of this question for every gate that pull requests can start. */
const forGates = ({ gates, settings }: Facts, ask: (gate: ConfiguredGate, standing: Standing) => readonly Outcome[]) =>
  gates.flatMap((gate) => (headTriggersOf(gate).length === 0 ? [] : ask(gate, standingOf(gate, settings))))

const failsOnDeny = (gate: Gate): boolean =>
  /\bdeny\b/.test(inputOf(gate, 'fail-on')) || isExpression(inputOf(gate, 'fail-on'))

export const gateNotRequired = (facts: Facts): readonly Outcome[] =>
  forGates(facts, (gate, standing) => {
    // Of several gates of one config it is enough that one is waited for.
    const siblings = facts.gates.filter((other) => other !== gate && other.config === gate.config)
    if (siblings.some((other) => isRequired(standingOf(other, facts.settings)))) return []
    if (standing.kind === 'unknown') return [{ notChecked: standing.why }]
    if (standing.kind === 'workflow' || standing.checks.length > 0) return []
    if (!standing.sure) return [{ notChecked: standing.why }]
    // Where denials are to be seen from outside, they are to keep a merge from happening.
    const meant =
      failsOnDeny(gate) || inputOf(gate, 'status') !== '' || gate.config.steps.some((step) => step.approvals)
    const { repository } = facts.settings
    const branch = 'known' in repository ? ` ${JSON.stringify(repository.known.defaultBranch)}` : ''
    const names = (checkNamesOf(gate) ?? []).map((name) => JSON.stringify(name)).join(', ')
    const message = `the default branch${branch} requires none of the checks of ${sayGate(gate)} (${names})`
    return [{ level: meant ? 'error' : 'warning', message, place: gate.job.place }]
  })

export const checkSourceNotPinned = (facts: Facts): readonly Outcome[] =>
  forGates(facts, (gate, standing) => {
    if (standing.kind === 'workflow') return []
    if (standing.kind === 'unknown') return [{ notChecked: standing.why }]
    const { checks, sure, why } = standing
    const open = [...new Set(checks.filter(({ source }) => source === undefined).map(({ context }) => context))].filter(
      (context) => !checks.some((check) => check.context === context && check.source !== undefined),
    )
    return [
      ...open.map((context): Outcome => {
        const message = `the required check ${JSON.stringify(context)} may come from any source`
        return { level: 'warning', message, place: gate.job.place }
      }),
      ...(sure ? [] : [{ notChecked: why }]),
    ]
  })

export const requiredButGreen = (facts: Facts): readonly Outcome[] =>
  forGates(facts, (gate, standing) => {
    if (failsOnDeny(gate) || gate.config.policy.mode === 'audit') return []
    const judged = [inputOf(gate, 'status'), ...(isOn(gate, 'check-run') ? ['stepgate'] : [])]
    const contexts = standing.kind === 'checks' ? standing.checks.map(({ context }) => context) : []
    if (contexts.some((context) => judged.includes(context))) return []
    if (standing.kind === 'unknown') return [{ notChecked: standing.why }]
    if (standing.kind === 'checks' && contexts.length === 0) return standing.sure ? [] : [{ notChecked: standing.why }]
    const message = `${sayGate(gate)} is required, and is green where the gate denies: "fail-on" has no "deny"`
    return [{ level: 'warning', message, place: gate.step.place }]
  })

export const mergeQueue = (facts: Facts): readonly Outcome[] =>
  forGates(facts, (gate, standing) => {
    const { rules } = facts.settings
    // Another workflow may report the same check for the queue.
    const names = checkNamesOf(gate) ?? []
    const reporting = facts.gates.filter((other) => other.triggers.has('merge_group'))
    if (reporting.some((other) => other === gate || checkNamesOf(other)?.some((name) => names.includes(name))))
      return []
    if (!('known' in rules)) return [{ notChecked: rules.unresolved }]
    if (!rules.known.mergeQueue) return []
    if (standing.kind === 'unknown') return [{ notChecked: standing.why }]
    if (standing.kind === 'checks' && standing.checks.length === 0)
      return standing.sure ? [] : [{ notChecked: standing.why }]
    const message = `${sayGate(gate)} is required, the default branch has a merge queue, and "merge_group" is not in "on"`
    return [{ level: 'error', message, place: gate.workflow.place }]
  })
