import { describe, expect, test } from '@jest/globals'
import { buildEvents, type DecisionEvent } from '../../src/audit/event.js'
import { applyMask, applyMasks, parseMask } from '../../src/audit/mask.js'
import type { MaskRule } from '../../src/core/config.js'
import type { Json } from '../../src/core/json.js'
import type { Evaluation } from '../../src/core/pdp.js'
import { aContext, anInput, aRecord, someDecided } from './decisions.js'

const anEvent = (record = aRecord()): DecisionEvent =>
  buildEvents(someDecided([record]), aContext())[0] as DecisionEvent
const withDocuments = (documents: { input?: Json; result?: Json }): DecisionEvent => {
  const { input: _, result: __, ...rest } = anEvent()
  return { ...rest, ...documents }
}
const remove = (path: string): MaskRule => ({ op: 'remove', path })
const upsert = (path: string, value: Json): MaskRule => ({ op: 'upsert', path, value })
const answered = (value: Json): Evaluation => ({ kind: 'result', value, denySetsOnly: false })

describe('a mask', () => {
  const input = { a: { b: 1, 'c d': 2, 'e/f': 3 }, list: [{ x: 1 }, { x: 2 }], no: null }
  const cases: readonly { name: string; rules: readonly MaskRule[]; expect: object }[] = [
    {
      name: 'takes a key out',
      rules: [remove('/input/a/b')],
      expect: { input: { ...input, a: { 'c d': 2, 'e/f': 3 } }, erased: ['/input/a/b'] },
    },
    {
      name: 'takes an element out of a list, so that the next rule counts anew',
      rules: [remove('/input/list/0'), remove('/input/list/0/x')],
      expect: { input: { ...input, list: [{}] }, erased: ['/input/list/0', '/input/list/0/x'] },
    },
    {
      name: 'finds a key with a blank or a slash in it',
      rules: [remove('/input/a/c%20d'), remove('/input/a/e%2Ff')],
      expect: { input: { ...input, a: { b: 1 } }, erased: ['/input/a/c%20d', '/input/a/e%2Ff'] },
    },
    { name: 'takes all of it out', rules: [remove('/input')], expect: { input: undefined, erased: ['/input'] } },
    {
      name: 'writes over',
      rules: [upsert('/input/list/1/x', { y: null }), upsert('/input/no', 'yes')],
      expect: {
        input: { ...input, list: [{ x: 1 }, { x: { y: null } }], no: 'yes' },
        masked: ['/input/list/1/x', '/input/no'],
      },
    },
    {
      name: 'makes the objects that are missing on the way',
      rules: [upsert('/input/new/deep/key', 1)],
      expect: { input: { ...input, new: { deep: { key: 1 } } }, masked: ['/input/new/deep/key'] },
    },
    { name: 'writes over all of it', rules: [upsert('/input', null)], expect: { input: null, masked: ['/input'] } },
    {
      name: 'lists a path once',
      rules: [upsert('/input/a', 1), upsert('/input/a', 2)],
      expect: { input: { ...input, a: 2 }, masked: ['/input/a'] },
    },
    ...[
      '/input/x',
      '/input/a/b/c',
      '/input/list/2',
      '/input/list/-1',
      '/input/list/x',
      '/input/no/x',
      '/result',
      '/result/x',
      '/input/',
      '/input/constructor',
      '/input/__proto__',
      '/input/a/toString',
      '/nd_builtin_cache',
    ].map((path) => ({
      name: `says nothing of ${path}, which is not there`,
      rules: [remove(path)],
      expect: { input },
    })),
    ...['/input/list/2', '/input/list/x/y', '/input/a/b/c', '/input/no/x', '/result/x'].map((path) => ({
      name: `has nowhere to write at ${path}`,
      rules: [upsert(path, 1)],
      expect: { input },
    })),
  ]
  test.each(cases)('$name', ({ rules, expect: expected }) => {
    const event = withDocuments({ input })
    const { input: left, erased, masked } = applyMask(event, rules)
    const { input: wanted, ...paths } = expected as { input?: Json; erased?: string[]; masked?: string[] }
    expect({ input: left, erased, masked }).toEqual({ input: wanted, erased: paths.erased, masked: paths.masked })
    expect(event.input).toEqual(input)
  })

  test('leaves the prototype of everything alone', () => {
    const event = applyMask(withDocuments({ input: {} }), [upsert('/input/__proto__/polluted', true)])
    expect(JSON.stringify(event.input)).toBe('{"__proto__":{"polluted":true}}')
    expect({}).not.toHaveProperty('polluted')
  })

  test('leaves the order of the fields as it is', () => {
    const masked = applyMask(anEvent(), [remove('/input/actor'), upsert('/result/allowed', 'x')])
    expect(Object.keys(masked)).toEqual([
      'labels',
      'decision_id',
      'path',
      'input',
      'result',
      'erased',
      'masked',
      'timestamp',
      'custom',
    ])
  })
})

