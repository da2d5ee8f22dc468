import { readFile, stat } from 'node:fs/promises'
import { posix, resolve } from 'node:path'
import type { Config, Notice, Policy } from '../core/config.js'
import { messageOf, PolicyError, StepgateError } from '../core/errors.js'
import type { ReadLimits, Source, SourceFile } from '../core/source.js'
import { parseDataFile } from '../pdp/local/data.js'
import type { Policies } from '../pdp/local/policies.js'
import type { Environment } from './shell.js'

/** Where a compiled policy is looked for that nobody names; only where the pack is on whose policy it would be. */
const PLACES = [
  'policies/capabilities.wasm',
  'services/orchestrator/policies/capabilities.wasm',
  'infra/policies/dist/capabilities.wasm',
]
const PACK = 'capabilities'

const WASM = 'OPA_POLICY_WASM_PATH'
const DATA = 'OPA_POLICY_DATA_PATH'
const MAX_WASM = { maxBytes: 32 * 1024 * 1024 }
const MAX_DATA = { maxBytes: 10 * 1024 * 1024 }

/** What a policy of the environment needs to be found. */
export type Surrounding = { readonly source: Source; readonly workspace: string; readonly env: Environment }

export type Placed = { readonly policies: Policies; readonly notices: readonly Notice[] }

type Found = {
  readonly wasm: SourceFile
  readonly by: string
  readonly read: (path: string, limits: ReadLimits) => Promise<SourceFile | undefined>
}

/**
 * The same policies; with a compiled one in the place of the base policy where the environment or the working tree has it. What
 * is named and cannot be used is a failure, and never a reason to look elsewhere.
 */
export async function placeCompiled(
  { policy, steps }: Config,
  policies: Policies,
  around: Surrounding,
): Promise<Placed> {
  const { env, source } = around
  const why = whyUnread(policy, source)
  if (why !== undefined) return { policies, notices: [WASM, DATA].filter((name) => env[name]).map(warnOf(why)) }
  if (policies.rules.kind !== 'base') return { policies, notices: [] }
  try {
    const found = env[WASM] ? await readNamed(env[WASM], around) : await findPlaced(policy, source)
    if (!found)
      return { policies, notices: env[DATA] ? [warnOf('there is no compiled policy to go with it')(DATA)] : [] }
    refuseOther(found)
    const guarded = steps.find(({ policy: own }) => own?.require !== undefined || own?.deny !== undefined)
    if (guarded && !env[WASM]) throw unguarded(guarded.id, found)
    return await withData(found, policies, policy, env[DATA], around)
  } catch (thrown) {
    const code = thrown instanceof StepgateError ? thrown.code : 'ERR_RULES_UNREADABLE'
    return { policies: { ...policies, rules: { kind: 'failed', code, message: messageOf(thrown) } }, notices: [] }
  }
}

function whyUnread({ engine, rules }: Policy, source: Source): string | undefined {
  if (source.kind !== 'workspace')
    return 'the policies come from the trusted source, which the environment is not; "source: workspace" reads it'
  if (engine !== 'local') return `"engine: ${engine}" evaluates nothing here`
  return rules.length === 0 ? undefined : 'the config names its own "policy.rules"'
}

const warnOf =
  (why: string) =>
  (name: string): Notice => ({ level: 'warning', message: `${name} is not read: ${why}` })

async function readNamed(path: string, { workspace }: Surrounding): Promise<Found> {
  const read = readFrom(workspace)
  const wasm = await read(path, MAX_WASM)
  if (!wasm) throw new PolicyError('ERR_RULES_MISSING', `${WASM} names ${JSON.stringify(path)}, which is not there`)
  return { wasm, by: WASM, read }
}

async function findPlaced({ packs = [] }: Policy, source: Source): Promise<Found | undefined> {
  if (!packs.some(({ name }) => name === PACK)) return undefined
  for (const path of PLACES) {
    const wasm = await source.read(path, MAX_WASM)
    if (wasm) return { wasm, by: `the place where the pack ${PACK} looks for one`, read: source.read }
  }
  return undefined
}

// What the environment names is the operator's own choice, wherever it lies on this machine.
const readFrom =
  (workspace: string): Found['read'] =>
  async (path, { maxBytes }) => {
    const full = resolve(workspace, path)
    const info = await stat(full).catch((cause: unknown) => {
      if (cause instanceof Error && 'code' in cause && ['ENOENT', 'ENOTDIR'].includes(String(cause.code)))
        return undefined
      throw cause
    })
    if (!info) return undefined
    if (!info.isFile()) throw new PolicyError('ERR_RULES_UNREADABLE', `${JSON.stringify(path)} is not a file`)
    if (info.size > maxBytes) {
      const message = `${JSON.stringify(path)} has ${info.size} bytes; at most ${maxBytes} are read`
      throw new PolicyError('ERR_RULES_UNREADABLE', message)
    }
    return { path, bytes: await readFile(full) }
  }

const MAGIC = Buffer.from('\0asm')

// What nobody named must not take away what the base policy sees to.
const unguarded = (step: string, { wasm, by }: Found): PolicyError =>
  new PolicyError(
    'ERR_RULES_FOUND',
    `${JSON.stringify(wasm.path)} (${by}) would stand in the place of the base policy, which enforces the "policy" of step ${JSON.stringify(step)}; name it in "policy.rules" or in ${WASM} where that is meant, or move it away`,
  )

function refuseOther({ wasm: { path, bytes }, by }: Found): void {
  if (MAGIC.equals(bytes.subarray(0, MAGIC.length))) return
  const message = `${JSON.stringify(path)} (${by}) is no WebAssembly; it has to be the policy.wasm out of the bundle that "opa build -t wasm" writes`
  throw new PolicyError('ERR_RULES_KIND', message)
}

/** The compiled policy with its data: those of the config, else those that the environment names, else those beside it. */
async function withData(
  { wasm, by, read }: Found,
  policies: Policies,
  policy: Policy,
  named: string | undefined,
  { workspace }: Surrounding,
): Promise<Placed> {
  const rules = { kind: 'wasm', path: wasm.path, wasm: wasm.bytes } as const
  const say = (rest: string): Notice => ({
    level: 'notice',
    message: `the compiled policy ${JSON.stringify(wasm.path)} (${by}) stands in the place of the base policy${rest}`,
  })
  if (policy.data !== undefined) {
    const unread = named ? [warnOf('the config names its own "policy.data"')(DATA)] : []
    return { policies: { ...policies, files: [...policies.files, wasm], rules }, notices: [say(''), ...unread] }
  }
  const beside = posix.join(posix.dirname(wasm.path), 'data.json')
  const file = named ? await readFrom(workspace)(named, MAX_DATA) : await read(beside, MAX_DATA)
  if (named && !file)
    throw new PolicyError('ERR_DATA_MISSING', `${DATA} names ${JSON.stringify(named)}, which is not there`)
  const files = [...policies.files, wasm, ...(file ? [file] : [])]
  const data = file && (await parseDataFile(file))
  return {
    policies: { ...policies, files, rules, ...data },
    notices: [say(file ? `, with the data in ${JSON.stringify(file.path)}` : '')],
  }
}
