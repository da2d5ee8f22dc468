import type { TestOutcome } from '../result.js'
import { sayDecider, sayValue } from './values.js'

/** Why a test has not passed, line by line, for reports that are not shown on a terminal. */
export function explainTest({ failure, output }: TestOutcome): readonly string[] {
  if (!failure) return []
  const { differences = [], about, decidedBy = [], values = [], hint } = failure
  return [
    failure.message,
    ...differences.map(({ what, expected, actual }) => `${what}: expected ${expected}, actual ${actual ?? '(none)'}`),
    ...(about ? about.split('\n') : []),
    ...decidedBy.map(sayDecider),
    ...values.map(sayValue),
    ...(hint === undefined ? [] : [`way out: ${hint}`]),
    ...(output === undefined ? [] : [`printed: ${output.trimEnd()}`]),
  ]
}
