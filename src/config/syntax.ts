import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml'
import { keepsDigits } from '../core/decimal.js'

/** What nobody may write in a file that is read here: where it stands, and its name or its tag. */
export type Oddity = {
  readonly kind: 'name' | 'tag'
  readonly said: string
  readonly offset: number
  /** What is around it. */
  readonly path: readonly (string | number)[]
}

/**
 * The first thing in this tree that must not be there: the name `__proto__`, which libraries drop without a word, or a tag where
 * none is wanted. On the way, a number that has not kept what was written becomes the text that was: nothing is rounded in silence.
 */
export function examine(node: unknown, refusesTags: boolean): Oddity | undefined {
  if (refusesTags) {
    const found = tagOf(node)
    if (found) return found
  }
  if (isScalar(node)) keepDigits(node)
  else if (isSeq(node)) {
    for (const [i, item] of node.items.entries()) {
      const found = examine(item, refusesTags)
      if (found) return { ...found, path: [i, ...found.path] }
    }
  } else if (isMap(node)) {
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : ''
      if (name === '__proto__') return { kind: 'name', said: name, offset: startOf(key), path: [] }
      const found = (refusesTags ? tagOf(key) : undefined) ?? within(name, examine(value, refusesTags))
      if (found) return found
    }
  }
  return undefined
}

const within = (name: string, found: Oddity | undefined): Oddity | undefined =>
  found && { ...found, path: [name, ...found.path] }

function tagOf(node: unknown): Oddity | undefined {
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined
  // It is there where it was written, and nowhere else.
  return node.tag === undefined ? undefined : { kind: 'tag', said: node.tag, offset: startOf(node), path: [] }
}

function keepDigits(scalar: Scalar): void {
  const { value, source } = scalar
  if (typeof value === 'number' && source !== undefined && !keepsDigits(value, source)) scalar.value = source
}

const startOf = (node: unknown): number => (node as Node).range?.[0] ?? 0
