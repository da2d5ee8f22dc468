import { afterEach, describe, expect, test } from '@jest/globals'
import { workspaceSource } from '../../../src/config/source.js'
import { openBundleWith } from '../../../src/pdp/local/bundle.js'
import { mayRead, readPolicies } from '../../../src/pdp/local/policies.js'
import {
  aFolder,
  aPackage,
  aPdp,
  aPdpConfig,
  aQuery,
  bundlePorts,
  refused,
  removeFolders,
  saidBy,
  shownRules,
} from '../../support/opa.js'
import { compileWasm } from '../../support/policies.js'
import { aPolicy, ask, opa, readRepository } from './support.js'

afterEach(removeFolders)

const DENY = { name: 'd', effect: 'deny', condition: 'check.x == 1' }
const POLICY = aPolicy([DENY])
const ROWS = 'policies:\n  - { name: r, scope: global, effect: deny, rule_expr: "check.x == 1" }\n'

describe('which files are policies', () => {
  test.each<{
    name: string
    files: Readonly<Record<string, string>>
    rules?: readonly string[]
    is: readonly string[]
  }>([
    {
      name: 'those in a folder that say so, beside its Rego',
      files: { 'policies/a.rego': aPackage('a'), 'policies/x/p.yml': POLICY, 'policies/rows.yaml': ROWS },
      is: ['policies/a.rego', 'policies/rows.yaml.rows.rego', 'policies/x/p.yml.p.rego'],
    },
    {
      name: 'however the end of its name is written',
      files: { 'policies/a.rego': aPackage('a'), 'policies/sp.YAML': POLICY },
      is: ['policies/a.rego', 'policies/sp.YAML.p.rego'],
    },
    {
      name: 'what other tools have written is left alone',
      files: {
        'policies/a.rego': aPackage('a'),
        'policies/gateway.yaml': 'apiVersion: gateway.envoyproxy.io/v1alpha1\nkind: SecurityPolicy\n',
        'policies/cases.yaml': 'policies: ../policies\ncases: []\n',
        'policies/list.yaml': 'policies: [{ name: x }]\n',
        'policies/broken.yaml': '{{ .Values.x }}: [',
        'policies/pack.json': '{"name": "x"}',
      },
      is: ['policies/a.rego'],
    },
    {
      name: 'data are data',
      files: { 'policies/a.rego': aPackage('a'), 'policies/data.yaml': POLICY, 'policies/x/data.json': POLICY },
      is: ['policies/a.rego'],
    },
    {
      name: 'a file that is named',
      files: { 'p.json': POLICY, 'other.yaml': POLICY },
      rules: ['p.json'],
      is: ['p.json.p.rego', 'stepgate/check.rego'],
    },
    {
      name: 'and one beside a folder, where it is read once',
      files: { 'policies/a.rego': aPackage('a'), 'policies/p.yaml': POLICY },
      rules: ['policies', 'policies/p.yaml'],
      is: ['policies/a.rego', 'policies/p.yaml.p.rego'],
    },
    {
      name: 'all documents of a file',
      files: { 'p.yaml': `${POLICY}\n---\n${aPolicy([DENY], { name: 'q' })}\n---\n` },
      rules: ['p.yaml'],
      is: ['p.yaml.p.rego', 'p.yaml.q.rego', 'stepgate/check.rego'],
    },
  ])('$name', async ({ files, rules, is }) => {
    const policies = await readRepository(files, rules)
    expect(shownRules(policies)).toEqual(is)
    const made = is.filter((path) => /\.(json|ya?ml)\./i.test(path))
    expect(policies.security ?? []).toHaveLength(made.length)
    const yaml = new Set(made.map((path) => path.replace(/\.[^.]+\.rego$/, '')))
    expect(
      policies.files
        .map(({ path }) => path)
        .filter((path) => !path.endsWith('.rego'))
        .sort(),
    ).toEqual([...yaml].sort())
  })

  test.each<{
    name: string
    files: Readonly<Record<string, string | Buffer>>
    rules?: readonly string[]
    code: string
    says: string
  }>([
    {
      name: 'a named file is one, or wrong',
      files: { 'p.yaml': 'a: 1' },
      rules: ['p.yaml'],
      code: 'ERR_SECURITY_POLICY',
      says: 'neither a SecurityPolicy nor',
    },
    {
      name: 'data that is named is no rule',
      files: { 'data.yaml': POLICY },
      rules: ['data.yaml'],
      code: 'ERR_RULES_KIND',
      says: 'data.yaml',
    },
    {
      name: 'a folder with other YAML is empty',
      files: { 'policies/a.yaml': 'a: 1' },
      code: 'ERR_RULES_EMPTY',
      says: 'no policy in YAML',
    },
    {
      name: 'one that is broken and says our name is ours',
      files: { 'policies/a.rego': aPackage('a'), 'policies/p.yaml': 'kind: SecurityPolicy\nspec: [' },
      code: 'ERR_SECURITY_POLICY',
      says: 'policies/p.yaml:2:',
    },
    ...(
      [
        ['UTF-16', Buffer.from(`\ufeff${POLICY}`, 'utf16le'), 'is not UTF-8 text'],
        ['UTF-16 without a mark', Buffer.from(POLICY, 'utf16le'), 'is not UTF-8 text'],
        ['UTF-16 of the other order', Buffer.from(`\ufeff${POLICY}`, 'utf16le').swap16(), 'is not UTF-8 text'],
        ['a kind without its capitals', 'kind: Securitypolicy\n', 'did you mean SecurityPolicy?'],
        ['a kind in two words', 'kind: security-policy\n', 'did you mean SecurityPolicy?'],
        ['a key with a capital', POLICY.replace('kind', 'Kind'), 'the key is "Kind"; did you mean "kind"?'],
        [
          'another spelling of the version',
          POLICY.replace('policy.orchestra', 'Policy.orchestra').replace('SecurityPolicy', 'securityPolicy'),
          '"apiVersion" is "Policy.orchestra.v1"; did you mean policy.orchestra.v1?',
        ],
        ['rows of another spelling', `kind: policyrows\n${ROWS}`, 'did you mean PolicyRows?'],
        ['rows with every effect misspelt', ROWS.replace('effect', 'effects'), 'has the key "effects"'],
        [
          'rows with a condition and every effect misspelt',
          ROWS.replace('effect', 'effects').replace('rule_expr', 'condition'),
          'has the key "effects"',
        ],
        ['rows below another key', ROWS.replace('policies', 'Policies'), 'has the key "Policies"'],
      ] as const
    ).map(([what, text, says]) => ({
      name: `${what} is not left alone`,
      files: { 'policies/a.rego': aPackage('a'), 'policies/p.yaml': text },
      code: 'ERR_SECURITY_POLICY',
      says,
    })),
    {
      name: 'one in a bundle would be lost',
      files: { 'policies/.manifest': '{}', 'policies/a.rego': aPackage('a'), 'policies/p.yaml': POLICY },
      code: 'ERR_SECURITY_POLICY',
      says: 'is a bundle',
    },
    {
      name: 'Rego in the package that is made',
      files: { 'policies/a.rego': 'package stepgate.policies.x\nanswer := {}\n' },
      code: 'ERR_SECURITY_POLICY',
      says: 'give it another package',
    },
    {
      name: 'a bundle stands alone',
      files: { 'p.yaml': POLICY, 'b.tar.gz': 'x' },
      rules: ['p.yaml', 'b.tar.gz'],
      code: 'ERR_RULES_MIXED',
      says: 'b.tar.gz',
    },
  ])('$name', async ({ files, rules, code, says }) => {
    expect((await readRepository(files, rules)).rules).toMatchObject(refused(code, says))
  })

  test('where nobody can read conditions, they are an error', async () => {
    const { rules } = await readRepository({ 'policies/p.yaml': POLICY })
    expect(rules.kind).toBe('rego')
    const folder = await aFolder()
    await import('node:fs/promises').then(({ writeFile }) => writeFile(`${folder}/p.yaml`, POLICY))
    const alone = await readPolicies(workspaceSource(folder), { engine: 'local', rules: ['p.yaml'] }, bundlePorts())
    expect(alone.rules).toMatchObject(refused('ERR_SECURITY_POLICY', 'cannot be compiled here'))
  })

  test('what is wrong has its place in the notices, too', async () => {
    const { notices, rules } = await readRepository({
      'policies/p.yaml': aPolicy([{ ...DENY, condition: 'check.x ==' }]),
    })
    expect(notices).toEqual([
      expect.objectContaining({ path: 'policies/p.yaml', line: 12, column: expect.any(Number) }),
    ])
    expect(rules).toMatchObject({ message: expect.stringContaining('policies/p.yaml:12:') })
  })
})

