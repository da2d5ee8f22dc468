import type { ApprovalRule } from './approvals.js'

export const RUN_MODES = ['consumer', 'enterprise'] as const
/** Where the agents of a run work: for one person, or in the name of an organisation. */
export type RunMode = (typeof RUN_MODES)[number]

/** What an agent may do at all, and who has to approve it: its profile in the trusted source. */
export type AgentProfile = {
  readonly name: string
  readonly description?: string
  /** Names, and `prefix.*` for every name below. */
  readonly capabilities: readonly string[]
  /** By capability, `prefix.*`, or `*` for whatever the agent does. */
  readonly approvals: Readonly<Record<string, ApprovalRule>>
  /** Left out where it may run in every mode. */
  readonly runModes?: readonly RunMode[]
}

/** True for a name that an agent can have: it is a folder's name, and can be no path. */
export const isAgentName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name)

const MAX_CAPABILITY = 128
const WORD = /^[A-Za-z0-9](?:[A-Za-z0-9._:-]*[A-Za-z0-9_])?$/

// Libraries that read mappings leave these names out, and what is asked under them with them.
const RESERVED: readonly string[] = ['constructor', 'prototype']

/** True for the name of one capability: letters, digits and `. _ : -`, beginning and ending with a letter or a digit. */
export const isCapability = (name: string): boolean =>
  name.length <= MAX_CAPABILITY && !RESERVED.includes(name) && WORD.test(name)

/** True for the name of a capability, and for `prefix.*` or `prefix:*`, which stands for all names below it. */
export const isCapabilityPattern = (name: string): boolean =>
  isCapability(/[.:]\*$/.test(name) ? name.slice(0, -2) : name)

/** True where the pattern stands for this name. */
export const coversCapability = (pattern: string, name: string): boolean =>
  pattern === '*' || pattern === name || (/[.:]\*$/.test(pattern) && name.startsWith(pattern.slice(0, -1)))
