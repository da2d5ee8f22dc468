import type { Remark } from '../core/effect.js'
import type { Report, Result } from '../core/report.js'
import type { Surface } from '../core/surface.js'
import { annotateStep, toLines } from './annotations.js'
import { renderSummary } from './summary.js'
import { judgedHead, sayVerdict } from './verdict.js'

// GitHub refuses more than 65,535 characters of output with 422, and nobody says of what kind.
const MAX_SUMMARY_BYTES = 64_000
// An annotation's message takes 64 KB; three bytes are the most that a UTF-16 unit takes.
const MAX_MESSAGE = Math.floor((64 * 1024) / 3)
// Fifty go in one request, and a token has a thousand requests an hour for the whole repository.
const MAX_ANNOTATIONS = 1000

const CONCLUSIONS = {
  allowed: 'success',
  denied: 'failure',
  pending: 'action_required',
  error: 'failure',
  disabled: 'success',
  bootstrap: 'success',
} as const satisfies Readonly<Record<Result, string>>

/** A check run on the judged head, with a remark at the line of every step that is not simply allowed. */
export const checkRun: Surface = {
  name: 'check-run',
  render: (report, options) => {
    const sha = judgedHead(report)
    if (!options.checkRun || sha === undefined) return []
    return [
      {
        kind: 'check-run',
        sha,
        name: 'stepgate',
        conclusion: CONCLUSIONS[report.result],
        title: sayVerdict(report),
        summary: renderSummary(report, MAX_SUMMARY_BYTES),
        annotations: capped(remarks(report)),
        ...(report.facts?.pullRequest && { number: report.facts.pullRequest.number }),
        ...(options.runUrl !== undefined && { detailsUrl: options.runUrl }),
      },
    ]
  },
}

function remarks(report: Report): readonly Remark[] {
  const { refusal, configPath: path } = report
  if (refusal) {
    // A run that could not ask says why once, not once for each of its steps.
    if (refusal.path === undefined) return []
    return [remark('error', refusal.code, refusal.message, refusal.path, refusal.line ?? 1)]
  }
  if (path === undefined) return []
  return report.steps.flatMap((step) => {
    const said = annotateStep(step)
    return said ? [remark(said.level, said.title, said.message, step.position.path ?? path, step.position.line)] : []
  })
}

const remark = (level: Remark['level'], title: string, message: string, path: string, line: number): Remark => ({
  level,
  title,
  message: toLines(message, MAX_MESSAGE),
  path,
  line,
})

function capped(all: readonly Remark[]): readonly Remark[] {
  const next = all[MAX_ANNOTATIONS - 1]
  if (all.length <= MAX_ANNOTATIONS || !next) return all
  const message = `and ${all.length - MAX_ANNOTATIONS + 1} more; the output "decisions" and the report have them all`
  return [...all.slice(0, MAX_ANNOTATIONS - 1), { ...next, title: 'stepgate', message }]
}
