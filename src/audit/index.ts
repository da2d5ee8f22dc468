import type { Audit } from '../core/config.js'
import { messageOf, StepgateError } from '../core/errors.js'
import { type Evaluation, failedEvaluation, type Pdp } from '../core/pdp.js'
import { clip, count, toLine } from '../core/text.js'
import { asInput, buildEvents, type Decided, type DecisionEvent, type EventContext } from './event.js'
import { appendChained, type LogFile } from './file.js'
import { applyMasks } from './mask.js'
import { createArena, createWriter } from './text.js'
import { type Sender, upload } from './upload.js'

/** What the log of a run needs of the world. */
export type LogPorts = {
  readonly audit: Audit
  readonly context: EventContext
  readonly evaluateMask: Pdp['evaluateMask']
  /** Opens the file that the lines go to; left out where there is none. */
  readonly file?: () => Promise<LogFile>
  /** What `audit.url` is asked with. */
  readonly upload?: Sender
  readonly signal: AbortSignal
}

export type LogFailure = {
  readonly where: 'audit-log' | 'policy.audit.url' | 'policy.audit.required'
  readonly code: string
  readonly message: string
}

/** What became of the log. With `audit.required`, any failure closes the run. */
export type KeptLog = {
  /** How many decisions were written to the file, or sent. */
  readonly events: number
  /** The hash of the last line of the file, which `stepgate audit verify --head` compares. */
  readonly head?: string
  readonly failures: readonly LogFailure[]
  /** What is worth saying and closes nothing. */
  readonly warnings: readonly string[]
}

/** Writes the decisions of a run to everywhere they are wanted. It never throws: what was not written is in `failures`. */
export async function keepLog(report: Decided, ports: LogPorts): Promise<KeptLog> {
  const { audit, file } = ports
  const failures: LogFailure[] = []
  const hasPlace = file !== undefined || audit.url !== undefined
  if (audit.required && !hasPlace)
    failures.push({
      where: 'policy.audit.required',
      code: 'ERR_AUDIT_REQUIRED',
      message:
        'the decisions have to be logged, and neither the input "audit-log" nor "policy.audit.url" says where to',
    })
  const events = report.records.length
  if (!hasPlace || events === 0) return { events: 0, failures, warnings: [] }
  const { masked, warnings } = await maskAll(buildEvents(report, ports.context), ports)
  const written = file && (await attempt('audit-log', failures, () => appendTo(file, masked)))
  const sent = await attempt('policy.audit.url', failures, async () =>
    audit.url === undefined ? 0 : send(written?.lines ?? asLines(masked), audit.url, ports),
  )
  const [first] = failures
  // The file says what was decided, and now nothing of it counts: it says that, too.
  const closed =
    written && audit.required && first
      ? await attempt('audit-log', failures, () => appendTo(file, masked.map(closeBy(first))))
      : undefined
  const head = (closed ?? written)?.head
  return {
    events: written ? events : (sent ?? 0),
    ...(head !== undefined && { head }),
    failures,
    warnings,
  }
}

const closeBy =
  ({ code }: LogFailure) =>
  ({ custom: { modify: _, ...custom }, ...event }: DecisionEvent): DecisionEvent => ({
    ...event,
    custom: {
      ...custom,
      outcome: 'block',
      reason_code: 'evaluation_failed',
      error_code: code,
      reason: 'the decision could not be logged everywhere, and "policy.audit.required" makes that an obligation',
    },
  })

const FAILED = { 'audit-log': 'ERR_AUDIT_FILE', 'policy.audit.url': 'ERR_AUDIT_UPLOAD' } as const

async function attempt<T>(
  where: keyof typeof FAILED,
  failures: LogFailure[],
  task: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await task()
  } catch (thrown) {
    const code = thrown instanceof StepgateError ? thrown.code : FAILED[where]
    failures.push({ where, code, message: clip(toLine(messageOf(thrown)), 500) })
    return undefined
  }
}

async function appendTo(open: () => Promise<LogFile>, events: readonly DecisionEvent[]) {
  const file = await open()
  try {
    return await appendChained(file, events)
  } finally {
    await file.close()
  }
}

function asLines(events: readonly DecisionEvent[]): readonly Uint8Array[] {
  const write = createWriter()
  const encode = createArena()
  return events.map((event) => encode(write(event)))
}

async function send(lines: readonly Uint8Array[], url: string, ports: LogPorts): Promise<number> {
  if (!ports.upload) throw new TypeError('there is nothing to send it with')
  return upload(lines, new URL(url), ports.upload, ports.signal)
}

async function maskAll(events: readonly DecisionEvent[], { audit, evaluateMask, signal }: LogPorts) {
  const masks = await askMasks(events.map(asInput), evaluateMask, signal)
  const masked = events.map((event, i) => applyMasks(event, masks === undefined ? undefined : masks[i], audit.mask))
  const failed = masked.flatMap(({ custom }) => custom.mask_error ?? [])
  const warnings =
    failed[0] === undefined
      ? []
      : [
          `the policy's mask (data.system.log.mask) failed for ${count(failed.length, 'decision')}, which the log has without input and result: ${clip(toLine(failed[0]), 200)}`,
        ]
  return { masked, warnings }
}

// Where a mask might have been asked for and none is known, everything is masked.
async function askMasks(
  events: Parameters<Pdp['evaluateMask']>[0],
  evaluateMask: Pdp['evaluateMask'],
  signal: AbortSignal,
): Promise<readonly Evaluation[] | undefined> {
  const unknown = failedEvaluation('ERR_AUDIT_MASK', 'nothing answered')
  try {
    const masks = await evaluateMask(events, signal)
    return masks && events.map((_, i) => masks[i] ?? unknown)
  } catch {
    return events.map(() => unknown)
  }
}
