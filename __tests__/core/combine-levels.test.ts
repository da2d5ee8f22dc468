import { describe, expect, test } from '@jest/globals'
import type { ApprovalFacts, Review } from '../../src/core/approvals.js'
import type { Role } from '../../src/core/config.js'
import type { Decision } from '../../src/core/decision.js'
import { enforce, settle } from '../../src/core/enforcement.js'
import type { Facts } from '../../src/core/facts.js'
import type { Json } from '../../src/core/json.js'
import { NO_MEMBERSHIPS } from '../../src/core/memberships.js'
import type { Level } from '../../src/core/packs.js'
import { type Evaluation, failedEvaluation } from '../../src/core/pdp.js'
import type { Query } from '../../src/core/query.js'
import { resolveReviews } from '../../src/core/reviewers.js'
import { chooseStance, whyKilled } from '../../src/core/stance.js'
import { interpretVerdict, type Speaker } from '../../src/core/verdict.js'

/** What each level makes of what a pack says, and who comes before whom. */

const query = {
  ...{ step: 'deploy', scope: 'check.execute', path: 'visor/check/execute' },
  input: { check: { id: 'deploy' } },
} as unknown as Query
const ALLOW: Decision = { verdict: 'allow', warnings: [] }
const DENY: Decision = { verdict: 'deny', reasons: ['the policy says no'], warnings: [] }
const CLOSED = { fallback: 'deny', mode: 'enforce', override: ['maintainer'] } as const
const OPEN = { ...CLOSED, fallback: 'allow' } as const

const speaker = (level: Level, name = 'budget'): Speaker => ({
  ...{ name, level, known: new Set(['limit']) },
  rules: new Map([['limit', { level, severity: 'critical' }]]),
})
const says = (value: Json): Evaluation => ({ kind: 'result', value, denySetsOnly: false })
const found = { rule: 'limit', message: 'it costs 3.00, and 1.00 is left', way_out: 'ask for less' }
const NO = says({ deny: [found] })
const UNSURE = says({ unknown: [found] })
const WAIT = says({ approve: [{ ...found, approvals: { count: 1, roles: ['maintainer'] } }] })
const SAID = 'it costs 3.00, and 1.00 is left (budget/limit, critical); ask for less'

const MAINTAINER: Role = {
  ...{ name: 'maintainer', users: ['bob'], associations: [], teams: [], permissions: [], neverApplies: false },
}
const reviewsOf = (...reviews: readonly Review[]) => {
  const approvals: ApprovalFacts = { kind: 'known', reviews, involved: new Map(), members: new Map() }
  const facts = { event: 'pull_request', others: [], pullRequest: { number: 7, labels: [] } } as unknown as Facts
  return resolveReviews([MAINTAINER], { facts, memberships: NO_MEMBERSHIPS, approvals })
}
const lifting = (login = 'bob', reason = 'agreed in the meeting'): Review => ({
  ...{ login, type: 'User', state: 'approved', overrides: [{ step: 'deploy', reason }] },
})

const ask = (
  evaluation: Evaluation,
  level: Level,
  { decision = ALLOW, policy = CLOSED, reviews = reviewsOf() }: Partial<Asking> = {},
) => enforce(query, decision, policy, reviews, [interpretVerdict(speaker(level), evaluation, ['maintainer'])])
type Asking = {
  readonly decision: Decision
  readonly policy: { fallback: 'allow' | 'deny'; mode: 'enforce' | 'audit'; override: readonly string[] }
  readonly reviews: ReturnType<typeof reviewsOf>
}

// What is soft says as well who may lift it, and by which line.
const LIFT =
  '; or let somebody with the role maintainer approve the head with a review that says: stepgate-override: deploy <reason>'

test.each<[string, Evaluation, string, string | undefined]>([
  ['a no', NO, 'policy_denied', undefined],
  ['what is not known', UNSURE, 'evaluation_failed', 'ERR_FACT_UNKNOWN'],
  [
    'what cannot be evaluated',
    failedEvaluation('ERR_EVALUATION_TIMEOUT', 'too slow'),
    'evaluation_failed',
    'ERR_EVALUATION_TIMEOUT',
  ],
  ['what is to be approved', WAIT, 'approval_required', undefined],
  ['a no beside the rest', says({ deny: [found], unknown: [found] }), 'policy_denied', undefined],
])('%s that does not bind keeps its reason code', (_name, evaluation, reasonCode, errorCode) => {
  for (const level of ['audit', 'advisory'] as const) {
    const { outcome, reason, ...rest } = ask(evaluation, level)
    expect([outcome, rest.reasonCode, rest.errorCode]).toEqual(['warn', reasonCode, errorCode])
    const failed = reasonCode === 'evaluation_failed' ? 'policy evaluation failed: ' : ''
    expect(reason).toMatch(new RegExp(`^${level}: ${failed}`))
  }
  expect(ask(evaluation, 'hard', { policy: { ...CLOSED, mode: 'audit' } })).toMatchObject({
    outcome: 'warn',
    reasonCode,
  })
})

