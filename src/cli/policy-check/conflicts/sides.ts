import { isObject, own } from '../../../core/json.js'
import type { AnalyzedRule } from '../../../pdp/local/protocol.js'
import { OWN_RULES } from '../../../pdp/local/security-policy/rule.js'

/** Where policies that were written in another language stand once they are Rego; each has a rule `answer`. */
const COMPILED = 'stepgate/policies/'

/** Policies whose answers belong together: what one of them allows another one may deny. */
export type Group = {
  /** What is asked; compiled policies are asked each for its own answer. */
  readonly path: string
  readonly allows: readonly AnalyzedRule[]
  readonly denies: readonly AnalyzedRule[]
  readonly isCompiled: boolean
}

export const isCompiledPackage = (name: string): boolean => name.startsWith(COMPILED)

const DENIES: ReadonlySet<string> = new Set(['deny', 'violation', 'violations'])
const isAllow = ({ name }: AnalyzedRule): boolean => name === 'allowed' || name === 'allow'
export const isDenyRule = ({ name }: Pick<AnalyzedRule, 'name'>): boolean => DENIES.has(name.split('.')[0] ?? '')

/** What may allow and deny at once: each of these packages by itself, and all compiled policies together. */
export function groupsOf(rules: readonly AnalyzedRule[], packages: readonly string[]): readonly Group[] {
  const own = packages.flatMap((name): readonly Group[] => {
    const mine = rules.filter((rule) => rule.package === name && rule.kind !== 'function')
    const allowing = mine.filter(isAllow)
    // Whatever allows all but what is denied is no rule that somebody could rely upon.
    if (allowing.some(({ alwaysTrue, value }) => alwaysTrue && value !== 'false')) return []
    const allows = allowing.filter(({ isDefault, value }) => !isDefault && value !== 'false')
    const denies = mine.filter((rule) => isDenyRule(rule) && !rule.isDefault && rule.value !== 'false')
    return allows.length > 0 && denies.length > 0 ? [{ path: name, allows, denies, isCompiled: false }] : []
  })
  const compiled = rules.filter(
    (rule) => isCompiledPackage(rule.package) && rule.kind !== 'function' && !rule.isDefault,
  )
  if (compiled.length === 0) return own
  const bodies = compiled.filter(({ body }) => body.length > 0)
  return [...own, { path: COMPILED, allows: bodies, denies: bodies, isCompiled: true }]
}

export type Denial = { readonly reason: string; readonly rule?: string }
export type Said = { readonly allows: boolean; readonly denies: readonly Denial[] }

/** What an answer says for and against. */
export function saidIn(value: unknown): Said {
  if (!isObject(value)) return { allows: false, denies: [] }
  return {
    allows: own(value, 'allowed') === true || own(value, 'allow') === true,
    denies: [...DENIES].flatMap((key) => denialsIn(own(value, key))),
  }
}

function denialsIn(value: unknown): readonly Denial[] {
  if (value === true) return [{ reason: 'deny' }]
  const items = Array.isArray(value) ? value : isObject(value) ? Object.keys(value) : []
  return items.flatMap((item): readonly Denial[] => {
    const rule = own(item, 'rule')
    // That no rule allows contradicts none that does.
    if (rule === OWN_RULES.notAllowed || rule === OWN_RULES.scope) return []
    const said = typeof item === 'string' ? item : (own(item, 'message') ?? own(item, 'msg'))
    return [
      { reason: typeof said === 'string' ? said : JSON.stringify(item), ...(typeof rule === 'string' && { rule }) },
    ]
  })
}

/** The approvals that an answer of a compiled policy asks for, as they are written. */
export function approvalsIn(value: unknown): readonly { readonly approvals: unknown; readonly rule?: string }[] {
  const list = own(value, 'approve')
  if (!Array.isArray(list)) return []
  return list.map((item) => {
    const rule = own(item, 'rule')
    return { approvals: own(item, 'approvals'), ...(typeof rule === 'string' && { rule }) }
  })
}
