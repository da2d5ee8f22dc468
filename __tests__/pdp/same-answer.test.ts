import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Evaluation } from '../../src/core/pdp.js'
import type { Query } from '../../src/core/query.js'
import { aQuery, askPdp, saidBy } from '../support/opa.js'

/** Inputs that every policy below is asked about. */
const inputs: readonly unknown[] = [
  {},
  {
    actor: { login: 'ann', roles: ['admin'], isLocalMode: false },
    check: { id: 'deploy', policy: { require: 'admin' } },
  },
  {
    actor: { login: 'bob', roles: ['developer', 'external'], isLocalMode: true },
    check: { id: 'lint', tags: ['fast', 'ci'] },
  },
  {
    actor: { login: 'cat', roles: ['external'], isLocalMode: true },
    check: { id: 'deploy-prod', policy: { require: ['admin', 'developer'], deny: ['external'] } },
  },
  {
    actor: { login: 'dan', roles: [] },
    check: { id: 'lint' },
    pullRequest: { number: 7, labels: ['approved', 'größe/😀'], draft: true, changedFiles: 101 },
  },
  {
    actor: { login: 'eve', roles: ['developer'] },
    check: { id: 'full-review' },
    pullRequest: { labels: [], draft: false, changedFiles: 100 },
  },
  { tool: { serverName: 'github', methodName: 'repo_delete' }, actor: { roles: ['developer'] } },
  {
    tool: { serverName: 'github', methodName: 'search_issues' },
    actor: { roles: [] },
    capability: { allowBash: true, allowedTools: ['search_*'] },
  },
  { actor: { roles: 'admin' }, check: { id: 5, policy: null } },
  { actor: { roles: { k: 'admin' } }, check: { id: 'x.y-z', tags: [] }, n: 12.5, list: [3, 1, 2, 1], big: 1e15 },
]

type Own = { readonly name: string; readonly rego: string; readonly rule?: string }

