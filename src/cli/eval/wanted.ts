import type { InputDocument } from '../../core/input.js'
import type { ExplainedExpression, ExplainedRule } from '../../pdp/local/protocol.js'
import { adding, approving, type Change, removing, type Scenery, setting } from './change.js'
import { type Claim, parseClaim, resolveSide, type Side, withoutNot } from './expression.js'
import { decidingRules, partOf, type Tree } from './tree.js'

type Looking = { readonly tree: Tree; readonly input: InputDocument; readonly scenery: Scenery }

const MAX_DEPTH = 6

/** What might be different, so that the policy answers otherwise: read from what failed, and from what held and was not to. */
export function changesFor(tree: Tree, entrypoint: string, input: InputDocument, scenery: Scenery): readonly Change[] {
  const looking = { tree, input, scenery }
  const found: Change[] = []
  for (const [name, bodies] of decidingRules(tree, entrypoint)) {
    const last = partOf(name, entrypoint)
    const isAgainst = last === 'deny' || last.startsWith('violation')
    const both = last === 'capabilities' || last === 'effect'
    for (const i of bodies) {
      if (isAgainst || both) found.push(...toFail(looking, i, 0))
      if (!isAgainst) found.push(...toHold(looking, i, 0))
    }
  }
  return unique(found)
}

/** What would let this body hold: whatever lets the expression hold that failed. */
function toHold(looking: Looking, at: number, depth: number): readonly Change[] {
  const body = looking.tree.rules[at]
  if (!body || body.outcome === 'held' || body.isDefault || depth > MAX_DEPTH) return []
  return body.expressions
    .filter(({ outcome }) => outcome === 'failed')
    .flatMap((expression) => toBe(looking, at, body, expression, !expression.negated, depth))
}

/** What would keep this body from holding: whatever fails any of its expressions. */
function toFail(looking: Looking, at: number, depth: number): readonly Change[] {
  const body = looking.tree.rules[at]
  if (body?.outcome !== 'held' || body.isDefault || depth > MAX_DEPTH) return []
  return body.expressions
    .filter(({ outcome }) => outcome === 'held')
    .flatMap((expression) => toBe(looking, at, body, expression, expression.negated, depth))
}

/** What would make true, or false, what stands in this expression without its `not`. */
function toBe(
  looking: Looking,
  at: number,
  body: ExplainedRule,
  expression: ExplainedExpression,
  want: boolean,
  depth: number,
): readonly Change[] {
  const { tree, scenery } = looking
  const claim = parseClaim(expression.text)
  const helpers = tree.below(at, expression).flatMap((i) => {
    const way = wayOf(claim, expression.text, want)
    return [
      ...(way === 'less' ? [] : toHold(looking, i, depth + 1)),
      ...(way === 'more' ? [] : toFail(looking, i, depth + 1)),
    ]
  })
  const approvals = want && /\bapprovals\b/.test(expression.text) ? scenery.roles.map(approving) : []
  return [...plain(looking, body, expression, claim, want), ...helpers, ...approvals]
}

/** Whether more or less of a helper is wanted: `count(objections) == 0` wants less of it. */
function wayOf(claim: Claim, text: string, want: boolean): 'more' | 'less' | 'either' {
  if (claim.op === 'bare' || claim.op === 'call') return want ? 'more' : 'less'
  const none = /^count\(.*\)\s*(==\s*0|<\s*1|<=\s*0)$/s.test(withoutNot(text))
  const some = /^count\(.*\)\s*(>\s*0|!=\s*0|>=\s*1)$/s.test(withoutNot(text))
  if (none || some) return some === want ? 'more' : 'less'
  return 'either'
}

function plain(
  { input, scenery }: Looking,
  body: ExplainedRule,
  expression: ExplainedExpression,
  claim: Claim,
  want: boolean,
): readonly Change[] {
  const side = (text: string) => resolveSide(text, expression, body, input)
  const compact = (changes: readonly (Change | undefined)[]) => changes.filter((change) => change !== undefined)
  const isMember = ({ path }: Side, items: readonly unknown[], current: readonly unknown[]): readonly Change[] => {
    if (!path) return []
    const texts = textsOf(items)
    return compact(
      want
        ? texts.map((item) => adding(path, item, scenery))
        : [
            removing(
              path,
              texts.filter((item) => current.includes(item)),
              scenery,
            ),
          ],
    )
  }
  switch (claim.op) {
    case 'bare': {
      const { path, each } = side(claim.of)
      return path && !each ? compact([setting(path, want, scenery)]) : []
    }
    case 'call': {
      const [place, text] = claim.args.map(side)
      const [item] = textsOf(text?.values ?? [])
      if (!want || !place?.path || item === undefined) return []
      return ['startswith', 'endswith', 'contains'].includes(claim.name)
        ? compact([setting(place.path, item, scenery)])
        : []
    }
    case 'in': {
      const [left, right] = [side(claim.left), side(claim.right)]
      const listed = right.values.flatMap((value) => (Array.isArray(value) ? value : []))
      if (right.path && !right.each) {
        const direct = isMember(right, left.values, listed)
        if (direct.length > 0) return direct
      }
      if (left.path && left.each) return isMember(left, listed, left.values)
      return left.path && want ? compact(listed.map((value) => setting(left.path ?? [], value, scenery))) : []
    }
    case '==':
    case '!=': {
      const equal = want === (claim.op === '==')
      const [left, right] = [side(claim.left), side(claim.right)]
      const [place, other] = left.path ? [left, right] : [right, left]
      if (!place.path) return []
      if (place.each) {
        const texts = textsOf(other.values)
        return compact(
          equal
            ? texts.map((item) => adding(place.path ?? [], item, scenery))
            : [
                removing(
                  place.path,
                  texts.filter((item) => place.values.includes(item)),
                  scenery,
                ),
              ],
        )
      }
      const [value] = other.values
      if (equal) return compact([setting(place.path, value, scenery)])
      return typeof value === 'boolean' ? compact([setting(place.path, !value, scenery)]) : []
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compact([...boundary(claim.op, claim.left, claim.right, want, side, scenery)])
  }
}

const TURNED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const
const DENIED = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const

/** The number at this place that just fits. */
function boundary(
  op: keyof typeof TURNED,
  left: string,
  right: string,
  want: boolean,
  side: (text: string) => Side,
  scenery: Scenery,
): readonly (Change | undefined)[] {
  const [a, b] = [side(left), side(right)]
  const [place, other, turned] = a.path ? [a, b, op] : [b, a, TURNED[op]]
  const [limit] = other.values
  if (!place.path || typeof limit !== 'number') return []
  const wanted = want ? turned : DENIED[turned]
  const fitting = {
    '<': Math.ceil(limit) - 1,
    '<=': Math.floor(limit),
    '>': Math.floor(limit) + 1,
    '>=': Math.ceil(limit),
  }[wanted]
  return [setting(place.path, fitting, scenery)]
}

const textsOf = (values: readonly unknown[]): readonly string[] => values.filter((value) => typeof value === 'string')

/** Each change once. */
export function unique(changes: readonly Change[]): readonly Change[] {
  return [...new Map(changes.map((change) => [change.key, change])).values()]
}
