import { describe, expect, test } from '@jest/globals'
import { expectAllowed } from '../support/attacks.js'
import { expectClosed } from '../support/closed.js'
import { judgeOn } from '../support/on-github.js'
import { aPacked, expectRules } from '../support/packs.js'

/** Configs of packs that look like a fence and are none: each is refused, or stops what it was written for. */

describe('a config that would hold nothing back is refused', () => {
  const SPENDING =
    '{ spending: { parameters: { name: bills, currency: BRL, caps: { perTxn: 500, daily: 1000, monthly: 5000 }, msig: { threshold: { higherThan: 400, approvals: 2 } }, approvers: { roles: [admin] } } } }'
  const sum = (name: string, rest: string) => `${name}: { source: audit-log, path: /var/log/gate.jsonl, ${rest} }`
  const counters = (currency: string) =>
    `usage: { ${sum('spent_daily', `sum: spend, where: { currency: ${currency} }`)}, ${sum('spent_monthly', 'sum: spend')} }`
  const limited = '{ rate-limiting: { parameters: { limits: [{ counter: runs, max: 1 }] } } }'
  const step = '{ type: ai, model: small, estimated_cost_usd: 900 }'
  const parameters = 'ERR_PACK_PARAMETERS'

  test.each<[string, string, { more?: string; step?: string }, string, string]>([
    ['a currency in small letters', SPENDING, { more: counters('brl') }, 'ERR_CONFIG_SCHEMA', 'three capital letters'],
    ['the currency of another country', SPENDING, { more: counters('USD') }, parameters, 'counts in "BRL"'],
    [
      'a pattern of steps',
      limited,
      { more: `usage: { ${sum('runs', 'where: { step: "dep*" }')} }` },
      'ERR_CONFIG_SCHEMA',
      'is a pattern',
    ],
    [
      'an approval that nobody can give',
      '{ cost-control: { parameters: { approve_above_usd: 1 } } }',
      { step },
      parameters,
      'needs "approvals" beside it',
    ],
    [
      'an approval of nobody',
      '{ cost-control: { parameters: { approve_above_usd: 1, approvals: { count: 1 } } } }',
      { step },
      parameters,
      'at least one of "roles", "teams", "users"',
    ],
    [
      'one of no labels',
      '{ compliance: { parameters: { required_labels: { any: [] } } } }',
      {},
      parameters,
      'must name at least 1',
    ],
  ])('%s', async (_name, packs, options, errorCode, says) => {
    expectClosed(await judgeOn(aPacked(packs, options)), { code: 2, errorCode, says: [says] })
  })
})

describe('what is written stops what it is written for', () => {
  test('a limit for actions by a pattern', async () => {
    const world = (action: string) =>
      aPacked('{ rate-limiting: { parameters: { limits: [{ counter: runs, max: 3, actions: ["deploy_*"] }] } } }', {
        step: `{ type: command, action: ${action} }`,
        more: 'usage: { runs: { source: file, path: usage.json, max_age: never } }',
        files: { 'usage.json': '{"runs":{"value":3}}' },
      })
    expectRules(await judgeOn(world('deploy_web')), 'block', ['rate-limiting/rate_limit_exceeded deny'])
    await expectAllowed(world('build_web'))
  })

  test('a run mode that is closed to agents, whatever they do', async () => {
    const files = { 'agents/writer/agent.md': '---\nname: writer\ncapabilities: []\n---\nYou write.\n' }
    const world = (mode: string, step: string) =>
      aPacked(`{ capabilities: { parameters: { run_modes: { ${mode}: { deny: ["*"] } } } } }`, { step, files })
    const CLOSED = ['capabilities/run_mode_mismatch deny']
    const inputs = { 'run-mode': 'enterprise' }
    const agent = '{ type: ai, agent: writer }'
    expectRules(await judgeOn(world('enterprise', agent), { inputs }), 'block', CLOSED)
    expectRules(await judgeOn(world('enterprise', agent)), 'block', CLOSED)
    expectRules(await judgeOn(world('consumer', agent), { inputs }), 'pass', [])
    expectRules(await judgeOn(world('enterprise', '{ type: ai }'), { inputs }), 'pass', [])
  })

  test('a label that is asked for, and not one that folds to it', async () => {
    const world = (label: string) =>
      aPacked('{ compliance: { parameters: { required_labels: { all: [check-ok] } } } }', { pull: { labels: [label] } })
    expectRules(await judgeOn(world('check-o\u212a')), 'block', ['compliance/required_labels deny'])
    await expectAllowed(world('Check-OK'))
  })
})

test('a step that is misspelt in a pack or a counter is warned of', async () => {
  const packs =
    '{ rate-limiting: { parameters: { limits: [{ counter: runs, max: 3, steps: [deplyo] }] } }, time-restrictions: { parameters: { steps: ["prod-*"] } } }'
  const more =
    'usage: { runs: { source: file, path: usage.json, max_age: never }, old: { source: audit-log, path: /var/log/gate.jsonl, where: { step: deplyo } } }'
  const run = await judgeOn(aPacked(packs, { more, files: { 'usage.json': '{"runs":{"value":3}}' } }))
  const warned = run.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
  expect(warned).toEqual(
    expect.arrayContaining([
      '"policy.usage.old.where.step" names "deplyo", which is no step of the config; did you mean "deploy"?',
      '"limits.0.steps" of the pack rate-limiting names "deplyo", which is no step; did you mean "deploy"?',
    ]),
  )
  const message = '"steps" of the pack time-restrictions names "prod-*", which fits no step'
  expect(run.annotations).toContainEqual(expect.objectContaining({ level: 'notice', message }))
})
