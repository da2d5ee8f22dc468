import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { toJsonSchema } from '@valibot/to-json-schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { casesSchema, packageSchema } from '../../../src/cli/test/cases/schema.js'
import { renderJunit } from '../../../src/cli/test/report/junit.js'
import { renderTap } from '../../../src/cli/test/report/tap.js'
import type { TestReport } from '../../../src/cli/test/result.js'
import { ROOT } from '../../support/runner.js'
import { type Files, POLICIES, runTest } from './running.js'

const schemaOf = (path: string) => JSON.parse(readFileSync(join(ROOT, 'schemas', path), 'utf8')) as object

const FILES: Files = {
  ...POLICIES,
  'policies/a_test.rego':
    'package a_test\n\ntest_good if true\n\ntest_bad if data.nothing\n\ntodo_test_later if true\n',
  'policies/cases.yaml': `cases:
  - { name: good, step: build, expect: pass }
  - { name: bad, step: deploy, expect: pass }
  - { name: wrong, step: deplyo, expect: pass }
  - { name: later, skip: not yet }
`,
}

describe('JSON', () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schemaOf('cli/test.schema.json'))
  const conforms = (text: string): unknown => {
    const value = JSON.parse(text) as unknown
    expect({ isValid: validate(value), errors: validate.errors }).toEqual({ isValid: true, errors: null })
    return value
  }
  test('is as its schema says, failures and coverage included', async () => {
    const { code, out } = await runTest(FILES, '--json', '--coverage', '--threshold', '10')
    expect(code).toBe(1)
    expect(conforms(out)).toMatchObject({
      ok: false,
      summary: { passed: 2, failed: 2, errored: 1, skipped: 2 },
      files: [{ path: 'policies/a_test.rego' }, { path: 'policies/cases.yaml' }],
      coverage: { threshold: 10 },
    })
  })
  test('is so for tests that cannot be run', async () => {
    const { code, out } = await runTest({ 'a_test.rego': 'package a\n\ntest_a if {\n' }, '--format', 'json')
    expect(code).toBe(2)
    expect(conforms(out)).toMatchObject({ error: { code: 'rego_parse_error', path: 'a_test.rego' } })
    const usage = await runTest({}, '--json', 'nowhere')
    expect(conforms(usage.out)).toMatchObject({ error: { code: 'ERR_TEST_PATH' } })
  })
})

describe('other formats', () => {
  test('TAP 14 numbers every test, and says why it skipped', async () => {
    const { out } = await runTest(FILES, '--format', 'tap')
    const lines = out.split('\n')
    expect(lines.slice(0, 3)).toEqual(['TAP version 14', '1..7', 'ok 1 - a_test.test_good'])
    expect(lines.filter((line) => /^(not )?ok /.test(line))).toEqual([
      'ok 1 - a_test.test_good',
      'not ok 2 - a_test.test_bad',
      'ok 3 - a_test.todo_test_later # SKIP',
      'ok 4 - policies/cases.yaml: good',
      'not ok 5 - policies/cases.yaml: bad',
      'not ok 6 - policies/cases.yaml: wrong',
      'ok 7 - policies/cases.yaml: later # SKIP not yet',
    ])
  })
  test('JUnit counts failures, errors and what was skipped', async () => {
    const { code, out } = await runTest(FILES, '--format', 'junit')
    expect(code).toBe(1)
    expect(out).toContain('<testsuites name="stepgate test" tests="7" failures="2" errors="1" skipped="2"')
    expect(out).toContain('<testcase name="test_bad" classname="a_test" file="policies/a_test.rego" line="5"')
    expect(out).toContain('<skipped message="not yet"/>')
    expect(out).toContain('deploy is for admin')
  })

  const hostile = '</failure>]]> & "x" \'y\' \u0000\u0007\u001b[31m \ud800 \uffff é 🙂\n# ok 9\n...'
  const report: TestReport = {
    files: [
      {
        path: hostile,
        kind: 'cases',
        tests: [
          { name: hostile, line: 1, column: 1, status: 'failed', ms: 1, failure: { message: hostile, hint: hostile } },
          { name: 'skipped', line: 1, column: 1, status: 'skipped', ms: 0, why: hostile },
        ],
      },
    ],
    summary: { passed: 0, failed: 1, errored: 0, skipped: 1 },
    ok: false,
    ms: 1,
    notes: [hostile],
  }
  test('nothing in a name breaks out of the XML', () => {
    const xml = renderJunit(report)
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uffff]/)
    expect(xml.match(/<\/failure>/g)).toHaveLength(1)
    expect(isWellFormed(xml)).toBe(true)
    expect(xml).toContain('🙂')
    expect(xml.isWellFormed?.() ?? true).toBe(true)
  })
  test('nothing in a name makes a line of TAP', () => {
    const lines = renderTap(report).split('\n')
    expect(lines.filter((line) => /^(not )?ok /.test(line))).toHaveLength(2)
    expect(lines.filter((line) => line.trim() === '...')).toHaveLength(1)
  })
})

