import type { Json, JsonObject } from '../../core/json.js'
import { type Evaluation, failedEvaluation } from '../../core/pdp.js'
import { sayProblem } from './advice.js'
import type { EntrypointFacts, EvalOutcome } from './protocol.js'

/** What the policies say about masking these events; undefined where they say nothing about it. */
export type Masking = (events: readonly JsonObject[], signal: AbortSignal) => Promise<readonly Evaluation[] | undefined>

export const maskNothing: Masking = async () => undefined

/** Nobody knows what is to be masked: that is an error for each event, and never leave to write it as it is. */
export const failMasking =
  (code: string, message: string): Masking =>
  async (events) =>
    events.map(() => failedEvaluation(code, message))

/** The embedded OPA's outcome as an evaluation. */
export function readOutcome(outcome: EvalOutcome | undefined, facts: EntrypointFacts | undefined): Evaluation {
  if (outcome === undefined) return failedEvaluation('ERR_EVALUATION_FAILED', 'the policy was not asked')
  const took = outcome.ns === undefined ? {} : { ns: outcome.ns }
  switch (outcome.kind) {
    case 'undefined':
      return { kind: 'undefined', ...took }
    case 'error': {
      const { error } = outcome
      const code = error.code.startsWith('ERR_') ? error.code : 'ERR_EVALUATION_FAILED'
      return { ...failedEvaluation(code, sayProblem(error)), ...took }
    }
    case 'result':
      return withFacts({ kind: 'result', value: outcome.value as Json, denySetsOnly: false, ...took }, facts)
  }
}

/** The same evaluation with what the compiler has proved of its entrypoint. */
export function withFacts(evaluation: Evaluation | undefined, facts: EntrypointFacts | undefined): Evaluation {
  if (evaluation === undefined) return failedEvaluation('ERR_EVALUATION_FAILED', 'the policy was not asked')
  if (evaluation.kind !== 'result') return evaluation
  // The object that one rule gives is whole, or is not there: nothing in it can be undefined.
  if (facts?.kind === 'rule') return { ...evaluation, neverAllows: true }
  if (facts?.kind !== 'package') return evaluation
  const { allows, denySets } = facts
  return { ...evaluation, denySetsOnly: !allows && denySets.length > 0, ...(!allows && { neverAllows: true }) }
}

/** The answer of a path for which there is nothing in the build. */
export function unbuilt(path: string, facts: EntrypointFacts | undefined): Evaluation {
  if (facts?.kind === 'missing') return { kind: 'undefined' }
  return failedEvaluation(
    'ERR_ENTRYPOINT_FUNCTION',
    `${path} is ${facts ? `a ${facts.kind}` : 'unknown'}, which cannot be asked`,
  )
}
