import { join } from 'node:path'
import { messageOf } from '../../../core/errors.js'
import { VERSION } from '../../../core/version.js'
import { type Bounds, evict, readPrivate, replacePrivate, sha256Of, unfit } from '../private-folder.js'
import type { PrepareRequest } from '../protocol.js'
import { type Compiled, readEntry, writeEntry } from './entry.js'

/** The policies, and the paths of them that are asked. */
export type Sought = PrepareRequest & { readonly asked: readonly string[] }

/**
 * Policies that were compiled before, for the command line and never for the gate. Their name is the hash of everything that they
 * were made of, this program and its OPA among it: whatever changes is another entry. The hash inside proves that the entry is
 * whole and the one that was written; it does not prove who wrote it. Whoever can write files of this user into this folder can
 * make policies answer as they like, as they could with the policies themselves, or with this program: hence the folder and each
 * file have to be this user's own, and not to be reached by anybody else. A hash that somebody else vouches for there is none.
 */
export type CompiledCache = {
  /** What was kept of these policies; undefined where there is nothing to trust. Never throws. */
  readonly read: (sought: Sought) => Promise<Compiled | undefined>
  /** Never throws: what is not kept is compiled anew. */
  readonly write: (sought: Sought, compiled: Compiled) => Promise<void>
}

export type CompiledCacheOptions = {
  /** Absolute; made where it is not there. */
  readonly folder: string
  /** The user's, who alone may own and write it; undefined on systems that have none (Windows). */
  readonly uid: number | undefined
  /** The hash of the embedded OPA. */
  readonly opa: string
  readonly now: () => number
  /** Hears why nothing is kept. */
  readonly notice: (text: string) => void
}

// Another one where an entry looks otherwise, or where less may be kept than was.
const FORMAT = 1
const MAX_ENTRY_BYTES = 16 * 1024 * 1024
const ENDING = '.compiled'
const BOUNDS: Bounds = { endings: [ENDING], maxEntries: 128, maxBytes: 128 * 1024 * 1024 }

/** The cache in this folder, or undefined with a notice where the folder cannot be one. */
export async function openCompiledCache(options: CompiledCacheOptions): Promise<CompiledCache | undefined> {
  const { folder, uid, opa, now, notice } = options
  const why = await unfit(folder, uid)
  if (why !== undefined) {
    notice(`compiled policies are not kept: the cache folder ${JSON.stringify(folder)} ${why}`)
    return undefined
  }
  const pathOf = (key: string) => join(folder, `${key}${ENDING}`)
  return {
    read: async (sought) => {
      try {
        const key = keyOf(sought, opa)
        return readEntry(key, await readPrivate(pathOf(key), MAX_ENTRY_BYTES, uid))
      } catch {
        // Not there, cut short or not ours to read: it is compiled anew, and written over.
        return undefined
      }
    },
    write: async (sought, compiled) => {
      try {
        const key = keyOf(sought, opa)
        const entry = writeEntry(key, compiled)
        if (entry.length > MAX_ENTRY_BYTES) throw new Error(`they have ${entry.length} bytes`)
        await replacePrivate(pathOf(key), entry)
        await evict(folder, BOUNDS, now())
      } catch (thrown) {
        notice(`the compiled policies are not kept in ${JSON.stringify(folder)}: ${messageOf(thrown)}`)
      }
    },
  }
}

// As JSON, so that no two lists of parts can read as the same text.
const keyOf = ({ modules, data, dataText, entrypoints, asked }: Sought, opa: string): string =>
  sha256Of(
    JSON.stringify([
      ['stepgate', FORMAT, VERSION, opa],
      modules.map(({ path, text, version }) => [path, version ?? null, text]),
      dataText ?? (data ? JSON.stringify(data) : null),
      entrypoints,
      asked,
    ]),
  )
