import type { Report } from '../core/report.js'
import { count } from '../core/text.js'
import type { Reason } from '../core/verdict.js'
import { size, table } from './markdown.js'
import { collectSaid, type Said, sayLevel, sayOverride, weigh } from './said.js'
import { name, sayReason } from './step-tables.js'

const MAX_STEPS = 10
const MAX_OBLIGATIONS = 10
const HEAD = ['Step', 'Rule', 'Level', 'What', 'Way out']

const SIGNS: Readonly<Record<ReturnType<typeof weigh>, string>> = {
  denied: '⛔',
  undecided: '❔',
  approval: '⏳',
  lifted: '🔓',
  warned: '⚠️',
  recorded: 'ℹ️',
}

/**
 * What the packs said: one row for each thing, however many steps it was said of, what blocks before what only warns, as far as
 * there is room in bytes; empty where they said nothing.
 */
export function renderPacks({ steps }: Pick<Report, 'steps'>, room: number): readonly string[] {
  const { said, hidden } = collectSaid(steps)
  if (said.length === 0) return []
  let left = room - size(HEAD.join()) * 2
  const rows: (readonly string[])[] = []
  for (const one of said) {
    const row = cells(one)
    left -= size(row.join(' | ')) + 6
    if (left < 0) break
    rows.push(row)
  }
  const more = said.length - rows.length + hidden
  return [
    '### Packs',
    ...(rows.length === 0 ? [] : [table(HEAD, rows)]),
    ...(more === 0
      ? []
      : [`…and ${count(more, 'more finding')} for which there is no room here; the report has them.`]),
  ]
}

const cells = ({ reason, of }: Said): readonly string[] => [
  lines(of.map(name), MAX_STEPS),
  name(`${reason.pack}/${reason.rule}`),
  `${sayLevel(reason)}<br>${reason.severity}`,
  sayWhat(reason),
  sayReason(reason.wayOut),
]

function sayWhat(reason: Reason): string {
  const { message, obligations = [] } = reason
  const override = sayOverride(reason)
  return [
    `${SIGNS[weigh(reason)]} ${sayReason(message)}`,
    ...(override === undefined ? [] : [sayReason(override)]),
    ...(obligations.length === 0
      ? []
      : [
          lines(
            obligations.map((one) => `☐ ${sayReason(one)}`),
            MAX_OBLIGATIONS,
          ),
        ]),
  ].join('<br>')
}

const lines = (parts: readonly string[], max: number): string =>
  [...parts.slice(0, max), ...(parts.length > max ? [`…and ${parts.length - max} more`] : [])].join('<br>')
