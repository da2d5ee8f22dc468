import { describe, expect, test } from '@jest/globals'
import { runTest } from './running.js'

const COST = `package cmbagent.cost_control

import future.keywords.if

default allow := true

allow := false if {
	input.action == "llm_call"
	input.budget.remaining_usd < input.context.estimated_cost
}

deny_reasons["budget_exceeded"] if {
	input.action == "llm_call"
	input.budget.remaining_usd < input.context.estimated_cost
}
`
const table = (decision: string, reasons: string) => `policy: cmbagent.cost_control
tests:
  - name: "Block expensive call when budget exceeded"
    description: "Should deny LLM call when budget is insufficient"
    action: "llm_call"
    resource:
      model: "gpt-4"
    context:
      estimated_cost: 0.50
      budget:
        remaining_usd: 0.10
    expected:
      decision: "${decision}"
      deny_reasons: ["${reasons}"]

  - name: "Allow call with sufficient budget"
    action: "llm_call"
    resource:
      model: "gpt-4"
    context:
      estimated_cost: 0.10
      budget:
        remaining_usd: 1.00
    expected:
      decision: "allow"
`

describe('a table of what a package answers to actions', () => {
  test('passes where the decision and the reasons are those', async () => {
    const { code, out } = await runTest({ 'cost.rego': COST, 'policy_tests.yaml': table('deny', 'budget_exceeded') })
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('policy_tests.yaml  2 passed') })
  })
  test('fails where the decision is another', async () => {
    const { code, out } = await runTest({ 'cost.rego': COST, 'policy_tests.yaml': table('allow', 'x') })
    expect(code).toBe(1)
    expect(out).toMatch(/decision +allow +deny/)
    expect(out).toMatch(/deny_reasons +x +budget_exceeded/)
  })
  test('a package that is not there has not allowed anything', async () => {
    const text = table('deny', 'budget_exceeded').replace('cost_control', 'cost_kontrol')
    const { code, out } = await runTest({ 'cost.rego': COST, 'policy_tests.yaml': text })
    expect(code).toBe(1)
    expect(out).toContain('not-applicable')
  })
  test('named alone, it has nobody to ask, and says so', async () => {
    const { code, err } = await runTest({ 'cost.rego': COST, 't/x.yaml': table('deny', 'budget_exceeded') }, 't/x.yaml')
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('way out: name the folder of the policies') })
  })
  test('policies that do not compile are shown', async () => {
    const files = { 'cost.rego': `${COST}\nx := y\n`, 'policy_tests.yaml': table('deny', 'budget_exceeded') }
    const { code, err } = await runTest(files)
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('cost.rego:17') })
  })
})
