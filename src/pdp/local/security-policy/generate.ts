import type { RewrittenCondition } from '../protocol.js'
import { type AskedRule, HEADER, type Header } from './asked.js'
import { escapeComment, literal, ModuleWriter, type Written } from './module-writer.js'
import type { Condition, PolicyRule, SecurityPolicy } from './policy.js'
import { OWN_RULES } from './rule.js'
import { writeModify } from './write-modify.js'
import { about, namesNever, writeAbout, writeScope, writeUndecided } from './write-scope.js'

/** The rules that the findings of this policy are of, those of the policy itself last. */
const askedRules = ({ rules }: SecurityPolicy): readonly AskedRule[] => [
  ...rules.map(({ name, severity }) => ({ name, severity })),
  ...Object.values(OWN_RULES).map((name) => ({ name, severity: 'critical' as const })),
]

/** This policy as a module of Rego, whose `answer` is that of a pack. */
function generate(policy: SecurityPolicy, conditions: ReadonlyMap<Condition, RewrittenCondition>): string {
  const out = new ModuleWriter(conditions)
  writeAbout(out, policy)
  writeScope(out, policy)
  const rules = policy.rules.map((rule, i) => {
    out.comment(`${JSON.stringify(rule.name)}, line ${rule.at.line}: ${rule.effect}`)
    const written = { ...writeCondition(out, rule, `rule_${i + 1}`), policyRule: rule }
    writeRule(out, policy, written)
    return written
  })
  const allows = rules.filter(({ policyRule }) => policyRule.effect === 'allow')
  if (allows.length > 0) writeAllowed(out, policy, allows)
  const modifies = writeModify(out, rules)
  const has = (effect: string) => policy.rules.some((rule) => rule.effect === effect)
  const keys = [
    ...(has('deny') || has('allow') ? ['deny'] : []),
    ...(has('require_approval') ? ['approve'] : []),
    ...(policy.rules.some(({ effect }) => effect !== 'allow') || namesNever(policy) ? ['unknown'] : []),
    ...(modifies ? ['modify'] : []),
  ]
  const answer = [...keys.map((key) => `"${key}": ${key}`), ...(allows.length > 0 ? ['"allow": allowing'] : [])]
  out.rule(`answer := {${answer.join(', ')}}`, ['inside'])
  writeUndecided(out, policy, (message) =>
    finding({ name: OWN_RULES.scope, severity: 'critical', obligations: [] }, message),
  )
  const { name, level, path, at } = policy
  return [
    `${HEADER}${escapeLine({ name, level, rules: askedRules(policy), path, ...at })}`,
    `# made from ${escapeComment(path)}, line ${at.line}`,
    `package stepgate.policies.${policy.id}`,
    '',
    out.text,
    '',
  ].join('\n')
}

/** The Rego file that a policy becomes: no file of the repository has this name. */
export const moduleOf = (policy: SecurityPolicy, conditions: ReadonlyMap<Condition, RewrittenCondition>) => ({
  path: `${policy.path}.${policy.id}.rego`,
  text: generate(policy, conditions),
  version: 'v1' as const,
  madeFrom: policy.path,
})

// A comment ends where the line does, and some readers of it know more line ends than others.
const escapeLine = (value: Header): string =>
  JSON.stringify(value).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A rule of the policy, with what stands for its condition. */
export type WrittenRule = Written & { readonly policyRule: PolicyRule }

/** Adds the rule for one condition; what another part of the input is needed for is false where that is not there. */
function writeCondition(out: ModuleWriter, { when, word }: PolicyRule, name: string): Written {
  if (word === undefined) return out.expression(name, when)
  const there = about(out, word)
  const { rule, reads } = out.expression(`${name}_1`, when)
  out.rule(`${name} := false`, [`not ${there}`])
  out.rule(`${name} := ${rule}`, [there])
  return { rule: name, reads }
}

