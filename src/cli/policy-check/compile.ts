import { PolicyError } from '../../core/errors.js'
import type { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import type { Module } from '../../pdp/local/policies.js'
import type { AnalyzedRule, Built, OpaFailure, OpaProblem } from '../../pdp/local/protocol.js'
import { askedPaths, type Facts, type PolicyFile } from './facts.js'
import { problemOfYaml, sayOfYaml } from './in-yaml.js'
import type { Loaded } from './load.js'

export type Compiled = Pick<Facts, 'problems' | 'prepared' | 'analysis' | 'noAnalysis' | 'buildProblems'> & {
  /** The rules that policies in YAML became, where they stand in their Rego. */
  readonly made?: readonly AnalyzedRule[]
  /** The same policies as WebAssembly. */
  readonly built?: Built
}

const COMPILE_MS = 300_000
// Each round is one more look at all files, without those whose syntax is wrong.
const MAX_ROUNDS = 8

/** What OPA says of these files, as the gate would load them: without the tests, which are compiled beside. */
export async function compileAll(
  opa: EmbeddedOpa,
  { kind, files, generated = [], config, dataText, unreadable }: Loaded,
): Promise<Compiled> {
  const nothing: Compiled = { problems: [], noAnalysis: '', buildProblems: [] }
  if (kind === 'base') return nothing
  if (kind === 'wasm')
    return { ...nothing, noAnalysis: 'a compiled policy cannot be looked into; check the sources it was made from' }
  const data = dataText === undefined ? {} : { dataText }
  const limits = { timeoutMs: COMPILE_MS }
  const problems: OpaProblem[] = []
  let left = files.filter((file) => !file.isTest)
  let compiled: Omit<Compiled, 'problems' | 'noAnalysis'> = { buildProblems: [] }
  for (let round = 0; round < MAX_ROUNDS && left.length + generated.length > 0; round++) {
    const reply = await opa.prepare(
      {
        modules: modulesOf([...left, ...generated]),
        ...data,
        entrypoints: askedPaths(config?.config, files),
        analyze: true,
      },
      limits,
    )
    if (reply.ok) {
      if (problems.length > 0 || unreadable.length > 0) break
      const { analysis } = reply
      const made = analysis?.rules.filter(({ file }) => generated.some(({ path }) => path === file)) ?? []
      compiled = {
        prepared: reply,
        ...(analysis && { analysis: sayOfYaml(analysis, generated), made }),
        buildProblems: [],
      }
      break
    }
    problems.push(...(round === 0 ? reply.errors : reply.errors.filter(isOwn)))
    const wrong = new Set(reply.errors.filter(({ code }) => code === 'rego_parse_error').map(({ file }) => file))
    if (wrong.size === 0) break
    left = left.filter(({ path }) => !wrong.has(path))
  }
  const tests = files.filter((file) => file.isTest)
  if (tests.length > 0) {
    const reply = await opa.check({ modules: modulesOf([...left, ...generated, ...tests]), ...data }, limits)
    const isTest = ({ file }: OpaProblem) => tests.some(({ path }) => path === file)
    if (!reply.ok)
      problems.push(...reply.errors.filter((problem) => (compiled.prepared ? true : isTest(problem) && isOwn(problem))))
  }
  const { prepared } = compiled
  if (prepared && [...prepared.entrypoints.values()].some((point) => point.kind !== 'missing')) {
    const built = await opa.build(limits).catch(asProblem)
    compiled = built.ok ? { ...compiled, built } : { ...compiled, buildProblems: built.errors }
  }
  return {
    problems: problems.map((problem) => problemOfYaml(named(problem, files), generated)),
    ...compiled,
    noAnalysis: whyNot(compiled, left.length + generated.length),
  }
}

// What OPA dies over, or is never done with, is no WebAssembly either; what it has said of the sources stands.
function asProblem(thrown: unknown): OpaFailure {
  if (!(thrown instanceof PolicyError)) throw thrown
  return { ok: false, errors: [{ code: thrown.code, message: thrown.message }] }
}

const whyNot = ({ prepared, analysis }: Partial<Compiled>, left: number): string =>
  analysis
    ? ''
    : prepared
      ? 'this OPA does not say what is in the files'
      : left === 0
        ? 'there is no policy that could be read'
        : 'the policies do not compile'

// What is missing may stand in a file that was left out.
const isOwn = ({ message }: OpaProblem): boolean => !/\bundefined\b|\bunsafe\b/.test(message)

/** OPA writes some places into its messages alone, where a path with a space is cut. */
function named(problem: OpaProblem, files: readonly PolicyFile[]): OpaProblem {
  const { file } = problem
  if (file === undefined || files.some(({ path }) => path === file)) return problem
  const meant = files.filter(({ path }) => path.endsWith(` ${file}`))
  return meant.length === 1 && meant[0] ? { ...problem, file: meant[0].path } : problem
}

const modulesOf = (files: readonly (PolicyFile | Module)[]) =>
  files.map(({ path, text, version }) => ({ path, text, ...(version && { version }) }))
