import { addVerdicts, modifyFor } from './add-verdicts.js'
import type { ApprovalRule, Assessment, Reviews } from './approvals.js'
import { assess } from './assess.js'
import { configured, describeLoss, NO_CAPABILITIES, type ResolvedCapabilities, restrict } from './capabilities.js'
import { combineVerdicts } from './combine.js'
import type { Policy } from './config.js'
import type { Decision } from './decision.js'
import type { Modify } from './modify.js'
import { findOverride, sayHowToLift } from './override.js'
import type { Query } from './query.js'
import type { Reason, Verdict } from './verdict.js'

export const REASON_CODES = [
  'allowed',
  'policy_denied',
  'no_policy_result',
  'evaluation_failed',
  'dependency_failed',
  'approval_required',
  'kill_switch_activated',
  'unlicensed',
  'disabled',
  'stale',
  'bootstrap',
] as const
export type ReasonCode = (typeof REASON_CODES)[number]

export type Outcome = 'pass' | 'warn' | 'block' | 'pending'

/** What follows from a decision, in words and for programs. */
export type Ruling = {
  readonly outcome: Outcome
  readonly reasonCode: ReasonCode
  readonly reason?: string
  readonly errorCode?: string
  readonly warnings: readonly string[]
  /** What became of the approvals that are needed for it. */
  readonly approvals?: readonly Assessment[]
  /** What the packs said of it, and who has lifted what. */
  readonly reasons?: readonly Reason[]
  /** How it is to run, where something is to be stricter than usual. */
  readonly modify?: Modify
}

export type Enforcement = Ruling & { readonly query: Query; readonly capabilities?: ResolvedCapabilities }

/** Where a run has settled everything before any policy is asked: by the kill switch, the licence or a mistake. */
export type Stance =
  | { readonly kind: 'ask' }
  | { readonly kind: 'open'; readonly reasonCode: 'disabled' | 'unlicensed'; readonly reason: string }
  | {
      readonly kind: 'closed'
      readonly reasonCode: 'kill_switch_activated' | 'unlicensed' | 'evaluation_failed' | 'stale' | 'bootstrap'
      readonly reason: string
      readonly errorCode?: string
    }

// The author of a pull request can bring these about, so that no fallback may turn them into a way in.
const CAUSED_BY_AUTHOR: readonly string[] = [
  ...['ERR_INPUT_INCOMPLETE', 'ERR_ROLE_UNRESOLVED', 'ERR_PDP_REJECTED', 'ERR_PDP_ANSWER_SIZE'],
  // A run for a fork has no secrets: whoever wants none opens the pull request from one.
  ...['ERR_CREDENTIALS_MISSING', 'ERR_CREDENTIALS_UNTRUSTED'],
]

// What speaks beside the policy has its share of the run's time, and the author can have it used up.
const asAuthors = (code: string): string => (code === 'ERR_RUN_TIMEOUT' ? 'ERR_INPUT_INCOMPLETE' : code)

type Rigour = Pick<Policy, 'fallback' | 'mode' | 'override'>

const NOTHING: Pick<Extract<Decision, { verdict: 'allow' }>, 'approvals' | 'modify'> = {}

const NOT_READ: Reviews = { kind: 'unavailable', message: 'an approval is needed, and the reviews were not read' }

/**
 * The outcome of a decision under this policy, and of what speaks beside it: the one place where `fallback` and `mode` are
 * applied. The policy's own answer comes to its outcome first; what speaks beside it can only make that stricter.
 */
export function enforce(
  query: Query,
  decision: Decision,
  policy: Rigour,
  reviews: Reviews = NOT_READ,
  verdicts: readonly Verdict[] = [],
): Enforcement {
  const ruling = rule(decision, policy)
  if (query.capabilities) return withCapabilities(query, decision, ruling, policy)
  const { override = [] } = policy
  const tightening = combineVerdicts(
    verdicts,
    policy,
    () => findOverride(query.step, override, reviews),
    sayHowToLift(query.step, override),
  )
  const tightened = addVerdicts(ruling, decision.verdict === 'deny', tightening, (code, message) =>
    rule({ verdict: 'indeterminate', code: asAuthors(code), message, warnings: [] }, policy),
  )
  const said = tightening.reasons.length === 0 ? {} : { reasons: tightening.reasons }
  if (tightened.outcome === 'block') return { query, ...tightened, ...said }
  const { approvals, modify } = decision.verdict === 'allow' ? decision : NOTHING
  const rules = [query.approvals, approvals, ...tightening.approvals].filter((one) => one !== undefined)
  const settled = rules.length === 0 ? tightened : waitForApproval(tightened, rules, policy, reviews)
  if (settled.outcome === 'block') return { query, ...settled, ...said }
  return { query, ...settled, ...said, ...modifyFor(query, settled, [modify, tightening.modify], policy) }
}

