import type { ApprovalRule } from './approvals.js'
import type { Modify } from './modify.js'
import type { Severity } from './packs.js'

/** One thing that a rule of a pack says. */
export type Finding = {
  readonly rule: string
  readonly message: string
  /** Left out where the answer does not say: then it is that of the rule. */
  readonly severity?: Severity
  /** What to do about it, in one sentence. */
  readonly wayOut?: string
  /** What has to be done beside, by people or by other programs. */
  readonly obligations?: readonly string[]
}

/** What a rule wants people to approve. */
export type ApprovalFinding = Finding & { readonly approvals: ApprovalRule }

/** Everything that a pack says of one query. */
export type PackAnswer = {
  readonly deny: readonly Finding[]
  readonly approve: readonly ApprovalFinding[]
  /** Rules that could not be decided. */
  readonly unknown: readonly Finding[]
  readonly warn: readonly Finding[]
  readonly modify?: Modify
  /** An allow of its own, which only rules of the kind SecurityPolicy have. */
  readonly allow?: boolean
}
