import type { Assessment } from '../../src/core/approvals.js'
import { sayReason } from '../../src/core/combine.js'
import type { Report } from '../../src/core/report.js'
import type { StepReport } from '../../src/core/steps.js'
import type { Reason } from '../../src/core/verdict.js'
import { aDenial, aReport, aStep, aWait } from '../support/reports.js'

/** Reports of runs with packs, as values. */

export const aReason = (over: Partial<Reason> = {}): Reason => ({
  pack: 'cost-control',
  rule: 'max_estimate',
  message: 'the estimate of step "summarise", $3.10, is more than the $2.50 that one step may cost',
  severity: 'critical',
  level: 'hard',
  effect: 'deny',
  wayOut: 'take a cheaper model, or split the step',
  ...over,
})

const blockedBy = (id: string, reason: Reason, line: number): StepReport => ({
  ...aDenial(id, sayReason(reason), line),
  reasons: [reason],
})

const tooDear = aReason({
  level: 'soft',
  wayOut:
    'take a cheaper model, or split the step; or let somebody with the role maintainer approve the head with a review that says: stepgate-override: summarise <reason>',
})
const secret = aReason({
  pack: 'data-privacy',
  rule: 'sensitive_file_access',
  message: 'the pull request changes "config/.env", which is a sensitive file',
  wayOut: 'take the file out of the pull request',
})
const lifted = aReason({
  rule: 'expensive_model_for_low_priority',
  message: 'the step "translate" calls "gpt-4" for a task of low priority',
  severity: 'warning',
  level: 'soft',
  override: { by: 'bob', role: 'maintainer', reason: 'the cheap one cannot do Greek' },
})
const wantsTwo = aReason({
  pack: 'spending',
  rule: 'require_msig',
  message: 'a payment of 1200.5 USD needs 2 approvals',
  severity: 'warning',
  effect: 'require_approval',
  wayOut: 'ask two people of the role treasurer to approve',
  obligations: ['tell the accountant', 'keep the receipt'],
})
const unknown = aReason({
  rule: 'budget_exceeded',
  message: 'nobody knows what is left of the budget',
  effect: 'unknown',
  wayOut: 'see why the counter "spent_today" cannot be read',
})
const deletes = aReason({
  pack: 'default',
  rule: 'file_deletion',
  message: 'the step "remove" deletes files',
  severity: 'warning',
  level: 'advisory',
  effect: 'warn',
  wayOut: 'see that nobody needs them',
})
const late = aReason({
  pack: 'time-restrictions',
  rule: 'outside_hours',
  message: 'it is saturday, 18:20, in Europe/Berlin',
  severity: 'info',
  level: 'advisory',
  wayOut: 'wait until monday, 09:00',
})
const unlabelled = aReason({
  pack: 'compliance',
  rule: 'required_labels',
  message: 'the label "reviewed" is missing',
  severity: 'warning',
  level: 'audit',
  wayOut: 'set the label',
})

const missing: Assessment = {
  rule: { count: 2, roles: ['treasurer'], teams: [], users: [] },
  met: false,
  counted: [{ login: 'carol', because: 'has the role treasurer' }],
  vetoes: [],
  ignored: [],
  could: { people: ['dan'], groups: [] },
  nobody: false,
  reason: 'needs 2 approvals by the role treasurer; has 1 (carol); dan could',
}

export const STEPS: readonly StepReport[] = [
  blockedBy('index', secret, 20),
  blockedBy('summarise', tooDear, 24),
  aStep('translate', {
    outcome: 'warn',
    reasonCode: 'policy_denied',
    reason: `overridden by bob (maintainer): the cheap one cannot do Greek: ${sayReason(lifted)}`,
    reasons: [lifted],
  }),
  {
    ...aWait('pay', missing.reason),
    approvals: [missing],
    reasons: [wantsTwo],
    modify: { mode: 'draft', limits: { costUsd: 1_200_500_000, llmCalls: 1, minutes: 30 } },
  },
  {
    ...aDenial('train', `policy evaluation failed: ${sayReason(unknown)}`, 40),
    reasonCode: 'evaluation_failed',
    errorCode: 'ERR_FACT_UNKNOWN',
    reasons: [unknown],
  },
  aStep('remove', { warnings: [sayReason(deletes)], reasons: [deletes] }),
  aStep('notify', {
    outcome: 'warn',
    reasonCode: 'policy_denied',
    reason: `audit: ${sayReason(unlabelled)}; advisory: ${sayReason(late)}`,
    reasons: [unlabelled, late],
    modify: { limits: { minutes: 1 } },
  }),
  aStep('review', {
    tools: [
      {
        server: 'github',
        method: 'get_file',
        allowed: false,
        outcome: 'block',
        reasonCode: 'policy_denied',
        reason: sayReason(secret),
        warnings: [],
        reasons: [secret],
      },
    ],
  }),
]

export const aPackReport = (over: Partial<Report> = {}): Report =>
  aReport(STEPS, {
    result: 'error',
    reasonCode: 'evaluation_failed',
    packs: ['default', 'cost-control', 'data-privacy', 'time-restrictions', 'compliance', 'spending'],
    runMode: 'enterprise',
    usage: {
      runs_today: {
        value: 17,
        unit: 'count',
        source: 'actions gate.yml',
        at: '2026-11-21T17:20:06Z',
        window: '24h',
      },
      spent_this_month: {
        value: 412_500_001,
        unit: 'micro',
        source: 'file usage.json',
        at: '2026-11-21T06:00:00Z',
      },
      spent_today: {
        unknown: 'the counter "spent_today" is unknown: it was counted longer ago than "max_age" allows',
        source: 'http https://usage.example.com/spent',
        at: '2026-11-20T00:00:00Z',
        code: 'ERR_USAGE_STALE',
      },
    },
    ...over,
  })
