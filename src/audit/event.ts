import { describeReason } from '../core/decisions.js'
import { isObject, type Json, type JsonObject } from '../core/json.js'
import { describeModify } from '../core/modify.js'
import type { Bundles } from '../core/pdp.js'
import type { Report } from '../core/report.js'
import type { Reason } from '../core/verdict.js'

/**
 * One decision, in the fields of OPA's decision log (openpolicyagent.org/docs/management-decision-logs) and in their order; what
 * only a gate knows is under `custom`.
 */
export type DecisionEvent = {
  readonly labels: Readonly<Record<string, string>>
  readonly decision_id: string
  readonly bundles?: Bundles
  readonly path: string
  readonly input?: Json
  readonly result?: Json
  /** The paths of what was left out, and of what was written over. */
  readonly erased?: readonly string[]
  readonly masked?: readonly string[]
  readonly error?: { readonly code: string; readonly message?: string }
  readonly requested_by?: string
  readonly timestamp: string
  readonly metrics?: { readonly timer_rego_query_eval_ns: number }
  readonly custom: Custom
}

type Custom = {
  readonly outcome: string
  readonly reason_code: string
  readonly reason?: string
  readonly error_code?: string
  readonly step?: string
  readonly scope: string
  /** `server/method`, where a tool was asked about. */
  readonly tool?: string
  readonly mode?: string
  /** What packs said of it, and who has lifted what. */
  readonly packs?: readonly JsonObject[]
  /** How it is to run. */
  readonly modify?: JsonObject
  readonly policy_digest: string
  readonly source: string
  readonly engine?: string
  /** Why the policy's mask could not be applied: the event is without its input and result then. */
  readonly mask_error?: string
}

/** What names a run in its log. */
export type EventContext = {
  readonly labels: Readonly<Record<string, string>>
  /** RFC 3339. */
  readonly timestamp: string
  /** The id of the decision at this place, where no server has given it one: a UUID. */
  readonly ids: (index: number) => string
  readonly bundles?: Bundles
}

export type Decided = Pick<Report, 'records' | 'policyDigest' | 'source' | 'engine' | 'mode'>

/** One event for each query, in the order of the report; nothing in it is masked yet. */
export function buildEvents(report: Decided, context: EventContext): readonly DecisionEvent[] {
  const { labels, timestamp, bundles } = context
  const named = bundles && Object.keys(bundles).length > 0 ? { bundles } : {}
  return report.records.map(({ enforcement, evaluation }, i) => {
    const { query } = enforcement
    return {
      labels,
      decision_id: evaluation.decisionId ?? context.ids(i),
      ...named,
      path: query.path,
      input: query.input,
      ...(evaluation.kind === 'result' && { result: evaluation.value }),
      ...(evaluation.kind === 'error' && { error: { code: evaluation.code, message: evaluation.message } }),
      requested_by: query.input.actor.login,
      timestamp,
      ...(evaluation.ns !== undefined && { metrics: { timer_rego_query_eval_ns: Math.round(evaluation.ns) } }),
      custom: describe(report, enforcement),
    }
  })
}

function describe(report: Decided, enforcement: Report['records'][number]['enforcement']): Custom {
  const { query, outcome, reasonCode, reason, errorCode, reasons, modify } = enforcement
  return {
    outcome,
    reason_code: reasonCode,
    ...(reason !== undefined && { reason }),
    ...(errorCode !== undefined && { error_code: errorCode }),
    step: query.step,
    scope: query.scope,
    ...(query.tool && { tool: `${query.tool.server}/${query.tool.method}` }),
    ...(report.mode !== undefined && { mode: report.mode }),
    ...(reasons && { packs: reasons.map(describePack) }),
    ...(modify && { modify: describeModify(modify) }),
    policy_digest: report.policyDigest,
    source: report.source,
    ...(report.engine && { engine: report.engine.name }),
  }
}

// The way out is for whoever reads the run, and is the same in every event.
function describePack(reason: Reason): JsonObject {
  const { way_out: _, ...said } = describeReason(reason)
  return said
}

// These are names of packs and words of the gate's own.
const NAMES = ['pack', 'rule', 'effect', 'level', 'severity']

/** What packs said without the texts that must not be quoted, and the paths of those. */
export function hidePacks(
  packs: readonly JsonObject[],
  quotes: (text: string) => boolean,
): { readonly packs: readonly JsonObject[]; readonly erased: readonly string[] } {
  const erased: string[] = []
  const isHidden = (value: unknown): boolean =>
    typeof value === 'string'
      ? quotes(value)
      : isObject(value)
        ? Object.values(value).some(isHidden)
        : Array.isArray(value) && value.some(isHidden)
  const left = packs.map((said, i) =>
    Object.fromEntries(
      Object.entries(said).filter(([key, value]) => {
        const hide = !NAMES.includes(key) && isHidden(value)
        if (hide) erased.push(`/custom/packs/${i}/${key}`)
        return !hide
      }),
    ),
  )
  return { packs: left, erased }
}

/** The event as a policy reads it that masks it. */
export const asInput = (event: DecisionEvent): JsonObject => event
