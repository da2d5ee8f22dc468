import type { Capabilities } from './capabilities.js'
import type { Scope, Step, StepPolicy, Tool } from './config.js'
import type { Facts } from './facts.js'

type InputCheck = {
  readonly id: string
  readonly type?: string
  readonly group?: string
  readonly tags?: readonly string[]
  readonly criticality?: string
  readonly sandbox?: string
  readonly policy?: StepPolicy
}

/** The document that a policy reads as `input`. It is a public contract: `schemas/input.schema.json` describes it. */
export type InputDocument = {
  readonly scope: Scope
  readonly check: InputCheck
  readonly tool?: { readonly serverName: string; readonly methodName: string; readonly transport?: string }
  readonly capability?: Capabilities & { readonly sandbox?: string }
} & Surroundings

/** What is the same in every input document of a run. */
export type Surroundings = {
  readonly actor: {
    readonly login: string
    readonly authorAssociation?: string
    readonly roles: readonly string[]
    readonly isLocalMode: boolean
    readonly source: string
  }
  readonly sender?: { readonly login: string; readonly type?: string; readonly roles?: readonly string[] }
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
  }
}

/** The part of the input that all queries of a run share. */
export function buildSurroundings(
  facts: Facts,
  roles: readonly string[],
  senderRoles: readonly string[],
): Surroundings {
  const { actor, sender } = facts
  return {
    actor: {
      login: actor.login,
      ...(actor.association && { authorAssociation: actor.association }),
      roles,
      isLocalMode: actor.isLocalMode,
      source: actor.source,
    },
    ...(sender && {
      sender: {
        ...sender,
        roles: senderRoles,
      },
    }),
    repository: { ...facts.repository, event: facts.event, ...(facts.action && { action: facts.action }) },
    ...(facts.pullRequest && { pullRequest: facts.pullRequest }),
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
  }
}

export const buildTool = (tool: Tool): NonNullable<InputDocument['tool']> => ({
  serverName: tool.server,
  methodName: tool.method,
  ...(tool.transport !== undefined && { transport: tool.transport }),
})

export const buildCapability = (step: Step, asked: Capabilities): NonNullable<InputDocument['capability']> => ({
  ...asked,
  ...(step.sandbox !== undefined && { sandbox: step.sandbox }),
})
