import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { CATALOGUE, RULE_IDS } from '../../../src/cli/policy-check/catalogue.js'
import type { Answered, Finding } from '../../../src/cli/policy-check/finding.js'
import { applyIgnores, ignoresIn } from '../../../src/cli/policy-check/ignores.js'
import { checkPath } from '../../../src/cli/policy-check/input-schema.js'
import { personas } from '../../../src/cli/policy-check/personas.js'
import { renderGithub } from '../../../src/cli/policy-check/render/github.js'
import { renderPretty } from '../../../src/cli/policy-check/render/pretty.js'
import { renderSarif } from '../../../src/cli/policy-check/render/sarif.js'
import { wasm } from '../../../src/cli/policy-check/rules/compile.js'
import { ROOT } from '../../support/runner.js'

const schema: unknown = JSON.parse(readFileSync(join(ROOT, 'schemas/input.schema.json'), 'utf8'))

const aFinding = (rest: Partial<Finding> = {}): Finding => ({
  rule: 'input-path',
  level: 'warning',
  message: 'wrong',
  why: 'because',
  wayOut: 'mend it',
  path: 'policies/a b.rego',
  line: 3,
  column: 2,
  ...rest,
})
const anAnswer = (findings: readonly Finding[], rest: Partial<Answered> = {}): Answered => ({
  findings,
  checked: [...RULE_IDS],
  notChecked: [],
  ignored: 0,
  files: ['a.rego'],
  entrypoints: ['visor/check/execute'],
  asked: 12,
  yaml: new Map(),
  answers: [],
  ...rest,
})

describe('paths of the input', () => {
  test.each([
    'check.id',
    'check.policy.require',
    'check.policy.require.*',
    'check.policy.approvals.roles.0',
    'actor.roles.*',
    'pullRequest.files.*.path',
    'pullRequest.labels.3',
    'others.*.roles.*',
    'approvals.approved.*.login',
    '*.login',
    'capability.allowedTools.*',
  ])('%s can be there', (path) => {
    expect(checkPath(schema, path.split('.'))).toBeUndefined()
  })

  test.each([
    ['check.name', 'did you mean input.check.id?'],
    ['actor.role', 'did you mean input.actor.roles?'],
    ['pull_request.labels', 'did you mean input.pullRequest?'],
    ['labels.*', 'did you mean input.pullRequest.labels?'],
    ['user.login', 'did you mean input.actor?'],
    ['tool.method', 'did you mean input.tool.methodName?'],
    ['actor.roles.admin', 'input.actor.roles is a list'],
    ['actor.login.name', 'input.actor.login is a string'],
    ['spec.containers', 'input has scope, check'],
    ['constructor', 'input.constructor is never there'],
    ['__proto__.x', 'input.__proto__ is never there'],
  ])('%s cannot', (path, says) => {
    expect(checkPath(schema, path.split('.'))).toContain(says)
  })
})

describe('comments that silence', () => {
  const ignores = (text: string) => ignoresIn('policies/a b.rego', text)
  test.each([
    ['on the line above', '\n# stepgate-ignore: input-path it is meant so\n', 1],
    ['on the line itself', '\n\nx # stepgate-ignore: input-path it is meant so\n', 1],
    ['two lines above', '# stepgate-ignore: input-path it is meant so\n', 0],
    ['without a reason', '\n# stepgate-ignore: input-path\n', 0],
    ['for another rule', '\n# stepgate-ignore: rego-v0 it is meant so\n', 0],
    ['with Windows line endings', 'a\r\n# stepgate-ignore: input-path it is meant so\r\nx', 1],
  ])('%s', (_name, text, ignored) => {
    expect(applyIgnores([aFinding()], ignores(text), [])).toMatchObject({ ignored, unused: { length: 1 - ignored } })
  })
  test('no comment silences an error', () => {
    const text = '\n# stepgate-ignore: input-path it is meant so\n'
    expect(applyIgnores([aFinding({ level: 'error' })], ignores(text), []).kept).toHaveLength(1)
  })
  test('a comment for what was not looked for is not called unused', () => {
    const open = [{ rule: 'input-path', why: 'it does not compile' } as const]
    expect(applyIgnores([], ignores('# stepgate-ignore: input-path why'), open).unused).toEqual([])
  })
})

test('the people that policies are asked about are the same every time, and each role and association is among them', () => {
  const known = { roles: ['admin', 'dev'], strings: ['freeze', 'a sentence is no word', 'check.execute'] }
  const found = personas(known)
  expect(found).toEqual(personas(known))
  expect(found.slice(0, 4).map(({ roles = [], association = '' }) => `${roles}${association}`)).toEqual([
    'NONE',
    'admin',
    'dev',
    'admin,dev',
  ])
  expect(found.some(({ labels = [], roles }) => labels.includes('freeze') && roles?.includes('dev'))).toBe(true)
  expect(found.flatMap(({ labels = [] }) => labels)).not.toContain('a sentence is no word')
})

