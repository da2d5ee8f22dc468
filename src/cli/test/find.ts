import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { CONFIG_NAMES } from '../../config/find.js'
import { messageOf, UsageError } from '../../core/errors.js'

/** A file of a folder that was named, and the folders between the two: below them OPA would put its data. */
export type FoundFile = { readonly full: string; readonly shown: string; readonly inside: readonly string[] }

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

/** The Rego files, the tables of cases and the data below these paths; throws UsageError for a path that leads nowhere. */
export async function findFiles(cwd: string, paths: readonly string[]): Promise<Found> {
  const kinds = {
    rego: new Map<string, FoundFile>(),
    tables: new Map<string, FoundFile>(),
    data: new Map<string, FoundFile>(),
  }
  const folders: string[] = []
  const take = (full: string, inside: readonly string[], isNamed: boolean) => {
    const kind = kindOf(basename(full), isNamed)
    if (kind && !kinds[kind].has(full)) kinds[kind].set(full, { full, shown: showPath(cwd, full), inside })
  }
  for (const path of paths) {
    const full = resolve(cwd, path)
    const info = await stat(full).catch((cause: unknown) => {
      throw new UsageError('ERR_TEST_PATH', `${JSON.stringify(path)} cannot be read: ${messageOf(cause)}`, { cause })
    })
    if (info.isDirectory()) {
      folders.push(full)
      for (const file of await walk(full)) take(file, insideOf(full, file), false)
    } else if (kindOf(basename(full), true)) take(full, [], true)
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

async function walk(root: string): Promise<readonly string[]> {
  const files: string[] = []
  const folders = [root]
  for (const folder of folders) {
    for (const entry of await readFolder(folder)) {
      const full = join(folder, entry.name)
      // Hidden folders belong to other tools; whoever keeps policies in one names it.
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name) && !entry.name.startsWith('.')) folders.push(full)
      } else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(full)))) files.push(full)
    }
    if (files.length > MAX_FILES)
      throw new UsageError(
        'ERR_TEST_PATH',
        `${JSON.stringify(root)} holds more than ${MAX_FILES} files; name a folder of it`,
      )
  }
  return files
}

async function readFolder(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (cause) {
    throw new UsageError('ERR_TEST_PATH', `${JSON.stringify(folder)} cannot be read: ${messageOf(cause)}`, { cause })
  }
}

const leadsToFile = async (link: string): Promise<boolean> =>
  stat(link).then(
    (info) => info.isFile(),
    () => false,
  )

const insideOf = (root: string, file: string): readonly string[] =>
  relative(root, dirname(file))
    .split(sep)
    .filter((part) => part !== '')

/** This path as messages have it: relative to where the command was started, with slashes. */
export const showPath = (cwd: string, full: string): string => {
  const path = relative(cwd, full) || '.'
  return path.replaceAll('\\', '/')
}
