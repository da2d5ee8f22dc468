import { isObject, type Json, own } from '../../core/json.js'
import { type Evaluation, failedEvaluation } from '../../core/pdp.js'

const SILENT: Evaluation = { kind: 'undefined' }

/** What one pack said among all of them; where it said nothing, it has nothing to say. */
export function readAnswer({ value }: Extract<Evaluation, { kind: 'result' }>, name: string): Evaluation {
  if (!isObject(value)) return failedEvaluation('ERR_DECISION_SHAPE', 'the packs answered something that is no object')
  const answer = own(value, name)
  return answer === undefined ? SILENT : { kind: 'result', value: answer as Json, denySetsOnly: false }
}

/** What a pack says of a step with what it says of all of them. Where one of the two failed, so has the pack. */
export function merge(answer: Evaluation, shared: Evaluation | undefined): Evaluation {
  if (shared === undefined || shared.kind === 'undefined' || answer.kind === 'error') return answer
  if (answer.kind === 'undefined' || shared.kind === 'error') return shared
  const [a, b] = [answer.value, shared.value]
  if (!isObject(a) || !isObject(b)) return isObject(a) ? shared : answer
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  const both = keys.map((key): [string, Json] => [key, mergeValues(own(a, key) as Json, own(b, key) as Json)])
  return { ...answer, value: Object.fromEntries(both) }
}

// What is not a list on both sides is left for whoever reads the answer to refuse.
function mergeValues(a: Json | undefined, b: Json | undefined): Json {
  if (a === undefined) return b ?? null
  if (b === undefined) return a
  return Array.isArray(a) && Array.isArray(b) ? [...a, ...b] : [a, b]
}
