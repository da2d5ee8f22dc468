import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { EmbeddedOpa } from '../../src/pdp/local/embedded-opa.js'
import type { OpaProblem } from '../../src/pdp/local/protocol.js'
import { anOpa, modulesOf } from '../support/opa.js'

let opa: EmbeddedOpa
beforeAll(() => {
  opa = anOpa()
})
afterAll(() => opa.close())

type Mistake = {
  readonly name: string
  /** Below `package a`, so row 2 is its first line; where it starts with "package", the whole file. */
  readonly rego: string
  readonly code: string
  readonly at: readonly [row: number, col: number]
  /** What the way out says; undefined where OPA's own message is all. */
  readonly hint: string | undefined
}

const unsafe = { code: 'rego_unsafe_var_error' } as const
const type = { code: 'rego_type_error' } as const
const parse = { code: 'rego_parse_error' } as const

const mistakes: readonly Mistake[] = [
  // No element is …: the most frequent mistake of all.
  {
    name: 'not roles[_] == "x", v1',
    rego: 'x if not input.roles[_] == "admin"',
    ...unsafe,
    at: [2, 6],
    hint: 'is_admin if { "admin" in input.roles }, and write: not is_admin',
  },
  {
    name: 'not roles[_] == "x", v0',
    rego: 'x { not input.roles[_] == "admin" }',
    ...unsafe,
    at: [2, 5],
    hint: 'is_admin { input.roles[_] == "admin" }, and write: not is_admin',
  },
  {
    name: 'not "x" == roles[_]',
    rego: 'x if not "team_1" == input.roles[_]',
    ...unsafe,
    at: [2, 6],
    hint: 'is_team_1 if { "team_1" in input.roles }',
  },
  {
    name: 'a value that makes no name',
    rego: 'x if not input.roles[_] == "Team A"',
    ...unsafe,
    at: [2, 6],
    hint: 'has_match if { "Team A" in input.roles }',
  },
  {
    name: 'a number',
    rego: 'x if not input.sizes[_] == 3',
    ...unsafe,
    at: [2, 6],
    hint: 'has_match if { 3 in input.sizes }',
  },
  { name: 'another operator', rego: 'x if not input.sizes[_] > 3', ...unsafe, at: [2, 6], hint: 'not has_match' },
  {
    name: 'a call',
    rego: 'x if not startswith(input.roles[_], "a")',
    ...unsafe,
    at: [2, 6],
    hint: 'a rule of its own',
  },
  {
    name: 'a variable that is declared',
    rego: 'x if {\n\tsome i\n\tnot input.roles[i] == "a"\n}',
    ...unsafe,
    at: [4, 2],
    hint: 'a rule of its own',
  },
  // A name that is nowhere.
  {
    name: 'a rule that is nowhere, v1',
    rego: 'x if not denied',
    ...unsafe,
    at: [2, 6],
    hint: 'no rule of package a is named "denied": define it (denied if { … }), or drop this line',
  },
  {
    name: 'a rule that is nowhere, v0',
    rego: 'x { not denied; input.y }',
    ...unsafe,
    at: [2, 5],
    hint: 'no rule of package a is named "denied": define it (denied { … })',
  },
  {
    name: 'a list that is nowhere',
    rego: 'x if roles[0] == "a"',
    ...unsafe,
    at: [2, 6],
    hint: 'do you mean input.roles or data.roles?',
  },
  {
    name: 'a list that is nowhere, under not',
    rego: 'x if not roles[0] == "a"',
    ...unsafe,
    at: [2, 6],
    hint: 'do you mean input.roles or data.roles?',
  },
  {
    name: 'an argument that is nowhere',
    rego: 'x if count(labels) > 1',
    ...unsafe,
    at: [2, 6],
    hint: '"labels" a value',
  },
  {
    name: 'a wildcard without a list',
    rego: 'x if _ == 1',
    ...unsafe,
    at: [2, 6],
    hint: 'this `_` never gets a value',
  },
  // What is refused, and what does not exist.
  {
    name: 'http.send',
    rego: 'x if http.send({"method": "get", "url": "https://example.com"}).status_code == 200',
    ...type,
    at: [2, 6],
    hint: '"http.send" is refused here: a policy may not reach the network',
  },
  {
    name: 'net.lookup_ip_addr',
    rego: 'x { net.lookup_ip_addr("example.com")[_] }',
    ...type,
    at: [2, 5],
    hint: '"net.lookup_ip_addr" is refused here',
  },
  {
    name: 'opa.runtime',
    rego: 'x := opa.runtime().env.PATH',
    ...type,
    at: [2, 6],
    hint: '"opa.runtime" is refused here: a policy may not see the host',
  },
  {
    name: 'http.send by with',
    rego: 'x if { input.y with http.send as {} }',
    ...type,
    at: [2, 21],
    hint: undefined,
  },
  {
    name: 'a function that is nowhere',
    rego: 'x if starts_with("a", "b")',
    ...type,
    at: [2, 6],
    hint: 'neither a builtin nor a rule with arguments of the name "starts_with"',
  },
  {
    name: 'two defaults',
    rego: 'default x := true\n\ndefault x := false',
    ...type,
    at: [4, 1],
    hint: '"a.x" may have one default in all files of its package',
  },
  {
    name: 'a set and a value',
    rego: 'deny contains "a"\ndeny := true',
    ...type,
    at: [2, 1],
    hint: '"a.deny" must be of one kind',
  },
  { name: 'a function and a value', rego: 'x(y) := y\nx := 1', ...type, at: [2, 1], hint: 'must be of one kind' },
  {
    name: 'recursion',
    rego: 'x if not y\ny if not x',
    code: 'rego_recursion_error',
    at: [2, 1],
    hint: 'take what both need into a third rule',
  },
  {
    name: 'a deprecated builtin in what says it is v1',
    rego: 'import rego.v1\nx := any([true])',
    ...type,
    at: [3, 6],
    hint: 'Rego v1 has dropped this builtin',
  },
  // What the parser cannot read.
  {
    name: 'v1 in which one rule is v0',
    rego: 'x { input.a }\ny contains 1 if input.b',
    ...parse,
    at: [2, 1],
    hint: 'mixes Rego v1 and v0',
  },
  {
    name: 'v0 in which one rule is v1',
    rego: 'x if input.a\ndeny[y] { y := 1 }',
    ...parse,
    at: [3, 1],
    hint: 'import future.keywords',
  },
  {
    name: 'v0 with a mistake of its own',
    rego: 'x { input.a }\ny { input.b == }',
    ...parse,
    at: [3, 16],
    hint: undefined,
  },
  {
    name: 'no package',
    rego: 'package_is_missing := true',
    ...parse,
    at: [1, 1],
    hint: 'for instance: package visor.check.execute',
  },
  { name: 'an end in the middle', rego: 'x if {\n\tinput.a', ...parse, at: [3, 8], hint: 'closing brace missing' },
  { name: '&&', rego: 'x if { input.a && input.b }', ...parse, at: [2, 17], hint: 'Rego has no &&' },
  { name: '||', rego: 'x if { input.a || input.b }', ...parse, at: [2, 17], hint: 'Rego has no ||' },
  { name: 'single quotes', rego: "x if input.a == 'b'", ...parse, at: [2, 17], hint: '"double quotes" or `backticks`' },
  { name: 'a dash in a name', rego: 'is-admin if input.a', ...parse, at: [2, 3], hint: 'a "-" is the minus sign' },
  {
    name: 'a new keyword as a name',
    rego: 'every := 1\nx if input.a',
    ...parse,
    at: [2, 1],
    hint: 'is this a keyword of Rego v1',
  },
  {
    name: 'rules without "if" in a file that says it is v1',
    rego: 'import rego.v1\nx { input.a }',
    ...parse,
    at: [3, 1],
    hint: 'write "if" before every rule body',
  },
  { name: 'and, as a word', rego: 'x if input.a and input.b', ...parse, at: [2, 14], hint: 'a line of its own' },
  { name: 'a default without ":="', rego: 'default allowed false', ...parse, at: [2, 17], hint: ':=' },
]

