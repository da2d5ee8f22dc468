import { isUnlogged, type Report, type Result } from '../core/report.js'
import type { StepReport } from '../core/steps.js'
import type { Surface } from '../core/surface.js'
import { clip, count } from '../core/text.js'
import { renderApprovals } from './approvals.js'
import { code, escapeMarkdown, keepLines, size } from './markdown.js'
import { renderPacks } from './packs.js'
import { renderPeople } from './people.js'
import { renderPolicyChange } from './policy-change.js'
import { renderSteps } from './step-tables.js'
import { renderUsage } from './usage.js'

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

const titleOf = (report: Report): string =>
  report.reasonCode === 'stale'
    ? '🔁 Stepgate: out of date, nothing is allowed by it'
    : report.result === 'error' && report.steps.some((step) => step.allowed)
      ? '❌ Stepgate: error, what it is about is not allowed'
      : TITLES[report.result]

/** The whole report as markdown, in at most `max` bytes: what is blocked is shown before what passes. */
export function renderSummary(report: Report, max = MAX_BYTES): string {
  const head = renderHead(report)
  const tail = [
    ...renderApprovals(report, max / 10),
    ...renderPeople(report, max / 10),
    ...renderUsage(report, max / 20),
    ...provenance(report),
    ...notices(report, max / 5),
  ]
  const change = renderPolicyChange(report, max / 5)
  const packs = renderPacks(report, max / 6)
  const room = max - size([...head, ...packs, ...change, ...tail].join('\n\n'))
  return joinParts([...head, ...renderSteps(report, room), ...packs, ...change, ...tail])
}

/** What came of the run, in a line or two. */
export const renderHead = (report: Report): readonly string[] => [
  `## ${titleOf(report)}`,
  ...refusal(report),
  ...killSwitch(report),
  verdict(report),
]

/** Paragraphs, those that are empty left out. */
export const joinParts = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`

function refusal(report: Report): readonly string[] {
  if (!report.refusal) return []
  const { code: errorCode, message, hint, path, line } = report.refusal
  const place = path === undefined ? '' : ` (${code(line === undefined ? path : `${path}:${line}`)})`
  return [
    `**The run could not ${isUnlogged(report.refusal) ? 'log its decisions' : 'ask its policy'}**, so that every step is blocked: ${escapeMarkdown(clip(message, MAX_REASON))}${place} ${code(errorCode)}`,
    hint === undefined ? '' : escapeMarkdown(clip(hint, MAX_REASON)),
  ]
}

/** Which kill switch is on, and why nobody can tell where it cannot be read; the steps say it, too, where there are any. */
function killSwitch({ reasonCode, steps }: Report): readonly string[] {
  if (reasonCode !== 'kill_switch_activated') return []
  const { reason, errorCode } = steps.find((step) => step.reasonCode === reasonCode) ?? {}
  const said = reason === undefined ? '' : ` ${escapeMarkdown(clip(reason, MAX_REASON))}`
  return [`**🛑 Kill switch.**${said}${errorCode === undefined ? '' : ` ${code(errorCode)}`}`]
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
  if (report.refusal && report.steps.length === 0) return ''
  return report.steps.length === 0
    ? 'There are no steps to gate.'
    : `${count(report.steps.length, 'step')}: ${said.join(', ')}.`
}

function provenance(report: Report): readonly string[] {
  const lines = [
    ...(report.configPath === undefined && report.refusal
      ? []
      : [
          `Config: ${report.configPath === undefined ? 'none' : sayConfig(report.configPath, report.profile)} from ${escapeMarkdown(report.source)}`,
        ]),
    ...(report.engine
      ? [
          `Engine: ${code(report.engine.version ? `${report.engine.name} ${report.engine.version}` : report.engine.name)}`,
        ]
      : []),
    ...Object.entries(report.engine?.bundles ?? {}).map(
      ([name, { revision }]) => `Bundle: ${code(name)}${revision ? `, revision ${code(revision)}` : ''}`,
    ),
    ...(report.mode ? [`Mode: ${report.mode}, fallback: ${report.fallback}`] : []),
    ...(report.packs ? [`Packs: ${report.packs.map(code).join(', ')}`] : []),
    ...(report.runMode ? [`Run mode: ${report.runMode}`] : []),
    // A run that ended before it came to its licence says nothing of it.
    ...(report.refusal || report.reasonCode === 'stale' ? [] : [`Licence: ${report.license}`]),
    ...(report.policyDigest ? [`Policy digest: ${code(report.policyDigest)}`] : []),
    ...(report.requests === undefined ? [] : [`Requests to GitHub: ${report.requests}`]),
    ...(report.decisionLog ? [sayLog(report.decisionLog)] : []),
    ...(report.facts?.sha ? [`Judged commit: ${code(report.facts.sha)}`] : []),
  ]
  return ['### By what', lines.map((line) => `- ${line}`).join('\n')]
}

const sayConfig = (path: string, profile: string | undefined): string =>
  profile === undefined ? code(path) : `${code(path)}, profile ${code(profile)},`

// The hash says later whether the file is the one that was written.
const sayLog = ({ events, head }: NonNullable<Report['decisionLog']>): string =>
  `Decision log: ${count(events, 'event')}${head === undefined ? '' : `, the last has the hash ${code(head)}`}`

function notices(report: Report, room: number): readonly string[] {
  if (report.notices.length === 0) return []
  const shown = report.notices.slice(0, MAX_NOTICES).map(({ level, message, path, line }) => {
    const place = path === undefined ? '' : ` (${code(line === undefined ? path : `${path}:${line}`)})`
    return `- ${level === 'warning' ? '⚠️' : 'ℹ️'} ${escapeMarkdown(clip(message, 2 * MAX_REASON))}${place}`
  })
  const more = report.notices.length - shown.length
  const lines = keepLines(shown, room, (hidden) => `- …and ${hidden + more} more`)
  return ['### Worth knowing', [...lines, ...(more > 0 && lines === shown ? [`- …and ${more} more`] : [])].join('\n')]
}
