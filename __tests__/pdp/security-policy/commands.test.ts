import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { build } from '../../../src/cli/build.js'
import { policyCheck } from '../../../src/cli/policy-check.js'
import { runCommand } from '../../support/cli.js'
import { aPolicy } from './support.js'

type Files = Readonly<Record<string, string>>

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function aFolder(files: Files): string {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate-security-policy-')))
  folders.push(cwd)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
  return cwd
}

const DENY = { name: 'no-large-models', effect: 'deny', condition: 'check.model == "large"' }
const ALLOW = { name: 'the-rest', effect: 'allow', condition: 'true' }
const POLICY = aPolicy([DENY, ALLOW])
const WRONG = `apiVersion: policy.orchestra.v1
kind: SecurityPolicy
metadata: { name: p }
spec:
  rules:
    - name: a
      effect: deny
      condition: |
        check.type == "ai"
        check.model == large
    - name: b
      effect: deny
      condition: 'check.x =='
`

describe('stepgate build --show-rego', () => {
  test('prints what policies in YAML become, and writes nothing', async () => {
    const cwd = aFolder({
      'policies/p.yaml': POLICY,
      'policies/x.rego': 'package visor.check.execute\nallowed := true\n',
    })
    const { code, out, err } = await runCommand(build, ['policies', '--show-rego'], { cwd })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('# made from policies/p.yaml, line 5\npackage stepgate.policies.p\n')
    expect(out).toContain('holds := input.check.model == "large"')
    expect(out).not.toContain('package visor')
    expect((await runCommand(build, ['policies'], { cwd })).err).toContain('stepgate/policies/p/answer')
  })

  test('prints what answers the gate where there is no Rego', async () => {
    const { out } = await runCommand(build, ['p.yaml', '--show-rego'], { cwd: aFolder({ 'p.yaml': POLICY }) })
    expect(out).toContain('package visor.check\n')
  })

  test('says where there is nothing of the kind', async () => {
    const cwd = aFolder({ 'x.rego': 'package visor.check.execute\nallowed := true\n' })
    const { code, out, err } = await runCommand(build, ['x.rego', '--show-rego'], { cwd })
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: 'there is no policy in YAML among the rules' })
  })

  test('says every mistake with its own line', async () => {
    const { code, out, err } = await runCommand(build, ['p.yaml', '--show-rego'], { cwd: aFolder({ 'p.yaml': WRONG }) })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/p\.yaml:13:\d+/)
  })

  test('is no JSON', async () => {
    const cwd = aFolder({ 'p.yaml': POLICY })
    const { code, err } = await runCommand(build, ['p.yaml', '--show-rego', '--json'], { cwd })
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('prints Rego') })
  })
})

describe('stepgate policy-check', () => {
  const check = (files: Files, ...args: readonly string[]) => runCommand(policyCheck, args, { cwd: aFolder(files) })

  test('has nothing to say of a sound policy in YAML', async () => {
    const { code, out } = await check({ 'policies/p.yaml': POLICY }, 'policies')
    expect(out).not.toContain('error[')
    expect(code).toBe(0)
    expect(out).toContain('1 file, 1 entrypoint')
  })

  test('finds what is wrong at its own line', async () => {
    const text = WRONG.replace('check.x ==', 'check.x')
    const { code, out } = await check(
      { 'policies/p.yaml': text, 'policies/a.rego': 'package visor.check.execute\nallowed := true\n' },
      'policies',
    )
    expect(code).toBe(1)
    expect(out).toContain('"large" is not known here')
    expect(out).toContain('→ policies/p.yaml:10:24')
  })

  test('finds what the input never has at the line of the rule', async () => {
    const { out } = await check({ 'p.yaml': aPolicy([{ ...DENY, condition: 'check.modell == "x"' }, ALLOW]) }, 'p.yaml')
    expect(out).toContain('input.check.modell is never there')
    expect(out).toMatch(/→ p\.yaml:10/)
  })

  test('takes no other YAML for a policy', async () => {
    const named = await check({ 'x.yaml': 'a: 1' }, 'x.yaml')
    expect(named).toMatchObject({ code: 2, err: expect.stringContaining('neither Rego nor a policy in YAML') })
    const folder = await check({ 'p/x.yaml': 'a: 1' }, 'p')
    expect(folder).toMatchObject({ code: 2, err: expect.stringContaining('no policy in YAML') })
  })
})

describe('a role that may approve and that nobody has defined', () => {
  const RULE = { name: 'r', effect: 'require_approval', condition: 'true', approvals: { count: 1, roles: ['bos'] } }
  const config = (rules: string) =>
    `version: "1.0"\npolicy: { engine: local, rules: ${rules}, roles: { boss: { users: [mia] } } }\nsteps: { a: { type: ai } }\n`
  const files = { 'policies/p.yaml': aPolicy([ALLOW, RULE]), '.visor.yaml': config('./policies/') }
  const WRONG_ROLE = '"approvals.roles" names the role "bos", which is not defined; did you mean "boss"?'

  test.each<{ name: string; files: Files; args: readonly string[] }>([
    { name: 'of a config', files, args: [] },
    { name: 'of the folder that a config names', files, args: ['policies'] },
    {
      name: 'of another folder, with a config that is named',
      files: {
        ...files,
        'other/x.rego': 'package visor.check.execute\nallowed := true\n',
        '.visor.yaml': config('./other/'),
      },
      args: ['policies', '--config', '.visor.yaml'],
    },
  ])('is found by policy-check $name', async ({ files: all, args }) => {
    const { code, out } = await runCommand(policyCheck, args, { cwd: aFolder(all) })
    expect(out).toContain(WRONG_ROLE)
    expect(out).toContain('→ policies/p.yaml:21:13')
    expect(code).toBe(1)
  })

  test('is nothing to find where no config says which roles there are', async () => {
    const cwd = aFolder({ 'policies/p.yaml': files['policies/p.yaml'] })
    const { code, out } = await runCommand(policyCheck, ['policies'], { cwd })
    expect({ code, found: out.includes('bos') }).toEqual({ code: 0, found: false })
    expect((await runCommand(build, ['policies'], { cwd })).code).toBe(0)
  })

  test('keeps a config from being built', async () => {
    const { code, err } = await runCommand(build, [], { cwd: aFolder(files) })
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(WRONG_ROLE) })
    expect((await runCommand(build, ['policies'], { cwd: aFolder(files) })).code).toBe(0)
  })
})
