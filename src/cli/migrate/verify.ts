import type { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import type { EvalOutcome, OpaProblem } from '../../pdp/local/protocol.js'
import type { Group } from './groups.js'
import { SAMPLES } from './samples.js'
import type { TranslatedGroup } from './translate.js'

/** What was compared before and after, and what is otherwise; with any of it, nothing is to be written. */
export type Verified = {
  readonly tests: number
  /** Tests that failed before, and fail now. */
  readonly failing: readonly string[]
  readonly answers: number
  /** Answers that are another one each time, as those of clocks. */
  readonly unsteady: number
  readonly broken: readonly string[]
  readonly problems: readonly OpaProblem[]
}

export const NOTHING: Verified = { tests: 0, failing: [], answers: 0, unsteady: 0, broken: [], problems: [] }

export const together = (a: Verified, b: Verified): Verified => ({
  tests: a.tests + b.tests,
  failing: [...a.failing, ...b.failing],
  answers: a.answers + b.answers,
  unsteady: a.unsteady + b.unsteady,
  broken: [...a.broken, ...b.broken],
  problems: [...a.problems, ...b.problems],
})

/** Whether the tests and the answers of this group are the same as v1. */
export async function verifyGroup({ before, after, files }: TranslatedGroup, opa: EmbeddedOpa): Promise<Verified> {
  if (files.length === 0) return NOTHING
  return together(await verifyTests(before, after, opa), await verifyAnswers(before, after, opa))
}

const TEST_MS = 60_000
const ANSWER_MS = 1_000

async function verifyTests(before: Group, after: Group, opa: EmbeddedOpa): Promise<Verified> {
  if (!before.modules.some(({ text }) => /\btest_/.test(text))) return NOTHING
  const limits = { timeoutMs: TEST_MS }
  const old = await opa.test({ ...before, ...limits }, { timeoutMs: TEST_MS + 30_000 })
  const now = await opa.test({ ...after, ...limits }, { timeoutMs: TEST_MS + 30_000 })
  if (!old.ok) return { ...NOTHING, problems: old.errors }
  if (!now.ok) return { ...NOTHING, problems: now.errors }
  const key = (test: { readonly file: string; readonly package: string; readonly name: string }) =>
    `${test.file}: ${test.package}.${test.name}`
  const passes = new Map(now.results.map((test) => [key(test), test.pass || test.skip]))
  const passed = old.results.filter((test) => test.pass || test.skip).map(key)
  const failing = old.results.filter((test) => !test.pass && !test.skip).map(key)
  const broken = passed
    .filter((name) => passes.get(name) !== true)
    .map((name) => `the test ${name} passed, and fails as v1`)
  return { ...NOTHING, tests: old.results.length, failing, broken }
}

async function verifyAnswers(before: Group, after: Group, opa: EmbeddedOpa): Promise<Verified> {
  const inspected = await opa.inspect(before)
  if (!inspected.ok) return { ...NOTHING, problems: inspected.errors }
  const paths = inspected.packages
    .filter(({ files }) => files.some((file) => !file.endsWith('_test.rego')))
    .map(({ path }) => path)
  const old = await ask(before, paths, opa)
  if ('problems' in old) return { ...NOTHING, problems: old.problems }
  const again = await ask(before, paths, opa)
  const now = await ask(after, paths, opa)
  if ('problems' in now) return { ...NOTHING, problems: now.problems }
  const steady = old.answers.map((answer, i) => 'answers' in again && again.answers[i] === answer)
  const broken = new Set(
    old.answers.flatMap((answer, i) =>
      steady[i] && now.answers[i] !== answer
        ? [`data.${(paths[Math.floor(i / SAMPLES.length)] ?? '').replaceAll('/', '.')} answers otherwise as v1`]
        : [],
    ),
  )
  const answers = steady.filter(Boolean).length
  return { ...NOTHING, answers, unsteady: steady.length - answers, broken: [...broken] }
}

type Asked = { readonly answers: readonly string[] } | { readonly problems: readonly OpaProblem[] }

async function ask(group: Group, paths: readonly string[], opa: EmbeddedOpa): Promise<Asked> {
  const prepared = await opa.prepare({ ...group, entrypoints: paths })
  if (!prepared.ok) return { problems: prepared.errors }
  const queries = paths.flatMap((path) => SAMPLES.map((input) => ({ path, ...(input !== undefined && { input }) })))
  const outcomes = await opa.eval(queries, { timeoutMs: ANSWER_MS })
  return { answers: outcomes.map(say) }
}

// The words of an error name places, which are others now; that it is one, and which, has to stay.
function say(outcome: EvalOutcome): string {
  switch (outcome.kind) {
    case 'result':
      return JSON.stringify(outcome.value)
    case 'undefined':
      return 'undefined'
    case 'error':
      return `error ${outcome.error.code}`
  }
}
