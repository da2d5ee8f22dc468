import { messageOf } from '../core/errors.js'
import { own } from '../core/json.js'
import { type ProxyVariables, proxyFor } from '../core/proxy.js'
import type { Failure } from './retry.js'

/** What an attempt throws that ended without an answer to use. */
export class TransportError extends Error {
  readonly failure: Failure

  constructor(failure: Exclude<Failure, { readonly kind: 'status' }>) {
    super(failure.kind)
    this.failure = failure
  }
}

type Init = {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: string
  readonly redirect?: 'follow' | 'manual' | 'error'
  readonly signal?: AbortSignal
}
type Fetch = (url: string, init: Init) => Promise<Response>
export type TransportOptions = {
  readonly proxy: ProxyVariables
  readonly maxBytes: number
  readonly onRequest: () => void
}

const MAX_HOPS = 3
// What is read of an answer that is an error: its message, nothing more.
const MAX_ERROR_BYTES = 65_536
const REDIRECTS = new Set([301, 302, 307, 308])
const WITHOUT_BODY = new Set([101, 103, 204, 205, 304])

/**
 * A `fetch` for Octokit that reads the whole answer, up to a limit, so that what breaks off is noticed here; goes through the
 * proxy where there is one, which the global `fetch` does not; and follows redirects to the same origin alone, because they
 * carry the token.
 */
export function createTransport({ proxy, maxBytes, onRequest }: TransportOptions): Fetch {
  let proxied: Promise<(via: URL) => Fetch> | undefined
  const fetchFor = async (url: URL): Promise<Fetch> => {
    const via = proxyFor(url, proxy)
    if (!via) return globalThis.fetch as Fetch
    proxied ??= loadUndici()
    return (await proxied)(via)
  }

  return async (url, init) => {
    let target = new URL(url)
    for (let hop = 0; ; hop++) {
      let response: Response
      try {
        const send = await fetchFor(target)
        onRequest()
        response = await send(target.href, { ...init, redirect: 'manual' })
      } catch (thrown) {
        throw asTransportError(thrown)
      }
      const next = init.redirect === 'manual' ? undefined : redirectOf(response, target, init.method)
      if (!next) return await readWhole(response, maxBytes)
      await response.body?.cancel()
      if (hop === MAX_HOPS) throw broken(response.status, `it was redirected more than ${MAX_HOPS} times`)
      if (next.origin !== target.origin)
        throw broken(response.status, `it was redirected to ${next.origin}, which is not given the token`)
      target = next
    }
  }
}

/** Where to ask instead: 301 and 302 may change the method, so they are followed for GET alone (RFC 9110, section 15.4). */
function redirectOf(response: Response, target: URL, method: string): URL | undefined {
  if (!REDIRECTS.has(response.status) || (method !== 'GET' && response.status < 307)) return undefined
  const location = response.headers.get('location')
  if (location === null || !URL.canParse(location, target.href))
    throw broken(response.status, 'it was redirected nowhere')
  return new URL(location, target)
}

async function loadUndici(): Promise<(via: URL) => Fetch> {
  const { fetch, ProxyAgent } = await import('undici')
  const agents = new Map<string, InstanceType<typeof ProxyAgent>>()
  return (via) => {
    // What is not https is forwarded, not tunnelled: proxies allow CONNECT to port 443 and to little else.
    const dispatcher = agents.get(via.href) ?? new ProxyAgent({ uri: via.href, proxyTunnel: false })
    agents.set(via.href, dispatcher)
    const send = fetch as unknown as (url: string, init: Init & { readonly dispatcher: unknown }) => Promise<Response>
    return (url, init) => send(url, { ...init, dispatcher })
  }
}

/** The same answer, with its body in the memory. */
async function readWhole(response: Response, maxBytes: number): Promise<Response> {
  const { status } = response
  const failed = status >= 400
  const headers = new Headers([...response.headers])
  // Octokit stumbles over a content type that is none. What it reads itself are messages of errors, which are JSON or nothing.
  headers.set('content-type', 'application/json')
  if (WITHOUT_BODY.has(status) || response.body === null) {
    await response.body?.cancel()
    return new Response(null, { status, headers })
  }
  const bytes = await readBody(response, failed ? MAX_ERROR_BYTES : maxBytes, failed)
  return new Response(bytes, { status, headers })
}

async function readBody(response: Response, limit: number, cut: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const { status } = response
  const tooLarge = () => broken(status, `it is larger than ${limit} bytes`)
  if (!cut && Number(response.headers.get('content-length') ?? 0) > limit) {
    await response.body?.cancel()
    throw tooLarge()
  }
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      chunks.push(chunk)
      size += chunk.byteLength
      if (size > limit) break
    }
  } catch (thrown) {
    throw new TransportError({ kind: 'broken', status, message: 'it broke off', passing: true, cause: thrown })
  }
  if (size > limit && !cut) throw tooLarge()
  const whole = new Uint8Array(Math.min(size, limit))
  let at = 0
  for (const chunk of chunks) {
    const part = chunk.subarray(0, whole.length - at)
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const broken = (status: number, message: string) =>
  new TransportError({ kind: 'broken', status, message, passing: false })

// The codes of Node and of undici that mean that nothing was sent.
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
// The codes of OpenSSL for a certificate that is not trusted, as Node passes them on.
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|ERR_TLS_/

/** The failure behind what `fetch` threw, which says little itself: its cause does. Whoever aborted it knows better. */
function asTransportError(thrown: unknown): TransportError {
  const inner = innermost(thrown)
  const code = own(inner, 'code')
  const name = typeof code === 'string' ? code : ''
  return new TransportError({
    kind: 'network',
    message: messageOf(inner) || name || 'the connection failed',
    sent: !NOT_SENT.has(name),
    passing: name !== '' && !CERTIFICATE.test(name) && !name.startsWith('ERR_INVALID') && name !== 'UND_ERR_ABORTED',
    cause: inner,
  })
}

function innermost(thrown: unknown): unknown {
  let inner = thrown
  for (let depth = 0; depth < 5; depth++) {
    // Several addresses of one host fail together, as an AggregateError.
    const errors = own(inner, 'errors')
    const cause = own(inner, 'cause') ?? (Array.isArray(errors) ? errors[0] : undefined)
    if (cause === undefined) return inner
    inner = cause
  }
  return inner
}
