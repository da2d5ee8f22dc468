import { describe, expect, test } from '@jest/globals'
import { amountOf, MAX_UNITS } from '../../src/core/decimal.js'
import {
  describeModify,
  type Limits,
  loosens,
  type Mode,
  type Modify,
  parseChange,
  parseModify,
  tighten,
} from '../../src/core/modify.js'

const parsed = (value: unknown): Modify => {
  const found = parseModify(value)
  if (typeof found === 'string') throw new Error(found)
  return found
}

describe('what a policy may change', () => {
  test.each<[string, unknown, Modify]>([
    ['nothing', {}, {}],
    ['the mode', { mode: 'draft' }, { mode: 'draft' }],
    ['the mode the other way', { mode: 'auto' }, { mode: 'auto' }],
    ['no limits', { limits: {} }, {}],
    ['a cost as a number', { limits: { cost_usd: 1.5 } }, { limits: { costUsd: 1_500_000 } }],
    ['a cost as text', { limits: { cost_usd: '0.000001' } }, { limits: { costUsd: 1 } }],
    ['no cost at all', { limits: { cost_usd: 0 } }, { limits: { costUsd: 0 } }],
    ['the largest cost', { limits: { cost_usd: 1e9 } }, { limits: { costUsd: MAX_UNITS } }],
    ['no calls', { limits: { llm_calls: 0 } }, { limits: { llmCalls: 0 } }],
    ['a minute', { limits: { minutes: 1 } }, { limits: { minutes: 1 } }],
    [
      'everything',
      { limits: { minutes: 10, llm_calls: 20, cost_usd: '5.00' }, mode: 'draft' },
      { mode: 'draft', limits: { costUsd: 5_000_000, llmCalls: 20, minutes: 10 } },
    ],
  ])('%s', (_name, value, expected) => expect(parseModify(value)).toEqual(expected))

  test.each<[string, unknown, string]>([
    ['null', null, '"modify" must be an object'],
    ['a list', [{ mode: 'draft' }], '"modify" must be an object'],
    ['text', 'draft', '"modify" must be an object'],
    ['true', true, '"modify" must be an object'],
    ['business data', { mode: 'draft', arguments: {} }, '"modify" has "arguments"'],
    ['another spelling of a key', { Mode: 'draft' }, '"modify" has "Mode"'],
    ['a key from the prototype', JSON.parse('{"__proto__": {"mode": "draft"}}'), '"modify" has "__proto__"'],
    ['another mode', { mode: 'manual' }, '"modify.mode" must be'],
    ['a mode in capitals', { mode: 'DRAFT' }, '"modify.mode" must be'],
    ['no mode', { mode: null }, '"modify.mode" must be'],
    ['limits as a list', { limits: [] }, '"modify.limits" must be an object'],
    ['limits: null', { limits: null }, '"modify.limits" must be an object'],
    ['a limit nobody knows', { limits: { tokens: 1 } }, '"modify.limits" has "tokens"'],
    ['the key of the input', { limits: { costUsd: 5_000_000 } }, '"modify.limits" has "costUsd"'],
    ...[
      -1,
      -0,
      '-0.01',
      'NaN',
      Number.NaN,
      Number.POSITIVE_INFINITY,
      '1e3x',
      '',
      ' ',
      '5 USD',
      '1,000',
      null,
      true,
      [],
      {},
      1.0000001,
      '0.0000001',
      1e9 + 1,
      '1e999',
    ].map((cost): [string, unknown, string] => [
      `a cost of ${typeof cost === 'number' ? cost : JSON.stringify(cost)}`,
      { limits: { cost_usd: cost } },
      '"modify.limits.cost_usd" must',
    ]),
    ...[-1, 0.5, '1', null, Number.NaN, 2 ** 53, true].map((calls): [string, unknown, string] => [
      `calls of ${typeof calls === 'number' ? calls : JSON.stringify(calls)}`,
      { limits: { llm_calls: calls } },
      '"modify.limits.llm_calls" must be a whole number from 0',
    ]),
    ...[0, -0, -5, 0.5, '10', null, Number.POSITIVE_INFINITY].map((minutes): [string, unknown, string] => [
      `minutes of ${typeof minutes === 'number' ? minutes : JSON.stringify(minutes)}`,
      { limits: { minutes } },
      '"modify.limits.minutes" must be a whole number from 1',
    ]),
  ])('never %s', (_name, value, why) => expect(parseModify(value)).toEqual(expect.stringContaining(why)))
})