test('beside Rego nothing but the Rego answers the scopes', async () => {
  const policies = await readRepository({ 'policies/a.rego': aPackage('check.execute'), 'policies/p.yaml': POLICY })
  expect(await ask(policies, 'visor/check/execute', [{ check: { x: 1 } }])).toEqual([{ allowed: true }])
  expect(await ask(policies, 'stepgate/policies/p/answer', [{ check: { x: 1 } }])).toEqual([
    { deny: [{ rule: 'd', message: 'd', severity: 'critical' }], unknown: [] },
  ])
})

test('the whole PDP answers for a policy as for any other entrypoint', async () => {
  const policies = await readRepository({ 'policies/p.yaml': POLICY })
  const pdp = aPdp(aPdpConfig(), policies)
  try {
    const paths = ['visor/check/execute', 'stepgate/policies/p/answer']
    const queries = paths.map((path) => aQuery(path, { check: { x: 2 } }))
    const [execute, answer] = (await pdp.evaluate(queries, new AbortController().signal)).map(saidBy)
    expect(execute).toMatchObject({ allowed: false })
    expect(answer).toEqual({ deny: [], unknown: [] })
  } finally {
    await pdp.close()
  }
})

test('what a policy reads of the input is asked for', async () => {
  const condition = 'some file in input.pullRequest.files\nfile.path == "x"'
  const policies = await readRepository({ 'policies/p.yaml': aPolicy([{ ...DENY, condition }]) })
  expect([mayRead(policies, 'files'), mayRead(policies, 'approvals')]).toEqual([true, false])
  const loose = 'count(object.get(input.pullRequest, "files", [])) > 0'
  expect(mayRead(await readRepository({ 'policies/p.yaml': aPolicy([{ ...DENY, condition: loose }]) }), 'files')).toBe(
    true,
  )
})

