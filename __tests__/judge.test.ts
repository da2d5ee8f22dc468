import { describe, expect, test } from '@jest/globals'
import { parseConfig } from '../src/config/parse.js'
import type { ApprovalFacts, Review } from '../src/core/approvals.js'
import type { Stance } from '../src/core/enforcement.js'
import type { Json } from '../src/core/json.js'
import { NO_MEMBERSHIPS } from '../src/core/memberships.js'
import type { Pdp } from '../src/core/pdp.js'
import type { Query } from '../src/core/query.js'
import { parseEvent } from '../src/github/event.js'
import { judge } from '../src/judge.js'
import { aPullRequest, examplesOf } from './support/events.js'

const configOf = (policy = '') =>
  parseConfig({
    path: '.visor.yaml',
    bytes: Buffer.from(`version: "1.0"
policy:
  engine: local
  fallback: deny
  ${policy}
  roles: { admin: { users: [bob, carol] } }
steps:
  deploy: { type: command, policy: { approvals: { count: 2, roles: [admin] } } }
  call: { type: mcp, server: github, method: merge }
  free: { type: command }
`),
  })
const pull = parseEvent({ name: 'pull_request', payload: aPullRequest({ login: 'alice' }) }, false)
const push = parseEvent({ name: 'push', payload: examplesOf('push')[0] as object }, false)

const approved = (login: string): Review => ({ login, type: 'User', state: 'approved' })
const given = (...reviews: Review[]): ApprovalFacts => ({
  kind: 'known',
  reviews,
  involved: new Map([['alice', 'the author of the pull request']]),
  members: new Map(),
})

const asked: Query[] = []
/** Answers every query with this. */
const aPdp = (answer: (query: Query) => Json): Pdp => ({
  evaluate: async (queries) => {
    asked.push(...queries)
    return queries.map((query) => ({ kind: 'result', value: answer(query), denySetsOnly: false }))
  },
  describe: () => ({ engine: 'fake', notices: [] }),
  close: () => undefined,
})
const yes = () => ({ allowed: true })
const ASK: Stance = { kind: 'ask' }

async function settle(
  approvals: ApprovalFacts | undefined,
  answer: (query: Query) => Json = yes,
  { config = configOf(), facts = pull, stance = ASK } = {},
) {
  asked.length = 0
  const subject = { facts, memberships: NO_MEMBERSHIPS, ...(approvals && { approvals }) }
  const [found] = await judge({
    config,
    steps: config.steps,
    subjects: [subject],
    stance,
    pdp: aPdp(answer),
    mayRead: () => false,
    signal: new AbortController().signal,
  })
  return Object.fromEntries([...(found?.settled ?? [])].map(([id, step]) => [id, step]))
}

describe('a step that needs approvals', () => {
  test('waits until enough people have approved, and others do not wait', async () => {
    expect(await settle(given(approved('bob')))).toMatchObject({
      deploy: { outcome: 'pending', reasonCode: 'approval_required', allowed: false },
      free: { outcome: 'pass' },
    })
    expect(await settle(given(approved('bob'), approved('carol')))).toMatchObject({
      deploy: {
        outcome: 'pass',
        reasonCode: 'allowed',
        reason: 'approved by bob, who has the role admin, carol, who has the role admin',
      },
    })
  })
  test('is blocked where the reviews could not be read, and nothing else is', async () => {
    const steps = await settle({ kind: 'unavailable', message: 'GitHub is down' })
    expect(steps).toMatchObject({
      deploy: {
        outcome: 'block',
        errorCode: 'ERR_INPUT_INCOMPLETE',
        reason: 'policy evaluation failed: GitHub is down',
      },
      free: { outcome: 'pass' },
    })
  })
  test('is blocked in a run that is about no pull request', async () => {
    const steps = await settle(undefined, yes, { facts: push })
    expect(steps.deploy).toMatchObject({ outcome: 'block', reason: expect.stringContaining('on pull requests only') })
    expect(steps.free).toMatchObject({ outcome: 'pass' })
  })
  test('is blocked where the policy denies, whoever approves', async () => {
    const steps = await settle(given(approved('bob'), approved('carol')), () => ({ allowed: false, reason: 'frozen' }))
    expect(steps.deploy).toMatchObject({ outcome: 'block', reason: 'frozen' })
  })
  test('passes where the engine is off', async () => {
    const stance: Stance = { kind: 'open', reasonCode: 'disabled', reason: 'off' }
    expect(await settle(given(), yes, { stance })).toMatchObject({ deploy: { outcome: 'pass' } })
    expect(asked).toEqual([])
  })
  test('is only warned of in mode audit', async () => {
    const config = configOf('mode: audit')
    expect(await settle(given(), yes, { config })).toMatchObject({
      deploy: { outcome: 'warn', reason: expect.stringMatching(/^audit: needs 2 approvals/) },
    })
  })
})

describe('a policy that asks for approvals', () => {
  const needs = { effect: 'require_approval', approvals: { roles: ['admin'] } }
  test('of a tool: its step waits with it', async () => {
    const answer = ({ scope }: Query): Json => (scope === 'tool.invoke' ? needs : { allowed: true })
    expect(await settle(given(), answer)).toMatchObject({
      call: { outcome: 'pending', tools: [{ outcome: 'pending', allowed: false }] },
    })
    expect(await settle(given(approved('bob')), answer)).toMatchObject({ call: { outcome: 'pass' } })
  })
  test('of a role that the config does not know has not answered', async () => {
    const answer = () => ({ effect: 'require_approval', approvals: { roles: ['root'] } })
    expect(await settle(given(approved('bob')), answer)).toMatchObject({
      free: { outcome: 'block', errorCode: 'ERR_DECISION_SHAPE' },
    })
  })
  test('reads who has approved', async () => {
    await settle(given(approved('bob')))
    expect(asked[0]?.input.approvals).toEqual({
      approved: [{ login: 'bob', roles: ['admin'] }],
      changesRequested: [],
      ignored: [],
    })
    await settle({ kind: 'unavailable', message: 'm' })
    expect(asked[0]?.input).not.toHaveProperty('approvals')
  })
})
