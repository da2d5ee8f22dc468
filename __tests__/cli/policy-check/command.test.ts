import { execFileSync } from 'node:child_process'
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { EmbeddedOpa } from '../../../src/pdp/local/embedded-opa.js'
import { ROOT } from '../../support/runner.js'
import { aFolder, CHECK, CONFIG, removeFolders, run, SOUND, toolsIn } from './support.js'

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(
  JSON.parse(readFileSync(join(ROOT, 'schemas/cli/policy-check.schema.json'), 'utf8')),
)
/** The answer of the command as JSON, which the published schema describes. */
async function ask(args: readonly string[], cwd: string, stdin = '') {
  const { code, out, err } = await run([...args, '--json'], cwd, stdin)
  const answer = JSON.parse(out)
  expect(validate(answer) ? [] : validate.errors).toEqual([])
  return { code, out, err, answer, rules: (answer.findings ?? []).map(({ rule }: { rule: string }) => rule) }
}

const opa = new EmbeddedOpa(toolsIn('/').parts.childOptions)
afterAll(() => opa.close())
afterEach(removeFolders)

const WARNS = `${CHECK}allowed if input.check.name == "docs"\n`
const FOREIGN = 'package main\n\ndeny contains "x" if input.kind == "Pod"\n'
const ENGINE = (engine: string) => CONFIG.replace('engine: local\n  rules: ./policies', engine)

describe('how it ends', () => {
  test.each([
    ['a sound repository', SOUND, [], 0],
    ['a warning', { ...SOUND, 'policies/check.rego': WARNS }, [], 0],
    ['a warning, and --strict', { ...SOUND, 'policies/check.rego': WARNS }, ['--strict'], 1],
    ['an error', { 'p.rego': FOREIGN }, ['p.rego'], 1],
    ['no config and no paths', { 'p.rego': CHECK }, [], 2],
    ['a path that is not there', {}, ['nope'], 2],
    ['a folder without policies', { 'a/b.txt': '' }, ['a'], 2],
    ['a file of another kind', { 'a.txt': '{}' }, ['a.txt'], 2],
    ['a broken config', { ...SOUND, '.visor.yaml': 'version: "1.0"\npolicy: { engin: local }\n' }, [], 2],
    [
      'a broken config beside paths',
      { ...SOUND, '.visor.yaml': 'version: "1.0"\npolicy: { engin: local }\n' },
      ['policies'],
      2,
    ],
    ['a server', { '.visor.yaml': ENGINE('engine: remote\n  url: http://127.0.0.1:1') }, [], 2],
    ['no engine', { '.visor.yaml': ENGINE('engine: disabled') }, [], 2],
    ['an input that is no JSON', { ...SOUND, 'i.json': '{' }, ['--input', 'i.json'], 2],
    ['an input that is a list', { ...SOUND, 'i.json': '[]' }, ['--input', 'i.json'], 2],
    ['an unknown format', SOUND, ['--format', 'xml'], 2],
    ['tests alone', { 'a_test.rego': 'package a_test\ntest_a if true\n' }, ['.'], 1],
  ])('%s', async (_name, files, args, code) => {
    const { answer, ...ended } = await ask(args, aFolder(files)).catch(() => ({ code: 2, answer: { error: {} } }))
    expect(ended.code).toBe(code)
    if (code === 2) expect(answer.error).toBeDefined()
    else expect(answer.error).toBeUndefined()
  })

  test('what OPA dies over when it translates it is a finding, and the rest is still looked at', async () => {
    const body = Array.from({ length: 3000 }, (_, i) => `\tinput.actor.login != "a${i}"`).join('\n')
    const files = { 'p.rego': `${CHECK}allowed if {\n${body}\n}\n`, 'i.json': '{}' }
    const { code, answer, rules } = await ask(['p.rego', '--input', 'i.json'], aFolder(files))
    expect([code, rules.includes('wasm')]).toEqual([1, true])
    expect(answer.findings[0].message).toContain('it nests too deeply')
  }, 60_000)

  test('a profile that could not be used is found before it is chosen', async () => {
    const profiles = 'profiles:\n  live: { policy: { fallback: deny } }\n  lax: { policy: { fallback: allow } }\n'
    const files = { ...SOUND, '.visor.yaml': `${CONFIG}${profiles}` }
    const { code, answer } = await ask([], aFolder(files))
    expect(code).toBe(0)
    const found = answer.findings.filter(({ rule }: { rule: string }) => rule === 'config')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ level: 'warning', path: '.visor.yaml' })
    expect(found[0].message).toMatch(/^the profile "lax" cannot be used: "policy.fallback" at .* loosens/)
  })

  test('a broken config is shown with its line', async () => {
    const cwd = aFolder({ ...SOUND, '.visor.yaml': 'version: "1.0"\npolicy: { engin: local }\n' })
    const { code, out, err } = await run([], cwd)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('.visor.yaml:2:11')
    expect(err).toContain('did you mean "engine"')
  })
})

