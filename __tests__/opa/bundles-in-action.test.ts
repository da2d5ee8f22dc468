import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { expectClosed } from '../support/closed.js'
import { aPullRequest } from '../support/events.js'
import { serve } from '../support/loopback.js'
import { OPA } from '../support/opa-binary.js'
import { aConfig, checkPackage, GATED } from '../support/repositories.js'
import { CLI_NODE, type Files, ROOT, runAction } from '../support/runner.js'

/** Bundles by `opa build` and by `stepgate build`, through the built action: what is signed, and what only looks like it. */

const RULES = checkPackage('default allowed := false\n\nallowed if input.check.id in data.open')
let folder: string
let keys: Readonly<Record<'good' | 'other', { readonly key: string; readonly pub: string }>>

const opa = (...args: readonly string[]) => execFileSync(OPA, args, { cwd: folder, stdio: 'pipe' })
const stepgate = (...args: readonly string[]) =>
  execFileSync(CLI_NODE, [join(ROOT, 'dist/cli/index.js'), ...args], { cwd: folder, stdio: 'pipe' })
const bytesOf = (path: string) => readFile(join(folder, path))

async function aKey(name: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pub = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const key = join(folder, `${name}.key`)
  await writeFile(key, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  return { key, pub }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stepgate-bundles-'))
  await mkdir(join(folder, 'policy'))
  await writeFile(join(folder, 'policy/main.rego'), RULES)
  await writeFile(join(folder, 'policy/data.json'), '{"open": ["build"]}')
  keys = { good: await aKey('good'), other: await aKey('other') }
  const signed = (key: string) => ['--signing-key', key, '--signing-alg', 'ES256']
  opa('build', '-b', 'policy', '-r', 'r1', '-o', 'plain.tar.gz')
  opa('build', '-b', 'policy', '-r', 'r1', '-o', 'signed.tar.gz', ...signed(keys.good.key))
  opa('build', '-b', 'policy', '-r', 'r1', '-o', 'by-other.tar.gz', ...signed(keys.other.key))
  opa('build', '-b', 'policy', '-t', 'wasm', '-e', 'visor', '-o', 'wasm.tar.gz')
  stepgate('build', 'policy', '-r', 'r2', '-o', 'ours.tar.gz', '--data', 'policy/data.json', ...signed(keys.good.key))
  await cp(join(folder, 'policy'), join(folder, 'laid-out'), { recursive: true })
  execFileSync('tar', ['xzf', '../signed.tar.gz'], { cwd: join(folder, 'laid-out') })
})
afterAll(() => rm(folder, { recursive: true }))

const verify = (key = 'good.pub', more = '') => `verify: { key: ./${key}, algorithm: ES256${more} }`
const judge = async (rules: string, files: Files, more = '', inputs: Readonly<Record<string, string>> = {}) =>
  runAction({
    files: {
      '.visor.yaml': aConfig(
        `engine: local\nrules: "${rules}"\nscopes: [check.execute]\n${more}`,
        'build: {}\ndeploy: {}',
      ),
      'good.pub': keys.good.pub,
      'other.pub': keys.other.pub,
      ...files,
    },
    event: aPullRequest(),
    inputs: { ...GATED, 'audit-log': 'audit.jsonl', ...inputs },
  })

const OPEN = { code: 0, allowed: '["build"]', denied: '["deploy"]' }
const summaryOf = ({ code, outputs: { allowed, denied } }: Awaited<ReturnType<typeof judge>>) => ({
  code,
  allowed,
  denied,
})

describe('what is taken', () => {
  test.each([
    ['a bundle of opa build', 'plain.tar.gz', '', 'r1'],
    ['the same, signed', 'signed.tar.gz', 'verify', 'r1'],
    ['one that is compiled', 'wasm.tar.gz', '', undefined],
    ['one of stepgate build, signed', 'ours.tar.gz', 'verify', 'r2'],
  ])('%s', async (_name, file, how, revision) => {
    const run = await judge(`./${file}`, { [file]: await bytesOf(file) }, how === '' ? '' : verify())
    expect(summaryOf(run)).toEqual(OPEN)
    const [event] = ((await run.read('audit.jsonl')) ?? '').split('\n').map((line) => line && JSON.parse(line))
    expect(event.bundles).toEqual(revision === undefined ? event.bundles : { [file]: { revision } })
  })

  test('a folder that is laid out as a bundle', async () => {
    const files: Record<string, Uint8Array> = {}
    for (const name of await readdir(join(folder, 'laid-out'))) {
      // OPA signs what it writes: the policy by its place in the bundle.
      if (name !== 'policy') files[`bundle/${name}`] = await bytesOf(`laid-out/${name}`).catch(() => new Uint8Array())
    }
    const { 'bundle/.signatures.json': _signatures, ...unsigned } = files
    expect(Object.keys(files)).toContain('bundle/.manifest')
    const kept = Object.fromEntries(Object.entries(unsigned).filter(([, bytes]) => bytes.length > 0))
    expect(summaryOf(await judge('./bundle', kept))).toEqual(OPEN)
  })
})

