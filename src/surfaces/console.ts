import { SWITCHES } from '../core/capabilities.js'
import type { Effect } from '../core/effect.js'
import type { Facts } from '../core/facts.js'
import { isUnlogged, type People, type Report } from '../core/report.js'
import type { StepReport } from '../core/steps.js'
import { nameSubject } from '../core/subject.js'
import type { Surface } from '../core/surface.js'
import { clip, count, toLogLine } from '../core/text.js'
import { sayModify } from './modify.js'
import { bystanders } from './people.js'
import { collectSaid, sayLevel, sayOverride } from './said.js'
import { sayUsage } from './usage.js'

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
    return `  ${SIGNS[step.outcome]} ${step.id.padEnd(width)}  ${step.outcome}${why}${code}${sayTools(step)}${sayCapabilities(step)}${step.modify ? `; ${sayModify(step.modify)}` : ''}`
  })
  const hidden = report.steps.length - steps.length
  return [
    ...(report.refusal
      ? [`stepgate could not ${isUnlogged(report.refusal) ? 'log' : 'ask'}: ${sayRefusal(report.refusal)}`]
      : []),
    ...who(report),
    ...steps,
    ...(hidden > 0 ? [`  and ${hidden} more steps`] : []),
    ...packs(report),
    ...sayUsage(report).map((line) => `  usage ${line}`),
    ...(withNotices ? report.notices.map((notice) => `  ${notice.level}: ${notice.message}`) : []),
    `result: ${report.result} (${report.reasonCode})${report.engine ? `, engine: ${report.engine.name}` : ''}`,
  ]
}

const MAX_SAID = 100
const MAX_WAY_OUT = 300

/** Which packs are on, and a line for each thing that they said. */
function packs({ packs: on, runMode, steps }: Report): readonly string[] {
  const { said, hidden } = collectSaid(steps)
  const names = said.map(({ reason: { pack, rule } }) => `${pack}/${rule}`)
  const [left, right] = [names, said.map(({ reason }) => sayLevel(reason))].map((column) =>
    Math.max(0, ...column.slice(0, MAX_SAID).map(({ length }) => length)),
  )
  const lines = said.slice(0, MAX_SAID).map(({ reason, of }, i) => {
    const way = reason.wayOut === undefined ? '' : `; way out: ${clip(reason.wayOut, MAX_WAY_OUT)}`
    const lifted = sayOverride(reason)
    const what = `${clip(reason.message, MAX_REASON)}${lifted === undefined ? '' : `; ${clip(lifted, MAX_REASON)}`}`
    return `  ${(names[i] ?? '').padEnd(left ?? 0)}  ${sayLevel(reason).padEnd(right ?? 0)}  ${clip(of.join(', '), 100)}: ${what}${way}`
  })
  const more = said.length - lines.length + hidden
  return [
    ...(on ? [`packs: ${on.join(', ')}`] : []),
    ...lines,
    ...(more > 0 ? [`  and ${count(more, 'more finding')}`] : []),
    ...(runMode ? [`run mode: ${runMode}`] : []),
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

const MAX_PEOPLE = 50

function who({ facts, people, roles }: Report): readonly string[] {
  if (!facts) return []
  const [first, ...more] = people
  if (!first) return [sayActor(facts, [])]
  if (more.length === 0) return [sayActor(facts, roles), ...sayOthers(first)]
  const all = people.flatMap((one) => {
    const names = one.roles.actor.matches.map(({ role }) => role)
    return [`${nameSubject(one.facts)}: ${sayActor(one.facts, names)}`, ...sayOthers(one)]
  })
  const hidden = all.length - MAX_PEOPLE
  return hidden > 0 ? [...all.slice(0, MAX_PEOPLE), `and ${hidden} more people`] : all
}

function sayActor({ actor }: Facts, roles: readonly string[]): string {
  const { login, association, source } = actor
  return `actor: ${login} (${association ?? 'no association'}, from ${source}), ${sayRoles(roles)}`
}

const sayOthers = (one: People): readonly string[] =>
  bystanders(one).map(
    ({ as, login, roles }) => `  ${as}: ${login}, ${sayRoles((roles?.matches ?? []).map(({ role }) => role))}`,
  )

const sayRoles = (roles: readonly string[]): string => (roles.length === 0 ? 'no roles' : `roles ${roles.join(', ')}`)
