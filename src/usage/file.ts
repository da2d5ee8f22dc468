import { sameName } from '../core/actor.js'
import { keepsDigits } from '../core/decimal.js'
import { messageOf } from '../core/errors.js'
import { isObject, own, parseUtf8 } from '../core/json.js'
import type { SourceFile } from '../core/source.js'
import { clip, toLine } from '../core/text.js'
import type { FileCounter } from '../core/usage.js'
import { parseUnique } from './json.js'
import { type Found, highestOf, type NotFound, notFound, type UsageSubject } from './ports.js'
import { KEYS, readEntry, refuseStrangers } from './value.js'

export const MAX_FILE_BYTES = 1024 * 1024
const MAX_ALIASES = 100

/** The number that a file of the trusted source has; throws what reading it throws. */
export async function readFromFile(
  counter: FileCounter,
  read: (path: string) => Promise<SourceFile | undefined>,
  about: UsageSubject,
): Promise<Found | NotFound> {
  const { path, key, unit, maxAgeMs } = counter
  const file = await read(path)
  const shown = JSON.stringify(path)
  if (!file) return notFound('ERR_USAGE_FILE', `there is no ${shown} in the trusted source; write it, or name another`)
  let document: unknown
  try {
    document = await parseFile(file)
  } catch (thrown) {
    return notFound('ERR_USAGE_FILE', `${shown} cannot be read: ${clip(toLine(messageOf(thrown)), 200)}`)
  }
  const counters = own(document, 'counters')
  const entry = own(isObject(counters) ? counters : document, key)
  if (entry === undefined) return notFound('ERR_USAGE_FILE', `${shown} has no counter ${JSON.stringify(key)}; add it`)
  // One of the two is out of date, and nobody can tell which.
  if (isObject(counters) && key !== 'counters' && own(document, key) !== undefined)
    return notFound(
      'ERR_USAGE_FILE',
      `${shown} has the counter ${JSON.stringify(key)} twice: below "counters" and beside it; take one of them out`,
    )
  const wanted = { unit, now: about.now, ...(maxAgeMs !== undefined && { maxAgeMs }) }
  const people = own(entry, 'by_actor')
  if (people === undefined) return readEntry(entry, wanted)
  const odd = refuseStrangers(entry, [...KEYS, 'by_actor'])
  if (odd) return odd
  return highestOf(about.actors, async (login) => {
    const found = isObject(people) ? Object.keys(people).filter((name) => sameName(name, login)) : []
    const [name, ...others] = found
    if (name === undefined || others.length > 0) {
      const why = others.length > 0 ? `more than once (${found.join(', ')})` : 'nothing'
      const message = `${shown} has ${why} below "by_actor" of ${JSON.stringify(key)} for "${login}"`
      // As whom somebody comes, they choose: of whom nothing is counted, no fallback may let through.
      return notFound('ERR_INPUT_INCOMPLETE', message)
    }
    const written = own(people, name)
    return readEntry(inherit(entry, isObject(written) ? written : { value: written }), wanted)
  })
}

/** What one person's entry leaves out is as it is for all. */
const inherit = (entry: unknown, mine: Record<string, unknown>): Record<string, unknown> => {
  const [unit, at] = [own(entry, 'unit'), own(entry, 'at')]
  return { ...(unit !== undefined && { unit }), ...(at !== undefined && { at }), ...mine }
}

async function parseFile({ path, bytes }: SourceFile): Promise<unknown> {
  if (!/\.ya?ml$/i.test(path)) return parseUnique(bytes)
  const { parseDocument, visit } = await import('yaml')
  const document = parseDocument(parseUtf8(bytes), {
    uniqueKeys: true,
    strict: true,
    stringKeys: true,
    resolveKnownTags: false,
    logLevel: 'error',
    prettyErrors: false,
  })
  const [error] = document.errors
  // The library's own words for it are for whoever calls the library.
  if (error?.code === 'MULTIPLE_DOCS')
    throw new SyntaxError('it has a second document ("---"), and one file is one document; take one of them out')
  if (error) throw error
  visit(document, {
    // A count that was rounded is none: as text it is read digit by digit, or refused.
    Scalar: (_, scalar) => {
      const { value, source } = scalar
      if (typeof value === 'number' && source !== undefined && !keepsDigits(value, source)) scalar.value = source
    },
  })
  return document.toJS({ maxAliasCount: MAX_ALIASES })
}
