import type { Worker } from 'node:worker_threads'
import { type Config, type Notice, SCOPES } from '../../core/config.js'
import { messageOf } from '../../core/errors.js'
import { type JsonObject, wellFormed } from '../../core/json.js'
import { type Evaluation, failedEvaluation, type Pdp, type PdpDescription } from '../../core/pdp.js'
import { type Query, scopePath } from '../../core/query.js'
import { advise, adviseRules, describeProblems, sayProblems } from './advice.js'
import { agreesWithOpa } from './agreement.js'
import { failMasking, type Masking, maskNothing, unbuilt, withFacts } from './answers.js'
import type { CompiledCache, Sought } from './compiled/cache.js'
import { EmbeddedOpa, type EmbeddedOpaOptions } from './embedded-opa.js'
import { Interpreter } from './interpreter.js'
import type { Module, Policies } from './policies.js'
import type { Built, Prepared } from './protocol.js'
import { readUndecided } from './undecided.js'
import { sayForeign, whyUnusable } from './unusable.js'
import { type Question, WasmEngine, WasmLoadError, type WasmPolicy } from './wasm-engine.js'

/** What the local PDP is made of: where its thread and its child live, and what was started ahead of time. */
export type LocalParts = {
  readonly workerUrl: URL
  readonly takeWorker: () => Worker | undefined
  readonly childOptions: EmbeddedOpaOptions
  readonly takeChild: () => EmbeddedOpa | undefined
  readonly readBasePolicy: () => Promise<Uint8Array>
  /** All packs, compiled into one. */
  readonly readPacks: () => Promise<Uint8Array>
  /** The thread in which they are evaluated, where it was started ahead of time. */
  readonly takePacksWorker?: () => Worker | undefined
  /** Where compiled policies are kept for the next run; without it none are, which is how the gate has it. */
  readonly compiled?: CompiledCache
}

type Asking = {
  readonly interpreter: Interpreter
  readonly prepared: Prepared
  readonly queries: readonly Query[]
  readonly signal: AbortSignal
}

// Up to here the embedded OPA's interpreter is done before a WebAssembly policy is built and loaded.
const MAX_INTERPRETED = 300
/** What says which parts of an event of the decision log are not to be written (openpolicyagent.org/docs/management-decision-logs). */
const MASK = 'system/log/mask'

/** Evaluates policies on this machine: compiled ones in a worker thread, Rego in the embedded OPA. */
export class LocalPdp implements Pdp {
  readonly #config: Config
  readonly #policies: Policies
  readonly #parts: LocalParts
  #engine = 'none'
  #version: string | undefined
  #notices: readonly Notice[] = []
  #startedAt = 0
  #compileMs: number | undefined
  #readyAt: number | undefined
  #masking: Masking | undefined
  #wasm: WasmEngine | undefined
  readonly #engines: WasmEngine[] = []
  readonly #interpreters: Interpreter[] = []

  constructor(config: Config, policies: Policies, parts: LocalParts) {
    this.#config = config
    this.#policies = policies
    this.#parts = parts
  }

