import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from '@jest/globals'
import { type BundleAddress, parseBundleAddress } from '../../src/core/bundle-address.js'
import type { Http } from '../../src/core/http.js'
import { type BundleFetcher, createBundleFetcher, type FetcherOptions } from '../../src/pdp/local/fetch/index.js'
import type { Loopback } from './loopback.js'

const folders: string[] = []
const servers: Loopback[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** The same server, until the end of the test. */
export async function untilTheEnd(starting: Promise<Loopback>): Promise<Loopback> {
  const server = await starting
  servers.push(server)
  return server
}

/** A path at which a cache can be made, in a folder that goes with the test. */
export async function aCache(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stepgate-fetch-'))
  folders.push(folder)
  return join(folder, 'cache')
}

export function address(text: string): BundleAddress {
  const parsed = parseBundleAddress(text)
  if ('wrong' in parsed) throw new Error(parsed.wrong)
  return parsed
}

/** The id of whoever runs the tests, where there is such. */
export const me = process.getuid?.()

/** A fetcher that does not wait. */
export const aFetcher = (http: Http, options: Partial<FetcherOptions> = {}): BundleFetcher =>
  createBundleFetcher({
    http,
    signal: new AbortController().signal,
    timeoutMs: 10_000,
    pause: async () => undefined,
    ...(me !== undefined && { uid: me }),
    ...options,
  })
