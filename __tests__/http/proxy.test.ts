import { afterEach, describe, expect, test } from '@jest/globals'
import type { HttpOptions } from '../../src/http/index.js'
import { serve } from '../support/loopback.js'
import { startProxy } from './a-proxy.js'
import { anHttp, never } from './a-remote.js'

const closing: (() => unknown)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

async function start() {
  const server = await serve(({ url, headers }) => ({ body: { url, host: headers.host } }))
  const proxy = await startProxy(server)
  closing.push(proxy.close, server.close)
  return { server, proxy }
}

async function ask(url: string, options: Partial<HttpOptions>) {
  const http = anHttp(options)
  closing.push(() => http.close())
  const headers = { authorization: 'Bearer t' }
  const request = {
    method: 'GET',
    url: new URL(url),
    headers,
    maxBytes: 1000,
    timeoutMs: 3000,
    signal: never(),
  } as const
  return http.request(request).then(
    ({ status }) => status,
    ({ failure, message }: { failure: string; message: string }) => ({ failure, message }),
  )
}

describe('plain http through a proxy', () => {
  test('is forwarded, with the credentials of the proxy', async () => {
    const { server, proxy } = await start()
    const http_proxy = `http://me:p%40ss@${proxy.address}`
    expect(await ask('http://10.1.2.3:8181/v1/data/a%2Fb?c=d', { proxy: { http_proxy } })).toBe(200)
    const credentials = `Basic ${Buffer.from('me:p@ss').toString('base64')}`
    expect(proxy.asked).toEqual([
      { line: 'GET http://10.1.2.3:8181/v1/data/a%2Fb?c=d', credentials, token: 'Bearer t' },
    ])
    expect(server.seen).toMatchObject([{ url: '/v1/data/a%2Fb?c=d', headers: { host: '10.1.2.3:8181' } }])
  })

  const table: readonly { name: string; url: string; options?: Partial<HttpOptions>; ends: unknown }[] = [
    { name: 'a name', url: 'http://opa.example', ends: 'refused-address' },
    { name: 'a public address', url: 'http://93.184.216.34', ends: 'refused-address' },
    { name: 'a metadata address', url: 'http://169.254.169.254', ends: 'refused-address' },
    { name: 'a private address', url: 'http://192.168.0.1', ends: 200 },
    { name: 'a name that may be insecure', url: 'http://opa.example', options: { allowInsecure: true }, ends: 200 },
  ]
  test.each(table)('to $name: $ends', async ({ url, options, ends }) => {
    const { proxy } = await start()
    const ended = await ask(url, { proxy: { http_proxy: proxy.address }, ...options })
    if (ends === 200) expect(ended).toBe(200)
    else expect(ended).toMatchObject({ failure: ends })
    expect(proxy.asked).toHaveLength(ends === 200 ? 1 : 0)
  })

  test('that is itself somewhere public is refused', async () => {
    const proxy = { http_proxy: 'http://93.184.216.34:3128' }
    expect(await ask('http://10.1.2.3', { proxy })).toMatchObject({ failure: 'refused-address' })
  })

  test('does not happen for loopback and for what NO_PROXY names', async () => {
    const { server, proxy } = await start()
    expect(await ask(server.url, { proxy: { http_proxy: proxy.address } })).toBe(200)
    const lookup: HttpOptions['lookup'] = (_name, _options, callback) =>
      callback(null, [{ address: '127.0.0.1', family: 4 }])
    const variables = { HTTP_PROXY: `http://${proxy.address}`, NO_PROXY: '.example' }
    expect(await ask(`http://opa.example:${server.port}`, { proxy: variables, lookup })).toBe(200)
    expect(proxy.asked).toEqual([])
  })

  test.each(['http://Secret@:80', 'ftp://Secret.example', 'http://me:%E0Secret@proxy.example'])(
    '%s is no proxy, and is not quoted',
    async (http_proxy) => {
      const ended = await ask('http://10.1.2.3', { proxy: { http_proxy } })
      expect(ended).toMatchObject({ failure: 'unreachable' })
      expect(ended).not.toMatchObject({ message: expect.stringContaining('Secret') })
    },
  )
})
