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
    ...(hint !== undefined && { hint }),
  }))

/** The same of one of our own errors. */
export const errorToTrouble = ({ code, message, path, line, column, hint }: StepgateError): Trouble => ({
  code,
  message,
  ...(path !== undefined && { path }),
  ...(line !== undefined && { line }),
  ...(column !== undefined && { column }),
  ...(hint !== undefined && { hint }),
})
