import type { Config, Notice } from './core/config.js'
import { type Stance, settle } from './core/enforcement.js'
import { AuditError } from './core/errors.js'
import type { Pdp } from './core/pdp.js'
import { closeAll, type KnownSteps, type Report, refuse } from './core/report.js'
import type { Ports } from './gate.js'

/** A report, and what its decision log needs; without them nobody was to be asked. */
export type Asked = { readonly report: Report; readonly config?: Config; readonly pdp?: Pdp }

const OBLIGATION = '"policy.audit.required" makes that an obligation'

/** The same report with what became of its log; where the log is an obligation that was not kept, it allows nothing. */
export async function keepLog(
  report: Report,
  { config, pdp }: Asked,
  ports: Ports,
  known: KnownSteps,
): Promise<Report> {
  if (!config || !pdp) return report
  const { audit } = config.policy
  const write = ports.keepLog
  if (!write) {
    if (!audit.required) return report
    const error = new AuditError('ERR_AUDIT_REQUIRED', `${OBLIGATION}, and nothing here keeps a decision log`)
    return closeUnlogged(report, error, known)
  }
  const { events, head, failures, warnings } = await ports.timeline.time('keep log', () =>
    write(report, audit, (events, signal) => pdp.evaluateMask(events, signal)),
  )
  const lost = failures.map(({ where, message }) => `could not write the decision log (${where}): ${message}`)
  const [first] = failures
  if (audit.required && first) {
    const error = new AuditError(first.code, `${lost.join('; ')}; ${OBLIGATION}`)
    return {
      ...closeUnlogged(report, error, known),
      ...(events > 0 && { decisionLog: { events, ...(head !== undefined && { head }) } }),
    }
  }
  return {
    ...report,
    notices: [...report.notices, ...[...lost, ...warnings].map((message): Notice => ({ level: 'warning', message }))],
    ...(events > 0 && { decisionLog: { events, ...(head !== undefined && { head }) } }),
  }
}

/** Everything is known, and nothing of it may be used. */
function closeUnlogged(report: Report, error: AuditError, known: KnownSteps): Report {
  const { roles, people, license, engine, policyDigest, metrics } = report
  return {
    ...refuse(error, known),
    roles,
    people,
    license,
    policyDigest,
    ...(engine && { engine }),
    ...(metrics && { metrics }),
  }
}

/** Something has come in between: the questions stay for the log, and the answers count for nothing. */
export function closeAfterwards(
  { records, license, policyDigest, metrics, engine, notices, packs, runMode, usage }: Report,
  stance: Extract<Stance, { kind: 'closed' }>,
  known: KnownSteps,
): Report {
  return {
    ...closeAll(stance.reasonCode === 'kill_switch_activated' ? 'denied' : 'error', stance, known),
    license,
    policyDigest,
    notices: stance.reasonCode === 'kill_switch_activated' ? notices : [],
    ...(engine && { engine }),
    ...(metrics && { metrics }),
    ...(packs && { packs }),
    ...(runMode && { runMode }),
    ...(usage && { usage }),
    records: records.map(({ enforcement, evaluation }) => ({
      enforcement: settle(enforcement.query, stance),
      evaluation,
    })),
  }
}
