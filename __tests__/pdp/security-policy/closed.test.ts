import { afterEach, describe, expect, test } from '@jest/globals'
import { removeFolders } from '../../support/opa.js'
import { aPolicy, ask, readRepository } from './support.js'

/** Whatever way a condition reads a fact: where that is missing, or of a type that it cannot use, the condition is neither true nor false. */

afterEach(removeFolders)

type Outcome = 'true' | 'false' | 'undecided'
const MAX_RULES = 200

type Finding = { readonly rule: string; readonly message: string }

/** What each of these conditions comes to for each of these inputs; a rule that denies says all three apart. */
async function outcomesOf(
  conditions: readonly unknown[],
  inputs: readonly object[],
): Promise<readonly { readonly outcomes: readonly Outcome[]; readonly messages: readonly string[] }[]> {
  if (conditions.length > MAX_RULES) {
    const [some, others] = [conditions.slice(0, MAX_RULES), conditions.slice(MAX_RULES)]
    const [first, rest] = [await outcomesOf(some, inputs), await outcomesOf(others, inputs)]
    return first.map(({ outcomes, messages }, i) => ({
      outcomes: [...outcomes, ...(rest[i]?.outcomes ?? [])],
      messages: [...messages, ...(rest[i]?.messages ?? [])],
    }))
  }
  const rules = conditions.map((rule_expr, i) => ({ name: `r${i}`, effect: 'deny', rule_expr }))
  const policies = await readRepository({ 'policies/p.json': aPolicy(rules) })
  const answers = (await ask(policies, 'stepgate/policies/p/answer', inputs)) as {
    readonly deny: readonly Finding[]
    readonly unknown: readonly Finding[]
  }[]
  return answers.map(({ deny, unknown }) => ({
    outcomes: conditions.map((_, i): Outcome => {
      if (unknown.some(({ rule }) => rule === `r${i}`)) return 'undecided'
      return deny.some(({ rule }) => rule === `r${i}`) ? 'true' : 'false'
    }),
    messages: unknown.map(({ message }) => message),
  }))
}

async function refusalOf(condition: string): Promise<string | undefined> {
  const { rules } = await readRepository({
    'policies/p.json': aPolicy([{ name: 'd', effect: 'deny', condition }]),
  })
  return rules.kind === 'failed' ? rules.message : undefined
}

const STEP = { id: 'a', type: 'command' }
const FILES = [{ path: 'a.ts' }, { path: 'db/b.sql' }]

