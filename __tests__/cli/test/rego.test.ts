import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { aFolder, type Files, runTest } from './running.js'

const RULE = 'package a\n\nallow if input.x == 1\n'
const TESTS = `package a_test

import data.a

test_one if a.allow with input as {"x": 1}

test_two if a.allow with input as {"x": 2}

todo_test_three if false
`

describe('Rego tests', () => {
  test('pass, fail and are skipped, with a line for each file and one for all', async () => {
    const { code, out } = await runTest({ 'a.rego': RULE, 'a_test.rego': TESTS }, '.')
    expect(code).toBe(1)
    expect(out).toContain('✘ a_test.rego  1 passed, 1 failed, 1 skipped')
    expect(out).toContain('✘ a_test.test_two')
    expect(out).toMatch(/\n1 passed, 1 failed, 1 skipped \(\d+\.\d s\)$/)
  })
  test('a failing one shows the expression that failed, with its values', async () => {
    const { out } = await runTest({ 'a.rego': RULE, 'a_test.rego': TESTS }, '.')
    expect(out).toContain('→ a_test.rego:7:13')
    expect(out).toContain('a.allow is undefined')
  })
  test('what print says stands with the test that failed', async () => {
    const text = 'package p_test\n\ntest_p if {\n\tprint("seen", 1)\n\tfalse\n}\n'
    expect((await runTest({ 'p_test.rego': text })).out).toContain('printed:\n    seen 1')
  })
  test('what does not compile is shown at its place, and nothing is called passed', async () => {
    const { code, out, err } = await runTest(
      { 'a.rego': 'package a\n\nallow if inputt.x\n', 'a_test.rego': TESTS },
      '.',
    )
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('→ a.rego:3:10\n  3 │ allow if inputt.x\n    │          ^^^^^^^^')
  })
  test('policies of cases that do not compile are no answer either', async () => {
    const config =
      'version: "1.0"\npolicy: { engine: local, rules: p, fallback: deny }\nsteps: { a: { type: command } }\n'
    const files = { '.visor.yaml': config, 'p/a.rego': 'package visor.check.execute\n\nallowed if inputt.x\n' }
    const { code, err } = await runTest({
      ...files,
      'p/cases.yaml': 'cases: [{ name: it, actor: a, expect: block }]\n',
    })
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('→ p/a.rego:3:12') })
  })
  test('nor are policies in YAML that cannot be used', async () => {
    const config = 'version: "1.0"\npolicy: { engine: local, rules: p }\nsteps: { a: { type: command } }\n'
    const { code, err } = await runTest({
      '.visor.yaml': config,
      'p/a.yaml': 'kind: SecurityPolicy\nspec: {}\n',
      'p/cases.yaml': 'cases: [{ name: it, actor: a, expect: block }]\n',
    })
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('ERR_SECURITY_POLICY') })
  })
  test('v0 files beside v1 files, as the gate reads them', async () => {
    const v0 = 'package v\n\nallow { input.x == 1 }\n\ntest_v { allow with input as {"x": 1} }\n'
    expect(
      (await runTest({ 'v.rego': v0, 'a.rego': RULE, 'a_test.rego': TESTS }, '--run', 'test_v|test_one')).code,
    ).toBe(0)
  })
})

