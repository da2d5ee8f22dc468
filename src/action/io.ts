import { VERSION } from '../core/version.js'
import type { Io } from '../perform.js'
import { INPUTS, type InputName } from './inputs.js'
import { writeFileInside } from './write-file.js'

/** The text of an input, as the runner hands it over (docs.github.com: metadata syntax, inputs). */
export const readInput = (name: InputName): string => process.env[`INPUT_${name.toUpperCase()}`] ?? INPUTS[name]

/** The runner as a place for effects. @actions/core is loaded when the first of them comes: by then the policy is being evaluated. */
export function runnerIo(workspace: string): Io {
  const loaded = () => import('@actions/core')
  return {
    output: async (name, value) => (await loaded()).setOutput(name, value),
    summary: async (markdown) => {
      await (await loaded()).summary.addRaw(markdown).write()
    },
    annotate: async ({ level, title, message, path, line, column }) => {
      const core = await loaded()
      const place = {
        title,
        ...(path && { file: path }),
        ...(line && { startLine: line }),
        ...(column && { startColumn: column }),
      }
      const say = { error: core.error, warning: core.warning, notice: core.notice }[level]
      say(message, place)
    },
    log: async (text) => (await loaded()).info(text),
    write: ({ path, content, append }) => writeFileInside(workspace, path, content, append),
  }
}

/** Keeps this secret out of the log. */
export async function mask(secret: string): Promise<void> {
  if (secret !== '') (await import('@actions/core')).setSecret(secret)
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
