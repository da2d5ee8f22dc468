import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { CATALOGUE, RULE_IDS } from '../../../src/cli/policy-check/catalogue.js'
import { examine } from '../../../src/cli/policy-check/examine.js'
import { load } from '../../../src/cli/policy-check/load.js'
import { EmbeddedOpa } from '../../../src/pdp/local/embedded-opa.js'
import { CASES } from './cases.js'
import { aFolder, type Files, removeFolders, SOUND, toolsIn } from './support.js'

/** Every rule over real policies and the real OPA: it speaks where something is wrong, and is silent where it is mended. */

const opa = new EmbeddedOpa(toolsIn('/').parts.childOptions)
afterAll(() => opa.close())
afterEach(removeFolders)

async function check(files: Files, input?: object) {
  const cwd = aFolder(files)
  const tools = toolsIn(cwd)
  const paths = Object.hasOwn(files, '.visor.yaml') ? [] : ['.']
  return examine(await load({ paths }, tools), input && { ...input }, opa, tools)
}

test('a sound repository has no findings, and everything was looked for', async () => {
  const { findings, notChecked, entrypoints } = await check(SOUND)
  expect({ findings, notChecked, entrypoints }).toEqual({
    findings: [],
    notChecked: [],
    entrypoints: ['visor/check/execute'],
  })
})

describe.each(CASES)('$rule: $name', ({ rule, files, mended, at, says = '', wayOut = '', level, input }) => {
  test('is found', async () => {
    const { findings } = await check(files, input)
    const [found] = findings.filter((finding) => finding.rule === rule)
    expect(found).toMatchObject({
      level: level ?? CATALOGUE[rule].level,
      message: expect.stringContaining(says),
      wayOut: expect.stringContaining(wayOut),
    })
    if (!at || !found) return
    const [path, text] = at
    expect(found.path).toBe(path)
    if (text === '') return
    const line = String(files[path]).split('\n')[(found.line ?? 0) - 1] ?? ''
    expect(line.slice((found.column ?? 0) - 1)).toContain(text)
    expect(line.slice((found.column ?? 0) - 1).startsWith(text)).toBe(true)
  })

  if (mended)
    test('is gone once it is mended', async () => {
      const { findings } = await check(mended)
      const kept = findings.filter((finding) => [rule, 'syntax', 'compile'].includes(finding.rule))
      expect(kept).toEqual([])
    })
})

test('every rule has a case; what no policy is known to be refused for is tried by hand', () => {
  const tried: ReadonlySet<string> = new Set([...CASES.map(({ rule }) => rule), 'wasm'])
  expect(RULE_IDS.filter((rule) => !tried.has(rule))).toEqual([])
})
