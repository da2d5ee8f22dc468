import { sayReason, type Tightening } from './combine.js'
import type { Policy } from './config.js'
import type { Ruling } from './enforcement.js'
import { loosens, type Modify, tighten } from './modify.js'
import type { Query } from './query.js'

/**
 * The ruling of the policy's own answer, made stricter by what speaks beside it: denials override everything, then what could not
 * be decided goes where `fallBack` says, and then the policy's own answer stands. Approvals come after it.
 */
export function addVerdicts(
  ruling: Ruling,
  isDenied: boolean,
  { denials, unknowns, softened: mild, ...tightening }: Tightening,
  fallBack: (code: string, message: string) => Ruling,
): Ruling {
  const open = unknowns.map((unknown) => fallBack(unknown.code, sayReason(unknown)))
  const warnings = [...ruling.warnings, ...tightening.warnings]
  const own = ruling.reason === undefined ? [] : [ruling.reason]
  const unsure = open.flatMap(({ reason }) => reason ?? [])
  const softened = mild.map(({ text }) => text)
  if (denials.length > 0) {
    return {
      outcome: 'block',
      reasonCode: 'policy_denied',
      reason: [...(isDenied ? withoutEcho(own, denials) : []), ...denials.map(sayReason)].join('; '),
      warnings: [...warnings, ...(isDenied ? [] : own), ...unsure, ...softened],
    }
  }
  if (ruling.outcome === 'block') return { ...ruling, warnings: [...warnings, ...unsure, ...softened] }
  const [blocking] = open.filter(({ outcome }) => outcome === 'block')
  if (blocking) return { ...blocking, reason: unsure.join('; '), warnings: [...warnings, ...own, ...softened] }
  const all = [...unsure, ...softened]
  if (all.length === 0) return { ...ruling, warnings }
  if (ruling.outcome !== 'pass') return { ...ruling, warnings: [...warnings, ...all] }
  const [first] = open
  const [gravest] = mild
  const { reasonCode = 'policy_denied', errorCode } = first ?? gravest ?? {}
  return { outcome: 'warn', reasonCode, reason: all.join('; '), ...(errorCode && { errorCode }), warnings }
}

// Rules that are also part of the policy's own answer would be said twice.
const withoutEcho = (own: readonly string[], denials: Tightening['denials']): readonly string[] =>
  own.filter((reason) => !reason.split('; ').every((part) => denials.some(({ message }) => message === part)))

/** How the step is to run: as it says itself, and stricter where the policy or a pack says so. */
export function modifyFor(
  { input: { check } }: Query,
  { warnings }: Ruling,
  asked: readonly (Modify | undefined)[],
  { mode: policyMode }: Pick<Policy, 'mode'>,
): Partial<Pick<Ruling, 'modify' | 'warnings'>> {
  const found = asked.filter((one) => one !== undefined)
  if (found.length === 0) return {}
  if (policyMode === 'audit') return { warnings: [...warnings, 'audit: the policy would change how it runs'] }
  const { mode, limits } = check
  const own: Modify = { ...(mode !== undefined && { mode }), ...(limits && { limits }) }
  const all = found.reduce(tighten)
  return { warnings: [...warnings, ...loosens(own, all)], modify: tighten(own, all) }
}
