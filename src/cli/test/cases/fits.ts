import { patternOf } from './pattern.js'
import type { RawReason } from './schema.js'

/** A text is compared as a whole; between slashes it is a regular expression. Throws SyntaxError. */
export function fits(reason: RawReason, actual: string): boolean {
  if (typeof reason !== 'string') return actual.includes(reason.contains)
  const pattern = patternOf(reason)
  return pattern ? pattern.test(actual) : reason === actual
}

export const sayReason = (reason: RawReason): string =>
  typeof reason === 'string' ? reason : `(contains) ${reason.contains}`
