import { keepsDigits } from '../core/decimal.js'
import { parseJson, parseUtf8 } from '../core/json.js'

/**
 * The value of this JSON text in strict UTF-8; throws where it is none, where a key is there twice, since two counts are none, or
 * where a number has lost digits, since one that was rounded is none either.
 */
export function parseUnique(bytes: Uint8Array): unknown {
  const value = parseJson(bytes)
  refuseDoubt(parseUtf8(bytes))
  return value
}

// Of two keys JSON.parse takes the last, other readers the first (RFC 8259, section 4). `text` is valid JSON by now.
function refuseDoubt(text: string): void {
  const open: Set<string>[] = []
  for (const [token, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]|-?[0-9][-+.0-9eE]*/g)) {
    if (token === '{') open.push(new Set())
    else if (token === '}') open.pop()
    else if (colon !== undefined) {
      // One name may be written in two ways: with escapes, and without.
      const name = JSON.parse(token.slice(0, -colon.length)) as string
      const names = open.at(-1)
      if (names?.has(name)) throw new SyntaxError(`the key ${JSON.stringify(name)} is there twice`)
      names?.add(name)
    } else if (!token.startsWith('"') && !keepsDigits(Number(token), token))
      throw new SyntaxError('it has a number with more digits than can be read; write it in quotes')
  }
}
