import type { LookupAddress, LookupAllOptions } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPrivateIp } from '../core/address.js'
import { HttpError } from '../core/http.js'

/** What becomes of a name: all its addresses, as `dns.lookup` gives them. */
export type Lookup = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

export const refusePlain = (host: string, why: string): HttpError =>
  new HttpError(
    'refused-address',
    `plain http to ${host} was refused, ${why}: use https, or give "allow-insecure: true"`,
  )

/**
 * The addresses of a name that are private. It answers for the connection itself, so that no other answer of DNS a moment later
 * can lead elsewhere.
 */
export const privateLookup =
  (lookup: Lookup): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, [])
      const near = addresses.filter(({ address }) => isPrivateIp(address))
      const [first] = near
      if (!first) return callback(refusePlain(hostname, 'which is no private address'), [])
      // Where Node tries IPv6 and IPv4 side by side it asks for all of them, else for one.
      if (options.all) callback(null, near)
      else callback(null, first.address, first.family)
    })
  }
