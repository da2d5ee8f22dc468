import { readdir, readFile } from 'node:fs/promises'
import type { Config } from '../../core/config.js'
import { messageOf } from '../../core/errors.js'
import type { InputDocument } from '../../core/input.js'
import type { Evaluation } from '../../core/pdp.js'
import { readOutcome } from '../../pdp/local/answers.js'
import type { Explained, Prepared, RegoModule } from '../../pdp/local/protocol.js'
import type { Tools } from '../command.js'
import type { Workbench } from '../local/open.js'

/** Why an answer cannot be explained. */
export type Unexplainable = { readonly cannot: string }

/** Asks one path of these policies with any input, and tells how they came to the answer. */
export type Explainer = (
  input: InputDocument,
) => Promise<(Explained & { readonly evaluation: Evaluation }) | Unexplainable>

const COMPILE_MS = 30_000
// Writing down what is tried takes longer than trying it.
const SLOWER = 4

/** Who explains what this path answers, or why nobody can. */
export async function openExplainer(
  path: string,
  bench: Workbench,
  tools: Tools,
  signal: AbortSignal,
): Promise<Explainer | Unexplainable> {
  const modules = await modulesOf(bench, tools)
  if ('cannot' in modules) return modules
  const opa = bench.opa()
  const { dataText } = bench.policies
  const request = { modules: modules.modules, entrypoints: [path], ...(dataText !== undefined && { dataText }) }
  const prepared = await opa.prepare(request, { timeoutMs: COMPILE_MS, signal })
  if (!prepared.ok) return { cannot: `the policies do not compile: ${prepared.errors[0]?.message ?? ''}` }
  return explainerOf(path, prepared, opa, bench.config, signal)
}

const explainerOf =
  (
    path: string,
    { entrypoints }: Prepared,
    opa: ReturnType<Workbench['opa']>,
    { policy }: Config,
    signal: AbortSignal,
  ): Explainer =>
  async (input) => {
    try {
      const told = await opa.explain({ path, input }, { timeoutMs: policy.timeoutMs * SLOWER, signal })
      if (!told.ok) return { cannot: told.errors[0]?.message ?? 'OPA does not say how it came to its answer' }
      return { ...told, evaluation: readOutcome(told.outcome, entrypoints.get(path)) }
    } catch (thrown) {
      return { cannot: messageOf(thrown) }
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
