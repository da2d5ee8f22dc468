import { HttpError } from '../core/http.js'
import { own } from '../core/json.js'

const UNREACHABLE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name cannot be looked up',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  ETIMEDOUT: 'no connection came about',
  UND_ERR_CONNECT_TIMEOUT: 'no connection came about',
  ECONNRESET: 'it reset the connection',
  UND_ERR_SOCKET: 'it closed the connection',
  UND_ERR_DESTROYED: 'the client was closed',
  UND_ERR_CLOSED: 'the client was closed',
}

const BROKEN: Readonly<Record<string, string>> = {
  ECONNRESET: 'it reset the connection',
  UND_ERR_SOCKET: 'it closed the connection',
  EPIPE: 'it closed the connection',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer is not as long as it says',
  UND_ERR_HEADERS_OVERFLOW: 'its headers are too large',
}

// The names that Node and OpenSSL have for what is wrong with a certificate (nodejs.org/api/tls.html, X509 certificate error codes).
const CERTIFICATE: Readonly<Record<string, string>> = {
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed, and is not given as the CA',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is of a CA that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT: 'its certificate is of a CA that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is of a CA that is not trusted here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is of a CA that is not trusted here',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  CERT_REVOKED: 'its certificate is revoked',
  INVALID_PURPOSE: 'its certificate is not one for servers',
  ERR_SSL_WRONG_VERSION_NUMBER: 'no TLS is spoken there',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'no TLS is spoken there',
}
// The alerts with which a server ends TLS over the client's certificate, or for the want of one (RFC 8446, section 6.2).
const CLIENT_CERTIFICATE =
  /ALERT_(CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA|UNSUPPORTED_CERTIFICATE|CERTIFICATE_(UNKNOWN|EXPIRED|REVOKED)|HANDSHAKE_FAILURE|ACCESS_DENIED)/
const TLS = /^(ERR_(SSL|TLS|OSSL)_|EPROTO$)|CERT|^UNABLE_TO_|^INVALID_(CA|PURPOSE)|^HOSTNAME_MISMATCH$/

/**
 * What ended this request, in words of our own: those of libraries may quote what was sent. `isSent` says whether a connection was
 * there to send it over.
 */
export function asHttpError(thrown: unknown, host: string, isSent: boolean): HttpError {
  const causes = causesOf(thrown)
  const told = causes.find((cause) => cause instanceof HttpError)
  if (told) return told
  const codes = causes.map((cause) => own(cause, 'code')).filter((code) => typeof code === 'string')
  const code = codes.at(-1) ?? ''
  const tls = codes.find((one) => TLS.test(one))
  if (tls !== undefined) {
    const wants = 'the server wants a client certificate that it trusts'
    const why = CERTIFICATE[tls] ?? (CLIENT_CERTIFICATE.test(tls) ? wants : `TLS failed (${tls})`)
    return new HttpError('certificate', `no TLS with ${host}: ${why}`, thrown)
  }
  if (!isSent) {
    const why = sayProxy(causes) ?? UNREACHABLE[code] ?? (code || 'the connection failed')
    return new HttpError('unreachable', `${host} cannot be reached: ${why}`, thrown)
  }
  const why = BROKEN[code] ?? (code.startsWith('HPE_') ? 'the answer is no HTTP' : code || 'the connection failed')
  return new HttpError('broken', `${host} gave no whole answer: ${why}`, thrown)
}

/** The error itself and what is behind it. Several addresses of one host fail together, as an AggregateError. */
function causesOf(thrown: unknown): readonly unknown[] {
  const causes: unknown[] = []
  for (let one = thrown; one !== undefined && causes.length < 6; ) {
    causes.push(one)
    const errors = own(one, 'errors')
    one = own(one, 'cause') ?? (Array.isArray(errors) ? errors[0] : undefined)
  }
  return causes
}

/** What a proxy said instead of making a tunnel. */
function sayProxy(causes: readonly unknown[]): string | undefined {
  for (const cause of causes) {
    const status = cause instanceof Error ? /^Proxy response \((\d+)\)/.exec(cause.message)?.[1] : undefined
    if (status !== undefined) return `the proxy answered ${status}`
  }
  return undefined
}
