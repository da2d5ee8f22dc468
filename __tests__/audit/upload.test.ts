import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { type Sender, upload } from '../../src/audit/upload.js'
import { createHttp } from '../../src/http/index.js'
import { freePort } from '../support/opa-server.js'
import { type Answer, type LogService, startLogService } from './log-service.js'

const http = createHttp({ proxy: {}, allowInsecure: false, connections: 4 })
afterAll(() => http.close())

let service: LogService | undefined
afterEach(async () => {
  await service?.close()
  service = undefined
})

const someLines = (count: number, size = 10): readonly Buffer[] =>
  Array.from({ length: count }, (_, i) =>
    Buffer.from(`${JSON.stringify({ decision_id: String(i), input: 'x'.repeat(size) })}\n`),
  )

/** What becomes of an upload, and how long it would have waited between its attempts. */
async function send(lines: readonly Buffer[], answers: readonly Answer[], over: Partial<Sender> = {}) {
  service = await startLogService(...answers)
  const waits: number[] = []
  const wait = async (ms: number) => {
    waits.push(ms)
  }
  const { url, posted } = service
  const sent = upload(lines, url, { http, wait, timeoutMs: 5000, ...over }, new AbortController().signal)
  const ended = await sent.then(
    (arrived) => ({ arrived }),
    (thrown) => ({ code: thrown.code, message: thrown.message }),
  )
  return { ended, waits, posted }
}

describe('an upload', () => {
  test('posts a gzip-compressed list of events to /logs', async () => {
    const { ended, posted } = await send(someLines(3), [200], { token: async () => 'sesame' })
    expect(ended).toEqual({ arrived: 3 })
    expect(posted).toEqual([
      {
        method: 'POST',
        url: '/base/logs',
        bytes: expect.any(Number),
        headers: expect.objectContaining({
          'content-type': 'application/json',
          'content-encoding': 'gzip',
          authorization: 'Bearer sesame',
        }),
        events: someLines(3).map((line) => JSON.parse(String(line))),
      },
    ])
  })

  test('is without a token where there is none', async () => {
    for (const token of [undefined, async () => undefined, async () => '']) {
      const { posted } = await send(someLines(1), [204], token && { token })
      expect(posted[0]?.headers).not.toHaveProperty('authorization')
      await service?.close()
    }
  })

  const sizes: readonly { name: string; lines: readonly Buffer[]; chunks: readonly number[] }[] = [
    { name: 'a thousand events', lines: someLines(2500), chunks: [1000, 1000, 500] },
    { name: 'a mebibyte', lines: someLines(5, 400_000), chunks: [2, 2, 1] },
    { name: 'one event, however large', lines: someLines(2, 2_000_000), chunks: [1, 1] },
  ]
  test.each(sizes)('is cut into chunks of $name', async ({ lines, chunks }) => {
    const { ended, posted } = await send(lines, [200])
    expect(ended).toEqual({ arrived: lines.length })
    expect(posted.map(({ events }) => events.length)).toEqual(chunks)
    for (const { bytes, events } of posted) expect(events.length === 1 || bytes <= 1 << 20).toBe(true)
    expect(posted.flatMap(({ events }) => events)).toEqual(lines.map((line) => JSON.parse(String(line))))
  })
})

describe('what goes wrong', () => {
  const reset: Answer = (response) => response.destroy()
  const never: Answer = () => undefined
  const failures: readonly {
    name: string
    answers: readonly Answer[]
    ended: object
    attempts: number
    waits: readonly number[]
    over?: Partial<Sender>
  }[] = [
    { name: 'a 500 is tried again', answers: [500, 200], ended: { arrived: 1 }, attempts: 2, waits: [200] },
    { name: 'a connection that is reset too', answers: [reset, 204], ended: { arrived: 1 }, attempts: 2, waits: [200] },
    {
      name: 'a 429 after the time that it asks for',
      answers: [{ status: 429, headers: { 'retry-after': '2' } }, 200],
      ended: { arrived: 1 },
      attempts: 2,
      waits: [2000],
    },
    {
      name: 'a 429 that asks for too much is the end',
      answers: [{ status: 429, headers: { 'retry-after': '60' } }],
      ended: { code: 'ERR_AUDIT_UPLOAD', message: 'it answered 429, retry-after 60' },
      attempts: 1,
      waits: [],
    },
    {
      name: 'the fourth time is the last, and what the service said is shown',
      answers: [{ status: 503, body: { code: 'internal_error', message: 'no disk\u001b[0m' } }],
      ended: { code: 'ERR_AUDIT_UPLOAD', message: 'it answered 503: internal_error: no disk\\u001b[0m' },
      attempts: 4,
      waits: [200, 400, 800],
    },
    {
      name: 'a 401 is the end',
      answers: [{ status: 401, body: { code: 'unauthorized', message: 'not sesame' } }],
      ended: {
        code: 'ERR_AUDIT_UPLOAD',
        message: 'it answered 401: unauthorized: not ***; give "audit-token" a token that it accepts',
      },
      attempts: 1,
      waits: [],
      over: { token: async () => 'sesame' },
    },
    {
      name: 'a redirect is not followed',
      answers: [{ status: 307, headers: { location: 'http://169.254.169.254/' } }, 200],
      ended: { code: 'ERR_AUDIT_UPLOAD', message: 'it answered 307, and redirects are not followed' },
      attempts: 1,
      waits: [],
    },
    {
      name: 'a service that never answers costs no more than the limit',
      answers: [never],
      ended: { code: 'ERR_AUDIT_UPLOAD', message: expect.stringMatching(/\d+ ms|in time/) },
      attempts: 1,
      waits: [],
      over: { timeoutMs: 300 },
    },
    {
      name: 'an answer without end is no answer',
      answers: [(response) => response.writeHead(200).write('x'.repeat(1 << 20))],
      ended: { code: 'ERR_AUDIT_UPLOAD', message: expect.any(String) },
      attempts: 1,
      waits: [],
    },
    {
      name: 'a token that nobody gives is the end',
      answers: [200],
      ended: { code: 'ERR_AUDIT_UPLOAD', message: 'there is no token for it: no id-token' },
      attempts: 0,
      waits: [],
      over: { token: () => Promise.reject(new Error('no id-token')) },
    },
  ]
  test.each(failures)('$name', async ({ answers, ended, attempts, waits, over }) => {
    const start = performance.now()
    const result = await send(someLines(1), answers, over)
    expect({ ended: result.ended, attempts: result.posted.length, waits: result.waits }).toEqual({
      ended,
      attempts,
      waits,
    })
    expect(performance.now() - start).toBeLessThan(3000)
  })

  test('says how many have arrived', async () => {
    const { ended } = await send(someLines(2500), [200, 400])
    expect(ended).toEqual({
      code: 'ERR_AUDIT_UPLOAD',
      message: 'it answered 400 (1000 of 2500 decisions have arrived)',
    })
  })

  test('nobody there is an end, too', async () => {
    const wait = async () => undefined
    const url = new URL(`http://127.0.0.1:${await freePort()}`)
    const sent = upload(someLines(1), url, { http, wait }, new AbortController().signal)
    await expect(sent).rejects.toMatchObject({ code: 'ERR_AUDIT_UPLOAD' })
  })

  test('a run that ends takes its upload with it', async () => {
    const abort = new AbortController()
    service = await startLogService(() => abort.abort())
    const wait = async () => undefined
    await expect(upload(someLines(1), service.url, { http, wait }, abort.signal)).rejects.toMatchObject({
      code: 'ERR_AUDIT_UPLOAD',
    })
    expect(service.posted).toHaveLength(1)
  })
})