describe('data', () => {
  const reads = (ref: string) => `package d_test\n\ntest_d if ${ref}\n`
  test.each([
    ['at the root', { 'p/data.json': '{"a": {"b": 1}}' }, 'data.a.b == 1'],
    ['below folders', { 'p/x/y/data.yaml': 'b: [1, 2]\n' }, 'data.x.y.b == [1, 2]'],
    ['under other names', { 'p/x/limits.json': '{"max": 3}' }, 'data.x.max == 3'],
    ['of several files, joined', { 'p/data.json': '{"a": 1}', 'p/x/data.json': '{"b": 2}' }, 'data.a + data.x.b == 3'],
    ['with every digit', { 'p/data.json': '{"a": 12345678901234567891}' }, 'data.a == 12345678901234567891'],
    ['not where a package is', { 'p/d_test/other.yaml': 'test_d: 1\n' }, 'true'],
    [
      'not what is no data',
      { 'p/x/list.yaml': '- 1\n', 'p/x/many.yaml': 'a: 1\n---\nb: 2\n', 'p/x/t.yaml': '{{ .Values.x }}\n' },
      'true # x',
    ],
  ])('%s', async (_, files, ref) => {
    const { code, out, err } = await runTest({ ...files, 'p/d_test.rego': reads(ref) }, 'p')
    expect({ code, out, err }).toEqual({ code: 0, out: expect.stringContaining('1 passed'), err: '' })
  })
  test('data.json that is broken is said', async () => {
    const { code, err } = await runTest({ 'p/data.json': '{', 'p/d_test.rego': reads('true') }, 'p')
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('ERR_DATA_UNREADABLE') })
  })
  test('the data of the config, where there is one', async () => {
    const config =
      'version: "1.0"\npolicy: { engine: local, rules: p, data: limits.json }\nsteps: { a: { type: command } }\n'
    const { code } = await runTest({
      '.visor.yaml': config,
      'limits.json': '{"max": 2}',
      'p/d_test.rego': reads('data.max == 2'),
    })
    expect(code).toBe(0)
  })
})

describe('what is tested', () => {
  const files = { 'a.rego': RULE, 'a_test.rego': TESTS }
  test.each([
    ['a pattern over packages and names', ['--run', '^data\\.a_test\\.test_one$'], 0, '1 passed'],
    ['a part of a name', ['--run', 'one'], 0, '1 passed'],
  ])('%s', async (_, args, code, says) => {
    const found = await runTest(files, ...args)
    expect({ code: found.code, out: found.out }).toEqual({ code, out: expect.stringContaining(says) })
  })
  test.each([
    ['a pattern that is none', files, ['--run', '('], '"--run" is no regular expression: "("'],
    ['a pattern that matches nothing', files, ['--run', 'nobody'], '"--run" "nobody" matches no test in "."'],
    ['an empty pattern', files, ['--run', ''], '"--run" is empty'],
    ['no tests at all', { 'a.rego': RULE }, [], 'no tests found in "."'],
    ['an empty folder', {}, [], 'no tests found in "."'],
    ['an empty table', { 'cases.yaml': 'config: { version: "1.0" }\ncases: []\n' }, [], 'no tests found in "."'],
    ['a path that is not there', files, ['nowhere'], '"nowhere" is not there'],
    ['a file of another kind', { 'a.txt': '' }, ['a.txt'], '"a.txt" is no folder, no .rego, and no table'],
    ['a threshold that is none', files, ['--threshold', '101'], '"--threshold" is a percentage from 0 to 100'],
    ['a format that is none', files, ['--format', 'xml'], '"--format" is one of pretty, json, junit, tap'],
    ['watching for a program', files, ['--watch', '--format', 'tap'], '"--watch" is for a person'],
    ['a config that is not there', files, ['--config', 'x.yaml'], 'ERR_CONFIG_NOT_FOUND'],
    ['a config that is broken', { ...files, '.visor.yaml': 'version: 1' }, [], 'must be text'],
  ])('%s is no pass', async (_, given, args, says) => {
    const { code, out, err } = await runTest(given, ...args)
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringContaining(says) })
  })
  test('a look-around, which OPA does not know, is an error and not a pass', async () => {
    const { code } = await runTest(files, '--run', '(?=test_one)')
    expect(code).toBe(2)
  })
  test('node_modules and hidden folders are not', async () => {
    const { out } = await runTest(
      { ...files, 'node_modules/x_test.rego': 'broken', '.x/x_test.rego': 'broken' },
      '--run',
      'one',
    )
    expect(out).toContain('1 passed')
  })
  test('a link to a file is, and a link to a folder is not followed', async () => {
    const { code, out } = await runTest(
      {
        ...files,
        'l/deep/c.rego': 'package c_lib\n',
        'l/deep/c.txt': 'package c_test\n\ntest_c if true\n',
        'l/b_test.rego': { link: 'deep/c.txt' },
        'l/deep/loop': { link: '..' },
      },
      'l',
    )
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('l/b_test.rego  1 passed') })
  })
  test('rules that are single files bring the tests beside them', async () => {
    const config = 'version: "1.0"\npolicy: { engine: local, rules: [p/a.rego] }\nsteps: { a: { type: command } }\n'
    const { code, out } = await runTest({
      '.visor.yaml': config,
      'p/a.rego': RULE,
      'p/a_test.rego': TESTS.replace('{"x": 2}', '{"x": 1}'),
    })
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('p/a_test.rego  2 passed, 1 skipped') })
  })
})

