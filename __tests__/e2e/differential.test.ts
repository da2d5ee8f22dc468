import { describe, expect, test } from '@jest/globals'
import { aPullRequest } from '../support/events.js'
import { manySteps } from '../support/policies.js'
import { checkPackage, GATED, withRego } from '../support/repositories.js'
import { runAction } from '../support/runner.js'

/** Expressions whose value may differ between OPA's interpreter and its WebAssembly. */
const EXPRESSIONS: readonly string[] = [
  '{3, 1, 2}',
  '{"b", "a", "ä", "😀", "\\uffff"}',
  '{[1], [1, 2], {"a": 1}, null, true, 0.5, "x"}',
  '{{1, 2}, {1}, set()}',
  '{1: "a", "1": "b"}',
  '{{"a": 1}: {"b"}}',
  '1 / 3',
  '10 % 3',
  '-7 % 3',
  '2 / 4',
  '1e3',
  '0.1 + 0.2',
  '1.0',
  '100000000000000000000',
  '9007199254740993',
  '9007199254740993 + 1',
  '9007199254740993 == 9007199254740992',
  '1e400 > 1e399',
  'to_number("9007199254740993")',
  'to_number("1e3")',
  'to_number(" 1")',
  'round(2.5)',
  'ceil(-0.5)',
  'abs(-3)',
  'floor(1.9)',
  'sum([0.1, 0.2, 0.3])',
  'product([3, 4])',
  'max({3, 1})',
  'min(["b", "a"])',
  'count("ä😀")',
  'upper("straße")',
  'lower("ÀÉÎ")',
  'substring("a😀b", 1, 1)',
  'indexof("a😀b", "b")',
  'split("a,b", ",")',
  'trim(" x\\n", " ")',
  'trim_space(" x ")',
  'replace("aaa", "a", "b")',
  'startswith("Abc", "abc")',
  'contains("abc", "")',
  'concat(",", {"b", "a"})',
  'format_int(15.5, 16)',
  'sort([3, "a", null, {1}, [2]])',
  'array.slice([1, 2, 3], -1, 9)',
  'array.concat([1], [])',
  'numbers.range(3, 1)',
  'object.get({"a": null}, "a", 1)',
  'object.union({"a": {"b": 1}}, {"a": {"c": 2}})',
  'object.remove({"a": 1, "b": 2}, ["a"])',
  'json.marshal({"b": [1.5, "é"], "a": {2, 1}})',
  'json.unmarshal("{\\"a\\": 1e2}")',
  'json.unmarshal("9007199254740993")',
  'base64.encode("é")',
  'base64.decode("not base64!")',
  'regex.match("^[a-c]+$", "abc\\n")',
  'regex.match("(?i)ABC", "xabcx")',
  'regex.match("\\\\d+", "٣")',
  'glob.match("a*", ["/"], "a/b")',
  'glob.match("**", null, "a/b")',
  'glob.match("{a,b}", [], "b")',
  'glob.match("[!a]", [], "b")',
  'net.cidr_contains("10.0.0.0/8", "10.1.2.3")',
  'bits.and(6, 3)',
  'is_number("1")',
  'type_name({})',
  'intersection({{1, 2}, {2}})',
  'union({{1}, {2}})',
  '[x | some x in {"b", "a"}]',
  '{k: v | some k, v in ["x", "y"]}',
  '[p | walk({"b": 1, "a": [2]}, [p, _])]',
  'input.pullRequest.labels',
  'object.keys(input)',
  'input.nothing',
  '1 / (count(input.pullRequest.labels) - 2)',
  'numbers.range(1, 3) == [1, 2, 3]',
  '"a" < "B"',
  '[1, 2] < [1, 3]',
  '{"a": 1} == {"a": 1.0}',
  'null < false',
]

