import { resolve, schemas } from './description.js'
import type { Json } from './options.js'
import { isoDate } from './world.js'

/**
 * An answer with everything that the description requires of it. What a test or the product may look at is given; the rest,
 * addresses above all, is filled in with the least that is right.
 */
export const complete = (name: string, given: Json): Json => fill(schemas[name], given)

function fill(schema: Json, given: Json): Json {
  const shape = whole(resolve(schema))
  if (given === undefined) return least(shape)
  if (given === null) return null
  if (Array.isArray(given)) return shape.items ? given.map((item) => fill(shape.items, item)) : given
  if (typeof given !== 'object') return given
  const choice = shape.properties ? shape : pick(shape, given)
  const filled: Json = { ...given }
  for (const [key, property] of Object.entries<Json>(choice.properties ?? {}))
    if (key in given || choice.required?.includes(key)) filled[key] = fill(property, given[key])
  return filled
}

/** A schema of several parts as one. */
function whole(schema: Json): Json {
  if (!schema?.allOf) return schema ?? {}
  const parts = schema.allOf.map((part: Json) => whole(resolve(part)))
  return {
    properties: Object.assign({}, ...parts.map((part: Json) => part.properties)),
    required: parts.flatMap((part: Json) => part.required ?? []),
  }
}

/** The first of several schemas that allows what is given. */
function pick(schema: Json, given: Json): Json {
  const choices = (schema.oneOf ?? schema.anyOf ?? []).map((choice: Json) => whole(resolve(choice)))
  const allows = (choice: Json) =>
    Object.entries<Json>(choice.properties ?? {}).every(([key, property]) => {
      const values = resolve(property).enum
      return !(values && key in given) || values.includes(given[key])
    })
  return choices.find((choice: Json) => choice.properties && allows(choice)) ?? {}
}

function least(shape: Json): Json {
  const type = Array.isArray(shape.type) ? (shape.type.includes('null') ? 'null' : shape.type[0]) : shape.type
  const choices = shape.oneOf ?? shape.anyOf
  if (choices) return choices.some(({ type }: Json) => type === 'null') ? null : fill(choices[0], undefined)
  if (type === 'null') return null
  if (shape.enum) return shape.enum[0]
  if (type === 'integer' || type === 'number') return 0
  if (type === 'boolean') return false
  if (type === 'array') return []
  if (type === 'object' || shape.properties) return fill(shape, {})
  const formats: Record<string, string> = {
    uri: 'https://api.github.com/',
    'date-time': isoDate(0),
    email: 'somebody@example.com',
  }
  return formats[shape.format] ?? ''
}
