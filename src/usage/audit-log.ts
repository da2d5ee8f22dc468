import { sameName } from '../core/actor.js'
import { type LogCounter, MAX_MICRO } from '../core/usage.js'
import { type Decided, type ReadLog, runOf } from './log.js'
import { type Found, highestOf, type NotFound, notFound, type UsageSubject } from './ports.js'

// A log is read as a whole: every line of it counts for the chain.
export const MAX_LOG_BYTES = 64 * 1024 * 1024

/** What earlier decisions come to; throws what reading the log throws. */
export async function readAuditLog(
  counter: LogCounter,
  read: (path: string) => Promise<ReadLog | undefined>,
  about: UsageSubject,
): Promise<Found | NotFound> {
  const { path, where } = counter
  const shown = JSON.stringify(path)
  const log = await read(path)
  if (!log)
    return notFound(
      'ERR_USAGE_LOG',
      `there is no decision log ${shown}; bring the one of earlier runs, where "audit-log" wrote it`,
    )
  // Whoever can spoil the log may not open anything by it: no fallback covers this code.
  if ('broken' in log)
    return notFound(
      'ERR_INPUT_INCOMPLETE',
      `the decision log ${shown} is not as it was written (${log.broken}); see "stepgate audit verify"`,
    )
  const at = new Date(about.now).toISOString()
  const measured = (decisions: readonly Decided[]): Found | NotFound => {
    const value = measure(counter, decisions)
    return typeof value === 'number'
      ? { value, at }
      : notFound('ERR_USAGE_LOG', `in the decision log ${shown} ${value.why}`)
  }
  const chosen = log.decisions.filter(choose(counter, about))
  if (!where.actor) return measured(chosen)
  if (chosen.some(({ login }) => login === 'hidden'))
    return notFound(
      'ERR_USAGE_LOG',
      `in the decision log ${shown} it is masked for whom decisions were made; leave out "where.actor"`,
    )
  return highestOf(about.actors, async (actor) => measured(chosen.filter(({ login }) => sameName(login, actor))))
}

const choose = ({ where, window }: LogCounter, { now, repository, run }: UsageSubject) => {
  const own = run && runOf({ repository, run_id: String(run.id), run_attempt: String(run.attempt) })
  const isOne = (wanted: readonly string[] | undefined, is: string | undefined) =>
    // What a decision does not say of itself may be what is looked for.
    wanted === undefined || is === undefined || wanted.includes(is)
  return (one: Decided): boolean =>
    (window === undefined || one.ms >= now - window.ms) &&
    isOne(where.step, one.step) &&
    isOne(where.scope, one.scope) &&
    isOne(where.outcome, one.outcome) &&
    (where.thisRun || one.run !== own)
}

type Why = { readonly why: string }

function measure(counter: LogCounter, decisions: readonly Decided[]): number | Why {
  switch (counter.measure) {
    case 'events':
      return decisions.length
    case 'runs':
      return new Set(decisions.map(({ run }) => run)).size
    case 'estimated_cost_usd':
      return sumOf(decisions, ({ cost, step }) => {
        if (cost === 'not written')
          return {
            why: `the step ${JSON.stringify(step)} has no estimate; write its "estimated_cost_usd", or name other steps in "where.step"`,
          }
        return cost === 'hidden' ? MASKED : cost
      })
    case 'spend':
      return sumSpend(decisions, counter.where.currency)
  }
}

const MASKED: Why = { why: 'amounts are masked, or are none; leave them out of the masks' }

function sumSpend(decisions: readonly Decided[], wanted: string | undefined): number | Why {
  const found = new Set(decisions.flatMap(({ spend }) => (spend === 'hidden' ? [] : spend.map((one) => one.currency))))
  if (wanted === undefined && found.size > 1)
    return { why: `amounts are in ${[...found].sort().join(', ')}; say which with "where.currency"` }
  return sumOf(decisions, ({ spend }) => {
    if (spend === 'hidden') return MASKED
    return spend
      .filter(({ currency }) => wanted === undefined || currency === wanted)
      .reduce((sum, { amount }) => sum + amount, 0)
  })
}

/** The amounts of each step of each run, once: a step is asked about several times, and runs at most once. */
function sumOf(decisions: readonly Decided[], amountOf: (one: Decided) => number | Why): number | Why {
  const byStep = new Map<string, number>()
  for (const one of decisions) {
    const amount = amountOf(one)
    if (typeof amount !== 'number') return amount
    const key = JSON.stringify([one.run, one.step])
    byStep.set(key, Math.max(amount, byStep.get(key) ?? 0))
  }
  let sum = 0
  for (const amount of byStep.values()) {
    sum += amount
    if (sum > MAX_MICRO) return { why: 'the amounts come to more than can be counted; choose a shorter "window"' }
  }
  return sum
}
