import type { PolicyError } from '../../../core/errors.js'

/** A place in a file, counted from 1. */
export type Place = { readonly line: number; readonly column: number }

/** A value of YAML that knows where it is written. */
export type Tree = { readonly at: Place } & (
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, { readonly at: Place; readonly value: Tree }> }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | {
      readonly kind: 'scalar'
      readonly value: string | number | boolean | null
      /** As it is written; numbers keep their digits. */
      readonly source: string
      /** Where in the file the row and the column of a text are. */
      readonly within: (row: number, column: number) => Place
    }
)

export type TreeMap = Extract<Tree, { kind: 'map' }>

/** What is wrong at this place, ready to be thrown. */
export type Refuse = (at: Place, message: string, hint?: string) => PolicyError

/** Reads trees of one file; each method throws where the tree is something else. */
export class TreeReader {
  readonly refuse: Refuse

  constructor(refuse: Refuse) {
    this.refuse = refuse
  }

  /** The mapping at this place; every key must be one of these. */
  map(tree: Tree, name: string, keys: readonly string[]): TreeMap {
    if (tree.kind !== 'map') throw this.refuse(tree.at, `${name} must be a mapping`)
    for (const [key, { at }] of tree.entries) {
      if (!keys.includes(key))
        throw this.refuse(at, `${name} has the key ${JSON.stringify(key)}; known keys are ${keys.join(', ')}`)
    }
    return tree
  }

  list(tree: Tree, name: string, max: number): readonly Tree[] {
    if (tree.kind !== 'list') throw this.refuse(tree.at, `${name} must be a list`)
    if (tree.items.length > max) throw this.refuse(tree.at, `${name} has ${tree.items.length} entries; at most ${max}`)
    return tree.items
  }

  text(tree: Tree, name: string, max = MAX_TEXT): string {
    if (tree.kind !== 'scalar' || typeof tree.value !== 'string')
      throw this.refuse(tree.at, `${name} must be a text${tree.kind === 'scalar' ? '; put it into quotes' : ''}`)
    if (tree.value.trim() === '') throw this.refuse(tree.at, `${name} must not be empty`)
    if (tree.value.length > max)
      throw this.refuse(tree.at, `${name} has ${tree.value.length} characters; at most ${max}`)
    if (!tree.value.isWellFormed()) throw this.refuse(tree.at, `${name} holds half a character`)
    return tree.value
  }

  texts(tree: Tree, name: string, max = MAX_LIST): readonly string[] {
    return this.list(tree, name, max).map((item) => this.text(item, `an entry of ${name}`, MAX_NAME))
  }

  word<W extends string>(tree: Tree, name: string, words: readonly W[]): W {
    const found = words.find((word) => tree.kind === 'scalar' && tree.value === word)
    if (found === undefined) throw this.refuse(tree.at, `${name} must be one of ${words.join(', ')}`)
    return found
  }

  whole(tree: Tree, name: string, min: number, max: number): number {
    const value = tree.kind === 'scalar' ? tree.value : undefined
    if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
      throw this.refuse(tree.at, `${name} must be a whole number from ${min} to ${max}`)
    return value
  }
}

const MAX_TEXT = 2000
const MAX_LIST = 100
export const MAX_NAME = 200

/** The value of this key; undefined where it is not there, or is null. */
export function entry(map: TreeMap, key: string): Tree | undefined {
  const value = map.entries.get(key)?.value
  return value?.kind === 'scalar' && value.value === null ? undefined : value
}

/** The text of this key; undefined where it is none. */
export function textOf(map: TreeMap, key: string): string | undefined {
  const value = map.entries.get(key)?.value
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined
}
