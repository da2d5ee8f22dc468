import { lookup as systemLookup } from 'node:dns'
import { isIP } from 'node:net'
import { createSecureContext } from 'node:tls'
import type { buildConnector, Dispatcher, Pool } from 'undici'
import { isPrivateIp } from '../core/address.js'
import { messageOf } from '../core/errors.js'
import { HttpError } from '../core/http.js'
import { own } from '../core/json.js'
import { type ProxyVariables, proxyFor } from '../core/proxy.js'
import { candidly } from './candidly.js'
import { type Lookup, privateLookup, refusePlain } from './private-lookup.js'

export type RouteOptions = {
  readonly proxy: ProxyVariables
  /** PEM texts: the only CA that is trusted, and what a server is shown that asks who is there. */
  readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string }
  /** True: plain http may go anywhere. */
  readonly allowInsecure: boolean
  /** At most so many connections to one server. */
  readonly connections: number
  /** What names are looked up with for plain http; the system's own. */
  readonly lookup?: Lookup
}

/** How a server is reached. */
export type Route = {
  readonly dispatcher: Dispatcher
  /** Of whom the connection is to: the server, or the proxy that plain http is handed to. */
  readonly origin: string
  /** Through a proxy https is tunnelled. Plain http is forwarded: the proxy is handed the request, with the whole address. */
  readonly kind: 'direct' | 'tunnel' | 'forwarded'
  readonly headers: Readonly<Record<string, string>>
}

export type Routes = {
  /** The way to this server; throws HttpError where there is none that may be taken. */
  readonly to: (url: URL) => Route
  readonly close: () => Promise<void>
}

type Connect = buildConnector.BuildOptions

/** The ways to servers, each opened once. */
export async function openRoutes({ proxy, tls, allowInsecure, connections, lookup }: RouteOptions): Promise<Routes> {
  const { Pool, ProxyAgent, buildConnector } = await import('undici')
  // Deadlines are those of whole requests.
  const untimed = { headersTimeout: 0, bodyTimeout: 0 }
  const near: Connect = allowInsecure ? {} : { lookup: privateLookup(lookup ?? systemLookup) }
  // Said in so many words, because an environment variable would turn it off.
  const proxyTls: Connect = { rejectUnauthorized: true }
  let ours: Connect | undefined
  const ownTls = (): Connect => {
    ours ??= { rejectUnauthorized: true, secureContext: secureContextOf(tls) }
    return ours
  }
  const routes = new Map<string, Route>()
  const pools = new Map<string, Dispatcher>()
  const keep = (key: string, make: () => Dispatcher): Dispatcher => {
    const pool = pools.get(key) ?? make()
    pools.set(key, pool)
    return pool
  }
  const poolOf = (kind: Route['kind'], origin: string, connect: Connect): Dispatcher =>
    keep(
      `${kind} ${origin}`,
      () => new Pool(origin, { ...untimed, connections, connect: candidly(buildConnector(connect)) }),
    )

  function open(url: URL): Route {
    const direct = { kind: 'direct', origin: url.origin, headers: {} } as const
    const via = proxyOf(url, proxy)
    if (url.protocol === 'https:') {
      if (!via) return { ...direct, dispatcher: poolOf('direct', url.origin, ownTls()) }
      const token = credentialsOf(via)
      const options = { ...untimed, uri: via.origin, ...(token !== undefined && { token }), proxyTls }
      const factory = (origin: string | URL, { connect, ...rest }: Pool.Options) =>
        new Pool(origin, { ...rest, connections, connect: candidly(connect) })
      const tunnel = () => new ProxyAgent({ ...options, requestTls: ownTls(), factory })
      return { ...direct, kind: 'tunnel', dispatcher: keep(`tunnel ${via.origin}`, tunnel) }
    }
    if (!allowInsecure) {
      refusePublic(url, via !== undefined)
      if (via?.protocol === 'http:') refusePublic(via, false)
    }
    if (!via) return { ...direct, dispatcher: poolOf('direct', url.origin, near) }
    const token = credentialsOf(via)
    const headers = { host: url.host, ...(token !== undefined && { 'proxy-authorization': token }) }
    const connect = via.protocol === 'https:' ? proxyTls : near
    return { kind: 'forwarded', origin: via.origin, headers, dispatcher: poolOf('forwarded', via.origin, connect) }
  }

  return {
    to: (url) => {
      const key = url.origin
      const route = routes.get(key) ?? open(url)
      routes.set(key, route)
      return route
    },
    close: async () => {
      // Not gracefully: whoever closes has what they asked for, or does not want it any more.
      await Promise.all([...pools.values()].map((pool) => pool.destroy()))
    },
  }
}

/** Throws where this host surely is no private one. What a name stands for is seen when it is looked up, if that is done here. */
function refusePublic({ hostname, host }: URL, isBehindProxy: boolean): void {
  const ip = hostname.replace(/^\[|\]$/g, '')
  if (isIP(ip) === 0) {
    if (isBehindProxy) throw refusePlain(host, 'because a proxy looks the name up, and nobody can tell where that ends')
  } else if (!isPrivateIp(ip)) throw refusePlain(host, 'which is no private address')
}

function proxyOf(url: URL, variables: ProxyVariables): URL | undefined {
  try {
    return proxyFor(url, variables)
  } catch (cause) {
    throw new HttpError('unreachable', messageOf(cause), cause)
  }
}

function credentialsOf({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined
  try {
    const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
    return `Basic ${Buffer.from(plain).toString('base64')}`
  } catch {
    throw new HttpError('unreachable', 'the user or the password in the address of the proxy is not percent-encoded')
  }
}

function secureContextOf(tls: RouteOptions['tls'] = {}): ReturnType<typeof createSecureContext> {
  const { ca, cert, key } = tls
  // An empty text would count as none: then everybody's CAs were trusted, and nobody would show a certificate.
  if (ca !== undefined && !/-----BEGIN [A-Z0-9 ]*CERTIFICATE-----/.test(ca)) {
    throw new HttpError('certificate', 'the CA that is given holds no certificate in PEM')
  }
  if ((cert === undefined) !== (key === undefined) || cert === '' || key === '') {
    throw new HttpError('certificate', 'a client certificate needs its key, and a key its certificate')
  }
  try {
    return createSecureContext(tls)
  } catch (cause) {
    const code = own(cause, 'code')
    const why = typeof code === 'string' ? ` (${code})` : ''
    throw new HttpError('certificate', `the CA, certificate or key that is given cannot be used${why}`, cause)
  }
}
