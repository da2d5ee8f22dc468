import type { Config, Notice, Step } from './config.js'
import { formatAmount } from './decimal.js'
import { own } from './json.js'
import type { Pack } from './packs.js'
import type { StepReport } from './steps.js'
import type { CounterReading } from './usage.js'

/** A limit that each step is held against by itself; money in millionths. */
type Limit = {
  readonly pack: Pack
  /** The parameter that says it. */
  readonly name: string
  readonly most: unknown
  readonly counter?: unknown
  readonly unit: string
  readonly costOf: (step: Step) => number
}

/**
 * A warning for each limit of money that the steps of this run keep one by one and not together: what one of them is going to pay is
 * in no counter when the next one is asked about.
 */
export function adviseTogether(
  { policy, steps }: Pick<Config, 'policy' | 'steps'>,
  settled: readonly StepReport[],
  roles: readonly string[],
  usage: Readonly<Record<string, CounterReading>> = {},
): readonly Notice[] {
  const isExempt = ({ parameters: { exempt_roles: exempt } }: Pack) =>
    Array.isArray(exempt) && exempt.some((role) => roles.some((known) => known === role))
  const limits = (policy.packs ?? []).filter((pack) => !isExempt(pack)).flatMap(limitsOf)
  if (limits.length === 0) return []
  const runs = new Set(settled.filter(({ allowed }) => allowed).map(({ id }) => id))
  const running = steps.filter(({ id }) => runs.has(id))
  return limits.flatMap((limit): readonly Notice[] => {
    const left = leftOf(limit, usage)
    const paying = running.filter((step) => limit.costOf(step) > 0)
    const sum = paying.reduce((all, step) => all + limit.costOf(step), 0)
    if (left === undefined || paying.length < 2 || sum <= left) return []
    const message = `together ${nameSteps(paying)} come to ${formatAmount(sum)} ${limit.unit}, and "${limit.name}" of the pack ${limit.pack.name} leaves ${formatAmount(left)}: each was held against it by itself; put them into one step, or let them run one after the other and count in between`
    return [{ level: 'warning', message, ...limit.pack.position }]
  })
}

function limitsOf(pack: Pack): readonly Limit[] {
  const { parameters } = pack
  if (pack.name === 'spending') {
    const unit = String(parameters.currency)
    const costOf = ({ facets }: Step) =>
      (facets?.spend ?? []).reduce((all, { amount, currency }) => all + (currency === unit ? amount : 0), 0)
    const cap = (name: string) => own(parameters.caps, name)
    return [
      { pack, name: 'caps.daily', most: cap('daily'), counter: parameters.dailyCounter, unit, costOf },
      { pack, name: 'caps.monthly', most: cap('monthly'), counter: parameters.monthlyCounter, unit, costOf },
    ]
  }
  if (pack.name !== 'cost-control') return []
  const costOf = ({ facets }: Step) => facets?.estimatedCostUsd ?? 0
  const unit = 'USD'
  return [
    { pack, name: 'budget_usd', most: parameters.budget_usd, counter: parameters.counter, unit, costOf },
    { pack, name: 'remaining_counter', most: parameters.remaining_counter, unit, costOf },
  ]
}

/** What is left of this limit; undefined where there is no such limit, or nobody knows: that is told, step by step, elsewhere. */
function leftOf({ most, counter }: Limit, usage: Readonly<Record<string, CounterReading>>): number | undefined {
  const read = (name: unknown): number | undefined => {
    const reading = typeof name === 'string' && Object.hasOwn(usage, name) ? usage[name] : undefined
    return reading && 'value' in reading && reading.unit === 'micro' ? reading.value : undefined
  }
  if (typeof most === 'string') return read(most)
  const spent = read(counter)
  return typeof most === 'number' && spent !== undefined ? Math.max(0, most - spent) : undefined
}

function nameSteps(steps: readonly Step[]): string {
  const names = steps.slice(0, 3).map(({ id }) => JSON.stringify(id))
  const more = steps.length - names.length
  return `the steps ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