test('what cannot be translated to WebAssembly is an error at its place', () => {
  const problem = { code: 'rego_compile_error', message: 'no way', file: 'a.rego', row: 4, col: 2 }
  const facts = {
    ...({ kind: 'rego', files: [], unreadable: [], problems: [], noAnalysis: '', noConfig: '', notices: [] } as const),
    ...{ samples: [], noSamples: '', inputSchema: {}, buildProblems: [problem] },
    prepared: {
      ...{ opaVersion: '', regoVersions: new Map(), entrypoints: new Map(), builtins: [], hostBuiltins: [] },
      readsPolicyKeys: { require: false, deny: false },
    },
  }
  expect(wasm(facts)).toEqual([{ message: 'no way (rego_compile_error)', path: 'a.rego', line: 4, column: 2 }])
})

test('a workflow command carries nothing that ends it or begins another one', () => {
  const evil = '%0A::set-output name=x::y\n::error::z ##[error]'
  const text = renderGithub(anAnswer([aFinding({ message: evil, path: 'a,b:c%.rego\r\n::x', endColumn: 9 })]))
  const [command = '', ...rest] = text.split('\n')
  expect(rest).toEqual(['1 file, 1 entrypoint, 0 errors, 1 warning'])
  expect(command).toBe(
    '::warning file=a%2Cb%3Ac%25.rego\\r\\n%3A%3Ax,line=3,col=2,endColumn=9,title=input-path::%250A::set-output name=x::y\\n::error::z ##\u200b[error]%0Awhy: because%0Away out: mend it',
  )
})

test('what is said about a terminal cannot be said by a file', () => {
  const text = renderPretty(
    anAnswer([aFinding({ message: '\u001b[2Jgone\u202e' })]),
    new Map([['policies/a b.rego', '\n\n \u001b[2Jx']]),
    {
      columns: 80,
      colour: false,
      unicode: false,
    },
  )
  expect(text).not.toMatch(/[\u001b\u202e]/)
  expect(text.split('\n').at(-1)).toBe('1 file, 1 entrypoint, 0 errors, 1 warning')
  expect(text).toMatch(/^[\u0000-\u007f]*$/)
})

describe('SARIF', () => {
  const findings = [
    aFinding({ endColumn: 5 }),
    aFinding({ rule: 'nothing-answers', level: 'error', path: '/a#b/c.rego' }),
    aFinding({ rule: 'rego-v0', level: 'notice' }),
  ]
  const sarif = JSON.parse(
    renderSarif(anAnswer(findings, { notChecked: [{ rule: 'role-unused', why: 'there is no config' }] })),
  )
  const [run] = sarif.runs
  test('has what the schema of 2.1.0 requires', () => {
    expect(Object.keys(sarif).sort()).toEqual(['$schema', 'runs', 'version'])
    expect(sarif.version).toBe('2.1.0')
    expect(run.tool.driver).toMatchObject({
      name: 'stepgate',
      semanticVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
    })
    const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(RULE_IDS)
    for (const rule of run.tool.driver.rules) {
      for (const key of ['shortDescription', 'fullDescription', 'help']) expect(rule[key].text).toMatch(/\S/)
      expect(['none', 'note', 'warning', 'error']).toContain(rule.defaultConfiguration.level)
    }
    expect(run.columnKind).toBe('unicodeCodePoints')
    expect(run.invocations).toHaveLength(1)
    expect(run.invocations[0].executionSuccessful).toBe(true)
    expect(run.invocations[0].toolExecutionNotifications).toEqual([
      {
        level: 'note',
        message: { text: 'role-unused was not checked: there is no config' },
        associatedRule: { id: 'role-unused', index: RULE_IDS.indexOf('role-unused') },
      },
    ])
  })
  test('names each finding with its rule, its level and its place', () => {
    for (const result of run.results) {
      expect(Object.keys(result).sort()).toEqual(['level', 'locations', 'message', 'ruleId', 'ruleIndex'])
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
      expect(result.message.text).toMatch(/\S/)
    }
    expect(run.results.map(({ level }: { level: string }) => level)).toEqual(['warning', 'error', 'note'])
    const [first, second] = run.results.map(
      ({ locations }: { locations: readonly { physicalLocation: unknown }[] }) => locations[0]?.physicalLocation,
    )
    expect(first).toEqual({
      artifactLocation: { uri: 'policies/a%20b.rego' },
      region: { startLine: 3, startColumn: 2, endColumn: 5 },
    })
    expect(second).toMatchObject({ artifactLocation: { uri: 'file:///a%23b/c.rego' } })
  })
})

test('the page about the command lists the rules, with what the code says of each', () => {
  const page = readFileSync(join(ROOT, 'docs/policy-check.md'), 'utf8')
  const headings = [...page.matchAll(/^### `([\w-]+)` \((\w+)\)$/gm)].map(([, id, level]) => ({ id, level }))
  expect(headings).toEqual(RULE_IDS.map((id) => ({ id, level: CATALOGUE[id].level })))
  const said = page.replace(/\s+/g, ' ')
  for (const id of RULE_IDS) {
    expect(said).toContain(CATALOGUE[id].finds)
    expect(said).toContain(CATALOGUE[id].wayOut)
  }
})
