import { join } from 'node:path'
import { StepgateError, UsageError } from '../../core/errors.js'
import { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import type { Tested } from '../../pdp/local/protocol.js'
import type { Tools } from '../command.js'
import type { Around } from '../local/circumstances.js'
import { openWorkbench, type Workbench } from '../local/open.js'
import type { CaseFlags } from './cases/around.js'
import { type Bound, bindTable, readPayload } from './cases/benches.js'
import { runPackageTables } from './cases/packages.js'
import type { Table } from './cases/parse.js'
import { planTable } from './cases/plan.js'
import { type AskedQuery, type PlannedTable, runTables } from './cases/run.js'
import { coverCases, mergeCoverage } from './coverage.js'
import { showPath } from './find.js'
import { type Material, type Named, readMaterial } from './material.js'
import { errorToTrouble, problemsToTroubles } from './problems.js'
import { runRegoTests } from './rego.js'
import { CannotRun, type FileOutcome, summarize, type TestReport } from './result.js'

export type Options = Named & {
  readonly paths: readonly string[]
  readonly run?: string
  readonly coverage: boolean
  readonly threshold?: number
} & CaseFlags

type GateTable = Extract<Table, { kind: 'gate' }>
type PackageTable = Extract<Table, { kind: 'package' }>
type Part = {
  readonly files: readonly FileOutcome[]
  readonly coverage?: NonNullable<Tested['coverage']>['files']
  readonly notes?: readonly string[]
  /** Where the paths of the coverage start from. */
  readonly root?: string
}

const RUN_MS = 120_000
// Each case says what its own run knows.
const NOTHING_SAID: Around = { usage: new Map(), saidBy: 'case' }
const TEST = /^\s*(todo_)?test_/m

/** Runs all tests and cases of these paths; throws CannotRun or StepgateError where they cannot be run. `involve` hears of every file. */
export async function runTests(
  options: Options,
  tools: Tools,
  involve: Involve = () => undefined,
): Promise<TestReport> {
  const startedAt = performance.now()
  const wanted = options.run === undefined ? undefined : parsePattern(options.run)
  const isWanted = (name: string) => wanted === undefined || wanted.test(name)
  const material = await readMaterial(tools, options, options.paths)
  involve(material.files, material.folders)
  const signal = AbortSignal.timeout(RUN_MS)
  const groups = groupGates(material, options, tools)
  const parts = await all([
    runRego(material, options, tools, signal),
    ...groups.map(([bound, tables]) => runGroup(bound, tables, { options, tools, isWanted, involve, signal })),
    runPackages(material, options, tools, isWanted, signal),
  ])
  const files = parts.flatMap((part) => part.files).filter(({ tests }) => tests.length > 0)
  if (files.length === 0) throw nothingFound(options, material)
  const coverage = options.coverage ? coverageOf(parts, options, tools) : undefined
  const summary = summarize(files)
  const isUnder = coverage?.threshold !== undefined && coverage.percent < coverage.threshold
  return {
    files,
    summary,
    ok: summary.failed === 0 && summary.errored === 0 && !isUnder,
    ms: performance.now() - startedAt,
    ...(coverage && { coverage }),
    notes: [...material.notes, ...parts.flatMap(({ notes = [] }) => notes)],
  }
}

export type Involve = (files: readonly string[], folders: readonly string[]) => void

/** All of them, each to its end; what kept any of them from running is thrown together. */
async function all(running: readonly Promise<Part>[]): Promise<readonly Part[]> {
  const settled = await Promise.allSettled(running)
  const wrong = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  const troubles = wrong.flatMap((reason) => {
    if (reason instanceof CannotRun) return reason.troubles
    if (reason instanceof StepgateError) return [errorToTrouble(reason)]
    throw reason
  })
  // The same file may be compiled for tests and for cases.
  const seen = new Map(troubles.map((one) => [JSON.stringify([one.code, one.message, one.path, one.line]), one]))
  if (seen.size > 0) throw new CannotRun([...seen.values()])
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}

function parsePattern(text: string): RegExp {
  try {
    return new RegExp(text)
  } catch (cause) {
    throw new UsageError('ERR_USAGE', `"--run" is no regular expression: ${JSON.stringify(text)}`, { cause })
  }
}

async function runRego(
  { modules, data }: Material,
  { run, coverage }: Options,
  { parts }: Tools,
  signal: AbortSignal,
): Promise<Part> {
  if (!modules.some(({ text }) => TEST.test(text))) return { files: [] }
  const opa = new EmbeddedOpa(parts.childOptions)
  try {
    const found = await runRegoTests(opa, {
      modules,
      ...(data && { dataText: data.dataText }),
      ...(run !== undefined && { run }),
      coverage,
      timeoutMs: RUN_MS / 2,
      signal,
    })
    return { files: found.files, ...(found.coverage && { coverage: found.coverage.files }) }
  } finally {
    opa.close()
  }
}

function groupGates({ tables }: Material, options: Options, { io }: Tools): readonly [Bound, readonly GateTable[]][] {
  const groups = new Map<string, [Bound, GateTable[]]>()
  for (const table of tables) {
    if (table.kind !== 'gate') continue
    const bound = bindTable(table, io, options)
    const group = groups.get(bound.key)
    if (group) group[1].push(table)
    else groups.set(bound.key, [bound, [table]])
  }
  return [...groups.values()]
}

type Running = {
  readonly options: Options
  readonly tools: Tools
  readonly isWanted: (name: string) => boolean
  readonly involve: Involve
  readonly signal: AbortSignal
}

async function runGroup(bound: Bound, tables: readonly GateTable[], running: Running): Promise<Part> {
  const { options, tools, isWanted, involve, signal } = running
  const { repository } = bound
  const { cwd } = tools.io
  const bench = await openWorkbench(repository, tools, { signal, around: NOTHING_SAID }).catch((thrown: unknown) => {
    throw shownFrom(thrown, repository.root, cwd)
  })
  try {
    involve([bound.file, ...bench.policies.files.map(({ path }) => join(repository.root, path))], [])
    const planned = tables.map((table): PlannedTable => {
      const payloadOf = (file: string) => {
        involve([join(cwd, table.path, '..', file)], [])
        return readPayload(table, cwd, file)
      }
      return { path: table.path, cases: planTable(table, bench.config, payloadOf, isWanted, options) }
    })
    const { files, asked } = await runTables(bench, planned, signal).catch(async (thrown: unknown) => {
      throw (await compileTroubles(bench, thrown)) ?? thrown
    })
    const disabled = bench.config.policy.engine === 'disabled'
    return {
      files: relativeTo(files, repository.root, cwd),
      root: repository.root,
      ...(disabled && { notes: [`${bench.file.path} says "engine: disabled": nobody asked its policies`] }),
      ...(options.coverage && (await coverBench(bench, asked, signal))),
    }
  } catch (thrown) {
    throw shownFrom(thrown, repository.root, cwd)
  } finally {
    await bench.close()
  }
}

/** Where the policies of this bench do not compile, what OPA says against them at its places. */
async function compileTroubles(bench: Workbench, thrown: unknown): Promise<CannotRun | undefined> {
  const { rules, dataText } = bench.policies
  if (!(thrown instanceof StepgateError) || thrown.code !== 'ERR_POLICY_COMPILE' || rules.kind !== 'rego')
    return undefined
  const reply = await bench.opa().check({ modules: rules.modules, ...(dataText !== undefined && { dataText }) })
  return reply.ok ? undefined : new CannotRun(problemsToTroubles(reply.errors))
}

async function coverBench(bench: Workbench, asked: readonly AskedQuery[], signal: AbortSignal) {
  const { rules, data } = bench.policies
  if (rules.kind !== 'rego')
    return { notes: [`the cases of ${bench.file.path} reach no Rego files: their lines are not counted`] }
  const limits = { timeoutMs: RUN_MS / 2, signal }
  const coverage = await coverCases(bench.opa(), { modules: rules.modules, ...(data && { data }) }, asked, limits)
  return coverage
    ? { coverage }
    : { notes: [`the lines that the cases of ${bench.file.path} reach could not be counted`] }
}

async function runPackages(
  { tables, modules, data }: Material,
  { coverage }: Options,
  { io, parts }: Tools,
  isWanted: (name: string) => boolean,
  signal: AbortSignal,
): Promise<Part> {
  const found = tables.filter((table): table is PackageTable => table.kind === 'package')
  const rules = modules.filter(({ path }) => !path.endsWith('_test.rego'))
  const [first] = found
  if (!first) return { files: [] }
  if (rules.length === 0) {
    const hint =
      'name the folder of the policies beside the table, as in: stepgate test policies/ tables/policy_tests.yaml'
    throw new UsageError('ERR_CASES_POLICY', 'there is no Rego file that could answer', { path: first.path, hint })
  }
  const opa = new EmbeddedOpa(parts.childOptions)
  try {
    const material = { modules: rules, ...(data && { dataText: data.dataText }) }
    const { files, asked } = await runPackageTables(found, material, opa, io.now, isWanted, signal)
    if (!coverage) return { files }
    const limits = { timeoutMs: RUN_MS / 2, signal }
    const lines = await coverCases(opa, { modules: rules, ...(data && { data: data.data }) }, asked, limits)
    return { files, ...(lines && { coverage: lines }) }
  } finally {
    opa.close()
  }
}

function coverageOf(parts: readonly Part[], { threshold }: Options, { io }: Tools) {
  const found = parts.flatMap(({ coverage, root = io.cwd }) =>
    coverage ? [Object.fromEntries(Object.entries(coverage).map(([path, one]) => [join(root, path), one]))] : [],
  )
  return mergeCoverage(found, (full) => showPath(io.cwd, full), threshold, [])
}

// Messages name files from where the command was started, and not from where a config stands.
function relativeTo(files: readonly FileOutcome[], root: string, cwd: string): readonly FileOutcome[] {
  if (root === cwd) return files
  return files.map((file) => ({
    ...file,
    tests: file.tests.map((test) =>
      test.failure?.decidedBy
        ? {
            ...test,
            failure: {
              ...test.failure,
              decidedBy: test.failure.decidedBy.map((one) => ({ ...one, file: showPath(cwd, join(root, one.file)) })),
            },
          }
        : test,
    ),
  }))
}

function shownFrom(thrown: unknown, root: string, cwd: string): unknown {
  const move = (path: string | undefined) => (path === undefined ? {} : { path: showPath(cwd, join(root, path)) })
  if (thrown instanceof CannotRun) return new CannotRun(thrown.troubles.map((one) => ({ ...one, ...move(one.path) })))
  if (!(thrown instanceof StepgateError)) return thrown
  const trouble = errorToTrouble(thrown)
  return new CannotRun([{ ...trouble, ...move(trouble.path) }])
}

function nothingFound({ run }: Options, { paths }: Material): UsageError {
  const where = paths.map((path) => JSON.stringify(path)).join(', ')
  if (run !== undefined)
    return new UsageError('ERR_NO_TESTS', `"--run" ${JSON.stringify(run)} matches no test in ${where}`, {
      hint: 'it is looked for in package.test_name of Rego tests and in the names of cases',
    })
  return new UsageError('ERR_NO_TESTS', `no tests found in ${where}`, {
    hint: 'write rules test_… in *_test.rego, or cases in a cases.yaml beside the policies (see docs/testing.md)',
  })
}