  describe(): PdpDescription {
    const readyAt = this.#wasm?.readyAt ?? this.#readyAt
    return {
      engine: this.#engine,
      ...(this.#version !== undefined && { version: this.#version }),
      notices: [...(this.#policies.notices ?? []), ...this.#notices],
      ...(this.#policies.bundles && { bundles: this.#policies.bundles }),
      ...(this.#compileMs !== undefined && { compileMs: this.#compileMs }),
      ...(readyAt !== undefined && { loadMs: readyAt - this.#startedAt }),
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#interpreters, ...this.#engines].map((engine) => engine.close()))
  }

  async evaluate(queries: readonly Query[], signal: AbortSignal): Promise<readonly Evaluation[]> {
    try {
      return readUndecided(await this.#answer(queries, signal), this.#policies)
    } catch (thrown) {
      const code = signal.aborted ? 'ERR_RUN_TIMEOUT' : 'ERR_POLICY_LOAD'
      return queries.map(() => failedEvaluation(code, messageOf(thrown)))
    }
  }

  async evaluateMask(events: readonly JsonObject[], signal: AbortSignal): Promise<readonly Evaluation[] | undefined> {
    try {
      if (!this.#masking) await this.#answer([], signal)
      return await this.#masking?.(events, signal)
    } catch (thrown) {
      return failMasking(signal.aborted ? 'ERR_RUN_TIMEOUT' : 'ERR_POLICY_LOAD', messageOf(thrown))(events, signal)
    }
  }

  async #answer(queries: readonly Query[], signal: AbortSignal): Promise<readonly Evaluation[]> {
    const { rules } = this.#policies
    this.#startedAt = performance.now()
    // Until it is known what they mask, nothing may be written as it is.
    this.#masking = failMasking('ERR_POLICY_LOAD', 'the policies were not loaded: nobody knows what they mask')
    switch (rules.kind) {
      case 'failed':
        // Where no policy is there to be asked, none masks.
        this.#masking = maskNothing
        return queries.map(() => failedEvaluation(rules.code, rules.message))
      case 'base':
        this.#engine = 'wasm'
        this.#masking = maskNothing
        return this.#askBase(queries, signal)
      case 'wasm':
        this.#engine = 'wasm'
        return this.#askCompiled(rules, queries, signal)
      case 'rego':
        this.#engine = 'interpreter'
        return this.#askRego(rules.modules, queries, signal)
    }
  }

  async #askRego(
    modules: readonly Module[],
    queries: readonly Query[],
    signal: AbortSignal,
  ): Promise<readonly Evaluation[]> {
    const scopes = SCOPES.filter((scope) => this.#config.policy.scopes.includes(scope))
    const asked = [...new Set(queries.map((query) => query.path))]
    const { data, dataText } = this.#policies
    const sought: Sought = {
      modules,
      entrypoints: [...new Set([...scopes.map(scopePath), ...asked, MASK])],
      asked,
      ...(data && { data: data as JsonObject }),
      ...(dataText !== undefined && { dataText }),
    }
    const start = () => this.#parts.takeChild() ?? new EmbeddedOpa(this.#parts.childOptions)
    const interpreter = new Interpreter(start, sought, this.#config.policy.timeoutMs)
    this.#interpreters.push(interpreter)
    // Where nothing is asked there is nothing that could be kept.
    const cache = asked.length > 0 ? this.#parts.compiled : undefined
    const kept = await cache?.read(sought)
    if (kept && agreesWithOpa({ builtins: kept.builtins, hostBuiltins: [] }, [])) {
      const asking: Asking = { interpreter, prepared: kept.prepared, queries, signal }
      const evaluations = await this.#askBuilt(asking, kept.built)
      if (evaluations) {
        this.#learn(asking)
        return evaluations
      }
    }
    const prepared = await interpreter.prepare(signal)
    if (!prepared.ok) {
      this.#notices = describeProblems(prepared.errors)
      if (!modules.some(({ text }) => mayMask(text))) this.#masking = maskNothing
      return queries.map(() => failedEvaluation('ERR_POLICY_COMPILE', sayProblems(prepared.errors)))
    }
    this.#clock()
    const asking: Asking = { interpreter, prepared, queries, signal }
    this.#learn(asking)
    const built =
      queries.length > MAX_INTERPRETED && agreesWithOpa(prepared, modules) ? await this.#build(asking) : undefined
    const answers = built && (await this.#askBuilt(asking, built))
    if (cache) interpreter.keepIn(cache, prepared, answers && built)
    return answers ?? interpreter.evaluate(queries, signal)
  }

  /** Notes that what was compiled is ready, as of now. */
  #clock(): void {
    this.#readyAt = performance.now()
    this.#compileMs = this.#readyAt - this.#startedAt
  }

  /** Takes over what the compiler has found of the policies. */
  #learn({ interpreter, prepared, queries }: Asking): void {
    this.#version = `OPA ${prepared.opaVersion}`
    this.#notices = advise(prepared, this.#config, queries)
    // What answers the queries answers for the events, too; the interpreter does even where WebAssembly took the queries over.
    const isMissing = prepared.entrypoints.get(MASK)?.kind === 'missing'
    this.#masking = isMissing
      ? maskNothing
      : (events, signal) =>
          interpreter.evaluate(
            events.map((input) => ({ path: MASK, input })),
            signal,
          )
  }

  /** The same policies as WebAssembly; undefined where they cannot be had as such. */
  async #build({ interpreter, signal }: Asking): Promise<Built | undefined> {
    const built = await interpreter.build(signal)
    this.#clock()
    return !built.ok || built.wasm.length === 0 || built.hostBuiltins.length > 0 ? undefined : built
  }

  /** The answers of these policies as WebAssembly; undefined where it cannot be loaded. */
  async #askBuilt(asking: Asking, built: Built): Promise<readonly Evaluation[] | undefined> {
    const { prepared, queries, signal } = asking
    const isBuilt = (query: Query) => built.entrypoints.includes(query.path)
    const policy = { wasm: built.wasm, ...encodeData(this.#policies) }
    const answers = await this.#askWasm(policy, queries.filter(isBuilt), signal).catch((thrown: unknown) => {
      if (thrown instanceof WasmLoadError) return undefined
      throw thrown
    })
    if (!answers) return undefined
    this.#engine = 'wasm'
    let next = 0
    const evaluations = queries.map((query) => {
      const facts = prepared.entrypoints.get(query.path)
      // What has no entrypoint in the build has no answer there: nothing is looked up around it.
      return isBuilt(query) ? withFacts(answers[next++], facts) : unbuilt(query.path, facts)
    })
    return this.#askAgain(asking, evaluations)
  }

  /** What failed in WebAssembly is asked of OPA itself: its errors name the place and the way out, if it is one there. */
  async #askAgain(asking: Asking, evaluations: readonly Evaluation[]): Promise<readonly Evaluation[]> {
    const failed = evaluations.flatMap((evaluation, i) =>
      evaluation.kind === 'error' && evaluation.code === 'ERR_EVALUATION_FAILED' ? [i] : [],
    )
    const asked = failed.slice(0, MAX_INTERPRETED)
    if (asked.length === 0) return evaluations
    const queries = asked.map((i) => asking.queries[i] as Query)
    const again = await asking.interpreter.evaluate(queries, asking.signal)
    const answers = new Map(asked.map((i, n) => [i, again[n]]))
    return evaluations.map((evaluation, i) => answers.get(i) ?? evaluation)
  }

  /** The built-in policy answers for the scopes alone: a step's own rule has nobody who would. */
  async #askBase(queries: readonly Query[], signal: AbortSignal): Promise<readonly Evaluation[]> {
    const paths = SCOPES.map(scopePath)
    this.#notices = adviseRules(this.#config, (path) => !paths.includes(path))
    const served = queries.filter((query) => paths.includes(query.path))
    const answers = await this.#askWasm({ wasm: await this.#parts.readBasePolicy() }, served, signal)
    let next = 0
    return queries.map((query) =>
      paths.includes(query.path) ? withFacts(answers[next++], undefined) : { kind: 'undefined' },
    )
  }

  async #askCompiled(
    { path, wasm }: { readonly path: string; readonly wasm: Uint8Array },
    queries: readonly Query[],
    signal: AbortSignal,
  ): Promise<readonly Evaluation[]> {
    try {
      const answers = await this.#askWasm({ wasm, ...encodeData(this.#policies) }, queries, signal)
      this.#masking = this.#maskCompiled(path, this.#wasm)
      const unusable = whyUnusable(path, this.#wasm)
      return unusable ? queries.map(() => unusable) : answers
    } catch (thrown) {
      if (!(thrown instanceof WasmLoadError)) throw thrown
      const message = `the compiled policy ${JSON.stringify(path)} cannot be loaded: ${thrown.message}; make it with "opa build -t wasm -e visor"`
      return queries.map(() => failedEvaluation('ERR_POLICY_LOAD', message))
    }
  }

  #maskCompiled(path: string, wasm: WasmEngine | undefined): Masking {
    return async (events, signal) => {
      await wasm?.load(signal)
      if (!wasm?.answersFor(MASK)) return undefined
      if (wasm.hostBuiltins.length > 0)
        return failMasking('ERR_POLICY_LOAD', sayForeign(path, wasm.hostBuiltins))(events, signal)
      return wasm.evaluate(
        events.map((input): Question => ({ path: MASK, input: JSON.stringify(input) })),
        signal,
      )
    }
  }

  async #askWasm(policy: WasmPolicy, queries: readonly Query[], signal: AbortSignal): Promise<readonly Evaluation[]> {
    const worker = this.#parts.takeWorker()
    this.#wasm = new WasmEngine({
      url: this.#parts.workerUrl,
      worker,
      policy,
      timeoutMs: this.#config.policy.timeoutMs,
    })
    this.#engines.push(this.#wasm)
    const questions = queries.map((query): Question => ({ path: query.path, input: JSON.stringify(query.input) }))
    return this.#wasm.evaluate(questions, signal)
  }
}

const encodeData = ({ data, dataText }: Policies): { readonly data?: Uint8Array } =>
  data ? { data: new TextEncoder().encode(dataText ?? wellFormed(JSON.stringify(data))) } : {}

// As OPA's own name for the rule would have to stand there.
const mayMask = (text: string): boolean => /\bsystem\b/.test(text) && /\bmask\b/.test(text)
