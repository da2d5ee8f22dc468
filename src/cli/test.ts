import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { RUN_MODES } from '../core/agent.js'
import type { Call, Flags, Tools } from './command.js'
import { defineCommand } from './define.js'
import { usage } from './flags.js'
import { parseAt } from './local/circumstances.js'
import { renderCannotRun } from './test/report/cannot.js'
import { FORMATS, type Format, renderReport } from './test/report/index.js'
import { CannotRun } from './test/result.js'
import { type Involve, type Options, runTests } from './test/run.js'
import { watch } from './test/watch.js'

const FLAGS = {
  config: {
    type: 'text',
    value: 'FILE',
    completes: 'file',
    about: 'the config of the cases that name none (default: the nearest around them)',
  },
  profile: { type: 'text', value: 'NAME', about: 'the profile of the config (default: STEPGATE_PROFILE)' },
  'run-mode': { type: 'text', value: 'MODE', words: RUN_MODES, about: 'the run mode of the cases that say none' },
  at: { type: 'text', value: 'TIME', about: 'the time of the cases that say none, as 2026-12-24T18:00:00Z' },
  run: {
    type: 'text',
    value: 'PATTERN',
    about: 'only what this regular expression matches: package.test_name, and the names of cases',
  },
  coverage: { type: 'switch', about: 'say which lines of the Rego files no test and no case reaches' },
  threshold: { type: 'text', value: 'PERCENT', about: 'fail under this coverage (means --coverage)' },
  watch: { type: 'switch', about: 'run again whenever one of the files changes, until Ctrl-C' },
  format: { type: 'text', value: 'FORMAT', words: FORMATS, about: 'pretty, json, junit or tap (default: pretty)' },
  json: { type: 'switch', about: 'the same as --format json' },
} as const satisfies Flags

/** `stepgate test`. */
export const test = defineCommand({
  name: 'test',
  summary: 'run the Rego tests and the cases of the policies',
  about: [
    "Runs the rules test_… of Rego files with OPA's own tester, and the cases of cases.yaml, *_cases.yaml and *.cases.yaml through the whole gate: roles, steps, policies, and what follows.",
    'Without paths it takes the rules that the config names, and the working folder where there is none.',
  ],
  operands: { usage: '[PATHS…]', about: 'folders, .rego files, tables of cases', min: 0, max: 1000, completes: 'file' },
  flags: FLAGS,
  examples: [
    { run: 'stepgate test', does: 'run everything that belongs to the policies of the config' },
    {
      run: "stepgate test policies/ --run 'deploy' --watch",
      does: 'run what is about deploying, again after every change',
    },
    {
      run: 'stepgate test --threshold 90 --format junit > report.xml',
      does: 'report to CI, and fail under 90 % coverage',
    },
  ],
  exits: { 0: 'all passed', 1: 'something failed, or less was covered than the threshold' },
  run: async (call, tools) => {
    const options = readOptions(call)
    const format = formatOf(call)
    if (!call.values.watch) return runOnce(options, format, tools)
    if (format !== 'pretty') throw usage('"--watch" is for a person: leave "--format" and "--json" out')
    process.once('SIGINT', () => process.exit(130))
    return watch((involve) => runOnce(options, format, tools, involve), tools)
  },
})

async function runOnce(options: Options, format: Format, tools: Tools, involve?: Involve): Promise<number> {
  const { io } = tools
  try {
    const report = await io.progress('running the tests', () => runTests(options, tools, involve))
    io.out(renderReport(format, report, io.stdout.terminal, (path) => readShown(io.cwd, path)))
    return report.ok ? 0 : 1
  } catch (thrown) {
    if (!(thrown instanceof CannotRun)) throw thrown
    const { text, json } = renderCannotRun(thrown, io.stderr.terminal, (path) => readShown(io.cwd, path))
    if (format === 'json') io.out(json)
    io.err(text)
    return 2
  }
}

function readShown(cwd: string, path: string): string | undefined {
  try {
    return readFileSync(resolve(cwd, path), 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return undefined
  }
}

function readOptions({ values, operands }: Call<typeof FLAGS>): Options {
  const { config, profile, run, coverage, threshold } = values
  if (threshold !== undefined && !/^\d{1,3}(\.\d+)?$/.test(threshold)) throw badThreshold(threshold)
  const percent = threshold === undefined ? undefined : Number(threshold)
  if (threshold !== undefined && percent !== undefined && percent > 100) throw badThreshold(threshold)
  if (run === '') throw usage('"--run" is empty; leave it out to run everything')
  return {
    config,
    profile,
    paths: operands,
    ...(run !== undefined && { run }),
    coverage: coverage || percent !== undefined,
    ...(percent !== undefined && { threshold: percent }),
    runMode: RUN_MODES.find((mode) => mode === values['run-mode']),
    now: values.at === undefined ? undefined : parseAt(values.at),
  }
}

const badThreshold = (text: string) =>
  usage(`"--threshold" is a percentage from 0 to 100, and not ${JSON.stringify(text)}`)

function formatOf({ values: { format, json } }: Call<typeof FLAGS>): Format {
  if (json && format !== undefined && format !== 'json')
    throw usage(`"--json" and "--format ${format}" are two formats; name one`)
  return json ? 'json' : (FORMATS.find((one) => one === format) ?? 'pretty')
}
