import { describe, expect, test } from '@jest/globals'
import type { Decision } from '../../src/core/decision.js'
import { enforce } from '../../src/core/enforcement.js'
import type { Query } from '../../src/core/query.js'

const query = { step: 's', scope: 'check.execute', path: 'visor/check/execute', input: {} } as unknown as Query
const aiQuery = {
  ...query,
  scope: 'capability.resolve',
  capabilities: { allowBash: true, allowedTools: ['a', 'b'] },
} as Query

const allow: Decision = { verdict: 'allow', warnings: [] }
const deny: Decision = { verdict: 'deny', reasons: ['no', 'never'], warnings: [] }
const notApplicable: Decision = { verdict: 'not-applicable' }
const broken: Decision = { verdict: 'indeterminate', code: 'ERR_X', message: 'broken', warnings: [] }
const byAuthor = (code: string): Decision => ({ verdict: 'indeterminate', code, message: 'missing', warnings: [] })

const closed = { fallback: 'deny', mode: 'enforce' } as const
const open = { fallback: 'allow', mode: 'enforce' } as const
const audit = { fallback: 'allow', mode: 'audit' } as const
const strictAudit = { fallback: 'deny', mode: 'audit' } as const

describe('decision, fallback and mode give the outcome', () => {
  const failed = 'policy evaluation failed: broken'
  const missing = 'policy evaluation failed: missing'
  test.each<
    [string, Decision, { fallback: 'allow' | 'deny'; mode: 'enforce' | 'audit' }, string, string | undefined, string]
  >([
    ['allow, deny', allow, closed, 'pass', undefined, 'allowed'],
    ['allow, allow', allow, open, 'pass', undefined, 'allowed'],
    ['allow, audit', allow, audit, 'pass', undefined, 'allowed'],
    ['deny, deny', deny, closed, 'block', 'no; never', 'policy_denied'],
    ['deny, allow', deny, open, 'block', 'no; never', 'policy_denied'],
    ['deny, audit', deny, audit, 'warn', 'audit: no; never', 'policy_denied'],
    ['not applicable, deny', notApplicable, closed, 'block', 'no policy result', 'no_policy_result'],
    ['not applicable, allow', notApplicable, open, 'warn', 'no policy result', 'no_policy_result'],
    ['not applicable, audit', notApplicable, strictAudit, 'warn', 'audit: no policy result', 'no_policy_result'],
    ['indeterminate, deny', broken, closed, 'block', failed, 'evaluation_failed'],
    ['indeterminate, allow', broken, open, 'warn', failed, 'evaluation_failed'],
    ['indeterminate, audit', broken, strictAudit, 'warn', `audit: ${failed}`, 'evaluation_failed'],
    ['incomplete input, allow', byAuthor('ERR_INPUT_INCOMPLETE'), open, 'block', missing, 'evaluation_failed'],
    ['unresolved role, allow', byAuthor('ERR_ROLE_UNRESOLVED'), open, 'block', missing, 'evaluation_failed'],
    [
      'unresolved role, audit',
      byAuthor('ERR_ROLE_UNRESOLVED'),
      audit,
      'warn',
      `audit: ${missing}`,
      'evaluation_failed',
    ],
  ])('%s', (_name, decision, policy, outcome, reason, reasonCode) => {
    const enforcement = enforce(query, decision, policy)
    expect([enforcement.outcome, enforcement.reason, enforcement.reasonCode]).toEqual([outcome, reason, reasonCode])
  })
})

describe('capabilities', () => {
  test('without a decision nothing is left, and the way out is named', () => {
    for (const decision of [notApplicable, broken]) {
      const enforcement = enforce(aiQuery, decision, closed)
      expect(enforcement.capabilities).toEqual({
        allowEdit: false,
        allowBash: false,
        enableDelegate: false,
        allowedTools: [],
      })
      expect(enforcement.reason).toContain('policy.scopes')
      expect(enforcement.reason).toContain('package visor.capability.resolve')
    }
  })
  test("without a decision under fallback allow the config's own are left, with a warning", () => {
    const enforcement = enforce(aiQuery, broken, open)
    expect(enforcement.capabilities).toMatchObject({ allowBash: true, allowedTools: ['a', 'b'] })
    expect(enforcement.warnings.join()).toContain('allowBash')
  })
  test('limits apply under fallback allow, for that stands in for failures only', () => {
    expect(enforce(aiQuery, { ...allow, limits: { allowBash: false } }, open).capabilities).toMatchObject({
      allowBash: false,
    })
  })
  test('in audit mode the limits are a warning', () => {
    const enforcement = enforce(aiQuery, { ...allow, limits: { allowedTools: ['a'] } }, audit)
    expect(enforcement).toMatchObject({ outcome: 'warn', capabilities: { allowedTools: ['a', 'b'] } })
    expect(enforcement.warnings.join()).toContain('the tools b')
  })
})
