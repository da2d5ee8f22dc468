import type { Notice } from '../../../core/config.js'
import { PolicyError, StepgateError } from '../../../core/errors.js'
import { parseUtf8 } from '../../../core/json.js'
import type { SourceFile } from '../../../core/source.js'
import type { Module } from '../policies.js'
import type { OpaProblem, RewrittenCondition } from '../protocol.js'
import { findUnknownRoles } from './approvers.js'
import { combine } from './combined.js'
import { readDocument } from './document.js'
import { conditionsOf } from './expression.js'
import { moduleOf } from './generate.js'
import {
  isHeaded,
  isMeant,
  isOtherEncoding,
  jsonLinesOf,
  mentionsUs,
  namesUs,
  refuseNearMiss,
  soundsLikeRows,
  soundsLikeUs,
} from './near-miss.js'
import type { Condition, SecurityPolicy } from './policy.js'
import type { RewriteConditions } from './rewrite.js'
import { type Place, type Refuse, type Tree, TreeReader } from './tree.js'
import { adviseUnfilled } from './unfilled.js'
import { parseTrees } from './yaml.js'

export type { AskedPolicy } from './asked.js'
export { askedIn, speakerOf } from './asked.js'
export type { SecurityPolicy } from './policy.js'
export type { RewriteConditions } from './rewrite.js'

/** What files of policies in YAML become. */
export type Compiled = {
  readonly policies: readonly SecurityPolicy[]
  readonly modules: readonly Module[]
  readonly notices: readonly Notice[]
  /** What is wrong, each at its place in the YAML; then there are no modules. */
  readonly errors: readonly PolicyError[]
}

const MAX_BYTES = 1024 * 1024
const MAX_POLICIES = 200
const MAX_CONDITIONS = 5000

const refusing =
  (path: string): Refuse =>
  ({ line, column }, message, hint) =>
    new PolicyError('ERR_SECURITY_POLICY', message, { path, line, column, ...(hint !== undefined && { hint }) })

/**
 * False where this is surely no file of policies: one in a folder is left alone then. `kind` may be written in any way. What the
 * config names as the policies' data may look like rows, for Rego to read.
 */
export function mayBePolicies({ path, bytes }: SourceFile, isData = false): boolean {
  if (isOtherEncoding({ bytes })) return true
  const text = Buffer.from(bytes).toString('latin1')
  if (!mentionsUs(text)) return false
  if (namesUs(text)) return true
  const lines = isData ? undefined : jsonLinesOf(text)
  return lines
    ? lines.some((line) => mentionsUs(line) && holdsOurs(path, Buffer.from(line, 'latin1'), isData))
    : holdsOurs(path, bytes, isData)
}

// What another tool has written is not to be in the way: only what can be read can be one of ours without our name in it.
function holdsOurs(path: string, bytes: Uint8Array, isData: boolean): boolean {
  const isOne = isData ? (tree: Tree) => tree.kind === 'map' && isHeaded(tree) : isMeant
  try {
    return parseTrees(parseUtf8(bytes), refusing(path)).some(isOne)
  } catch {
    const text = Buffer.from(bytes).toString('latin1')
    return soundsLikeUs(text) || (!isData && soundsLikeRows(text))
  }
}

/**
 * Compiles these files, all documents of each; with `alone` there is no Rego beside them, and they answer the gate's scopes. Only
 * where the `roles` of a config are known can those that are to approve be looked for among them.
 */
export async function compilePolicies(
  files: readonly SourceFile[],
  rewrite: RewriteConditions,
  alone: boolean,
  roles?: readonly string[],
): Promise<Compiled> {
  const errors: PolicyError[] = []
  const read = files.flatMap((file) => {
    try {
      return readFile(file)
    } catch (thrown) {
      if (!(thrown instanceof PolicyError)) throw thrown
      errors.push(thrown)
      return []
    }
  })
  const policies = read.map(({ policy }) => policy)
  errors.push(...findTwice(policies))
  if (roles)
    for (const policy of policies)
      errors.push(...findUnknownRoles(policy, roles).map(({ at, message }) => refusing(policy.path)(at, message)))
  const notices = read.flatMap(({ policy: { path, notices: found }, warnings }): readonly Notice[] => [
    ...warnings.map(({ message, at }) => ({ level: 'warning' as const, message, path, ...at })),
    ...found.map(({ message, at }) => ({ level: 'notice' as const, message, path, ...at })),
  ])
  const conditions = policies.flatMap((policy) =>
    policy.rules.flatMap(({ when }) => conditionsOf(when).map(({ condition }) => ({ condition, path: policy.path }))),
  )
  const [first] = policies
  if (first && (policies.length > MAX_POLICIES || conditions.length > MAX_CONDITIONS)) {
    const message = `there are ${policies.length} policies with ${conditions.length} conditions; at most ${MAX_POLICIES} with ${MAX_CONDITIONS} are read`
    errors.push(refusing(first.path)(first.at, message))
  }
  const rewritten = await rewriteAll(conditions, rewrite)
  errors.push(...rewritten.errors)
  if (errors.length > 0) return { policies, modules: [], notices, errors }
  const modules = policies.map((policy) => moduleOf(policy, rewritten.read))
  return { policies, modules: alone ? [...modules, ...answering(policies)] : modules, notices, errors }
}