describe('what a policy answers by itself', () => {
  test.each<[string, unknown]>([
    ['nothing', {}],
    ['no limits', { limits: {} }],
  ])('does not say what is to change with %s', (_name, value) => {
    expect(parseChange(value)).toMatch(/^"modify" is there and says nothing; write any of "mode", "limits"/)
  })
  test('is read as the rest is', () => {
    for (const modify of many(300, 11)) {
      const found = parseChange(describeModify(modify))
      if (Object.keys(modify).length === 0) expect(found).toEqual(expect.any(String))
      else expect(found).toEqual(modify)
    }
    for (const value of [null, [], { mode: 'x' }, { limits: { tokens: 1 } }, { mode: 'draft', x: 1 }])
      expect(parseChange(value)).toBe(parseModify(value))
    expect(parseChange({ mode: 'draft', limits: {} })).toEqual({ mode: 'draft' })
  })
})

// The same values in every run (a linear congruential generator).
function many(count: number, seed = 7): readonly Modify[] {
  let state = seed
  const next = (below: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * below)
  }
  const some = <T>(make: () => T): T | undefined => (next(3) === 0 ? undefined : make())
  return Array.from({ length: count }, () => {
    const mode = some((): Mode => (next(2) === 0 ? 'draft' : 'auto'))
    const costUsd = some(() => next(5) * 10 ** next(15))
    const llmCalls = some(() => next(4))
    const minutes = some(() => 1 + next(4))
    const limits: Limits = {
      ...(costUsd !== undefined && { costUsd }),
      ...(llmCalls !== undefined && { llmCalls }),
      ...(minutes !== undefined && { minutes }),
    }
    return { ...(mode && { mode }), ...(Object.keys(limits).length > 0 && { limits }) }
  })
}

describe('the stricter of two', () => {
  test.each<[string, Modify, Modify, Modify]>([
    ['draft before auto', { mode: 'auto' }, { mode: 'draft' }, { mode: 'draft' }],
    ['auto before nothing', { mode: 'auto' }, {}, { mode: 'auto' }],
    ['the lower limit', { limits: { minutes: 5 } }, { limits: { minutes: 3 } }, { limits: { minutes: 3 } }],
    ['zero is a limit', { limits: { costUsd: 0 } }, { limits: { costUsd: 1 } }, { limits: { costUsd: 0 } }],
    [
      'limits of both',
      { limits: { llmCalls: 1 } },
      { limits: { minutes: 3 } },
      { limits: { llmCalls: 1, minutes: 3 } },
    ],
    ['nothing of nothing', {}, {}, {}],
  ])('%s', (_name, a, b, expected) => {
    expect(tighten(a, b)).toEqual(expected)
    expect(tighten(b, a)).toEqual(expected)
  })

  test('is the same in any order, in any groups and however often', () => {
    const all = many(3000)
    for (const [i, a] of all.entries()) {
      const b = all[(i * 31 + 1) % all.length] ?? {}
      const c = all[(i * 17 + 2) % all.length] ?? {}
      expect(tighten(a, b)).toEqual(tighten(b, a))
      expect(tighten(tighten(a, b), c)).toEqual(tighten(a, tighten(b, c)))
      expect(tighten(a, a)).toEqual(a)
      expect(tighten(tighten(a, b), b)).toEqual(tighten(a, b))
      expect(tighten(a, {})).toEqual(a)
    }
  })

  test('is never looser than either', () => {
    const all = many(2000, 99)
    for (const [i, a] of all.entries()) {
      const b = all[(i * 7 + 3) % all.length] ?? {}
      const both = tighten(a, b)
      for (const one of [a, b]) {
        if (one.mode === 'draft') expect(both.mode).toBe('draft')
        for (const key of ['costUsd', 'llmCalls', 'minutes'] as const) {
          const limit = one.limits?.[key]
          if (limit !== undefined) expect(both.limits?.[key]).toBeLessThanOrEqual(limit)
        }
      }
    }
  })
})

