import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { generateKeys, issueLicense } from '../../src/license/issue.js'
import { parseKeys } from '../../src/license/keys.js'
import { type Claims, verifyLicense } from '../../src/license/verify.js'

const CLAIMS: Claims = { org: 'acme', sub: 'gate', features: ['policy'], iat: 1_700_000_000, exp: 1_800_000_000 }

const pair = generateKeyPairSync('ed25519')
const publicPem = pair.publicKey.export({ format: 'pem', type: 'spki' }).toString()
const keys = await parseKeys(publicPem)

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** A token signed for real, whatever its header and payload say; text is taken as it is. */
function forge(header: unknown, payload: unknown, key: KeyObject = pair.privateKey): string {
  const signed = `${encode(header)}.${encode(payload)}`
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`
}

const HEADER = { alg: 'EdDSA', typ: 'JWT' }
const good = forge(HEADER, CLAIMS)
const [h = '', p = '', s = ''] = good.split('.')

test('a licence that was signed with the key gives its claims', async () => {
  expect(await verifyLicense(good, keys)).toEqual(CLAIMS)
})

test('claims that nobody asked for are left out', async () => {
  const token = forge(HEADER, { ...CLAIMS, nbf: 5.5, aud: 'x', jti: '1' })
  expect(await verifyLicense(token, keys)).toEqual({ ...CLAIMS, nbf: 5.5 })
})

test('white space inside the JSON of the header is no mistake', async () => {
  expect(await verifyLicense(forge('{ "alg" : "EdDSA",\r\n "typ":"JWT" }', CLAIMS), keys)).toEqual(CLAIMS)
})

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const other = generateKeyPairSync('ed25519')
const hs256 = `${encode({ alg: 'HS256' })}.${p}`
const rs256 = `${encode({ alg: 'RS256' })}.${p}`

const hostile: readonly { name: string; token: string; code: string }[] = [
  { name: 'alg none without a signature', token: `${encode({ alg: 'none' })}.${p}.`, code: 'ALGORITHM' },
  { name: 'alg none with a signature', token: forge({ alg: 'none' }, CLAIMS), code: 'ALGORITHM' },
  { name: 'alg NONE', token: `${encode({ alg: 'NONE' })}.${p}.`, code: 'ALGORITHM' },
  {
    name: 'HS256 with the PEM of the public key as its secret',
    token: `${hs256}.${createHmac('sha256', publicPem).update(hs256).digest('base64url')}`,
    code: 'ALGORITHM',
  },
  {
    name: 'RS256',
    token: `${rs256}.${sign('sha256', Buffer.from(rs256), rsa.privateKey).toString('base64url')}`,
    code: 'ALGORITHM',
  },
  { name: 'alg Ed25519, the name of RFC 9864', token: forge({ alg: 'Ed25519' }, CLAIMS), code: 'ALGORITHM' },
  { name: 'alg eddsa', token: forge({ alg: 'eddsa' }, CLAIMS), code: 'ALGORITHM' },
  { name: 'alg as a list', token: forge({ alg: ['EdDSA'] }, CLAIMS), code: 'ALGORITHM' },
  { name: 'no alg', token: forge({ typ: 'JWT' }, CLAIMS), code: 'ALGORITHM' },
  { name: 'alg on the prototype', token: forge('{"__proto__":{"alg":"EdDSA"}}', CLAIMS), code: 'ALGORITHM' },
  { name: 'another key', token: forge(HEADER, CLAIMS, other.privateKey), code: 'SIGNATURE' },
  { name: 'an empty signature', token: `${h}.${p}.`, code: 'SIGNATURE' },
  { name: 'a short signature', token: `${h}.${p}.${s.slice(0, 40)}`, code: 'SIGNATURE' },
  { name: 'another payload', token: `${h}.${encode({ ...CLAIMS, org: 'evil' })}.${s}`, code: 'SIGNATURE' },
  { name: 'crit', token: forge({ ...HEADER, crit: ['exp'], exp: 1 }, CLAIMS), code: 'CRIT' },
  { name: 'crit with b64', token: forge({ ...HEADER, crit: ['b64'], b64: true }, CLAIMS), code: 'CRIT' },
  { name: 'crit with b64: false', token: forge({ ...HEADER, crit: ['b64'], b64: false }, CLAIMS), code: 'CRIT' },
  { name: 'an empty crit', token: forge({ ...HEADER, crit: [] }, CLAIMS), code: 'CRIT' },
  { name: 'crit null', token: forge({ ...HEADER, crit: null }, CLAIMS), code: 'CRIT' },
  { name: 'b64: false without crit', token: forge({ ...HEADER, b64: false }, CLAIMS), code: 'CRIT' },
  { name: 'an empty kid', token: forge({ ...HEADER, kid: '' }, CLAIMS), code: 'MALFORMED' },
  { name: 'a kid that is no text', token: forge({ ...HEADER, kid: 7 }, CLAIMS), code: 'MALFORMED' },
  { name: 'alg twice', token: forge('{"alg":"none","alg":"EdDSA"}', CLAIMS), code: 'MALFORMED' },
  { name: 'alg twice, once escaped', token: forge('{"\\u0061lg":"none","alg":"EdDSA"}', CLAIMS), code: 'MALFORMED' },
  { name: 'a key twice, deep down', token: forge('{"alg":"EdDSA","x":[{"a":1,"a":2}]}', CLAIMS), code: 'MALFORMED' },
  { name: 'exp twice', token: forge(HEADER, `{"exp":1,${JSON.stringify(CLAIMS).slice(1)}`), code: 'MALFORMED' },
  { name: 'a header that is no JSON', token: forge('alg=EdDSA', CLAIMS), code: 'MALFORMED' },
  { name: 'a header that is a list', token: forge('[{"alg":"EdDSA"}]', CLAIMS), code: 'MALFORMED' },
  { name: 'a header that is null', token: forge('null', CLAIMS), code: 'MALFORMED' },
  {
    name: 'a header that is no UTF-8',
    token: `${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')}.${p}.${s}`,
    code: 'MALFORMED',
  },
  { name: 'a payload that is no JSON', token: forge(HEADER, 'acme'), code: 'MALFORMED' },
  { name: 'a payload that is a list', token: forge(HEADER, [CLAIMS]), code: 'MALFORMED' },
  { name: 'an unencoded payload', token: `${h}.${JSON.stringify(CLAIMS)}.${s}`, code: 'MALFORMED' },
  { name: 'a detached payload', token: `${h}..${s}`, code: 'MALFORMED' },
  { name: 'a dot too many', token: `${good}.`, code: 'MALFORMED' },
  { name: 'a fourth part', token: `${good}.${s}`, code: 'MALFORMED' },
  { name: 'five parts, as in a JWE', token: `${good}.${s}.${s}`, code: 'MALFORMED' },
  { name: 'two parts', token: `${h}.${p}`, code: 'MALFORMED' },
  { name: 'nothing', token: '', code: 'MALFORMED' },
  { name: 'dots alone', token: '..', code: 'MALFORMED' },
  { name: 'white space inside', token: `${h}.${p.slice(0, 9)}\n${p.slice(9)}.${s}`, code: 'MALFORMED' },
  { name: 'white space around', token: ` ${good}`, code: 'MALFORMED' },
  { name: 'a newline at the end', token: `${good}\n`, code: 'MALFORMED' },
  { name: 'padding', token: `${good}==`, code: 'MALFORMED' },
  {
    name: 'the JSON serialization',
    token: JSON.stringify({ protected: h, payload: p, signature: s }),
    code: 'MALFORMED',
  },
  { name: '1 MiB', token: `${h}.${'A'.repeat(1024 * 1024)}.${s}`, code: 'MALFORMED' },
  { name: 'deeply nested JSON', token: forge(`${'['.repeat(6000)}${']'.repeat(6000)}`, ''), code: 'MALFORMED' },
]

describe('a hostile licence is refused', () => {
  test.each(hostile)('$name', async ({ token, code }) => {
    const started = performance.now()
    await expect(verifyLicense(token, keys)).rejects.toMatchObject({
      name: 'LicenseError',
      code: `ERR_LICENSE_${code}`,
    })
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

const without = (name: keyof Claims) => Object.fromEntries(Object.entries(CLAIMS).filter(([key]) => key !== name))
const text = JSON.stringify(CLAIMS)
const withExp = (exp: string) => text.replace('1800000000', exp)

const claims: readonly { name: string; payload: unknown; claim: string }[] = [
  { name: 'exp 1e308', payload: withExp('1e308'), claim: 'exp' },
  { name: 'exp beyond all numbers', payload: withExp('1e999'), claim: 'exp' },
  { name: 'exp in milliseconds', payload: withExp('1800000000000'), claim: 'exp' },
  { name: 'exp as text', payload: withExp('"1800000000"'), claim: 'exp' },
  { name: 'exp negative', payload: withExp('-1'), claim: 'exp' },
  { name: 'exp null, which is what NaN becomes', payload: { ...CLAIMS, exp: Number.NaN }, claim: 'exp' },
  { name: 'exp "NaN"', payload: withExp('"NaN"'), claim: 'exp' },
  { name: 'exp as a list', payload: withExp('[1800000000]'), claim: 'exp' },
  { name: 'exp true', payload: withExp('true'), claim: 'exp' },
  { name: 'no exp', payload: without('exp'), claim: 'exp' },
  { name: 'no iat', payload: without('iat'), claim: 'iat' },
  { name: 'nbf as text', payload: { ...CLAIMS, nbf: '0' }, claim: 'nbf' },
  { name: 'nbf null', payload: { ...CLAIMS, nbf: null }, claim: 'nbf' },
  { name: 'no features', payload: without('features'), claim: 'features' },
  { name: 'features as text', payload: { ...CLAIMS, features: 'policy' }, claim: 'features' },
  { name: 'features like a list', payload: { ...CLAIMS, features: { 0: 'policy', length: 1 } }, claim: 'features' },
  {
    name: 'features with a prototype',
    payload: text.replace('["policy"]', '{"__proto__":["policy"]}'),
    claim: 'features',
  },
  { name: 'features that are no texts', payload: { ...CLAIMS, features: ['policy', 1] }, claim: 'features' },
  { name: 'all claims on the prototype', payload: `{"__proto__":${text}}`, claim: 'features' },
  { name: 'no org', payload: without('org'), claim: 'org' },
  { name: 'org of white space', payload: { ...CLAIMS, org: ' ' }, claim: 'org' },
  { name: 'org as a number', payload: { ...CLAIMS, org: 1 }, claim: 'org' },
  { name: 'sub empty', payload: { ...CLAIMS, sub: '' }, claim: 'sub' },
]

describe('a claim of the wrong kind is refused and named', () => {
  test.each(claims)('$name', async ({ payload, claim }) => {
    const thrown = await verifyLicense(forge(HEADER, payload), keys).catch((error: unknown) => error)
    expect(thrown).toMatchObject({ name: 'LicenseError', code: 'ERR_LICENSE_CLAIMS' })
    expect(String(thrown)).toContain(`the claim "${claim}"`)
  })
})

test('any single flipped character of a licence is refused, and no message repeats it', async () => {
  const flips = [...good].flatMap((char, i) => {
    const others = i >= good.length - 2 ? 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=' : 'A_.'
    return [...others].filter((next) => next !== char).map((next) => good.slice(0, i) + next + good.slice(i + 1))
  })
  const answers = await Promise.all(flips.map((token) => verifyLicense(token, keys).catch((error: unknown) => error)))
  for (const answer of answers) {
    expect(answer).toMatchObject({ name: 'LicenseError', code: expect.stringMatching(/^ERR_LICENSE_/) })
    expect(String(answer)).not.toContain(s.slice(0, 10))
    expect((answer as Error).cause).toBeUndefined()
  }
})

describe('the key is chosen by kid', () => {
  const jwk = pair.publicKey.export({ format: 'jwk' })
  const otherJwk = other.publicKey.export({ format: 'jwk' })
  const parse = (...list: readonly object[]) => parseKeys(JSON.stringify({ keys: list }))
  const named = (kid: string) => forge({ ...HEADER, kid }, CLAIMS)

  test.each([
    { name: 'a key with the same kid', list: [{ ...jwk, kid: 'a' }], token: named('a') },
    { name: 'a key without kid', list: [jwk], token: named('a') },
    { name: 'a licence without kid', list: [{ ...jwk, kid: 'a' }], token: good },
    { name: 'the second of two keys without kid', list: [otherJwk, jwk], token: named('a') },
    {
      name: 'the second of two keys of one kid',
      list: [
        { ...otherJwk, kid: 'a' },
        { ...jwk, kid: 'a' },
      ],
      token: named('a'),
    },
  ])('$name checks', async ({ list, token }) => {
    expect(await verifyLicense(token, await parse(...list))).toEqual(CLAIMS)
  })

  test.each([
    {
      name: 'a key with another kid',
      list: [{ ...jwk, kid: 'b' }],
      code: 'ERR_LICENSE_KEY',
      says: 'unknown kid "a"; give "license-public-key"',
    },
    {
      name: 'the right key under another kid',
      list: [
        { ...otherJwk, kid: 'a' },
        { ...jwk, kid: 'b' },
      ],
      code: 'ERR_LICENSE_SIGNATURE',
      says: 'signature',
    },
  ])('$name does not', async ({ list, code, says }) => {
    const thrown = await verifyLicense(named('a'), await parse(...list)).catch((error: unknown) => error)
    expect(thrown).toMatchObject({ code, message: expect.stringContaining(says) })
  })

  test('no key at all says where to give one', async () => {
    await expect(verifyLicense(good, [])).rejects.toMatchObject({
      code: 'ERR_LICENSE_KEY',
      message: expect.stringContaining('give "license-public-key"'),
    })
  })
})

test('what issueLicense signs is verified, by the PEM and by the JWK', async () => {
  const made = await generateKeys()
  const token = await issueLicense(made.privatePem, { ...CLAIMS, nbf: 7 })
  for (const input of [made.publicPem, JSON.stringify(made.publicJwk)]) {
    expect(await verifyLicense(token, await parseKeys(input))).toEqual({ ...CLAIMS, nbf: 7 })
  }
  const header = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())
  expect(header).toEqual({ alg: 'EdDSA', kid: made.publicJwk.kid, typ: 'JWT' })
})
