import { clip, toLine } from '../../../core/text.js'
import type { SeenValue } from '../../../pdp/local/protocol-explain.js'

const MAX_VALUE = 200

/** `input.actor.roles is ["developer"]`, or that it is not defined. */
export function sayValue(seen: SeenValue): string {
  if ('undefined' in seen) return `${toLine(seen.text)} is undefined`
  const value = 'clipped' in seen ? `${seen.clipped}…` : (JSON.stringify(seen.value) ?? 'undefined')
  return `${toLine(seen.text)} is ${clip(toLine(value), MAX_VALUE)}`
}

/** One line of text for a report that is not for a terminal. */
export const sayDecider = ({
  rule,
  file,
  line,
  text,
  outcome,
  failed,
}: {
  readonly rule: string
  readonly file: string
  readonly line: number
  readonly text: string
  readonly outcome: string
  readonly failed?: { readonly text: string; readonly line: number; readonly values: readonly SeenValue[] }
}): string => {
  const ended = failed ? `; ended at line ${failed.line}: ${toLine(failed.text)}` : ''
  const values = failed && failed.values.length > 0 ? ` (${failed.values.map(sayValue).join(', ')})` : ''
  return `${file}:${line}: ${rule} ${outcome}: ${toLine(text)}${ended}${values}`
}
