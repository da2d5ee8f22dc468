import { afterEach, describe, expect, test } from '@jest/globals'
import { HttpError } from '../../src/core/http.js'
import { anHttp } from '../http/a-remote.js'
import { type Handler, serve } from '../support/loopback.js'
import { at, HOUR, NOW, reading, unknown } from './asking.js'

const closing: (() => unknown)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

async function start(handler: Handler) {
  const server = await serve(handler)
  const http = anHttp()
  closing.push(() => http.close(), server.close)
  return { server, http, url: server.url }
}

const GOOD = { value: 3, at: at(NOW) }
const counter = (url: string, rest: object = {}) => ({ source: 'http', url, ...rest })

describe('a counter of a server', () => {
  test.each([
    ['by itself', GOOD],
    ['as a document of OPA', { result: GOOD, decision_id: '1' }],
  ])('is read %s', async (_, body) => {
    const { http, url, server } = await start(() => ({ body }))
    const read = await reading(counter(`${url}/v1/usage?key=1`, { window: '24h' }), { http })
    expect(read).toEqual({ ...GOOD, unit: 'count', source: `http ${url}/v1/usage`, window: '24h' })
    expect(server.seen).toMatchObject([
      { method: 'GET', url: '/v1/usage?key=1', headers: { accept: 'application/json' } },
    ])
    expect(server.seen[0]?.headers).not.toHaveProperty('authorization')
  })

  test('is told who asks, in no other words than they have', async () => {
    const { http, url, server } = await start(() => ({ body: GOOD }))
    const address = `${url}/{counter}/{repository}/{workflow}/{actor}?w={window}`
    await reading(counter(address, { window: '24h' }), { http }, { actors: ['a/../b?c=d#[bot]'] })
    expect(server.seen[0]?.url).toBe('/tokens/acme%2Fapp/gate.yml/a%2F..%2Fb%3Fc%3Dd%23%5Bbot%5D?w=24h')
  })

  test('is asked for each person behind the run, and the highest holds', async () => {
    const values: Record<string, object> = {
      '/alice': GOOD,
      '/bob': { value: 7, at: at(NOW - HOUR / 2) },
      '/carol': { value: 5, at: at(NOW) },
    }
    const { http, url } = await start(({ url: path }) => ({ body: values[path] }))
    const read = await reading(counter(`${url}/{actor}`), { http }, { actors: ['alice', 'bob', 'Bob', 'carol'] })
    expect(read).toMatchObject({ value: 7, at: at(NOW - HOUR / 2) })
  })

  test('is asked for once where nobody is named', async () => {
    const { http, url, server } = await start(() => ({ body: GOOD }))
    await reading(counter(`${url}/`), { http }, { actors: ['alice', 'bob'] })
    expect(server.seen).toHaveLength(1)
  })

  test.each<[string, Handler, string, string]>([
    ['is not there', () => ({ status: 404 }), 'ERR_USAGE_ANSWER', 'status 404'],
    ['has no content', () => ({ status: 204 }), 'ERR_USAGE_ANSWER', 'status 204'],
    ['is broken', () => ({ status: 500, body: GOOD }), 'ERR_USAGE_ANSWER', 'status 500'],
    ['leads elsewhere', () => ({ status: 302, headers: { location: '/' } }), 'ERR_USAGE_ANSWER', 'redirects'],
    ['is no JSON', () => ({ body: 'three' }), 'ERR_USAGE_ANSWER', 'no JSON'],
    ['is empty', () => ({ body: '' }), 'ERR_USAGE_ANSWER', 'no JSON'],
    ['is no UTF-8', () => ({ body: Buffer.from([0xff]) }), 'ERR_USAGE_ANSWER', 'no JSON'],
    ['is packed', () => ({ headers: { 'content-encoding': 'gzip' }, body: GOOD }), 'ERR_USAGE_ANSWER', 'encoding'],
    ['is a number alone', () => ({ body: '3' }), 'ERR_USAGE_VALUE', 'no mapping'],
    ['is undefined in OPA', () => ({ body: {} }), 'ERR_USAGE_STALE', 'does not say when'],
    ['is no result', () => ({ body: { ...GOOD, result: null } }), 'ERR_USAGE_VALUE', 'no mapping'],
    ['is negative', () => ({ body: { ...GOOD, value: -1 } }), 'ERR_USAGE_VALUE', 'whole number'],
    ['is old', () => ({ body: { ...GOOD, at: at(NOW - HOUR - 1) } }), 'ERR_USAGE_STALE', '"max_age"'],
    ['says that it is broken', () => ({ body: { ...GOOD, unknown: 'x' } }), 'ERR_USAGE_VALUE', 'the key "unknown"'],
    ['says two things', () => ({ body: { ...GOOD, result: GOOD } }), 'ERR_USAGE_ANSWER', 'beside "result"'],
    ['has a key twice', () => ({ body: '{"value":9,"value":0}' }), 'ERR_USAGE_ANSWER', 'a key twice'],
    ['has lost digits', () => ({ body: '{"value":3.0000000000000000001}' }), 'ERR_USAGE_ANSWER', 'more digits'],
    ['is huge', () => ({ body: { ...GOOD, more: 'x'.repeat(70_000) } }), 'ERR_HTTP_TOO_LARGE', '65536 bytes'],
    ['breaks off', (_s, _i, { request }) => void request.socket.destroy(), 'ERR_HTTP_BROKEN', ''],
  ])('whose answer %s is unknown', async (_, handler, code, says) => {
    const { http, url } = await start(handler)
    expect(await reading(counter(`${url}/`), { http })).toMatchObject(unknown(code, says))
  })

  // As whom somebody comes, they choose: no fallback covers this code.
  test.each<[string, Handler, string]>([
    ['is not there', () => ({ status: 404 }), 'ERR_INPUT_INCOMPLETE'],
    ['is refused', () => ({ status: 403 }), 'ERR_INPUT_INCOMPLETE'],
    ['is undefined in OPA', () => ({ body: {} }), 'ERR_INPUT_INCOMPLETE'],
    ['is old', () => ({ body: { ...GOOD, at: at(NOW - HOUR - 1) } }), 'ERR_INPUT_INCOMPLETE'],
    ['is broken', () => ({ status: 500 }), 'ERR_USAGE_ANSWER'],
    ['is no JSON', () => ({ body: 'no such person' }), 'ERR_INPUT_INCOMPLETE'],
    ['leads elsewhere', () => ({ status: 302, headers: { location: '/login' } }), 'ERR_INPUT_INCOMPLETE'],
  ])('whose answer about one person %s is unknown', async (_, handler, code) => {
    const { http, url } = await start(handler)
    expect(await reading(counter(`${url}/{actor}`), { http })).toMatchObject(unknown(code, ''))
  })

  test('is unknown where nobody answers', async () => {
    const { http, url, server } = await start(() => undefined)
    await server.close()
    expect(await reading(counter(url), { http })).toMatchObject(unknown('ERR_HTTP_UNREACHABLE', ''))
  })

  test('is unknown where plain http is refused', async () => {
    const error = new HttpError('refused-address', 'plain http was refused: use https, or give "allow-insecure: true"')
    const http = { request: () => Promise.reject(error) }
    const read = await reading(counter('http://usage.example/'), { http })
    expect(read).toMatchObject(unknown('ERR_HTTP_REFUSED_ADDRESS', 'allow-insecure'))
  })

  test('is unknown in the time that there is', async () => {
    const { http, url, server } = await start(() => undefined)
    const read = await reading(counter(url), { http, deadlineMs: 50 })
    expect(read).toMatchObject(unknown('ERR_USAGE_TIMEOUT', 'within 50 ms'))
    expect(server.seen.length).toBeLessThanOrEqual(1)
  })

  test.each([
    ['workflow', {}, { workflow: '' }],
    ['repository', {}, { repository: '..' }],
    ['actor', {}, { actors: ['.'] }],
    ['actor', {}, { actors: ['\ud800'] }],
  ])('is unknown where there is no {%s}', async (name, rest, about) => {
    const { http, url, server } = await start(() => ({ body: GOOD }))
    const read = await reading(counter(`${url}/{${name}}`, rest), { http }, about)
    expect(read).toMatchObject(unknown('ERR_USAGE_ANSWER', `has {${name}}`))
    expect(server.seen).toEqual([])
  })
})
