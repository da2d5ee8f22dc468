import { createHash, type Hash } from 'node:crypto'
import { compareText } from '../core/json.js'
import type { SourceFile } from '../core/source.js'
import { OPA_VERSION, VERSION } from '../core/version.js'

/**
 * The sha256, in hex, of all that a decision hangs on besides the event: config, rules and data by path and content,
 * the engine's version, and the inputs that matter. Every part carries its length, so that no two runs read the same.
 */
export function computeDigest(files: readonly SourceFile[], inputs: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256')
  addPart(hash, `stepgate ${VERSION}, OPA ${OPA_VERSION}`)
  for (const file of [...files].sort((a, b) => compareText(a.path, b.path))) {
    addPart(hash, file.path)
    addPart(hash, file.bytes)
  }
  for (const name of Object.keys(inputs).sort(compareText)) {
    addPart(hash, name)
    addPart(hash, inputs[name] ?? '')
  }
  return hash.digest('hex')
}

function addPart(hash: Hash, part: string | Uint8Array): void {
  const bytes = typeof part === 'string' ? Buffer.from(part) : part
  hash.update(`${bytes.length}:`)
  hash.update(bytes)
}
