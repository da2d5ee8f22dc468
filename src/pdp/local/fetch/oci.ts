import { isLoopback } from '../../../core/address.js'
import type { BundleAddress } from '../../../core/bundle-address.js'
import type { HttpResponse } from '../../../core/http.js'
import { parseJson, parseUtf8 } from '../../../core/json.js'
import { sha256Of } from '../private-folder.js'
import type { Cache } from './cache.js'
import { badStatus, fetchFailed, MAX_BUNDLE_BYTES, registryCode, tooLarge, wrongDigest } from './failures.js'
import { type Layer, MANIFEST_TYPES, parseManifest } from './manifest.js'
import { authorizeAt } from './registry-token.js'
import { type Errand, get, type Wanted } from './request.js'

type OciAddress = Extract<BundleAddress, { readonly kind: 'oci' }>
type Found = { readonly bytes: Uint8Array; readonly layer: Layer }

// What registries have to take at least (distribution specification, pushing manifests).
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024

/** The bundle in a registry, pulled as the distribution specification has it (github.com/opencontainers/distribution-spec). */
export async function fetchOci(
  errand: Errand,
  address: OciAddress,
  { cache, token }: { readonly cache: Cache | undefined; readonly token: string | undefined },
): Promise<Uint8Array> {
  const kept = await cache?.read(address.text)
  const keptManifest = kept?.manifest === undefined ? undefined : new TextEncoder().encode(kept.manifest)
  if (kept && keptManifest && sha256Of(keptManifest) === address.sha256) {
    const layer = parseManifest(keptManifest)
    if ('sha256' in layer && layer.sha256 === sha256Of(kept.bytes)) return kept.bytes
  }
  const registry = registryUrl(address)
  const ask = createAsking(errand, { registry, repository: address.repository, token })
  const reference = address.sha256 === undefined ? address.tag : `sha256:${address.sha256}`
  const found = await fetchManifest(ask, below(registry, address, `manifests/${reference}`), address.sha256)
  const { layer, bytes: manifest } = found
  // The digest is the ETag here: what has it is the content, wherever it is from.
  if (kept && sha256Of(kept.bytes) === layer.sha256) {
    if (kept.manifest !== parseUtf8(manifest))
      await cache?.write(address.text, { bytes: kept.bytes, manifest: parseUtf8(manifest) })
    return kept.bytes
  }
  const bytes = await fetchLayer(ask, below(registry, address, `blobs/sha256:${layer.sha256}`), layer)
  await cache?.write(address.text, { bytes, manifest: parseUtf8(manifest) })
  return bytes
}

// A registry on this machine is asked in plain http, as docker does; "docker.io" is a name and not the host that serves it.
function registryUrl({ registry }: OciAddress): URL {
  const isNear = /:\d+$/.test(registry) && isLoopback(registry.replace(/:\d+$/, ''))
  const host = registry.toLowerCase() === 'docker.io' ? 'registry-1.docker.io' : registry
  const url = new URL(`${isNear ? 'http' : 'https'}://${host}/`)
  return new URL(url.origin)
}

const below = (registry: URL, { repository }: OciAddress, path: string): URL =>
  new URL(`/v2/${repository}/${path}`, registry)

type Ask = (wanted: Wanted) => Promise<HttpResponse>

/** Asks without a token first: who is to be asked for one, the registry says by refusing. */
function createAsking(
  errand: Errand,
  access: { readonly registry: URL; readonly repository: string; readonly token: string | undefined },
): Ask {
  let authorization: string | undefined
  return async (wanted) => {
    const send = () => get(errand, { ...wanted, ...(authorization !== undefined && { authorization }) })
    const answer = await send()
    if (answer.status !== 401) return answer
    authorization = await authorizeAt(errand, access, answer)
    return send()
  }
}

async function fetchManifest(ask: Ask, url: URL, pin: string | undefined): Promise<Found> {
  const answer = await ask({ url, accept: MANIFEST_TYPES, maxBytes: MAX_MANIFEST_BYTES })
  refuseStatus(url, answer)
  const said = /^sha256:([0-9a-f]{64})$/.exec(answer.headers['docker-content-digest'] ?? '')?.[1]
  const digest = sha256Of(answer.body)
  for (const expected of [pin, said])
    if (expected !== undefined && expected !== digest) throw wrongDigest(url, 'the manifest', expected, digest)
  const layer = parseManifest(answer.body)
  if ('wrong' in layer) throw fetchFailed(url, layer.wrong)
  if (layer.size > MAX_BUNDLE_BYTES) throw tooLarge(url, MAX_BUNDLE_BYTES)
  return { bytes: answer.body, layer }
}

async function fetchLayer(ask: Ask, url: URL, { sha256, size }: Layer): Promise<Uint8Array> {
  const answer = await ask({ url, accept: 'application/octet-stream, */*', maxBytes: MAX_BUNDLE_BYTES })
  refuseStatus(url, answer)
  const digest = sha256Of(answer.body)
  if (digest !== sha256) throw wrongDigest(url, 'the layer', sha256, digest)
  if (answer.body.length !== size)
    throw fetchFailed(url, `has ${answer.body.length} bytes, and its manifest says ${size}`)
  return answer.body
}

function refuseStatus(url: URL, { status, body }: HttpResponse): void {
  if (status === 200) return
  let code: string | undefined
  try {
    code = registryCode(parseJson(body))
  } catch {
    code = undefined
  }
  throw badStatus(url, status, code === undefined ? {} : { code })
}
