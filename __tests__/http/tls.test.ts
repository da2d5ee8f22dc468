import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { HttpOptions } from '../../src/http/index.js'
import { type Certificate, type Certificates, makeCertificates } from '../support/certificates.js'
import { startProxy } from './a-proxy.js'
import { anHttp, never } from './a-remote.js'

let certificates: Certificates
beforeAll(async () => {
  certificates = await makeCertificates()
})
const closing: (() => unknown)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const pem = (path: string) => readFileSync(path, 'utf8')
const read = ({ cert, key }: Certificate) => ({ cert: pem(cert), key: pem(key) })

/** A server of anything but TLS. */
async function startTcp(handle: (socket: Socket) => unknown): Promise<number> {
  const sockets: Socket[] = []
  const server = createTcpServer((socket) => {
    sockets.push(socket.on('error', () => undefined))
    handle(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise((resolve) => server.close(resolve))
  })
  return (server.address() as AddressInfo).port
}

/** A server that speaks TLS with this certificate, and asks for one where it is given a CA of clients. */
async function startTls(own: Certificate, clientCa?: Certificate, maxVersion: 'TLSv1.2' | 'TLSv1.3' = 'TLSv1.3') {
  const asks = clientCa ? { ca: pem(clientCa.cert), requestCert: true, rejectUnauthorized: true } : {}
  let requests = 0
  const server = createServer({ ...read(own), ...asks, maxVersion }, (_request, response) => {
    requests++
    response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return { port, url: `https://127.0.0.1:${port}`, requests: () => requests }
}

async function ask(url: string, options: Partial<HttpOptions> = {}) {
  const http = anHttp(options)
  closing.push(() => http.close())
  const request = { method: 'GET', url: new URL(url), maxBytes: 1000, timeoutMs: 3000, signal: never() } as const
  return http.request(request).then(
    ({ status }) => ({ status }),
    ({ failure, message }: { failure: string; message: string }) => ({ failure, message }),
  )
}
const failed = (says: string) => ({ failure: 'certificate', message: expect.stringContaining(says) })

describe('the certificate of a server', () => {
  test('of the CA that is given is trusted, by address and by name', async () => {
    const { url, port } = await startTls(certificates.server)
    const tls = { ca: pem(certificates.ca.cert) }
    expect(await ask(url, { tls })).toEqual({ status: 200 })
    expect(await ask(`https://localhost:${port}`, { tls })).toEqual({ status: 200 })
  })

  test.each(['127.0.0.1', 'localhost'])('for another name is not, at %s', async (host) => {
    const { port, requests } = await startTls(certificates.wrongName)
    const tls = { ca: pem(certificates.ca.cert) }
    expect(await ask(`https://${host}:${port}`, { tls })).toEqual(failed('its certificate is for another name'))
    expect(requests()).toBe(0)
  })

  test('of another CA is not', async () => {
    const { url, requests } = await startTls(certificates.otherServer)
    expect(await ask(url, { tls: { ca: pem(certificates.ca.cert) } })).toEqual(
      failed('its certificate is of a CA that is not trusted here'),
    )
    expect(await ask(url)).toEqual(failed('its certificate is of a CA that is not trusted here'))
    expect(requests()).toBe(0)
  })

  test('that is not one for servers is not', async () => {
    const { url, requests } = await startTls(certificates.client)
    const ended = await ask(url, { tls: { ca: pem(certificates.ca.cert) } })
    expect(ended).toEqual(failed('its certificate is not one for servers'))
    expect(requests()).toBe(0)
  })

  test('is looked at whatever the environment says', async () => {
    const { url } = await startTls(certificates.otherServer)
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
    try {
      expect(await ask(url, { tls: { ca: pem(certificates.ca.cert) } })).toMatchObject({ failure: 'certificate' })
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
    }
  })

  test('is wanted: who speaks no TLS is not asked', async () => {
    const port = await startTcp((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'))
    expect(await ask(`https://127.0.0.1:${port}`)).toEqual(failed('no TLS is spoken there'))
  })
})

describe('the certificate of a client', () => {
  const versions = ['TLSv1.2', 'TLSv1.3'] as const

  test.each(versions)('is shown over %s', async (version) => {
    const { url } = await startTls(certificates.server, certificates.ca, version)
    const tls = { ca: pem(certificates.ca.cert), ...read(certificates.client) }
    expect(await ask(url, { tls })).toEqual({ status: 200 })
  })

  test.each(versions)('is missing, or of another CA, over %s', async (version) => {
    const { url, requests } = await startTls(certificates.server, certificates.ca, version)
    const ca = pem(certificates.ca.cert)
    for (const tls of [{ ca }, { ca, ...read(certificates.otherClient) }]) {
      const ended = await ask(url, { tls })
      // This server closes the connection, and may do so before its alert is read, or without one.
      expect(ended).toMatchObject({ failure: expect.stringMatching(/^(certificate|broken|unreachable)$/) })
    }
    expect(requests()).toBe(0)
  })

  test.each([
    { name: 'a key that is none', key: () => 'Secret', cert: () => pem(certificates.client.cert) },
    {
      name: 'a key of another certificate',
      key: () => pem(certificates.otherClient.key),
      cert: () => pem(certificates.client.cert),
    },
    { name: 'a certificate that is none', key: () => pem(certificates.client.key), cert: () => 'Secret' },
  ])('cannot be used: $name', async ({ key, cert }) => {
    const { url, requests } = await startTls(certificates.server)
    const ended = await ask(url, { tls: { ca: pem(certificates.ca.cert), key: key(), cert: cert() } })
    expect(ended).toEqual(failed('the CA, certificate or key that is given cannot be used'))
    expect(ended).not.toMatchObject({ message: expect.stringContaining('Secret') })
    expect(requests()).toBe(0)
  })
})

describe('what is given to connect with', () => {
  const incomplete: readonly { name: string; tls: () => HttpOptions['tls']; says: string }[] = [
    { name: 'an empty CA', tls: () => ({ ca: '' }), says: 'the CA that is given holds no certificate in PEM' },
    { name: 'a CA that is none', tls: () => ({ ca: 'Secret' }), says: 'the CA that is given holds no certificate' },
    { name: 'a key as the CA', tls: () => ({ ca: pem(certificates.ca.key) }), says: 'the CA that is given holds no' },
    {
      name: 'no key',
      tls: () => ({ cert: pem(certificates.client.cert) }),
      says: 'a client certificate needs its key',
    },
    { name: 'a key alone', tls: () => ({ key: pem(certificates.client.key) }), says: 'and a key its certificate' },
    { name: 'two empty texts', tls: () => ({ cert: '', key: '' }), says: 'a client certificate needs its key' },
  ]
  test.each(incomplete)('is not made do with: $name', async ({ tls, says }) => {
    const { url, requests } = await startTls(certificates.server)
    expect(await ask(url, { tls: tls() })).toEqual(failed(says))
    expect(requests()).toBe(0)
  })
})

describe('through a tunnel', () => {
  test('the CA and the certificate are those of the server behind it', async () => {
    const server = await startTls(certificates.server, certificates.ca)
    const proxy = await startProxy(server)
    closing.push(proxy.close)
    const variables = { https_proxy: `http://me:p%40ss@${proxy.address}` }
    const tls = { ca: pem(certificates.ca.cert), ...read(certificates.client) }
    // The proxy leads to 127.0.0.1 whatever it is asked for.
    const ended = await ask('https://opa.example', { tls, proxy: variables })
    expect(ended).toEqual(failed('its certificate is for another name'))
    const credentials = `Basic ${Buffer.from('me:p@ss').toString('base64')}`
    expect(proxy.asked).toEqual([{ line: 'CONNECT opa.example:443', credentials, token: undefined }])
    expect(server.requests()).toBe(0)
    const named = { tls, proxy: { https_proxy: proxy.address } }
    expect(await ask('https://192.0.2.7', named)).toEqual(failed('its certificate is for another name'))
  })

  test('what is asked arrives, over connections that are kept', async () => {
    const server = await startTls(certificates.wrongName)
    const proxy = await startProxy(server)
    closing.push(proxy.close)
    const tls = { ca: pem(certificates.ca.cert) }
    const http = anHttp({ tls, proxy: { https_proxy: proxy.address }, connections: 1 })
    closing.push(() => http.close())
    const url = new URL('https://somebody.example/health')
    const headers = { authorization: 'Bearer Secret' }
    const request = { method: 'GET', url, headers, maxBytes: 1000, timeoutMs: 3000, signal: never() } as const
    for (let i = 0; i < 3; i++) await expect(http.request(request)).resolves.toMatchObject({ status: 200 })
    expect(proxy.asked).toEqual([{ line: 'CONNECT somebody.example:443', credentials: undefined, token: undefined }])
    expect(headers).toEqual({ authorization: 'Bearer Secret' })
  })

  const refusals: readonly { name: string; says: string; answer: (socket: Socket) => unknown }[] = [
    {
      name: 'refuses',
      says: 'the proxy answered 407',
      answer: (socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n'),
    },
    { name: 'hangs up', says: 'it closed the connection', answer: (socket) => socket.end() },
    { name: 'resets', says: 'it reset the connection', answer: (socket) => socket.resetAndDestroy() },
  ]
  test.each(refusals)('a proxy that $name is told of, once and without its password', async ({ says, answer }) => {
    let connections = 0
    const port = await startTcp((socket) => {
      connections++
      socket.once('data', () => answer(socket))
    })
    const ended = await ask('https://opa.example', { proxy: { https_proxy: `http://me:Secret@127.0.0.1:${port}` } })
    expect(ended).toEqual({ failure: 'unreachable', message: `opa.example cannot be reached: ${says}` })
    expect(connections).toBe(1)
  })

  test('a proxy that never answers is given up in time', async () => {
    const port = await startTcp(() => undefined)
    const http = anHttp({ proxy: { https_proxy: `http://127.0.0.1:${port}` } })
    closing.push(() => http.close())
    const url = new URL('https://opa.example')
    const request = { method: 'GET', url, maxBytes: 1000, timeoutMs: 200, signal: never() } as const
    await expect(http.request(request)).rejects.toMatchObject({ failure: 'timeout' })
  })
})