// What may pass so far, and does so only once every requirement is met.
function waitForApproval(ruling: Ruling, rules: readonly ApprovalRule[], policy: Rigour, reviews: Reviews): Ruling {
  const audit = policy.mode === 'audit'
  if (reviews.kind === 'unavailable') {
    const { message } = reviews
    // An author can bring this about, so that no fallback covers it.
    const unknown = {
      verdict: 'indeterminate',
      code: 'ERR_INPUT_INCOMPLETE',
      message,
      warnings: ruling.warnings,
    } as const
    return ruling.outcome === 'pass' || !audit
      ? rule(unknown, policy)
      : { ...ruling, warnings: [...ruling.warnings, `audit: ${message}`] }
  }
  const approvals = rules.map((one) => assess(one, reviews))
  const missing = approvals.filter((one) => !one.met)
  if (missing.length === 0) {
    const reason = ruling.reason ?? sayOnce(approvals)
    return { ...ruling, reason, approvals }
  }
  const reason = sayOnce(missing)
  if (audit && ruling.outcome !== 'pass')
    return { ...ruling, warnings: [...ruling.warnings, `audit: ${reason}`], approvals }
  return {
    outcome: audit ? 'warn' : 'pending',
    reasonCode: 'approval_required',
    reason: audit ? `audit: ${reason}` : reason,
    warnings: ruling.reason === undefined ? ruling.warnings : [...ruling.warnings, ruling.reason],
    approvals,
  }
}

// Two requirements that differ in number alone can be met by the same people, in the same words.
const sayOnce = (approvals: readonly Assessment[]): string =>
  [...new Set(approvals.map(({ reason }) => reason))].join('; ')

function rule(decision: Decision, policy: Rigour): Ruling {
  const audit = policy.mode === 'audit'
  const softened = (reason: string) => (audit ? `audit: ${reason}` : reason)
  const open: Outcome = audit || policy.fallback === 'allow' ? 'warn' : 'block'
  switch (decision.verdict) {
    case 'allow':
      return { outcome: 'pass', reasonCode: 'allowed', warnings: decision.warnings }
    case 'deny':
      return {
        outcome: audit ? 'warn' : 'block',
        reasonCode: 'policy_denied',
        reason: softened(decision.reasons.join('; ')),
        warnings: decision.warnings,
      }
    case 'not-applicable':
      return { outcome: open, reasonCode: 'no_policy_result', reason: softened('no policy result'), warnings: [] }
    case 'indeterminate': {
      const byAuthor = decision.byAuthor === true || CAUSED_BY_AUTHOR.includes(decision.code)
      return {
        outcome: byAuthor && !audit ? 'block' : open,
        reasonCode: 'evaluation_failed',
        reason: softened(`policy evaluation failed: ${decision.message}`),
        errorCode: decision.code,
        warnings: decision.warnings,
      }
    }
  }
}

function withCapabilities(query: Query, decision: Decision, ruling: Ruling, policy: Pick<Policy, 'mode'>): Enforcement {
  const asked = query.capabilities ?? {}
  const all = configured(asked)
  if (decision.verdict !== 'allow' || decision.limits === undefined) {
    if (ruling.outcome === 'block')
      return { query, ...blockedCapabilities(ruling, decision), capabilities: NO_CAPABILITIES }
    const loss = describeLoss(all, NO_CAPABILITIES)
    return { query, ...ruling, warnings: warnOfLoss(ruling.warnings, loss), capabilities: all }
  }
  const left = restrict(asked, decision.limits)
  if (policy.mode !== 'audit') return { query, ...ruling, capabilities: left }
  const loss = describeLoss(all, left)
  if (loss === undefined) return { query, ...ruling, capabilities: all }
  const reason = `audit: the policy would leave it ${loss}`
  return {
    query,
    ...ruling,
    outcome: 'warn',
    reasonCode: 'policy_denied',
    reason,
    capabilities: all,
    warnings: warnOfLoss(ruling.warnings, loss),
  }
}

function blockedCapabilities(ruling: Ruling, decision: Decision): Ruling {
  if (decision.verdict === 'allow' || decision.verdict === 'deny') return ruling
  const wayOut =
    'give the policy a package visor.capability.resolve, or leave capability.resolve out of "policy.scopes"'
  return { ...ruling, reason: `${ruling.reason}: ${wayOut}` }
}

const warnOfLoss = (warnings: readonly string[], loss: string | undefined): readonly string[] =>
  loss === undefined ? warnings : [...warnings, `would have been left ${loss}`]

/** The same ruling for every query of a run that did not come to ask its policy. */
export function settle(query: Query, stance: Exclude<Stance, { kind: 'ask' }>): Enforcement {
  const ruling = ruleByStance(stance)
  if (!query.capabilities) return { query, ...ruling }
  const capabilities = stance.kind === 'open' ? configured(query.capabilities) : NO_CAPABILITIES
  return { query, ...ruling, capabilities }
}

/** The ruling that a stance means for anything it covers. */
export function ruleByStance(stance: Exclude<Stance, { kind: 'ask' }>): Ruling {
  const { reasonCode, reason } = stance
  if (stance.kind === 'open') return { outcome: 'pass', reasonCode, reason, warnings: [] }
  return {
    outcome: 'block',
    reasonCode,
    reason,
    warnings: [],
    ...(stance.errorCode && { errorCode: stance.errorCode }),
  }
}
