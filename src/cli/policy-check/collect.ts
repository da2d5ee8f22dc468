import { readdir } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import type { Notice } from '../../core/config.js'
import { messageOf, StepgateError, UsageError } from '../../core/errors.js'
import { parseUtf8 } from '../../core/json.js'
import type { BundlePorts, LoadedBundle } from '../../pdp/local/bundle.js'
import type { Module } from '../../pdp/local/policies.js'
import { mayBePolicies } from '../../pdp/local/security-policy/index.js'
import { mayHoldPolicies } from '../../pdp/local/yaml-rules.js'
import { isBelow, openPlace, type Place, whyNot } from '../local/place.js'
import type { Facts, PolicyFile } from './facts.js'
import { collectYaml } from './in-yaml.js'

/** What the paths of a command line lead to. */
export type Collected = {
  readonly files: readonly PolicyFile[]
  readonly unreadable: Facts['unreadable']
  readonly wasm?: { readonly path: string; readonly bytes: Uint8Array }
  readonly dataText?: string
  /** What policies in YAML became. */
  readonly generated?: readonly Module[]
  readonly yaml: ReadonlyMap<string, string>
  readonly notices: readonly Notice[]
  /** The absolute paths of all that was read. */
  readonly sources: readonly string[]
}

const MAX_FILES = 20_000
const MAX_BYTES = 32 * 1024 * 1024
const MAX_BUNDLE_BYTES = 64 * 1024 * 1024

/** Reads these files and folders; throws UsageError where one is not there or is none of ours. */
export async function collect(
  paths: readonly string[],
  cwd: string,
  { open, rewrite }: Pick<BundlePorts, 'open' | 'rewrite'>,
  roles?: readonly string[],
): Promise<Collected> {
  const found = await Promise.all(paths.map((path) => look(path, cwd)))
  const alone = found.find(({ kind }) => kind !== 'rego')
  if (alone && found.length > 1)
    throw new UsageError(
      'ERR_RULES_MIXED',
      `${JSON.stringify(alone.shown)} stands beside other paths: a compiled policy and a bundle are checked alone`,
    )
  if (alone?.kind === 'wasm')
    return {
      files: [],
      unreadable: [],
      yaml: new Map(),
      notices: [],
      wasm: { path: alone.shown, bytes: await readWhole(alone) },
      sources: [alone.full],
    }
  if (alone) return openOne(alone, open)
  const all = new Map(found.flatMap(({ files }) => files).map((file) => [file.full, file]))
  const refused = found.flatMap((one) => one.refused)
  const read = await Promise.all([...all.values()].map(readRego))
  const yaml = new Map(found.flatMap((one) => one.yaml).map((file) => [file.full, file]))
  const candidates = await Promise.all(
    [...yaml.values()].map(async (file) => ({
      file: { path: file.shown, bytes: await readWhole(file) },
      isNamed: found.some(({ full }) => full === file.full),
    })),
  )
  const other = candidates.find(({ file, isNamed }) => isNamed && !mayBePolicies(file))
  if (other)
    throw new UsageError('ERR_PATH_KIND', `${JSON.stringify(other.file.path)} is neither Rego nor a policy in YAML`)
  const hasRego = [...all.values()].some(({ shown }) => !isTest(shown))
  const made = await collectYaml(candidates, rewrite, hasRego, roles)
  if (all.size === 0 && refused.length === 0 && made.paths.length === 0)
    throw new UsageError(
      'ERR_RULES_EMPTY',
      `there is no .rego file and no policy in YAML in ${found.map(({ shown }) => JSON.stringify(shown)).join(', ')}`,
    )
  return {
    files: read.flatMap((one) => ('text' in one ? [one] : [])),
    unreadable: [
      ...refused.map(toUnreadable),
      ...read.flatMap((one) => ('text' in one ? [] : [one])),
      ...made.unreadable,
    ],
    ...(made.generated.length > 0 && { generated: made.generated }),
    yaml: made.yaml,
    notices: made.notices,
    sources: [
      ...all.keys(),
      ...[...yaml.values()].flatMap((file) => (made.paths.includes(file.shown) ? [file.full] : [])),
      ...refused.map(({ full }) => full),
    ],
  }
}

type File = {
  readonly full: string
  readonly shown: string
  readonly read: (maxBytes: number) => Promise<Uint8Array>
}
/** A link that leads out, or nowhere. */
type Refused = { readonly full: string; readonly shown: string; readonly message: string }
type Found = File & {
  readonly kind: 'rego' | 'wasm' | 'bundle'
  readonly files: readonly File[]
  /** Files that may hold policies in YAML. */
  readonly yaml: readonly File[]
  readonly refused: readonly Refused[]
}

const toUnreadable = ({ shown, message }: Refused) => ({ path: shown, code: 'ERR_SOURCE_OUTSIDE', message })