describe('what is not, and closes', () => {
  const tampered = async () => {
    const [signed, plain] = [join(folder, 'signed.tar.gz'), join(folder, 'tampered')]
    await rm(plain, { recursive: true, force: true })
    await mkdir(plain)
    execFileSync('tar', ['xzf', signed], { cwd: plain })
    await writeFile(join(plain, 'data.json'), '{"open": ["build", "deploy"]}')
    execFileSync('tar', ['czf', '../tampered.tar.gz', '.'], { cwd: plain })
    return bytesOf('tampered.tar.gz')
  }

  test.each<[string, string, () => Promise<Files>, string, string]>([
    [
      'an unsigned bundle',
      './b.tar.gz',
      async () => ({ 'b.tar.gz': await bytesOf('plain.tar.gz') }),
      verify(),
      'ERR_BUNDLE_UNSIGNED',
    ],
    [
      'one of another key',
      './b.tar.gz',
      async () => ({ 'b.tar.gz': await bytesOf('by-other.tar.gz') }),
      verify(),
      'ERR_BUNDLE_SIGNATURE',
    ],
    [
      'one with changed data',
      './b.tar.gz',
      async () => ({ 'b.tar.gz': await tampered() }),
      verify(),
      'ERR_BUNDLE_SIGNATURE',
    ],
    [
      'another scope',
      './b.tar.gz',
      async () => ({ 'b.tar.gz': await bytesOf('signed.tar.gz') }),
      verify('good.pub', ', scope: write'),
      'ERR_BUNDLE_SIGNATURE',
    ],
    [
      'a signed one that nobody verifies',
      './b.tar.gz',
      async () => ({ 'b.tar.gz': await bytesOf('signed.tar.gz') }),
      '',
      'ERR_BUNDLE_UNVERIFIED',
    ],
    [
      'a folder of Rego where a signature is asked for',
      './rules',
      async () => ({ 'rules/main.rego': checkPackage('allowed := true') }),
      verify(),
      'ERR_BUNDLE_UNSIGNED',
    ],
    [
      'a key that is not there',
      './b.tar.gz',
      async () => ({ 'b.tar.gz': await bytesOf('signed.tar.gz') }),
      verify('gone.pub'),
      'ERR_BUNDLE_KEY',
    ],
    [
      'half a file',
      './b.tar.gz',
      async () => ({ 'b.tar.gz': (await bytesOf('plain.tar.gz')).subarray(0, 200) }),
      '',
      'ERR_BUNDLE_UNREADABLE',
    ],
  ])('%s', async (_name, rules, files, more, errorCode) => {
    expectClosed(await judge(rules, await files(), more), { code: 1, errorCode })
  })
})

describe('an address', () => {
  test('is fetched, held against its pin, and not asked for again', async () => {
    const bundle = await bytesOf('plain.tar.gz')
    const sha256 = execFileSync('sha256sum', [join(folder, 'plain.tar.gz')])
      .toString()
      .slice(0, 64)
    const server = await serve(() => ({ body: bundle }))
    const [right, wrong] = [
      await judge(`${server.url}/b.tar.gz@sha256:${sha256}`, {}),
      await judge(`${server.url}/b.tar.gz@sha256:${'0'.repeat(64)}`, {}),
    ]
    await server.close()
    expect(summaryOf(right)).toEqual(OPEN)
    expectClosed(wrong, { code: 1, errorCode: 'ERR_BUNDLE_DIGEST' })
    expect(server.seen.map(({ url }) => url)).toEqual(['/b.tar.gz', '/b.tar.gz'])
  })

  test('needs a pin or a signature', async () => {
    expectClosed(await judge('https://example.com/b.tar.gz', {}), { code: 2, errorCode: 'ERR_CONFIG_UNPINNED' })
  })

  test('of somebody who is gone closes', async () => {
    const gone = await serve(() => ({ body: '' }))
    await gone.close()
    expectClosed(await judge(`${gone.url}/b.tar.gz`, {}, verify()), { code: 1, errorCode: 'ERR_BUNDLE_FETCH' })
  })
})
