import { compareText, type Json, type JsonObject } from '../../core/json.js'

/**
 * The value in OPA's own notation (`opa_value_dump`), which tells sets from lists as JSON does not:
 * `{1, 2}` and `set()` are sets. Sets come out as lists in OPA's order, as `opa eval` prints them.
 */
export function parseValue(text: string): Json {
  let at = 0
  const origins: Origins = { sets: new WeakSet(), entries: new WeakMap() }

  function fail(): never {
    throw new SyntaxError(`not a value in OPA's notation, at ${at}`)
  }

  function skip(): void {
    while (text[at] === ' ') at++
  }

  function eat(char: string): boolean {
    skip()
    if (text[at] !== char) return false
    at++
    return true
  }

  function scalar(): Json {
    const start = at
    if (text[at] === '"') {
      for (at++; text[at] !== '"'; at++) {
        if (at >= text.length) fail()
        if (text[at] === '\\') at++
      }
      at++
    } else {
      while (at < text.length && /[-+.0-9A-Za-z]/.test(text[at] as string)) at++
    }
    return JSON.parse(text.slice(start, at)) as Json
  }

  function list(): Json {
    const items: Json[] = []
    while (!eat(']')) {
      if (items.length > 0 && !eat(',')) fail()
      items.push(value())
    }
    return items
  }

  function braces(): Json {
    if (eat('}')) return {}
    const first = value()
    if (eat(':')) return object(first)
    const items = [first]
    while (!eat('}')) {
      if (!eat(',')) fail()
      items.push(value())
    }
    items.sort((a, b) => compareValues(a, b, origins))
    origins.sets.add(items)
    return items
  }

  function object(first: Json): Json {
    const entries: [Json, Json][] = [[first, value()]]
    while (!eat('}')) {
      if (!eat(',')) fail()
      const key = value()
      if (!eat(':')) fail()
      entries.push([key, value()])
    }
    if (entries.every(([key]) => typeof key === 'string')) return Object.fromEntries(entries as [string, Json][])
    // Two keys may have one text, as [] and set() have: the later one in OPA's order stands.
    entries.sort(([a], [b]) => compareValues(a, b, origins))
    const made = Object.fromEntries(entries.map(([key, item]) => [keyText(key), item]))
    origins.entries.set(made, entries)
    return made
  }

  function value(): Json {
    skip()
    if (text.startsWith('set()', at)) {
      at += 5
      const empty: Json[] = []
      origins.sets.add(empty)
      return empty
    }
    if (eat('[')) return list()
    if (eat('{')) return braces()
    return scalar()
  }

  const result = value()
  skip()
  return at === text.length ? result : fail()
}

// A key that is no string is shown as its JSON text, in Go's spelling and order, which is what OPA does.
const keyText = (key: Json): string =>
  typeof key === 'string'
    ? key
    : renderSorted(key).replace(
        /[<>&\u2028\u2029]/g,
        (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )

// By hand, because an object of JavaScript has an order of its own for keys that look like numbers.
function renderSorted(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(renderSorted).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${renderSorted(item as Json)}`).join(',')}}`
}

const RANKS = ['null', 'boolean', 'number', 'string', 'array', 'object', 'set']

/** What JSON cannot say: which lists stand for sets, and the keys of an object that are no strings. */
type Origins = {
  readonly sets: WeakSet<object>
  readonly entries: WeakMap<object, readonly (readonly [Json, Json])[]>
}

const rankOf = (value: Json, origins: Origins | undefined): number => {
  if (value === null) return 0
  if (Array.isArray(value)) return RANKS.indexOf(origins?.sets.has(value) ? 'set' : 'array')
  return RANKS.indexOf(typeof value)
}

/** Negative, zero or positive, in OPA's order of values: null, booleans, numbers, strings, lists, objects, sets. */
export function compareValues(a: Json, b: Json, origins?: Origins): number {
  const rank = rankOf(a, origins) - rankOf(b, origins)
  if (rank !== 0) return rank
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b, origins)
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    return compareLists(flatten(a as JsonObject, origins), flatten(b as JsonObject, origins), origins)
  }
  return Number(a) - Number(b)
}

/** Key and value in turn, in the order of the keys. */
function flatten(object: JsonObject, origins: Origins | undefined): readonly Json[] {
  const entries =
    origins?.entries.get(object) ?? Object.entries(object).map(([key, item]) => [key, item as Json] as const)
  return [...entries].sort(([a], [b]) => compareValues(a, b, origins)).flat()
}

function compareLists(a: readonly Json[], b: readonly Json[], origins: Origins | undefined): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareValues(a[i] as Json, b[i] as Json, origins)
    if (order !== 0) return order
  }
  return a.length - b.length
}
