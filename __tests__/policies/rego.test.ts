import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { EmbeddedOpa } from '../../src/pdp/local/embedded-opa.js'
import { anOpa, regoFiles } from '../support/opa.js'
import { ROOT } from '../support/runner.js'

const examples = readdirSync(join(ROOT, 'policies/examples'), { withFileTypes: true })
const packs = readdirSync(join(ROOT, 'policies')).filter((name) =>
  existsSync(join(ROOT, 'policies', name, 'pack.json')),
)
// Counting lines takes longer than reaching them.
const MINUTES_MS = 120_000

const folders = [
  'policies/base',
  ...packs.map((name) => `policies/${name}`),
  ...examples.filter((entry) => entry.isDirectory()).map(({ name }) => `policies/examples/${name}`),
]

describe('the Rego tests of each policy that ships', () => {
  let opa: EmbeddedOpa
  beforeAll(() => {
    opa = anOpa()
  })
  afterAll(() => opa.close())

  test.each(folders)(
    '%s passes them, and they reach every line',
    async (folder) => {
      const tested = await opa.test(
        { modules: regoFiles(folder), coverage: true, timeoutMs: MINUTES_MS },
        { timeoutMs: MINUTES_MS },
      )
      if (!tested.ok) throw new Error(JSON.stringify(tested.errors))
      expect(tested.results.length).toBeGreaterThan(0)
      expect(tested.results.filter((result) => !result.pass)).toEqual([])
      const missed = Object.entries(tested.coverage?.files ?? {}).flatMap(([file, { notCovered }]) =>
        notCovered.map(({ start }) => `${file}:${start}`),
      )
      expect(missed).toEqual([])
    },
    MINUTES_MS,
  )

  test('are formatted as OPA formats', async () => {
    for (const { path, text } of folders.flatMap((folder) => regoFiles(folder))) {
      const formatted = await opa.format({ path, text })
      expect(formatted).toMatchObject({ ok: true, text, changed: false })
    }
  })
})
