import { describe, expect, test } from '@jest/globals'
import type { HttpResponse } from '../../src/core/http.js'
import { MAX_ANSWER_BYTES, readAnswer } from '../../src/pdp/remote/answer.js'

const URL_OF_OPA = new URL('https://opa.example/base/v1/data/visor/check/execute')

function anAnswer(body: unknown, rest: Partial<HttpResponse> = {}): HttpResponse {
  const bytes = body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  return { status: 200, headers: { 'content-type': 'application/json' }, body: bytes, ...rest }
}
const read = (...args: Parameters<typeof anAnswer>) => readAnswer(anAnswer(...args), URL_OF_OPA)
const typed = (type: string) => ({ headers: { 'content-type': type } })
const result = (value: unknown) => ({ kind: 'result', value, denySetsOnly: false })

describe('an answer of OPA', () => {
  const table: readonly { name: string; body: unknown; rest?: Partial<HttpResponse>; reads: unknown }[] = [
    { name: 'a boolean', body: { result: true }, reads: result(true) },
    { name: 'false', body: { result: false }, reads: result(false) },
    { name: 'null', body: { result: null }, reads: result(null) },
    { name: 'an object', body: { result: { deny: [] } }, reads: result({ deny: [] }) },
    { name: 'no result', body: {}, reads: { kind: 'undefined' } },
    { name: 'a warning alone', body: { warning: { code: 'another' } }, reads: { kind: 'undefined' } },
    { name: 'a decision id', body: { decision_id: 'd', result: 1 }, reads: { ...result(1), decisionId: 'd' } },
    { name: 'one of no result', body: { decision_id: 'd' }, reads: { kind: 'undefined', decisionId: 'd' } },
    { name: 'one that is none', body: { decision_id: 7, result: 1 }, reads: result(1) },
    { name: 'one that is too long', body: { decision_id: 'd'.repeat(257), result: 1 }, reads: result(1) },
    {
      name: 'all that OPA may add',
      body: { result: 1, metrics: {}, provenance: {}, explanation: [] },
      reads: result(1),
    },
    { name: 'what builds on OPA', body: { result: 1, 'com.example.opa/metadata': {} }, reads: result(1) },
    { name: 'a byte order mark', body: '\ufeff{"result":1}', reads: result(1) },
    { name: 'no content type', body: { result: 1 }, rest: { headers: {} }, reads: result(1) },
    { name: 'a charset', body: { result: 1 }, rest: typed('application/json; charset=utf-8'), reads: result(1) },
    { name: 'a kind of JSON', body: { result: 1 }, rest: typed('application/vnd.opa+json'), reads: result(1) },
    { name: 'big numbers', body: '{"result":9007199254740993}', reads: result(9007199254740992) },
    { name: 'keys of objects', body: '{"result":{"__proto__":1}}', reads: result(JSON.parse('{"__proto__":1}')) },
  ]
  test.each(table)('$name', ({ body, rest, reads }) => {
    expect(read(body, rest)).toEqual(reads)
  })
})

describe('no answer of OPA', () => {
  const deep = (depth: number) => `{"result":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`
  const table: readonly { name: string; body: unknown; rest?: Partial<HttpResponse> }[] = [
    { name: 'nothing', body: '' },
    { name: 'a list', body: [{ result: true }] },
    { name: 'a boolean', body: true },
    { name: 'null', body: null },
    { name: 'JSON and more', body: '{"result":true}{"result":true}' },
    { name: 'a comment', body: '{"result":true} // yes' },
    { name: 'NaN', body: '{"result":NaN}' },
    { name: 'another service', body: { status: 'ok' } },
    { name: 'another service with a result', body: { success: true, result: true } },
    { name: 'an older API', body: { allow: true } },
    { name: 'a key of prototypes', body: '{"__proto__":{"result":true}}' },
    { name: 'Latin-1', body: Buffer.from('{"result":"\xe4"}', 'latin1') },
    { name: 'UTF-16', body: Buffer.from('\ufeff{"result":true}', 'utf16le') },
    { name: 'text', body: { result: true }, rest: typed('text/plain') },
    { name: 'lines of JSON', body: { result: true }, rest: typed('application/jsonl') },
    { name: 'an empty type', body: { result: true }, rest: typed('') },
    { name: 'gzip', body: { result: true }, rest: { headers: { 'content-encoding': 'gzip' } } },
    { name: 'a nesting of 513', body: deep(513) },
    { name: 'a nesting of hundreds of thousands', body: deep(MAX_ANSWER_BYTES / 2 - 20) },
  ]
  test.each(table)('$name', ({ body, rest }) => {
    expect(read(body, rest)).toMatchObject({ kind: 'error', code: 'ERR_PDP_ANSWER' })
  })

  test('a nesting of 512 is one', () => expect(read(deep(512))).toMatchObject({ kind: 'result' }))

  test('brackets in texts are no nesting', () => {
    expect(read({ result: '[{"'.repeat(1000) })).toEqual(result('[{"'.repeat(1000)))
  })
})

