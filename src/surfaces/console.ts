import type { Effect } from '../core/effect.js'
import type { Report } from '../core/report.js'
import type { Surface } from '../core/surface.js'
import { clip, toLine } from '../core/text.js'

const MAX_LINES = 500
const MAX_REASON = 400

/** The log: one line for each step, readable without colour. */
export const console: Surface = {
  name: 'console',
  render: (report, options) =>
    renderLines(report, !options.annotations).map((text): Effect => ({ kind: 'log', text: defuse(toLine(text)) })),
}

const SIGNS = { pass: '✔', warn: '!', block: '✘', pending: '…' } as const

/** The lines of this report; its notices are left to the annotations where those stand in the log, too. */
export function renderLines(report: Report, withNotices: boolean): readonly string[] {
  const width = Math.min(40, Math.max(0, ...report.steps.map((step) => step.id.length)))
  const steps = report.steps.slice(0, MAX_LINES).map((step) => {
    const why = step.reason === undefined ? '' : `: ${clip(step.reason, MAX_REASON)}`
    const code = step.errorCode ? ` [${step.errorCode}]` : ''
    return `  ${SIGNS[step.outcome]} ${step.id.padEnd(width)}  ${step.outcome}${why}${code}`
  })
  const hidden = report.steps.length - steps.length
  return [
    ...(report.refusal ? [`stepgate could not ask: ${sayRefusal(report.refusal)}`] : []),
    ...who(report),
    ...steps,
    ...(hidden > 0 ? [`  and ${hidden} more steps`] : []),
    ...(withNotices ? report.notices.map((notice) => `  ${notice.level}: ${notice.message}`) : []),
    `result: ${report.result} (${report.reasonCode})${report.engine ? `, engine: ${report.engine.name}` : ''}`,
  ]
}

function sayRefusal({ code, message, hint, path, line, column }: NonNullable<Report['refusal']>): string {
  const place = path === undefined ? '' : `${[path, line, column].filter((part) => part !== undefined).join(':')}: `
  return `${place}${message} [${code}]${hint === undefined ? '' : ` (${hint})`}`
}

function who(report: Report): readonly string[] {
  if (!report.facts) return []
  const { login, association, source } = report.facts.actor
  const roles = report.roles.length === 0 ? 'no roles' : `roles ${report.roles.join(', ')}`
  return [`actor: ${login} (${association ?? 'no association'}, from ${source}), ${roles}`]
}

// The runner reads `##[command]` anywhere in a line; `::command` only at its start, where our own words stand.
const defuse = (line: string): string => line.replaceAll('##[', '##\u200b[').replace(/^(\s*)::/, '$1:\u200b:')
