import type { Policy } from '../../core/config.js'
import { GitHubError, messageOf, PolicyError, StepgateError } from '../../core/errors.js'
import { isObject, parseJson, parseUtf8 } from '../../core/json.js'
import type { Source, SourceFile } from '../../core/source.js'

export type Module = { readonly path: string; readonly text: string }

/** What the config's `rules` and `data` lead to. Where they lead nowhere, that is a value: `fallback` decides on it. */
export type Policies = {
  /** Every file that was read, for the policy digest. */
  readonly files: readonly SourceFile[]
  readonly rules:
    | { readonly kind: 'base' }
    | { readonly kind: 'rego'; readonly modules: readonly Module[] }
    | { readonly kind: 'wasm'; readonly path: string; readonly wasm: Uint8Array }
    | { readonly kind: 'failed'; readonly code: string; readonly message: string }
  readonly data?: Readonly<Record<string, unknown>>
  /** The data as its file has it, where it is JSON: numbers keep the digits that JavaScript's would lose. */
  readonly dataText?: string
}

const MAX_DATA_BYTES = 10 * 1024 * 1024
const MAX_RULE_BYTES = 32 * 1024 * 1024
const MAX_ALIASES = 100
const MAX_DEPTH = 512

/** Reads what this policy names from its source; never throws for what the files are, only where GitHub does not give them. */
export async function readPolicies(
  source: Source,
  policy: Pick<Policy, 'engine' | 'rules' | 'data'>,
): Promise<Policies> {
  const files: SourceFile[] = []
  if (policy.engine !== 'local') return { files, rules: { kind: 'base' } }
  try {
    const [rules, data] = await Promise.all([
      readRules(source, policy.rules, files),
      readData(source, policy.data, files),
    ])
    const merged = mergeData(rules.data, data)
    const dataText = data && !rules.data ? textOf(files, policy.data) : undefined
    return { files, rules: rules.rules, ...(merged && { data: merged }), ...(dataText !== undefined && { dataText }) }
  } catch (thrown) {
    // A trusted source that cannot be read is no matter of the policy: no `fallback` may stand in for it.
    if (thrown instanceof GitHubError) throw thrown
    const code = thrown instanceof StepgateError ? thrown.code : 'ERR_RULES_UNREADABLE'
    return { files, rules: { kind: 'failed', code, message: messageOf(thrown) } }
  }
}

type Rules = { readonly rules: Policies['rules']; readonly data?: Record<string, unknown> }

async function readRules(source: Source, paths: readonly string[], files: SourceFile[]): Promise<Rules> {
  if (paths.length === 0) return { rules: { kind: 'base' } }
  const found = (await Promise.all(paths.map((path) => listRules(source, path)))).flat()
  const read = await Promise.all([...new Set(found)].map((path) => readFile(source, path, MAX_RULE_BYTES)))
  files.push(...read)
  const compiled = read.filter((file) => !file.path.endsWith('.rego'))
  const [only] = compiled
  if (only && read.length > 1) {
    throw new PolicyError(
      'ERR_RULES_MIXED',
      `"policy.rules" names ${JSON.stringify(only.path)} beside other files: a compiled policy stands alone`,
    )
  }
  if (only?.path.endsWith('.wasm')) return { rules: { kind: 'wasm', path: only.path, wasm: only.bytes } }
  if (only) return (await import('./bundle.js')).parseBundle(only)
  return { rules: { kind: 'rego', modules: read.map(parseModule) } }
}

async function listRules(source: Source, path: string): Promise<readonly string[]> {
  const listed = await source.list(path)
  if (!listed)
    throw new PolicyError('ERR_RULES_MISSING', `"policy.rules" names ${JSON.stringify(path)}, which is not there`)
  if (listed.length === 1 && listed[0] === path) {
    if (/\.(rego|wasm|tar\.gz|tgz)$/.test(path)) return listed
    throw new PolicyError(
      'ERR_RULES_KIND',
      `"policy.rules" names ${JSON.stringify(path)}, which is not a folder, .rego, .wasm or .tar.gz`,
    )
  }
  const rego = listed.filter((file) => file.endsWith('.rego') && !file.endsWith('_test.rego'))
  if (rego.length === 0)
    throw new PolicyError(
      'ERR_RULES_EMPTY',
      `"policy.rules" names the folder ${JSON.stringify(path)}, which holds no .rego file`,
    )
  return rego
}

