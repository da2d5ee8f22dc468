import { description, faultsOf, type Parameter, type Route, resolve, routes } from './description.js'
import type { Json } from './options.js'

/** What a request or an answer has to be, by the description and by the rules that the description does not tell. */

export type Matched = { readonly route: Route; readonly params: Record<string, Json> }

export function findRoute(method: string, path: string): Matched | undefined {
  for (const route of routes) {
    const found = route.method === method ? route.pattern.exec(path) : null
    if (found) return { route, params: { ...found.groups } }
  }
  return undefined
}

/** Whether there is such a path at all, for a better word on a method that it does not have. */
export const knowsPath = (path: string): boolean => routes.some(({ pattern }) => pattern.test(path))

export type Checked = { readonly params: Json; readonly query: Json; readonly faults: string[] }

/** The parameters as values of their types, and what is wrong with them. */
export function readParameters({ route, params }: Matched, search: URLSearchParams): Checked {
  const faults: string[] = []
  const read = (place: string, given: Iterable<[string, string]>) => {
    const values: Record<string, Json> = {}
    const known = new Map(route.parameters.filter((item) => item.in === place).map((item) => [item.name, item]))
    for (const [name, text] of given) {
      const parameter = known.get(name)
      if (!parameter)
        faults.push(`${place} parameter "${name}" is not one of ${[...known.keys()].join(', ') || 'none'}`)
      else values[name] = coerce(parameter, text, faults)
    }
    for (const { name, required } of known.values())
      if (required && !(name in values)) faults.push(`${place} parameter "${name}" is missing`)
    return values
  }
  const path = read(
    'path',
    Object.entries<string>(params).map(([name, text]) => [name, decode(text, faults)]),
  )
  return { params: path, query: read('query', search), faults }
}

function coerce(parameter: Parameter, text: string, faults: string[]): Json {
  const types = [parameter.schema, ...(parameter.schema.oneOf ?? [])].map(({ type }) => type)
  const number = types.includes('integer') && /^-?\d+$/.test(text) ? Number(text) : undefined
  const boolean = types.includes('boolean') && /^(true|false)$/.test(text) ? text === 'true' : undefined
  const value = number ?? boolean ?? text
  faults.push(...faultsOf(parameter.schema, value, `${parameter.in} parameter "${parameter.name}"`))
  return value
}

function decode(text: string, faults: string[]): string {
  try {
    return decodeURIComponent(text)
  } catch {
    faults.push(`the path has an escape that is none: ${text}`)
    return text
  }
}

export function bodyFaults(route: Route, body: Json): string[] {
  const schema = route.requestBody?.content?.['application/json']?.schema
  if (!schema) return body === undefined ? [] : ['a body where none belongs']
  if (body === undefined) return ['the body is missing']
  const unknown = Object.keys(body ?? {}).filter((name) => !Object.hasOwn(schema.properties, name))
  return [...faultsOf(schema, body, 'body'), ...unknown.map((name) => `body has "${name}", which is not known`)]
}

/** What GitHub refuses although its description would have it. */
export function unwrittenFaults(id: string, body: Json): string[] {
  const faults: string[] = []
  const limit = (name: string, text: Json, max: number) => {
    if (typeof text === 'string' && text.length > max) faults.push(`${name} is over ${max} characters`)
  }
  if (/^checks\/(create|update)$/.test(id)) {
    if (body.status === 'completed' && body.conclusion === undefined)
      faults.push('a check run with "status": "completed" needs a "conclusion"')
    for (const name of ['summary', 'text']) limit(`output/${name}`, body.output?.[name], 65_535)
    if (body.output?.annotations?.length > 50) faults.push('more than 50 annotations in one request')
    for (const { start_line, end_line, start_column } of body.output?.annotations ?? []) {
      if (end_line < start_line) faults.push('an annotation ends before it starts')
      if (start_column !== undefined && start_line !== end_line)
        faults.push('columns in an annotation of several lines')
    }
  }
  if (id === 'repos/create-commit-status') limit('description', body.description, 140)
  if (/^issues\/(create|update)-comment$/.test(id)) {
    limit('body', body.body, 65_536)
    if (body.body === '') faults.push('body is blank')
  }
  return faults
}

export function answerFaults(route: Route, status: number, accept: string, body: Json): string[] {
  const answer = resolve(route.responses[status])
  if (answer === undefined) return [`${route.id} has no answer with status ${status}`]
  if (answer.content === undefined) return body === undefined ? [] : [`the answer ${status} has no body`]
  const object = accept.includes('vnd.github.object') && !Array.isArray(body) && body.type === 'dir'
  const content = answer.content[object ? 'application/vnd.github.object' : 'application/json']
  return faultsOf(content.schema, body, 'answer')
}

export const operations: readonly string[] = Object.values<Json>(description.paths).flatMap((methods) =>
  Object.values<Json>(methods).map(({ operationId }) => operationId),
)
