import { describe, expect, test } from '@jest/globals'
import type { ApprovalFacts, Reviews } from '../../src/core/approvals.js'
import type { Role } from '../../src/core/config.js'
import type { Decision } from '../../src/core/decision.js'
import { type Enforcement, enforce } from '../../src/core/enforcement.js'
import type { Facts } from '../../src/core/facts.js'
import type { Json } from '../../src/core/json.js'
import { NO_MEMBERSHIPS } from '../../src/core/memberships.js'
import { LEVELS, SEVERITIES } from '../../src/core/packs.js'
import { type Evaluation, failedEvaluation } from '../../src/core/pdp.js'
import type { Query } from '../../src/core/query.js'
import { resolveReviews } from '../../src/core/reviewers.js'
import { interpretVerdict, type Speaker, type Verdict } from '../../src/core/verdict.js'
import { type Random, randomFrom } from '../opa/corpus/random.js'

/**
 * Whatever the packs say, and whoever answers besides: their order does not matter, one more of them never opens anything, and
 * none takes away what another asks for.
 */

const SEEDS = 1000
const KNOWN_ROLES = ['admin', 'dev']
const RULES = ['a', 'b', 'c']

const aSpeaker = (random: Random, name: string): Speaker => {
  const rules = new Map(
    RULES.map((rule) => [rule, { level: random.pick(LEVELS), severity: random.pick(SEVERITIES) }] as const),
  )
  const level = LEVELS[Math.max(...[...rules.values()].map((one) => LEVELS.indexOf(one.level)))] ?? 'hard'
  return { name, rules, known: new Set(RULES), level }
}

const aFinding = (random: Random) => ({
  rule: random.pick(RULES),
  message: random.pick(['it is too late', 'it costs too much', 'nobody knows']),
  ...(random.chance(30) && { severity: random.pick(SEVERITIES) }),
  ...(random.chance(30) && { way_out: 'wait' }),
})
const anApproval = (random: Random) => ({
  ...aFinding(random),
  approvals: { count: 1 + random.int(2), roles: [random.pick(KNOWN_ROLES)] },
})
const aModify = (random: Random) => ({
  ...(random.chance(60) && { mode: random.pick(['draft', 'auto']) }),
  ...(random.chance(60) && { limits: { llm_calls: random.int(20), minutes: 1 + random.int(20) } }),
})
const anAnswer = (random: Random): Json => ({
  ...(random.chance(30) && { deny: random.list(0, 2, () => aFinding(random)) }),
  ...(random.chance(30) && { approve: random.list(0, 2, () => anApproval(random)) }),
  ...(random.chance(20) && { unknown: random.list(0, 2, () => aFinding(random)) }),
  ...(random.chance(30) && { warn: random.list(0, 2, () => aFinding(random)) }),
  ...(random.chance(30) && { modify: aModify(random) }),
})
const ODD: readonly Json[] = [
  ...[null, true, 1, 'deny', [], { denies: [] }, { deny: true }, { deny: [{ rule: 'zz', message: 'x' }] }],
  ...[{ deny: [{ rule: 'a', message: 'x' }], unknown: 'x' }, { approve: [{ rule: 'a', message: 'x' }] }],
  { approve: [{ rule: 'a', message: 'x', approvals: { roles: ['stranger'] } }] },
]
const anEvaluation = (random: Random): Evaluation => {
  if (random.chance(10)) return { kind: 'undefined' }
  if (random.chance(10))
    return failedEvaluation(random.pick(['ERR_EVALUATION_TIMEOUT', 'ERR_INPUT_INCOMPLETE', 'ERR_X']), 'broken')
  return { kind: 'result', value: random.chance(10) ? random.pick(ODD) : anAnswer(random), denySetsOnly: false }
}
const aVerdict = (random: Random, name: string): Verdict =>
  interpretVerdict(aSpeaker(random, name), anEvaluation(random), KNOWN_ROLES)

