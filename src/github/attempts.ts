import { isObject, own } from '../core/json.js'
import type { ProxyVariables } from '../core/proxy.js'
import type { Failure } from './retry.js'
import type { Filled } from './route.js'
import { createTransport, TransportError } from './transport.js'

export type Wish = {
  readonly accept: string
  /** Of the answer that is known already. */
  readonly etag?: string
  /** Statuses that are answers here, beside those below 300. */
  readonly statuses?: readonly number[]
  /** Ends this request before the run ends. */
  readonly signal?: AbortSignal
}

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
}

export type Outcome = ({ readonly kind: 'answer' } & Answer) | Failure

export type AttemptOptions = {
  readonly baseUrl: string
  readonly token: string
  readonly userAgent: string
  readonly proxy: ProxyVariables
  readonly maxBytes: number
  readonly onRequest: () => void
}
export type Attempt = (filled: Filled, wish: Wish, ms: number, signal: AbortSignal) => Promise<Outcome>

const API_VERSION = '2022-11-28'
const MAX_TIMER_MS = 2 ** 31 - 1

/** Makes one request, once, in the time that it is given. Octokit is loaded by the first: a run without one does not pay for it. */
export function createAttempts({ baseUrl, token, userAgent, ...transport }: AttemptOptions): Attempt {
  const connect = async () => {
    const { Octokit } = await import('@octokit/rest')
    // Without a log of its own a request writes deprecations to the console, which is the runner's command stream.
    const log = { debug: silent, info: silent, warn: silent, error: silent }
    const request = { fetch: createTransport(transport), log, parseSuccessResponseBody: false }
    return new Octokit({ baseUrl, userAgent, log, request, ...(token !== '' && { auth: token }) })
  }
  let octokit: ReturnType<typeof connect> | undefined

  return async ({ method, path, rest }, wish, ms, signal) => {
    octokit ??= connect()
    const { request } = await octokit
    const timer = new AbortController()
    const stop = setTimeout(() => timer.abort(), Math.min(ms, MAX_TIMER_MS))
    try {
      const response = await request(`${method} ${path}`, {
        ...(method === 'GET' ? rest : asBody(rest)),
        headers: {
          'x-github-api-version': API_VERSION,
          accept: wish.accept,
          ...(wish.etag !== undefined && { 'if-none-match': wish.etag }),
        },
        request: {
          signal: AbortSignal.any([signal, timer.signal]),
          redirect: wish.statuses?.some((status) => status >= 300 && status !== 304) ? 'manual' : 'follow',
        },
      })
      return await asOutcome(response, wish)
    } catch (thrown) {
      return timer.signal.aborted ? { kind: 'timeout', ms } : asFailure(thrown)
    } finally {
      clearTimeout(stop)
    }
  }
}

const silent = () => undefined

// As text: Octokit's own writer turns strings such as "1n" into numbers.
const asBody = (rest: Filled['rest']) => (Object.keys(rest).length === 0 ? {} : { data: JSON.stringify(rest) })

async function asOutcome({ status, headers, data }: Loose, wish: Wish): Promise<Outcome> {
  const body = data instanceof ReadableStream ? await new Response(data).arrayBuffer() : new ArrayBuffer()
  const answer = { status, headers: headers as Record<string, string>, bytes: new Uint8Array(body) }
  const isAnswer = status < 300 || wish.statuses?.includes(status)
  return isAnswer ? { kind: 'answer', ...answer } : { kind: 'status', message: '', ...answer }
}
type Loose = { readonly status: number; readonly headers: object; readonly data: unknown }

/** What Octokit threw: an answer that is an error, or what the transport told it. */
function asFailure(thrown: unknown): Failure {
  const inner = own(thrown, 'cause')
  if (inner instanceof TransportError) return inner.failure
  const response = own(thrown, 'response')
  const status = own(response, 'status')
  const headers = own(response, 'headers')
  if (typeof status === 'number' && isObject(headers))
    return {
      kind: 'status',
      status,
      message: messageIn(own(response, 'data')),
      headers: headers as Record<string, string>,
    }
  return { kind: 'network', message: 'the request could not be made', sent: false, passing: false, cause: thrown }
}

/** GitHub's own words in an error's body; what else a server writes there is not repeated. */
function messageIn(data: unknown): string {
  const message = own(data, 'message')
  if (typeof message !== 'string') return ''
  const errors = own(data, 'errors')
  const details = (Array.isArray(errors) ? errors : [])
    .map((item: unknown) => (typeof item === 'string' ? item : (own(item, 'message') ?? own(item, 'code'))))
    .filter((item) => typeof item === 'string')
  return [message, ...details.slice(0, 3)].join('; ')
}
