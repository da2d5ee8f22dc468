import { UsageError } from '../../core/errors.js'
import type { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import type { RegoModule, Tested, TestResult } from '../../pdp/local/protocol.js'
import { problemsToTroubles } from './problems.js'
import { CannotRun, type Failure, type FileOutcome, type TestOutcome } from './result.js'

export type RegoRun = {
  readonly modules: readonly RegoModule[]
  readonly dataText?: string
  readonly run?: string
  readonly coverage: boolean
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

// The tester ends by itself; this is for what never looks at the clock.
const GRACE_MS = 5_000

/** The Rego tests among these files, by OPA's own tester; throws where they do not compile. */
export async function runRegoTests(
  opa: EmbeddedOpa,
  { modules, dataText, run, coverage, timeoutMs, signal }: RegoRun,
): Promise<{ readonly files: readonly FileOutcome[]; readonly coverage: Tested['coverage'] }> {
  const request = {
    modules,
    coverage,
    timeoutMs,
    ...(dataText !== undefined && { dataText }),
    ...(run !== undefined && { run }),
  }
  const reply = await opa.test(request, { timeoutMs: timeoutMs + GRACE_MS, signal })
  if (!reply.ok) {
    const [first] = reply.errors
    // What RE2 has not, as look-arounds, is refused by OPA and not by us.
    if (run !== undefined && first?.file === undefined && /regexp/.test(first?.message ?? ''))
      throw new UsageError('ERR_USAGE', `"--run" is no regular expression of OPA: ${first?.message}`)
    throw new CannotRun(problemsToTroubles(reply.errors))
  }
  const byFile = new Map<string, TestResult[]>()
  for (const result of reply.results) byFile.set(result.file, [...(byFile.get(result.file) ?? []), result])
  const files = [...byFile]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, results]): FileOutcome => ({ path, kind: 'rego', tests: results.map(toOutcome) }))
  return { files, coverage: reply.coverage }
}

function toOutcome(result: TestResult): TestOutcome {
  const { name, row, skip, pass, output, duration_ns: ns } = result
  const base = {
    name,
    package: result.package.replace(/^data\./, ''),
    line: row,
    column: 1,
    ms: ns / 1e6,
    ...(output !== undefined && output !== '' && { output }),
  }
  if (skip) return { ...base, status: 'skipped' }
  // Whatever is neither is no pass.
  if (pass && !result.fail && !result.error) return { ...base, status: 'passed' }
  return { ...base, status: result.error ? 'errored' : 'failed', failure: failureOf(result) }
}

function failureOf({ error, failedAt, values }: TestResult): Failure {
  if (error) {
    const place = error.row === undefined ? '' : ` (line ${error.row})`
    return { message: `${error.message}${place}`, ...(error.hint !== undefined && { hint: error.hint }) }
  }
  return {
    message: failedAt ? `it does not hold: ${failedAt.text.split('\n')[0]}` : 'it does not hold',
    ...(failedAt && { failedAt: { text: failedAt.text, line: failedAt.row, column: failedAt.col } }),
    ...(values && { values }),
  }
}
