import type { EvalOutcome } from './protocol.js'

export type ExplainRequest = { readonly path: string; readonly input?: unknown }

/** What a reference or a variable was: a value, the start of a long one as text, or undefined. */
export type SeenValue = { readonly text: string } & (
  | { readonly value: unknown }
  | { readonly clipped: string }
  | { readonly undefined: true }
)

export type ExplainedExpression = {
  /** As it is written in the file. */
  readonly text: string
  readonly row: number
  readonly col: number
  /** It held if it ever did. */
  readonly outcome: 'held' | 'failed' | 'not-reached'
  readonly negated: boolean
  /** How often it was tried: more than once below an iteration. */
  readonly tries: number
  /** What it refers to, as that was when it failed for the first time; else when it held. */
  readonly values: readonly SeenValue[]
  /** The values of up to three tries that failed, where it was tried more than once. */
  readonly samples?: readonly (readonly SeenValue[])[]
}

/**
 * One body of a rule that was tried, in the order of trying; `parent` is the index of the body that needed it, or -1. Where a
 * function failed and none of its expressions was reached, it was called with other arguments than this body is for.
 */
export type ExplainedRule = {
  /** `data.visor.check.execute.allowed` */
  readonly name: string
  readonly file: string
  readonly row: number
  readonly col: number
  /** The first line of the rule, as it is in the file. */
  readonly text: string
  readonly isDefault: boolean
  readonly isElse: boolean
  /** What a function was called with. */
  readonly args?: readonly SeenValue[]
  readonly parent: number
  readonly outcome: 'held' | 'failed' | 'error'
  /** What it gave: the value, or the elements of a set and the pairs `[key, value]` of an object. */
  readonly value?: SeenValue
  readonly expressions: readonly ExplainedExpression[]
}

export type Explained = {
  readonly outcome: EvalOutcome
  readonly rules: readonly ExplainedRule[]
  /** More bodies were tried than are told. */
  readonly truncated: boolean
}
