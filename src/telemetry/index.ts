import { messageOf } from '../core/errors.js'
import type { Report } from '../core/report.js'
import { toLine } from '../core/text.js'
import type { Span } from '../core/timing.js'
import { parseSettings, type Variables } from './settings.js'
import { buildTrace } from './trace.js'

/** What became of a trace; `off` where none is asked for or nobody keeps it. */
export type Exported =
  | { readonly kind: 'off' }
  | { readonly kind: 'sent'; readonly traceId: string }
  | { readonly kind: 'failed'; readonly message: string }

export type ExportOptions = {
  /** The variables of the environment: OTEL_*, TRACEPARENT and GITHUB_* are read. */
  readonly variables: Variables
  /** How long all of it may take. */
  readonly limitMs?: number
  /** Loads what sends: OpenTelemetry's SDK, which a run without traces does not pay for. */
  readonly load?: () => Promise<{ readonly send: Send }>
}

type Send = typeof import('./send.js').send

const LIMIT_MS = 5_000

/** Sends the run as a trace where the environment names a collector. It never rejects, and never takes longer than the limit. */
export async function exportTrace(report: Report, spans: readonly Span[], options: ExportOptions): Promise<Exported> {
  const { variables, limitMs = LIMIT_MS, load = () => import('./send.js') } = options
  const deadline = performance.now() + limitMs
  const settings = parseSettings(variables)
  if (settings === undefined) return { kind: 'off' }
  if ('message' in settings) return fail(settings.message)
  const trace = buildTrace(report, spans, variables)
  if (trace === undefined) return { kind: 'off' }

  const end = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Exported>((resolve) => {
    timer = setTimeout(() => resolve(fail(`the collector took longer than ${limitMs} ms`)), limitMs)
  })
  const sending = load()
    .then(({ send }) => send(trace, settings, { deadline, signal: end.signal }))
    .then((traceId): Exported => (traceId === undefined ? { kind: 'off' } : { kind: 'sent', traceId }))
    .catch((thrown: unknown) => fail(messageOf(thrown)))
  try {
    return await Promise.race([late, sending])
  } finally {
    clearTimeout(timer)
    end.abort()
  }
}

const fail = (why: string): Exported => ({ kind: 'failed', message: toLine(`the trace was not sent: ${why}`) })
