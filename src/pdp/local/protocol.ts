import type { JsonObject } from '../../core/json.js'
import type { Analysis } from './protocol-analysis.js'
import type { SeenValue } from './protocol-explain.js'

export type * from './protocol-analysis.js'
export type * from './protocol-explain.js'

export type RegoVersion = 'v0' | 'v1' | 'v2'

/** One Rego file; the path is its name in messages. Without a version it is read as v1, else as v0. */
export type RegoModule = { readonly path: string; readonly text: string; readonly version?: RegoVersion }

/** An error as a value: OPA's own code where it is OPA's (`rego_parse_error`), else `ERR_…`; rows and columns start at 1. */
export type OpaProblem = {
  readonly code: string
  readonly message: string
  readonly file?: string
  readonly row?: number
  readonly col?: number
  readonly hint?: string
}

export type OpaFailure = { readonly ok: false; readonly errors: readonly OpaProblem[] }
export type OpaReply<Answer> = ({ readonly ok: true } & Answer) | OpaFailure

/** Data is seen as `data.*`; entrypoints are slash paths, each segment any text. */
export type PrepareRequest = {
  readonly modules: readonly RegoModule[]
  readonly data?: JsonObject
  /** The same data as JSON text on one line: it goes to OPA as it is, with every digit. */
  readonly dataText?: string
  readonly entrypoints: readonly string[]
  /** Says what is in the files, too: for whoever checks policies. */
  readonly analyze?: boolean
}

export type EntrypointFacts = {
  readonly kind: 'package' | 'rule' | 'function' | 'missing'
  /** The package may define `allowed` or `allow`. */
  readonly allows: boolean
  /** Which of these three the package defines as a collection, and never as a scalar. */
  readonly denySets: readonly ('deny' | 'violation' | 'violations')[]
}

export type Prepared = {
  readonly opaVersion: string
  readonly regoVersions: ReadonlyMap<string, RegoVersion>
  readonly entrypoints: ReadonlyMap<string, EntrypointFacts>
  /** All builtins that the files call, sorted. */
  readonly builtins: readonly string[]
  /** Those of them that OPA does not translate to WebAssembly: its runtime must bring them. */
  readonly hostBuiltins: readonly string[]
  /** Whether the files may read `input.check.policy.require` and `.deny`. */
  readonly readsPolicyKeys: { readonly require: boolean; readonly deny: boolean }
  /** Only where it was asked for. */
  readonly analysis?: Analysis
}

/** `wasm` is empty where there is no entrypoint to build for. */
export type Built = {
  readonly wasm: Uint8Array
  readonly entrypoints: readonly string[]
  readonly hostBuiltins: readonly string[]
}

export type EvalQuery = { readonly path: string; readonly input?: unknown }

/** `ns` is how long OPA took over it; what OPA did not live to answer has none. */
export type EvalOutcome = { readonly ns?: number } & (
  | { readonly kind: 'result'; readonly value: unknown }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'error'; readonly error: OpaProblem }
)

export type TestRequest = {
  readonly modules: readonly RegoModule[]
  readonly data?: JsonObject
  readonly dataText?: string
  /** For all tests together; those that it leaves no time for end with ERR_TEST_TIMEOUT. */
  readonly timeoutMs?: number
  /** A regular expression (RE2) over the names, as `opa test --run`. */
  readonly run?: string
  readonly coverage?: boolean
}

export type TestResult = {
  readonly package: string
  readonly name: string
  readonly file: string
  readonly row: number
  readonly pass: boolean
  readonly fail: boolean
  readonly skip: boolean
  readonly error?: OpaProblem
  /** Where a failing test ended, and what that expression refers to. */
  readonly failedAt?: { readonly text: string; readonly file: string; readonly row: number; readonly col: number }
  readonly values?: readonly SeenValue[]
  /** Of a test that consists of cases, `test_x[name]`: the names of those that failed. */
  readonly failedCases?: readonly string[]
  /** What print() said. */
  readonly output?: string
  readonly duration_ns: number
}

export type LineRange = { readonly start: number; readonly end: number }

export type Tested = {
  readonly results: readonly TestResult[]
  readonly coverage?: {
    readonly percentage: number
    readonly files: Readonly<
      Record<string, { percentage: number; covered: readonly LineRange[]; notCovered: readonly LineRange[] }>
    >
  }
}

/** With a version it is read as that: some files parse as v1 and are v0 all the same, which only compiling them all tells. */
export type FormatRequest = {
  readonly path: string
  readonly text: string
  readonly toV1?: boolean
  readonly version?: RegoVersion
}
/**
 * `version` is what it was read as, `changed` whether the text is another one now. Where all lines end as on Windows, or the
 * file starts with a byte order mark, it still does.
 */
