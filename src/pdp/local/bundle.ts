import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { gunzipSync } from 'node:zlib'
import { extract } from 'tar-stream'
import { messageOf, PolicyError } from '../../core/errors.js'
import { isObject, parseJson } from '../../core/json.js'
import type { SourceFile } from '../../core/source.js'
import { type Policies, parseData, parseModule } from './policies.js'

const MAX_UNPACKED_BYTES = 64 * 1024 * 1024

type Parsed = { readonly rules: Policies['rules']; readonly data?: Record<string, unknown> }

/** The policy in a bundle as `opa build` makes it (openpolicyagent.org/docs/management-bundles); throws PolicyError. */
export async function parseBundle(file: SourceFile): Promise<Parsed> {
  const entries = await unpack(file)
  const find = (name: string) => entries.find((entry) => entry.path === name)?.bytes
  if (find('.signatures.json')) {
    const message = `${JSON.stringify(file.path)} is signed, and this version verifies no signatures: it is not used unverified`
    throw new PolicyError('ERR_BUNDLE_UNSUPPORTED', message)
  }
  const data = readData(file, entries)
  const modules = entries
    .filter((entry) => entry.path.endsWith('.rego') && !entry.path.endsWith('_test.rego'))
    .map((entry) => parseModule({ path: `${file.path}/${entry.path}`, bytes: entry.bytes }))
  // Sources come first: of them OPA's own answer is certain, and `opa build` packs them beside what it has compiled.
  if (modules.length > 0) return { rules: { kind: 'rego', modules }, ...data }
  const wasm = find('policy.wasm')
  if (wasm) return { rules: { kind: 'wasm', path: file.path, wasm }, ...data }
  throw new PolicyError('ERR_RULES_EMPTY', `the bundle ${JSON.stringify(file.path)} holds no policy`)
}

type Entry = { readonly path: string; readonly bytes: Uint8Array }

async function unpack(file: SourceFile): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  try {
    const tar = gunzipSync(file.bytes, { maxOutputLength: MAX_UNPACKED_BYTES })
    const reader = extract()
    const reading = collect(reader, entries)
    await Promise.all([pipeline(Readable.from([tar]), reader), reading])
  } catch (cause) {
    throw new PolicyError(
      'ERR_BUNDLE_UNREADABLE',
      `the bundle ${JSON.stringify(file.path)} cannot be unpacked: ${messageOf(cause)}`,
      { cause },
    )
  }
  return entries
}

async function collect(reader: ReturnType<typeof extract>, entries: Entry[]): Promise<void> {
  for await (const entry of reader) {
    const chunks: Uint8Array[] = []
    for await (const chunk of entry) chunks.push(chunk as Uint8Array)
    const path = entry.header.name.replace(/^(\.?\/)+/, '')
    if (entry.header.type === 'directory') continue
    // A link in a bundle would stand for a rule that is not there.
    if (entry.header.type !== 'file') throw new Error(`${JSON.stringify(path)} is a ${entry.header.type}, not a file`)
    entries.push({ path, bytes: Buffer.concat(chunks) })
  }
}

/** A `data.json` stands at the place of its folder: `a/b/data.json` is `data.a.b`. */
function readData(file: SourceFile, entries: readonly Entry[]): { data?: Record<string, unknown> } {
  const data: Record<string, unknown> = {}
  for (const { path, bytes } of entries) {
    const name = path.split('/').at(-1) ?? ''
    const shown = `${file.path}/${path}`
    if (/^data\.ya?ml$/.test(name)) {
      throw new PolicyError(
        'ERR_BUNDLE_UNSUPPORTED',
        `${JSON.stringify(shown)}: data in a bundle is read as data.json only`,
      )
    }
    if (name === 'data.json') place(data, path.split('/').slice(0, -1), parseEntry(shown, bytes), shown)
  }
  return Object.keys(data).length > 0 ? { data: parseData(file.path, data) } : {}
}

function parseEntry(path: string, bytes: Uint8Array): Record<string, unknown> {
  let value: unknown
  try {
    value = parseJson(bytes)
  } catch (cause) {
    throw new PolicyError(
      'ERR_DATA_UNREADABLE',
      `the data in ${JSON.stringify(path)} cannot be read: ${messageOf(cause)}`,
      { cause },
    )
  }
  if (!isObject(value)) throw new PolicyError('ERR_DATA_SHAPE', `the data in ${JSON.stringify(path)} must be an object`)
  return value
}

function place(
  data: Record<string, unknown>,
  folders: readonly string[],
  value: Record<string, unknown>,
  path: string,
): void {
  const wrap = (inner: Record<string, unknown>, folder: string) => Object.fromEntries([[folder, inner]])
  merge(data, folders.reduceRight<Record<string, unknown>>(wrap, value), path)
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
