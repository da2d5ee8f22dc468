import { setTimeout as pass } from 'node:timers/promises'
import type { ProxyVariables } from '../core/proxy.js'
import { type Answer, createAttempts, type Outcome, type Wish } from './attempts.js'
import { failed, outOfTime, unsendable } from './failures.js'
import { limitOf, retryAfter } from './retry.js'
import { fillRoute, type Params, type Route } from './route.js'

export type RequestOptions = {
  readonly baseUrl: string
  /** May be empty: then nothing but what is public can be read. */
  readonly token: string
  readonly userAgent: string
  readonly proxy: ProxyVariables
  readonly signal: AbortSignal
  /** The time for everything, from the first request on. */
  readonly budgetMs: number
  /** The time of day in milliseconds: rate limits name it. */
  readonly now: () => number
  /** The time for one attempt; 10 s. */
  readonly attemptMs?: number
  /** The largest answer that is taken; 60 MB. */
  readonly maxBytes?: number
  /** False where a host that nobody answers at is no reason to wait. */
  readonly isPatient?: boolean
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>
}

export type Stats = { readonly requests: number; readonly retries: number }
export type Requests = {
  /** The answer, with the path that was asked; throws GitHubError. */
  readonly send: (route: Route, params: Params, wish: Wish) => Promise<Answer & { readonly path: string }>
  readonly stats: () => Stats
  /** True once anything has come back, be it a refusal. */
  readonly isAnswered: () => boolean
}

const AT_ONCE = 20
const ATTEMPT_MS = 10_000
const MAX_BYTES = 60_000_000

/** Requests that are tried again where that is safe and can help, so many at once, all of them within one budget. */
export function createRequests(options: RequestOptions): Requests {
  const {
    proxy,
    userAgent,
    signal: run,
    budgetMs,
    now,
    attemptMs = ATTEMPT_MS,
    maxBytes = MAX_BYTES,
    isPatient = true,
  } = options
  const sleep = options.sleep ?? ((ms, until) => pass(ms, undefined, { signal: until }))
  const token = options.token.trim()
  const baseUrl = options.baseUrl.replace(/\/+$/, '')
  const host = hostOf(baseUrl)
  const stats = { requests: 0, retries: 0 }
  let isAnswered = false
  const onRequest = () => {
    stats.requests++
  }
  const attempt = createAttempts({ baseUrl, token, userAgent, proxy, maxBytes, onRequest })
  const inSlot = createSlots(AT_ONCE)
  let deadline: number | undefined

  const send: Requests['send'] = async (route, params, wish) => {
    const filled = fillRoute(route, params)
    const { method, path } = filled
    const signal = wish.signal ? AbortSignal.any([run, wish.signal]) : run
    const asked = { route, path }
    if (host === undefined) throw unsendable('ERR_GITHUB_UNREACHABLE', asked, NO_ADDRESS, ADDRESS_HINT)
    // fetch would quote such a token in its error.
    if (!/^[\x21-\x7e]*$/.test(token)) throw unsendable('ERR_GITHUB_UNAUTHORIZED', asked, NO_TOKEN, TOKEN_HINT)
    deadline ??= now() + budgetMs
    const end = deadline
    for (let retries = 0; ; retries++) {
      const outcome: Outcome = await inSlot(async () => {
        const left = end - now()
        if (signal.aborted || left <= 0) throw outOfTime(asked, budgetMs, signal)
        return attempt(filled, wish, Math.min(attemptMs, left), signal)
      })
      if (outcome.kind !== 'network' && outcome.kind !== 'timeout') isAnswered = true
      if (outcome.kind === 'answer') return { ...outcome, path }
      if (signal.aborted || (outcome.kind === 'timeout' && outcome.ms < attemptMs))
        throw outOfTime(asked, budgetMs, signal)
      if (outcome.kind === 'status' && wish.statuses?.includes(outcome.status) && !limitOf(outcome))
        return { status: outcome.status, headers: outcome.headers, bytes: new Uint8Array(), path }
      const isNobody = outcome.kind === 'network' && !outcome.sent
      const wait = isNobody && !isPatient ? undefined : retryAfter(outcome, { method, retries }, Math.random(), now())
      if (wait === undefined) throw failed(asked, { failure: outcome, retries, host })
      if (wait >= end - now()) throw failed(asked, { failure: outcome, retries, host, tooLong: wait })
      stats.retries++
      // An end of the run while this sleeps is noticed before the next attempt.
      await sleep(wait, signal).catch(() => undefined)
    }
  }
  return { send, stats: () => ({ ...stats }), isAnswered: () => isAnswered }
}

const NO_ADDRESS = 'the address of the API is no http(s) URL, or carries a password'
const ADDRESS_HINT = 'GITHUB_API_URL has to be one such as https://api.github.com'
const NO_TOKEN = 'the token has characters that no token has'
const TOKEN_HINT = 'check what "github-token" is given'

/** The host of this address; undefined where it is none that can be asked. */
function hostOf(baseUrl: string): string | undefined {
  if (!URL.canParse(baseUrl)) return undefined
  const { protocol, host, username, password, search, hash } = new URL(baseUrl)
  const isPlain = [username, password, search, hash].every((part) => part === '')
  return isPlain && (protocol === 'https:' || protocol === 'http:') ? host : undefined
}

/** Runs at most so many at once; the others wait in the order in which they came. */
function createSlots(count: number): <T>(run: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = count
  return async (run) => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await run()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
