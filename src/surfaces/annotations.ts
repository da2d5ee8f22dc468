import { sayReason } from '../core/combine.js'
import type { Effect, Level } from '../core/effect.js'
import { placeOf, type Report } from '../core/report.js'
import type { StepReport } from '../core/steps.js'
import type { Surface } from '../core/surface.js'
import { clip, toLine } from '../core/text.js'
import { strictestFirst, weigh } from './said.js'

// GitHub shows ten annotations of each level and step, and 4,096 characters of each message.
const MAX_OF_A_LEVEL = 10
const MAX_MESSAGE = 4096
// What is said beyond that must leave room for the way out.
const MAX_REASON = 3000
const MAX_WAY_OUT = 900

type Annotation = Extract<Effect, { kind: 'annotation' }>

/** Annotations at the lines of the config: denials as errors, what would be denied, or runs undecided, as warnings. */
export const annotations: Surface = {
  name: 'annotations',
  render: (report, options) => {
    if (!options.annotations) return []
    const all = [...refusal(report), ...steps(report), ...notices(report)]
    return (['error', 'warning', 'notice'] as const).flatMap((level) => capped(level, all))
  },
}

function refusal(report: Report): readonly Annotation[] {
  if (!report.refusal) return []
  const { code, message, hint, path, line, column } = report.refusal
  const text = hint === undefined ? message : `${message}\n${hint}`
  return [annotation('error', code, text, { ...(path && { path }), ...(line && { line }), ...(column && { column }) })]
}

function steps(report: Report): readonly Annotation[] {
  // A run that could not ask says why once, not once for each of its steps.
  if (report.refusal) return []
  return report.steps.flatMap((step) => {
    const said = step.reasonCode === 'dependency_failed' ? undefined : annotateStep(step)
    return said ? [annotation(said.level, said.title, said.message, placeOf(report, step))] : []
  })
}

/** What there is to remark on a step; undefined where it is simply allowed. */
export function annotateStep(step: StepReport): Pick<Annotation, 'level' | 'title' | 'message'> | undefined {
  const id = JSON.stringify(step.id)
  const reason = step.reason ?? step.reasonCode
  switch (step.outcome) {
    case 'pass':
      return undefined
    case 'block':
      return { level: 'error', title: titleOf(step), message: withWayOut(step, `step ${id} is blocked: ${reason}`) }
    case 'warn':
      if (step.reasons?.some((one) => weigh(one) === 'lifted'))
        return { level: 'warning', title: 'overridden', message: `step ${id} may run: ${reason}` }
      if (isFallback(step, reason))
        return {
          level: 'warning',
          title: 'policy_denied',
          message: `step ${id} may run by "fallback: allow": ${reason}`,
        }
      // What only advises blocks in no mode.
      return {
        level: 'warning',
        title: 'policy_denied',
        message: `step ${id} ${reason.startsWith('advisory: ') ? 'may run' : 'would be blocked'}: ${reason}`,
      }
    case 'pending':
      return { level: 'notice', title: 'approval_required', message: withWayOut(step, `step ${id} waits: ${reason}`) }
  }
}

// Nobody has denied what no answer was had for.
const isFallback = ({ reasonCode }: StepReport, reason: string): boolean =>
  (reasonCode === 'no_policy_result' || reasonCode === 'evaluation_failed') && !/^(audit|advisory): /.test(reason)

/** The text with the first thing that a pack says against the step, and the way out of it, where those are not in it yet. */
function withWayOut({ reasons = [], outcome, reasonCode }: StepReport, text: string): string {
  if (reasonCode === 'dependency_failed') return text
  const wanted = outcome === 'pending' ? ['approval'] : ['denied', 'undecided']
  const first = strictestFirst(reasons).find((reason) => wanted.includes(weigh(reason)))
  if (!first) return text
  const shown = clip(text, MAX_REASON)
  const { message, wayOut = '' } = first
  if (!shown.includes(message))
    return `${shown}\n${clip(sayReason({ ...first, message: clip(message, 300) }), MAX_WAY_OUT)}`
  return shown.includes(wayOut) ? text : `${shown}\nway out: ${clip(wayOut, MAX_WAY_OUT)}`
}

const titleOf = ({ reasonCode, skipReason }: StepReport): string =>
  reasonCode === 'stale' ? 'stale' : (skipReason ?? 'policy_denied')

/** At most `max` characters, in which lines stay lines and what else is no text shows as an escape. */
export const toLines = (text: string, max: number): string =>
  clip(clip(text, max).split('\n').map(toLine).join('\n'), max)

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
  message: toLines(message, MAX_MESSAGE),
  ...place,
})

function capped(level: Level, all: readonly Annotation[]): readonly Annotation[] {
  const mine = all.filter((item) => item.level === level)
  if (mine.length <= MAX_OF_A_LEVEL) return mine
  const shown = mine.slice(0, MAX_OF_A_LEVEL - 1)
  const title = mine[shown.length]?.title ?? 'stepgate'
  return [...shown, annotation(level, title, `and ${mine.length - shown.length} more; the job summary lists them`, {})]
}
