import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Evaluation } from '../../src/core/pdp.js'
import type { Query } from '../../src/core/query.js'
import { aQuery, askPdp, saidBy } from '../support/opa.js'

/** Objects by their keys in order, and an error by its code. */
const comparable = (evaluation: Evaluation | undefined): string =>
  JSON.stringify(evaluation?.kind === 'error' ? { ...evaluation, message: '' } : evaluation, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )

const manyTimes = (query: Query): readonly Query[] => Array.from({ length: 301 }, () => query)

describe('what becomes text or a list has the same order in both', () => {
  const roles = ['zebra', 'b', 'a', 'c', 'external', 'k1', 'k2', 'é']
  const rules: readonly { name: string; rego: string; is: unknown }[] = [
    { name: 'a list made of a set', rego: 'x := [r | some r in {r | some r in input.roles}]', is: [...roles].sort() },
    {
      name: 'a text made of a set',
      rego: 'x := concat(", ", {r | some r in input.roles})',
      is: [...roles].sort().join(', '),
    },
    {
      name: 'a list made of keys',
      rego: 'x := [k | some k, _ in {r: 1 | some r in input.roles}]',
      is: [...roles].sort(),
    },
    {
      name: 'JSON made of an object',
      rego: 'x := json.marshal({r: 1 | some r in input.roles})',
      is: JSON.stringify(Object.fromEntries([...roles].sort().map((r) => [r, 1]))),
    },
    {
      name: 'a text with an object in it',
      rego: 'x := $"{{r: 1 | some r in input.roles}}"',
      is: `{${[...roles]
        .sort()
        .map((r) => `"${r}": 1`)
        .join(', ')}}`,
    },
    {
      name: 'a decision that hangs on such an order',
      rego: 'x := true if concat(",", {r | some r in input.roles}) == "a,b,c,external,k1,k2,zebra,é"',
      is: true,
    },
  ]
  const files = rules.map(({ rego }, i) => ({ path: `p${i}.rego`, text: `package visor.p${i}\n${rego}` }))
  const few: Evaluation[] = []
  const many: Evaluation[] = []
  beforeAll(async () => {
    const queries = rules.map((_, i) => aQuery(`visor/p${i}/x`, { roles }))
    few.push(...(await askPdp(files, queries)).found)
    many.push(...(await askPdp(files, Array.from({ length: 60 }, () => queries).flat())).found)
  })
  test.each(rules.map((rule, i) => ({ ...rule, i })))('$name', ({ i, is }) => {
    expect({ interpreted: saidBy(few[i]), compiled: saidBy(many[i]) }).toEqual({ interpreted: is, compiled: is })
  })

  test('the keys of an object, which become reasons', async () => {
    const rego = 'package visor.a\ndeny[r] := 1 if some r in input.roles'
    const query = aQuery('visor/a', { roles })
    const [[one], [first]] = [
      (await askPdp([{ path: 'a.rego', text: rego }], [query])).found,
      (await askPdp([{ path: 'a.rego', text: rego }], manyTimes(query))).found,
    ]
    expect(JSON.stringify(first)).toBe(JSON.stringify(one))
  })
})

describe('what WebAssembly cannot do as OPA does is interpreted, however many are asked', () => {
  test.each([
    { name: 'sprintf', rego: 'x := sprintf("%q %v %5.2f %d", ["a", null, 1.5, 3])', is: '"a" null  1.50 3' },
    { name: 'time', rego: 'x := time.weekday(time.parse_rfc3339_ns("2026-11-20T10:00:00Z"))', is: 'Friday' },
    { name: 'time in a zone', rego: 'x := time.clock([1763632800000000000, "Europe/Berlin"])', is: [11, 0, 0] },
    { name: 'semver', rego: 'x := semver.compare(input.v, "1.10.0")', is: -1 },
    {
      name: 'crypto',
      rego: 'x := crypto.sha256("a")',
      is: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
    },
    { name: 'regex.replace', rego: 'x := regex.replace(input.v, "[0-9]+", "n")', is: 'n.n.n' },
    {
      name: 'json.patch',
      rego: 'x := json.patch({"a": 1}, [{"op": "add", "path": "/b", "value": {2, 1}}])',
      is: { a: 1, b: [1, 2] },
    },
    { name: 'json.match_schema', rego: 'x := json.match_schema({"a": 1}, {"type": "object"})[0]', is: true },
    { name: 'yaml', rego: 'x := yaml.unmarshal("a: [1, 2]")', is: { a: [1, 2] } },
    { name: 'units and uuid', rego: 'x := [units.parse_bytes("1KiB"), count(uuid.rfc4122("k"))]', is: [1024, 36] },
  ])('$name', async ({ rego, is }) => {
    const query = aQuery('visor/a/x', { v: '1.9.0' })
    const asked = await askPdp([{ path: 'a.rego', text: `package visor.a\n${rego}` }], manyTimes(query))
    expect(asked.engine).toBe('interpreter')
    expect(asked.found).toEqual(
      Array.from({ length: 301 }, () => ({ kind: 'result', value: is, denySetsOnly: false, neverAllows: true })),
    )
  })
})

