import type { Assessment } from './approvals.js'
import type { ResolvedCapabilities } from './capabilities.js'
import type { JsonObject } from './json.js'
import { describeModify } from './modify.js'
import type { StepReport, ToolReport } from './steps.js'
import type { Reason } from './verdict.js'

/** At most this many bytes of the output `decisions`: GitHub takes 1 MB of outputs from a job. */
export const MAX_DECISIONS_BYTES = 900 * 1024

/** How a step runs is never left out: whoever does not see a limit would not keep to it. */
type Detail = {
  readonly warnings: boolean
  /** What packs said, one by one; the reason has what decides. */
  readonly packs: boolean
  readonly reasons: boolean
  /** What is left out, in words. */
  readonly dropped?: string
}

const EVERYTHING: Detail = { warnings: true, packs: true, reasons: true }

/** The output `decisions`, and what had to be left out of it. */
export type FittedDecisions = { readonly text: string; readonly dropped?: string }

/** The output `decisions` as JSON; over the limit without warnings, then without what packs said, then without reasons, then undefined. */
export function renderDecisions(steps: readonly StepReport[]): FittedDecisions | undefined {
  const details: readonly Detail[] = [
    EVERYTHING,
    { warnings: false, packs: true, reasons: true, dropped: 'warnings' },
    { warnings: false, packs: false, reasons: true, dropped: 'warnings and what packs said' },
    { warnings: false, packs: false, reasons: false, dropped: 'warnings and reasons' },
  ]
  for (const detail of details) {
    const text = JSON.stringify(Object.fromEntries(steps.map((step) => [step.id, describeStep(step, detail)])))
    if (byteLength(text) > MAX_DECISIONS_BYTES) continue
    const { dropped } = detail
    return { text, ...(dropped !== undefined && { dropped }) }
  }
  return undefined
}

/** One step as `decisions.<step>` shows it. */
export function describeStep(step: StepReport, detail: Detail = EVERYTHING): JsonObject {
  return {
    allowed: step.allowed,
    outcome: step.outcome,
    ...(detail.reasons && step.reason !== undefined && { reason: step.reason }),
    reason_code: step.reasonCode,
    ...(step.errorCode && { error_code: step.errorCode }),
    ...(step.skipReason && { skip_reason: step.skipReason }),
    ...(detail.warnings && allWarnings(step).length > 0 && { warnings: allWarnings(step) }),
    ...(step.tools.length > 0 && { tools: describeTools(step.tools, detail) }),
    ...(step.capabilities && { capabilities: describeCapabilities(step.capabilities.left) }),
    ...(step.approvals && { approvals: describeApprovals(step.approvals) }),
    ...describePacks(step, detail),
  }
}

/** How it runs, and what packs say of it. */
const describePacks = ({ modify, reasons }: Pick<StepReport, 'modify' | 'reasons'>, detail: Detail): JsonObject => ({
  ...(modify && { modify: describeModify(modify) }),
  ...(detail.packs && reasons && { reasons: reasons.map(describeReason) }),
})

/** What a pack says, as outputs and reports show it. */
export function describeReason(reason: Reason): JsonObject {
  const { pack, rule, message, severity, level, effect, wayOut, obligations, override } = reason
  return {
    pack,
    rule,
    effect,
    level,
    severity,
    message,
    ...(wayOut !== undefined && { way_out: wayOut }),
    ...(obligations && { obligations }),
    ...(override && { override }),
  }
}

/** Of several requirements the one that is furthest from being met: it is what a step waits for. */
function describeApprovals(approvals: readonly Assessment[]): JsonObject {
  const [furthest] = [...approvals].sort((a, b) => Number(a.met) - Number(b.met) || missing(b) - missing(a))
  if (!furthest) return {}
  const { rule, met, counted, vetoes, nobody } = furthest
  const logins = (people: Assessment['vetoes']) => people.map(({ login }) => login)
  return {
    met,
    needed: rule.count,
    missing: missing(furthest),
    approved: logins(counted),
    ...(vetoes.length > 0 && { changes_requested: logins(vetoes) }),
    ...(nobody && { nobody_could: true }),
  }
}

const missing = ({ rule, counted }: Assessment): number => Math.max(0, rule.count - counted.length)

const allWarnings = (step: StepReport): readonly string[] => [
  ...step.warnings,
  ...(step.capabilities?.ruling.warnings ?? []),
]

function describeTools(tools: readonly ToolReport[], detail: Detail): JsonObject {
  const servers = new Map<string, [string, JsonObject][]>()
  for (const tool of tools) {
    const { allowed, outcome, reason } = tool
    const said = detail.reasons && reason !== undefined && { reason }
    const entry: JsonObject = { allowed, outcome, ...said, ...describePacks(tool, detail) }
    const methods = servers.get(tool.server)
    if (methods) methods.push([tool.method, entry])
    else servers.set(tool.server, [[tool.method, entry]])
  }
  return Object.fromEntries([...servers].map(([server, methods]) => [server, Object.fromEntries(methods)]))
}

const describeCapabilities = (left: ResolvedCapabilities): JsonObject => ({ ...left })

function byteLength(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    // Each half of a surrogate pair counts for half of the four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3
  }
  return bytes
}
