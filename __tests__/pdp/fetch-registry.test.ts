import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Http } from '../../src/core/http.js'
import { createHttp } from '../../src/http/index.js'
import { mayHaveSecrets, parseChallenge } from '../../src/pdp/local/fetch/registry-token.js'
import { type Certificates, makeCertificates } from '../support/certificates.js'
import { aCache, address, aFetcher, untilTheEnd } from '../support/fetching.js'
import { type Loopback, type Reply, serve } from '../support/loopback.js'
import {
  describing,
  INDEX,
  knowing,
  LAYER,
  manifestOf,
  type RegistryContent,
  serveTls,
  sha256,
  startRegistry,
} from '../support/registry.js'

const BUNDLE = Buffer.from('a bundle, as far as its fetching is concerned')
const OTHER = Buffer.from('another bundle')
const MANIFEST = manifestOf([describing(BUNDLE)])
const CONTENT: RegistryContent = { repository: 'org/policies', manifests: { v1: MANIFEST }, blobs: [BUNDLE] }
const TOKEN = 'a-token-of-the-user'
const BASIC = `Basic ${Buffer.from(`stepgate:${TOKEN}`).toString('base64')}`

let certificates: Certificates
let http: Http
beforeAll(async () => {
  certificates = await makeCertificates()
  const ca = readFileSync(certificates.ca.cert, 'utf8')
  http = createHttp({ proxy: {}, allowInsecure: false, connections: 4, tls: { ca } })
})
afterAll(() => http.close())

const aRegistry = (changes: Partial<RegistryContent> = {}, tls?: 'server'): Promise<Loopback> =>
  untilTheEnd(startRegistry({ ...CONTENT, ...changes }, tls && certificates[tls]))

const on = (registry: Loopback, reference = `org/policies:v1@sha256:${sha256(MANIFEST)}`) =>
  address(`oci://127.0.0.1:${registry.port}/${reference}`)
const text = async (fetching: Promise<Uint8Array>) => Buffer.from(await fetching).toString()
const sent = ({ seen }: Loopback) =>
  seen.map(({ url, headers }) => [url.split('/').slice(-2)[0], headers.authorization])

