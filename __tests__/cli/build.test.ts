import { createHash, generateKeyPairSync } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { build } from '../../src/cli/build.js'
import { runCommand } from '../support/cli.js'
import { anOpa } from '../support/opa.js'
import { schemaOf } from '../support/schemas.js'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate-cli-build-')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let n = 0
let cwd = ''
beforeEach(() => {
  cwd = join(root, String(++n))
  mkdirSync(cwd)
})

type Files = Readonly<Record<string, string>>

async function run(files: Files, ...args: readonly string[]) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
  return runCommand(build, args, { cwd })
}

const bytesOf = (path = 'bundle.tar.gz') => readFileSync(join(cwd, path))

/** What is in the bundle that was written. */
async function open(path?: string) {
  const opa = anOpa()
  try {
    const reply = await opa.openBundle({ tar: bytesOf(path).toString('base64') })
    if (!reply.ok) throw new Error(reply.errors[0]?.message)
    return reply
  } finally {
    opa.close()
  }
}

const EXECUTE = 'package visor.check.execute\ndefault allowed := false\nallowed if input.x == data.limits.max\n'
const OWN = 'package visor.deploy\nproduction := {"allowed": true}\n'
const CONFIG = `version: "1.0"
policy: { engine: local, rules: policies, data: limits.yaml }
steps:
  deploy: { type: command, policy: { rule: deploy/production } }
`
const REPO: Files = {
  '.visor.yaml': CONFIG,
  'policies/execute.rego': EXECUTE,
  'policies/execute_test.rego': 'package visor.check.execute_test\n',
  'policies/own.rego': OWN,
  'limits.yaml': 'limits: { max: 3 }',
}