/** Conditions on which a decision may hang. Whether a config has 300 steps or 301 must not matter to any of them. */
const CONDITIONS: readonly string[] = [
  'concat(",", {x | some x in input.pullRequest.labels}) == "a,b"',
  '[x | some x in {"b", "a", "ä", "zeta", "gamma", "c"}][0] == "a"',
  '[x | some x in {30, 4, 100, 7}][0] == 4',
  '[k | some k, v in {"b": 1, "a": 2, "zeta": 3, "c": 4}][0] == "a"',
  'json.marshal({"b": 1, "a": 2}) == `{"a":2,"b":1}`',
  'json.marshal({3, 1, 2}) == "[1,2,3]"',
  'ceil(-0.5) == 0',
  'floor(-0.5) == -1',
  '1 / 3 * 3 == 1',
  '(1 / 3) * 3 < 1',
  '9007199254740993 > 9007199254740992',
  '9223372036854775807 + 1 == 9223372036854775808',
  '1e400 > 1e399',
  '0.1 + 0.2 == 0.3',
  'replace("aaa", "", "b") == "bababab"',
  'net.cidr_contains("10.0.0.0/8", "::ffff:10.1.1.1")',
  'net.cidr_contains("::/0", "10.0.0.1")',
  'base64.decode("YQ") == "a"',
  'base64.is_valid("YQ")',
  'to_number("1_000") == 1000',
  'to_number("0x10") == 16',
  'to_number("Infinity") > 1',
  'upper("ß") == "ß"',
  'lower("İ") == "i̇"',
  'trim_space("\\u00a0x\\u00a0") == "x"',
  'regex.match("\\\\s", "\\u00a0")',
  'regex.match("(a", "a")',
  'glob.match("*.github.com", null, "api.cdn.github.com")',
  'glob.match("?", ["/"], "😀")',
  'format_int(-255, 16) == "-ff"',
  'split("a", "") == ["a"]',
  '"\\uffff" < "😀"',
  '{1, 2} < {1, 3}',
  '1 == 1.0',
  'sort(["b", "a", "B"]) == ["B", "a", "b"]',
  'object.get({"a": 1}, ["a", "b"], 2) == 2',
  'bits.lsh(1, 64) == 18446744073709551616',
  'intersection(set()) == set()',
  'graph.reachable({"a": ["b"], "b": []}, {"a"}) == {"a", "b"}',
  '9007199254740993 - 9007199254740992 == 1',
  '100000000000000000001 - 100000000000000000000 == 1',
  '-9223372036854775808 - 1 == -9223372036854775809',
  '1e308 + 1e308 > 1e308',
  '1e400 - 1e400 == 0',
  '0.3 - 0.1 == 0.2',
  '0.1 + 0.7 == 0.8',
  '1e16 + 0.1 > 1e16',
  '1e30 + 1 > 1e30',
  '5 - -5 == 10',
  '{1, 2, 3} - {2} == {1, 3}',
  '{1, 2} & {2.0} == {2}',
  '6.21 + 1e-2 == 6.22',
  '1.2 - 2 == -0.8',
  '1e-4 + 2e29 == 2e29',
]

// Each is a rule of its own, so that what fails fails alone.
const files = (rules: readonly string[], more: number) => {
  const steps = rules.map((_, i) => `s${i}: { type: command, policy: { rule: values/v${i} } }`)
  const policies = {
    'policies/values.rego': `package visor.values\n\n${rules.map((rule, i) => `v${i} := ${rule}`).join('\n')}\n`,
    'policies/check.rego': checkPackage('allowed := true'),
  }
  return withRego(policies, 'timeout: 1000', `${steps.join('\n')}\n${manySteps(more).replace(/^s/gm, 'x')}`)
}

/** What few queries and what many were answered, each beside its text. */
async function both(texts: readonly string[], rule: (text: string) => string) {
  const event = aPullRequest({ labels: ['b', 'a'] })
  const [few, many] = await Promise.all(
    [1, 300].map((more) => runAction({ files: files(texts.map(rule), more), event, inputs: GATED })),
  )
  if (!few || !many) throw new Error('two runs were asked for')
  const shown = (run: typeof few) => texts.map((text, i) => ({ text, ...run.decisions[`s${i}`] }))
  const engineOf = (run: typeof few) => /engine: (\w+)/.exec(run.log)?.[1]
  return { few: shown(few), many: shown(many), engines: [engineOf(few), engineOf(many)] }
}

