import { gzipSync } from 'node:zlib'
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Policies } from '../../src/pdp/local/policies.js'
import {
  aPackage,
  aPdp,
  aPdpConfig,
  aQuery,
  type RepositoryFiles,
  readPoliciesOf,
  refused,
  removeFolders,
  saidBy,
  shownRules,
} from '../support/opa.js'
import { compileWasm } from '../support/policies.js'
import { type Entry, pax, tar, tarEntry } from '../support/tar.js'

afterEach(removeFolders)

const MANIFEST: Entry = { name: '/.manifest', content: '{"revision":"","roots":[""]}' }
const unpack = (bundle: Uint8Array, data?: string, files: RepositoryFiles = {}) =>
  readPoliciesOf({ 'b.tar.gz': bundle, ...files }, ['b.tar.gz'], data)

describe('a bundle', () => {
  test.each<{ name: string; entries: Entry[]; is: string[]; data?: object }>([
    {
      name: 'of Rego, whatever its name, as OPA takes it',
      entries: [
        MANIFEST,
        { name: '/p/a.rego', content: aPackage('a') },
        { name: '/p/a_test.rego', content: 'package a_test' },
      ],
      is: ['b.tar.gz/p/a.rego', 'b.tar.gz/p/a_test.rego'],
    },
    {
      name: 'with names that start with ./',
      entries: [
        { name: './a.rego', content: aPackage('a') },
        { name: './', type: '5' },
      ],
      is: ['b.tar.gz/a.rego'],
    },
    {
      name: 'with data at its places',
      entries: [
        { name: '/data.json', content: '{"x":1}' },
        { name: '/a/b/data.json', content: '{"c":2}' },
        { name: '/a/data.json', content: '{"d":3}' },
        { name: 'a.rego', content: aPackage('a') },
      ],
      is: ['b.tar.gz/a.rego'],
      data: { x: 1, a: { b: { c: 2 }, d: 3 } },
    },
    {
      name: 'with data below the name of every object',
      entries: [
        { name: '/__proto__/data.json', content: '{"x":1}' },
        { name: 'a.rego', content: aPackage('a') },
      ],
      is: ['b.tar.gz/a.rego'],
      data: JSON.parse('{"__proto__":{"x":1}}'),
    },
    {
      name: 'with data in YAML, and lists in data',
      entries: [
        { name: '/x/data.yaml', content: 'y: [1, two]' },
        { name: '/l/data.json', content: '[1]' },
        { name: 'a.rego', content: aPackage('a') },
      ],
      is: ['b.tar.gz/a.rego'],
      data: { x: { y: [1, 'two'] }, l: [1] },
    },
    {
      name: 'with a long name, in two parts',
      entries: [
        { name: 'a.rego', content: aPackage('a') },
        { name: 'data.json', prefix: 'deep/down', content: '{"x":1}' },
      ],
      is: ['b.tar.gz/a.rego'],
      data: { deep: { down: { x: 1 } } },
    },
    {
      name: 'with a long name, in an extended header',
      entries: [pax('path', 'p/größe.rego'), { name: 'p/gr.rego', content: aPackage('a') }],
      is: ['b.tar.gz/p/größe.rego'],
    },
    {
      name: 'with a space in an extended header',
      entries: [
        pax('path', 'p/größe zwei.rego'),
        { name: 'x', content: aPackage('a') },
        { name: 'b.rego', content: aPackage('b') },
      ],
      is: ['b.tar.gz/b.rego', 'b.tar.gz/p/größe zwei.rego'],
    },
  ])('$name', async ({ entries, is, data }) => {
    const policies = await unpack(tar(...entries))
    expect(shownRules(policies)).toEqual(is)
    expect(policies.data).toEqual(data)
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  const a: Entry = { name: 'a.rego', content: aPackage('a') }
  test.each<{ name: string; bundle: () => Uint8Array; is: object }>([
    {
      name: 'that is signed',
      bundle: () => tar(a, { name: '/.signatures.json', content: '{"signatures":["x"]}' }),
      is: refused('ERR_BUNDLE_UNVERIFIED', '"b.tar.gz"', 'signed', 'policy.verify'),
    },
    {
      name: 'whose signatures are empty',
      bundle: () => tar(a, { name: '.signatures.json' }),
      is: refused('ERR_BUNDLE_UNVERIFIED', 'signed'),
    },
    {
      name: 'without a policy',
      bundle: () => tar(MANIFEST, { name: 'data.json', content: '{}' }),
      is: refused('ERR_RULES_EMPTY', '"b.tar.gz"'),
    },
    {
      name: 'with a test that is no Rego',
      bundle: () => tar(a, { name: 'x/a_test.rego', content: 'x' }),
      is: refused('ERR_POLICY_COMPILE', 'b.tar.gz/x/a_test.rego:1:1'),
    },
    {
      name: 'with a link, which would stand for a rule that is not there',
      bundle: () => tar(a, { name: 'deny.rego', type: '2' }),
      is: refused('ERR_BUNDLE_UNREADABLE', 'deny.rego', 'link'),
    },
    {
      name: 'whose rules are outside of its roots',
      bundle: () => tar(a, { name: '.manifest', content: '{"roots":["other"]}' }),
      is: refused('ERR_BUNDLE_ROOTS', 'a.rego', 'other'),
    },
    {
      name: 'that only changes another one',
      bundle: () => tar({ name: 'patch.json', content: '{"data":[{"op":"upsert","path":"/a","value":1}]}' }),
      is: refused('ERR_BUNDLE_DELTA', '"b.tar.gz"'),
    },
    {
      name: 'with data that is no JSON',
      bundle: () => tar(a, { name: 'x/data.json', content: '{' }),
      is: refused('ERR_BUNDLE_UNREADABLE', 'x/data.json'),
    },
    {
      name: 'with data that is a list',
      bundle: () => tar(a, { name: 'data.json', content: '[]' }),
      is: refused('ERR_BUNDLE_UNREADABLE', 'data.json'),
    },
    {
      name: 'with the same data twice',
      bundle: () =>
        tar(a, { name: 'data.json', content: '{"x":{"y":1}}' }, { name: 'x/data.json', content: '{"y":2}' }),
      is: refused('ERR_BUNDLE_UNREADABLE', 'x'),
    },
    {
      name: 'with data in the place of the policies',
      bundle: () => tar(a, { name: 'visor/check/data.json', content: '{"execute":{"allowed":true}}' }),
      is: refused('ERR_DATA_SHAPE', '"visor"'),
    },
    {
      name: 'with Rego that is not UTF-8',
      bundle: () => tar({ name: 'x/a.rego', content: Buffer.from([0x70, 0xff]) }),
      is: refused('ERR_POLICY_COMPILE', 'x/a.rego'),
    },
    { name: 'that is no gzip', bundle: () => Buffer.from('hello'), is: refused('ERR_BUNDLE_UNREADABLE', '"b.tar.gz"') },
    { name: 'that is empty', bundle: () => new Uint8Array(), is: refused('ERR_BUNDLE_UNREADABLE') },
    { name: 'that is cut off', bundle: () => tar(a).subarray(0, 100), is: refused('ERR_BUNDLE_UNREADABLE') },
    {
      name: 'whose last file is cut off',
      bundle: () => gzipSync(tarEntry({ ...a, content: aPackage('a').repeat(100) }).subarray(0, 1200)),
      is: refused('ERR_BUNDLE_UNREADABLE'),
    },
    {
      name: 'with a length that is no number: no file behind it is lost',
      bundle: () => tar(a, { name: 'x', size: 'what?' }, { name: 'deny.rego', content: aPackage('deny') }),
      is: refused('ERR_BUNDLE_UNREADABLE'),
    },
    {
      name: 'that is no tar',
      bundle: () => gzipSync(Buffer.alloc(2048, 'x')),
      is: {
        kind: 'failed',
        code: expect.stringMatching(/^ERR_(BUNDLE_UNREADABLE|RULES_EMPTY)$/),
        message: expect.stringContaining('"b.tar.gz"'),
      },
    },
    {
      name: 'that grows beyond 64 MiB',
      bundle: () => gzipSync(Buffer.alloc(80 * 1024 * 1024)),
      is: refused('ERR_BUNDLE_UNREADABLE', '"b.tar.gz"'),
    },
  ])('$name', async ({ bundle, is }) => {
    expect((await unpack(bundle())).rules).toEqual(is)
  })

  test('and "data" stand side by side, unless both bring a key', async () => {
    const bundle = tar(a, { name: 'data.json', content: '{"x":1}' })
    expect((await unpack(bundle, 'd.json', { 'd.json': '{"y":2}' })).data).toEqual({ x: 1, y: 2 })
    expect((await unpack(bundle, 'd.json', { 'd.json': '{"x":1}' })).rules).toEqual(refused('ERR_DATA_SHAPE', 'data.x'))
  })
})

describe('a compiled policy, as opa build makes it', () => {
  const path = 'visor/check/execute'
  const text =
    'package visor.check.execute\nallowed := data.limits.max > input.n\nwho contains w if some w in ["b", "a"]'
  let wasm: Uint8Array
  beforeAll(async () => {
    wasm = await compileWasm(text, ['visor'])
  })
  const ask = async (policies: Policies) => {
    const pdp = aPdp(aPdpConfig(), policies)
    try {
      const found = await pdp.evaluate(
        [aQuery(path, { n: 1 }), aQuery(path, { n: 5 }), aQuery('visor/none', {}), aQuery('other', {})],
        new AbortController().signal,
      )
      return [pdp.describe().engine, ...found.map(saidBy)]
    } finally {
      await pdp.close()
    }
  }
  const answers = [
    'wasm',
    { allowed: true, who: ['a', 'b'] },
    { allowed: false, who: ['a', 'b'] },
    undefined,
    'ERR_ENTRYPOINT_MISSING',
  ]

  test('a .wasm with the single entrypoint "visor"', async () => {
    expect(
      await ask(await readPoliciesOf({ 'p.wasm': wasm, 'd.json': '{"limits":{"max":3}}' }, ['p.wasm'], 'd.json')),
    ).toEqual(answers)
  })

  test('a bundle with policy.wasm, its Rego beside it, and its data', async () => {
    const bundle = tar(
      MANIFEST,
      { name: '/data.json', content: '{"limits":{"max":3}}' },
      { name: '/policy.wasm', content: wasm },
      { name: '/policies/main.rego', content: text },
    )
    // Of the sources OPA's own answer is certain.
    const found = await ask(await readPoliciesOf({ 'b.tgz': bundle }, ['b.tgz']))
    expect(found.slice(0, 3)).toEqual(['interpreter', ...answers.slice(1, 3)])
    // What is not there is told for certain, too: no policy answers.
    expect(found.slice(3)).toEqual(answers.slice(3).map(() => undefined))
  })

  test.each([
    { name: 'garbage', content: () => Buffer.from('garbage') },
    { name: 'nothing', content: () => new Uint8Array() },
    { name: 'half of it', content: () => wasm.subarray(0, 5000) },
  ])('$name is an error for every query', async ({ content }) => {
    expect(await ask(await readPoliciesOf({ 'p.wasm': content() }, ['p.wasm']))).toEqual([
      'wasm',
      ...Array(4).fill('ERR_POLICY_LOAD'),
    ])
  })
})
