import { toLine } from '../../core/text.js'
import { sayPair } from './render-tree.js'
import { decidingRules, type Tree } from './tree.js'

const MAX_SAID = 3
const MAX_DEPTH = 6

/** What failed in the bodies that came nearest, or held and speaks against it: in the words of the policy. */
export function sayWanting(tree: Tree, entrypoint: string): readonly string[] {
  const bodies = [...decidingRules(tree, entrypoint).values()].flat().filter((i) => tree.rules[i]?.isDefault === false)
  const missing = (i: number): number =>
    tree.rules[i]?.expressions.filter(({ outcome }) => outcome !== 'held').length ?? 0
  const nearest = [...bodies].sort((a, b) => missing(a) - missing(b))
  return [...new Set(nearest.flatMap((i) => leavesOf(tree, i, 0)))].slice(0, MAX_SAID)
}

function leavesOf(tree: Tree, at: number, depth: number): readonly string[] {
  const body = tree.rules[at]
  if (!body || depth > MAX_DEPTH) return []
  const isHeld = body.outcome === 'held'
  return body.expressions
    .filter(({ outcome }) => outcome === (isHeld ? 'held' : 'failed'))
    .flatMap((expression) => {
      const below = tree.below(at, expression).flatMap((i) => leavesOf(tree, i, depth + 1))
      if (below.length > 0) return below
      const values = expression.values.filter((value) => !('value' in value && value.value === true)).map(sayPair)
      const place = toLine(`${body.file}:${expression.row}`)
      const how = isHeld ? 'must not hold' : 'must hold'
      return [`${toLine(expression.text)} ${how} (${[place, ...values].join('; ')})`]
    })
}
