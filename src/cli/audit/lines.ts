import { createReadStream } from 'node:fs'
import { AuditError } from '../../core/errors.js'

const NEWLINE = 0x0a
// No line that was ever written here is as long, and a file without newlines is not to be held in memory.
const MAX_LINE = 64 << 20

/**
 * Hands over the lines of a file byte for byte, without their newlines, until `take` returns true, and gives what stands after the
 * last newline. (node:readline also splits at U+2028, which JSON leaves inside of its texts.)
 */
export async function eachLine(path: string, take: (line: Uint8Array) => boolean): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let waiting = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes: Buffer = Buffer.from(chunk)
    let start = 0
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      const line = bytes.subarray(start, end)
      start = end + 1
      if (take(waiting === 0 ? line : Buffer.concat([...parts.splice(0), line]))) return new Uint8Array()
      waiting = 0
    }
    if (start < bytes.length) parts.push(bytes.subarray(start))
    waiting += bytes.length - start
    if (waiting > MAX_LINE)
      throw new AuditError('ERR_AUDIT_FORMAT', 'it is no decision log: it has a line of over 64 MiB')
  }
  return Buffer.concat(parts)
}
