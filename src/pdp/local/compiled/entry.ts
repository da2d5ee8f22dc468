import { isObject, own, parseJson } from '../../../core/json.js'
import { sha256Of } from '../private-folder.js'
import type { Built, EntrypointFacts, Prepared, RegoVersion } from '../protocol.js'

/** What is kept of policies: the facts of all of them, and the WebAssembly of those that were asked. */
export type Compiled = {
  readonly prepared: Prepared
  readonly built: Built
  /** The builtins of what was built, of which WebAssembly has to be known to agree with OPA. */
  readonly builtins: readonly string[]
}

const newline = 0x0a
// What can be kept needs no host: OPA's WebAssembly has everything in it.
const NO_HOST: readonly string[] = []

/** One file: a line with the key and the hash of all that follows, a line of facts, and the WebAssembly. */
export function writeEntry(key: string, { prepared, built, builtins }: Compiled): Uint8Array {
  const facts = {
    ...prepared,
    regoVersions: [...prepared.regoVersions],
    entrypoints: [...prepared.entrypoints],
    built: built.entrypoints,
    using: builtins,
  }
  const content = Buffer.concat([Buffer.from(`${JSON.stringify(facts)}\n`), built.wasm])
  return Buffer.concat([Buffer.from(`${JSON.stringify({ key, sha256: sha256Of(content) })}\n`), content])
}

/** What was written under this key; undefined where this is anything else, whole or in part. */
export function readEntry(key: string, bytes: Uint8Array): Compiled | undefined {
  const first = bytes.indexOf(newline)
  const second = bytes.indexOf(newline, first + 1)
  if (first < 0 || second < 0) return undefined
  const head = parseJson(bytes.subarray(0, first))
  if (own(head, 'key') !== key || own(head, 'sha256') !== sha256Of(bytes.subarray(first + 1))) return undefined
  const facts = parseJson(bytes.subarray(first + 1, second))
  const prepared = readPrepared(facts)
  const [built, using] = [texts(own(facts, 'built')), texts(own(facts, 'using'))]
  const wasm = bytes.subarray(second + 1)
  if (!prepared || !built || !using || built.length === 0 || wasm.length === 0) return undefined
  return { prepared, built: { wasm, entrypoints: built, hostBuiltins: NO_HOST }, builtins: using }
}

function readPrepared(facts: unknown): Prepared | undefined {
  const opaVersion = own(facts, 'opaVersion')
  const regoVersions = readMap(own(facts, 'regoVersions'), readVersion)
  const entrypoints = readMap(own(facts, 'entrypoints'), readFacts)
  const [builtins, hostBuiltins] = [texts(own(facts, 'builtins')), texts(own(facts, 'hostBuiltins'))]
  const reads = own(facts, 'readsPolicyKeys')
  const [require, deny] = [own(reads, 'require'), own(reads, 'deny')]
  if (typeof opaVersion !== 'string' || typeof require !== 'boolean' || typeof deny !== 'boolean') return undefined
  if (!regoVersions || !entrypoints || !builtins || !hostBuiltins) return undefined
  return { opaVersion, regoVersions, entrypoints, builtins, hostBuiltins, readsPolicyKeys: { require, deny } }
}

function readMap<V>(value: unknown, read: (item: unknown) => V | undefined): ReadonlyMap<string, V> | undefined {
  if (!Array.isArray(value)) return undefined
  const found = new Map<string, V>()
  for (const pair of value as readonly unknown[]) {
    const [name, item] = Array.isArray(pair) ? (pair as readonly unknown[]) : []
    const parsed = read(item)
    if (typeof name !== 'string' || parsed === undefined) return undefined
    found.set(name, parsed)
  }
  return found
}

const VERSIONS = ['v0', 'v1', 'v2'] as const satisfies readonly RegoVersion[]
const readVersion = (value: unknown): RegoVersion | undefined => VERSIONS.find((version) => version === value)

const KINDS = ['package', 'rule', 'function', 'missing'] as const satisfies readonly EntrypointFacts['kind'][]
const DENIALS = ['deny', 'violation', 'violations'] as const satisfies readonly EntrypointFacts['denySets'][number][]

function readFacts(value: unknown): EntrypointFacts | undefined {
  if (!isObject(value)) return undefined
  const kind = KINDS.find((word) => word === own(value, 'kind'))
  const [allows, names] = [own(value, 'allows'), texts(own(value, 'denySets'))]
  if (kind === undefined || typeof allows !== 'boolean' || !names) return undefined
  const denySets = DENIALS.filter((word) => names.includes(word))
  return denySets.length === names.length ? { kind, allows, denySets } : undefined
}

const texts = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.every((item): item is string => typeof item === 'string') ? value : undefined
