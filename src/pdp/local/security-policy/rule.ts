import { APPROVAL_KEYS, MAX_APPROVALS, TEAM } from '../../../core/approval-rule.js'
import { parseAmount } from '../../../core/decimal.js'
import { SEVERITIES, type Severity } from '../../../core/packs.js'
import { readCondition, readExpression } from './expression.js'
import type { Effect, Expression, PolicyRule } from './policy.js'
import { entry, MAX_NAME, type Tree, type TreeMap, type TreeReader } from './tree.js'

export const EFFECTS: readonly Effect[] = ['allow', 'deny', 'require_approval', 'modify']

/** What a rule has beside its name, its effect and its condition. */
export const RULE_KEYS = ['description', 'severity', 'way_out', 'actions', 'approvals', 'modify'] as const

/** Ids of what a policy says without any rule of its own. */
export const OWN_RULES = { notAllowed: 'not_allowed', scope: 'scope' } as const

/** What is said where the rule itself does not. */
export type Defaults = { readonly message?: string | undefined; readonly severity?: Severity | undefined }

/** The rule in this mapping, whose keys are known; throws where it is none. */
export function readRule(read: TreeReader, map: TreeMap, defaults: Defaults): PolicyRule {
  const named = entry(map, 'name')
  if (!named) throw read.refuse(map.at, 'the rule has no "name"')
  const name = read.text(named, '"name"', MAX_NAME)
  if (Object.values(OWN_RULES).some((own) => own === name))
    throw read.refuse(named.at, `a rule cannot be named ${JSON.stringify(name)}: that is said of the policy itself`)
  const asked = entry(map, 'effect')
  if (!asked)
    throw read.refuse(map.at, `the rule ${JSON.stringify(name)} has no "effect"; it is one of ${EFFECTS.join(', ')}`)
  const effect = read.word(asked, '"effect"', EFFECTS)
  const about = entry(map, 'description')
  const severity = entry(map, 'severity')
  const wayOut = entry(map, 'way_out')
  const actions = entry(map, 'actions')
  return {
    name,
    effect,
    when: readWhen(read, map, name),
    message: about ? read.text(about, '"description"') : (defaults.message ?? name),
    severity: severity
      ? read.word(severity, '"severity"', SEVERITIES)
      : (defaults.severity ?? (effect === 'deny' || effect === 'allow' ? 'critical' : 'warning')),
    ...(wayOut && { wayOut: read.text(wayOut, '"way_out"') }),
    obligations: actions ? [...new Set(read.texts(actions, '"actions"'))] : [],
    ...readConsequence(read, map, effect, name),
    at: named.at,
  }
}

function readWhen(read: TreeReader, map: TreeMap, name: string): Expression {
  const condition = entry(map, 'condition')
  const expression = entry(map, 'rule_expr')
  if (condition && expression) throw read.refuse(expression.at, 'a rule has a "condition" or a "rule_expr", not both')
  if (condition) return readCondition(read, condition, '"condition"')
  if (expression) return readExpression(read, expression)
  throw read.refuse(
    map.at,
    `the rule ${JSON.stringify(name)} has no "condition"; what always holds is "true", in quotes`,
  )
}

/** What approvals are asked for, or what is modified: each of them stands beside its own effect and beside no other. */
function readConsequence(
  read: TreeReader,
  map: TreeMap,
  effect: Effect,
  name: string,
): Pick<PolicyRule, 'approvals' | 'approvers' | 'modify'> {
  for (const [key, own] of [
    ['approvals', 'require_approval'],
    ['modify', 'modify'],
  ] as const) {
    const value = entry(map, key)
    if (value && effect !== own) throw read.refuse(value.at, `"${key}" is for the effect ${own}, and this is ${effect}`)
    if (!value && effect === own)
      throw read.refuse(map.at, `the rule ${JSON.stringify(name)} has the effect ${own} and no "${key}" beside it`)
  }
  if (effect === 'require_approval') return readApprovals(read, map)
  if (effect === 'modify') return { modify: readModify(read, map) }
  return {}
}