async function look(path: string, cwd: string): Promise<Found> {
  const place = await openPlace(path, { cwd }).catch((cause: unknown) => {
    if (cause instanceof StepgateError) throw cause
    throw new UsageError('ERR_PATH_NOT_FOUND', `${JSON.stringify(path)} ${whyNot(cause)}`, { cause })
  })
  const fileAt = (file: string): File => ({
    full: file,
    shown: show(file, cwd),
    read: (maxBytes) => place.read(file, maxBytes),
  })
  const { full, kind } = place
  const one = fileAt(full)
  if (kind === 'folder') {
    const walked = await walk(place)
    const files = [...walked.files].sort().map(fileAt)
    const refused = walked.refused.map((link) => ({ ...link, shown: show(link.full, cwd) }))
    const names = files.map((file) => relative(full, file.full))
    if (names.includes('.manifest') || names.includes('.signatures.json'))
      return { ...one, kind: 'bundle', files, yaml: [], refused }
    const yaml = files.filter(({ full: name }) => mayHoldPolicies(name.split(sep).join('/')))
    return { ...one, kind: 'rego', files: files.filter((file) => file.full.endsWith('.rego')), yaml, refused }
  }
  if (kind === 'other') throw new UsageError('ERR_PATH_KIND', `${JSON.stringify(path)} is neither a file nor a folder`)
  if (full.endsWith('.rego')) return { ...one, kind: 'rego', files: [one], yaml: [], refused: [] }
  if (full.endsWith('.wasm')) return { ...one, kind: 'wasm', files: [one], yaml: [], refused: [] }
  if (/\.(tar\.gz|tgz)$/.test(full)) return { ...one, kind: 'bundle', files: [one], yaml: [], refused: [] }
  if (mayHoldPolicies(full.split(sep).join('/'))) return { ...one, kind: 'rego', files: [], yaml: [one], refused: [] }
  throw new UsageError(
    'ERR_PATH_KIND',
    `${JSON.stringify(path)} is not a folder, .rego, .wasm, .tar.gz or a policy in YAML`,
  )
}

const READ = /(\.(rego|wasm|json|ya?ml)|^\.manifest)$/

/** Every file below this folder; links are followed to files alone, since folders may be a circle. */
async function walk(place: Place) {
  const files: string[] = []
  const refused: Omit<Refused, 'shown'>[] = []
  const folders = [place.full]
  for (const folder of folders) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const full = join(folder, entry.name)
      if (entry.name === '.git' || entry.name === 'node_modules') continue
      if (entry.isDirectory()) folders.push(full)
      else if (entry.isFile()) files.push(full)
      else if (entry.isSymbolicLink()) {
        const found = await followLink(place, full, READ.test(entry.name))
        if (found === 'file') files.push(full)
        else if (found !== 'passed over') refused.push({ full, message: found.refused })
      }
      if (files.length > MAX_FILES)
        throw new UsageError('ERR_SOURCE_SIZE', `${JSON.stringify(place.full)} holds more than ${MAX_FILES} files`)
    }
  }
  return { files, refused }
}

async function followLink(
  place: Place,
  link: string,
  isWanted: boolean,
): Promise<'file' | 'passed over' | { readonly refused: string }> {
  try {
    const kind = await place.follow(link, isWanted)
    return kind === 'file' ? kind : 'passed over'
  } catch (thrown) {
    return { refused: messageOf(thrown) }
  }
}

async function readRego({ shown, read }: File): Promise<PolicyFile | Facts['unreadable'][number]> {
  const refuse = (message: string) => ({ path: shown, code: 'ERR_RULES_UNREADABLE', message })
  try {
    const bytes = await read(MAX_BYTES)
    try {
      return { path: shown, text: parseUtf8(bytes), isTest: isTest(shown) }
    } catch {
      return refuse('this file is not UTF-8 text')
    }
  } catch (thrown) {
    return refuse(`this file cannot be read: ${messageOf(thrown)}`)
  }
}

/** A file that is read alone: without it there is nothing to be checked. */
async function readWhole({ shown, read }: File): Promise<Uint8Array> {
  return read(MAX_BUNDLE_BYTES).catch((cause: unknown) => {
    throw new UsageError('ERR_PATH_UNREADABLE', `${JSON.stringify(shown)} cannot be read: ${messageOf(cause)}`, {
      cause,
    })
  })
}

async function openOne({ full, shown, files, refused, read }: Found, open: BundlePorts['open']): Promise<Collected> {
  const sources = [...files, ...refused].map((file) => file.full)
  if (refused.length > 0)
    return { files: [], unreadable: refused.map(toUnreadable), yaml: new Map(), notices: [], sources }
  const isFolder = files.length !== 1 || files[0]?.full !== full
  const content = isFolder
    ? {
        files: await Promise.all(
          files.map(async (file) => ({
            path: relative(full, file.full).split(sep).join('/'),
            bytes: await readWhole(file),
          })),
        ),
      }
    : { tar: await readWhole({ full, shown, read }) }
  try {
    const bundle: LoadedBundle = await open(content, shown === '' ? basename(full) : shown)
    const { modules, wasm, dataText } = bundle
    return {
      files: modules.map((module) => ({ ...module, isTest: isTest(module.path) })),
      unreadable:
        modules.length === 0 && !wasm
          ? [{ path: shown, code: 'ERR_RULES_EMPTY', message: 'this bundle holds no policy' }]
          : [],
      ...(wasm && { wasm }),
      ...(dataText !== undefined && { dataText }),
      yaml: new Map(),
      notices: [],
      sources,
    }
  } catch (thrown) {
    return {
      files: [],
      unreadable: [{ path: shown, code: 'ERR_BUNDLE_UNREADABLE', message: messageOf(thrown) }],
      yaml: new Map(),
      notices: [],
      sources,
    }
  }
}

export const isTest = (path: string): boolean => path.endsWith('_test.rego')

/** How a path is shown: from where the command runs, with slashes; absolute where it is elsewhere. */
function show(full: string, cwd: string): string {
  return (isBelow(cwd, full) ? relative(cwd, full) || '.' : full).split(sep).join('/')
}
