import { describe, expect, test } from '@jest/globals'
import { buildMetrics, type Measured, type Metrics } from '../../src/core/metrics.js'
import { type Evaluation, failedEvaluation } from '../../src/core/pdp.js'

const anAnswer = (ms?: number): Evaluation => ({
  kind: 'result',
  value: true,
  denySetsOnly: false,
  ...(ms !== undefined && { ns: ms * 1e6 }),
})
const upTo = (count: number): readonly Evaluation[] => Array.from({ length: count }, (_, i) => anAnswer(count - i))

const NOTHING: Measured = { evaluations: [], pdp: {}, requests: 0 }

const CASES: readonly { name: string; given: Partial<Measured>; expect: Metrics }[] = [
  { name: 'of nothing, only the counts are known', given: {}, expect: { queries: 0, apiRequests: 0 } },
  {
    name: 'an answer without a time counts, and says nothing of times',
    given: { evaluations: [anAnswer()], requests: 3 },
    expect: { queries: 1, apiRequests: 3 },
  },
  {
    name: 'one answer is its own median, 99th percentile and maximum',
    given: { evaluations: [anAnswer(0.25)] },
    expect: { queries: 1, apiRequests: 0, evaluationMs: { p50: 0.25, p99: 0.25, max: 0.25 } },
  },
  {
    name: 'the percentiles are by the nearest rank, whatever the order',
    given: { evaluations: upTo(200) },
    expect: { queries: 200, apiRequests: 0, evaluationMs: { p50: 100, p99: 198, max: 200 } },
  },
  {
    name: 'of two answers the median is the faster one, never a time in between',
    given: { evaluations: [anAnswer(4), anAnswer(1)] },
    expect: { queries: 2, apiRequests: 0, evaluationMs: { p50: 1, p99: 4, max: 4 } },
  },
  {
    name: 'a failure counts as a question, and its time not as that of an answer',
    given: { evaluations: [anAnswer(2), { ...failedEvaluation('ERR_TIMEOUT', 'too late'), ns: 5e9 }] },
    expect: { queries: 2, apiRequests: 0, evaluationMs: { p50: 2, p99: 2, max: 2 } },
  },
  {
    name: '"no policy result" is an answer',
    given: { evaluations: [{ kind: 'undefined', ns: 3e6 }] },
    expect: { queries: 1, apiRequests: 0, evaluationMs: { p50: 3, p99: 3, max: 3 } },
  },
  {
    name: 'an answer in no time at all has a time',
    given: { evaluations: [{ kind: 'undefined', ns: 0 }] },
    expect: { queries: 1, apiRequests: 0, evaluationMs: { p50: 0, p99: 0, max: 0 } },
  },
  {
    name: 'times are rounded to microseconds',
    given: { evaluations: [anAnswer(1.23456789)], pdp: { compileMs: 410.00049, loadMs: 0.1 + 0.2 } },
    expect: {
      queries: 1,
      compileMs: 410,
      loadMs: 0.3,
      evaluationMs: { p50: 1.235, p99: 1.235, max: 1.235 },
      apiRequests: 0,
    },
  },
  {
    name: 'the total reaches from the first start to the last end',
    given: {
      spans: [
        { name: 'read config', start: 1000.5, end: 1001 },
        { name: 'evaluate', start: 1002, end: 1042.75 },
      ],
    },
    expect: { queries: 0, apiRequests: 0, totalMs: 42.25 },
  },
]

describe('the metrics of a run', () => {
  test.each(CASES)('$name', ({ given, expect: wanted }) => {
    expect(buildMetrics({ ...NOTHING, ...given })).toEqual(wanted)
  })
})