const shown = (problem: OpaProblem | undefined) =>
  problem && { code: problem.code, file: problem.file, at: [problem.row, problem.col] }

describe('a mistake is named by file, row and column, with the way out', () => {
  test.each(mistakes)('$name', async ({ rego, code, at, hint }) => {
    const text = rego.startsWith('package') ? rego : `package a\n${rego}`
    const modules = [...modulesOf('package other\ny := 1'), { path: 'policies/b.rego', text }]
    const prepared = await opa.prepare({ modules, entrypoints: ['a'] })
    if (prepared.ok) throw new Error('it was accepted')
    const [first] = prepared.errors
    expect(shown(first)).toEqual({ code, file: 'policies/b.rego', at })
    expect(first?.hint).toEqual(hint === undefined ? undefined : expect.stringContaining(hint))
    const checked = await opa.check({ modules })
    expect(checked.ok ? undefined : shown(checked.errors[0])).toEqual(shown(first))
  })

  test('a file of comments has no place, but a name', async () => {
    const found = await opa.prepare({ modules: [{ path: 'c.rego', text: '# only words\n' }], entrypoints: [] })
    expect(found).toMatchObject({ ok: false, errors: [{ code: 'rego_parse_error', file: 'c.rego' }] })
    expect(found.ok ? '' : found.errors[0]?.hint).toContain('nothing but comments or white space')
  })

  test('columns are the same in both dialects, and count from 1 behind a tab and behind other letters', async () => {
    const found = await opa.prepare({ modules: modulesOf('package a\nx if {\n\tinput.ä; y\n}'), entrypoints: [] })
    expect(found).toMatchObject({ ok: false, errors: [{ row: 3, file: 'a.rego' }] })
  })

  test('every file with a mistake is named, and no more than fifty mistakes', async () => {
    const two = await opa.prepare({
      modules: modulesOf('package a\nx :=', 'package b\nx := 1', 'package c\ny = = 1'),
      entrypoints: [],
    })
    expect(two.ok ? [] : two.errors.map(({ file }) => file)).toEqual(['a.rego', 'c.rego'])
    const lines = Array.from({ length: 80 }, (_, i) => `x${i} if y${i}`).join('\n')
    const many = await opa.prepare({ modules: modulesOf(`package a\n${lines}`), entrypoints: [] })
    expect(many.ok ? 0 : many.errors.length).toBe(50)
  })

  test.each([
    {
      name: 'a rule',
      rego: 'x if input.a\nx := false if input.b',
      path: 'a/x',
      hint: 'order them with "else"',
      row: 3,
    },
    { name: 'a rule in v0', rego: 'x { input.a }\nx = false { input.b }', path: 'a/x', hint: '"default"', row: 3 },
    {
      name: 'a whole package',
      rego: 'x if input.a\nx := false if input.b',
      path: 'a',
      hint: 'order them with "else"',
      row: 3,
    },
    {
      name: 'a function',
      rego: 'f(y) := 1 if y\nf(y) := 2 if input.b\nx := f(true)',
      path: 'a/x',
      hint: 'the function has different values',
      row: 3,
    },
    {
      name: 'an object',
      rego: 'x.k := 1 if input.a\nx[y] := 2 if { input.b; y := "k" }',
      path: 'a/x',
      hint: 'make their conditions exclude each other',
      row: 3,
    },
  ])('a conflict while evaluating: $name', async ({ rego, path, hint, row }) => {
    expect((await opa.prepare({ modules: modulesOf(`package a\n${rego}`), entrypoints: [path] })).ok).toBe(true)
    const [clash, fine] = await opa.eval(
      [
        { path, input: { a: true, b: true } },
        { path, input: { a: true } },
      ],
      { timeoutMs: 5000 },
    )
    expect(clash).toMatchObject({
      kind: 'error',
      error: { code: 'eval_conflict_error', file: 'a.rego', hint: expect.stringContaining(hint) },
    })
    expect(clash?.kind === 'error' && (clash.error.row ?? 0) > 0 && (clash.error.row ?? 0) <= row).toBe(true)
    expect(fine?.kind).toBe('result')
  })

  test.each([
    { name: 'a list', data: [1] },
    { name: 'a text', data: 'x' },
  ])('data that is $name is refused', async ({ data }) => {
    const found = await opa.prepare({ modules: modulesOf('package a\nx := 1'), entrypoints: [], data: data as never })
    expect(found).toMatchObject({ ok: false, errors: [{ code: 'ERR_POLICY_DATA' }] })
  })

  test('data in the place of a rule is refused', async () => {
    const found = await opa.prepare({ modules: modulesOf('package a\nx := 1'), entrypoints: [], data: { a: { x: 2 } } })
    expect(found).toMatchObject({ ok: false, errors: [{ file: 'a.rego', row: 2 }] })
  })
})
