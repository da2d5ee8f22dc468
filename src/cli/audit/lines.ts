import { createReadStream } from 'node:fs'

const NEWLINE = 0x0a

/**
 * Hands over the lines of a file byte for byte, without their newlines, until `take` returns true, and gives what stands after the
 * last newline. (node:readline also splits at U+2028, which JSON leaves inside of its texts.)
 */
export async function eachLine(path: string, take: (line: Uint8Array) => boolean): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes: Buffer = Buffer.from(chunk)
    let start = 0
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      const line = bytes.subarray(start, end)
      start = end + 1
      if (take(parts.length === 0 ? line : Buffer.concat([...parts.splice(0), line]))) return new Uint8Array()
    }
    if (start < bytes.length) parts.push(bytes.subarray(start))
  }
  return Buffer.concat(parts)
}
