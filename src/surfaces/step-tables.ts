import type { Report } from '../core/report.js'
import type { StepReport } from '../core/steps.js'
import { clip, count } from '../core/text.js'
import { code, escapeMarkdown, size, table } from './markdown.js'
import { sayModify } from './modify.js'

const MAX_NAME = 300
const MAX_REASON = 600
const MAX_ITEMS = 20

/** An outcome as tables show it. */
export const SIGNS = {
  pass: '✅ pass',
  warn: '⚠️ warn',
  block: '⛔ block',
  pending: '⏳ pending',
  'not-evaluated': '➖ not evaluated',
} as const

/** The tables of steps, tools and capabilities, as far as there is room for them in bytes. */
export function renderSteps(report: Report, room: number): readonly string[] {
  const tools = report.steps.flatMap((step) => step.tools.map((tool) => ({ step, tool })))
  const ai = report.steps.filter((step) => step.capabilities)
  const steps = keepWhatFits(report.steps, room * 0.6, stepCells, (step) => step.outcome !== 'pass')
  const toolRows = keepWhatFits(
    tools,
    room * 0.2,
    ({ step, tool }) => [
      name(step.id),
      name(`${tool.server}/${tool.method}`),
      SIGNS[tool.outcome],
      sayReason(tool.reason),
    ],
    ({ tool }) => !tool.allowed,
  )
  const aiRows = keepWhatFits(
    ai,
    room * 0.2,
    (step) => [name(step.id), ...capabilityCells(step)],
    () => true,
  )
  return [
    ...section('Steps', ['Step', 'Outcome', 'Why'], steps, report.steps.length, 'step'),
    ...section('MCP tools', ['Step', 'Tool', 'Outcome', 'Why'], toolRows, tools.length, 'tool'),
    ...section('AI capabilities', ['Step', 'Edit', 'Bash', 'Delegate', 'Tools', 'Why'], aiRows, ai.length, 'step'),
  ]
}

/** The table of these steps alone, with what is not a plain pass first where not all of them fit. */
export function renderStepTable(steps: readonly StepReport[], room: number): readonly string[] {
  const rows = keepWhatFits(steps, room, stepCells, (step) => step.outcome !== 'pass')
  return section('Steps', ['Step', 'Outcome', 'Why'], rows, steps.length, 'step')
}

/** A reason as a cell shows it. */
export const sayReason = (text: string | undefined): string =>
  text === undefined ? '' : escapeMarkdown(clip(text, MAX_REASON))

/** A name out of the config as a cell shows it. */
export const name = (text: string): string => code(clip(text, MAX_NAME))

const stepCells = (step: StepReport): readonly string[] => [
  name(step.id),
  SIGNS[step.outcome],
  cell([
    sayReason(step.reason),
    step.errorCode ? code(step.errorCode) : '',
    step.modify ? `🔧 ${sayModify(step.modify)}` : '',
    ...warnings(step.warnings),
  ]),
]

const warnings = (all: readonly string[]): readonly string[] =>
  atMost(all).map((text, i) => (i < MAX_ITEMS ? `⚠️ ${sayReason(text)}` : text))

// One step must not take the room of all the others.
const atMost = (items: readonly string[]): readonly string[] =>
  items.length <= MAX_ITEMS ? items : [...items.slice(0, MAX_ITEMS), `…and ${items.length - MAX_ITEMS} more`]

const cell = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('<br>')

function capabilityCells(step: StepReport): readonly string[] {
  const { left, ruling } = step.capabilities as NonNullable<StepReport['capabilities']>
  const yes = (on: boolean) => (on ? 'yes' : 'no')
  const tools =
    left.allowedTools === undefined
      ? 'all'
      : left.allowedTools.length === 0
        ? 'none'
        : atMost(left.allowedTools)
            .map((tool, i) => (i < MAX_ITEMS ? name(tool) : tool))
            .join(', ')
  const said = cell([sayReason(ruling.reason), ...warnings(ruling.warnings)])
  return [yes(left.allowEdit), yes(left.allowBash), yes(left.enableDelegate), tools, said]
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
          `…and ${count(hidden, `more ${noun}`)} for which there is no room here; the output \`decisions\` and the report have them all.`,
        ]
  return [`### ${title}`, table(head, [...rows.values()]), ...more]
}
