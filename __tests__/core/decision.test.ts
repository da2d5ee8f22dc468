import { describe, expect, test } from '@jest/globals'
import { interpret } from '../../src/core/decision.js'
import type { Json } from '../../src/core/json.js'

const answered = (value: unknown, denySetsOnly = false, neverAllows = true) =>
  interpret({ kind: 'result', value: value as Json, denySetsOnly, neverAllows }, 'check.execute')

const allow = { verdict: 'allow' }
const deny = (...reasons: string[]) => ({ verdict: 'deny', reasons })
const shape = { verdict: 'indeterminate', code: 'ERR_DECISION_SHAPE' }

describe('an answer of check.execute or tool.invoke', () => {
  test.each<[string, unknown, object]>([
    ['true', true, allow],
    ['false', false, deny('policy denied')],
    ['the text "true"', 'true', shape],
    ['the number 1', 1, shape],
    ['null', null, shape],
    ['an empty list', [], shape],
    ['a list with true', [true], shape],
    ['allowed: true', { allowed: true }, allow],
    ['allow: true', { allow: true }, allow],
    ['allowed stands before allow', { allowed: false, allow: true }, deny('policy denied')],
    ['allowed: "true"', { allowed: 'true' }, shape],
    ['allowed: 1', { allowed: 1 }, shape],
    ['allowed: null, whatever allow says', { allowed: null, allow: true }, shape],
    ['an empty object', {}, deny('the policy did not allow it')],
    ['only a helper rule', { is_admin: true }, deny('the policy did not allow it')],
    ['reason', { allowed: false, reason: 'no' }, deny('no')],
    ['reasons as a list', { allowed: false, reasons: ['b', 'a'] }, deny('b', 'a')],
    ['deny_reasons as an object', { allowed: false, deny_reasons: { x: true } }, deny('x')],
    ['an empty reason', { allowed: false, reason: ' ' }, deny('policy denied')],
    ['a reason that is no text', { allowed: false, reason: 7, reasons: ['r'] }, deny('r')],
    ['deny with a member beside allowed', { allowed: true, deny: ['secret'] }, deny('secret')],
    ['deny with an object that has msg', { allowed: true, deny: [{ msg: 'm', id: 1 }] }, deny('m')],
    ['deny with a member that is false', { allowed: true, deny: [false] }, deny('false')],
    ['violation as an object', { allowed: true, violation: { a: true } }, deny('a')],
    ['violations as a list', { allowed: true, violations: ['v'] }, deny('v')],
    ['deny: true', { allowed: true, deny: true }, deny('policy denied')],
    ['deny: false', { allowed: true, deny: false }, shape],
    ['deny as text', { allowed: true, deny: 'x' }, shape],
    ['violation: true', { allowed: true, violation: true }, shape],
    ['empty deny beside allowed', { allowed: true, deny: [] }, allow],
    ['empty deny beside an undefined allowed', { deny: [] }, deny('the policy did not allow it')],
    ['deny that denies beside one that is unclear', { allowed: true, deny: ['x'], violation: 1 }, deny('x')],
    ['an effect that nobody knows', { allowed: true, effect: 'require_second_look' }, shape],
    ['an effect that is no text', { allowed: true, effect: ['require_approval'] }, shape],
    ['effect deny beside allowed', { allowed: true, effect: 'deny' }, deny('policy denied')],
  ])('%s', (_name, value, expected) => {
    expect(answered(value)).toMatchObject(expected)
  })

  test('empty deny sets allow where the compiler has proved that there is no allow rule', () => {
    expect(answered({ deny: [] }, true)).toMatchObject(allow)
    expect(answered({ deny: ['x'] }, true)).toMatchObject(deny('x'))
    expect(answered({}, true)).toMatchObject(deny('the policy did not allow it'))
    expect(answered({ deny: 0 }, true)).toMatchObject(shape)
  })

  test('own keys only: an inherited name is no answer', () => {
    expect(answered(JSON.parse('{"__proto__": {"allowed": true}}'))).toMatchObject(deny('the policy did not allow it'))
    expect(answered(Object.create({ allowed: true }))).toMatchObject(deny('the policy did not allow it'))
  })

  test('warnings are carried along whatever the verdict', () => {
    expect(answered({ allowed: true, warnings: ['w'] })).toEqual({ verdict: 'allow', warnings: ['w'] })
    expect(answered({ allowed: false, warnings: ['w'] })).toMatchObject({ verdict: 'deny', warnings: ['w'] })
    expect(answered({ allowed: 1, warnings: ['w'] })).toMatchObject({ ...shape, warnings: ['w'] })
  })
})

