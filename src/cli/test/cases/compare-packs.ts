import { amountOf, formatAmount } from '../../../core/decimal.js'
import type { Modify } from '../../../core/modify.js'
import type { Reason } from '../../../core/verdict.js'
import type { Difference } from '../result.js'
import { fits, sayReason } from './fits.js'
import type { RawModify, RawSaidReason } from './schema.js'

/** What is missing of the reasons that are expected of packs; where none is expected, what is there. */
export function compareReasons(
  expected: readonly RawSaidReason[] | undefined,
  actual: readonly Reason[] = [],
): readonly Difference[] {
  if (expected === undefined) return []
  const shown = actual.map(describe).join('; ') || undefined
  if (expected.length === 0) return actual.length === 0 ? [] : [{ what: 'reasons', expected: '(none)', actual: shown }]
  const missing = expected.filter((want) => !actual.some((one) => isLike(want, one)))
  return missing.map((want) => ({ what: 'reasons (at least)', expected: sayWanted(want), actual: shown }))
}

const isLike = (want: RawSaidReason, is: Reason): boolean =>
  [
    [want.pack, is.pack],
    [want.rule, is.rule],
    [want.effect, is.effect],
    [want.level, is.level],
    [want.severity, is.severity],
    [want.overridden_by, is.override?.by],
  ].every(([wanted, found]) => wanted === undefined || wanted === found) &&
  (want.message === undefined || fits(want.message, is.message))

const describe = ({ pack, rule, effect, level, message }: Reason): string =>
  `${pack}/${rule} (${effect}, ${level}): ${message}`

function sayWanted(want: RawSaidReason): string {
  const { pack = '*', rule = '*', effect, level, severity, message, overridden_by: by } = want
  const words = [effect, level, severity, by === undefined ? undefined : `overridden by ${by}`]
  const some = words.filter((word) => word !== undefined)
  const said = message === undefined ? '' : `: ${sayReason(message)}`
  return `${pack}/${rule}${some.length === 0 ? '' : ` (${some.join(', ')})`}${said}`
}

/** What is otherwise of how a step is to run; of what is not named, nothing. */
export function compareModify(expected: RawModify | undefined, actual: Modify = {}): readonly Difference[] {
  if (expected === undefined) return []
  const is = flat(actual.mode, actual.limits?.costUsd, actual.limits?.llmCalls, actual.limits?.minutes)
  if (Object.keys(expected).length === 0) {
    const found = is.flatMap(([what, value]) => (value === undefined ? [] : [`${what} ${value}`]))
    return found.length === 0 ? [] : [{ what: 'modify', expected: '(nothing)', actual: found.join('; ') }]
  }
  const { mode, limits = {} } = expected
  const wanted = flat(mode, unitsOf(limits.cost_usd), limits.llm_calls, limits.minutes)
  return wanted.flatMap(([what, want], i): readonly Difference[] => {
    const found = is[i]?.[1]
    return want === undefined || want === found ? [] : [{ what: `modify: ${what}`, expected: want, actual: found }]
  })
}

const flat = (mode?: string, costUsd?: number, llmCalls?: number, minutes?: number) =>
  [
    ['mode', mode],
    ['cost_usd', costUsd === undefined ? undefined : Number.isNaN(costUsd) ? '(no amount)' : formatAmount(costUsd)],
    ['llm_calls', llmCalls === undefined ? undefined : String(llmCalls)],
    ['minutes', minutes === undefined ? undefined : String(minutes)],
  ] as const

function unitsOf(amount: string | number | undefined): number | undefined {
  if (amount === undefined) return undefined
  const found = amountOf(amount)
  return 'units' in found ? found.units : Number.NaN
}
