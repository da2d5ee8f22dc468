import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import type { Json } from './options.js'

/** GitHub's own description of its REST API, cut to what is served here (MIT), as something to hold traffic against. */

export const description: Json = converted(
  JSON.parse(readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8')) as Json,
)
export const schemas: Json = description.components.schemas

// The description forgets these nulls: GitHub answers null for a fork or an account that was deleted.
for (const name of ['pull-request', 'pull-request-simple'])
  for (const part of ['repo', 'user']) allowNull(schemas[name].properties.head.properties, part)
allowNull(schemas['workflow-run'].properties, 'head_repository')

// And it calls `created` a moment, where GitHub's own text tells of ranges such as `>=2026-01-01`.
delete description.components.parameters.created.schema.format

export type Parameter = {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: Json
}
export type Route = {
  readonly id: string
  readonly method: string
  readonly template: string
  readonly pattern: RegExp
  readonly parameters: readonly Parameter[]
  readonly requestBody: Json
  readonly responses: Json
}

export const resolve = (node: Json): Json =>
  node?.$ref === undefined
    ? node
    : resolve(
        node.$ref
          .split('/')
          .slice(1)
          .reduce((at: Json, key: string) => at[key], description),
      )

/** The fixed words of a path go before its parameters, so `commits/{ref}/status` is asked before `commits/{ref}`. */
export const routes: readonly Route[] = Object.entries<Json>(description.paths)
  .flatMap(([template, methods]) =>
    Object.entries<Json>(methods).map(([method, operation]) => {
      const parameters = (operation.parameters ?? []).map(resolve) as Json[]
      const segment = (name: string) => {
        const parameter = parameters.find((item) => item.name === name)
        return `(?<${name}>${parameter?.['x-multi-segment'] ? (name === 'path' ? '.*' : '.+') : '[^/]+'})`
      }
      const pattern = new RegExp(`^${template.replace(/\{(\w+)\}/g, (_, name) => segment(name))}$`)
      const { operationId, requestBody, responses } = operation
      return { id: operationId, method: method.toUpperCase(), template, pattern, parameters, requestBody, responses }
    }),
  )
  .sort((a, b) => words(b.template) - words(a.template))

function words(template: string): number {
  return template.split('/').filter((part) => !part.startsWith('{')).length
}

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true })
formats.default(ajv)
ajv.addSchema({ $id: 'github', components: { schemas } })
const compiled = new Map<Json, ValidateFunction>()

/** What is wrong with a value, nothing where it is as the schema says. */
export function faultsOf(schema: Json, value: unknown, name: string): string[] {
  const check = compiled.get(schema) ?? ajv.compile(schema)
  compiled.set(schema, check)
  if (check(value)) return []
  return (check.errors ?? []).slice(0, 5).map(({ instancePath, message, params }) => {
    const more = params.allowedValues ? `: ${params.allowedValues.join(', ')}` : ''
    return `${name}${instancePath} ${message}${more}`
  })
}

function allowNull(properties: Json, name: string): void {
  properties[name] = { anyOf: [properties[name], { type: 'null' }] }
}

/** OpenAPI 3.0 in the words of JSON Schema: `nullable` becomes a type, references find their schema. */
function converted(node: Json): Json {
  if (Array.isArray(node)) return node.map(converted)
  if (node === null || typeof node !== 'object') return node
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, converted(value)]))
  if (typeof copy.$ref === 'string')
    copy.$ref = copy.$ref.replace(/^#\/components\/schemas/, 'github#/components/schemas')
  if (copy.nullable !== true) return copy
  const { nullable: _, ...rest } = copy
  if (typeof rest.type !== 'string') return { anyOf: [rest, { type: 'null' }] }
  const values = rest.enum ? { enum: [...rest.enum, null] } : {}
  return { ...rest, ...values, type: [rest.type, 'null'] }
}
