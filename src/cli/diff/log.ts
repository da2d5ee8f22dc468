import { resolve } from 'node:path'
import { SCOPES } from '../../core/config.js'
import { StepgateError, UsageError } from '../../core/errors.js'
import type { InputDocument } from '../../core/input.js'
import { isObject, type Json, own, parseJson, sortKeys } from '../../core/json.js'
import { clip, toLine } from '../../core/text.js'
import { eachLine } from '../audit/lines.js'
import type { CliIo } from '../io.js'

/** A question that a log holds: how often it was asked, and of which decision it was first. */
export type Logged = {
  readonly path: string
  readonly input: InputDocument
  readonly count: number
  readonly example: string
  readonly who: string
}

export type ReadLog = {
  readonly decisions: number
  readonly questions: readonly Logged[]
  /** How many cannot be asked again, by why. */
  readonly skipped: ReadonlyMap<string, number>
}

/** The questions in this decision log, the same ones together; throws UsageError where it is none. */
export async function readLog(file: string, io: CliIo): Promise<ReadLog> {
  const questions = new Map<string, Logged>()
  const skipped = new Map<string, number>()
  let decisions = 0
  const take = (line: Uint8Array): false => {
    if (line.length === 0) return false
    decisions += 1
    const read = readQuestion(line)
    if (typeof read === 'string') skipped.set(read, (skipped.get(read) ?? 0) + 1)
    else {
      const key = JSON.stringify([read.path, sortKeys(read.input as unknown as Json)])
      const found = questions.get(key)
      questions.set(key, found ? { ...found, count: found.count + 1 } : read)
    }
    return false
  }
  try {
    const rest = await eachLine(resolve(io.cwd, file), take)
    if (rest.length > 0) take(rest)
  } catch (cause) {
    if (cause instanceof StepgateError) throw cause
    throw new UsageError(
      'ERR_USAGE',
      `${JSON.stringify(clip(toLine(file), 200))} cannot be read (${own(cause, 'code')})`,
      { cause },
    )
  }
  if (decisions === 0) throw new UsageError('ERR_USAGE', `${JSON.stringify(file)} holds no decision`)
  return { decisions, questions: [...questions.values()], skipped }
}

function readQuestion(line: Uint8Array): Logged | string {
  let event: unknown
  try {
    event = parseJson(line)
  } catch {
    return 'it is no JSON'
  }
  const [path, id, input] = [own(event, 'path'), own(event, 'decision_id'), own(event, 'input')]
  if (typeof path !== 'string' || typeof id !== 'string') return 'it is no decision'
  if (input === undefined) return 'its input was not logged'
  const hidden = ['erased', 'masked'].flatMap((key) => {
    const paths = own(event, key)
    return Array.isArray(paths) ? paths : []
  })
  if (hidden.some((one) => one === '/input' || String(one).startsWith('/input/'))) return 'its input was masked'
  if (!isDocument(input)) return 'its input is none that this gate asks with'
  return { path, input, count: 1, example: id, who: input.actor.login }
}

/** The parts that are used here; whatever else a policy reads is asked as it was. */
function isDocument(input: unknown): input is InputDocument {
  const actor = own(input, 'actor')
  const scope = own(input, 'scope')
  return (
    isObject(input) &&
    SCOPES.some((known) => known === scope) &&
    typeof own(own(input, 'check'), 'id') === 'string' &&
    typeof own(actor, 'login') === 'string' &&
    Array.isArray(own(actor, 'roles'))
  )
}
