import type { Base } from './base.js'
import type { RoleChange } from './compare.js'
import type { Change } from './verdict.js'

/** What `stepgate diff` answers. */
export type Answer = {
  readonly base: Base
  readonly compared: {
    readonly steps: number
    readonly people: number
    readonly events?: number
    readonly decisions?: number
  }
  /** What opens comes first. */
  readonly changes: readonly Change[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly roles: {
    readonly added: readonly string[]
    readonly removed: readonly string[]
    readonly changed: readonly RoleChange[]
  }
  /** What neither side could answer, or a log does not hold. */
  readonly skipped: readonly { readonly source: Change['source']; readonly count: number; readonly why: string }[]
}

/** True where the two sides do not do the same. */
export const differs = ({ changes, added, removed, roles }: Answer): boolean =>
  changes.length + added.length + removed.length + roles.added.length + roles.removed.length + roles.changed.length > 0

export const isLoosened = ({ changes }: Answer): boolean => changes.some(({ direction }) => direction === 'loosened')
