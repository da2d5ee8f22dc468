import { constants } from 'node:fs'
import { lstat, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bounds, evict, readPrivate, sha256Of, unfit } from './private-folder.js'

/** Where the unpacked OPA is kept: a folder of this user alone, and the file with the hash that the build has recorded. */
export type Unpacked = { readonly folder: string; readonly uid: number | undefined; readonly hash: URL }

const MAX_BYTES = 128 * 1024 * 1024
const STALE_MS = 60_000
// This program's own, and that of another version beside it.
const BOUNDS: Bounds = { endings: ['.wasm'], maxEntries: 2, maxBytes: MAX_BYTES }
const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants

/**
 * OPA's WebAssembly as an earlier run has unpacked it; undefined where it is not there, or has not the hash that was recorded when
 * this program was built. It is code that runs: unlike with what else is kept, nobody has to be believed here who it was that wrote it.
 */
export async function readUnpacked(at: Unpacked): Promise<Uint8Array | undefined> {
  try {
    const hash = await recorded(at)
    const bytes = await readPrivate(pathOf(at, hash), MAX_BYTES, at.uid)
    return sha256Of(bytes) === hash ? bytes : undefined
  } catch {
    return undefined
  }
}

/** Keeps it for the next run; never throws. The process may be killed meanwhile: that leaves one file, and never more. */
export async function keepUnpacked(at: Unpacked, bytes: Uint8Array): Promise<void> {
  try {
    const path = pathOf(at, await recorded(at))
    if ((await unfit(at.folder, at.uid)) !== undefined) return
    const unfinished = `${path}.tmp`
    const left = await lstat(unfinished).catch(() => undefined)
    if (left && Date.now() - left.mtimeMs < STALE_MS) return
    if (left) await rm(unfinished, { force: true })
    const handle = await open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
    try {
      // In one go where the system can: OPA itself is about to keep this thread busy, and then the process is ended.
      for (let from = 0; from < bytes.length; ) from += (await handle.write(bytes, from)).bytesWritten
    } finally {
      await handle.close()
    }
    await rename(unfinished, path)
    await evict(at.folder, BOUNDS, Date.now())
  } catch {
    // Somebody else is at it, or the disk is full: it is unpacked anew.
  }
}

const pathOf = ({ folder }: Unpacked, hash: string): string => join(folder, `${hash}.wasm`)

async function recorded({ hash }: Unpacked): Promise<string> {
  const found = /^[0-9a-f]{64}\b/.exec(await readFile(hash, 'utf8'))?.[0]
  if (found === undefined) throw new Error('there is no hash')
  return found
}