describe('a bundle in a registry', () => {
  test.each([
    { name: 'pinned by the digest of its manifest', reference: undefined, asked: `sha256:${sha256(MANIFEST)}` },
    { name: 'by its tag', reference: 'org/policies:v1', asked: 'v1' },
  ])('$name is its layer', async ({ reference, asked }) => {
    const registry = await aRegistry()
    expect(await text(aFetcher(http)(on(registry, reference)))).toBe(BUNDLE.toString())
    expect(registry.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET /v2/org/policies/manifests/${asked}`,
      `GET /v2/org/policies/blobs/sha256:${sha256(BUNDLE)}`,
    ])
    expect(registry.seen[0]?.headers.accept).toMatch(
      /^application\/vnd\.oci\.image\.manifest\.v1\+json, application\/vnd\.docker/,
    )
  })

  test('may be beside layers of other types', async () => {
    const text2 = manifestOf([describing(OTHER, { mediaType: 'text/plain' }), describing(BUNDLE)])
    const registry = await aRegistry({ manifests: { v1: text2 } })
    expect(await text(aFetcher(http)(on(registry, 'org/policies:v1')))).toBe(BUNDLE.toString())
  })

  const withManifest = (layers: readonly object[], changes?: object) => ({
    manifests: { v1: manifestOf(layers, changes) },
    blobs: [BUNDLE, OTHER],
  })
  const manifestAs = (body: string) => ({
    astray: (path: string): Reply | undefined => (path.includes('/manifests/') ? { body } : undefined),
  })
  const blobAs = (reply: Reply) => ({
    astray: (path: string): Reply | undefined => (path.includes('/blobs/') ? reply : undefined),
  })
  const digest = (bytes: Uint8Array | string) => `sha256:${sha256(bytes)}`
  test.each<{ name: string; content: Partial<RegistryContent>; pinned?: true; code?: string; says: string }>([
    { name: 'nobody knows', content: { manifests: {} }, says: 'answers 404 (MANIFEST_UNKNOWN); check the address' },
    { name: 'lacks its layer', content: { blobs: [] }, says: 'answers 404 (BLOB_UNKNOWN)' },
    {
      name: 'has another manifest than the pinned one',
      content: manifestAs(manifestOf([describing(OTHER)])),
      pinned: true,
      code: 'ERR_BUNDLE_DIGEST',
      says: `the manifest at "http://127.0.0.1:PORT/v2/org/policies/manifests/${digest(MANIFEST)}" is not what it has to be: expected ${digest(MANIFEST)}, found ${digest(manifestOf([describing(OTHER)]))}`,
    },
    {
      name: 'has another manifest than its registry says',
      content: {
        astray: (path) =>
          path.includes('/manifests/')
            ? { body: MANIFEST, headers: { 'docker-content-digest': digest(OTHER) } }
            : undefined,
      },
      code: 'ERR_BUNDLE_DIGEST',
      says: `expected ${digest(OTHER)}, found ${digest(MANIFEST)}`,
    },
    {
      name: 'has another layer than its manifest says',
      content: blobAs({ body: OTHER }),
      pinned: true,
      code: 'ERR_BUNDLE_DIGEST',
      says: `expected ${digest(BUNDLE)}, found ${digest(OTHER)}`,
    },
    {
      name: 'has a layer of another size',
      content: withManifest([describing(BUNDLE, { size: 7 })]),
      says: `has ${BUNDLE.length} bytes, and its manifest says 7`,
    },
    {
      name: 'says that its layer is too large',
      content: withManifest([describing(BUNDLE, { size: 32 * 1024 * 1024 + 1 })]),
      code: 'ERR_BUNDLE_SIZE',
      says: 'over 32 MiB',
    },
    {
      name: 'has a layer that is too large',
      content: blobAs({ body: Buffer.alloc(32 * 1024 * 1024 + 1) }),
      code: 'ERR_BUNDLE_SIZE',
      says: 'over 32 MiB',
    },
    {
      name: 'has a manifest that is too large',
      content: manifestAs(' '.repeat(4 * 1024 * 1024 + 1)),
      code: 'ERR_BUNDLE_SIZE',
      says: 'over 4 MiB',
    },
    { name: 'has no layer', content: withManifest([]), says: `has no layer of the type ${LAYER}` },
    {
      name: 'has no layer that is a bundle',
      content: withManifest([describing(BUNDLE, { mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip' })]),
      says: 'has no layer of the type',
    },
    {
      name: 'has two layers',
      content: withManifest([describing(BUNDLE), describing(OTHER)]),
      says: 'has 2 layers of the type',
    },
    {
      name: 'is an index',
      content: withManifest([], { mediaType: INDEX, layers: undefined, manifests: [] }),
      says: 'is an index of several manifests',
    },
    {
      name: 'is an index that does not say so',
      content: withManifest([describing(BUNDLE)], { mediaType: undefined, manifests: [] }),
      says: 'is an index of several manifests',
    },
    {
      name: 'is something else',
      content: withManifest([describing(BUNDLE)], { mediaType: 'text/html' }),
      says: 'is of a type that is not known',
    },
    {
      name: 'has a manifest of schema 1',
      content: withManifest([describing(BUNDLE)], { schemaVersion: 1 }),
      says: 'is no image manifest',
    },
    { name: 'has a manifest that is no JSON', content: manifestAs('<html>'), says: 'is no JSON' },
    { name: 'has a manifest that is no object', content: manifestAs('[]'), says: 'is no image manifest' },
    {
      name: 'names its layer by sha512',
      content: withManifest([describing(BUNDLE, { digest: `sha512:${'a'.repeat(128)}` })]),
      says: 'no sha256',
    },
    {
      name: 'names its layer by a path',
      content: withManifest([describing(BUNDLE, { digest: 'sha256:../../../x' })]),
      says: 'no sha256',
    },
    {
      name: 'has a layer without a size',
      content: withManifest([describing(BUNDLE, { size: undefined })]),
      says: 'a size that is none',
    },
    {
      name: 'is elsewhere, in plain http',
      content: { blobsAt: 'http://127.0.0.1:9' },
      says: 'redirects to "http://127.0.0.1:9"',
    },
  ])('that $name is refused', async ({ content, pinned, code = 'ERR_BUNDLE_FETCH', says }) => {
    const registry = await aRegistry(content)
    const fetching = aFetcher(http)(on(registry, pinned ? undefined : 'org/policies:v1'))
    const message = expect.stringContaining(says.replace('PORT', `${registry.port}`))
    await expect(fetching).rejects.toMatchObject({ name: 'PolicyError', code, message })
  })
})

describe('a bundle in a registry that was fetched before', () => {
  test('is used without a request where it is pinned', async () => {
    const registry = await aRegistry()
    const cache = await aCache()
    for (const _ of [1, 2]) expect(await text(aFetcher(http, { cache })(on(registry)))).toBe(BUNDLE.toString())
    expect(registry.seen).toHaveLength(2)
  })

  test('is used by its tag where the manifest names it still', async () => {
    const registry = await aRegistry()
    const cache = await aCache()
    for (const _ of [1, 2])
      expect(await text(aFetcher(http, { cache })(on(registry, 'org/policies:v1')))).toBe(BUNDLE.toString())
    expect(sent(registry).map(([kind]) => kind)).toEqual(['manifests', 'blobs', 'manifests'])
  })

  test('is replaced where the tag has moved', async () => {
    const manifests = { v1: manifestOf([describing(OTHER)]) }
    const registry = await aRegistry({ manifests, blobs: [BUNDLE, OTHER] })
    const cache = await aCache()
    expect(await text(aFetcher(http, { cache })(on(registry, 'org/policies:v1')))).toBe(OTHER.toString())
    manifests.v1 = MANIFEST
    expect(await text(aFetcher(http, { cache })(on(registry, 'org/policies:v1')))).toBe(BUNDLE.toString())
  })

  test.each([
    { name: 'the content', manifest: MANIFEST },
    { name: 'content and manifest', manifest: manifestOf([describing(OTHER)]) },
  ])('is fetched anew where somebody has changed $name', async ({ manifest }) => {
    const registry = await aRegistry()
    const cache = await aCache()
    const from = on(registry)
    await aFetcher(http, { cache })(from)
    const name = join(cache, sha256(from.text))
    await writeFile(`${name}.tar.gz`, OTHER)
    await writeFile(`${name}.json`, JSON.stringify({ address: from.text, sha256: sha256(OTHER), manifest }))
    expect(await text(aFetcher(http, { cache })(from))).toBe(BUNDLE.toString())
    expect(registry.seen).toHaveLength(4)
  })
})

describe('a registry that wants to know who asks', () => {
  const ISSUED = 'issued-by-the-service'
  const SCOPE = 'repository:org/policies:pull'

  /** A token service, and a registry that takes its tokens alone. */
  async function withTokens(reply: Reply = { body: { token: ISSUED } }) {
    const service = await untilTheEnd(serve(() => reply))
    const challenge = `Bearer realm="${service.url}/token",service="registry.example",scope="${SCOPE}"`
    return { service, registry: await aRegistry({ challenge, authorization: `Bearer ${ISSUED}` }) }
  }

  test.each([
    { name: 'nobody in particular', token: undefined, basic: undefined },
    { name: 'the user', token: TOKEN, basic: BASIC },
  ])('is told by a token of its service: $name', async ({ token, basic }) => {
    const { service, registry } = await withTokens()
    expect(await text(aFetcher(http, token === undefined ? {} : { token })(on(registry)))).toBe(BUNDLE.toString())
    expect(sent(registry)).toEqual([
      ['manifests', undefined],
      ['manifests', `Bearer ${ISSUED}`],
      ['blobs', `Bearer ${ISSUED}`],
    ])
    expect(service.seen.map(({ url }) => url)).toEqual([
      `/token?service=registry.example&scope=${encodeURIComponent(SCOPE)}`,
    ])
    expect(service.seen[0]?.headers.authorization).toBe(basic)
  })

  test.each<{ name: string; reply: Reply; says: string }>([
    { name: 'refuses', reply: { status: 401 }, says: '/token" answers 401; give "bundle-token"' },
    {
      name: 'redirects',
      reply: { status: 302, headers: { location: '/elsewhere' } },
      says: 'redirects more than 0 times',
    },
    { name: 'gives no JSON', reply: { body: 'token' }, says: 'answers no JSON' },
    { name: 'gives no token', reply: { body: { expires_in: 300 } }, says: 'answers without a token' },
    {
      name: 'gives a token that breaks the header',
      reply: { body: { token: 'a\r\nb: c' } },
      says: 'answers without a token',
    },
    {
      name: 'gives a token that the registry does not take',
      reply: { body: { access_token: 'other' } },
      says: 'answers 401 (UNAUTHORIZED)',
    },
  ])('and whose service $name is not read', async ({ reply, says }) => {
    const { registry } = await withTokens(reply)
    const fetching = aFetcher(http, { token: TOKEN })(on(registry))
    await expect(fetching).rejects.toMatchObject({ code: 'ERR_BUNDLE_FETCH', message: expect.stringContaining(says) })
    expect(String(await fetching.catch((error: unknown) => error))).not.toMatch(/a-token|service=/)
  })

  test.each([
    { name: 'nowhere', challenge: 'Bearer service="x"', says: 'answers 401' },
    { name: 'to no URL', challenge: 'Bearer realm="token"', says: 'no URL' },
    { name: 'to plain http', challenge: 'Bearer realm="http://10.0.0.1/token"', says: 'not asked over plain http' },
    {
      name: 'to a metadata address',
      challenge: 'Bearer realm="http://169.254.169.254/"',
      says: 'not asked over plain http',
    },
    { name: 'to a file', challenge: 'Bearer realm="file:///etc/passwd"', says: 'not asked over plain http' },
    { name: 'to an address with a password', challenge: 'Bearer realm="https://a:b@x.example/"', says: 'credentials' },
    { name: 'in a scheme that nobody speaks', challenge: 'Negotiate', says: 'answers 401' },
    { name: 'without words', challenge: '', says: 'answers 401' },
  ])('and sends us $name for it is not read', async ({ challenge, says }) => {
    const registry = await aRegistry({ challenge, authorization: 'none' })
    const fetching = aFetcher(http, { token: TOKEN })(on(registry))
    await expect(fetching).rejects.toMatchObject({ code: 'ERR_BUNDLE_FETCH', message: expect.stringContaining(says) })
    expect(sent(registry)).toEqual([['manifests', undefined]])
  })

  test('by a password is given the token as such', async () => {
    const registry = await aRegistry({ challenge: 'Basic realm="registry"', authorization: BASIC })
    expect(await text(aFetcher(http, { token: TOKEN })(on(registry)))).toBe(BUNDLE.toString())
  })

  describe('and is somewhere on the network', () => {
    const REGISTRY = 'https://registry.org.example'
    const there = `oci://registry.org.example/org/policies:v1@sha256:${sha256(MANIFEST)}`

    test.each([
      { name: 'a neighbour', service: 'https://auth.org.example', basic: BASIC },
      { name: 'a stranger', service: 'https://auth.other.example', basic: undefined },
    ])("sends its token service the user's token where that is $name", async ({ service, basic }) => {
      const issuer = await untilTheEnd(
        serveTls(certificates.server, () => (basic ? { body: { token: ISSUED } } : { status: 403 })),
      )
      const challenge = `Bearer realm="${service}/token"`
      const registry = await aRegistry({ challenge, authorization: `Bearer ${ISSUED}` }, 'server')
      const client = knowing(http, { [REGISTRY]: registry.url, [service]: issuer.url })
      const fetching = aFetcher(client, { token: TOKEN })(address(there))
      if (basic) expect(await text(fetching)).toBe(BUNDLE.toString())
      else
        await expect(fetching).rejects.toMatchObject({
          message: expect.stringContaining('"bundle-token" is not sent there'),
        })
      expect(issuer.seen.map(({ url, headers }) => [url, headers.authorization])).toEqual([
        [`/token?scope=${encodeURIComponent(SCOPE)}`, basic],
      ])
    })

    test('does not make us ask this machine for a token', async () => {
      const near = await untilTheEnd(serve(() => ({ body: { token: ISSUED } })))
      const registry = await aRegistry({ challenge: `Bearer realm="${near.url}"`, authorization: 'x' }, 'server')
      const fetching = aFetcher(knowing(http, { [REGISTRY]: registry.url }))(address(there))
      await expect(fetching).rejects.toMatchObject({ message: expect.stringContaining('not asked over plain http') })
      expect(near.seen).toEqual([])
    })

    test('may keep its layers elsewhere, where no token goes', async () => {
      const elsewhere = await untilTheEnd(serveTls(certificates.server, () => ({ body: BUNDLE })))
      const issuer = await untilTheEnd(serveTls(certificates.server, () => ({ body: { token: ISSUED } })))
      const registry = await aRegistry(
        {
          challenge: `Bearer realm="https://auth.org.example/token"`,
          authorization: `Bearer ${ISSUED}`,
          blobsAt: 'https://storage.example',
        },
        'server',
      )
      const hosts = {
        [REGISTRY]: registry.url,
        'https://auth.org.example': issuer.url,
        'https://storage.example': elsewhere.url,
      }
      expect(await text(aFetcher(knowing(http, hosts), { token: TOKEN })(address(there)))).toBe(BUNDLE.toString())
      expect(elsewhere.seen.map(({ url, headers }) => [url, headers.authorization])).toEqual([
        [`/v2/org/policies/blobs/sha256:${sha256(BUNDLE)}?signature=secret`, undefined],
      ])
    })

    test.each([
      { text: 'oci://registry.example/a/b', origin: 'https://registry.example' },
      { text: 'oci://registry.example:5000/a/b', origin: 'https://registry.example:5000' },
      { text: 'oci://docker.io/a/b', origin: 'https://registry-1.docker.io' },
      { text: 'oci://localhost/a/b', origin: 'https://localhost' },
      { text: 'oci://localhost:5000/a/b', origin: 'http://localhost:5000' },
      { text: 'oci://127.0.0.1:5000/a/b', origin: 'http://127.0.0.1:5000' },
      { text: 'oci://[::1]:5000/a/b', origin: 'http://[::1]:5000' },
      { text: 'oci://10.0.0.1:5000/a/b', origin: 'https://10.0.0.1:5000' },
      { text: 'oci://localhost.example:5000/a/b', origin: 'https://localhost.example:5000' },
    ])('$text is asked at $origin', async ({ text: from, origin }) => {
      const asked: string[] = []
      const nobody: Http = {
        request: async ({ url }) => {
          asked.push(`${url.origin}${url.pathname}`)
          return { status: 404, headers: {}, body: new Uint8Array() }
        },
        close: async () => undefined,
      }
      await expect(aFetcher(nobody)(address(from))).rejects.toMatchObject({ code: 'ERR_BUNDLE_FETCH' })
      expect(asked).toEqual([`${origin}/v2/a/b/manifests/latest`])
    })
  })
})

describe("the user's token", () => {
  test.each([
    { registry: 'https://ghcr.io', service: 'https://ghcr.io/token', may: true },
    { registry: 'https://ghcr.io', service: 'https://ghcr.io:8443/token', may: true },
    { registry: 'https://registry-1.docker.io', service: 'https://auth.docker.io/token', may: true },
    { registry: 'https://registry.gitlab.com', service: 'https://gitlab.com/jwt/auth', may: true },
    { registry: 'https://registry-1.docker.io', service: 'http://auth.docker.io/token', may: false },
    { registry: 'https://registry-1.docker.io', service: 'https://evildocker.io/token', may: false },
    { registry: 'https://ghcr.io', service: 'https://evil.io/token', may: false },
    { registry: 'https://registry', service: 'https://evil.example/token', may: false },
    { registry: 'https://10.0.0.1', service: 'https://10.0.0.2/token', may: false },
    { registry: 'https://10.0.0.1', service: 'https://11.0.0.1/token', may: false },
    { registry: 'https://10.0.0.1', service: 'https://evil.0.0.1.example/token', may: false },
    { registry: 'https://[fd00::1]', service: 'https://[fd00::2]/token', may: false },
    { registry: 'http://127.0.0.1:5000', service: 'http://127.0.0.1:5001/token', may: true },
    { registry: 'http://127.0.0.1:5000', service: 'https://a.0.0.1.example/token', may: false },
  ])('for $registry at $service: $may', ({ registry, service, may }) => {
    expect(mayHaveSecrets(new URL(service), new URL(registry))).toBe(may)
  })
})

describe('a challenge', () => {
  test.each([
    {
      header: 'Bearer realm="https://a/b",service="c d",scope="e"',
      parameters: { realm: 'https://a/b', service: 'c d', scope: 'e' },
    },
    { header: 'bearer realm=https://a/b , service = c', parameters: { realm: 'https://a/b', service: 'c' } },
    { header: 'Bearer realm="a\\"b",realm="c"', parameters: { realm: 'a"b' } },
    { header: 'Bearer __proto__="x",realm="y"', parameters: { ['__proto__']: 'x', realm: 'y' } },
    { header: 'Bearer', parameters: {} },
    { header: 'Bearer realm="open', parameters: {} },
  ])('$header', ({ header, parameters }) => {
    const challenge = parseChallenge(header)
    expect(challenge?.scheme).toBe('bearer')
    expect(Object.entries(challenge?.parameters ?? {})).toEqual(Object.entries(parameters))
  })

  test.each(['', ' ', '="x"', '"Bearer"'])('%j is none', (header) => {
    expect(parseChallenge(header)).toBeUndefined()
  })
})
