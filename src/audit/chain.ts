import { createHash } from 'node:crypto'
import type { DecisionEvent } from './event.js'
import { createArena, createWriter } from './text.js'

/**
 * What links a line of a log to the one before it: the last key of `custom`, which is the last key of the event. There is no key
 * in it, so whoever rewrites the whole file can link it anew; but not to a `head` that was noted elsewhere.
 */
export type Link = {
  /** Counted from 1 over all runs in the file. */
  readonly seq: number
  /** Which decision of its run this is, counted from 1, and of how many. */
  readonly index: number
  readonly count: number
  /** The hash of the line before; zeros where there is none. */
  readonly previous: string
  /** The sha256 of this line, without its newline and with zeros in place of this value. */
  readonly hash: string
}

export const NO_HASH = '0'.repeat(64)

/** What a log goes on from. */
export type Head = Pick<Link, 'seq' | 'hash'>
export const START: Head = { seq: 0, hash: NO_HASH }

/** The events of one run as lines that go on from this head, each with its newline, and the new head. */
export function chain(
  events: readonly DecisionEvent[],
  head: Head,
): { readonly lines: readonly Uint8Array[]; readonly head: Head } {
  const write = createWriter()
  const encode = createArena()
  let { seq, hash } = head
  const lines = events.map((event, i) => {
    seq += 1
    // `custom` is the last key and never empty, so that the link can be put before the last two braces.
    const open = write(event).slice(0, -2)
    const place = `"seq":${seq},"index":${i + 1},"count":${events.length},"previous":"${hash}"`
    const line = encode(`${open},"chain":{${place},"hash":"${NO_HASH}${END}\n`)
    hash = createHash('sha256').update(line.subarray(0, -1)).digest('hex')
    line.write(hash, line.length - 1 - END.length - hash.length, 'latin1')
    return line
  })
  return { lines, head: { seq, hash } }
}

const END = '"}}}'
const LINK =
  /,"chain":\{"seq":([1-9]\d{0,15}),"index":([1-9]\d{0,15}),"count":([1-9]\d{0,15}),"previous":"([0-9a-f]{64})","hash":"([0-9a-f]{64})"\}\}\}$/

// As long as the longest link can be.
const MAX_LINK = 320

/** The link at the end of this line and whether its hash fits the line; undefined where there is none. */
export function readLink(line: Uint8Array): (Link & { readonly fits: boolean }) | undefined {
  const bytes = Buffer.from(line.buffer, line.byteOffset, line.byteLength)
  const found = LINK.exec(bytes.toString('latin1', Math.max(0, bytes.length - MAX_LINK)))
  if (!found) return undefined
  const [, seq, index, count, previous = '', hash = ''] = found
  const before = bytes.length - END.length - hash.length
  const fits = createHash('sha256').update(bytes.subarray(0, before)).update(`${NO_HASH}${END}`).digest('hex') === hash
  return { seq: Number(seq), index: Number(index), count: Number(count), previous, hash, fits }
}
