import { readdir, readFile } from 'node:fs/promises'
import { messageOf } from '../../core/errors.js'
import type { InputDocument } from '../../core/input.js'
import type { Evaluation } from '../../core/pdp.js'
import type { Query } from '../../core/query.js'
import { readOutcome } from '../../pdp/local/answers.js'
import type { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import type { EvalOutcome, Explained, Prepared, RegoModule } from '../../pdp/local/protocol.js'
import type { Tools } from '../command.js'
import type { Workbench } from '../local/open.js'

/** Why an answer cannot be explained. */
export type Unexplainable = { readonly cannot: string }

/** Asks one query of these policies with any input, and tells how they came to the answer. */
export type Explainer = {
  readonly explain: (input: InputDocument) => Promise<(Explained & { readonly evaluation: Evaluation }) | Unexplainable>
  /** What the gate would be answered for each of these. */
  readonly answer: (inputs: readonly InputDocument[]) => Promise<readonly Evaluation[]>
}

const COMPILE_MS = 30_000
// Writing down what is tried takes longer than trying it.
const SLOWER = 4

/** Who explains what this query is answered, or why nobody can. */
export async function openExplainer(
  query: Query,
  bench: Workbench,
  tools: Tools,
  signal: AbortSignal,
): Promise<Explainer | Unexplainable> {
  const modules = await modulesOf(bench, tools)
  if ('cannot' in modules) return modules
  const opa = bench.opa()
  const { dataText } = bench.policies
  const request = { modules: modules.modules, entrypoints: [query.path], ...(dataText !== undefined && { dataText }) }
  const prepared = await opa.prepare(request, { timeoutMs: COMPILE_MS, signal })
  if (!prepared.ok) return { cannot: `the policies do not compile: ${prepared.errors[0]?.message ?? ''}` }
  return explainerOf(query, prepared, opa, bench, signal)
}

function explainerOf(
  query: Query,
  { entrypoints }: Prepared,
  opa: EmbeddedOpa,
  { config, pdp }: Workbench,
  signal: AbortSignal,
): Explainer {
  const { path } = query
  const { timeoutMs } = config.policy
  const read = (outcome: EvalOutcome | undefined) => readOutcome(outcome, entrypoints.get(path))
  return {
    explain: async (input) => {
      try {
        const told = await opa.explain({ path, input }, { timeoutMs: timeoutMs * SLOWER, signal })
        if (!told.ok) return { cannot: told.errors[0]?.message ?? 'OPA does not say how it came to its answer' }
        return { ...told, evaluation: read(told.outcome) }
      } catch (thrown) {
        return { cannot: messageOf(thrown) }
      }
    },
    answer: async (inputs) => {
      // Where OPA itself has answered, this one is that one; another would have to be started for the same answers.
      if (pdp.describe().engine !== 'interpreter')
        return pdp.evaluate(
          inputs.map((input) => ({ ...query, input })),
          signal,
        )
      const outcomes = await opa.eval(
        inputs.map((input) => ({ path, input })),
        { timeoutMs, signal },
      )
      return inputs.map((_, i) => read(outcomes[i]))
    },
  }
}

async function modulesOf(
  { config, policies }: Workbench,
  tools: Tools,
): Promise<{ readonly modules: readonly RegoModule[] } | Unexplainable> {
  const { engine } = config.policy
  if (engine === 'remote')
    return {
      cannot: 'the policies are on a server, which does not say how it came to its answer; its decision log may',
    }
  if (engine === 'disabled') return { cannot: 'the config says "engine: disabled": no policy was asked' }
  const { rules } = policies
  switch (rules.kind) {
    case 'rego':
      return { modules: rules.modules }
    case 'wasm':
      return {
        cannot: `${JSON.stringify(rules.path)} is compiled, and WebAssembly does not say which rules it tried; name the .rego sources in "policy.rules"`,
      }
    case 'failed':
      return { cannot: rules.message }
    case 'base':
      return readBase(tools)
  }
}

/** The sources of the built-in policy: in what is shipped, or beside it as in the repository and the package. */
async function readBase({ shipped }: Tools): Promise<{ readonly modules: readonly RegoModule[] } | Unexplainable> {
  for (const folder of ['policies/base/', '../policies/base/']) {
    try {
      const names = (await readdir(shipped(folder))).filter(
        (name) => name.endsWith('.rego') && !name.endsWith('_test.rego'),
      )
      const modules = await Promise.all(
        names.sort().map(async (name) => ({
          path: `policies/base/${name}`,
          text: await readFile(shipped(`${folder}${name}`), 'utf8'),
        })),
      )
      if (modules.length > 0) return { modules }
    } catch {
      // It is in the other place, then, or nowhere.
    }
  }
  return { cannot: 'the sources of the built-in policy are not beside this program; only its compiled form is' }
}
