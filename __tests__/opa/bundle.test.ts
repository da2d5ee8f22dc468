import { generateKeyPairSync } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { build } from '../../src/cli/build.js'
import type { Verification } from '../../src/core/config.js'
import type { Policies } from '../../src/pdp/local/policies.js'
import { runCommand } from '../support/cli.js'
import {
  aFolder,
  aPdp,
  aPdpConfig,
  aQuery,
  type RepositoryFiles,
  readPoliciesOf,
  removeFolders,
  saidBy,
} from '../support/opa.js'
import { runOpa } from '../support/opa-binary.js'
import { startOpa } from '../support/opa-server.js'
import { type Entry, tar } from '../support/tar.js'

/** Bundles of the real `opa` in the gate, and bundles of the gate in the real `opa`. */

afterAll(removeFolders)

const PATH = 'visor/check/execute'
const EXECUTE = `package visor.check.execute

# Nobody, unless.
default allowed := false

allowed if input.x < data.limits.max

who contains name if some name in ["b", "a"]

big := data.big
`
const LIBRARY_V0 = 'package lib\n\nlarge { input.x > 2 }\n'
const DATA = '{"big": 12345678901234567890, "limits": {"max": 3}}'
const INPUTS = [{}, { x: 1 }, { x: 5 }, { x: 'text' }]

const makeKeys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
const ours = makeKeys()
const strangers = makeKeys()

async function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

/** A folder with these files and the keys beside them. */
async function aBench(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await aFolder()
  await write(folder, {
    ...files,
    'keys/private.pem': ours.privateKey,
    'keys/public.pem': ours.publicKey,
    'keys/stranger.pem': strangers.privateKey,
  })
  return folder
}

async function opa(cwd: string, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runOpa(args, { cwd })
  if (code !== 0) throw new Error(`opa ${args.join(' ')}: ${stdout}${stderr}`)
  return stdout
}

/** What `opa eval -b` says to each of the inputs. */
const evalBy = (cwd: string, bundle: string): Promise<readonly unknown[]> =>
  Promise.all(
    INPUTS.map(async (input) => {
      const args = ['eval', '-b', bundle, '--stdin-input', '--format', 'raw', 'data.visor.check.execute']
      const { code, stdout, stderr } = await runOpa(args, { cwd, input: JSON.stringify(input) })
      if (code !== 0) throw new Error(stdout + stderr)
      return JSON.parse(stdout) as unknown
    }),
  )

/** What the gate says to them, by which engine, and which bundle it names. */
async function askGate(policies: Policies) {
  const pdp = aPdp(aPdpConfig(), policies)
  try {
    const found = await pdp.evaluate(
      INPUTS.map((input) => aQuery(PATH, input)),
      new AbortController().signal,
    )
    const { engine, bundles } = pdp.describe()
    return { engine, bundles, said: found.map(saidBy), timed: found.every(({ ns }) => ns !== undefined) }
  } finally {
    await pdp.close()
  }
}

const verify: Verification = { key: { path: 'keys/public.pem' }, keyId: 'default', algorithm: 'RS256' }
const keyFile: RepositoryFiles = { 'keys/public.pem': ours.publicKey }

