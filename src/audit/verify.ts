import { parseJson } from '../core/json.js'
import { count } from '../core/text.js'
import { type Link, NO_HASH, readLink } from './chain.js'

export type FindingCode =
  | 'changed'
  | 'missing'
  | 'reordered'
  | 'unlinked'
  | 'incomplete'
  | 'cut-off'
  | 'foreign'
  | 'head'

/** Something that is not as it was written. Lines are counted from 1. */
export type Finding = { readonly line: number; readonly code: FindingCode; readonly message: string }

export type Verified = {
  readonly decisions: number
  readonly runs: number
  /** The hash of the last line. */
  readonly head?: string
  /** The first of them, in the order of the lines. */
  readonly findings: readonly Finding[]
  /** How many more there are. */
  readonly more: number
}

export type Verifier = {
  /** Takes the next line, without its newline. */
  readonly add: (line: Uint8Array) => void
  /** Takes what stands after the last newline, and says what was found. */
  readonly end: (rest: Uint8Array) => Verified
}

const MAX_FINDINGS = 100

type Gap = { readonly line: number; readonly from: number; readonly to: number; left: number }

/** Checks a log line by line. With `head`, a line has to have this hash. */
export function createVerifier(head?: string): Verifier {
  const findings: Finding[] = []
  const gaps: Gap[] = []
  let more = 0
  let line = 0
  let runs = 0
  let highest = 0
  // Lines since then that may have been any decision.
  let unread = 0
  let hasHead = false
  // The line before; undefined where nothing can be said of what has to follow it.
  let last: Link | undefined = { seq: 0, index: 0, count: 0, previous: NO_HASH, hash: NO_HASH }

  const find = (code: FindingCode, message: string, at = line) => {
    if (findings.length < MAX_FINDINGS) findings.push({ line: at, code, message })
    else more += 1
  }

  const add = (bytes: Uint8Array) => {
    line += 1
    const link = readLink(bytes)
    if (link?.fits) return take(link)
    if (link) find('changed', 'it has been changed since it was written')
    else find('foreign', isJson(bytes) ? 'it is no decision of a chained log' : 'it is no JSON')
    unread += 1
    last = undefined
  }

  const take = (link: Link) => {
    if (link.index === 1) runs += 1
    if (link.hash === head) hasHead = true
    checkPlace(link)
    last = link
    highest = Math.max(highest, link.seq)
    unread = 0
  }

  const checkPlace = (link: Link) => {
    const next = highest + 1
    if (link.seq < next) {
      find('reordered', `decision ${link.seq} stands after decision ${highest}`)
      fill(link.seq)
    } else if (link.seq > next + unread) {
      const gap = { line, from: next, to: link.seq - 1, left: link.seq - next - unread }
      if (gaps.length < MAX_FINDINGS) gaps.push(gap)
      else more += 1
    } else if (last?.seq === link.seq - 1) checkLink(link, last)
  }

  const checkLink = (link: Link, before: Link) => {
    if (link.previous !== before.hash) find('unlinked', 'the line before it is another than when it was written')
    if (link.index === 1) sayIncomplete(before)
    else if (link.index !== before.index + 1 || link.count !== before.count)
      find('unlinked', `it is decision ${link.index} of ${link.count}, and follows ${before.index} of ${before.count}`)
  }

  const sayIncomplete = ({ index, count: of }: Link) => {
    const message = `its run logged ${count(of, 'decision')}, and the next begins after ${index}`
    if (index < of) find('incomplete', message, line - 1)
  }

  const fill = (seq: number) => {
    const gap = gaps.find(({ from, to }) => from <= seq && seq <= to)
    if (gap) gap.left -= 1
  }

  const end = (rest: Uint8Array): Verified => {
    if (last && last.index < last.count)
      find('incomplete', `its run logged ${count(last.count, 'decision')}, and the log ends after ${last.index}`)
    if (rest.length > 0) find('cut-off', 'it is half a line: a run was killed, or the file was cut', line + 1)
    if (line === 0 && rest.length === 0) find('missing', 'there is no decision in it', 1)
    if (head !== undefined && !hasHead) find('head', `no line has the hash ${head}`, Math.max(line, 1))
    const missing = gaps.filter(({ left }) => left > 0).map(sayGap)
    return {
      decisions: line,
      runs,
      ...(last && last.seq > 0 && { head: last.hash }),
      findings: [...findings, ...missing].sort((a, b) => a.line - b.line),
      more,
    }
  }
  return { add, end }
}

function sayGap({ line, from, to, left }: Gap): Finding {
  const size = to - from + 1
  const which = size === 1 ? `decision ${from}` : `decisions ${from} to ${to}`
  const where = from === 1 ? 'the beginning of the log' : 'the log'
  const message =
    left === size
      ? `${which} ${size === 1 ? 'is' : 'are'} missing before it, from ${where}`
      : `of ${which}, ${left} ${left === 1 ? 'is' : 'are'} missing before it`
  return { line, code: 'missing', message }
}

function isJson(bytes: Uint8Array): boolean {
  try {
    parseJson(bytes)
    return true
  } catch {
    return false
  }
}
