import type { Effect, Level } from '../core/effect.js'
import { placeOf, type Report } from '../core/report.js'
import type { StepReport } from '../core/steps.js'
import type { Surface } from '../core/surface.js'
import { clip, toLine } from '../core/text.js'

// GitHub shows ten annotations of each level and step, and 4,096 characters of each message.
const MAX_OF_A_LEVEL = 10
const MAX_MESSAGE = 4096

type Annotation = Extract<Effect, { kind: 'annotation' }>

/** Annotations at the lines of the config: denials as errors, what would be denied as warnings. */
export const annotations: Surface = {
  name: 'annotations',
  render: (report, options) => {
    if (!options.annotations) return []
    const all = [...refusal(report), ...report.steps.flatMap((step) => annotateStep(step, report)), ...notices(report)]
    return (['error', 'warning', 'notice'] as const).flatMap((level) => capped(level, all))
  },
}

function refusal(report: Report): readonly Annotation[] {
  if (!report.refusal) return []
  const { code, message, hint, path, line, column } = report.refusal
  const text = hint === undefined ? message : `${message}\n${hint}`
  return [annotation('error', code, text, { ...(path && { path }), ...(line && { line }), ...(column && { column }) })]
}

function annotateStep(step: StepReport, report: Report): readonly Annotation[] {
  // A run that could not ask says why once, not once for each of its steps.
  if (report.refusal || step.reasonCode === 'dependency_failed') return []
  const reason = step.reason ?? step.reasonCode
  const place = placeOf(report, step)
  switch (step.outcome) {
    case 'pass':
      return []
    case 'block':
      return [annotation('error', 'policy_denied', `step ${JSON.stringify(step.id)} is blocked: ${reason}`, place)]
    case 'warn':
      return [
        annotation('warning', 'policy_denied', `step ${JSON.stringify(step.id)} would be blocked: ${reason}`, place),
      ]
    case 'pending':
      return [annotation('notice', 'approval_required', `step ${JSON.stringify(step.id)} waits: ${reason}`, place)]
  }
}

const notices = (report: Report): readonly Annotation[] =>
  report.notices.map(({ level, message, path, line, column }) =>
    annotation(level, 'stepgate', message, { ...(path && { path }), ...(line && { line }), ...(column && { column }) }),
  )

const annotation = (
  level: Level,
  title: string,
  message: string,
  place: Pick<Annotation, 'path' | 'line' | 'column'>,
): Annotation => ({
  kind: 'annotation',
  level,
  title,
  // Lines stay lines; what else is no text shows as an escape.
  message: clip(message.split('\n').map(toLine).join('\n'), MAX_MESSAGE),
  ...place,
})

function capped(level: Level, all: readonly Annotation[]): readonly Annotation[] {
  const mine = all.filter((item) => item.level === level)
  if (mine.length <= MAX_OF_A_LEVEL) return mine
  const shown = mine.slice(0, MAX_OF_A_LEVEL - 1)
  const title = mine[shown.length]?.title ?? 'stepgate'
  return [...shown, annotation(level, title, `and ${mine.length - shown.length} more; the job summary lists them`, {})]
}
