import { randomBytes } from 'node:crypto'
import { buildEvents, type Decided, type DecisionEvent, type EventContext } from '../../src/audit/event.js'
import type { LogFile } from '../../src/audit/file.js'
import type { InputDocument } from '../../src/core/input.js'
import type { Evaluation } from '../../src/core/pdp.js'
import type { Report } from '../../src/core/report.js'

/** Decisions as values, and a file that is one. */

export const anInput = (over: Partial<InputDocument> = {}): InputDocument => ({
  scope: 'check.execute',
  check: { id: 'deploy', type: 'command', tags: ['deploy', 'prod'] },
  actor: { login: 'Alice', authorAssociation: 'MEMBER', roles: ['developer'], isLocalMode: false, source: 'sender' },
  repository: { owner: 'acme', name: 'app', event: 'pull_request' },
  pullRequest: { number: 7, labels: ['ready', 'needs review'] },
  ...over,
})

export const aRecord = (
  evaluation: Evaluation = { kind: 'result', value: { allowed: false, reason: 'no' }, denySetsOnly: false },
  over: Partial<Report['records'][number]['enforcement']> = {},
  input: InputDocument = anInput(),
): Report['records'][number] => ({
  enforcement: {
    query: { step: 'deploy', scope: 'check.execute', path: 'visor/check/execute', input },
    outcome: 'block',
    reasonCode: 'policy_denied',
    reason: 'no',
    warnings: [],
    ...over,
  },
  evaluation,
})

export const someDecided = (records: Report['records'], over: Partial<Decided> = {}): Decided => ({
  records,
  policyDigest: 'd1',
  source: 'main at 1234567',
  engine: { name: 'wasm' },
  mode: 'enforce',
  ...over,
})

export const aContext = (over: Partial<EventContext> = {}): EventContext => ({
  labels: { repository: 'acme/app', run_id: '1' },
  timestamp: '2030-01-01T00:00:00.000Z',
  ids: (index) => `id-${index}`,
  ...over,
})

export const someEvents = (count: number, note = 'no'): readonly DecisionEvent[] =>
  buildEvents(
    someDecided(Array.from({ length: count }, (_, i) => aRecord(undefined, { reason: `${note} ${i}` }))),
    aContext({ ids: () => randomBytes(16).toString('hex') }),
  )

/** A file in memory. */
export function aLogFile(content = ''): LogFile & { readonly text: () => string; bytes: Buffer } {
  const file = {
    bytes: Buffer.from(content),
    text: () => file.bytes.toString(),
    size: async () => file.bytes.length,
    read: async (from: number, length: number) => file.bytes.subarray(from, from + length),
    truncate: async (size: number) => {
      file.bytes = file.bytes.subarray(0, size)
    },
    append: async (more: Uint8Array) => {
      file.bytes = Buffer.concat([file.bytes, more])
    },
    sync: async () => undefined,
    close: async () => undefined,
  }
  return file
}
