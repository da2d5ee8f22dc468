export type ErrorFacts = {
  readonly path?: string
  readonly line?: number
  readonly column?: number
  readonly hint?: string
  readonly cause?: unknown
}

/** A mistake that somebody can mend, with a stable code for programs and one sentence for people. */
export class StepgateError extends Error {
  readonly code: string
  readonly path?: string
  readonly line?: number
  readonly column?: number
  readonly hint?: string

  constructor(code: string, message: string, facts: ErrorFacts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause })
    this.name = new.target.name
    this.code = code
    if (facts.path !== undefined) this.path = facts.path
    if (facts.line !== undefined) this.line = facts.line
    if (facts.column !== undefined) this.column = facts.column
    if (facts.hint !== undefined) this.hint = facts.hint
  }
}

/** An input, a flag or an event that cannot be used as it was given. */
export class UsageError extends StepgateError {}

/** A mistake in `.visor.yaml`, at `path`:`line`:`column`. */
export class ConfigError extends StepgateError {}

/** A licence that is there but cannot be trusted. */
export class LicenseError extends StepgateError {}

/** A policy that cannot be loaded or compiled, at `path`:`line`:`column` of the Rego file. */
export class PolicyError extends StepgateError {}

/** A fact or a file that GitHub did not give us; `hint` names the permission to add, `status` is that of an HTTP answer. */
export class GitHubError extends StepgateError {
  readonly status?: number

  constructor(code: string, message: string, facts: ErrorFacts & { readonly status?: number } = {}) {
    super(code, message, facts)
    if (facts.status !== undefined) this.status = facts.status
  }
}

/** A decision log that could not be written, and had to be. */
export class AuditError extends StepgateError {}

/** What an unknown thrown value says: libraries throw strings and plain objects too. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message
  if (typeof thrown === 'string') return thrown
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) return String(thrown.message)
  return String(thrown)
}
