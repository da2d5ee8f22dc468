import type { Evaluation, Pdp } from '../../core/pdp.js'
import type { Query } from '../../core/query.js'

type Waiting = {
  readonly queries: readonly Query[]
  readonly resolve: (evaluations: readonly Evaluation[]) => void
  readonly reject: (reason: unknown) => void
}

/**
 * The same PDP, asked once for all questions that come in the same turn: compiling the policies is what costs, and a thousand
 * cases are as many questions as one large run.
 */
export function inOneBatch(pdp: Pdp): Pdp {
  let waiting: Waiting[] = []
  const flush = async (signal: AbortSignal): Promise<void> => {
    const asked = waiting
    waiting = []
    try {
      const evaluations = await pdp.evaluate(
        asked.flatMap(({ queries }) => queries),
        signal,
      )
      let next = 0
      for (const { queries, resolve } of asked) {
        resolve(evaluations.slice(next, next + queries.length))
        next += queries.length
      }
    } catch (thrown) {
      for (const { reject } of asked) reject(thrown)
    }
  }
  return {
    ...bind(pdp),
    evaluate: (queries, signal) =>
      new Promise((resolve, reject) => {
        waiting.push({ queries, resolve, reject })
        if (waiting.length === 1) setImmediate(() => void flush(signal))
      }),
  }
}

const bind = (pdp: Pdp): Omit<Pdp, 'evaluate'> => ({
  evaluateMask: (events, signal) => pdp.evaluateMask(events, signal),
  describe: () => pdp.describe(),
  close: () => pdp.close(),
})