const aDecision = (random: Random): Decision =>
  random.pick<Decision>([
    { verdict: 'allow', warnings: [] },
    { verdict: 'allow', warnings: ['take care'] },
    { verdict: 'allow', warnings: [], modify: { mode: 'draft' } },
    { verdict: 'allow', warnings: [], approvals: { count: 1, roles: ['admin'], teams: [], users: [] } },
    { verdict: 'deny', reasons: ['no'], warnings: [] },
    { verdict: 'not-applicable' },
    { verdict: 'indeterminate', code: 'ERR_Y', message: 'who knows', warnings: [] },
  ])
const aPolicy = (random: Random) => ({
  fallback: random.pick(['allow', 'deny'] as const),
  mode: random.chance(85) ? ('enforce' as const) : ('audit' as const),
  ...(random.chance(50) && { override: ['admin'] }),
})
const aQuery = (random: Random) =>
  ({
    step: 'deploy',
    scope: 'check.execute',
    path: 'visor/check/execute',
    input: { check: { id: 'deploy', ...(random.chance(30) && { mode: 'auto', limits: { llmCalls: 9 } }) } },
    ...(random.chance(20) && { approvals: { count: 1, roles: ['dev'], teams: [], users: [] } }),
  }) as unknown as Query

const aRole = (name: string, users: readonly string[]): Role => ({
  ...{ name, users, associations: [], teams: [], permissions: [], neverApplies: false },
})
const ROLES = [aRole('admin', ['ann']), aRole('dev', ['bob', 'dan'])]
const FACTS = { event: 'pull_request', others: [], pullRequest: { number: 7, labels: [] } } as unknown as Facts
const aReview = (random: Random, login: string) => ({
  ...{ login, type: 'User' as const, state: random.pick(['approved', 'approved', 'changes_requested'] as const) },
  ...(random.chance(50) && { overrides: [{ step: 'deploy', reason: random.pick(['', 'agreed']) }] }),
})
const someReviews = (random: Random): Reviews => {
  if (random.chance(10)) return { kind: 'unavailable', message: 'nobody has read them' }
  const reviews = random.some(['ann', 'bob', 'dan', 'eve'], 50).map((login) => aReview(random, login))
  const approvals: ApprovalFacts = { kind: 'known', reviews, involved: new Map(), members: new Map() }
  return resolveReviews(ROLES, { facts: FACTS, memberships: NO_MEMBERSHIPS, approvals })
}

const RANK = ['pass', 'warn', 'pending', 'block']
const rank = ({ outcome }: Enforcement) => RANK.indexOf(outcome)
const wanted = ({ approvals = [] }: Enforcement) => approvals.map(({ rule }) => JSON.stringify(rule))
const shuffled = <T>(random: Random, list: readonly T[]): readonly T[] => {
  const left = [...list]
  return list.map(() => left.splice(random.int(left.length), 1)[0] as T)
}

/** Tries this with so many cases; the number of the one that fails stands in what the test says. */
const each = (check: (random: Random, asked: Asked) => void) => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const random = randomFrom(seed)
    const verdicts = random.list(0, 4, () => 0).map((_, i) => aVerdict(random, `pack-${i}`))
    const [query, decision, policy, reviews] = [aQuery(random), aDecision(random), aPolicy(random), someReviews(random)]
    const ask = (list: readonly Verdict[]) => enforce(query, decision, policy, reviews, list)
    try {
      check(random, { verdicts, ask, policy, decision })
    } catch (thrown) {
      throw new Error(`with seed ${seed}: ${String(thrown)}`, { cause: thrown })
    }
  }
}
type Asked = {
  readonly verdicts: readonly Verdict[]
  readonly ask: (list: readonly Verdict[]) => Enforcement
  readonly policy: ReturnType<typeof aPolicy>
  readonly decision: Decision
}