describe('a fact that is missing, or cannot be used, decides nothing', () => {
  test.each<readonly [condition: string, check?: object, more?: object]>([
    // through a variable
    ['x := check; not x.model == "large"'],
    ['x := input.check; not x.model == "large"'],
    ['x := input; not x.check.model == "large"'],
    ['x := input; y := x.check; z := y.model; not z == "large"'],
    ['c := check; not c.sandbox'],
    ['c := check; count([1 | c.model == "large"]) == 0'],
    ['c := check; count([1 | c.model == "large"]) > 0'],
    ['count([1 | c := check; c.model == "large"]) == 0'],
    ['x := check.limits; not x.costUsd > 5', { limits: {} }],
    ['m := check.model; check.type == "command"'],
    ['m := check.model; n := [m]; check.type == "command"'],
    // through a default that hides what is below it
    ['x := object.get(input, "check", {}); not x.model == "large"'],
    ['not object.get(input, "check", {}).model == "large"'],
    ['x := object.get(object.get(input, "check", {}), "limits", {}); count([1 | x.costUsd > 5]) == 0'],
    ['not object.get(input, ["check"], {}).model == "large"'],
    ['not object.get(input, "check", {"x": 1}).model == "large"'],
    // through a key
    ['k := "model"; count([1 | check[k] == "large"]) > 0'],
    ['count([1 | check["model"] == "large"]) > 0'],
    ['k := concat("", ["mo", "del"]); count([1 | check[k] == "large"]) > 0'],
    ['count([1 | check.limits[check.id] == 1]) > 0', { limits: {} }],
    ['some k, v in check.limits; k == "costUsd"; v > 5', { limits: {} }],
    ['check.limits[_] > 5', { limits: {} }],
    // in what makes an answer of undefined
    ['count([1 | check.model == "large"]) > 0'],
    ['count({1 | check.model == "large"}) == 0'],
    ['count({"a": 1 | check.model == "large"}) == 0'],
    ['[1 | [1 | check.model == "large"] == []] == []'],
    ['every t in [1] { t > 0; check.model == "large" }'],
    ['every t in [check.model] { t == "large" }'],
    ['some t in [check.model]; t == "large"'],
    ['some t in [1, 2]; t > 0; not check.model == "large"'],
    ['$"{check.model}" == "large"'],
    ['not $"{check.model}" == "large"'],
    ['not contains($"a {upper(check.id)} {upper(check.limits)}", "LARGE")', { limits: 5 }],
    ['[check.model, 1][1] == 2'],
    ['not "large" in [check.model]'],
    ['not {"m": check.model}.m == "large"'],
    // builtins that give nothing
    ['count([1 | to_number(check.type) > 3]) > 0'],
    ['every t in [check.type] { startswith(t, check.limits) }', { limits: 5 }],
    ['every t in ["a"] { startswith(t, check.limits) }', { limits: 5 }],
    ['some t in ["a"]; startswith(t, check.limits)', { limits: 5 }],
    ['x := to_number(check.type); count([1 | x > 3]) == 0'],
    ['count([1 | not to_number(check.type) > 3]) == 0'],
    ['count([t | some t in check.tags; to_number(t) > 3]) > 0', { tags: ['4', 'x'] }],
    ['count([1 | some t in check.tags; not to_number(t) > 3]) == 0', { tags: ['4', 'x'] }],
    ['some t in check.tags; to_number(t) > 7', { tags: ['4', 'x'] }],
    ['count([t | t := check.tags[_]; startswith(lower(t), "x")]) == 0', { tags: ['a', 5] }],
    ['count([1 | startswith(check.tags[_], "x")]) == 0', { tags: ['a', 5] }],
    ['count([t | some i; startswith(check.tags[i], "x"); t := i]) == 0', { tags: ['a', 5] }],
    ['[1 | some t in check.tags; [1 | startswith(t, "x")] == []] == []', { tags: ['xa', 5] }],
    ['count([1 | json.unmarshal(check.type).a == 1]) == 0'],
    ['not json.unmarshal(check.type).a == 1', { type: '{}' }],
    ['count([1 | 1 / check.limits > 0]) == 0', { limits: 0 }],
    ['max([n | some n in check.tags]) > 5', { tags: [] }],
    ['split(check.type, "-")[1] == "x"'],
    ['count([1 | split(check.type, "-")[1] == "x"]) == 0'],
    // types that OPA compares, or looks into, all the same
    ['check.limits < 5', { limits: '4' }],
    ['check.limits > 5', { limits: '4' }],
    ['not check.limits > 5', { limits: null }],
    ['5 < check.limits', { limits: 'x' }],
    ['check.limits <= check.id', { limits: 5 }],
    ['count([1 | check.limits > 5]) > 0', { limits: false }],
    ['some t in check.tags; t < 5', { tags: ['x'] }],
    ['every t in check.tags { t >= "a" }', { tags: ['x', 5] }],
    ['"x" in check.tags', { tags: 'x' }],
    ['not "x" in check.tags', { tags: { a: 'y' } }],
    ['some t in check.tags; t == "x"', { tags: 'x' }],
    ['some t in check.tags; t == "x"', { tags: null }],
    ['every t in check.tags { t == "x" }', { tags: 'y' }],
    ['check.tags[_] == "x"', { tags: { a: 'y' } }],
    ['count([1 | check.tags[_] == "x"]) == 0', { tags: 'x' }],
    // an object that would be handed on with what it lacks
    ['not check.limits == {"costUsd": 5}', { limits: {} }],
    ['check.limits != check.other', { limits: {}, other: {} }],
    ['count(check.limits) == 0', { limits: {} }],
    ['not "costUsd" in object.keys(check.limits)', { limits: {} }],
    ['not contains(json.marshal(check.limits), "costUsd")', { limits: {} }],
    ['json.filter(check.limits, ["costUsd"]) == {}', { limits: {} }],
    ['object.union(check.limits, {"a": 1}) == {"a": 1}', { limits: {} }],
    ['c := [check.limits][0]; count([1 | c.costUsd > 5]) == 0', { limits: {} }],
    ['some c in [check.limits]; c.costUsd > 5', { limits: {} }],
    ['some c in [object.get(input, "check", {})]; c.model == "large"'],
    ['some k in ["a"]; {"a": check.limits}[k].costUsd > 5', { limits: {} }],
    ['some c in array.concat([check.limits], []); c.costUsd > 5', { limits: {} }],
    ['some c in {d | d := check.limits}; c.costUsd > 5', { limits: {} }],
    ['not {"costUsd": 5} == check.limits', { limits: {} }],
    ['some f in input.pullRequest.files; f == check.limits', { limits: {} }],
    ['not check.limits in [{"costUsd": 5}]', { limits: {} }],
    ['not check.limits in input.pullRequest.files', { limits: {} }],
    ['some c in [check.limits | true]; c.costUsd > 5', { limits: {} }],
    ['y := {"x": check.limits}; some k in ["x"]; y[k].costUsd > 5', { limits: {} }],
    ['some f in input.pullRequest.files; x := object.get(f, "a", check.limits); x.b == 1', { limits: {} }],
    ['json.match_schema(check.limits, {"type": "object"})[0] == false', { limits: {} }],
    ['not object.subset(check.limits, {"costUsd": 5})', { limits: {} }],
    ['input.pullRequest.files[0][_] == "x"'],
    // a list with objects in it, into which a builtin looks
    ['not object.subset(check.spend, [{"country": "KP"}])', { spend: [{ id: 'x' }] }],
    ['not contains(json.marshal(check.spend), "KP")', { spend: [{ id: 'x' }] }],
    ['not contains(json.marshal([x | some x in check.spend]), "KP")', { spend: [{ id: 'x' }] }],
    ['not contains(json.marshal({x | x := check.spend[_]}), "KP")', { spend: [{ id: 'x' }] }],
    ['not contains(sprintf("%v", [check.spend]), "KP")', { spend: [{ id: 'x' }] }],
    ['not contains(json.marshal(array.concat(check.spend, [])), "KP")', { spend: [{ id: 'x' }] }],
    ['json.match_schema(check.spend, {"items": {"properties": {"id": {"const": "y"}}}})[0]', { spend: [{}] }],
    ['not contains(yaml.marshal(check.limits), "KP")', { limits: [[{ id: 'x' }]] }],
    // a path that does not lead on
    ['object.get(check.limits, ["a", "b"], 1) == 1', { limits: { a: 'x' } }],
    ['object.get(check.limits, ["a", "b", "c"], 1) == 1', { limits: { a: { b: 5 } } }],
    ['object.get(check.limits, ["a", 0], 1) == 1', { limits: { a: 'x' } }],
    ['every x in check.spend { object.get(x, ["a", "b"], 1) == 1 }', { spend: [{ a: [] }] }],
    // in other builtins, and other closures
    ['numbers.range(1, check.limits)[_] == 9', { limits: 'x' }],
    ['every x in numbers.range(1, check.limits) { x < 0 }', { limits: 'x' }],
    ['count([1 | {"ai": 1}[check.type] == 1]) == 0'],
    ['count([1 | is_number(to_number(check.type))]) == 0'],
    ['not is_number(to_number(check.type))'],
    ['some t in check.tags; {t} == {lower(check.limits)}', { tags: ['a'], limits: 5 }],
    ['sprintf("%s", [check.model]) == "x"'],
    ['[x | x := check.model] == []'],
    ['{x: 1 | x := check.model} == {}'],
    ['x := [y | some y in [1]; z := check.model; z == "a"]; x == []'],
    ['n := count([1 | [1 | not check.model == "a"] == []]); n == 0'],
    // objects that are handed on as they are
    ['every p in check.spend { not object.subset(p, {"country": "KP"}) }', { spend: [{ id: 'x' }] }],
    ['every p in check.spend { p != {"id": "x", "country": "KP"} }', { spend: [{ id: 'x' }] }],
    ['every x in check.spend { not contains(json.marshal(x), "KP") }', { spend: [{ id: 'x' }] }],
    ['every x in check.spend { count(x) == 1 }', { spend: [{ id: 'x' }] }],
    ['every x in check.spend { [x] != [{"id": "x", "a": 1}] }', { spend: [{ id: 'x' }] }],
    // builtins that answer for any type
    ['to_number(check.model) <= 5', { model: null }],
    ['max([check.model, 0]) <= 5', { model: null }],
    ['min([check.model, 10]) < 5', { model: '3' }],
    ['not semver.is_valid(check.model)', { model: 5 }],
    ['not net.cidr_is_valid(check.model)', { model: ['10.0.0.0/8'] }],
    // what every element has to have
    ['every f in input.pullRequest.files { f.status == "added" }'],
    ['every f in input.pullRequest.files { f.tags[_] == "added" }'],
    ['every f in input.pullRequest.files { count([1 | f.status == "added"]) == 0 }'],
    ['every f in input.pullRequest.files { s := f.owner; not s.login == "x" }'],
    ['some f in input.pullRequest.files; count([1 | f.status == "added"]) == 0'],
    ['f := input.pullRequest.files[_]; [1 | f.status == "added"] == []'],
  ])('%s', async (condition, check = {}, more = {}) => {
    // What an author means to be refused is closed, too, but it belongs into the table below.
    expect(await refusalOf(condition)).toBeUndefined()
    const input = { check: { ...STEP, ...check }, pullRequest: { files: FILES }, ...more }
    const [found] = await outcomesOf([condition, { not: condition }], [input])
    expect(found?.outcomes).toEqual(['undecided', 'undecided'])
  })

  test.each([
    ['x := check; not x.model == "large"', 'input.check.model'],
    ['k := "model"; count([1 | check[k] == "large"]) > 0', 'input.check.model'],
    ['x := object.get(input, "check", {}); not x.model == "large"', 'input.check.model'],
    ['x := input; y := x.check; count([1 | y.model == "large"]) > 0', 'input.check.model'],
  ])('%s names %s', async (condition, fact) => {
    const [found] = await outcomesOf([condition], [{ check: STEP }])
    expect(found?.messages).toEqual([expect.stringContaining(`${fact} is missing`)])
  })
})