// Of these WebAssembly was found to give the interpreter's answers, so that many queries are asked of it.
const COMPILED: readonly string[] = [
  '1e400 > 1e399',
  '1 == 1.0',
  '1e2 == 100',
  '-0 == 0',
  '{1, 1.0} == {1}',
  '{"a": 1.0} == {"a": 1}',
  '{1: 2}[1.0] == 2',
  '"" < "a"',
  '"B" < "a"',
  '"\\uffff" < "😀"',
  '"e\\u0301" == "é"',
  '[1, 2] < [1, 2, 0]',
  '{"a": 2} < {"b": 1}',
  '{1, 2} < {1, 3}',
  'set() < {1}',
  'null < false',
  'false < 0',
  '1 < ""',
  '"z" < []',
  '[] < {}',
  '{} < set()',
  'count("a😀") == 2',
  'count("e\\u0301") == 2',
  'count("a\\u0000b") == 3',
  '"a\\u0000b" == "a"',
  'count({"a", "a"}) == 1',
  'contains("abc", "")',
  'contains("", "")',
  'contains("a\\u0000b", "b")',
  'startswith("é", "e")',
  'startswith("", "")',
  'endswith("é", "\\u0301")',
  'upper("ß") == "ß"',
  'upper("ß") == "SS"',
  'upper("ﬁ") == "ﬁ"',
  'upper("ŉ") == "ŉ"',
  'upper("ı") == "I"',
  'upper("ÿ") == "Ÿ"',
  'lower("İ") == "i̇"',
  'lower("İ") == "i"',
  'lower("Σ") == "σ"',
  'lower("K") == "k"',
  'lower("𐐀") == "𐐨"',
  'lower("ẞ") == "ß"',
  'split("aXbX", "X") == ["a", "b", ""]',
  'split("", ",") == [""]',
  'split("", "") == []',
  'split("é😀", "") == ["é", "😀"]',
  'substring("é😀x", 1, 1) == "😀"',
  'substring("abc", 1, -1) == "bc"',
  'substring("abc", 5, 1) == ""',
  'substring("abc", -1, 1) == "c"',
  'substring("abc", 0, 99) == "abc"',
  'substring("abc", 1, 0) == ""',
  'trim("éxé", "é") == "x"',
  'trim("xax", "") == "xax"',
  'trim("abcba", "ab") == "c"',
  'trim_prefix("aab", "a") == "ab"',
  'trim_suffix("baa", "a") == "ba"',
  'trim_space("\\u00a0x\\u2003") == "x"',
  'trim_space("\\u200bx") == "x"',
  'trim_space("\\u0085x\\u000b") == "x"',
  'trim_space("\\ufeffx") == "x"',
  'object.get({"a": {"b": 1}}, ["a", "b"], 2) == 1',
  'object.get({"a": 1}, ["a", "b"], 2) == 2',
  'object.get({"a": 1}, [], 2) == {"a": 1}',
  'object.get({1: "x"}, 1.0, 2) == "x"',
  'object.get({"a": null}, "a", 2) == null',
  '"b" in {"a": "b"}',
  '"a", "b" in {"a": "b"}',
  '1 in {1.0}',
  '0 in "a"',
  'every x in [] { x == 1 }',
  'every x in {1, 2} { x > 1 }',
  'not input.nothing',
  'not input.pullRequest.draft',
  'input.pullRequest.labels[_] == "a"',
  'input.pullRequest.labels["0"] == "b"',
  'input.actor.login == "codertocat"',
  'input.actor with input as {"actor": 1}',
  'is_number(1e400)',
  'is_string(null)',
]

describe('few queries and many get the same answers', () => {
  test('as decisions', async () => {
    const { few, many } = await both(CONDITIONS, (text) => `true if { ${text} }`)
    expect(many).toEqual(few)
    expect(new Set(few.map(({ outcome }) => outcome))).toEqual(new Set(['pass', 'block']))
  })

  test('as decisions of what is asked of WebAssembly', async () => {
    const { few, many, engines } = await both(COMPILED, (text) => `true if { ${text} }`)
    expect(engines).toEqual(['interpreter', 'wasm'])
    expect(many).toEqual(few)
    expect(new Set(few.map(({ outcome }) => outcome))).toEqual(new Set(['pass', 'block']))
  })

  // Alone, so that nothing else keeps them from being compiled.
  test.each([
    ['plus', ['6.21 + 1e-2 == 6.22', '3.9 + 4e25 == 4e25', '0.1 + 0.2 == 0.3', 'true']],
    ['minus', ['0.3 - 0.1 == 0.2', '1.2 - 2 == -0.8', '3 - 1 == 2']],
  ])('as decisions of %s', async (_, texts) => {
    const { few, many } = await both(texts, (text) => `true if { ${text} }`)
    expect(many).toEqual(few)
  })

  test('as texts and values', async () => {
    const { few, many } = await both(
      EXPRESSIONS,
      (text) => `{"allowed": true, "warnings": [json.marshal(x), x]} if x := ${text}`,
    )
    expect(many).toEqual(few)
  })
})