function readApprovals(read: TreeReader, rule: TreeMap): Pick<PolicyRule, 'approvals' | 'approvers'> {
  const tree = entry(rule, 'approvals') ?? rule
  const map = read.map(tree, '"approvals"', APPROVAL_KEYS)
  const count = entry(map, 'count')
  const lists = (['roles', 'teams', 'users'] as const).flatMap((key) => {
    const value = entry(map, key)
    return value ? [[key, read.texts(value, `"approvals.${key}"`)] as const] : []
  })
  if (lists.every(([, names]) => names.length === 0))
    throw read.refuse(map.at, '"approvals" must say who approves: "roles", "teams" or "users"')
  for (const [key, names] of lists) {
    const odd = key === 'teams' ? names.find((name) => !TEAM.test(name)) : undefined
    if (odd !== undefined)
      throw read.refuse(map.at, `"approvals.teams" has ${JSON.stringify(odd)}, which is neither "slug" nor "org/slug"`)
  }
  const roles = entry(map, 'roles')
  return {
    approvals: {
      count: count ? read.whole(count, '"approvals.count"', 1, MAX_APPROVALS) : 1,
      ...Object.fromEntries(lists),
    },
    approvers: (roles?.kind === 'list' ? roles.items : []).map((item) => ({
      role: read.text(item, 'a role', MAX_NAME),
      at: item.at,
    })),
  }
}

const MAX_COUNT = 1_000_000_000

function readModify(read: TreeReader, rule: TreeMap): NonNullable<PolicyRule['modify']> {
  const map = read.map(entry(rule, 'modify') ?? rule, '"modify"', ['mode', 'limits'])
  const mode = entry(map, 'mode')
  const given = entry(map, 'limits')
  if (!mode && !given) throw read.refuse(map.at, '"modify" must have "mode", "limits" or both')
  const limits = given && read.map(given, '"modify.limits"', ['cost_usd', 'llm_calls', 'minutes'])
  const cost = limits && entry(limits, 'cost_usd')
  const calls = limits && entry(limits, 'llm_calls')
  const minutes = limits && entry(limits, 'minutes')
  if (limits && !cost && !calls && !minutes)
    throw read.refuse(limits.at, '"modify.limits" must have "cost_usd", "llm_calls" or "minutes"')
  return {
    ...(mode && { mode: read.word(mode, '"modify.mode"', ['draft', 'auto']) }),
    ...(cost && { costUsd: readCost(read, cost) }),
    ...(calls && { llmCalls: read.whole(calls, '"modify.limits.llm_calls"', 0, MAX_COUNT) }),
    ...(minutes && { minutes: read.whole(minutes, '"modify.limits.minutes"', 1, MAX_COUNT) }),
  }
}

// A number of YAML is taken by its digits: what JavaScript makes of it is another one now and then.
function readCost(read: TreeReader, tree: NonNullable<ReturnType<typeof entry>>) {
  const isAmount = tree.kind === 'scalar' && (typeof tree.value === 'number' || typeof tree.value === 'string')
  const text = isAmount ? (typeof tree.value === 'string' ? tree.value : tree.source) : ''
  const amount = parseAmount(text)
  if ('wrong' in amount) throw read.refuse(tree.at, `"modify.limits.cost_usd" ${amount.wrong}`)
  return { units: amount.units, text }
}

/** These rules; throws where two have one name, or there is none. */
export function distinct(read: TreeReader, rules: readonly PolicyRule[], tree: Tree): readonly PolicyRule[] {
  if (rules.length === 0) throw read.refuse(tree.at, 'there is not one rule')
  for (const [i, { name, at }] of rules.entries())
    if (rules.findIndex((other) => other.name === name) < i)
      throw read.refuse(at, `two rules are named ${JSON.stringify(name)}; give one of them another name`)
  return rules
}

/** What people should know of rules that allow: nothing is said of them, and so nothing has to be done. */
export const adviseActions = (rules: readonly PolicyRule[]) =>
  rules
    .filter(({ effect, obligations }) => (effect === 'allow' || effect === 'modify') && obligations.length > 0)
    .map(({ name, effect, at }) => ({
      message: `the "actions" of ${JSON.stringify(name)} reach nobody: a rule with the effect ${effect} reports nothing`,
      at,
    }))
