import type { Expression } from './policy.js'
import type { Tree, TreeReader } from './tree.js'

const MAX_CONDITION = 16_384
const MAX_PARTS = 500
const MAX_DEPTH = 20

/** The condition in this text. */
export function readCondition(read: TreeReader, tree: Tree, name: string): Expression {
  const text = read.text(tree, name, MAX_CONDITION)
  const within = tree.kind === 'scalar' ? tree.within : () => tree.at
  return { kind: 'condition', condition: { text, within } }
}

/** An expression: the text of a condition, or `all`, `any` and `not` of such. */
export function readExpression(read: TreeReader, root: Tree): Expression {
  let parts = 0
  const walk = (tree: Tree, depth: number): Expression => {
    parts++
    if (parts > MAX_PARTS) throw read.refuse(root.at, `"rule_expr" has more than ${MAX_PARTS} parts`)
    if (depth > MAX_DEPTH) throw read.refuse(tree.at, `"rule_expr" is nested more than ${MAX_DEPTH} deep`)
    if (tree.kind !== 'map') return readCondition(read, tree, '"rule_expr"')
    const [only, another] = [...read.map(tree, '"rule_expr"', ['all', 'any', 'not']).entries]
    if (!only || another) throw read.refuse(tree.at, '"rule_expr" has one key: "all", "any" or "not"')
    const [key, { value }] = only
    if (key === 'not') return { kind: 'not', of: walk(value, depth + 1) }
    const of = read.list(value, `"${key}"`, MAX_PARTS).map((item) => walk(item, depth + 1))
    // All of nothing would hold, and any of nothing never: neither is what somebody meant.
    if (of.length === 0) throw read.refuse(value.at, `"${key}" must not be empty`)
    return { kind: key === 'all' ? 'all' : 'any', of }
  }
  return walk(root, 0)
}

/** Every condition in this expression, in order. */
export function conditionsOf(expression: Expression): readonly Extract<Expression, { kind: 'condition' }>[] {
  switch (expression.kind) {
    case 'condition':
      return [expression]
    case 'not':
      return conditionsOf(expression.of)
    case 'all':
    case 'any':
      return expression.of.flatMap(conditionsOf)
  }
}