describe('what is looked at', () => {
  test('paths that the config leads to are checked with it, and with all that it names', async () => {
    const cwd = aFolder({ ...SOUND, 'policies/more.rego': 'package visor.lib\nx := 1\n' })
    const { answer } = await ask(['policies/check.rego'], cwd)
    expect(answer.files).toEqual(['policies/check.rego', 'policies/more.rego'])
    expect(answer.notChecked).toEqual([])
  })
  test('paths that it does not lead to are checked by themselves, and that is said', async () => {
    const cwd = aFolder({ ...SOUND, 'other/check.rego': CHECK })
    const { answer } = await ask(['other'], cwd)
    expect(answer.files).toEqual(['other/check.rego'])
    expect(answer.notChecked[0].why).toContain('--config .visor.yaml')
  })
  test('with --config they are checked with it all the same', async () => {
    const cwd = aFolder({ ...SOUND, 'other/check.rego': CHECK.replace('"admin"', '"boss"') })
    const { answer, rules } = await ask(['other', '--config', '.visor.yaml'], cwd)
    expect(answer.files).toEqual(['other/check.rego'])
    expect(rules).toEqual(['role-unused', 'role-undefined'])
  })
  test('a config elsewhere is shown from here', async () => {
    const cwd = aFolder({ 'repo a/.visor.yaml': CONFIG, 'repo a/policies/check.rego': WARNS, 'b/x': '' })
    const { answer } = await ask(['--config', '../repo a/.visor.yaml'], join(cwd, 'b'))
    expect(answer.findings[0].path).toBe('../repo a/policies/check.rego')
  })
  test('without a config the built-in policy is checked for nothing but the config', async () => {
    const { code, answer } = await ask([], aFolder({ '.visor.yaml': CONFIG.replace('  rules: ./policies\n', '') }))
    expect({ code, entrypoints: answer.entrypoints }).toEqual({ code: 0, entrypoints: ['visor/check/execute'] })
  })
  test('without a config a package below visor may be the rule of a step', async () => {
    const own = 'package visor.deploy\n\ndefault allowed := false\n\nallowed := "yes" if input.check.id\n'
    const { rules, answer } = await ask(['own.rego'], aFolder({ 'own.rego': own }))
    expect({ rules, entrypoints: answer.entrypoints }).toEqual({
      rules: ['answer-shape'],
      entrypoints: ['visor/deploy'],
    })
  })
  test('sources of a server can be named', async () => {
    const cwd = aFolder({ '.visor.yaml': ENGINE('engine: remote\n  url: http://127.0.0.1:1'), 'src/c.rego': CHECK })
    const { code, answer } = await ask(['src', '--config', '.visor.yaml'], cwd)
    expect({ code, notChecked: answer.notChecked }).toEqual({ code: 0, notChecked: [] })
  })
  test('links to files are followed, circles of folders are not, nor is what git and npm keep', async () => {
    const cwd = aFolder({
      'p/a.rego': CHECK,
      'p/x/real.rego': 'package b\n',
      'p/node_modules/c.rego': 'package {{',
      'p/.git/d.rego': '{',
    })
    symlinkSync('..', join(cwd, 'p/x/up'))
    symlinkSync('x/real.rego', join(cwd, 'p/b.rego'))
    const { code, answer } = await ask(['p'], cwd)
    expect({ code, files: answer.files }).toEqual({ code: 0, files: ['p/a.rego', 'p/b.rego', 'p/x/real.rego'] })
  })
  test.each([
    ['a file', '../out/secret.rego', 'p/x.rego'],
    ['a folder', '../out', 'p/more'],
    ['data', '../out/secret.rego', 'p/data.json'],
    ['nothing', '../nowhere', 'p/x.rego'],
    ['the environment of a process', '/proc/self/environ', 'p/e_test.rego'],
    ['a device', '/dev/zero', 'p/x.rego'],
  ])('a link that leads out of a named folder is an error, and is not read: to %s', async (_name, target, path) => {
    const cwd = aFolder({ 'repo/p/a.rego': CHECK, 'repo/out/secret.rego': 'SECRET=abc\nline2' })
    symlinkSync(target, join(cwd, 'repo', path))
    const { code, out, answer } = await ask(['p'], join(cwd, 'repo'))
    const found = answer.findings.filter((one: { path: string }) => one.path === path)
    expect({ code, rules: found.map(({ rule, level }: Record<string, string>) => [rule, level]) }).toEqual({
      code: 1,
      rules: [['rules-unreadable', 'error']],
    })
    expect(found[0].message).toMatch(/symlink that leads (out of|nowhere)/)
    expect(out).not.toContain('SECRET')
  })
  test('a named folder that is a link out of this one is not looked into', async () => {
    const cwd = aFolder({ 'repo/x': '', 'out/secret.rego': 'SECRET=abc\nline2' })
    symlinkSync('../out', join(cwd, 'repo/p'))
    const { code, out, answer } = await ask(['p'], join(cwd, 'repo'))
    expect({ code, error: answer.error.code, said: out.includes('SECRET') }).toEqual({
      code: 2,
      error: 'ERR_SOURCE_OUTSIDE',
      said: false,
    })
    expect((await ask(['../out'], join(cwd, 'repo'))).answer.files).toEqual([join(cwd, 'out/secret.rego')])
  })
  test('a bundle of which a file is elsewhere is not opened', async () => {
    const cwd = aFolder({ 'b/.manifest': '{}', 'b/check.rego': CHECK, 'out/data.json': '{"a": 1}' })
    symlinkSync('../out/data.json', join(cwd, 'b/data.json'))
    expect(await ask(['b'], cwd)).toMatchObject({ code: 1, rules: ['rules-unreadable'] })
  })
  test('a pipe is not waited for', async () => {
    const cwd = aFolder({})
    execFileSync('mkfifo', [join(cwd, 'p.rego')])
    expect((await ask(['p.rego'], cwd)).answer.error.code).toBe('ERR_PATH_KIND')
  })
  test('Windows line endings and a byte order mark change nothing', async () => {
    const cwd = aFolder({ 'p/a b.rego': `\ufeff${WARNS.replaceAll('\n', '\r\n')}` })
    const { answer } = await ask(['p'], cwd)
    expect(answer.findings).toMatchObject([
      { rule: 'input-path', path: 'p/a b.rego', line: 6, column: 12, endColumn: 28 },
    ])
  })
})

