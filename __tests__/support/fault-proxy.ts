import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { freePort } from './opa-server.js'

/** What a network, or whoever sits in it, does to an answer. */
export type Fault =
  /** Nobody listens. */
  | { readonly kind: 'refused' }
  /** The request is taken, and nothing follows. */
  | { readonly kind: 'silent' }
  /** The connection is reset before anything is answered. */
  | { readonly kind: 'reset' }
  /** The head of the answer, and then a reset. */
  | { readonly kind: 'reset-after-headers' }
  /** Half of the answer's body, and then an orderly end. */
  | { readonly kind: 'truncated' }
  /** One byte of the answer each so many milliseconds. */
  | { readonly kind: 'drip'; readonly everyMs: number }
  /** These bytes instead of the answer. */
  | { readonly kind: 'instead'; readonly bytes: string | Uint8Array }
  /** These bytes, and then filling until so many bytes were taken. */
  | { readonly kind: 'endless'; readonly head: string; readonly filling: string; readonly bytes: number }

export type FaultProxy = {
  readonly url: string
  readonly port: number
  /** The first line of each request so far. */
  readonly asked: string[]
  /** How many bytes of an endless answer the other side has taken. */
  readonly sent: () => number
  readonly close: () => Promise<void>
}

/**
 * A proxy on 127.0.0.1 that passes requests on to `target`, one a connection, and spoils the answers to those whose first line
 * matches.
 */
export async function startFaultProxy(
  fault: Fault,
  target: { readonly port: number },
  matches = /./,
): Promise<FaultProxy> {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const timers = new Set<NodeJS.Timeout>()
  let sent = 0

  async function answer(socket: Socket, request: Buffer): Promise<void> {
    const line = request.subarray(0, request.indexOf('\r\n')).toString()
    asked.push(line)
    if (!matches.test(line)) return void socket.end(await pass(request, target.port))
    switch (fault.kind) {
      case 'refused':
      case 'silent':
        return
      case 'reset':
        return void socket.resetAndDestroy()
      case 'reset-after-headers': {
        const whole = await pass(request, target.port)
        return void socket.write(whole.subarray(0, bodyAt(whole)), () => socket.resetAndDestroy())
      }
      case 'truncated': {
        const whole = await pass(request, target.port)
        const at = bodyAt(whole)
        return void socket.end(whole.subarray(0, at + Math.floor((whole.length - at) / 2)))
      }
      case 'drip': {
        const whole = await pass(request, target.port)
        let at = 0
        const timer = setInterval(() => {
          if (at < whole.length) socket.write(whole.subarray(at, ++at))
        }, fault.everyMs)
        timers.add(timer)
        return
      }
      case 'instead':
        return void socket.end(fault.bytes)
      case 'endless':
        return fill(socket, fault)
    }
  }

  function fill(socket: Socket, { head, filling, bytes }: Extract<Fault, { kind: 'endless' }>): void {
    socket.write(head)
    const more = () => {
      // As fast as the other side takes it, never faster: what it has not taken is not counted.
      while (sent < bytes && !socket.destroyed) {
        sent += filling.length
        if (!socket.write(filling)) return void socket.once('drain', more)
      }
    }
    more()
  }

  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // The other side may end it at any time, which is the point.
    socket.on('error', () => undefined)
    let read = Buffer.alloc(0)
    let isAnswered = false
    socket.on('data', (chunk: Buffer) => {
      read = Buffer.concat([read, chunk])
      if (isAnswered || !isWhole(read)) return
      isAnswered = true
      answer(socket, read).catch(() => socket.destroy())
    })
    socket.on('end', () => socket.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const isRefused = fault.kind === 'refused'
  const port = isRefused ? await freePort() : (server.address() as AddressInfo).port
  const close = () =>
    new Promise<void>((resolve) => {
      for (const timer of timers) clearInterval(timer)
      for (const socket of sockets) socket.destroy()
      server.close(() => resolve())
    })
  return { url: `http://127.0.0.1:${port}`, port, asked, sent: () => sent, close }
}

const bodyAt = (message: Buffer): number => message.indexOf('\r\n\r\n') + 4

/** True for a request with all of its body. */
function isWhole(request: Buffer): boolean {
  const at = bodyAt(request)
  if (at < 4) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(request.subarray(0, at).toString())?.[1] ?? '0'
  return request.length >= at + Number(length)
}

/** What the target answers to this request. */
async function pass(request: Buffer, port: number): Promise<Buffer> {
  const at = bodyAt(request)
  const head = request
    .subarray(0, at)
    .toString('latin1')
    .replace(/\r\nconnection: [^\r]*/i, '\r\nconnection: close')
  const socket = connect(port, '127.0.0.1')
  socket.write(Buffer.concat([Buffer.from(head, 'latin1'), request.subarray(at)]))
  return buffer(socket)
}

/** An HTTP answer, byte for byte. */
export function anAnswer(
  status: string,
  headers: Readonly<Record<string, string | number>>,
  body: string | Uint8Array = '',
): Buffer {
  const bytes = Buffer.from(body)
  const all = { 'content-length': bytes.length, ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`), bytes])
}
