import type { ScopeEntry, Selector, Word } from './policy.js'
import { entry, type Tree, type TreeReader } from './tree.js'

/** What a scope calls a part of the input. */
const RESOURCES: Readonly<Record<string, Word>> = {
  agents: 'agent',
  data: 'data',
  tools: 'tool',
  checks: 'check',
  steps: 'check',
  workflows: 'check',
  actors: 'actor',
  users: 'actor',
}

const MAX_ENTRIES = 50
const MAX_VALUES = 200

/** The scope in this list. */
export const readScope = (read: TreeReader, tree: Tree): readonly ScopeEntry[] => {
  const items = read.list(tree, '"scope"', MAX_ENTRIES)
  if (items.length === 0)
    throw read.refuse(tree.at, '"scope" must not be empty; without it a policy is about everything')
  return items.map((item) => readEntry(read, item))
}

function readEntry(read: TreeReader, tree: Tree): ScopeEntry {
  const map = read.map(tree, 'an entry of "scope"', ['resource', 'selector'])
  const resource = entry(map, 'resource')
  if (!resource) throw read.refuse(map.at, 'an entry of "scope" has no "resource"')
  const word = RESOURCES[read.word(resource, '"resource"', Object.keys(RESOURCES))] ?? 'check'
  const selector = entry(map, 'selector')
  if (!selector) return { word, selectors: [] }
  if (selector.kind !== 'map') throw read.refuse(selector.at, '"selector" must be a mapping')
  return { word, selectors: [...selector.entries].map(([key, { value }]) => readSelector(read, key, value)) }
}

function readSelector(read: TreeReader, key: string, tree: Tree): Selector {
  const name = `the selector ${JSON.stringify(key)}`
  if (key === '' || !key.isWellFormed()) throw read.refuse(tree.at, 'a selector must have a name')
  const items = tree.kind === 'list' ? read.list(tree, name, MAX_VALUES) : [tree]
  if (items.length === 0) throw read.refuse(tree.at, `${name} must not be empty`)
  const values = items.map((item) => {
    const value = item.kind === 'scalar' ? item.value : null
    const isNumber = typeof value === 'number' && (Number.isSafeInteger(value) || !Number.isInteger(value))
    if (typeof value === 'boolean' || isNumber) return value
    if (typeof value === 'string' && value.isWellFormed()) return value
    throw read.refuse(item.at, `${name} must be a text, a number, true or false, or a list of such`)
  })
  return { key, values }
}
