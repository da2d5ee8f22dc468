import { clip, count, toLine } from '../../core/text.js'
import type { ExplainedExpression, ExplainedRule, SeenValue } from '../../pdp/local/protocol.js'
import { mark, paint, type Terminal } from '../terminal.js'
import { namesIn } from './expression.js'
import { decidingRules, lastOf, type Tree } from './tree.js'

const MAX_DEPTH = 6
const MAX_VALUE = 100
const WIDTH = 100

type Drawing = {
  readonly tree: Tree
  readonly terminal: Terminal
  /** So many bodies of a rule are shown with what is in them: those that came nearest. */
  readonly detailed: number
  /** The bodies that are drawn already. */
  readonly drawn: Set<number>
}

/** Where in the drawing something stands, and which values were told further up. */
type Spot = { readonly indent: number; readonly depth: number; readonly told: Set<string> }

const within = ({ indent, depth, told }: Spot, deeper = 0): Spot => ({
  indent: indent + 4,
  depth: depth + deeper,
  told,
})

/** How the policy came to its answer: rule by rule, body by body, in at most so many lines. */
export function renderTree(tree: Tree, entrypoint: string, terminal: Terminal, maxLines: number): readonly string[] {
  let lines: readonly string[] = []
  for (const detailed of [Number.POSITIVE_INFINITY, 4, 3, 2, 1]) {
    const drawing = { tree, terminal, detailed, drawn: new Set<number>() }
    const rules = [...decidingRules(tree, entrypoint)]
    lines = rules.flatMap(([name, bodies]) => drawRule(drawing, name.replace(`${entrypoint}.`, ''), bodies))
    if (lines.length <= maxLines) return lines
  }
  const shown = lines.slice(0, maxLines - 1)
  return [...shown, dim(terminal, 2, `… ${count(lines.length - shown.length, 'more line')}; --verbose shows all`)]
}

function drawRule(drawing: Drawing, name: string, bodies: readonly number[]): readonly string[] {
  const { tree, terminal } = drawing
  const held = bodies.flatMap((i) => tree.rules[i] ?? []).filter(({ outcome }) => outcome === 'held')
  const isDefault = held.length > 0 && held.every((body) => body.isDefault)
  const value = wholeOf(held)
  const said = held.length === 0 ? 'does not hold' : value === undefined ? 'holds' : `is ${sayOwnValue(value, name)}`
  const head = paint(terminal, 'bold', toLine(`${name} ${said}${isDefault ? ', by its default' : ''}`))
  return [cut(`  ${head}`, terminal), ...drawBodies(drawing, bodies, { indent: 4, depth: 0, told: new Set() })]
}

/** What these bodies say together: of a set that is written member by member each of them says its own. */
function wholeOf(held: readonly ExplainedRule[]): SeenValue | undefined {
  const last = held.at(-1)?.value
  const lists = held.flatMap(({ value }) =>
    value && 'value' in value && Array.isArray(value.value) ? [value.value] : [],
  )
  if (!last || lists.length < held.length || lists.length < 2) return last
  const members = new Map(lists.flat().map((member) => [JSON.stringify(member), member]))
  return { text: last.text, value: [...members.values()] }
}

/** Those of these bodies that say why: what held where something did, else what failed. */
function drawBodies(drawing: Drawing, bodies: readonly number[], spot: Spot): readonly string[] {
  const { tree, detailed, terminal } = drawing
  const own = bodies.filter((i) => tree.rules[i]?.isDefault === false)
  const held = own.filter((i) => tree.rules[i]?.outcome === 'held')
  const told = held.length > 0 ? held : own
  const near = [...told].sort((a, b) => distanceOf(tree.rules[a]) - distanceOf(tree.rules[b])).slice(0, detailed)
  const rest = own.length - told.length
  const drawnHere = told.flatMap((i) => drawBody(drawing, i, spot, near.includes(i)))
  const others = `… ${rest} other ${rest === 1 ? 'body' : 'bodies'} of it did not hold`
  return [
    // Of a rule whose bodies stand above there is one line.
    ...drawnHere.filter((text, i) => text !== drawnHere[i - 1]),
    ...(rest > 0 ? [dim(terminal, spot.indent, others)] : []),
  ]
}

/** How much of this body did not hold. */
const distanceOf = (body: ExplainedRule | undefined): number =>
  body?.expressions.filter(({ outcome }) => outcome !== 'held').length ?? 0

function drawBody(drawing: Drawing, at: number, spot: Spot, isNear: boolean): readonly string[] {
  const { tree, terminal, drawn } = drawing
  const body = tree.rules[at]
  if (!body) return []
  const sign = signOf(body.outcome, terminal)
  if (drawn.has(at)) return [line(spot.indent, `${sign} ${toLine(lastOf(body.name))}, as above`, terminal)]
  drawn.add(at)
  const head = drawHead(body, sign, spot.indent, terminal)
  if (!isNear || spot.depth > MAX_DEPTH) return [head]
  const inner: Spot = { ...within(spot), told: new Set(spot.told) }
  const reached = body.expressions.filter(({ outcome }) => outcome !== 'not-reached')
  const left = body.expressions.filter(({ outcome, text }) => outcome === 'not-reached' && !isInHead(body, text))
  return [
    head,
    ...drawValues(body.args ?? [], inner, terminal),
    ...reached.flatMap((expression) => drawExpression(drawing, at, expression, inner)),
    ...(body.outcome === 'held' || left.length === 0
      ? []
      : [dim(terminal, inner.indent, `· not reached: ${left.map(({ text }) => text).join('; ')}`)]),
  ]
}

