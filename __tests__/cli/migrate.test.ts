import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { oldLineOf } from '../../src/cli/migrate/lines.js'
import { verifyGroup } from '../../src/cli/migrate/verify.js'
import { migrate } from '../../src/cli/migrate.js'
import { runCommand } from '../support/cli.js'
import { anOpa } from '../support/opa.js'
import { schemaOf } from '../support/schemas.js'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate migrate ')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let n = 0
let cwd = ''
beforeEach(() => {
  cwd = join(root, String(++n))
  mkdirSync(cwd)
})

type Files = Readonly<Record<string, string>>
const run = (files: Files, ...args: readonly string[]) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
  return runCommand(migrate, args, { cwd })
}
const read = (path: string) => readFileSync(join(cwd, path), 'utf8')

const OLD =
  'package visor.check.execute\n\ndefault allowed = false\n\nallowed {\n\tinput.actor.roles[_] == data.admin\n}\n'
const NEW =
  'package visor.check.execute\n\ndefault allowed := false\n\nallowed if {\n\tinput.actor.roles[_] == data.admin\n}\n'
const OLD_TEST =
  'package visor.check.execute\n\ntest_admin {\n\tallowed with input as {"actor": {"roles": ["boss"]}}\n}\n'
const V1 = 'package other\n\nallow if input.x\n'
const REPO: Files = {
  'p/a b.rego': OLD,
  'p/a b_test.rego': OLD_TEST,
  'p/other.rego': V1,
  'p/data.json': '{"admin": "boss"}',
}

