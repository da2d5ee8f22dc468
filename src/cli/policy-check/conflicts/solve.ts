import { isObject, type Json, type JsonObject } from '../../../core/json.js'
import type { Atom } from './atoms.js'

type Node = { [key: string]: Node } | Node[] | string | number | boolean | null

/** This document, changed so that all these conditions hold; undefined where two of them contradict each other. */
export function satisfy(base: JsonObject, atoms: readonly Atom[]): JsonObject | undefined {
  const document = structuredClone(base) as Node
  const fixed = new Map<string, Atom['value']>()
  for (const atom of [...atoms].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))) {
    const key = atom.path.join('.')
    const { kind, value } = atom
    if (kind === 'is' && !key.includes('*') && fixed.has(key) && fixed.get(key) !== value) return undefined
    if (kind === 'is') fixed.set(key, value)
    // What an earlier condition wants is wanted by this one as well, or the policy will say that it is not.
    const keeps = kind !== 'is' && kind !== 'has' && fixed.has(key)
    if (!keeps) put(document, atom)
    if (kind === 'least' || kind === 'most') fixed.set(key, value)
  }
  return isObject(document) ? (document as { [key: string]: Json }) : undefined
}

// What is certain first.
const ORDER: readonly Atom['kind'][] = [
  'is',
  'has',
  'starts',
  'ends',
  'contains',
  'least',
  'most',
  'differs',
  'there',
  'absent',
]

function put(document: Node, { path, kind, value }: Atom): void {
  const [last] = path.slice(-1)
  const parent =
    kind === 'absent' ? walk(document, path.slice(0, -1), false) : walk(document, path.slice(0, -1), true, last)
  if (last === undefined || parent === undefined) return
  const now = read(parent, last)
  if (kind === 'absent') remove(parent, last)
  const next = valueFor(kind, value, now)
  if (next !== undefined) write(parent, last, next)
}

/** What to write; undefined where what is there will do. */
function valueFor(kind: Atom['kind'], value: Atom['value'], now: Node | undefined): Node | undefined {
  const text = typeof now === 'string' ? now : ''
  switch (kind) {
    case 'is':
      return value ?? null
    case 'starts':
      return text.startsWith(String(value)) ? undefined : `${value}x`
    case 'ends':
      return text.endsWith(String(value)) ? undefined : `x${value}`
    case 'contains':
      return text.includes(String(value)) ? undefined : `x${value}x`
    case 'least':
      return typeof now === 'number' && now >= Number(value) ? undefined : Number(value)
    case 'most':
      return typeof now === 'number' && now <= Number(value) ? undefined : Number(value)
    case 'differs':
      return now === undefined || now === value ? (typeof value === 'number' ? value + 1 : 'other') : undefined
    case 'there':
      return now === undefined || now === false ? (now === false ? true : 'something') : undefined
    case 'has':
      return Array.isArray(now) ? (now.includes(value ?? null) ? undefined : [...now, value ?? null]) : [value ?? null]
    case 'absent':
      return undefined
  }
}

const isIndex = (segment: string | undefined): boolean => segment !== undefined && /^(\*|\d+)$/.test(segment)
const indexOf = (segment: string): number => (segment === '*' ? 0 : Math.min(Number(segment), 100))

const read = (node: Node, segment: string): Node | undefined =>
  Array.isArray(node)
    ? node[indexOf(segment)]
    : isObject(node) && Object.hasOwn(node, segment)
      ? (node as { [key: string]: Node })[segment]
      : undefined

function write(node: Node, segment: string, value: Node): void {
  if (Array.isArray(node)) node[Math.min(indexOf(segment), node.length)] = value
  else if (isObject(node))
    Object.defineProperty(node, segment, { value, enumerable: true, configurable: true, writable: true })
}

function remove(node: Node, segment: string): void {
  if (Array.isArray(node)) node.length = 0
  else if (isObject(node)) delete node[segment]
}

/** The node at this path; with `makes`, what is missing on the way is put there. */
function walk(document: Node, path: readonly string[], makes: boolean, last?: string): Node | undefined {
  let node = document
  for (const [i, segment] of path.entries()) {
    const next = read(node, segment)
    if (next !== undefined && next !== null && typeof next === 'object') {
      node = next
      continue
    }
    if (!makes) return undefined
    const made: Node = isIndex(path[i + 1] ?? last) ? [] : {}
    write(node, segment, made)
    node = made
  }
  return node
}