const MIN_TEXT = 24

function drawHead({ text, file, row }: ExplainedRule, sign: string, indent: number, terminal: Terminal): string {
  const place = toLine(`${file}:${row}`)
  const room = Math.max(MIN_TEXT, widthOf(terminal) - indent - place.length - 4)
  const said = mark(terminal, clip(toLine(text.replace(/^\}\s*|\s*\{\s*$/g, '')), room))
  return line(indent, `${sign} ${said}  ${paint(terminal, 'blue', place)}`, terminal)
}

/** True for what is written on the first line of the rule, where it stands anyway. */
const isInHead = (body: ExplainedRule, text: string): boolean => body.text.includes(text)

function drawExpression(drawing: Drawing, at: number, expression: ExplainedExpression, spot: Spot): readonly string[] {
  const { terminal, tree } = drawing
  const { outcome, tries, text, values, samples = [] } = expression
  const body = tree.rules[at]
  if (!body) return []
  const below = tree.below(at, expression)
  // What held on the way to what failed is no news.
  const isNews = outcome === 'failed' || body.outcome === 'held'
  const isShown = !isInHead(body, text)
  const inner = isShown ? within(spot) : spot
  const counted = outcome === 'failed' && tries > 1 ? mark(terminal, ` (${tries} ×)`) : ''
  return [
    ...(isShown ? [line(spot.indent, `${signOf(outcome, terminal)} ${toLine(text)}${counted}`, terminal)] : []),
    ...(isNews
      ? drawValues(
          [...values, ...samples.flat()].filter((value) => !isPlain(value, expression, below)),
          inner,
          terminal,
        )
      : []),
    ...(isNews && below.length > 0 ? drawBodies(drawing, below, { ...inner, depth: inner.depth + 1 }) : []),
  ]
}

/** True where this value says no more than what is drawn anyway. */
function isPlain(value: SeenValue, { text }: ExplainedExpression, below: readonly number[]): boolean {
  const isHelper = below.length > 0 && namesIn(value.text).size > 0
  if ('undefined' in value) return isHelper
  return 'value' in value && value.value === true && (isHelper || value.text === text)
}

function drawValues(values: readonly SeenValue[], { indent, told }: Spot, terminal: Terminal): readonly string[] {
  const fresh = values.map(sayPair).filter((text) => !told.has(text))
  for (const text of fresh) told.add(text)
  return [...new Set(fresh)].map((text) => dim(terminal, indent, text))
}

/** `input.actor.roles = ["external"]`, or that it is not there. */
export function sayPair(value: SeenValue): string {
  const text = toLine(value.text)
  if ('undefined' in value) return `${text} is ${text.startsWith('input') ? 'not there' : 'undefined'}`
  return `${text} = ${sayValue(value)}`
}

export function sayValue(value: SeenValue): string {
  if ('undefined' in value) return 'undefined'
  return toLine(clip('clipped' in value ? value.clipped : (JSON.stringify(value.value) ?? 'undefined'), MAX_VALUE))
}

/** The value of this rule; what gives one key of an object gives a pair, of which its name says the key. */
function sayOwnValue(value: SeenValue, name: string): string {
  if (!('value' in value) || !Array.isArray(value.value)) return sayValue(value)
  const [pair, ...more] = value.value as readonly unknown[]
  const isPair = more.length === 0 && Array.isArray(pair) && pair.length === 2 && pair[0] === lastOf(name)
  return isPair ? sayValue({ text: value.text, value: pair[1] }) : sayValue(value)
}

function signOf(outcome: ExplainedRule['outcome'] | ExplainedExpression['outcome'], terminal: Terminal): string {
  switch (outcome) {
    case 'held':
      return paint(terminal, 'green', mark(terminal, '✔'))
    case 'failed':
    case 'error':
      return paint(terminal, 'red', mark(terminal, '✘'))
    case 'not-reached':
      return mark(terminal, '·')
  }
}

const dim = (terminal: Terminal, indent: number, text: string): string =>
  line(indent, paint(terminal, 'dim', mark(terminal, toLine(text))), terminal)

const line = (indent: number, text: string, terminal: Terminal): string => cut(`${' '.repeat(indent)}${text}`, terminal)

const widthOf = (terminal: Terminal): number => Math.max(40, terminal.columns ?? WIDTH)

/** No wider than the screen; what is coloured is counted without its colours. */
function cut(text: string, terminal: Terminal): string {
  const plain = text.replaceAll(COLOUR, '')
  return plain.length <= widthOf(terminal)
    ? text
    : mark(terminal, clip(plain, widthOf(terminal) - (terminal.unicode ? 0 : 2)))
}

const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g')