describe('stepgate build', () => {
  test('packs what the config names, and says how to pin it', async () => {
    const { code, out, err } = await run(REPO, '-r', 'v1.2.3')
    expect({ code, out }).toEqual({ code: 0, out: '' })
    const sha256 = createHash('sha256').update(bytesOf()).digest('hex')
    expect(err.split('\n')).toEqual([
      `bundle.tar.gz: 2 Rego files and data, with policy.wasm, ${bytesOf().length} bytes`,
      'entrypoints: visor/deploy/production, visor/check/execute',
      'revision: v1.2.3',
      `sha256: ${sha256}`,
      `to pin it: https://example.com/bundle.tar.gz@sha256:${sha256}`,
    ])
    const bundle = await open()
    expect(bundle).toMatchObject({ revision: 'v1.2.3', roots: [''], dataText: '{"limits":{"max":3}}' })
    expect(bundle.modules).toEqual([
      { path: '/policies/execute.rego', text: EXECUTE, version: 'v1' },
      { path: '/policies/own.rego', text: OWN, version: 'v1' },
    ])
    expect(bundle.wasm.map(({ path }) => path)).toEqual(['/policy.wasm'])
  })

  test('says it for programs', async () => {
    const { code, out } = await run(REPO, '-r', 'v1.2.3', '--json')
    const answer = JSON.parse(out)
    expect([code, schemaOf('cli/build')(answer)]).toEqual([0, ''])
    expect(answer).toMatchObject({
      output: 'bundle.tar.gz',
      sha256: createHash('sha256').update(bytesOf()).digest('hex'),
      files: ['policies/execute.rego', 'policies/own.rego'],
      data: true,
      revision: 'v1.2.3',
    })
    const failed = await run({ ...REPO, 'policies/own.rego': 'package a\n\nb if {\n' }, '--json')
    expect([failed.code, failed.out]).toEqual([1, ''])
  })

  test('packs what the arguments name, and nothing of the config', async () => {
    const { code, err } = await run(REPO, 'policies/execute.rego', '--target', 'rego', '--output', 'out/b.tgz')
    expect({ code, err }).toEqual({
      code: 2,
      err: 'stepgate build: error[ERR_USAGE]: "out/b.tgz" cannot be written (ENOENT)',
    })
    mkdirSync(join(cwd, 'out'))
    expect(await run({}, './policies/execute.rego', '--target', 'rego', '--output', 'out/b.tgz')).toMatchObject({
      code: 0,
    })
    const bundle = await open('out/b.tgz')
    expect(bundle.modules.map(({ path }) => path)).toEqual(['/policies/execute.rego'])
    expect([bundle.dataText, bundle.wasm]).toEqual([undefined, []])
  })

  const WITH_DATA: Files = {
    'p/a.rego': 'package visor.check.execute\n\nallowed := data.open\n',
    'p/data.json': '{"open": true}',
    'p/limits/data.yaml': 'most: 12345678901234567890\n',
  }
  const dataOf = async () => (await open('bundle.tar.gz')).dataText

  test('takes a folder with its data, as opa build does', async () => {
    expect((await run(WITH_DATA, 'p')).err).toContain('1 Rego file and data')
    expect(await dataOf()).toBe('{"limits":{"most":12345678901234567890},"open":true}')
  })

  test('says which data beside the rules it leaves out', async () => {
    const { err } = await run({ ...WITH_DATA, 'q/b.rego': 'package visor.tool.invoke\n\nallowed := true\n' }, 'p', 'q')
    expect(err).toContain('p/data.json is not in it: name it with --data')
    expect((await run({}, 'p', '--data', 'p/data.json')).err).toContain('p/limits/data.yaml is not in it')
    expect(await dataOf()).toBe('{"open":true}')
  })

  test('keeps what the manifest of a folder says', async () => {
    const manifest = '{"revision": "R7", "roots": ["visor", "open", "limits"]}'
    expect((await run({ ...WITH_DATA, 'p/.manifest': manifest }, 'p')).err).toContain('revision: R7')
    expect(await open('bundle.tar.gz')).toMatchObject({ revision: 'R7', roots: ['visor', 'open', 'limits'] })
    expect((await run({}, 'p', '--revision', 'R8')).err).toContain('revision: R8')
  })

  test('takes paths from anywhere', async () => {
    await run(WITH_DATA, 'p')
    const [inside, bytes] = [await open('bundle.tar.gz'), await dataOf()]
    for (const path of [join(cwd, 'p'), `../${join(String(n), 'p')}`]) {
      expect(await run({}, path)).toMatchObject({ code: 0 })
      expect([(await open('bundle.tar.gz')).modules.length, await dataOf()]).toEqual([inside.modules.length, bytes])
    }
  })

  test('adds the entrypoints that are named', async () => {
    const { err } = await run(REPO, 'policies', '-e', 'visor/deploy/production')
    expect(err).toContain('entrypoints: visor/deploy/production, visor/check/execute\n')
  })

  test('gives the same bytes for the same files, and writes over what was there', async () => {
    await run(REPO)
    const first = bytesOf()
    writeFileSync(join(cwd, 'bundle.tar.gz'), 'old')
    await run({})
    expect(bytesOf().equals(first)).toBe(true)
    expect(readdirSync(cwd).sort()).toEqual(['.visor.yaml', 'bundle.tar.gz', 'limits.yaml', 'policies'])
    expect(statSync(join(cwd, 'bundle.tar.gz')).mode & 0o111).toBe(0)
  })

  test('signs, and never shows the key', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    })
    const signed = await run({ ...REPO, 'k.pem': privateKey }, '--signing-key', 'k.pem', '--scope', 'write')
    expect(signed.code).toBe(0)
    expect(signed.err).toContain('signed: RS256, key id "default"')
    expect(signed.err).not.toContain('PRIVATE')
    const opa = anOpa()
    const verify = { key: publicKey, keyId: 'default', algorithm: 'RS256', scope: 'write' }
    expect(await opa.openBundle({ tar: bytesOf().toString('base64'), verify })).toMatchObject({ ok: true })
    expect(await opa.openBundle({ tar: bytesOf().toString('base64') })).toMatchObject({ ok: false })
    opa.close()
    const wrong = await run({ 'k.pem': 'a shared secret' }, '--signing-key', 'k.pem')
    expect(wrong).toMatchObject({ code: 1, out: '', err: expect.stringContaining('the key for RS256 is not a PEM') })
  })

  test.each<{ name: string; files?: Files; args: readonly string[]; code: number; says: string }>([
    { name: 'no config and no paths', files: { '.visor.yaml': '' }, args: [], code: 1, says: '.visor.yaml' },
    {
      name: 'a config that is wrong',
      files: { '.visor.yaml': 'version: "1.0"\npolicy: { engine: lokal }\nsteps: {}' },
      args: [],
      code: 1,
      says: '.visor.yaml:2:19\n',
    },
    {
      name: 'a config without rules',
      files: { '.visor.yaml': 'version: "1.0"\nsteps: { a: { type: command } }' },
      args: [],
      code: 1,
      says: 'has no "policy.rules"',
    },
    { name: 'a path that is not there', args: ['nowhere'], code: 1, says: 'PATHS name "nowhere", which is not there' },
    { name: 'an address', args: ['https://example.com/b.tar.gz'], code: 1, says: 'is elsewhere' },
    {
      name: 'an algorithm that is none',
      files: { k: 'x' },
      args: ['--signing-key', 'k', '--signing-alg', 'none'],
      code: 2,
      says: 'is one of RS256',
    },
    {
      name: 'Rego that does not compile',
      files: { 'a.rego': 'package visor.check.execute\n\nallowed := x' },
      args: ['a.rego'],
      code: 1,
      says: 'error[rego_unsafe_var_error]: var x is unsafe\n  → a.rego:3:12\n',
    },
    {
      name: 'an entrypoint that is not there',
      args: ['policies', '-e', 'visor/none'],
      code: 1,
      says: 'no rule and no package is at the entrypoint "visor/none"',
    },
    {
      name: 'nothing to ask',
      files: { 'a.rego': 'package a\nx := 1' },
      args: ['a.rego'],
      code: 1,
      says: '"--entrypoint"',
    },
    { name: 'an unknown flag', args: ['--outptu', 'x'], code: 2, says: 'did you mean "--output"?' },
    { name: 'an unknown target', args: ['-t', 'plan'], code: 2, says: '"--target" is one of wasm, rego, and not' },
    { name: 'a scope without a key', args: ['--scope', 'x'], code: 2, says: '"--signing-key" is missing' },
    { name: 'a key that is not there', args: ['--signing-key', 'k'], code: 2, says: '"k" cannot be read (ENOENT)' },
  ])('refuses $name', async ({ files = {}, args, code, says }) => {
    const found = await run({ ...REPO, ...files }, ...args)
    expect(found).toMatchObject({ code, out: '' })
    expect(found.err).toContain(says)
    expect(readdirSync(cwd)).not.toContain('bundle.tar.gz')
  })

  test('says what it can do', async () => {
    const { code, out } = await run({}, '--help')
    expect(code).toBe(0)
    expect(out.match(/^ {2}stepgate build/gm)).toHaveLength(2)
  })
})
