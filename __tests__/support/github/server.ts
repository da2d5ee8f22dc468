import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Permissions } from './access.js'
import { answerTo, type Sent } from './answer.js'
import { type Fault, faultFinder, misbehave } from './faults.js'
import type { Json } from './options.js'
import { type RateLimitOptions, rateOf } from './rate.js'
import type { CheckRun, Comment, Status, World } from './world.js'

export type RequestRecord = {
  readonly index: number
  readonly method: string
  /** The path as GitHub's description writes it, undefined for one that it does not know. */
  route: string | undefined
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** The path and the query as they came. */
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  body: Json
  status: number | undefined
  /** Milliseconds since the server started. */
  readonly startedAt: number
  endedAt: number | undefined
}

export type ServerOptions = {
  /** What the token may do; `WRITE_ALL` without it. */
  readonly permissions?: Permissions
  /** No token is a good one. */
  readonly badToken?: boolean
  /** The slug of the GitHub App that the token is of. */
  readonly app?: string
  readonly rateLimit?: RateLimitOptions
  readonly faults?: (request: RequestRecord) => Fault | undefined
  /** Milliseconds before each answer. */
  readonly delayMs?: number
  /** Runs before a request is answered; it may change the world. */
  readonly onRequest?: (request: RequestRecord, world: World) => void | Promise<void>
  /** Where the API is below the host, `/api/v3` on GitHub Enterprise Server. */
  readonly basePath?: string
  /** As many entries as a tree lists before it is cut off. */
  readonly maxTreeEntries?: number
}

export type Written = {
  readonly statuses: readonly Status[]
  readonly checkRuns: readonly CheckRun[]
  /** Comments that the client wrote or changed, as they are now. */
  readonly comments: readonly Comment[]
}

export type GitHub = {
  /** What GITHUB_API_URL is to be. */
  readonly url: string
  readonly world: World
  readonly requests: readonly RequestRecord[]
  readonly violations: readonly string[]
  readonly written: Written
  readonly rounds: () => number
  /** Throws where a request or an answer was not as GitHub describes it. */
  readonly check: () => void
  /** Ends every connection, and checks. */
  readonly close: () => Promise<void>
}

export async function startGitHub(world: World, options: ServerOptions = {}): Promise<GitHub> {
  const started = performance.now()
  const requests: RequestRecord[] = []
  const violations: string[] = []
  const written = new Set<number>()
  const rate = rateOf(options.rateLimit ?? {})
  const faultOf = faultFinder(options.faults)
  let url = ''

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const record = recordOf(request, requests.length, performance.now() - started)
    requests.push(record)
    const text = await textOf(request)
    record.body = parsed(text)
    const violate = (fault: string) => violations.push(`${record.method} ${record.url}: ${fault}`)
    await options.onRequest?.(record, world)
    const fault = faultOf(record)
    let sent = await answerTo({
      world,
      options,
      record,
      text,
      rate,
      written,
      violate,
      url,
      spared: fault?.kind === 'status',
    })
    if (fault?.kind === 'slow') await wait(fault.ms, undefined, { ref: false })
    if (options.delayMs) await wait(options.delayMs, undefined, { ref: false })
    if (fault) {
      const instead = misbehave(fault, sent, response)
      if (instead === undefined) return
      sent = instead
    }
    record.status = sent.status
    record.endedAt = performance.now() - started
    send(response, sent)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      violations.push(`${request.method} ${request.url}: the double failed: ${(error as Error).stack}`)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  server.unref()
  server.on('connection', (socket) => socket.unref())
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${options.basePath ?? ''}`

  const check = () => {
    if (violations.length > 0) throw new Error(`not as GitHub describes it:\n- ${violations.join('\n- ')}`)
  }
  const close = async () => {
    await new Promise<void>((closed) => {
      server.close(() => closed())
      server.closeAllConnections()
    })
    check()
  }
  const mine = ({ id }: { id: number }) => written.has(id)
  return {
    url,
    world,
    requests,
    violations,
    get written() {
      const { statuses, checkRuns, comments } = world
      return { statuses: statuses.filter(mine), checkRuns: checkRuns.filter(mine), comments: comments.filter(mine) }
    },
    rounds: () => roundsOf(requests),
    check,
    close,
  }
}

/**
 * How many times the client waited: a request that starts when all before it have ended starts a round. Answers have to take
 * longer than the client takes to send what belongs together, so count with a `delayMs`.
 */
export function roundsOf(requests: readonly Pick<RequestRecord, 'startedAt' | 'endedAt'>[]): number {
  let [rounds, busyUntil] = [0, -1]
  for (const { startedAt, endedAt } of requests) {
    if (startedAt >= busyUntil) rounds++
    busyUntil = Math.max(busyUntil, endedAt ?? Number.POSITIVE_INFINITY)
  }
  return rounds
}

function recordOf(request: IncomingMessage, index: number, startedAt: number): RequestRecord {
  const { method = '', url = '', headers } = request
  const { pathname, searchParams } = new URL(`http://host${url}`)
  const query = Object.fromEntries(searchParams)
  const empty = { route: undefined, body: undefined, status: undefined, endedAt: undefined }
  return { index, method, path: pathname, query, url, headers, startedAt, ...empty }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function parsed(text: string): Json {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function send(response: ServerResponse, { status, headers, bytes }: Sent): void {
  const length = bytes ? { 'content-length': String(bytes.length) } : {}
  response.writeHead(status, { ...length, ...headers })
  response.end(bytes)
}
