import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from '@jest/globals'
import { interpret } from '../../src/core/decision.js'
import type { Evaluation } from '../../src/core/pdp.js'
import { anHttp, aQuery, aRemote, never } from '../http/a-remote.js'
import { anAnswer, type Fault, startFaultProxy } from '../support/fault-proxy.js'
import { serve } from '../support/loopback.js'

/** A server that allows everything, behind a network that spoils what it says: nothing of it may pass for an answer. */

const closing: (() => unknown)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const TIMEOUT_MS = 400
// Where something else than the clock has to be what ends it, on however busy a machine.
const PATIENCE_MS = 20_000
// What a busy machine may add: far less than hanging would.
const MARGIN_MS = 4000
const JSON_TYPE = { 'content-type': 'application/json' }
const ALLOWED = '{"result":{"allowed":true}}'
const TEN_GB = 10_000_000_000
const LIMIT = 1_048_576
// The filling of a body that never ends, and as one chunk of a chunked one.
const FILLING = ' '.repeat(65_536)
const CHUNK = `10000\r\n${FILLING}\r\n`

const instead = (...args: Parameters<typeof anAnswer>): Fault => ({ kind: 'instead', bytes: anAnswer(...args) })

type Row = { readonly name: string; readonly fault: Fault; readonly code: string; readonly says?: string }

const BROKEN_OFF: readonly Row[] = [
  { name: 'nobody listens', fault: { kind: 'refused' }, code: 'ERR_PDP_UNREACHABLE', says: 'nobody listens there' },
  { name: 'it never answers', fault: { kind: 'silent' }, code: 'ERR_EVALUATION_TIMEOUT', says: 'within 400 ms' },
  { name: 'one byte a second', fault: { kind: 'drip', everyMs: 1000 }, code: 'ERR_EVALUATION_TIMEOUT' },
  { name: 'a byte every 5 ms', fault: { kind: 'drip', everyMs: 5 }, code: 'ERR_EVALUATION_TIMEOUT' },
  { name: 'a reset', fault: { kind: 'reset' }, code: 'ERR_PDP_BROKEN', says: 'it reset the connection' },
  { name: 'a reset after the headers', fault: { kind: 'reset-after-headers' }, code: 'ERR_PDP_BROKEN' },
  { name: 'a body that breaks off', fault: { kind: 'truncated' }, code: 'ERR_PDP_BROKEN' },
  {
    name: 'a body shorter than its length',
    fault: instead('200 OK', { ...JSON_TYPE, 'content-length': 1000 }, ALLOWED),
    code: 'ERR_PDP_BROKEN',
  },
  { name: 'what is no HTTP', fault: { kind: 'instead', bytes: `${ALLOWED}\r\n\r\n` }, code: 'ERR_PDP_BROKEN' },
  {
    name: 'a chunk of a length that is none',
    fault: { kind: 'instead', bytes: `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nxyz\r\n${ALLOWED}` },
    code: 'ERR_PDP_BROKEN',
  },
  {
    name: 'headers without end',
    fault: { kind: 'endless', head: 'HTTP/1.1 200 OK\r\nx: ', filling: 'x'.repeat(65_536), bytes: TEN_GB },
    code: 'ERR_PDP_BROKEN',
  },
  {
    name: 'early hints without end',
    fault: { kind: 'endless', head: '', filling: 'HTTP/1.1 103 Early Hints\r\n\r\n', bytes: 10_000 },
    code: 'ERR_EVALUATION_TIMEOUT',
  },
  {
    name: '10 GB, as its length says',
    fault: {
      kind: 'endless',
      head: `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${TEN_GB}\r\n\r\n`,
      filling: FILLING,
      bytes: TEN_GB,
    },
    code: 'ERR_PDP_ANSWER_SIZE',
    says: 'is larger than 1048576 bytes',
  },
  {
    name: '10 GB in chunks',
    fault: {
      kind: 'endless',
      head: 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
      filling: CHUNK,
      bytes: TEN_GB,
    },
    code: 'ERR_PDP_ANSWER_SIZE',
  },
]

