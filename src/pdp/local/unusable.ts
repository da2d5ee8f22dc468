import { type Evaluation, failedEvaluation } from '../../core/pdp.js'
import type { WasmEngine } from './wasm-engine.js'

/** Where what is made of policies in YAML answers. */
const IN_YAML = 'stepgate/policies'

/** Why no answer of this compiled policy may be used, once it is loaded; undefined where they may. */
export function whyUnusable(path: string, wasm: WasmEngine | undefined): Evaluation | undefined {
  const shown = `the compiled policy ${JSON.stringify(path)}`
  const [unasked] = wasm?.entrypointsAround(IN_YAML) ?? []
  // It says neither at which level they speak nor what rules they have: the Rego of the bundle does.
  if (unasked !== undefined)
    return failedEvaluation(
      'ERR_SECURITY_POLICY',
      `${shown} has policies in YAML (${unasked}), which nobody would ask; name the bundle in "policy.rules" that "stepgate build" has made, and not the .wasm out of it`,
    )
  const foreign = wasm?.hostBuiltins ?? []
  if (foreign.length === 0) return undefined
  return failedEvaluation('ERR_POLICY_LOAD', sayForeign(path, foreign))
}

// The SDK has a few of them, and its sprintf, for one, gives other answers than OPA's.
export const sayForeign = (path: string, foreign: readonly string[]): string =>
  `the compiled policy ${JSON.stringify(path)} needs ${foreign.join(', ')}, which WebAssembly has not; name the .rego sources in "policy.rules" instead`
