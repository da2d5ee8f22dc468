import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Verification } from '../../src/core/config.js'
import { PolicyError } from '../../src/core/errors.js'
import { mayRead } from '../../src/pdp/local/policies.js'
import { aPackage, type RepositoryFiles, readPoliciesOf, refused, removeFolders, shownRules } from '../support/opa.js'
import { tar } from '../support/tar.js'

afterEach(removeFolders)

const a = aPackage('a')
const bundle = tar({ name: '/a.rego', content: a }, { name: '/.manifest', content: '{"revision":"r1"}' })
const address = `https://example.com/b.tar.gz@sha256:${createHash('sha256').update(bundle).digest('hex')}`

describe('a bundle among the rules', () => {
  test.each<{ name: string; files: RepositoryFiles; rules: string[]; is: string[]; digest: string[] }>([
    {
      name: 'is a folder with a manifest: of its files those count that OPA takes',
      files: {
        'p/.manifest': '{"revision":"r1"}',
        'p/a.rego': a,
        'p/a_test.rego': 'package a_test',
        'p/x/data.json': '{}',
        'p/y/data.yml': 'a: 1',
        'p/README.md': '#',
        'p/other.json': '{}',
      },
      rules: ['p'],
      is: ['p/a.rego', 'p/a_test.rego'],
      digest: ['p/.manifest', 'p/a.rego', 'p/a_test.rego', 'p/x/data.json', 'p/y/data.yml'],
    },
    {
      name: 'is the root of the repository',
      files: { '.manifest': '{"revision":"r1"}', 'q/a.rego': a },
      rules: ['.'],
      is: ['./q/a.rego'],
      digest: ['./.manifest', './q/a.rego'],
    },
    {
      name: 'is an archive, twice the same',
      files: { 'b.tgz': bundle },
      rules: ['b.tgz', 'b.tgz'],
      is: ['b.tgz/a.rego'],
      digest: ['b.tgz'],
    },
    { name: 'is an address', files: {}, rules: [address], is: [`${address}/a.rego`], digest: [address] },
  ])('$name', async ({ files, rules, is, digest }) => {
    const asked: unknown[] = []
    const fetch = async (found: object) => {
      asked.push(found)
      return bundle
    }
    const policies = await readPoliciesOf(files, rules, undefined, { fetch })
    expect(shownRules(policies)).toEqual(is)
    expect(policies.files.map(({ path }) => path).sort()).toEqual(digest)
    expect(policies.bundles).toEqual({ [rules[0] as string]: { revision: 'r1' } })
    expect(asked).toHaveLength(rules[0] === address ? 1 : 0)
  })

  test('is read for the names in it, like any other policy', async () => {
    const text = 'package visor.a\nallowed if input.pullRequest.labels'
    const policies = await readPoliciesOf({ 'b.tgz': tar({ name: 'a.rego', content: text }) }, ['b.tgz'])
    expect(['labels', 'files'].map((name) => mayRead(policies, name))).toEqual([true, false])
  })

  test('keeps every digit of its data, and of the data beside it', async () => {
    const files = {
      'b.tgz': tar({ name: 'a.rego', content: a }, { name: 'data.json', content: '{"n": 12345678901234567890}' }),
      'd.json': '{"m":\n 98765432109876543210.5 }',
      'e.json': '{}',
    }
    const read = async (data?: string) => (await readPoliciesOf(files, ['b.tgz'], data)).dataText
    expect(await read()).toBe('{"n":12345678901234567890}')
    expect(await read('d.json')).toBe('{"n":12345678901234567890,"m":  98765432109876543210.5}')
    expect(await read('e.json')).toBe('{"n":12345678901234567890}')
  })

  test.each<{ name: string; files?: RepositoryFiles; rules: string[]; is: object }>([
    {
      name: 'beside Rego',
      files: { 'p/.manifest': '{}', 'p/a.rego': a, 'b.rego': a },
      rules: ['b.rego', 'p'],
      is: refused('ERR_RULES_MIXED', '"p"'),
    },
    {
      name: 'beside another one',
      files: { 'b.tgz': bundle },
      rules: ['b.tgz', address],
      is: refused('ERR_RULES_MIXED'),
    },
    {
      name: 'that is a folder with data in the place of the policies',
      files: { 'p/.manifest': '{}', 'p/a.rego': a, 'p/visor/data.json': '{"x":1}' },
      rules: ['p'],
      is: refused('ERR_DATA_SHAPE', '"p"', '"visor"'),
    },
    {
      name: 'of Rego that its manifest calls by another version',
      files: { 'p/.manifest': '{"rego_version":1}', 'p/a.rego': 'package visor.a\nallowed { input.x }' },
      rules: ['p'],
      is: refused('ERR_POLICY_COMPILE', 'p/a.rego:2:1', 'v0'),
    },
    {
      name: 'with several policy.wasm and no sources',
      files: { 'p/.manifest': '{}', 'p/x/policy.wasm': 'x', 'p/y/policy.wasm': 'x' },
      rules: ['p'],
      is: refused('ERR_BUNDLE_UNSUPPORTED', '"p"'),
    },
    { name: 'that nobody can fetch', rules: [address], is: refused('ERR_BUNDLE_FETCH', 'no way') },
    { name: 'at an address that is none', rules: ['ftp://x/b.tgz'], is: refused('ERR_BUNDLE_ADDRESS') },
  ])('is refused $name', async ({ files = {}, rules, is }) => {
    const fetch = async () => {
      throw new PolicyError('ERR_BUNDLE_FETCH', 'no way')
    }
    expect((await readPoliciesOf(files, rules, undefined, { fetch })).rules).toEqual(is)
  })
})

describe('"verify"', () => {
  const verify: Verification = { key: { text: 'a secret' }, keyId: 'default', algorithm: 'HS256' }
  const files = { 'p/a.rego': a, 'a.wasm': 'x', 'b.tgz': bundle, 'q/.manifest': '{}', 'q/a.rego': a, 'k.pem': 'x' }
  const ask = async (rules: string[], given: Verification) => {
    const fetch = async () => bundle
    const policies = await readPoliciesOf(files, rules, undefined, { verify: given, fetch })
    return policies.rules
  }

  test.each([['p'], ['p/a.rego'], ['a.wasm'], ['b.tgz'], ['q'], [address]])(
    'refuses %s without a signature',
    async (rule) => {
      expect(await ask([rule], verify)).toEqual(refused('ERR_BUNDLE_UNSIGNED', `"${rule}"`))
    },
  )

  test('refuses a key that is not there, or is none', async () => {
    const by = (path: string): Verification => ({ ...verify, algorithm: 'RS256', key: { path } })
    expect(await ask(['b.tgz'], by('none.pem'))).toEqual(refused('ERR_BUNDLE_KEY', '"none.pem"', 'not there'))
    const signed = tar({ name: 'a.rego', content: a }, { name: '.signatures.json', content: '{"signatures":["x"]}' })
    const read = (path: string) =>
      readPoliciesOf({ ...files, 's.tgz': signed }, ['s.tgz'], undefined, { verify: by(path) })
    const policies = await read('k.pem')
    expect(policies.rules).toEqual(refused('ERR_BUNDLE_KEY', 'not a PEM'))
    expect(policies.files.map(({ path }) => path).sort()).toEqual(['k.pem', 's.tgz'])
  })
})
