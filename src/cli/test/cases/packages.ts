import { interpret } from '../../../core/decision.js'
import { readOutcome } from '../../../pdp/local/answers.js'
import type { EmbeddedOpa } from '../../../pdp/local/embedded-opa.js'
import type { RegoModule } from '../../../pdp/local/protocol.js'
import { explainQueries } from '../explain.js'
import { problemsToTroubles } from '../problems.js'
import { CannotRun, type Difference, type FileOutcome, type TestOutcome } from '../result.js'
import type { Table } from './parse.js'
import type { AskedQuery } from './run.js'
import type { RawPackageTest } from './schema.js'

type PackageTable = Extract<Table, { kind: 'package' }>
type Material = { readonly modules: readonly RegoModule[]; readonly dataText?: string }

const EVALUATION_MS = 5_000

/** What these tables expect of packages, asked as their client would ask: an action on a resource in a context. */
export async function runPackageTables(
  tables: readonly PackageTable[],
  { modules, dataText }: Material,
  opa: EmbeddedOpa,
  now: number,
  isWanted: (name: string) => boolean,
  signal: AbortSignal,
): Promise<{ readonly files: readonly FileOutcome[]; readonly asked: readonly AskedQuery[] }> {
  const rows = tables.flatMap((table) =>
    table.raw.tests
      .map((test, i) => ({ table, test, i, path: table.raw.policy.replaceAll('.', '/'), input: inputOf(test, now) }))
      .filter(({ test }) => isWanted(`${table.raw.policy}.${test.name}`)),
  )
  const data = dataText === undefined ? {} : { dataText }
  const prepared = await opa.prepare(
    { modules, ...data, entrypoints: [...new Set(rows.map(({ path }) => path))] },
    { signal },
  )
  if (!prepared.ok) throw new CannotRun(problemsToTroubles(prepared.errors))
  const answers = await opa.eval(
    rows.map(({ path, input }) => ({ path, input })),
    { timeoutMs: EVALUATION_MS, signal },
  )
  const found = rows.map((row, i) => {
    const span = row.table.document.span(['tests', row.i, 'name'])
    const decision = interpret(readOutcome(answers[i], prepared.entrypoints.get(row.path)), 'check.execute')
    return { ...row, outcome: toOutcome(row.test, decision, { ...span, ms: (answers[i]?.ns ?? 0) / 1e6 }) }
  })
  const failed = found.filter(({ outcome }) => outcome.status === 'failed')
  const policies = { rules: { kind: 'rego' as const, modules }, ...data }
  const deciders = await explainQueries(opa, policies, failed)
  const decided = new Map(failed.map(({ outcome }, i) => [outcome, deciders[i] ?? []]))
  return {
    asked: found.map(({ path, input }) => ({ path, input })),
    files: tables.map((table) => ({
      path: table.path,
      kind: 'cases',
      tests: found
        .filter((one) => one.table === table)
        .map(({ outcome }) => {
          const decidedBy = decided.get(outcome) ?? []
          return outcome.failure && decidedBy.length > 0
            ? { ...outcome, failure: { ...outcome.failure, decidedBy } }
            : outcome
        }),
    })),
  }
}

/** The document that the client of these packages sends: the parts of the context stand beside it, too. */
function inputOf({ action, resource = {}, context, input }: RawPackageTest, now: number): Record<string, unknown> {
  const known = context ?? {}
  const beside = ['agent', 'session_id', 'run_id', 'budget', 'user'].map((key) => [key, known[key] ?? null])
  return {
    action,
    resource,
    context: known,
    timestamp: new Date(now).toISOString().replace('Z', '000'),
    ...(Object.keys(known).length > 0 && Object.fromEntries(beside)),
    ...input,
  }
}

type Place = Pick<TestOutcome, 'line' | 'column' | 'endColumn' | 'ms'>

function toOutcome(
  { name, expected }: RawPackageTest,
  decision: ReturnType<typeof interpret>,
  place: Place,
): TestOutcome {
  const { verdict } = decision
  const reasons = verdict === 'deny' ? decision.reasons : []
  const differences: Difference[] = []
  if (verdict !== expected.decision) {
    const actual = verdict === 'indeterminate' ? `${decision.code}: ${decision.message}` : verdict
    differences.push({ what: 'decision', expected: expected.decision, actual })
  }
  const sameSet = (what: string, want: readonly string[] | undefined, is: readonly string[]) => {
    const [wanted, got] = [want, is].map((texts) => [...new Set(texts ?? [])].sort().join('; '))
    if (want !== undefined && wanted !== got)
      differences.push({ what, expected: wanted || '(none)', actual: got || undefined })
  }
  sameSet('deny_reasons', expected.deny_reasons, reasons)
  sameSet('warnings', expected.warnings, 'warnings' in decision ? decision.warnings : [])
  const [first] = differences
  if (!first) return { name, ...place, status: 'passed' }
  const message = `${first.what} is ${first.actual ?? 'not there'}, and not ${first.expected}`
  const why = verdict === 'deny' ? `: ${reasons.join('; ')}` : ''
  return {
    name,
    ...place,
    status: 'failed',
    failure: { message, differences, about: `the package answers ${verdict}${why}` },
  }
}
