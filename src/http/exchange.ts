import { setMaxListeners } from 'node:events'
import type { Dispatcher } from 'undici'
import { HttpError, type HttpRequest, type HttpResponse } from '../core/http.js'
import { asHttpError } from './failures.js'
import type { Route } from './routes.js'

const MAX_TIMER_MS = 2 ** 31 - 1

/** Sends one request and gives the whole answer, in the time and up to the size that it was given. */
export function exchange(route: Route, request: HttpRequest): Promise<HttpResponse> {
  const { url, method, headers: given = {}, body, maxBytes, timeoutMs, signal } = request
  const { host } = url
  return new Promise((resolve, reject) => {
    let connection: Dispatcher.DispatchController | undefined
    let isOver = false
    let status = 0
    let headers: HttpResponse['headers'] = {}
    const chunks: Uint8Array[] = []
    let size = 0

    const settle = (): boolean => {
      if (isOver) return false
      isOver = true
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      return true
    }
    const fail = (error: HttpError): void => {
      if (!settle()) return
      reject(error)
      // Ends the connection. Before there is one, `onRequestStart` does so as soon as there would be.
      connection?.abort(error)
    }
    const onAbort = () => fail(new HttpError('aborted', `the run ended before ${host} had answered`))
    const timer = setTimeout(
      () => fail(new HttpError('timeout', `${host} did not answer within ${Math.round(timeoutMs)} ms`)),
      Math.min(timeoutMs, MAX_TIMER_MS),
    )
    // As many wait for the end of the run as there are requests: Node would take more than ten for a leak.
    setMaxListeners(0, signal)
    signal.addEventListener('abort', onAbort)
    if (signal.aborted) return onAbort()

    const tooLarge = () => fail(new HttpError('too-large', `the answer of ${host} is larger than ${maxBytes} bytes`))
    route.dispatcher.dispatch(
      {
        origin: route.origin,
        path: route.kind === 'forwarded' ? `${url.origin}${url.pathname}${url.search}` : `${url.pathname}${url.search}`,
        method,
        // A tunnel writes into what it is given.
        headers: route.kind === 'direct' ? given : { ...given, ...route.headers },
        ...(body !== undefined && { body }),
      },
      {
        onRequestStart(controller) {
          connection = controller
          if (isOver) controller.abort(new Error('nobody waits for this any more'))
        },
        onResponseStart(_, statusCode, found) {
          // What is informational precedes the answer (RFC 9110, section 15.2).
          if (statusCode < 200) return
          status = statusCode
          headers = flatten(found)
          if (Number(headers['content-length'] ?? 0) > maxBytes) tooLarge()
        },
        onResponseData(_, chunk) {
          if (isOver) return
          size += chunk.byteLength
          if (size > maxBytes) return tooLarge()
          chunks.push(chunk)
        },
        onResponseEnd() {
          if (settle())
            resolve({ status, headers, body: chunks.length === 1 ? (chunks[0] as Uint8Array) : join(chunks) })
        },
        onResponseError(_, thrown) {
          fail(asHttpError(thrown, host, connection !== undefined))
        },
      },
    )
  })
}

const join = (chunks: readonly Uint8Array[]): Uint8Array => Buffer.concat(chunks)

function flatten(found: Readonly<Record<string, string | string[] | undefined>>): HttpResponse['headers'] {
  const headers: Record<string, string> = Object.create(null)
  for (const name of Object.keys(found)) {
    const value = found[name]
    headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '')
  }
  return headers
}
