import { sameName } from '../core/actor.js'
import { messageOf, StepgateError, UsageError } from '../core/errors.js'
import { clip, toLine } from '../core/text.js'
import type { Counter, CounterReading } from '../core/usage.js'
import { readActions } from './actions.js'
import { MAX_LOG_BYTES, readAuditLog } from './audit-log.js'
import { MAX_FILE_BYTES, readFromFile } from './file.js'
import { readHttp } from './http.js'
import { parseLog, type ReadLog } from './log.js'
import { type Found, type NotFound, notFound, type UsagePorts, type UsageSubject } from './ports.js'

export type { LogVerifier, UsagePorts, UsageSubject } from './ports.js'

const DEADLINE_MS = 10_000
const MAX_MESSAGE = 600
const LAST_TIME = Date.UTC(9999, 11, 31)

/** What each counter says, by its name, read side by side. It never rejects: what cannot be had is unknown, and never zero. */
export async function readUsage(
  counters: readonly Counter[],
  ports: UsagePorts,
  about: UsageSubject,
): Promise<ReadonlyMap<string, CounterReading>> {
  const { now, actors, signal } = about
  const people = actors.filter((login, i) => actors.findIndex((other) => sameName(login, other)) === i)
  const ending = new AbortController()
  const late = endOf(ports.deadlineMs ?? DEADLINE_MS, signal, ending)
  const subject = { ...about, actors: people, signal: AbortSignal.any([signal, ending.signal]) }
  const readers = openReaders(ports)
  const isTimeKnown = Number.isFinite(now) && now >= 0 && now <= LAST_TIME
  const read = async (counter: Counter): Promise<Found | NotFound> => {
    if (!isTimeKnown)
      return notFound('ERR_USAGE_CLOCK', 'the time of this machine is none that can be trusted; set its clock')
    return Promise.race([attempt(() => readOne(counter, ports, readers, subject)), late.ended])
  }
  try {
    const found = await Promise.all(counters.map(read))
    return new Map(counters.map((counter, i) => [counter.name, asReading(counter, about, found[i])]))
  } finally {
    late.stop()
  }
}

/** The end of the time that there is, or of the run. */
function endOf(ms: number, signal: AbortSignal, ending: AbortController) {
  let stop: () => void = () => undefined
  const ended = new Promise<NotFound>((resolve) => {
    const end = (why: string) => {
      resolve(notFound('ERR_USAGE_TIMEOUT', why))
      ending.abort()
    }
    const onAbort = () => end('the run ended before it was read')
    const timer = setTimeout(() => end(`it could not be read within ${ms} ms; see why its source is slow`), ms)
    signal.addEventListener('abort', onAbort)
    stop = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      ending.abort()
    }
    if (signal.aborted) onAbort()
  })
  return { ended, stop: () => stop() }
}

async function attempt(read: () => Promise<Found | NotFound>): Promise<Found | NotFound> {
  try {
    return await read()
  } catch (thrown) {
    const hint = thrown instanceof StepgateError && thrown.hint !== undefined ? `; ${thrown.hint}` : ''
    return notFound(
      thrown instanceof StepgateError ? thrown.code : 'ERR_USAGE_UNAVAILABLE',
      `${messageOf(thrown)}${hint}`,
    )
  }
}

type Readers = {
  readonly file: (path: string) => ReturnType<UsagePorts['readFile']>
  readonly log: (path: string) => Promise<ReadLog | undefined>
}

/** Each file is read once, however many counters it has. */
function openReaders({ readFile, readLog, verifyLog }: UsagePorts): Readers {
  return {
    file: once((path) => readFile(path, { maxBytes: MAX_FILE_BYTES })),
    log: once(async (path) => {
      const file = await readLog(path, { maxBytes: MAX_LOG_BYTES }).catch((thrown: unknown) => {
        throw isFolder(thrown) ? new UsageError('ERR_USAGE_LOG', sayFolder(path), { cause: thrown }) : thrown
      })
      if (!file) return undefined
      if (file.bytes.length > MAX_LOG_BYTES) return { broken: `it has more than ${MAX_LOG_BYTES} bytes` }
      return parseLog(file.bytes, verifyLog())
    }),
  }
}

// What Node says of a folder that is read as a file.
const isFolder = (thrown: unknown): boolean =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'EISDIR'
const sayFolder = (path: string): string =>
  `${JSON.stringify(path)} is a folder, and a decision log is a file; name the file in it that "audit-log" wrote`

function once<T>(read: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (path) => {
    const found = known.get(path) ?? read(path)
    known.set(path, found)
    return found
  }
}

function readOne(
  counter: Counter,
  ports: UsagePorts,
  { file, log }: Readers,
  about: UsageSubject,
): Promise<Found | NotFound> {
  switch (counter.source) {
    case 'actions':
      return readActions(counter, ports, about)
    case 'audit-log':
      return readAuditLog(counter, log, about)
    case 'http':
      return readHttp(counter, ports, about)
    case 'file':
      return readFromFile(counter, file, about)
  }
}

function asReading(counter: Counter, about: UsageSubject, found: Found | NotFound = NOTHING): CounterReading {
  const source = describeSource(counter, about)
  if ('value' in found) {
    const { window } = counter
    return { ...found, unit: unitOf(counter), source, ...(window && { window: window.text }) }
  }
  const { unknown, at, code } = found
  const sentence = clip(toLine(`the counter "${counter.name}" is unknown: ${unknown}`), MAX_MESSAGE)
  return { unknown: sentence, source, ...(at !== undefined && { at }), code }
}

const NOTHING = notFound('ERR_USAGE_UNAVAILABLE', 'nothing was read')

function unitOf(counter: Counter): 'count' | 'micro' {
  switch (counter.source) {
    case 'actions':
      return 'count'
    case 'audit-log':
      return counter.measure === 'events' || counter.measure === 'runs' ? 'count' : 'micro'
    case 'http':
    case 'file':
      return counter.unit === 'usd' ? 'micro' : 'count'
  }
}

/** Where the number comes from, as the input and the report say it: of an address no more than its host and its path. */
function describeSource(counter: Counter, { workflow }: UsageSubject): string {
  switch (counter.source) {
    case 'actions':
      return `actions ${workflow?.split('/').at(-1) ?? '(unknown workflow)'}`
    case 'http':
      return `http ${counter.url.replace(/\?.*$/s, '')}`
    case 'audit-log':
    case 'file':
      return `${counter.source} ${counter.path}`
  }
}
