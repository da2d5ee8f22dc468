import { afterAll, describe, expect, test } from '@jest/globals'
import { keepLog, type LogPorts } from '../../src/audit/index.js'
import type { Audit } from '../../src/core/config.js'
import type { Evaluation } from '../../src/core/pdp.js'
import { createHttp } from '../../src/http/index.js'
import { aContext, aLogFile, aRecord, someDecided } from './decisions.js'
import { startLogService } from './log-service.js'

const http = createHttp({ proxy: {}, allowInsecure: false, connections: 4 })
afterAll(() => http.close())

const wait = async () => undefined
const anAudit = (over: Partial<Audit> = {}): Audit => ({ required: false, mask: [], ...over })
const some = someDecided([aRecord(), aRecord({ kind: 'undefined' })])
const ports = (over: Partial<LogPorts> = {}): LogPorts => ({
  audit: anAudit(),
  context: aContext(),
  evaluateMask: async () => undefined,
  signal: new AbortController().signal,
  ...over,
})
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('keeping the log', () => {
  test('writes every decision to the file, and names its head', async () => {
    const file = aLogFile()
    const kept = await keepLog(some, ports({ file: async () => file }))
    const lines = linesOf(file.text())
    expect(lines.map(({ result }) => result)).toEqual([{ allowed: false, reason: 'no' }, undefined])
    expect(kept).toEqual({ events: 2, head: lines[1].custom.chain.hash, failures: [], warnings: [] })
  })

  test('sends the very lines of the file', async () => {
    const service = await startLogService(200)
    const file = aLogFile()
    const audit = anAudit({ url: service.url.href })
    const kept = await keepLog(some, ports({ audit, file: async () => file, upload: { http, wait } }))
    expect(kept.failures).toEqual([])
    expect(service.posted.flatMap(({ events }) => events)).toEqual(linesOf(file.text()))
    await service.close()
  })

  test('sends lines without links where there is no file', async () => {
    const service = await startLogService(200)
    const kept = await keepLog(some, ports({ audit: anAudit({ url: service.url.href }), upload: { http, wait } }))
    expect(kept).toEqual({ events: 2, failures: [], warnings: [] })
    expect(service.posted[0]?.events[0]).toMatchObject({ decision_id: 'id-0', custom: { outcome: 'block' } })
    expect(service.posted[0]?.events[0]).not.toHaveProperty('custom.chain')
    await service.close()
  })

  test('asks for the masks once, with everything that is to be masked', async () => {
    const asked: unknown[] = []
    const evaluateMask: LogPorts['evaluateMask'] = async (events) => {
      asked.push(events.map(({ decision_id: id, input }) => [id, typeof input]))
      return events.map(() => ({ kind: 'result', value: ['/input/check'], denySetsOnly: false }))
    }
    const file = aLogFile()
    await keepLog(
      some,
      ports({
        evaluateMask,
        audit: anAudit({ mask: [{ op: 'remove', path: '/input/actor' }] }),
        file: async () => file,
      }),
    )
    expect(asked).toEqual([
      [
        ['id-0', 'object'],
        ['id-1', 'object'],
      ],
    ])
    for (const { erased } of linesOf(file.text()))
      expect(erased).toEqual(['/input/check', '/input/actor', '/requested_by'])
  })

  const masks: readonly { name: string; evaluateMask: LogPorts['evaluateMask']; error: string }[] = [
    { name: 'fails', evaluateMask: async (all) => all.map(() => failed), error: 'ERR_X' },
    { name: 'answers too little', evaluateMask: async () => [], error: 'ERR_AUDIT_MASK' },
    { name: 'throws', evaluateMask: () => Promise.reject(new Error('x')), error: 'ERR_AUDIT_MASK' },
  ]
  const failed: Evaluation = { kind: 'error', code: 'ERR_X', message: 'Alice' }
  test.each(masks)('leaves out input and result where the mask $name, and says so', async ({ evaluateMask, error }) => {
    const file = aLogFile()
    const { failures, warnings } = await keepLog(some, ports({ evaluateMask, file: async () => file }))
    expect(failures).toEqual([])
    expect(warnings).toEqual([
      expect.stringContaining(`2 decisions, which the log has without input and result: ${error}`),
    ])
    expect(file.text()).not.toMatch(/alice/i)
    expect(linesOf(file.text())).toMatchObject([{ custom: { mask_error: error } }, { custom: { mask_error: error } }])
  })

  test('touches nothing where nothing was asked', async () => {
    const opened = { times: 0 }
    const file = async () => {
      opened.times += 1
      return aLogFile()
    }
    expect(await keepLog(someDecided([]), ports({ file }))).toEqual({ events: 0, failures: [], warnings: [] })
    expect(opened.times).toBe(0)
  })

  const lost: readonly { name: string; over: Partial<LogPorts>; failures: readonly object[] }[] = [
    {
      name: 'nobody says where to',
      over: { audit: anAudit({ required: true }) },
      failures: [{ where: 'policy.audit.required', code: 'ERR_AUDIT_REQUIRED' }],
    },
    {
      name: 'the file cannot be opened',
      over: { file: () => Promise.reject(new Error('EACCES')) },
      failures: [{ where: 'audit-log', code: 'ERR_AUDIT_FILE', message: 'EACCES' }],
    },
    {
      name: 'the file is another one',
      over: { file: async () => aLogFile('precious\n') },
      failures: [{ where: 'audit-log', code: 'ERR_AUDIT_FORMAT' }],
    },
    {
      name: 'there is nothing to send with',
      over: { audit: anAudit({ url: 'http://127.0.0.1:1/' }) },
      failures: [{ where: 'policy.audit.url', code: 'ERR_AUDIT_UPLOAD', message: 'there is nothing to send it with' }],
    },
    {
      name: 'neither of both works',
      over: {
        audit: anAudit({ required: true, url: 'http://192.0.2.1/' }),
        file: async () => aLogFile('{}\n'),
        upload: { http, wait },
      },
      failures: [{ where: 'audit-log' }, { where: 'policy.audit.url', code: 'ERR_AUDIT_UPLOAD' }],
    },
  ]
  test.each(lost)('fails, and never throws, where $name', async ({ over, failures }) => {
    const kept = await keepLog(some, ports(over))
    expect(kept.failures).toEqual(failures.map((failure) => expect.objectContaining(failure)))
    expect(kept).not.toHaveProperty('head')
  })
})
