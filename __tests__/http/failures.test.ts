import { describe, expect, test } from '@jest/globals'
import { HttpError } from '../../src/core/http.js'
import { asHttpError } from '../../src/http/failures.js'

const withCode = (code: string, more: object = {}) => Object.assign(new Error('POST /Secret'), { code, ...more })
const behind = (...errors: unknown[]) => Object.assign(new AggregateError(errors, 'Secret'), {})

const table: readonly { name: string; thrown: unknown; isSent: boolean; failure: string; says: string }[] = [
  { name: 'nobody listens', thrown: withCode('ECONNREFUSED'), isSent: false, failure: 'unreachable', says: 'nobody' },
  {
    name: 'nobody listens at any of its addresses',
    thrown: behind(withCode('ECONNREFUSED'), withCode('ENETUNREACH')),
    isSent: false,
    failure: 'unreachable',
    says: 'nobody listens there',
  },
  { name: 'no name', thrown: withCode('ENOTFOUND'), isSent: false, failure: 'unreachable', says: 'no such host' },
  { name: 'a code of later', thrown: withCode('ENEW'), isSent: false, failure: 'unreachable', says: 'ENEW' },
  { name: 'no code', thrown: new Error('Secret'), isSent: false, failure: 'unreachable', says: 'failed' },
  { name: 'no error', thrown: 'Secret', isSent: true, failure: 'broken', says: 'failed' },
  { name: 'reset before', thrown: withCode('ECONNRESET'), isSent: false, failure: 'unreachable', says: 'reset' },
  { name: 'reset after', thrown: withCode('ECONNRESET'), isSent: true, failure: 'broken', says: 'reset' },
  { name: 'no HTTP', thrown: withCode('HPE_INVALID_CONSTANT'), isSent: true, failure: 'broken', says: 'no HTTP' },
  ...[
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'its certificate is self-signed'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'of a CA that is not trusted here'],
    ['CERT_HAS_EXPIRED', 'its certificate has expired'],
    ['CERT_NOT_YET_VALID', 'its certificate is not valid yet'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'its certificate is for another name'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'no TLS is spoken there'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'the server wants a client certificate'],
    ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'the server wants a client certificate'],
    ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'the server wants a client certificate'],
    ['UNABLE_TO_GET_CRL', 'TLS failed (UNABLE_TO_GET_CRL)'],
    ['EPROTO', 'TLS failed (EPROTO)'],
  ].flatMap(([code = '', says = '']) =>
    [true, false].map((isSent) => ({ name: code, thrown: withCode(code), isSent, failure: 'certificate', says })),
  ),
]

describe('what ended a request', () => {
  test.each(table)('$name, sent: $isSent', ({ thrown, isSent, failure, says }) => {
    for (const one of [thrown, new Error('Secret', { cause: thrown })]) {
      const error = asHttpError(one, 'opa.example:8181', isSent)
      expect(error).toMatchObject({ failure, message: expect.stringContaining(says) })
      expect(error.message).toContain('opa.example:8181')
      expect(error.message).not.toContain('Secret')
    }
  })

  test('keeps what was told already', () => {
    const told = new HttpError('refused-address', 'not there')
    expect(asHttpError(new Error('connect', { cause: told }), 'opa.example', false)).toBe(told)
  })

  test('ends where causes go round in a circle', () => {
    const circle = new Error('round')
    circle.cause = circle
    expect(asHttpError(circle, 'opa.example', false).failure).toBe('unreachable')
  })
})
