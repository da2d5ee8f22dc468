import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { EmbeddedOpa } from '../../src/pdp/local/embedded-opa.js'
import type { Explained, OpaReply } from '../../src/pdp/local/protocol.js'
import { anOpa, modulesOf, saidBy } from '../support/opa.js'

let opa: EmbeddedOpa
beforeAll(() => {
  opa = anOpa()
})
afterAll(() => opa.close())

function must<T>(reply: OpaReply<T>): { readonly ok: true } & T {
  if (!reply.ok) throw new Error(JSON.stringify(reply.errors))
  return reply
}

async function explain(text: string, path: string, input?: unknown, timeoutMs = 5000): Promise<Explained> {
  must(await opa.prepare({ modules: modulesOf(text), entrypoints: [] }))
  return must(await opa.explain({ path, input }, { timeoutMs }))
}

const policy = `package a

default allowed := false

allowed if {
	some role in input.actor.roles
	role == "admin"
	input.late
}

allowed if {
	is_labeled("approved")
	not input.late
}

is_labeled(name) if {
	some label in input.labels
	label.name == name
}
`

describe('the bodies that were tried', () => {
  test('in their order, each with the expression that failed and what it saw', async () => {
    const input = { actor: { roles: ['dev', 'qa'] }, labels: [{ name: 'docs' }] }
    const { outcome, rules, truncated } = await explain(policy, 'a/allowed', input)
    expect([saidBy(outcome), truncated]).toEqual([false, false])
    expect(rules.map(({ name, row, text, outcome, parent }) => ({ name, row, text, outcome, parent }))).toEqual([
      { name: 'data.a.allowed', row: 5, text: 'allowed if {', outcome: 'failed', parent: -1 },
      { name: 'data.a.allowed', row: 11, text: 'allowed if {', outcome: 'failed', parent: -1 },
      { name: 'data.a.is_labeled', row: 16, text: 'is_labeled(name) if {', outcome: 'failed', parent: 1 },
      { name: 'data.a.allowed', row: 3, text: 'default allowed := false', outcome: 'held', parent: -1 },
    ])
    expect(rules[0]?.expressions).toMatchObject([
      { text: 'some role in input.actor.roles', outcome: 'held', row: 6, col: 2 },
      {
        text: 'role == "admin"',
        outcome: 'failed',
        tries: 2,
        values: [{ text: 'role', value: 'dev' }],
        samples: [[{ text: 'role', value: 'dev' }], [{ text: 'role', value: 'qa' }]],
      },
      { text: 'input.late', outcome: 'not-reached', values: [] },
    ])
    expect(rules[2]).toMatchObject({ args: [{ text: 'name', value: 'approved' }] })
    expect(rules[3]).toMatchObject({ isDefault: true, value: { value: false } })
  })

  test('what is undefined is told so', async () => {
    const { rules } = await explain('package a\nok if input.pull.number > 3', 'a/ok', {})
    expect(rules[0]?.expressions[0]?.values).toEqual([{ text: 'input.pull.number', undefined: true }])
  })

  test.each([
    { name: 'a value', text: 'package a\nok := input.x', input: { x: [1, null] } },
    { name: 'nothing', text: 'package a\nok if input.x', input: {} },
    { name: 'null', text: 'package a\nok := input', input: null },
    { name: 'no input', text: 'package a\nok := 1 if not input', input: undefined },
    { name: 'a conflict', text: 'package a\nok := 1 if input.x\nok := 2 if input.x', input: { x: 1 } },
    { name: 'a set', text: 'package a\nok contains x if some x in input', input: ['b', 'a'] },
  ])('the answer is that of eval: $name', async ({ text, input }) => {
    const { outcome } = await explain(text, 'a/ok', input)
    const [evaluated] = await opa.eval([{ path: 'a/ok', ...(input !== undefined && { input }) }], { timeoutMs: 5000 })
    expect({ ...outcome, ns: 0 }).toEqual({ ...evaluated, ns: 0 })
  })

  test('what loops ends with its time, and what was tried is told', async () => {
    const text = `package a
ok if {
	some i in numbers.range(1, 9000)
	some j in numbers.range(1, 9000)
	i == -j
}`
    const { outcome, rules, truncated } = await explain(text, 'a/ok', {}, 300)
    expect([saidBy(outcome), truncated, rules[0]?.name]).toEqual(['ERR_EVALUATION_TIMEOUT', true, 'data.a.ok'])
  })

  test('an input that is no JSON is no answer', async () => {
    must(await opa.prepare({ modules: modulesOf(policy), entrypoints: [] }))
    const reply = await opa.explain({ path: 'a/allowed', input: { n: 1n } }, { timeoutMs: 1000 })
    expect(reply).toMatchObject({ ok: false, errors: [{ code: 'ERR_INPUT' }] })
  })
})

describe('tests and formats', () => {
  test('a failing test tells where it ended, and what was there', async () => {
    const text =
      'package a_test\nx := input.y\ntest_x if {\n\tx == 2 with input.y as 1\n}\ntest_y if data.q == 12345678901234567890'
    const { results } = must(await opa.test({ modules: modulesOf(text), dataText: '{"q":12345678901234567890}' }))
    expect(results).toMatchObject([
      {
        name: 'test_x',
        fail: true,
        failedAt: { text: 'x == 2 with input.y as 1', file: 'a.rego', row: 4, col: 2 },
        values: [{ text: 'x', value: 1 }],
      },
      { name: 'test_y', pass: true },
    ])
  })

  test('a test without an end ends with the time of all', async () => {
    const endless = 'if {\n\tsome i in numbers.range(1, 9000)\n\tsome j in numbers.range(1, 9000)\n\ti == -j\n}'
    const modules = modulesOf(`package a_test\ntest_a ${endless}\ntest_b ${endless}`)
    const { results } = must(await opa.test({ modules, timeoutMs: 400 }))
    expect(results.map(({ name, pass, error }) => [name, pass, error?.code])).toEqual([
      ['test_a', false, 'ERR_TEST_TIMEOUT'],
      ['test_b', false, 'ERR_TEST_TIMEOUT'],
    ])
  })

  test.each([
    { name: 'nothing to do', text: 'package a\n\nx := 1\n', is: 'v1', changed: false },
    { name: 'line ends of Windows stay', text: '\ufeffpackage a\r\n\r\nx := 1\r\n', is: 'v1', changed: false },
    { name: 'v0 stays v0', text: 'package a\n\nx {\n\tinput.y\n}\n', is: 'v0', changed: false },
    { name: 'something to do', text: 'package a\nx   :=1', is: 'v1', changed: true },
  ])('$name', async ({ text, is, changed }) => {
    const formatted = must(await opa.format({ path: 'a.rego', text }))
    expect([formatted.version, formatted.changed, formatted.text === text]).toEqual([is, changed, !changed])
  })

  test('a file is formatted as what somebody knows it to be', async () => {
    const text = 'package a\n\nx := any([true])\n'
    expect(must(await opa.format({ path: 'a.rego', text, version: 'v0' })).version).toBe('v0')
  })
})
