import type { SeenValue } from '../../pdp/local/protocol-explain.js'
import type { Trouble } from '../failure.js'

/** Something that was expected, and what it is; undefined where there is none. */
export type Difference = { readonly what: string; readonly expected: string; readonly actual: string | undefined }

/** A place in a Rego file that had a say. */
export type Decider = {
  readonly rule: string
  readonly file: string
  readonly line: number
  readonly column: number
  readonly text: string
  readonly outcome: 'held' | 'failed' | 'error'
  /** The expression on which it ended, where it did not hold. */
  readonly failed?: { readonly text: string; readonly line: number; readonly values: readonly SeenValue[] }
}

/** Why a test has not passed. */
export type Failure = {
  readonly message: string
  readonly differences?: readonly Difference[]
  /** The step of a case, what became of it and why. */
  readonly about?: string
  readonly decidedBy?: readonly Decider[]
  /** The expression of a Rego test that did not hold, and what it refers to. */
  readonly failedAt?: { readonly text: string; readonly line: number; readonly column: number }
  readonly values?: readonly SeenValue[]
  readonly hint?: string
}

/** One test or case: `errored` is one that could not be asked. */
export type TestOutcome = {
  readonly name: string
  /** The package of a Rego test. */
  readonly package?: string
  readonly line: number
  readonly column: number
  readonly endColumn?: number
  readonly status: 'passed' | 'failed' | 'skipped' | 'errored'
  readonly ms: number
  readonly why?: string
  readonly failure?: Failure
  /** What print() said. */
  readonly output?: string
}

/** The tests of one file; its path is relative to where the command was started. */
export type FileOutcome = {
  readonly path: string
  readonly kind: 'rego' | 'cases'
  readonly tests: readonly TestOutcome[]
}

export type LineRange = { readonly start: number; readonly end: number }
export type FileCoverage = {
  readonly path: string
  readonly percent: number
  readonly covered: number
  readonly lines: number
  readonly notCovered: readonly LineRange[]
}
export type Coverage = {
  readonly percent: number
  readonly threshold?: number
  readonly files: readonly FileCoverage[]
  /** Why it is not all of it. */
  readonly notes: readonly string[]
}

export type Summary = {
  readonly passed: number
  readonly failed: number
  readonly errored: number
  readonly skipped: number
}

/** What a whole run has come to. */
export type TestReport = {
  readonly files: readonly FileOutcome[]
  readonly summary: Summary
  readonly ok: boolean
  readonly ms: number
  readonly coverage?: Coverage
  readonly notes: readonly string[]
}

/** What keeps a run from beginning, all of it at once: policies that do not compile, tables that cannot be read. */
export class CannotRun extends Error {
  readonly troubles: readonly Trouble[]
  constructor(troubles: readonly Trouble[]) {
    super('the tests cannot be run')
    this.troubles = troubles
  }
}

/** How many tests ended how. */
export function summarize(files: readonly FileOutcome[]): Summary {
  const count = (status: TestOutcome['status']) =>
    files.reduce((sum, { tests }) => sum + tests.filter((test) => test.status === status).length, 0)
  return { passed: count('passed'), failed: count('failed'), errored: count('errored'), skipped: count('skipped') }
}
