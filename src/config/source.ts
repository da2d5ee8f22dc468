import { constants } from 'node:fs'
import { lstat, open, readdir, realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { messageOf, UsageError } from '../core/errors.js'
import type { ReadLimits, Source, SourceFile } from '../core/source.js'

const MAX_FILES = 5000

/** The working tree as a source; for the command line, for trying out, and for tests. */
export function workspaceSource(root: string): Source {
  const realRoot = realpath(root).catch((cause: unknown) => {
    throw new UsageError('ERR_SOURCE_UNAVAILABLE', `the workspace cannot be read: ${messageOf(cause)}`, { cause })
  })
  // Handled where it is awaited; until then it must not count as unhandled.
  realRoot.catch(() => undefined)
  return {
    kind: 'workspace',
    describe: () => 'the working tree',
    read: async (path, limits) => readInside(await realRoot, path, limits),
    list: async (path) => listInside(await realRoot, path),
  }
}

/** The real path of this path below the root, or undefined where nothing is there; throws where it leads out. */
async function resolveInside(root: string, path: string): Promise<string | undefined> {
  let real: string
  try {
    real = await realpath(join(root, path))
  } catch (cause) {
    if (isMissing(cause)) return missing(join(root, path), path)
    throw new UsageError('ERR_SOURCE_UNAVAILABLE', `${JSON.stringify(path)} cannot be read: ${messageOf(cause)}`, {
      cause,
    })
  }
  if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw new UsageError('ERR_SOURCE_OUTSIDE', `${JSON.stringify(path)} leads out of the repository`)
  }
  return real
}

/** Nothing where nothing is; a link to nowhere is something, and somebody meant it to be found. */
async function missing(full: string, path: string): Promise<undefined> {
  const info = await lstat(full).catch(() => undefined)
  if (info) throw new UsageError('ERR_SOURCE_OUTSIDE', `${JSON.stringify(path)} is a symlink that leads nowhere`)
  return undefined
}

async function readInside(root: string, path: string, limits: ReadLimits): Promise<SourceFile | undefined> {
  const real = await resolveInside(root, path)
  if (real === undefined) return undefined
  const info = await lstat(real)
  if (!info.isFile()) throw new UsageError('ERR_SOURCE_NOT_A_FILE', `${JSON.stringify(path)} is not a file`)
  // The path is real by now: a link that takes its place after this line is not followed either.
  const handle = await open(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  try {
    const opened = await handle.stat()
    if (!opened.isFile()) throw new UsageError('ERR_SOURCE_NOT_A_FILE', `${JSON.stringify(path)} is not a file`)
    const { size } = opened
    if (size > limits.maxBytes) {
      throw new UsageError(
        'ERR_SOURCE_SIZE',
        `${JSON.stringify(path)} has ${size} bytes; at most ${limits.maxBytes} are read`,
      )
    }
    return { path: path.replaceAll('\\', '/'), bytes: await handle.readFile() }
  } finally {
    await handle.close()
  }
}

async function listInside(root: string, path: string): Promise<readonly string[] | undefined> {
  const real = await resolveInside(root, path)
  if (real === undefined) return undefined
  if ((await lstat(real)).isFile()) return [path.replaceAll('\\', '/')]
  const found: string[] = []
  const folders = [{ real, shown: path }]
  for (const folder of folders) {
    for (const entry of await readdir(folder.real, { withFileTypes: true })) {
      const shown = `${folder.shown}/${entry.name}`
      if (entry.isDirectory()) folders.push({ real: join(folder.real, entry.name), shown })
      else if (entry.isFile()) found.push(shown)
      else if (entry.isSymbolicLink())
        found.push(...(await listLink(root, relative(root, join(folder.real, entry.name)), shown)))
      if (found.length > MAX_FILES)
        throw new UsageError('ERR_SOURCE_SIZE', `${JSON.stringify(path)} holds more than ${MAX_FILES} files`)
    }
  }
  return found.sort()
}

// A link to a file inside is that file; a link to a folder may be a circle, and is refused rather than left out.
async function listLink(root: string, path: string, shown: string): Promise<readonly string[]> {
  const real = await resolveInside(root, path)
  if (real !== undefined && (await lstat(real)).isFile()) return [shown]
  throw new UsageError(
    'ERR_SOURCE_OUTSIDE',
    `${JSON.stringify(shown)} is a symlink that leads to no file of the repository`,
  )
}

const isMissing = (thrown: unknown): boolean =>
  typeof thrown === 'object' &&
  thrown !== null &&
  'code' in thrown &&
  (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR')
