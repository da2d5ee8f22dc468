import { readFile } from 'node:fs/promises'
import { Agent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import {
  type Context,
  defaultTextMapGetter,
  type HrTime,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import {
  type ExportResult,
  ExportResultCode,
  parseKeyPairsIntoRecord,
  W3CTraceContextPropagator,
} from '@opentelemetry/core'
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources'
import { BasicTracerProvider, type ReadableSpan, type SpanProcessor } from '@opentelemetry/sdk-trace-base'
import { messageOf } from '../core/errors.js'
import { own } from '../core/json.js'
import { VERSION } from '../core/version.js'
import type { Settings } from './settings.js'
import type { Trace, TraceSpan } from './trace.js'

// The one file that knows OpenTelemetry's SDK. It is imported only where there is something to send.

/** How long it may take: until this time of `performance.now()`, and no connection is left once the signal is aborted. */
export type Bounds = { readonly deadline: number; readonly signal: AbortSignal }

/** Sends this trace and gives its id, undefined where nobody keeps it; rejects with the reason where that fails. */
export async function send(told: Trace, settings: Settings, bounds: Bounds): Promise<string | undefined> {
  const spans = record(told, settings)
  const [first] = spans
  // Whoever has started the trace may have chosen not to keep it.
  if (!first) return undefined
  const openAgent = await prepareAgent(settings, bounds.signal)
  const left = Math.max(1, bounds.deadline - performance.now())
  const Exporter = settings.protocol === 'http/json' ? JsonExporter : ProtobufExporter
  const exporter = new Exporter({
    url: settings.url,
    headers: parseKeyPairsIntoRecord(settings.headers),
    timeoutMillis: Math.min(settings.timeoutMs ?? left, left),
    httpAgentOptions: openAgent,
  })
  const { code, error } = await new Promise<ExportResult>((done) => exporter.export([...spans], done))
  if (code !== ExportResultCode.SUCCESS) throw new Error(describeFailure(error), { cause: error })
  return first.spanContext().traceId
}

/** The spans as the SDK has them, with the times that were recorded. */
function record({ root, parts }: Trace, settings: Settings): readonly ReadableSpan[] {
  const ended: ReadableSpan[] = []
  const keep: SpanProcessor = {
    onStart: () => undefined,
    onEnd: (span) => void ended.push(span),
    forceFlush: async () => undefined,
    shutdown: async () => undefined,
  }
  const provider = new BasicTracerProvider({ resource: describeService(settings), spanProcessors: [keep] })
  const tracer = provider.getTracer('stepgate', VERSION)
  const start = ({ name, start, attributes = {}, status, happenings }: TraceSpan, context: Context) => {
    const span = tracer.startSpan(name, { startTime: toHrTime(start), attributes }, context)
    for (const { name, at, attributes } of happenings) span.addEvent(name, attributes, toHrTime(at))
    if (status === 'error') span.setStatus({ code: SpanStatusCode.ERROR })
    return span
  }
  const above = start(root, readParent(settings))
  const below = trace.setSpan(ROOT_CONTEXT, above)
  for (const part of parts) start(part, below).end(toHrTime(part.end))
  above.end(toHrTime(root.end))
  return ended
}

function describeService({ serviceName, resourceAttributes }: Settings) {
  return defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'stepgate', 'service.version': VERSION }))
    .merge(resourceFromAttributes(parseKeyPairsIntoRecord(resourceAttributes)))
    .merge(resourceFromAttributes(serviceName === undefined ? {} : { 'service.name': serviceName }))
}

const readParent = ({ traceparent, tracestate }: Settings): Context =>
  new W3CTraceContextPropagator().extract(ROOT_CONTEXT, { traceparent, tracestate }, defaultTextMapGetter)

// Seconds and nanoseconds: a plain number below the process's own start would be read as a time since that start.
function toHrTime(ms: number): HrTime {
  const seconds = Math.floor(ms / 1000)
  return [seconds, Math.round((ms - seconds * 1000) * 1e6)]
}

type OpenAgent = (protocol: string) => Promise<Agent>

// The exporter cannot be told to stop: the signal ends its connections, and with them what would keep the process.
async function prepareAgent(settings: Settings, signal: AbortSignal): Promise<OpenAgent> {
  const read = async (path: string | undefined) => (path === undefined ? undefined : await readFile(path, { signal }))
  const [ca, cert, key] = await Promise.all([settings.ca, settings.cert, settings.key].map(read))
  return async (protocol) => {
    const agent =
      protocol === 'http:'
        ? new Agent()
        : new HttpsAgent({ ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) })
    signal.addEventListener('abort', () => agent.destroy())
    return agent
  }
}

/** In words of our own: what a server answers may say anything. */
function describeFailure(error: unknown): string {
  const code = own(error, 'code')
  if (typeof code === 'number') return `it answered with ${code}`
  if (typeof code === 'string') return code
  return messageOf(error)
}
