import { toLine } from '../../core/text.js'
import type { CliIo } from '../io.js'
import { mark, paint, type Style, type Terminal } from '../terminal.js'
import { type Answer, goesOn, type Who } from './answer.js'
import { renderReasons, repeats, sayModify } from './reasons.js'
import { listCapabilities, MARKS, sayOutcome, sayReason } from './words.js'

const STYLES = { pass: 'green', warn: 'yellow', block: 'red', pending: 'yellow', 'not-evaluated': 'red' } as const

export const styleOf = ({ outcome }: Pick<Answer, 'outcome'>): Style => STYLES[outcome]

/** The mark of this outcome as the terminal can show it. */
export const markOf = (answer: Pick<Answer, 'outcome'>, terminal: Terminal): string =>
  paint(terminal, styleOf(answer), mark(terminal, MARKS[answer.outcome]))

/** What became of a question, for a person: first the outcome, then what is behind it. */
export function renderAnswer(
  answer: Answer,
  who: Who,
  assumed: readonly string[],
  { stdout }: Pick<CliIo, 'stdout'>,
): readonly string[] {
  const { terminal } = stdout
  const { reason, reasonCode, errorCode, warnings, approvals, dependencies, tools, capabilities } = answer
  const { reasons = [], modify } = answer
  const because = who.roles.map(({ role, because }) => toLine(`${role}${because === undefined ? '' : ` (${because})`}`))
  const row = (label: string, text: string) => `  ${paint(terminal, 'dim', `${label}:`)} ${text}`
  const small = (outcome: Answer['outcome'], text: string) => `${markOf({ outcome }, terminal)} ${text}`
  const missing = new Set(approvals.filter(({ met }) => !met).map((one) => one.reason))
  return [
    `${markOf(answer, terminal)} ${paint(terminal, 'bold', sayOutcome(answer, who))}`,
    ...(reason === undefined || repeats(reason, reasons) ? [] : [`  ${sayReason(reason)}`]),
    ...warnings
      .filter((warning) => !repeats(warning, reasons))
      .map((warning) => `  ${paint(terminal, 'yellow', '!')} ${sayReason(warning)}`),
    row('reason code', [reasonCode, errorCode].filter((code) => code !== undefined).join(', ')),
    row('roles', because.length === 0 ? 'none' : because.join(', ')),
    ...renderReasons(reasons, terminal),
    ...(modify ? [row('runs with', sayModify(modify))] : []),
    ...[...missing].filter((text) => text !== reason).map((text) => row('approvals', sayReason(text))),
    ...dependencies.map((step) =>
      row(
        'depends on',
        small(step.outcome, `${toLine(step.id)}${step.reason === undefined ? '' : ` (${sayReason(step.reason)})`}`),
      ),
    ),
    ...renderTools(tools, terminal, row),
    ...(capabilities && answer.question.scope !== 'tool.invoke'
      ? [row('capabilities', listCapabilities(capabilities.left))]
      : []),
    ...assumed.map((text) => row('assumed', toLine(text))),
  ]
}

const MAX_TOOLS = 8

function renderTools(
  tools: Answer['tools'],
  terminal: Terminal,
  row: (label: string, text: string) => string,
): readonly string[] {
  if (tools.length === 0) return []
  // Those that may not be called are what somebody looks for.
  const sorted = [...tools].sort((a, b) => Number(goesOn(a)) - Number(goesOn(b)))
  const shown = sorted
    .slice(0, MAX_TOOLS)
    .map((tool) => `${markOf(tool, terminal)} ${toLine(`${tool.server}/${tool.method}`)}`)
  const hidden = tools.length - shown.length
  return [row('tools', [...shown, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join(', '))]
}
