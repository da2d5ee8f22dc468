import { parseJson, parseUtf8 } from '../core/json.js'

/** The value of this JSON text in strict UTF-8; throws where it is none, or where a key is there twice: two counts are none. */
export function parseUnique(bytes: Uint8Array): unknown {
  const value = parseJson(bytes)
  const twice = findTwice(parseUtf8(bytes))
  if (twice !== undefined) throw new SyntaxError(`the key ${JSON.stringify(twice)} is there twice`)
  return value
}

// JSON.parse takes the last, other readers the first (RFC 8259, section 4). `text` is valid JSON by now.
function findTwice(text: string): string | undefined {
  const open: Set<string>[] = []
  for (const [token, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g)) {
    if (token === '{') open.push(new Set())
    else if (token === '}') open.pop()
    else if (colon !== undefined) {
      // One name may be written in two ways: with escapes, and without.
      const name = JSON.parse(token.slice(0, -colon.length)) as string
      const names = open.at(-1)
      if (names?.has(name)) return name
      names?.add(name)
    }
  }
  return undefined
}
