import { describe, expect, test } from '@jest/globals'
import { addReview, push, type World } from '../support/github/index.js'
import type { OnGitHub } from '../support/on-github.js'
import { eventIn, filesOf, judgeExample, type OnGitHubExample, worldOf } from './worlds.js'

/** What the examples with packs are there to show, besides the report that is kept beside each. */

const changes = { 'src/cart.ts': 'export const total = 1\n' }
const worldBy = (name: OnGitHubExample, author: string): World =>
  worldOf(name, { pulls: [{ number: 2, author, changes }] })

const rulesOf = (decision: unknown): readonly string[] =>
  ((decision as { reasons?: { pack: string; rule: string }[] }).reasons ?? []).map(
    ({ pack, rule }) => `${pack}/${rule}`,
  )

describe('ai-agent-plan', () => {
  const name = 'ai-agent-plan'
  const plan = (world: World, options: OnGitHub = {}) => judgeExample(name, world, options)
  const dispatch = (world: World, digest: string | undefined, options: OnGitHub = {}) =>
    plan(world, {
      ...options,
      inputs: { steps: 'deploy-production', 'expect-digest': String(digest), 'fail-on': 'deny, pending, error' },
    })

  test('the plan says which rule holds which step', async () => {
    const { decisions, outputs } = await plan(worldOf(name))
    const said = Object.entries(decisions).map(([id, decision]) => [id, decision.outcome, rulesOf(decision)])
    expect(said).toEqual([
      ['read-issue', 'pass', []],
      ['publish-plan', 'block', ['capabilities/missing_capability']],
      ['edit-code', 'pass', []],
      ['try-on-desktop', 'block', ['capabilities/run_mode_mismatch']],
      ['deploy-production', 'pending', ['capabilities/approval_required']],
    ])
    expect(outputs.allowed).toBe('["read-issue","edit-code"]')
  })

  test('in the mode consumer nothing is deployed, and the desktop agent runs', async () => {
    const { decisions } = await plan(worldOf(name), { inputs: { 'run-mode': 'consumer' } })
    expect(decisions['try-on-desktop']?.allowed).toBe(true)
    expect(decisions['deploy-production']?.outcome).toBe('block')
    expect(rulesOf(decisions['deploy-production'])).toContain('capabilities/run_mode_mismatch')
  })

  test('a developer may have the code edited, and nothing deployed, whoever approves', async () => {
    const world = worldBy(name, 'bob')
    addReview(world, 2, { user: 'carol' })
    const { decisions } = await plan(world)
    expect(decisions['edit-code']?.allowed).toBe(true)
    expect([decisions['deploy-production']?.outcome, rulesOf(decisions['deploy-production'])[0]]).toEqual([
      'block',
      'capabilities/approval_required',
    ])
  })

  test('once approved, the step is dispatched', async () => {
    const world = worldOf(name)
    addReview(world, 2, { user: 'carol' })
    const planned = await plan(world)
    expect(planned.decisions['deploy-production']?.allowed).toBe(true)
    const dispatched = await dispatch(world, planned.outputs['policy-digest'])
    expect([dispatched.code, dispatched.outputs.allowed]).toEqual([0, '["deploy-production"]'])
  })

  test('what changes between plan and dispatch is caught there', async () => {
    const approved = () => {
      const world = worldOf(name)
      addReview(world, 2, { user: 'carol' })
      return world
    }
    const digest = (await plan(approved())).outputs['policy-digest']

    const withdrawn = approved()
    addReview(withdrawn, 2, { user: 'carol', state: 'DISMISSED' })
    const pending = await dispatch(withdrawn, digest)
    expect([pending.code, pending.outputs.pending]).toEqual([1, '["deploy-production"]'])

    const moved = approved()
    const event = eventIn(moved, name)
    push(moved, { pull: 2, changes: { 'src/cart.ts': 'something else\n' } })
    const stale = await dispatch(moved, digest, { event })
    expect([stale.code, stale.outputs.allowed, stale.outputs['reason-code']]).toEqual([1, '[]', 'stale'])
    const unapproved = await dispatch(moved, digest, { about: { action: 'synchronize' } })
    expect([unapproved.code, unapproved.outputs.pending]).toEqual([1, '["deploy-production"]'])

    const other = worldOf(name, {
      files: withFile(name, 'agents/releaser/agent.md', (text) => `${text}\nShip it now.\n`),
    })
    addReview(other, 2, { user: 'carol' })
    const changed = await dispatch(other, digest)
    expect([changed.code, changed.outputs.allowed, changed.outputs['reason-code']]).toEqual([1, '[]', 'stale'])
  })

  test('the workflow hands the digest of the plan to the dispatch, in the same mode', () => {
    const workflow = String(filesOf(name)['workflow.yml'])
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the runner evaluates it
    expect(workflow).toContain('expect-digest: ${{ needs.gate.outputs.policy-digest }}')
    expect(workflow.match(/run-mode: enterprise/g)).toHaveLength(2)
  })
})

