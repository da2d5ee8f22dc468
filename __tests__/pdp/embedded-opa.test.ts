import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { EmbeddedOpa } from '../../src/pdp/local/embedded-opa.js'
import type { EntrypointFacts, OpaReply, Prepared } from '../../src/pdp/local/protocol.js'
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

const prepare = async (texts: readonly string[], entrypoints: readonly string[] = [], data?: object) =>
  must<Prepared>(await opa.prepare({ modules: modulesOf(...texts), entrypoints, ...(data && { data: { ...data } }) }))

const ask = async (path: string, ...inputs: readonly unknown[]) =>
  (
    await opa.eval(
      inputs.map((input) => ({ path, input })),
      { timeoutMs: 5000 },
    )
  ).map(saidBy)

const AT = 'visor/check/execute'

describe('the dialect of each file', () => {
  test.each([
    { name: 'v1', text: 'package a\nx if input.y', is: 'v1' },
    { name: 'v1 that says so', text: 'package a\nimport rego.v1\nx if input.y', is: 'v1' },
    { name: 'what both read the same', text: 'package a\nx := 1', is: 'v1' },
    { name: 'v0', text: 'package a\nx { input.y }', is: 'v0' },
    { name: 'v0 with "="', text: 'package a\ndefault x = false\nx = true { input.y }', is: 'v0' },
    { name: 'v0 with a partial set', text: 'package a\nx[y] { y := input.y }', is: 'v0' },
    { name: 'v0 with the future', text: 'package a\nimport future.keywords\nx if { input.y }\nz { true }', is: 'v0' },
    {
      name: 'v0 that only the compiler tells: an import twice',
      text: `package a\n${'import data.b\n'.repeat(2)}x := b`,
      is: 'v0',
    },
    { name: 'v0 that only the compiler tells: any()', text: 'package a\nx := any([input.y])', is: 'v0' },
    { name: 'v0 that only the compiler tells: all()', text: 'package a\nx := all([input.y])', is: 'v0' },
    { name: 'v0 that only the compiler tells: re_match()', text: 'package a\nx := re_match("a", input.y)', is: 'v0' },
    { name: 'v0 that only the compiler tells: set_diff()', text: 'package a\nx := set_diff({1}, {2})', is: 'v0' },
    {
      name: 'v0 that only the compiler tells: input is shadowed',
      text: 'package a\nx := [y | input := 1; y := input]',
      is: 'v0',
    },
  ])('$name', async ({ text, is }) => {
    expect((await prepare([text])).regoVersions).toEqual(new Map([['a.rego', is]]))
    expect(must(await opa.check({ modules: modulesOf(text) })).regoVersions.get('a.rego')).toBe(is)
    expect(must(await opa.inspect({ modules: modulesOf(text) })).packages.map(({ path }) => path)).toEqual(['a'])
  })

  test('v0 and v1 call each other in one build', async () => {
    const texts = [
      'package visor.a\nallowed if data.lib.member("admin")',
      'package lib\nmember(r) { input.roles[_] == r }',
    ]
    const { regoVersions } = await prepare(texts, ['visor/a'])
    expect([...regoVersions.values()]).toEqual(['v1', 'v0'])
    expect(await ask('visor/a', { roles: ['x', 'admin'] }, { roles: [] })).toEqual([{ allowed: true }, {}])
    expect(must(await opa.build()).entrypoints).toEqual(['visor/a'])
  })
})

