export type SpanAttributes = Readonly<Record<string, string | number | boolean>>

/** One stretch of a run, as OpenTelemetry means the word; times are in milliseconds since 1970, with fractions. */
export type Span = {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly attributes?: SpanAttributes
  /** Left out where it ended well. */
  readonly status?: 'error'
}

export type Timeline = {
  /** What `run` gives, with the time that it took put down under this name, however it ends. */
  readonly time: <T>(name: string, run: () => T | Promise<T>, attributes?: SpanAttributes) => Promise<T>
  /** What has ended so far, in the order of the starts. */
  readonly spans: () => readonly Span[]
}

/** The span of a run in which the policy is asked: what is known of each answer belongs to it. */
export const EVALUATE = 'evaluate'

/** A record of how long the parts of a run take, by this clock. */
export function createTimeline(now: () => number): Timeline {
  const ended: Span[] = []
  const put = (name: string, start: number, rest: Pick<Span, 'attributes' | 'status'>): void => {
    // A clock that is set back makes nothing end before it began.
    ended.push({ name, start, end: Math.max(start, now()), ...rest })
  }
  return {
    time: async (name, run, attributes) => {
      const start = now()
      const rest = attributes && { attributes }
      try {
        const value = await run()
        put(name, start, { ...rest })
        return value
      } catch (thrown) {
        put(name, start, { ...rest, status: 'error' })
        throw thrown
      }
    },
    spans: () => [...ended].sort((a, b) => a.start - b.start),
  }
}

/** From the first start to the last end; undefined where nothing was recorded. */
export function stretchOf(spans: readonly Span[]): { readonly start: number; readonly end: number } | undefined {
  if (spans.length === 0) return undefined
  return spans.reduce(
    ({ start, end }, span) => ({ start: Math.min(start, span.start), end: Math.max(end, span.end) }),
    {
      start: Number.POSITIVE_INFINITY,
      end: Number.NEGATIVE_INFINITY,
    },
  )
}