function writeRule(
  out: ModuleWriter,
  policy: SecurityPolicy,
  { rule: name, reads, policyRule: rule }: WrittenRule,
): void {
  const { effect } = rule
  if (effect === 'deny') out.rule(`deny contains ${finding(rule, rule.message)}`, [`${name} == true`])
  if (effect === 'require_approval') {
    const { count = 1, ...groups } = rule.approvals ?? {}
    const whose = Object.entries(groups).map(([key, names]) => `"${key}": ${literal(names)}`)
    const approvals = `{${[`"count": ${count}`, ...whose].join(', ')}}`
    out.rule(`approve contains ${finding(rule, rule.message, `"approvals": ${approvals}`)}`, [`${name} == true`])
  }
  // Where an allow is not certain, it is none: that is said with the others.
  if (effect === 'allow') return
  const decided = `${name}_decided`
  out.rule(decided, [`is_boolean(${name})`])
  const why = `the rule ${JSON.stringify(rule.name)} of the policy ${JSON.stringify(policy.name)} cannot be decided`
  // What is to be done about a denial is not to be done because a fact is missing.
  const undecided = { ...rule, obligations: [] }
  const present = reads.map((read) => ({ read, has: out.present(read) }))
  for (const { read, has } of present)
    out.rule(`unknown contains ${finding(undecided, `${why}: ${read} is missing`)}`, [`not ${decided}`, `not ${has}`])
  out.rule(`unknown contains ${finding(undecided, `${why}: a fact is not of the type that its condition needs`)}`, [
    `not ${decided}`,
    ...present.map(({ has }) => has),
  ])
}

/** Where rules allow, one of those that are about this has to hold. */
function writeAllowed(out: ModuleWriter, { name: policy }: SecurityPolicy, allows: readonly WrittenRule[]): void {
  out.comment('one of the rules that allow has to hold')
  out.rule('default allowing := false')
  for (const { rule } of allows) out.rule('allowing', [`${rule} == true`])
  const words = new Set(allows.map(({ policyRule }) => policyRule.word))
  const isAlways = words.has(undefined)
  if (!isAlways) for (const word of words) if (word) out.rule('allowable', [about(out, word)])
  const [first] = allows
  const message = `no rule of the policy ${JSON.stringify(policy)} allows it`
  const names = allows.map(({ policyRule }) => JSON.stringify(policyRule.name)).join(', ')
  const said = (text: string) =>
    finding(
      { name: OWN_RULES.notAllowed, severity: first?.policyRule.severity ?? 'critical', obligations: [] },
      text,
      `"way_out": ${literal(`make one of these hold: ${names}`)}`,
    )
  const refused = ['not allowing', ...(isAlways ? [] : ['allowable'])]
  const lacks = findLacks(out, allows)
  for (const { read, isMissing } of lacks)
    out.rule(`deny contains ${said(`${message}: ${read} is missing`)}`, [...refused, isMissing])
  out.rule(`deny contains ${said(message)}`, [...refused, ...lacks.map(({ isThere }) => isThere)])
}

/** What is missing for rules that allow, of those that are about what is asked. */
function findLacks(out: ModuleWriter, allows: readonly WrittenRule[]) {
  const pairs = new Map(
    allows.flatMap(({ reads, policyRule: { word } }) =>
      reads.map((read) => [`${word ?? ''} ${read}`, { word, read }] as const),
    ),
  )
  return [...pairs.values()].map(({ word, read }, i) => {
    const has = out.present(read)
    if (word === undefined) return { read, isMissing: `not ${has}`, isThere: has }
    out.rule(`lacks_${i + 1}`, [about(out, word), `not ${has}`])
    return { read, isMissing: `lacks_${i + 1}`, isThere: `not lacks_${i + 1}` }
  })
}

function finding(
  { name, severity, wayOut, obligations }: Pick<PolicyRule, 'name' | 'severity' | 'wayOut' | 'obligations'>,
  message: string,
  ...more: readonly string[]
): string {
  const parts = [
    `"rule": ${literal(name)}`,
    `"message": ${literal(message)}`,
    `"severity": ${literal(severity)}`,
    ...(wayOut === undefined ? [] : [`"way_out": ${literal(wayOut)}`]),
    ...(obligations.length > 0 ? [`"obligations": ${literal(obligations)}`] : []),
    ...more,
  ]
  return `{${parts.join(', ')}}`
}
