import { type Schema, Validator } from '@cfworker/json-schema'
import { amountOf } from '../../core/decimal.js'
import { isObject, type Json, type JsonObject, own } from '../../core/json.js'
import type { Pack, PackDescription } from '../../core/packs.js'
import { FOREIGN_ZONE, isForeignZone, isZone, parseMoment } from '../../core/zones.js'
import { configError, didYouMean } from '../diagnostics.js'
import type { Path } from '../document.js'
import type { Written } from './index.js'
import { explainProblem } from './problems.js'

/** The parameters as the pack's Rego reads them, with what they leave out; throws ConfigError where its schema does not have them. */
export function parseParameters(
  pack: PackDescription,
  written: Written,
  roles: readonly string[],
): Pick<Pack, 'parameters' | 'zones'> {
  const refuse = (path: Path, why: string) =>
    configError(
      written.document,
      'ERR_PACK_PARAMETERS',
      [...written.path, ...path],
      `pack ${pack.name}: ${path.length === 0 ? 'its parameters' : `"${path.join('.')}"`} ${why}`,
    )
  const schema = pack.parameters as Schema
  const odd = findNoNumber(written.value, [])
  if (odd) throw refuse(odd, 'is no number that can be counted with')
  const { valid, errors } = new Validator(schema, '2020-12', false).validate(written.value)
  if (!valid) {
    const { path, why } = explainProblem(errors, schema, written.value)
    throw refuse(path, why)
  }
  const zone = ownText(written.value, 'zone') ?? 'UTC'
  const zones = new Set<string>()
  const parameters = convert(schema, written.value, [], { zone, zones, roles, refuse })
  return { parameters: parameters as JsonObject, zones: pack.reads.includes('time') ? [...zones.add(zone)].sort() : [] }
}

type Converting = {
  readonly zone: string
  readonly zones: Set<string>
  /** The roles that the config defines. */
  readonly roles: readonly string[]
  readonly refuse: (path: Path, why: string) => Error
}

// What the schema calls a format is what Rego in WebAssembly could not do exactly: decimals, and the clocks of the world.
function convert(schema: Schema, value: Json, path: Path, about: Converting): Json {
  const text = typeof value === 'string' ? value : ''
  switch (schema.format) {
    case 'money': {
      const amount = amountOf(value)
      if ('wrong' in amount) throw about.refuse(path, amount.wrong)
      return amount.units
    }
    case 'time-zone':
      if (!isZone(text)) {
        const why = isForeignZone(text) ? FOREIGN_ZONE : 'does not exist'
        throw about.refuse(path, `names the time zone ${JSON.stringify(text)}, which ${why}`)
      }
      about.zones.add(text)
      return value
    case 'role': {
      if (about.roles.includes(text)) return value
      const hint = didYouMean(text, about.roles) || '; define it under "policy.roles"'
      throw about.refuse(path, `names the role ${JSON.stringify(text)}, which is not defined${hint}`)
    }
    case 'date': {
      const day = parseMoment(text, 'UTC', 'start')
      if (typeof day === 'string') throw about.refuse(path, day)
      return value
    }
    case 'moment-start':
    case 'moment-end': {
      const moment = parseMoment(text, about.zone, schema.format === 'moment-start' ? 'start' : 'end')
      if (typeof moment === 'string') throw about.refuse(path, moment)
      return moment
    }
  }
  const branch = (schema.oneOf ?? schema.anyOf)?.find((one) => new Validator(one, '2020-12').validate(value).valid)
  const whole = branch ? withBranch(schema, branch) : schema
  if (Array.isArray(value)) {
    const { items } = whole
    return isObject(items) ? value.map((item, i) => convert(items as Schema, item as Json, [...path, i], about)) : value
  }
  if (!isObject(value)) return value
  const converted = convertObject(whole, value as JsonObject, path, about)
  refuseEmptyWindow(whole, converted, path, about)
  return converted
}

// A branch says more of what is there already: what it leaves out stays as it is.
function withBranch(schema: Schema, branch: Schema): Schema {
  const more = Object.entries(branch.properties ?? {}).map(([key, inner]): [string, Schema | boolean] => {
    const known = own(schema.properties, key)
    return [key, isObject(known) && isObject(inner) ? { ...(known as Schema), ...(inner as Schema) } : inner]
  })
  return { ...schema, ...branch, properties: { ...schema.properties, ...Object.fromEntries(more) } }
}

function convertObject(schema: Schema, value: JsonObject, path: Path, about: Converting): JsonObject {
  const properties = Object.entries(schema.properties ?? {}).flatMap(([key, inner]): [string, Json][] => {
    const item = Object.hasOwn(value, key) ? value[key] : isObject(inner) ? (inner as Schema).default : undefined
    if (item === undefined) return []
    return [[key, typeof inner === 'object' ? convert(inner, item as Json, [...path, key], about) : (item as Json)]]
  })
  const { additionalProperties: rest, propertyNames } = schema
  if (propertyNames?.format === 'role')
    for (const name of Object.keys(value)) convert(propertyNames, name, [...path, name], about)
  const known = new Set(properties.map(([key]) => key))
  const others = Object.entries(value).flatMap(([key, item]): [string, Json][] =>
    known.has(key) || item === undefined
      ? []
      : [[key, typeof rest === 'object' ? convert(rest, item, [...path, key], about) : item]],
  )
  return Object.fromEntries([...properties, ...others])
}

// A window that ends before it starts, or as it starts, is never open, or never closed: nobody means either.
function refuseEmptyWindow(schema: Schema, value: JsonObject, path: Path, about: Converting): void {
  const formatOf = (key: string) => (own(schema.properties, key) as Schema | undefined)?.format
  const keys = Object.keys(value)
  const start = keys.find((key) => formatOf(key) === 'moment-start')
  const end = keys.find((key) => formatOf(key) === 'moment-end')
  if (start !== undefined && end !== undefined && Number(value[end]) <= Number(value[start]))
    throw about.refuse([...path, end], `is not after "${start}": the window would never begin`)
  const [from, to] = ['from', 'to'].map((key) => (formatOf(key) === 'time-of-day' ? value[key] : undefined))
  if (from !== undefined && from === to)
    throw about.refuse([...path, 'to'], 'is the same as "from": the window is empty')
}

function findNoNumber(value: unknown, path: Path): Path | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : path
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, item] of Object.entries(value)) {
    const found = findNoNumber(item, [...path, Array.isArray(value) ? Number(key) : key])
    if (found) return found
  }
  return undefined
}

const ownText = (value: JsonObject, key: string): string | undefined => {
  const text = Object.hasOwn(value, key) ? value[key] : undefined
  return typeof text === 'string' ? text : undefined
}
