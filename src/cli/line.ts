import { didYouMean } from '../config/diagnostics.js'
import { OPA_VERSION, VERSION } from '../core/version.js'
import type { Tools } from './command.js'
import { COMMANDS } from './commands.js'
import { renderFailure, renderFailureJson } from './failure.js'
import { usage } from './flags.js'
import { renderJsonText } from './json-text.js'

/** The exit code of this command line. */
export async function runLine(args: readonly string[], tools: Tools): Promise<number> {
  const { io } = tools
  // What says how a command talks may stand before its name.
  const skip = args.findIndex((arg) => !BEFORE.has(arg))
  const [name, ...rest] = skip < 0 ? [] : args.slice(skip)
  const before = skip < 0 ? args : args.slice(0, skip)
  switch (name) {
    case undefined:
      io.err(renderList())
      return 2
    case 'help':
    case '--help':
    case '-h':
      return help(rest, tools)
    case 'version':
    case '--version':
    case '-v':
      io.out(
        rest.includes('--json')
          ? renderJsonText({ version: VERSION, opa: OPA_VERSION }, 0)
          : `stepgate ${VERSION} (OPA ${OPA_VERSION})`,
      )
      return 0
    // The spelling of the product whose config this reads.
    case '--dump-policy-input':
      return run('dump-input', [...before, ...rest], tools)
  }
  if (name.startsWith('--dump-policy-input='))
    return run('dump-input', [...before, name.slice('--dump-policy-input='.length), ...rest], tools)
  return run(name, [...before, ...rest], tools)
}

const BEFORE: ReadonlySet<string> = new Set(['--verbose', '--debug', '--no-color', '--json'])

async function run(name: string, args: readonly string[], tools: Tools): Promise<number> {
  const command = COMMANDS.find((one) => one.name === name)
  if (command) return (await command.load()).run(args, tools)
  const known = [...COMMANDS.map((one) => one.name), 'version', 'help']
  const error = usage(`unknown command ${JSON.stringify(name)}${didYouMean(name, known)}; "stepgate help" lists them`)
  if (args.includes('--json')) tools.io.out(renderFailureJson(error))
  tools.io.err(await renderFailure('', error, tools.io))
  return 2
}

async function help([name]: readonly string[], tools: Tools): Promise<number> {
  if (name !== undefined && !name.startsWith('-')) return run(name, ['--help'], tools)
  tools.io.out(renderList())
  return 0
}

function renderList(): string {
  const rows = [
    ...COMMANDS.map(({ name, summary }) => [name, summary] as const),
    ['version', 'print the version, and that of the OPA inside'] as const,
    ['help', 'print this, or the page of a command'] as const,
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return [
    `stepgate ${VERSION}: which workflow steps, MCP tools and AI capabilities may a pull request use?`,
    '',
    'usage: stepgate <command> [flags]',
    '',
    ...rows.map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    '"stepgate <command> --help" says more about a command, with examples.',
  ].join('\n')
}
