import type { Level } from '../../../core/packs.js'
import { idOf, nameOfFile, readName } from './name.js'
import type { PolicyRule, SecurityPolicy, Word } from './policy.js'
import { adviseActions, distinct, EFFECTS, RULE_KEYS, readRule } from './rule.js'
import { entry, type Tree, type TreeMap, type TreeReader, textOf } from './tree.js'

/** What a row's scope asks for; one run of the gate is within one tenant and one app. */
const SCOPES: Readonly<Record<string, Word | undefined>> = {
  global: undefined,
  tenant: undefined,
  app: undefined,
  tool: 'tool',
  workflow: 'check',
  agent: 'agent',
}
const KIND = 'PolicyRows'
const MAX_ROWS = 500

/** Whether this is a list of policy rows, by its kind or by what is in it. */
export function isRows(map: TreeMap): boolean {
  if (textOf(map, 'kind') === KIND) return true
  const rows = [...map.entries].find(([key]) => key.toLowerCase() === 'policies')?.[1].value
  return !map.entries.has('kind') && rows?.kind === 'list' && rows.items.some(isRow)
}

/** A misspelt key must not make another tool's file of ours: any two of these, or the one that only we have, will do. */
function isRow(row: Tree): boolean {
  if (row.kind !== 'map') return false
  const { entries } = row
  return entries.has('rule_expr') || ['scope', 'effect', 'condition'].filter((key) => entries.has(key)).length > 1
}

/** What is a row wherever it stands: other tools have some of these keys, but not with these words beside each other. */
export function isRowLike(map: TreeMap): boolean {
  const { entries } = map
  if ([...entries].some(([key, { value }]) => /^rule[\s_-]?expr$/i.test(key) && !isSchema(value))) return true
  const effect = textOf(map, 'effect')?.toLowerCase()
  if (EFFECTS.some((word) => word === effect)) return entries.has('condition') || entries.has('scope')
  return entries.has('condition') && Object.hasOwn(SCOPES, textOf(map, 'scope') ?? '')
}

/** Whether this says what a value has to be, instead of being one. */
const isSchema = (tree: Tree): boolean =>
  tree.kind === 'map' && ['type', '$ref', 'description', 'enum', 'anyOf', 'oneOf'].some((key) => tree.entries.has(key))

/** Whether this is a list of rows without anything around it. */
export const isRowList = (tree: Tree): boolean =>
  tree.kind === 'list' && tree.items.some((item) => item.kind === 'map' && isRowLike(item))

/** The rows of a document that is nothing but their list. */
export const readRowList = (read: TreeReader, tree: Tree, path: string): SecurityPolicy => ({
  ...nameFrom(path),
  level: 'hard',
  ...readRules(read, tree, 'a list of rows'),
  path,
  at: tree.at,
})

/** The rows of one document as one policy: what one of its rows allows, no other of them has to allow once more. */
export function readRows(
  read: TreeReader,
  tree: TreeMap,
  path: string,
  readMode: (read: TreeReader, tree: Tree | undefined) => Level,
): SecurityPolicy {
  const map = read.map(tree, 'a list of policies', ['apiVersion', 'kind', 'name', 'mode', 'policies'])
  const rows = entry(map, 'policies')
  if (!rows) throw read.refuse(map.at, 'there are no "policies"')
  const named = entry(map, 'name')
  return {
    ...(named ? readName(read, named) : nameFrom(path)),
    level: readMode(read, entry(map, 'mode')),
    ...readRules(read, rows, '"policies"'),
    path,
    at: named?.at ?? map.at,
  }
}

function nameFrom(path: string): Pick<SecurityPolicy, 'name' | 'id'> {
  const name = nameOfFile(path)
  return { name, id: idOf(name) }
}

function readRules(read: TreeReader, rows: Tree, what: string): Pick<SecurityPolicy, 'scope' | 'rules' | 'notices'> {
  const rules = read.list(rows, what, MAX_ROWS).map((item) => readRow(read, item))
  return { scope: [], rules: distinct(read, rules, rows), notices: adviseActions(rules) }
}

function readRow(read: TreeReader, tree: Tree): PolicyRule {
  const keys = ['id', 'name', 'scope', 'rule_expr', 'condition', 'effect', 'created_at', ...RULE_KEYS]
  const map = read.map(tree, 'a policy', keys)
  const scope = entry(map, 'scope')
  if (!scope) throw read.refuse(map.at, `a policy must have a "scope"; it is one of ${Object.keys(SCOPES).join(', ')}`)
  const word = SCOPES[read.word(scope, '"scope"', Object.keys(SCOPES))]
  return { ...readRule(read, map, {}), ...(word && { word }) }
}
