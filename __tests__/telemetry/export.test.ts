import { readFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { type ExportOptions, exportTrace } from '../../src/telemetry/index.js'
import type { Variables } from '../../src/telemetry/settings.js'
import { type Certificate, makeCertificates } from '../support/certificates.js'
import { type Collector, readTrace, startCollector } from '../support/collector.js'
import type { Handler } from '../support/loopback.js'
import { aReport } from '../support/reports.js'

const SPANS = [
  { name: 'read config', start: 1_700_000_000_000.25, end: 1_700_000_000_010.5 },
  { name: 'read facts', start: 1_700_000_000_001, end: 1_700_000_000_009, status: 'error' as const },
]
const PARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'

const opened: Collector[] = []
const open = async (handler?: Handler): Promise<Collector> => {
  const collector = await startCollector(handler)
  opened.push(collector)
  return collector
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((collector) => collector.close()))
})

const sendTo = (url: string, variables: Variables = {}, rest: Partial<ExportOptions> = {}) =>
  exportTrace(aReport([]), SPANS, {
    variables: { OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json', ...variables },
    ...rest,
  })

describe('a collector', () => {
  test('gets the run as one trace, with the times that were recorded', async () => {
    const collector = await open()
    const exported = await sendTo(collector.url)
    const [request, ...more] = collector.seen
    expect(more).toEqual([])
    expect(request).toMatchObject({ method: 'POST', url: '/v1/traces' })
    expect(request?.headers['content-type']).toBe('application/json')
    const { spans, resource } = readTrace(request)
    const root = spans.find(({ name }) => name === 'stepgate')
    expect(exported).toEqual({ kind: 'sent', traceId: root?.traceId })
    expect(root).toMatchObject({
      startTimeUnixNano: '1700000000000250000',
      endTimeUnixNano: '1700000000010500000',
      attributes: { 'stepgate.result': 'denied' },
    })
    expect(root?.parentSpanId).toBeUndefined()
    const below = spans.filter((span) => span !== root)
    expect(below.map(({ name, parentSpanId, traceId, status }) => [name, parentSpanId, traceId, status.code])).toEqual([
      ['read config', root?.spanId, root?.traceId, 0],
      ['read facts', root?.spanId, root?.traceId, 2],
    ])
    expect(below[0]).toMatchObject({
      startTimeUnixNano: '1700000000000250000',
      endTimeUnixNano: '1700000000010500000',
    })
    expect(resource).toMatchObject({ 'service.name': 'stepgate', 'service.version': expect.any(String) })
  })

  test('gets protobuf where nothing else is asked for', async () => {
    const collector = await open(() => ({ headers: { 'content-type': 'application/x-protobuf' }, body: '' }))
    expect(await sendTo(collector.url, { OTEL_EXPORTER_OTLP_PROTOCOL: '' })).toMatchObject({ kind: 'sent' })
    expect(collector.seen[0]?.headers['content-type']).toBe('application/x-protobuf')
    expect(collector.seen[0]?.body).toContain('read facts')
  })

  test('gets the trace below the span that started this run', async () => {
    const collector = await open()
    const exported = await sendTo(collector.url, { TRACEPARENT: PARENT, TRACESTATE: 'vendor=1' })
    expect(exported).toEqual({ kind: 'sent', traceId: '4bf92f3577b34da6a3ce929d0e0e4736' })
    const root = readTrace(collector.seen[0]).spans.find(({ name }) => name === 'stepgate')
    expect(root).toMatchObject({ parentSpanId: '00f067aa0ba902b7', traceState: 'vendor=1' })
  })

  test.each([
    { name: 'is no traceparent', TRACEPARENT: 'hello' },
    { name: 'has a trace id of zeros', TRACEPARENT: `00-${'0'.repeat(32)}-00f067aa0ba902b7-01` },
  ])('gets a trace of its own where the parent $name', async ({ TRACEPARENT }) => {
    const collector = await open()
    expect(await sendTo(collector.url, { TRACEPARENT })).toMatchObject({ kind: 'sent' })
    const root = readTrace(collector.seen[0]).spans.find(({ name }) => name === 'stepgate')
    expect(root?.parentSpanId).toBeUndefined()
  })

  test('gets nothing of a trace that its starter does not keep', async () => {
    const collector = await open()
    expect(await sendTo(collector.url, { TRACEPARENT: PARENT.replace(/01$/, '00') })).toEqual({ kind: 'off' })
    expect(collector.seen).toEqual([])
  })

  test('gets the headers, the name and the attributes that the environment asks for', async () => {
    const collector = await open()
    await sendTo(collector.url, {
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20abc,x-tenant=one',
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x-tenant=two',
      OTEL_RESOURCE_ATTRIBUTES: 'team=platform,service.name=other',
      OTEL_SERVICE_NAME: 'our gate',
    })
    expect(collector.seen[0]?.headers).toMatchObject({ authorization: 'Bearer abc', 'x-tenant': 'two' })
    expect(readTrace(collector.seen[0]).resource).toMatchObject({ team: 'platform', 'service.name': 'our gate' })
  })
})

test('a collector that knows its clients gets the trace over mutual TLS, and nobody else gets it', async () => {
  const { ca, server, client, otherServer } = await makeCertificates()
  const seen: (string | undefined)[] = []
  const listen = async ({ cert, key }: Certificate) => {
    const files = { cert: await readFile(cert), key: await readFile(key), ca: await readFile(ca.cert) }
    const https = createServer({ ...files, requestCert: true, rejectUnauthorized: true }, (request, response) => {
      seen.push(request.url)
      request.resume().on('end', () => response.end('{}'))
    })
    await new Promise<void>((resolve) => https.listen(0, '127.0.0.1', resolve))
    const { port } = https.address() as AddressInfo
    return { https, url: `https://127.0.0.1:${port}` }
  }
  const [ours, another] = [await listen(server), await listen(otherServer)]
  const variables = {
    OTEL_EXPORTER_OTLP_CERTIFICATE: ca.cert,
    OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE: client.cert,
    OTEL_EXPORTER_OTLP_CLIENT_KEY: client.key,
  }
  try {
    expect(await sendTo(another.url, variables)).toMatchObject({ kind: 'failed' })
    expect(seen).toEqual([])
    expect(await sendTo(ours.url, variables)).toMatchObject({ kind: 'sent' })
    expect(seen).toEqual(['/v1/traces'])
  } finally {
    for (const { https } of [ours, another]) https.close()
  }
})

describe('a collector that fails', () => {
  test.each([
    { status: 400, message: 'the trace was not sent: it answered with 400' },
    { status: 401, message: 'the trace was not sent: it answered with 401' },
    { status: 500, message: 'the trace was not sent: it answered with 500' },
  ])('is told of where it answers $status, without its words', async ({ status, message }) => {
    const collector = await open(() => ({ status, body: '::error::hello' }))
    expect(await sendTo(collector.url)).toEqual({ kind: 'failed', message })
  })

  test('is not followed to another place', async () => {
    const elsewhere = await open()
    const collector = await open(() => ({ status: 307, headers: { location: elsewhere.url } }))
    expect(await sendTo(collector.url)).toEqual({
      kind: 'failed',
      message: 'the trace was not sent: it answered with 307',
    })
    expect(elsewhere.seen).toEqual([])
  })

  test('is asked again where it is busy', async () => {
    const collector = await open((_, index) =>
      index === 0 ? { status: 503, headers: { 'retry-after': '0' } } : { body: {} },
    )
    expect(await sendTo(collector.url)).toMatchObject({ kind: 'sent' })
    expect(collector.seen).toHaveLength(2)
  })

  test('is told of where nobody listens', async () => {
    const collector = await startCollector()
    await collector.close()
    expect(await sendTo(collector.url, {}, { limitMs: 500 })).toEqual({
      kind: 'failed',
      message: 'the trace was not sent: ECONNREFUSED',
    })
  })

  test('keeps nobody waiting where it never answers, and no connection stays', async () => {
    const collector = await open(() => undefined)
    const started = performance.now()
    expect(await sendTo(collector.url, {}, { limitMs: 300 })).toMatchObject({ kind: 'failed' })
    expect(performance.now() - started).toBeLessThan(2_000)
    await collector.deserted()
  })

  test('keeps nobody waiting where it answers a byte at a time', async () => {
    const collector = await open((_seen, _index, { response }) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const dripping = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(dripping))
    })
    const started = performance.now()
    expect(await sendTo(collector.url, {}, { limitMs: 300 })).toEqual({
      kind: 'failed',
      message: 'the trace was not sent: the collector took longer than 300 ms',
    })
    expect(performance.now() - started).toBeLessThan(2_000)
    await collector.deserted()
  })

  test('is waited for no longer than the environment says', async () => {
    const collector = await open(() => undefined)
    const exported = await sendTo(collector.url, { OTEL_EXPORTER_OTLP_TIMEOUT: '100' })
    expect(exported).toEqual({ kind: 'failed', message: 'the trace was not sent: Request timed out' })
  })

  test.each([
    { name: 'a certificate that is not there', variables: { OTEL_EXPORTER_OTLP_CERTIFICATE: '/nowhere/ca.pem' } },
    { name: 'a header that no header can be', variables: { OTEL_EXPORTER_OTLP_HEADERS: 'authorization=%0Ahunter2' } },
  ])('is not even asked with $name', async ({ variables }) => {
    const collector = await open()
    const exported = await sendTo(collector.url, variables)
    expect(exported).toMatchObject({ kind: 'failed' })
    expect(JSON.stringify(exported)).not.toContain('hunter2')
    expect(collector.seen).toEqual([])
  })
})

describe('the SDK', () => {
  const refuseToLoad = () => Promise.reject(new Error('nobody asked for it'))

  test.each([
    { name: 'there is no endpoint', variables: { OTEL_EXPORTER_OTLP_ENDPOINT: '' }, expect: { kind: 'off' } },
    { name: 'it is disabled', variables: { OTEL_SDK_DISABLED: 'true' }, expect: { kind: 'off' } },
    {
      name: 'the protocol is another one',
      variables: { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
      expect: { kind: 'failed', message: expect.stringContaining('grpc') },
    },
  ])('is not loaded where $name', async ({ variables, expect: wanted }) => {
    expect(await sendTo('http://127.0.0.1:1', variables, { load: refuseToLoad })).toEqual(wanted)
  })

  test('fails nothing where it cannot be loaded', async () => {
    expect(await sendTo('http://127.0.0.1:1', {}, { load: refuseToLoad })).toEqual({
      kind: 'failed',
      message: 'the trace was not sent: nobody asked for it',
    })
  })
})
