import type { JsonObject } from '../../../core/json.js'
import { describeQuery } from '../../../core/query.js'
import type { Check, Facts, Sample } from '../facts.js'
import type { Outcome } from '../finding.js'

const CONFLICT = 'eval_conflict_error'
const MAX_SHOWN = 10

export const ruleConflict: Check = (facts) => [
  ...firstOf(facts.samples.filter(({ problem }) => problem?.code === CONFLICT)),
  ...notAsked(facts),
]

export const evaluationFailed: Check = (facts) => [
  ...firstOf(
    facts.samples.filter(({ evaluation, problem }) => evaluation.kind === 'error' && problem?.code !== CONFLICT),
  ),
  ...notAsked(facts),
]

export const answerShape: Check = (facts) => [
  ...firstOf(
    facts.samples.filter(
      ({ evaluation, decision }) => evaluation.kind !== 'error' && decision.verdict === 'indeterminate',
    ),
  ),
  ...notAsked(facts),
]

/** One finding for each thing that is wrong, with the first input that shows it. */
function firstOf(samples: readonly Sample[]): readonly Outcome[] {
  const found = new Map<string, Outcome>()
  for (const sample of samples) {
    const { query, problem, decision } = sample
    const said = decision.verdict === 'indeterminate' ? decision.message : ''
    const place = problem?.row === undefined ? '' : `${problem.file}:${problem.row}`
    // What cannot be loaded says the same of every path.
    const key = sample.evaluation.kind === 'error' ? `${place} ${said}` : `${query.path} ${said}`
    if (found.has(key) || found.size === MAX_SHOWN) continue
    found.set(key, {
      message: `${query.path.replaceAll('/', '.')}, asked about ${describeQuery(query)}: ${(problem?.message ?? said).replace(/:\n\s*/g, ': ').replace(/\n\s*/g, ', ')}`,
      ...(problem?.file !== undefined && { path: problem.file }),
      ...(problem?.row !== undefined && { line: problem.row }),
      ...(problem?.col !== undefined && { column: problem.col }),
      ...(problem?.hint !== undefined && { wayOut: problem.hint }),
      input: query.input as unknown as JsonObject,
    })
  }
  return [...found.values()]
}

const notAsked = ({ noSamples }: Facts): readonly Outcome[] => (noSamples === '' ? [] : [{ notChecked: noSamples }])
