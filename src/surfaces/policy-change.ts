import type { Preview, StepChange } from '../core/change.js'
import type { Report } from '../core/report.js'
import { count } from '../core/text.js'
import { code, escapeMarkdown, keepLines, table } from './markdown.js'
import { name, SIGNS, sayReason } from './step-tables.js'

const MAX_PATHS = 20

/** What a pull request that changes its own judges would do once merged, step by step; empty where it changes none. */
export function renderPolicyChange(report: Report, room: number): readonly string[] {
  const change = report.policyChange
  if (!change) return []
  const shown = change.paths.slice(0, MAX_PATHS).map(name)
  const more = change.paths.length > MAX_PATHS ? ` and ${change.paths.length - MAX_PATHS} more` : ''
  const judges =
    report.result === 'bootstrap' ? 'There is none of it yet in' : 'Until that is merged, it is judged by what is in'
  return [
    '### What this change would do',
    `It changes ${shown.join(', ')}${more}. ${judges} ${escapeMarkdown(report.source)}.`,
    ...renderPreview(change.preview, room),
  ]
}

function renderPreview(preview: Preview | undefined, room: number): readonly string[] {
  if (!preview) return ['It was not tried out.']
  switch (preview.kind) {
    case 'failed':
      return [
        `**Once merged, the gate could not ask:** ${sayReason(preview.message)} ${code(preview.code)}`,
        'As it is, every step would be blocked.',
      ]
    case 'steps':
      return renderChanges(preview.steps, room)
  }
}

function renderChanges(steps: readonly StepChange[], room: number): readonly string[] {
  const differs = ({ before, after }: StepChange) => before?.outcome !== after?.outcome
  const changed = steps.filter(differs)
  if (changed.length === 0)
    return [
      `No decision about this pull request changes (${count(steps.length, 'step')}). Other people may be judged in another way.`,
    ]
  const rows = [...changed, ...steps.filter((step) => !differs(step))].map((step) => [
    name(step.id),
    sayVerdict(step.before),
    sayVerdict(step.after),
  ])
  const [head, line, ...body] = table(['Step', 'Now', 'Once merged'], rows).split('\n')
  let hidden = 0
  const kept = keepLines(body, room, (n) => {
    hidden = n
    return ''
  }).filter((row) => row !== '')
  return [
    `${count(changed.length, 'decision')} of ${steps.length} would change.`,
    [head, line, ...kept].join('\n'),
    hidden > 0 ? `…and ${count(hidden, 'more step')} for which there is no room here.` : '',
  ]
}

const sayVerdict = (verdict: StepChange['before']): string => {
  if (!verdict) return '➖ not there'
  const reason = sayReason(verdict.reason)
  return reason === '' ? SIGNS[verdict.outcome] : `${SIGNS[verdict.outcome]}: ${reason}`
}
