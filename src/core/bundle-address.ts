import { parseAddress } from './address.js'

/** Where a bundle is fetched from, and the digest that its content has to have. */
export type BundleAddress = {
  /** As the config has it. */
  readonly text: string
  /** sha256 in hex: of the file for `https:`, of the manifest for `oci:`. */
  readonly sha256?: string
} & (
  | { readonly kind: 'http'; readonly url: URL }
  | {
      readonly kind: 'oci'
      /** Host and port. */
      readonly registry: string
      readonly repository: string
      readonly tag: string
    }
)

/** True for what is an address and no path. */
export const isAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(text)

const PIN = /[@#]sha256[:=]([^/]*)$/
// The names of the distribution specification (github.com/opencontainers/distribution-spec, pulling manifests).
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/
const TAG = /^\w[\w.-]{0,127}$/

/** This text as the address of a bundle: `https://…/bundle.tar.gz@sha256:…` or `oci://registry/name:tag@sha256:…`. */
export function parseBundleAddress(text: string): BundleAddress | { readonly wrong: string } {
  const pin = PIN.exec(text)
  const sha256 = pin?.[1]?.toLowerCase()
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256))
    return { wrong: 'is pinned by something that is no sha256' }
  const plain = pin ? text.slice(0, pin.index) : text
  const pinned = { text, ...(sha256 !== undefined && { sha256 }) }
  if (/^oci:/i.test(plain)) {
    return parseOci(plain, pinned)
  }
  const address = parseAddress(plain, ['https', 'http', 'oci'])
  return 'wrong' in address ? address : { ...pinned, kind: 'http', url: address.url }
}

function parseOci(
  text: string,
  pinned: { readonly text: string; readonly sha256?: string },
): BundleAddress | { readonly wrong: string } {
  const [, registry = '', rest = ''] = /^oci:\/\/([^/]+)\/(.+)$/i.exec(text) ?? []
  if (registry.includes('@'))
    return { wrong: 'has credentials in it, which end up in logs; give them as an input instead' }
  const colon = rest.lastIndexOf(':')
  const repository = colon > 0 ? rest.slice(0, colon) : rest
  const tag = colon > 0 ? rest.slice(colon + 1) : 'latest'
  if (!/^([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d+)?$/i.test(registry) || !URL.canParse(`https://${registry}/`))
    return { wrong: 'names no registry' }
  if (!REPOSITORY.test(repository)) return { wrong: 'names no repository of a registry' }
  if (!TAG.test(tag)) return { wrong: 'has a tag that is none' }
  return { ...pinned, kind: 'oci', registry, repository, tag }
}
