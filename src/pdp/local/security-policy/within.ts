import { Scalar } from 'yaml'
import type { Place } from './tree.js'

/** A character of a text that is no blank, and where it is written in the file. */
type Written = { readonly char: string; readonly at: number }

/**
 * Where a row and a column of a text stand in the file. YAML moves blanks and line ends about, and nothing else: so the characters
 * of the text are found by counting those that are no blanks. Where that does not come out, it is the start of the text.
 */
export function withinOf(
  node: Scalar,
  text: string,
  at: (offset: number) => Place,
): (row: number, column: number) => Place {
  const start = node.range?.[0] ?? 0
  const value = typeof node.value === 'string' ? node.value : ''
  return (row, column) => {
    if (row < 1) return at(start)
    const written = charactersOf(node, text)
    const meant = [...value.matchAll(/\S/g)]
    if (!meant.every(({ 0: char }, i) => char === written[i]?.char)) return at(start)
    const asked = offsetOf(value, row, column)
    const next = meant.findIndex(({ index }) => index >= asked)
    const exact = next < 0 ? undefined : meant[next]
    if (exact?.index === asked) return at(written[next]?.at ?? start)
    // A blank, or the end of the text: what is wrong is right behind what stands before it.
    const before = written[(next < 0 ? meant.length : next) - 1]
    return before ? at(before.at + 1) : at(written[0]?.at ?? start)
  }
}

/** The place in a text; OPA counts columns in characters, of which some are two of JavaScript's. */
function offsetOf(value: string, row: number, column: number): number {
  const lines = value.split('\n')
  if (row > lines.length) return value.length
  const before = lines.slice(0, row - 1).reduce((sum, line) => sum + line.length + 1, 0)
  const within = [...(lines[row - 1] ?? '')].slice(0, Math.max(column, 1) - 1).join('')
  return before + within.length
}

/** What is written in the file for this text, without blanks. */
function charactersOf({ type, range }: Scalar, text: string): readonly Written[] {
  const [start, end] = range ?? [0, 0]
  switch (type) {
    case Scalar.QUOTE_DOUBLE:
      return unquoted(text, start + 1, end - 1, ESCAPED)
    case Scalar.QUOTE_SINGLE:
      return unquoted(text, start + 1, end - 1, /''|./gs)
    case Scalar.PLAIN:
      return unquoted(text, start, end, /./gs)
    default: {
      // A block starts behind the line of its mark, which may have a comment.
      const head = text.slice(start, end).search(/\r\n|\n|\r/)
      return head < 0 ? [] : unquoted(text, start + head, end, /./gs)
    }
  }
}

const ESCAPED = /\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|\r\n|.)|./gs

function unquoted(text: string, start: number, end: number, unit: RegExp): readonly Written[] {
  return [...text.slice(start, end).matchAll(unit)].flatMap(({ 0: found, index }) =>
    [...(found.length > 1 ? meaning(found) : found)].flatMap((char) =>
      char.split('').flatMap((one) => (/\S/.test(one) ? [{ char: one, at: start + index }] : [])),
    ),
  )
}

/** What an escape stands for; those that stand for blanks, or for nothing, are nothing here. */
function meaning(unit: string): string {
  if (unit === "''") return "'"
  const letter = unit.charAt(1)
  if (/[xuU]/.test(letter)) {
    const code = Number.parseInt(unit.slice(2), 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  }
  return NAMED.get(letter) ?? (/["/\\]/.test(letter) ? letter : '')
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['N', '\u0085'],
])
