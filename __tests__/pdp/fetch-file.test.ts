import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Http } from '../../src/core/http.js'
import { createHttp } from '../../src/http/index.js'
import type { FetcherOptions } from '../../src/pdp/local/fetch/index.js'
import { type Certificates, makeCertificates } from '../support/certificates.js'
import { aCache, address, aFetcher, untilTheEnd } from '../support/fetching.js'
import { type Handler, type Loopback, type Reply, serve } from '../support/loopback.js'
import { serveTls, sha256 } from '../support/registry.js'

const BUNDLE = Buffer.from('a bundle, as far as its fetching is concerned')
const OTHER = Buffer.from('another bundle')
const PIN = `@sha256:${sha256(BUNDLE)}`
const TOKEN = 'a-token-of-the-user'

let certificates: Certificates
let http: Http

beforeAll(async () => {
  certificates = await makeCertificates()
  http = createHttp({
    proxy: {},
    allowInsecure: false,
    connections: 4,
    tls: { ca: readFileSync(certificates.ca.cert, 'utf8') },
  })
})
afterAll(() => http.close())

const aServer = (handler: Handler, tls?: 'server' | 'otherServer' | 'wrongName'): Promise<Loopback> =>
  untilTheEnd(tls ? serveTls(certificates[tls], handler) : serve(handler))

const waits: number[] = []
beforeEach(() => waits.splice(0))
/** A fetcher that writes down what it would have waited. */
const theFetcher = (options: Partial<FetcherOptions> = {}) =>
  aFetcher(http, { pause: async (ms) => void waits.push(ms), ...options })

const file = (bytes: Uint8Array, headers: Record<string, string> = {}): Reply => ({
  headers: { 'content-type': 'application/gzip', ...headers },
  body: bytes,
})
const to = (location: string, status = 302): Reply => ({ status, headers: { location } })

