import type { SourceFile } from '../../../core/source.js'
import { API_VERSION, isOurs } from './document.js'
import { findMisplaced, isForeign, kindMeant } from './misplaced.js'
import type { Place, Refuse, Tree, TreeMap } from './tree.js'

/** What the text of one of ours has somewhere, however it is written. */
const MENTIONS =
  /security[\s_-]?polic(y|ies)|policy[\s_-]?rows?|policy\.orchestra|rule[\s_-]?expr|\b(policies|effect|condition)["']?\s*:/i

/** Whether this text may be one of ours at all. */
export const mentionsUs = (text: string): boolean => MENTIONS.test(text)

/** Whether this text has a name that nobody but us has. */
export const namesUs = (text: string): boolean => /policy\.orchestra/i.test(text)

/** Whether what cannot be read has a name of ours in it. */
export const soundsLikeUs = (text: string): boolean => /security[\s_-]?polic(y|ies)|policy[\s_-]?rows/i.test(text)

/** Whether what cannot be read has what a row has; with a capital it is another tool's. */
export const soundsLikeRows = (text: string): boolean =>
  /rule[\s_-]?expr["']?\s*:/i.test(text) ||
  (/\beffect["']?\s*:\s*["']?(allow|deny|require_approval|modify)\b/.test(text) &&
    /\b(condition|scope)["']?\s*:/.test(text))

/** True for what is no text in UTF-8 to begin with: what stands in it, nobody here can tell. */
export const isOtherEncoding = ({ bytes }: Pick<SourceFile, 'bytes'>): boolean => {
  const [first, second] = bytes
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0)
}

/** The lines of a text that has a document of JSON on each (jsonlines.org); undefined where it is another one. */
export function jsonLinesOf(text: string): readonly string[] | undefined {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line)) ? lines : undefined
}

/** Whether this document is one of ours, or was meant to be: reading it says what is wrong with it. */
export const isMeant = (tree: Tree): boolean => isHeaded(tree) || findMisplaced(tree) !== undefined

/** Whether it is one by its head, by how its rows are written, or nearly so. */
export const isHeaded = (tree: Tree): boolean => isOurs(tree) || (tree.kind === 'map' && isNearly(tree))

function isNearly(map: TreeMap): boolean {
  const version = find(map, 'apiVersion')?.text
  if (version?.toLowerCase().startsWith('policy.orchestra')) return true
  return !isForeign(version) && kindMeant(find(map, 'kind')?.text) !== undefined
}

/** Throws where this document is one of ours but for how it is written: what is nearly a policy must not be none. */
export function refuseNearMiss(tree: Tree, refuse: Refuse): void {
  if (tree.kind === 'map') refuseHead(tree, refuse)
  const misplaced = findMisplaced(tree)
  if (misplaced) throw refuse(misplaced.at, misplaced.message)
}

function refuseHead(tree: TreeMap, refuse: Refuse): void {
  const version = find(tree, 'apiVersion')
  const kind = find(tree, 'kind')
  const wanted = kindMeant(kind?.text)
  const isVersion = version?.text.toLowerCase() === API_VERSION
  if (version && !isVersion) {
    if (wanted !== undefined && !isForeign(version.text))
      throw refuse(version.valueAt, `"apiVersion" must be ${API_VERSION}: no other is read`)
    return
  }
  if (version) check('apiVersion', version, API_VERSION, refuse)
  if (kind && wanted !== undefined) check('kind', kind, wanted, refuse)
}

type Written = { readonly key: string; readonly text: string; readonly at: Place; readonly valueAt: Place }

function check(key: string, found: Written, wanted: string, refuse: Refuse): void {
  if (found.key !== key) throw refuse(found.at, `the key is ${JSON.stringify(found.key)}; did you mean "${key}"?`)
  if (found.text !== wanted)
    throw refuse(found.valueAt, `"${key}" is ${JSON.stringify(found.text)}; did you mean ${wanted}?`)
}

/** The text of this key, which may be written in any case. */
function find(map: TreeMap, key: string): Written | undefined {
  for (const [name, { at, value }] of map.entries)
    if (name.toLowerCase() === key.toLowerCase() && value.kind === 'scalar' && typeof value.value === 'string')
      return { key: name, text: value.value, at, valueAt: value.at }
  return undefined
}
