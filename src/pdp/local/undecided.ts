import { UNKNOWN_FACT } from '../../core/combine.js'
import { isObject } from '../../core/json.js'
import { type Evaluation, failedEvaluation } from '../../core/pdp.js'
import type { Policies } from './policies.js'
import { isMadeOfYaml } from './security-policy/combined.js'

/**
 * The same evaluations, where policies in YAML answer by themselves and have not decided: that is for `fallback`, and no denial.
 * Of anybody else's answer it is not believed, since `fallback` may open what was denied.
 */
export const readUndecided = (evaluations: readonly Evaluation[], { rules }: Policies): readonly Evaluation[] =>
  rules.kind === 'rego' && isMadeOfYaml(rules.modules) ? evaluations.map(asUndecided) : evaluations

function asUndecided(evaluation: Evaluation): Evaluation {
  if (evaluation.kind !== 'result' || !isObject(evaluation.value)) return evaluation
  const { allowed, undecided, reasons } = evaluation.value
  if (allowed !== false || undecided !== true || !Array.isArray(reasons)) return evaluation
  return {
    ...failedEvaluation(UNKNOWN_FACT, reasons.join('; ')),
    ...(evaluation.ns !== undefined && { ns: evaluation.ns }),
  }
}
