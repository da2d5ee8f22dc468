import { constants } from 'node:fs'
import { type FileHandle, lstat, open } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { LogFile } from '../../audit/file.js'
import { UsageError } from '../../core/errors.js'

/** The decision log at this path as a run finds it. What is written stays in memory, and each line is told. */
export async function openDryLog(workspace: string, path: string, tell: (line: string) => void): Promise<LogFile> {
  const handle = await openToRead(workspace, path)
  let there = handle ? (await handle.stat()).size : 0
  let added = 0
  return {
    size: async () => there + added,
    read: async (from, length) => {
      const bytes = Buffer.alloc(length)
      const { bytesRead } = handle ? await handle.read(bytes, 0, length, from) : { bytesRead: 0 }
      return bytes.subarray(0, bytesRead)
    },
    truncate: async (size) => {
      there = Math.min(there, size)
      added = 0
    },
    append: async (bytes) => {
      added += bytes.length
      for (const line of Buffer.from(bytes).toString('utf8').split('\n')) if (line !== '') tell(line)
    },
    sync: async () => undefined,
    close: async () => handle?.close(),
  }
}

async function openToRead(workspace: string, path: string): Promise<FileHandle | undefined> {
  const target = resolve(workspace, path)
  const way = relative(workspace, target)
  if (!isAbsolute(path) && (way === '..' || way.startsWith(`..${sep}`)))
    throw new UsageError('ERR_OUTPUT_PATH', `${JSON.stringify(path)} leaves the workspace`)
  const info = await lstat(target).catch(() => undefined)
  if (!info) return undefined
  if (!info.isFile() || info.nlink > 1)
    throw new UsageError('ERR_OUTPUT_PATH', `${JSON.stringify(path)} is not a plain file of its own`)
  return open(target, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
}
