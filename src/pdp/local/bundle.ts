import { gunzipSync } from 'node:zlib'
import { parseTar } from 'nanotar'
import { messageOf, PolicyError } from '../../core/errors.js'
import { isObject, parseJson, parseUtf8 } from '../../core/json.js'
import type { SourceFile } from '../../core/source.js'
import { type Policies, parseData } from './policies.js'

const MAX_UNPACKED_BYTES = 64 * 1024 * 1024

type Parsed = { readonly rules: Policies['rules']; readonly data?: Record<string, unknown> }

/** The policy in a bundle as `opa build` makes it (openpolicyagent.org/docs/management-bundles); throws PolicyError. */
export function parseBundle(file: SourceFile): Parsed {
  const entries = unpack(file)
  const find = (name: string) => entries.find((entry) => entry.path === name)?.bytes
  if (find('.signatures.json')) {
    throw new PolicyError(
      'ERR_BUNDLE_UNSUPPORTED',
      `${JSON.stringify(file.path)} is signed, and this version verifies no signatures: it is not used unverified`,
    )
  }
  const data = readData(file, entries)
  const wasm = find('policy.wasm')
  if (wasm) return { rules: { kind: 'wasm', path: file.path, wasm }, ...data }
  const modules = entries
    .filter((entry) => entry.path.endsWith('.rego') && !entry.path.endsWith('_test.rego'))
    .map((entry) => ({ path: `${file.path}/${entry.path}`, text: parseUtf8(entry.bytes) }))
  if (modules.length === 0)
    throw new PolicyError('ERR_RULES_EMPTY', `the bundle ${JSON.stringify(file.path)} holds no policy`)
  return { rules: { kind: 'rego', modules }, ...data }
}

function unpack(file: SourceFile): readonly { readonly path: string; readonly bytes: Uint8Array }[] {
  try {
    const tar = gunzipSync(file.bytes, { maxOutputLength: MAX_UNPACKED_BYTES })
    return parseTar(Uint8Array.from(tar))
      .filter((entry) => entry.type === 'file' && entry.data !== undefined)
      .map((entry) => ({ path: entry.name.replace(/^(\.?\/)+/, ''), bytes: entry.data as Uint8Array }))
  } catch (cause) {
    throw new PolicyError(
      'ERR_BUNDLE_UNREADABLE',
      `the bundle ${JSON.stringify(file.path)} cannot be unpacked: ${messageOf(cause)}`,
      { cause },
    )
  }
}

/** A `data.json` stands at the place of its folder: `a/b/data.json` is `data.a.b`. */
function readData(file: SourceFile, entries: ReturnType<typeof unpack>): { data?: Record<string, unknown> } {
  const data: Record<string, unknown> = {}
  for (const { path, bytes } of entries) {
    const name = path.split('/').at(-1) ?? ''
    if (/^data\.ya?ml$/.test(name)) {
      throw new PolicyError(
        'ERR_BUNDLE_UNSUPPORTED',
        `${JSON.stringify(`${file.path}/${path}`)}: data in a bundle is read as data.json only`,
      )
    }
    if (name !== 'data.json') continue
    place(data, path.split('/').slice(0, -1), parseEntry(`${file.path}/${path}`, bytes), `${file.path}/${path}`)
  }
  return Object.keys(data).length > 0 ? { data: parseData(file.path, data) } : {}
}

function parseEntry(path: string, bytes: Uint8Array): Record<string, unknown> {
  try {
    const value = parseJson(bytes)
    if (isObject(value)) return value
  } catch (cause) {
    throw new PolicyError(
      'ERR_DATA_UNREADABLE',
      `the data in ${JSON.stringify(path)} cannot be read: ${messageOf(cause)}`,
      { cause },
    )
  }
  throw new PolicyError('ERR_DATA_SHAPE', `the data in ${JSON.stringify(path)} must be an object`)
}

function place(
  data: Record<string, unknown>,
  folders: readonly string[],
  value: Record<string, unknown>,
  path: string,
): void {
  const nested = folders.reduceRight<Record<string, unknown>>(
    (inner, folder) => Object.fromEntries([[folder, inner]]),
    value,
  )
  merge(data, nested, path)
}

function merge(into: Record<string, unknown>, from: Record<string, unknown>, path: string): void {
  for (const [key, item] of Object.entries(from)) {
    const there = Object.hasOwn(into, key) ? into[key] : undefined
    if (isObject(there) && isObject(item)) merge(there, item, path)
    else if (there !== undefined)
      throw new PolicyError('ERR_DATA_SHAPE', `${JSON.stringify(path)} brings ${JSON.stringify(key)} a second time`)
    else Object.defineProperty(into, key, { value: item, enumerable: true, configurable: true, writable: true })
  }
}
