import { describe, expect, test } from '@jest/globals'
import type { Scope, Tool } from '../../src/core/config.js'
import type { Report } from '../../src/core/report.js'
import { describeReport } from '../../src/surfaces/json.js'
import { aReport, aStep } from '../support/reports.js'

type Record = Report['records'][number]

const aTool = (server: string, method: string): Tool => ({ server, method, standing: 'ask' }) as unknown as Tool

/** A question about this step, answered under this id. */
const aRecord = (step: string, scope: Scope, decisionId: string | undefined, tool?: Tool): Record =>
  ({
    enforcement: { query: { step, scope, path: '', ...(tool && { tool }) }, outcome: 'pass' },
    evaluation: { kind: 'undefined', ...(decisionId !== undefined && { decisionId }) },
  }) as unknown as Record

const toolReport = (server: string, method: string) =>
  ({ server, method, allowed: true, outcome: 'pass', reasonCode: 'allowed', warnings: [] }) as const

const stepsOf = (report: Report): unknown => JSON.parse(JSON.stringify(describeReport(report).steps))

describe('the ids that a server gave its decisions', () => {
  test('stand with the step, its tools and its capabilities', () => {
    const step = aStep('review', { tools: [toolReport('github', 'search'), toolReport('github', 'merge')] })
    const records = [
      aRecord('review', 'check.execute', 'id-1'),
      aRecord('review', 'tool.invoke', 'id-2', aTool('github', 'search')),
      aRecord('review', 'capability.resolve', 'id-3'),
      aRecord('other', 'check.execute', 'id-4'),
    ]
    expect(stepsOf(aReport([step], { records }))).toEqual({
      review: {
        allowed: true,
        outcome: 'pass',
        reason_code: 'allowed',
        line: 3,
        decision_id: 'id-1',
        capabilities_decision_id: 'id-3',
        tools: {
          github: {
            search: { allowed: true, outcome: 'pass', decision_id: 'id-2' },
            merge: { allowed: true, outcome: 'pass' },
          },
        },
      },
    })
  })

  test('are as many as people were asked about', () => {
    const records = [aRecord('deploy', 'check.execute', 'id-1'), aRecord('deploy', 'check.execute', 'id-2')]
    expect(stepsOf(aReport([aStep('deploy')], { records }))).toMatchObject({
      deploy: { decision_ids: ['id-1', 'id-2'] },
    })
  })

  test('are found where a server or a step has a name that objects have', () => {
    const step = aStep('__proto__', { tools: [toolReport('__proto__', 'constructor')] })
    const records = [
      aRecord('__proto__', 'check.execute', 'id-1'),
      aRecord('__proto__', 'tool.invoke', 'id-2', aTool('__proto__', 'constructor')),
    ]
    const text = JSON.stringify(describeReport(aReport([step], { records })).steps)
    expect(text).toContain('"decision_id":"id-1"')
    expect(text).toContain('"__proto__":{"constructor":{"allowed":true,"outcome":"pass","decision_id":"id-2"}}')
  })

  test('are left out where nobody gave any', () => {
    const records = [aRecord('deploy', 'check.execute', undefined)]
    expect(JSON.stringify(stepsOf(aReport([aStep('deploy')], { records })))).not.toContain('decision_id')
  })
})

test('the bundles that answered stand with their revisions', () => {
  const engine = { name: 'remote', bundles: { authz: { revision: 'r7' }, base: {} } }
  expect(describeReport(aReport([], { engine }))).toMatchObject({ bundles: { authz: { revision: 'r7' }, base: {} } })
})

test('what a run took is said in the words of the report', () => {
  const metrics = {
    queries: 3,
    compileMs: 410,
    loadMs: 8.5,
    evaluationMs: { p50: 0.1, p99: 0.4, max: 0.4 },
    apiRequests: 5,
    totalMs: 900.25,
  }
  expect(describeReport(aReport([], { metrics })).metrics).toEqual({
    queries: 3,
    compile_ms: 410,
    load_ms: 8.5,
    evaluation_ms: { p50: 0.1, p99: 0.4, max: 0.4 },
    api_requests: 5,
    total_ms: 900.25,
  })
})

test('what is not known of a run is left out', () => {
  expect(describeReport(aReport([], { metrics: { queries: 0, apiRequests: 0 } })).metrics).toEqual({
    queries: 0,
    api_requests: 0,
  })
})

test('the decision log is named by its length and its last hash', () => {
  expect(describeReport(aReport([], { decisionLog: { events: 12, head: 'abc' } }))).toMatchObject({
    decision_log: { events: 12, head: 'abc' },
  })
})
