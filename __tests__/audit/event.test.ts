import { describe, expect, test } from '@jest/globals'
import { buildEvents, type DecisionEvent, hidePacks } from '../../src/audit/event.js'
import type { Evaluation } from '../../src/core/pdp.js'
import type { Reason } from '../../src/core/verdict.js'
import { aContext, anInput, aRecord, someDecided } from './decisions.js'

const one = (record = aRecord(), context = aContext()): DecisionEvent => {
  const [event] = buildEvents(someDecided([record]), context)
  if (!event) throw new Error('there is no event')
  return event
}

describe('an event of the decision log', () => {
  test('has the fields of OPA in their order, and what only a gate knows under "custom"', () => {
    const event = one(
      aRecord({ kind: 'result', value: { allowed: false }, denySetsOnly: false, ns: 1234.5, decisionId: 'theirs' }),
      aContext({ bundles: { 'bundle.tar.gz': { revision: 'r1' } } }),
    )
    expect(JSON.stringify(event)).toBe(
      JSON.stringify({
        labels: { repository: 'acme/app', run_id: '1' },
        decision_id: 'theirs',
        bundles: { 'bundle.tar.gz': { revision: 'r1' } },
        path: 'visor/check/execute',
        input: anInput(),
        result: { allowed: false },
        requested_by: 'Alice',
        timestamp: '2030-01-01T00:00:00.000Z',
        metrics: { timer_rego_query_eval_ns: 1235 },
        custom: {
          outcome: 'block',
          reason_code: 'policy_denied',
          reason: 'no',
          step: 'deploy',
          scope: 'check.execute',
          mode: 'enforce',
          policy_digest: 'd1',
          source: 'main at 1234567',
          engine: 'wasm',
        },
      }),
    )
  })

  const answers: readonly { name: string; evaluation: Evaluation; expect: object; without: readonly string[] }[] = [
    {
      name: 'a result that is false',
      evaluation: { kind: 'result', value: false, denySetsOnly: false },
      expect: { result: false },
      without: ['error', 'metrics', 'bundles'],
    },
    {
      name: 'a result that is null',
      evaluation: { kind: 'result', value: null, denySetsOnly: false },
      expect: { result: null },
      without: ['error'],
    },
    { name: 'nothing', evaluation: { kind: 'undefined' }, expect: {}, without: ['result', 'error'] },
    {
      name: 'a failure',
      evaluation: { kind: 'error', code: 'ERR_X', message: 'm' },
      expect: { error: { code: 'ERR_X', message: 'm' } },
      without: ['result'],
    },
  ]
  test.each(answers)('says of $name what it is', ({ evaluation, expect: expected, without }) => {
    const event = one(aRecord(evaluation))
    expect(event).toMatchObject(expected)
    for (const key of without) expect(event).not.toHaveProperty(key)
  })

  test('names the tool, and the code of an error', () => {
    const { enforcement, evaluation } = aRecord(undefined, { errorCode: 'ERR_DECISION_SHAPE' })
    const tool = { server: 'github', method: 'search', standing: 'ask' } as const
    const event = one({ evaluation, enforcement: { ...enforcement, query: { ...enforcement.query, tool } } })
    expect(event.custom).toMatchObject({ tool: 'github/search', error_code: 'ERR_DECISION_SHAPE' })
  })

  test('has an id of its own where no server gave it one, and one for each query', () => {
    const events = buildEvents(someDecided([aRecord(), aRecord(), aRecord()]), aContext())
    expect(events.map((event) => event.decision_id)).toEqual(['id-0', 'id-1', 'id-2'])
  })
})

describe('what packs said of a decision', () => {
  const denial: Reason = {
    pack: 'data-privacy',
    rule: 'sensitive_file_access',
    message: 'the pull request changes "config/.env"',
    severity: 'critical',
    level: 'hard',
    effect: 'deny',
    wayOut: 'take it out',
    obligations: ['tell alice'],
  }
  const { wayOut: _, obligations: __, ...bare } = denial
  const lifted: Reason = { ...bare, level: 'soft', override: { by: 'Bob', role: 'lead', reason: 'it is an example' } }
  const modify = { mode: 'draft', limits: { costUsd: 2_500_000, minutes: 30 } } as const

  test('stands under "custom", with who has lifted it, and with how the step is to run', () => {
    expect(one(aRecord(undefined, { reasons: [denial, lifted], modify })).custom).toEqual({
      outcome: 'block',
      reason_code: 'policy_denied',
      reason: 'no',
      step: 'deploy',
      scope: 'check.execute',
      mode: 'enforce',
      packs: [{ ...bare, obligations: ['tell alice'] }, lifted],
      modify: { mode: 'draft', limits: { cost_usd: 2.5, minutes: 30 } },
      policy_digest: 'd1',
      source: 'main at 1234567',
      engine: 'wasm',
    })
  })
  test('is not there where none said anything', () => {
    expect(Object.keys(one().custom)).not.toEqual(expect.arrayContaining(['packs']))
    expect(Object.keys(one().custom)).not.toEqual(expect.arrayContaining(['modify']))
  })

  const { packs = [] } = one(aRecord(undefined, { reasons: [denial, lifted] })).custom
  const quoting = (word: string) => (text: string) => text.toLowerCase().includes(word)
  test.each<[string, readonly string[]]>([
    ['config/.env', ['/custom/packs/0/message', '/custom/packs/1/message']],
    ['alice', ['/custom/packs/0/obligations']],
    ['bob', ['/custom/packs/1/override']],
    ['example', ['/custom/packs/1/override']],
    ['nowhere', []],
    // What happened stays, whatever a mask is about.
    ['hard', []],
    ['data-privacy', []],
  ])('keeps no text that quotes %j', (word, erased) => {
    const hidden = hidePacks(packs, quoting(word))
    expect(hidden.erased).toEqual(erased)
    expect(JSON.stringify(hidden.packs.map(({ pack: _p, level: _l, ...rest }) => rest)).toLowerCase()).not.toContain(
      word,
    )
    for (const said of hidden.packs) expect(said).toMatchObject({ pack: 'data-privacy', effect: 'deny' })
    if (erased.length === 0) expect(hidden.packs).toEqual(packs)
  })
})
