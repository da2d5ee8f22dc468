import { didYouMean } from '../../../config/diagnostics.js'
import { isObject, own } from '../../../core/json.js'
import type { Pack } from '../../../core/packs.js'
import { type Check, type ConfigFacts, type Facts, oursOf, placeIn, placeOf } from '../facts.js'
import type { Outcome, Place } from '../finding.js'

/** Counters that a pack or a rule reads, and the config has not: nobody ever knows them. */
export const counterUndefined: Check = (facts) => {
  const reads = readsOf(facts)
  const { config } = facts
  const notKnown = !facts.analysis && facts.noAnalysis !== '' ? [{ notChecked: facts.noAnalysis }] : []
  if (!config) return reads.length === 0 ? notKnown : [{ notChecked: facts.noConfig }]
  const { usage = [], packs = [] } = config.config.policy
  const known = usage.map(({ name }) => name)
  const wayOut = (name: string) =>
    `define it: policy.usage.${name}${known.length === 0 ? '' : `; or name one that is there: ${known.join(', ')}`}`
  const byPacks = packs.flatMap((pack): readonly Outcome[] =>
    countersOf(pack)
      .filter(({ name }) => !known.includes(name))
      .map(({ name, path }) => ({
        message: `the pack ${pack.name} reads the counter ${JSON.stringify(name)}, and the config defines none of this name${didYouMean(name, known)}`,
        why: 'nobody ever knows it: the pack cannot hold its limit against it, and says no to the steps that it is about',
        wayOut: wayOut(name),
        ...placeOfParameter(config, pack.name, path),
      })),
  )
  const byRules = reads
    .filter(({ name }) => !known.includes(name))
    .map(
      ({ name, ref }): Outcome => ({
        message: `the config defines no counter ${JSON.stringify(name)}${didYouMean(name, known)}`,
        wayOut: wayOut(name),
        ...placeOf(ref),
      }),
    )
  return [...byPacks, ...byRules, ...notKnown]
}

/** Every counter that a rule names, once for each line. */
function readsOf(facts: Facts) {
  const ours = oursOf(facts)
  const found = new Map(
    (facts.analysis?.inputRefs ?? []).flatMap((ref) => {
      const [usage, name] = ref.path
      if (usage !== 'usage' || name === undefined || name === '*' || ref.written || !ours.has(ref.file)) return []
      return [[JSON.stringify([ref.file, ref.row, name]), { name, ref }] as const]
    }),
  )
  return [...found.values()]
}

/** Where this parameter is written; else where the pack is switched on. */
export function placeOfParameter(config: ConfigFacts, pack: string, path: Named['path']): Place {
  const settings = ['policy', 'packs', pack]
  const whole = [...settings, 'parameters', ...path]
  const key = placeIn(config, whole)
  const value = placeIn(config, whole, 'value')
  // A key that is not there has one place for both: what is nearest to it.
  const isWritten = key.line !== value.line || key.column !== value.column
  return isWritten ? key : placeIn(config, settings)
}

type Named = { readonly name: string; readonly path: readonly (string | number)[] }

/** The counters that this pack cannot do without, each with its place in the parameters. */
function countersOf({ name, parameters }: Pack): readonly Named[] {
  const at = (...path: readonly (string | number)[]): readonly Named[] => {
    const found = path.reduce<unknown>((value, key) => itemOf(value, key), parameters)
    return typeof found === 'string' ? [{ name: found, path }] : []
  }
  const has = (...path: readonly string[]) =>
    path.reduce<unknown>((value, key) => own(value, key), parameters) !== undefined
  const all = (): readonly Named[] => {
    switch (name) {
      case 'rate-limiting': {
        const limits = own(parameters, 'limits')
        return Array.isArray(limits) ? limits.flatMap((_, i) => at('limits', i, 'counter')) : []
      }
      case 'cost-control':
        return [...(has('budget_usd') ? at('counter') : []), ...at('remaining_counter')]
      case 'spending':
        return [
          ...(has('caps', 'daily') ? at('dailyCounter') : []),
          ...(has('caps', 'monthly') ? at('monthlyCounter') : []),
        ]
      default:
        return []
    }
  }
  return [...new Map([...all()].reverse().map((one) => [one.name, one])).values()].reverse()
}

const itemOf = (value: unknown, key: string | number): unknown => {
  if (typeof key === 'number') return Array.isArray(value) ? value[key] : undefined
  return isObject(value) ? own(value, key) : undefined
}
