import type { Json, JsonObject } from '../core/json.js'
import type { Bundles } from '../core/pdp.js'
import type { Report } from '../core/report.js'

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
  const { query, outcome, reasonCode, reason, errorCode } = enforcement
  return {
    outcome,
    reason_code: reasonCode,
    ...(reason !== undefined && { reason }),
    ...(errorCode !== undefined && { error_code: errorCode }),
    step: query.step,
    scope: query.scope,
    ...(query.tool && { tool: `${query.tool.server}/${query.tool.method}` }),
    ...(report.mode !== undefined && { mode: report.mode }),
    policy_digest: report.policyDigest,
    source: report.source,
    ...(report.engine && { engine: report.engine.name }),
  }
}

/** The event as a policy reads it that masks it. */
export const asInput = (event: DecisionEvent): JsonObject => event
