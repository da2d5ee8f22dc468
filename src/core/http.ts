import { StepgateError } from './errors.js'

/** One request over HTTP. Nothing is followed, and nothing is sent twice. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST'
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** More than this is not read: the answer is an error then. */
  readonly maxBytes: number
  /** Milliseconds for all of it, from the connection to the last byte of the answer. */
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/** Any answer, whatever its status; header names are in small letters. */
export type HttpResponse = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** What there is to connect with: the shells make one, and whoever asks a server is given it. */
export type Http = {
  /** The whole answer; throws HttpError where there is none. */
  readonly request: (request: HttpRequest) => Promise<HttpResponse>
  readonly close: () => Promise<void>
}

/**
 * How a request ended without an answer. `refused-address`: plain http to somewhere public, nothing was sent. `unreachable`: no
 * connection, nothing was sent. `certificate`: TLS did not hold, nothing was sent. `broken`: it was sent, and what became of it is
 * unknown. `too-large`, `timeout` and `aborted` (by the run) say themselves.
 */
export type HttpFailure =
  | 'refused-address'
  | 'unreachable'
  | 'certificate'
  | 'broken'
  | 'too-large'
  | 'timeout'
  | 'aborted'

export class HttpError extends StepgateError {
  readonly failure: HttpFailure

  constructor(failure: HttpFailure, message: string, cause?: unknown) {
    super(`ERR_HTTP_${failure.toUpperCase().replace('-', '_')}`, message, { cause })
    this.failure = failure
  }
}
