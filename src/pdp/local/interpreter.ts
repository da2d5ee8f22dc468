import type { JsonObject } from '../../core/json.js'
import { type Evaluation, failedEvaluation } from '../../core/pdp.js'
import { sayProblems } from './advice.js'
import { readOutcome } from './answers.js'
import type { CompiledCache, Sought } from './compiled/cache.js'
import { answersAll, compileForKeeping } from './compiled/compile.js'
import type { EmbeddedOpa } from './embedded-opa.js'
import type { Built, OpaReply, Prepared } from './protocol.js'

const COMPILE_MS = 30_000
// What takes longer would make the first call slow, for the sake of the second.
const KEEP_MS = 5_000

/** OPA's own interpreter over these policies. It is started, and told of them, when somebody first asks. */
export class Interpreter {
  readonly #start: () => EmbeddedOpa
  readonly #policies: Sought
  readonly #timeoutMs: number
  #opa: EmbeddedOpa | undefined
  #prepared: Promise<OpaReply<Prepared>> | undefined
  #keep: (() => Promise<void>) | undefined

  constructor(start: () => EmbeddedOpa, policies: Sought, timeoutMs: number) {
    this.#start = start
    this.#policies = policies
    this.#timeoutMs = timeoutMs
  }

  /** Compiles the policies, the first time that this is asked. */
  prepare(signal: AbortSignal): Promise<OpaReply<Prepared>> {
    const { asked: _, ...request } = this.#policies
    this.#prepared ??= this.#running().prepare(request, { timeoutMs: COMPILE_MS, signal })
    return this.#prepared
  }

  async evaluate(
    queries: readonly { readonly path: string; readonly input: JsonObject }[],
    signal: AbortSignal,
  ): Promise<readonly Evaluation[]> {
    const prepared = await this.prepare(signal)
    if (!prepared.ok) return queries.map(() => failedEvaluation('ERR_POLICY_COMPILE', sayProblems(prepared.errors)))
    const asked = queries.map(({ path, input }) => ({ path, input }))
    const outcomes = await this.#running().eval(asked, { timeoutMs: this.#timeoutMs, signal })
    return queries.map(({ path }, i) => readOutcome(outcomes[i], prepared.entrypoints.get(path)))
  }

  /** The same policies as WebAssembly. */
  build(signal: AbortSignal): Promise<OpaReply<Built>> {
    return this.#running().build({ timeoutMs: COMPILE_MS, signal })
  }

  /** Has `close` keep these policies compiled, if they can be: whoever asked has the answers by then. */
  keepIn(cache: CompiledCache, prepared: Prepared, built: Built | undefined): void {
    this.#keep = async () => {
      // The run may be over, and what it wanted to know be known: this is for the next one.
      const limits = { timeoutMs: KEEP_MS, signal: AbortSignal.timeout(KEEP_MS) }
      const compiled =
        built && answersAll(built, this.#policies, prepared)
          ? { prepared, built, builtins: prepared.builtins }
          : await compileForKeeping(this.#running(), this.#policies, prepared, limits).catch(() => undefined)
      if (compiled) await cache.write(this.#policies, compiled)
    }
  }

  async close(): Promise<void> {
    const keep = this.#keep
    this.#keep = undefined
    if (keep) await keep()
    this.#opa?.close()
  }

  #running(): EmbeddedOpa {
    this.#opa ??= this.#start()
    return this.#opa
  }
}
