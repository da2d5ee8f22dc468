import { join } from 'node:path'
import { messageOf } from '../../../core/errors.js'
import { own, parseJson } from '../../../core/json.js'
import { type Bounds, evict, readPrivate, replacePrivate, sha256Of, unfit } from '../private-folder.js'
import { MAX_BUNDLE_BYTES } from './failures.js'

/**
 * What was fetched before, in a folder of this user alone. It proves nothing: what comes out of it is used only where the pin of the
 * trusted config holds, or the signature, which OPA's own code verifies afterwards, as for what comes over the network. What remains:
 * where there is a signature alone, who can write here can put an older bundle of the same signer beside the server's present ETag,
 * and the server's honest 304 then speaks for it. Hence the owner, the mode and the hash are looked at each time; whoever needs more
 * pins the address. (By tag from a registry this is no way in: the manifest is always asked for, and its digest decides.)
 */
export type Cache = {
  /** What is kept for this address, with its content as it was put there; undefined where there is none to trust. */
  readonly read: (address: string) => Promise<Kept | undefined>
  readonly write: (address: string, kept: Kept) => Promise<void>
}

export type Kept = {
  readonly bytes: Uint8Array
  readonly etag?: string
  /** The manifest that named this content, in a registry: what the pin of its address speaks of. */
  readonly manifest?: string
}

export type CacheOptions = {
  /** Absolute; made where it is not there. */
  readonly folder: string
  /** The user's, who alone may own and write it; undefined on systems that have none (Windows). */
  readonly uid: number | undefined
  readonly now: () => number
  readonly notice: (text: string) => void
}

const MAX_RECORD_BYTES = 8 * 1024 * 1024
const BOUNDS: Bounds = { endings: ['.tar.gz', '.json'], maxEntries: 64, maxBytes: 256 * 1024 * 1024 }

/** The cache in this folder, or undefined with a notice where the folder cannot be one. */
export async function openCache({ folder, uid, now, notice }: CacheOptions): Promise<Cache | undefined> {
  const why = await unfit(folder, uid)
  if (why !== undefined) {
    notice(`fetched bundles are not kept: the cache folder ${JSON.stringify(folder)} ${why}`)
    return undefined
  }
  const paths = (address: string) => {
    const name = join(folder, sha256Of(address))
    return { content: `${name}.tar.gz`, record: `${name}.json` }
  }
  return {
    read: async (address) => {
      const { content, record } = paths(address)
      try {
        const [about, bytes] = [
          parseJson(await readPrivate(record, MAX_RECORD_BYTES, uid)),
          await readPrivate(content, MAX_BUNDLE_BYTES, uid),
        ]
        const [etag, manifest] = [own(about, 'etag'), own(about, 'manifest')]
        if (own(about, 'address') !== address || own(about, 'sha256') !== sha256Of(bytes)) return undefined
        return {
          bytes,
          ...(typeof etag === 'string' && isEtag(etag) && { etag }),
          ...(typeof manifest === 'string' && { manifest }),
        }
      } catch {
        // Not there, half there or not ours to read: it is fetched anew, and written over.
        return undefined
      }
    },
    write: async (address, { bytes, etag, manifest }) => {
      const { content, record } = paths(address)
      const about = { address, etag, sha256: sha256Of(bytes), fetched: new Date(now()).toISOString(), manifest }
      try {
        await replacePrivate(content, bytes)
        await replacePrivate(record, JSON.stringify(about))
        await evict(folder, BOUNDS, now())
      } catch (thrown) {
        notice(`the fetched bundle is not kept in ${JSON.stringify(folder)}: ${messageOf(thrown)}`)
      }
    },
  }
}

/** True for an entity tag that can be sent back as it is (RFC 9110, section 8.8.3). */
export const isEtag = (text: string): boolean => /^(W\/)?"[\x21\x23-\x7e]{0,500}"$/.test(text)
