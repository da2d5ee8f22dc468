import { type BundleAddress, isAddress, parseBundleAddress } from '../../core/bundle-address.js'
import type { Notice } from '../../core/config.js'
import { type ConfigError, messageOf, StepgateError } from '../../core/errors.js'
import type { Source, SourceFile } from '../../core/source.js'
import { configError, withCause } from '../diagnostics.js'
import { MAX_CONFIG_BYTES, type Path, parseYaml, type YamlDocument } from '../document.js'
import { noticeAt } from '../migrate.js'
import { readNamed } from '../named.js'
import { resolvePath } from '../paths.js'
import type { RawParent } from '../schema.js'
import { validateDocument } from '../validate.js'
import { type Layers, readLayers } from './layer.js'
import { atAddress, inFile } from './place.js'

/** One file of a config with those that it extends, each of them once. */
export type ConfigFile = Layers & {
  /** Its path in the repository, or its address as written. */
  readonly name: string
  readonly document: YamlDocument
  readonly parents: readonly ConfigFile[]
}

/** Where the files come from that a config extends. */
export type Origins = {
  readonly source: Source
  readonly fetch: (address: BundleAddress) => Promise<Uint8Array>
  /** Called for every file as soon as it could be read as YAML, the config itself first. */
  readonly onDocument?: (document: YamlDocument) => void
}

const MAX_DEPTH = 10
const MAX_FILES = 50
const MAX_ALL_BYTES = 4 * MAX_CONFIG_BYTES

/** The files of a config as they are read: all of them, and what went into each. */
type Reading = Origins & { readonly files: SourceFile[]; readonly done: Map<string, ConfigFile>; bytes: number }

/** The config in this file with everything that it extends; throws where one of them is missing or wrong. */
export async function readFiles(
  root: SourceFile,
  origins: Origins,
): Promise<{ readonly file: ConfigFile; readonly files: readonly SourceFile[] }> {
  const reading: Reading = { ...origins, files: [root], done: new Map(), bytes: root.bytes.length }
  const document = parseYaml(root)
  origins.onDocument?.(document)
  const file = await readFamily(reading, root.path, document, [])
  return { file, files: reading.files }
}

type Chain = readonly { readonly name: string; readonly shown: string }[]

async function readFamily(reading: Reading, name: string, document: YamlDocument, above: Chain): Promise<ConfigFile> {
  const raw = validateDocument(document, above.length === 0 ? 'config' : 'parent')
  const layers = readLayers(raw, document)
  const chain = [...above, { name, shown: document.elsewhere?.([])?.replace(/:\d+$/, '') ?? document.path }]
  const parents: ConfigFile[] = []
  const notices: Notice[] = [...layers.notices]
  for (const named of parentsOf(raw)) {
    if (named.text === 'default') notices.push(sayDefaults(document, named.path))
    else parents.push(await readParent(reading, named, document, chain))
  }
  const file = { name, document, parents, ...layers, notices }
  reading.done.set(name, file)
  return file
}

type Named = { readonly text: string; readonly path: Path }

const parentsOf = (raw: RawParent): readonly Named[] =>
  (['extends', 'include'] as const).flatMap((key): readonly Named[] => {
    const named = raw[key]
    if (named === undefined) return []
    return typeof named === 'string'
      ? [{ text: named, path: [key] }]
      : named.map((text, i) => ({ text, path: [key, i] }))
  })

const sayDefaults = (document: YamlDocument, path: Path): Notice =>
  noticeAt(
    document,
    path,
    'warning',
    `"${path[0]}: default" is not followed: another tool's built-in steps are not gated, only those that are written`,
  )

async function readParent(
  reading: Reading,
  { text, path }: Named,
  document: YamlDocument,
  chain: Chain,
): Promise<ConfigFile> {
  const refuse = (code: string, why: string, cause?: unknown) =>
    withCause(configError(document, code, path, `"${path[0]}" ${why}`), cause)
  const address = isAddress(text) ? pinned(text, refuse) : undefined
  const name = address ? text : resolvePath(text, document, path)
  if (chain.some((link) => link.name === name)) {
    const circle = chain.slice(chain.findIndex((link) => link.name === name)).map((link) => link.shown)
    const shown = [...circle, circle[0]].join(' → ')
    throw refuse('ERR_CONFIG_CYCLE', `goes round in a circle: ${shown}; take one of these lines out`)
  }
  const known = reading.done.get(name)
  if (known) return known
  if (chain.length > MAX_DEPTH)
    throw refuse(
      'ERR_CONFIG_EXTENDS',
      `goes more than ${MAX_DEPTH} files deep: ${chain.map((link) => link.shown).join(' → ')}`,
    )
  if (reading.files.length >= MAX_FILES)
    throw refuse('ERR_CONFIG_EXTENDS', `names one file too many: a config is made of at most ${MAX_FILES}`)
  const bytes = address
    ? await fetchParent(reading, address, refuse)
    : (await readNamed(reading.source, name, MAX_CONFIG_BYTES, refuse))?.bytes
  if (!bytes)
    throw refuse(
      'ERR_CONFIG_EXTENDS',
      `names ${JSON.stringify(text)}, which is not there: ${reading.source.describe()} has no ${JSON.stringify(name)}`,
    )
  reading.files.push({ path: name, bytes })
  reading.bytes += bytes.length
  if (reading.bytes > MAX_ALL_BYTES)
    throw refuse('ERR_CONFIG_SIZE', `makes the config larger than ${MAX_ALL_BYTES} bytes with ${JSON.stringify(text)}`)
  const parent = address
    ? atAddress(address, bytes, { ...document.locate(path), path: document.locate(path).path ?? document.path })
    : inFile({ path: name, bytes })
  reading.onDocument?.(parent)
  return readFamily(reading, name, parent, chain)
}

type Refuse = (code: string, why: string, cause?: unknown) => ConfigError

type HttpAddress = Extract<BundleAddress, { kind: 'http' }>

function pinned(text: string, refuse: Refuse): HttpAddress {
  const address = parseBundleAddress(text)
  if ('wrong' in address) throw refuse('ERR_CONFIG_URL', address.wrong)
  if (address.kind !== 'http')
    throw refuse('ERR_CONFIG_URL', 'names a registry; a config is one file at an https address')
  if (address.sha256 === undefined)
    throw refuse('ERR_CONFIG_UNPINNED', 'names an address whose content may change: pin it with "@sha256:…" at its end')
  return address
}

async function fetchParent(reading: Reading, address: HttpAddress, refuse: Refuse): Promise<Uint8Array> {
  try {
    return await reading.fetch(address)
  } catch (thrown) {
    const code = thrown instanceof StepgateError ? thrown.code : 'ERR_CONFIG_EXTENDS'
    throw refuse(code, `names an address that gives no config: ${messageOf(thrown)}`, thrown)
  }
}
