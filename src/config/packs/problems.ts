import type { OutputUnit, Schema } from '@cfworker/json-schema'
import { isObject, type Json, own } from '../../core/json.js'
import { didYouMean } from '../diagnostics.js'
import type { Path } from '../document.js'
import { PATTERN_WORDS } from './patterns.js'

/** The place of what is wrong in these parameters, and why, in words that can follow the name of the place. */
export function explainProblem(
  errors: readonly OutputUnit[],
  schema: Schema,
  value: Json,
): { readonly path: Path; readonly why: string } {
  // The deepest place is the one that helps: those above it only say that something below is wrong.
  const depth = ({ instanceLocation }: OutputUnit) => instanceLocation.split('/').length
  const [deepest] = [...errors].sort((a, b) => depth(b) - depth(a) || rank(a) - rank(b))
  if (!deepest) return { path: [], why: 'are not what the pack takes' }
  const path = pathOf(deepest.instanceLocation, value)
  const place = schemaAt(schema, path)
  if (deepest.keyword === 'false') {
    const known = Object.keys(schemaAt(schema, path.slice(0, -1))?.properties ?? {})
    return { path, why: `is no parameter; known are ${known.join(', ')}${didYouMean(String(path.at(-1)), known)}` }
  }
  if (deepest.keyword === 'dependentRequired') {
    const [given = '', missing = ''] = [...deepest.error.matchAll(/"([^"]*)"/g)].map(([, name]) => name ?? '')
    const why = `needs ${JSON.stringify([...path, missing].join('.'))} beside it${describe(schemaAt(schema, [...path, missing]))}`
    return { path: [...path, given], why }
  }
  if (deepest.keyword === 'required' && place?.anyOf && /\/anyOf\//.test(deepest.keywordLocation)) {
    const ways = place.anyOf.flatMap((one) => one.required ?? []).map((name) => JSON.stringify(name))
    return { path, why: `must have at least one of ${ways.join(', ')}${describe(place)}` }
  }
  if (deepest.keyword === 'required') {
    const missing = /"(.*)"/.exec(deepest.error)?.[1] ?? ''
    return { path, why: `must have ${JSON.stringify(missing)}${describe(schemaAt(schema, [...path, missing]))}` }
  }
  if (/\/propertyNames(\/|$)/.test(deepest.keywordLocation)) {
    const { propertyNames } = schemaAt(schema, path.slice(0, -1)) ?? {}
    return { path, why: `has a name that ${sayRule('pattern', propertyNames ?? {}, undefined)}` }
  }
  const found = valueAt(value, path)
  return { path, why: `${sayRule(deepest.keyword, place ?? {}, found)}, not ${show(found)}${describe(place)}` }
}

// `false` is what no property but the known ones may have; it says more than the object around it.
const rank = ({ keyword }: OutputUnit): number =>
  keyword === 'false' ? 0 : /^(oneOf|anyOf|allOf|if|properties|items|additionalProperties)$/.test(keyword) ? 2 : 1

const describe = (schema: Schema | undefined): string => {
  const { description } = (schema ?? {}) as { readonly description?: unknown }
  return typeof description === 'string' ? ` (${description})` : ''
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  null: 'nothing',
}

function sayRule(keyword: string, schema: Schema, found: Json | undefined): string {
  switch (keyword) {
    case 'type':
      return `must be ${[schema.type ?? []]
        .flat()
        .map((type) => TYPES[type] ?? type)
        .join(' or ')}`
    case 'enum':
      return `must be one of ${(schema.enum ?? []).map(show).join(', ')}`
    case 'const':
      return `must be ${show(schema.const as Json)}`
    case 'pattern':
      return PATTERN_WORDS.get(schema.pattern ?? '') ?? 'must be written in another way'
    case 'format':
      return schema.format === 'date' ? 'must be a day that the calendar has' : 'must be what the pack takes'
    case 'minimum':
    case 'exclusiveMinimum':
      return `must be ${schema.exclusiveMinimum === undefined ? `at least ${schema.minimum}` : `more than ${schema.exclusiveMinimum}`}`
    case 'maximum':
    case 'exclusiveMaximum':
      return `must be ${schema.exclusiveMaximum === undefined ? `at most ${schema.maximum}` : `less than ${schema.exclusiveMaximum}`}`
    case 'minLength':
      return 'must not be empty'
    case 'minItems':
      return `must name at least ${schema.minItems ?? 1}`
    case 'maxItems':
      return `must name at most ${schema.maxItems ?? (Array.isArray(found) ? found.length - 1 : 1)}`
    case 'uniqueItems':
      return 'must name nothing twice'
    default:
      return 'must be what the pack takes'
  }
}

function show(value: Json | undefined): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing')
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function pathOf(location: string, value: Json): Path {
  const names = location
    .split('/')
    .slice(1)
    .map((name) => decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~'))
  let inside: unknown = value
  return names.map((name) => {
    const isList = Array.isArray(inside)
    inside = stepInto(inside, name)
    return isList ? Number(name) : name
  })
}

const valueAt = (value: Json, path: Path): Json | undefined =>
  path.reduce<unknown>((inside, step) => stepInto(inside, String(step)), value) as Json | undefined

const stepInto = (inside: unknown, name: string): unknown =>
  Array.isArray(inside)
    ? inside[Number(name)]
    : isObject(inside) && Object.hasOwn(inside, name)
      ? inside[name]
      : undefined

function schemaAt(schema: Schema, path: Path): Schema | undefined {
  return path.reduce<Schema | undefined>((inner, step) => {
    const next = typeof step === 'number' ? inner?.items : (own(inner?.properties, step) ?? inner?.additionalProperties)
    return isObject(next) ? (next as Schema) : undefined
  }, schema)
}