describe('what nobody could ask the facts of is refused', () => {
  test.each([
    ['count(check) > 3', '"check" is read as a whole'],
    ['x := check; count(x) > 3', '"check" is read as a whole'],
    ['not check == {"model": "large"}', '"check" is read as a whole'],
    ['some x; check = x; not x.model == "large"', '"check" is read as a whole|"=" compares here'],
    ['some m; {"model": m} = check; m == "large"', 'compares here|read as a whole'],
    ['some m; {"model": m} = check.limits; m == "large"', '"=" compares here'],
    ['[a, b] := [check, actor]; not a.model == "large"', 'one variable its value'],
    ['{"model": m} := check; m == "large"', 'one variable its value'],
    ['some k in ["model"]; check[k] == "large"', '"check" is read as a whole'],
    ['some k; check[k] == "large"', '"check" is read as a whole'],
    ['check[_] == "large"', '"check" is read as a whole'],
    ['some k, v in check; k == "model"; v == "large"', '"check" is read as a whole'],
    ['some k, v in input; v.model == "large"', '"input" is read as a whole'],
    ['input[_].model == "large"', '"input" is read as a whole'],
    ['some k in ["check"]; object.get(input, k, {}).model == "large"', 'object.get is asked for'],
    ['every k, v in check { k != "model"; v }', '"check" is read as a whole'],
    ['some c in [check]; not c.model == "large"', '"check" is read as a whole'],
    ['{c | c := check} == {1}', '"check" is read as a whole'],
    ['{"a": check}.a.model == "large"', '"check" is read as a whole'],
    ['walk(check, [["model"], "large"])', 'walk has no place'],
    ['not "model" in object.keys(check)', '"check" is read as a whole'],
    ['not json.marshal(check) == "x"', '"check" is read as a whole'],
    ['object.union(check, {"a": 1}).model == "x"', '"check" is read as a whole'],
    ['object.filter(input, ["check"]).check.model == "x"', '"input" is read as a whole'],
    ['not contains($"{check}", "large")', '"check" is read as a whole'],
    ['not sprintf("%v", [check]) == "large"', '"check" is read as a whole'],
    ['every t in [check.type] { startswith(t, 5) }', 'startswith: invalid argument'],
    ['not { check.model; check.type }', 'not'],
    // elements that are not read by a name of their own
    ['count([1 | some k in ["costUsd"]; check.limits[k] > 5]) > 0', 'by its number'],
    ['some k in ["costUsd"]; check.limits[k] > 5', 'by its number'],
    ['some t in [1, 2]; not check.limits[t] == "large"', 'by its number'],
    ['every i, _ in check.spend { count([1 | check.spend[i].country == "KP"]) == 0 }', 'by its number'],
    ['some i, _ in check.tags; count([1 | check.tags[i].x == "gift"]) == 0', 'by its number'],
    ['some i in [0]; check.spend[i].country == "KP"', 'by its number'],
    ['every p in check.spend { count([1 | object.get(p, "b", {}).country == "KP"]) == 0 }', 'a name of its own'],
    ['every x in check.tags { count([1 | [x][0].k == "g"]) == 0 }', 'a name of its own'],
    ['every x in check.tags { count([1 | {"k": x}.k.m == "g"]) == 0 }', 'a name of its own'],
    ['every v in [check.type] { [v] > [5] }', 'compare the values themselves'],
    ['array.concat([check.type], []) > [5]', 'compare the values themselves'],
    ['check.model == "a" or check.type == "b"', ''],
    ['some f in input.pullRequest.files; g := [f | some f in check.tags; startswith(f, "a")]; f in g', ''],
    ['count(check.tags, 3)', 'one value too many'],
    ['some f in input.pullRequest.files; $"{f.model}" == "large"', 'text with the values of elements'],
  ])('%s', async (condition, says) => {
    expect(await refusalOf(condition)).toMatch(new RegExp(says))
  })
})

