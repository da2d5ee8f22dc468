/** The variables of the environment, as the process has them. */
export type Variables = Readonly<Record<string, string | undefined>>

export type Protocol = 'http/protobuf' | 'http/json'

/** Where traces go and how, as the OTEL_* variables say it (opentelemetry.io/docs/specs/otel/protocol/exporter). */
export type Settings = {
  readonly url: string
  readonly protocol: Protocol
  readonly timeoutMs?: number | undefined
  /** As written: `key=value,key=value`, percent-encoded. */
  readonly headers?: string | undefined
  readonly resourceAttributes?: string | undefined
  readonly serviceName?: string | undefined
  /** Of the trace that this run belongs to (w3.org/TR/trace-context). */
  readonly traceparent?: string | undefined
  readonly tracestate?: string | undefined
  /** Paths of PEM files. */
  readonly ca?: string | undefined
  readonly cert?: string | undefined
  readonly key?: string | undefined
}

/** Undefined where no traces are asked for; a message where those that are asked for cannot be sent. */
export function parseSettings(variables: Variables): Settings | { readonly message: string } | undefined {
  // A variable that is empty counts as one that is not set, by the specification.
  const read = (name: string): string | undefined => variables[name]?.trim() || undefined
  const readTraces = (name: string): string | undefined =>
    read(`OTEL_EXPORTER_OTLP_TRACES_${name}`) ?? read(`OTEL_EXPORTER_OTLP_${name}`)

  if (read('OTEL_SDK_DISABLED')?.toLowerCase() === 'true') return undefined
  const exporters = (read('OTEL_TRACES_EXPORTER') ?? 'otlp').split(',').map((name) => name.trim())
  if (!exporters.includes('otlp') || readTraces('ENDPOINT') === undefined) return undefined

  const url = endpoint(read('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'), read('OTEL_EXPORTER_OTLP_ENDPOINT'))
  if (url === undefined) return { message: 'the OTLP endpoint is no http(s) URL' }
  const protocol = readTraces('PROTOCOL') ?? 'http/protobuf'
  if (protocol !== 'http/protobuf' && protocol !== 'http/json')
    return { message: `"OTEL_EXPORTER_OTLP_PROTOCOL" has to be http/protobuf or http/json, not ${quote(protocol)}` }

  const timeoutMs = Number(readTraces('TIMEOUT'))
  return {
    url,
    protocol,
    timeoutMs: timeoutMs > 0 ? timeoutMs : undefined,
    // The later ones win, so that those for traces come last.
    headers: [read('OTEL_EXPORTER_OTLP_HEADERS'), read('OTEL_EXPORTER_OTLP_TRACES_HEADERS')].filter(Boolean).join(','),
    resourceAttributes: read('OTEL_RESOURCE_ATTRIBUTES'),
    serviceName: read('OTEL_SERVICE_NAME'),
    traceparent: read('TRACEPARENT'),
    tracestate: read('TRACESTATE'),
    ca: readTraces('CERTIFICATE'),
    cert: readTraces('CLIENT_CERTIFICATE'),
    key: readTraces('CLIENT_KEY'),
  }
}

/** The address of its own stands as it is written; the one for all signals is extended by the path for traces. */
function endpoint(own: string | undefined, shared: string | undefined): string | undefined {
  const written = own ?? shared ?? ''
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return undefined
  const url = new URL(written)
  if (own === undefined) url.pathname = `${url.pathname.replace(/\/+$/, '')}/v1/traces`
  return url.href
}

const quote = (text: string): string => JSON.stringify(text.slice(0, 40))
