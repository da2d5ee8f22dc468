import { posix } from 'node:path'
import { type ErrorCode, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import type { Position } from '../core/config.js'
import { ConfigError, messageOf } from '../core/errors.js'
import { circleIn, parseUtf8 } from '../core/json.js'
import type { SourceFile } from '../core/source.js'
import { examine, type Oddity } from './syntax.js'

/** At most this many bytes make a config. */
export const MAX_CONFIG_BYTES = 1024 * 1024

// Anchors are a convenience; an alias bomb is a few hundred bytes that unfold into gigabytes.
const MAX_ALIASES = 100

export type Path = readonly (string | number)[]

/** A YAML file as plain values, and where each of them stands. */
export type YamlDocument = {
  readonly path: string
  readonly value: unknown
  /** Where the value at this path is written, or the nearest thing around it. */
  readonly locate: (path: Path, part?: 'key' | 'value') => Position
  /** The folder that paths in it are relative to; left out where it is at an address, and can name no files. */
  readonly folder?: string
  /** What it is called where `path` leads to the line that names it instead: at an address. */
  readonly elsewhere?: (path: Path, part?: 'key' | 'value') => string | undefined
}

/** The one YAML document in this file; throws ConfigError. With `tags: 'refused'` a tag in it is an error, whichever it is. */
export function parseYaml(
  file: SourceFile,
  { tags = 'known' }: { readonly tags?: 'known' | 'refused' } = {},
): YamlDocument {
  const { path, bytes } = file
  if (bytes.length > MAX_CONFIG_BYTES) {
    throw new ConfigError(
      'ERR_CONFIG_SIZE',
      `"${path}" has ${bytes.length} bytes; at most ${MAX_CONFIG_BYTES} are read`,
      { path },
    )
  }
  const text = parseText(path, bytes)
  const lineCounter = new LineCounter()
  const at = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const document = compose(text, lineCounter)
  const [error] = document.errors
  if (error) {
    const code = error.code === 'DUPLICATE_KEY' ? 'ERR_CONFIG_DUPLICATE_KEY' : 'ERR_CONFIG_YAML'
    const message = WORDS[error.code] ?? firstSentence(error.message)
    throw new ConfigError(code, message, { path, ...at(error.pos[0]), cause: error })
  }
  const tag = document.warnings.find((warning) => warning.code === 'TAG_RESOLVE_FAILED')
  if (tag) {
    const name = /[^:\s]+$/.exec(tag.message)?.[0] ?? ''
    const message = `the type "!!${name}" is not read: only plain mappings, lists, texts, numbers and booleans are`
    throw new ConfigError('ERR_CONFIG_YAML', message, { path, ...at(tag.pos[0]), cause: tag })
  }
  const odd = examine(document.contents, tags === 'refused')
  if (odd) {
    const code = odd.kind === 'name' ? 'ERR_CONFIG_SCHEMA' : 'ERR_CONFIG_YAML'
    const offset = odd.kind === 'tag' ? tagBefore(text, odd.offset) : odd.offset
    throw new ConfigError(code, explainOddity(odd), { path, ...at(offset) })
  }
  const value = unfold(() => document.toJS({ maxAliasCount: MAX_ALIASES }), path)
  const names = indexNames(document.contents)
  // A syntax tree is ten times its text: it may go as soon as memory is short, and is made again for a place that has no name.
  let tree = new WeakRef(document)
  const revive = () => {
    const alive = tree.deref() ?? compose(text, new LineCounter())
    tree = new WeakRef(alive)
    return alive
  }
  const locate = (where: Path, part: 'key' | 'value' = 'value'): Position => {
    const name = part === 'key' ? names.get(nameOf(where.slice(0, -1)))?.get(String(where.at(-1))) : undefined
    return at(name ?? find(revive().contents, where, part)?.range?.[0] ?? 0)
  }
  const circle = circleIn(value)
  if (circle) {
    const message = `"${circle.join('.')}" stands for something that it is itself in, which unfolds without end; write out what is meant`
    throw new ConfigError('ERR_CONFIG_ALIASES', message, { path, ...locate(circle) })
  }
  return { path, value, locate, folder: posix.dirname(path) }
}

// What the library says to whoever calls it, in words for whoever wrote the file.
const WORDS: Readonly<Partial<Record<ErrorCode, string>>> = {
  MULTIPLE_DOCS: 'a second document begins here ("---"), and one file is one document: take one of them out',
  NON_STRING_KEY: 'a key must be plain text: neither an alias, nor a list, nor a mapping',
}

const explainOddity = ({ kind, said, path }: Oddity): string =>
  kind === 'name'
    ? `"${said}" cannot be a name${path.length === 0 ? '' : ` in "${path.join('.')}"`}; choose another`
    : `the tag ${JSON.stringify(said)} is not read here: leave it out, and put in quotes what is to be text`

// The tree has the place of what follows the tag only.
const tagBefore = (text: string, offset: number): number => /!!?[^!]*$/.exec(text.slice(0, offset + 1))?.index ?? offset

// `merge: true`: other readers of the file follow `<<`, and a "policy" that comes that way must not be lost.
const compose = (text: string, lineCounter: LineCounter) =>
  parseDocument(text, {
    lineCounter,
    merge: true,
    uniqueKeys: true,
    strict: true,
    prettyErrors: false,
    stringKeys: true,
    // A tag such as !!omap or !!set makes of a mapping something that no reader of the file expects.
    resolveKnownTags: false,
    logLevel: 'error',
  })

/** The offset of each name in each mapping, but for what is inside of a step: there is more of that than of all the rest. */
function indexNames(root: Node | null): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const names = new Map<string, ReadonlyMap<string, number>>()
  const index = (node: unknown, path: Path) => {
    const pairs = pairsOf(node)
    if (pairs.length === 0) return
    names.set(nameOf(path), new Map(pairs.map((pair) => [textOf(pair.key), startOf(pair)])))
    const isOfSteps = STEPS.includes(path.at(-1))
    if (isOfSteps && (path.length === 1 || (path.length === 3 && path[0] === 'profiles'))) return
    for (const { key, value } of pairs) index(value, [...path, textOf(key)])
  }
  index(root, [])
  return names
}

