import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { StepgateError } from '../core/errors.js'
import { toLine } from '../core/text.js'
import { renderFrame } from './frame.js'
import type { CliIo } from './io.js'
import { renderJsonText } from './json-text.js'
import { mark, paint, type Terminal } from './terminal.js'

/** Something that is wrong, with its place and the way out: a failure of a command, or a finding. */
export type Trouble = {
  readonly code: string
  readonly message: string
  readonly path?: string
  readonly line?: number
  readonly column?: number
  readonly endColumn?: number
  readonly hint?: string
}

const MAX_FRAME_BYTES = 1024 * 1024

/** What went wrong in this command, for a person, in several lines. */
export async function renderFailure(command: string, error: StepgateError, io: CliIo): Promise<string> {
  const { terminal } = io.stderr
  const text = error.path === undefined ? undefined : await readText(io, error.path)
  const head = `${paint(terminal, 'bold', `stepgate ${command}`.trimEnd())}: ${paint(terminal, 'red', 'error')}`
  const lines = [...renderTrouble(head, error, text, terminal), ...trace(error, io)]
  return lines.join('\n')
}

/** What the gate says of its inputs, said of flags. */
const inCommand = (message: string): string =>
  message
    .replace(
      'check the repository out first, or name the file in the input "config"',
      'start in the root of the repository, or name the file with "--config"',
    )
    .replace('the input "config"', '"--config"')

/** This trouble under that heading: what, where, the line itself, and the way out. */
export function renderTrouble(
  head: string,
  trouble: Trouble,
  text: string | undefined,
  terminal: Terminal,
): readonly string[] {
  const { code, message, path, line, column, endColumn, hint } = trouble
  const place = [path, line, line === undefined ? undefined : (column ?? 1)].filter((part) => part !== undefined)
  const frame =
    text === undefined || line === undefined
      ? []
      : renderFrame(
          text,
          { line, ...(column !== undefined && { column }), ...(endColumn !== undefined && { endColumn }) },
          terminal,
        )
  return [
    `${head}[${code}]: ${toLine(inCommand(message))}`,
    ...(path === undefined ? [] : [`  ${paint(terminal, 'blue', mark(terminal, '→'))} ${toLine(place.join(':'))}`]),
    ...frame.map((row) => `  ${row}`),
    ...(hint === undefined ? [] : [`  ${paint(terminal, 'cyan', 'way out')}: ${toLine(hint)}`]),
  ]
}

/** The same for a program: `{"error": {…}}`, as `schemas/cli.schema.json` describes it. */
export const renderFailureJson = ({ code, message, path, line, column, hint }: StepgateError): string =>
  renderJsonText({ error: { code, message: inCommand(message), path, line, column, hint } })

/** The text of this file, as far as a frame needs it. */
export async function readText({ cwd }: Pick<CliIo, 'cwd'>, path: string): Promise<string | undefined> {
  try {
    const full = resolve(cwd, path)
    const info = await stat(full)
    if (!info.isFile() || info.size > MAX_FRAME_BYTES) return undefined
    return (await readFile(full, 'utf8')).replace(/^\uFEFF/, '')
  } catch {
    return undefined
  }
}

function trace(error: StepgateError, { talk }: CliIo): readonly string[] {
  if (talk !== 'debug') return []
  const cause = error.cause instanceof Error ? [`caused by ${error.cause.stack ?? error.cause.message}`] : []
  return [error.stack ?? '', ...cause]
}
