import picomatch from 'picomatch'
import type { Step } from '../core/config.js'
import { UsageError } from '../core/errors.js'
import { didYouMean } from './diagnostics.js'

/** The ids that these ids and globs choose, all where there are none; throws where one of them chooses nothing. */
export function selectSteps(steps: readonly Pick<Step, 'id'>[], patterns: readonly string[]): ReadonlySet<string> {
  const ids = steps.map((step) => step.id)
  if (patterns.length === 0) return new Set(ids)
  const chosen = new Set<string>()
  for (const pattern of patterns) {
    const matches = picomatch(pattern, { bash: true, dot: true })
    const found = ids.includes(pattern) ? [pattern] : ids.filter((id) => matches(id))
    if (found.length === 0) {
      const message = `"steps" names ${JSON.stringify(pattern)}, which matches no step of the config${didYouMean(pattern, ids)}`
      throw new UsageError('ERR_STEPS_NO_MATCH', message)
    }
    for (const id of found) chosen.add(id)
  }
  return chosen
}
