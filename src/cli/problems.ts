import type { OpaProblem } from '../pdp/local/protocol.js'
import { renderTrouble, type Trouble } from './failure.js'
import type { CliIo } from './io.js'
import { paint } from './terminal.js'

/** A problem of OPA's as every command shows what is wrong. */
export const troubleOf = ({ code, message, file, row, col, hint }: OpaProblem): Trouble => ({
  code,
  message,
  ...(file !== undefined && { path: file }),
  ...(row !== undefined && { line: row }),
  ...(col !== undefined && { column: col }),
  ...(hint !== undefined && { hint }),
})

const MAX_SHOWN = 10

/** Says on standard error what is wrong with a file of which this is the text. */
export function sayProblems(
  problems: readonly OpaProblem[],
  textOf: (path: string) => string | undefined,
  io: CliIo,
): void {
  const { terminal } = io.stderr
  const head = paint(terminal, 'red', 'error')
  for (const problem of problems.slice(0, MAX_SHOWN)) {
    const text = problem.file === undefined ? undefined : textOf(problem.file)
    io.err(renderTrouble(head, troubleOf(problem), text === '' ? undefined : text, terminal).join('\n'))
  }
  if (problems.length > MAX_SHOWN) io.err(`and ${problems.length - MAX_SHOWN} more`)
}

/** The same for programs. */
export const describeProblem = (problem: OpaProblem) => {
  const { code, message, path, line, column, hint } = troubleOf(problem)
  return { code, message, path, line, column, hint }
}
