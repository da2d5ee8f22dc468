import { configured, NO_CAPABILITIES, type ResolvedCapabilities } from './capabilities.js'
import type { Policy, Position, Scope, Step, Tool } from './config.js'
import { orderSteps } from './dependencies.js'
import { type Enforcement, type Outcome, type Ruling, ruleByStance, type Stance } from './enforcement.js'
import { tighten } from './modify.js'
import type { Reason } from './verdict.js'

export type ToolReport = Omit<Ruling, 'outcome'> & {
  readonly server: string
  readonly method: string
  readonly allowed: boolean
  readonly outcome: Outcome | 'not-evaluated'
}

export type CapabilityReport = { readonly left: ResolvedCapabilities; readonly ruling: Ruling }

export type StepReport = Ruling & {
  readonly id: string
  readonly position: Position
  readonly allowed: boolean
  readonly skipReason?: 'policy_denied' | 'dependency_failed'
  readonly tools: readonly ToolReport[]
  readonly capabilities?: CapabilityReport
}

const PASS: Ruling = { outcome: 'pass', reasonCode: 'allowed', warnings: [] }

const goesOn = (outcome: Outcome): boolean => outcome === 'pass' || outcome === 'warn'

/** What becomes of each step, its tools and its capabilities, once those it depends on are known. */
export function settleSteps(
  steps: readonly Step[],
  enforcements: readonly Enforcement[],
  policy: Pick<Policy, 'scopes'>,
  stance: Stance,
): ReadonlyMap<string, StepReport> {
  const byStep = new Map<string, Enforcement[]>()
  for (const enforcement of enforcements) {
    const list = byStep.get(enforcement.query.step)
    if (list) list.push(enforcement)
    else byStep.set(enforcement.query.step, [enforcement])
  }
  const settled = new Map<string, StepReport>()
  const { ordered, cyclic } = orderSteps(steps)
  // The config refuses cycles; were one to get here, its steps would find their dependencies unsettled, and block.
  for (const step of [...ordered, ...cyclic]) {
    const mine = byStep.get(step.id) ?? []
    const asked = new Map(mine.map((enforcement) => [enforcement.query.tool, enforcement]))
    const tools = step.tools.map((tool) => reportTool(tool, asked.get(tool), policy, stance))
    const ruling = waitFor(step, combine(ownRuling(mine, policy, stance), step, tools), settled)
    settled.set(step.id, {
      id: step.id,
      position: step.position,
      ...ruling,
      allowed: goesOn(ruling.outcome),
      ...(ruling.outcome === 'block' && {
        skipReason: ruling.reasonCode === 'dependency_failed' ? 'dependency_failed' : 'policy_denied',
      }),
      tools,
      ...capabilitiesOf(step, mine, policy, stance),
    })
  }
  return settled
}

function ownRuling(mine: readonly Enforcement[], policy: Pick<Policy, 'scopes'>, stance: Stance): Ruling {
  const check = mine.find((enforcement) => enforcement.query.scope === 'check.execute')
  return check ? rulingOf(check) : unasked('check.execute', policy, stance)
}

function reportTool(
  tool: Tool,
  found: Enforcement | undefined,
  policy: Pick<Policy, 'scopes'>,
  stance: Stance,
): ToolReport {
  const { server, method } = tool
  if (tool.standing === 'blocked-by-config') {
    const reason = "the config's own lists block it"
    return { server, method, allowed: false, outcome: 'block', reasonCode: 'policy_denied', reason, warnings: [] }
  }
  if (tool.standing === 'not-evaluated') {
    const reason = tool.isKey
      ? 'what this key gives the step cannot be asked before it runs'
      : 'a pattern cannot be asked before the call'
    return {
      server,
      method,
      allowed: false,
      outcome: 'not-evaluated',
      reasonCode: 'no_policy_result',
      reason,
      warnings: [],
    }
  }
  const ruling = found ? rulingOf(found) : unasked('tool.invoke', policy, stance)
  return { server, method, allowed: goesOn(ruling.outcome), ...ruling }
}

// What the policy governs and nobody asked for has no answer, and so is not allowed.
function unasked(scope: Scope, policy: Pick<Policy, 'scopes'>, stance: Stance): Ruling {
  if (stance.kind !== 'ask') return ruleByStance(stance)
  if (!policy.scopes.includes(scope)) return { ...PASS, reason: `${scope} is not in "policy.scopes"` }
  return {
    outcome: 'block',
    reasonCode: 'evaluation_failed',
    reason: 'it was not asked',
    errorCode: 'ERR_INTERNAL',
    warnings: [],
  }
}