describe('elements stay what they are in Rego', () => {
  const input = { check: { ...STEP, tags: ['a', 'b'] }, pullRequest: { files: [...FILES, { status: 'added' }] } }
  test.each<readonly [condition: string, outcome: Outcome]>([
    ['some f in input.pullRequest.files; startswith(f.path, "db/")', 'true'],
    ['some f in input.pullRequest.files; startswith(f.path, "x/")', 'false'],
    ['some f in input.pullRequest.files; not startswith(f.path, "db/")', 'true'],
    // Of the one without a path, nothing is said: neither that it is so, nor that it is not.
    ['some f in input.pullRequest.files; not f.path', 'false'],
    ['input.pullRequest.files[_].status == "added"', 'true'],
    ['count([f | some f in input.pullRequest.files; startswith(f.path, "db/")]) == 1', 'true'],
    ['count({f.path | some f in input.pullRequest.files}) == 2', 'true'],
    ['p := [f.path | some f in input.pullRequest.files]; some q in p; endswith(q, ".sql")', 'true'],
    ['some f in input.pullRequest.files; s := lower(f.path); s == "a.ts"; not s == "x"', 'true'],
    ['some i, f in input.pullRequest.files; i > 0; f.path == "a.ts"', 'false'],
    ['every t in check.tags { t in {"a", "b", "c"} }', 'true'],
    ['every i, t in check.tags { i < 2; not startswith(t, "x") }', 'true'],
    ['some i; check.tags[i] == "b"; i == 1', 'true'],
    ['every f in input.pullRequest.files { object.get(f, "path", "a.ts") != "x" }', 'true'],
    ['object.get(check, "model", "none") == "none"', 'true'],
    ['object.get(check, ["limits", "a"], "none") == "none"', 'true'],
    ['object.get(check, ["tags", 1], "none") == "b"', 'true'],
    ['json.marshal(check.tags) == `["a","b"]`', 'true'],
    ['object.subset(check.tags, ["a"])', 'true'],
    ['sprintf("%d of %v", [count(check.tags), check.tags]) == `2 of ["a", "b"]`', 'true'],
    ['json.marshal([upper(t) | some t in check.tags]) == `["A","B"]`', 'true'],
    ['count(input.pullRequest.files) == 3', 'true'],
    ['m := object.get(check, "model", "none"); not startswith(m, "large")', 'true'],
    ['object.get(input, ["check", "model"], "none") in {"none", "small"}', 'true'],
    ['object.get({"command": 3, "ai": 1}, check.type, 0) > 2', 'true'],
    ['is_array(check.tags); count(check.tags) == 2; check', 'true'],
    ['c := check; t := c.tags; count(t) == 2; c.type == "command"', 'true'],
    ['t := "command"; check.type == t', 'true'],
    ['every t in check.tags { count([f | some f in input.pullRequest.files; f.path == t]) == 0 }', 'true'],
    ['t := [x | some x in check.tags]; x := "a"; x in t', 'true'],
    ['check.type == `command`', 'true'],
    ['some x in check.tags; y := x; z := upper(y); z == "B"', 'true'],
    ['x := check.tags[_]; x == "b"', 'true'],
    ['some _, t in check.tags; startswith(t, "b")', 'true'],
    ['every _, t in check.tags { not startswith(t, "c") }', 'true'],
    ['some t in check.tags; not t in ["b"]', 'true'],
    ['some t in check.tags; not t in ["a", "b"]', 'false'],
    ['("a" in check.tags) == true; count([1 | ("c" in check.tags) == false]) == 1', 'true'],
    ['some t in check.tags; count([1 | not t in {"a", "b"}]) > 0', 'false'],
    ['some t in check.tags; not (t == "a") == true', 'true'],
    ['some t in check.tags; not startswith(t, "a") == true', 'true'],
    ['some t in check.tags; x := t in ["b"]; not x', 'true'],
    ['x := "a" in check.tags; y := x == true; y; not y == false', 'true'],
    ['x := "a" in check.tags; count([1 | x]) == 1; [x, 1] == [true, 1]', 'true'],
    ['x := check.type == "command"; {"a": x}.a; x', 'true'],
    ['x := 1 + 2; y := x * 3; y == 9; z := -x; z < 0', 'true'],
    ['x := check.type in {"command"}; not x == false', 'true'],
    ['some t in check.tags; not t == "a"; not contains(t, "a")', 'true'],
    ['some a, b in check.tags; a == 1; not b < "b"', 'true'],
    ['some {"path": p} in input.pullRequest.files; p == "a.ts"', 'true'],
    ['count([t | some t in check.tags]) > count([t | some t in check.tags; t == "a"])', 'true'],
    ['not "c" in check.tags', 'true'],
    ['tags := {lower(t) | some t in check.tags}; tags == {"a", "b"}', 'true'],
    ['time.now_ns() > 5; regex.match("^com", check.type); check.type in {"command"}', 'true'],
  ])('%s is %s', async (condition, outcome) => {
    expect(await refusalOf(condition)).toBeUndefined()
    const [found] = await outcomesOf([condition], [input])
    expect(found?.outcomes).toEqual([outcome])
  })
})

