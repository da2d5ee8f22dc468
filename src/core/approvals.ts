import type { Association } from './actor.js'
import type { Role } from './config.js'
import type { Account } from './facts.js'
import type { Lookup, Membership } from './memberships.js'
import type { Roles } from './roles.js'

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
  /** What an approval asks to be let through beside; left out where it asks for nothing. */
  readonly overrides?: readonly OverrideLine[]
  /** The steps of such lines that ask for nothing, since they are quoted, in code or hidden; left out where there are none. */
  readonly unseen?: readonly string[]
  /** Steps that lines name which are nearly such lines. */
  readonly misspelt?: readonly string[]
  /** The commit on which an approval was given that still stands, where it is not the head itself. */
  readonly olderCommit?: string
}

/** A line `stepgate-override: <step> <reason>` of a review. */
export type OverrideLine = {
  readonly step: string
  /** Empty where none is given. */
  readonly reason: string
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
      /** Whom alone GitHub calls OWNER, where the repository belongs to a person. */
      readonly soleOwner?: string
    }
  | { readonly kind: 'unavailable'; readonly message: string }

/** Somebody with their last word and what is known of them. */
export type Reviewer = Review & {
  readonly roles: Roles
  readonly teams: Membership['teams']
  /** Why no approval of theirs counts, whatever the requirement; left out for everybody else. */
  readonly excluded?: string
}

/** The reviews of a subject with everybody's own roles, or why there is nothing to count. */
export type Reviews =
  | (Omit<Extract<ApprovalFacts, { kind: 'known' }>, 'reviews'> & {
      readonly reviewers: readonly Reviewer[]
      /** The roles as the config defines them. */
      readonly roles: readonly Role[]
    })
  | { readonly kind: 'unavailable'; readonly message: string }

/** What became of one requirement: who counted, who did not and why, and who still could. */
export type Assessment = {
  readonly rule: ApprovalRule
  readonly met: boolean
  readonly counted: readonly { readonly login: string; readonly because: string }[]
  readonly vetoes: readonly { readonly login: string; readonly because: string }[]
  readonly ignored: readonly { readonly login: string; readonly reason: string }[]
  /** `people` by name; `groups` are those whose members nobody can list, such as everybody with a role. */
  readonly could: { readonly people: readonly string[]; readonly groups: readonly string[] }
  /** True where it is certain that there are not enough people who could. */
  readonly nobody: boolean
  /** One sentence for people. */
  readonly reason: string
  /** The pull request that it is about, where a run is about several. */
  readonly of?: string
}

/** `input.approvals`. */
export type ApprovalsInput = {
  readonly approved: readonly { readonly login: string; readonly roles: readonly string[] }[]
  readonly changesRequested: readonly { readonly login: string; readonly roles: readonly string[] }[]
  readonly ignored: readonly { readonly login: string; readonly reason: string }[]
}
