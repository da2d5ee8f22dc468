import { suggest } from '../../config/diagnostics.js'
import { isObject, own } from '../../core/json.js'

/** What the path behind `input` is wrong in, with what may have been meant; undefined where it can be there. */
export function checkPath(schema: unknown, path: readonly string[]): string | undefined {
  let nodes: readonly unknown[] = [schema]
  for (const [depth, segment] of path.entries()) {
    const next = nodes.flatMap((node) => below(schema, node, segment))
    if (next.length > 0) {
      nodes = next
      continue
    }
    const within = ['input', ...path.slice(0, depth)].join('.')
    const keys = nodes.flatMap((node) => keysOf(schema, node))
    const shown = ['input', ...path.slice(0, depth + 1)].join('.')
    if (keys.length === 0) return `${shown} is never there: ${within} is ${describe(schema, nodes)}`
    const meant = propose(schema, path.slice(0, depth), segment, keys)
    return `${shown} is never there${meant === undefined ? `; ${within} has ${keys.join(', ')}` : `; did you mean ${meant}?`}`
  }
  return undefined
}

/** This node itself, or what it is one of. */
function variants(schema: unknown, node: unknown): readonly unknown[] {
  const ref = own(node, '$ref')
  if (typeof ref === 'string') {
    const name = ref.replace('#/$defs/', '')
    return variants(schema, own(own(schema, '$defs'), name))
  }
  const any = own(node, 'anyOf') ?? (own(node, 'properties') === undefined ? own(node, 'oneOf') : undefined)
  return Array.isArray(any) ? any.flatMap((one) => variants(schema, one)) : [node]
}

/** What stands behind a key that the schema leaves open. */
const ANYTHING: unknown = Object.freeze({})
// What describes a node, and does not say what it is.
const REMARKS: ReadonlySet<string> = new Set(['description', 'title', 'examples', 'default', '$comment'])
const isAnything = (node: unknown): boolean =>
  node === true || (isObject(node) && Object.keys(node).every((key) => REMARKS.has(key)))

function below(schema: unknown, node: unknown, segment: string): readonly unknown[] {
  return variants(schema, node).flatMap((one): readonly unknown[] => {
    if (isAnything(one)) return [ANYTHING]
    const items = own(one, 'items')
    if (items !== undefined) return segment === '*' || /^\d+$/.test(segment) ? [items] : []
    if (own(one, 'type') === 'array') return []
    const properties = own(one, 'properties')
    const known = isObject(properties) ? properties : {}
    const open = openOf(one)
    if (segment === '*') return [...Object.values(known), ...open]
    return Object.hasOwn(known, segment) ? [known[segment]] : open
  })
}

/** What an object takes beside the keys that it names. */
function openOf(node: unknown): readonly unknown[] {
  if (own(node, 'type') !== 'object') return []
  const rest = own(node, 'additionalProperties') ?? true
  return rest === false ? [] : [rest === true ? ANYTHING : rest]
}

const keysOf = (schema: unknown, node: unknown): readonly string[] =>
  variants(schema, node).flatMap((one) => Object.keys(own(one, 'properties') ?? {}))

function describe(schema: unknown, nodes: readonly unknown[]): string {
  const types = nodes.flatMap((node) => variants(schema, node)).map((one) => own(one, 'type') ?? 'string')
  return types.includes('array') ? 'a list' : `a ${[...new Set(types)].join(' or ')}`
}

/** Words that people know from elsewhere. */
const SYNONYMS: Readonly<Record<string, string>> = {
  name: 'id',
  step: 'check',
  job: 'check',
  user: 'actor',
  pr: 'pullRequest',
  repo: 'repository',
  method: 'methodName',
  server: 'serverName',
  association: 'authorAssociation',
  username: 'login',
  role: 'roles',
  label: 'labels',
  tools: 'allowedTools',
}

function propose(schema: unknown, above: readonly string[], word: string, keys: readonly string[]): string | undefined {
  const plain = (text: string) => text.replaceAll(/[_-]/g, '').toLowerCase()
  const synonym = own(SYNONYMS, word)
  const near =
    keys.find((key) => plain(key) === plain(word)) ?? keys.find((key) => key === synonym) ?? suggest(word, keys)
  if (near !== undefined) return ['input', ...above, near].join('.')
  // The same word one floor further down: input.labels.
  for (const key of Object.keys(own(schema, 'properties') ?? {})) {
    const inside = below(schema, schema, key).flatMap((node) => keysOf(schema, node))
    const found = inside.find((one) => plain(one) === plain(word))
    if (found !== undefined) return `input.${key}.${found}`
  }
  return undefined
}
