import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { aPullRequest } from '../support/events.js'
import { judgeOn } from '../support/on-github.js'
import { aPacked, shown } from '../support/packs.js'
import { compileWasm } from '../support/policies.js'
import { aConfig, GATED } from '../support/repositories.js'
import { type Files, runAction } from '../support/runner.js'

/** A compiled policy that the environment names, or that lies where one is looked for: only of a working tree, and said so. */

const REGO = (allowed: string) =>
  `package visor.check.execute\n\nallowed := ${allowed}\n\nreason := "the compiled policy says no"\n`
let denies: Uint8Array
let allows: Uint8Array
let asksData: Uint8Array
let other: Uint8Array
let folder: string
beforeAll(async () => {
  const build = (rego: string, entrypoint = 'visor/check/execute') => compileWasm(rego, [entrypoint])
  denies = await build(REGO('false'))
  allows = await build(REGO('true'))
  asksData = await build(REGO('data.open == true'))
  other = await build('package capabilities\n\nallow := true', 'capabilities/allow')
  folder = await mkdtemp(join(tmpdir(), 'stepgate-wasm-'))
})
afterAll(() => rm(folder, { recursive: true }))

const config = (more = '', packs = '[capabilities]') =>
  aConfig(`engine: local\nfallback: deny\nscopes: [check.execute]\npacks: ${packs}\n${more}`, 'deploy: {}')
const judge = (files: Files, env: Record<string, string> = {}, text = config()) =>
  runAction({ files: { '.visor.yaml': text, ...files }, event: aPullRequest(), inputs: GATED, env })
const said = (run: Awaited<ReturnType<typeof judge>>) => run.annotations.map(({ message }) => message).join('\n')
const CAPS = 'policies/capabilities.wasm'

describe('a compiled policy in the environment', () => {
  test.each<[string, (path: string) => string]>([
    ['absolute', (path) => path],
    ['relative to the workspace', () => 'compiled/my.wasm'],
  ])('by a path that is %s', async (_name, pathOf) => {
    const absolute = join(folder, 'my.wasm')
    await writeFile(absolute, denies)
    const path = pathOf(absolute)
    const run = await judge({ 'compiled/my.wasm': denies }, { OPA_POLICY_WASM_PATH: path })
    expect(shown(run)).toMatchObject({ outcome: 'block', reason: 'the compiled policy says no' })
    expect(said(run)).toContain(`the compiled policy ${JSON.stringify(path)} (OPA_POLICY_WASM_PATH)`)
    expect(said(run)).toContain('stands in the place of the base policy')
  })

  test('counts for the digest of the policy, with its data', async () => {
    const env = { OPA_POLICY_WASM_PATH: 'a.wasm' }
    const digests = await Promise.all(
      [{ 'a.wasm': denies }, { 'a.wasm': allows }, { 'a.wasm': allows, 'data.json': '{}' }].map((files) =>
        judge(files, env),
      ),
    )
    expect(new Set(digests.map(({ outputs }) => outputs['policy-digest'])).size).toBe(3)
  })

  test.each<[string, string, Files, string]>([
    ['is not there', 'no.wasm', {}, 'ERR_RULES_MISSING'],
    ['is below a file', '.visor.yaml/no.wasm', {}, 'ERR_RULES_MISSING'],
    ['is a folder', 'policies', { [CAPS]: 'x' }, 'ERR_RULES_UNREADABLE'],
    ['is no WebAssembly', 'a.wasm', { 'a.wasm': 'allow := true' }, 'ERR_RULES_KIND'],
    ['is empty', 'a.wasm', { 'a.wasm': '' }, 'ERR_RULES_KIND'],
    ['is broken WebAssembly', 'a.wasm', { 'a.wasm': Buffer.from('\0asm\x01\0\0\0nonsense') }, 'ERR_POLICY_LOAD'],
    ['was built for another question', 'other.wasm', {}, 'ERR_ENTRYPOINT_MISSING'],
  ])('that %s is a failure, and nothing else is looked for', async (_name, path, files, code) => {
    const run = await judge({ [CAPS]: allows, 'other.wasm': other, ...files }, { OPA_POLICY_WASM_PATH: path })
    expect(shown(run)).toMatchObject({ outcome: 'block', reason_code: 'evaluation_failed', error_code: code })
  })

  test('that is an empty text is none', async () => {
    const run = await judge({}, { OPA_POLICY_WASM_PATH: '' })
    expect(shown(run).outcome).toBe('pass')
  })
})