describe('an answer that asks for approvals', () => {
  const asked = (value: object, scope: 'check.execute' | 'tool.invoke' = 'check.execute') =>
    interpret({ kind: 'result', value: { effect: 'require_approval', ...value } as Json, denySetsOnly: false }, scope, [
      'admin',
    ])
  const approvals = { roles: ['admin'] }
  const rule = { count: 1, roles: ['admin'], teams: [], users: [] }
  const waits = { verdict: 'allow', warnings: [], approvals: rule }

  test.each<[string, object, object]>([
    ['by itself', { approvals }, waits],
    ['beside allowed: true', { allowed: true, approvals }, waits],
    ['beside the usual default allowed := false', { allowed: false, approvals }, waits],
    ['beside allow: false', { allow: false, approvals }, waits],
    ['beside empty deny sets', { deny: [], approvals }, waits],
    ['beside reasons, which say why it is not allowed yet', { allowed: false, reason: 'r', approvals }, waits],
    [
      'from two of a team',
      { approvals: { count: 2, teams: ['o/t'] } },
      { approvals: { ...rule, count: 2, roles: [], teams: ['o/t'] } },
    ],
    ['with a deny set that has a member', { deny: ['no'], approvals }, deny('no')],
    ['with a deny set that is unclear', { deny: 'no', approvals }, shape],
    ['with an odd allowed', { allowed: 'no', approvals }, shape],
    ['with allowed: null', { allowed: null, approvals }, shape],
    ['from nobody', {}, shape],
    ['from an unknown role', { approvals: { roles: ['amdin'] } }, shape],
    ['with an unknown key', { approvals: { roles: ['admin'], from: 'x' } }, shape],
  ])('%s', (_name, value, expected) => {
    expect(asked(value)).toMatchObject(expected)
    expect(asked(value, 'tool.invoke')).toMatchObject(expected)
  })

  test('names no role that is known where nobody says which there are', () => {
    expect(answered({ effect: 'require_approval', approvals })).toMatchObject(shape)
  })
  test('may change something beside, and only what may be changed', () => {
    expect(asked({ approvals, allowed: false, modify: { mode: 'draft' } })).toEqual({
      ...waits,
      modify: { mode: 'draft' },
    })
    for (const allowed of [{}, { allowed: true }, { allowed: false }])
      expect(asked({ approvals, ...allowed, modify: { mode: 'off' } })).toMatchObject(shape)
  })
  test('means nothing for capabilities', () => {
    const value = { effect: 'require_approval', approvals, capabilities: {} } as unknown as Json
    const decision = interpret({ kind: 'result', value, denySetsOnly: false }, 'capability.resolve', ['admin'])
    expect(decision).toEqual({ verdict: 'allow', warnings: [], limits: {} })
  })
})

describe('an effect where a rule allowed may be undefined, or nobody knows', () => {
  const modify = { mode: 'draft' }
  test.each([{ effect: 'allow' }, { effect: 'modify', modify }])('%j allows nothing by itself', (value) => {
    expect(answered(value, false, false)).toMatchObject(deny('the policy did not allow it'))
    expect(answered({ ...value, allowed: true }, false, false)).toMatchObject(allow)
  })
})

