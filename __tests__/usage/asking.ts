import { expect } from '@jest/globals'
import { buildEvents, type DecisionEvent } from '../../src/audit/event.js'
import { createVerifier } from '../../src/audit/verify.js'
import type { Counter, CounterReading } from '../../src/core/usage.js'
import { parseCounter } from '../../src/core/usage-config.js'
import { readUsage, type UsagePorts, type UsageSubject } from '../../src/usage/index.js'
import { aContext, anInput, aRecord, someDecided } from '../audit/decisions.js'

/** Counters as a config has them, and what they say. */

export const NOW = Date.UTC(2026, 10, 21, 17, 20, 6)
export const HOUR = 3_600_000
export const at = (ms: number): string => new Date(ms).toISOString()

export const aSubject = (over: Partial<UsageSubject> = {}): UsageSubject => ({
  actors: ['alice'],
  repository: 'acme/app',
  workflow: '.github/workflows/gate.yml',
  run: { id: 7, attempt: 1 },
  now: NOW,
  signal: new AbortController().signal,
  ...over,
})

const nothing = async (): Promise<never> => {
  throw new Error('nobody has to ask this')
}
export const somePorts = (over: Partial<UsagePorts> = {}): UsagePorts => ({
  http: { request: nothing },
  readFile: nothing,
  readLog: nothing,
  verifyLog: () => createVerifier(),
  ...over,
})

export function aCounter(raw: object, name = 'tokens'): Counter {
  const parsed = parseCounter(name, raw)
  if ('counter' in parsed) return parsed.counter
  throw new Error(`${parsed.at.join('.')} ${parsed.wrong}`)
}

/** What this one counter says. */
export async function reading(
  raw: object,
  ports: Partial<UsagePorts> = {},
  about: Partial<UsageSubject> = {},
): Promise<CounterReading | undefined> {
  const found = await readUsage([aCounter(raw)], somePorts(ports), aSubject(about))
  return found.get('tokens')
}

/** A reading that is unknown for this reason; it is no number beside that. */
export const unknown = (code: string, says: string) => ({
  unknown: expect.stringMatching(new RegExp(`^the counter "tokens" is unknown: .*${says.replace(/\W/g, '\\$&')}`)),
  source: expect.any(String),
  code,
})

export type Logged = {
  readonly step?: string
  readonly login?: string
  readonly outcome?: 'pass' | 'warn' | 'block' | 'pending'
  readonly cost?: unknown
  readonly spend?: unknown
}

/** The events of one run of the gate. */
export function someRun(
  run: { readonly id?: number; readonly attempt?: number; readonly ago?: number },
  steps: readonly Logged[],
): readonly DecisionEvent[] {
  const { id, attempt = 1, ago = 1 } = run
  const records = steps.map(({ step = 'pay', login = 'alice', outcome = 'pass', cost, spend }) => {
    // What a log has may be anything.
    const money: object = {
      ...(cost !== undefined && { estimatedCostUsd: cost }),
      ...(spend !== undefined && { spend }),
    }
    const check = { id: step, ...money }
    const plain = anInput()
    const input = { ...plain, check, actor: { ...plain.actor, login } }
    const query = { step, scope: 'check.execute', path: 'visor/check/execute', input } as const
    return aRecord(undefined, { query, outcome }, input)
  })
  const labels = {
    repository: 'acme/app',
    ...(id !== undefined && { run_id: String(id), run_attempt: String(attempt) }),
  }
  return buildEvents(someDecided(records), aContext({ labels, timestamp: at(NOW - ago * HOUR) }))
}
