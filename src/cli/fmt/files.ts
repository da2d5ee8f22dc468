import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'
import { isAddress } from '../../core/bundle-address.js'
import { ConfigError, UsageError } from '../../core/errors.js'
import { own, parseUtf8 } from '../../core/json.js'
import type { Tools } from '../command.js'
import type { CliIo } from '../io.js'
import { readLocalConfig } from '../local/config.js'
import { openRepository } from '../local/repository.js'

/** A file as it is named and as it is on the disk; `problem` stands where it is not to be had. */
export type FoundFile = { readonly path: string; readonly full: string } & (
  | { readonly text: string }
  | { readonly problem: string }
)

type Named = { readonly config?: string | undefined; readonly profile?: string | undefined }

/** The operands, or else the rules of the config, or else this folder. */
export async function namePaths(operands: readonly string[], named: Named, tools: Tools): Promise<readonly string[]> {
  if (operands.length > 0) return operands
  const { io } = tools
  const repository = openRepository(io, named)
  try {
    const { config } = await readLocalConfig(repository, tools)
    const rules = config.policy.rules.filter((path) => !isAddress(path) && !/\.(wasm|tar\.gz|tgz)$/.test(path))
    return rules.length === 0 ? ['.'] : rules.map((path) => relative(io.cwd, resolve(repository.root, path)) || '.')
  } catch (thrown) {
    if (named.config === undefined && thrown instanceof ConfigError && thrown.code === 'ERR_CONFIG_NOT_FOUND')
      return ['.']
    throw thrown
  }
}

// Nobody has written what is in there here.
const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn'])
const MAX_FILES = 20_000
const MAX_BYTES = 16 * 1024 * 1024

/** The files below these paths that have such a name, each once and sorted. A file that is named is taken whatever its name is. */
export async function findFiles(
  paths: readonly string[],
  isWanted: (name: string) => boolean,
  { cwd }: Pick<CliIo, 'cwd'>,
): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>()
  for (const path of paths) {
    const full = resolve(cwd, path)
    const info = await stat(full).catch((cause: unknown) => {
      const why = own(cause, 'code') === 'ENOENT' ? 'is not there' : `cannot be read (${String(own(cause, 'code'))})`
      throw new UsageError('ERR_USAGE', `${JSON.stringify(path)} ${why}`, { cause })
    })
    const files = info.isDirectory() ? await walk(full, isWanted) : [full]
    for (const file of files) found.set(file, await open(file, cwd))
    if (found.size > MAX_FILES)
      throw new UsageError('ERR_USAGE', `there are more than ${MAX_FILES} files below ${JSON.stringify(path)}`)
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Links are not followed: what they lead to has a name of its own. */
export async function walk(root: string, isWanted: (name: string) => boolean): Promise<readonly string[]> {
  const files: string[] = []
  const folders = [root]
  for (const folder of folders) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const full = resolve(folder, entry.name)
      if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) folders.push(full)
      else if (entry.isFile() && isWanted(entry.name)) files.push(full)
    }
    if (files.length > MAX_FILES) break
  }
  return files
}

async function open(full: string, cwd: string): Promise<FoundFile> {
  const path = (relative(cwd, full) || full).split(sep).join('/')
  const problem = (text: string): FoundFile => ({ path, full, problem: text })
  try {
    const info = await lstat(full)
    if (info.isSymbolicLink()) return problem('it is a symlink; name the file that it leads to')
    if (!info.isFile()) return problem('it is not a file')
    if (info.size > MAX_BYTES) return problem(`it has ${info.size} bytes; at most ${MAX_BYTES} are read`)
    // The mark at its start is a part of the file.
    return { path, full, text: decode(await readFile(full)) }
  } catch (thrown) {
    const code = own(thrown, 'code')
    // Those of the system are short, as ENOENT; what Node says of the bytes is ERR_….
    return problem(
      typeof code === 'string' && !code.startsWith('ERR_') ? `it cannot be read (${code})` : 'it is not UTF-8 text',
    )
  }
}

const MARK = [0xef, 0xbb, 0xbf]

function decode(bytes: Uint8Array): string {
  const hasMark = MARK.every((byte, i) => bytes[i] === byte)
  return `${hasMark ? '\uFEFF' : ''}${parseUtf8(bytes)}`
}

export const isRego = (name: string): boolean => name.endsWith('.rego')