describe('compiled before', () => {
  test('a bundle is opened, and what is in it checked', async () => {
    const built = await opa.buildBundle({
      ...{ modules: [{ path: 'a.rego', text: WARNS }], target: 'rego', entrypoints: [], defaults: [] },
    })
    const cwd = aFolder({ 'b/.manifest': '{}', 'b/check.rego': WARNS, 'b/data.json': '{"a": 1}' })
    if (built.ok) writeFileSync(join(cwd, 'b.tar.gz'), built.bundle)
    expect((await ask(['b.tar.gz'], cwd)).rules).toEqual(['input-path'])
    expect((await ask(['b'], cwd)).rules).toEqual(['input-path'])
    expect(await ask(['b', 'b.tar.gz'], cwd)).toMatchObject({ code: 2 })
  })
  test('a .wasm is asked, and it is said that nobody can look into it', async () => {
    await opa.prepare({ modules: [{ path: 'a.rego', text: CHECK }], entrypoints: ['visor/check/execute'] })
    const built = await opa.build()
    const cwd = aFolder({ 'p.wasm': built.ok ? built.wasm : '', 'broken.wasm': 'no' })
    const { code, answer } = await ask(['p.wasm'], cwd)
    expect(code).toBe(0)
    expect(answer.entrypoints).toEqual(['visor/check/execute'])
    expect(answer.notChecked.map(({ why }: { why: string }) => why)).toContain(
      'a compiled policy cannot be looked into; check the sources it was made from',
    )
    expect(await ask(['broken.wasm'], cwd)).toMatchObject({ code: 1, rules: ['evaluation-failed'] })
  })
})

