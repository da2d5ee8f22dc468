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
  /** Every rule of the pack with its level and its severity here. */
  readonly rules: ReadonlyMap<string, { readonly level: Level; readonly severity: Severity }>
  /** As its Rego reads them: with the defaults, money in micro units and moments in seconds. */
  readonly parameters: JsonObject
  /** The time zones that its rules need the local time of. */
  readonly zones: readonly string[]
}

/** The entrypoint that answers for one pack. */
export const packPath = (name: string): string => `stepgate/packs/${name.replaceAll('-', '_')}/answer`

/** The entrypoint that answers for all packs at once: an object with the answer of each. */
export const ALL_PACKS = 'stepgate/answers/answers'
