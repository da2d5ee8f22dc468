import { lstat, readdir } from 'node:fs/promises'
import { basename, relative, resolve, sep } from 'node:path'
import { isAddress } from '../../core/bundle-address.js'
import { ConfigError, StepgateError, UsageError } from '../../core/errors.js'
import { own, parseUtf8 } from '../../core/json.js'
import type { Tools } from '../command.js'
import { readLocalConfig } from '../local/config.js'
import { openPlace, type Place, whyNot } from '../local/place.js'
import { openRepository } from '../local/repository.js'

/** A file as it is named, and where it really is on the disk; `problem` stands where it is not to be had. */
export type FoundFile = { readonly path: string; readonly full: string } & (
  | { readonly text: string }
  | { readonly problem: string }
)

type Named = { readonly config?: string | undefined; readonly profile?: string | undefined }

/** Paths, and the folder out of which none of them leads where nobody typed them. */
export type NamedPaths = { readonly paths: readonly string[]; readonly root?: string }

/** The operands, or else the rules of the config, or else this folder. */
export async function namePaths(operands: readonly string[], named: Named, tools: Tools): Promise<NamedPaths> {
  if (operands.length > 0) return { paths: operands }
  const { io } = tools
  const here = { paths: ['.'], root: io.cwd }
  const repository = openRepository(io, named)
  try {
    const { config } = await readLocalConfig(repository, tools)
    const rules = config.policy.rules.filter((path) => !isAddress(path) && !/\.(wasm|tar\.gz|tgz)$/.test(path))
    if (rules.length === 0) return here
    const paths = rules.map((path) => relative(io.cwd, resolve(repository.root, path)) || '.')
    return { paths, root: repository.root }
  } catch (thrown) {
    if (named.config === undefined && thrown instanceof ConfigError && thrown.code === 'ERR_CONFIG_NOT_FOUND')
      return here
    throw thrown
  }
}

// Nobody has written what is in there here.
const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn'])
const MAX_FILES = 20_000
const MAX_BYTES = 16 * 1024 * 1024

/** The files below these paths that have such a name, each once and sorted. A file that is named is taken whatever its name is. */
export async function findFiles(
  { paths, root }: NamedPaths,
  isWanted: (name: string) => boolean,
  cwd: string,
): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>()
  for (const path of paths) {
    const place = await openPlace(path, { cwd, root }).catch((cause: unknown) => {
      if (cause instanceof StepgateError) throw cause
      throw new UsageError('ERR_USAGE', `${JSON.stringify(path)} ${whyNot(cause)}`, { cause })
    })
    const { files, links } =
      place.kind === 'folder' ? await walk(place.full, isWanted) : { files: [place.full], links: [] }
    for (const file of files) found.set(place.realOf(file), await open(place, file, cwd))
    for (const link of links) {
      const problem = await place.follow(link, isWanted(basename(link))).then(() => undefined, messageOfOurs)
      if (problem !== undefined) found.set(link, { path: show(link, cwd), full: link, problem })
    }
    if (found.size > MAX_FILES)
      throw new UsageError('ERR_USAGE', `there are more than ${MAX_FILES} files below ${JSON.stringify(path)}`)
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

type Walked = {
  readonly files: readonly string[]
  /** What may be a folder, or a file with such a name. */
  readonly links: readonly string[]
}

/** Links are not followed: what they lead to has a name of its own, unless it is outside. */
export async function walk(root: string, isWanted: (name: string) => boolean): Promise<Walked> {
  const files: string[] = []
  const links: string[] = []
  const folders = [root]
  for (const folder of folders) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const full = resolve(folder, entry.name)
      if (LEFT_OUT.has(entry.name)) continue
      if (entry.isDirectory()) folders.push(full)
      else if (entry.isSymbolicLink()) links.push(full)
      else if (entry.isFile() && isWanted(entry.name)) files.push(full)
    }
    if (files.length > MAX_FILES) break
  }
  return { files, links }
}

async function open(place: Place, file: string, cwd: string): Promise<FoundFile> {
  const path = show(file, cwd)
  const full = place.realOf(file)
  const problem = (text: string): FoundFile => ({ path, full, problem: text })
  try {
    // A path that is named may be a link itself, which its real place no longer says.
    const isLink = (await lstat(file)).isSymbolicLink() || (await lstat(full)).isSymbolicLink()
    if (isLink) return problem('it is a symlink; name the file that it leads to')
    // The mark at its start is a part of the file.
    return { path, full, text: decode(await place.read(file, MAX_BYTES)) }
  } catch (thrown) {
    if (thrown instanceof StepgateError) return problem(thrown.message)
    const code = own(thrown, 'code')
    // Those of the system are short, as ENOENT; what Node says of the bytes is ERR_….
    return problem(
      typeof code === 'string' && !code.startsWith('ERR_') ? `it cannot be read (${code})` : 'it is not UTF-8 text',
    )
  }
}

const show = (full: string, cwd: string): string => (relative(cwd, full) || full).split(sep).join('/')

const messageOfOurs = (thrown: unknown): string =>
  thrown instanceof StepgateError ? thrown.message : `it ${whyNot(thrown)}`

const MARK = [0xef, 0xbb, 0xbf]

function decode(bytes: Uint8Array): string {
  const hasMark = MARK.every((byte, i) => bytes[i] === byte)
  return `${hasMark ? '\uFEFF' : ''}${parseUtf8(bytes)}`
}

export const isRego = (name: string): boolean => name.endsWith('.rego')
