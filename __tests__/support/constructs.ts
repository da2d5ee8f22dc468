import type { Scope } from '../../src/core/config.js'

/** A construct that the documents of the policy engine show, in a policy of our own, in both dialects. */
export type Construct = {
  readonly name: string
  readonly scope?: Scope
  readonly path?: string
  readonly data?: Readonly<Record<string, unknown>>
  readonly v0: string
  readonly v1: string
  readonly cases: readonly { readonly name: string; readonly input: object; readonly is: string }[]
}

export const person = (
  roles: readonly string[],
  rest: { check?: object; isLocalMode?: boolean; [key: string]: unknown } = {},
) => {
  const { check, isLocalMode = false, ...others } = rest
  return { actor: { login: 'ann', roles, isLocalMode }, check: { id: 'scan', ...check }, ...others }
}
const onStep = (policy: object) => ({ check: { id: 'scan', policy } })
export const pull = (labels: readonly string[], draft = false, changedFiles = 3) => ({
  pullRequest: { number: 7, labels, draft, changedFiles },
})

export const constructs: readonly Construct[] = [
  {
    name: 'roles, a prefix of the id, and a reason',
    v0: 'default allowed = false\nallowed { input.actor.roles[_] == "owner" }\nallowed { input.actor.roles[_] == "dev"; not startswith(input.check.id, "release") }\nreason = "too little" { not allowed }',
    v1: 'default allowed := false\nallowed if "owner" in input.actor.roles\nallowed if { "dev" in input.actor.roles; not startswith(input.check.id, "release") }\nreason := "too little" if not allowed',
    cases: [
      { name: 'the owner', input: person(['owner'], { check: { id: 'release-eu' } }), is: 'allow' },
      { name: 'a developer', input: person(['x', 'dev']), is: 'allow' },
      {
        name: 'a developer on a release',
        input: person(['dev'], { check: { id: 'release-eu' } }),
        is: 'deny: too little',
      },
      { name: 'nobody', input: person([]), is: 'deny: too little' },
    ],
  },
  {
    name: 'deny over everything else, from the step',
    v0: 'default allowed = false\ndenied { some a, b; input.check.policy.deny[a] == input.actor.roles[b] }\nallowed { not denied; input.actor.roles[_] == "owner" }\nreason = "on the list" { denied }\nreason = "no role" { not denied; not allowed }',
    v1: 'default allowed := false\ndenied if { some r in input.check.policy.deny; r in input.actor.roles }\nallowed if { not denied; "owner" in input.actor.roles }\nreason := "on the list" if denied\nreason := "no role" if { not denied; not allowed }',
    cases: [
      { name: 'no list', input: person(['owner']), is: 'allow' },
      {
        name: 'on the list and owner',
        input: person(['owner', 'guest'], onStep({ deny: ['guest'] })),
        is: 'deny: on the list',
      },
      { name: 'another list', input: person(['owner'], onStep({ deny: ['guest'] })), is: 'allow' },
      { name: 'neither', input: person(['dev'], onStep({ deny: ['guest'] })), is: 'deny: no role' },
    ],
  },
  {
    name: 'require as text or as a list',
    v0: 'default allowed = false\nallowed { r := input.check.policy.require; is_string(r); input.actor.roles[_] == r }\nallowed { r := input.check.policy.require; is_array(r); r[_] == input.actor.roles[_] }',
    v1: 'default allowed := false\nallowed if { r := input.check.policy.require; is_string(r); r in input.actor.roles }\nallowed if { r := input.check.policy.require; is_array(r); some role in input.actor.roles; role in r }',
    cases: [
      { name: 'text, met', input: person(['lead'], onStep({ require: 'lead' })), is: 'allow' },
      { name: 'text, not met', input: person(['lea'], onStep({ require: 'lead' })), is: 'deny: policy denied' },
      { name: 'a list, met', input: person(['x', 'lead'], onStep({ require: ['dev', 'lead'] })), is: 'allow' },
      {
        name: 'a list, not met',
        input: person(['x'], onStep({ require: ['dev', 'lead'] })),
        is: 'deny: policy denied',
      },
      { name: 'nothing required', input: person(['lead']), is: 'deny: policy denied' },
    ],
  },
  {
    name: 'local mode, only where a step has no policy',
    v0: 'default allowed = false\nallowed { input.actor.isLocalMode == true; not input.check.policy }',
    v1: 'default allowed := false\nallowed if { input.actor.isLocalMode == true; not input.check.policy }',
    cases: [
      { name: 'locally', input: person([], { isLocalMode: true }), is: 'allow' },
      {
        name: 'locally, with a policy',
        input: person([], { isLocalMode: true, ...onStep({ require: 'x' }) }),
        is: 'deny: policy denied',
      },
      { name: 'elsewhere', input: person([]), is: 'deny: policy denied' },
    ],
  },
  {
    name: 'a tool overlay: allowed unless',
    scope: 'tool.invoke',
    v0: 'default allowed = true\nallowed = false { endswith(input.tool.methodName, "_drop"); not is_owner }\nis_owner { input.actor.roles[_] == "owner" }\nreason = "owners drop" { not allowed }',
    v1: 'default allowed := true\nallowed := false if { endswith(input.tool.methodName, "_drop"); not is_owner }\nis_owner if "owner" in input.actor.roles\nreason := "owners drop" if not allowed',
    cases: [
      { name: 'another method', input: person(['dev'], { tool: { methodName: 'list' } }), is: 'allow' },
      { name: 'the method', input: person(['dev'], { tool: { methodName: 'db_drop' } }), is: 'deny: owners drop' },
      { name: 'the method, by an owner', input: person(['owner'], { tool: { methodName: 'db_drop' } }), is: 'allow' },
    ],
  },
  {
    name: 'capabilities, with the helper rules that "not" needs',
    scope: 'capability.resolve',
    v0: 'default capabilities = {}\ncapabilities = {"allowEdit": false} { not trusted; not outside }\ncapabilities = {"allowEdit": false, "allowBash": false} { outside }\ntrusted { input.actor.roles[_] == "dev" }\ntrusted { input.actor.roles[_] == "owner" }\noutside { input.actor.roles[_] == "guest" }',
    v1: 'capabilities.allowEdit := false if not trusted\ncapabilities.allowBash := false if "guest" in input.actor.roles\ntrusted if "dev" in input.actor.roles\ntrusted if "owner" in input.actor.roles',
    cases: [
      { name: 'a developer', input: person(['dev']), is: 'allow {}' },
      { name: 'nobody', input: person([]), is: 'allow {"allowEdit":false}' },
      { name: 'a guest', input: person(['guest']), is: 'allow {"allowBash":false,"allowEdit":false}' },
    ],
  },
  {
    name: "a step's own rule",
    path: 'visor/ship/eu',
    v0: 'default allowed = false\nis_owner { input.actor.roles[_] == "owner" }\nallowed { is_owner; input.repository.baseBranch == "main" }\nreason = "owners ship main" { not allowed }',
    v1: 'default allowed := false\nis_owner if "owner" in input.actor.roles\nallowed if { is_owner; input.repository.baseBranch == "main" }\nreason := "owners ship main" if not allowed',
    cases: [
      { name: 'an owner', input: person(['owner'], { repository: { baseBranch: 'main' } }), is: 'allow' },
      {
        name: 'an owner elsewhere',
        input: person(['owner'], { repository: { baseBranch: 'dev' } }),
        is: 'deny: owners ship main',
      },
      { name: 'no branch at all', input: person(['owner']), is: 'deny: owners ship main' },
    ],
  },
  {
    name: 'labels, drafts and sizes of the pull request',
    v0: 'default allowed = false\nlabelled { input.pullRequest.labels[_] == "go" }\nblocked { input.pullRequest.draft == true }\nblocked { input.pullRequest.changedFiles > 100; input.check.id == "scan" }\nallowed { labelled; not blocked }\nreason = "draft" { input.pullRequest.draft == true } else = "too large" { blocked } else = "needs the label go" { not labelled }',
    v1: 'default allowed := false\nlabelled if "go" in input.pullRequest.labels\nblocked if input.pullRequest.draft\nblocked if { input.pullRequest.changedFiles > 100; input.check.id == "scan" }\nallowed if { labelled; not blocked }\nreason := "draft" if input.pullRequest.draft\nelse := "too large" if blocked\nelse := "needs the label go" if not labelled',
    cases: [
      { name: 'labelled', input: person([], pull(['x', 'go'])), is: 'allow' },
      { name: 'not labelled', input: person([], pull([])), is: 'deny: needs the label go' },
      { name: 'a draft', input: person([], pull(['go'], true)), is: 'deny: draft' },
      { name: '100 files', input: person([], pull(['go'], false, 100)), is: 'allow' },
      { name: '101 files', input: person([], pull(['go'], false, 101)), is: 'deny: too large' },
      { name: 'no pull request', input: person([]), is: 'deny: needs the label go' },
    ],
  },
  {
    name: 'a data document',
    data: { guarded: { scan: true, lint: false }, limits: { max: 2 } },
    v0: 'allowed { data.guarded[input.check.id]; input.actor.roles[_] == "owner" }\nallowed { not data.guarded[input.check.id]; count(input.actor.roles) <= data.limits.max }',
    v1: 'allowed if { data.guarded[input.check.id]; "owner" in input.actor.roles }\nallowed if { not data.guarded[input.check.id]; count(input.actor.roles) <= data.limits.max }',
    cases: [
      { name: 'guarded, owner', input: person(['owner']), is: 'allow' },
      { name: 'guarded, other', input: person(['dev']), is: 'deny: the policy did not allow it' },
      { name: 'listed as not guarded', input: person(['dev'], { check: { id: 'lint' } }), is: 'allow' },
      { name: 'not listed', input: person(['dev'], { check: { id: 'constructor' } }), is: 'allow' },
      {
        name: 'over the limit',
        input: person(['a', 'b', 'c'], { check: { id: 'x' } }),
        is: 'deny: the policy did not allow it',
      },
    ],
  },
]
