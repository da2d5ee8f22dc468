import type { LookupAddress } from 'node:dns'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { HttpOptions, Lookup } from '../../src/http/index.js'
import { serve } from '../support/loopback.js'
import { anHttp, never } from './a-remote.js'

/** Plain http goes to loopback and to private addresses alone, whatever a name says at that moment. */

const closing: (() => unknown)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const ask = async (url: string, options: Partial<HttpOptions> = {}) => {
  const http = anHttp(options)
  closing.push(() => http.close())
  const request = { method: 'GET', url: new URL(url), maxBytes: 1000, timeoutMs: 1000, signal: never() } as const
  return http.request(request).then(
    ({ status }) => status,
    (thrown: { failure?: string }) => thrown.failure,
  )
}

/** DNS that knows one name. */
const dns =
  (...addresses: string[]): Lookup =>
  (_name, _options, callback) =>
    callback(
      null,
      addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

describe('plain http without "allow-insecure"', () => {
  const literal: readonly [host: string, ends: string | number][] = [
    ['127.0.0.1', 200],
    ['2130706433', 200],
    ['0x7f.1', 200],
    ['93.184.216.34', 'refused-address'],
    ['169.254.169.254', 'refused-address'],
    ['2852039166', 'refused-address'],
    ['0.0.0.0', 'refused-address'],
    ['[fe80::1]', 'refused-address'],
    ['[::ffff:169.254.169.254]', 'refused-address'],
    ['[2606:2800:21f:cb07:6820:80da:af6b:8b2c]', 'refused-address'],
  ]
  test.each(literal)('%s: %s', async (host, ends) => {
    const server = await serve(() => ({}))
    closing.push(server.close)
    expect(await ask(`http://${host}:${server.port}`)).toBe(ends)
    expect(server.seen).toHaveLength(ends === 200 ? 1 : 0)
  })

  const named: readonly [addresses: string[], ends: string | number][] = [
    [['127.0.0.1'], 200],
    [['::ffff:127.0.0.1'], 200],
    [['169.254.169.254'], 'refused-address'],
    [['93.184.216.34'], 'refused-address'],
    [['fe80::1%eth0'], 'refused-address'],
    [[], 'refused-address'],
    // Only what is private of them is tried.
    [['93.184.216.34', '127.0.0.1'], 200],
    [['2606:2800:21f:cb07::1', '127.0.0.1'], 200],
  ]
  test.each(named)('a name that is %j: %s', async (addresses, ends) => {
    const server = await serve(() => ({}))
    closing.push(server.close)
    expect(await ask(`http://opa.example:${server.port}`, { lookup: dns(...addresses) })).toBe(ends)
    expect(server.seen).toHaveLength(ends === 200 ? 1 : 0)
  })

  test('each connection looks the name up for itself: what it was a moment ago counts for nothing', async () => {
    const server = await serve((_seen, _index, { response }) => {
      response.shouldKeepAlive = false
      return {}
    })
    closing.push(server.close)
    const answers = ['127.0.0.1', '169.254.169.254']
    const http = anHttp({ lookup: (...args) => dns(answers.shift() ?? '')(...args) })
    closing.push(() => http.close())
    const url = new URL(`http://rebinding.example:${server.port}`)
    const request = { method: 'GET', url, maxBytes: 1000, timeoutMs: 1000, signal: never() } as const
    await expect(http.request(request)).resolves.toMatchObject({ status: 200 })
    await expect(http.request(request)).rejects.toMatchObject({ failure: 'refused-address' })
  })

  test('localhost is what the system says, over IPv6 or IPv4', async () => {
    const server = await serve(() => ({}))
    closing.push(server.close)
    expect(await ask(`http://localhost:${server.port}`)).toBe(200)
    const both = dns('::1', '127.0.0.1')
    expect(await ask(`http://localhost:${server.port}`, { lookup: both })).toBe(200)
  })

  test('a name that nobody knows cannot be reached', async () => {
    const unknown: Lookup = (_name, _options, callback) =>
      callback(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }), [])
    expect(await ask('http://nowhere.example', { lookup: unknown })).toBe('unreachable')
  })

  test('the refusal says the two ways out', async () => {
    const http = anHttp()
    closing.push(() => http.close())
    const url = new URL('http://user.example.com:8181/path?token=Secret')
    const request = { method: 'GET', url, maxBytes: 1000, timeoutMs: 1000, signal: never() } as const
    const lookup = dns('93.184.216.34')
    const strict = anHttp({ lookup })
    closing.push(() => strict.close())
    await expect(strict.request(request)).rejects.toThrow(
      'plain http to user.example.com was refused, which is no private address: use https, or give "allow-insecure: true"',
    )
  })
})

describe('plain http with "allow-insecure"', () => {
  test('goes wherever the name leads', async () => {
    const server = await serve(() => ({}))
    closing.push(server.close)
    expect(await ask(`http://localhost:${server.port}`, { allowInsecure: true })).toBe(200)
    // Nobody listens there: it was tried.
    expect(await ask('http://0.0.0.0:1', { allowInsecure: true })).toBe('unreachable')
  })
})

describe('https', () => {
  test('may go to any address, since the certificate says whose it is', async () => {
    const server = await serve(() => ({}))
    closing.push(server.close)
    // It speaks no TLS: enough to see that it was asked.
    expect(await ask(`https://localhost:${server.port}`)).toBe('certificate')
  })
})
