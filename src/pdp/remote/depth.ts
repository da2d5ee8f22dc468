const MAX_DEPTH = 512

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING = [0x5b, 0x7b]
const CLOSING = [0x5d, 0x7d]

/** True for JSON that is nested deeper than whoever walks over it later may go. */
export function isTooDeep(json: Uint8Array): boolean {
  // Each level is a byte at either end.
  if (json.length <= 2 * MAX_DEPTH) return false
  let depth = 0
  let inText = false
  for (let i = 0; i < json.length; i++) {
    const byte = json[i] as number
    if (inText) {
      if (byte === BACKSLASH) i++
      else if (byte === QUOTE) inText = false
    } else if (byte === QUOTE) inText = true
    else if (CLOSING.includes(byte)) depth--
    else if (OPENING.includes(byte) && ++depth > MAX_DEPTH) return true
  }
  return false
}