describe('what leads out of what is named', () => {
  const SECRET = 'SECRET=abc\nline2'
  const repo: Files = { 'repo/p/a.rego': RULE, 'repo/p/a_test.rego': TESTS, 'out/secret': SECRET, 'out/x.rego': SECRET }
  test.each([
    ['Rego', 'repo/p/x.rego', '../../out/secret', ['p']],
    ['data', 'repo/p/data.json', '../../out/secret', ['p']],
    ['a table', 'repo/p/cases.yaml', '../../out/secret', ['p']],
    ['another file of the repository', 'repo/p/x.rego', '../q.rego', ['p']],
    ['nothing', 'repo/p/x.rego', '../../out/nothing', ['p']],
    ['the environment of a process', 'repo/p/e_test.rego', '/proc/self/environ', ['p']],
    ['a device', 'repo/p/e_test.rego', '/dev/zero', ['p']],
    ['a folder', 'repo/p/more', '../../out', ['p']],
    ['a folder that is named', 'repo/more', '../out', ['more']],
    ['a file in it', 'repo/more', '../out', ['more/x.rego']],
  ])('is refused, and nothing of it shown: %s', async (_name, path, link, args) => {
    const folder = aFolder({ ...repo, 'repo/q.rego': SECRET, [path]: { link } })
    const { code, out, err } = await runTest(join(folder, 'repo'), ...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/leads (out of|nowhere)/)
    expect(err).not.toContain('SECRET')
  })
  test('is refused where a config names it', async () => {
    const config = 'version: "1.0"\npolicy: { engine: local, rules: p }\nsteps: { a: { type: command } }\n'
    const folder = aFolder({ 'repo/.visor.yaml': config, 'out/x_test.rego': TESTS, 'repo/p': { link: '../out' } })
    const { code, err } = await runTest(join(folder, 'repo'))
    expect([code, err.includes('leads out of the repository')]).toEqual([2, true])
  })
  test('is read where it is named as what it is', async () => {
    const folder = aFolder({ 'repo/x': '', 'out/a.rego': RULE, 'out/a_test.rego': TESTS })
    expect((await runTest(join(folder, 'repo'), '../out', '--run', 'one')).code).toBe(0)
  })
  test('with a config, links may lead to all of its repository', async () => {
    const config = 'version: "1.0"\npolicy: { engine: local, rules: p }\nsteps: { a: { type: command } }\n'
    const files = { '.visor.yaml': config, 'p/a.rego': RULE, 't.rego': TESTS, 'p/a_test.rego': { link: '../t.rego' } }
    expect((await runTest(files, '--run', 'one')).code).toBe(0)
  })
  test('a pipe is not waited for', async () => {
    const folder = aFolder({ 'a.rego': RULE })
    execFileSync('mkfifo', [join(folder, 'p.rego')])
    const { code, err } = await runTest(folder, 'p.rego')
    expect([code, err.includes('it is not a file')]).toEqual([2, true])
  })
})
