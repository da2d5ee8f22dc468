import { sayReason } from '../../core/combine.js'
import { formatAmount } from '../../core/decimal.js'
import type { Modify } from '../../core/modify.js'
import { clip, toLine } from '../../core/text.js'
import type { Reason } from '../../core/verdict.js'
import { mark, paint, type Style, type Terminal } from '../terminal.js'

const MAX_SHOWN = 12
const MAX_TEXT = 200

const EFFECTS: Readonly<Record<Reason['effect'], string>> = {
  deny: 'denies',
  require_approval: 'wants approval',
  unknown: 'cannot tell',
  warn: 'warns',
}

/** True for what is more than advice: nobody has lifted it, and its level binds. */
export const binds = ({ level, effect, override }: Reason): boolean =>
  effect !== 'warn' && override === undefined && (level === 'hard' || level === 'soft')

/** `spending/daily_limit` */
export const nameRule = ({ pack, rule }: Reason): string => toLine(`${pack}/${rule}`)

/** What the packs said, a line for each rule and one for its way out; what binds comes first. */
export function renderReasons(reasons: readonly Reason[], terminal: Terminal): readonly string[] {
  if (reasons.length === 0) return []
  const sorted = [...reasons].sort((a, b) => Number(binds(b)) - Number(binds(a)))
  const shown = sorted.slice(0, MAX_SHOWN)
  const width = (of: (reason: Reason) => string) => Math.max(...shown.map((reason) => of(reason).length))
  const [name, level, effect] = [width(nameRule), width((one) => one.level), width((one) => EFFECTS[one.effect])]
  const hidden = reasons.length - shown.length
  return [
    `  ${paint(terminal, 'dim', 'packs:')}`,
    ...shown.flatMap((reason) => [
      `    ${signOf(reason, terminal)} ${nameRule(reason).padEnd(name)}  ${reason.level.padEnd(level)}  ${EFFECTS[reason.effect].padEnd(effect)}  ${say(reason.message)}`,
      ...afterwards(reason).map((text) => `      ${paint(terminal, 'dim', mark(terminal, `→ ${text}`))}`),
    ]),
    ...(hidden > 0 ? [`    and ${hidden} more; --json has all of them`] : []),
  ]
}

function afterwards({ override, wayOut, obligations = [] }: Reason): readonly string[] {
  const also = obligations.length === 0 ? [] : [say(`obligations: ${obligations.join(', ')}`)]
  if (override) return [say(`lifted by ${override.by} (${override.role}): ${override.reason}`), ...also]
  return [...(wayOut === undefined ? [] : [say(wayOut)]), ...also]
}

function signOf(reason: Reason, terminal: Terminal): string {
  const [sign, style]: [string, Style] = reason.override
    ? ['✔', 'green']
    : !binds(reason)
      ? ['!', 'yellow']
      : reason.effect === 'require_approval'
        ? ['…', 'yellow']
        : ['✘', 'red']
  return paint(terminal, style, mark(terminal, sign))
}

/** How a step is to run: `mode draft; at most 5 USD, 10 LLM calls, 30 minutes`. */
export function sayModify(modify: Modify): string {
  const { mode, limits } = modify
  const most = [
    ...(limits?.costUsd === undefined ? [] : [`${formatAmount(limits.costUsd)} USD`]),
    ...(limits?.llmCalls === undefined ? [] : [`${limits.llmCalls} LLM calls`]),
    ...(limits?.minutes === undefined ? [] : [`${limits.minutes} minutes`]),
  ]
  return [
    ...(mode === undefined ? [] : [`mode ${mode}`]),
    ...(most.length > 0 ? [`at most ${most.join(', ')}`] : []),
  ].join('; ')
}

/** True where this text says nothing that the packs' reasons do not say. */
export function repeats(text: string, reasons: readonly Reason[]): boolean {
  if (reasons.length === 0) return false
  const said = reasons.flatMap((reason) => [
    ...(reason.override
      ? [
          `overridden by ${reason.override.by} (${reason.override.role}): ${reason.override.reason}: ${sayReason(reason)}`,
        ]
      : []),
    sayReason(reason),
  ])
  const rest = said.reduce((left, one) => left.replaceAll(one, ''), text)
  return /^(?:(?:audit|advisory|policy evaluation failed): |; )*$/.test(rest)
}

const say = (text: string): string => clip(toLine(text), MAX_TEXT)