const facts = (kind: EntrypointFacts['kind'], allows = false, ...denySets: EntrypointFacts['denySets']) => ({
  kind,
  allows,
  denySets,
})
const entrypoints: readonly { name: string; rego: readonly string[]; path?: string; is: EntrypointFacts }[] = [
  { name: 'allowed', rego: [`package visor.check.execute\nallowed if input.x`], is: facts('package', true) },
  { name: 'allowed in v0', rego: ['package visor.check.execute\nallowed { input.x }'], is: facts('package', true) },
  { name: 'allow', rego: ['package visor.check.execute\nallow := input.x'], is: facts('package', true) },
  { name: 'only a default', rego: ['package visor.check.execute\ndefault allow := false'], is: facts('package', true) },
  {
    name: 'deny contains',
    rego: ['package visor.check.execute\ndeny contains "a" if input.x'],
    is: facts('package', false, 'deny'),
  },
  {
    name: 'deny[x] in v0',
    rego: ['package visor.check.execute\ndeny[x] { x := input.x }'],
    is: facts('package', false, 'deny'),
  },
  {
    name: 'violation and violations',
    rego: ['package visor.check.execute\nviolation contains 1\nviolations := [1]'],
    is: facts('package', false, 'violation', 'violations'),
  },
  {
    name: 'deny beside allow',
    rego: ['package visor.check.execute\ndeny contains 1\nallow if true'],
    is: facts('package', true, 'deny'),
  },
  { name: 'deny as a boolean', rego: ['package visor.check.execute\ndeny if input.x'], is: facts('package') },
  { name: 'deny as anything', rego: ['package visor.check.execute\ndeny := input.x'], is: facts('package') },
  { name: 'deny as a function', rego: ['package visor.check.execute\ndeny(x) := {x}'], is: facts('package') },
  {
    name: 'allow from a sibling package',
    rego: ['package visor.check\nexecute.allow if input.x', 'package visor.check.execute\ndeny contains 1'],
    is: facts('package', true, 'deny'),
  },
  {
    name: 'allow from a dynamic head',
    rego: ['package visor.check\nexecute[k] := v if some k, v in input'],
    is: facts('rule', true),
  },
  {
    name: 'allow from a dynamic head far above',
    rego: ['package visor\ncheck[a][b] := 1 if { a := "execute"; b := input.b }'],
    is: facts('rule', true),
  },
  { name: 'a rule', rego: ['package visor.check.execute\nallowed := true'], path: `${AT}/allowed`, is: facts('rule') },
  { name: 'a function', rego: ['package visor.check.execute\nf(x) := x'], path: `${AT}/f`, is: facts('function') },
  { name: 'missing', rego: ['package visor.x\ny := 1'], is: facts('missing') },
  ...[
    'constructor',
    '__proto__',
    '__proto__/x',
    'visor/../../x',
    'toString',
    '',
    '/',
    'visor//x',
    'visor/x/y["z"]',
  ].map((path) => ({
    name: `the path ${JSON.stringify(path)}`,
    rego: ['package visor.x\ny := 1'],
    path,
    is: facts('missing'),
  })),
]

