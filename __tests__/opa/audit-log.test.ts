import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { buildEvents, type DecisionEvent } from '../../src/audit/event.js'
import { appendChained } from '../../src/audit/file.js'
import { upload } from '../../src/audit/upload.js'
import { showEvent } from '../../src/cli/audit/show.js'
import type { Evaluation } from '../../src/core/pdp.js'
import { createHttp } from '../../src/http/index.js'
import { aContext, aLogFile, anInput, aRecord, someDecided } from '../audit/decisions.js'
import { type LogService, startLogService } from '../audit/log-service.js'
import { runOpa } from '../support/opa-binary.js'
import { type OpaServer, startOpa } from '../support/opa-server.js'

/** What a real OPA sends to a decision log service, and what this gate sends there of the same questions. */

const REGO = `package visor.check.execute
allowed if input.actor.login == "Alice"
reason := "two" if input.check.id == "conflict"
reason := "reasons" if input.check.id == "conflict"`

const CASES: readonly { name: string; id: string; path: string }[] = [
  { name: 'an answer', id: 'deploy', path: 'visor/check/execute' },
  { name: 'no answer', id: 'deploy', path: 'visor/nowhere' },
  { name: 'a failure', id: 'conflict', path: 'visor/check/execute' },
]

let service: LogService
let opa: OpaServer
const theirs: Record<string, unknown>[] = []
const ours: DecisionEvent[] = []
const http = createHttp({ proxy: {}, allowInsecure: false, connections: 1 })

beforeAll(async () => {
  service = await startLogService(200)
  const built = await startOpa({ files: { 'policy.rego': REGO } })
  await runOpa(['build', '--revision', 'r1', 'policy.rego'], { cwd: built.folder })
  const bundle = readFileSync(join(built.folder, 'bundle.tar.gz'))
  opa = await startOpa({
    files: { 'bundle.tar.gz': bundle },
    args: ['--bundle', 'bundle.tar.gz'],
    config: {
      services: { logs: { url: service.url.href } },
      decision_logs: { service: 'logs', reporting: { min_delay_seconds: 0, max_delay_seconds: 1 } },
    },
  })
  const records = []
  for (const { id, path } of CASES) {
    const input = anInput({ check: { id } })
    const response = await fetch(`${opa.url}/v1/data/${path}`, { method: 'POST', body: JSON.stringify({ input }) })
    const answer = (await response.json()) as Record<string, never>
    const known = { ns: 1000, decisionId: answer.decision_id }
    const evaluation: Evaluation = !response.ok
      ? { kind: 'error', code: String(answer.code), message: String(answer.message) }
      : 'result' in answer
        ? { kind: 'result', value: answer.result ?? null, denySetsOnly: false, ...known }
        : { kind: 'undefined', ...known }
    const record = aRecord(evaluation, {}, input)
    records.push({ ...record, enforcement: { ...record.enforcement, query: { ...record.enforcement.query, path } } })
  }
  while (service.posted.flatMap(({ events }) => events).length < CASES.length)
    await service.until(service.posted.length + 1)
  theirs.push(...service.posted.flatMap(({ events }) => events))
  ours.push(...buildEvents(someDecided(records), aContext({ bundles: { 'bundle.tar.gz': { revision: 'r1' } } })))
})
afterAll(async () => {
  await http.close()
  await service.close()
})

const typesOf = (event: object) =>
  Object.fromEntries(Object.entries(event).map(([key, value]) => [key, Array.isArray(value) ? 'list' : typeof value]))
// What OPA knows of a request that came over HTTP, and says there alone.
const THEIRS_ALONE = ['req_id', 'trace_id', 'span_id', 'request_context']

describe.each(CASES.map((item, i) => ({ ...item, i })))('of $name', ({ i }) => {
  test('OPA and the gate log the same fields, of the same types', () => {
    const { custom, ...mine } = typesOf(ours[i] ?? {})
    const known = Object.entries(typesOf(theirs[i] ?? {})).filter(([key]) => !THEIRS_ALONE.includes(key))
    // An evaluation that failed has no time of its own here.
    const { metrics: _, ...rest } = Object.fromEntries(known)
    const { metrics: __, ...wanted } = mine
    expect(wanted).toEqual(rest)
    expect(custom).toBe('object')
  })

  test('and what was asked and answered is the same', () => {
    const { input, result, path, bundles } = theirs[i] ?? {}
    expect(ours[i]).toMatchObject({ input, path, bundles })
    expect(ours[i]?.result).toEqual(result)
  })
})

test('the id of a decision is that which the server gave, and its time is measured in the same unit', () => {
  expect(ours[0]?.decision_id).toBe(theirs[0]?.decision_id)
  expect(theirs[0]?.metrics).toMatchObject({ timer_rego_query_eval_ns: expect.any(Number) })
  expect(ours[0]?.metrics).toEqual({ timer_rego_query_eval_ns: 1000 })
})

test('an error has a code and a message in both', () => {
  expect(theirs[2]?.error).toEqual(expect.objectContaining({ code: expect.any(String), message: expect.any(String) }))
  expect(ours[2]?.error).toEqual({ code: expect.any(String), message: expect.any(String) })
})

test('what was asked can be asked again with opa eval, from the log alone', async () => {
  const file = aLogFile()
  await appendChained(file, ours)
  const line = Buffer.from(file.text().split('\n')[0] ?? '')
  const [input, path] = [showEvent(line, 'input').text ?? '', showEvent(line, 'path').text ?? '']
  const args = ['eval', '--bundle', 'bundle.tar.gz', '--stdin-input', '--format', 'raw', path]
  const { code, stdout } = await runOpa(args, { cwd: opa.folder, input })
  expect({ code, result: JSON.parse(stdout) }).toEqual({ code: 0, result: ours[0]?.result })
  expect(ours[0]?.result).toEqual({ allowed: true })
})

test('both are posted in the same way', async () => {
  const before = service.posted.length
  const wait = async () => undefined
  const lines = ours.map((event) => Buffer.from(JSON.stringify(event)))
  await upload(lines, service.url, { http, wait }, new AbortController().signal)
  const [first, last] = [service.posted[0], service.posted[before]]
  const comparable = ({ method, url, headers }: typeof first & object) => [
    method,
    url,
    headers['content-type'],
    headers['content-encoding'],
  ]
  expect(last && comparable(last)).toEqual(first && comparable(first))
  expect(last?.events).toEqual(JSON.parse(JSON.stringify(ours)))
})
