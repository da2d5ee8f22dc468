import { StepgateError, UsageError } from '../../../core/errors.js'
import type { Evaluation } from '../../../core/pdp.js'
import { chooseStance } from '../../../core/stance.js'
import type { StepReport } from '../../../core/steps.js'
import { combine, type Judgement, judge } from '../../../judge.js'
import { readsPart } from '../../../pdp/index.js'
import type { Workbench } from '../../local/open.js'
import { explainQueries } from '../explain.js'
import type { Difference, FileOutcome, TestOutcome } from '../result.js'
import { type Actual, compare } from './compare.js'
import type { Check, Planned, Target } from './plan.js'

export type PlannedTable = { readonly path: string; readonly cases: readonly Planned[] }
export type AskedQuery = { readonly path: string; readonly input: unknown }
export type Ran = { readonly files: readonly FileOutcome[]; readonly asked: readonly AskedQuery[] }

type Asked = Extract<Planned, { kind: 'asked' }>
type Answered = {
  readonly one: Asked
  readonly judgements: readonly Judgement[]
  readonly steps: ReadonlyMap<string, StepReport>
}

/** What becomes of these cases, all asked at once; throws where nobody could be asked. */
export async function runTables(bench: Workbench, tables: readonly PlannedTable[], signal: AbortSignal): Promise<Ran> {
  const { rules } = bench.policies
  if (rules.kind === 'failed') throw new UsageError(rules.code, rules.message, { path: bench.file.path })
  const asking = new Map<Planned, Promise<Answered>>()
  const mayRead = remember((part: string) =>
    readsPart(bench.config, bench.policies, bench.repository.source.kind, part),
  )
  const stance = chooseStance(undefined, bench.config.policy.engine, { kind: 'ask' })
  for (const one of tables.flatMap(({ cases }) => cases)) {
    if (one.kind !== 'asked') continue
    const { config, steps, subject, around } = one
    const judged = bench.readCircumstances(config, [subject], around).then((circumstances) =>
      judge({
        ...{ config, steps, subjects: [subject], stance, pdp: bench.pdp, beside: bench.beside },
        ...{ circumstances, mayRead, signal },
      }),
    )
    judged.catch(() => undefined)
    asking.set(
      one,
      judged.then((judgements) => ({ one, judgements, steps: combine(judgements) })),
    )
  }
  const answered = new Map<Planned, Answered>()
  for (const [one, promise] of asking) answered.set(one, await promise)
  refuseUnasked([...answered.values()].flatMap(({ judgements }) => judgements))
  const files = tables.map(
    ({ path, cases }): FileOutcome => ({
      path,
      kind: 'cases',
      tests: cases.map((one) => outcomeOf(one, answered.get(one))),
    }),
  )
  const asked = [...answered.values()].flatMap(({ judgements }) =>
    judgements.flatMap(({ records }) =>
      records.map(({ enforcement: { query } }) => ({ path: query.path, input: query.input })),
    ),
  )
  return { files: await withDeciders(bench, files, tables, answered), asked }
}

function remember(read: (part: string) => boolean): (part: string) => boolean {
  const known = new Map<string, boolean>()
  return (part) => {
    const answer = known.get(part) ?? read(part)
    known.set(part, answer)
    return answer
  }
}

// Not one of the cases has been answered then, whatever `fallback` makes of it: nothing was tested.
const UNASKED = /^ERR_(POLICY|SECURITY_POLICY|RULES|DATA|BUNDLE|OPA|RUN|PDP_(?!REJECTED|ANSWER))/

function refuseUnasked(judgements: readonly Judgement[]): void {
  const failed = judgements
    .flatMap(({ records }) => records)
    .map(({ evaluation }) => evaluation)
    .find(
      (evaluation): evaluation is Extract<Evaluation, { kind: 'error' }> =>
        evaluation.kind === 'error' && UNASKED.test(evaluation.code),
    )
  if (failed) throw new StepgateError(failed.code, failed.message)
}

