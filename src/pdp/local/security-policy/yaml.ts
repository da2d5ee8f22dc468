import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml'
import type { Place, Refuse, Tree } from './tree.js'
import { withinOf } from './within.js'

const MAX_NODES = 50_000
const MAX_DEPTH = 64

/** The documents of this text, those without any content left out; throws what `refuse` makes of a mistake. */
export function parseTrees(text: string, refuse: Refuse): readonly Tree[] {
  const lines = new LineCounter()
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const documents = compose(text, lines, refuse)
  let nodes = 0
  const build = (node: Node | null, document: Document, depth: number, shownAt?: Place): Tree => {
    const place = shownAt ?? at(node?.range?.[0] ?? 0)
    nodes++
    if (nodes > MAX_NODES) throw refuse(place, `the file unfolds into more than ${MAX_NODES} values`)
    if (depth > MAX_DEPTH) throw refuse(place, `the file is nested more than ${MAX_DEPTH} deep`)
    // What an alias stands for is written elsewhere; the alias is the place to look at.
    if (isAlias(node)) {
      const meant = node.resolve(document)
      if (!meant || isAlias(meant)) throw refuse(place, `the alias "*${node.source}" stands for nothing`)
      return build(meant, document, depth + 1, place)
    }
    if (isMap(node)) {
      const entries = new Map<string, { readonly at: Place; readonly value: Tree }>()
      for (const { key, value } of node.items) {
        const keyAt = isScalar(key) ? at(key.range?.[0] ?? 0) : place
        if (!isScalar(key) || typeof key.value !== 'string') throw refuse(keyAt, 'a key must be a text')
        if (key.value === '<<') throw refuse(keyAt, '"<<" is not followed here: write the keys out')
        entries.set(key.value, {
          at: shownAt ?? keyAt,
          value: build(value as Node | null, document, depth + 1, value ? shownAt : keyAt),
        })
      }
      return { kind: 'map', entries, at: place }
    }
    if (isSeq(node))
      return {
        kind: 'list',
        items: node.items.map((item) => build(item as Node | null, document, depth + 1, shownAt)),
        at: place,
      }
    if (node === null) return { kind: 'scalar', value: null, source: '', at: place, within: () => place }
    if (!isScalar(node)) throw refuse(place, 'this is no value of JSON')
    const { value } = node
    if (value !== null && typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      throw refuse(place, 'this is no value of JSON')
    if (typeof value === 'number' && !Number.isFinite(value)) throw refuse(place, `${value} is no number of JSON`)
    return { kind: 'scalar', value, source: node.source ?? '', at: place, within: withinOf(node, text, at) }
  }
  return documents.flatMap((document) => (isEmpty(document) ? [] : [build(document.contents, document, 0)]))
}

const isEmpty = ({ contents }: Document): boolean =>
  contents === null || (isScalar(contents) && contents.value === null)

function compose(text: string, lineCounter: LineCounter, refuse: Refuse): readonly Document[] {
  const at = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  let parsed: ReturnType<typeof parseAllDocuments>
  try {
    parsed = parseAllDocuments(text, {
      lineCounter,
      uniqueKeys: true,
      strict: true,
      prettyErrors: false,
      stringKeys: true,
      resolveKnownTags: false,
      logLevel: 'error',
    })
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown
    throw refuse({ line: 1, column: 1 }, 'the file is nested too deep to be read')
  }
  const documents: readonly Document[] = Array.isArray(parsed) ? parsed : []
  for (const { errors, warnings } of documents) {
    const [error] = errors
    if (error) throw refuse(at(error.pos[0]), `this is no YAML: ${firstLine(error.message)}`)
    const [warning] = warnings
    if (warning) throw refuse(at(warning.pos[0]), 'only plain mappings, lists, texts, numbers and booleans are read')
  }
  return documents
}

const firstLine = (message: string): string => (message.split('\n')[0] ?? '').replace(/^./, (c) => c.toLowerCase())