describe('all of a small grammar', () => {
  const ways: readonly (readonly [before: string, fact: string])[] = [
    ['', 'check.model'],
    ['x := check; ', 'x.model'],
    ['x := input; y := x.check; ', 'y["model"]'],
    ['k := "model"; ', 'check[k]'],
    ['x := object.get(input, "check", {}); ', 'x.model'],
    ['x := check.model; ', 'x'],
    ['x := [check.model]; ', 'x[0]'],
  ]
  // Whether a fact of any type has an answer.
  const atoms: readonly (readonly [text: (fact: string) => string, isOfAnyType: boolean])[] = [
    [(fact) => `${fact} == "large"`, true],
    [(fact) => `${fact} != "large"`, true],
    [(fact) => `not ${fact} == "large"`, true],
    [(fact) => `startswith(${fact}, "la")`, false],
    [(fact) => `not startswith(${fact}, "la")`, false],
    [(fact) => `${fact} > "f"`, false],
    [(fact) => `upper(${fact}) in {"LARGE"}`, false],
    [(fact) => `some one in split(${fact}, "-"); one == "large"`, false],
  ]
  const around: readonly ((atom: string) => string)[] = [
    (atom) => atom,
    (atom) => `count([1 | ${atom}]) > 0`,
    (atom) => `count({1 | ${atom}}) == 0`,
    (atom) => `n := count({"a": 1 | ${atom}}); not n == 0`,
    (atom) => `every t in [1, 2] { t > 0; ${atom} }`,
    (atom) => `some t in [1, 2]; t > 0; ${atom}`,
    (atom) => `some t in check.tags; ${atom}; t == "a"`,
    (atom) => `[1 | some t in [1, 2]; t > 0; [1 | ${atom}] == []] == []`,
    (atom) => `count([t | t := check.tags[_]; ${atom}]) == 1`,
  ]
  const made = ways.flatMap(([before, fact]) =>
    atoms.flatMap(([atom, isOfAnyType]) =>
      around.map((shape) => ({ condition: before + shape(atom(fact)), isOfAnyType })),
    ),
  )
  // One around another, with variables of its own.
  for (const outer of around)
    for (const shape of around) {
      const inner = (atom: string) => shape(atom).replace(/\bt\b/g, 'u').replace(/\bn\b/g, 'm')
      made.push({ condition: `x := check; ${outer(inner('x.model == "large"'))}`, isOfAnyType: true })
      made.push({ condition: outer(inner('not startswith(check.model, "la")')), isOfAnyType: false })
    }
  const conditions = made.map(({ condition }) => condition)
  const step = { ...STEP, tags: ['a'] }

  test(`none of ${made.length} conditions is decided without its fact, nor by one of another type`, async () => {
    const models = ['large', 'small', undefined, 5, null, {}, ['large']]
    const inputs = models.map((model) => ({ check: { ...step, ...(model !== undefined && { model }) } }))
    const found = await outcomesOf(conditions, inputs)
    const are = (input: number, isExpected: (outcome: Outcome | undefined, isOfAnyType: boolean) => boolean) =>
      made
        .filter(({ isOfAnyType }, i) => !isExpected(found[input]?.outcomes[i], isOfAnyType))
        .map(({ condition }) => `${JSON.stringify(models[input])}: ${condition}`)
    expect(are(0, (outcome) => outcome !== 'undecided')).toEqual([])
    expect(are(1, (outcome) => outcome !== 'undecided')).toEqual([])
    expect(are(2, (outcome) => outcome === 'undecided')).toEqual([])
    for (const other of [3, 4, 5, 6])
      expect(are(other, (outcome, isOfAnyType) => isOfAnyType || outcome === 'undecided')).toEqual([])
  }, 120_000)
})