describe('a bundle at an https address', () => {
  test.each<{ name: string; pin: string }>([
    { name: 'pinned', pin: PIN },
    { name: 'to be verified by its signature', pin: '' },
  ])('$name is what the server has', async ({ pin }) => {
    const server = await aServer(() => file(BUNDLE), 'server')
    expect(Buffer.from(await theFetcher()(address(`${server.url}/b/bundle.tar.gz${pin}`)))).toEqual(BUNDLE)
    expect(server.seen).toMatchObject([
      {
        method: 'GET',
        url: '/b/bundle.tar.gz',
        headers: { accept: 'application/gzip, application/octet-stream, */*' },
      },
    ])
    expect(server.seen[0]?.headers).not.toHaveProperty('authorization')
  })

  const hangUp: Handler = (_seen, _index, { response }) => {
    response.writeHead(200, { 'content-length': '4000' })
    response.write('half')
    setImmediate(() => response.destroy())
  }
  test.each<{ name: string; handler: Handler; pin?: string; code?: string; says: string; requests: number }>([
    { name: 'is not there', handler: () => ({ status: 404 }), says: 'answers 404; check the address', requests: 1 },
    { name: 'is not ours to read', handler: () => ({ status: 403 }), says: 'give "bundle-token" a token', requests: 1 },
    { name: 'meets a fault of the server', handler: () => ({ status: 500 }), says: 'answers 500', requests: 1 },
    { name: 'meets a server that is down', handler: () => ({ status: 503 }), says: 'answers 503', requests: 3 },
    { name: 'is nothing', handler: () => ({ status: 204 }), says: 'answers 204', requests: 1 },
    { name: 'is a part', handler: () => ({ ...file(BUNDLE), status: 206 }), says: 'answers 206', requests: 1 },
    {
      name: 'is unchanged, of which we have nothing',
      handler: () => ({ status: 304 }),
      says: 'answers 304',
      requests: 1,
    },
    { name: 'breaks off', handler: hangUp, says: 'gives nothing, 3 times: ', requests: 3 },
    {
      name: 'is another than the pinned one',
      handler: () => file(OTHER),
      pin: PIN,
      code: 'ERR_BUNDLE_DIGEST',
      says: `expected sha256:${sha256(BUNDLE)}, found sha256:${sha256(OTHER)}`,
      requests: 1,
    },
    {
      name: 'is too large',
      handler: () => file(Buffer.alloc(32 * 1024 * 1024 + 1)),
      code: 'ERR_BUNDLE_SIZE',
      says: 'over 32 MiB',
      requests: 1,
    },
    {
      name: 'redirects to plain http',
      handler: () => to('http://127.0.0.1:9/x?key=secret'),
      says: 'redirects to "http://127.0.0.1:9"; only',
      requests: 1,
    },
    {
      name: 'redirects to a metadata address',
      handler: () => to('http://169.254.169.254/latest'),
      says: 'redirects to "http://169.254.169.254"; only',
      requests: 1,
    },
    {
      name: 'redirects to a file',
      handler: () => to('file:///etc/passwd'),
      says: 'only a redirect from https to https',
      requests: 1,
    },
    { name: 'redirects to nowhere', handler: () => to('https://'), says: 'redirects to what is no URL', requests: 1 },
    { name: 'redirects without saying where to', handler: () => ({ status: 302 }), says: 'answers 302', requests: 1 },
    {
      name: 'redirects to an address with a password',
      handler: () => to('https://a:b@127.0.0.1/'),
      says: 'credentials in it',
      requests: 1,
    },
    { name: 'redirects for ever', handler: () => to('/again'), says: 'redirects more than 3 times', requests: 4 },
  ])('that $name is refused', async ({ handler, pin = '', code = 'ERR_BUNDLE_FETCH', says, requests }) => {
    const server = await aServer(handler, 'server')
    const cache = await aCache()
    const fetching = theFetcher({ token: TOKEN, cache })(address(`${server.url}/b/bundle.tar.gz${pin}`))
    await expect(fetching).rejects.toMatchObject({ name: 'PolicyError', code, message: expect.stringContaining(says) })
    const thrown: unknown = await fetching.catch((error: unknown) => error)
    expect(String(thrown)).toContain(`"${server.url}/b/bundle.tar.gz"`)
    expect(String(thrown)).not.toMatch(/secret|a-token/)
    expect(server.seen).toHaveLength(requests)
    expect(await readdir(cache)).toEqual([])
  })

  test.each([
    { name: 'of a CA that is not trusted', tls: 'otherServer' as const },
    { name: 'for another name', tls: 'wrongName' as const },
  ])('is not asked of a server with a certificate $name', async ({ tls }) => {
    const server = await aServer(() => file(BUNDLE), tls)
    const fetching = theFetcher({ token: TOKEN })(address(`${server.url}/bundle.tar.gz${PIN}`))
    await expect(fetching).rejects.toMatchObject({
      code: 'ERR_BUNDLE_FETCH',
      message: expect.stringContaining('certificate'),
    })
    expect(server.seen).toEqual([])
  })

  test('is not asked of a public server in plain http', async () => {
    const fetching = theFetcher()(address(`http://198.51.100.1/bundle.tar.gz${PIN}`))
    await expect(fetching).rejects.toMatchObject({
      code: 'ERR_BUNDLE_FETCH',
      message: expect.stringContaining('plain http'),
    })
  })

  test('is asked for three times where nobody listens', async () => {
    const server = await aServer(() => file(BUNDLE))
    await server.close()
    const fetching = theFetcher()(address(`${server.url}/bundle.tar.gz${PIN}`))
    await expect(fetching).rejects.toMatchObject({ message: expect.stringContaining('gives nothing, 3 times: ') })
    expect(waits).toEqual([250, 1000])
  })
})

describe('a server that asks for patience', () => {
  const once =
    (status: number, headers: Record<string, string> = {}): Handler =>
    (_seen, index) =>
      index === 0 ? { status, headers } : file(BUNDLE)
  const at = (ms: number) => new Date(1_700_000_000_000 + ms).toUTCString()
  test.each([
    { name: '429 with seconds', handler: once(429, { 'retry-after': '2' }), waited: [2000] },
    { name: '429 with a date', handler: once(429, { 'retry-after': at(5000) }), waited: [5000] },
    { name: '503 with a date that is over', handler: once(503, { 'retry-after': at(-5000) }), waited: [250] },
    { name: '503 with nonsense', handler: once(503, { 'retry-after': 'soon' }), waited: [250] },
    { name: '502', handler: once(502), waited: [250] },
    { name: '504', handler: once(504), waited: [250] },
  ])('is given it: $name', async ({ handler, waited }) => {
    const server = await aServer(handler)
    const bytes = await theFetcher({ now: () => 1_700_000_000_000 })(address(`${server.url}/bundle.tar.gz${PIN}`))
    expect(Buffer.from(bytes)).toEqual(BUNDLE)
    expect(waits).toEqual(waited)
  })

  test('is not given more than there is', async () => {
    const server = await aServer(() => ({ status: 429, headers: { 'retry-after': '3600' } }))
    const fetching = theFetcher()(address(`${server.url}/bundle.tar.gz${PIN}`))
    await expect(fetching).rejects.toMatchObject({ message: expect.stringContaining('answers 429') })
    expect(server.seen).toHaveLength(1)
    expect(waits).toEqual([])
  })

  test('by never answering is left at the end of the time', async () => {
    const server = await aServer(() => undefined)
    const fetching = theFetcher({ timeoutMs: 200 })(address(`${server.url}/bundle.tar.gz${PIN}`))
    await expect(fetching).rejects.toMatchObject({ message: expect.stringContaining('did not answer in time') })
    expect(server.seen).toHaveLength(1)
  })

  test('is left where the run is over', async () => {
    const run = new AbortController()
    const server = await aServer(() => void run.abort())
    const fetching = theFetcher({ signal: run.signal })(address(`${server.url}/bundle.tar.gz${PIN}`))
    await expect(fetching).rejects.toMatchObject({ message: expect.stringContaining('the run was over') })
    expect(server.seen).toHaveLength(1)
  })
})

