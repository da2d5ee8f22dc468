import type { Json } from '../../../src/core/json.js'
import type { Group } from './groups.js'

/** Inputs that every policy below is asked about. */
const INPUTS: readonly Json[] = [
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
const POLICIES: readonly Own[] = [
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

const DATA = { protected: { deploy: true, 'deploy-prod': true }, owners: ['admin', 'ö'] }

// What is written in place beside a constant, which OPA's index has an opinion of.
const MEMBERS: readonly Own[] = [
  {
    name: 'in a list with a name in it',
    rego: 'deny contains "no" if input.actor.login in [input.check.id, "ann", input.actor.login]',
  },
  { name: 'in a set with a name in it', rego: 'allowed if input.check.id in {input.actor.login, "lint"}' },
  { name: 'in brackets', rego: 'allowed if input.check.id in (["x", input.check.id])' },
  { name: 'over a comment', rego: 'allowed if input.check.id in # [\n["x", input.check.id]' },
  { name: 'in an object', rego: 'allowed if input.check.id in {"a": "x", "b": input.check.id}' },
  { name: 'not in', rego: 'deny contains "no" if not input.check.id in ["x", input.check.id]' },
  { name: 'called by its own name', rego: 'allowed if internal.member_2(input.check.id, ["x", input.check.id])' },
  { name: 'as an argument', rego: 'f(x) := "yes" if x in ["x", input.check.id]\nreason := f(input.check.id)' },
  { name: 'in a list by a name', rego: 'allowed if { list := ["x", input.check.id]; input.check.id in list }' },
  {
    name: 'and, or and not of rego.v2',
    rego: 'import rego.v2\nallowed if { input.check.id == "lint" or input.actor.login == "ann" }\ndeny contains "local" if { input.actor.isLocalMode and input.check.policy }\nreason := "none" if not (input.check.id == "lint" or input.check.id == "deploy")',
  },
  { name: 'in constants', rego: 'allowed if input.check.id in {"lint", "deploy", 1, null}' },
]

/** Each of the policies above as a file of its own, with everything that is asked of it. */
export const LANGUAGE: readonly Group[] = [...POLICIES, ...MEMBERS].map(({ name, rego, rule }, i) => ({
  name,
  modules: [{ path: `language${i}.rego`, text: `package language.p${i}.execute\n\n${rego}\n` }],
  data: DATA,
  questions: INPUTS.map((input) => ({
    path: ['language', `p${i}`, 'execute', ...(rule ? [rule] : [])].join('/'),
    scope: 'check.execute',
    input,
  })),
}))
