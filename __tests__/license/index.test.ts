import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { Source } from '../../src/core/source.js'
import type { Unlicensed } from '../../src/license/entitlement.js'
import { readEntitlement, type Terms } from '../../src/license/index.js'
import { generateKeys, issueLicense } from '../../src/license/issue.js'
import type { LicensePlaces } from '../../src/license/locate.js'

const NOW = 1_750_000_000_000
const keys = await generateKeys()
const strangers = await generateKeys()
const CLAIMS = { org: 'acme', sub: 'gate', features: ['policy'], iat: 1_700_000_000, exp: 1_800_000_000 }
const good = await issueLicense(keys.privatePem, CLAIMS)
const early = await issueLicense(keys.privatePem, { ...CLAIMS, nbf: 1_790_000_000 })
const stale = await issueLicense(keys.privatePem, { ...CLAIMS, exp: 1_700_000_001 })
const foreign = await issueLicense(strangers.privatePem, CLAIMS)

const source: Source = {
  kind: 'workspace',
  describe: () => 'branch main',
  read: async () => undefined,
  list: async () => undefined,
}
const places = (changes: Partial<LicensePlaces> = {}): LicensePlaces => ({
  input: '',
  env: '',
  file: '',
  homes: [],
  workspace: '/nowhere',
  isPullRequestEvent: true,
  source,
  ...changes,
})
const terms = (changes: Partial<Terms> = {}): Terms => ({
  publicKey: keys.publicPem,
  unlicensed: 'auto',
  now: NOW,
  withoutSecrets: false,
  ...changes,
})

test('a good licence asks the policy', async () => {
  const entitlement = await readEntitlement(places({ env: `${good}\n` }), terms())
  expect(entitlement).toMatchObject({ state: 'valid', stance: { kind: 'ask' }, notices: [], org: 'acme' })
})

test('no licence is for "unlicensed" to decide, whatever the key is', async () => {
  expect(await readEntitlement(places(), terms())).toMatchObject({ stance: { kind: 'open' } })
  expect(await readEntitlement(places(), terms({ withoutSecrets: true }))).toMatchObject({ stance: { kind: 'closed' } })
  expect(await readEntitlement(places(), terms({ publicKey: '' }))).toMatchObject({ state: 'unlicensed' })
})

test('an expired licence is for "unlicensed" to decide', async () => {
  const entitlement = await readEntitlement(places({ input: stale }), terms({ unlicensed: 'deny' }))
  expect(entitlement).toMatchObject({ state: 'unlicensed', stance: { kind: 'closed' } })
})

const broken = [
  { name: 'malformed', place: { input: 'hello' }, key: keys.publicPem, code: 'ERR_LICENSE_MALFORMED' },
  { name: '1 MiB long', place: { input: 'a'.repeat(1024 * 1024) }, key: keys.publicPem, code: 'ERR_LICENSE_MALFORMED' },
  { name: 'signed by a stranger', place: { input: foreign }, key: keys.publicPem, code: 'ERR_LICENSE_SIGNATURE' },
  {
    name: 'of an unknown kid',
    place: { input: foreign },
    key: JSON.stringify(keys.publicJwk),
    code: 'ERR_LICENSE_KEY',
  },
  { name: 'without a key', place: { input: good }, key: '', code: 'ERR_LICENSE_KEY' },
  { name: 'with a private key', place: { input: good }, key: keys.privatePem, code: 'ERR_LICENSE_KEY' },
  { name: 'not valid yet', place: { input: early }, key: keys.publicPem, code: 'ERR_LICENSE_NOT_YET_VALID' },
  {
    name: 'missing where VISOR_LICENSE_FILE says',
    place: { file: 'missing' },
    key: '',
    code: 'ERR_LICENSE_UNREADABLE',
  },
]

describe.each(broken)('a licence that is there but $name', ({ place, key, code }) => {
  test.each<Unlicensed>(['auto', 'allow', 'deny'])('fails the run under "unlicensed: %s"', async (unlicensed) => {
    const read = readEntitlement(places(place), terms({ publicKey: key, unlicensed }))
    await expect(read).rejects.toMatchObject({ name: 'LicenseError', code })
  })

  test('is passed over with a warning under "unlicensed: ignore"', async () => {
    const entitlement = await readEntitlement(places(place), terms({ publicKey: key, unlicensed: 'ignore' }))
    expect(entitlement).toMatchObject({ state: 'ignored', stance: { kind: 'ask' }, notices: [{ level: 'warning' }] })
    expect(entitlement.notices[0]?.message).not.toContain(good.split('.')[2])
  })
})

test('a broken licence stands in the way of a good one behind it, and the message says where it is', async () => {
  await expect(readEntitlement(places({ input: 'hello', env: good }), terms())).rejects.toMatchObject({
    message: expect.stringContaining('(found in the input "license")'),
  })
})

test('a mistake of ours is not passed over by "unlicensed: ignore"', async () => {
  const place = { ...places(), input: undefined as unknown as string }
  await expect(readEntitlement(place, terms({ unlicensed: 'ignore' }))).rejects.toBeInstanceOf(TypeError)
})

test('jose is only loaded where there is a licence: nothing imports it when it is loaded itself', () => {
  const folder = new URL('../../src/license/', import.meta.url)
  const users = readdirSync(folder).filter((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    expect(text).not.toMatch(/from 'jose|^import 'jose/m)
    return text.includes("await import('jose')")
  })
  expect(users).toEqual(['issue.ts', 'verify.ts'])
})
