import { createServer, request as forward } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { proxyFor } from '../../src/core/proxy.js'
import { aClient, errorOf, REPO, TOKEN } from '../support/client.js'
import { type Loopback, serve } from '../support/loopback.js'

const closing: (() => unknown)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

/** A proxy for which every host is `target`; it notes what it was asked. */
async function aProxy(target: Loopback) {
  const asked: {
    readonly line: string
    readonly credentials: string | undefined
    readonly token: string | undefined
  }[] = []
  const proxy = createServer((request, response) => {
    const { method, url = '', headers } = request
    asked.push({ line: `${method} ${url}`, credentials: headers['proxy-authorization'], token: headers.authorization })
    const { pathname, search } = new URL(url)
    const onward = forward({ port: target.port, method, path: pathname + search, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(response)
    })
    request.pipe(onward)
  })
  proxy.on('connect', ({ url, headers }, socket) => {
    asked.push({ line: `CONNECT ${url}`, credentials: headers['proxy-authorization'], token: headers.authorization })
    const onward = connect(target.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    for (const end of [onward, socket]) end.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    proxy.closeAllConnections()
    return new Promise((resolve) => proxy.close(resolve))
  })
  return { address: `127.0.0.1:${(proxy.address() as AddressInfo).port}`, asked }
}

async function start() {
  const server = await serve(({ url }) => ({ body: { id: url.length } }))
  closing.push(server.close)
  return { server, proxy: await aProxy(server) }
}

const REPOSITORY = 'GET /repos/{owner}/{repo}'
const schema = v.object({ id: v.number() })

describe('through a proxy', () => {
  test('what is not https is forwarded, with the credentials of the proxy', async () => {
    const { server, proxy } = await start()
    const variables = { HTTP_PROXY: `http://me:p%40ss@${proxy.address}`, HTTPS_PROXY: 'http://127.0.0.1:1' }
    const client = aClient('http://github.example/api/v3', { proxy: variables })
    await expect(client.get(REPOSITORY, REPO, schema)).resolves.toEqual({ id: 36 })
    await client.get(REPOSITORY, REPO, schema)
    const line = 'GET http://github.example/api/v3/repos/Codertocat/Hello-World'
    const credentials = `Basic ${Buffer.from('me:p@ss').toString('base64')}`
    expect(proxy.asked).toEqual([
      { line, credentials, token: `token ${TOKEN}` },
      { line, credentials, token: `token ${TOKEN}` },
    ])
    expect(server.seen).toHaveLength(2)
    expect(client.stats()).toEqual({ requests: 2, retries: 0 })
  })

  test('https is tunnelled, and the proxy never sees the token', async () => {
    // The tunnel ends at a server that speaks no TLS: enough to see what the proxy was asked.
    const { proxy } = await start()
    const client = aClient('https://api.github.example', { proxy: { https_proxy: proxy.address } })
    const error = await errorOf(client.get(REPOSITORY, REPO, schema))
    expect(error).toMatchObject({ code: 'ERR_GITHUB_UNREACHABLE' })
    expect(proxy.asked[0]).toEqual({ line: 'CONNECT api.github.example:443', credentials: undefined, token: undefined })
  })

  test('a proxy that refuses is told of, without its password', async () => {
    const refusing = createServer().on('connect', (_, socket) => {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n')
    })
    await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise((resolve) => refusing.close(resolve)))
    const { port } = refusing.address() as AddressInfo
    const client = aClient('https://api.github.example', {
      proxy: { HTTPS_PROXY: `http://me:Secret@127.0.0.1:${port}` },
    })
    const error = await errorOf(client.get(REPOSITORY, REPO, schema))
    expect(error).toMatchObject({ code: 'ERR_GITHUB_UNREACHABLE' })
    expect(error.message).toContain('407')
  })

  test.each(['http://Secret@:80', 'ftp://proxy.example', 'http://'])('%s is no proxy', async (address) => {
    const client = aClient('https://api.github.example', { proxy: { HTTPS_PROXY: address } })
    const error = await errorOf(client.get(REPOSITORY, REPO, schema))
    expect(error).toMatchObject({ code: 'ERR_GITHUB_UNREACHABLE' })
    expect(error.message).toContain('the proxy in HTTPS_PROXY is no http(s) URL')
    expect(client.stats().requests).toBe(0)
  })

  test('loopback and what NO_PROXY names are asked directly', async () => {
    const { server, proxy } = await start()
    const client = aClient(server.url, { proxy: { http_proxy: `http://${proxy.address}` } })
    await expect(client.get(REPOSITORY, REPO, schema)).resolves.toEqual({ id: 29 })
    expect(proxy.asked).toEqual([])
  })
})

describe('proxyFor', () => {
  const HTTPS = { https_proxy: 'http://p.example:3128' }
  const table: readonly { url: string; variables: Record<string, string>; proxy?: string }[] = [
    { url: 'https://api.github.com', variables: {} },
    { url: 'https://api.github.com', variables: HTTPS, proxy: 'http://p.example:3128/' },
    { url: 'https://api.github.com', variables: { HTTPS_PROXY: 'http://q.example' }, proxy: 'http://q.example/' },
    {
      url: 'https://api.github.com',
      variables: { ...HTTPS, HTTPS_PROXY: 'http://q.example' },
      proxy: 'http://p.example:3128/',
    },
    {
      url: 'https://api.github.com',
      variables: { https_proxy: ' ', HTTPS_PROXY: 'q.example:80' },
      proxy: 'http://q.example/',
    },
    { url: 'https://api.github.com', variables: { https_proxy: 'https://p.example' }, proxy: 'https://p.example/' },
    { url: 'https://api.github.com', variables: { http_proxy: 'http://p.example' } },
    { url: 'http://ghes.example', variables: { http_proxy: 'http://p.example' }, proxy: 'http://p.example/' },
    { url: 'https://localhost:8443', variables: HTTPS },
    { url: 'https://127.0.0.2', variables: HTTPS },
    { url: 'https://[::1]', variables: HTTPS },
    { url: 'https://127.0.0.1.evil.example', variables: HTTPS, proxy: 'http://p.example:3128/' },
  ]
  test.each(table)('$url with $variables', ({ url, variables, proxy }) => {
    expect(proxyFor(new URL(url), variables)?.href).toBe(proxy)
  })

  const exempt: readonly [list: string, url: string, direct: boolean][] = [
    ['api.github.com', 'https://api.github.com', true],
    ['API.GitHub.com', 'https://api.github.com', true],
    ['a.example, github.com', 'https://api.github.com', true],
    ['.github.com', 'https://api.github.com', true],
    ['*.github.com', 'https://api.github.com', true],
    ['hub.com', 'https://api.github.com', false],
    ['*', 'https://api.github.com', true],
    ['api.github.com:443', 'https://api.github.com', true],
    ['api.github.com:8443', 'https://api.github.com', false],
    ['api.github.com:8443', 'https://api.github.com:8443', true],
    ['', 'https://api.github.com', false],
    [' , ,', 'https://api.github.com', false],
  ]
  test.each(exempt)('NO_PROXY %j and %s: directly %s', (no_proxy, url, direct) => {
    expect(proxyFor(new URL(url), { ...HTTPS, NO_PROXY: no_proxy }) === undefined).toBe(direct)
  })
})
