import type { AnalyzedRule } from '../../../pdp/local/protocol.js'

/** One condition on one place of the input. "*" in a path stands for any element. */
export type Atom = {
  readonly path: readonly string[]
  readonly kind: 'is' | 'differs' | 'has' | 'starts' | 'ends' | 'contains' | 'least' | 'most' | 'there' | 'absent'
  readonly value?: Constant
}

type Constant = string | number | boolean | null

const PATH = String.raw`input(?:\.[A-Za-z_]\w*|\["[^"]*"\]|\[\d+\]|\[_\])+`
const CONSTANT = String.raw`"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null`
const at = (pattern: string) =>
  new RegExp(`^${pattern.replaceAll('PATH', `(${PATH})`).replaceAll('CONST', `(${CONSTANT})`)}$`)

type Reading = { readonly pattern: RegExp; readonly read: (found: readonly string[]) => readonly Atom[] }
const MIRRORED: Readonly<Record<string, string>> = {
  '>': '<',
  '<': '>',
  '>=': '<=',
  '<=': '>=',
  '==': '==',
  '=': '=',
  '!=': '!=',
}

const READINGS: readonly Reading[] = [
  {
    pattern: at(String.raw`PATH\s*(==|=|!=|>=|<=|>|<)\s*CONST`),
    read: ([path = '', operator = '', value = '']) => compare(path, operator, value),
  },
  {
    pattern: at(String.raw`CONST\s*(==|=|!=|>=|<=|>|<)\s*PATH`),
    read: ([value = '', operator = '', path = '']) => compare(path, MIRRORED[operator] ?? '', value),
  },
  {
    pattern: at('CONST in PATH'),
    read: ([value = '', path = '']) => [{ path: segments(path), kind: 'has', value: constant(value) }],
  },
  {
    pattern: at(String.raw`PATH in [[{]\s*CONST[^\]}]*[\]}]`),
    read: ([path = '', value = '']) => [{ path: segments(path), kind: 'is', value: constant(value) }],
  },
  {
    pattern: at(String.raw`(startswith|endswith|contains)\(PATH, CONST\)`),
    read: ([name = '', path = '', value = '']) => [
      {
        path: segments(path),
        kind: name === 'startswith' ? 'starts' : name === 'endswith' ? 'ends' : 'contains',
        value: constant(value),
      },
    ],
  },
  { pattern: at('PATH'), read: ([path = '']) => [{ path: segments(path), kind: 'there' }] },
  { pattern: at('_ = PATH'), read: ([path = '']) => [{ path: segments(path), kind: 'there' }] },
  { pattern: at('not PATH'), read: ([path = '']) => [{ path: segments(path), kind: 'absent' }] },
]

