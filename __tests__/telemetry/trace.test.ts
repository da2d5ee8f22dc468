import { describe, expect, test } from '@jest/globals'
import { type Evaluation, failedEvaluation } from '../../src/core/pdp.js'
import type { Query } from '../../src/core/query.js'
import type { Report } from '../../src/core/report.js'
import { buildTrace, MAX_HAPPENINGS } from '../../src/telemetry/trace.js'
import { aReport, HEAD } from '../support/reports.js'

const SPANS = [
  { name: 'read config', start: 1000, end: 1010 },
  { name: 'evaluate', start: 1010, end: 1050 },
]

const GITHUB = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/app',
  GITHUB_RUN_ID: '42',
  GITHUB_WORKFLOW: 'gate',
  GITHUB_JOB: 'decide',
  GITHUB_ACTOR: 'alice',
  GITHUB_TOKEN: 'ghs_secret',
}

const aRecord = (step: string, evaluation: Evaluation): Report['records'][number] => {
  const query: Query = {
    step,
    scope: 'check.execute',
    path: 'visor/check/execute',
    input: {
      scope: 'check.execute',
      check: { id: step },
      actor: { roles: [], isLocalMode: false },
      repository: {},
    } as unknown as Query['input'],
  }
  return { enforcement: { query, outcome: 'pass', reasonCode: 'allowed', warnings: [] }, evaluation }
}

const answered = (ms: number, decisionId?: string): Evaluation => ({
  kind: 'undefined',
  ns: ms * 1e6,
  ...(decisionId !== undefined && { decisionId }),
})

describe('the trace of a run', () => {
  test('has one span for all of it, which says where it ran and how it ended', () => {
    const report = aReport([], {
      engine: { name: 'opa', version: '1.22.0' },
      metrics: { queries: 0, apiRequests: 0, compileMs: 12, loadMs: 3 },
    })
    expect(buildTrace(report, SPANS, GITHUB)?.root).toEqual({
      name: 'stepgate',
      start: 1000,
      end: 1050,
      attributes: {
        'cicd.pipeline.name': 'gate',
        'cicd.pipeline.run.id': '42',
        'cicd.pipeline.run.url.full': 'https://github.com/acme/app/actions/runs/42',
        'cicd.pipeline.task.name': 'decide',
        'vcs.provider.name': 'github',
        'vcs.repository.url.full': 'https://github.com/acme/app',
        'vcs.ref.head.revision': HEAD,
        'vcs.change.id': '7',
        'stepgate.event': 'pull_request',
        'stepgate.result': 'denied',
        'stepgate.reason_code': 'policy_denied',
        'stepgate.queries': 0,
        'stepgate.policy_digest': 'd',
        'stepgate.engine': 'opa',
        'stepgate.engine_version': '1.22.0',
        'stepgate.compile_ms': 12,
        'stepgate.load_ms': 3,
      },
      happenings: [],
    })
  })

  test('has every part, and what is known of the answers at the end of the one that asks', () => {
    const report = aReport([], { records: [aRecord('deploy', answered(1.5, 'id-1'))] })
    expect(buildTrace(report, SPANS, {})?.parts).toEqual([
      { ...SPANS[0], happenings: [] },
      {
        ...SPANS[1],
        happenings: [
          {
            name: 'evaluate visor/check/execute',
            at: 1050,
            attributes: {
              'stepgate.step': 'deploy',
              'stepgate.scope': 'check.execute',
              'stepgate.outcome': 'pass',
              'stepgate.duration_ms': 1.5,
              'stepgate.decision_id': 'id-1',
            },
          },
        ],
      },
    ])
  })

  test('tells of those that failed first, then of the slowest, and of no more than a hundred', () => {
    const records = [
      ...Array.from({ length: 10_000 }, (_, i) => aRecord(`step-${i}`, answered(i))),
      aRecord('broken', failedEvaluation('ERR_EVALUATION', 'no')),
    ]
    const told = buildTrace(aReport([], { records }), SPANS, {})?.parts[1]?.happenings ?? []
    expect(told).toHaveLength(MAX_HAPPENINGS)
    expect(told.slice(0, 3).map(({ attributes }) => attributes['stepgate.step'])).toEqual([
      'broken',
      'step-9999',
      'step-9998',
    ])
  })

  test('names nobody, no secret and no title', () => {
    const told = JSON.stringify(buildTrace(aReport([]), SPANS, GITHUB))
    expect(told).not.toMatch(/alice|ghs_secret/)
  })

  test('is marked where the run could not ask, and nowhere else', () => {
    expect(buildTrace(aReport([], { result: 'error' }), SPANS, {})?.root.status).toBe('error')
    expect(buildTrace(aReport([]), SPANS, {})?.root.status).toBeUndefined()
  })

  test('is none without any times', () => {
    expect(buildTrace(aReport([]), [], GITHUB)).toBeUndefined()
  })
})
