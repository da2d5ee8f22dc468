import { API_VERSION, isOurs } from './document.js'
import { isRowLike } from './rows.js'
import { entry, type Place, type Tree, type TreeMap, textOf } from './tree.js'

/** How kinds are written, by their letters alone. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['securitypolicy', 'SecurityPolicy'],
  ['securitypolicies', 'SecurityPolicy'],
  ['policyrows', 'PolicyRows'],
  ['policyrow', 'PolicyRows'],
])

/** The kind of ours that is meant by this one; undefined where it is another tool's. */
export const kindMeant = (kind = ''): string | undefined => KINDS.get(kind.toLowerCase().replace(/[^a-z]/g, ''))

/** Whether this is the `apiVersion` of another tool, which has a group before its version; core Kubernetes has none. */
export const isForeign = (version = ''): boolean => version.includes('/') && !/orchestra/i.test(version)

/** A policy or a row at a place where none is read. */
export type Misplaced = { readonly at: Place; readonly message: string }

/** One key on the way to it, or an entry of a list. */
type Way = readonly (string | number)[]

/** The first policy, or row of one, that is in this document without being where they are read. */
export function findMisplaced(tree: Tree): Misplaced | undefined {
  return isOurs(tree) || describesOthers(tree) ? undefined : find(tree, [])
}

// What a description of an interface has as an example is not meant for anybody.
function describesOthers(tree: Tree): boolean {
  if (tree.kind !== 'map') return false
  return (
    ['openapi', 'swagger', 'asyncapi'].some((key) => entry(tree, key)?.kind === 'scalar') ||
    /json-schema\.org\//.test(textOf(tree, '$schema') ?? '')
  )
}

function find(tree: Tree, way: Way): Misplaced | undefined {
  if (tree.kind === 'scalar') return undefined
  if (tree.kind === 'list') return first(tree.items.map((item, i) => () => find(item, [...way, i])))
  if (isForeign(textOf(tree, 'apiVersion'))) return undefined
  if (way.length > 0 && isDocument(tree)) return { at: tree.at, message: sayDocument(way) }
  if (isRowLike(tree)) return { at: tree.at, message: sayRow(tree, way) }
  return first(
    [...tree.entries].map(
      ([key, { value }]) =>
        () =>
          find(value, [...way, key]),
    ),
  )
}

function first(searches: readonly (() => Misplaced | undefined)[]): Misplaced | undefined {
  for (const search of searches) {
    const found = search()
    if (found) return found
  }
  return undefined
}

// A mere kind is also what refers to the policy of another tool.
const isDocument = (map: TreeMap): boolean =>
  /^policy\.orchestra/i.test(textOf(map, 'apiVersion') ?? '') ||
  (kindMeant(textOf(map, 'kind')) !== undefined && (map.entries.has('spec') || map.entries.has('policies')))

const sayDocument = (way: Way): string =>
  `a policy is a document of its own, and this one stands ${where(way)}: write it at the top, with "---" between two of them`

function sayRow(map: TreeMap, way: Way): string {
  const keys = way.filter((step) => typeof step === 'string')
  const isListed = typeof way.at(-1) === 'number'
  const last = keys.at(-1)
  if (last !== undefined && isListed && /^rules?$/i.test(last) && !map.entries.has('scope'))
    return `${JSON.stringify(last)} stand in a SecurityPolicy: give the document "apiVersion: ${API_VERSION}", "kind: SecurityPolicy" and "metadata" with a "name", and put them below "spec"`
  if (way.length === 0)
    return 'this document is a single row: rows are the entries of a list, which stands below "policies" or is the whole document'
  if (!isListed && keys.length === 2 && /^policies$/i.test(keys[0] ?? ''))
    return '"policies" must be a list: write each row as an entry of it, with its "name"'
  return `a row stands ${where(way)}, where none is read: rows are the entries of the list "policies" at the top of a document of the kind PolicyRows, or of none`
}

function where(way: Way): string {
  const keys = way.filter((step) => typeof step === 'string')
  return keys.length === 0 ? 'in a list' : `below ${JSON.stringify(keys.join('.'))}`
}
