import { afterEach, describe, expect, test } from '@jest/globals'
import { HttpError, type HttpRequest } from '../../src/core/http.js'
import { anAnswer, startFaultProxy } from '../support/fault-proxy.js'
import { type Handler, serve } from '../support/loopback.js'
import { anHttp, never } from './a-remote.js'

const closing: (() => unknown)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

async function start(handler: Handler = () => ({ body: { ok: true } })) {
  const server = await serve(handler)
  const http = anHttp()
  closing.push(() => http.close(), server.close)
  return { server, http }
}

const aRequest = (url: string, rest: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url: new URL(url),
  maxBytes: 1000,
  timeoutMs: 2000,
  signal: never(),
  ...rest,
})

const failureOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'it was answered',
    (thrown: unknown) => thrown,
  )

describe('a request', () => {
  test('arrives as it was given, and its answer as it was sent', async () => {
    const { server, http } = await start(() => ({ status: 418, headers: { 'X-A': 'b' }, body: 'tea' }))
    const headers = { 'content-type': 'text/plain', authorization: 'Bearer t' }
    const url = `${server.url}/a%2Fb?c=d%20e`
    const answer = await http.request(aRequest(url, { method: 'POST', headers, body: 'pot' }))
    expect(server.seen[0]).toMatchObject({ method: 'POST', url: '/a%2Fb?c=d%20e', headers, body: 'pot' })
    expect(answer).toMatchObject({ status: 418, headers: { 'x-a': 'b' } })
    expect(Buffer.from(answer.body).toString()).toBe('tea')
  })

  test('is not followed anywhere', async () => {
    const { server, http } = await start(() => ({ status: 302, headers: { location: '/elsewhere' } }))
    await expect(http.request(aRequest(server.url))).resolves.toMatchObject({ status: 302 })
    expect(server.seen).toHaveLength(1)
  })

  test('shares connections with those before it, and never has more of them than it may', async () => {
    const { server, http } = await start()
    const ports = new Set<unknown>()
    server.server.on('connection', (socket) => ports.add(socket.remotePort))
    const ask = () => Promise.all(Array.from({ length: 100 }, () => http.request(aRequest(server.url))))
    await ask()
    await ask()
    expect(server.seen).toHaveLength(200)
    expect(ports.size).toBeLessThanOrEqual(32)
  })

  test.each([
    { bytes: 1000, ends: { status: 200 } },
    { bytes: 1001, ends: { failure: 'too-large', code: 'ERR_HTTP_TOO_LARGE' } },
  ])('of which $bytes bytes come back, where 1000 may', async ({ bytes, ends }) => {
    for (const chunked of [false, true]) {
      const { server, http } = await start((_seen, _index, { response }) => {
        if (chunked) response.write(' ')
        response.end(' '.repeat(chunked ? bytes - 1 : bytes))
      })
      const ended = await http.request(aRequest(server.url)).catch((thrown: unknown) => thrown)
      expect(ended).toMatchObject(ends)
    }
  })

  test('that is aborted ends at once, before or while it waits', async () => {
    const { server, http } = await start(() => undefined)
    const stopping = new AbortController()
    let requests = 0
    server.server.on('request', () => {
      requests++
      stopping.abort()
    })
    const asked = failureOf(http.request(aRequest(server.url, { signal: stopping.signal })))
    expect(await asked).toMatchObject({ failure: 'aborted' })
    const late = failureOf(http.request(aRequest(server.url, { signal: stopping.signal })))
    expect(await late).toMatchObject({ failure: 'aborted' })
    expect(requests).toBe(1)
  })

  test('has one deadline for everything, also where it waits for a connection', async () => {
    const { server } = await start(() => undefined)
    const http = anHttp({ connections: 1 })
    closing.push(() => http.close())
    const ask = () => failureOf(http.request(aRequest(server.url, { timeoutMs: 100 })))
    expect(await Promise.all([ask(), ask(), ask()])).toMatchObject([
      { failure: 'timeout' },
      { failure: 'timeout' },
      { failure: 'timeout' },
    ])
  })

  test('whose time is over before it could be sent is not sent later', async () => {
    let answerFirst = () => {}
    const { server } = await start(
      (_seen, _index, { response }) =>
        new Promise<void>((resolve) => {
          answerFirst = () => resolve(void response.end())
        }),
    )
    const http = anHttp({ connections: 1 })
    closing.push(() => http.close())
    const first = http.request(aRequest(`${server.url}/first`))
    const second = failureOf(http.request(aRequest(`${server.url}/second`, { timeoutMs: 50 })))
    expect(await second).toMatchObject({ failure: 'timeout' })
    answerFirst()
    await first
    const third = http.request(aRequest(`${server.url}/third`))
    server.server.on('request', () => setImmediate(() => answerFirst()))
    await third
    expect(server.seen.map(({ url }) => url)).toEqual(['/first', '/third'])
  })

  test('after the end is refused', async () => {
    const { server, http } = await start()
    await http.request(aRequest(server.url))
    await http.close()
    expect(await failureOf(http.request(aRequest(server.url)))).toMatchObject({ failure: 'unreachable' })
    await http.close()
  })

  test('tells nothing of what was asked', async () => {
    const secret = { headers: { authorization: 'Bearer Secret' }, timeoutMs: 50 }
    const { server, http } = await start(() => undefined)
    const answers = await startFaultProxy({ kind: 'instead', bytes: 'Secret\r\n' }, server)
    closing.push(answers.close)
    for (const base of [server.url, answers.url, 'http://127.0.0.1:1', 'http://93.184.216.34']) {
      const error = await failureOf(http.request(aRequest(`${base}/Secret?token=Secret`, secret)))
      expect(error).toBeInstanceOf(HttpError)
      expect(error).not.toMatchObject({ message: expect.stringContaining('Secret') })
    }
  })

  test('whose headers are none is not sent', async () => {
    const { server, http } = await start()
    const error = await failureOf(http.request(aRequest(server.url, { headers: { authorization: 'Secret\r\nx: y' } })))
    expect(error).toMatchObject({ failure: 'unreachable', message: expect.not.stringContaining('Secret') })
    expect(server.seen).toEqual([])
  })
})

describe('an answer after which the connection is spoilt', () => {
  test('does not spoil the next one', async () => {
    const { server, http } = await start()
    const two = Buffer.concat([anAnswer('200 OK', {}, 'mine'), anAnswer('200 OK', {}, 'smuggled')])
    const proxy = await startFaultProxy({ kind: 'instead', bytes: two }, server, /first/)
    closing.push(proxy.close)
    const first = await http.request(aRequest(`${proxy.url}/first`))
    expect(Buffer.from(first.body).toString()).toBe('mine')
    const second = await http.request(aRequest(`${proxy.url}/second`))
    expect(Buffer.from(second.body).toString()).toBe('{"ok":true}')
  })
})
