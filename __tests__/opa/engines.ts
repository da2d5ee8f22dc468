import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Scope } from '../../src/core/config.js'
import { type Decision, interpret } from '../../src/core/decision.js'
import { type Json, type JsonObject, own, sortKeys } from '../../src/core/json.js'
import type { Evaluation } from '../../src/core/pdp.js'
import type { Query } from '../../src/core/query.js'
import type { Prepared, RegoModule } from '../../src/pdp/local/protocol.js'
import { WasmEngine } from '../../src/pdp/local/wasm-engine.js'
import { anOpa, aPdp, aPdpConfig, aQuery, parts } from '../support/opa.js'
import { type OpaServer, startOpa } from '../support/opa-server.js'

/** One and the same policy, asked of everything that can answer it. */

export type Question = {
  /** With slashes, as an entrypoint: `visor/check/execute`. */
  readonly path: string
  readonly scope: Scope
  readonly input: Json
}

export type Program = {
  readonly name: string
  readonly modules: readonly RegoModule[]
  /** JSON text, so that it can have numbers that JavaScript has not. */
  readonly data?: string
  readonly questions: readonly Question[]
}

/** What an engine said, as text that is the same where the answer is the same. */
export type Said = string

const ENGINE_MS = 5_000
// Some calls never end there. Others take microseconds.
const WASM_MS = 1_000
const never = new AbortController().signal

// A number beyond a double is null in the JSON that JavaScript writes, in every report and message.
const textOf = (value: unknown): Said => JSON.stringify(sortKeys(value as Json))

/** The value, `undefined`, or that there is none: every program has words of its own for its errors. */
export const said = (
  answer: { readonly kind: 'result'; readonly value?: unknown } | { readonly kind: 'undefined' | 'error' } | undefined,
): Said => {
  if (answer?.kind === 'result') return textOf(answer.value)
  return answer?.kind === 'undefined' ? 'undefined' : answer ? 'an error' : 'no answer'
}

/** The decision with its reasons and warnings in their order. How an error is worded is the engine's own. */
export function decided(evaluation: Evaluation | undefined, scope: Scope): string {
  const decision: Decision = interpret(evaluation, scope, ['admin', 'developer', 'owner'])
  return evaluation?.kind === 'error' ? `${decision.verdict}: an error` : textOf(decision as unknown as Json)
}