test('who does not look at the others is asked about each of them', async () => {
  const about = async (condition: string, rego = '') => {
    const rule = { ...DENY, name: 'others', description: 'input.others', condition }
    const files = { 'policies/p.others.yaml': aPolicy([rule]), ...(rego !== '' && { 'policies/a.rego': rego }) }
    return mayRead(await readRepository(files), 'others')
  }
  const others = 'some one in input.others\none.login == "x"'
  expect(await about(others)).toBe(true)
  expect(await about('check.x')).toBe(false)
  expect(await about('check.x', 'package a\nx := input.others')).toBe(false)
  expect(await about(others, 'package a\nx := input.actor')).toBe(false)
  expect(await about(others, 'package a\nx := input.others')).toBe(true)
})

test('a bundle that was built of policies still asks them, at their levels', async () => {
  const text = aPolicy([DENY], { name: 'only-warns', enforcement: { mode: 'warn' } })
  const { rules, security } = await readRepository({ 'policies/p.yaml': text })
  if (rules.kind !== 'rego') throw new Error('there are no rules')
  const entrypoints = (security ?? []).map(({ path }) => path)
  const built = await opa().buildBundle({ modules: rules.modules, target: 'rego', entrypoints, defaults: [] })
  if (!built.ok) throw new Error(JSON.stringify(built.errors))
  const folder = await aFolder()
  await import('node:fs/promises').then(({ writeFile }) => writeFile(`${folder}/b.tar.gz`, built.bundle))
  const ports = { ...bundlePorts(), open: openBundleWith(opa) }
  const opened = await readPolicies(workspaceSource(folder), { engine: 'local', rules: ['b.tar.gz'] }, ports)
  expect(opened.security).toEqual(security)
  expect(opened.security).toEqual([expect.objectContaining({ name: 'only-warns', level: 'advisory' })])
})

test('a compiled policy that has policies in YAML is not asked without them', async () => {
  const { rules, security } = await readRepository({
    'policies/a.rego': aPackage('check.execute'),
    'policies/p.yaml': POLICY,
  })
  if (rules.kind !== 'rego') throw new Error('there are no rules')
  const [{ path: own } = { path: '' }] = security ?? []
  for (const [entrypoints, says] of [
    [['visor/check/execute', own], own],
    [['visor/check/execute', 'stepgate/policies'], 'stepgate/policies'],
  ] as const) {
    const texts = rules.modules.map(({ text }) => text)
    const wasm = await compileWasm(texts, entrypoints)
    const pdp = aPdp(aPdpConfig(), { files: [], rules: { kind: 'wasm', path: 'policy.wasm', wasm } })
    try {
      const answers = await pdp.evaluate([aQuery('visor/check/execute', {})], new AbortController().signal)
      expect(answers).toEqual([
        expect.objectContaining({
          kind: 'error',
          code: 'ERR_SECURITY_POLICY',
          message: expect.stringContaining(`"policy.wasm" has policies in YAML (${says})`),
        }),
      ])
    } finally {
      await pdp.close()
    }
  }
})
