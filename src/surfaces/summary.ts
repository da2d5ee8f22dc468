import type { Report, Result } from '../core/report.js'
import type { StepReport } from '../core/steps.js'
import type { Surface } from '../core/surface.js'
import { clip, count } from '../core/text.js'
import { code, escapeMarkdown, table } from './markdown.js'

// GitHub takes 1 MiB of summary from a step; characters are counted at their longest.
const MAX_BYTES = 1000 * 1024
const MAX_REASON = 600
// An author who fills the log with text must not push the verdict out of sight.
const MAX_NOTICES = 50

/** The job summary: the verdict, each step with its reason, who was judged and by what. */
export const summary: Surface = {
  name: 'summary',
  render: (report, options) => (options.summary ? [{ kind: 'summary', markdown: renderSummary(report) }] : []),
}

const TITLES: Readonly<Record<Result, string>> = {
  allowed: '✅ Stepgate: allowed',
  denied: '⛔ Stepgate: denied',
  pending: '⏳ Stepgate: waiting for approval',
  error: '❌ Stepgate: error, nothing is allowed by it',
  disabled: '⚠️ Stepgate: the policy engine is off',
  bootstrap: '🌱 Stepgate: no config yet',
}

export function renderSummary(report: Report): string {
  const head = [`## ${TITLES[report.result]}`, ...refusal(report), verdict(report)]
  const tail = [...people(report), ...provenance(report), ...notices(report)]
  const room = MAX_BYTES - size([...head, ...tail].join('\n\n'))
  return `${[...head, ...details(report, room), ...tail].filter((part) => part !== '').join('\n\n')}\n`
}

function refusal(report: Report): readonly string[] {
  if (!report.refusal) return []
  const { code: errorCode, message, hint, path, line } = report.refusal
  const place = path === undefined ? '' : ` (${code(line === undefined ? path : `${path}:${line}`)})`
  return [
    `**The run could not ask its policy**, so that every step is blocked: ${escapeMarkdown(clip(message, MAX_REASON))}${place} ${code(errorCode)}`,
    hint === undefined ? '' : escapeMarkdown(hint),
  ]
}

function verdict(report: Report): string {
  const of = (outcome: StepReport['outcome']) => report.steps.filter((step) => step.outcome === outcome).length
  const parts = [
    [of('pass'), 'allowed'],
    [of('warn'), 'allowed with a warning'],
    [of('block'), 'blocked'],
    [of('pending'), 'waiting'],
  ] as const
  const said = parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`)
  return report.steps.length === 0
    ? 'There are no steps to gate.'
    : `${count(report.steps.length, 'step')}: ${said.join(', ')}.`
}

const SIGNS = {
  pass: '✅ pass',
  warn: '⚠️ warn',
  block: '⛔ block',
  pending: '⏳ pending',
  'not-evaluated': '➖ not evaluated',
} as const

function details(report: Report, room: number): readonly string[] {
  const tools = report.steps.flatMap((step) => step.tools.map((tool) => ({ step, tool })))
  const ai = report.steps.filter((step) => step.capabilities)
  const steps = keepWhatFits(
    report.steps,
    room * 0.6,
    (step) => [code(step.id), SIGNS[step.outcome], why(step)],
    (step) => step.outcome !== 'pass',
  )
  const toolRows = keepWhatFits(
    tools,
    room * 0.2,
    ({ step, tool }) => [
      code(step.id),
      code(`${tool.server}/${tool.method}`),
      SIGNS[tool.outcome],
      reason(tool.reason),
    ],
    ({ tool }) => !tool.allowed,
  )
  const aiRows = keepWhatFits(
    ai,
    room * 0.2,
    (step) => [code(step.id), ...capabilityCells(step)],
    () => true,
  )
  return [
    ...section('Steps', ['Step', 'Outcome', 'Why'], steps, report.steps.length, 'step'),
    ...section('MCP tools', ['Step', 'Tool', 'Outcome', 'Why'], toolRows, tools.length, 'tool'),
    ...section('AI capabilities', ['Step', 'Edit', 'Bash', 'Delegate', 'Tools', 'Why'], aiRows, ai.length, 'step'),
  ]
}

const why = (step: StepReport): string =>
  [
    reason(step.reason),
    step.errorCode ? code(step.errorCode) : '',
    ...step.warnings.map((warning) => `⚠️ ${reason(warning)}`),
  ]
    .filter((part) => part !== '')
    .join('<br>')

const reason = (text: string | undefined): string => (text === undefined ? '' : escapeMarkdown(clip(text, MAX_REASON)))

function capabilityCells(step: StepReport): readonly string[] {
  const { left, ruling } = step.capabilities as NonNullable<StepReport['capabilities']>
  const yes = (on: boolean) => (on ? 'yes' : 'no')
  const tools =
    left.allowedTools === undefined
      ? 'all'
      : left.allowedTools.length === 0
        ? 'none'
        : left.allowedTools.map(code).join(', ')
  const said = [reason(ruling.reason), ...ruling.warnings.map((warning) => `⚠️ ${reason(warning)}`)].filter(
    (part) => part !== '',
  )
  return [yes(left.allowEdit), yes(left.allowBash), yes(left.enableDelegate), tools, said.join('<br>')]
}

/** As many rows as there is room for, what is blocked before what passes, each group in its own order. */
function keepWhatFits<T>(
  items: readonly T[],
  room: number,
  cells: (item: T) => readonly string[],
  first: (item: T) => boolean,
): ReadonlyMap<T, readonly string[]> {
  const kept = new Set<T>()
  const rows = new Map<T, readonly string[]>()
  let left = room
  for (const item of [...items.filter(first), ...items.filter((item) => !first(item))]) {
    const row = cells(item)
    left -= size(row.join(' | ')) + 6
    if (left < 0) break
    kept.add(item)
    rows.set(item, row)
  }
  return new Map(items.filter((item) => kept.has(item)).map((item) => [item, rows.get(item) as readonly string[]]))
}

function section(
  title: string,
  head: readonly string[],
  rows: ReadonlyMap<unknown, readonly string[]>,
  total: number,
  noun: string,
): readonly string[] {
  if (total === 0) return []
  const hidden = total - rows.size
  const more =
    hidden === 0
      ? []
      : [
          `…and ${count(hidden, `more ${noun}`)}: a summary holds 1 MiB; the output \`decisions\` and the report have them all.`,
        ]
  return [`### ${title}`, table(head, [...rows.values()]), ...more]
}

