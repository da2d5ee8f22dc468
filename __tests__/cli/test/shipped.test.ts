import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { workspaceSource } from '../../../src/config/source.js'
import { readRules } from '../../../src/pdp/local/rules.js'
import { ROOT } from '../../support/runner.js'
import { runTest, toolsIn } from './running.js'

const BASE = join(ROOT, 'policies/base')
const EXAMPLE = join(ROOT, 'examples/enterprise-policy')
const PACK_FOLDERS = readdirSync(join(ROOT, 'policies'))
  .map((name) => join(ROOT, 'policies', name))
  .filter((folder) => existsSync(join(folder, 'pack.json')))
const tablesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('cases.yaml'))

// What the config's own parser refuses before any rule is asked.
const UNREACHABLE: Readonly<Record<string, readonly string[]>> = { spending: ['not_understood'] }

describe('the tables that are shipped', () => {
  test.each([
    ['the base policy', BASE],
    ['the enterprise policy', EXAMPLE],
  ])('those of %s pass', async (_, folder) => {
    const { code, out, err } = await runTest(folder)
    expect({ code, failed: /failed|error/.exec(out), err }).toEqual({ code: 0, failed: null, err: '' })
    expect(out).toMatch(/cases\.yaml +\d+ passed/)
  })
  test.each(PACK_FOLDERS)('those of the pack in %s pass', async (folder) => {
    const tables = tablesIn(folder)
    expect(tables).toContain('cases.yaml')
    const { code, out, err } = await runTest(folder, ...tables)
    expect({ code, failed: /.*(?:failed|error)[\s\S]*/.exec(out)?.[0], err }).toEqual({
      code: 0,
      failed: undefined,
      err: '',
    })
  })
  test.each(PACK_FOLDERS)('those in %s name every rule of the pack', (folder) => {
    const pack = JSON.parse(readFileSync(join(folder, 'pack.json'), 'utf8')) as { readonly rules: object }
    const text = tablesIn(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n')
    expect(Object.keys(pack.rules).filter((rule) => !text.includes(`rule: ${rule}`))).toEqual(
      UNREACHABLE[basename(folder)] ?? [],
    )
  })
  test('are as the schema for editors says', () => {
    const schema = JSON.parse(readFileSync(join(ROOT, 'schemas/cases.schema.json'), 'utf8')) as object
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)
    const packs = PACK_FOLDERS.flatMap((folder) => tablesIn(folder).map((name) => join(folder, name)))
    for (const path of [join(BASE, 'cases.yaml'), join(EXAMPLE, 'policies/cases.yaml'), ...packs])
      expect({
        path,
        isValid: validate(parse(readFileSync(path, 'utf8'), { merge: true })),
        errors: validate.errors,
      }).toMatchObject({
        isValid: true,
      })
  })
  test('the examples in docs/testing.md are tables, too', async () => {
    const { parseCases } = await import('../../../src/cli/test/cases/parse.js')
    const blocks = readFileSync(join(ROOT, 'docs/testing.md'), 'utf8').split('```yaml\n').slice(1)
    expect(blocks.length).toBeGreaterThan(1)
    for (const block of blocks) parseCases('docs/testing.md', Buffer.from(block.split('```')[0] ?? ''))
  })
})

test('a table beside rules is no rule: the gate neither reads nor digests nor mentions it', async () => {
  const { tools } = toolsIn(EXAMPLE)
  const files: { readonly path: string }[] = []
  const refuse = async (): Promise<never> => {
    throw new Error('there is no bundle here')
  }
  const { rules, beside } = await readRules(
    workspaceSource(tools.io.cwd),
    { rules: ['policies'] },
    { open: refuse, fetch: refuse },
    files as never[],
  )
  expect(beside).toEqual([])
  expect(files.map(({ path }) => path).sort()).toEqual(
    readdirSync(join(EXAMPLE, 'policies'))
      .filter((name) => name.endsWith('.rego'))
      .map((name) => `policies/${name}`)
      .sort(),
  )
  expect(rules.kind).toBe('rego')
})
