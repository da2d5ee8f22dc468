import { isObject, type Json, type JsonObject, own } from '../../core/json.js'

/** One parameter of a pack, as a table shows it. */
export type Parameter = {
  /** As in `caps.perTxn` and `rules[].if`. */
  readonly path: string
  readonly type: string
  readonly isRequired: boolean
  readonly fallback?: Json
  readonly about: string
}

const MAX_DEPTH = 4

/** The parameters that this JSON Schema describes, those of mappings below the mapping. */
export function listParameters(schema: JsonObject, above = '', depth = 0): readonly Parameter[] {
  const properties = own(schema, 'properties')
  if (!isObject(properties) || depth > MAX_DEPTH) return []
  const required = own(schema, 'required')
  return Object.entries(properties).flatMap(([key, value]): readonly Parameter[] => {
    if (!isObject(value)) return []
    const property = value as JsonObject
    const path = above === '' ? key : `${above}.${key}`
    const [inner, ending] = innerOf(property)
    const below = listParameters(inner, `${path}${ending}`, depth + 1)
    const fallback = own(property, 'default') as Json | undefined
    const about = own(property, 'description')
    const self: Parameter = {
      path,
      type: typeOf(property),
      isRequired: Array.isArray(required) && required.includes(key),
      ...(fallback !== undefined && { fallback }),
      about: typeof about === 'string' ? about : '',
    }
    return [self, ...below]
  })
}

function innerOf(property: JsonObject): readonly [JsonObject, string] {
  const [items, others] = [own(property, 'items'), own(property, 'additionalProperties')]
  if (isObject(items)) return [items as JsonObject, '[]']
  if (isObject(others)) return [others as JsonObject, '.*']
  return [property, '']
}

/** The kind of value in a word. */
function typeOf(property: JsonObject): string {
  const [format, words, type] = [own(property, 'format'), own(property, 'enum'), own(property, 'type')]
  if (format === 'money') return 'money'
  if (typeof format === 'string') return format.replace(/^moment-.*/, 'moment').replace('-', ' ')
  if (Array.isArray(words)) return words.join(' | ')
  switch (type) {
    case 'array':
      return 'list'
    case 'object':
      return 'mapping'
    case 'string':
      return 'text'
    case 'integer':
      return 'whole number'
    case 'boolean':
      return 'true or false'
    default:
      return typeof type === 'string' ? type : 'value'
  }
}