function people(report: Report): readonly string[] {
  const { facts } = report
  if (!facts) return []
  const { actor } = facts
  const roles = (report.people[0]?.roles.actor.matches ?? []).map(
    ({ role, because }) => `${code(role)} (${escapeMarkdown(because)})`,
  )
  return [
    '### Who',
    [
      `${code(actor.login)}, from ${code(actor.source)}${actor.association ? `, ${code(actor.association)}` : ''}`,
      `Roles: ${roles.length === 0 ? 'none' : roles.join(', ')}`,
      ...(facts.pullRequest
        ? [`Pull request ${facts.pullRequest.number}${facts.pullRequest.fork ? ', from a fork' : ''}`]
        : []),
    ]
      .map((line) => `- ${line}`)
      .join('\n'),
  ]
}

function provenance(report: Report): readonly string[] {
  const lines = [
    `Config: ${report.configPath === undefined ? 'none' : code(report.configPath)} from ${escapeMarkdown(report.source)}`,
    ...(report.engine
      ? [
          `Engine: ${code(report.engine.version ? `${report.engine.name} ${report.engine.version}` : report.engine.name)}`,
        ]
      : []),
    ...(report.mode ? [`Mode: ${report.mode}, fallback: ${report.fallback}`] : []),
    `Licence: ${report.license}`,
    ...(report.policyDigest ? [`Policy digest: ${code(report.policyDigest)}`] : []),
    ...(report.facts?.sha ? [`Judged commit: ${code(report.facts.sha)}`] : []),
  ]
  return ['### By what', lines.map((line) => `- ${line}`).join('\n')]
}

function notices(report: Report): readonly string[] {
  if (report.notices.length === 0) return []
  const shown = report.notices.slice(0, MAX_NOTICES)
  const lines = shown.map(({ level, message, path, line }) => {
    const place = path === undefined ? '' : ` (${code(line === undefined ? path : `${path}:${line}`)})`
    return `- ${level === 'warning' ? '⚠️' : 'ℹ️'} ${escapeMarkdown(clip(message, 2 * MAX_REASON))}${place}`
  })
  const hidden = report.notices.length - shown.length
  return ['### Worth knowing', [...lines, ...(hidden > 0 ? [`- …and ${hidden} more`] : [])].join('\n')]
}

// Three bytes are the most that a UTF-16 unit takes in UTF-8.
const size = (text: string): number => {
  let bytes = 0
  for (let i = 0; i < text.length; i++) bytes += text.charCodeAt(i) < 0x80 ? 1 : 3
  return bytes
}
