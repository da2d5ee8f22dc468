import { describe, expect, test } from '@jest/globals'
import { expectClosed } from '../support/closed.js'
import { aPullRequest } from '../support/events.js'
import { manySteps } from '../support/policies.js'
import { checkPackage, GATED, withRego } from '../support/repositories.js'
import { type Decision, runAction } from '../support/runner.js'

const SHAPE = { outcome: 'block', reason_code: 'evaluation_failed', error_code: 'ERR_DECISION_SHAPE' }
const FAILED = { outcome: 'block', reason_code: 'evaluation_failed', error_code: 'ERR_EVALUATION_FAILED' }
const deny = (reason: string) => ({ outcome: 'block', reason_code: 'policy_denied', reason })
const NOTHING = { outcome: 'block', reason_code: 'no_policy_result', reason: 'no policy result' }
const ALLOW = { outcome: 'pass', reason_code: 'allowed' }

/** What the rule `visor/<name>` answers, and what that means for the step that names it. */
const answers: readonly { name: string; rego: string; decision: Partial<Decision> }[] = [
  // No boolean and no object: no decision.
  { name: 'the text "true"', rego: 'package visor.a1\nr := "true"', decision: SHAPE },
  { name: 'the number 1', rego: 'package visor.a2\nr := 1', decision: SHAPE },
  { name: 'an empty list', rego: 'package visor.a3\nr := []', decision: SHAPE },
  { name: 'a list of true', rego: 'package visor.a4\nr := [true]', decision: SHAPE },
  { name: 'a set of true', rego: 'package visor.a5\nr := {true}', decision: SHAPE },
  { name: 'null', rego: 'package visor.a6\nr := null', decision: SHAPE },
  { name: 'an empty object', rego: 'package visor.a7\nr := {}', decision: deny('the policy did not allow it') },
  { name: 'allowed as text', rego: 'package visor.a8\nr := {"allowed": "true"}', decision: SHAPE },
  { name: 'allowed as 1', rego: 'package visor.a9\nr := {"allowed": 1}', decision: SHAPE },
  { name: 'allowed as null', rego: 'package visor.a10\nr := {"allowed": null}', decision: SHAPE },
  {
    name: 'allowed null beside allow true',
    rego: 'package visor.a11\nr := {"allowed": null, "allow": true}',
    decision: SHAPE,
  },
  {
    name: 'allowed false beside allow true',
    rego: 'package visor.a12\nr := {"allowed": false, "allow": true}',
    decision: deny('policy denied'),
  },
  {
    name: 'a list that denies beside allowed',
    rego: 'package visor.a13\nr := {"allowed": true, "deny": ["no"]}',
    decision: deny('no'),
  },
  {
    name: 'deny true beside allowed',
    rego: 'package visor.a14\nr := {"allowed": true, "deny": true}',
    decision: deny('policy denied'),
  },
  {
    name: 'deny false beside allowed',
    rego: 'package visor.a15\nr := {"allowed": true, "deny": false}',
    decision: SHAPE,
  },
  {
    name: 'deny as text beside allowed',
    rego: 'package visor.a16\nr := {"allowed": true, "deny": "no"}',
    decision: SHAPE,
  },
  {
    name: 'violation true beside allowed',
    rego: 'package visor.a17\nr := {"allowed": true, "violation": true}',
    decision: SHAPE,
  },
  {
    name: 'violations as an object',
    rego: 'package visor.a18\nr := {"allowed": true, "violations": {"x": {"msg": "bad"}}}',
    decision: deny('bad'),
  },
  {
    name: 'an effect of deny',
    rego: 'package visor.a19\nr := {"allowed": true, "effect": "deny"}',
    decision: deny('policy denied'),
  },
  {
    name: 'an effect nobody knows',
    rego: 'package visor.a20\nr := {"allowed": true, "effect": "pause"}',
    decision: SHAPE,
  },
  {
    name: 'other keys alone',
    rego: 'package visor.a21\nr := {"constructor": true, "__proto__": {"allowed": true}}',
    decision: deny('the policy did not allow it'),
  },
  {
    name: 'Allowed with a capital',
    rego: 'package visor.a22\nr := {"Allowed": true}',
    decision: deny('the policy did not allow it'),
  },
  // Packages.
  {
    name: 'an empty deny beside an undefined allowed',
    rego: 'package visor.b1.r\nallowed if input.nothing\ndeny contains "no" if input.nothing',
    decision: deny('the policy did not allow it'),
  },
  {
    name: 'an empty deny beside an undefined allow',
    rego: 'package visor.b2.r\nallow if input.nothing\ndeny contains "no" if input.nothing',
    decision: deny('the policy did not allow it'),
  },
  { name: 'an empty deny alone', rego: 'package visor.b3.r\ndeny contains "no" if input.nothing', decision: ALLOW },
  {
    name: 'helpers alone',
    rego: 'package visor.b4.r\nis_admin := true\nx := []',
    decision: deny('the policy did not allow it'),
  },
  {
    name: 'a function of that name',
    rego: 'package visor.b5\nr(x) := x',
    decision: { outcome: 'block', reason_code: 'evaluation_failed' },
  },
  {
    name: 'a deny that is a scalar, undefined',
    rego: 'package visor.b6.r\ndeny if input.nothing',
    decision: deny('the policy did not allow it'),
  },
  { name: 'a package below named allowed', rego: 'package visor.b7.r.allowed\nx := true', decision: SHAPE },
  { name: 'an undefined rule', rego: 'package visor.b8\nr if input.nothing', decision: NOTHING },
  {
    name: 'a conflict of two values',
    rego: 'package visor.b9\nr := true if input.scope\nr := false if input.scope',
    decision: FAILED,
  },
  {
    name: 'a conflict in the package around it',
    rego: 'package visor.b10.r\nallowed := true\nx := 1 if input.scope\nx := 2 if input.scope',
    decision: FAILED,
  },
  {
    name: 'an object, key by key',
    rego: 'package visor.b11\nr[k] := v if some k, v in {"allowed": true}',
    decision: ALLOW,
  },
  { name: 'allowed and nothing else', rego: 'package visor.b12.r\nallowed := true', decision: ALLOW },
  { name: 'true', rego: 'package visor.b13\nr := true', decision: ALLOW },
  { name: 'false', rego: 'package visor.b14\nr := false', decision: deny('policy denied') },
  {
    name: 'a count of what is no list',
    rego: 'package visor.b15.r\nallowed if count(input.pullRequest.number) > 0',
    decision: deny('the policy did not allow it'),
  },
]

