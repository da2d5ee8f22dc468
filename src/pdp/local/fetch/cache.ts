import { createHash, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { messageOf } from '../../../core/errors.js'
import { own, parseJson } from '../../../core/json.js'
import { MAX_BUNDLE_BYTES } from './failures.js'

/**
 * What was fetched before, in a folder of this user alone. It proves nothing: what comes out of it is used only where the pin of the
 * trusted config holds, or the signature, which OPA's own code verifies afterwards, as for what comes over the network. What remains:
 * where there is a signature alone, who can write here can put an older bundle of the same signer beside the server's present ETag,
 * and the server's honest 304 then speaks for it. Hence the owner, the mode and the hash are looked at each time; whoever needs more
 * pins the address. (By tag from a registry this is no way in: the manifest is always asked for, and its digest decides.)
 */
export type Cache = {
  /** What is kept for this address, with its content as it was put there; undefined where there is none to trust. */
  readonly read: (address: string) => Promise<Kept | undefined>
  readonly write: (address: string, kept: Kept) => Promise<void>
}

export type Kept = {
  readonly bytes: Uint8Array
  readonly etag?: string
  /** The manifest that named this content, in a registry: what the pin of its address speaks of. */
  readonly manifest?: string
}

export type CacheOptions = {
  /** Absolute; made where it is not there. */
  readonly folder: string
  /** The user's, who alone may own and write it; undefined on systems that have none (Windows). */
  readonly uid: number | undefined
  readonly now: () => number
  readonly notice: (text: string) => void
}

const MAX_ENTRIES = 64
const MAX_BYTES = 256 * 1024 * 1024
const MAX_RECORD_BYTES = 8 * 1024 * 1024
const STALE_MS = 60 * 60 * 1000
const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants

export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** The cache in this folder, or undefined with a notice where the folder cannot be one. */
export async function openCache({ folder, uid, now, notice }: CacheOptions): Promise<Cache | undefined> {
  const why = await unfit(folder, uid)
  if (why !== undefined) {
    notice(`fetched bundles are not kept: the cache folder ${JSON.stringify(folder)} ${why}`)
    return undefined
  }
  const paths = (address: string) => {
    const name = join(folder, sha256Of(address))
    return { content: `${name}.tar.gz`, record: `${name}.json` }
  }
  return {
    read: async (address) => {
      const { content, record } = paths(address)
      try {
        const [about, bytes] = [
          parseJson(await readPrivate(record, MAX_RECORD_BYTES, uid)),
          await readPrivate(content, MAX_BUNDLE_BYTES, uid),
        ]
        const [etag, manifest] = [own(about, 'etag'), own(about, 'manifest')]
        if (own(about, 'address') !== address || own(about, 'sha256') !== sha256Of(bytes)) return undefined
        return {
          bytes,
          ...(typeof etag === 'string' && isEtag(etag) && { etag }),
          ...(typeof manifest === 'string' && { manifest }),
        }
      } catch {
        // Not there, half there or not ours to read: it is fetched anew, and written over.
        return undefined
      }
    },
    write: async (address, { bytes, etag, manifest }) => {
      const { content, record } = paths(address)
      const about = { address, etag, sha256: sha256Of(bytes), fetched: new Date(now()).toISOString(), manifest }
      try {
        await replace(content, bytes)
        await replace(record, JSON.stringify(about))
        await evict(folder, now())
      } catch (thrown) {
        notice(`the fetched bundle is not kept in ${JSON.stringify(folder)}: ${messageOf(thrown)}`)
      }
    },
  }
}

/** True for an entity tag that can be sent back as it is (RFC 9110, section 8.8.3). */
export const isEtag = (text: string): boolean => /^(W\/)?"[\x21\x23-\x7e]{0,500}"$/.test(text)

async function unfit(folder: string, uid: number | undefined): Promise<string | undefined> {
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

async function readPrivate(path: string, maxBytes: number, uid: number | undefined): Promise<Uint8Array> {
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
async function replace(path: string, content: Uint8Array | string): Promise<void> {
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
async function evict(folder: string, now: number): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder))
      .filter((name) => /^[0-9a-f]{64}\.(tar\.gz|json)(\.[0-9a-f]{16}\.tmp)?$/.test(name))
      .map(async (name) => {
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
    if (i >= MAX_ENTRIES || bytes > MAX_BYTES) for (const { name } of of) await drop(name)
  }
}
