import type { AgentProfile, RunMode } from './agent.js'
import type { ApprovalsInput } from './approvals.js'
import type { Capabilities } from './capabilities.js'
import type { Scope, Step, StepPolicy, Tool } from './config.js'
import type { Facets } from './facets.js'
import type { Account, ChangedFile, Facts, Other } from './facts.js'
import type { JsonObject } from './json.js'
import type { CounterReading } from './usage.js'
import type { TimeInput } from './zones.js'

type InputCheck = {
  readonly id: string
  readonly type?: string
  readonly group?: string
  readonly tags?: readonly string[]
  readonly criticality?: string
  readonly sandbox?: string
  readonly policy?: StepPolicy
} & Facets

/** The document that a policy reads as `input`. It is a public contract: `schemas/input.schema.json` describes it. */
export type InputDocument = {
  readonly scope: Scope
  readonly check: InputCheck
  readonly tool?: {
    readonly serverName: string
    readonly methodName: string
    readonly transport?: string
    readonly arguments?: JsonObject
  }
  readonly capability?: Capabilities & { readonly sandbox?: string }
  /** The profile of the agent that the step names. */
  readonly agent?: AgentProfile
} & Surroundings

/** What is the same in every input document of a run. */
export type Surroundings = {
  readonly actor: {
    readonly login: string
    readonly type?: string
    readonly authorAssociation?: string
    readonly roles: readonly string[]
    readonly isLocalMode: boolean
    readonly source: string
  }
  readonly sender?: Person
  /** Who pushed the head and who re-ran the workflow, where that was not the actor. */
  readonly others?: readonly (Person & { readonly as: Other['as']; readonly roles: readonly string[] })[]
  readonly repository: {
    readonly owner: string
    readonly name: string
    readonly branch?: string
    readonly baseBranch?: string
    readonly event: string
    readonly action?: string
  }
  readonly pullRequest?: {
    readonly number: number
    readonly labels: readonly string[]
    readonly draft?: boolean
    readonly changedFiles?: number
    readonly author?: string
    readonly headSha?: string
    readonly baseSha?: string
    readonly fork?: boolean
    readonly files?: readonly ChangedFile[]
    readonly linkedIssues?: readonly number[]
  }
  readonly run?: { readonly attempt: number; readonly triggeringActor?: string }
  readonly approvals?: ApprovalsInput
  readonly runMode?: RunMode
  /** The counters of the config, by name. */
  readonly usage?: Readonly<Record<string, CounterReading>>
  readonly time?: TimeInput
}

/** What a run knows besides its event, the same for everybody whom it is about. */
export type Circumstances = Pick<Surroundings, 'runMode' | 'usage' | 'time'>

/** Somebody besides the actor; `roles` is left out where nobody can tell them. */
type Person = Account & { readonly roles?: readonly string[] }

/** The people of a run with the names of their roles, as far as those are known. */
export type KnownRoles = {
  readonly actor: readonly string[]
  readonly sender?: readonly string[]
  /** In the order of `Facts.others`. */
  readonly others: readonly (readonly string[])[]
}

/** The part of the input that all queries about one subject share. */
export function buildSurroundings(
  facts: Facts,
  roles: KnownRoles,
  approvals?: ApprovalsInput,
  circumstances: Circumstances = {},
): Surroundings {
  const { actor, sender } = facts
  return {
    actor: {
      login: actor.login,
      ...(actor.type !== undefined && { type: actor.type }),
      ...(actor.association && { authorAssociation: actor.association }),
      roles: roles.actor,
      isLocalMode: actor.isLocalMode,
      source: actor.source,
    },
    ...(sender && { sender: { ...sender, ...(roles.sender && { roles: roles.sender }) } }),
    ...(facts.others.length > 0 && {
      others: facts.others.map((other, i) => ({ ...other, roles: roles.others[i] ?? [] })),
    }),
    repository: { ...facts.repository, event: facts.event, ...(facts.action && { action: facts.action }) },
    ...(facts.pullRequest && { pullRequest: facts.pullRequest }),
    ...(facts.run && { run: facts.run }),
    ...(approvals && { approvals }),
    ...circumstances,
  }
}

/** What a policy may know of the step that asks. */
export function buildCheck(step: Step): InputCheck {
  return {
    id: step.id,
    ...(step.type !== undefined && { type: step.type }),
    ...(step.group !== undefined && { group: step.group }),
    ...(step.tags && { tags: step.tags }),
    ...(step.criticality !== undefined && { criticality: step.criticality }),
    ...(step.sandbox !== undefined && { sandbox: step.sandbox }),
    ...(step.policy && { policy: step.policy }),
    ...step.facets,
  }
}

export const buildTool = (tool: Tool): NonNullable<InputDocument['tool']> => ({
  serverName: tool.server,
  methodName: tool.method,
  ...(tool.transport !== undefined && { transport: tool.transport }),
  ...(tool.arguments && { arguments: tool.arguments }),
})

export const buildCapability = (step: Step, asked: Capabilities): NonNullable<InputDocument['capability']> => ({
  ...asked,
  ...(step.sandbox !== undefined && { sandbox: step.sandbox }),
})
