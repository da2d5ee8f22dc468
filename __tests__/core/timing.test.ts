import { describe, expect, test } from '@jest/globals'
import { createTimeline, stretchOf } from '../../src/core/timing.js'

const aClock = (...times: readonly number[]): (() => number) => {
  const left = [...times]
  return () => left.shift() ?? Number.NaN
}

describe('the timeline of a run', () => {
  test('puts down when each part began and ended, and gives what it gave', async () => {
    const { time, spans } = createTimeline(aClock(10, 12.5, 20, 24))
    expect(await time('read config', async () => 'the config')).toBe('the config')
    expect(await time('evaluate', () => 3, { queries: 2 })).toBe(3)
    expect(spans()).toEqual([
      { name: 'read config', start: 10, end: 12.5 },
      { name: 'evaluate', start: 20, end: 24, attributes: { queries: 2 } },
    ])
  })

  test.each([
    {
      name: 'a rejection',
      run: async () => {
        throw new Error('lost')
      },
    },
    {
      name: 'a throw',
      run: () => {
        throw new Error('lost')
      },
    },
  ])('lets $name through, and marks the part', async ({ run }) => {
    const { time, spans } = createTimeline(aClock(1, 2))
    await expect(time('read facts', run)).rejects.toThrow('lost')
    expect(spans()).toEqual([{ name: 'read facts', start: 1, end: 2, status: 'error' }])
  })

  test('is in the order of the starts, whichever part ends first', async () => {
    const { time, spans } = createTimeline(aClock(1, 2, 3, 4))
    await time('read facts', () => time('read policies', async () => undefined))
    expect(spans().map(({ name, start, end }) => [name, start, end])).toEqual([
      ['read facts', 1, 4],
      ['read policies', 2, 3],
    ])
  })

  test('never ends before it began, even where the clock is set back', async () => {
    const { time, spans } = createTimeline(aClock(50, 40))
    await time('compile', () => undefined)
    expect(spans()).toEqual([{ name: 'compile', start: 50, end: 50 }])
  })

  test('does not tell of a part that has not ended', () => {
    const { time, spans } = createTimeline(aClock(1))
    time('publish', () => new Promise<never>(() => undefined))
    expect(spans()).toEqual([])
  })
})

test.each([
  { name: 'nothing', spans: [], expect: undefined },
  { name: 'one part', spans: [{ name: 'a', start: 3, end: 5 }], expect: { start: 3, end: 5 } },
  {
    name: 'parts side by side',
    spans: [
      { name: 'a', start: 3, end: 9 },
      { name: 'b', start: 4, end: 5 },
    ],
    expect: { start: 3, end: 9 },
  },
])('the stretch of $name is $expect', ({ spans, expect: wanted }) => {
  expect(stretchOf(spans)).toEqual(wanted)
})
