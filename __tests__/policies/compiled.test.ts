import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { PACKS } from '../../src/config/packs/index.js'
import { type Json, type JsonObject, sortKeys } from '../../src/core/json.js'
import type { EmbeddedOpa } from '../../src/pdp/local/embedded-opa.js'
import { anEngine, anOpa, regoFiles } from '../support/opa.js'
import { ROOT } from '../support/runner.js'

/**
 * The Rego tests of a pack are run by OPA's interpreter, and the pack is asked as WebAssembly: where the two differ, a test
 * says nothing of the product. So the tests are compiled as well.
 */

const names = [...PACKS.keys()]
const never = new AbortController().signal
const TIMEOUT_MS = 30_000

// It compares with the calendar of OPA, which WebAssembly lacks.
const INTERPRETED_ONLY = 'policies/time-restrictions/time_restrictions_calendar_test.rego'

async function runBoth(opa: EmbeddedOpa, folder: string) {
  const modules = regoFiles(folder).filter(({ path }) => path !== INTERPRETED_ONLY)
  const tests = modules.filter(({ path }) => path.endsWith('_test.rego'))
  const packages = [...new Set(tests.map(({ text }) => /^package (\S+)$/m.exec(text)?.[1] ?? ''))]
  const questions = packages.map((name) => ({ path: name.replaceAll('.', '/'), input: '{}' }))
  const prepared = await opa.prepare({ modules, entrypoints: questions.map(({ path }) => path) })
  const built = await opa.build()
  if (!prepared.ok || !built.ok) throw new Error(JSON.stringify([prepared, built]))
  const asked = questions.map(({ path }) => ({ path, input: {} }))
  const interpreted = await opa.eval(asked, { timeoutMs: TIMEOUT_MS })
  const engine = anEngine(built.wasm, { timeoutMs: TIMEOUT_MS })
  const compiled = await engine.evaluate(questions, never)
  await engine.close()
  return { tests, built, interpreted, compiled }
}

/** What all the packages have found, or the errors that say why not. */
const shown = (answers: readonly { readonly kind: string; readonly value?: unknown }[]): Json =>
  sortKeys(answers.map((answer) => (answer.kind === 'result' ? (answer.value as Json) : { ...answer, ns: 0 })) as Json)

describe('the Rego tests of each pack, compiled to WebAssembly', () => {
  let opa: EmbeddedOpa
  beforeAll(() => {
    opa = anOpa()
  })
  afterAll(() => opa.close())

  test.each(names)('%s passes them as it does in the interpreter', async (name) => {
    const { tests, built, interpreted, compiled } = await runBoth(opa, `policies/${name}`)
    expect(built.hostBuiltins).toEqual([])
    const written = tests.flatMap(({ text }) => text.match(/^test_\w+/gm) ?? [])
    const found: JsonObject = Object.assign({}, ...(shown(compiled) as readonly JsonObject[]))
    expect(Object.keys(found)).toEqual(expect.arrayContaining(written))
    expect(shown(compiled)).toEqual(shown(interpreted))
  })
})

describe('what is the same for every step', () => {
  test.each(names)('%s has a rule for it where it says so', (name) => {
    const { shared = false } = JSON.parse(readFileSync(join(ROOT, 'policies', name, 'pack.json'), 'utf8'))
    const rego = regoFiles(`policies/${name}`).filter(({ path }) => !path.endsWith('_test.rego'))
    expect(rego.some(({ text }) => /^shared :=/m.test(text))).toBe(shared)
  })
})
