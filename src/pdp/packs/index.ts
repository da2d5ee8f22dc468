import type { Worker } from 'node:worker_threads'
import { messageOf } from '../../core/errors.js'
import { isObject, type Json, own, wellFormed } from '../../core/json.js'
import { ALL_PACKS, type Pack, packPath } from '../../core/packs.js'
import { type Evaluation, failedEvaluation, type PackPdp } from '../../core/pdp.js'
import type { Query } from '../../core/query.js'
import { type Question, WasmEngine } from '../local/wasm-engine.js'

/** What the packs are evaluated with. */
export type PackParts = {
  readonly workerUrl: URL
  /** The compiled packs, all of them in one. */
  readonly readPacks: () => Promise<Uint8Array>
  /** A thread that was started ahead of time. */
  readonly takeWorker?: () => Worker | undefined
}

/**
 * The packs that this config switches on. All of them answer one question together, because reading the input costs more than most
 * rules do; where that fails, each is asked by itself, so that a broken one harms no other.
 */
export class Packs implements PackPdp {
  readonly #packs: readonly Pack[]
  readonly #parts: PackParts
  readonly #timeoutMs: number
  #engine: WasmEngine | undefined

  constructor(packs: readonly Pack[], timeoutMs: number, parts: PackParts) {
    this.#packs = packs
    this.#timeoutMs = timeoutMs
    this.#parts = parts
  }

  async close(): Promise<void> {
    await this.#engine?.close()
  }

  async evaluate(queries: readonly Query[], signal: AbortSignal): Promise<readonly ReadonlyMap<string, Evaluation>[]> {
    if (queries.length === 0) return []
    try {
      return await this.#answer(queries, signal)
    } catch (thrown) {
      const code = signal.aborted ? 'ERR_RUN_TIMEOUT' : 'ERR_POLICY_LOAD'
      const failed = failedEvaluation(code, messageOf(thrown))
      return queries.map(() => new Map(this.#packs.map(({ name }) => [name, failed])))
    }
  }

  async #answer(queries: readonly Query[], signal: AbortSignal) {
    this.#engine ??= new WasmEngine({
      url: this.#parts.workerUrl,
      worker: this.#parts.takeWorker?.(),
      policy: { wasm: await this.#parts.readPacks(), data: encodeData(this.#packs) },
      timeoutMs: this.#timeoutMs,
    })
    const engine = this.#engine
    const inputs = queries.map(({ input }) => JSON.stringify(input))
    const together = await engine.evaluate(
      inputs.map((input): Question => ({ path: ALL_PACKS, input })),
      signal,
    )
    const alone = inputs.flatMap((input, i) => (together[i]?.kind === 'result' ? [] : this.#askEach(input, i, queries)))
    const apart = await engine.evaluate(alone, signal)
    const found = new Map(alone.map((question, n) => [keyOf(question), apart[n]]))
    return queries.map(({ scope }, i) => {
      const evaluation = together[i]
      const answers = this.#packs.map((pack): [string, Evaluation] => {
        if (!pack.scopes.includes(scope)) return [pack.name, { kind: 'undefined' }]
        if (evaluation?.kind === 'result') return [pack.name, readAnswer(evaluation.value, pack.name)]
        const own = found.get(keyOf({ path: packPath(pack.name), input: inputs[i] ?? '' }))
        return [pack.name, own ?? failedEvaluation('ERR_EVALUATION_FAILED', 'the pack was not asked')]
      })
      return new Map(answers)
    })
  }

  #askEach(input: string, i: number, queries: readonly Query[]): readonly Question[] {
    const scope = queries[i]?.scope
    return this.#packs.flatMap(({ name, scopes }) =>
      scopes.some((one) => one === scope) ? [{ path: packPath(name), input }] : [],
    )
  }
}

const keyOf = ({ path, input }: Question): string => `${path} ${input}`

/** What one pack said among all of them; where it said nothing, it has nothing to say. */
function readAnswer(value: Json, name: string): Evaluation {
  if (!isObject(value)) return failedEvaluation('ERR_DECISION_SHAPE', 'the packs answered something that is no object')
  const answer = own(value, name)
  return answer === undefined ? { kind: 'undefined' } : { kind: 'result', value: answer as Json, denySetsOnly: false }
}

/** What the packs read as `data.stepgate`: which of them are on, for which scopes, and their parameters. */
function encodeData(packs: readonly Pack[]): Uint8Array {
  const on = packs.map(({ name, scopes }) => [name, Object.fromEntries(scopes.map((scope) => [scope, true]))])
  const parameters = packs.map((pack) => [pack.name, pack.parameters])
  const stepgate = { on: Object.fromEntries(on), parameters: Object.fromEntries(parameters) }
  return new TextEncoder().encode(wellFormed(JSON.stringify({ stepgate })))
}
