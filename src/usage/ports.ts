import type { Http } from '../core/http.js'
import type { Source } from '../core/source.js'
import type { RunQuery } from '../core/usage.js'

/** Checks the chain of a decision log line by line. */
export type LogVerifier = {
  readonly add: (line: Uint8Array) => void
  readonly end: (rest: Uint8Array) => {
    readonly findings: readonly { readonly line: number; readonly message: string }[]
  }
}

/** What counters are read with. */
export type UsagePorts = {
  /** Left out where there is no API. */
  readonly countRuns?: (query: RunQuery, signal: AbortSignal) => Promise<number>
  readonly http: Pick<Http, 'request'>
  /** Reads a file of the trusted source. */
  readonly readFile: Source['read']
  /**
   * Reads a decision log of this machine; undefined where there is none. It throws where the log lies among files that the author
   * of a pull request has written.
   */
  readonly readLog: (
    path: string,
    limits: { readonly maxBytes: number },
  ) => Promise<{ readonly bytes: Uint8Array } | undefined>
  readonly verifyLog: () => LogVerifier
  /** The time for all counters together; 10 s. */
  readonly deadlineMs?: number
}

/** Whom and what the counters are about. */
export type UsageSubject = {
  /** The actor and everybody else behind the run. */
  readonly actors: readonly string[]
  /** `owner/name`. */
  readonly repository: string
  /** The path of this run's workflow; left out where it is not known, or another repository's. */
  readonly workflow?: string
  readonly run?: { readonly id: number; readonly attempt: number }
  /** Milliseconds since 1970. */
  readonly now: number
  readonly signal: AbortSignal
}

export type Found = { readonly value: number; readonly at: string }
export type NotFound = { readonly unknown: string; readonly code: string; readonly at?: string }

export const notFound = (code: string, unknown: string): NotFound => ({ unknown, code })

/** The highest of what was found of each of them, of the earliest time; what is not known of one of them is not known. */
export async function highestOf(
  people: readonly string[],
  read: (login: string) => Promise<Found | NotFound>,
): Promise<Found | NotFound> {
  const all = await Promise.all(people.map(read))
  const missing = all.find((one) => 'unknown' in one)
  if (missing) return missing
  const found = all.filter((one) => 'value' in one)
  const [first, ...rest] = found
  if (!first) return notFound('ERR_USAGE_UNAVAILABLE', 'nobody is known who is behind this run')
  return rest.reduce(
    (a, b) => ({ value: Math.max(a.value, b.value), at: Date.parse(b.at) < Date.parse(a.at) ? b.at : a.at }),
    first,
  )
}
