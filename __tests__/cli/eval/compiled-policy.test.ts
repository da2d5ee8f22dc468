import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import { evaluate } from '../../../src/cli/eval.js'
import { compileWasm } from '../../support/policies.js'
import { aConfig } from '../../support/repositories.js'
import { folderOf, say } from './asking.js'

/** The working tree is the trusted source of the command line: a compiled policy of the environment answers there, and is said. */

let wasm: Uint8Array
beforeAll(async () => {
  const rego = 'package visor.check.execute\n\nallowed := false\n\nreason := "the compiled policy says no"\n'
  wasm = await compileWasm(rego, ['visor/check/execute'])
})
const config = (more = '') =>
  aConfig(`engine: local\nfallback: deny\nscopes: [check.execute]\npacks: [capabilities]\n${more}`, 'deploy: {}')
const inFolder = (text: string, path: string): string => {
  const cwd = folderOf({ '.visor.yaml': text })
  mkdirSync(join(cwd, 'policies'), { recursive: true })
  writeFileSync(join(cwd, path), wasm)
  return cwd
}

test('stepgate eval asks the compiled policy that the environment names', async () => {
  const cwd = inFolder(config(), 'my.wasm')
  expect((await say(evaluate, ['deploy'], { cwd })).code).toBe(0)
  const { code, out, err } = await say(evaluate, ['deploy'], { cwd, io: { env: { OPA_POLICY_WASM_PATH: 'my.wasm' } } })
  expect([code, out]).toEqual([1, expect.stringContaining('the compiled policy says no')])
  expect(err).toContain('the compiled policy "my.wasm" (OPA_POLICY_WASM_PATH) stands in the place of the base policy')
})

test('stepgate eval asks the one that lies where it is looked for', async () => {
  const { code, err } = await say(evaluate, ['deploy'], { cwd: inFolder(config(), 'policies/capabilities.wasm') })
  expect([code, err]).toEqual([1, expect.stringContaining('the place where the pack capabilities looks for one')])
})

test('stepgate eval fails where what is named is not there', async () => {
  const cwd = inFolder(config(), 'policies/capabilities.wasm')
  const { code, err } = await say(evaluate, ['deploy'], { cwd, io: { env: { OPA_POLICY_WASM_PATH: 'no.wasm' } } })
  expect([code, err]).toEqual([2, expect.stringContaining('OPA_POLICY_WASM_PATH names "no.wasm", which is not there')])
})
