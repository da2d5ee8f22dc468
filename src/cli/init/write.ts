import { lstat, mkdir, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CONFIG_NAMES } from '../../config/find.js'
import { UsageError } from '../../core/errors.js'
import { own } from '../../core/json.js'

export type NewFile = { readonly path: string; readonly text: string }

/** Which of these files are there already, and any other config: a second one would decide which of the two is read. */
export async function findInTheWay(root: string, files: readonly NewFile[]): Promise<readonly string[]> {
  const paths = [...new Set([...CONFIG_NAMES, ...files.map(({ path }) => path)])]
  const there = await Promise.all(paths.map(async (path) => ((await look(join(root, path))) ? [path] : [])))
  return there.flat()
}

/** Writes all of these files, whole, or none; never over one that is there, and never through a link. */
export async function writeNew(root: string, files: readonly NewFile[]): Promise<void> {
  const undo: (() => Promise<void>)[] = []
  try {
    for (const { path, text } of files) {
      await makeFolders(root, dirname(path), undo)
      const full = join(root, path)
      await writeFile(full, text, { flag: 'wx' })
      undo.push(() => rm(full, { force: true }))
    }
  } catch (thrown) {
    for (const back of undo.reverse()) await back().catch(() => undefined)
    if (thrown instanceof UsageError) throw thrown
    const code = own(thrown, 'code')
    throw new UsageError('ERR_USAGE', `the files cannot be written (${String(code)}); nothing was written`, {
      cause: thrown,
    })
  }
}

async function makeFolders(root: string, folder: string, undo: (() => Promise<void>)[]): Promise<void> {
  const parts = folder === '.' ? [] : folder.split('/')
  for (let depth = 0; depth <= parts.length; depth++) {
    const path = join(root, ...parts.slice(0, depth))
    const info = await look(path)
    if (!info) {
      await mkdir(path, { recursive: depth === 0 })
      undo.push(() => rmdir(path))
    } else if (depth > 0 && info.isSymbolicLink()) {
      throw new UsageError(
        'ERR_USAGE',
        `${JSON.stringify(parts.slice(0, depth).join('/'))} is a symlink, and nothing is written through one`,
      )
    }
  }
}

const look = (path: string) =>
  lstat(path).catch((thrown: unknown) => {
    const code = own(thrown, 'code')
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new UsageError('ERR_USAGE', `${JSON.stringify(path)} cannot be looked at (${String(code)})`, {
      cause: thrown,
    })
  })
