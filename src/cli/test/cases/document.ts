import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Path } from '../../../config/document.js'
import type { Position } from '../../../core/config.js'
import { messageOf, UsageError } from '../../../core/errors.js'
import { circleIn, parseUtf8 } from '../../../core/json.js'

/** A table of cases as plain values; where each of them stands is asked a thousand times, so that its syntax tree is kept. */
export type TableDocument = {
  readonly path: string
  readonly text: string
  readonly value: unknown
  readonly locate: (path: Path, part?: 'key' | 'value') => Position
  /** The same, and the column behind it where it ends on its line. */
  readonly span: (path: Path) => Span
  /** Only the value at this path, at its own place, and blanks around it. */
  readonly excerpt: (path: Path) => string
}

/** The end is exclusive. */
export type Span = Position & { readonly endColumn?: number }

export const MAX_TABLE_BYTES = 8 * 1024 * 1024
const MAX_ALIASES = 10_000

/** The one YAML document in these bytes; throws UsageError. */
export function parseTable(path: string, bytes: Uint8Array): TableDocument {
  if (bytes.length > MAX_TABLE_BYTES)
    throw new UsageError('ERR_CASES_SIZE', `"${path}" has ${bytes.length} bytes; at most ${MAX_TABLE_BYTES} are read`, {
      path,
    })
  const text = textOf(path, bytes)
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    merge: true,
    uniqueKeys: true,
    strict: true,
    prettyErrors: false,
    stringKeys: true,
    resolveKnownTags: false,
    logLevel: 'error',
  })
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const wrong = document.errors[0] ?? document.warnings.find(({ code }) => code === 'TAG_RESOLVE_FAILED')
  if (wrong) {
    const message = (wrong.message.split('\n')[0] ?? '').replace(/^./, (c) => c.toLowerCase())
    throw new UsageError('ERR_CASES_YAML', message, { path, ...at(wrong.pos[0]), cause: wrong })
  }
  const locate = (where: Path, part: 'key' | 'value' = 'value') =>
    at(find(document.contents, where, part)?.range?.[0] ?? 0)
  const span = (where: Path): Span => {
    const [start = 0, end = 0] = find(document.contents, where, 'value')?.range ?? []
    const [from, to] = [at(start), at(end)]
    return from.line === to.line && to.column > from.column ? { ...from, endColumn: to.column } : from
  }
  const excerpt = (where: Path): string => {
    const [start = 0, end = 0] = find(document.contents, where, 'value')?.range ?? []
    return `${text.slice(0, start).replace(/[^\r\n]/g, ' ')}${text.slice(start, end)}`
  }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (cause) {
    throw new UsageError('ERR_CASES_ALIASES', `"${path}" cannot be unfolded: ${messageOf(cause)}`, { path, cause })
  }
  const circle = circleIn(value)
  if (circle) {
    const message = `"${circle.join('.')}" stands for something that it is itself in, which unfolds without end`
    throw new UsageError('ERR_CASES_ALIASES', message, { path, ...locate(circle) })
  }
  return { path, text, value, locate, span, excerpt }
}

function textOf(path: string, bytes: Uint8Array): string {
  try {
    return parseUtf8(bytes)
  } catch (cause) {
    throw new UsageError('ERR_CASES_YAML', `"${path}" is not UTF-8 text`, { path, cause })
  }
}

/** The node at this path, or the nearest around it. */
function find(root: Node | null, path: Path, part: 'key' | 'value'): Node | undefined {
  let node: Node | undefined = root ?? undefined
  let nearest = node
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair) return nearest
      nearest = pair.key as Node
      if (depth === path.length - 1 && (part === 'key' || !pair.value)) return nearest
      node = (pair.value as Node | null) ?? undefined
    } else if (isSeq(node)) {
      node = node.items[Number(step)] as Node | undefined
    } else {
      return nearest
    }
    // What an alias stands for is written elsewhere; the alias is the place to look at.
    if (!node || isAlias(node)) return node ?? nearest
    nearest = node
  }
  return nearest
}