describe('an approval by a role that nobody has defined', () => {
  const by = (role: string) => ({ ...found, approvals: { count: 1, roles: [role] } })
  const broken = says({ approve: [by('boss')] })

  test('is waited for under fallback allow, and named as what is wrong under fallback deny', () => {
    const waits = ask(broken, 'hard', { policy: OPEN })
    expect(waits).toMatchObject({ outcome: 'pending', reasonCode: 'approval_required' })
    expect(waits.reason).toBe(
      'needs 1 approval by the role boss; has none; nobody else could, so that it waits for ever: let more people approve it in "approvals"',
    )
    expect(ask(broken, 'hard')).toMatchObject({ outcome: 'block', errorCode: 'ERR_DECISION_SHAPE' })
  })

  test('is not given by an approval of somebody else', () => {
    const reviews = reviewsOf({ login: 'bob', type: 'User', state: 'approved' })
    expect(ask(broken, 'hard', { policy: OPEN, reviews })).toMatchObject({ outcome: 'pending' })
    const both = says({ approve: [by('maintainer'), by('boss')] })
    expect(ask(both, 'hard', { policy: OPEN, reviews })).toMatchObject({ outcome: 'pending' })
  })

  test('nor is one lost that stands beside what is not understood', () => {
    const beside = says({ approve: [by('maintainer')], warn: 1 })
    expect(ask(beside, 'hard', { policy: OPEN })).toMatchObject({ outcome: 'pending' })
    const reviews = reviewsOf({ login: 'bob', type: 'User', state: 'approved' })
    expect(ask(beside, 'hard', { policy: OPEN, reviews })).toMatchObject({ outcome: 'warn' })
  })

  test.each(['audit', 'advisory'] as const)('warns where it does not bind: %s', (level) => {
    expect(ask(broken, level, { policy: OPEN })).toMatchObject({ outcome: 'warn' })
  })
})

test('what cannot be evaluated is called what it is', () => {
  const failed = failedEvaluation('ERR_EVALUATION_TIMEOUT', 'too slow')
  const policy = { ...speaker('hard', 'p'), called: 'the policy "p"' }
  const said = (who: Speaker) => enforce(query, ALLOW, CLOSED, reviewsOf(), [interpretVerdict(who, failed, [])]).reason
  expect(said(policy)).toContain('the policy "p" could not be evaluated: too slow')
  expect(said(speaker('hard'))).toContain('the pack budget could not be evaluated: too slow')
})

describe('a level says what becomes of a no', () => {
  test.each<[Level, string, string]>([
    ['audit', 'warn', `audit: ${SAID}`],
    ['advisory', 'warn', `advisory: ${SAID}`],
    ['soft', 'block', `${SAID}${LIFT}`],
    ['hard', 'block', SAID],
  ])('%s', (level, outcome, reason) => {
    const done = ask(NO, level)
    expect(done).toMatchObject({ outcome, reason, reasonCode: 'policy_denied' })
    expect(done.reasons).toEqual([
      {
        ...{ pack: 'budget', rule: 'limit', message: found.message, severity: 'critical' },
        ...{ level, effect: 'deny', wayOut: `ask for less${level === 'soft' ? LIFT : ''}` },
      },
    ])
  })

  test.each<[Level, string]>([
    ['audit', 'warn'],
    ['advisory', 'warn'],
    ['soft', 'pending'],
    ['hard', 'pending'],
  ])('%s, where people have to agree', (level, outcome) => expect(ask(WAIT, level).outcome).toBe(outcome))

  test.each<[Level, 'allow' | 'deny', string]>([
    ['audit', 'deny', 'warn'],
    ['advisory', 'deny', 'warn'],
    ['soft', 'deny', 'block'],
    ['hard', 'deny', 'block'],
    ['hard', 'allow', 'warn'],
  ])('%s, where nothing is known and the fallback is %s', (level, fallback, outcome) =>
    expect(ask(UNSURE, level, { policy: { ...CLOSED, fallback } }).outcome).toBe(outcome),
  )

  test('in a run that only watches every level is audit', () => {
    for (const level of ['audit', 'advisory', 'soft', 'hard'] as const)
      for (const said of [NO, WAIT, UNSURE, failedEvaluation('ERR_X', 'broken')]) {
        const { outcome, reasons = [] } = ask(said, level, { policy: { ...CLOSED, mode: 'audit' } })
        expect([outcome, reasons.map((reason) => reason.level)]).toEqual(['warn', ['audit']])
      }
  })
})

