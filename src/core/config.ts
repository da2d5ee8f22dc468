import type { Association } from './actor.js'
import type { AgentProfile } from './agent.js'
import type { ApprovalRule } from './approvals.js'
import type { Capabilities } from './capabilities.js'
import type { Facets } from './facets.js'
import type { Json, JsonObject } from './json.js'
import type { Pack } from './packs.js'
import type { Counter } from './usage.js'

export const SCOPES = ['check.execute', 'tool.invoke', 'capability.resolve'] as const
export type Scope = (typeof SCOPES)[number]

/** Where something stands in the config, both counted from 1; with a path where that is another file than the config's own. */
export type Position = { readonly path?: string; readonly line: number; readonly column: number }

/** A role as the config defines it: any one criterion is enough. */
export type Role = {
  readonly name: string
  readonly associations: readonly Association[]
  readonly users: readonly string[]
  readonly teams: readonly string[]
  readonly permissions: readonly string[]
  /** True where the role is bound to channels of a chat, which a GitHub run never is in. */
  readonly neverApplies: boolean
}

export type Policy = {
  readonly engine: 'local' | 'remote' | 'disabled'
  /** Paths relative to the repository's root, and addresses of bundles as written; empty: the built-in base policy. */
  readonly rules: readonly string[]
  /** How the bundles in `rules` have to be signed. */
  readonly verify?: Verification
  readonly data?: string
  readonly url?: string
  readonly fallback: 'allow' | 'deny'
  readonly mode: 'enforce' | 'audit'
  /** Limit of one evaluation, in milliseconds. */
  readonly timeoutMs: number
  readonly scopes: readonly Scope[]
  readonly roles: readonly Role[]
  readonly audit: Audit
  /** What is asked beside the policy and can only tighten, by name; left out where there is none. */
  readonly packs?: readonly Pack[]
  /** The roles whose people may lift a soft no. */
  readonly override?: readonly string[]
  /** What is counted for the policy and the packs. */
  readonly usage?: readonly Counter[]
  /** Who is asked, besides the input, whether everything is off. */
  readonly killSwitch?: { readonly url: string }
  /** The folder with the agents' profiles, relative to the repository's root. */
  readonly agents?: string
}

/** The key that signs bundles, as OPA's own `keys` (openpolicyagent.org/docs/configuration, keys). */
export type Verification = {
  /** A PEM text or a shared secret, or the path of a PEM file relative to the repository's root. */
  readonly key: { readonly text: string } | { readonly path: string }
  readonly keyId: string
  readonly algorithm: string
  readonly scope?: string
}

/** What becomes of the decision log. */
export type Audit = {
  /** True: a run whose decisions cannot be logged allows nothing. */
  readonly required: boolean
  /** The base of a decision log service (openpolicyagent.org/docs/management-decision-logs). */
  readonly url?: string
  readonly mask: readonly MaskRule[]
}

/** What is taken out of, or written over in, an event of the decision log; the path begins with /input or /result. */
export type MaskRule =
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'upsert'; readonly path: string; readonly value: Json }

/** A method of an MCP server that a step may call, and what can be said of it before the call. */
export type Tool = {
  readonly server: string
  readonly method: string
  readonly transport?: string
  readonly standing: 'ask' | 'blocked-by-config' | 'not-evaluated'
  /** It stands for all that a key of the step gives its AI, and is no server. */
  readonly isKey?: true
  /** What it is called with, where the step says it. */
  readonly arguments?: JsonObject
}

/** `steps.*.policy` as written: it is what a policy reads as `input.check.policy`. */
export type StepPolicy = {
  readonly require?: string | readonly string[]
  readonly deny?: readonly string[]
  readonly rule?: string
  readonly approvals?: Partial<ApprovalRule>
}

export type Step = {
  readonly id: string
  readonly position: Position
  readonly type?: string
  readonly group?: string
  readonly tags?: readonly string[]
  readonly criticality?: string
  readonly sandbox?: string
  readonly policy?: StepPolicy
  /** The entrypoint of the step's own rule, always below `visor/`. */
  readonly rule?: string
  /** Who has to approve before the step may run. */
  readonly approvals?: ApprovalRule
  /** Every group has to be met, by any one of its members. */
  readonly dependsOn: readonly (readonly string[])[]
  readonly tools: readonly Tool[]
  /** The one call that a step of type mcp makes: blocked with it, the step is blocked. */
  readonly ownTool?: Tool
  /** What an AI step asks for; left out for every other step. */
  readonly capabilities?: Capabilities
  /** What a step says of itself for packs. */
  readonly facets?: Facets
}

/** Something worth saying that decides nothing. */
export type Notice = {
  readonly level: 'notice' | 'warning'
  readonly message: string
  readonly path?: string
  readonly line?: number
  readonly column?: number
}

export type Config = {
  readonly path: string
  /**
   * What it extends and changes something of, as far as that is a config by itself with the same policies: what one of them says
   * no to is no here as well.
   */
  readonly below?: readonly Config[]
  /** True for a parent with other rules than the whole: only its packs are asked. */
  readonly packsAlone?: boolean
  /** Every file of the repository that it was made of: itself first, then those that it extends. */
  readonly files: readonly string[]
  /** The addresses that it extends, as written. */
  readonly addresses: readonly string[]
  /** The profile that was chosen. */
  readonly profile?: string
  readonly policy: Policy
  readonly steps: readonly Step[]
  /** The profiles of the agents that its steps name, by name. */
  readonly agents?: ReadonlyMap<string, AgentProfile>
  readonly notices: readonly Notice[]
}
