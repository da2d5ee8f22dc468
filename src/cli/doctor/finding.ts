import type { RuleId } from './catalogue.js'

export type Level = 'error' | 'warning' | 'notice'

/** Where something is written, both numbers counted from 1. */
export type Place = { readonly path: string; readonly line: number; readonly column: number }

/** One thing that is not safe, with the way out. */
export type Finding = {
  readonly rule: RuleId
  readonly level: Level
  readonly message: string
  readonly place?: Place
  readonly wayOut: string
}

/** What a rule has found, or why it could not look; its usual way out stands where it says no better one. */
export type Outcome =
  | (Omit<Finding, 'rule' | 'wayOut'> & { readonly wayOut?: string })
  | { readonly notChecked: string }

/** A check that was not made: silence about it would read as a pass. */
export type NotChecked = { readonly rule: RuleId; readonly why: string }

export type Diagnosis = {
  readonly findings: readonly Finding[]
  readonly checked: readonly RuleId[]
  readonly notChecked: readonly NotChecked[]
}