describe('an override', () => {
  test('lifts what is soft, and is shown with who and why', () => {
    const { outcome, reason, reasons } = ask(NO, 'soft', { reviews: reviewsOf(lifting()) })
    expect([outcome, reason]).toEqual(['warn', `overridden by bob (maintainer): agreed in the meeting: ${SAID}`])
    expect(reasons).toEqual([
      expect.objectContaining({ override: { by: 'bob', role: 'maintainer', reason: 'agreed in the meeting' } }),
    ])
  })

  test.each<[string, Parameters<typeof ask>[1], Evaluation, Review, Partial<Asking>]>([
    ['what is hard', 'hard', NO, lifting(), {}],
    ['anything without a reason', 'soft', NO, lifting('bob', ''), {}],
    ['anything by somebody without the role', 'soft', NO, lifting('eve'), {}],
    ['anything where no role may', 'soft', NO, lifting(), { policy: { ...CLOSED, override: [] } }],
    ['what the policy itself denies', 'soft', NO, lifting(), { decision: DENY }],
    ['what is not known', 'soft', UNSURE, lifting(), {}],
    ['a pack that broke', 'soft', failedEvaluation('ERR_X', 'broken'), lifting(), {}],
  ])('does not lift %s', (_name, level, said, review, asking) =>
    expect(ask(said, level, { ...asking, reviews: reviewsOf(review) }).outcome).toBe('block'),
  )

  test('is no reason to do without the approval that another rule asks for', () => {
    const both = says({ deny: [found], approve: [{ ...found, approvals: { count: 2, roles: ['maintainer'] } }] })
    expect(ask(both, 'soft', { reviews: reviewsOf(lifting()) })).toMatchObject({
      outcome: 'pending',
      reasonCode: 'approval_required',
    })
  })
})

describe('who comes before whom', () => {
  const broken = failedEvaluation('ERR_EVALUATION_TIMEOUT', 'the policy did not answer within 5 ms')

  test('the kill switch before everything', () => {
    const killed = whyKilled('on', { kind: 'off' })
    const stance = chooseStance(killed, 'disabled', { kind: 'open', reasonCode: 'unlicensed', reason: 'no licence' })
    expect(stance).toMatchObject({ kind: 'closed', reasonCode: 'kill_switch_activated' })
    if (stance.kind !== 'ask') expect(settle(query, stance).outcome).toBe('block')
  })

  test('a no before what is not known, before approvals, before the policy', () => {
    const all = [NO, UNSURE, WAIT].map((said, i) => interpretVerdict(speaker('hard', `p${i}`), said, ['maintainer']))
    const run = (from: number, policy: Asking['policy'] = CLOSED) =>
      enforce(query, ALLOW, policy, reviewsOf(), all.slice(from))
    expect(run(0)).toMatchObject({ outcome: 'block', reasonCode: 'policy_denied' })
    expect(run(1)).toMatchObject({ outcome: 'block', reasonCode: 'evaluation_failed', errorCode: 'ERR_FACT_UNKNOWN' })
    expect(run(1, OPEN)).toMatchObject({ outcome: 'pending', reasonCode: 'approval_required' })
    expect(run(2)).toMatchObject({ outcome: 'pending', reasonCode: 'approval_required' })
    expect(run(3)).toMatchObject({ outcome: 'pass', reasonCode: 'allowed' })
  })

  test('a pack whose answer is no answer, beside one that says no: both are told, and the no decides', () => {
    const list = [broken, says({ deny: 'x' }), NO].map((said, i) =>
      interpretVerdict(speaker('hard', `p${i}`), said, ['maintainer']),
    )
    const done = enforce(query, ALLOW, OPEN, reviewsOf(), list)
    expect(done).toMatchObject({ outcome: 'block', reasonCode: 'policy_denied' })
    expect(done.reasons?.map(({ pack, effect, message }) => [pack, effect, message])).toEqual([
      ['p0', 'unknown', 'the pack p0 could not be evaluated: the policy did not answer within 5 ms'],
      ['p1', 'unknown', expect.stringContaining('"deny" is "x"; it must be a list or a set of findings')],
      ['p2', 'deny', found.message],
    ])
  })

  test('a no that was said clearly stands, though the rest of the answer is none', () => {
    expect(ask(says({ deny: [found], unknown: 'x' }), 'hard', { policy: OPEN })).toMatchObject({
      ...{ outcome: 'block', reasonCode: 'policy_denied', reason: SAID },
    })
    expect(ask(says({ deny: ['x'], unknown: 'x' }), 'hard', { policy: OPEN }).outcome).toBe('warn')
  })

  test('what an author can bring about is closed whatever the fallback', () => {
    for (const code of ['ERR_INPUT_INCOMPLETE', 'ERR_ROLE_UNRESOLVED', 'ERR_CREDENTIALS_MISSING'])
      expect(ask(failedEvaluation(code, 'x'), 'hard', { policy: OPEN })).toMatchObject({
        ...{ outcome: 'block', errorCode: code },
      })
    expect(ask(failedEvaluation('ERR_X', 'x'), 'hard', { policy: OPEN }).outcome).toBe('warn')
  })
})
