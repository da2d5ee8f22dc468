import { parseRule } from './approval-rule.js'
import type { ApprovalRule } from './approvals.js'
import { type Capabilities, parseCapabilities } from './capabilities.js'
import type { Scope } from './config.js'
import { compareText, isObject, own } from './json.js'
import { changes, type Modify, parseChange, parseModify } from './modify.js'
import type { Evaluation } from './pdp.js'

/** What an evaluation means. Only an answer that says allow, and nothing against it, is `allow`. */
export type Decision =
  | {
      readonly verdict: 'allow'
      readonly warnings: readonly string[]
      readonly limits?: Capabilities
      /** It is allowed once these people have approved. */
      readonly approvals?: ApprovalRule
      /** What is to be stricter about it than the config says. */
      readonly modify?: Modify
    }
  | { readonly verdict: 'deny'; readonly reasons: readonly string[]; readonly warnings: readonly string[] }
  | { readonly verdict: 'not-applicable' }
  | {
      readonly verdict: 'indeterminate'
      readonly code: string
      readonly message: string
      readonly warnings: readonly string[]
      /** Whatever its code: the author of the pull request may have brought it about. */
      readonly byAuthor?: true
    }

/** What an answer's `effect` may be. */
const EFFECTS = ['allow', 'deny', 'require_approval', 'modify'] as const

const DENY_KEYS = ['deny', 'violation', 'violations'] as const

/**
 * The decision in an evaluation; total: what is not understood is indeterminate (DESIGN: what a policy may answer).
 * A policy may ask for the approval of these roles alone.
 */
export function interpret(
  evaluation: Evaluation | undefined,
  scope: Scope,
  knownRoles: readonly string[] = [],
): Decision {
  if (evaluation === undefined) return indeterminate('ERR_INTERNAL', 'the query was not answered')
  switch (evaluation.kind) {
    case 'error':
      return {
        ...indeterminate(evaluation.code, evaluation.message),
        ...(evaluation.byAuthor && { byAuthor: evaluation.byAuthor }),
      }
    case 'undefined':
      return { verdict: 'not-applicable' }
    case 'result':
      return scope === 'capability.resolve'
        ? interpretCapabilities(evaluation.value)
        : interpretAnswer(evaluation, knownRoles)
  }
}

function interpretAnswer(
  { value, denySetsOnly, neverAllows = false }: Extract<Evaluation, { kind: 'result' }>,
  knownRoles: readonly string[],
): Decision {
  if (value === true) return { verdict: 'allow', warnings: [] }
  if (value === false) return { verdict: 'deny', reasons: ['policy denied'], warnings: [] }
  if (!isObject(value))
    return shapeError(`the policy answered ${show(value)}, which is neither a boolean nor an object`)

  const warnings = readWarnings(value)
  const denials = DENY_KEYS.map((key) => ({ key, read: readDenials(key, own(value, key)) }))
  const denied = denials.flatMap(({ read }) => read.members ?? [])
  const said = own(value, 'effect')
  const effect = EFFECTS.find((known) => known === said)
  if (denials.some(({ read }) => read.denies) || effect === 'deny') {
    return { verdict: 'deny', reasons: readReasons(value, denied), warnings }
  }
  const unclear = denials.find(({ read }) => read.unclear)
  if (unclear)
    return shapeError(
      `"${unclear.key}" is ${show(own(value, unclear.key))}; it must be a list, a set or an object`,
      warnings,
    )
  if (said !== undefined && effect === undefined) {
    const known = EFFECTS.map((word) => `"${word}"`).join(', ')
    return shapeError(`"effect" is ${show(said)}; known effects are ${known}`, warnings)
  }

  const key = Object.hasOwn(value, 'allowed') ? 'allowed' : 'allow'
  const allowed = own(value, key)
  if (allowed !== undefined && typeof allowed !== 'boolean')
    return shapeError(`"${key}" is ${show(allowed)}; it must be true or false`, warnings)
  // The usual `default allowed := false` stands there until somebody has approved, and so denies nothing.
  if (effect === 'require_approval') return interpretAllow(value, effect, knownRoles, warnings)
  if (allowed === false) return { verdict: 'deny', reasons: readReasons(value, []), warnings }
  const hasDenySet = DENY_KEYS.some((name) => own(value, name) !== undefined)
  // An effect alone allows only where no rule `allowed` could have said no by being undefined.
  if (allowed === true || (effect !== undefined && neverAllows) || (denySetsOnly && hasDenySet))
    return interpretAllow(value, effect, knownRoles, warnings)
  return { verdict: 'deny', reasons: readReasons(value, [], 'the policy did not allow it'), warnings }
}

