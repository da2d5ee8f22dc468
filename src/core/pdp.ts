import type { Notice } from './config.js'
import type { Json } from './json.js'
import type { Query } from './query.js'

/** The raw answer of the policy decision point (PDP) to one query. A failure is a value, too. */
export type Evaluation =
  | {
      readonly kind: 'result'
      readonly value: Json
      /** True only where the compiler has proved that the package denies by sets and defines neither `allowed` nor `allow`. */
      readonly denySetsOnly: boolean
    }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'error'; readonly code: string; readonly message: string }

/** What the report says of the PDP after it has answered. */
export type PdpDescription = {
  readonly engine: string
  readonly version?: string
  readonly notices: readonly Notice[]
}

export type Pdp = {
  /** One evaluation for each query, in the same order; it never rejects because of a policy. */
  readonly evaluate: (queries: readonly Query[], signal: AbortSignal) => Promise<readonly Evaluation[]>
  readonly describe: () => PdpDescription
  readonly close: () => Promise<void> | void
}

export const failedEvaluation = (code: string, message: string): Evaluation => ({ kind: 'error', code, message })
