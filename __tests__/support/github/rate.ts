import { Refusal } from './call.js'

/** GitHub's two limits: so many requests an hour, and the secondary one that nobody can see coming. */
export type RateLimitOptions = {
  readonly limit?: number
  readonly remaining?: number
  /** Seconds since 1970 at which the hour is over; in an hour without it. */
  readonly reset?: number
  readonly status?: 403 | 429
  /** From this request on, counted from 0, the secondary limit answers, and `times` times at most. */
  readonly secondary?: { readonly from?: number; readonly times?: number; readonly retryAfter?: number }
}

export type Rate = {
  limit: number
  remaining: number
  reset: number
  used: number
  readonly headers: () => Record<string, string>
  /** Counts a request, and throws where it is one too many. */
  readonly count: (index: number) => void
  /** Takes a request back that does not count: one that was answered 304. */
  readonly spare: () => void
}

export function rateOf(options: RateLimitOptions): Rate {
  const { limit = 1000, remaining = limit, reset = Math.floor(Date.now() / 1000) + 3600, status = 403 } = options
  let refused = 0
  const rate: Rate = {
    limit,
    remaining,
    reset,
    used: limit - remaining,
    headers: () => ({
      'x-ratelimit-limit': String(rate.limit),
      'x-ratelimit-remaining': String(rate.remaining),
      'x-ratelimit-used': String(rate.used),
      'x-ratelimit-reset': String(rate.reset),
      'x-ratelimit-resource': 'core',
    }),
    count: (index) => {
      const { from = 0, times = Number.POSITIVE_INFINITY, retryAfter = 60 } = options.secondary ?? {}
      if (options.secondary && index >= from && refused < times) {
        refused++
        const text = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
        throw new Refusal(status, text, { 'retry-after': String(retryAfter) })
      }
      if (rate.remaining <= 0) throw new Refusal(status, 'API rate limit exceeded for installation ID 1.')
      rate.remaining--
      rate.used++
    },
    spare: () => {
      rate.remaining++
      rate.used--
    },
  }
  return rate
}