/** What an answer allows that denies nothing: all of it, after approvals, or less than the config. */
function interpretAllow(
  value: Record<string, unknown>,
  effect: 'allow' | 'require_approval' | 'modify' | undefined,
  knownRoles: readonly string[],
  warnings: readonly string[],
): Decision {
  const asked = own(value, 'modify')
  if (asked === undefined && effect === 'modify')
    return shapeError('"effect" is "modify", and "modify" is not there to say what', warnings)
  // A rule that sets its keys under conditions is always there, and often sets none.
  const modify = asked === undefined ? undefined : effect === 'modify' ? parseChange(asked) : parseModify(asked)
  if (typeof modify === 'string') return shapeError(modify, warnings)
  const approvals = effect === 'require_approval' ? parseRule(own(value, 'approvals'), knownRoles) : undefined
  if (typeof approvals === 'string') return shapeError(approvals, warnings)
  return { verdict: 'allow', warnings, ...(approvals && { approvals }), ...(modify && changes(modify) && { modify }) }
}

function interpretCapabilities(value: unknown): Decision {
  if (!isObject(value))
    return shapeError(`the policy answered ${show(value)}; it must be an object with "capabilities"`)
  const warnings = readWarnings(value)
  const capabilities = own(value, 'capabilities')
  if (capabilities === undefined) return shapeError('the answer has no "capabilities"', warnings)
  const limits = parseCapabilities(capabilities)
  return typeof limits === 'string' ? shapeError(limits, warnings) : { verdict: 'allow', warnings, limits }
}

type Denials = { readonly denies: boolean; readonly unclear: boolean; readonly members?: readonly string[] }

function readDenials(key: string, value: unknown): Denials {
  if (value === undefined) return { denies: false, unclear: false }
  if (key === 'deny' && value === true) return { denies: true, unclear: false }
  if (Array.isArray(value)) return { denies: value.length > 0, unclear: false, members: value.map(sayMember) }
  if (!isObject(value)) return { denies: false, unclear: true }
  const members = sortedEntries(value).map(([name, item]) =>
    typeof own(item, 'msg') === 'string' ? sayMember(item) : name,
  )
  return { denies: members.length > 0, unclear: false, members }
}

function sayMember(member: unknown): string {
  const msg = own(member, 'msg')
  return typeof msg === 'string' ? msg : typeof member === 'string' ? member : show(member)
}

function readReasons(
  value: Record<string, unknown>,
  denied: readonly string[],
  otherwise = 'policy denied',
): readonly string[] {
  const said = [...saidReasons(value), ...denied].filter((reason) => reason.trim() !== '')
  return said.length > 0 ? [...new Set(said)] : [otherwise]
}

function saidReasons(value: Record<string, unknown>): readonly string[] {
  const reason = own(value, 'reason')
  if (typeof reason === 'string' && reason.trim() !== '') return [reason]
  const first = readTexts(own(value, 'reasons'))
  return first.length > 0 ? first : readTexts(own(value, 'deny_reasons'))
}

// An object's keys have no order; two engines would say the same reasons in two ways.
const sortedEntries = (value: Record<string, unknown>): readonly [string, unknown][] =>
  Object.entries(value).sort(([a], [b]) => compareText(a, b))

const readTexts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(sayMember) : isObject(value) ? sortedEntries(value).map(([key]) => key) : []

function readWarnings(value: Record<string, unknown>): readonly string[] {
  const warnings = own(value, 'warnings')
  if (warnings === undefined || Array.isArray(warnings)) return (warnings ?? []).map(sayMember)
  return [`the policy's "warnings" is ${show(warnings)}, not a list of strings`]
}

const indeterminate = (code: string, message: string, warnings: readonly string[] = []): Decision => ({
  verdict: 'indeterminate',
  code,
  message,
  warnings,
})

const shapeError = (message: string, warnings: readonly string[] = []): Decision =>
  indeterminate('ERR_DECISION_SHAPE', message, warnings)

const show = (value: unknown): string => {
  const text = JSON.stringify(value)
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`
}
