import type { Changes, Files } from './git.js'

/** How a test says what the world is like; everything but `number` of a second pull request has a default. */

export type UserType = 'User' | 'Bot' | 'Organization' | 'Mannequin'
// biome-ignore lint/suspicious/noExplicitAny: the description of the API checks these when they are served
export type Json = any

export type CommitOptions = {
  readonly changes?: Changes
  readonly message?: string
  /** The account behind the author's address; null for an address that no account has. */
  readonly author?: string | null
  readonly committer?: string | null
  readonly name?: string
  readonly email?: string
  readonly date?: string
  readonly verified?: boolean
  /** Parents beside the commit below: a merge. */
  readonly merges?: readonly string[]
}

export type ReviewOptions = {
  /** null is a deleted account. */
  readonly user: string | null
  readonly state?: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING'
  /** The commit that was reviewed, by its sha or by its place in `commits` (0 is the oldest); the head without it. */
  readonly commit?: string | number | null
  readonly association?: string
  readonly submittedAt?: string
  readonly body?: string
}

export type CommentOptions = {
  readonly user?: string
  readonly body: string
  readonly association?: string
  readonly createdAt?: string
  /** The GitHub App that wrote it, by its slug. */
  readonly app?: string
}

/** An issue event as GitHub names it, `base_ref_changed` for one; more fields as the event has them. */
export type EventOptions = {
  readonly event: string
  readonly actor?: string
  readonly created_at?: string
  readonly [field: string]: Json
}

export type PullOptions = {
  readonly number?: number
  readonly author?: string
  readonly association?: string
  readonly title?: string
  readonly body?: string | null
  readonly base?: string
  /** Where the head begins, a branch or a sha; the tip of the base without it. */
  readonly from?: string
  /** The name of the head branch. */
  readonly branch?: string
  /** The full name of the fork; null is a fork that was deleted. */
  readonly fork?: string | null
  /** The changes of the only commit. */
  readonly changes?: Changes
  readonly commits?: readonly CommitOptions[]
  readonly labels?: readonly string[]
  readonly draft?: boolean
  readonly state?: 'open' | 'closed'
  readonly merged?: boolean
  readonly createdAt?: string
  readonly mergeCommit?: string | null
  /** What `changed_files` says, where that is not to be what the commits say. */
  readonly changedFiles?: number
  readonly reviews?: readonly ReviewOptions[]
  readonly comments?: readonly CommentOptions[]
  readonly events?: readonly EventOptions[]
  readonly requestedReviewers?: readonly string[]
  /** Teams as `org/slug`. */
  readonly requestedTeams?: readonly string[]
}

export type BranchOptions = {
  readonly from?: string
  readonly files?: Files
  readonly changes?: Changes
  readonly protected?: boolean
}

export type TeamOptions =
  | readonly string[]
  | {
      readonly members?: readonly string[]
      readonly maintainers?: readonly string[]
      readonly pending?: readonly string[]
    }

export type RunOptions = {
  readonly id: number
  readonly name?: string
  readonly event?: string
  readonly head_sha?: string
  readonly head_branch?: string | null
  readonly actor?: string
  readonly triggering_actor?: string
  readonly run_number?: number
  readonly run_attempt?: number
  readonly status?: string
  readonly conclusion?: string | null
  readonly path?: string
  readonly workflow_id?: number
  readonly created_at?: string
  /** When the latest attempt began; without it, when the run was created. */
  readonly run_started_at?: string
  /** The numbers of the pull requests; GitHub leaves those of forks out. */
  readonly pulls?: readonly number[]
  /** The full name of the head's repository; null is a fork that was deleted. */
  readonly head_repository?: string | null
}

export type StatusOptions = {
  readonly sha: string
  readonly context?: string
  readonly state: 'error' | 'failure' | 'pending' | 'success'
  readonly description?: string | null
  readonly target_url?: string | null
  readonly creator?: string
}

export type WorldOptions = {
  readonly repository?: string
  readonly ownerType?: 'User' | 'Organization'
  readonly private?: boolean
  readonly defaultBranch?: string
  /** Whether the default branch is protected; it is, unless a test says otherwise. */
  readonly protected?: boolean
  /** Files of the default branch. */
  readonly files?: Files
  /** Further commits of the default branch, before any pull request. */
  readonly history?: readonly CommitOptions[]
  readonly branches?: Readonly<Record<string, BranchOptions>>
  readonly pulls?: readonly PullOptions[]
  readonly users?: Readonly<Record<string, UserType>>
  /** Teams by `org/slug`. */
  readonly teams?: Readonly<Record<string, TeamOptions>>
  readonly members?: Readonly<
    Record<string, { readonly public?: readonly string[]; readonly private?: readonly string[] }>
  >
  /** Collaborators by login: a role of GitHub's, or a custom role with the permission that it is built on. */
  readonly collaborators?: Readonly<
    Record<string, string | { readonly permission: string; readonly role_name: string }>
  >
  readonly runs?: readonly RunOptions[]
  /** What the branch's protection says, by branch. */
  readonly protection?: Readonly<Record<string, Json>>
  readonly rules?: Readonly<Record<string, readonly Json[]>>
  readonly rulesets?: readonly Json[]
  readonly workflowPermissions?: {
    readonly default_workflow_permissions?: 'read' | 'write'
    readonly can_approve_pull_request_reviews?: boolean
  }
  readonly variables?: Readonly<Record<string, string>>
  /** Statuses that are there before the run. */
  readonly statuses?: readonly StatusOptions[]
  /** The first moment of this world's clock. */
  readonly now?: string
}
