import { own } from '../../core/json.js'
import type { ExplainedExpression, ExplainedRule, SeenValue } from '../../pdp/local/protocol.js'

/** What an expression claims, as far as its text says it plainly. */
export type Claim =
  | { readonly op: 'in' | '==' | '!=' | '<' | '<=' | '>' | '>='; readonly left: string; readonly right: string }
  | { readonly op: 'call'; readonly name: string; readonly args: readonly string[] }
  | { readonly op: 'bare'; readonly of: string }

/** What stands on a side: a place in the input where it is one, and what is there or was seen. */
export type Side = {
  readonly path?: readonly string[]
  /** True where it stands for every member of the list at the path in turn. */
  readonly each: boolean
  readonly values: readonly unknown[]
}

const OPERATORS = [' in ', '==', '!=', '<=', '>=', '<', '>', '='] as const

/** What this expression claims, without its `not`. */
export function parseClaim(text: string): Claim {
  const of = withoutNot(text)
  for (const operator of OPERATORS) {
    const at = findOutside(of, operator)
    if (at < 0) continue
    const [left, right] = [of.slice(0, at).trim(), of.slice(at + operator.length).trim()]
    return { op: operator === ' in ' ? 'in' : operator === '=' ? '==' : operator, left, right }
  }
  const [, name, inner] = /^([\w.]+)\((.*)\)$/s.exec(of) ?? []
  if (name === undefined || inner === undefined) return { op: 'bare', of }
  return { op: 'call', name, args: splitOutside(inner) }
}

export const withoutNot = (text: string): string => text.replace(/^not\s+/, '').trim()

/** The names of variables and rules in this text: neither what stands in quotes nor what is read from the input. */
export function namesIn(text: string): ReadonlySet<string> {
  const plain = text.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, '""').replace(/\binput(?:\.\w+|\[[^\]]*\])*/g, '')
  return new Set(plain.match(/[A-Za-z_]\w*/g) ?? [])
}

/** What stands on this side of an expression of that body, with this input. */
export function resolveSide(
  text: string,
  expression: Pick<ExplainedExpression, 'values' | 'samples'>,
  body: Pick<ExplainedRule, 'expressions'>,
  input: unknown,
): Side {
  const literal = parseLiteral(text)
  if (literal !== undefined) return { each: false, values: [literal] }
  const place = placeOf(text, body, 0)
  if (place?.path) {
    const value = valueAt(input, place.path)
    return { path: place.path, each: place.each, values: place.each && Array.isArray(value) ? value : [value] }
  }
  const seen = valuesOf(text, [expression])
  if (seen.length > 0 && place === undefined) return { each: false, values: seen }
  // A member of a list that is no part of the input: whatever may be in it.
  const listed = place === undefined ? [] : valuesOf(place.of, body.expressions)
  const written = place === undefined ? undefined : parseLiteral(place.of)
  const members = [...listed, ...(written === undefined ? [] : [written])].flatMap((value) =>
    place?.each && Array.isArray(value) ? value : [value],
  )
  return { each: false, values: members.length > 0 ? members : seen }
}

type Place = { readonly path?: readonly string[]; readonly of: string; readonly each: boolean }

/** Where this reference leads, through the variables of the body that it begins with. */
function placeOf(text: string, body: Pick<ExplainedRule, 'expressions'>, depth: number): Place | undefined {
  const [, base = '', rest = ''] = /^([A-Za-z_]\w*)((?:\.\w+|\[[^\]]*\])*)$/.exec(text.trim()) ?? []
  if (base === '' || depth > 4) return undefined
  const parts = [...rest.matchAll(/\.(\w+)|\["([^"]*)"\]|\[[^\]]*\]/g)].map(([, dotted, quoted]) => dotted ?? quoted)
  const open = parts.indexOf(undefined)
  if (open >= 0 && open < parts.length - 1) return undefined
  const names = parts.filter((part) => part !== undefined)
  if (base === 'input') return { path: names, of: text, each: open >= 0 }
  const source = sourceOf(base, body)
  if (!source) return undefined
  const found = placeOf(source.of, body, depth + 1)
  const each = source.each || open >= 0
  if (!found?.path) return names.length > 0 ? undefined : { of: source.of, each }
  // Below each member of a list there is no one place.
  if (found.each || (source.each && names.length > 0)) return undefined
  return { path: [...found.path, ...names], of: text, each }
}

/** What this variable of the body stands for. */
function sourceOf(name: string, { expressions }: Pick<ExplainedRule, 'expressions'>) {
  for (const { text } of expressions) {
    const [, variable, of] = /^(?:some\s+)?(\w+)\s*:?=\s*([^=].*)$/s.exec(text) ?? []
    if (variable === name && of !== undefined) return { of: of.trim(), each: false }
    const [, members, list] = /^some\s+([\w\s,]+?)\s+in\s+(.+)$/s.exec(text) ?? []
    if (list !== undefined && members?.split(',').at(-1)?.trim() === name) return { of: list.trim(), each: true }
  }
  return undefined
}

function valuesOf(
  text: string,
  expressions: readonly Pick<ExplainedExpression, 'values' | 'samples'>[],
): readonly unknown[] {
  const seen = expressions.flatMap(({ values, samples = [] }) => [...values, ...samples.flat()])
  return seen.flatMap((value: SeenValue) => (value.text === text && 'value' in value ? [value.value] : []))
}

/** The value that is written here: of JSON, a raw string or a set; undefined where it is none. */
export function parseLiteral(text: string): unknown {
  const raw = /^`([^`]*)`$/.exec(text)?.[1]
  if (raw !== undefined) return raw
  // A set is written as an object without colons.
  const list = /^\{(.+)\}$/s.exec(text)?.[1]
  for (const json of [text, ...(list === undefined ? [] : [`[${list}]`])]) {
    try {
      return JSON.parse(json) as unknown
    } catch {
      // It is no such value, then.
    }
  }
  return undefined
}

export const valueAt = (input: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => own(value, key), input)

function findOutside(text: string, word: string): number {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (sign === '"' || sign === '`') {
      i = endOfText(text, i)
      continue
    }
    if (sign === '(' || sign === '[' || sign === '{') depth++
    else if (sign === ')' || sign === ']' || sign === '}') depth--
    else if (depth === 0 && text.startsWith(word, i) && !isPartOfLonger(text, i, word)) return i
  }
  return -1
}

// `<` stands in `<=`, and `=` in four others.
const isPartOfLonger = (text: string, at: number, word: string): boolean =>
  word.length === 1 && (text[at + 1] === '=' || '=!<>:'.includes(text[at - 1] ?? ' '))

function endOfText(text: string, from: number): number {
  const quote = text[from]
  for (let i = from + 1; i < text.length; i++) {
    if (quote === '"' && text[i] === '\\') i++
    else if (text[i] === quote) return i
  }
  return text.length
}

function splitOutside(text: string): readonly string[] {
  const at = findOutside(text, ',')
  return at < 0 ? [text.trim()] : [text.slice(0, at).trim(), ...splitOutside(text.slice(at + 1))]
}