async function readFile(source: Source, path: string, maxBytes: number): Promise<SourceFile> {
  const file = await source.read(path, { maxBytes })
  if (!file) throw new PolicyError('ERR_RULES_MISSING', `${JSON.stringify(path)} is not there`)
  return file
}

/** The text of this Rego file; throws where it is not UTF-8. */
export function parseModule({ path, bytes }: SourceFile): Module {
  try {
    return { path, text: parseUtf8(bytes) }
  } catch (cause) {
    throw new PolicyError('ERR_RULES_UNREADABLE', `${JSON.stringify(path)} is not UTF-8 text`, { path, cause })
  }
}

async function readData(
  source: Source,
  path: string | undefined,
  files: SourceFile[],
): Promise<Record<string, unknown> | undefined> {
  if (path === undefined) return undefined
  const file = await source.read(path, { maxBytes: MAX_DATA_BYTES })
  if (!file)
    throw new PolicyError('ERR_DATA_MISSING', `"policy.data" names ${JSON.stringify(path)}, which is not there`)
  files.push(file)
  return parseData(path, await parseDataFile(file))
}

/** This value as data for policies; throws where it is not an object, or would stand in the policies' own place. */
export function parseData(path: string, value: unknown): Record<string, unknown> {
  if (!isObject(value)) throw new PolicyError('ERR_DATA_SHAPE', `the data in ${JSON.stringify(path)} must be an object`)
  if (isTooDeep(value)) {
    throw new PolicyError('ERR_DATA_SHAPE', `the data in ${JSON.stringify(path)} is nested more than ${MAX_DEPTH} deep`)
  }
  if (Object.hasOwn(value, 'visor')) {
    throw new PolicyError(
      'ERR_DATA_SHAPE',
      `the data in ${JSON.stringify(path)} has the key "visor", where the policies themselves live`,
    )
  }
  return value
}

async function parseDataFile(file: SourceFile): Promise<unknown> {
  const fail = (cause: unknown) =>
    new PolicyError(
      'ERR_DATA_UNREADABLE',
      `the data in ${JSON.stringify(file.path)} cannot be read: ${messageOf(cause)}`,
      { cause },
    )
  try {
    if (!/\.ya?ml$/.test(file.path)) return parseJson(file.bytes)
    const { parse } = await import('yaml')
    const value: unknown = parse(parseUtf8(file.bytes), {
      uniqueKeys: true,
      maxAliasCount: MAX_ALIASES,
      merge: true,
      resolveKnownTags: false,
      logLevel: 'error',
    })
    return asJson(value)
  } catch (cause) {
    throw fail(cause)
  }
}

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
function asJson(value: unknown): unknown {
  const text = JSON.stringify(value, (key, item: unknown) => {
    if (typeof item === 'number' && !Number.isFinite(item))
      throw new TypeError(`${JSON.stringify(key)} is not a number of JSON`)
    return item
  })
  return JSON.parse(text) as unknown
}

// In JSON a line break outside of a text is white space, and within one it cannot be.
function textOf(files: readonly SourceFile[], path: string | undefined): string | undefined {
  const file = files.find((item) => item.path === path)
  return file && !/\.ya?ml$/.test(file.path) ? parseUtf8(file.bytes).replace(/[\r\n]+/g, ' ') : undefined
}

function mergeData(
  bundled: Record<string, unknown> | undefined,
  data: Record<string, unknown> | undefined,
): Record<string, unknown> | undefined {
  if (!bundled || !data) return bundled ?? data
  const twice = Object.keys(data).find((key) => Object.hasOwn(bundled, key))
  if (twice !== undefined)
    throw new PolicyError('ERR_DATA_SHAPE', `"policy.data" and the bundle both bring data.${twice}`)
  return { ...bundled, ...data }
}

/** True unless these policies surely do not read a part of the input with this name: as `.name`, or by the name in quotes. */
export function mayRead({ rules }: Policies, name: string): boolean {
  const key = new RegExp(`\\.${name}\\b|(["\x60])${name}\\1`)
  switch (rules.kind) {
    case 'rego':
      return rules.modules.some(({ text }) => key.test(text))
    case 'wasm':
      // A compiled policy keeps the names that it looks up as they are, and its other texts as well: that it looks at the
      // others is not believed of a word, since it is then not asked about each of them.
      return name !== 'others' && Buffer.from(rules.wasm).includes(name)
    case 'base':
      return name === 'others'
    case 'failed':
      return false
  }
}
