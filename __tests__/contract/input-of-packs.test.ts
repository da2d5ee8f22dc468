import { describe, expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/parse.js'
import type { AgentProfile } from '../../src/core/agent.js'
import { buildSurroundings, type Circumstances } from '../../src/core/input.js'
import { buildQueries } from '../../src/core/query.js'
import { buildTime } from '../../src/core/zones.js'
import { someFacts } from '../support/reports.js'
import { schemaOf } from '../support/schemas.js'

const check = schemaOf('input')

const everything = `version: "1.0"
policy:
  engine: local
  packs: { default: {}, compliance: {} }
steps:
  full:
    type: mcp
    server: bank
    method: pay
    arguments: { path: invoices/7.pdf, deep: { list: [1, null, "x"] } }
    agent: treasurer
    capabilities: [money.spend]
    action: external_api_call
    resource: { url: "https://bank.example.com", tries: 3 }
    model: gpt-4
    estimated_cost_usd: 1.50
    task_priority: low
    mode: auto
    limits: { cost_usd: "2.000001", llm_calls: 0, minutes: 30 }
    spend:
      agentId: a
      entityId: acme
      amount: "600.00"
      currency: BRL
      category: travel
      beneficiary: { id: hotel, account: "1", country: BR }
      purpose: PIX
      metadata: { invoice: 7 }
    retention_days: 0
    evidence: docs/plan.md
    prompt: ./prompts/pay.md
  bare: { limits: {}, capabilities: [], evidence: [] }`

const treasurer: AgentProfile = {
  name: 'treasurer',
  description: 'pays bills',
  capabilities: ['money.*'],
  approvals: { 'money.spend': { count: 2, roles: ['admin'], teams: [], users: [] } },
  runModes: ['enterprise'],
}
const circumstances: Circumstances = {
  runMode: 'enterprise',
  usage: {
    runs: { value: 0, unit: 'count', source: 'actions gate.yml', at: '2026-11-21T17:20:06Z', window: '24h' },
    spent: { unknown: 'nobody knows', source: 'file usage.json', code: 'ERR_USAGE_FILE' },
  },
  time: buildTime(Date.UTC(2026, 10, 21, 17, 20, 6), ['Europe/Berlin', 'UTC']),
}

describe('the input document with everything that packs read', () => {
  const config = parseConfig({ path: '.visor.yaml', bytes: Buffer.from(everything) })
  const facts = someFacts({ pullRequest: { number: 7, labels: [], linkedIssues: [12] } })
  const surroundings = buildSurroundings(facts, { actor: [], others: [] }, undefined, circumstances)
  const agents = new Map([['treasurer', treasurer]])
  const inputs = buildQueries(config.policy, config.steps, surroundings, agents).map(({ input }): unknown =>
    JSON.parse(JSON.stringify(input)),
  )

  test.each(inputs.map((input, i) => [i, input] as const))('keeps the published schema: question %d', (_i, input) => {
    expect(check(input)).toBe('')
  })
  test('is exactly this', () => {
    expect(inputs).toHaveLength(3)
    expect(inputs[1]).toMatchObject({
      scope: 'tool.invoke',
      check: {
        agent: 'treasurer',
        capabilities: ['money.spend'],
        action: 'external_api_call',
        resource: { url: 'https://bank.example.com', tries: 3 },
        model: 'gpt-4',
        estimatedCostUsd: 1_500_000,
        taskPriority: 'low',
        mode: 'auto',
        limits: { costUsd: 2_000_001, llmCalls: 0, minutes: 30 },
        spend: [{ amount: 600_000_000, currency: 'BRL', beneficiary: { id: 'hotel', account: '1', country: 'BR' } }],
        retentionDays: 0,
        evidence: ['docs/plan.md'],
        promptFiles: ['prompts/pay.md'],
      },
      tool: { serverName: 'bank', methodName: 'pay', arguments: { path: 'invoices/7.pdf' } },
      pullRequest: { linkedIssues: [12] },
      agent: { name: 'treasurer', approvals: { 'money.spend': { count: 2 } } },
      runMode: 'enterprise',
      usage: { runs: { value: 0 }, spent: { unknown: 'nobody knows' } },
      time: {
        now: '2026-11-21T17:20:06Z',
        epochSeconds: 1_795_281_606,
        zones: { 'Europe/Berlin': { date: '2026-11-21', time: '18:20', weekday: 'saturday', minutes: 1100 } },
      },
    })
  })

  test.each<[string, object]>([
    ['a fraction of a millionth', { check: { id: 'a', estimatedCostUsd: 1.5 } }],
    ['a negative amount', { check: { id: 'a', limits: { costUsd: -1 } } }],
    ['a mode that there is not', { check: { id: 'a', mode: 'fast' } }],
    ['a payment to nobody', { check: { id: 'a', spend: [{ agentId: 'a' }] } }],
    [
      'a counter that is a number and unknown',
      { usage: { a: { value: 1, unit: 'count', source: 's', at: 't', unknown: 'x' } } },
    ],
    ['a counter without either', { usage: { a: { source: 's' } } }],
    ['a run mode that there is not', { runMode: 'hobby' }],
    ['a key that nobody knows', { check: { id: 'a', costs: 1 } }],
    [
      'a clock of a weekday that there is not',
      { time: { now: 't', epochSeconds: 1, zones: { UTC: { date: 'd', time: 't', weekday: 'sun', minutes: 0 } } } },
    ],
  ])('of %s does not keep it', (_name, part) => {
    expect(check({ ...(inputs[2] as object), ...part })).not.toBe('')
  })
})
