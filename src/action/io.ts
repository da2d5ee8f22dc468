import type { Io } from '../perform.js'
import { INPUTS, type InputName } from './inputs.js'
import { annotate, setOutput, setSecret, writeSummary } from './toolkit.js'
import { writeFileInside } from './write-file.js'

/** The text of an input, as the runner hands it over (docs.github.com: metadata syntax, inputs). */
export const readInput = (name: InputName): string => process.env[`INPUT_${name.toUpperCase()}`] ?? INPUTS[name]

/** The runner as a place for effects. */
export const runnerIo = (workspace: string): Io => ({
  output: setOutput,
  summary: writeSummary,
  annotate: ({ level, title, message, path, line, column }) =>
    annotate(level, message, {
      title,
      ...(path && { file: path }),
      ...(line && { startLine: line }),
      ...(column && { startColumn: column }),
    }),
  log: (text) => {
    process.stdout.write(`${text}\n`)
  },
  write: ({ path, content, append }) => writeFileInside(workspace, path, content, append),
})

/** Keeps this secret out of the log. */
export function mask(secret: string): void {
  if (secret !== '') setSecret(secret)
}
