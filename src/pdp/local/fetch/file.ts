import type { BundleAddress } from '../../../core/bundle-address.js'
import { sha256Of } from '../private-folder.js'
import { type Cache, isEtag } from './cache.js'
import { badStatus, MAX_BUNDLE_BYTES, wrongDigest } from './failures.js'
import { isSafeForSecrets } from './registry-token.js'
import { type Errand, get } from './request.js'

type FileAddress = Extract<BundleAddress, { readonly kind: 'http' }>

/** The bundle that is one file on a server, as OPA's own bundle API serves it (openpolicyagent.org/docs/management-bundles). */
export async function fetchFile(
  errand: Errand,
  { text, url, sha256: pin }: FileAddress,
  { cache, token }: { readonly cache: Cache | undefined; readonly token: string | undefined },
): Promise<Uint8Array> {
  const found = await cache?.read(text)
  const kept = found && (pin === undefined || sha256Of(found.bytes) === pin) ? found : undefined
  if (kept && pin !== undefined) return kept.bytes
  const isTold = token !== undefined && isSafeForSecrets(url)
  const answer = await get(errand, {
    url,
    accept: 'application/gzip, application/octet-stream, */*',
    maxBytes: MAX_BUNDLE_BYTES,
    ...(kept?.etag !== undefined && { etag: kept.etag }),
    ...(isTold && { authorization: `Bearer ${token}` }),
  })
  // What is kept stands in only where the server says that it is the present one, never for a server that is down.
  if (answer.status === 304 && kept?.etag !== undefined) return kept.bytes
  if (answer.status !== 200) {
    const isWithheld = token !== undefined && !isTold
    throw badStatus(
      url,
      answer.status,
      isWithheld ? { hint: '"bundle-token" is not sent over plain http; use https' } : {},
    )
  }
  const digest = sha256Of(answer.body)
  if (pin !== undefined && digest !== pin) throw wrongDigest(url, 'the bundle', pin, digest)
  const { etag } = answer.headers
  const tag = etag !== undefined && isEtag(etag) ? { etag } : {}
  // With neither of both it could never be used again.
  if (pin !== undefined || 'etag' in tag) await cache?.write(text, { bytes: answer.body, ...tag })
  return answer.body
}