describe('an input of your own', () => {
  const DOCUMENT = {
    actor: { login: 'alice', authorAssociation: 'MEMBER', roles: ['developer'], isLocalMode: false },
    check: { id: 'security-scan', type: 'ai', policy: { require: 'developer' } },
    repository: { owner: 'myorg', name: 'myrepo', branch: 'feat/new-feature', baseBranch: 'main' },
  }
  const POLICY =
    'package visor.check.execute\n\ndefault allowed := false\n\nallowed if input.check.policy.require in input.actor.roles\n\nreason := concat("", ["not in ", input.scope])\n'
  const files = {
    'p/check.rego': POLICY,
    'p/tool.rego': 'package visor.tool.invoke\n\ndefault allowed := false\n\nallowed if input.tool.methodName == "x"\n',
  }
  test('is completed for every scope, and the answers are told', async () => {
    const cwd = aFolder({ ...files, 'i.json': JSON.stringify(DOCUMENT) })
    const { code, answer } = await ask(['p', '--input', 'i.json'], cwd)
    expect(code).toBe(0)
    expect(answer.answers).toMatchObject([
      { path: 'visor/check/execute', scope: 'check.execute', step: 'security-scan', verdict: 'allow', because: [] },
      {
        path: 'visor/tool/invoke',
        scope: 'tool.invoke',
        step: 'security-scan',
        verdict: 'deny',
        because: ['policy denied'],
      },
    ])
    expect((await run(['p', '--input', 'i.json'], cwd)).out).toContain(
      'visor.check.execute (step "security-scan") allow',
    )
  })
  test('may come from standard input', async () => {
    const { answer } = await ask(
      ['p/check.rego', '--input', '-'],
      aFolder(files),
      JSON.stringify({ actor: { roles: [] } }),
    )
    expect(answer.answers).toMatchObject([{ verdict: 'deny', because: ['not in check.execute'] }])
  })
  test('is asked of every rule that a step has for itself', async () => {
    const own = 'package visor.deploy\n\ndefault allowed := false\n'
    const cwd = aFolder({
      ...SOUND,
      '.visor.yaml': `${CONFIG}  ship:\n    policy: { rule: deploy }\n`,
      'policies/own.rego': own,
      'i.json': '{}',
    })
    const { answer } = await ask(['--input', 'i.json'], cwd)
    expect(answer.answers.map(({ path, step }: { path: string; step: string }) => [path, step])).toEqual([
      ['visor/check/execute', 'deploy'],
      ['visor/deploy', 'ship'],
    ])
  })
})

test('a person sees the line, why, and the way out', async () => {
  const { code, out, err } = await run([], aFolder({ ...SOUND, 'policies/check.rego': WARNS }))
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toBe(
    [
      'warning[input-path]: input.check.name is never there; did you mean input.check.id?',
      '  → policies/check.rego:6:12',
      '  5 │ allowed if "admin" in input.actor.roles',
      '  6 │ allowed if input.check.name == "docs"',
      '    │            ^^^^^^^^^^^^^^^^',
      '  why: it is always undefined: the condition never holds, or always where it is negated',
      '  way out: read a key that the input has; "stepgate schema input" and "stepgate dump-input STEP" show it',
      '',
      '1 file, 1 entrypoint, 0 errors, 1 warning',
    ].join('\n'),
  )
})

describe('a policy in YAML', () => {
  const YAML = `apiVersion: policy.orchestra.v1
kind: SecurityPolicy
metadata:
  name: large-models
spec:
  scope:
    - resource: checks
  rules:
    - name: looked-at
      condition: startswith(check.model, "large-")
      effect: require_approval
      approvals: { count: 2, users: [ann] }
`
  test('is shown at its line where it cannot be read, and each mistake by itself', async () => {
    const cwd = aFolder({
      ...SOUND,
      'policies/p.yaml': YAML.replace('count: 2', 'cuont: 2'),
      'policies/q.yaml': 'kind: Securitypolicy\n',
    })
    for (const args of [[], ['policies']]) {
      const { code, out } = await run(args, cwd)
      expect(code).toBe(1)
      expect(out).toMatch(
        /^error\[rules-unreadable\]: .*cuont.*\(ERR_SECURITY_POLICY\)\n {2}→ policies\/p\.yaml:12:\d+\n/m,
      )
      expect(out).toMatch(/^ {2}12 │ {7}approvals: \{ cuont: 2, users: \[ann\] \}$/m)
      expect(out).toContain('→ policies/q.yaml:1:')
      expect(out).not.toContain('name a folder')
    }
  })
  test('is called what its author calls it', async () => {
    const { out } = await run([], aFolder({ ...SOUND, 'policies/p.yaml': YAML }))
    expect(out).toContain(
      'warning[approvals-unmeetable]: the rule "looked-at" of the policy "large-models" asks for the approval of 2, and ann alone may give it\n  → policies/p.yaml:9:1',
    )
  })
})

test('a clean run says what was checked', async () => {
  const { out } = await run([], aFolder(SOUND))
  expect(out).toMatch(
    /^✔ checked: syntax; WebAssembly with visor\.check\.execute; \d+ questions answered; 34 rules of 34 looked for\n1 file, 1 entrypoint, 0 errors, 0 warnings$/,
  )
})

test('the same policies have the same findings each time', async () => {
  const cwd = aFolder({ ...SOUND, 'policies/check.rego': `${WARNS}allowed := false if input.pullRequest.draft\n` })
  expect((await run(['--json'], cwd)).out).toBe((await run(['--json'], cwd)).out)
})