describe('a bundle that opa has built', () => {
  const sources = { 'p/execute.rego': EXECUTE, 'p/data.json': DATA }

  test.each<{ name: string; files?: Readonly<Record<string, string>>; args: readonly string[]; engine?: string }>([
    { name: 'of Rego and data', args: ['p'] },
    { name: 'of a folder that is one', args: ['-b', 'p'] },
    {
      name: 'with data in YAML',
      files: { 'p/data.json': '{"big":1}', 'p/limits/data.yaml': 'max: 3' },
      args: ['-b', 'p'],
    },
    {
      name: 'of Rego v0',
      files: { 'p/execute.rego': 'package visor.check.execute\n\nallowed { input.x < data.limits.max }' },
      args: ['--v0-compatible', 'p'],
    },
    {
      name: 'of both versions of Rego',
      files: {
        'p/.manifest': '{"roots":["visor","big","limits"],"rego_version":1}',
        'old/.manifest': '{"roots":["lib"],"rego_version":0}',
        'old/lib.rego': LIBRARY_V0,
        'p/more.rego': 'package visor.check.execute\n\nlarge if data.lib.large',
      },
      args: ['-b', 'p', 'old'],
    },
    { name: 'optimised', args: ['p', '-O', '1', '-e', PATH] },
  ])('$name gives the answers of "opa eval -b"', async ({ files = {}, args }) => {
    const bench = await aBench({ ...sources, ...files })
    await opa(bench, 'build', ...args, '-r', 'r7', '-o', 'b.tar.gz')
    const policies = await readPoliciesOf({ 'b.tar.gz': await readFile(join(bench, 'b.tar.gz')) }, ['b.tar.gz'])
    expect(await askGate(policies)).toEqual({
      engine: 'interpreter',
      bundles: { 'b.tar.gz': { revision: 'r7' } },
      said: await evalBy(bench, 'b.tar.gz'),
      timed: true,
    })
  })

  // This opa has no runtime for WebAssembly, so it is asked about the same sources.
  test.each<{ name: string; args: readonly string[]; text?: string; engine: string }>([
    { name: 'the single entrypoint "visor"', args: ['-e', 'visor'], engine: 'interpreter' },
    {
      name: 'three entrypoints',
      args: ['-e', PATH, '-e', 'visor/tool/invoke', '-e', 'visor/capability/resolve'],
      engine: 'interpreter',
    },
    {
      name: 'a rule as the entrypoint, which opa takes out of the sources',
      args: ['-e', PATH],
      text: 'package visor.check\n\nexecute := {"allowed": input.x < data.limits.max}\n',
      engine: 'wasm',
    },
  ])('as WebAssembly with $name gives the answers of its sources', async ({ args, text = EXECUTE, engine }) => {
    const bench = await aBench({
      ...sources,
      'p/execute.rego': text,
      'p/others.rego': 'package visor.tool.invoke\n\nallowed := false',
      'p/capability.rego': 'package visor.capability.resolve\n\nallowed := false',
    })
    await opa(bench, 'build', '-t', 'wasm', ...args, '-o', 'b.tgz', 'p')
    const policies = await readPoliciesOf({ 'b.tgz': await readFile(join(bench, 'b.tgz')) }, ['b.tgz'])
    const plain = await readPoliciesOf({ 'p/execute.rego': text, 'd.json': DATA }, ['p'], 'd.json')
    const found = await askGate(policies)
    expect(found).toMatchObject({ engine, bundles: { 'b.tgz': {} } })
    expect(found.said).toEqual((await askGate(plain)).said)
  })

  describe('and signed', () => {
    let bench = ''
    let signed: Uint8Array
    const sign = ['--signing-key', 'keys/private.pem']
    beforeAll(async () => {
      bench = await aBench({ 'p/execute.rego': EXECUTE, 'p/data.json': DATA, 'p/.manifest': '{"revision":"s1"}' })
      await opa(bench, 'build', '-b', 'p', ...sign, '-o', 'b.tgz')
      signed = await readFile(join(bench, 'b.tgz'))
    })

    test('answers where the key is known', async () => {
      const policies = await readPoliciesOf({ ...keyFile, 'b.tgz': signed }, ['b.tgz'], undefined, { verify })
      expect(policies.files.map(({ path }) => path).sort()).toEqual(['b.tgz', 'keys/public.pem'])
      expect(await askGate(policies)).toMatchObject({
        bundles: { 'b.tgz': { revision: 's1' } },
        said: await evalBy(bench, 'p'),
      })
    })

    // `opa sign` names the files as it was told where they are.
    test.each([
      { where: 'from outside', cwd: '', folder: 'p' },
      { where: 'from within', cwd: 'p', folder: '.' },
    ])('in place, as "opa sign" does $where, it may be a folder', async ({ cwd, folder }) => {
      const place = await aBench({ 'p/execute.rego': EXECUTE, 'p/data.json': DATA })
      await opa(join(place, cwd), 'sign', '--signing-key', join(place, 'keys/private.pem'), '-b', folder)
      const files: RepositoryFiles = {
        ...keyFile,
        'p/execute.rego': EXECUTE,
        'p/data.json': DATA,
        'p/.signatures.json': await readFile(join(place, cwd, '.signatures.json')),
      }
      const read = async (change: RepositoryFiles) =>
        (await readPoliciesOf({ ...files, ...change }, ['p'], undefined, { verify })).rules
      expect(await read({})).toMatchObject({ kind: 'rego', modules: [{ path: 'p/execute.rego' }] })
      expect(await read({ 'p/data.json': DATA.replaceAll(' ', '\n ') })).toMatchObject({ kind: 'rego' })
      for (const change of [
        { 'p/execute.rego': `${EXECUTE}allowed := true\n` },
        { 'p/data.json': '{"limits":{"max":9}}' },
        { 'p/more.rego': 'package visor.check.execute\nallowed := true' },
        { 'p/README.md': 'anything' },
      ]) {
        expect(await read(change)).toMatchObject({ kind: 'failed', code: 'ERR_BUNDLE_SIGNATURE' })
      }
    })

    test.each<{ name: string; bundle?: () => Promise<Uint8Array>; verify?: Verification | false; code: string }>([
      { name: 'and nobody verifies it', verify: false, code: 'ERR_BUNDLE_UNVERIFIED' },
      {
        name: 'and another key is known',
        verify: { ...verify, key: { text: strangers.publicKey } },
        code: 'ERR_BUNDLE_SIGNATURE',
      },
      { name: 'and another scope is asked for', verify: { ...verify, scope: 'write' }, code: 'ERR_BUNDLE_SIGNATURE' },
      {
        name: 'and the public key is taken for a secret',
        verify: { ...verify, algorithm: 'HS256' },
        code: 'ERR_BUNDLE_KEY',
      },
      {
        name: 'and the key is not there',
        verify: { ...verify, key: { path: 'keys/none.pem' } },
        code: 'ERR_BUNDLE_KEY',
      },
      {
        name: 'by a stranger',
        bundle: async () => {
          await opa(bench, 'build', '-b', 'p', '--signing-key', 'keys/stranger.pem', '-o', 's.tgz')
          return readFile(join(bench, 's.tgz'))
        },
        code: 'ERR_BUNDLE_SIGNATURE',
      },
      {
        name: 'not at all',
        bundle: async () => {
          await opa(bench, 'build', '-b', 'p', '-o', 'u.tgz')
          return readFile(join(bench, 'u.tgz'))
        },
        code: 'ERR_BUNDLE_UNSIGNED',
      },
      {
        name: 'with the public key as a secret',
        bundle: async () => {
          const key = ['--signing-alg', 'HS256', '--signing-key', 'keys/public.pem']
          await opa(bench, 'build', '-b', 'p', ...key, '-o', 'h.tgz')
          return readFile(join(bench, 'h.tgz'))
        },
        code: 'ERR_BUNDLE_SIGNATURE',
      },
    ])('$name: it is refused', async ({ bundle, verify: given = verify, code }) => {
      const files = { ...keyFile, 'b.tgz': bundle ? await bundle() : signed }
      const options = given === false ? {} : { verify: given }
      const { rules } = await readPoliciesOf(files, ['b.tgz'], undefined, options)
      expect(rules).toMatchObject({ kind: 'failed', code })
    })
  })
})

