import { resolve } from 'node:path'
import { createVerifier, type Verified } from '../audit/verify.js'
import { didYouMean } from '../config/diagnostics.js'
import { StepgateError, UsageError } from '../core/errors.js'
import { own } from '../core/json.js'
import { clip, count, toLine } from '../core/text.js'
import { eachLine } from './audit/lines.js'
import { hasId, type Part, showEvent } from './audit/show.js'
import { parseFlags, usage } from './flags.js'
import type { CliIo } from './io.js'

type Command = { readonly help: string; readonly run: (args: readonly string[], io: CliIo) => Promise<number> }

const HELP = `usage: stepgate audit <command>

  verify   check that no line of a decision log is changed, missing or in another place
  show     print one decision, or the input that it was made of

"stepgate audit <command> --help" lists the flags of a command.`

const VERIFY_HELP = `usage: stepgate audit verify FILE [--head HASH] [--json]

  FILE         the log that the input "audit-log" named
  --head HASH  the hash of a line that has to be there: the head that the report of a run names
  --json       print JSON

Lines that are changed, missing, in another place or cut off are named by their number, and so is a run of which the last
lines are missing: a run that was killed while it wrote looks like this too. Without "--head", whole runs taken from the
end of the log, and a log that somebody has written anew as a whole, cannot be told from an honest one.

  stepgate audit verify audit.jsonl
  stepgate audit verify audit.jsonl --head "$(jq -r .decision_log.head report.json)"

Exits with 0 where all is as it was written, 1 where it is not, 2 where the log cannot be read.`

const SHOW_HELP = `usage: stepgate audit show FILE (--line N | --id ID) [--input | --path]

  --line N   the decision on this line, counted from 1
  --id ID    the decision with this decision_id
  --input    its input document alone
  --path     what was asked, as "opa eval" takes it

To ask OPA the same question again:

  stepgate audit show audit.jsonl --line 1 --input > input.json
  opa eval -b bundle.tar.gz -i input.json "$(stepgate audit show audit.jsonl --line 1 --path)"

Exits with 0, 1 where there is no such decision or no input in the log, 2 where the log cannot be read.`

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['verify', { help: VERIFY_HELP, run: verify }],
  ['show', { help: SHOW_HELP, run: show }],
])

/** The exit code of `stepgate audit`: 0 all is well, 1 it is not, 2 it could not be asked. */
export async function audit(args: readonly string[], io: CliIo): Promise<number> {
  const [name, ...rest] = args
  try {
    if (name === '--help' || name === '-h') return say(io, HELP)
    const command = COMMANDS.get(name ?? '')
    if (!command)
      throw usage(name === undefined ? 'a command is missing; see "stepgate audit --help"' : unknownCommand(name))
    if (rest.includes('--help') || rest.includes('-h')) return say(io, command.help)
    return await command.run(rest, io)
  } catch (thrown) {
    if (!(thrown instanceof StepgateError)) throw thrown
    io.err(`stepgate audit: ${thrown.message}`)
    return 2
  }
}

async function verify(args: readonly string[], io: CliIo): Promise<number> {
  const options = { head: { type: 'string' }, json: { type: 'boolean', default: false } } as const
  const { values, positionals } = parseFlags(args, options, true)
  const file = oneFile(positionals)
  const head = values.head?.toLowerCase()
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) throw usage('"--head" must be 64 hexadecimal digits')
  const verifier = createVerifier(head)
  const rest = await read(file, io, (line) => {
    verifier.add(line)
    return false
  })
  const verified = verifier.end(rest)
  const isUnbroken = verified.findings.length === 0
  if (values.json) io.out(JSON.stringify({ unbroken: isUnbroken, ...verified }, null, 2))
  else if (isUnbroken) io.out(summarize(verified, head))
  else sayFindings(file, verified, io)
  return isUnbroken ? 0 : 1
}

const summarize = ({ decisions, runs, head }: Verified, wanted: string | undefined): string =>
  `${count(decisions, 'decision')} of ${count(runs, 'run')}, unbroken; head ${head}` +
  (wanted === undefined || wanted === head
    ? ''
    : `\n${wanted} is the hash of an earlier line, from which the log goes on`)

function sayFindings(file: string, { findings, more, decisions }: Verified, io: CliIo): void {
  const name = clip(toLine(file), 200)
  const isForeign = decisions === 0 && findings.length > 1
  if (isForeign) io.err(`${name}: it is no decision log of this gate`)
  for (const { line, message } of isForeign ? [] : findings) io.err(`${name}:${line}: ${message}`)
  if (more > 0 && !isForeign) io.err(`${name}: and ${more} more`)
}

async function show(args: readonly string[], io: CliIo): Promise<number> {
  const options = {
    line: { type: 'string' },
    id: { type: 'string' },
    input: { type: 'boolean', default: false },
    path: { type: 'boolean', default: false },
  } as const
  const { values, positionals } = parseFlags(args, options, true)
  const file = oneFile(positionals)
  if (values.input && values.path) throw usage('"--input" and "--path" exclude each other')
  const isWanted = chooseLine(values.line, values.id)
  let found: Uint8Array | undefined
  const rest = await read(file, io, (line) => {
    if (isWanted(line)) found = line
    return found !== undefined
  })
  if (!found && rest.length > 0 && isWanted(rest)) found = rest
  if (!found) return warn(io, 'there is no such decision in the log')
  const part: Part = values.input ? 'input' : values.path ? 'path' : 'event'
  const { text, warnings } = showEvent(found, part)
  for (const warning of warnings) warn(io, warning)
  if (text === undefined) return 1
  return say(io, text)
}

function chooseLine(line: string | undefined, id: string | undefined): (line: Uint8Array) => boolean {
  if ((line === undefined) === (id === undefined)) throw usage('name the decision by either "--line" or "--id"')
  if (id !== undefined) return (bytes) => hasId(bytes, id)
  if (!/^[1-9]\d{0,14}$/.test(line ?? '')) throw usage('"--line" must be a number from 1')
  let left = Number(line)
  return () => --left === 0
}

async function read(file: string, io: CliIo, take: (line: Uint8Array) => boolean): Promise<Uint8Array> {
  try {
    return await eachLine(resolve(io.cwd, file), take)
  } catch (cause) {
    const why = own(cause, 'code')
    if (cause instanceof StepgateError || typeof why !== 'string') throw cause
    const name = JSON.stringify(clip(toLine(file), 200))
    throw new UsageError('ERR_USAGE', `${name} cannot be read (${why})`, { cause })
  }
}

function oneFile([file, extra]: readonly string[]): string {
  if (file === undefined) throw usage('FILE is missing')
  if (extra !== undefined) throw usage('only one log can be read at a time')
  return file
}

const unknownCommand = (name: string) =>
  `unknown command ${JSON.stringify(clip(toLine(name), 60))}${didYouMean(name, [...COMMANDS.keys()]) || '; known commands are verify and show'}`

function warn(io: CliIo, text: string): 1 {
  io.err(`stepgate audit: ${toLine(text)}`)
  return 1
}

function say(io: CliIo, text: string): 0 {
  io.out(text)
  return 0
}