const files = Object.fromEntries(answers.map(({ rego }, i) => [`policies/p${i}.rego`, `${rego}\n`]))
const pathOf = (rego: string) =>
  (/^package (\S+)/.exec(rego)?.[1] ?? '').replaceAll('.', '/').replace(/\/r(\/allowed)?$/, '')
const asked = answers
  .map(({ rego }, i) => `step-${i}: { type: command, policy: { rule: ${pathOf(rego)}/r } }`)
  .join('\n')

describe('what a policy answers, and what it means', () => {
  // The same answers from OPA's interpreter and, with steps enough for it, from WebAssembly.
  test.each([
    { engine: 'interpreter', steps: asked },
    { engine: 'wasm', steps: `${asked}\n${manySteps(300)}` },
  ])('by $engine', async ({ engine, steps }) => {
    const run = await runAction({ files: withRego(files, '', steps), event: aPullRequest(), inputs: GATED })
    expect(run.log).toContain(`engine: ${engine}`)
    const found = answers.map(({ name }, i) => ({ name, ...run.decisions[`step-${i}`] }))
    expect(found).toEqual(
      answers.map(({ name, decision }) =>
        expect.objectContaining({ name, ...decision, allowed: decision.outcome === 'pass' }),
      ),
    )
    expect(run.code).toBe(1)
    expect(run.outputs.result).toBe('error')
    expect(run.commands).toEqual([])
  })

  test('no package for the scope: not applicable, and one warning shows the way out', async () => {
    const run = await runAction({
      files: withRego('package something.else\nallowed := true\n'),
      event: aPullRequest(),
      inputs: GATED,
    })
    expectClosed(run, {
      code: 0,
      result: 'denied',
      reasonCode: 'no_policy_result',
      says: ['package visor.check.execute'],
    })
  })

  test('warnings are carried along, whatever they are', async () => {
    const rego = checkPackage(
      'allowed := true\nwarnings contains "mind the gap"\nwarnings contains {"msg": "and this"}',
    )
    const run = await runAction({ files: withRego(rego), event: aPullRequest(), inputs: GATED })
    expect(run.decisions.deploy).toMatchObject({ allowed: true, warnings: ['mind the gap', 'and this'] })
  })

  test.each([
    { name: 'no capabilities', rego: 'x := 1', says: 'has no "capabilities"' },
    { name: 'an unknown key', rego: 'capabilities := {"allowAll": true}', says: 'allowAll' },
    { name: 'a switch as text', rego: 'capabilities := {"allowEdit": "false"}', says: 'allowEdit' },
    { name: 'tools as text', rego: 'capabilities := {"allowedTools": "*"}', says: 'allowedTools' },
    { name: 'a negated tool', rego: 'capabilities := {"allowedTools": ["!rm"]}', says: 'negate' },
    { name: 'null', rego: 'capabilities := null', says: 'must be an object' },
    { name: 'a list', rego: 'capabilities := []', says: 'must be an object' },
  ])('capabilities: $name leaves none', async ({ rego, says }) => {
    const steps = 'ai: { type: ai, ai: { allowEdit: true, allowBash: true, enableDelegate: true } }'
    const both = withRego(
      {
        'policies/c.rego': checkPackage('allowed := true'),
        'policies/p.rego': `package visor.capability.resolve\n${rego}\n`,
      },
      '',
      steps,
    )
    const withScope = {
      ...both,
      '.visor.yaml': String(both['.visor.yaml']).replace('[check.execute]', '[check.execute, capability.resolve]'),
    }
    const run = await runAction({ files: withScope, event: aPullRequest(), inputs: GATED })
    expect(run.decisions.ai?.capabilities).toEqual({
      allowEdit: false,
      allowBash: false,
      enableDelegate: false,
      allowedTools: [],
    })
    expect(run.summary.replace(/["]|&#34;/g, '')).toContain(says.replaceAll('"', ''))
  })
})

describe('a rule path is a path and nothing else', () => {
  const allowAll = checkPackage('allowed := true')
  const judge = (rule: string) =>
    runAction({
      files: withRego(allowAll, '', `deploy: { type: command, policy: { rule: ${JSON.stringify(rule)} } }`),
      event: aPullRequest(),
      inputs: GATED,
    })
  test.each([
    'visor/../../x',
    '../visor/check/execute',
    'visor//x',
    '/visor/x',
    'visor/',
    '',
    'a b',
    'visor.check.execute',
    'a/b?c',
    'a/%2e%2e/b',
    'a\nb',
    'ключ',
  ])('%j is refused', async (rule) => {
    expectClosed(await judge(rule), { code: 2, errorCode: 'ERR_CONFIG_SCHEMA', says: ['steps.deploy.policy.rule'] })
  })
  test.each([
    'constructor',
    '__proto__/x',
    'visor/__proto__',
    'toString',
    'visor/hasOwnProperty',
    'visor',
    'prototype/constructor',
    'visor/check/execute/constructor',
  ])('%s leads to no policy, and so to no', async (rule) => {
    expectClosed(await judge(rule), { code: 0, result: 'denied', reasonCode: 'no_policy_result' })
  })
})
