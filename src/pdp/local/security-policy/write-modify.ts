import type { WrittenRule } from './generate.js'
import type { ModuleWriter } from './module-writer.js'
import type { PolicyRule } from './policy.js'

/** Adds what is modified, of several rules that hold the strictest of each; false where no rule does. */
export function writeModify(out: ModuleWriter, rules: readonly WrittenRule[]): boolean {
  const modifying = rules.flatMap(({ rule, policyRule: { modify } }) => (modify ? [{ name: rule, modify }] : []))
  if (modifying.length === 0) return false
  const chain = (path: string, found: readonly Choice[]) => {
    if (found.length === 0) return
    const sorted = [...found].sort((a, b) => a.order - b.order)
    const [first, ...rest] = sorted.map(({ name, text }) => ({ text, test: `${name} == true` }))
    if (!first) return
    // Each is tried where none that is stricter holds.
    const tail = rest.map(({ text, test }) => ` else := ${text} if ${test}`).join('')
    out.rule(`${path} := ${first.text} if ${first.test}${tail}`)
  }
  chain(
    'modify.mode',
    modifying.flatMap(({ name, modify: { mode } }) =>
      mode === undefined ? [] : [{ name, text: JSON.stringify(mode), order: mode === 'draft' ? 0 : 1 }],
    ),
  )
  chain(
    'modify.limits.cost_usd',
    modifying.flatMap(({ name, modify: { costUsd } }) =>
      costUsd === undefined ? [] : [{ name, text: JSON.stringify(costUsd.text), order: costUsd.units }],
    ),
  )
  chain('modify.limits.llm_calls', byNumber(modifying, 'llmCalls'))
  chain('modify.limits.minutes', byNumber(modifying, 'minutes'))
  return true
}

type Choice = { readonly name: string; readonly text: string; readonly order: number }
type Modifying = { readonly name: string; readonly modify: NonNullable<PolicyRule['modify']> }

const byNumber = (modifying: readonly Modifying[], key: 'llmCalls' | 'minutes'): readonly Choice[] =>
  modifying.flatMap(({ name, modify }) => {
    const value = modify[key]
    return value === undefined ? [] : [{ name, text: String(value), order: value }]
  })
