import { toLine } from '../core/text.js'
import { mark, paint, type Terminal } from './terminal.js'

/** Where something stands in a text, counted from 1; the end is exclusive and on the same line. */
export type Place = { readonly line: number; readonly column?: number; readonly endColumn?: number }

const MAX_COLUMNS = 160

/** The line of this text at that place with the one before it, and a caret under what is meant; nothing where there is no such line. */
export function renderFrame(text: string, { line, column, endColumn }: Place, terminal: Terminal): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/)
  const meant = lines[line - 1]
  if (meant === undefined) return []
  const width = String(line).length
  const bar = mark(terminal, '│')
  const gutter = (label: string) => paint(terminal, 'blue', `${label.padStart(width)} ${bar}`)
  const show = (at: number) => [`${gutter(String(at))} ${clean(lines[at - 1] ?? '')}`.trimEnd()]
  const shown = [...(line > 1 && (lines[line - 2] ?? '').trim() !== '' ? show(line - 1) : []), ...show(line)]
  if (column === undefined || column > MAX_COLUMNS || column > meant.length + 1) return shown
  const length = Math.max(1, Math.min(endColumn ?? wordEnd(meant, column), MAX_COLUMNS) - column)
  return [...shown, `${gutter('')} ${' '.repeat(column - 1)}${paint(terminal, 'red', '^'.repeat(length))}`]
}

// A tab is one column to OPA and to YAML: it is shown as wide as that.
const clean = (line: string): string => toLine(line.slice(0, MAX_COLUMNS).replaceAll('\t', ' '))

/** The column after the word that begins here, or the next one where none does. */
function wordEnd(line: string, column: number): number {
  const word = /^[\w$.@/-]+/.exec(line.slice(column - 1))?.[0] ?? ''
  return column + Math.max(1, word.length)
}