describe('what would be looser than the step itself', () => {
  const own = parsed({ mode: 'draft', limits: { cost_usd: 2, minutes: 10 } })
  test.each<[string, unknown, readonly string[]]>([
    ['the mode', { mode: 'auto' }, ['"mode": "auto" is ignored, for the step has "draft"']],
    ['a limit', { limits: { cost_usd: '5.50' } }, ['"limits.cost_usd": 5.5 is ignored, for the step has 2']],
    ['not the same', { mode: 'draft', limits: { cost_usd: '2.00', minutes: 10 } }, []],
    ['not what is stricter', { limits: { cost_usd: 1, minutes: 1 } }, []],
    ['not what the step does not have', { limits: { llm_calls: 1000 } }, []],
    [
      'each by itself',
      { mode: 'auto', limits: { cost_usd: 1, minutes: 11 } },
      ['"mode": "auto" is ignored, for the step has "draft"', '"limits.minutes": 11 is ignored, for the step has 10'],
    ],
  ])('%s', (_name, asked, expected) => {
    const said = expected.map((one) => `modify goes only towards stricter: ${one}`)
    expect(loosens(own, parsed(asked))).toEqual(said)
  })
  test('nothing is, where the step has nothing of its own', () => {
    for (const asked of many(500)) expect(loosens({}, asked)).toEqual([])
  })
  test('is said exactly where the result is not what was asked', () => {
    const all = many(1000, 5)
    for (const [i, a] of all.entries()) {
      const b = all[(i + 1) % all.length] ?? {}
      const result = tighten(a, b)
      const kept =
        (b.mode === undefined || result.mode === b.mode) &&
        Object.entries(b.limits ?? {}).every(([key, value]) =>
          Object.entries(result.limits ?? {}).some(([k, v]) => k === key && v === value),
        )
      expect(loosens(a, b).length === 0).toBe(kept)
    }
  })
})

describe('in outputs', () => {
  test.each<[Modify, string]>([
    [{}, '{}'],
    [{ mode: 'draft' }, '{"mode":"draft"}'],
    [{ limits: { costUsd: 5_000_000 } }, '{"limits":{"cost_usd":5}}'],
    [{ limits: { costUsd: 1, llmCalls: 0, minutes: 3 } }, '{"limits":{"cost_usd":0.000001,"llm_calls":0,"minutes":3}}'],
    [{ limits: { costUsd: 999_999_999_999_999 } }, '{"limits":{"cost_usd":999999999.999999}}'],
  ])('%j', (modify, expected) => expect(JSON.stringify(describeModify(modify))).toBe(expected))

  test('are read as what they were', () => {
    for (const modify of many(1000, 3)) {
      expect(parseModify(JSON.parse(JSON.stringify(describeModify(modify))))).toEqual(modify)
    }
  })
  test('every cost is a number that holds each of its digits', () => {
    for (let i = 0; i < 20_000; i++) {
      const units = i < 1000 ? i : i < 2000 ? MAX_UNITS - i : (i * 48_271 * 999_983) % MAX_UNITS
      const { limits } = describeModify({ limits: { costUsd: units } }) as { limits: { cost_usd: number } }
      expect(amountOf(limits.cost_usd)).toEqual({ units })
    }
  })
})