describe('whatever packs say', () => {
  test('their order does not matter, and neither does saying it twice', () =>
    each((random, { verdicts, ask }) => {
      const one = ask(verdicts)
      expect(ask(shuffled(random, verdicts))).toEqual(one)
      const { reasons, outcome, approvals } = ask([...verdicts, ...verdicts])
      expect({ reasons, outcome, approvals }).toEqual({
        ...{ reasons: one.reasons, outcome: one.outcome, approvals: one.approvals },
      })
    }))

  test('one more of them makes nothing looser and loses no requirement', () =>
    each((random, { verdicts, ask }) => {
      const before = ask(verdicts)
      const after = ask([...verdicts, aVerdict(random, 'one-more')])
      expect(rank(after)).toBeGreaterThanOrEqual(rank(before))
      if (after.outcome !== 'block') expect(wanted(after)).toEqual(expect.arrayContaining(wanted(before)))
      expect(after.reasons ?? []).toEqual(expect.arrayContaining([...(before.reasons ?? [])]))
    }))

  test('none of them opens what the policy itself closes', () =>
    each((_random, { verdicts, ask }) => {
      expect(rank(ask(verdicts))).toBeGreaterThanOrEqual(rank(ask([])))
    }))

  test('one more of them changes how a step runs towards stricter only', () =>
    each((random, { verdicts, ask }) => {
      const before = ask(verdicts).modify
      const { outcome, modify: after } = ask([...verdicts, aVerdict(random, 'one-more')])
      if (before === undefined || outcome === 'block') return
      if (before.mode === 'draft') expect(after?.mode).toBe('draft')
      for (const key of ['llmCalls', 'minutes'] as const) {
        const limit = before.limits?.[key]
        if (limit !== undefined) expect(after?.limits?.[key]).toBeLessThanOrEqual(limit)
      }
    }))

  test('a run that only watches is never blocked by them, and waits for nobody', () =>
    each((_random, { verdicts, ask, policy }) => {
      if (policy.mode === 'audit') expect(['pass', 'warn']).toContain(ask(verdicts).outcome)
    }))

  test('a denial comes before what is not known, and that before approvals', () =>
    each((_random, { verdicts, ask, policy, decision }) => {
      const { outcome, reasonCode, reasons = [] } = ask(verdicts)
      const bound = reasons.filter(
        ({ level, override }) => (level === 'hard' || level === 'soft') && override === undefined,
      )
      const says = (effect: string) => bound.some((reason) => reason.effect === effect)
      if (policy.mode === 'audit') return
      if (says('deny') || decision.verdict === 'deny') expect([outcome, reasonCode]).toEqual(['block', 'policy_denied'])
      else if (says('unknown') && policy.fallback === 'deny') expect(outcome).toBe('block')
      else if (outcome === 'pending') expect(reasonCode).toBe('approval_required')
    }))

  test('every reason says which pack, which rule, what and how bad', () =>
    each((_random, { verdicts, ask }) => {
      for (const reason of ask(verdicts).reasons ?? []) {
        expect(reason).toEqual(
          expect.objectContaining({
            pack: expect.stringMatching(/^pack-\d$/),
            rule: expect.stringMatching(/^(a|b|c|evaluation)$/),
            message: expect.stringMatching(/./),
            severity: expect.stringMatching(/^(info|warning|critical)$/),
            level: expect.stringMatching(/^(audit|advisory|soft|hard)$/),
          }),
        )
      }
    }))

  test('a broken one says so of itself alone: what the others say stays word for word', () =>
    each((random, { verdicts, ask }) => {
      const broken = interpretVerdict(
        aSpeaker(random, 'pack-9'),
        random.pick([
          failedEvaluation('ERR_EVALUATION_TIMEOUT', 'the policy did not answer within 5 ms'),
          { kind: 'result', value: { nonsense: true }, denySetsOnly: false } as const,
        ]),
        KNOWN_ROLES,
      )
      const { reasons = [] } = ask([...verdicts, broken])
      expect(reasons.filter(({ pack }) => pack !== 'pack-9')).toEqual(ask(verdicts).reasons ?? [])
      expect(reasons.filter(({ pack }) => pack === 'pack-9')).toEqual([
        expect.objectContaining({ rule: 'evaluation', effect: 'unknown', severity: 'critical' }),
      ])
    }))
})
