import { isObject, type Json } from '../core/json.js'

/** One step of the path of a mask rule: as OPA spells and looks it up, and as it was meant. */
export type Segment = { readonly escaped: string; readonly plain: string }

/** A key or an index that is there, and how the path to it is shown. */
type Place = { readonly key: string; readonly shown: string }

/** The segments of a path without its first slash; undefined where an escape in it is none. */
export function parseSegments(path: string): readonly Segment[] | undefined {
  if (/%(?![0-9a-fA-F]{2})/.test(path)) return undefined
  return path.split('/').map((raw) => ({ escaped: escapeSegment(raw), plain: unescapeSegment(raw) }))
}

// What Go's url.PathEscape leaves as it is differs from what encodeURIComponent does.
const LEFT_BY_GO: Readonly<Record<string, string>> = {
  '%24': '$',
  '%26': '&',
  '%2B': '+',
  '%3A': ':',
  '%3D': '=',
  '%40': '@',
}

const escapeSegment = (text: string): string => (/^[\w.~-]*$/.test(text) ? text : escapeBytes(text))

const escapeBytes = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replace(/%(24|26|2B|3A|3D|40)/g, (found) => LEFT_BY_GO[found] ?? found)
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

function unescapeSegment(raw: string): string {
  if (!raw.includes('%')) return raw
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}

/** Where the path leads in this document; undefined where it ends on the way. With `create`, missing objects are no end. */
export function follow(document: Json, path: readonly Segment[], create: boolean): readonly Place[] | undefined {
  const places: Place[] = []
  let node: Json | undefined = document
  for (const segment of path) {
    const place: Place | undefined = node === undefined ? asNew(segment) : find(node, segment, create)
    if (!place) return undefined
    places.push(place)
    node = node === undefined ? undefined : childOf(node, place.key)
  }
  return places
}

const asNew = ({ escaped }: Segment): Place => ({ key: escaped, shown: escaped })

// OPA looks up the escaped spelling alone, so that no rule of its own ever finds a key with a blank in it. A mask that does
// nothing leaks: here the key that was meant is found as well.
function find(node: Json, segment: Segment, create: boolean): Place | undefined {
  const { escaped, plain } = segment
  if (isList(node)) {
    const isIndex = /^[+-]?\d+$/.test(escaped) && Number(escaped) >= 0 && Number(escaped) < node.length
    return isIndex ? { key: String(Math.abs(Number(escaped))), shown: escaped } : undefined
  }
  if (!isObject(node)) return undefined
  if (childOf(node, escaped) !== undefined) return asNew(segment)
  if (childOf(node, plain) !== undefined) return { key: plain, shown: escapeSegment(plain) }
  return create ? asNew(segment) : undefined
}

const isList = (node: Json): node is readonly Json[] => Array.isArray(node)

function childOf(node: Json, key: string): Json | undefined {
  if (isList(node)) return node[Number(key)]
  return typeof node === 'object' && node !== null && Object.hasOwn(node, key) ? node[key] : undefined
}

/** What stands at these places; undefined where nothing does. */
export const valueAt = (document: Json, places: readonly Place[]): Json | undefined =>
  places.reduce<Json | undefined>((node, { key }) => (node === undefined ? undefined : childOf(node, key)), document)

/** The same document with this value at these places, or, where that is undefined, without what stands there. */
export function replaceAt(document: Json | undefined, places: readonly Place[], value: Json | undefined): Json {
  const [place, ...rest] = places
  // Only the root has no place, and that is for the caller to replace.
  if (!place) return value ?? null
  const node = document ?? {}
  const child = rest.length === 0 ? value : replaceAt(childOf(node, place.key), rest, value)
  if (isList(node)) {
    const index = Number(place.key)
    return [...node.slice(0, index), ...(child === undefined ? [] : [child]), ...node.slice(index + 1)]
  }
  if (typeof node !== 'object' || node === null) return node
  if (child !== undefined) return { ...node, [place.key]: child }
  const { [place.key]: _, ...others } = node
  return others
}