describe('the token', () => {
  test.each<{ name: string; tls?: 'server'; sent: string | undefined }>([
    { name: 'is sent over TLS', tls: 'server', sent: `Bearer ${TOKEN}` },
    { name: 'is sent over loopback', sent: `Bearer ${TOKEN}` },
  ])('$name', async ({ tls, sent }) => {
    const server = await aServer(() => file(BUNDLE), tls)
    await theFetcher({ token: `${TOKEN}\n` })(address(`${server.url}/bundle.tar.gz${PIN}`))
    expect(server.seen[0]?.headers.authorization).toBe(sent)
  })

  test('is not sent over plain http beyond this machine', async () => {
    const asked: unknown[] = []
    const anywhere: Http = {
      request: async ({ headers }) => {
        asked.push(headers)
        return { status: 401, headers: {}, body: new Uint8Array() }
      },
      close: async () => undefined,
    }
    const fetching = theFetcher({ http: anywhere, token: TOKEN })(address(`http://10.0.0.7/bundle.tar.gz${PIN}`))
    await expect(fetching).rejects.toMatchObject({ message: expect.stringContaining('not sent over plain http') })
    expect(asked).toEqual([{ accept: expect.any(String) }])
  })

  test('stays with its own origin, even where a redirect leads back to it', async () => {
    const elsewhere = await aServer(() => to(`${server.url}/back`), 'server')
    const server: Loopback = await aServer(
      ({ url }) =>
        url === '/bundle.tar.gz' ? to('/there') : url === '/there' ? to(`${elsewhere.url}/x`, 307) : file(BUNDLE),
      'server',
    )
    expect(Buffer.from(await theFetcher({ token: TOKEN })(address(`${server.url}/bundle.tar.gz${PIN}`)))).toEqual(
      BUNDLE,
    )
    const sent = (seen: Loopback['seen']) => seen.map(({ url, headers }) => [url, headers.authorization])
    expect(sent(server.seen)).toEqual([
      ['/bundle.tar.gz', `Bearer ${TOKEN}`],
      ['/there', `Bearer ${TOKEN}`],
      ['/back', undefined],
    ])
    expect(sent(elsewhere.seen)).toEqual([['/x', undefined]])
  })

  test('that would break a header is not sent, and not quoted', async () => {
    const server = await aServer(() => file(BUNDLE))
    const fetching = theFetcher({ token: 'two\nlines' })(address(`${server.url}/bundle.tar.gz${PIN}`))
    await expect(fetching).rejects.toMatchObject({
      code: 'ERR_BUNDLE_FETCH',
      message: '"bundle-token" has characters that no token has',
    })
    expect(server.seen).toEqual([])
  })

  test('is not the only secret: of an address that is redirected to, the origin alone is named', async () => {
    const elsewhere = await aServer(() => undefined)
    await elsewhere.close()
    const gone = `https://127.0.0.1:${elsewhere.port}`
    const server = await aServer(() => to(`${gone}/path-key?signature=secret`), 'server')
    const thrown: unknown = await theFetcher()(address(`${server.url}/bundle.tar.gz${PIN}`)).catch((e: unknown) => e)
    expect(String(thrown)).toContain(gone)
    expect(String(thrown)).not.toMatch(/secret|path-key/)
  })
})
