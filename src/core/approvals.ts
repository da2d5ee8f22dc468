import type { Association } from './actor.js'
import type { Account } from './facts.js'
import type { Lookup } from './memberships.js'

/** Who has to approve, and how many of them: anybody who has one of the roles, is in one of the teams, or is named. */
export type ApprovalRule = {
  readonly count: number
  readonly roles: readonly string[]
  readonly teams: readonly string[]
  readonly users: readonly string[]
}

/** The last word of one person on a pull request; a mere comment is none. */
export type Review = Account & {
  readonly association?: Association
  readonly state: 'approved' | 'changes_requested' | 'dismissed'
  /** Why it does not stand for the head; left out where it does. */
  readonly outdated?: string
}

/** What is known of the reviews of one pull request. */
export type ApprovalFacts =
  | {
      readonly kind: 'known'
      readonly reviews: readonly Review[]
      /** Who may not approve this head and why, by `personKey`: its author, and whoever has a commit in it. */
      readonly involved: ReadonlyMap<string, string>
      /** The members of the teams that the config's approvals name, by the team as it is written. */
      readonly members: ReadonlyMap<string, Lookup<readonly string[]>>
    }
  | { readonly kind: 'unavailable'; readonly message: string }

/** `input.approvals`. */
export type ApprovalsInput = {
  readonly approved: readonly { readonly login: string; readonly roles: readonly string[] }[]
  readonly changesRequested: readonly { readonly login: string; readonly roles: readonly string[] }[]
  readonly ignored: readonly { readonly login: string; readonly reason: string }[]
}
