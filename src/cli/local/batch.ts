import type { PackPdp, Pdp } from '../../core/pdp.js'
import type { Query } from '../../core/query.js'

type Evaluate<A> = (queries: readonly Query[], signal: AbortSignal) => Promise<readonly A[]>

type Waiting<A> = {
  readonly queries: readonly Query[]
  readonly resolve: (answers: readonly A[]) => void
  readonly reject: (reason: unknown) => void
}

/**
 * The same PDP, asked once for all questions that come in the same turn: compiling the policies is what costs, and a thousand
 * cases are as many questions as one large run.
 */
export const inOneBatch = (pdp: Pdp): Pdp => ({
  evaluate: batched((queries, signal) => pdp.evaluate(queries, signal)),
  evaluateMask: (events, signal) => pdp.evaluateMask(events, signal),
  describe: () => pdp.describe(),
  close: () => pdp.close(),
})

/** The same for packs. They have one thread, which is asked one batch after the other. */
export const packsInOneBatch = (packs: PackPdp): PackPdp => ({
  evaluate: batched(oneByOne((queries, signal) => packs.evaluate(queries, signal))),
  close: () => packs.close(),
})

function oneByOne<A>(evaluate: Evaluate<A>): Evaluate<A> {
  let last: Promise<unknown> = Promise.resolve()
  return (queries, signal) => {
    const next = last.then(() => evaluate(queries, signal))
    last = next.catch(() => undefined)
    return next
  }
}

function batched<A>(evaluate: Evaluate<A>): Evaluate<A> {
  let waiting: Waiting<A>[] = []
  const flush = async (signal: AbortSignal): Promise<void> => {
    const asked = waiting
    waiting = []
    try {
      const answers = await evaluate(
        asked.flatMap(({ queries }) => queries),
        signal,
      )
      let next = 0
      for (const { queries, resolve } of asked) {
        resolve(answers.slice(next, next + queries.length))
        next += queries.length
      }
    } catch (thrown) {
      for (const { reject } of asked) reject(thrown)
    }
  }
  return (queries, signal) =>
    new Promise((resolve, reject) => {
      waiting.push({ queries, resolve, reject })
      if (waiting.length === 1) setImmediate(() => void flush(signal))
    })
}
