import { renderJsonText } from '../../json-text.js'
import type { Decider, Failure, TestOutcome, TestReport } from '../result.js'

/** The report for a program, as `schemas/cli/test.schema.json` describes it. */
export const renderJson = ({ files, summary, ok, ms, coverage, notes }: TestReport): string =>
  renderJsonText({
    version: 1,
    ok,
    summary: { ...summary, ms: round(ms) },
    files: files.map(({ path, kind, tests }) => ({ path, kind, tests: tests.map(toTest) })),
    ...(coverage && {
      coverage: {
        percent: coverage.percent,
        ...(coverage.threshold !== undefined && { threshold: coverage.threshold }),
        files: coverage.files.map(({ path, percent, covered, lines, notCovered }) => ({
          path,
          percent,
          covered_lines: covered,
          lines,
          not_covered: notCovered,
        })),
      },
    }),
    notes: [...notes, ...(coverage?.notes ?? [])],
  })

const round = (ms: number): number => Math.round(ms * 1000) / 1000

const toTest = ({ name, package: inside, line, column, status, ms, why, failure, output }: TestOutcome) => ({
  name,
  ...(inside !== undefined && { package: inside }),
  line,
  column,
  status,
  ms: round(ms),
  ...(why !== undefined && { why }),
  ...(failure && { failure: toFailure(failure) }),
  ...(output !== undefined && { output }),
})

const toFailure = ({ message, differences, about, decidedBy, failedAt, values, hint }: Failure) => ({
  message,
  ...(differences && {
    differences: differences.map(({ what, expected, actual }) => ({ what, expected, actual: actual ?? null })),
  }),
  ...(about !== undefined && { about }),
  ...(decidedBy && { decided_by: decidedBy.map(toDecider) }),
  ...(failedAt && { failed_at: failedAt }),
  ...(values && { values }),
  ...(hint !== undefined && { hint }),
})

const toDecider = ({ rule, file, line, column, text, outcome, failed }: Decider) => ({
  rule,
  file,
  line,
  column,
  text,
  outcome,
  ...(failed && { failed }),
})
