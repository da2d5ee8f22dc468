import type { JsonObject } from '../../core/json.js'
import type { RuleId } from './catalogue.js'

export type Level = 'error' | 'warning' | 'notice'
export const LEVELS: readonly Level[] = ['error', 'warning', 'notice']

/** Where something is written, counted from 1; the end is exclusive and on the same line. */
export type Place = {
  readonly path: string
  readonly line?: number
  readonly column?: number
  readonly endColumn?: number
}

/** One thing that is wrong, why that matters, and the way out. */
export type Finding = Partial<Place> & {
  readonly rule: RuleId
  readonly level: Level
  readonly message: string
  readonly why: string
  readonly wayOut: string
  /** The input document that shows it. */
  readonly input?: JsonObject
}

/** What a rule has found, or why it could not look; what it does not say, the catalogue does. */
export type Outcome =
  | (Partial<Place> & {
      readonly message: string
      readonly level?: Level
      readonly why?: string
      readonly wayOut?: string
      readonly input?: JsonObject
    })
  | { readonly notChecked: string }

/** A check that was not made, or not wholly: silence about it would read as a pass. */
export type NotChecked = { readonly rule: RuleId; readonly why: string }

/** How one question was answered. */
export type Answer = {
  readonly path: string
  readonly scope: string
  readonly step: string
  /** What was asked about, for people. */
  readonly about: string
  readonly verdict: 'allow' | 'deny' | 'not-applicable' | 'indeterminate'
  readonly because: readonly string[]
}

export type Diagnosis = {
  readonly findings: readonly Finding[]
  readonly checked: readonly RuleId[]
  readonly notChecked: readonly NotChecked[]
  /** How many findings a comment in the files silences. */
  readonly ignored: number
}

/** All that the command has to say. */
export type Answered = Diagnosis & {
  /** The policies that were looked at, tests among them. */
  readonly files: readonly string[]
  /** The paths that answer the gate. */
  readonly entrypoints: readonly string[]
  /** How many questions the policies were asked. */
  readonly asked: number
  /** The policies in YAML by their paths, to show the lines of what is found there. */
  readonly yaml: ReadonlyMap<string, string>
  /** What they answered, where the input was given. */
  readonly answers: readonly Answer[]
}
