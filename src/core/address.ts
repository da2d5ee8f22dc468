/** An address that the config names: of an OPA server, a bundle or a decision log service. */
export type Address = { readonly url: URL } | { readonly wrong: string }

/** This text as the base of requests; credentials, queries and fragments have no place in it. What is wrong never quotes the text. */
export function parseAddress(text: string, schemes: readonly string[] = ['http', 'https']): Address {
  if (!URL.canParse(text)) return { wrong: 'is no URL' }
  const url = new URL(text)
  const scheme = url.protocol.slice(0, -1)
  if (!schemes.includes(scheme)) return { wrong: `must be an address of ${schemes.join(' or ')}` }
  if (url.username !== '' || url.password !== '' || /^[^/]*\/\/[^/?#]*@/.test(text)) {
    return { wrong: 'has credentials in it, which end up in logs; give them as an input instead' }
  }
  if (url.hostname === '') return { wrong: 'names no host' }
  if (url.search !== '' || url.hash !== '') return { wrong: 'must not have a query or a fragment' }
  return { url }
}

/** This path below the base, whose own path stays. */
export function below(base: URL, path: string): URL {
  const url = new URL(base.href)
  url.pathname = `${base.pathname.replace(/\/+$/, '')}/${path}`
  return url
}

/** True for the machine itself, by name or number. */
export const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/i.test(hostname)

const PRIVATE_V4 = [/^127\./, /^10\./, /^192\.168\./, /^172\.(1[6-9]|2\d|3[01])\./]

/**
 * True for an IP address that no router carries beyond the own network: loopback, and private use (RFC 1918, RFC 4193). Link-local
 * addresses are none of them: clouds answer there with the credentials of a machine.
 */
export function isPrivateIp(ip: string): boolean {
  const plain = ip.replace(/^\[|\]$/g, '').toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1]
  const v4 = mapped ?? (/^\d+\.\d+\.\d+\.\d+$/.test(plain) ? plain : undefined)
  if (v4 !== undefined) return PRIVATE_V4.some((range) => range.test(v4))
  return plain === '::1' || /^f[cd][0-9a-f]{2}:/.test(plain)
}
