import { describe, expect, test } from '@jest/globals'
import type { Review, Reviews } from '../../src/core/approvals.js'
import type { Decision } from '../../src/core/decision.js'
import { enforce, settle } from '../../src/core/enforcement.js'
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
    ['laid to the author, allow', { ...broken, byAuthor: true }, open, 'block', failed, 'evaluation_failed'],
    [
      'laid to the author, audit',
      { ...broken, byAuthor: true },
      audit,
      'warn',
      `audit: ${failed}`,
      'evaluation_failed',
    ],
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

describe('approvals', () => {
  const rule = { count: 1, roles: [], teams: [], users: ['bob'] }
  const review = (login: string, state: Review['state'] = 'approved') => ({
    login,
    type: 'User',
    state,
    roles: { matches: [], unresolved: [] },
    teams: new Map(),
  })
  const reviews = (...reviewers: ReturnType<typeof review>[]): Reviews => ({
    kind: 'known',
    reviewers,
    roles: [],
    involved: new Map([['alice', 'the author of the pull request']]),
    members: new Map(),
  })
  const unread: Reviews = { kind: 'unavailable', message: 'the reviews could not be read' }
  const asked = { ...query, approvals: rule }
  const [none, met, vetoed] = [reviews(), reviews(review('bob')), reviews(review('bob', 'changes_requested'))]
  const waiting = 'needs 1 approval by bob; has none; bob could'
  const failed = 'policy evaluation failed: the reviews could not be read'

  test.each<[string, Decision, typeof closed | typeof open | typeof audit, Reviews, string, string, string]>([
    ['allow, none', allow, closed, none, 'pending', waiting, 'approval_required'],
    ['allow, approved', allow, closed, met, 'pass', 'approved by bob, who is named', 'allowed'],
    ['allow, none, fallback allow', allow, open, none, 'pending', waiting, 'approval_required'],
    ['allow, none, audit', allow, audit, none, 'warn', `audit: ${waiting}`, 'approval_required'],
    ['deny, approved', deny, closed, met, 'block', 'no; never', 'policy_denied'],
    ['deny, none, audit', deny, audit, none, 'warn', 'audit: no; never', 'policy_denied'],
    ['not applicable, approved', notApplicable, closed, met, 'block', 'no policy result', 'no_policy_result'],
    ['not applicable, none, open', notApplicable, open, none, 'pending', waiting, 'approval_required'],
    ['not applicable, approved, open', notApplicable, open, met, 'warn', 'no policy result', 'no_policy_result'],
    ['indeterminate, none, open', broken, open, none, 'pending', waiting, 'approval_required'],
    ['allow, not read, open', allow, open, unread, 'block', failed, 'evaluation_failed'],
    ['not applicable, not read, open', notApplicable, open, unread, 'block', failed, 'evaluation_failed'],
    ['allow, not read, audit', allow, audit, unread, 'warn', `audit: ${failed}`, 'evaluation_failed'],
    ['deny, not read', deny, closed, unread, 'block', 'no; never', 'policy_denied'],
  ])('%s', (_name, decision, policy, given, outcome, reason, reasonCode) => {
    const found = enforce(asked, decision, policy, given)
    expect([found.outcome, found.reason, found.reasonCode]).toEqual([outcome, reason, reasonCode])
  })

  test('an objection keeps it waiting and is named', () => {
    expect(enforce(asked, allow, closed, vetoed)).toMatchObject({
      outcome: 'pending',
      reason: expect.stringContaining('bob asked for changes'),
      approvals: [{ vetoes: [{ login: 'bob' }] }],
    })
  })
  test('what the config and what the policy asks for are both needed', () => {
    const both: Decision = { ...allow, approvals: { ...rule, users: ['carol'] } }
    expect(enforce(asked, both, closed, met)).toMatchObject({
      outcome: 'pending',
      reason: expect.stringMatching(/^needs 1 approval by carol; has none; .*carol could$/),
      approvals: [{ met: true }, { met: false }],
    })
    expect(enforce(query, both, closed, met)).toMatchObject({ outcome: 'pending' })
    expect(enforce(asked, both, closed, reviews(review('bob'), review('carol')))).toMatchObject({ outcome: 'pass' })
  })
  test.each([
    ['missing', none, 'pending', waiting],
    ['given', met, 'pass', 'approved by bob, who is named'],
  ])('requirements that read the same, %s: it is said once, and each is told', (_name, given, outcome, reason) => {
    const same: Decision = { ...allow, approvals: rule }
    const found = enforce(asked, same, closed, given)
    expect([found.outcome, found.reason, found.approvals?.length]).toEqual([outcome, reason, 2])
  })
  test('two numbers of the same people have one sentence once they are met', () => {
    const people = { ...rule, users: ['bob', 'carol'] }
    const both = { ...query, approvals: people }
    const two: Decision = { ...allow, approvals: { ...people, count: 2 } }
    const found = enforce(both, two, closed, reviews(review('bob'), review('carol')))
    expect(found.reason).toBe('approved by bob, who is named, carol, who is named')
    expect(enforce(both, two, closed, none).reason).toMatch(/^needs 1 approval by .*; needs 2 approvals by /)
  })
  test('what stood in for a decision is still said while it waits', () => {
    expect(enforce(asked, notApplicable, open, none).warnings).toEqual(['no policy result'])
  })
  test('without any reviews to count nothing passes', () => {
    expect(enforce(asked, allow, open)).toMatchObject({ outcome: 'block', errorCode: 'ERR_INPUT_INCOMPLETE' })
  })
  test('who needs none waits for none', () => {
    expect(enforce(query, allow, closed, unread)).toMatchObject({ outcome: 'pass' })
  })
  test('once settled, nobody is asked to approve', () => {
    expect(settle(asked, { kind: 'open', reasonCode: 'disabled', reason: 'off' })).toMatchObject({ outcome: 'pass' })
    const closedBy = { kind: 'closed', reasonCode: 'kill_switch_activated', reason: 'on' } as const
    expect(settle(asked, closedBy)).toMatchObject({ outcome: 'block' })
  })
})