// Each one is a package of its own: `PKG` is its name. The even ones are v0.
const policies: readonly Own[] = [
  { name: 'a default and one role', rego: 'default allowed := false\nallowed if "admin" in input.actor.roles' },
  { name: 'the same in v0', rego: 'default allowed = false\nallowed { input.actor.roles[_] == "admin" }' },
  {
    name: 'deny before allow, by two indices',
    rego: 'default allowed = false\ndenied { some i, j; input.check.policy.deny[i] == input.actor.roles[j] }\nallowed { not denied; input.actor.roles[_] == "developer" }\nreason = "named in deny" { denied }\nreason = "no role" { not denied; not allowed }',
  },
  {
    name: 'require, as text or list',
    rego: 'allowed { r := input.check.policy.require; is_string(r); input.actor.roles[_] == r }\nallowed { r := input.check.policy.require; is_array(r); r[_] == input.actor.roles[_] }',
  },
  {
    name: 'local mode without a policy',
    rego: 'default allowed := false\nallowed if { input.actor.isLocalMode == true; not input.check.policy }',
  },
  {
    name: 'a value beside a default',
    rego: 'default allowed = true\nallowed = false { endswith(input.tool.methodName, "_delete"); not is_admin }\nis_admin { input.actor.roles[_] == "admin" }\nreason = "not this tool" { not allowed }',
  },
  {
    name: 'capabilities by key',
    rego: 'capabilities["allowBash"] = false { input.actor.roles[_] == "external" }\ncapabilities["allowEdit"] = false { not dev }\ndev { input.actor.roles[_] == "developer" }',
  },
  {
    name: 'capabilities with tools',
    rego: 'capabilities.allowedTools := [t | some t in input.capability.allowedTools; startswith(t, "search")]\ncapabilities.allowBash := false',
  },
  {
    name: 'labels, drafts and sizes',
    rego: 'default allowed := false\nallowed if { "approved" in input.pullRequest.labels; not blocked }\nblocked if input.pullRequest.draft\nblocked if { input.pullRequest.changedFiles > 100; input.check.id == "full-review" }',
  },
  {
    name: 'a data document',
    rego: 'allowed { data.protected[input.check.id]; input.actor.roles[_] == data.owners[_] }\nallowed { not data.protected[input.check.id] }',
  },
  {
    name: 'deny as a set',
    rego: 'deny contains "no actor" if not input.actor.login\ndeny contains $"{input.actor.login} has no role" if input.actor.roles == []',
  },
  {
    name: 'deny as a set in v0',
    rego: 'deny[msg] { input.pullRequest.draft; msg := "draft" }\ndeny[msg] { input.pullRequest.changedFiles > 100; msg := concat(" ", ["over", "100"]) }',
  },
  { name: 'violations as objects', rego: 'violation contains {"msg": r, "at": i} if some i, r in input.actor.roles' },
  {
    name: 'else in a chain',
    rego: 'reason := "admin" if { "admin" in input.actor.roles } else := "developer" if { "developer" in input.actor.roles } else := "nobody"\nallowed := reason != "nobody"',
  },
  { name: 'every', rego: 'allowed if { every r in input.actor.roles { r != "external" } }' },
  { name: 'some with keys and values', rego: 'found[k] := v if some k, v in input.actor\nallowed if count(found) > 1' },
  {
    name: 'comprehensions of all kinds',
    rego: 'set := {r | some r in input.actor.roles}\nlist := [upper(r) | some r in input.actor.roles]\nobject := {r: count(r) | some r in input.actor.roles}\nallowed := count(set) > 0',
  },
  {
    name: 'set operations',
    rego: 'a := {"admin", "developer"} & {r | some r in input.actor.roles}\nb := {1, 2} | {3}\nc := {1, 2} - {2}\nallowed := a == {"developer"}',
  },
  {
    name: 'functions with defaults and patterns',
    rego: 'default weight(_) := 0\nweight("admin") := 10\nweight(x) := 5 if startswith(x, "dev")\nsum_of := sum([weight(r) | some r in input.actor.roles])\nallowed if sum_of > 4',
  },
  {
    name: 'texts',
    rego: 'a := split(input.check.id, "-")\nb := regex.match(`^[a-z]+$`, input.check.id)\nc := glob.match("deploy*", [], input.check.id)\nd := replace(input.check.id, "e", "ë")\ne := substring(input.check.id, 1, 3)\nf := trim_prefix(input.check.id, "de")',
  },
  {
    name: 'numbers',
    rego: 'a := input.n * 3\nb := round(input.n)\nc := input.n / 0\nd := sum(input.list)\ne := max(input.list)\nf := input.big * input.big\ng := input.n % 5',
  },
  {
    name: 'sorting and ranges',
    rego: 'a := sort(input.list)\nb := numbers.range(1, count(input.list))\nc := array.slice(input.list, 1, 3)\nd := array.reverse(input.list)',
  },
  {
    name: 'objects',
    rego: 'a := object.get(input, ["check", "policy", "require"], "none")\nb := object.union({"x": 1}, {"y": {"z": input.check.id}})\nc := object.remove(input.actor, ["roles"])\nd := {k | some k, _ in input.actor}',
  },
  {
    name: 'json and base64',
    rego: 'a := json.unmarshal("{\\"x\\": [1, 2.5]}")\nb := json.unmarshal(input.check.id)\nc := base64.encode(input.check.id)\nd := json.filter(input, ["actor/login"])\ne := json.remove(input, ["actor"])',
  },
  {
    name: 'walk and with',
    rego: 'strings_in := {v | walk(input, [_, v]); is_string(v)}\nadmin_would if allowed with input.actor.roles as ["admin"]\nallowed if "admin" in input.actor.roles',
  },
  { name: 'a conflict for some', rego: 'allowed if input.actor.isLocalMode\nallowed := false if input.check.policy' },
  {
    name: 'nested sets',
    rego: 'x := {"sets": [{r | some r in input.actor.roles}, {{"l": {"b", "a"}}}], "empty": set()}\nallowed := true',
  },
  {
    name: 'names of every object',
    rego: 'allowed := input.constructor\n__proto__ := {"allowed": true}\ntoString if true',
  },
  { name: 'a rule asked alone, sometimes undefined', rego: 'allowed if input.actor.isLocalMode', rule: 'allowed' },
  { name: 'a set asked alone', rego: 'deny contains r if some r in input.actor.roles', rule: 'deny' },
]

