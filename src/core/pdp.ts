import type { Notice } from './config.js'
import type { Json, JsonObject } from './json.js'
import type { Query } from './query.js'

/** What is known of how an answer came about. */
export type Evaluated = {
  /** How long the answer took, in nanoseconds. */
  readonly ns?: number
  /** The server's own name for this decision, where it keeps a log. */
  readonly decisionId?: string
}

/** The raw answer of the policy decision point (PDP) to one query. A failure is a value, too. */
export type Evaluation = Evaluated &
  (
    | {
        readonly kind: 'result'
        readonly value: Json
        /** True only where the compiler has proved that the package denies by sets and defines neither `allowed` nor `allow`. */
        readonly denySetsOnly: boolean
        /** True only where it has proved that no rule `allowed` or `allow` of the package can be undefined: there is none. */
        readonly neverAllows?: boolean
      }
    | { readonly kind: 'undefined' }
    | {
        readonly kind: 'error'
        readonly code: string
        readonly message: string
        /** True where the author of the pull request may have brought it about. */
        readonly byAuthor?: true
      }
  )

/** The bundles that answered, by name, each with its revision (openpolicyagent.org/docs/management-bundles). */
export type Bundles = Readonly<Record<string, { readonly revision?: string }>>

/** What the report says of the PDP after it has answered. */
export type PdpDescription = {
  readonly engine: string
  readonly version?: string
  readonly notices: readonly Notice[]
  readonly bundles?: Bundles
  /** Milliseconds: until Rego was compiled, and until what evaluates was ready to be asked. */
  readonly compileMs?: number
  readonly loadMs?: number
}

export type Pdp = {
  /** One evaluation for each query, in the same order; it never rejects because of a policy. */
  readonly evaluate: (queries: readonly Query[], signal: AbortSignal) => Promise<readonly Evaluation[]>
  /**
   * What the policy's `data.system.log.mask` says about each of these events of the decision log; undefined where it has no such
   * rule. Asked after `evaluate`, and never rejecting because of a policy either.
   */
  readonly evaluateMask: (
    events: readonly JsonObject[],
    signal: AbortSignal,
  ) => Promise<readonly Evaluation[] | undefined>
  readonly describe: () => PdpDescription
  readonly close: () => Promise<void> | void
}

/** The packs that a config switches on, which answer beside its policy. */
export type PackPdp = {
  /** For each query, in the same order, the evaluation of each pack by its name; it never rejects because of a pack. */
  readonly evaluate: (
    queries: readonly Query[],
    signal: AbortSignal,
  ) => Promise<readonly ReadonlyMap<string, Evaluation>[]>
  readonly close: () => Promise<void> | void
}

export const failedEvaluation = (code: string, message: string): Evaluation => ({ kind: 'error', code, message })
