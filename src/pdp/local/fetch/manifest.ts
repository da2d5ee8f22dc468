import { isObject, own, parseJson } from '../../../core/json.js'

/** The one layer of a manifest that is the bundle. */
export type Layer = { readonly sha256: string; readonly size: number }

const OCI = 'application/vnd.oci.image.manifest.v1+json'
const DOCKER = 'application/vnd.docker.distribution.manifest.v2+json'
const INDEXES = ['application/vnd.oci.image.index.v1+json', 'application/vnd.docker.distribution.manifest.list.v2+json']
/** An index is asked for too, so that the answer can say that it is one. */
export const MANIFEST_TYPES = [OCI, DOCKER, ...INDEXES].join(', ')
// The only type of layer in which OPA's own downloader finds a bundle.
const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip'

/** The layer in this manifest (github.com/opencontainers/image-spec), or why there is none to take. */
export function parseManifest(bytes: Uint8Array): Layer | { readonly wrong: string } {
  let manifest: unknown
  try {
    manifest = parseJson(bytes)
  } catch {
    return { wrong: 'is no JSON' }
  }
  const type = own(manifest, 'mediaType')
  if ((typeof type === 'string' && INDEXES.includes(type)) || own(manifest, 'manifests') !== undefined)
    return {
      wrong:
        'is an index of several manifests, of which none is chosen here; name the digest of the one that holds the bundle',
    }
  if (type !== undefined && type !== OCI && type !== DOCKER) return { wrong: 'is of a type that is not known' }
  const layers = own(manifest, 'layers')
  if (own(manifest, 'schemaVersion') !== 2 || !Array.isArray(layers)) return { wrong: 'is no image manifest' }
  const bundles = layers.filter((layer: unknown) => own(layer, 'mediaType') === LAYER)
  if (bundles.length === 0) return { wrong: `has no layer of the type ${LAYER}, in which "oras push" puts a bundle` }
  if (bundles.length > 1)
    return { wrong: `has ${bundles.length} layers of the type ${LAYER}; a bundle is one of them alone` }
  return parseLayer(bundles[0])
}

function parseLayer(layer: unknown): Layer | { readonly wrong: string } {
  const digest = own(layer, 'digest')
  const size = own(layer, 'size')
  const [, sha256] = (typeof digest === 'string' && /^sha256:([0-9a-f]{64})$/.exec(digest)) || []
  if (!isObject(layer) || sha256 === undefined) return { wrong: 'names its layer by something that is no sha256' }
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
    return { wrong: 'gives its layer a size that is none' }
  return { sha256, size }
}