describe("where OPA's WebAssembly goes another way than OPA, nobody notices", () => {
  test.each<{ name: string; rego: readonly string[]; input?: object; is: unknown }>([
    {
      name: 'a key looked up in a package that has functions',
      rego: ['x := {k | some k, _ in data.lib}', 'package lib\none := 1\nf(v) := v'],
      is: ['one'],
    },
    {
      name: 'data that is replaced by with',
      rego: ['x if input.n == data.n with data.n as 5'],
      input: { n: 5 },
      is: true,
    },
    { name: 'base64 that is none', rego: ['x := base64.decode(input.s)'], input: { s: 'äa"b' }, is: undefined },
    { name: 'nothing, replaced', rego: ['x := replace(input.s, "", "-")'], input: { s: 'ab' }, is: '-a-b-' },
    { name: 'nothing, looked for', rego: ['x := indexof(input.s, "")'], input: { s: 'ab' }, is: undefined },
    {
      name: 'a large number in hex',
      rego: ['x := format_int(input.n, 16)'],
      input: { n: 2 ** 53 },
      is: '20000000000000',
    },
    { name: 'half a character', rego: ['x := input.s'], input: { s: 'a\ud800' }, is: 'a\ufffd' },
    {
      name: 'a glob with a dollar sign',
      rego: ['x := glob.match(input.p, ["/"], input.s)'],
      input: { p: 'cost$', s: 'cost$' },
      is: true,
    },
    {
      name: 'a glob with brackets of a regular expression',
      rego: ['x := glob.match(input.p, ["/"], input.s)'],
      input: { p: '(a|b)', s: 'a' },
      is: false,
    },
    { name: 'nothing, divided by nothing', rego: ['x := input.n / input.n'], input: { n: 0 }, is: undefined },
    { name: 'a set among lists and objects', rego: ['x := {{1}, [2], {"a": 1}}'], is: [[2], { a: 1 }, [1]] },
  ])('$name', async ({ rego: [first, ...rest], input = {}, is }) => {
    const texts = [`package visor.a\ny := 1\n${first}`, ...rest]
    const files = texts.map((text, i) => ({ path: `${i}.rego`, text }))
    const query = aQuery('visor/a/x', input)
    const policy = { timeoutMs: 400 }
    const few = await askPdp(files, [query], { policy })
    const many = await askPdp(files, [...manyTimes(aQuery('visor/a/y', {})), query], { policy })
    const compiled = many.found.at(-1)
    expect(saidBy(few.found[0])).toEqual(is)
    expect(compiled?.kind === 'error' ? compiled : saidBy(compiled)).toEqual(is)
  })
})

describe('what cannot be asked is the same in both', () => {
  const rego = [
    { path: 'a.rego', text: 'package visor.a\nf(x) := x\ndeny contains 1 if input.never\nallowed := {"deep": 1}' },
  ]
  test.each([
    { name: 'a function', path: 'visor/a/f' },
    { name: 'a package that is missing', path: 'visor/none' },
    { name: 'below a scalar', path: 'visor/a/allowed/deep/deeper' },
    { name: 'within a rule', path: 'visor/a/allowed/deep' },
    { name: 'the name of every object', path: 'constructor' },
    { name: '__proto__', path: 'visor/__proto__/x' },
    { name: 'brackets', path: 'visor/a["f"]' },
    { name: 'an empty path', path: '' },
    { name: 'all packages', path: 'visor' },
  ])('$name', async ({ path }) => {
    const [one, many] = [
      await askPdp(rego, [aQuery(path, {})]),
      await askPdp(rego, [...manyTimes(aQuery('visor/a', {})), aQuery(path, {})]),
    ]
    expect([one.engine, many.engine]).toEqual(['interpreter', 'wasm'])
    expect(comparable(many.found.at(-1))).toBe(comparable(one.found[0]))
  })

  test.each([
    { name: 'only sets that deny', rego: 'deny contains 1 if input.never', proved: true },
    { name: 'beside allowed', rego: 'deny contains 1 if input.never\nallowed if input.never', proved: false },
    { name: 'neither', rego: 'other := 1', proved: false },
    { name: 'in v0', rego: 'violation[x] { x := input.never }', proved: true },
  ])('denySetsOnly: $name', async ({ rego: text, proved }) => {
    const [module, query] = [{ path: 'a.rego', text: `package visor.a\n${text}` }, aQuery('visor/a', {})]
    for (const queries of [[query], manyTimes(query)]) {
      const { found } = await askPdp([module], queries)
      expect(found.every((evaluation) => evaluation.kind === 'result' && evaluation.denySetsOnly === proved)).toBe(true)
    }
  })
})
