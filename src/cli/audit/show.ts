import { readLink } from '../../audit/chain.js'
import { type Json, own, parseJson } from '../../core/json.js'
import { renderJsonText } from '../json-text.js'

/** What of a decision is shown: all of it, or what `opa eval` is given to repeat it. */
export type Part = 'event' | 'input' | 'path'

/** The text to print, or why there is none; and what to be warned of. */
export type Shown = { readonly text: string | undefined; readonly warnings: readonly string[] }

/** The decision on this line. */
export function showEvent(line: Uint8Array, part: Part): Shown {
  const event = readEvent(line)
  if (event === undefined) return { text: undefined, warnings: ['the line is no decision'] }
  const warnings = readLink(line)?.fits === false ? ['the line has been changed since it was written'] : []
  switch (part) {
    case 'event':
      return { text: renderJsonText(event), warnings }
    case 'path':
      return { text: `data.${String(own(event, 'path')).replaceAll('/', '.')}`, warnings }
    case 'input':
      return showInput(event, warnings)
  }
}

function showInput(event: Json, warnings: readonly string[]): Shown {
  const input = own(event, 'input')
  const hidden = ['erased', 'masked'].flatMap((key) => pathsOf(own(event, key))).filter((path) => isBelow(path))
  if (input === undefined) return { text: undefined, warnings: [...warnings, 'the log is without the input'] }
  if (hidden.length === 0) return { text: renderJsonText(input), warnings }
  const incomplete = `it is not the input that was judged: ${hidden.join(', ')} ${hidden.length === 1 ? 'is' : 'are'} masked`
  return { text: renderJsonText(input), warnings: [...warnings, incomplete] }
}

const isBelow = (path: string): boolean => path === '/input' || path.startsWith('/input/')

const pathsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((path): path is string => typeof path === 'string') : []

/** The decision on this line where it has this id. */
export const hasId = (line: Uint8Array, id: string): boolean =>
  // Most lines need not be parsed to see that they have another.
  Buffer.from(line.buffer, line.byteOffset, line.byteLength).includes(JSON.stringify(id)) &&
  own(readEvent(line), 'decision_id') === id

function readEvent(line: Uint8Array): Json | undefined {
  try {
    const event = parseJson(line) as Json
    return typeof own(event, 'path') === 'string' ? event : undefined
  } catch {
    return undefined
  }
}
