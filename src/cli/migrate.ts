import { StepgateError } from '../core/errors.js'
import { count, toLine } from '../core/text.js'
import { EmbeddedOpa } from '../pdp/local/embedded-opa.js'
import type { OpaProblem } from '../pdp/local/protocol.js'
import type { Tools } from './command.js'
import { defineCommand } from './define.js'
import { renderDiff, renderPath } from './diff-text.js'
import { usage } from './flags.js'
import { type FoundFile, findFiles, isRego, type NamedPaths, namePaths } from './fmt/files.js'
import { replaceAll } from './fmt/write.js'
import type { CliIo } from './io.js'
import { renderJsonText } from './json-text.js'
import { type CasesVerified, verifyCases } from './migrate/cases.js'
import { groupFiles } from './migrate/groups.js'
import { type Translated, translateGroup } from './migrate/translate.js'
import { NOTHING, together, type Verified, verifyGroup } from './migrate/verify.js'
import { describeProblem, sayProblems } from './problems.js'
import { loadData } from './test/data.js'
import { findFiles as findData } from './test/find.js'

/** `stepgate migrate`. */
export const migrate = defineCommand({
  name: 'migrate',
  summary: 'bring Rego files from v0 to v1',
  about: [
    'Prints what would be changed; with --write, changes it. Files that are v1 already stay as they are.',
    'Before anything is written, the Rego tests and the cases of these paths run on the old and on the new text, and the policies answer the same sample questions in both. Where anything is otherwise, or one file cannot be migrated, nothing is written at all.',
  ],
  operands: {
    usage: '[PATHS…]',
    about: 'files and folders (default: "policy.rules" of the config, else this folder)',
    min: 0,
    max: Number.POSITIVE_INFINITY,
    completes: 'file',
  },
  flags: {
    write: { type: 'switch', short: 'w', about: 'write the files' },
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
    { run: 'stepgate migrate', does: 'show what would be changed in the policies of this repository' },
    { run: 'stepgate migrate policies --write', does: 'migrate a folder, once its tests and answers are the same' },
  ],
  exits: {
    0: 'where all is v1, or may become so',
    1: 'where a file cannot be migrated, or something would be answered otherwise',
  },
  run: async ({ values, operands }, tools) => {
    const { io, parts } = tools
    const named = await namePaths(operands, values, tools)
    const found = await findFiles(named, isRego, io.cwd)
    if (found.length === 0)
      throw usage(`there are no Rego files below ${named.paths.map((path) => JSON.stringify(path)).join(', ')}`)
    const opa = new EmbeddedOpa(parts.childOptions)
    try {
      const outcome = await io.progress('comparing before and after', () =>
        compareAll(found, { ...values, ...named }, opa, tools),
      )
      const isGood = outcome.problems.length === 0 && outcome.broken.length === 0
      const isWritten = isGood && values.write
      if (isWritten) await replaceAll(changesOf(outcome.files, found))
      if (values.json) io.out(renderJson(outcome, found, isWritten))
      else say(outcome, found, values.write, isGood, io)
      return isGood ? 0 : 1
    } finally {
      opa.close()
    }
  },
})

type Outcome = Omit<Verified, 'failing'> & {
  readonly files: readonly Translated[]
  readonly failing: readonly string[]
  readonly cases: number
}
type Asked = NamedPaths & {
  readonly config: string | undefined
  readonly profile: string | undefined
}

