import { describe, expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/parse.js'
import type { Assessment } from '../../src/core/approvals.js'
import { describeStep } from '../../src/core/decisions.js'
import type { Ruling } from '../../src/core/enforcement.js'
import { combineSubjects } from '../../src/core/group.js'
import { buildQueries } from '../../src/core/query.js'
import { settleSteps } from '../../src/core/steps.js'

const config = parseConfig({
  path: '.visor.yaml',
  bytes: Buffer.from(`version: "1.0"
policy: { engine: local, fallback: deny }
steps:
  call: { type: mcp, server: github, method: merge }
  after: { type: command, depends_on: [call] }
  either: { type: command, depends_on: ["call|free"] }
  free: { type: command }
`),
})
const anAssessment = (over: Partial<Assessment> = {}): Assessment => ({
  rule: { count: 1, roles: ['admin'], teams: [], users: [] },
  met: false,
  counted: [],
  vetoes: [],
  ignored: [],
  could: { people: [], groups: ['the role admin'] },
  nobody: false,
  reason: 'needs 1 approval by the role admin',
  ...over,
})
const pass: Ruling = { outcome: 'pass', reasonCode: 'allowed', warnings: [] }
const block: Ruling = { outcome: 'block', reasonCode: 'policy_denied', reason: 'no', warnings: [] }
const wait: Ruling = {
  outcome: 'pending',
  reasonCode: 'approval_required',
  reason: 'needs 1 approval by the role admin',
  warnings: [],
  approvals: [anAssessment()],
}
const warn: Ruling = { outcome: 'warn', reasonCode: 'no_policy_result', reason: 'no policy result', warnings: [] }

/** The steps, of which "call" and its own call come out like this. */
function settled(step: Ruling, call: Ruling) {
  const queries = buildQueries(config.policy, config.steps, {} as never)
  const enforcements = queries.map((query) => ({
    query,
    ...(query.step !== 'call' ? pass : query.tool ? call : step),
  }))
  return settleSteps(config.steps, enforcements, config.policy, { kind: 'ask' })
}

describe('a step that is its one call', () => {
  test.each<[string, Ruling, Ruling, string, string | undefined]>([
    ['waits where the call waits', pass, wait, 'pending', 'needs 1 approval by the role admin (tool github/merge)'],
    ['waits where both wait for the same', wait, wait, 'pending', wait.reason],
    [
      'waits where both wait',
      wait,
      { ...wait, reason: 'needs bob' },
      'pending',
      `${wait.reason}; needs bob (tool github/merge)`,
    ],
    ['waits where it waits itself', wait, pass, 'pending', wait.reason],
    ['waits on a warning', warn, wait, 'pending', 'needs 1 approval by the role admin (tool github/merge)'],
    ['is blocked where the call is, whoever approves', wait, block, 'block', 'no (tool github/merge)'],
    ['is blocked where it is blocked, whoever approves the call', block, wait, 'block', 'no'],
    ['waits with a warning of the call', wait, warn, 'pending', wait.reason],
    ['passes where both pass', pass, pass, 'pass', undefined],
  ])('%s', (_name, step, call, outcome, reason) => {
    const found = settled(step, call).get('call')
    expect([found?.outcome, found?.reason]).toEqual([outcome, reason])
    expect(found?.allowed).toBe(outcome === 'pass')
  })
  test('keeps what became of the approvals of both', () => {
    expect(settled(wait, wait).get('call')?.approvals).toHaveLength(2)
    const approved: Ruling = { ...pass, approvals: [anAssessment({ met: true })] }
    expect(settled(pass, approved).get('call')?.approvals).toHaveLength(1)
  })
})

test('who depends on a step that waits, waits; one of two is enough', () => {
  const steps = settled(wait, pass)
  expect(steps.get('after')).toMatchObject({ outcome: 'pending', reasonCode: 'approval_required', allowed: false })
  expect(steps.get('after')).not.toHaveProperty('skipReason')
  expect(steps.get('either')).toMatchObject({ outcome: 'pass' })
})

describe('decisions', () => {
  const approvals = (...all: Assessment[]) => {
    const step = settled({ ...wait, approvals: all }, pass).get('call')
    return step && describeStep(step).approvals
  }
  test('say how far it is', () => {
    const found = anAssessment({
      rule: { count: 3, roles: ['admin'], teams: [], users: [] },
      counted: [{ login: 'bob', because: 'x' }],
      vetoes: [{ login: 'carol', because: 'x' }],
      nobody: true,
    })
    expect(approvals(found)).toEqual({
      met: false,
      needed: 3,
      missing: 2,
      approved: ['bob'],
      changes_requested: ['carol'],
      nobody_could: true,
    })
  })
  test('show the requirement that is furthest from being met', () => {
    const met = anAssessment({ met: true, counted: [{ login: 'bob', because: 'x' }] })
    const vetoed = anAssessment({ counted: [{ login: 'bob', because: 'x' }], vetoes: [{ login: 'eve', because: 'x' }] })
    expect(approvals(met, anAssessment())).toMatchObject({ met: false, missing: 1 })
    expect(approvals(met, vetoed)).toMatchObject({ met: false, missing: 0, changes_requested: ['eve'] })
    expect(approvals(met)).toMatchObject({ met: true, missing: 0 })
  })
})

test('of several subjects every requirement is kept, with the name of its subject', () => {
  const together = combineSubjects([
    { name: 'pull request 1', steps: settled(wait, pass) },
    { name: 'pull request 2', steps: settled({ ...pass, approvals: [anAssessment({ met: true })] }, pass) },
  ])
  expect(together.get('call')).toMatchObject({
    outcome: 'pending',
    reason: 'pull request 1: needs 1 approval by the role admin',
    approvals: [
      { of: 'pull request 1', met: false },
      { of: 'pull request 2', met: true },
    ],
  })
})