/** What the real OPA says. The bundle says of each file which Rego it is, as the compiler of the product has found. */
export async function askServer(program: Program, prepared: Prepared): Promise<readonly Evaluation[]> {
  const { modules, data = '{}', questions } = program
  const versions = modules.map(({ path }) => [`/${path}`, prepared.regoVersions.get(path) === 'v0' ? 0 : 1])
  const manifest = JSON.stringify({ rego_version: 1, file_rego_versions: Object.fromEntries(versions) })
  const files = Object.fromEntries(modules.map(({ path, text: rego }) => [path, rego]))
  const server = await startOpa({
    files: { ...files, 'data.json': data, '.manifest': manifest },
    args: ['--bundle', '.', '--log-level', 'error'],
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  try {
    return await Promise.all(questions.map((question) => post(server, agent, question)))
  } finally {
    agent.destroy()
    await server.stop()
  }
}

const post = (server: OpaServer, agent: Agent, { path, input }: Question): Promise<Evaluation> =>
  new Promise((resolve, reject) => {
    const url = `${server.url}/v1/data/${path.split('/').map(encodeURIComponent).join('/')}`
    const asked = request(url, { method: 'POST', agent }, (response) => {
      text(response).then((body) => {
        const answer = JSON.parse(body) as JsonObject
        const result = own(answer, 'result')
        if (response.statusCode !== 200) resolve({ kind: 'error', code: String(own(answer, 'code')), message: body })
        else if (result === undefined) resolve({ kind: 'undefined' })
        else resolve({ kind: 'result', value: sortKeys(result as Json), denySetsOnly: false })
      }, reject)
    })
    asked.on('error', reject)
    asked.end(JSON.stringify({ input }))
  })

export type Raw = {
  readonly prepared: Prepared
  readonly interpreter: readonly Evaluation[]
  /** Undefined where it cannot be built, or has no entrypoint for this question. */
  readonly wasm: readonly (Evaluation | undefined)[]
}

export class ProgramError extends Error {
  readonly files: readonly string[]
  constructor(message: string, files: readonly string[]) {
    super(message)
    this.files = files
  }
}

/** What the two engines of the product say by themselves; throws a ProgramError where the policy does not compile. */
export async function askEngines(program: Program): Promise<Raw> {
  const opa = anOpa()
  try {
    const prepared = await opa.prepare(prepareRequest(program))
    if (!prepared.ok) {
      const problems = prepared.errors.map(({ file, row, message }) => `${file}:${row}: ${message}`)
      throw new ProgramError(
        `${program.name}: ${problems.join('\n')}`,
        prepared.errors.flatMap(({ file }) => file ?? []),
      )
    }
    const asked = program.questions.map(({ path, input }) => ({ path, input }))
    const outcomes = await opa.eval(asked, { timeoutMs: ENGINE_MS })
    const built = await opa.build()
    const interpreter = outcomes.map((outcome): Evaluation => {
      if (outcome.kind === 'undefined') return outcome
      if (outcome.kind === 'result')
        return { kind: 'result', value: sortKeys(outcome.value as Json), denySetsOnly: false }
      return { kind: 'error', code: outcome.error.code, message: outcome.error.message }
    })
    // What OPA cannot translate ("not implemented: unify"), the product interprets.
    const wasm = built.ok ? await askWasm(program, built.wasm, built.entrypoints) : interpreter.map(() => undefined)
    return { prepared, interpreter, wasm }
  } finally {
    opa.close()
  }
}

const prepareRequest = ({ modules, data, questions }: Program) => ({
  modules,
  entrypoints: [...new Set(questions.map(({ path }) => path))],
  ...(data !== undefined && { data: JSON.parse(data) as JsonObject, dataText: data }),
})

async function askWasm(
  { questions, data }: Program,
  wasm: Uint8Array,
  entrypoints: readonly string[],
): Promise<readonly (Evaluation | undefined)[]> {
  if (wasm.length === 0) return questions.map(() => undefined)
  const policy = { wasm, ...(data !== undefined && { data: new TextEncoder().encode(data) }) }
  const engine = new WasmEngine({ url: parts.workerUrl, policy, timeoutMs: WASM_MS })
  try {
    const asked = questions.filter(({ path }) => entrypoints.includes(path))
    const inputs = asked.map(({ path, input }) => ({ path, input: JSON.stringify(input) }))
    const answers = (await engine.evaluate(inputs, never)).values()
    return questions.map(({ path }) => (entrypoints.includes(path) ? answers.next().value : undefined))
  } finally {
    await engine.close()
  }
}

export type Product = { readonly engine: string; readonly found: readonly Evaluation[] }

/** Above so many, the product takes WebAssembly where it can. */
export const FEW = 300

/** What the product says to all of these at once; `over` repeats them until they are many. */
export async function askProduct(program: Program, over: 'few' | 'many'): Promise<Product> {
  const { modules, data } = program
  const queries = program.questions.map(({ path, scope, input }): Query => ({ ...aQuery(path, input), scope }))
  const fill = over === 'many' ? Math.max(0, FEW + 1 - queries.length) : 0
  const all = [...queries, ...Array.from({ length: fill }, (_, i) => queries[i % queries.length] as Query)]
  const pdp = aPdp(aPdpConfig({ timeoutMs: ENGINE_MS }), {
    files: [],
    rules: { kind: 'rego', modules },
    ...(data !== undefined && { data: JSON.parse(data) as JsonObject, dataText: data }),
  })
  try {
    const found = await pdp.evaluate(all, never)
    return { engine: pdp.describe().engine, found: found.slice(0, queries.length) }
  } finally {
    await pdp.close()
  }
}