describe('an answer that changes something', () => {
  const modify = { mode: 'draft', limits: { cost_usd: '1.50', llm_calls: 3, minutes: 20 } }
  const parsed = { mode: 'draft', limits: { costUsd: 1_500_000, llmCalls: 3, minutes: 20 } }
  const changed = { verdict: 'allow', warnings: [], modify: parsed }
  const wrong = { ...modify, arguments: { url: 'x' } }

  test.each<[string, object, object]>([
    ['by its effect alone', { effect: 'modify', modify }, changed],
    ['beside allowed: true', { allowed: true, modify }, changed],
    ['beside allow: true', { allow: true, modify }, changed],
    ['beside effect allow', { effect: 'allow', modify }, changed],
    ['beside both', { effect: 'modify', allowed: true, modify }, changed],
    ['beside empty deny sets and allowed: true', { allowed: true, deny: [], modify }, changed],
    ['nothing at all', { allowed: true, modify: {} }, { verdict: 'allow' }],
    ['nothing at all, by its effect', { effect: 'modify', modify: {} }, shape],
    ['no limits at all, by its effect', { effect: 'modify', modify: { limits: {} } }, shape],
    ['nothing at all, and denies', { allowed: false, modify: {} }, deny('policy denied')],
    ['with warnings', { effect: 'modify', modify, warnings: ['w'] }, { ...changed, warnings: ['w'] }],
    ['by its effect, and does not say what', { effect: 'modify' }, shape],
    ['by its effect, allowed, and does not say what', { effect: 'modify', allowed: true }, shape],
    ['that may not be changed', { allowed: true, modify: wrong }, shape],
    ['that may not be changed, by its effect', { effect: 'modify', modify: wrong }, shape],
    ['to null', { allowed: true, modify: null }, shape],
    ['to a list', { effect: 'allow', modify: [modify] }, shape],
    ['to a negative limit', { allowed: true, modify: { limits: { minutes: -1 } } }, shape],
    ['and is neither allowed nor has an effect', { modify }, deny('the policy did not allow it')],
    ['and has an effect that nobody knows', { allowed: true, effect: 'Modify', modify }, shape],
    ['and an odd allowed', { allowed: 'true', effect: 'modify', modify }, shape],
    ['and denies', { allowed: false, modify, reason: 'no' }, deny('no')],
    ['and denies, whatever is in it', { allowed: false, modify: wrong }, deny('policy denied')],
    ['and denies, whatever the effect', { allowed: false, effect: 'modify', modify }, deny('policy denied')],
    ['and denies by allow', { allow: false, effect: 'modify', modify }, deny('policy denied')],
    ['and denies by a set', { effect: 'modify', modify, deny: ['d'] }, deny('d')],
    ['and denies by its effect', { allowed: true, effect: 'deny', modify: wrong }, deny('policy denied')],
    ['and has an unclear deny set', { effect: 'modify', modify, deny: 'd' }, shape],
  ])('%s', (_name, value, expected) => {
    expect(answered(value)).toMatchObject(expected)
  })

  test('beside deny sets of a package without an allow rule', () => {
    expect(answered({ deny: [], modify }, true)).toEqual(changed)
    expect(answered({ deny: [], modify: wrong }, true)).toMatchObject(shape)
    expect(answered({ deny: ['d'], modify }, true)).toMatchObject(deny('d'))
    expect(answered({ modify }, true)).toMatchObject(deny('the policy did not allow it'))
  })

  test('an inherited modify is none', () => {
    expect(answered(Object.assign(Object.create({ modify: wrong }), { allowed: true }))).toEqual({
      verdict: 'allow',
      warnings: [],
    })
  })
})

describe('effect allow', () => {
  test.each<[string, object, object]>([
    ['allows by itself', { effect: 'allow' }, allow],
    ['allows beside allowed: true', { effect: 'allow', allowed: true }, allow],
    ['does not beside allowed: false', { effect: 'allow', allowed: false }, deny('policy denied')],
    ['does not beside allow: false', { effect: 'allow', allow: false, reason: 'r' }, deny('r')],
    ['does not beside a denial', { effect: 'allow', violation: ['v'] }, deny('v')],
    ['does not beside an unclear denial', { effect: 'allow', violation: 'v' }, shape],
    ['does not beside an odd allowed', { effect: 'allow', allowed: null }, shape],
  ])('%s', (_name, value, expected) => expect(answered(value)).toMatchObject(expected))
})

test('undefined is not applicable, a failure and no answer are indeterminate', () => {
  expect(interpret({ kind: 'undefined' }, 'check.execute')).toEqual({ verdict: 'not-applicable' })
  expect(interpret({ kind: 'error', code: 'ERR_X', message: 'm' }, 'tool.invoke')).toMatchObject({
    verdict: 'indeterminate',
    code: 'ERR_X',
  })
  expect(interpret(undefined, 'check.execute')).toMatchObject({ verdict: 'indeterminate' })
})

describe('an answer of capability.resolve', () => {
  const resolved = (value: unknown) =>
    interpret({ kind: 'result', value: value as Json, denySetsOnly: true }, 'capability.resolve')
  test.each<[string, unknown, object]>([
    ['an empty object restricts nothing', { capabilities: {} }, { verdict: 'allow', limits: {} }],
    ['switches', { capabilities: { allowBash: false } }, { verdict: 'allow', limits: { allowBash: false } }],
    ['tools', { capabilities: { allowedTools: ['a'] } }, { limits: { allowedTools: ['a'] } }],
    ['no capabilities', { allowed: true }, shape],
    ['true', true, shape],
    ['capabilities: true', { capabilities: true }, shape],
    ['an unknown key', { capabilities: { allowWeb: false } }, shape],
    ['a wrong type', { capabilities: { allowBash: 'no' } }, shape],
    ['tools as text', { capabilities: { allowedTools: '*' } }, shape],
    ['a negated tool', { capabilities: { allowedTools: ['!rm'] } }, shape],
    ['a key from the prototype', JSON.parse('{"capabilities": {"__proto__": {}}}'), shape],
  ])('%s', (_name, value, expected) => {
    expect(resolved(value)).toMatchObject(expected)
  })
})