describe('the places where one is looked for', () => {
  const places = [CAPS, 'services/orchestrator/policies/capabilities.wasm', 'infra/policies/dist/capabilities.wasm']

  test('in their order, after the environment', async () => {
    for (const [i, place] of places.entries()) {
      const files = Object.fromEntries(places.slice(i).map((path) => [path, path === place ? denies : allows]))
      expect(shown(await judge(files)).reason).toBe('the compiled policy says no')
      expect(shown(await judge({ ...files, 'a.wasm': allows }, { OPA_POLICY_WASM_PATH: 'a.wasm' })).outcome).toBe(
        'pass',
      )
    }
  })

  test('only with the pack capabilities, and only without rules of the config', async () => {
    expect(shown(await judge({ [CAPS]: denies }, {}, config('', '[default]'))).outcome).toBe('pass')
    const rules = { 'rules/p.rego': 'package visor.check.execute\n\nallowed := true\n' }
    expect(shown(await judge({ [CAPS]: denies, ...rules }, {}, config('rules: ./rules'))).outcome).toBe('pass')
  })

  test('not by a link that leads out of the repository', async () => {
    await writeFile(join(folder, 'allows.wasm'), allows)
    const run = await judge({ [CAPS]: { link: join(folder, 'allows.wasm') } })
    expect(shown(run)).toMatchObject({ outcome: 'block', error_code: 'ERR_SOURCE_OUTSIDE' })
  })
})

describe('its data', () => {
  const env = { OPA_POLICY_WASM_PATH: 'policies/my.wasm' }
  const outcome = async (files: Files, more: Record<string, string> = {}, text = config()) =>
    shown(await judge({ 'policies/my.wasm': asksData, ...files }, { ...env, ...more }, text))

  test('are beside it, or where the environment says', async () => {
    expect(await outcome({})).toMatchObject({ outcome: 'block' })
    expect(await outcome({ 'policies/data.json': '{"open": true}' })).toMatchObject({ outcome: 'pass' })
    const named = { OPA_POLICY_DATA_PATH: 'mine.json' }
    expect(await outcome({ 'mine.json': '{"open": true}' }, named)).toMatchObject({ outcome: 'pass' })
    expect(
      await outcome({ 'mine.json': '{"open": false}', 'policies/data.json': '{"open": true}' }, named),
    ).toMatchObject({ outcome: 'block' })
  })

  test.each<[string, Files, Record<string, string>, string]>([
    ['are named and not there', {}, { OPA_POLICY_DATA_PATH: 'no.json' }, 'ERR_DATA_MISSING'],
    ['are no JSON', { 'policies/data.json': 'open: true' }, {}, 'ERR_DATA_UNREADABLE'],
    ['are a list', { 'policies/data.json': '[]' }, {}, 'ERR_DATA_SHAPE'],
  ])('that %s are a failure', async (_name, files, more, code) =>
    expect(await outcome(files, more)).toMatchObject({ outcome: 'block', error_code: code }),
  )

  test('are those of the config where it names some', async () => {
    const text = config('data: ./own.json')
    const files = { 'own.json': '{"open": true}', 'policies/data.json': '{"open": false}' }
    expect(await outcome(files, {}, text)).toMatchObject({ outcome: 'pass' })
  })
})

describe('is not read, and the run says so', () => {
  const env = { OPA_POLICY_WASM_PATH: 'a.wasm', OPA_POLICY_DATA_PATH: 'a.json' }

  test('where the config names its own rules', async () => {
    const rules = { 'rules/p.rego': 'package visor.check.execute\n\nallowed := true\n' }
    const run = await judge({ 'a.wasm': denies, ...rules }, env, config('rules: ./rules'))
    expect(shown(run).outcome).toBe('pass')
    for (const name of Object.keys(env))
      expect(said(run)).toContain(`${name} is not read: the config names its own "policy.rules"`)
  })

  test('where the source is the trusted one', async () => {
    const run = await judgeOn(aPacked('[capabilities]'), { files: { 'a.wasm': denies }, env })
    expect(run.outputs.allowed).toBe('["deploy"]')
    expect(said(run)).toContain('OPA_POLICY_WASM_PATH is not read: the policies come from the trusted source')
  })

  test('where there are data and no policy', async () => {
    const run = await judge({ 'a.json': '{}' }, { OPA_POLICY_DATA_PATH: 'a.json' })
    expect(said(run)).toContain('OPA_POLICY_DATA_PATH is not read: there is no compiled policy to go with it')
  })
})
