import { createHash, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { generateKeys, issueLicense } from '../../src/license/issue.js'
import { BUILT_IN, parseKeys } from '../../src/license/keys.js'

const ed25519 = generateKeyPairSync('ed25519')
const ed448 = generateKeyPairSync('ed448')
const x25519 = generateKeyPairSync('x25519')
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })

type Pair = Pick<typeof ed25519, 'publicKey' | 'privateKey'>
const spki = ({ publicKey }: Pair) => publicKey.export({ format: 'pem', type: 'spki' }).toString()
const pkcs8 = ({ privateKey }: Pair) => privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
const jwk = (pair: Pair) => pair.publicKey.export({ format: 'jwk' })
const json = JSON.stringify

test('no key is built in yet', async () => {
  expect(BUILT_IN.keys).toEqual([])
  expect(await parseKeys(' \n')).toEqual([])
})

const pem = spki(ed25519)
const ours = jwk(ed25519)

describe('a public Ed25519 key is taken', () => {
  test.each([
    { name: 'a PEM', input: pem },
    { name: 'a PEM with white space around', input: `\n  ${pem}\n` },
    { name: 'a PEM with CRLF', input: pem.replaceAll('\n', '\r\n') },
    { name: 'a PEM that YAML folded into one line', input: pem.replaceAll('\n', ' ') },
    { name: 'a JWK', input: json(ours) },
    { name: 'a JWK that says what it is for', input: json({ ...ours, alg: 'EdDSA', use: 'sig', key_ops: ['verify'] }) },
    { name: 'a JWK with kid', input: json({ ...ours, kid: 'a' }), kid: 'a' },
    { name: 'a JWKS', input: json({ keys: [{ ...ours, kid: 'a' }] }), kid: 'a' },
  ])('$name', async ({ input, kid }) => {
    const [key, ...more] = await parseKeys(input)
    expect(more).toEqual([])
    expect(key?.kid).toBe(kid)
    expect(key?.key.export({ format: 'jwk' })).toEqual(ours)
  })

  test('a JWKS of two keys', async () => {
    expect(await parseKeys(json({ keys: [ours, jwk(generateKeyPairSync('ed25519'))] }))).toHaveLength(2)
  })
})

const der = (bytes: Buffer) => `-----BEGIN PUBLIC KEY-----\n${bytes.toString('base64')}\n-----END PUBLIC KEY-----`
const ourDer = ed25519.publicKey.export({ format: 'der', type: 'spki' })