describe('what was taken out is not said elsewhere', () => {
  const quoting = aRecord(
    { kind: 'error', code: 'ERR_POLICY_EVALUATION', message: 'to_number: "Ready" is no number' },
    { reason: 'policy evaluation failed: to_number: "Ready"' },
  )
  const cases: readonly {
    name: string
    record?: ReturnType<typeof aRecord>
    rules: readonly MaskRule[]
    erased: readonly string[]
    lost: readonly ('reason' | 'login' | 'message')[]
  }[] = [
    {
      name: 'the login, with the one who asks',
      rules: [remove('/input/actor/login')],
      erased: ['/input/actor/login', '/requested_by'],
      lost: ['login'],
    },
    {
      name: 'the actor, likewise',
      rules: [remove('/input/actor')],
      erased: ['/input/actor', '/requested_by'],
      lost: ['login'],
    },
    {
      name: 'a login that is written over',
      rules: [upsert('/input/actor/login', 'x')],
      erased: ['/requested_by'],
      lost: ['login'],
    },
    {
      name: 'the whole input',
      rules: [remove('/input')],
      erased: ['/input', '/requested_by'],
      lost: ['login'],
    },
    {
      name: 'the reason, with ours',
      rules: [remove('/result/reason')],
      erased: ['/result/reason', '/custom/reason'],
      lost: ['reason'],
    },
    {
      name: 'a login that the reason quotes in other letters',
      record: aRecord(undefined, { reason: 'alice may not' }),
      rules: [remove('/input/actor/login')],
      erased: ['/input/actor/login', '/requested_by', '/custom/reason'],
      lost: ['login', 'reason'],
    },
    {
      name: 'a label that an error quotes',
      record: quoting,
      rules: [remove('/input/pullRequest/labels')],
      erased: ['/input/pullRequest/labels', '/error/message', '/custom/reason'],
      lost: ['message', 'reason'],
    },
    { name: 'what nothing quotes', rules: [remove('/input/check/tags')], erased: ['/input/check/tags'], lost: [] },
  ]
  test.each(cases)('$name', ({ record, rules, erased, lost }) => {
    const event = anEvent(record)
    const masked = applyMask(event, rules)
    expect(masked.erased).toEqual(erased)
    expect(masked.requested_by).toBe(lost.includes('login') ? undefined : 'Alice')
    expect(masked.custom.reason).toBe(lost.includes('reason') ? undefined : event.custom.reason)
    expect(masked.error?.message).toBe(lost.includes('message') ? undefined : event.error?.message)
    expect(masked.error?.code).toBe(event.error?.code)
    expect(masked.labels).toEqual(event.labels)
  })
})

