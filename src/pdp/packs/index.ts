import type { Worker } from 'node:worker_threads'
import { messageOf } from '../../core/errors.js'
import { type Json, wellFormed } from '../../core/json.js'
import { ALL_PACKS, type Pack, type PackRule, packPath } from '../../core/packs.js'
import { type Evaluation, failedEvaluation, type PackPdp } from '../../core/pdp.js'
import type { Query } from '../../core/query.js'
import { type Question, WasmEngine } from '../local/wasm-engine.js'
import { merge, readAnswer } from './answer.js'

/** What the packs are evaluated with. */
export type PackParts = {
  readonly workerUrl: URL
  /** The compiled packs, all of them in one. */
  readonly readPacks: () => Promise<Uint8Array>
  /** A thread that was started ahead of time. */
  readonly takeWorker?: () => Worker | undefined
}

/** What is asked of all packs at once. */
type Asked = { readonly rule: PackRule; readonly scope: Query['scope']; readonly input: string }

/** What a pack has to be asked by itself, and at which place it was asked with the others. */
type Failed = Asked & { readonly i: number; readonly name: string }

const UNASKED = failedEvaluation('ERR_EVALUATION_FAILED', 'the pack was not asked')

const readsAtLength = ({ reads }: Pack): boolean => reads.includes('files') || reads.includes('body')

/** By pack. */
type Answers = ReadonlyMap<string, Evaluation>

/**
 * The packs that this config switches on. All of them answer one question together, because reading the input costs more than most
 * rules do; where that fails, each is asked by itself, so that a broken one harms no other.
 */
export class Packs implements PackPdp {
  readonly #packs: readonly Pack[]
  readonly #parts: PackParts
  readonly #timeoutMs: number
  #engine: WasmEngine | undefined
  #turn: Promise<unknown> = Promise.resolve()

  constructor(packs: readonly Pack[], timeoutMs: number, parts: PackParts) {
    this.#packs = packs
    this.#timeoutMs = timeoutMs
    this.#parts = parts
  }

  async close(): Promise<void> {
    await this.#engine?.close()
  }

  /** One after the other: the thread answers in its own order, and does not say whom. */
  async evaluate(queries: readonly Query[], signal: AbortSignal): Promise<readonly Answers[]> {
    const answers = this.#turn.then(() => this.#evaluate(queries, signal))
    this.#turn = answers
    return answers
  }

  async #evaluate(queries: readonly Query[], signal: AbortSignal): Promise<readonly Answers[]> {
    if (queries.length === 0) return []
    try {
      const engine = await this.#open()
      const { asked, sharedBy } = collect(queries, this.#packs)
      const answers = await this.#ask(engine, asked, signal)
      return queries.map((_, i) => {
        const [own, shared] = [answers[i], answers[sharedBy[i] ?? -1]]
        return shared && own ? mergeAll(own, shared) : (own ?? new Map())
      })
    } catch (thrown) {
      const failed = failedEvaluation(signal.aborted ? 'ERR_RUN_TIMEOUT' : 'ERR_POLICY_LOAD', messageOf(thrown))
      return queries.map(() => new Map(this.#packs.map(({ name }) => [name, failed])))
    }
  }

  async #open(): Promise<WasmEngine> {
    this.#engine ??= new WasmEngine({
      url: this.#parts.workerUrl,
      worker: this.#parts.takeWorker?.(),
      policy: { wasm: await this.#parts.readPacks(), data: encodeData(this.#packs) },
      timeoutMs: this.#timeoutMs,
    })
    return this.#engine
  }