describe('a bundle that stepgate has built', () => {
  async function stepgateBuild(cwd: string, ...args: readonly string[]): Promise<void> {
    const { code, err } = await runCommand(build, args, { cwd })
    if (code !== 0) throw new Error(err)
  }
  const sources = {
    'p/execute.rego': EXECUTE,
    'p/lib [1].rego': LIBRARY_V0,
    'p/more.rego': 'package visor.check.execute\n\nlarge if data.lib.large\nsaid := sprintf("%q", ["x"])',
    'd.json': DATA,
  }

  test.each([{ target: 'wasm' }, { target: 'rego' }])('$target: opa gives the same answers', async ({ target }) => {
    const bench = await aBench(sources)
    await stepgateBuild(bench, 'p', '--data', 'd.json', '-t', target, '-r', 'r8', '-o', 'b.tgz')
    const bytes = await readFile(join(bench, 'b.tgz'))
    const found = await askGate(await readPoliciesOf({ 'b.tgz': bytes }, ['b.tgz']))
    expect(found).toMatchObject({ engine: 'interpreter', bundles: { 'b.tgz': { revision: 'r8' } } })
    expect(found.said).toEqual(await evalBy(bench, 'b.tgz'))
    const server = await startOpa({ files: { 'b.tgz': bytes }, args: ['--bundle', 'b.tgz'] })
    const served = await Promise.all(
      INPUTS.map(async (input) => {
        const body = JSON.stringify({ input })
        const answer = await fetch(`${server.url}/v1/data/${PATH}`, { method: 'POST', body })
        return ((await answer.json()) as { result: unknown }).result
      }),
    )
    expect(served).toEqual(found.said)
    const inspected = JSON.parse(await opa(bench, 'inspect', 'b.tgz', '--format', 'json')) as { manifest: object }
    expect(inspected.manifest).toMatchObject({ revision: 'r8', rego_version: 1, roots: [''] })
    await server.stop()
  })

  test('signed: opa verifies it, and refuses it changed or with another key', async () => {
    const bench = await aBench(sources)
    await write(bench, { 'keys/other.pem': strangers.publicKey })
    const sign = ['--signing-key', 'keys/private.pem', '--signing-key-id', 'k1', '--scope', 'write']
    await stepgateBuild(bench, 'p', '--data', 'd.json', ...sign, '-o', 'b.tgz')
    const check = async (bundle: string, key: string, scope = 'write') => {
      const how = ['--verification-key', key, '--verification-key-id', 'k1', '--scope', scope, '-o', 'out.tgz']
      const { code, stdout, stderr } = await runOpa(['build', '-b', bundle, ...how], { cwd: bench })
      return code === 0 ? 'verified' : stdout + stderr
    }
    expect(await check('b.tgz', 'keys/public.pem')).toBe('verified')
    expect(await check('b.tgz', 'keys/other.pem')).toContain('failed to verify JWT signature')
    expect(await check('b.tgz', 'keys/public.pem', 'read')).toContain('scope mismatch')
    await write(bench, { 'changed.tgz': await change(bench, 'b.tgz', '/p/execute.rego', `${EXECUTE}\n`) })
    expect(await check('changed.tgz', 'keys/public.pem')).toContain('digest mismatch')
    const args = ['--bundle', 'b.tgz', '--verification-key', 'public.pem', '--verification-key-id', 'k1']
    const files = { 'b.tgz': await readFile(join(bench, 'b.tgz')), 'public.pem': ours.publicKey }
    const server = await startOpa({ files, args: [...args, '--scope', 'write'] })
    expect((await fetch(`${server.url}/health?bundles`)).status).toBe(200)
    await server.stop()
  })
})

/** This bundle with one of its files written over. */
async function change(cwd: string, bundle: string, path: string, content: string): Promise<Uint8Array> {
  const all = gunzipSync(await readFile(join(cwd, bundle)))
  const entries: Entry[] = []
  for (let at = 0; at < all.length && all[at] !== 0; ) {
    const name = all.toString('utf8', at, at + 100).split('\0')[0] ?? ''
    const size = Number.parseInt(all.toString('utf8', at + 124, at + 136), 8)
    entries.push({ name, content: name === path ? content : all.subarray(at + 512, at + 512 + size) })
    at += 512 + Math.ceil(size / 512) * 512
  }
  return tar(...entries)
}
