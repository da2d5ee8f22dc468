import type { Notice, Step } from '../../core/config.js'
import type { Pack } from '../../core/packs.js'
import type { Counter } from '../../core/usage.js'
import { configError, didYouMean } from '../diagnostics.js'
import type { YamlDocument } from '../document.js'
import { noticeAt } from '../migrate.js'

/**
 * A warning for each step that a counter is about and that is not in the config: it counts what is in the log of that name, which may
 * be nothing for ever, or what a step was that is no more. Throws ConfigError where it is a pattern, which no step of a log is called.
 */
export function adviseCounters(
  counters: readonly Counter[],
  steps: readonly Step[],
  document: YamlDocument,
): readonly Notice[] {
  const known = steps.map(({ id }) => id)
  return counters.flatMap((counter) =>
    counter.source === 'audit-log'
      ? (counter.where.step ?? []).flatMap((step, i): readonly Notice[] => {
          if (known.includes(step)) return []
          const path = ['policy', 'usage', counter.name, 'where', 'step']
          const says = `"${path.join('.')}" names ${JSON.stringify(step)}, which is`
          if (/[*?]/.test(step))
            throw configError(
              document,
              'ERR_CONFIG_SCHEMA',
              [...path, i],
              `${says} a pattern: name each step by its id, or leave it out for all of them`,
            )
          return [noticeAt(document, [...path, i], 'warning', `${says} no step of the config${hintOf(step, known)}`)]
        })
      : [],
  )
}

const hintOf = (step: string, known: readonly string[]): string =>
  didYouMean(step, known) || '; only what was logged under that name is counted'

/**
 * Throws ConfigError where a pack reads the sum of payments in another currency than its own: what is spent in its own would not
 * be in it, and the counter a zero that is known.
 */
export function refuseOtherCurrencies(
  { name, parameters }: Pick<Pack, 'name' | 'parameters'>,
  counters: readonly Counter[],
  document: YamlDocument,
): void {
  const own = name === 'spending' ? parameters.currency : 'USD'
  for (const key of readBy(name, parameters)) {
    const counter = counters.find((one) => one.name === parameters[key])
    if (counter?.source !== 'audit-log' || counter.where.currency === undefined) continue
    const { currency } = counter.where
    if (currency === own) continue
    const path = ['policy', 'usage', counter.name, 'where', 'currency']
    const message = `"${path.join('.')}" is ${JSON.stringify(currency)}, and the pack ${name}, whose "${key}" this counter is, counts in ${JSON.stringify(own)}`
    throw configError(document, 'ERR_PACK_PARAMETERS', path, message)
  }
}

/** The parameters that name counters of money which this pack reads. */
function readBy(name: string, parameters: Pack['parameters']): readonly string[] {
  if (name === 'spending') return ['dailyCounter', 'monthlyCounter']
  if (name !== 'cost-control') return []
  return parameters.budget_usd === undefined ? ['remaining_counter'] : ['counter', 'remaining_counter']
}
