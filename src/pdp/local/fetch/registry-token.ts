import { isLoopback } from '../../../core/address.js'
import type { HttpResponse } from '../../../core/http.js'
import { own, parseJson } from '../../../core/json.js'
import { badStatus, fetchFailed } from './failures.js'
import { type Errand, get } from './request.js'

export type Challenge = { readonly scheme: string; readonly parameters: Readonly<Record<string, string>> }

const MAX_TOKEN_BYTES = 1024 * 1024
// Registries look at the password alone where it is a token.
const USER = 'stepgate'

const basic = (token: string): string => `Basic ${Buffer.from(`${USER}:${token}`).toString('base64')}`

/** True for where a secret may be sent: over TLS, or not over a wire at all. */
export const isSafeForSecrets = ({ protocol, hostname }: URL): boolean => protocol === 'https:' || isLoopback(hostname)

/**
 * The header with which this registry lets one read the repository, after it has answered 401 (distribution.github.io/distribution:
 * token authentication). Without a token of the user's it is an anonymous one, as for what is public.
 */
export async function authorizeAt(
  errand: Errand,
  {
    registry,
    repository,
    token,
  }: { readonly registry: URL; readonly repository: string; readonly token: string | undefined },
  refusal: HttpResponse,
): Promise<string> {
  const challenge = parseChallenge(refusal.headers['www-authenticate'] ?? '')
  if (challenge?.scheme === 'basic' && token !== undefined && isSafeForSecrets(registry)) return basic(token)
  const realm = challenge?.scheme === 'bearer' ? challenge.parameters.realm : undefined
  if (challenge === undefined || realm === undefined) throw badStatus(registry, 401)
  const url = parseRealm(realm, registry)
  const { service, scope = `repository:${repository}:pull` } = challenge.parameters
  if (service !== undefined) url.searchParams.set('service', service)
  url.searchParams.set('scope', scope)
  const isTrusted = token !== undefined && mayHaveSecrets(url, registry)
  const answer = await get(errand, {
    url,
    accept: 'application/json',
    maxBytes: MAX_TOKEN_BYTES,
    maxRedirects: 0,
    ...(isTrusted && { authorization: basic(token) }),
  })
  if (answer.status !== 200) {
    const withheld = `"bundle-token" is not sent there: its host is neither that of the registry nor a neighbour of it`
    throw badStatus(url, answer.status, token !== undefined && !isTrusted ? { hint: withheld } : {})
  }
  return `Bearer ${readToken(url, answer.body)}`
}

/** The first challenge of this header (RFC 9110, section 11.6.1). */
export function parseChallenge(header: string): Challenge | undefined {
  const [start, scheme] = /^\s*([a-z]+)(?=\s|$)/i.exec(header) ?? []
  if (start === undefined || scheme === undefined) return undefined
  const parameter = /\s*,?\s*([a-z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/iy
  parameter.lastIndex = start.length
  const parameters: Record<string, string> = Object.create(null)
  for (let found = parameter.exec(header); found; found = parameter.exec(header)) {
    const [, name = '', quoted, plain = ''] = found
    parameters[name.toLowerCase()] ??= quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1')
  }
  return { scheme: scheme.toLowerCase(), parameters }
}

// The registry chooses whom we ask: somewhere on the network over TLS, and on this machine only where it is there itself.
function parseRealm(realm: string, registry: URL): URL {
  if (!URL.canParse(realm)) throw fetchFailed(registry, 'names a token service that is no URL')
  const url = new URL(realm)
  if (url.username !== '' || url.password !== '')
    throw fetchFailed(registry, 'names a token service with credentials in its address')
  const isNear = url.protocol === 'http:' && isLoopback(url.hostname) && isLoopback(registry.hostname)
  if (url.protocol !== 'https:' && !isNear)
    throw fetchFailed(
      registry,
      `names the token service ${JSON.stringify(url.origin)}, which is not asked over plain http`,
    )
  return url
}

/**
 * True where the user's token may go to this token service: on the registry's own host, or a neighbour of it as auth.docker.io is of
 * registry-1.docker.io, and gitlab.com of registry.gitlab.com. A neighbour shares all but the first label, and at least two of them,
 * so that no host is a neighbour of a whole top-level domain. That some of these (azurecr.io, co.uk) are of many owners gives
 * nothing away: the registry itself names the service, and it is told the token anyway.
 */
export function mayHaveSecrets(service: URL, registry: URL): boolean {
  if (!isSafeForSecrets(service)) return false
  if (service.hostname === registry.hostname) return true
  const parent = registry.hostname.split('.').slice(1).join('.')
  const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(registry.hostname)
  if (!isName || !parent.includes('.')) return false
  return service.hostname === parent || service.hostname.endsWith(`.${parent}`)
}

function readToken(url: URL, body: Uint8Array): string {
  let answer: unknown
  try {
    answer = parseJson(body)
  } catch {
    throw fetchFailed(url, 'answers no JSON, where it has to give a token')
  }
  const token = own(answer, 'token') ?? own(answer, 'access_token')
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) throw fetchFailed(url, 'answers without a token')
  return token
}