function outcomeOf(one: Planned, answered: Answered | undefined): TestOutcome {
  const { name, position } = one
  const base = { name, ...position, ms: 0 }
  if (one.kind === 'skipped') return { ...base, status: 'skipped', ...(one.why !== undefined && { why: one.why }) }
  if (one.kind === 'wrong') return { ...base, status: 'errored', failure: { message: one.message } }
  if (!answered) return { ...base, status: 'errored', failure: { message: 'it was not asked' } }
  const ns = answered.judgements
    .flatMap(({ records }) => records)
    .reduce((sum, { evaluation }) => sum + (evaluation.ns ?? 0), 0)
  const timed = { ...base, ms: ns / 1e6 }
  const wrong = one.checks.flatMap((check) => {
    const actual = actualOf(check.target, answered.steps)
    if (!actual)
      return [{ check, differences: [{ what: 'outcome', expected: '(an answer)', actual: undefined }], about: '' }]
    const differences = compare(check.expected, actual)
    return differences.length === 0 ? [] : [{ check, differences, about: sayActual(check, actual) }]
  })
  if (wrong.length === 0) return { ...timed, status: 'passed' }
  const isOneOfMany = one.checks.length > 1
  const differences = wrong.flatMap(({ check, differences: found }): readonly Difference[] =>
    isOneOfMany ? found.map((diff) => ({ ...diff, what: `${check.target.step}: ${diff.what}` })) : found,
  )
  const [first] = differences
  const message = first
    ? `${first.what} is ${first.actual ?? 'not there'}, and not ${first.expected}`
    : 'it is otherwise'
  return {
    ...timed,
    status: 'failed',
    failure: { message, differences, about: wrong.map(({ about }) => about).join('\n') },
  }
}

function actualOf({ step, tool, capabilities }: Target, steps: ReadonlyMap<string, StepReport>): Actual | undefined {
  const report = steps.get(step)
  if (!report) return undefined
  const left = report.capabilities ? { left: report.capabilities.left, limits: report.capabilities.ruling } : {}
  if (capabilities) return report.capabilities && { ...report.capabilities.ruling, ...left }
  if (!tool) return { ...report, ...left }
  const found = report.tools.find(({ server, method }) => server === tool.server && method === tool.method)
  // What nobody can ask before the call is not let through by anybody.
  return found && { ...found, ...left, outcome: found.outcome === 'not-evaluated' ? 'block' : found.outcome }
}

function sayActual({ target }: Check, { outcome, reasonCode, reason, errorCode }: Actual): string {
  const what = target.tool
    ? `tool ${target.tool.server}/${target.tool.method} of step ${target.step}`
    : target.capabilities
      ? `capabilities of step ${target.step}`
      : `step ${target.step}`
  const code = errorCode === undefined ? reasonCode : `${reasonCode}, ${errorCode}`
  return `${what}: ${outcome} (${code})${reason === undefined ? '' : `: ${reason}`}`
}

async function withDeciders(
  bench: Workbench,
  files: readonly FileOutcome[],
  tables: readonly PlannedTable[],
  answered: ReadonlyMap<Planned, Answered>,
): Promise<readonly FileOutcome[]> {
  const failed = files.flatMap(({ tests }, f) =>
    tests.flatMap((test, i) => {
      const found = test.status === 'failed' ? answered.get(tables[f]?.cases[i] as Planned) : undefined
      const query = found && decidingQuery(found)
      return query ? [{ test, query }] : []
    }),
  )
  if (failed.length === 0 || bench.policies.rules.kind !== 'rego') return files
  const deciders = await explainQueries(
    bench.opa(),
    bench.policies,
    failed.map(({ query }) => query),
  )
  const byTest = new Map(failed.map(({ test }, i) => [test, deciders[i] ?? []]))
  return files.map((file) => ({
    ...file,
    tests: file.tests.map((test) => {
      const decidedBy = byTest.get(test) ?? []
      return test.failure && decidedBy.length > 0 ? { ...test, failure: { ...test.failure, decidedBy } } : test
    }),
  }))
}

/** The question that decided the first check that is otherwise than expected. */
function decidingQuery({ one, judgements, steps }: Answered): AskedQuery | undefined {
  const check = one.checks.find(({ target, expected }) => {
    const actual = actualOf(target, steps)
    return actual && compare(expected, actual).length > 0
  })
  if (!check) return undefined
  const { target } = check
  const blocked = [...steps.values()].find(
    ({ outcome, reasonCode }) => outcome === 'block' && reasonCode !== 'dependency_failed',
  )
  const step = steps.get(target.step)?.reasonCode === 'dependency_failed' ? (blocked?.id ?? target.step) : target.step
  const wantsCapabilities = target.capabilities || (check.expected.capabilities && !check.expected.outcome)
  // Where others are behind the run, whoever it was decided about comes first.
  const decided = steps.get(step)?.outcome
  const [first, second] = [true, false].map((so) =>
    judgements.filter(({ settled }) => (settled.get(step)?.outcome === decided) === so),
  )
  const records = [...(first ?? []), ...(second ?? [])].flatMap((judgement) => judgement.records)
  const found = records.find(
    ({ enforcement: { query } }) =>
      query.step === step &&
      (target.tool
        ? query.tool?.server === target.tool.server && query.tool.method === target.tool.method
        : wantsCapabilities
          ? query.scope === 'capability.resolve'
          : query.scope === 'check.execute'),
  )
  return found && { path: found.enforcement.query.path, input: found.enforcement.query.input }
}
