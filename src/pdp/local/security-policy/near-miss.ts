import type { SourceFile } from '../../../core/source.js'
import { API_VERSION, isOurs } from './document.js'
import type { Place, Refuse, Tree, TreeMap } from './tree.js'

/** What the text of one of ours has somewhere, however it is written. */
const MENTIONS = /security[\s_-]?polic(y|ies)|policy[\s_-]?rows?|policy\.orchestra|\bpolicies["']?\s*:/i

/** Whether this text may be one of ours at all. */
export const mentionsUs = (text: string): boolean => MENTIONS.test(text)

/** Whether this text has a name that nobody but us has. */
export const namesUs = (text: string): boolean => /policy\.orchestra/i.test(text)

/** Whether what cannot be read has a name of ours in it. */
export const soundsLikeUs = (text: string): boolean => /security[\s_-]?polic(y|ies)|policy[\s_-]?rows/i.test(text)

/** True for what is no text in UTF-8 to begin with: what stands in it, nobody here can tell. */
export const isOtherEncoding = ({ bytes }: Pick<SourceFile, 'bytes'>): boolean => {
  const [first, second] = bytes
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0)
}

/** How kinds are written, by their letters alone. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['securitypolicy', 'SecurityPolicy'],
  ['securitypolicies', 'SecurityPolicy'],
  ['policyrows', 'PolicyRows'],
  ['policyrow', 'PolicyRows'],
])

/** Whether this document is one of ours, or was meant to be: reading it says what is wrong with it. */
export const isMeant = (tree: Tree): boolean => isOurs(tree) || (tree.kind === 'map' && isNearly(tree))

function isNearly(map: TreeMap): boolean {
  const version = find(map, 'apiVersion')?.text
  if (version !== undefined) return version.toLowerCase().startsWith('policy.orchestra')
  return KINDS.has(lettersOf(find(map, 'kind')?.text))
}

/** Throws where this document is one of ours but for how it is written: what is nearly a policy must not be none. */
export function refuseNearMiss(tree: Tree, refuse: Refuse): void {
  if (tree.kind !== 'map') return
  const version = find(tree, 'apiVersion')
  const kind = find(tree, 'kind')
  const isVersion = version?.text.toLowerCase() === API_VERSION
  if (version && !isVersion) return
  if (version) check('apiVersion', version, API_VERSION, refuse)
  const wanted = KINDS.get(lettersOf(kind?.text))
  if (kind && wanted !== undefined) check('kind', kind, wanted, refuse)
}

type Written = { readonly key: string; readonly text: string; readonly at: Place; readonly valueAt: Place }

function check(key: string, found: Written, wanted: string, refuse: Refuse): void {
  if (found.key !== key) throw refuse(found.at, `the key is ${JSON.stringify(found.key)}; did you mean "${key}"?`)
  if (found.text !== wanted)
    throw refuse(found.valueAt, `"${key}" is ${JSON.stringify(found.text)}; did you mean ${wanted}?`)
}

const lettersOf = (text = ''): string => text.toLowerCase().replace(/[^a-z]/g, '')

/** The text of this key, which may be written in any case. */
function find(map: TreeMap, key: string): Written | undefined {
  for (const [name, { at, value }] of map.entries)
    if (name.toLowerCase() === key.toLowerCase() && value.kind === 'scalar' && typeof value.value === 'string')
      return { key: name, text: value.value, at, valueAt: value.at }
  return undefined
}
