import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { CONFIG_NAMES } from '../../config/find.js'
import { messageOf, StepgateError, UsageError } from '../../core/errors.js'
import { openPlace, type Place, whyNot } from '../local/place.js'

/** A file of a folder that was named, and the folders between the two: below them OPA would put its data. */
export type FoundFile = {
  readonly full: string
  readonly shown: string
  readonly inside: readonly string[]
  readonly read: (maxBytes: number) => Promise<Uint8Array>
}

/** What there is below the paths that were named. */
export type Found = {
  readonly rego: readonly FoundFile[]
  readonly tables: readonly FoundFile[]
  readonly data: readonly FoundFile[]
  /** The folders that were walked, absolute. */
  readonly folders: readonly string[]
}

const MAX_FILES = 20_000
const TABLE = /^(cases|.+[._]cases|.*policy_tests)\.ya?ml$/
const SKIPPED: ReadonlySet<string> = new Set(['node_modules', '.git'])
const CONFIGS: ReadonlySet<string> = new Set(CONFIG_NAMES)

type Asked = {
  /** The folder out of which nothing leads, where a config names the paths. */
  readonly root?: string | undefined
  /** Leaves out the folders of a folder. */
  readonly shallow?: boolean
}

/**
 * The Rego files, the tables of cases and the data below these paths; throws UsageError for a path that leads nowhere, and for
 * links that lead out.
 */
export async function findFiles(
  cwd: string,
  paths: readonly string[],
  { root, shallow = false }: Asked = {},
): Promise<Found> {
  const kinds = {
    rego: new Map<string, FoundFile>(),
    tables: new Map<string, FoundFile>(),
    data: new Map<string, FoundFile>(),
  }
  const folders: string[] = []
  const take = (place: Place, full: string, inside: readonly string[], isNamed: boolean) => {
    const kind = kindOf(basename(full), isNamed)
    const read = (maxBytes: number) => place.read(full, maxBytes)
    if (kind && !kinds[kind].has(full)) kinds[kind].set(full, { full, shown: showPath(cwd, full), inside, read })
  }
  for (const path of paths) {
    const place = await openPlace(path, { cwd, root }).catch((cause: unknown) => {
      if (cause instanceof StepgateError) throw cause
      throw new UsageError('ERR_TEST_PATH', `${JSON.stringify(path)} ${whyNot(cause)}`, { cause })
    })
    const { full, kind } = place
    if (kind === 'folder') {
      folders.push(full)
      for (const file of await walk(place, cwd, shallow)) take(place, file, insideOf(full, file), false)
    } else if (kindOf(basename(full), true)) take(place, full, [], true)
    else
      throw new UsageError(
        'ERR_TEST_PATH',
        `${JSON.stringify(path)} is no folder, no .rego, and no table of cases in .yaml; bundles and .wasm bring no tests`,
      )
  }
  const sorted = (files: ReadonlyMap<string, FoundFile>) =>
    [...files.values()].sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0))
  return { rego: sorted(kinds.rego), tables: sorted(kinds.tables), data: sorted(kinds.data), folders }
}

function kindOf(name: string, isNamed: boolean): 'rego' | 'tables' | 'data' | undefined {
  if (name.endsWith('.rego')) return 'rego'
  if (TABLE.test(name) || (isNamed && /\.ya?ml$/.test(name) && !/^data\./.test(name))) return 'tables'
  if (/\.(json|ya?ml)$/.test(name) && !CONFIGS.has(name)) return 'data'
  return undefined
}

async function walk(place: Place, cwd: string, shallow: boolean): Promise<readonly string[]> {
  const files: string[] = []
  const folders = [place.full]
  for (const folder of folders) {
    for (const entry of await readFolder(folder)) {
      const full = join(folder, entry.name)
      // Hidden folders belong to other tools; whoever keeps policies in one names it.
      const isLeftOut = SKIPPED.has(entry.name) || entry.name.startsWith('.')
      if (entry.isDirectory()) {
        if (!isLeftOut && !shallow) folders.push(full)
      } else if (entry.isFile()) files.push(full)
      else if (entry.isSymbolicLink() && (kindOf(entry.name, false) || !(isLeftOut || shallow))) {
        if (await isFileOf(place, full, showPath(cwd, full))) files.push(full)
      }
    }
    if (files.length > MAX_FILES)
      throw new UsageError(
        'ERR_TEST_PATH',
        `${JSON.stringify(place.full)} holds more than ${MAX_FILES} files; name a folder of it`,
      )
  }
  return files
}

/** Whether this link leads to a file; what leads out is not passed over in silence. */
async function isFileOf(place: Place, link: string, shown: string): Promise<boolean> {
  const isWanted = kindOf(basename(link), false) !== undefined
  const kind = await place.follow(link, isWanted).catch((cause: unknown) => {
    if (!(cause instanceof StepgateError)) throw cause
    throw new UsageError(cause.code, `${JSON.stringify(shown)} cannot be read: ${cause.message}`, { cause })
  })
  return kind === 'file'
}

async function readFolder(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (cause) {
    throw new UsageError('ERR_TEST_PATH', `${JSON.stringify(folder)} cannot be read: ${messageOf(cause)}`, { cause })
  }
}

const insideOf = (root: string, file: string): readonly string[] =>
  relative(root, dirname(file))
    .split(sep)
    .filter((part) => part !== '')

/** This path as messages have it: relative to where the command was started, with slashes. */
export const showPath = (cwd: string, full: string): string => {
  const path = relative(cwd, full) || '.'
  return path.replaceAll('\\', '/')
}
