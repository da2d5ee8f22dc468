import { createPublicKey, type KeyObject } from 'node:crypto'
import { LicenseError } from '../core/errors.js'
import { isObject, own } from '../core/json.js'

/** A public Ed25519 key; one with a `kid` checks no licence that names another. */
export type LicenseKey = { readonly kid?: string; readonly key: KeyObject }

/** The keys that are built in, as a JWKS (RFC 7517). Empty until the project's owner publishes a key of its own. */
export const BUILT_IN: { readonly keys: readonly unknown[] } = { keys: [] }

/** The built-in keys and those of this input, which `name` names; throws LicenseError where that is no public Ed25519 key. */
export async function parseKeys(input: string, name = '"license-public-key"'): Promise<readonly LicenseKey[]> {
  const text = input.trim()
  return [...parseSet(BUILT_IN.keys, 'the built-in key'), ...(text === '' ? [] : parseInput(text, name))]
}

function parseInput(text: string, name: string): readonly LicenseKey[] {
  if (text.includes('PRIVATE KEY-----')) throw privateKey(name)
  if (text.startsWith('{')) return parseJwks(text, name)
  const pem = /^-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----$/.exec(text)
  if (pem) return [{ key: parseSpki(Buffer.from(pem[1] ?? '', 'base64'), name) }]
  const rule = 'must be one PEM block ("-----BEGIN PUBLIC KEY-----") or a JWK; give the key itself, not its path'
  throw new LicenseError('ERR_LICENSE_KEY', `${name} ${rule}`)
}

// The lines of a PEM may have been folded into one on the way through YAML: what counts is the DER inside.
function parseSpki(der: Buffer, name: string): KeyObject {
  const key = create(name, () => createPublicKey({ key: der, format: 'der', type: 'spki' }))
  if (!key.export({ format: 'der', type: 'spki' }).equals(der)) throw wrongKey(name)
  return key
}

function parseJwks(text: string, name: string): readonly LicenseKey[] {
  const value = parseJsonText(text, name)
  if (!isObject(value) || !Object.hasOwn(value, 'keys')) return [parseJwk(value, name)]
  const keys = own(value, 'keys')
  if (!Array.isArray(keys) || keys.length === 0)
    throw new LicenseError('ERR_LICENSE_KEY', `${name} is a JWKS without any key`)
  return parseSet(keys, name)
}

function parseJsonText(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // The parser's message quotes what it read, and that may be a private key: it is not passed on.
    throw new LicenseError('ERR_LICENSE_KEY', `${name} is neither a PEM nor valid JSON`)
  }
}

const parseSet = (keys: readonly unknown[], name: string): readonly LicenseKey[] =>
  keys.map((jwk) => parseJwk(jwk, name))

function parseJwk(jwk: unknown, name: string): LicenseKey {
  // `d` is the private half (RFC 8037, section 2), `k` a shared secret.
  if (own(jwk, 'd') !== undefined || own(jwk, 'k') !== undefined) throw privateKey(name)
  const x = own(jwk, 'x')
  if (own(jwk, 'kty') !== 'OKP' || own(jwk, 'crv') !== 'Ed25519' || typeof x !== 'string') throw wrongKey(name)
  const alg = own(jwk, 'alg')
  const use = own(jwk, 'use')
  const operations = own(jwk, 'key_ops')
  const meant =
    (alg === undefined || alg === 'EdDSA') &&
    (use === undefined || use === 'sig') &&
    (operations === undefined || (Array.isArray(operations) && operations.includes('verify')))
  if (!meant)
    throw new LicenseError(
      'ERR_LICENSE_KEY',
      `${name} is a JWK for another purpose: "alg" must be "EdDSA" and "use" "sig", or left out`,
    )
  const key = create(name, () => createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }))
  if (key.export({ format: 'jwk' }).x !== x) throw wrongKey(name)
  const kid = own(jwk, 'kid')
  if (kid === undefined) return { key }
  if (typeof kid !== 'string' || kid === '')
    throw new LicenseError('ERR_LICENSE_KEY', `"kid" of ${name} must be text that is not empty`)
  return { kid, key }
}

function create(name: string, make: () => KeyObject): KeyObject {
  let key: KeyObject
  try {
    key = make()
  } catch {
    throw wrongKey(name)
  }
  if (key.type !== 'public' || key.asymmetricKeyType !== 'ed25519') throw wrongKey(name)
  return key
}

const wrongKey = (name: string) =>
  new LicenseError('ERR_LICENSE_KEY', `${name} is not a public Ed25519 key; "stepgate license keygen" makes a pair`)

const privateKey = (name: string) =>
  new LicenseError(
    'ERR_LICENSE_KEY',
    `${name} holds a private or secret key: replace that key, for it is known now, and give the public one`,
  )
