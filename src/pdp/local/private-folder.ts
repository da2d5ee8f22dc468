import { createHash, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { messageOf } from '../../core/errors.js'

/** What a folder may hold of one kind of entry: files whose names start with the 64 digits of a hash. */
export type Bounds = {
  /** What stands behind the hash in the names of this kind. */
  readonly endings: readonly string[]
  readonly maxEntries: number
  readonly maxBytes: number
}

const HASH = /^[0-9a-f]{64}$/
const UNFINISHED = /\.[0-9a-f]{16}\.tmp$/
const STALE_MS = 60 * 60 * 1000
const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants

export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Why this cannot be the folder of this user alone, which is made where it is not there; undefined where it is one. */
export async function unfit(folder: string, uid: number | undefined): Promise<string | undefined> {
  // A relative one would be below the current folder, which is the pull request's.
  if (!isAbsolute(folder)) return 'is no absolute path'
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const info = await lstat(folder)
    if (!info.isDirectory()) return 'is no folder, or a symlink to one'
    if (uid === undefined) return undefined
    if (info.uid !== uid) return 'belongs to somebody else'
    return (info.mode & 0o022) === 0 ? undefined : 'can be written by others; make it 0700'
  } catch (thrown) {
    return `cannot be used: ${messageOf(thrown)}`
  }
}

/** The content of a plain file that nobody but this user can so much as read; throws where it is anything else. */
export async function readPrivate(path: string, maxBytes: number, uid: number | undefined): Promise<Uint8Array> {
  // Not blocking, should a FIFO have taken its place.
  const handle = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    const info = await handle.stat()
    // Nobody else may so much as read it: what a checkout has left here, should this be in a working tree, always can be read.
    const isOurs = uid === undefined || (info.uid === uid && (info.mode & 0o077) === 0)
    if (!info.isFile() || !isOurs || info.size > maxBytes) throw new Error('it is not a private file')
    return await readExactly(handle, info.size)
  } finally {
    await handle.close()
  }
}

async function readExactly(handle: FileHandle, size: number): Promise<Uint8Array> {
  const buffer = Buffer.alloc(size)
  let length = 0
  for (let read = -1; read !== 0 && length < size; length += read) {
    read = (await handle.read(buffer, length, size - length)).bytesRead
  }
  return buffer.subarray(0, length)
}

/** Whole or not at all: a reader, or the next run after a kill, sees the old file or the new one. */
export async function replacePrivate(path: string, content: Uint8Array | string): Promise<void> {
  const unfinished = `${path}.${randomBytes(8).toString('hex')}.tmp`
  const handle = await open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
  try {
    await handle.writeFile(content)
    await handle.close()
    await rename(unfinished, path)
  } catch (thrown) {
    await handle.close().catch(() => undefined)
    await rm(unfinished, { force: true })
    throw thrown
  }
}

/** The oldest go where there are too many, and what a killed run has left half written. Another run may be doing the same. */
export async function evict(folder: string, { endings, maxEntries, maxBytes }: Bounds, now: number): Promise<void> {
  const isOurs = (name: string) =>
    HASH.test(name.slice(0, 64)) && endings.includes(name.slice(64).replace(UNFINISHED, ''))
  const files = await Promise.all(
    (await readdir(folder)).filter(isOurs).map(async (name) => {
      const info = await lstat(join(folder, name)).catch(() => undefined)
      return { name, size: info?.size ?? 0, changed: info?.mtimeMs ?? 0 }
    }),
  )
  const drop = (name: string) => rm(join(folder, name), { force: true })
  for (const { name, changed } of files) if (name.endsWith('.tmp') && now - changed > STALE_MS) await drop(name)
  const whole = files.filter(({ name }) => !name.endsWith('.tmp'))
  const entries = [...new Set(whole.map(({ name }) => name.slice(0, 64)))]
    .map((key) => whole.filter(({ name }) => name.startsWith(key)))
    .map((of) => ({ of, changed: Math.max(...of.map(({ changed }) => changed)) }))
    .sort((a, b) => b.changed - a.changed)
  let bytes = 0
  for (const [i, { of }] of entries.entries()) {
    bytes += of.reduce((sum, { size }) => sum + size, 0)
    if (i >= maxEntries || bytes > maxBytes) for (const { name } of of) await drop(name)
  }
}
