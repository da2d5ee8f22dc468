import { compareText, type Json } from '../../core/json.js'

/**
 * The value in OPA's own notation (`opa_value_dump`), which tells sets from lists as JSON does not:
 * `{1, 2}` and `set()` are sets. Sets come out as lists in OPA's order, as `opa eval` prints them.
 */
export function parseValue(text: string): Json {
  let at = 0

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
    return items.sort(compareValues)
  }

  function object(first: Json): Json {
    const entries: [string, Json][] = [[keyText(first), value()]]
    while (!eat('}')) {
      if (!eat(',')) fail()
      const key = value()
      if (!eat(':')) fail()
      entries.push([keyText(key), value()])
    }
    return Object.fromEntries(entries)
  }

  function value(): Json {
    skip()
    if (text.startsWith('set()', at)) {
      at += 5
      return []
    }
    if (eat('[')) return list()
    if (eat('{')) return braces()
    return scalar()
  }

  const result = value()
  skip()
  return at === text.length ? result : fail()
}

// A key that is no string is shown as its JSON text, which is what OPA does.
const keyText = (key: Json): string => (typeof key === 'string' ? key : JSON.stringify(key))

const RANKS = ['null', 'boolean', 'number', 'string', 'array', 'object']

const rankOf = (value: Json): number =>
  RANKS.indexOf(value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

/** Negative, zero or positive, in the order that OPA gives to values: null, booleans, numbers, strings, lists, objects. */
export function compareValues(a: Json, b: Json): number {
  const rank = rankOf(a) - rankOf(b)
  if (rank !== 0) return rank
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b)
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    const [left, right] = [Object.entries(a).sort(byKey), Object.entries(b).sort(byKey)]
    return (
      compareLists(
        left.map(([key]) => key),
        right.map(([key]) => key),
      ) ||
      compareLists(
        left.map(([, item]) => item as Json),
        right.map(([, item]) => item as Json),
      )
    )
  }
  return Number(a) - Number(b)
}

const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]): number => compareText(a[0], b[0])

function compareLists(a: readonly Json[], b: readonly Json[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareValues(a[i] as Json, b[i] as Json)
    if (order !== 0) return order
  }
  return a.length - b.length
}
