import { type Handler, type Loopback, type Seen, serve } from './loopback.js'

/** A collector of OpenTelemetry on 127.0.0.1, and what it was told (opentelemetry.io/docs/specs/otlp, JSON over HTTP). */

type AnyValue = {
  readonly stringValue?: string
  readonly intValue?: number | string
  readonly doubleValue?: number
  readonly boolValue?: boolean
}
type KeyValue = { readonly key: string; readonly value: AnyValue }
type OtlpSpan = {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
  readonly attributes: readonly KeyValue[]
  readonly events: readonly {
    readonly name: string
    readonly timeUnixNano: string
    readonly attributes: readonly KeyValue[]
  }[]
  readonly status: { readonly code: number }
}
type Request = {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly KeyValue[] }
    readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[]
  }[]
}

type Values = Readonly<Record<string, unknown>>
export type ReceivedSpan = Omit<OtlpSpan, 'attributes' | 'events'> & {
  readonly attributes: Values
  readonly events: readonly { readonly name: string; readonly attributes: Values }[]
}
export type Received = { readonly resource: Values; readonly spans: readonly ReceivedSpan[] }

export type Collector = Loopback & {
  /** Resolves once nobody is connected any more. */
  readonly deserted: () => Promise<void>
}

/** A collector that answers every trace with 200, or as `handler` says. */
export async function startCollector(handler: Handler = () => ({ body: {} })): Promise<Collector> {
  const collector = await serve(handler)
  let connections = 0
  let wake = () => undefined as undefined
  collector.server.on('connection', (socket) => {
    connections++
    socket.on('close', () => {
      connections--
      if (connections === 0) wake()
    })
  })
  const deserted = () =>
    new Promise<void>((resolve) => {
      if (connections === 0) resolve()
      else wake = () => void resolve()
    })
  return { ...collector, deserted }
}

/** The trace in a request of JSON. */
export function readTrace(seen: Seen | undefined): Received {
  const { resourceSpans } = JSON.parse(seen?.body ?? '{"resourceSpans":[]}') as Request
  return {
    resource: valuesOf(resourceSpans[0]?.resource.attributes ?? []),
    spans: resourceSpans.flatMap(({ scopeSpans }) =>
      scopeSpans.flatMap(({ spans }) =>
        spans.map((span) => ({
          ...span,
          attributes: valuesOf(span.attributes),
          events: span.events.map(({ name, attributes }) => ({ name, attributes: valuesOf(attributes) })),
        })),
      ),
    ),
  }
}

const valuesOf = (pairs: readonly KeyValue[]): Values =>
  Object.fromEntries(pairs.map(({ key, value }) => [key, Object.values(value)[0]]))