const packageOf = (i: number): string => `visor.p${i}.execute`
const pathOf = (i: number, rule?: string): string => [...packageOf(i).split('.'), ...(rule ? [rule] : [])].join('/')
const modules = policies.map(({ rego }, i) => ({
  path: `policies/p${i}.rego`,
  text: `package ${packageOf(i)}\n\n${rego}\n`,
}))
const data = { protected: { deploy: true, 'deploy-prod': true }, owners: ['admin', 'ö'] }

const queriesOf = (i: number): readonly Query[] => inputs.map((input) => aQuery(pathOf(i, policies[i]?.rule), input))
const all = policies.flatMap((_, i) => queriesOf(i))

/** Objects by their keys in order, and an error by its code. */
const comparable = (evaluation: Evaluation | undefined): string =>
  JSON.stringify(evaluation?.kind === 'error' ? { ...evaluation, message: '' } : evaluation, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )

describe('the interpreter and WebAssembly give the same answers', () => {
  const few: Evaluation[] = []
  let many: readonly Evaluation[] = []
  const repeated: (readonly Evaluation[])[] = []
  const engines: string[] = []
  beforeAll(async () => {
    for (const part of [all.slice(0, 150), all.slice(150)]) {
      const asked = await askPdp(modules, part, { data })
      few.push(...asked.found)
      engines.push(asked.engine)
    }
    // Each policy by itself and many times over, so that WebAssembly is chosen wherever it may be.
    const found: Evaluation[] = []
    for (const [i, module] of modules.entries()) {
      const queries = queriesOf(i)
      const asked = await askPdp(
        [module],
        Array.from({ length: 320 }, (_, n) => queries[n % queries.length] as Query),
        { data },
      )
      found.push(...asked.found.slice(0, queries.length))
      repeated.push(asked.found.slice(queries.length, 2 * queries.length))
      engines.push(asked.engine)
    }
    many = found
  }, 120_000)

  test('few queries are interpreted; many are compiled, unless that could change an answer', () => {
    expect(engines.slice(0, 2)).toEqual(['interpreter', 'interpreter'])
    expect(engines.slice(2).filter((engine) => engine === 'wasm').length).toBeGreaterThan(10)
    expect([few.length, many.length]).toEqual([all.length, all.length])
  })

  test.each(policies.map(({ name }, i) => ({ name, i })))('$name', ({ i }) => {
    const range = [i * inputs.length, (i + 1) * inputs.length] as const
    const [interpreted, compiled] = [few.slice(...range), many.slice(...range)]
    expect(compiled.map(comparable)).toEqual(interpreted.map(comparable))
    expect(interpreted.some(({ kind }) => kind === 'result')).toBe(true)
    expect(repeated[i]).toEqual(compiled)
  })

  test('a conflict explains the mistake and the way out in both', () => {
    const at = policies.findIndex(({ name }) => name === 'a conflict for some') * inputs.length
    for (const found of [few, many]) {
      const clash = found.slice(at, at + inputs.length).filter(({ kind }) => kind === 'error')
      expect(clash).toEqual([
        { kind: 'error', code: 'ERR_EVALUATION_FAILED', message: expect.stringContaining('default') },
      ])
    }
  })
})

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
    expect(asked.found).toEqual(Array.from({ length: 301 }, () => ({ kind: 'result', value: is, denySetsOnly: false })))
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