async function compareAll(found: readonly FoundFile[], asked: Asked, opa: EmbeddedOpa, tools: Tools): Promise<Outcome> {
  const unread = found.flatMap((file): OpaProblem[] =>
    'problem' in file ? [{ code: 'ERR_FILE', message: file.problem, file: file.path }] : [],
  )
  const modules = found.flatMap((file) => ('text' in file ? [{ path: file.path, text: file.text }] : []))
  const { data } = await findData(tools.io.cwd, asked.paths, asked)
  // Data that does not fit together is none: tests that need it fail before as well, and that is said.
  const loaded = await loadData(data, modules, () => undefined).catch((thrown: unknown) => {
    if (!(thrown instanceof StepgateError)) throw thrown
    tools.io.err(`without data: ${toLine(thrown.message)}`)
    return undefined
  })
  const { groups, problems } = await groupFiles(modules, loaded?.dataText, opa)
  const files: Translated[] = []
  const wrong: OpaProblem[] = [...unread, ...problems]
  let verified = NOTHING
  for (const group of groups) {
    const translated = await translateGroup(group, opa)
    files.push(...translated.files)
    wrong.push(...translated.problems)
    if (translated.problems.length === 0) verified = together(verified, await verifyGroup(translated, opa))
  }
  wrong.push(...verified.problems)
  const none: CasesVerified = { cases: 0, broken: [], failing: [] }
  const table = wrong.length === 0 && files.length > 0 ? await verifyCases(asked, files, tools) : none
  return {
    ...verified,
    files,
    problems: wrong,
    cases: table.cases,
    broken: [...verified.broken, ...table.broken],
    failing: [...verified.failing, ...table.failing],
  }
}

const changesOf = (files: readonly Translated[], found: readonly FoundFile[]) => {
  const places = new Map(found.map(({ path, full }) => [path, full]))
  return files.map((file) => ({ ...file, full: places.get(file.path) ?? file.path }))
}

function say(outcome: Outcome, found: readonly FoundFile[], write: boolean, isGood: boolean, io: CliIo): void {
  const { files, problems, broken, failing, tests, cases, answers, unsteady } = outcome
  if (write && isGood) for (const { path } of files) io.out(renderPath(path))
  if (!write) for (const { path, before, after } of files) io.out(renderDiff(path, before, after, io.stdout.terminal))
  const texts = new Map(found.flatMap((file) => ('text' in file ? [[file.path, file.text] as const] : [])))
  sayProblems(problems, (path) => texts.get(path), io)
  for (const line of broken) io.err(`stepgate migrate: ${toLine(line)}`)
  for (const name of failing) io.err(`failed before, and fails still: ${toLine(name)}`)
  const wrong = new Set(problems.flatMap(({ file }) => file ?? []))
  const already =
    found.length - files.length - [...wrong].filter((path) => !files.some((file) => file.path === path)).length
  const verb = write && isGood ? 'migrated' : 'to migrate'
  const failed = wrong.size > 0 ? `, ${wrong.size} that cannot be` : ''
  io.err(`${count(files.length, 'file')} ${verb}, ${already} v1 already${failed}`)
  if (!isGood) io.err(write ? 'nothing was written' : 'nothing would be written')
  else if (files.length > 0) {
    const clocks = unsteady > 0 ? ` (${unsteady} more are other ones each time, and were not compared)` : ''
    io.err(
      `the same before and after: ${count(tests, 'test')}, ${count(cases, 'case')}, ${count(answers, 'answer')}${clocks}`,
    )
  }
}

function renderJson(outcome: Outcome, found: readonly FoundFile[], isWritten: boolean): string {
  const { files, problems, broken, failing, tests, cases, answers, unsteady } = outcome
  const translated = new Map(files.map((file) => [file.path, file]))
  const wrong = new Set(problems.flatMap(({ file }) => file ?? []))
  const statusOf = (path: string) =>
    wrong.has(path) ? 'failed' : !translated.has(path) ? 'v1' : isWritten ? 'migrated' : 'to-migrate'
  return renderJsonText({
    written: isWritten,
    files: found.map(({ path }) => ({
      path,
      status: statusOf(path),
      ...(translated.has(path) && { text: translated.get(path)?.after }),
    })),
    errors: problems.map(describeProblem),
    compared: { tests, cases, answers, unsteady },
    different: broken,
    failing_before: failing,
  })
}
