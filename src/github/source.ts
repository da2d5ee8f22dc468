import { posix } from 'node:path'
import { GitHubError, UsageError } from '../core/errors.js'
import { compareText, own, parseJson } from '../core/json.js'
import type { ReadLimits, Source, SourceFile } from '../core/source.js'
import type { Client, Repo } from './client.js'
import { isBlob, readBlob, readTree, type Tree, type TreeEntry } from './trees.js'

/** A commit of the repository, and what to call it in the report. */
export type Commit = {
  readonly sha: string
  /** The id of its tree, or of the commit itself: GitHub takes both. */
  readonly tree: string
  readonly name: string
}

const MAX_FILES = 5000
const SYMLINK = '120000'
const SUBMODULE = '160000'

/**
 * The files of one commit, through the API. Symlinks and submodules are refused rather than followed, and every content is
 * held against the id that the commit's tree has for it. `likely` are paths that are asked for together with the tree.
 */
export function apiSource(client: Client, repo: Repo, at: Promise<Commit>, likely: readonly string[] = []): Source {
  let name = `${repo.owner}/${repo.repo}`
  const commit = at.then((found) => {
    name = found.name
    return found
  })
  const tree = commit.then((found) => readTree(client, repo, found.tree, true))
  const early = new Map(likely.map((path) => [path, commit.then((found) => guess(client, repo, found.sha, path))]))
  // Each is awaited where it is needed; until then none of them may count as unhandled.
  for (const promise of [commit, tree, ...early.values()]) promise.catch(() => undefined)
  const folders = new Map<string, Promise<Tree>>()

  /** The entry at this path. Where the whole tree is too large for one answer, its folders are read one by one. */
  const find = async (path: string): Promise<TreeEntry | undefined> => {
    const whole = await tree
    if (!whole.truncated) return findIn(whole, path)
    let sha = (await commit).tree
    const segments = path.split('/')
    for (const [i, segment] of segments.entries()) {
      const folder = folders.get(sha) ?? readTree(client, repo, sha, false)
      folders.set(sha, folder)
      const entry = (await folder).entries.get(segment)
      if (!entry || i === segments.length - 1) return entry
      refuseLinks(entry, segments.slice(0, i + 1).join('/'))
      if (entry.type !== 'tree') return undefined
      sha = entry.sha
    }
    return undefined
  }

  return {
    kind: 'api',
    describe: () => name,
    read: async (given, limits) => {
      const path = normalize(given)
      const entry = await find(path)
      return entry && readEntry(path, entry, limits, early.get(path), (sha) => readBlob(client, repo, sha))
    },
    list: async (given) => {
      const path = normalize(given)
      if (path === '.') return listBelow(await tree, '')
      const entry = await find(path)
      if (!entry) return undefined
      refuseLinks(entry, path)
      if (entry.type !== 'tree') return [path]
      const whole = await tree
      return listBelow(whole.truncated ? await readTree(client, repo, entry.sha, true) : inside(whole, path), path)
    },
  }
}

function normalize(path: string): string {
  const normal = posix.normalize(path.replaceAll('\\', '/')).replace(/\/$/, '')
  if (posix.isAbsolute(normal) || normal === '..' || normal.startsWith('../') || path.includes('\0'))
    throw new UsageError('ERR_SOURCE_OUTSIDE', `${JSON.stringify(path)} leads out of the repository`)
  return normal
}

function findIn(tree: Tree, path: string): TreeEntry | undefined {
  const segments = path.split('/')
  for (let i = 1; i < segments.length; i++) {
    const folder = segments.slice(0, i).join('/')
    const entry = tree.entries.get(folder)
    if (entry) refuseLinks(entry, folder)
  }
  return tree.entries.get(path)
}

/** What is below this folder, by the path within it. */
function inside(tree: Tree, folder: string): Tree {
  const prefix = `${folder}/`
  const entries = [...tree.entries].filter(([path]) => path.startsWith(prefix))
  return { truncated: false, entries: new Map(entries.map(([path, entry]) => [path.slice(prefix.length), entry])) }
}

function listBelow(tree: Tree, folder: string): readonly string[] {
  const shown = (path: string) => (folder === '' ? path : `${folder}/${path}`)
  const files = [...tree.entries].filter(([, entry]) => entry.type !== 'tree')
  if (tree.truncated || files.length > MAX_FILES)
    throw new UsageError('ERR_SOURCE_SIZE', `${JSON.stringify(folder || '.')} holds more than ${MAX_FILES} files`)
  for (const [path, entry] of files) refuseLinks(entry, shown(path))
  return files.map(([path]) => shown(path)).sort(compareText)
}

function refuseLinks({ mode }: TreeEntry, path: string): void {
  const kind = mode === SYMLINK ? 'a symlink' : mode === SUBMODULE ? 'a submodule' : undefined
  if (kind === undefined) return
  throw new GitHubError(
    'ERR_SOURCE_OUTSIDE',
    `${JSON.stringify(path)} is ${kind}, which is not followed; put the file itself there`,
  )
}

async function readEntry(
  path: string,
  entry: TreeEntry,
  limits: ReadLimits,
  early: Promise<Uint8Array | undefined> | undefined,
  readBlobOf: (sha: string) => Promise<Uint8Array>,
): Promise<SourceFile> {
  refuseLinks(entry, path)
  if (entry.type !== 'blob') throw new UsageError('ERR_SOURCE_NOT_A_FILE', `${JSON.stringify(path)} is not a file`)
  const { size = 0, sha } = entry
  if (size > limits.maxBytes) {
    throw new UsageError(
      'ERR_SOURCE_SIZE',
      `${JSON.stringify(path)} has ${size} bytes; at most ${limits.maxBytes} are read`,
    )
  }
  const guessed = await early
  const found = guessed && [guessed, unwrap(guessed)].find((bytes) => bytes && isBlob(bytes, sha))
  return { path, bytes: found ?? (await readBlobOf(sha)) }
}

/** The content in the JSON that a server gives which knows no raw contents. */
function unwrap(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const content = own(parseJson(bytes), 'content')
    return typeof content === 'string' ? Buffer.from(content, 'base64') : undefined
  } catch {
    return undefined
  }
}

/** What is at this path, if anything; a guess that fails costs nothing, since the tree says what is really there. */
async function guess(client: Client, repo: Repo, sha: string, path: string): Promise<Uint8Array | undefined> {
  try {
    return await client.bytes('GET /repos/{owner}/{repo}/contents/{path}', { ...repo, path, ref: sha })
  } catch (thrown) {
    if (thrown instanceof GitHubError) return undefined
    throw thrown
  }
}
