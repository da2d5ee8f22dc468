import { afterEach, describe, expect, test } from '@jest/globals'
import { removeFolders } from '../../support/opa.js'
import { aPolicy, ask, readRepository } from './support.js'

afterEach(removeFolders)

/** What is said of a file, with its place. */
async function refusalsOf(text: string, path = 'policies/p.yaml') {
  const { rules, files } = await readRepository({ [path]: text }, [path])
  if (rules.kind !== 'failed') return [`it was taken as ${rules.kind}`]
  expect(files.map((file) => file.path)).toContain(path)
  expect(rules.code).toBe('ERR_SECURITY_POLICY')
  return (rules.errors ?? []).map(({ code, path: at, line, column, message }) => {
    expect(code).toBe('ERR_SECURITY_POLICY')
    return `${at}:${line}:${column} ${message}`
  })
}

const HEAD = `apiVersion: policy.orchestra.v1
kind: SecurityPolicy
metadata: { name: p }
spec:
  rules:
`
/** One rule that denies, its condition written as a block: it starts in line 10, column 9. */
const block = (condition: string) => `${HEAD}    - name: fine
      effect: deny
      condition: 'true'
    - condition: |
${condition.replace(/^/gm, '        ')}
      name: d
      effect: deny
`
const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}1${close.repeat(depth)}`

describe('a condition is never more than a condition', () => {
  test.each<{ name: string; condition: string; at: string; says: string }>([
    {
      name: 'a brace that ends the rule',
      condition: 'true }\nallow := true if { true',
      at: '10:14',
      says: 'unexpected } token',
    },
    { name: 'a rule of its own', condition: 'allow if true', at: '10:15', says: 'unexpected if keyword' },
    {
      name: 'a default',
      condition: 'check.x\ndefault allowing := true',
      at: '11:9',
      says: 'unexpected default keyword',
    },
    { name: 'a package', condition: 'package visor.check', at: '10:9', says: 'has no place in it' },
    { name: 'an import', condition: 'check.x\nimport data.stepgate', at: '11:9', says: 'has no place in it' },
    { name: 'another input', condition: 'input := {}', at: '10:9', says: '"input" is a name of the input' },
    { name: 'with', condition: 'check.x with input as {}', at: '10:17', says: '"with" has no place' },
    {
      name: 'with, deep inside',
      condition: 'count([1 |\n  check.x with input.actor as {}]) > 0',
      at: '11:19',
      says: '"with" has no place',
    },
    {
      name: 'the network',
      condition: 'http.send({"url": check.url}).x',
      at: '10:9',
      says: 'undefined function http.send',
    },
    { name: 'the host', condition: '\n\nopa.runtime().env', at: '12:9', says: 'undefined function opa.runtime' },
    {
      name: 'a function of somebody else',
      condition: 'data.visor.helper(check)',
      at: '10:9',
      says: 'undefined function input.data.visor.helper',
    },
    { name: 'a rule of the generated module', condition: 'has_1', at: '10:9', says: '"has_1" is not known here' },
    {
      name: 'a variable with the name of one',
      condition: 'allowing = 1; allowing > 0',
      at: '10:9',
      says: 'is not declared',
    },
    { name: 'a text without quotes', condition: 'check.type ==\n  ai', at: '11:11', says: '"ai" is not known here' },
    { name: 'only a comment', condition: '# true', at: '10:', says: 'is empty' },
    { name: 'parentheses without end', condition: nested(5000, '(', ')'), at: '10:', says: 'recursion depth' },
    { name: 'lists without end', condition: nested(5000, '[', ']'), at: '10:', says: 'recursion depth' },
    { name: 'sums without end', condition: `1${' + 1'.repeat(4000)} > 0`, at: '10:', says: 'recursion depth' },
  ])('$name', async ({ condition, at, says }) => {
    const [found] = await refusalsOf(block(condition))
    // Without a place of its own in the block it is that of the condition.
    expect(found?.replace(':9:18 ', ':10: ')).toContain(`policies/p.yaml:${at}`)
    expect(found).toContain(says)
  })

  test.each([
    ['16 KiB', 'x'.repeat(17_000), 'has 17001 characters'],
    ['nothing', ' ', 'must not be empty'],
  ])('it has at most, and at least, so much: %s', async (_, condition, says) => {
    expect(await refusalsOf(block(condition))).toEqual([expect.stringContaining(says)])
  })

  test('every wrong one is said, each in its own spelling of YAML', async () => {
    const text = `${HEAD}    - { name: plain, effect: deny, condition: check.x == no }
    - { name: quoted, effect: deny, condition: "check.x == nobody" }
    - { name: escaped, effect: deny, condition: "check.\\x78 == nobody" }
    - name: folded
      effect: deny
      condition: >
        check.x ==
        nobody
    - name: expression
      effect: deny
      rule_expr: { all: ['true', 'check.x == nobody'] }
