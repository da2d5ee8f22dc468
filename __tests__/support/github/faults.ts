import type { ServerResponse } from 'node:http'
import type { Sent } from './answer.js'
import type { Json } from './options.js'
import type { RequestRecord } from './server.js'

/** What may go wrong between a client and GitHub. */
export type Fault = (
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: Json
      readonly headers?: Record<string, string>
    }
  | { readonly kind: 'reset' | 'hang' | 'truncate' | 'garbage' }
  | { readonly kind: 'slow'; readonly ms: number }
) & {
  /** How often it goes wrong for one and the same request; always without it. */
  readonly times?: number
}

export function faultFinder(faults: ((request: RequestRecord) => Fault | undefined) | undefined) {
  const seen = new Map<string, number>()
  return (request: RequestRecord): Fault | undefined => {
    const fault = faults?.(request)
    const key = `${request.method} ${request.url}`
    const count = (seen.get(key) ?? 0) + 1
    if (fault) seen.set(key, count)
    return fault && count <= (fault.times ?? Number.POSITIVE_INFINITY) ? fault : undefined
  }
}

/** What is sent instead of the answer, undefined where nothing more is to be sent in the usual way. */
export function misbehave(fault: Fault, sent: Sent, response: ServerResponse): Sent | undefined {
  const json = { 'content-type': 'application/json; charset=utf-8' }
  switch (fault.kind) {
    case 'slow':
      return sent
    case 'status': {
      const body = fault.body ?? { message: `Fault ${fault.status}`, status: String(fault.status) }
      const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
      return { status: fault.status, headers: { ...json, ...fault.headers }, bytes }
    }
    case 'garbage':
      return { status: 200, headers: json, bytes: Buffer.from('<html>Unicorn!</html>') }
    case 'truncate': {
      const bytes = sent.bytes ?? Buffer.from('{}')
      response.writeHead(sent.status, sent.headers)
      response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)))
      response.end()
      return undefined
    }
    case 'reset':
      response.destroy()
      return undefined
    case 'hang':
      return undefined
  }
}
