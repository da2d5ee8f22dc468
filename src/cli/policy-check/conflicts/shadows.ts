import { isObject, type JsonObject, own } from '../../../core/json.js'
import { LEVELS, type Level } from '../../../core/packs.js'
import type { Module } from '../../../pdp/local/policies.js'
import type { AnalyzedRule } from '../../../pdp/local/protocol.js'
import { askedIn, HEADER } from '../../../pdp/local/security-policy/asked.js'
import { type Formula, formulaOf, implies } from './formula.js'

/** A rule of a policy in YAML, and what it is in Rego. */
export type MadeRule = {
  readonly name: string
  readonly policy: string
  readonly file?: string
  readonly row: number
  readonly effect: string
  /** The entrypoint of its policy, and the names that its condition has there begin with this one. */
  readonly path: string
  readonly stem: string
}

/** A rule that changes nothing, and the one that has said it already whenever it holds. */
export type Shadow = {
  readonly rule: MadeRule
  readonly by: MadeRule
  /** An input for which both hold; left out where none was found. */
  readonly input?: JsonObject
}

type Known = MadeRule & {
  readonly when: Formula
  readonly scope: string
  readonly level: Level
  /** What it asks for beside its effect. */
  readonly asks: unknown
}

const MAX_RULES = 1000
const RULE = /^# (?<name>".*"), line (?<row>\d+): (?<effect>\w+)$/gm

/** The rules of these policies in YAML that never decide anything, each once. */
export function findShadows(generated: readonly Module[], rules: readonly AnalyzedRule[]): readonly Shadow[] {
  const known = generated.flatMap((module) => readModule(module, rules)).slice(0, MAX_RULES)
  return known.flatMap((rule, i): readonly Shadow[] => {
    const by = known.find((other, n) => n !== i && isIdleBeside(rule, other) && (n < i || !isIdleBeside(other, rule)))
    return by ? [{ rule, by }] : []
  })
}

/** The rules of the policy in YAML that this is the Rego of, in their order: above each stands a comment with its line. */
export const rulesIn = (text: string) =>
  [...text.matchAll(RULE)].map(({ groups }) => ({
    name: JSON.parse(groups?.name ?? '""') as string,
    row: Number(groups?.row),
    effect: groups?.effect ?? '',
  }))

function readModule(module: Module, rules: readonly AnalyzedRule[]): readonly Known[] {
  const [asked] = module.text.startsWith(HEADER) ? askedIn([module]) : []
  if (!asked) return []
  const mine = rules.filter((rule) => `${rule.package}/answer` === asked.path)
  const named = new Map<string, AnalyzedRule[]>()
  for (const one of mine) named.set(one.name, [...(named.get(one.name) ?? []), one])
  const scope = JSON.stringify(
    named.get('inside')?.some(({ alwaysTrue }) => alwaysTrue) ? '' : formulaOf('inside', named),
  )
  return rulesIn(module.text).flatMap((rule, i): readonly Known[] => {
    const stem = `rule_${i + 1}`
    // A condition that is one part alone has the name of the part.
    const top = [stem, `${stem}_1`, `${stem}_1_1`].find((name) => named.has(name)) ?? stem
    const when = formulaOf(top, named)
    if (!when) return []
    return [
      {
        ...{ ...rule, policy: asked.name, stem, when, scope },
        ...{ path: asked.path, level: asked.level, asks: asksOf(rule.effect, top, mine) },
        ...(module.madeFrom !== undefined && { file: module.madeFrom }),
      },
    ]
  })
}

/** The approvals or the modifications that hang on the rule of this name. */
function asksOf(effect: string, name: string, mine: readonly AnalyzedRule[]): unknown {
  const isOfIt = ({ body }: AnalyzedRule) => body.includes(`${name} == true`)
  if (effect === 'modify')
    return Object.fromEntries(
      mine.flatMap((rule) => (rule.name.startsWith('modify.') && isOfIt(rule) ? [[rule.name, parse(rule.value)]] : [])),
    )
  if (effect !== 'require_approval') return undefined
  return own(parse(mine.find((rule) => rule.name === 'approve' && isOfIt(rule))?.key), 'approvals')
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null') as unknown
  } catch {
    return undefined
  }
}

/** Whether nothing changes without this rule, since the other one says the same, or more, whenever it holds. */
function isIdleBeside(rule: Known, other: Known): boolean {
  const isSame = rule.path === other.path
  if (!isSame && other.scope !== '""' && other.scope !== rule.scope) return false
  if (LEVELS.indexOf(other.level) < LEVELS.indexOf(rule.level)) return false
  if (!implies(rule.when, other.when)) return false
  // Nothing lifts a hard no. That one rule allows what another denies is said as a conflict.
  if (other.effect === 'deny' && other.level === 'hard') return rule.effect !== 'allow'
  if (other.effect !== rule.effect) return false
  switch (rule.effect) {
    case 'deny':
      return true
    // One of the rules that allow has to hold in each policy.
    case 'allow':
      return isSame
    case 'require_approval':
      return asksAsMuch(other.asks, rule.asks)
    case 'modify':
      return isAsStrict(other.asks, rule.asks)
    default:
      return false
  }
}

/** Of the same people, and of no fewer of them. */
function asksAsMuch(one: unknown, other: unknown): boolean {
  const groups = (asked: unknown) => JSON.stringify(['roles', 'teams', 'users'].map((key) => sorted(own(asked, key))))
  return Number(own(one, 'count')) >= Number(own(other, 'count')) && groups(one) === groups(other)
}

const sorted = (list: unknown): readonly unknown[] => (Array.isArray(list) ? [...list].sort() : [])

function isAsStrict(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return false
  return Object.entries(other).every(([key, value]) => {
    const mine = own(one, key)
    if (mine === value) return true
    if (key === 'modify.mode') return mine === 'draft'
    return Number(mine) <= Number(value)
  })
}
