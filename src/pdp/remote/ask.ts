import { messageOf } from '../../core/errors.js'
import { type Http, HttpError, type HttpRequest, type HttpResponse } from '../../core/http.js'

/** What asking needs of the world. */
export type Asking = {
  readonly http: Http
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  /** A number from 0 up to 1. */
  readonly random: () => number
}

export type Question = Omit<HttpRequest, 'timeoutMs'> & {
  /** Milliseconds for all attempts together. */
  readonly timeoutMs: number
  /** Further statuses after which it is worth trying again. */
  readonly passing?: readonly number[]
}

const ATTEMPTS = 3
const BASE_MS = 200
const PASSING = [502, 503]

/**
 * The answer to one question; throws HttpError. It is asked again only where OPA surely has not answered yet: nobody was there, or
 * somebody before it said so (RFC 9110, sections 15.5 and 15.6; RFC 6585, section 4).
 */
export async function ask(question: Question, { http, now, sleep, random }: Asking): Promise<HttpResponse> {
  const { timeoutMs, passing = [], ...request } = question
  const end = now() + timeoutMs
  for (let attempt = 1; ; attempt++) {
    const left = end - now()
    const outcome = await http.request({ ...request, timeoutMs: Math.max(1, left) }).catch(asFailure)
    const wait = attempt < ATTEMPTS ? waitAfter(outcome, [...PASSING, ...passing]) : undefined
    if (wait !== undefined) {
      // Full steps that double, and up to half of one more, so that many who failed together do not come back together.
      const backoff = BASE_MS * 2 ** (attempt - 1) * (1 + random() / 2)
      const ms = Math.max(wait, backoff)
      if (ms < end - now()) {
        // An end of the run while this sleeps is told by the next attempt.
        await sleep(ms, request.signal).catch(() => undefined)
        continue
      }
    }
    if (outcome instanceof HttpError) throw outcome
    return outcome
  }
}

/** What was thrown, as a failure of the request that it ended. */
export const asFailure = (thrown: unknown): HttpError =>
  thrown instanceof HttpError ? thrown : new HttpError('broken', messageOf(thrown), thrown)

/** The least wait before this is asked again; undefined where it is not. */
function waitAfter(outcome: HttpResponse | HttpError, passing: readonly number[]): number | undefined {
  if (outcome instanceof HttpError) return outcome.failure === 'unreachable' ? 0 : undefined
  const asked = retryAfter(outcome.headers)
  if (outcome.status === 429) return asked
  return passing.includes(outcome.status) ? (asked ?? 0) : undefined
}

/** Retry-After in milliseconds: seconds, or a date, which is read by the server's own clock (RFC 9110, section 10.2.3). */
function retryAfter(headers: HttpResponse['headers']): number | undefined {
  const after = headers['retry-after']
  if (after === undefined) return undefined
  if (/^\d{1,9}$/.test(after)) return Number(after) * 1000
  const ms = Date.parse(after) - Date.parse(headers.date ?? '')
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined
}
