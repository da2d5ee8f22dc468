import type { StepgateError } from '../../core/errors.js'
import type { OpaProblem } from '../../pdp/local/protocol.js'
import type { Trouble } from '../failure.js'

/** What OPA says against these files, at its places. */
export const problemsToTroubles = (problems: readonly OpaProblem[]): readonly Trouble[] =>
  problems.map(({ code, message, file, row, col, hint }) => ({
    code,
    message,
    ...(file !== undefined && { path: file }),
    ...(row !== undefined && { line: row }),
    ...(col !== undefined && { column: col }),
    ...hintFor(message, hint),
  }))

// Two policies that never meet in a gate may do so here.
function hintFor(message: string, hint: string | undefined): { readonly hint?: string } {
  if (hint !== undefined) return { hint }
  if (!/redeclared|conflicting rules|multiple default rules/.test(message)) return {}
  return { hint: 'all Rego files of the paths are compiled together, as by "opa test"; test one folder at a time' }
}

/** The same of one of our own errors. */
export const errorToTrouble = ({ code, message, path, line, column, hint }: StepgateError): Trouble => ({
  code,
  message,
  ...(path !== undefined && { path }),
  ...(line !== undefined && { line }),
  ...(column !== undefined && { column }),
  ...(hint !== undefined && { hint }),
})