const STEPS: readonly unknown[] = ['steps', 'checks']
const nameOf = (path: Path): string => JSON.stringify(path.map(String))
const startOf = ({ key }: Pair): number => (key as Node).range?.[0] ?? 0

const pairsOf = (node: unknown): readonly Pair[] => (isMap(node) ? node.items : [])
const textOf = (key: unknown): string => (isScalar(key) ? String(key.value) : '')

function parseText(path: string, bytes: Uint8Array): string {
  try {
    return parseUtf8(bytes)
  } catch (cause) {
    throw new ConfigError('ERR_CONFIG_YAML', `"${path}" is not UTF-8 text`, { path, line: 1, column: 1, cause })
  }
}

function unfold(toValue: () => unknown, path: string): unknown {
  try {
    return toValue()
  } catch (cause) {
    const message = `"${path}" cannot be unfolded: ${messageOf(cause)}; at most ${MAX_ALIASES} aliases are followed`
    throw new ConfigError('ERR_CONFIG_ALIASES', message, { path, line: 1, column: 1, cause })
  }
}

const firstSentence = (message: string): string =>
  (message.split('\n')[0] ?? message).replace(/^./, (c) => c.toLowerCase())

function find(root: Node | null, path: Path, part: 'key' | 'value'): Node | undefined {
  let node: Node | undefined = root ?? undefined
  let nearest = node
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1
    if (isMap(node)) {
      const pair = pairsOf(node).find((item) => isScalar(item.key) && textOf(item.key) === String(step))
      if (!pair) return nearest
      nearest = pair.key as Node
      if (last && (part === 'key' || !pair.value)) return nearest
      node = (pair.value as Node | null) ?? undefined
    } else if (isSeq(node)) {
      node = node.items[Number(step)] as Node | undefined
    } else {
      return nearest
    }
    // What an alias stands for is written elsewhere; the alias is the place to look at.
    if (!node || isAlias(node)) return node ?? nearest
    nearest = node
  }
  return nearest
}
