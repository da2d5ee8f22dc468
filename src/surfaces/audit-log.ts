import type { JsonObject } from '../core/json.js'
import type { Report } from '../core/report.js'
import type { Surface, SurfaceOptions } from '../core/surface.js'

/** One JSON line for each query, with the field names of OPA's decision log (openpolicyagent.org/docs/management-decision-logs). */
export const auditLog: Surface = {
  name: 'audit-log',
  render: (report, options) =>
    options.auditLog === ''
      ? []
      : [
          {
            kind: 'file',
            purpose: 'audit-log',
            path: options.auditLog,
            content: renderLines(report, options),
            append: true,
          },
        ],
}

function renderLines(report: Report, options: SurfaceOptions): string {
  const timestamp = new Date(options.now).toISOString()
  return report.records.map((record) => `${JSON.stringify(describe(record, report, timestamp, options))}\n`).join('')
}

function describe(
  { enforcement, evaluation }: Report['records'][number],
  report: Report,
  timestamp: string,
  options: SurfaceOptions,
): JsonObject {
  const { query, outcome, reasonCode, reason, errorCode } = enforcement
  return {
    labels: { ...options.labels },
    path: query.path,
    input: query.input as unknown as JsonObject,
    ...(evaluation.kind === 'result' && { result: evaluation.value }),
    ...(evaluation.kind === 'error' && { error: { code: evaluation.code, message: evaluation.message } }),
    requested_by: query.input.actor.login,
    timestamp,
    custom: {
      outcome,
      reason_code: reasonCode,
      ...(reason !== undefined && { reason }),
      ...(errorCode && { error_code: errorCode }),
      policy_digest: report.policyDigest,
    },
  }
}
