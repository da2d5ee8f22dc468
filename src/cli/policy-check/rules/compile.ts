import type { OpaProblem } from '../../../pdp/local/protocol.js'
import type { Check, Facts } from '../facts.js'
import type { Outcome } from '../finding.js'
import { slipsIn } from '../slips.js'

/** Files that are no Rego. */
export const syntax: Check = ({ unreadable, problems, files }) => [
  ...unreadable.filter(({ code }) => code === 'ERR_RULES_UNREADABLE').map(({ code: _, ...found }) => found),
  ...problems.filter(isSyntax).map((problem) => ({ ...outcomeOf(problem), ...slipAt(files, problem) })),
  ...alsoWrong(files, problems.filter(isSyntax)),
]

/** What was meant on this line, where that is known. */
function slipAt(files: Facts['files'], { file, row }: OpaProblem): { readonly wayOut?: string } | undefined {
  const slip = slipsIn(files.find(({ path }) => path === file)?.text ?? '').find(({ line }) => line === row)
  return slip && { wayOut: slip.wayOut }
}

/** OPA stops at the first mistake of its kind: the others of the same file are said with it. */
function alsoWrong(files: Facts['files'], problems: readonly OpaProblem[]): readonly Outcome[] {
  const broken = new Set(problems.map(({ file }) => file))
  return files
    .filter(({ path }) => broken.has(path))
    .flatMap(({ path, text }) =>
      slipsIn(text)
        .filter(({ line }) => !problems.some((problem) => problem.file === path && problem.row === line))
        .map((slip) => ({ path, ...slip })),
    )
}

/** What was named and cannot be used at all. */
export const rulesUnreadable: Check = ({ unreadable }) =>
  unreadable.filter(({ code }) => code !== 'ERR_RULES_UNREADABLE').map(({ code: _, ...found }) => found)

export const compile: Check = (facts) => [
  ...facts.problems.filter((problem) => !isSyntax(problem) && refused(problem) === undefined).map(outcomeOf),
  ...notKnown(facts),
]

/** A builtin that OPA has and the gate has not. */
export const refusedBuiltin: Check = (facts) => [
  ...facts.problems
    .filter((problem) => refused(problem) !== undefined)
    .map((problem) => ({ ...outcomeOf(problem), message: `${refused(problem)} is refused` })),
  ...notKnown(facts),
]

export const wasm: Check = (facts) => [
  ...facts.buildProblems.map(outcomeOf),
  ...(facts.kind === 'rego' && !facts.prepared ? [{ notChecked: facts.noAnalysis }] : []),
]

const isSyntax = ({ code }: OpaProblem): boolean => code === 'rego_parse_error'

// OPA does not know what was taken out of its builtins; the hint says that it was.
const refused = ({ message, hint }: OpaProblem): string | undefined => {
  const name = /^undefined function (\S+)$/.exec(message)?.[1]
  return name !== undefined && hint?.startsWith(`"${name}" is refused`) ? name : undefined
}

// The compiler goes on to the next question where the one before is answered.
const notKnown = ({ problems }: Facts): readonly Outcome[] =>
  problems.some(isSyntax) ? [{ notChecked: 'files with wrong syntax are not compiled, nor what needs them' }] : []

const outcomeOf = ({ message, code, file, row, col, hint }: OpaProblem): Outcome & { readonly message: string } => ({
  message: code.startsWith('ERR_') || isSyntax({ code, message }) ? message : `${message} (${code})`,
  ...(file !== undefined && { path: file }),
  ...(row !== undefined && { line: row }),
  ...(col !== undefined && { column: col }),
  ...(hint !== undefined && { wayOut: hint }),
})
