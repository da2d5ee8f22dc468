import { StepgateError } from '../core/errors.js'
import { count } from '../core/text.js'
import { EmbeddedOpa } from '../pdp/local/embedded-opa.js'
import type { Tools } from './command.js'
import { defineCommand } from './define.js'
import { renderDiff, renderPath } from './diff-text.js'
import { usage } from './flags.js'
import { type FoundFile, findFiles, isRego, namePaths } from './fmt/files.js'
import { type Judged, judgeFormat } from './fmt/format.js'
import { replaceAll } from './fmt/write.js'
import type { CliIo } from './io.js'
import { renderJsonText } from './json-text.js'
import { describeProblem, sayProblems } from './problems.js'

/** `stepgate fmt`. */
export const fmt = defineCommand({
  name: 'fmt',
  summary: 'format Rego files',
  about: [
    'Writes the files in place as "opa fmt" does, each in the dialect that it is in: v0 stays v0 ("stepgate migrate" brings it to v1). Line ends and the mark at the start of files from Windows stay as they are.',
    'A file that cannot be parsed is left alone and named; the others are formatted.',
  ],
  operands: {
    usage: '[PATHS…]',
    about: 'files and folders, or "-" for standard input (default: "policy.rules" of the config, else this folder)',
    min: 0,
    max: Number.POSITIVE_INFINITY,
    completes: 'file',
  },
  flags: {
    check: { type: 'switch', about: 'write nothing, and list the files that are to be formatted' },
    diff: { type: 'switch', about: 'write nothing, and print what would be changed' },
    config: {
      type: 'text',
      value: 'FILE',
      completes: 'file',
      about: 'the config (default: visor.yaml, .visor.yaml and so on)',
    },
    profile: { type: 'text', value: 'NAME', about: 'the profile of the config' },
    json: { type: 'switch', about: 'print JSON' },
  },
  examples: [
    { run: 'stepgate fmt', does: 'format the policies of this repository' },
    {
      run: 'stepgate fmt --check --diff policies',
      does: 'in CI: fail where something is to be formatted, and show it',
    },
    { run: 'stepgate fmt - < policy.rego', does: 'format one text, as editors do' },
  ],
  exits: {
    0: 'where all files are formatted',
    1: 'where some are not and --check or --diff is given, or where one cannot be parsed',
  },
  run: async ({ values, operands }, tools) => {
    const { io, parts } = tools
    const opa = new EmbeddedOpa(parts.childOptions)
    try {
      if (operands.includes('-')) return await formatInput(operands, values, opa, io)
      const named = await namePaths(operands, values, tools)
      const files = await findFiles(named, isRego, io.cwd)
      if (files.length === 0)
        throw usage(`there are no Rego files below ${named.paths.map((path) => JSON.stringify(path)).join(', ')}`)
      return await formatFiles(files, values, opa, tools)
    } finally {
      opa.close()
    }
  },
})

type Asked = { readonly check: boolean; readonly diff: boolean; readonly json: boolean }

async function formatFiles(
  files: readonly FoundFile[],
  asked: Asked,
  opa: EmbeddedOpa,
  { io }: Tools,
): Promise<number> {
  const isDry = asked.check || asked.diff
  const judged: Judged[] = []
  await io.progress(
    () => `formatting ${judged.length} of ${files.length}`,
    async () => {
      for (const file of files) {
        const one = await judgeFormat(file, opa)
        // One after the other: what is formatted already stays so, whatever comes after it.
        judged.push(isDry ? one : await write(one, file.full))
      }
    },
  )
  if (asked.json) io.out(renderJson(judged, isDry))
  else say(judged, asked, isDry, io)
  const isWrong = judged.some(({ kind }) => kind === 'failed' || (isDry && kind === 'different'))
  if (!asked.json) for (const one of judged) if (one.kind === 'failed') sayProblems(one.problems, () => one.text, io)
  if (judged.every((one) => one.kind === 'failed' && one.problems[0]?.code === 'ERR_FILE')) return 2
  return isWrong ? 1 : 0
}

async function write(one: Judged, full: string): Promise<Judged> {
  if (one.kind !== 'different') return one
  try {
    await replaceAll([{ ...one, full }])
    return one
  } catch (thrown) {
    if (!(thrown instanceof StepgateError)) throw thrown
    const { path, before: text } = one
    return { kind: 'failed', path, text, problems: [{ code: 'ERR_FILE', message: thrown.message, file: path }] }
  }
}

function say(judged: readonly Judged[], { diff }: Asked, isDry: boolean, io: CliIo): void {
  const different = judged.filter((one) => one.kind === 'different')
  for (const one of different) {
    if (one.kind !== 'different') continue
    if (diff) io.out(renderDiff(one.path, one.before, one.after, io.stdout.terminal))
    else io.out(renderPath(one.path))
  }
  const failed = judged.filter(({ kind }) => kind === 'failed').length
  const rest = judged.length - different.length - failed
  const verb = isDry ? 'to be formatted' : 'formatted'
  io.err(`${count(different.length, 'file')} ${verb}, ${rest} unchanged${failed > 0 ? `, ${failed} left alone` : ''}`)
}

const renderJson = (judged: readonly Judged[], isDry: boolean): string =>
  renderJsonText({
    files: judged.map((one) => ({
      path: one.path,
      status:
        one.kind === 'formatted' ? 'unchanged' : one.kind === 'failed' ? 'failed' : isDry ? 'different' : 'formatted',
      ...(one.kind === 'failed' && { errors: one.problems.map(describeProblem) }),
    })),
  })

/** Standard input to standard output. What cannot be formatted gives nothing: an editor must not take half of it. */
async function formatInput(operands: readonly string[], asked: Asked, opa: EmbeddedOpa, io: CliIo): Promise<number> {
  if (operands.length > 1) throw usage('"-" is standard input, and stands alone')
  const path = 'stdin.rego'
  const judged = await judgeFormat({ path, full: path, text: await io.readStdin() }, opa)
  if (asked.json) io.out(renderJson([judged], true))
  if (judged.kind === 'failed') {
    if (!asked.json) sayProblems(judged.problems, () => judged.text, io)
    return 1
  }
  const isDifferent = judged.kind === 'different'
  if (asked.diff && isDifferent && !asked.json)
    io.out(renderDiff(path, judged.before, judged.after, io.stdout.terminal))
  if (asked.check || asked.diff || asked.json) return isDifferent ? 1 : 0
  // `out` ends the text with a newline, and so does the formatter.
  io.out(judged.after.replace(/\n$/, ''))
  return 0
}
