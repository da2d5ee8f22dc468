import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { LicenseError } from '../core/errors.js'
import { type Claims, MAX_LICENSE_BYTES, parseClaims } from './verify.js'

/** A public key as JWK (RFC 8037); its `kid` is its thumbprint (RFC 7638). */
export type PublicJwk = {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly kid: string
  readonly alg: 'EdDSA'
  readonly use: 'sig'
}

/** PKCS8 and SPKI as PEM, and the public half as JWK too. */
export type LicenseKeyPair = { readonly privatePem: string; readonly publicPem: string; readonly publicJwk: PublicJwk }

/** A new pair of Ed25519 keys. */
export async function generateKeys(): Promise<LicenseKeyPair> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    privatePem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicPem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    publicJwk: await describeKey(publicKey),
  }
}

/** A licence with these claims, signed by this private key; throws LicenseError for a key or claims that no check would take. */
export async function issueLicense(privatePem: string, claims: Claims): Promise<string> {
  const { CompactSign } = await import('jose')
  const privateKey = parsePrivateKey(privatePem)
  const { kid } = await describeKey(createPublicKey(privateKey))
  const payload = Buffer.from(JSON.stringify(parseClaims(claims)))
  const token = await new CompactSign(payload).setProtectedHeader({ alg: 'EdDSA', kid, typ: 'JWT' }).sign(privateKey)
  if (token.length <= MAX_LICENSE_BYTES) return token
  throw new LicenseError(
    'ERR_LICENSE_CLAIMS',
    `the licence would have over ${MAX_LICENSE_BYTES} characters; give it fewer or shorter claims`,
  )
}

// Without a cause: what OpenSSL says of a private key helps nobody and belongs in no log.
function parsePrivateKey(pem: string): KeyObject {
  let key: KeyObject | undefined
  try {
    key = createPrivateKey({ key: pem, format: 'pem' })
  } catch {
    // Said below, together with keys of another kind.
  }
  if (key?.asymmetricKeyType === 'ed25519') return key
  throw new LicenseError(
    'ERR_LICENSE_KEY',
    'the key to sign with must be a private Ed25519 key as PEM (PKCS8), not encrypted; "stepgate license keygen" makes one',
  )
}

async function describeKey(publicKey: KeyObject): Promise<PublicJwk> {
  const { calculateJwkThumbprint } = await import('jose')
  const { x } = publicKey.export({ format: 'jwk' })
  if (x === undefined) throw new LicenseError('ERR_LICENSE_KEY', 'the public half of the key cannot be read')
  const key = { kty: 'OKP', crv: 'Ed25519', x } as const
  return { ...key, kid: await calculateJwkThumbprint(key), alg: 'EdDSA', use: 'sig' }
}
