import { describe, expect, test } from '@jest/globals'
import { parseYaml } from '../../src/config/document.js'
import { compose, type Repository, refusalOf, VERSION } from './composing.js'

/** Names that libraries drop without a word are refused where they stand; names that only look like theirs are names. */

const HEAD = `${VERSION}policy:\n  engine: local\n  roles:\n    admin: { users: [alice] }\n`
const STEPS = 'steps:\n  build: { type: command }\n'
const withPolicy = (lines: string, files: Repository = {}) => ({
  '.visor.yaml': `${HEAD}  ${lines}\n${STEPS}`,
  ...files,
})
const parameters = (name: string, written: string) => `packs: { ${name}: { parameters: ${written} } }`

describe('what would get lost is refused', () => {
  test.each<[string, string, string, string]>([
    ['a pack', 'packs: { NAME: { level: hard } }', '6:12', 'in "policy.packs"'],
    ['a pack of a list', 'packs: [{ name: default, NAME: 1 }]', '6:28', 'NAME'],
    ['a rule', 'packs: { compliance: { rules: { NAME: hard } } }', '6:35', 'in "policy.packs.compliance.rules"'],
    ['a parameter', parameters('compliance', '{ NAME: 1 }'), '6:40', 'in "policy.packs.compliance.parameters"'],
    ['a counter', 'usage: { NAME: { source: nope } }', '6:12', 'in "policy.usage"'],
    ['a key of a counter', 'usage: { a: { source: actions, window: 1h, NAME: 1 } }', '6:46', 'in "policy.usage.a"'],
    ['a role', 'roles: { NAME: { users: [a] } }', '6:12', 'in "policy.roles"'],
    ['a key of the policy', 'NAME: 1', '6:3', 'NAME'],
    ['a key of the kill switch', 'kill_switch: { url: "https://a.example/", NAME: 1 }', '6:45', 'NAME'],
  ])('%s', async (_what, lines, place, says) => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const text = lines.replace('NAME', name)
      const files = text.startsWith('roles')
        ? { '.visor.yaml': `${VERSION}policy:\n\n\n  engine: local\n  ${text}\n` }
        : withPolicy(text)
      const error = await refusalOf(files)
      expect([error.path, `${error.line}:${error.column}`]).toEqual(['.visor.yaml', place])
      expect(error.code).toMatch(/^ERR_(CONFIG_SCHEMA|CONFIG_UNKNOWN_KEY|PACK_PARAMETERS)$/)
      expect(error.message).toContain(says.replace('NAME', name))
      expect(error.message).toContain(name)
    }
  })

  test.each<[string, string, string]>([
    ['in quotes', 'x: { "__proto__": 1 }', '2:6'],
    ['with an escape', 'x: { "\\x5f_proto__": 1 }', '2:6'],
    ['in a list', 'x: [{ a: [{ __proto__: 1 }] }]', '2:13'],
    ['in a step', 'steps: { a: { arguments: { __proto__: {} } } }', '2:28'],
    ['by a merge key', 'steps: { a: { <<: { __proto__: { policy: {} } } } }', '2:21'],
    ['in what an alias stands for', 'x: &x { __proto__: 1 }', '2:9'],
    ['at the top', '__proto__: { policy: {} }', '2:1'],
  ])('__proto__ %s', async (_how, line, place) => {
    const error = await refusalOf({ '.visor.yaml': `${VERSION}${line}\n` })
    expect([error.code, error.path, `${error.line}:${error.column}`]).toEqual([
      'ERR_CONFIG_SCHEMA',
      '.visor.yaml',
      place,
    ])
    expect(error.message).toContain('"__proto__" cannot be a name')
  })

  test('in a parent, and in a file of parameters, at the line of that file', async () => {
    const parent = { '.visor.yaml': `${VERSION}extends: a.yaml\n`, 'a.yaml': 'x: 1\npolicy: { __proto__: {} }\n' }
    expect(await refusalOf(parent)).toMatchObject({ code: 'ERR_CONFIG_SCHEMA', path: 'a.yaml', line: 2 })
    for (const [path, text] of Object.entries({
      'p.yaml': 'x: 1\n__proto__: {}\n',
      'p.json': '{"x":1,\n"__proto__":{}}',
    })) {
      const error = await refusalOf(withPolicy(parameters('compliance', `./${path}`), { [path]: text }))
      expect(error).toMatchObject({ code: 'ERR_CONFIG_SCHEMA', path, line: 2 })
    }
    const inFile = await refusalOf(withPolicy(parameters('compliance', './p.yaml'), { 'p.yaml': '\nconstructor: 1\n' }))
    expect(inFile).toMatchObject({ code: 'ERR_PACK_PARAMETERS', path: 'p.yaml', line: 2 })
  })
})

