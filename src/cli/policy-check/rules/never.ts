import type { AnalyzedRule } from '../../../pdp/local/protocol.js'
import { type Check, oursOf, placeOf, withAnalysis } from '../facts.js'
import type { Outcome } from '../finding.js'

/** A body whose conditions never hold together. */
export const neverHolds: Check = withAnalysis(({ rules }, facts) => {
  const ours = oursOf(facts)
  return rules.flatMap((rule): readonly Outcome[] => {
    const why = rule.isDefault || !ours.has(rule.file) ? undefined : contradiction(rule.body)
    if (why === undefined) return []
    return [{ message: `this body of ${rule.name} never holds: ${why}`, ...wayOf(rule), ...placeOf(rule) }]
  })
})

/** To deny, a rule that allows does not need to be there; one that never allows denies nothing. */
const wayOf = ({ name, body }: AnalyzedRule): { readonly wayOut?: string } => {
  if (!/^allow(ed)?$/.test(name)) return {}
  const others = body.filter((expression) => expression !== 'false').join('; ')
  return others === ''
    ? {}
    : { wayOut: `take it away; for a denial that no other rule can lift write deny contains "why" if { ${others} }` }
}

const COMPARED = /^(input(?:\.\w+|\["[^"]*"\])+)\s*(==|=|!=)\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)$/

function contradiction(body: readonly string[]): string | undefined {
  if (body.includes('false')) return 'it has the condition false'
  const negated = body.find((expression) => body.includes(`not ${expression}`))
  if (negated !== undefined) return `it asks for ${negated} and for its contrary`
  const values = new Map<string, string>()
  const compared = body.flatMap((expression) => {
    const [, path = '', operator = '', value = ''] = COMPARED.exec(expression) ?? []
    return path === '' ? [] : [{ path, operator, value }]
  })
  for (const { path, operator, value } of compared) {
    if (operator === '!=') continue
    const before = values.get(path)
    if (before !== undefined && before !== value) return `${path} cannot be ${before} and ${value}`
    values.set(path, value)
  }
  const odd = compared.find(({ path, operator, value }) => operator === '!=' && values.get(path) === value)
  return odd && `${odd.path} cannot be ${odd.value} and something else`
}
