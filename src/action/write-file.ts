import { constants } from 'node:fs'
import { type FileHandle, lstat, mkdir, open, realpath } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { UsageError } from '../core/errors.js'

/** Writes this text to a file that `openInside` opens, and resolves once it is on the disk. */
export async function writeFileInside(
  workspace: string,
  path: string,
  content: string,
  append: boolean,
): Promise<void> {
  const handle = await openInside(workspace, path, constants.O_WRONLY | (append ? constants.O_APPEND : 0))
  try {
    if (!append) await handle.truncate(0)
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * A file below the workspace, or at an absolute path, made where it is not there and opened without following any symlink on
 * the way: the working tree is the pull request's, and a link in it could lead to a file that is not.
 */
export async function openInside(workspace: string, path: string, flags: number): Promise<FileHandle> {
  const root = await realpath(workspace)
  const target = isAbsolute(path) ? resolve(path) : resolve(root, path)
  const inside = isInside(root, target)
    ? target
    : isInside(resolve(workspace), target)
      ? resolve(root, relative(resolve(workspace), target))
      : undefined
  if (inside === undefined && !isAbsolute(path))
    throw new UsageError('ERR_OUTPUT_PATH', `${JSON.stringify(path)} leaves the workspace`)
  const real = inside ?? target
  await makeFolder(dirname(real))
  const handle = await open(
    real,
    flags | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    0o644,
  )
  try {
    const info = await handle.stat()
    if (info.isFile() && info.nlink <= 1) return handle
    throw new UsageError('ERR_OUTPUT_PATH', `${JSON.stringify(path)} is not a plain file of its own`)
  } catch (thrown) {
    await handle.close()
    throw thrown
  }
}

const isInside = (root: string, target: string): boolean => target.startsWith(root.endsWith(sep) ? root : root + sep)

// A folder is only ever made below one whose real path is its own.
async function makeFolder(folder: string): Promise<void> {
  const info = await lstat(folder).catch(() => undefined)
  if (!info) {
    if (dirname(folder) !== folder) await makeFolder(dirname(folder))
    await mkdir(folder)
  } else if ((await realpath(folder)) !== folder) {
    throw new UsageError('ERR_OUTPUT_PATH', `${JSON.stringify(folder)} is reached through a symlink`)
  }
}
