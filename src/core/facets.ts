import type { JsonObject } from './json.js'
import type { Limits, Mode } from './modify.js'
import type { SpendIntent } from './spend.js'

/** What a step says of itself for packs: what it does, with what, at which cost. It is read as `input.check.…`. */
export type Facets = {
  /** It is an AI step, by its type or by what only an AI step has. */
  readonly ai?: true
  readonly agent?: string
  /** What it needs of its agent. */
  readonly capabilities?: readonly string[]
  /** `file_read`, `file_write`, `file_delete`, `external_api_call`, `llm_call`, or any other word. */
  readonly action?: string
  readonly resource?: JsonObject
  readonly model?: string
  /** In micro units: 1.50 is 1500000. */
  readonly estimatedCostUsd?: number
  readonly taskPriority?: string
  readonly mode?: Mode
  readonly limits?: Limits
  readonly spend?: readonly SpendIntent[]
  readonly retentionDays?: number
  /** Paths that the pull request has to bring. */
  readonly evidence?: readonly string[]
  readonly promptFiles?: readonly string[]
}
