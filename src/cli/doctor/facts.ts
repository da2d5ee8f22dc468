import type { Lookup } from '../../core/memberships.js'
import type { Place } from './finding.js'
import type { ConfiguredGate, LocatedConfig } from './gates.js'
import type { Workflow } from './workflow.js'

/** A check that has to be green before a merge; `source` is the app that alone may report it, undefined for anybody. */
export type RequiredCheck = { readonly context: string; readonly source?: number }

/** What rulesets ask of the default branch. */
export type Rules = {
  readonly checks: readonly RequiredCheck[]
  readonly workflows: readonly { readonly path: string; readonly repository?: number }[]
  readonly mergeQueue: boolean
}

export type Repository = {
  readonly id: number
  readonly owner: string
  readonly ownedBy: 'person' | 'organisation'
  readonly visibility: 'public' | 'private'
  readonly forks: 'allowed' | 'forbidden'
  readonly defaultBranch: string
}

/** What GitHub says of the repository, each thing known or with the reason why it is not. */
export type Settings = {
  readonly repository: Lookup<Repository>
  readonly rules: Lookup<Rules>
  /** The checks that the default branch's protection requires. */
  readonly protection: Lookup<readonly RequiredCheck[]>
  /** What a token may do where neither workflow nor job says it. */
  readonly defaultPermissions: Lookup<'read' | 'write'>
  /** The members of the teams that approvals name, by the team as it is written. */
  readonly members: ReadonlyMap<string, Lookup<readonly string[]>>
}

/** All that the rules judge by. */
export type Facts = {
  readonly workflows: readonly Workflow[]
  readonly unreadable: readonly { readonly message: string; readonly place: Place }[]
  readonly gates: readonly ConfiguredGate[]
  /** Every config in use, each once. */
  readonly configs: readonly LocatedConfig[]
  readonly settings: Settings
}

/** Nothing of GitHub's is known, for this reason. */
export const unknownSettings = (why: string): Settings => ({
  repository: { unresolved: why },
  rules: { unresolved: why },
  protection: { unresolved: why },
  defaultPermissions: { unresolved: why },
  members: new Map(),
})