/** What a constant of Rego is; one that JSON has not is left as it is written. */
function constant(text: string): Constant {
  if (text === 'true' || text === 'false') return text === 'true'
  if (text === 'null') return null
  const number = Number(text)
  if (!text.startsWith('"')) return Number.isFinite(number) ? number : text
  return text.slice(1, -1).replace(/\\(["\\/])/g, '$1')
}

const segments = (path: string): readonly string[] =>
  [...path.matchAll(/\.([A-Za-z_]\w*)|\["([^"]*)"\]|\[(\d+|_)\]/g)].map(
    ([, name, quoted, index]) => name ?? quoted ?? (index === '_' ? '*' : (index ?? '')),
  )

function compare(path: string, operator: string, text: string): readonly Atom[] {
  const value = constant(text)
  const here = { path: segments(path), value }
  if (operator === '==' || operator === '=') return [{ ...here, kind: 'is' }]
  if (operator === '!=') return [{ ...here, kind: 'differs' }]
  if (typeof value !== 'number') return []
  if (operator === '>' || operator === '>=')
    return [{ ...here, kind: 'least', value: operator === '>' ? value + 1 : value }]
  return [{ ...here, kind: 'most', value: operator === '<' ? value - 1 : value }]
}

type Named = ReadonlyMap<string, readonly AnalyzedRule[]>

const MAX_WAYS = 6
const MAX_DEPTH = 8

/**
 * The ways in which this body may come to hold, as far as its text says: each a list of conditions, in which rules and functions of
 * the same package are replaced by their bodies. What is not understood is left out: the policy itself has the last word.
 */
export function waysOf(rule: AnalyzedRule, rules: readonly AnalyzedRule[]): readonly (readonly Atom[])[] {
  const named = new Map<string, AnalyzedRule[]>()
  for (const one of rules)
    if (one.package === rule.package && !one.isDefault) named.set(one.name, [...(named.get(one.name) ?? []), one])
  return expand([...rule.body, ...(named.has(rule.value) ? [`${rule.value} == true`] : [])], named, 0)
}

function expand(body: readonly string[], named: Named, depth: number): readonly (readonly Atom[])[] {
  const aliases = new Map<string, string>()
  let ways: readonly (readonly Atom[])[] = [[]]
  for (const written of body) {
    const alias = aliasIn(written)
    // A condition may be given a name: what is wanted of it is that it holds.
    const expression = resolve(written, aliases).replace(/^\w+ := (?=\S+\s)/, '')
    if (alias) {
      aliases.set(alias.name, resolve(alias.value, aliases))
      continue
    }
    const more = meaning(expression, named, depth)
    if (more.length > 0) ways = ways.flatMap((way) => more.map((one) => [...way, ...one])).slice(0, MAX_WAYS)
  }
  return ways
}

function meaning(expression: string, named: Named, depth: number): readonly (readonly Atom[])[] {
  for (const { pattern, read } of READINGS) {
    const found = pattern.exec(expression)
    if (found) return [read(found.slice(1))]
  }
  const [, name = '', given, wanted = 'true'] =
    /^([A-Za-z_]\w*)(?:\((.*)\))?(?: == (true|false))?$/.exec(expression) ?? []
  const bodies = depth < MAX_DEPTH ? (named.get(name) ?? []) : []
  return bodies
    .flatMap(({ args, body, value }) => {
      const values = given === undefined ? [] : given.split(/,\s*/)
      if (values.length !== args.length) return []
      const passed = new Map(args.map((arg, i) => [arg, values[i] ?? arg]))
      // The value may be that of another rule.
      const other = named.has(value) ? [`${value} == ${wanted}`] : []
      if (other.length === 0 && value !== wanted && (value === 'true' || value === 'false')) return []
      const holds =
        value === 'verdict' && wanted === 'false' ? body.find((one) => one.startsWith('holds := ')) : undefined
      if (holds !== undefined) return expand([holds], named, depth + 1).map((way) => way.map(contrary))
      return expand([...body.map((one) => resolve(one, passed)), ...other], named, depth + 1)
    })
    .slice(0, MAX_WAYS)
}

/** What keeps one condition from holding, where that is as simple. */
const contrary = (atom: Atom): Atom =>
  atom.kind === 'is' ? { ...atom, kind: 'differs' } : atom.kind === 'differs' ? { ...atom, kind: 'is' } : atom

/** `some x in xs` and `x := xs.y`: another name for a place of the input. */
function aliasIn(expression: string): { readonly name: string; readonly value: string } | undefined {
  const [, element, list] = /^some (?:\w+, )?(\w+) in (\S+)$/.exec(expression) ?? []
  if (element !== undefined && list !== undefined) return { name: element, value: `${list}[_]` }
  const [, name, value] = /^(\w+) := (\S+)$/.exec(expression) ?? []
  return name === undefined || value === undefined ? undefined : { name, value }
}

const resolve = (expression: string, names: ReadonlyMap<string, string>): string =>
  names.size === 0
    ? expression
    : expression.replace(/"(?:[^"\\]|\\.)*"|(?<![\w.])[A-Za-z_]\w*/g, (word) => names.get(word) ?? word)
