import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { messageOf, UsageError } from '../../core/errors.js'
import { parseUtf8 } from '../../core/json.js'
import type { BundlePorts, LoadedBundle } from '../../pdp/local/bundle.js'
import type { Facts, PolicyFile } from './facts.js'

/** What the paths of a command line lead to. */
export type Collected = {
  readonly files: readonly PolicyFile[]
  readonly unreadable: Facts['unreadable']
  readonly wasm?: { readonly path: string; readonly bytes: Uint8Array }
  readonly dataText?: string
  /** The absolute paths of all that was read. */
  readonly sources: readonly string[]
}

const MAX_FILES = 20_000
const MAX_BYTES = 32 * 1024 * 1024

/** Reads these files and folders; throws UsageError where one is not there or is none of ours. */
export async function collect(paths: readonly string[], cwd: string, open: BundlePorts['open']): Promise<Collected> {
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
      wasm: { path: alone.shown, bytes: await readFile(alone.full) },
      sources: [alone.full],
    }
  if (alone) return openOne(alone, open)
  const all = new Map(found.flatMap(({ files }) => files).map((file) => [file.full, file]))
  if (all.size === 0)
    throw new UsageError(
      'ERR_RULES_EMPTY',
      `there is no .rego file in ${found.map(({ shown }) => JSON.stringify(shown)).join(', ')}`,
    )
  const read = await Promise.all([...all.values()].map(readRego))
  return {
    files: read.flatMap((one) => ('text' in one ? [one] : [])),
    unreadable: read.flatMap((one) => ('text' in one ? [] : [one])),
    sources: [...all.keys()],
  }
}

type File = { readonly full: string; readonly shown: string }
type Found = File & { readonly kind: 'rego' | 'wasm' | 'bundle'; readonly files: readonly File[] }

async function look(path: string, cwd: string): Promise<Found> {
  const full = resolve(cwd, path)
  const info = await stat(full).catch((cause: unknown) => {
    throw new UsageError('ERR_PATH_NOT_FOUND', `${JSON.stringify(path)} cannot be read: ${messageOf(cause)}`, { cause })
  })
  const shown = show(full, cwd)
  const one = { full, shown }
  if (info.isDirectory()) {
    const files = [...(await walk(full))].sort().map((file) => ({ full: file, shown: show(file, cwd) }))
    const names = files.map((file) => relative(full, file.full))
    if (names.includes('.manifest') || names.includes('.signatures.json')) return { ...one, kind: 'bundle', files }
    return { ...one, kind: 'rego', files: files.filter((file) => file.full.endsWith('.rego')) }
  }
  if (!info.isFile()) throw new UsageError('ERR_PATH_KIND', `${JSON.stringify(path)} is neither a file nor a folder`)
  if (full.endsWith('.rego')) return { ...one, kind: 'rego', files: [one] }
  if (full.endsWith('.wasm')) return { ...one, kind: 'wasm', files: [one] }
  if (/\.(tar\.gz|tgz)$/.test(full)) return { ...one, kind: 'bundle', files: [one] }
  throw new UsageError('ERR_PATH_KIND', `${JSON.stringify(path)} is not a folder, .rego, .wasm or .tar.gz`)
}

/** Every file below this folder; links are followed to files alone, since folders may be a circle. */
async function walk(root: string): Promise<readonly string[]> {
  const files: string[] = []
  const folders = [root]
  for (const folder of folders) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const full = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (entry.name !== '.git' && entry.name !== 'node_modules') folders.push(full)
      } else if (entry.isFile()) files.push(full)
      else if (entry.isSymbolicLink() && (await stat(full).catch(() => undefined))?.isFile()) files.push(full)
      if (files.length > MAX_FILES)
        throw new UsageError('ERR_SOURCE_SIZE', `${JSON.stringify(root)} holds more than ${MAX_FILES} files`)
    }
  }
  return files
}

async function readRego({ full, shown }: File): Promise<PolicyFile | Facts['unreadable'][number]> {
  const refuse = (message: string) => ({ path: shown, code: 'ERR_RULES_UNREADABLE', message })
  try {
    if ((await stat(full)).size > MAX_BYTES) return refuse(`this file has more than ${MAX_BYTES} bytes`)
    const bytes = await readFile(full)
    try {
      return { path: shown, text: parseUtf8(bytes), isTest: isTest(shown) }
    } catch {
      return refuse('this file is not UTF-8 text')
    }
  } catch (thrown) {
    return refuse(`this file cannot be read: ${messageOf(thrown)}`)
  }
}

async function openOne({ full, shown, files }: Found, open: BundlePorts['open']): Promise<Collected> {
  const isFolder = files.length !== 1 || files[0]?.full !== full
  const content = isFolder
    ? {
        files: await Promise.all(
          files.map(async (file) => ({
            path: relative(full, file.full).split(sep).join('/'),
            bytes: await readFile(file.full),
          })),
        ),
      }
    : { tar: await readFile(full) }
  const sources = files.map((file) => file.full)
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
      sources,
    }
  } catch (thrown) {
    return {
      files: [],
      unreadable: [{ path: shown, code: 'ERR_BUNDLE_UNREADABLE', message: messageOf(thrown) }],
      sources,
    }
  }
}

export const isTest = (path: string): boolean => path.endsWith('_test.rego')

/** How a path is shown: from where the command runs, with slashes; absolute where it is elsewhere. */
function show(full: string, cwd: string): string {
  const inside = relative(cwd, full)
  const isInside = inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside)
  return (isInside ? inside || '.' : full).split(sep).join('/')
}
