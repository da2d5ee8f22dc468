import { LicenseError } from '../core/errors.js'
import { isObject, own, parseUtf8 } from '../core/json.js'
import { clip, toLine } from '../core/text.js'
import type { LicenseKey } from './keys.js'

/** More than this is no licence; most have less than one KiB. */
export const MAX_LICENSE_BYTES = 16 * 1024

/** What a licence says; the times are seconds since 1970 (RFC 7519, NumericDate). */
export type Claims = {
  readonly org: string
  readonly sub: string
  readonly features: readonly string[]
  readonly iat: number
  readonly exp: number
  readonly nbf?: number
}

/** The claims of a licence that one of these keys has signed; throws LicenseError. Whether it is in force is not asked here. */
export async function verifyLicense(token: string, keys: readonly LicenseKey[]): Promise<Claims> {
  const header = parseHeader(token)
  const payload = await verifySignature(token, chooseKeys(parseKid(header), keys))
  return parseClaims(parseObject(payload, 'payload'))
}

function parseHeader(token: string): Record<string, unknown> {
  if (token.length > MAX_LICENSE_BYTES) throw malformed(`it has over ${MAX_LICENSE_BYTES} characters`)
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token))
    throw malformed('it must be a compact JWS, three parts in base64url with dots between them')
  const parts = token.split('.').map((part) => Buffer.from(part, 'base64url'))
  // Decoders pass over unused last bits: only one spelling of each part is taken, so that no two tokens are the same licence.
  if (parts.map((part) => part.toString('base64url')).join('.') !== token)
    throw malformed('a part of it is not canonical base64url')
  const header = parseObject(parts[0] ?? Buffer.of(), 'header')
  // RFC 7515, section 4.1.11: what "crit" names must be understood, and we understand none; "b64" (RFC 7797) is one of them.
  const extension = ['crit', 'b64'].find((name) => Object.hasOwn(header, name))
  if (extension)
    throw new LicenseError(
      'ERR_LICENSE_CRIT',
      `the licence has "${extension}" in its header: extensions of JWS are not taken`,
    )
  const alg = own(header, 'alg')
  if (alg !== 'EdDSA')
    throw new LicenseError('ERR_LICENSE_ALGORITHM', `the licence must be signed with "alg" "EdDSA", not ${show(alg)}`)
  return header
}

function parseKid(header: Record<string, unknown>): string | undefined {
  const kid = own(header, 'kid')
  if (kid === undefined || (typeof kid === 'string' && kid !== '')) return kid
  throw malformed('"kid" in its header must be text that is not empty')
}

function chooseKeys(kid: string | undefined, keys: readonly LicenseKey[]): readonly LicenseKey[] {
  const wayOut = 'give "license-public-key" the public key of whoever issued the licence'
  if (keys.length === 0)
    throw new LicenseError('ERR_LICENSE_KEY', `there is no public key to check the licence with; ${wayOut}`)
  const fitting = keys.filter((key) => key.kid === undefined || kid === undefined || key.kid === kid)
  if (fitting.length === 0)
    throw new LicenseError('ERR_LICENSE_KEY', `the licence names the unknown kid ${show(kid)}; ${wayOut}`)
  return fitting
}

async function verifySignature(token: string, keys: readonly LicenseKey[]): Promise<Uint8Array> {
  const { compactVerify, errors } = await import('jose')
  for (const { key } of keys) {
    try {
      return (await compactVerify(token, key, { algorithms: ['EdDSA'] })).payload
    } catch (thrown) {
      if (thrown instanceof errors.JWSSignatureVerificationFailed) continue
      throw malformed('it cannot be read as a JWS')
    }
  }
  const why = 'it was changed, or the public key that was given is not that of its issuer'
  throw new LicenseError('ERR_LICENSE_SIGNATURE', `the signature of the licence does not match: ${why}`)
}

/** The claims in this payload; throws LicenseError. */
export function parseClaims(payload: unknown): Claims {
  const features = own(payload, 'features')
  if (!Array.isArray(features) || !features.every((feature) => typeof feature === 'string')) {
    throw wrongClaim('features', 'a list of texts')
  }
  const nbf = own(payload, 'nbf') === undefined ? {} : { nbf: parseTime(payload, 'nbf') }
  const times = { iat: parseTime(payload, 'iat'), exp: parseTime(payload, 'exp'), ...nbf }
  return { org: parseName(payload, 'org'), sub: parseName(payload, 'sub'), features, ...times }
}

function parseName(payload: unknown, name: string): string {
  const value = own(payload, name)
  if (typeof value === 'string' && value.trim() !== '') return value
  throw wrongClaim(name, 'text that is not empty')
}

// The last second of the year 9999: what comes later is a mistake (often milliseconds), and a Date may not hold it.
const LAST_SECOND = 253_402_300_799

function parseTime(payload: unknown, name: string): number {
  const value = own(payload, name)
  if (typeof value === 'number' && value >= 0 && value <= LAST_SECOND) return value
  throw wrongClaim(name, 'a number of seconds since 1970')
}

// No cause is kept here: the messages of JSON.parse quote what they read, and that is the licence.
function parseObject(bytes: Uint8Array, what: 'header' | 'payload'): Record<string, unknown> {
  let text: string
  let value: unknown
  try {
    text = parseUtf8(bytes)
    value = JSON.parse(text) as unknown
  } catch {
    throw malformed(`its ${what} is not JSON in UTF-8`)
  }
  if (!isObject(value)) throw malformed(`its ${what} is not a JSON object`)
  if (hasDuplicate(text)) throw malformed(`its ${what} has a key twice`)
  return value
}

// RFC 7515, section 4: names must be unique; JSON.parse would take the last. `text` is valid JSON by now.
function hasDuplicate(text: string): boolean {
  const open: Set<string>[] = []
  for (const [token, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g)) {
    if (token === '{') open.push(new Set())
    else if (token === '}') open.pop()
    else if (colon !== undefined) {
      const name = JSON.parse(token.slice(0, -colon.length)) as string
      const names = open.at(-1)
      if (names?.has(name)) return true
      names?.add(name)
    }
  }
  return false
}

const show = (value: unknown): string => clip(toLine(JSON.stringify(value) ?? 'nothing'), 60)

const malformed = (why: string) => new LicenseError('ERR_LICENSE_MALFORMED', `the licence is malformed: ${why}`)

const wrongClaim = (name: string, rule: string) =>
  new LicenseError(
    'ERR_LICENSE_CLAIMS',
    `the claim "${name}" of the licence must be ${rule}; ask its issuer for another`,
  )