describe('what is known of an entrypoint before it is asked', () => {
  test.each(entrypoints)('$name', async ({ rego, path = AT, is }) => {
    const { entrypoints: found } = await prepare(rego, [path])
    expect(found.get(path)).toEqual(is)
    expect([...found.keys()]).toEqual([path])
    const built = must(await opa.build())
    expect(built.entrypoints).toEqual(is.kind === 'missing' || is.kind === 'function' ? [] : [path])
    const [said] = await ask(path, { x: 1 })
    if (is.kind === 'missing') expect(said).toBeUndefined()
    if (is.kind === 'function') expect(said).toBe('ERR_ENTRYPOINT_FUNCTION')
  })

  test('packages and rules whose names are those of every object are ordinary', async () => {
    const rego = 'package constructor\n__proto__ := {"polluted": true}\ntoString := 1'
    const paths = ['constructor', 'constructor/__proto__', 'constructor/toString']
    const { entrypoints: found } = await prepare([rego], paths)
    expect(paths.map((path) => found.get(path)?.kind)).toEqual(['package', 'rule', 'rule'])
    expect(JSON.stringify(await ask('constructor', {}))).toBe('[{"__proto__":{"polluted":true},"toString":1}]')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe("which keys of a step's policy are read", () => {
  const both = { require: true, deny: true }
  test.each([
    { name: 'none', body: 'input.actor.login == "x"', is: { require: false, deny: false } },
    { name: 'require', body: 'input.check.policy.require == "x"', is: { require: true, deny: false } },
    { name: 'deny, by text', body: '"x" in input["check"].policy["deny"]', is: { require: false, deny: true } },
    { name: 'both, by the whole', body: 'p := input.check.policy; p.deny', is: both },
    { name: 'both, by a variable', body: 'some k; input.check.policy[k]', is: both },
    {
      name: 'in a comprehension',
      body: 'count([r | some r in input.check.policy.require]) > 0',
      is: { require: true, deny: false },
    },
    { name: 'only in a comment', body: 'true # input.check.policy.require\n', is: { require: false, deny: false } },
    { name: 'by object.get', body: 'object.get(input, ["check", "policy", "deny"], []) != []', is: both },
  ])('$name', async ({ body, is }) => {
    expect((await prepare([`package a\nx if { ${body} }`])).readsPolicyKeys).toEqual(is)
    expect((await prepare([`package a\nimport future.keywords.in\nx { ${body} }`])).readsPolicyKeys).toEqual(is)
  })
})

describe('the builtins that the files call', () => {
  test.each([
    { name: 'none', body: 'input.x', all: [], host: [] },
    {
      name: 'native ones',
      body: 'count(input.x) > 1; startswith("a", "b")',
      all: ['count', 'gt', 'startswith'],
      host: [],
    },
    {
      name: 'sprintf and time',
      body: 'sprintf("%d", [time.now_ns()]) == "a"',
      all: ['sprintf', 'time.now_ns'],
      host: ['sprintf', 'time.now_ns'],
    },
    {
      name: 'in a comprehension',
      body: '[y | y := semver.is_valid(input.x)][0]',
      all: ['semver.is_valid'],
      host: ['semver.is_valid'],
    },
    {
      name: 'by with',
      body: 'input.x with input as {"x": crypto.md5("a")}',
      all: ['crypto.md5'],
      host: ['crypto.md5'],
    },
  ])('$name', async ({ body, all, host }) => {
    const prepared = await prepare([`package visor.a\nx if { ${body} }`], ['visor/a'])
    expect(prepared.builtins.filter((name) => !['assign', 'eq', 'equal'].includes(name))).toEqual(all)
    expect(prepared.hostBuiltins).toEqual(host)
    expect(must(await opa.build()).hostBuiltins).toEqual(host)
  })
})

describe('what goes in and comes out', () => {
  const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`)
  test.each([
    { name: 'unicode', value: 'ä ß 漢字 😀 \u2028 \u0000 "\\' },
    { name: 'line breaks, which end a message', value: { 'a\nb': '\r\n{"id":1,"ok":true}\n' } },
    { name: 'nesting of 1,000', value: nested(1000) },
    { name: 'empty things', value: { '': [], a: {}, b: '' } },
    { name: 'null and false', value: [null, false, 0] },
    {
      name: 'the names of every object',
      value: JSON.parse('{"__proto__":1,"constructor":{"x":2},"hasOwnProperty":3}'),
    },
    { name: 'numbers', value: [1.5, -0.1, 1e21, 1e-7, 123456789012, 9007199254740991] },
    { name: 'megabytes', value: 'x'.repeat(9_000_000) },
  ])('$name', async ({ value }) => {
    await prepare(['package a\nx := input.x'], ['a/x'])
    expect(JSON.stringify(await ask('a/x', { x: value }))).toBe(JSON.stringify([value]))
  })

  test('inputs that are falsy are inputs, and no input is none', async () => {
    await prepare(['package a\nx := input'], ['a/x'])
    expect(await ask('a/x', null, false, 0, '', [], undefined)).toEqual([null, false, 0, '', [], undefined])
  })

  test('half a character becomes the replacement character, and its neighbours are well', async () => {
    await prepare(['package a\nx := input.x'], ['a/x'])
    expect(await ask('a/x', { x: 'a' }, { x: 'a\ud800b' }, { x: '\udc00' }, { x: 'b' })).toEqual([
      'a',
      'a\ufffdb',
      '\ufffd',
      'b',
    ])
  })

  test('an input that is no JSON is an error of its own', async () => {
    await prepare(['package a\nx := input.x'], ['a/x'])
    const circle: Record<string, unknown> = {}
    circle.x = circle
    expect(await ask('a/x', { x: 1 }, { x: 1n }, circle, { x: 2 })).toEqual([1, 'ERR_INPUT', 'ERR_INPUT', 2])
  })

  test('data is seen, and evaluating leaves it as it is', async () => {
    await prepare(['package a\nx := data.limits.max + input.x'], ['a/x'], { limits: { max: 3 } })
    expect(await ask('a/x', { x: 1 }, { x: 2 })).toEqual([4, 5])
    expect(await ask('limits/max', {})).toEqual([3])
  })

  test('1,000 queries come back in order, over more than one message', async () => {
    await prepare(['package a\nx := input.i * 2\ny := input.i'], ['a/x', 'a/y'])
    const queries = Array.from({ length: 1000 }, (_, i) => ({ path: i % 2 ? 'a/x' : 'a/y', input: { i } }))
    const found = await opa.eval(queries, { timeoutMs: 5000 })
    expect(found.map(saidBy)).toEqual(queries.map((_, i) => (i % 2 ? i * 2 : i)))
  })
})

describe('the other operations', () => {
  test('test tells passed, failed, skipped and broken tests, and what they printed', async () => {
    const modules = [
      {
        path: 'p.rego',
        text: 'package p\nallowed if input.x\nother if input.y\nboth := 1 if input.x\nboth := 2 if input.x',
      },
      {
        path: 'p_test.rego',
        text: 'package p_test\ntest_a if data.p.allowed with input as {"x": 1}\ntest_b if { print("seen", 1); false }\ntodo_test_c if false\ntest_d if data.p.both with input as {"x": 1}',
      },
    ]
    const { results, coverage } = must(await opa.test({ modules, coverage: true }))
    const shown = results.map(({ name, pass, fail, skip, row, output, error }) => [
      name,
      pass,
      fail,
      skip,
      row,
      output,
      error?.code,
    ])
    expect(shown).toEqual([
      ['test_a', true, false, false, 2, undefined, undefined],
      ['test_b', false, true, false, 3, 'seen 1\n', undefined],
      ['todo_test_c', false, false, true, 4, undefined, undefined],
      ['test_d', false, false, false, 5, undefined, 'eval_conflict_error'],
    ])
    expect(Object.keys(coverage?.files ?? {})).toEqual(['p.rego'])
    expect(coverage?.files['p.rego']?.notCovered).toEqual([{ start: 3, end: 3 }])
    expect(must(await opa.test({ modules, run: 'test_a$' })).results.map(({ name }) => name)).toEqual(['test_a'])
    expect((await opa.test({ modules, run: '(' })).ok).toBe(false)
  })

  test.each([
    { name: 'v1', text: 'package a\nx:=1', want: 'package a\n\nx := 1\n' },
    { name: 'v0 stays v0', text: 'package a\nx{input.y}', want: 'package a\n\nx {\n\tinput.y\n}\n' },
    {
      name: 'v0 to v1',
      text: 'package a\ndeny[x]{x:=input.y}',
      toV1: true,
      want: 'package a\n\ndeny contains x if x := input.y\n',
    },
  ])('format: $name', async ({ text, toV1 = false, want }) => {
    expect(must(await opa.format({ path: 'a.rego', text, toV1 })).text).toBe(want)
  })

  test('inspect lists packages, rules and their METADATA', async () => {
    const text =
      '# METADATA\n# title: Gate\npackage visor.a\n\n# METADATA\n# description: Who\ndefault allowed := false\n\nf(x) := x\n'
    const { packages } = must(await opa.inspect({ modules: modulesOf(text, 'package __proto__\nx { true }') }))
    expect(packages.map(({ path, files }) => [path, files])).toEqual([
      ['__proto__', ['b.rego']],
      ['visor/a', ['a.rego']],
    ])
    expect(packages[1]?.annotations[0]?.title).toBe('Gate')
    expect(
      packages[1]?.rules.map((rule) => [
        rule.name,
        rule.row,
        rule.function,
        rule.default,
        rule.annotations[0]?.description,
      ]),
    ).toEqual([
      ['allowed', 7, false, true, 'Who'],
      ['f', 9, true, false, undefined],
    ])
  })

  test('a policy that does not compile leaves nothing to ask, not even the one before', async () => {
    await prepare(['package a\nx := 1'], ['a/x'])
    expect((await opa.prepare({ modules: modulesOf('package a\nx :='), entrypoints: ['a/x'] })).ok).toBe(false)
    expect(await ask('a/x', {})).toEqual(['ERR_OPA_UNPREPARED'])
    await expect(opa.build()).rejects.toThrow('no policies yet')
  })
})
