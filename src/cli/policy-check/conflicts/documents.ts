import type { JsonObject } from '../../../core/json.js'
import type { AnalyzedRule } from '../../../pdp/local/protocol.js'
import type { Sample } from '../facts.js'
import { type Atom, waysOf } from './atoms.js'
import { type Group, saidIn } from './sides.js'
import { satisfy } from './solve.js'

/** An input, and who is asked with it. */
export type Attempt = {
  readonly input: JsonObject
  readonly paths: readonly string[]
  readonly by: readonly AnalyzedRule[]
  /** What the conditions ask for, and nothing else. */
  readonly bare?: JsonObject
}

const MAX_WAYS = 3
const MAX_SHOWN = 20

/** Makes inputs for the rules of these policies, out of what their conditions ask for. */
export function openMaker(group: Group, rules: readonly AnalyzedRule[], samples: readonly Sample[]) {
  const mine = samples.filter(({ query }) => group.isCompiled || query.path === group.path)
  const base = mine[0] ? plain(mine[0]) : {}
  const known = new Map<AnalyzedRule, readonly (readonly Atom[])[]>()
  const ways = (rule: AnalyzedRule) => {
    const found = known.get(rule) ?? waysOf(rule, rules).slice(0, MAX_WAYS)
    known.set(rule, found)
    return found
  }
  const pathsOf = (by: readonly AnalyzedRule[]): readonly string[] =>
    group.isCompiled ? [...new Set(by.map((rule) => answerOf(rule)))] : [group.path]
  const attempt = (by: readonly AnalyzedRule[], atoms: readonly Atom[]): readonly Attempt[] => {
    const input = satisfy(base, atoms)
    const bare = satisfy({}, atoms)
    return input ? [{ input, paths: pathsOf(by), by, ...(bare && { bare }) }] : []
  }
  return {
    /** For each of these rules by itself. */
    single: (some: readonly AnalyzedRule[], limit: number): readonly Attempt[] =>
      some.flatMap((rule) => ways(rule).flatMap((way) => attempt([rule], way))).slice(0, limit),
    /** For each of those with each of these, and what was seen already. */
    pairs(allows: readonly AnalyzedRule[], denies: readonly AnalyzedRule[], limit: number): readonly Attempt[] {
      const made: Attempt[] = []
      for (const allow of allows)
        for (const deny of denies) {
          if (made.length >= limit) break
          for (const one of ways(allow))
            for (const other of ways(deny)) made.push(...attempt([allow, deny], [...one, ...other]))
        }
      return [...made, ...(group.isCompiled ? [] : seen(mine, group.path))]
    },
  }
}

export const answerOf = (rule: AnalyzedRule): string => `${rule.package}/answer`

/** What was asked before and both allowed and denied. */
const seen = (samples: readonly Sample[], path: string): readonly Attempt[] =>
  samples
    .filter(({ evaluation }) => {
      const { allows, denies } = saidIn(evaluation.kind === 'result' ? evaluation.value : undefined)
      return allows && denies.length > 0
    })
    .map((sample): Attempt => ({ input: plain(sample), paths: [path], by: [] }))
    .sort((a, b) => sizeOf(a.input) - sizeOf(b.input))
    .slice(0, MAX_SHOWN)

const plain = ({ query }: Sample): JsonObject => JSON.parse(JSON.stringify(query.input)) as JsonObject
export const sizeOf = (document: JsonObject): number => JSON.stringify(document).length
