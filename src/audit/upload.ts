import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { below } from '../core/address.js'
import { AuditError, messageOf } from '../core/errors.js'
import { type Http, HttpError, type HttpFailure, type HttpResponse } from '../core/http.js'
import { own, parseJson } from '../core/json.js'
import { clip, toLine } from '../core/text.js'

/** What there is to send events with. */
export type Sender = {
  readonly http: Http
  /** A bearer token; undefined for none. */
  readonly token?: () => Promise<string | undefined>
  /** Resolves after so many milliseconds, or rejects when the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** Milliseconds for everything. */
  readonly timeoutMs?: number
}

const TOTAL_MS = 10_000
const MAX_ATTEMPTS = 4
// One attempt does not use up the time of those after it.
const ATTEMPT_MS = 4_000
const BACKOFF_MS = 200
const MAX_CHUNK_BYTES = 1 << 20
const MAX_CHUNK_EVENTS = 1_000
const MAX_ANSWER_BYTES = 64 << 10

// Doing it twice is harmless: a service tells decisions apart by their `decision_id`.
const PASSING: ReadonlySet<HttpFailure> = new Set<HttpFailure>(['unreachable', 'broken', 'timeout'])
const zip = promisify(gzip)

/**
 * Sends these lines of JSON to a decision log service (openpolicyagent.org/docs/management-decision-logs, decision log service API)
 * and gives their number. Throws AuditError where not all of them arrived.
 */
export async function upload(
  lines: readonly Uint8Array[],
  base: URL,
  { http, token, wait, timeoutMs = TOTAL_MS }: Sender,
  signal: AbortSignal,
): Promise<number> {
  const url = below(base, 'logs')
  const until = performance.now() + timeoutMs
  const left = () => until - performance.now()
  let arrived = 0
  let bearer: string | undefined
  const fail = (why: string, cause?: unknown): AuditError => {
    const some = arrived > 0 ? ` (${arrived} of ${lines.length} decisions have arrived)` : ''
    const safe = bearer === undefined || bearer === '' ? why : why.replaceAll(bearer, '***')
    return new AuditError('ERR_AUDIT_UPLOAD', `${clip(toLine(safe), 300)}${some}`, { cause })
  }
  try {
    bearer = await token?.()
  } catch (cause) {
    throw fail(`there is no token for it: ${messageOf(cause)}`, cause)
  }
  const authorization = bearer === undefined || bearer === '' ? {} : { authorization: `Bearer ${bearer}` }
  for (const chunk of split(lines)) {
    const body = await zip(asList(chunk), { level: 1 })
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip', ...authorization }
    const request = { method: 'POST', url, headers, body, maxBytes: MAX_ANSWER_BYTES, signal } as const
    for (let attempt = 1; ; attempt++) {
      const limit = Math.min(ATTEMPT_MS, left())
      if (limit <= 0) throw fail(`it took more than ${timeoutMs} ms`)
      const ended = await http.request({ ...request, timeoutMs: limit }).catch(asFailure)
      if (isArrived(ended)) break
      const pause = pauseAfter(ended, attempt)
      const isOver = pause === undefined || attempt === MAX_ATTEMPTS || pause >= left()
      if (isOver) throw fail(describe(ended), ended instanceof HttpError ? ended : undefined)
      try {
        await wait(pause, signal)
      } catch (cause) {
        throw fail('the run ended before', cause)
      }
    }
    arrived += chunk.length
  }
  return arrived
}

/** Chunks that a service can be asked to take in one request; never an empty one. */
function split(lines: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const chunks: Uint8Array[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const line of lines) {
    const chunk = chunks.at(-1)
    const size = line.length + 1
    if (!chunk || bytes + size > MAX_CHUNK_BYTES || chunk.length === MAX_CHUNK_EVENTS) {
      chunks.push([line])
      bytes = size
    } else {
      chunk.push(line)
      bytes += size
    }
  }
  return chunks
}

const [OPEN, COMMA, CLOSE] = [Buffer.from('['), Buffer.from(','), Buffer.from(']')]
const asList = (lines: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([...lines.flatMap((line, i) => [i === 0 ? OPEN : COMMA, line]), CLOSE])

type Ended = HttpResponse | HttpError

function asFailure(thrown: unknown): HttpError {
  return thrown instanceof HttpError ? thrown : new HttpError('unreachable', messageOf(thrown), thrown)
}

// A page with 200, as of somebody who wants a login first, is no sign that anything was kept.
const isArrived = (ended: Ended): boolean =>
  !(ended instanceof HttpError) &&
  ended.status >= 200 &&
  ended.status < 300 &&
  !/html/i.test(ended.headers['content-type'] ?? '')

/** How long to wait before it is tried once more; undefined where that cannot help. */
function pauseAfter(ended: Ended, attempt: number): number | undefined {
  const backoff = BACKOFF_MS * 2 ** (attempt - 1)
  if (ended instanceof HttpError) return PASSING.has(ended.failure) ? backoff : undefined
  if (ended.status !== 429 && ended.status < 500) return undefined
  const after = ended.headers['retry-after'] ?? ''
  return /^\d{1,9}$/.test(after) ? Math.max(Number(after) * 1000, backoff) : backoff
}

function describe(ended: Ended): string {
  if (ended instanceof HttpError) return ended.message
  const { status, headers } = ended
  const said = sayBody(ended.body)
  if (status >= 300 && status < 400) return `it answered ${status}, and redirects are not followed`
  const after = status === 429 && headers['retry-after'] !== undefined ? `, retry-after ${headers['retry-after']}` : ''
  const wayOut = status === 401 || status === 403 ? '; give "audit-token" a token that it accepts' : ''
  return `it answered ${status}${after}${said === '' ? '' : `: ${said}`}${wayOut}`
}

// OPA's own services answer with {code, message}.
function sayBody(body: Uint8Array): string {
  try {
    const answer = parseJson(body)
    return [own(answer, 'code'), own(answer, 'message')].filter((text) => typeof text === 'string').join(': ')
  } catch {
    return ''
  }
}
