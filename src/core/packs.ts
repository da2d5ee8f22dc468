import type { Position, Scope } from './config.js'
import type { JsonObject } from './json.js'

/** What becomes of what a rule says, from the mildest to the strictest: recorded, a warning, a no that people can lift, a no. */
export const LEVELS = ['audit', 'advisory', 'soft', 'hard'] as const
export type Level = (typeof LEVELS)[number]

export const SEVERITIES = ['info', 'warning', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

/** The parts of the input that a pack needs, and without which it cannot be asked. */
export const PACK_READS = ['files', 'approvals', 'usage', 'time', 'body'] as const
export type PackReads = (typeof PACK_READS)[number]

/** What ships of a pack: `policies/<name>/pack.json` and the schema of its parameters. */
export type PackDescription = {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly scopes: readonly Scope[]
  readonly reads: readonly PackReads[]
  readonly level: Level
  /** Whether it has a rule `shared` as well, which reads nothing of the step: its answer is the same for all of them. */
  readonly shared?: boolean
  readonly rules: Readonly<
    Record<string, { readonly description: string; readonly severity: Severity; readonly level?: Level }>
  >
  /** JSON Schema, 2020-12. */
  readonly parameters: JsonObject
}

/** A pack that the config switches on. */
export type Pack = {
  readonly name: string
  readonly position: Position
  readonly scopes: readonly Scope[]
  readonly reads: readonly PackReads[]
  /** Whether some of what it says is the same for every step. */
  readonly shared?: boolean
  /** Every rule of the pack with its level and its severity here. */
  readonly rules: ReadonlyMap<string, { readonly level: Level; readonly severity: Severity }>
  /** As its Rego reads them: with the defaults, money in micro units and moments in seconds. */
  readonly parameters: JsonObject
  /** The time zones that its rules need the local time of. */
  readonly zones: readonly string[]
}

/** What a pack says of a step, and what it says of all of them. */
export type PackRule = 'answer' | 'shared'

/** The entrypoint that answers for one pack. */
export const packPath = (name: string, rule: PackRule): string => `stepgate/packs/${name.replaceAll('-', '_')}/${rule}`

/** The entrypoints that answer for all packs at once: an object with the answer of each that has something to say. */
export const ALL_PACKS: Readonly<Record<PackRule, string>> = {
  answer: 'stepgate/answers/answers',
  shared: 'stepgate/answers/shared',
}
