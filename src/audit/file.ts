import { AuditError, messageOf } from '../core/errors.js'
import { chain, type Head, readLink, START } from './chain.js'
import type { DecisionEvent } from './event.js'

/** The file of a log, opened for reading and appending; a shell has one. */
export type LogFile = {
  readonly size: () => Promise<number>
  readonly read: (from: number, length: number) => Promise<Uint8Array>
  readonly truncate: (size: number) => Promise<void>
  /** Writes behind what is there, all of it. */
  readonly append: (bytes: Uint8Array) => Promise<void>
  /** Resolves once it is on the disk. */
  readonly sync: () => Promise<void>
  readonly close: () => Promise<void>
}

const NEWLINE = 0x0a
// What each of our lines begins with.
const OPENING = '{"labels":{'
// A line is an input document and an answer; 3,000 changed files make half a megabyte.
const MAX_LINE = 64 << 20
const FIRST_READ = 64 << 10
const WRITE_SIZE = 1 << 20

/**
 * Appends the events of a run to a log and resolves once they are on the disk. Half a line at the end, which a killed run leaves, is
 * cut off first. Throws AuditError where the file is no log of ours, and leaves it as it was.
 */
export async function appendChained(
  file: LogFile,
  events: readonly DecisionEvent[],
): Promise<{ readonly head: string; readonly lines: readonly Uint8Array[] }> {
  const { head, end, size } = await readHead(file)
  const { lines, head: next } = chain(events, head)
  if (end < size) await file.truncate(end)
  try {
    const written = await write(file, lines)
    await file.sync()
    if ((await file.size()) === end + written) return { head: next.hash, lines }
  } catch (cause) {
    // A run is in the log as a whole or not at all, as far as the disk lets us.
    await file.truncate(end).catch(() => undefined)
    throw new AuditError('ERR_AUDIT_FILE', `it cannot be written: ${messageOf(cause)}`, { cause })
  }
  throw new AuditError(
    'ERR_AUDIT_CONCURRENT',
    'another run has written to it at the same time; give each run a file of its own',
  )
}

async function write(file: LogFile, lines: readonly Uint8Array[]): Promise<number> {
  let written = 0
  let waiting: Uint8Array[] = []
  let length = 0
  const flush = async () => {
    await file.append(Buffer.concat(waiting))
    written += length
    waiting = []
    length = 0
  }
  for (const line of lines) {
    waiting.push(line)
    length += line.length
    if (length >= WRITE_SIZE) await flush()
  }
  if (length > 0) await flush()
  return written
}

/** What the log goes on from, where its last whole line ends, and how long it is. */
async function readHead(file: LogFile): Promise<{ readonly head: Head; readonly end: number; readonly size: number }> {
  const size = await file.size()
  for (let length = Math.min(size, FIRST_READ); ; length = Math.min(size, length * 4)) {
    const tail = Buffer.from(await file.read(size - length, length))
    const lineEnd = tail.lastIndexOf(NEWLINE)
    const before = lineEnd <= 0 ? -1 : tail.lastIndexOf(NEWLINE, lineEnd - 1)
    if (before === -1 && length < size) {
      if (length >= MAX_LINE) throw notOurs()
      continue
    }
    refuseForeign(tail.toString('latin1', lineEnd + 1))
    if (lineEnd === -1) return { head: START, end: 0, size }
    const link = readLink(tail.subarray(before + 1, lineEnd))
    if (!link) throw notOurs()
    if (!link.fits) throw new AuditError('ERR_AUDIT_FORMAT', 'its last line has been changed; name another file')
    return { head: link, end: size - length + lineEnd + 1, size }
  }
}

// What is cut off has to be the beginning of a line of ours: somebody may have named a file of another kind.
function refuseForeign(rest: string): void {
  if (!rest.startsWith(OPENING) && !OPENING.startsWith(rest)) throw notOurs()
}

const notOurs = (): AuditError =>
  new AuditError('ERR_AUDIT_FORMAT', 'it is there already and is no decision log of this gate; name another file')
