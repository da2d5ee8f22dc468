/** Any value that JSON can carry (RFC 8259). */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json | undefined }

/** True for a JSON object: neither null nor a list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object's own value of this key: `constructor` and `__proto__` are ordinary, absent names here. */
export const own = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/** The text of these bytes; throws a TypeError where they are not UTF-8. A byte order mark is dropped (RFC 8259, section 8.1). */
export const parseUtf8 = (bytes: Uint8Array): string => utf8.decode(bytes)

/** The value of this JSON text in strict UTF-8; throws TypeError or SyntaxError. */
export const parseJson = (bytes: Uint8Array): unknown => JSON.parse(parseUtf8(bytes)) as unknown

/** Negative, zero or positive: the order of the code points, which is OPA's order of strings and not that of UTF-16. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x === y) continue
    const bothSurrogate = x >= 0xd800 && x <= 0xdfff && y >= 0xd800 && y <= 0xdfff
    if (bothSurrogate || (x < 0xd800 && y < 0xd800)) return x - y
    return rank(x) - rank(y)
  }
  return a.length - b.length
}

// A surrogate stands for a code point above U+FFFF, and so comes after every other unit.
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

/** JSON text without half of a surrogate pair, which is no text: it becomes U+FFFD, as in Go's own decoder. */
export const wellFormed = (json: string): string =>
  json.includes('\\ud')
    ? json.replace(/\\(?:\\|ud[89a-f][0-9a-f]{2})/g, (found) => (found === '\\\\' ? found : '\ufffd'))
    : json

/** The same value with the keys of its objects in order, as OPA writes them. */
export function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]): [string, Json] => [key, sortKeys(item as Json)])
  return Object.fromEntries(entries.sort(([a], [b]) => compareText(a, b)))
}

/** Where this value is found in itself, as an alias of YAML can make it: no JSON can be written of that. */
export function circleIn(value: unknown): readonly (string | number)[] | undefined {
  const [above, seen] = [new Set<unknown>(), new Set<unknown>()]
  const look = (one: unknown): readonly (string | number)[] | undefined => {
    if (typeof one !== 'object' || one === null) return undefined
    if (above.has(one)) return []
    // What several aliases stand for is looked through once.
    if (seen.has(one)) return undefined
    seen.add(one)
    above.add(one)
    for (const [key, item] of Array.isArray(one) ? one.entries() : Object.entries(one)) {
      const found = look(item)
      if (found) return [key, ...found]
    }
    above.delete(one)
    return undefined
  }
  return look(value)
}