describe('stepgate migrate', () => {
  test('shows what it would write, and what it has compared', async () => {
    const { code, out, err } = await run(REPO, 'p')
    expect(code).toBe(0)
    expect(out).toContain('--- a/p/a b.rego\n+++ b/p/a b.rego\n')
    expect(out).toContain('-allowed {\n+allowed if {')
    expect(out).not.toContain('other.rego')
    expect(err).toMatch(/^2 files to migrate, 1 v1 already\nthe same before and after: 1 test, 0 cases, \d\d answers$/)
    expect(read('p/a b.rego')).toBe(OLD)
  })

  test('writes, and has nothing to do the second time', async () => {
    expect(await run(REPO, 'p', '--write')).toMatchObject({ code: 0, out: 'p/a b.rego\np/a b_test.rego' })
    expect([read('p/a b.rego'), read('p/other.rego')]).toEqual([NEW, V1])
    expect(await run({}, 'p', '--write')).toEqual({ code: 0, out: '', err: '0 files migrated, 3 v1 already' })
  })

  test('keeps Windows line ends', async () => {
    await run({ 'a.rego': OLD.replaceAll('\n', '\r\n') }, 'a.rego', '-w')
    expect(read('a.rego')).toBe(NEW.replaceAll('\n', '\r\n'))
  })

  test('takes policies that were never meant to be loaded together', async () => {
    const one = 'package main\n\ndefault allow = true\n\ndeny[msg] { msg := "one"; input.kind == "Deployment" }\n'
    const two = 'package main\n\ndefault allow = false\n\ndeny[msg] { msg := "two"; input.kind == "Deployment" }\n'
    const { code, err } = await run({ 'one/a.rego': one, 'two/a.rego': two, 'two/lib/b.rego': V1 }, '.', '-w')
    expect([code, err.split('\n')[0]]).toEqual([0, '2 files migrated, 1 v1 already'])
    expect(read('two/a.rego')).toContain('deny contains msg if')
  })

  test('runs the cases before and after', async () => {
    const config =
      'version: "1.0"\npolicy: { engine: local, rules: p, scopes: [check.execute], roles: { boss: { users: [bob] } } }\nsteps: { deploy: { type: command } }\n'
    const rule = OLD.replace('data.admin', '"boss"')
    const cases =
      'cases:\n  - { name: the boss, actor: bob, step: deploy, expect: pass }\n  - { name: nobody, actor: eve, step: deploy, expect: block }\n'
    const files = { '.visor.yaml': config, 'p/a.rego': rule, 'p/cases.yaml': cases }
    const { code, err } = await run(files, '--write')
    expect([code, err.includes(' 2 cases,')]).toEqual([0, true])
    expect(read('p/a.rego')).toContain('allowed if {')
  })

  test('writes nothing where the cases cannot be run', async () => {
    const { code, err } = await run({ ...REPO, 'p/cases.yaml': 'cases: 1\n' }, 'p', '--write')
    expect([code, read('p/a b.rego')]).toEqual([2, OLD])
    expect(err).toContain('error[ERR_MIGRATE_CASES]')
    expect(err).toContain('make "stepgate test" run with the same paths first')
  })

  test.each([
    { name: 'that the config names', target: '../out', path: 'p', args: ['--write'] },
    { name: 'that is named', target: '../out', path: 'p', args: ['p', '--write'] },
    { name: 'in one that is named', target: '../../out', path: 'real/more', args: ['real', '--write'] },
  ])('writes nothing through a link to a folder $name', async ({ target, path, args }) => {
    const config = 'version: "1.0"\npolicy: { engine: local, rules: p }\nsteps: { deploy: { type: command } }\n'
    const outer = cwd
    await run({ 'out/a.rego': OLD, 'repo/.visor.yaml': config, 'repo/real/b.rego': OLD }, 'nowhere')
    symlinkSync(target, join(outer, 'repo', path))
    cwd = join(outer, 'repo')
    const { code, err } = await run({}, ...args)
    expect(code).toBe(2)
    expect(err).toContain('leads out of')
    expect([readFileSync(join(outer, 'out/a.rego'), 'utf8'), read('real/b.rego')]).toEqual([OLD, OLD])
  })

  test('says of a test that failed before that it proves nothing', async () => {
    const { code, err } = await run(
      { 'a.rego': 'package a\n\nx { false }\n', 'a_test.rego': 'package a\n\ntest_x { x }\n' },
      '.',
    )
    expect(code).toBe(0)
    expect(err).toContain('failed before, and fails still: a_test.rego: data.a.test_x')
  })

  test.each([
    { name: 'any', body: 'p { any([input.x]) }', row: 3, way: 'write `true in xs`' },
    { name: 're_match', body: 'p { re_match("a", input.x) }', row: 3, way: 'regex.match(pattern, value)' },
    {
      name: 'a builtin that converts',
      body: 'q = 1\n\np = cast_array(input.x) { true }',
      row: 5,
      way: 'is_array(value)',
    },
    { name: 'a rule named input', body: 'input { true }', row: 3, way: 'another name than input or data' },
    {
      name: 'two imports of one name',
      body: 'import data.x.lib\nimport data.y.lib\n\np { lib.z }',
      row: 4,
      way: 'take one away',
    },
    { name: 'a file that is no Rego', body: 'p {', row: 4, way: 'closing brace' },
  ])('says how to repair by hand: $name', async ({ body, row, way }) => {
    const files = { ...REPO, 'p/odd.rego': `package odd\n\n${body}\n` }
    const { code, err } = await run(files, 'p', '--write')
    expect(code).toBe(1)
    expect(err).toContain(`→ p/odd.rego:${row}`)
    expect(err).toContain(way)
    expect(err).toContain('nothing was written')
    expect([read('p/a b.rego'), read('p/odd.rego')]).toEqual([OLD, files['p/odd.rego']])
  })

  test('prints JSON as its schema says', async () => {
    const check = schemaOf('cli/migrate')
    const dry = JSON.parse((await run(REPO, 'p', '--json')).out)
    expect([check(dry), dry.written, dry.compared.tests, dry.files[0]]).toEqual([
      '',
      false,
      1,
      { path: 'p/a b.rego', status: 'to-migrate', text: NEW },
    ])
    const bad = await run({ 'p/z.rego': 'package z\n\np {' }, 'p', '--json', '--write')
    expect([bad.code, check(JSON.parse(bad.out))]).toEqual([1, ''])
    rmSync(join(cwd, 'p/z.rego'))
    const done = JSON.parse((await run({}, 'p', '--json', '--write')).out)
    expect([check(done), done.written, done.files[0].status]).toEqual(['', true, 'migrated'])
  })

  test.each([
    [['nowhere'], '"nowhere" is not there'],
    [['.'], 'there are no Rego files below "."'],
  ])('cannot be asked %j', async (args, says) => {
    const { code, out, err } = await run({}, ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(says)
  })
})

describe('what is otherwise as v1', () => {
  const group = (text: string, version: 'v0' | 'v1') => ({ modules: [{ path: 'a.rego', text, version }] })
  const compare = async (old: string, now: string) => {
    const opa = anOpa()
    try {
      const files = [{ path: 'a.rego', before: old, after: now }]
      return await verifyGroup({ before: group(old, 'v0'), after: group(now, 'v1'), files, problems: [] }, opa)
    } finally {
      opa.close()
    }
  }

  test('is found by its tests', async () => {
    const found = await compare(
      'package a\n\nx = 1\n\ntest_x { x == 1 }\n',
      'package a\n\nx := 2\n\ntest_x if x == 1\n',
    )
    expect(found.broken).toEqual([
      'the test a.rego: data.a.test_x passed, and fails as v1',
      'data.a answers otherwise as v1',
    ])
  })

  test('is found by its answers, where there are no tests', async () => {
    const old = 'package a\n\ndefault allow = false\n\nallow { input.actor.login == "olivia" }\n'
    const now = 'package a\n\ndefault allow := false\n\nallow if input.actor.login == "marcus"\n'
    expect((await compare(old, now)).broken).toEqual(['data.a answers otherwise as v1'])
  })

  test('is not looked for where an answer is another one each time', async () => {
    const found = await compare('package a\n\nx = time.now_ns() { true }\n', 'package a\n\nx := time.now_ns()\n')
    expect(found).toMatchObject({ broken: [], answers: 0 })
    expect(found.unsteady).toBeGreaterThan(0)
  })
})

test.each([
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
  [5, 6],
])('line %i of the text after was line %i', (line, was) => {
  expect(oldLineOf('a\nb\nc\nd\ne\nf\n', 'a\nnew\nc\nd\nf\n', line)).toBe(was)
})
