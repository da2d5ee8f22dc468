import { resolve } from 'node:path'
import { createVerifier, type Verified } from '../audit/verify.js'
import { StepgateError, UsageError } from '../core/errors.js'
import { own } from '../core/json.js'
import { clip, count, toLine } from '../core/text.js'
import { eachLine } from './audit/lines.js'
import { hasId, type Part, showEvent } from './audit/show.js'
import { defineCommand } from './define.js'
import { usage } from './flags.js'
import { defineGroup } from './group.js'
import type { CliIo } from './io.js'
import { renderJsonText } from './json-text.js'

const FILE = {
  usage: 'FILE',
  about: 'the log that the input "audit-log" named',
  min: 1,
  max: 1,
  completes: 'file',
} as const

const verifyLog = defineCommand({
  name: 'audit verify',
  summary: 'check that no line of a decision log is changed, missing or in another place',
  about: [
    'Lines that are changed, missing, in another place or cut off are named by their number, and so is a run of which the last lines are missing: a run that was killed while it wrote looks like this too.',
    'Without "--head", whole runs taken from the end of the log, and a log that somebody has written anew as a whole, cannot be told from an honest one.',
  ],
  operands: FILE,
  flags: {
    head: {
      type: 'text',
      value: 'HASH',
      about: 'the hash of a line that has to be there: the head that the report of a run names',
    },
    json: { type: 'switch', about: 'print JSON' },
  },
  examples: [
    { run: 'stepgate audit verify audit.jsonl', does: 'look for what is not as it was written' },
    {
      run: 'stepgate audit verify audit.jsonl --head "$(jq -r .decision_log.head report.json)"',
      does: 'and be sure that the run of this report is there',
    },
  ],
  exits: { 0: 'where all is as it was written', 1: 'where it is not' },
  run: async ({ values, operands: [file = ''] }, { io }) => verify(file, values, io),
})

const showDecision = defineCommand({
  name: 'audit show',
  summary: 'print one decision, or the input that it was made of',
  operands: FILE,
  flags: {
    line: { type: 'text', value: 'N', about: 'the decision on this line, counted from 1' },
    id: { type: 'text', value: 'ID', about: 'the decision with this decision_id' },
    input: { type: 'switch', about: 'its input document alone' },
    path: { type: 'switch', about: 'what was asked, as "opa eval" takes it' },
  },
  examples: [
    { run: 'stepgate audit show audit.jsonl --line 1 --input > input.json', does: 'take the input of a decision' },
    {
      run: 'opa eval -b bundle.tar.gz -i input.json "$(stepgate audit show audit.jsonl --line 1 --path)"',
      does: 'ask OPA the same question again',
    },
  ],
  exits: { 0: 'where it is printed', 1: 'where there is no such decision or no input in the log' },
  run: async ({ values, operands: [file = ''] }, { io }) => show(file, values, io),
})

/** `stepgate audit`. */
export const audit = defineGroup({
  name: 'audit',
  summary: 'check the chain of a decision log, or show one decision of it',
  members: [verifyLog, showDecision],
})

type Verify = { readonly head: string | undefined; readonly json: boolean }
type Show = {
  readonly line: string | undefined
  readonly id: string | undefined
  readonly input: boolean
  readonly path: boolean
}

async function verify(file: string, values: Verify, io: CliIo): Promise<number> {
  const head = values.head?.toLowerCase()
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) throw usage('"--head" must be 64 hexadecimal digits')
  const verifier = createVerifier(head)
  const rest = await read(file, io, (line) => {
    verifier.add(line)
    return false
  })
  const verified = verifier.end(rest)
  const isUnbroken = verified.findings.length === 0
  if (values.json) io.out(renderJsonText({ unbroken: isUnbroken, ...verified }))
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

async function show(file: string, values: Show, io: CliIo): Promise<number> {
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

function warn(io: CliIo, text: string): 1 {
  io.err(`stepgate audit show: ${toLine(text)}`)
  return 1
}

function say(io: CliIo, text: string): 0 {
  io.out(text)
  return 0
}
