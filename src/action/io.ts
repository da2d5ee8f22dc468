import { VERSION } from '../core/version.js'
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

/** What names this run in a log. */
export function readLabels(): Readonly<Record<string, string>> {
  const { GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_WORKFLOW } = process.env
  const known = {
    repository: GITHUB_REPOSITORY,
    run_id: GITHUB_RUN_ID,
    run_attempt: GITHUB_RUN_ATTEMPT,
    job: GITHUB_JOB,
    workflow: GITHUB_WORKFLOW,
  }
  const labels = Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { version: VERSION, ...Object.fromEntries(labels) }
}
