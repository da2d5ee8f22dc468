/** How one attempt ended that gave nothing to use. */
export type Failure =
  | {
      readonly kind: 'network'
      readonly message: string
      /** False only where the request surely did not arrive: it was refused, or there was nobody to send it to. */
      readonly sent: boolean
      /** False for what another attempt cannot mend: a certificate that is not trusted. */
      readonly passing: boolean
      readonly cause: unknown
    }
  | { readonly kind: 'timeout'; readonly ms: number }
  /** An answer that broke off, or that is larger than we take. */
  | {
      readonly kind: 'broken'
      readonly status: number
      readonly message: string
      readonly passing: boolean
      readonly cause?: unknown
    }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly message: string
      readonly headers: Readonly<Record<string, string>>
    }

export const MAX_RETRIES = 3
const BASE_MS = 250
// GitHub asks for patience after a secondary limit (GitHub REST: rate limits).
const SECONDARY_BASE_MS = 1000

const IDEMPOTENT = new Set(['GET', 'PUT', 'DELETE'])
const PASSING_STATUS = new Set([500, 502, 503, 504])

export type Limit = 'primary' | 'secondary'

/** The rate limit that this answer speaks of; undefined where it speaks of none (GitHub REST: rate limits). */
export function limitOf(failure: Failure): Limit | undefined {
  if (failure.kind !== 'status' || (failure.status !== 403 && failure.status !== 429)) return undefined
  const { headers, message, status } = failure
  // The last request within the limit can be refused for its own reasons.
  if (status === 403 && /^resource (not accessible|protected)/i.test(message)) return undefined
  if (headers['x-ratelimit-remaining'] === '0') return 'primary'
  if (status === 429 || headers['retry-after'] !== undefined) return 'secondary'
  if (/secondary rate limit|abuse detection/i.test(message)) return 'secondary'
  return /rate limit exceeded/i.test(message) ? 'primary' : undefined
}

/** How long to wait before this is tried once more; undefined where trying again cannot help or could do it twice. */
export function retryAfter(
  failure: Failure,
  request: { readonly method: string; readonly retries: number },
  chance: number,
  now: number,
): number | undefined {
  if (request.retries >= MAX_RETRIES) return undefined
  // What may have been done already is asked for again only where doing it twice is doing it once (RFC 9110, section 9.2.2).
  // PATCH is not among them: that of a check run adds annotations.
  const repeatable = IDEMPOTENT.has(request.method)
  const backoff = BASE_MS * 2 ** request.retries * (1 + chance / 5)
  switch (failure.kind) {
    case 'network':
      return failure.passing && (repeatable || !failure.sent) ? backoff : undefined
    case 'timeout':
      return repeatable ? backoff : undefined
    case 'broken':
      return failure.passing && repeatable ? backoff : undefined
    case 'status': {
      if (limitOf(failure)) return waitOf(failure.headers, now) ?? (backoff * SECONDARY_BASE_MS) / BASE_MS
      return repeatable && PASSING_STATUS.has(failure.status) ? (waitOf(failure.headers, now) ?? backoff) : undefined
    }
  }
}

/** What the answer says of the wait, by the server's own clock where it gives it. */
function waitOf(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const server = Date.parse(headers.date ?? '')
  const present = Number.isFinite(server) ? server : now
  const after = headers['retry-after']
  if (after !== undefined) {
    const ms = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - present
    if (Number.isFinite(ms) && ms > 0) return ms
  }
  const reset = headers['x-ratelimit-reset']
  if (headers['x-ratelimit-remaining'] !== '0' || reset === undefined || !/^\d+$/.test(reset)) return undefined
  // One second more: both clocks are cut to whole seconds.
  return Math.max(0, Number(reset) * 1000 - present) + 1000
}
