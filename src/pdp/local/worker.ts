import { parentPort } from 'node:worker_threads'
import * as sdk from '@open-policy-agent/opa-wasm'
import { messageOf } from '../../core/errors.js'
import { type Json, own } from '../../core/json.js'
import { parseValue } from './value.js'
import { CURRENT, IDLE, type WorkerReply, type WorkerRequest } from './worker-protocol.js'

/**
 * The worker thread: evaluates one compiled policy, and can be ended at any moment.
 * It may fill memory or loop for ever; the main thread watches `progress` and knows which query was under way.
 */

type Exports = Record<
  'opa_eval',
  (
    reserved: number,
    entrypoint: number,
    data: number,
    input: number,
    length: number,
    heap: number,
    format: number,
  ) => number
>
type Loaded = {
  readonly wasmInstance: { readonly exports: Exports }
  readonly mem: WebAssembly.Memory
  readonly dataAddr: number
  readonly dataHeapPtr: number
  readonly entrypoints: Readonly<Record<string, number>>
  readonly minorVersion: number
  readonly setData: (data: ArrayBuffer) => void
}

const JSON_FORMAT = 0
const VALUE_FORMAT = 1
const PAGE_BYTES = 65_536

// The SDK's types know no default export, which is where the synchronous loader is; the other one loads undici along.
const { loadPolicySync } = (
  sdk as unknown as { default: { loadPolicySync: (module: WebAssembly.Module, memory: object) => unknown } }
).default

let load: (() => Loaded) | undefined
let policy: Loaded | undefined
let progress: Int32Array | undefined

const reply = (message: WorkerReply): void => parentPort?.postMessage(message)

parentPort?.on('message', (request: WorkerRequest) => {
  if (request.kind === 'load') start(request)
  else reply({ kind: 'answers', first: request.first, ...evaluateAll(request) })
})

function start(request: Extract<WorkerRequest, { kind: 'load' }>): void {
  try {
    const module = new WebAssembly.Module(request.wasm)
    progress = request.progress
    load = () => instantiate(module, request)
    policy = load()
    if (policy.minorVersion < 2)
      throw new Error(`it was built for the ABI 1.${policy.minorVersion}; build it with OPA 0.32 or later`)
    reply({ kind: 'loaded', entrypoints: Object.keys(policy.entrypoints), hostBuiltins: hostBuiltins(policy) })
  } catch (thrown) {
    reply({ kind: 'failed', message: messageOf(thrown) })
  }
}

function instantiate(module: WebAssembly.Module, request: Extract<WorkerRequest, { kind: 'load' }>): Loaded {
  const memory = { initial: 8, maximum: request.maxPages }
  const loaded = loadPolicySync(module, memory) as Loaded
  // The SDK takes an ArrayBuffer for text that is JSON already.
  if (request.data) loaded.setData(request.data.slice().buffer)
  return loaded
}

// The policy's own list of what it expects from its host; the SDK keeps it to itself.
function hostBuiltins(loaded: Loaded): readonly string[] {
  const { builtins } = loaded.wasmInstance.exports as unknown as { builtins: () => number }
  const { opa_json_dump } = loaded.wasmInstance.exports as unknown as { opa_json_dump: (value: number) => number }
  return Object.keys(JSON.parse(readText(loaded.mem, opa_json_dump(builtins()))) as object)
}

function evaluateAll({ first, paths, pathOf, ends, bytes }: Extract<WorkerRequest, { kind: 'evaluate' }>) {
  const answers: string[] = []
  const ns = new Float64Array(ends.length)
  for (let i = 0; i < ends.length; i++) {
    if (progress) Atomics.store(progress, CURRENT, first + i)
    const input = bytes.subarray(i === 0 ? 0 : ends[i - 1], ends[i])
    const start = performance.now()
    answers.push(evaluateOne(paths[pathOf[i] as number] as string, input))
    ns[i] = Math.round((performance.now() - start) * 1e6)
  }
  if (progress) Atomics.store(progress, CURRENT, IDLE)
  return { answers: answers.join('\n'), ns }
}

function evaluateOne(path: string, input: Uint8Array): string {
  try {
    policy ??= load?.()
    return policy ? answer(policy, path, input) : failure('ERR_EVALUATION_FAILED', 'no policy is loaded')
  } catch (thrown) {
    // After a throw the instance's stack and heap are in no known state: the next query gets a new one.
    policy = undefined
    const message = messageOf(thrown)
    const memory = /out of memory|opa_malloc|memory access out of bounds|grow/i.test(message)
    return failure(memory ? 'ERR_EVALUATION_MEMORY' : 'ERR_EVALUATION_FAILED', message)
  }
}

const failure = (code: string, message: string): string => `e${JSON.stringify([code, message])}`

function answer(loaded: Loaded, path: string, input: Uint8Array): string {
  const found = findEntrypoint(loaded.entrypoints, path)
  if (!found)
    return failure(
      'ERR_ENTRYPOINT_MISSING',
      `the compiled policy has no entrypoint for ${path}; build it with -e ${path} or -e visor`,
    )
  const text = run(loaded, found.id, input, JSON_FORMAT)
  // In JSON a set is a list in the order of its hashes. Where there is a list to show, it is read again with sets told apart.
  const [result] = (
    text.includes('[', 1) ? parseValue(run(loaded, found.id, input, VALUE_FORMAT)) : JSON.parse(text)
  ) as Json[]
  let value: unknown = own(result, 'result')
  for (const key of found.rest) value = own(value, key)
  return value === undefined ? 'u' : `r${JSON.stringify(value)}`
}

/** The entrypoint of this path, or of the nearest package around it, and the way down from there. */
function findEntrypoint(
  entrypoints: Loaded['entrypoints'],
  path: string,
): { readonly id: number; readonly rest: readonly string[] } | undefined {
  const segments = path.split('/')
  for (let length = segments.length; length > 0; length--) {
    const name = segments.slice(0, length).join('/')
    if (Object.hasOwn(entrypoints, name)) return { id: entrypoints[name] as number, rest: segments.slice(length) }
  }
  return undefined
}

function run(loaded: Loaded, entrypoint: number, input: Uint8Array, format: number): string {
  const { mem, dataAddr, dataHeapPtr: at, wasmInstance } = loaded
  const missing = at + input.length - mem.buffer.byteLength
  if (missing > 0) mem.grow(Math.ceil(missing / PAGE_BYTES))
  new Uint8Array(mem.buffer).set(input, at)
  return readText(
    mem,
    wasmInstance.exports.opa_eval(0, entrypoint, dataAddr, at, input.length, at + input.length, format),
  )
}

const decoder = new TextDecoder('utf-8')

function readText(memory: WebAssembly.Memory, at: number): string {
  const bytes = new Uint8Array(memory.buffer)
  return decoder.decode(bytes.subarray(at, bytes.indexOf(0, at)))
}
