#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { didYouMean } from '../config/diagnostics.js'
import { messageOf } from '../core/errors.js'
import { OPA_VERSION, VERSION } from '../core/version.js'
import type { LocalParts } from '../pdp/local/index.js'
import type { CliIo } from './io.js'

const HELP = `stepgate ${VERSION}: which workflow steps, MCP tools and AI capabilities may a pull request use?

usage: stepgate <command>

  demo      run the gate on a shipped example as four people
  build     make a bundle of policies, for this gate and for OPA
  audit     check the chain of a decision log, or show one decision of it
  license   make keys, issue and verify licences
  doctor    look at a repository and say what is not safe
  version   print the version, and that of the OPA inside
  help      print this

"stepgate <command> --help" says more about a command.`

const at = (path: string): URL => new URL(path, import.meta.url)

const parts: LocalParts = {
  workerUrl: at('../worker/index.js'),
  childOptions: {
    execPath: process.execPath,
    childUrl: at('../child/index.js'),
    platform: process.platform,
    ...systemRoot(),
  },
  readBasePolicy: () => readFile(at('../policies/base.wasm')),
  takeWorker: () => undefined,
  takeChild: () => undefined,
}

const io: CliIo = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  cwd: process.cwd(),
  now: Date.now(),
  env: process.env,
  readStdin: () => text(process.stdin),
}

type Command = (args: readonly string[]) => Promise<number>

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['demo', async (args) => (await import('./demo.js')).demo(args, io, parts, at('../../examples/enterprise-policy/'))],
  ['build', async (args) => (await import('./build.js')).build(args, io, parts)],
  ['audit', async (args) => (await import('./audit.js')).audit(args, io)],
  ['license', async (args) => (await import('./license.js')).license(args, io)],
  ['doctor', async (args) => (await import('./doctor.js')).doctor(args, io)],
  ['version', async () => say(`stepgate ${VERSION} (OPA ${OPA_VERSION})`)],
  ['help', async () => say(HELP)],
])

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['--help', 'help'],
  ['-h', 'help'],
  ['--version', 'version'],
  ['-v', 'version'],
])

function say(line: string): number {
  io.out(line)
  return 0
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined) {
    io.err(HELP)
    return 2
  }
  const command = COMMANDS.get(ALIASES.get(name) ?? name)
  if (command) return command(args)
  io.err(
    `stepgate: unknown command ${JSON.stringify(name)}${didYouMean(name, [...COMMANDS.keys()])}; "stepgate help" lists them`,
  )
  return 2
}

// A reader that goes away, as `head` does, is no failure of ours; a full disk is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  io.err(`stepgate: standard output cannot be written: ${error.message}`)
  process.exit(2)
})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (thrown) {
  io.err(`stepgate: ${messageOf(thrown)}`)
  process.exitCode = 2
}

/** Windows finds its own libraries by it. */
function systemRoot(): { readonly systemRoot?: string } {
  const { SYSTEMROOT } = process.env
  return SYSTEMROOT === undefined ? {} : { systemRoot: SYSTEMROOT }
}
