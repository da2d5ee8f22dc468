import { describe, expect, test } from '@jest/globals'
import type { Scope } from '../../src/core/config.js'
import { interpret } from '../../src/core/decision.js'
import { constructs, person, pull } from '../support/constructs.js'
import { aQuery, askPdp } from '../support/opa.js'

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
