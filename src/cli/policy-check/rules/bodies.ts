import type { AnalyzedRule } from '../../../pdp/local/protocol.js'
import { isDenyRule } from '../conflicts/sides.js'
import { type Check, placeOf, withAnalysis } from '../facts.js'
import type { Outcome } from '../finding.js'

/** A body that never changes anything: what comes before it always wins. */
export const unreachableRule: Check = withAnalysis(({ rules }) => {
  const chains = new Map<string, AnalyzedRule[]>()
  for (const rule of rules) {
    if (rule.kind !== 'complete' || rule.isDefault) continue
    const key = `${rule.package} ${rule.name} ${rule.file}`
    chains.set(key, [...(chains.get(key) ?? []), rule])
  }
  const complete = [...chains.values()].flatMap((bodies) =>
    bodies.flatMap((body, i): readonly Outcome[] => {
      const shown = `${body.name}${body.isElse ? ' (an else)' : ''}`
      if (body.isElse) {
        const before = body.elseOf === undefined ? undefined : rules[body.elseOf]
        if (!before?.alwaysTrue) return []
        return [
          {
            message: `this body of ${shown} is never reached: the one on line ${before.row} always holds`,
            ...placeOf(body),
          },
        ]
      }
      const wins = bodies.find((other, n) => other !== body && covers(other, body) && (n < i || !covers(body, other)))
      if (!wins) return []
      const message = wins.alwaysTrue
        ? `this body of ${shown} changes nothing: the one on line ${wins.row} always gives ${wins.value}`
        : `this body of ${shown} changes nothing: whenever it holds, the one on line ${wins.row} gives ${wins.value} already`
      return [{ message, ...placeOf(body) }]
    }),
  )
  return [...complete, ...saidTwice(rules), ...overridden(rules)]
})

/** Elements of a set that another body of it puts there already. */
function saidTwice(rules: readonly AnalyzedRule[]): readonly Outcome[] {
  const sets = rules.filter(({ kind, key }) => kind === 'set' && key !== undefined && /^["\d]/.test(key))
  return sets.flatMap((body, i): readonly Outcome[] => {
    const same = (one: AnalyzedRule) => one.package === body.package && one.name === body.name && one.key === body.key
    const wins = sets.find(
      (one, n) => one !== body && same(one) && asksLess(one, body) && (n < i || !asksLess(body, one)),
    )
    if (!wins) return []
    const message = `this body of ${body.name} changes nothing: whenever it holds, the one on line ${wins.row} says ${body.key} already`
    return [{ message, ...placeOf(body) }]
  })
}

/** Bodies that allow what is denied whenever they hold. */
function overridden(rules: readonly AnalyzedRule[]): readonly Outcome[] {
  const denies = rules.filter(
    (rule) =>
      isDenyRule(rule) && !rule.isDefault && !rule.hasVariables && rule.kind !== 'function' && rule.value !== 'false',
  )
  return rules.flatMap((body): readonly Outcome[] => {
    const isAllow =
      /^allow(ed)?$/.test(body.name) && body.kind === 'complete' && body.value === 'true' && !body.isDefault
    if (!isAllow || body.isElse || body.alwaysTrue) return []
    const deny = denies.find(
      (one) => one.package === body.package && one.key?.startsWith('"') !== false && asksLess(one, body),
    )
    if (!deny) return []
    const message = `this body of ${body.name} never decides: whenever it holds, ${deny.name} on line ${deny.row} denies`
    return [{ message, ...placeOf(body) }]
  })
}

/** True where the one holds whenever the other does: it asks nothing that the other does not. */
const asksLess = (one: AnalyzedRule, other: AnalyzedRule): boolean =>
  one.alwaysTrue || one.body.every((expression) => other.body.includes(expression))

/** True where `one` gives the same value whenever `other` would: it asks nothing that the other does not. */
function covers(one: AnalyzedRule, other: AnalyzedRule): boolean {
  if (one.isElse || one.value !== other.value || !one.valueIsConstant || !other.valueIsConstant) return false
  const asked = new Set(other.body)
  return one.alwaysTrue || one.body.every((expression) => asked.has(expression))
}

const ANSWERS: ReadonlyMap<string, readonly string[]> = new Map([['visor/capability/resolve', ['capabilities']]])

/** What answers the gate, without a value where no body holds. */
export const defaultMissing: Check = withAnalysis(({ rules }, { prepared }) =>
  [...(prepared?.entrypoints ?? [])].flatMap(([path, { kind }]): readonly Outcome[] => {
    if (kind !== 'package' && kind !== 'rule') return []
    const slash = path.lastIndexOf('/')
    const [name, names] =
      kind === 'rule'
        ? [path.slice(0, slash), [path.slice(slash + 1)]]
        : [path, ANSWERS.get(path) ?? ['allowed', 'allow']]
    const mine = rules.filter((rule) => rule.package === name && names.includes(rule.name) && rule.kind === 'complete')
    const answer = names.find((one) => mine.some((rule) => rule.name === one))
    const bodies = mine.filter((rule) => rule.name === answer)
    const [first] = bodies
    const isTotal = bodies.some((rule) => rule.isDefault || rule.alwaysTrue) || isEitherWay(bodies)
    if (!first || isTotal) return []
    const deny = answer === 'capabilities' ? '{"allowEdit": false, "allowBash": false, "allowedTools": []}' : 'false'
    return [
      {
        message: `${answer} of package ${name.replaceAll('/', '.')} has no default`,
        wayOut: `add the default that denies: default ${answer} := ${deny}`,
        ...placeOf({ ...first, endRow: first.row, endCol: first.col + first.name.length }),
      },
    ]
  }),
)

/** True where one body asks for something alone, and another one for its contrary. */
const isEitherWay = (bodies: readonly AnalyzedRule[]): boolean => {
  const single = new Set(bodies.flatMap(({ body }) => (body.length === 1 ? body : [])))
  return [...single].some((expression) => single.has(`not ${expression}`))
}
