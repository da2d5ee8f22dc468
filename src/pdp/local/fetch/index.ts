import { setTimeout as pass } from 'node:timers/promises'
import type { BundleAddress } from '../../../core/bundle-address.js'
import { PolicyError } from '../../../core/errors.js'
import type { Http } from '../../../core/http.js'
import { openCache } from './cache.js'
import { fetchFile } from './file.js'
import { fetchOci } from './oci.js'
import type { Errand } from './request.js'

export type FetcherOptions = {
  readonly http: Http
  /** The folder in which what was fetched is kept for the next run; without one nothing is. */
  readonly cache?: string
  /** The user's own id, where the system has such: the cache folder has to be that user's alone. */
  readonly uid?: number
  /** The bearer token for the server of the bundle, or the password for its registry. */
  readonly token?: string
  readonly signal: AbortSignal
  /** The time for one bundle, with everything that is asked for it. */
  readonly timeoutMs: number
  /** The time of day in milliseconds. */
  readonly now?: () => number
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<void>
}

export type BundleFetcher = {
  /** The bundle's file as it was made; throws PolicyError where it cannot be had, or is not the one that is pinned. */
  (address: BundleAddress): Promise<Uint8Array>
  /** What was wrong and cost nothing but time: a cache that is not used. */
  readonly notices: () => readonly string[]
}

/** Gets bundles from where the config says. What has no pin is proved by nothing here: its signature still has to be verified. */
export function createBundleFetcher(options: FetcherOptions): BundleFetcher {
  const { http, signal, uid, timeoutMs, now = Date.now } = options
  const pause = options.pause ?? ((ms, until) => pass(ms, undefined, { signal: until }))
  const token = options.token?.trim() || undefined
  const notices = new Set<string>()
  const open = async () =>
    options.cache === undefined
      ? undefined
      : openCache({ folder: options.cache, uid, now, notice: (text) => notices.add(text) })
  let opening: ReturnType<typeof open> | undefined

  const fetchBundle = async (address: BundleAddress): Promise<Uint8Array> => {
    // The header's own error would quote it.
    if (token !== undefined && !/^[\x21-\x7e]+$/.test(token))
      throw new PolicyError('ERR_BUNDLE_FETCH', '"bundle-token" has characters that no token has')
    opening ??= open()
    const errand: Errand = { http, signal, deadline: now() + timeoutMs, now, pause }
    const means = { cache: await opening, token }
    return address.kind === 'http' ? fetchFile(errand, address, means) : fetchOci(errand, address, means)
  }
  return Object.assign(fetchBundle, { notices: () => [...notices] })
}
