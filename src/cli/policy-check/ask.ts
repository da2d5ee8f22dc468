import type { Config } from '../../core/config.js'
import { interpret } from '../../core/decision.js'
import type { Evaluation } from '../../core/pdp.js'
import { describeQuery, type Query } from '../../core/query.js'
import { agreesWithOpa } from '../../pdp/local/agreement.js'
import { readOutcome, withFacts } from '../../pdp/local/answers.js'
import type { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import { type LocalParts, LocalPdp } from '../../pdp/local/index.js'
import type { Policies } from '../../pdp/local/policies.js'
import { WasmEngine, WasmLoadError } from '../../pdp/local/wasm-engine.js'
import type { Compiled } from './compile.js'
import type { Facts, Sample } from './facts.js'
import type { Answer } from './finding.js'
import type { Loaded } from './load.js'

type Asked = Pick<Facts, 'samples' | 'noSamples'>

// All questions together: a policy that never ends is found by the first of them.
const MAX_MS = 20_000
const LATE = `not all questions were answered within ${MAX_MS / 1000} s`

// What fails in WebAssembly is asked again of OPA, whose errors name the place.
const MAX_AGAIN = 50

/** What these policies answer: as WebAssembly where that surely says what OPA says, else of the embedded OPA's interpreter. */
export async function askRego(
  opa: EmbeddedOpa,
  parts: LocalParts,
  { compiled, loaded, config, queries }: Asking,
): Promise<Asked> {
  const { timeoutMs } = config.policy
  const signal = AbortSignal.timeout(MAX_MS)
  const answers = isQuick({ compiled, loaded })
    ? await askWasm(parts, { compiled, loaded, config, queries }, signal)
    : undefined
  const failed = queries.flatMap((_, i) => (!answers || answers[i]?.kind === 'error' ? [i] : []))
  const again = answers ? failed.slice(0, MAX_AGAIN) : failed
  const asked = again.flatMap((i) => queries[i] ?? [])
  const outcomes =
    asked.length === 0
      ? []
      : await opa.eval(
          asked.map(({ path, input }) => ({ path, input })),
          { timeoutMs, signal },
        )
  const outcomeOf = new Map(again.map((i, n) => [i, outcomes[n]]))
  const names = config.policy.roles.map(({ name }) => name)
  return settle(
    queries.map((query, i) => {
      const outcome = outcomeOf.get(i)
      const facts = compiled.prepared?.entrypoints.get(query.path)
      const evaluation = outcome || !answers ? readOutcome(outcome, facts) : withFacts(answers[i], facts)
      const decision = interpret(evaluation, query.scope, names)
      return { query, evaluation, decision, ...(outcome?.kind === 'error' && { problem: outcome.error }) }
    }),
  )
}

type Asking = {
  readonly compiled: Compiled
  readonly loaded: Loaded
  readonly config: Config
  readonly queries: readonly Query[]
}

/** True where WebAssembly can be asked, which is faster by far. */
export const isQuick = ({ compiled: { prepared, built }, loaded }: Pick<Asking, 'compiled' | 'loaded'>): boolean =>
  prepared !== undefined && built !== undefined && built.wasm.length > 0 && agreesWithOpa(prepared, loaded.files)

async function askWasm(
  parts: LocalParts,
  { compiled, loaded, config, queries }: Asking,
  signal: AbortSignal,
): Promise<readonly Evaluation[] | undefined> {
  const { built } = compiled
  if (!built) return undefined
  const { dataText } = loaded
  const engine = new WasmEngine({
    url: parts.workerUrl,
    worker: parts.takeWorker(),
    policy: { wasm: built.wasm, ...(dataText !== undefined && { data: new TextEncoder().encode(dataText) }) },
    timeoutMs: config.policy.timeoutMs,
  })
  try {
    const questions = queries.map(({ path, input }) => ({ path, input: JSON.stringify(input) }))
    return await engine.evaluate(questions, signal)
  } catch (thrown) {
    if (thrown instanceof WasmLoadError) return undefined
    throw thrown
  } finally {
    await engine.close()
  }
}

/** What policies answer that were compiled before; a guess asks about scopes of which nobody knows whether they are there. */
export async function askCompiled(
  parts: LocalParts,
  policies: Policies,
  config: Config,
  queries: readonly Query[],
  isGuess: boolean,
): Promise<Asked> {
  const pdp = new LocalPdp(config, policies, parts)
  try {
    const evaluations = await pdp.evaluate(queries, AbortSignal.timeout(MAX_MS))
    const names = config.policy.roles.map(({ name }) => name)
    return settle(
      queries.flatMap((query, i) => {
        const found = evaluations[i]
        const evaluation = found && isGuess ? absentAs(found) : found
        return evaluation ? [{ query, evaluation, decision: interpret(evaluation, query.scope, names) }] : []
      }),
    )
  } finally {
    await pdp.close()
  }
}

// Without a config nobody says that there is to be an entrypoint for each scope.
const absentAs = (evaluation: Evaluation): Evaluation =>
  evaluation.kind === 'error' && evaluation.code === 'ERR_ENTRYPOINT_MISSING' ? { kind: 'undefined' } : evaluation

function settle(all: readonly Sample[]): Asked {
  const samples = all.filter(({ evaluation }) => evaluation.kind !== 'error' || evaluation.code !== 'ERR_RUN_TIMEOUT')
  return { samples, noSamples: samples.length < all.length ? LATE : '' }
}

/** One line for each answer. */
export const sayAnswer = ({ query, decision }: Sample): Answer => ({
  path: query.path,
  scope: query.scope,
  step: query.step,
  about: describeQuery(query),
  verdict: decision.verdict,
  because:
    decision.verdict === 'deny'
      ? decision.reasons
      : decision.verdict === 'indeterminate'
        ? [decision.message]
        : decision.verdict === 'allow' && decision.limits
          ? [JSON.stringify(decision.limits)]
          : [],
})