type ReadPolicy = { readonly policy: SecurityPolicy; readonly warnings: ReturnType<typeof adviseUnfilled> }

function readFile(file: SourceFile): readonly ReadPolicy[] {
  const { path, bytes } = file
  const refuse = refusing(path)
  const start: Place = { line: 1, column: 1 }
  if (bytes.length > MAX_BYTES)
    throw refuse(start, `${JSON.stringify(path)} has ${bytes.length} bytes; at most ${MAX_BYTES} are read`)
  const text = textOf(file, refuse)
  if (jsonLinesOf(text))
    throw refuse(start, 'every line is a document of its own (JSON Lines): write the rows as one list, in [ ]')
  const trees = parseTrees(text, refuse)
  if (trees.length === 0) throw refuse(start, `${JSON.stringify(path)} holds no policy`)
  return trees.map((tree) => {
    refuseNearMiss(tree, refuse)
    const policy = readDocument(new TreeReader(refuse), tree, path)
    return { policy, warnings: adviseUnfilled(policy, tree) }
  })
}

function textOf({ path, bytes }: SourceFile, refuse: Refuse): string {
  const wrong = () =>
    refuse({ line: 1, column: 1 }, `${JSON.stringify(path)} is not UTF-8 text; write it as UTF-8, or keep it elsewhere`)
  // UTF-16 without a byte order mark is UTF-8, with a NUL beside every letter.
  if (isOtherEncoding({ bytes })) throw wrong()
  try {
    return parseUtf8(bytes)
  } catch {
    throw wrong()
  }
}

const findTwice = (policies: readonly SecurityPolicy[]): readonly PolicyError[] =>
  policies.flatMap(({ id, name, path, at }, i) => {
    const other = policies.slice(0, i).find((before) => before.id === id)
    if (!other) return []
    const where = `${other.path}:${other.at.line}`
    const what = other.name === name ? 'is used' : `reads like ${JSON.stringify(other.name)}, which is used`
    return [refusing(path)(at, `the name ${JSON.stringify(name)} ${what} at ${where}; give the policy another name`)]
  })

type Placed = { readonly condition: Condition; readonly path: string }
type Read = { readonly read: ReadonlyMap<Condition, RewrittenCondition>; readonly errors: readonly PolicyError[] }

async function rewriteAll(conditions: readonly Placed[], rewrite: RewriteConditions): Promise<Read> {
  const [first] = conditions
  const fail = (...errors: readonly PolicyError[]): Read => ({ read: new Map(), errors })
  if (!first) return fail()
  const at = first.condition.within(0, 0)
  try {
    const reply = await rewrite(conditions.map(({ condition }) => condition.text))
    if (!reply.ok) return fail(...reply.errors.map((problem) => errorOf(problem, conditions)))
    // Fewer answers than questions would leave a rule without its condition.
    if (reply.conditions.length !== conditions.length)
      return fail(refusing(first.path)(at, 'the conditions could not be read'))
    return {
      read: new Map(conditions.map(({ condition }, i) => [condition, reply.conditions[i] as RewrittenCondition])),
      errors: [],
    }
  } catch (thrown) {
    if (!(thrown instanceof StepgateError)) throw thrown
    const message = `the conditions could not be read: ${thrown.message}`
    return fail(new PolicyError('ERR_SECURITY_POLICY', message, { path: first.path, ...at, cause: thrown }))
  }
}

/** What OPA says of a condition, at its place in the YAML. */
function errorOf({ message, hint, file, row, col }: OpaProblem, conditions: readonly Placed[]): PolicyError {
  const placed = conditions[Number(file)] ?? conditions[0]
  const at = placed?.condition.within(row ?? 0, col ?? 0) ?? { line: 1, column: 1 }
  return refusing(placed?.path ?? '')(at, `the condition cannot be read: ${message}`, hint)
}

/** What answers for the scopes where there is no Rego that would; tools are asked about where a policy is about them. */
function answering(policies: readonly SecurityPolicy[]): readonly Module[] {
  const isAboutTools = policies.some(
    ({ scope, rules }) => scope.some(({ word }) => word === 'tool') || rules.some(({ word }) => word === 'tool'),
  )
  const [first] = policies
  const about = { version: 'v1' as const, ...(first && { madeFrom: first.path }) }
  return [
    { path: 'stepgate/check.rego', text: combine(policies, 'visor.check', 'execute'), ...about },
    ...(isAboutTools
      ? [{ path: 'stepgate/tool.rego', text: combine(policies, 'visor.tool', 'invoke'), ...about }]
      : []),
  ]
}