  async #ask(engine: WasmEngine, asked: readonly Asked[], signal: AbortSignal): Promise<readonly Answers[]> {
    const together = await engine.evaluate(
      asked.map(({ rule, input }): Question => ({ path: ALL_PACKS[rule], input })),
      signal,
    )
    // Of a pack that is not among the compiled ones the silence of all together says nothing.
    const absent = new Set(
      this.#packs.flatMap(({ name }) =>
        (['answer', 'shared'] as const)
          .filter((rule) => !engine.answersFor(packPath(name, rule)))
          .map((rule) => `${rule} ${name}`),
      ),
    )
    const isAnswered = ({ rule }: Asked, i: number, name: string) =>
      together[i]?.kind === 'result' && !absent.has(`${rule} ${name}`)
    const failed = asked.flatMap((one, i) =>
      this.#speakersFor(one).flatMap(({ name }) => (isAnswered(one, i, name) ? [] : [{ i, name, ...one }])),
    )
    const alone = await this.#askEach(engine, failed, signal)
    return asked.map((one, i) => {
      const evaluation = together[i]
      const answers = this.#speakersFor(one).map(({ name }): [string, Evaluation] => [
        name,
        evaluation?.kind === 'result' && isAnswered(one, i, name)
          ? readAnswer(evaluation, name)
          : (alone.get(`${i} ${name}`) ?? UNASKED),
      ])
      return new Map(answers)
    })
  }

  /**
   * What each pack says by itself. The thread hands over what it has answered of one pack before it begins with the next, so that
   * one that takes all the time that is left takes no answer with it; those that read what an author writes at length come last.
   */
  async #askEach(
    engine: WasmEngine,
    failed: readonly Failed[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Evaluation>> {
    const alone = new Map<string, Evaluation>()
    const inOrder = [...this.#packs].sort((a, b) => Number(readsAtLength(a)) - Number(readsAtLength(b)))
    for (const { name } of inOrder) {
      const own = failed.filter((one) => one.name === name)
      if (own.length === 0) continue
      const questions = own.map(({ rule, input }): Question => ({ path: packPath(name, rule), input }))
      const answers = await engine.evaluate(questions, signal).catch((thrown: unknown) => {
        const unasked = failedEvaluation('ERR_POLICY_LOAD', messageOf(thrown))
        return questions.map(() => unasked)
      })
      for (const [n, { i }] of own.entries()) alone.set(`${i} ${name}`, answers[n] ?? UNASKED)
    }
    return alone
  }

  #speakersFor({ rule, scope }: Asked): readonly Pack[] {
    return this.#packs.filter(({ scopes, shared }) => scopes.includes(scope) && (rule === 'answer' || shared === true))
  }
}

/** The questions of each query, and then those whose answers many of them share: at which place, for each query. */
function collect(queries: readonly Query[], packs: readonly Pack[]) {
  const asked: Asked[] = queries.map(({ scope, input }) => ({ rule: 'answer', scope, input: JSON.stringify(input) }))
  if (!packs.some(({ shared }) => shared)) return { asked, sharedBy: [] }
  // What is around a step is the very same object for all steps of one subject.
  const places = new Map<object, Map<string, number>>()
  const sharedBy = queries.map(({ scope, input }) => {
    const byScope = places.get(input.actor) ?? new Map<string, number>()
    places.set(input.actor, byScope)
    const place = byScope.get(scope) ?? asked.length
    if (place === asked.length) {
      const { check: _, tool: __, agent: ___, capability: ____, ...around } = input
      asked.push({ rule: 'shared', scope, input: JSON.stringify(around) })
      byScope.set(scope, place)
    }
    return place
  })
  return { asked, sharedBy }
}

const mergeAll = (own: Answers, shared: Answers): Answers =>
  new Map([...own].map(([name, evaluation]) => [name, merge(evaluation, shared.get(name))]))

/** What the packs read as `data.stepgate`: which of them are on, for which scopes, and their parameters. */
function encodeData(packs: readonly Pack[]): Uint8Array {
  const on = packs.map(({ name, scopes }) => [name, Object.fromEntries(scopes.map((scope) => [scope, true]))])
  const parameters = packs.map((pack): [string, Json] => [pack.name, pack.parameters])
  const stepgate = { on: Object.fromEntries(on), parameters: Object.fromEntries(parameters) }
  return new TextEncoder().encode(wellFormed(JSON.stringify({ stepgate })))
}
