import { type Http, HttpError, type HttpResponse } from '../../../core/http.js'
import { fetchFailed, noAnswer } from './failures.js'

/** What all requests for one bundle have in common. */
export type Errand = {
  readonly http: Http
  readonly signal: AbortSignal
  /** After it, by the clock of `now`, nothing is asked any more. */
  readonly deadline: number
  readonly now: () => number
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>
}

export type Wanted = {
  readonly url: URL
  readonly accept: string
  readonly etag?: string
  /** The header: it goes to the origin of `url` and to nobody else. */
  readonly authorization?: string
  readonly maxBytes: number
  /** 3 unless told. */
  readonly maxRedirects?: number
}

const MAX_ATTEMPTS = 3
const BASE_MS = 250
const MAX_REDIRECTS = 3
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const PASSING = new Set([429, 502, 503, 504])

/** The answer, whatever its status, at the end of its redirects; throws PolicyError where there is none. */
export async function get(errand: Errand, wanted: Wanted): Promise<HttpResponse> {
  const { maxRedirects = MAX_REDIRECTS } = wanted
  let { url, authorization } = wanted
  for (let followed = 0; ; followed++) {
    const response = await insist(errand, wanted, url, authorization)
    const { location } = response.headers
    if (!REDIRECTS.has(response.status) || location === undefined) return response
    if (followed >= maxRedirects) throw fetchFailed(wanted.url, `redirects more than ${maxRedirects} times`)
    const next = resolveRedirect(wanted.url, url, location)
    // Once somebody else has chosen where to go, the way back is his choice too: the token stays off for good.
    if (next.origin !== wanted.url.origin) authorization = undefined
    url = next
  }
}

// The address that follows is not named beyond its origin: such links are made for one download and carry their own keys.
function resolveRedirect(asked: URL, from: URL, location: string): URL {
  if (!URL.canParse(location, from.href)) throw fetchFailed(asked, 'redirects to what is no URL')
  const next = new URL(location, from)
  if (next.username !== '' || next.password !== '')
    throw fetchFailed(asked, 'redirects to an address with credentials in it')
  const isSafe = next.origin === from.origin || (from.protocol === 'https:' && next.protocol === 'https:')
  if (!isSafe)
    throw fetchFailed(
      asked,
      `redirects to ${JSON.stringify(next.origin)}; only a redirect from https to https is followed to another origin`,
    )
  return next
}

/** One address, asked up to three times where what went wrong may pass: a GET changes nothing. */
async function insist(
  errand: Errand,
  { url: asked, accept, etag, maxBytes }: Wanted,
  url: URL,
  authorization: string | undefined,
): Promise<HttpResponse> {
  const { http, signal, now } = errand
  const named = url.origin === asked.origin ? url : new URL(url.origin)
  const headers = {
    accept,
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(authorization !== undefined && { authorization }),
  }
  for (let tries = 1; ; tries++) {
    const timeoutMs = errand.deadline - now()
    if (signal.aborted) throw noAnswer(named, new HttpError('aborted', 'the run was over'), { tries, maxBytes })
    if (timeoutMs <= 0) throw noAnswer(named, new HttpError('timeout', 'no time was left'), { tries, maxBytes })
    const outcome = await http
      .request({ method: 'GET', url, headers, maxBytes, timeoutMs, signal })
      .catch((thrown: unknown) => ({ thrown }))
    const wait = waitAfter(outcome, tries, now())
    if (wait === undefined || tries === MAX_ATTEMPTS || wait >= errand.deadline - now()) {
      if ('thrown' in outcome) throw noAnswer(named, outcome.thrown, { tries, maxBytes })
      return outcome
    }
    // An end of the run while this sleeps is noticed before the next attempt.
    await errand.pause(wait, signal).catch(() => undefined)
  }
}

/** How long to wait before this is asked once more; undefined where that cannot help. */
function waitAfter(
  outcome: HttpResponse | { readonly thrown: unknown },
  tries: number,
  now: number,
): number | undefined {
  const backoff = BASE_MS * 4 ** (tries - 1)
  if ('thrown' in outcome) {
    const { thrown } = outcome
    return thrown instanceof HttpError && ['unreachable', 'broken'].includes(thrown.failure) ? backoff : undefined
  }
  if (!PASSING.has(outcome.status)) return undefined
  const after = outcome.headers['retry-after']
  if (after === undefined) return backoff
  const ms = /^\d{1,9}$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now
  return Number.isFinite(ms) && ms > 0 ? ms : backoff
}