describe('anything else is refused', () => {
  test.each([
    { name: 'a private PEM', input: pkcs8(ed25519) },
    { name: 'a private PEM below a public one', input: pem + pkcs8(ed25519) },
    { name: 'a private key that calls itself public', input: pkcs8(ed25519).replaceAll('PRIVATE', 'PUBLIC') },
    { name: 'a private JWK', input: json(ed25519.privateKey.export({ format: 'jwk' })) },
    { name: 'a JWKS with a private key', input: json({ keys: [ours, ed25519.privateKey.export({ format: 'jwk' })] }) },
    { name: 'a shared secret as JWK', input: json({ kty: 'oct', k: 'c2VjcmV0' }) },
    { name: 'RSA as PEM', input: spki(rsa) },
    { name: 'RSA as PKCS1', input: rsa.publicKey.export({ format: 'pem', type: 'pkcs1' }).toString() },
    { name: 'RSA as JWK', input: json(jwk(rsa)) },
    { name: 'Ed448 as PEM', input: spki(ed448) },
    { name: 'Ed448 as JWK', input: json(jwk(ed448)) },
    { name: 'Ed448 as JWK that says Ed25519', input: json({ ...jwk(ed448), crv: 'Ed25519' }) },
    { name: 'X25519 as PEM', input: spki(x25519) },
    { name: 'X25519 as JWK', input: json(jwk(x25519)) },
    { name: 'EC as PEM', input: spki(ec) },
    { name: 'EC as JWK', input: json(jwk(ec)) },
    { name: 'two PEM blocks', input: pem + spki(generateKeyPairSync('ed25519')) },
    { name: 'a PEM with text before it', input: `key: ${pem}` },
    { name: 'a PEM with bytes after the key', input: der(Buffer.concat([ourDer, Buffer.from([0])])) },
    { name: 'a PEM cut short', input: der(ourDer.subarray(0, 40)) },
    { name: 'an empty PEM', input: der(Buffer.of()) },
    { name: 'a path', input: './license.pub' },
    { name: 'broken JSON', input: '{"kty":' },
    { name: 'an empty JWK', input: '{}' },
    { name: 'a JWKS without keys', input: '{"keys":[]}' },
    { name: 'a JWKS whose keys are no list', input: '{"keys":{}}' },
    { name: 'a JWKS of null', input: '{"keys":[null]}' },
    { name: 'a JWK on the prototype', input: `{"__proto__":${json(ours)}}` },
    { name: 'a short x', input: json({ ...ours, x: 'AAAA' }) },
    { name: 'an x with padding', input: json({ ...ours, x: `${ours.x}=` }) },
    { name: 'an empty kid', input: json({ ...ours, kid: '' }) },
    { name: 'a kid that is no text', input: json({ ...ours, kid: 1 }) },
    { name: 'another alg', input: json({ ...ours, alg: 'ES256' }) },
    { name: 'a key to encrypt with', input: json({ ...ours, use: 'enc' }) },
    { name: 'a key to sign with', input: json({ ...ours, key_ops: ['sign'] }) },
  ])('$name', async ({ input }) => {
    const thrown = await parseKeys(input).catch((error: unknown) => error)
    expect(thrown).toMatchObject({
      name: 'LicenseError',
      code: 'ERR_LICENSE_KEY',
      message: expect.stringContaining('"license-public-key"'),
    })
    const secret = ed25519.privateKey.export({ format: 'jwk' }).d ?? ''
    expect(String(thrown)).not.toContain(secret)
    expect((thrown as Error).cause).toBeUndefined()
  })
})

test('the kid of a new key is its thumbprint (RFC 7638)', async () => {
  const { publicJwk } = await generateKeys()
  const { crv, kty, x } = publicJwk
  expect(publicJwk.kid).toBe(createHash('sha256').update(json({ crv, kty, x })).digest('base64url'))
  expect((await parseKeys(json(publicJwk)))[0]?.kid).toBe(publicJwk.kid)
})

const CLAIMS = { org: 'acme', sub: 'gate', features: ['policy'], iat: 1, exp: 2 }

describe('nothing is issued that no check would take', () => {
  test.each([
    { name: 'a public key', key: pem, claims: CLAIMS, code: 'ERR_LICENSE_KEY' },
    { name: 'an RSA key', key: pkcs8(rsa), claims: CLAIMS, code: 'ERR_LICENSE_KEY' },
    { name: 'an Ed448 key', key: pkcs8(ed448), claims: CLAIMS, code: 'ERR_LICENSE_KEY' },
    {
      name: 'an encrypted key',
      key: ed25519.privateKey
        .export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' })
        .toString(),
      claims: CLAIMS,
      code: 'ERR_LICENSE_KEY',
    },
    { name: 'no key', key: 'hello', claims: CLAIMS, code: 'ERR_LICENSE_KEY' },
    { name: 'an empty org', key: pkcs8(ed25519), claims: { ...CLAIMS, org: '' }, code: 'ERR_LICENSE_CLAIMS' },
    {
      name: 'an endless exp',
      key: pkcs8(ed25519),
      claims: { ...CLAIMS, exp: Number.POSITIVE_INFINITY },
      code: 'ERR_LICENSE_CLAIMS',
    },
    {
      name: 'a licence too long',
      key: pkcs8(ed25519),
      claims: { ...CLAIMS, sub: 'x'.repeat(16_000) },
      code: 'ERR_LICENSE_CLAIMS',
    },
  ])('$name', async ({ key, claims, code }) => {
    await expect(issueLicense(key, claims)).rejects.toMatchObject({ name: 'LicenseError', code })
  })
})
