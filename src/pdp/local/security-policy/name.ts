import { posix } from 'node:path'
import type { SecurityPolicy } from './policy.js'
import { MAX_NAME, type Tree, type TreeReader } from './tree.js'

/** The name of a policy, and the same as a part of a package. */
export function readName(read: TreeReader, tree: Tree): Pick<SecurityPolicy, 'name' | 'id'> {
  const name = read.text(tree, 'the name of a policy', MAX_NAME)
  if (/\p{Cc}/u.test(name)) throw read.refuse(tree.at, 'the name of a policy must be on one line')
  return { name, id: idOf(name) }
}

const KEYWORDS = new Set([
  ...['as', 'contains', 'default', 'else', 'every', 'false', 'if', 'import', 'in', 'input', 'data'],
  ...['not', 'null', 'package', 'some', 'true', 'with', 'and', 'or'],
])

/** This name as a part of a package: no word of Rego, and with no digit at its start. */
export function idOf(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=[0-9])/, '_')
  return KEYWORDS.has(safe) ? `${safe}_` : safe
}

/** The name of a document that has none: that of its file. */
export const nameOfFile = (path: string): string => posix.basename(path).replace(/\.[^.]*$/, '')