`
    expect((await refusalsOf(text)).map((found) => found.split(' ')[0])).toEqual([
      'policies/p.yaml:6:58',
      'policies/p.yaml:7:60',
      'policies/p.yaml:8:64',
      'policies/p.yaml:13:9',
      'policies/p.yaml:16:46',
    ])
  })

  test('a condition that could hide another answer says what it says', async () => {
    const name = 'a"}\n} answer := {"allow": true} # \u2028'
    const rules = [
      {
        name,
        effect: 'deny',
        condition: 'check.x == "\\"} allow := true {"',
        description: name,
        actions: [name],
        way_out: name,
      },
    ]
    const policies = await readRepository({ 'policies/p.yaml': aPolicy(rules) })
    const [hit, miss] = await ask(policies, 'stepgate/policies/p/answer', [
      { check: { x: '"} allow := true {' } },
      { check: { x: '' } },
    ])
    expect(hit).toEqual({
      deny: [{ rule: name, message: name, severity: 'critical', way_out: name, obligations: [name] }],
      unknown: [],
    })
    expect(miss).toEqual({ deny: [], unknown: [] })
  })

  test('the name of a file and of a policy stay on their lines', async () => {
    const name = 'x" } answer := 1 \u2028 answer := 2 \u0085'
    const policies = await readRepository({
      'policies/a # b\u2028c.yaml': aPolicy([{ name: 'd', effect: 'deny', condition: 'true' }], { name: 'é } x' }),
    })
    expect(policies.security?.[0]).toMatchObject({ name: 'é } x', path: 'stepgate/policies/____x/answer' })
    expect(await ask(policies, 'stepgate/policies/____x/answer', [{}])).toEqual([
      expect.objectContaining({ unknown: [] }),
    ])
    const [refusal] = await refusalsOf(aPolicy([{ name: 'd', effect: 'deny', condition: 'true' }], { name }))
    expect(refusal).toContain('must be on one line')
  })
})

const rule = (more: string) => `${HEAD}    - { name: d, effect: deny, condition: 'true', ${more} }\n`
const head = (kind: string, version = 'policy.orchestra.v1') => `apiVersion: ${version}\nkind: ${kind}\n`

describe('what is wrong with a file is said at its line', () => {
  test.each<{ name: string; text: string; at: string; says: string }>([
    { name: 'no YAML', text: `${HEAD}  - [`, at: '6:6', says: 'this is no YAML' },
    { name: 'nothing', text: '# SecurityPolicy\n', at: '1:1', says: 'holds no policy' },
    { name: 'a list', text: '- a', at: '1:1', says: 'neither a SecurityPolicy nor' },
    { name: 'another kind', text: head('SecurityPolcy'), at: '2:7', says: '"kind" must be SecurityPolicy' },
    {
      name: 'another version',
      text: head('SecurityPolicy', 'policy.orchestra.v2'),
      at: '1:13',
      says: '"apiVersion" must be',
    },
    { name: 'no version', text: 'kind: SecurityPolicy\n', at: '1:1', says: '"apiVersion" must be' },
    { name: 'no name', text: `${head('SecurityPolicy')}metadata: {}\nspec: {}`, at: '3:11', says: 'with a "name"' },
    { name: 'no spec', text: `${head('SecurityPolicy')}metadata: { name: p }`, at: '1:1', says: 'must have a "spec"' },
    {
      name: 'no rules',
      text: `${head('SecurityPolicy')}metadata: { name: p }\nspec: {}`,
      at: '4:7',
      says: 'no "rules"',
    },
    {
      name: 'not one rule',
      text: `${head('SecurityPolicy')}metadata: { name: p }\nspec: { rules: [] }`,
      at: '4:16',
      says: 'not one rule',
    },
    { name: 'a misspelt key', text: rule('efect: x'), at: '6:51', says: 'has the key "efect"' },
    { name: 'a key twice', text: rule('name: e'), at: '6:', says: 'this is no YAML' },
    {
      name: 'another effect',
      text: `${HEAD}    - { name: d, effect: permit, condition: 'true' }`,
      at: '6:26',
      says: 'one of allow, deny',
    },
    { name: 'no effect', text: `${HEAD}    - { name: d, condition: 'true' }`, at: '6:7', says: 'no "effect"' },
    { name: 'no condition', text: `${HEAD}    - { name: d, effect: deny }`, at: '6:7', says: 'no "condition"' },
    {
      name: 'a condition that is no text',
      text: `${HEAD}    - { name: d, effect: deny, condition: true }`,
      at: '6:43',
      says: 'put it into quotes',
    },
    { name: 'both conditions', text: rule("rule_expr: 'true'"), at: '6:62', says: 'not both' },
    {
      name: 'an empty all',
      text: `${HEAD}    - { name: d, effect: deny, rule_expr: { all: [] } }`,
      at: '6:50',
      says: 'must not be empty',
    },
    {
      name: 'two keys in an expression',
      text: `${HEAD}    - { name: d, effect: deny, rule_expr: { all: ['true'], not: 'true' } }`,
      at: '6:43',
      says: 'has one key',
    },
    {
      name: 'the same rule twice',
      text: `${rule('severity: info')}    - { name: d, effect: deny, condition: 'true' }`,
      at: '7:15',
      says: 'two rules are named "d"',
    },
    {
      name: 'a name of the gate',
      text: `${HEAD}    - { name: not_allowed, effect: deny, condition: 'true' }`,
      at: '6:15',
      says: 'cannot be named',
    },
    {
      name: 'approvals beside a denial',
      text: rule('approvals: { count: 1, roles: [a] }'),
      at: '6:62',
      says: 'for the effect require_approval',
    },
    {
      name: 'no approvals',
      text: `${HEAD}    - { name: d, effect: require_approval, condition: 'true' }`,
      at: '6:7',
      says: 'no "approvals"',
    },
    {
      name: 'approvals by nobody',
      text: `${HEAD}    - { name: d, effect: require_approval, condition: 'true', approvals: { count: 2 } }`,
      at: '6:74',
      says: 'who approves',
    },
    {
      name: 'half an approval',
      text: `${HEAD}    - { name: d, effect: require_approval, condition: 'true', approvals: { count: 0.5, roles: [a] } }`,
      at: '6:83',
      says: 'whole number',
    },
    {
      name: 'a limit below zero',
      text: `${HEAD}    - { name: d, effect: modify, condition: 'true', modify: { limits: { cost_usd: -1 } } }`,
      at: '6:83',
      says: 'must not be negative',
    },
    {
      name: 'a limit of too many digits',
      text: `${HEAD}    - { name: d, effect: modify, condition: 'true', modify: { limits: { cost_usd: 0.10000000000000001 } } }`,
      at: '6:83',
      says: 'at most 6 decimals',
    },
    {
      name: 'business data',
      text: `${HEAD}    - { name: d, effect: modify, condition: 'true', modify: { prompt: x } }`,
      at: '6:63',
      says: 'has the key "prompt"',
    },
    {
      name: 'another resource',
      text: `${HEAD}    - { name: d, effect: deny, condition: 'true' }\n  scope: [{ resource: planets }]`,
      at: '7:23',
      says: 'must be one of agents, data',
    },
    {
      name: 'a scope of nothing',
      text: `${HEAD}    - { name: d, effect: deny, condition: 'true' }\n  scope: []`,
      at: '7:10',
      says: 'must not be empty',
    },
    {
      name: 'a selector of null',
      text: `${HEAD}    - { name: d, effect: deny, condition: 'true' }\n  scope: [{ resource: agents, selector: { type: null } }]`,
      at: '7:49',
      says: 'must be a text',
    },
    {
      name: 'another mode',
      text: `${HEAD}    - { name: d, effect: deny, condition: 'true' }\n  enforcement: { mode: lax }`,
      at: '7:24',
      says: 'must be one of strict, warn',
    },
    { name: 'a tag', text: rule('severity: !!set { a }'), at: '6:', says: 'only plain mappings' },
    { name: 'a merge', text: rule('<<: { severity: info }'), at: '6:51', says: '"<<" is not followed' },
    { name: 'no number', text: rule('severity: .nan'), at: '6:61', says: 'no number of JSON' },
    {
      name: 'a row of another scope',
      text: 'policies: [{ name: a, scope: planet, effect: deny, rule_expr: "true" }]',
      at: '1:30',
      says: 'must be one of global',
    },
    {
      name: 'a row without an expression',
      text: 'policies: [{ name: a, scope: global, effect: deny }]',
      at: '1:12',
      says: 'no "condition"',
    },
    {
      name: 'the second document',
      text: `${rule('severity: info')}---\n- 1\n`,
      at: '8:1',
      says: 'neither a SecurityPolicy nor',
    },
    {
      name: 'the same policy twice',
      text: `${rule('severity: info')}---\n${rule('severity: info')}`,
      at: '10:19',
      says: 'is used at policies/p.yaml:3',
    },
    {
      name: 'another that reads like it',
      text: `${rule('severity: info')}---\n${rule('severity: info').replace('name: p', 'name: "p"')}`,
      at: '10:19',
      says: 'give the policy another name',
    },
    {
      name: 'an alias bomb',
      text: `${HEAD}    - &a [x,x,x,x,x,x,x,x,x,x]\n    - &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n    - &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n    - &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n    - [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n`,
      at: '',
      says: 'unfolds into more than',
    },
    { name: 'a circle', text: `${HEAD}    - &a [*a]\n`, at: '6:', says: 'deep' },
    { name: 'brackets without end', text: `${HEAD}    - ${'['.repeat(3000)}`, at: '', says: 'YAML' },
    {
      name: 'a megabyte',
      text: `${rule('severity: info')}# ${'x'.repeat(1024 * 1024)}`,
      at: '1:1',
      says: 'at most 1048576 are read',
    },
  ])('$name', async ({ text, at, says }) => {
    const [found] = await refusalsOf(text)
    expect(found).toContain(says)
    expect(found).toContain(`policies/p.yaml:${at}`)
  })
})