/** Tags that nest, attributes in quotes, no bare `<` or `&`: as much of XML as this writer uses. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  const rest = xml
    .replace(/^<\?xml[^>]*\?>/, '')
    .replace(/<(\/?)([\w]+)((?: \w+="[^"<]*")*)(\/?)>/g, (_, close, name, __, self) => {
      if (close) {
        if (open.pop() !== name) open.push('!')
      } else if (!self) open.push(name)
      return ''
    })
  return open.length === 0 && !/[<>]/.test(rest) && !/&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(xml)
}

describe('the schema of tables for editors', () => {
  const rendered = () => ({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'cases.yaml of "stepgate test"',
    anyOf: [casesSchema, packageSchema].map((schema) => {
      const { $schema: _, ...rest } = toJsonSchema(schema, {
        errorMode: 'ignore',
        typeMode: 'output',
        target: 'draft-2020-12',
      })
      return rest
    }),
  })
  test('is the one that the parser uses', () => {
    expect(schemaOf('cases.schema.json')).toEqual(JSON.parse(JSON.stringify(rendered())))
  })
})

describe('coverage', () => {
  const RULES = 'package a\n\none if input.x == 1\n\ntwo if {\n\tinput.x == 2\n\tinput.y\n}\n'
  const TESTS = 'package a_test\n\nimport data.a\n\ntest_one if a.one with input as {"x": 1}\n'
  let plain: Awaited<ReturnType<typeof runTest>>
  beforeAll(async () => {
    plain = await runTest({ 'a.rego': RULES, 'a_test.rego': TESTS }, '--coverage')
  })
  test('says the percentage of each file, and the lines that nothing reached', () => {
    expect(plain.code).toBe(0)
    expect(plain.out).toMatch(/ +\d+(\.\d+)? % {2}a\.rego {2}not covered: 5-7\n/)
    expect(plain.out).not.toContain('a_test.rego  not')
  })
  test('under the threshold the command fails, at it it does not', async () => {
    const files = { 'a.rego': RULES, 'a_test.rego': TESTS }
    const under = await runTest(files, '--threshold', '90')
    expect({ code: under.code, out: under.out }).toEqual({
      code: 1,
      out: expect.stringContaining('the threshold is 90 %'),
    })
    expect((await runTest(files, '--threshold', '25')).code).toBe(0)
  })
  test('cases reach lines, too, and count together with Rego tests', async () => {
    const { out } = await runTest(
      { ...POLICIES, 'policies/cases.yaml': 'cases: [{ name: it, step: build, expect: pass }]\n' },
      '--coverage',
    )
    expect(out).toMatch(/policies\/check\.rego +not covered: 3, 7, 9, 11\n/)
    expect(out).not.toContain('stepgate')
  })
})
