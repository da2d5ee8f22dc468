import { describe, expect, test } from '@jest/globals'
import type { Scope } from '../../src/core/config.js'
import { interpret } from '../../src/core/decision.js'
import { aQuery, askPdp } from '../support/opa.js'

/** A construct that the documents of the policy engine show, in a policy of our own, in both dialects. */
type Construct = {
  readonly name: string
  readonly scope?: Scope
  readonly path?: string
  readonly data?: Readonly<Record<string, unknown>>
  readonly v0: string
  readonly v1: string
  readonly cases: readonly { readonly name: string; readonly input: object; readonly is: string }[]
}

const person = (
  roles: readonly string[],
  rest: { check?: object; isLocalMode?: boolean; [key: string]: unknown } = {},
) => {
  const { check, isLocalMode = false, ...others } = rest
  return { actor: { login: 'ann', roles, isLocalMode }, check: { id: 'scan', ...check }, ...others }
}
const onStep = (policy: object) => ({ check: { id: 'scan', policy } })
const pull = (labels: readonly string[], draft = false, changedFiles = 3) => ({
  pullRequest: { number: 7, labels, draft, changedFiles },
})

const constructs: readonly Construct[] = [
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

const decided = (evaluation: Parameters<typeof interpret>[0], scope: Scope): string => {
  const decision = interpret(evaluation, scope)
  switch (decision.verdict) {
    case 'allow':
      return scope === 'capability.resolve' ? `allow ${JSON.stringify(decision.limits)}` : 'allow'
    case 'deny':
      return `deny: ${decision.reasons.join(', ')}`
    case 'not-applicable':
      return 'not applicable'
    case 'indeterminate':
      return `${decision.code}: ${decision.message}`
  }
}

describe.each(constructs)(
  '$name',
  ({ scope = 'check.execute', path = `visor/${scope.replace('.', '/')}`, data, v0, v1, cases }) => {
    test.each([
      { dialect: 'v0', rego: v0 },
      { dialect: 'v1', rego: v1 },
    ])('in $dialect', async ({ rego }) => {
      const modules = [{ path: 'main.rego', text: `package ${path.replaceAll('/', '.')}\n\n${rego}\n` }]
      const asked = await askPdp(
        modules,
        cases.map(({ input }) => aQuery(path, input)),
        { ...(data && { data }), policy: { scopes: [scope] } },
      )
      const said = cases.map(({ name }, i) => `${name}: ${decided(asked.found[i], scope)}`)
      expect(said).toEqual(cases.map(({ name, is }) => `${name}: ${is}`))
    })
  },
)

describe('what the documents print and no OPA accepts', () => {
  const scope = 'package visor.check.execute\n'

  test.each([
    {
      name: 'not list[_] == value, in v0',
      rego: 'allowed = false {\n  not input.actor.roles[_] == "owner"\n}',
      row: 3,
      says: 'is_owner { input.actor.roles[_] == "owner" }, and write: not is_owner',
    },
    {
      name: 'not list[_] == value, in v1',
      rego: 'allowed := false if {\n\tnot input.actor.roles[_] == "owner"\n}',
      row: 3,
      says: 'is_owner if { "owner" in input.actor.roles }, and write: not is_owner',
    },
    {
      name: 'the same as a key of an object',
      rego: 'capabilities["allowEdit"] = false {\n  not input.actor.roles[_] == "dev"\n}',
      row: 3,
      says: 'is_dev { input.actor.roles[_] == "dev" }',
    },
    {
      name: 'a helper that was left out, in v0',
      rego: 'allowed {\n  not denied\n  input.actor.roles[_] == "owner"\n}',
      row: 3,
      says: 'named "denied": define it (denied { … }), or drop this line',
    },
    {
      name: 'a helper that was left out, in v1',
      rego: 'allowed if {\n\tnot denied\n\t"owner" in input.actor.roles\n}',
      row: 3,
      says: 'named "denied": define it (denied if { … }), or drop this line',
    },
  ])('$name: the error has the place and the way out', async ({ rego, row, says }) => {
    const { found } = await askPdp(
      [{ path: 'policies/main.rego', text: scope + rego }],
      [aQuery('visor/check/execute', {})],
    )
    expect(found).toEqual([{ kind: 'error', code: 'ERR_POLICY_COMPILE', message: expect.stringContaining(says) }])
    expect(found[0]?.kind === 'error' && found[0].message).toContain(`policies/main.rego:${row}:`)
  })

  test.each([
    {
      name: 'v0',
      rego: 'allowed {\n  input.actor.roles[_] == "owner"\n}\n\nallowed = false {\n  input.pullRequest.draft == true\n}',
    },
    { name: 'v1', rego: 'allowed if "owner" in input.actor.roles\n\nallowed := false if input.pullRequest.draft' },
  ])('allowed = false beside allowed, in $name: a conflict where both hold, and its way out', async ({ rego }) => {
    const queries = [
      person(['owner'], pull([], true)),
      person(['owner'], pull([])),
      person(['dev'], pull([], true)),
      person(['dev'], pull([])),
    ]
    const { found } = await askPdp(
      [{ path: 'main.rego', text: scope + rego }],
      queries.map((input) => aQuery('visor/check/execute', input)),
    )
    expect(found.map((evaluation) => decided(evaluation, 'check.execute'))).toEqual([
      expect.stringMatching(
        /^ERR_EVALUATION_FAILED: main\.rego:\d+:\d+: .*eval_conflict_error.*"default".*deny contains/s,
      ),
      'allow',
      'deny: policy denied',
      'deny: the policy did not allow it',
    ])
  })

  test.each([
    {
      name: 'two reasons at once',
      rego: 'default allowed := false\nreason := "a" if input.a\nreason := "b" if input.b',
    },
    {
      name: 'two reasons at once, in v0',
      rego: 'default allowed = false\nreason = "a" { input.a }\nreason = "b" { input.b }',
    },
  ])('$name are a conflict, and not an answer', async ({ rego }) => {
    const { found } = await askPdp(
      [{ path: 'main.rego', text: scope + rego }],
      [{ a: 1, b: 1 }, { a: 1 }].map((input) => aQuery('visor/check/execute', input)),
    )
    expect(found.map((evaluation) => decided(evaluation, 'check.execute'))).toEqual([
      expect.stringContaining('else'),
      'deny: a',
    ])
  })

  test('what a person is told to write does compile', async () => {
    const v0 = `${scope}is_owner { input.actor.roles[_] == "owner" }\nallowed = false { not is_owner }\nallowed { is_owner }`
    const v1 = `${scope}is_owner if { "owner" in input.actor.roles }\nallowed := false if not is_owner\nallowed if is_owner`
    for (const text of [v0, v1]) {
      const { found } = await askPdp(
        [{ path: 'main.rego', text }],
        [person(['owner']), person([])].map((input) => aQuery('visor/check/execute', input)),
      )
      expect(found.map((evaluation) => decided(evaluation, 'check.execute'))).toEqual(['allow', 'deny: policy denied'])
    }
  })
})
