import type { ApprovalRule } from '../../../core/approvals.js'
import type { Level, Severity } from '../../../core/packs.js'
import type { Place } from './tree.js'

/** The body of a rule as it is written, and where its rows and columns are in the file. */
export type Condition = { readonly text: string; readonly within: (row: number, column: number) => Place }

export type Expression =
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }

export type Effect = 'allow' | 'deny' | 'require_approval' | 'modify'

/** What in the input a policy can be about. */
export type Word = 'agent' | 'data' | 'tool' | 'check' | 'actor'

export type Selector = { readonly key: string; readonly values: readonly (string | number | boolean)[] }

/** One entry of a policy's scope: this part of the input, with these facts. */
export type ScopeEntry = { readonly word: Word; readonly selectors: readonly Selector[] }

export type PolicyRule = {
  readonly name: string
  readonly effect: Effect
  readonly when: Expression
  /** It is only about what has this part. */
  readonly word?: Word
  readonly message: string
  readonly severity: Severity
  readonly wayOut?: string
  readonly obligations: readonly string[]
  /** Of a rule that requires approvals. */
  readonly approvals?: Partial<ApprovalRule>
  /** The roles among these, and where they stand. */
  readonly approvers?: readonly { readonly role: string; readonly at: Place }[]
  /** Of a rule that modifies; the amount as a decimal. */
  readonly modify?: {
    readonly mode?: 'draft' | 'auto'
    readonly costUsd?: { readonly units: number; readonly text: string }
    readonly llmCalls?: number
    readonly minutes?: number
  }
  readonly at: Place
}

/** A policy as it is read from YAML. */
export type SecurityPolicy = {
  readonly name: string
  /** The name as a part of a package. */
  readonly id: string
  readonly level: Level
  /** Without any entry it is about everything. */
  readonly scope: readonly ScopeEntry[]
  readonly rules: readonly PolicyRule[]
  readonly path: string
  readonly at: Place
  readonly notices: readonly { readonly message: string; readonly at: Place }[]
}