describe('the mask of the policy', () => {
  const wrong: readonly { name: string; value: Json; says: string }[] = [
    { name: 'a text', value: '/input/a', says: 'no set' },
    { name: 'an object', value: { '/input/a': true }, says: 'no set' },
    { name: 'true', value: true, says: 'no set' },
    { name: 'a rule that is a number', value: [1], says: 'rule 1' },
    { name: 'an empty path', value: [''], says: 'no path' },
    { name: 'no slash', value: ['/input/a', 'input/b'], says: 'rule 2' },
    { name: 'another root', value: ['/labels/x'], says: 'neither below /input' },
    { name: 'an escape that is none', value: ['/input/%zz'], says: 'percent sign' },
    { name: 'no op', value: [{ path: '/input/a' }], says: 'op' },
    { name: 'another op', value: [{ op: 'replace', path: '/input/a' }], says: 'op' },
    { name: 'no path', value: [{ op: 'remove' }], says: 'path' },
  ]
  test.each(wrong)('may not be $name: the line stays, and nothing leaks', ({ value, says }) => {
    expect(parseMask(value)).toContain(says)
    const event = applyMasks(anEvent(), answered(value), [])
    expect(event).not.toHaveProperty('input')
    expect(event).not.toHaveProperty('result')
    expect(event).toMatchObject({
      erased: ['/input', '/result', '/requested_by', '/custom/reason'],
      custom: { outcome: 'block', mask_error: expect.stringContaining('ERR_AUDIT_MASK') },
    })
    expect(JSON.stringify(event)).not.toMatch(/alice/i)
  })

  test('may fail: of what it says, only the code stays', () => {
    const failed: Evaluation = { kind: 'error', code: 'ERR_POLICY_EVALUATION', message: 'the secret is Alice' }
    const event = applyMasks(anEvent(), failed, [upsert('/input/actor/login', 'x')])
    expect(event).not.toHaveProperty('input')
    expect(event.custom.mask_error).toBe('ERR_POLICY_EVALUATION')
    expect(JSON.stringify(event)).not.toMatch(/alice/i)
  })

  test('comes before that of the config, and cannot write back what that takes out', () => {
    const event = applyMasks(
      anEvent(),
      answered(['/input/check/tags', { op: 'upsert', path: '/input/actor/login', value: 'Alice' }]),
      [remove('/input/actor/login'), remove('/input/check/tags')],
    )
    expect(event.erased).toEqual(['/input/check/tags', '/input/actor/login', '/requested_by'])
    expect(event.masked).toEqual(['/input/actor/login'])
    expect(event.input).not.toHaveProperty('actor.login')
  })

  test('may say nothing at all', () => {
    const event = anEvent()
    for (const mask of [undefined, { kind: 'undefined' } as const, answered([])])
      expect(applyMasks(event, mask, [])).toBe(event)
  })

  test('reads a value that is not there as null, as OPA does', () => {
    expect(parseMask([{ op: 'upsert', path: '/input/a' }])).toEqual([{ op: 'upsert', path: '/input/a', value: null }])
  })
})

test('an input that a mask has hit says so', () => {
  expect(applyMask(anEvent(aRecord(undefined, {}, anInput())), [remove('/input/pullRequest/labels/1')])).toMatchObject({
    input: { pullRequest: { labels: ['ready'] } },
    erased: ['/input/pullRequest/labels/1'],
  })
})

describe('what packs said', () => {
  const denial = {
    pack: 'data-privacy',
    rule: 'sensitive_file_access',
    message: 'alice changes "config/.env"',
    severity: 'critical',
    level: 'hard',
    effect: 'deny',
  } as const
  const [event] = buildEvents(someDecided([aRecord(undefined, { reasons: [denial] })]), aContext())

  test('loses the message that quotes what a mask takes out, and says so', () => {
    const { erased, custom } = applyMask(event as DecisionEvent, [{ op: 'remove', path: '/input/actor/login' }])
    const { message: _, ...rest } = denial
    expect([erased, custom.packs]).toEqual([['/input/actor/login', '/requested_by', '/custom/packs/0/message'], [rest]])
  })
  test('keeps the message that quotes nothing of it', () => {
    const { custom } = applyMask(event as DecisionEvent, [{ op: 'remove', path: '/input/pullRequest/labels' }])
    expect(custom.packs).toEqual([denial])
  })
})
