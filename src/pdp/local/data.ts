import { messageOf, PolicyError } from '../../core/errors.js'
import { isObject, parseJson, parseUtf8, wellFormed } from '../../core/json.js'
import type { Source, SourceFile } from '../../core/source.js'

/** Data for policies, and the same as JSON text on one line: there numbers keep the digits that JavaScript's would lose. */
export type PolicyData = { readonly data: Readonly<Record<string, unknown>>; readonly dataText: string }

const MAX_DATA_BYTES = 10 * 1024 * 1024
const MAX_ALIASES = 100
const MAX_DEPTH = 512

/** What "policy.data" names; throws where it cannot be read. */
export async function readData(
  source: Source,
  path: string | undefined,
  files: SourceFile[],
): Promise<PolicyData | undefined> {
  if (path === undefined) return undefined
  const file = await source.read(path, { maxBytes: MAX_DATA_BYTES })
  if (!file)
    throw new PolicyError('ERR_DATA_MISSING', `"policy.data" names ${JSON.stringify(path)}, which is not there`)
  files.push(file)
  return parseDataFile(file)
}

/** The data in this file, JSON or YAML; throws where it is none. */
export async function parseDataFile(file: SourceFile): Promise<PolicyData> {
  const { path } = file
  try {
    if (!isYaml(path)) return checked(path, parseJson(file.bytes), toOneLine(parseUtf8(file.bytes)))
    const { parse } = await import('yaml')
    const value: unknown = parse(parseUtf8(file.bytes), {
      uniqueKeys: true,
      maxAliasCount: MAX_ALIASES,
      merge: true,
      resolveKnownTags: false,
      logLevel: 'error',
    })
    const text = toJson(value)
    return checked(path, JSON.parse(text) as unknown, wellFormed(text))
  } catch (cause) {
    if (cause instanceof PolicyError) throw cause
    const message = `the data in ${JSON.stringify(path)} cannot be read: ${messageOf(cause)}`
    throw new PolicyError('ERR_DATA_UNREADABLE', message, { cause })
  }
}

/** The data that a bundle brings, which OPA has written as JSON. */
export const parseBundleData = (name: string, text: string): PolicyData =>
  checked(name, JSON.parse(text) as unknown, text)

/** Both together; throws where both bring the same key. */
export function mergeData(bundled: PolicyData | undefined, named: PolicyData | undefined): PolicyData | undefined {
  if (!bundled || !named) return bundled ?? named
  const twice = Object.keys(named.data).find((key) => Object.hasOwn(bundled.data, key))
  if (twice !== undefined)
    throw new PolicyError('ERR_DATA_SHAPE', `"policy.data" and the bundle both bring data.${twice}`)
  const inner = [bundled, named]
    .map(({ dataText }) => dataText.trim().slice(1, -1).trim())
    .filter((text) => text !== '')
  return { data: { ...bundled.data, ...named.data }, dataText: `{${inner.join(',')}}` }
}

/** This value as data for policies; throws where it is not an object, or would stand in the policies' own place. */
function checked(path: string, value: unknown, dataText: string): PolicyData {
  const refuse = (why: string) => new PolicyError('ERR_DATA_SHAPE', `the data in ${JSON.stringify(path)} ${why}`)
  if (!isObject(value)) throw refuse('must be an object')
  if (isTooDeep(value)) throw refuse(`is nested more than ${MAX_DEPTH} deep`)
  if (Object.hasOwn(value, 'visor')) throw refuse('has the key "visor", where the policies themselves live')
  return { data: value, dataText }
}

const isYaml = (path: string): boolean => /\.ya?ml$/.test(path)

// In JSON a line break outside of a text is white space, and within one it cannot be.
const toOneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ')

// Level by level: what is nested without end must not be walked by a function that calls itself.
function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
  return false
}

// YAML has what JSON has not, and what would be lost on the way to the policy without a word.
const toJson = (value: unknown): string =>
  JSON.stringify(value, (key, item: unknown) => {
    if (typeof item === 'number' && !Number.isFinite(item))
      throw new TypeError(`${JSON.stringify(key)} is not a number of JSON`)
    return item
  })
