import type { StepReport } from '../core/steps.js'
import type { Reason } from '../core/verdict.js'

/** One thing that a pack said, with the steps and the tools that it was said of. */
export type Said = { readonly reason: Reason; readonly of: readonly string[] }

// A step that breaks one rule in hundreds of files must not take the room of all the others.
const MAX_OF_A_STEP = 20

type Weight = 'denied' | 'undecided' | 'approval' | 'lifted' | 'warned' | 'recorded'

const ORDER: readonly Weight[] = ['denied', 'undecided', 'approval', 'lifted', 'warned', 'recorded']

/** What follows from this, by what was said and at which level. */
export function weigh({ effect, level, override }: Reason): Weight {
  if (override) return 'lifted'
  if (level === 'audit') return 'recorded'
  if (level === 'advisory') return 'warned'
  switch (effect) {
    case 'deny':
      return 'denied'
    case 'unknown':
      return 'undecided'
    case 'require_approval':
      return 'approval'
    case 'warn':
      return 'warned'
  }
}

/** The reasons with the strictest first; else in their own order. */
export const strictestFirst = (reasons: readonly Reason[]): readonly Reason[] =>
  [...reasons].sort((a, b) => ORDER.indexOf(weigh(a)) - ORDER.indexOf(weigh(b)))

/** The level as people read it: what it makes of the rule's word. */
export function sayLevel(reason: Reason): string {
  switch (weigh(reason)) {
    case 'denied':
      return `${reason.level}: denies`
    case 'undecided':
      return `${reason.level}: could not be decided`
    case 'approval':
      return `${reason.level}: needs approval`
    case 'lifted':
      return `${reason.level}: overridden`
    case 'warned':
      return reason.effect === 'warn' ? 'warns' : `${reason.level}: only warns`
    case 'recorded':
      return `${reason.level}: only recorded`
  }
}

/** Who has lifted it, as whom and why; undefined where nobody has. */
export const sayOverride = ({ override }: Reason): string | undefined =>
  override && `overridden by ${override.by} as ${override.role}: ${override.reason}`

/** Everything that was said of these steps and their tools, each thing once, the strictest first; and how much more there is. */
export function collectSaid(steps: readonly StepReport[]): { readonly said: readonly Said[]; readonly hidden: number } {
  const found = new Map<string, { readonly reason: Reason; readonly of: Set<string> }>()
  let hidden = 0
  for (const step of steps) {
    const own = step.reasons ?? []
    const spoken = step.tools.filter(({ reasons }) => reasons)
    const known = new Set(spoken.length === 0 ? [] : own.map((reason) => JSON.stringify(reason)))
    const ofTools = spoken.flatMap(({ server, method, reasons = [] }) =>
      // The one call of a step of type mcp has said it for the step already.
      reasons
        .filter((reason) => !known.has(JSON.stringify(reason)))
        .map((reason) => ({ reason, of: `${step.id}: ${server}/${method}` })),
    )
    const all = [...own.map((reason) => ({ reason, of: step.id })), ...ofTools].sort(
      (a, b) => ORDER.indexOf(weigh(a.reason)) - ORDER.indexOf(weigh(b.reason)),
    )
    hidden += Math.max(0, all.length - MAX_OF_A_STEP)
    for (const { reason, of } of all.slice(0, MAX_OF_A_STEP)) {
      const key = JSON.stringify(reason)
      const entry = found.get(key) ?? { reason, of: new Set() }
      entry.of.add(of)
      found.set(key, entry)
    }
  }
  const said = [...found.values()].map(({ reason, of }) => ({ reason, of: [...of] }))
  return { said: said.sort((a, b) => ORDER.indexOf(weigh(a.reason)) - ORDER.indexOf(weigh(b.reason))), hidden }
}