export type Formatted = { readonly text: string; readonly version: RegoVersion; readonly changed: boolean }

export type CheckRequest = {
  readonly modules: readonly RegoModule[]
  readonly data?: JsonObject
  readonly dataText?: string
}
export type Checked = { readonly regoVersions: ReadonlyMap<string, RegoVersion> }

/** METADATA as OPA writes it: title, description, scope, entrypoint, custom, … */
export type Annotations = JsonObject

export type Inspected = {
  readonly regoVersions: ReadonlyMap<string, RegoVersion>
  readonly packages: readonly {
    /** As in an entrypoint: `visor/check/execute`. */
    readonly path: string
    readonly files: readonly string[]
    readonly annotations: readonly Annotations[]
    readonly rules: readonly {
      readonly name: string
      readonly file: string
      readonly row: number
      readonly function: boolean
      readonly default: boolean
      readonly annotations: readonly Annotations[]
    }[]
  }[]
}

/** A key to verify with, or to sign with: the text of a PEM, or a shared secret. */
export type BundleKey = {
  readonly key: string
  readonly keyId: string
  readonly algorithm: string
  readonly scope?: string
}

export type OpenBundleRequest = (
  | { readonly tar: string }
  | {
      readonly files: readonly { readonly path: string; readonly base64: string }[]
      /** The folder's own name, which `opa sign` may put before the names of its files. */
      readonly base: string
    }
) & { readonly verify?: BundleKey }

export type OpenedBundle = {
  /** Each with the version of Rego that the manifest says; tests are left out. */
  readonly modules: readonly RegoModule[]
  readonly dataText?: string
  readonly revision: string
  readonly roots: readonly string[]
  readonly wasm: readonly { readonly path: string; readonly entrypoints: readonly string[]; readonly base64: string }[]
  /** Entrypoints of the WebAssembly for which the sources beside it have no rule any more. */
  readonly compiledOnly: readonly string[]
}

export type BuildBundleRequest = {
  readonly modules: readonly RegoModule[]
  readonly dataText?: string
  readonly target: 'wasm' | 'rego'
  /** Those that have to be there, and those that are taken where they are. */
  readonly entrypoints: readonly string[]
  readonly defaults: readonly string[]
  readonly revision?: string
  /** The places in data.* that the bundle owns; none: all of it. */
  readonly roots?: readonly string[]
  readonly sign?: BundleKey
}

export type BuiltBundle = {
  /** The .tar.gz. */
  readonly bundle: Uint8Array
  readonly entrypoints: readonly string[]
  readonly hostBuiltins: readonly string[]
  readonly regoVersions: ReadonlyMap<string, RegoVersion>
}

/** One expression of a condition, or several that share variables; a condition holds where all of its parts do. */
export type RewrittenPart = {
  /** The text gives `holds` its value: false and undefined can be told apart. */
  readonly value: boolean
  /** It stands behind a `not`, which is left out of the text. */
  readonly negated: boolean
  /** Lines of Rego, printed from the syntax tree. */
  readonly text: string
  /** Lines that hold where every expression has a value; left out where a variable may have several. */
  readonly valued?: string
  /** What it reads of the input, each as far as it is fixed. */
  readonly reads: readonly { readonly text: string; readonly path: readonly string[] }[]
}

export type RewrittenCondition = {
  readonly parts: readonly RewrittenPart[]
  /** The keys of the input that it speaks of, sorted. */
  readonly words: readonly string[]
}

/** Problems name a condition by its index as `file`, and their place in it. */
export type Rewritten = { readonly conditions: readonly RewrittenCondition[] }

export type Operation =
  | 'prepare'
  | 'build'
  | 'eval'
  | 'explain'
  | 'test'
  | 'format'
  | 'inspect'
  | 'check'
  | 'rewrite'
  | 'bundle'
  | 'bundle-build'

/**
 * Parent to child, one JSON line. After the line of an `eval` comes one line for each of its `queries`: that query's input
 * as JSON, or nothing where it has none. So the child need not read the inputs twice.
 */
export type RequestLine = { readonly id: number; readonly op: Operation } & Readonly<Record<string, unknown>>

/** Child to parent, JSON lines. Only the last line of a request has `ok`. */
export type ReplyLine =
  | { readonly id: number; readonly ok: true }
  | { readonly id: number; readonly ok: false; readonly errors: readonly OpaProblem[] }
  | { readonly id: number; readonly started: true }
  | { readonly id: number; readonly i: number; readonly ns: number; readonly result: unknown }
  | { readonly id: number; readonly i: number; readonly ns: number; readonly undefined: true }
  | { readonly id: number; readonly i: number; readonly ns: number; readonly error: OpaProblem }
