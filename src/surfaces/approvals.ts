import { sayRule } from '../core/approval-words.js'
import type { Assessment } from '../core/approvals.js'
import type { Report } from '../core/report.js'
import { clip, count } from '../core/text.js'
import { code, escapeMarkdown, size, table } from './markdown.js'

const MAX_PEOPLE = 10
const MAX_TEXT = 200

const HEAD = ['Steps', 'Needs', 'Approved', 'Does not count', 'Still could']

/**
 * Who approved, who did not and why, and who still could: one row for each requirement, however many steps share it, as far
 * as there is room for them in bytes.
 */
export function renderApprovals(report: Pick<Report, 'steps'>, room: number): readonly string[] {
  const rows = new Map<string, { readonly one: Assessment; readonly steps: string[] }>()
  for (const step of report.steps) {
    for (const one of [...(step.approvals ?? []), ...step.tools.flatMap((tool) => tool.approvals ?? [])]) {
      const key = JSON.stringify([one.of, one.rule, one.met])
      const row = rows.get(key) ?? { one, steps: [] }
      if (!row.steps.includes(step.id)) row.steps.push(step.id)
      rows.set(key, row)
    }
  }
  if (rows.size === 0) return []
  const unmetFirst = [...rows.values()].sort((a, b) => Number(a.one.met) - Number(b.one.met))
  let left = room - size(HEAD.join()) * 2
  const all = unmetFirst.map(cells)
  const end = all.findIndex((row) => {
    left -= size(row.join(' | ')) + 6
    return left < 0
  })
  const shown = end < 0 ? all : all.slice(0, end)
  const hidden = all.length - shown.length
  const more = hidden === 0 ? [] : [`…and ${count(hidden, 'more requirement')}, which the report has.`]
  return ['### Approvals', ...(shown.length === 0 ? [] : [table(HEAD, shown)]), ...more]
}

function cells({ one, steps }: { readonly one: Assessment; readonly steps: readonly string[] }): readonly string[] {
  const { rule, met, of, counted, vetoes, ignored } = one
  const needs = `${met ? '✅' : '⏳'} ${text(of === undefined ? sayRule(rule) : `${of}: ${sayRule(rule)}`)}`
  const vetoed = vetoes.map(
    ({ login, because }) => `⛔ ${code(clip(login, MAX_TEXT))} asked for changes (${text(because)})`,
  )
  const approved = counted.map(({ login, because }) => `${code(clip(login, MAX_TEXT))} (${text(because)})`)
  const not = ignored.map(({ login, reason }) => `${code(clip(login, MAX_TEXT))}: ${text(reason)}`)
  return [
    lines(steps.map((id) => code(clip(id, MAX_TEXT)))),
    needs,
    lines(approved) || 'nobody yet',
    lines([...vetoed, ...not]),
    could(one),
  ]
}

function could({ met, nobody, could: { people, groups } }: Assessment): string {
  if (met) return ''
  const named = lines(people.map((login) => code(clip(login, MAX_TEXT))))
  if (nobody) return `**not enough people**${named === '' ? '' : `, only<br>${named}`}`
  const anybody = groups.length === 0 ? '' : text(`anybody else of ${groups.slice(0, MAX_PEOPLE).join(', ')}`)
  return [named, anybody].filter((part) => part !== '').join('<br>')
}

const lines = (parts: readonly string[]): string =>
  [
    ...parts.slice(0, MAX_PEOPLE),
    ...(parts.length > MAX_PEOPLE ? [`…and ${parts.length - MAX_PEOPLE} more`] : []),
  ].join('<br>')

const text = (value: string): string => escapeMarkdown(clip(value, MAX_TEXT))
