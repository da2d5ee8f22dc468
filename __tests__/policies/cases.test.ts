import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { parseConfig } from '../../src/config/parse.js'
import { interpret } from '../../src/core/decision.js'
import { enforce } from '../../src/core/enforcement.js'
import type { Other } from '../../src/core/facts.js'
import { buildSurroundings } from '../../src/core/input.js'
import { buildQueries } from '../../src/core/query.js'
import { parseEvent } from '../../src/github/event.js'
import type { LocalPdp } from '../../src/pdp/local/index.js'
import { aPullRequest } from '../support/events.js'
import { aPdp } from '../support/opa.js'
import { ROOT } from '../support/runner.js'

type Case = {
  readonly name: string
  readonly policy?: Readonly<Record<string, unknown>>
  readonly roles: readonly string[]
  readonly others?: readonly { readonly login: string; readonly as: Other['as']; readonly roles: readonly string[] }[]
  readonly expect: { readonly outcome: string; readonly reason?: string }
}
const { cases } = parse(readFileSync(join(ROOT, 'policies/base/cases.yaml'), 'utf8')) as { cases: readonly Case[] }

const ROLES = ['admin', 'developer', 'external', 'guest']
const signal = new AbortController().signal

function configOf(policy: Case['policy']) {
  const file = {
    version: '1.0',
    policy: {
      engine: 'local',
      fallback: 'deny',
      scopes: ['check.execute'],
      roles: Object.fromEntries(ROLES.map((role) => [role, {}])),
    },
    steps: { deploy: { type: 'command', ...(policy && { policy }) } },
  }
  return parseConfig({ path: '.visor.yaml', bytes: Buffer.from(JSON.stringify(file)) })
}

describe('the cases of the base policy, through the compiled policy that ships', () => {
  const opened: LocalPdp[] = []
  afterAll(() => Promise.all(opened.map((pdp) => pdp.close())))
  const facts = parseEvent({ name: 'pull_request', payload: aPullRequest({ login: 'alice' }) }, false)

  test.each(cases)('$name', async ({ policy, roles, others = [], expect: expected }) => {
    const config = configOf(policy)
    const pdp = aPdp(config, { files: [], rules: { kind: 'base' } })
    opened.push(pdp)
    const queries = buildQueries(
      config.policy,
      config.steps,
      buildSurroundings(
        { ...facts, others: others.map(({ login, as }) => ({ login, as })) },
        { actor: roles, sender: roles, others: others.map((other) => other.roles) },
      ),
    )
    const [evaluation] = await pdp.evaluate(queries, signal)
    const { outcome, reason } = enforce(
      queries[0] as (typeof queries)[number],
      interpret(evaluation, 'check.execute'),
      config.policy,
    )
    expect({ outcome, ...(reason !== undefined && { reason }) }).toEqual(expected)
  })
})