function rulingOf({ outcome, reasonCode, reason, errorCode, warnings, approvals, reasons, modify }: Ruling): Ruling {
  return {
    outcome,
    reasonCode,
    warnings,
    ...(reason !== undefined && { reason }),
    ...(errorCode && { errorCode }),
    ...(approvals && { approvals }),
    ...(reasons && { reasons }),
    ...(modify && { modify }),
  }
}

/** Each reason once: what a pack says of a step it says of its one call as well. */
const unique = (reasons: readonly Reason[]): readonly Reason[] => [
  ...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values(),
]

// A step of type mcp is its one call: where that is blocked, there is nothing left of the step, and it waits where that waits.
function combine(ruling: Ruling, step: Step, tools: readonly ToolReport[]): Ruling {
  const call =
    step.ownTool &&
    tools.find(({ server, method }) => server === step.ownTool?.server && method === step.ownTool.method)
  if (!call || ruling.outcome === 'block') return ruling
  const all = [...(ruling.approvals ?? []), ...(call.approvals ?? [])]
  const reasons = unique([...(ruling.reasons ?? []), ...(call.reasons ?? [])])
  const modify = [ruling.modify, call.modify].filter((one) => one !== undefined)
  const beside = {
    ...(all.length > 0 && { approvals: all }),
    ...(reasons.length > 0 && { reasons }),
    ...(modify.length > 0 && { modify: modify.reduce(tighten) }),
  }
  const { reasonCode, errorCode } = call
  const reason = `${call.reason ?? 'not allowed'} (tool ${call.server}/${call.method})`
  const warnings = [...ruling.warnings, ...call.warnings]
  switch (call.outcome) {
    case 'pass':
      return { ...ruling, ...beside }
    case 'warn':
      return ruling.outcome === 'pass'
        ? { outcome: 'warn', reasonCode, reason, warnings, ...(errorCode && { errorCode }), ...beside }
        : { ...ruling, warnings: call.reason === ruling.reason ? warnings : [...warnings, reason], ...beside }
    case 'pending': {
      // Whoever approves the step in the same words approves its one call.
      const own = ruling.outcome === 'pending' ? ruling.reason : undefined
      const both = own === undefined ? reason : own === call.reason ? own : `${own}; ${reason}`
      return { outcome: 'pending', reasonCode, reason: both, warnings, ...beside }
    }
    case 'block':
    case 'not-evaluated':
      return {
        outcome: 'block',
        reasonCode,
        reason,
        warnings,
        ...(errorCode && { errorCode }),
        ...withoutModify(beside),
      }
  }
}

// How a step is to run that may not run says nothing.
const withoutModify = ({ modify: _, ...rest }: Pick<Ruling, 'approvals' | 'reasons' | 'modify'>) => rest

function waitFor(step: Step, ruling: Ruling, settled: ReadonlyMap<string, StepReport>): Ruling {
  if (ruling.outcome === 'block') return ruling
  let pending: readonly string[] | undefined
  for (const group of step.dependsOn) {
    const outcomes = group.map((id) => settled.get(id)?.outcome ?? 'block')
    if (outcomes.some(goesOn)) continue
    if (outcomes.every((outcome) => outcome === 'block')) {
      const reason = `it depends on ${sayGroup(group)}, which may not run`
      const { warnings, reasons } = ruling
      return { outcome: 'block', reasonCode: 'dependency_failed', reason, warnings, ...(reasons && { reasons }) }
    }
    pending ??= group
  }
  if (pending === undefined || ruling.outcome === 'pending') return ruling
  const reason = `it depends on ${sayGroup(pending)}, which waits for approval`
  const { errorCode: _, ...rest } = rulingOf(ruling)
  return { ...rest, outcome: 'pending', reasonCode: 'approval_required', reason }
}

const sayGroup = (group: readonly string[]): string => group.map((id) => JSON.stringify(id)).join(' or ')

function capabilitiesOf(
  step: Step,
  mine: readonly Enforcement[],
  policy: Pick<Policy, 'scopes'>,
  stance: Stance,
): { capabilities?: CapabilityReport } {
  if (!step.capabilities) return {}
  const found = mine.find((enforcement) => enforcement.capabilities)
  if (found?.capabilities) return { capabilities: { left: found.capabilities, ruling: rulingOf(found) } }
  const ruling = unasked('capability.resolve', policy, stance)
  return { capabilities: { left: goesOn(ruling.outcome) ? configured(step.capabilities) : NO_CAPABILITIES, ruling } }
}
