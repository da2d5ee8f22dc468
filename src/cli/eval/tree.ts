import type { Explained, ExplainedExpression, ExplainedRule } from '../../pdp/local/protocol.js'
import { namesIn } from './expression.js'

/** What OPA has told of one evaluation, so that it can be asked which body needed which. */
export type Tree = {
  readonly rules: readonly ExplainedRule[]
  /** The bodies that nobody below needed first, in the order of trying. */
  readonly roots: readonly number[]
  /** The bodies that this expression of that body rests on. */
  readonly below: (body: number, expression: ExplainedExpression) => readonly number[]
}

export function buildTree({ rules }: Pick<Explained, 'rules'>): Tree {
  const byName = new Map<string, number[]>()
  const children = new Map<number, number[]>()
  rules.forEach(({ name, parent }, i) => {
    listIn(byName, name).push(i)
    listIn(children, parent).push(i)
  })
  const below = (body: number, expression: ExplainedExpression): readonly number[] => {
    const names = namesIn(expression.text)
    const fits = (i: number): boolean => names.has(lastOf(rules[i]?.name ?? ''))
    const own = (children.get(body) ?? []).filter((i) => i !== body && fits(i))
    if (own.length > 0) return own
    // What was asked before is not asked again: it stands where it was needed first.
    const from = rules[body]?.name ?? ''
    return [...byName.entries()]
      .filter(([name]) => name !== from && names.has(lastOf(name)) && reaches(name, from, names))
      .flatMap(([, found]) => found.filter((i) => rules[i]?.args === undefined))
  }
  const answering = new Set((children.get(-1) ?? []).map((i) => rules[i]?.name))
  const roots = rules.flatMap(({ name }, i) => (answering.has(name) || isDeciding(lastOf(name)) ? [i] : []))
  return { rules, roots, below }
}

/** Of the same package, or named with its own package before it. */
const reaches = (name: string, from: string, names: ReadonlySet<string>): boolean =>
  from.startsWith(`${packageOf(name)}.`) || names.has(lastOf(packageOf(name)))

export const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)
const packageOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('.')))

const DECIDING: readonly string[] = [
  'allowed',
  'allow',
  'deny',
  'violation',
  'violations',
  'effect',
  'approvals',
  'capabilities',
]
const isDeciding = (word: string): boolean => DECIDING.includes(word)

/** The name of the rule within the answer: `capabilities` for `data.visor.capability.resolve.capabilities.allowBash`. */
export const partOf = (name: string, entrypoint: string): string =>
  name.startsWith(`${entrypoint}.`) ? (name.slice(entrypoint.length + 1).split('.')[0] ?? '') : lastOf(name)

/** The rules of the answer that decide, each with its bodies; all of them where none bears a name that does. */
export function decidingRules({ rules, roots }: Tree, entrypoint: string): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>()
  const own = roots.filter((i) => rules[i]?.name.startsWith(`${entrypoint}.`) || rules[i]?.name === entrypoint)
  const some = own.filter((i) => isDeciding(partOf(rules[i]?.name ?? '', entrypoint)) || rules[i]?.name === entrypoint)
  for (const i of some.length > 0 ? some : own) listIn(groups, rules[i]?.name ?? '').push(i)
  return groups
}

function listIn<K>(map: Map<K, number[]>, key: K): number[] {
  const found = map.get(key)
  if (found) return found
  const made: number[] = []
  map.set(key, made)
  return made
}
