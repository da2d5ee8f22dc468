import { below } from '../../core/address.js'
import type { Notice } from '../../core/config.js'
import type { HttpError, HttpResponse } from '../../core/http.js'
import { own, parseJson } from '../../core/json.js'
import { type Evaluation, failedEvaluation } from '../../core/pdp.js'
import { clip, toLine } from '../../core/text.js'
import { describeFailure } from './answer.js'
import { type Asking, asFailure, ask } from './ask.js'

/** What the server says of itself: `unknown` where somebody keeps us from asking. */
export type Health =
  | { readonly kind: 'good' }
  | { readonly kind: 'unknown'; readonly notice: Notice }
  | { readonly kind: 'bad'; readonly evaluation: Evaluation }

export type Server = {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

const MAX_BYTES = 65_536

/** Whether the server can answer, with all its bundles (openpolicyagent.org/docs/rest-api, Health API). */
export async function checkHealth({ url, headers, timeoutMs, signal }: Server, asking: Asking): Promise<Health> {
  const health = below(url, 'health')
  health.search = '?bundles=true'
  const limits = { maxBytes: MAX_BYTES, timeoutMs, signal }
  try {
    // A server that has just started may need a moment for its bundles.
    const response = await ask({ method: 'GET', url: health, headers, ...limits, passing: [500] }, asking)
    return readHealth(response)
  } catch (thrown) {
    return { kind: 'bad', evaluation: describeSilence(asFailure(thrown), url, timeoutMs) }
  }
}

function readHealth({ status, body }: HttpResponse): Health {
  if (status === 200) return { kind: 'good' }
  if (status === 500 || status === 503) {
    const message = `the OPA server is not healthy (status ${status}): ${readError(body)}`
    return { kind: 'bad', evaluation: failedEvaluation('ERR_PDP_UNHEALTHY', message) }
  }
  const message = `the OPA server's health could not be asked (/health?bundles=true: status ${status}): nobody knows whether its bundles are active`
  return { kind: 'unknown', notice: { level: 'notice', message } }
}

function readError(body: Uint8Array): string {
  const unknown = 'a bundle is not active yet, or it cannot evaluate'
  try {
    const error = own(parseJson(body), 'error')
    return typeof error === 'string' ? clip(toLine(error), 300) : unknown
  } catch {
    return unknown
  }
}

function describeSilence(error: HttpError, url: URL, timeoutMs: number): Evaluation {
  const { failure, message } = error
  if (failure !== 'timeout' && failure !== 'broken' && failure !== 'too-large') return describeFailure(error, timeoutMs)
  // A server may hang up over a certificate faster than it can be heard to say so.
  const hint = failure === 'broken' && url.protocol === 'https:' ? '; does it want a client certificate?' : ''
  return failedEvaluation('ERR_PDP_UNREACHABLE', `the OPA server did not say whether it is healthy: ${message}${hint}`)
}