const WRONG: readonly Row[] = [
  { name: 'no JSON', fault: instead('200 OK', JSON_TYPE, '{"result":true'), code: 'ERR_PDP_ANSWER' },
  {
    name: 'a body longer than its length',
    fault: instead('200 OK', { ...JSON_TYPE, 'content-length': 10 }, ALLOWED),
    code: 'ERR_PDP_ANSWER',
  },
  {
    name: 'a web page',
    fault: instead('200 OK', { 'content-type': 'text/html' }, ALLOWED),
    code: 'ERR_PDP_ANSWER',
    says: '"text/html" instead of JSON',
  },
  {
    name: 'bytes that are no UTF-8',
    fault: instead('200 OK', JSON_TYPE, Buffer.from('{"result":"\xff"}', 'latin1')),
    code: 'ERR_PDP_ANSWER',
  },
  {
    name: 'gzip that nobody asked for',
    fault: instead('200 OK', { ...JSON_TYPE, 'content-encoding': 'gzip' }, gzipSync(ALLOWED)),
    code: 'ERR_PDP_ANSWER',
    says: 'answered in "gzip"',
  },
  { name: 'another service', fault: instead('200 OK', JSON_TYPE, '{"ok":true,"result":true}'), code: 'ERR_PDP_ANSWER' },
  { name: 'a list', fault: instead('200 OK', JSON_TYPE, '[true]'), code: 'ERR_PDP_ANSWER' },
  { name: 'nothing', fault: instead('204 No Content', {}), code: 'ERR_PDP_STATUS' },
  { name: 'another success', fault: instead('201 Created', JSON_TYPE, ALLOWED), code: 'ERR_PDP_STATUS' },
  { name: '401', fault: instead('401 Unauthorized', JSON_TYPE, ALLOWED), code: 'ERR_CREDENTIALS_MISSING' },
  { name: '404', fault: instead('404 Not Found', JSON_TYPE, ALLOWED), code: 'ERR_PDP_NOT_FOUND', says: '"policy.url"' },
  {
    name: "500 with OPA's words",
    fault: instead('500 Internal Server Error', JSON_TYPE, '{"code":"internal_error","message":"it broke"}'),
    code: 'ERR_PDP_STATUS',
    says: 'it broke (internal_error)',
  },
  {
    name: 'a redirect to where clouds keep credentials',
    fault: instead('302 Found', { location: 'http://169.254.169.254/latest/meta-data/?token=Secret' }),
    code: 'ERR_PDP_REDIRECT',
    says: 'redirects to http://169.254.169.254/latest/meta-data/, and',
  },
  {
    name: 'a redirect to itself',
    fault: instead('307 Temporary Redirect', { location: '/v1/data/visor/check/execute' }),
    code: 'ERR_PDP_REDIRECT',
  },
]

const patienceFor = (code: string) => (code === 'ERR_EVALUATION_TIMEOUT' ? TIMEOUT_MS : PATIENCE_MS)

async function start(fault: Fault, timeoutMs: number, matches?: RegExp) {
  const server = await serve(() => ({ body: { result: { allowed: true } } }))
  const proxy = await startFaultProxy(fault, server, matches)
  const http = anHttp()
  closing.push(() => http.close(), proxy.close, server.close)
  return { proxy, pdp: aRemote(proxy.url, { http, timeoutMs }) }
}

async function timed(run: () => Promise<readonly Evaluation[]>) {
  const began = performance.now()
  const evaluations = await run()
  return { evaluations, ms: performance.now() - began }
}

describe('an answer to a query', () => {
  test.each([...BROKEN_OFF, ...WRONG])('$name: $code', async ({ fault, code, says = '' }) => {
    const timeoutMs = patienceFor(code)
    const { proxy, pdp } = await start(fault, timeoutMs, /^POST /)
    const { evaluations, ms } = await timed(() => pdp.evaluate([aQuery()], never()))
    expect(evaluations).toMatchObject([{ kind: 'error', code, message: expect.stringContaining(says) }])
    expect(evaluations[0]).not.toMatchObject({ message: expect.stringContaining('Secret') })
    expect(evaluations.map((one) => interpret(one, 'check.execute').verdict)).toEqual(['indeterminate'])
    expect(ms).toBeLessThan(timeoutMs + MARGIN_MS)
    // One question: nothing is followed, and nothing that was sent is sent again.
    if (fault.kind !== 'refused') expect(proxy.asked.filter((line) => line.startsWith('POST'))).toHaveLength(1)
    // What the sockets of both sides hold comes on top of what is read.
    if (fault.kind === 'endless') expect(proxy.sent()).toBeLessThan(LIMIT + 16_000_000)
  })
})

describe('the server is spoilt from the start', () => {
  test.each(BROKEN_OFF)('$name', async ({ fault }) => {
    const { pdp } = await start(fault, TIMEOUT_MS)
    const { evaluations, ms } = await timed(() => pdp.evaluate([aQuery(), aQuery()], never()))
    expect(evaluations).toMatchObject([
      { kind: 'error', code: 'ERR_PDP_UNREACHABLE' },
      { kind: 'error', code: 'ERR_PDP_UNREACHABLE' },
    ])
    expect(evaluations[0]).toBe(evaluations[1])
    expect(ms).toBeLessThan(TIMEOUT_MS + MARGIN_MS)
  })

  // A health that nobody could read keeps nobody from asking, and then the query itself fails.
  test.each(WRONG)('$name', async ({ fault }) => {
    const { pdp } = await start(fault, PATIENCE_MS)
    const { evaluations, ms } = await timed(() => pdp.evaluate([aQuery()], never()))
    expect(evaluations).toMatchObject([{ kind: 'error', code: expect.stringMatching(/^ERR_(PDP|CREDENTIALS)_/) }])
    expect(ms).toBeLessThan(PATIENCE_MS)
  })
})
