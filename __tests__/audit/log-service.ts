import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'

/** A request as a decision log service saw it. */
export type Posted = {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  /** The size of its JSON. */
  readonly bytes: number
  readonly events: readonly Record<string, unknown>[]
}

/** A status, or what it does instead of answering one. */
export type Answer =
  | number
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | ((response: ServerResponse) => void)

export type LogService = {
  readonly url: URL
  readonly posted: Posted[]
  /** Resolves once there have been so many requests. */
  readonly until: (count: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** A decision log service on 127.0.0.1, which gives these answers in turn, and the last of them from then on. */
export async function startLogService(...answers: readonly Answer[]): Promise<LogService> {
  const posted: Posted[] = []
  const waiting: { count: number; resolve: () => void }[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const json = gunzipSync(await buffer(request))
    const answer = answers[Math.min(posted.length, answers.length - 1)] ?? 200
    posted.push({ method, url, headers, bytes: json.length, events: JSON.parse(json.toString()) })
    for (const { count, resolve } of waiting) if (posted.length >= count) resolve()
    if (typeof answer === 'function') return answer(response)
    const { status, headers: extra = {}, body } = typeof answer === 'number' ? { status: answer } : answer
    response.writeHead(status, extra)
    response.end(body === undefined ? '' : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: new URL(`http://127.0.0.1:${port}/base`),
    posted,
    until: (count) =>
      new Promise((resolve) => {
        if (posted.length >= count) resolve()
        else waiting.push({ count, resolve })
      }),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
