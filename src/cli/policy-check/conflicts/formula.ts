import type { AnalyzedRule } from '../../../pdp/local/protocol.js'

/** What has to hold, as far as the rules that policies in YAML became say it. */
export type Formula =
  | { readonly kind: 'atom'; readonly text: string }
  | { readonly kind: 'not'; readonly of: Formula }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Formula[] }

type Named = ReadonlyMap<string, readonly AnalyzedRule[]>

const MAX_DEPTH = 64

/** What the rule of this name asks for so that it is true; undefined where that is not understood. */
export function formulaOf(name: string, named: Named, depth = 0): Formula | undefined {
  const bodies = (named.get(name) ?? []).filter(({ isDefault, value }) => !isDefault && value !== 'false')
  if (bodies.length === 0 || depth > MAX_DEPTH) return undefined
  return joined(
    'any',
    bodies.map((body) => bodyOf(body, named, depth + 1)),
  )
}

function bodyOf({ body, value, hasVariables, name }: AnalyzedRule, named: Named, depth: number): Formula | undefined {
  const verdict = VERDICT.exec(body.at(-1) ?? '')
  if (value === 'verdict' && verdict) {
    const holds = body.find((expression) => expression.startsWith('holds := '))
    if (holds === undefined) return undefined
    const atom: Formula = { kind: 'atom', text: holds.slice('holds := '.length) }
    return verdict[1] === '!=' ? atom : { kind: 'not', of: atom }
  }
  // Conditions that share variables hold together or not at all.
  if (name.endsWith('_found') || hasVariables) return { kind: 'atom', text: body.join('; ') }
  const parts = body.map((expression) => expressionOf(expression, named, depth))
  return joined('all', value === 'true' ? parts : [...parts, formulaOf(value, named, depth)])
}

const VERDICT = /^verdict := holds (!=|==) false$/
const NAMED = /^(?<negated>not )?(?<name>[A-Za-z_]\w*)(?: == (?<wanted>true|false))?$/

function expressionOf(expression: string, named: Named, depth: number): Formula | undefined {
  const { negated, name = '', wanted } = NAMED.exec(expression)?.groups ?? {}
  if (!named.has(name)) return { kind: 'atom', text: expression }
  // That a rule is undefined is not that it is false.
  if (negated !== undefined) return { kind: 'atom', text: `not ${JSON.stringify(formulaOf(name, named, depth))}` }
  const of = formulaOf(name, named, depth)
  return of && wanted === 'false' ? { kind: 'not', of } : of
}

function joined(kind: 'all' | 'any', parts: readonly (Formula | undefined)[]): Formula | undefined {
  const of = parts.filter((part) => part !== undefined)
  if (of.length < parts.length) return undefined
  return of.length === 1 && of[0] ? of[0] : { kind, of }
}

/** True only where the second surely holds whenever the first does. */
export function implies(one: Formula, other: Formula): boolean {
  if (JSON.stringify(one) === JSON.stringify(other)) return true
  if (other.kind === 'all') return other.of.every((part) => implies(one, part))
  if (one.kind === 'any') return one.of.every((part) => implies(part, other))
  if (other.kind === 'any' && other.of.some((part) => implies(one, part))) return true
  if (one.kind === 'all') return one.of.some((part) => implies(part, other))
  if (one.kind === 'not' && other.kind === 'not') return implies(other.of, one.of)
  return one.kind === 'atom' && other.kind === 'atom' && impliesAtom(one.text, other.text)
}

const COMPARED =
  /^(?<place>input[\w.[\]"]*) (?<operator>==|!=|>=|<=|>|<) (?<value>"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)$/
const STARTS = /^startswith\((?<place>input[\w.[\]"]*), (?<value>"(?:[^"\\]|\\.)*")\)$/
const LISTED = /^(?<place>input[\w.[\]"]*) in (?<value>[[{].*[\]}])$/

type Claim = { readonly place: string; readonly operator: string; readonly value: unknown }

function claimOf(text: string): Claim | undefined {
  const found = COMPARED.exec(text) ?? STARTS.exec(text) ?? LISTED.exec(text)
  const { place = '', operator = text.startsWith('startswith(') ? 'starts' : 'in', value = '' } = found?.groups ?? {}
  if (!found) return undefined
  try {
    return { place, operator, value: JSON.parse(operator === 'in' ? `[${value.slice(1, -1)}]` : value) as unknown }
  } catch {
    return undefined
  }
}

function impliesAtom(one: string, other: string): boolean {
  const [a, b] = [claimOf(one), claimOf(other)]
  if (!a || !b || a.place !== b.place) return false
  if (a.operator === '==') return fulfils(a.value, b)
  if (a.operator === 'in') return Array.isArray(a.value) && a.value.every((value) => fulfils(value, b))
  if (a.operator === 'starts') return b.operator === 'starts' && String(a.value).startsWith(String(b.value))
  if (typeof a.value !== 'number' || typeof b.value !== 'number') return false
  const [upper, lower] = [a.operator.startsWith('>'), a.operator.startsWith('<')]
  if ((!upper && !lower) || !b.operator.startsWith(a.operator.charAt(0))) return false
  const further = upper ? a.value > b.value : a.value < b.value
  return further || (a.value === b.value && (a.operator === b.operator || b.operator.endsWith('=')))
}

/** Whether this value is one of those that the claim is about. */
function fulfils(value: unknown, { operator, value: asked }: Claim): boolean {
  const [number, limit] = [value, asked].map((one) => (typeof one === 'number' ? one : Number.NaN)) as [number, number]
  switch (operator) {
    case '==':
      return value === asked
    case '!=':
      return value !== asked
    case 'in':
      return Array.isArray(asked) && asked.includes(value)
    case 'starts':
      return typeof value === 'string' && value.startsWith(String(asked))
    case '>':
      return number > limit
    case '>=':
      return number >= limit
    case '<':
      return number < limit
    case '<=':
      return number <= limit
    default:
      return false
  }
}
