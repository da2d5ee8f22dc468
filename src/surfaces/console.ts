import { SWITCHES } from '../core/capabilities.js'
import type { Effect } from '../core/effect.js'
import type { Report } from '../core/report.js'
import type { StepReport } from '../core/steps.js'
import type { Surface } from '../core/surface.js'
import { clip, toLogLine } from '../core/text.js'

const MAX_LINES = 500
const MAX_REASON = 400

/** The log: one line for each step, readable without colour. */
export const console: Surface = {
  name: 'console',
  render: (report, options) =>
    renderLines(report, !options.annotations).map((text): Effect => ({ kind: 'log', text: toLogLine(text) })),
}

const SIGNS = { pass: '✔', warn: '!', block: '✘', pending: '…' } as const

/** The lines of this report; its notices are left to the annotations where those stand in the log, too. */
export function renderLines(report: Report, withNotices: boolean): readonly string[] {
  const width = Math.min(40, Math.max(0, ...report.steps.map((step) => step.id.length)))
  const steps = report.steps.slice(0, MAX_LINES).map((step) => {
    const why = step.reason === undefined ? '' : `: ${clip(step.reason, MAX_REASON)}`
    const code = step.errorCode ? ` [${step.errorCode}]` : ''
    return `  ${SIGNS[step.outcome]} ${step.id.padEnd(width)}  ${step.outcome}${why}${code}${sayTools(step)}${sayCapabilities(step)}`
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

const MAX_TOOLS = 5

function sayTools({ tools }: StepReport): string {
  const blocked = tools.filter((tool) => tool.outcome === 'block').map(({ server, method }) => `${server}/${method}`)
  if (blocked.length === 0) return ''
  const more = blocked.length > MAX_TOOLS ? `, and ${blocked.length - MAX_TOOLS} more` : ''
  return `; tools blocked: ${blocked.slice(0, MAX_TOOLS).join(', ')}${more}`
}

function sayCapabilities({ capabilities }: StepReport): string {
  if (!capabilities) return ''
  const { allowedTools } = capabilities.left
  const may = SWITCHES.filter((key) => capabilities.left[key]).join(', ') || 'no edit, bash or delegate'
  const tools = allowedTools === undefined ? 'all tools' : `tools ${clip(allowedTools.join(', '), 200) || 'none'}`
  return `; AI: ${may}; ${tools}`
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
