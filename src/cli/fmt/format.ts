import type { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import type { OpaProblem, RegoVersion } from '../../pdp/local/protocol.js'
import type { FoundFile } from './files.js'

/** A file that is written as it should be, is not, or could not be looked at. */
export type Judged =
  | { readonly kind: 'formatted' | 'different'; readonly path: string; readonly before: string; readonly after: string }
  | { readonly kind: 'failed'; readonly path: string; readonly text: string; readonly problems: readonly OpaProblem[] }

/** This file as `opa fmt` writes it, in the dialect that it is in. */
export async function judgeFormat(file: FoundFile, opa: EmbeddedOpa, version?: RegoVersion): Promise<Judged> {
  const { path } = file
  if ('problem' in file) return fail(path, '', 'ERR_FILE', file.problem)
  const { text } = file
  const read = { path, ...(version && { version }) }
  const first = await opa.format({ ...read, text })
  if (!first.ok) return { kind: 'failed', path, text, problems: first.errors }
  if (first.text === text) return { kind: 'formatted', path, before: text, after: text }
  // What OPA writes has to be a file that OPA reads, and would write in the same way: else it is not written.
  const again = await opa.format({ ...read, text: first.text })
  if (!again.ok) {
    const why = `what it would be formatted to does not parse (${again.errors[0]?.message ?? ''}), so that it is left alone`
    return fail(path, text, 'ERR_FORMAT', why)
  }
  if (again.text !== first.text)
    return fail(path, text, 'ERR_FORMAT', 'it would be formatted otherwise each time, so that it is left alone')
  return { kind: 'different', path, before: text, after: first.text }
}

const fail = (path: string, text: string, code: string, message: string): Judged => ({
  kind: 'failed',
  path,
  text,
  problems: [{ code, message, file: path }],
})
