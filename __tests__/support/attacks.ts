import { expect } from '@jest/globals'
import { expectClosed } from './closed.js'
import { aWorld, type PullOptions, type ServerOptions, type World, type WorldOptions } from './github/index.js'
import { type FinishedOnGitHub, judgeOn, type OnGitHub } from './on-github.js'
import { aConfig, ROLES } from './repositories.js'

/** What the attacks share: configs that open on any failure a fallback may cover, so that none is closed by its fallback. */

export const POLICY = `engine: local\nfallback: allow\nscopes: [check.execute]\n${ROLES}`
export const STRICT = aConfig(
  POLICY,
  'deploy: { type: command, policy: { require: [developer, admin], deny: [external] } }',
)
export const ADMINS = aConfig(POLICY, 'deploy: { type: command, policy: { require: admin } }')
export const LAX = aConfig('engine: local\nfallback: allow', 'deploy: { type: command }')
export const APPROVED = aConfig(
  POLICY,
  'deploy: { type: command, policy: { require: [developer, admin, external], approvals: { count: 1, roles: [developer] } } }',
)
/** With rules in Rego; the steps are one, `deploy`. */
export const RULED = aConfig(`${POLICY}\nrules: ./policies/`, 'deploy: { type: command }')

export const stranger = { number: 2, author: 'mallory', association: 'NONE' } as const
export const member = { number: 2, author: 'alice', association: 'MEMBER' } as const
export const owner = { number: 2, author: 'Codertocat', association: 'OWNER' } as const

/** Everything that a run can publish. */
export const PUBLISH = { status: 'gate', 'check-run': 'true', comment: 'true' } as const

/** A world with this config on a protected main and one pull request, number 2. */
export const aTarget = (config: string, pull: PullOptions, rest: WorldOptions = {}): World =>
  aWorld({
    users: { 'github-actions[bot]': 'Bot', 'dependabot[bot]': 'Bot' },
    pulls: [{ number: 2, changes: { 'src/a.ts': 'new' }, ...pull }],
    ...rest,
    files: { '.visor.yaml': config, ...rest.files },
  })

/** The honest twin: the same world is allowed where nobody attacks, so that the attack is what closes it. */
export async function expectAllowed(world: World, options?: OnGitHub): Promise<FinishedOnGitHub> {
  const run = await judgeOn(world, options)
  expect([run.outputs.result, run.outputs.allowed, run.code]).toEqual(['allowed', '["deploy"]', 0])
  return run
}

export async function expectDenied(world: World, options?: OnGitHub): Promise<FinishedOnGitHub> {
  const run = await judgeOn(world, options)
  // What the pull request's own policy would decide is shown, and is no decision.
  const summary = run.summary.replace(/### What this change would do[\s\S]*?(?=### )/, '')
  expectClosed({ ...run, summary }, { code: 0, result: 'denied', reasonCode: 'policy_denied' })
  return run
}

export async function expectPending(world: World, options?: OnGitHub): Promise<FinishedOnGitHub> {
  const run = await judgeOn(world, options)
  expect(run.outputs).toMatchObject({ result: 'pending', allowed: '[]', pending: '["deploy"]' })
  return run
}

/** It was decided about something that is not there any more: nothing is allowed, and nothing is published. */
export async function expectStale(world: World, options: OnGitHub = {}): Promise<FinishedOnGitHub> {
  const run = await judgeOn(world, { ...options, inputs: { ...PUBLISH, ...options.inputs } })
  expectClosed(run, { code: 1, reasonCode: 'stale' })
  expect(run.written).toEqual({ statuses: [], checkRuns: [], comments: [] })
  return run
}

/** The run could not ask: exit code 2, and nothing is published where the event was the lie. */
export async function expectRefused(
  world: World,
  errorCode: string,
  options: OnGitHub = {},
): Promise<FinishedOnGitHub> {
  const run = await judgeOn(world, { ...options, inputs: { ...PUBLISH, ...options.inputs } })
  expectClosed(run, { code: 2, errorCode })
  if (errorCode === 'ERR_EVENT_MISMATCH') expect(run.written).toEqual({ statuses: [], checkRuns: [], comments: [] })
  return run
}

/** Every step is closed for want of facts, which no fallback covers. */
export async function expectIncomplete(world: World, options?: OnGitHub): Promise<FinishedOnGitHub> {
  const run = await judgeOn(world, options)
  expectClosed(run, { code: 1, errorCode: 'ERR_INPUT_INCOMPLETE' })
  return run
}

/** Does this when a request to such a path comes for the first time. */
export function once(part: string, act: () => void): NonNullable<ServerOptions['onRequest']> {
  let done = false
  return ({ path }) => {
    if (done || !path.includes(part)) return
    done = true
    act()
  }
}