describe('any other status', () => {
  const OPA_ERROR = {
    code: 'internal_error',
    message: 'error(s) occurred while evaluating query',
    errors: [
      { code: 'eval_conflict_error', message: 'two outputs', location: { file: 'a.rego', row: 3, col: 1 } },
      { code: 'eval_builtin_error', message: 'second' },
      { code: 'eval_builtin_error', message: 'third' },
    ],
  }
  const redirect = (location: string) => ({ status: 302, headers: { location } })
  const table: readonly {
    name: string
    body?: unknown
    rest: Partial<HttpResponse>
    code: string
    says: string
    not?: string
  }[] = [
    {
      name: 'the policy failed',
      body: OPA_ERROR,
      rest: { status: 500 },
      code: 'ERR_EVALUATION_FAILED',
      says: 'a.rego:3:1: two outputs (eval_conflict_error)',
    },
    {
      name: 'the server failed',
      body: { ...OPA_ERROR, errors: OPA_ERROR.errors.map((one) => ({ ...one, code: 'storage_error' })) },
      rest: { status: 500 },
      code: 'ERR_PDP_STATUS',
      says: 'status 500: error(s) occurred while evaluating query (internal_error); a.rego:3:1: two outputs (storage_error); second (storage_error)',
      not: 'third',
    },
    {
      name: 'a bad request',
      body: { code: 'invalid_parameter', message: 'no input' },
      rest: { status: 400 },
      code: 'ERR_PDP_REJECTED',
      says: 'no input (invalid_parameter)',
    },
    { name: 'a bare 500', body: 'Secret', rest: { status: 500 }, code: 'ERR_PDP_STATUS', says: '500', not: 'Secret' },
    {
      name: 'a 404',
      rest: { status: 404 },
      code: 'ERR_PDP_NOT_FOUND',
      says: 'is "policy.url" the base of an OPA server?',
    },
    {
      name: 'a 401',
      body: { code: 'unauthorized', message: 'request rejected by administrative policy' },
      rest: { status: 401 },
      code: 'ERR_PDP_UNAUTHORIZED',
      says: 'give "opa-token", "opa-oidc-audience" or a client certificate that the server accepts: request rejected',
    },
    { name: 'a 403', rest: { status: 403 }, code: 'ERR_PDP_REJECTED', says: 'status 403' },
    {
      name: 'a redirect',
      rest: redirect('http://user:Secret@other.example/path?token=Secret#Secret'),
      code: 'ERR_PDP_REDIRECT',
      says: 'redirects to http://other.example/path, and redirects are not followed',
      not: 'Secret',
    },
    {
      name: 'a relative one',
      rest: redirect('../x'),
      code: 'ERR_PDP_REDIRECT',
      says: 'https://opa.example/base/v1/data/visor/x,',
    },
    {
      name: 'one to a script',
      rest: redirect('javascript:Secret'),
      code: 'ERR_PDP_REDIRECT',
      says: 'another protocol',
      not: 'Secret',
    },
    { name: 'one to nowhere', rest: redirect('https://['), code: 'ERR_PDP_REDIRECT', says: 'redirects to nowhere' },
    { name: 'a 304', rest: { status: 304, headers: {} }, code: 'ERR_PDP_REDIRECT', says: 'redirects to nowhere' },
    { name: 'a 413', rest: { status: 413 }, code: 'ERR_INPUT_INCOMPLETE', says: 'takes no input of this size' },
    { name: 'a 206', body: { result: true }, rest: { status: 206 }, code: 'ERR_PDP_STATUS', says: 'status 206' },
  ]
  test.each(table)('$name: $code', ({ body = '', rest, code, says, not }) => {
    const answer = read(body, rest)
    expect(answer).toMatchObject({ kind: 'error', code, message: expect.stringContaining(says) })
    if (not !== undefined) expect(JSON.stringify(answer)).not.toContain(not)
  })

  test("somebody else's words are one line of bounded length", () => {
    const message = `\n::error::x\u202e${'long '.repeat(1000)}`
    const answer = read({ code: 'x', message }, { status: 500 })
    if (answer.kind !== 'error') throw new Error('it should be an error')
    expect(answer.message.length).toBeLessThanOrEqual(1000)
    expect(answer.message).not.toMatch(/[\n\u202e]/)
  })
})
