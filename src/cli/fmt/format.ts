import type { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import type { OpaProblem } from '../../pdp/local/protocol.js'
import type { FoundFile } from './files.js'

/** A file that is written as it should be, is not, or could not be looked at. */
export type Judged =
  | { readonly kind: 'formatted' | 'different'; readonly path: string; readonly before: string; readonly after: string }
  | { readonly kind: 'failed'; readonly path: string; readonly text: string; readonly problems: readonly OpaProblem[] }

// A v0 file with keywords of v1 may be v1 once it is formatted, and is then formatted as that.
const MAX_PASSES = 4

/** This file as `opa fmt` writes it, in the dialect that it is in. */
export async function judgeFormat(file: FoundFile, opa: EmbeddedOpa): Promise<Judged> {
  const { path } = file
  if ('problem' in file) return fail(path, '', 'ERR_FILE', file.problem)
  const { text } = file
  let after = text
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const reply = await opa.format({ path, text: after })
    // What OPA writes has to be a file that OPA reads, and would write in the same way: else it is not written.
    if (!reply.ok && pass > 0) {
      const why = `what it would be formatted to does not parse (${reply.errors[0]?.message ?? ''}), so that it is left alone`
      return fail(path, text, 'ERR_FORMAT', why)
    }
    if (!reply.ok) return { kind: 'failed', path, text, problems: reply.errors }
    if (reply.text === after) return { kind: after === text ? 'formatted' : 'different', path, before: text, after }
    after = reply.text
  }
  return fail(path, text, 'ERR_FORMAT', 'it would be formatted otherwise each time, so that it is left alone')
}

const fail = (path: string, text: string, code: string, message: string): Judged => ({
  kind: 'failed',
  path,
  text,
  problems: [{ code, message, file: path }],
})
