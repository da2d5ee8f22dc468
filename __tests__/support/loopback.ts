import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A request as the server saw it. */
export type Seen = {
  readonly method: string
  /** The request target, byte for byte. */
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export type Reply = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Text and bytes are sent as they are, everything else as JSON. */
  readonly body?: unknown
}

/** What a server does: give a reply, or handle the response itself and return nothing. */
export type Handler = (
  seen: Seen,
  index: number,
  raw: { request: IncomingMessage; response: ServerResponse },
) => unknown

export type Loopback = {
  readonly url: string
  readonly port: number
  readonly server: Server
  /** Every request so far. */
  readonly seen: Seen[]
  readonly close: () => Promise<void>
}

/** A server on 127.0.0.1 that answers what `handler` says, or 404. */
export async function serve(handler: Handler): Promise<Loopback> {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const body = (await buffer(request)).toString()
    const one = { method, url, headers, body }
    const index = seen.push(one) - 1
    const reply = (await handler(one, index, { request, response })) as Reply | undefined
    if (reply === undefined) return
    const { status = 200, headers: extra = {}, body: content } = reply
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...extra })
    if (content === undefined) response.end()
    else response.end(typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, port, server, seen, close }
}
