import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Http } from '../../src/core/http.js'
import type { Certificate } from './certificates.js'
import { type Handler, type Loopback, type Reply, type Seen, serve } from './loopback.js'

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** The same as `serve`, over TLS. */
export async function serveTls({ cert, key }: Certificate, handler: Handler): Promise<Loopback> {
  const plain = await serve(handler)
  const files = { cert: readFileSync(cert), key: readFileSync(key) }
  const server = createServer(files, (request, response) => plain.server.emit('request', request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.close()
    server.closeAllConnections()
    await plain.close()
  }
  return { ...plain, url: `https://127.0.0.1:${port}`, port, close }
}

/** A client for which these hosts are at these addresses: the names of registries that are not on this machine. */
export const knowing = (http: Http, hosts: Readonly<Record<string, string>>): Http => ({
  ...http,
  request: (request) => {
    const at = hosts[request.url.origin]
    const path = `${request.url.pathname}${request.url.search}`
    return http.request(at === undefined ? request : { ...request, url: new URL(path, at) })
  },
})

export const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip'
export const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
export const INDEX = 'application/vnd.oci.image.index.v1+json'

/** A descriptor of this content, with what is different about it. */
export const describing = (bytes: Uint8Array, changes: object = {}) => ({
  mediaType: LAYER,
  digest: `sha256:${sha256(bytes)}`,
  size: bytes.length,
  ...changes,
})

/** A manifest as `oras push` writes it for a bundle, with what is different about it. */
export const manifestOf = (layers: readonly object[], changes: object = {}): string =>
  JSON.stringify({
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: describing(Buffer.from('{}'), { mediaType: 'application/vnd.oci.image.config.v1+json' }),
    layers,
    ...changes,
  })

export type RegistryContent = {
  readonly repository: string
  /** By tag: the text of the manifest. It is found by its digest too. */
  readonly manifests: Readonly<Record<string, string>>
  readonly blobs: readonly Uint8Array[]
  /** The header of a refusal, where nobody may read without that authorization. */
  readonly challenge?: string
  readonly authorization?: string
  /** Where blobs are instead: the registry redirects there. */
  readonly blobsAt?: string
  /** What is answered otherwise than it should be. */
  readonly astray?: (path: string) => Reply | undefined
}

/** What a registry that follows the distribution specification answers to a pull. */
export function answerAsRegistry({ url, headers }: Seen, content: RegistryContent): Reply {
  const [path = ''] = url.split('?')
  const { challenge, authorization } = content
  if (challenge !== undefined && headers.authorization !== authorization)
    return {
      status: 401,
      headers: { 'www-authenticate': challenge },
      body: { errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }] },
    }
  const astray = content.astray?.(path)
  if (astray) return astray
  const under = (kind: string) =>
    path.startsWith(`/v2/${content.repository}/${kind}/`) ? (path.split('/').at(-1) ?? '') : undefined
  const reference = under('manifests')
  for (const [tag, text] of Object.entries(content.manifests))
    if (reference === tag || reference === `sha256:${sha256(text)}`)
      return {
        headers: {
          'content-type': MANIFEST,
          'docker-content-digest': `sha256:${sha256(text)}`,
          // Said to a HEAD too: OPA begins with one.
          'content-length': `${Buffer.byteLength(text)}`,
        },
        body: text,
      }
  const digest = under('blobs')
  const blob = content.blobs.find((bytes) => digest === `sha256:${sha256(bytes)}`)
  if (blob && content.blobsAt !== undefined)
    return { status: 307, headers: { location: `${content.blobsAt}${path}?signature=secret` } }
  if (blob) return { headers: { 'content-type': 'application/octet-stream' }, body: blob }
  return { status: 404, body: { errors: [{ code: reference ? 'MANIFEST_UNKNOWN' : 'BLOB_UNKNOWN' }] } }
}

/** A registry on this machine that has this. */
export const startRegistry = (content: RegistryContent, tls?: Certificate): Promise<Loopback> => {
  const handler: Handler = (seen) => answerAsRegistry(seen, content)
  return tls ? serveTls(tls, handler) : serve(handler)
}