describe('what only looks like it is a name', () => {
  const NAMES = ['toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'proto']
  test('of a step, a role, a server and a counter', async () => {
    for (const name of NAMES) {
      const text = `${VERSION}policy:\n  engine: local\n  roles: { ${name}: { users: [a] } }\n  usage: { a: { source: actions, window: 1h } }\nsteps:\n  ${name}: { policy: { require: ${name} }, ai: { mcpServers: { ${name}: { command: x, allowedMethods: [m] } } } }\n`
      const { config } = await compose({ '.visor.yaml': text })
      expect(config.policy.roles.map((role) => role.name)).toEqual([name])
      expect(config.steps.map(({ id, tools }) => [id, tools.map(({ server }) => server)])).toEqual([[name, [name]]])
    }
  })
  test('that has to be there: a child does not inherit what every object has', async () => {
    const parent = 'policy:\n  engine: local\n  roles: { a: {} }\nsteps: { a: { policy: { require: a } } }\n'
    const child = 'steps: { toString: { type: command } }\npolicy: { roles: { valueOf: { users: [b] } } }\n'
    const { config } = await compose({ '.visor.yaml': `${VERSION}extends: p.yaml\n${child}`, 'p.yaml': parent })
    expect(config.steps.map(({ id, policy }) => [id, policy?.require])).toEqual([
      ['a', 'a'],
      ['toString', undefined],
    ])
  })
  test.each<[string, string]>([
    ['packs: { toString: {} }', 'there is no pack "toString"'],
    ['packs: [constructor]', 'there is no pack "constructor"'],
    ['packs: { compliance: { rules: { toString: hard } } }', 'no rule "toString"'],
    [parameters('compliance', '{ toString: 1 }'), '"toString" is no parameter'],
    [parameters('compliance', '{ required_labels: { valueOf: 1 } }'), '"required_labels.valueOf" is no parameter'],
    [
      parameters('compliance', '{ required_labels: { constructor: 1 } }'),
      '"required_labels.constructor" is no parameter',
    ],
    [parameters('capabilities', '{ approvals: { toString: { roles: [nobody] } } }'), '"approvals.toString.roles.0"'],
    ['override: { roles: [toString] }', 'names the role "toString", which is not defined'],
  ])('and not what a config knows: %s', async (lines, says) => {
    const error = await refusalOf(withPolicy(lines))
    expect([error.line, error.message]).toEqual([6, expect.stringContaining(says)])
  })
})

describe('a number is what was written', () => {
  const readBack = (text: string) =>
    (parseYaml({ path: 'x.yaml', bytes: Buffer.from(`x: ${text}\n`) }).value as { x: unknown }).x
  test.each<[string, unknown]>([
    ['0', 0],
    ['-0.0', -0],
    ['0.3', 0.3],
    ['0.30000000000000000000', 0.3],
    ['+1.50', 1.5],
    ['1e3', 1000],
    ['1E+3', 1000],
    ['0.1234567890123456', 0.1234567890123456],
    ['9007199254740991', 9007199254740991],
    ['0x10', 16],
    ['0o17', 15],
    ['.inf', Number.POSITIVE_INFINITY],
    // Digits got lost, so that it stays text.
    ['0.30000000000000000001', '0.30000000000000000001'],
    ['1000000000.00000001', '1000000000.00000001'],
    ['5000.0000000000000000001', '5000.0000000000000000001'],
    ['9007199254740993', '9007199254740993'],
    ['12345678901234567890', '12345678901234567890'],
    ['-0.1000000000000000000000001', '-0.1000000000000000000000001'],
    ['1e-400', '1e-400'],
    ['0x1fffffffffffffff', '0x1fffffffffffffff'],
    ['"0.30000000000000000001"', '0.30000000000000000001'],
    ['!!float 0.30000000000000000001', '0.30000000000000000001'],
  ])('%s', (text, value) => expect(readBack(text)).toBe(value))
  test('in lists, in JSON, behind an alias and under a merge key, too', () => {
    const text = '{"a": [1, 0.30000000000000000001],\n "b": &b {"c": 9007199254740993}, "d": *b, "e": {<<: *b}}'
    const c = { c: '9007199254740993' }
    expect(parseYaml({ path: 'x', bytes: Buffer.from(text) }).value).toEqual({
      a: [1, '0.30000000000000000001'],
      b: c,
      d: c,
      e: c,
    })
  })

  const step = (line: string) => ({ '.visor.yaml': `${HEAD}  packs: [default]\nsteps:\n  pay:\n    ${line}\n` })
  const payment = (amount: string) =>
    `spend: { agentId: a, entityId: b, amount: ${amount}, currency: BRL, category: c, beneficiary: { id: x }, purpose: PIX }`
  test.each<[string, Repository, string]>([
    ['a payment', step(payment('0.30000000000000000001')), '"steps.pay.spend.amount" must have at most 6 decimals'],
    ['a payment over the maximum', step(payment('1000000000.00000001')), 'must have at most 6 decimals'],
    ['a payment far over it', step(payment('1000000000.0000010000')), '16 digits'],
    ['an estimate', step('estimated_cost_usd: 1e-400'), 'exponent'],
    ['a limit', step('limits: { minutes: 5.00000000000000000001 }'), '"limits.minutes" must be a whole number'],
    ['a parameter', withPolicy(parameters('default', '{ warn_above_usd: 0.30000000000000000001 }')), '6 decimals'],
    [
      'a parameter in JSON',
      withPolicy(parameters('default', './p.json'), { 'p.json': '{"warn_above_usd": 0.30000000000000000001}' }),
      '6 decimals',
    ],
    [
      'a parameter that is a whole number',
      withPolicy(parameters('modes', '{ limits: { minutes: 5.00000000000000000001 } }')),
      'must be a whole number, not "5.00000000000000000001"',
    ],
    ['milliseconds', withPolicy('timeout: 5000.0000000000000000001'), 'must be a number, not "5000.000'],
  ])('is refused by its digits: %s', async (_what, files, says) => {
    expect((await refusalOf(files)).message).toContain(says)
  })
  test('is taken with zeros at its end', async () => {
    const { config } = await compose(step(payment('0.30000000000000000000')))
    expect(config.steps[0]?.facets?.spend?.[0]?.amount).toBe(300_000)
  })
})