describe('research-default-allow', () => {
  test('allows everything but what was opted into, and points out the rest', async () => {
    const { decisions } = await judgeExample('research-default-allow')
    const said = Object.entries(decisions).map(([id, decision]) => [id, decision.outcome, rulesOf(decision)])
    expect(said).toEqual([
      ['simulate', 'pass', []],
      ['clean-cache', 'pass', ['default/file_deletion']],
      ['fetch-catalogue', 'pass', ['default/insecure_api_call']],
      [
        'summarise-papers',
        'warn',
        ['cost-control/expensive_model_for_low_priority', 'rate-limiting/rate_limit_exceeded'],
      ],
      [
        'survey-literature',
        'block',
        ['cost-control/budget_exceeded', 'default/high_cost', 'rate-limiting/rate_limit_exceeded'],
      ],
      ['explain-settings', 'block', ['data-privacy/sensitive_file_access']],
    ])
  })

  test('a change of a file with secrets stops every step', async () => {
    const world = worldOf('research-default-allow', {
      pulls: [{ number: 2, author: 'bob', changes: { 'config/.env': 'TOKEN=1\n' } }],
    })
    const { outputs } = await judgeExample('research-default-allow', world)
    expect(outputs.allowed).toBe('[]')
  })
})

describe('database-draft-mode', () => {
  const name = 'database-draft-mode'
  const modifyOf = (decision: unknown) => (decision as { modify?: unknown }).modify

  test('four effects: allow, modify, require_approval and deny', async () => {
    const { decisions } = await judgeExample(name)
    expect(Object.entries(decisions).map(([id, { outcome }]) => [id, outcome])).toEqual([
      ['list-orders', 'pass'],
      ['tidy-orders', 'pass'],
      ['correct-prices', 'pending'],
      ['drop-archive', 'block'],
      ['count-orders', 'pass'],
    ])
    expect(modifyOf(decisions['list-orders'])).toEqual({ limits: { cost_usd: 1.5, llm_calls: 20, minutes: 30 } })
    expect(modifyOf(decisions['tidy-orders'])).toEqual({
      mode: 'draft',
      limits: { cost_usd: 1.5, llm_calls: 5, minutes: 10 },
    })
    expect(modifyOf(decisions['count-orders'])).toEqual({ limits: { cost_usd: 1.5, llm_calls: 2, minutes: 5 } })
  })

  test('a dba turns a write for good green, and a developer does not', async () => {
    const world = worldOf(name)
    addReview(world, 2, { user: 'dave' })
    expect((await judgeExample(name, world)).decisions['correct-prices']?.outcome).toBe('pending')
    addReview(world, 2, { user: 'carol' })
    const { decisions } = await judgeExample(name, world)
    expect(decisions['correct-prices']?.allowed).toBe(true)
    expect(modifyOf(decisions['correct-prices'])).toMatchObject({ mode: 'auto', limits: { minutes: 10 } })
    expect(decisions['drop-archive']?.allowed).toBe(false)
  })
})

describe('spending-agent', () => {
  const name = 'spending-agent'

  test('payments are allowed, wait for one, wait for two, or are denied', async () => {
    const world = worldOf(name)
    const opened = await judgeExample(name, world)
    expect([opened.outputs.allowed, opened.outputs.pending, opened.outputs.denied]).toEqual([
      '["pay-electricity"]',
      '["pay-new-supplier","pay-taxes"]',
      '["buy-server","buy-coins"]',
    ])
    addReview(world, 2, { user: 'carol' })
    expect((await judgeExample(name, world)).outputs.allowed).toBe('["pay-electricity","pay-new-supplier"]')
    addReview(world, 2, { user: 'erin' })
    const both = await judgeExample(name, world)
    expect(both.outputs.allowed).toBe('["pay-electricity","pay-new-supplier","pay-taxes"]')
    expect(both.outputs.denied).toBe('["buy-server","buy-coins"]')
  })

  test('a counter that is not there stops every payment: it is not zero', async () => {
    const world = worldOf(name, { files: withFile(name, 'usage.json', () => '{"counters": {}}') })
    const { outputs, decisions } = await judgeExample(name, world)
    expect(outputs.allowed).toBe('[]')
    expect(decisions['pay-electricity']?.reason_code).toBe('evaluation_failed')
  })

  test('the kill switch is before everything', async () => {
    const { outputs } = await judgeExample(name, worldOf(name), { inputs: { 'kill-switch': 'on' } })
    expect([outputs.allowed, outputs['reason-code']]).toEqual(['[]', 'kill_switch_activated'])
  })
})

/** What the default branch has, with another text in one of its files. */
function withFile(name: OnGitHubExample, path: string, change: (text: string) => string) {
  const { 'workflow.yml': workflow, ...files } = filesOf(name)
  const changed = change(String(files[path] ?? ''))
  return { ...files, '.github/workflows/gate.yml': workflow as Buffer, [path]: changed }
}
