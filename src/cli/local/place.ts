import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { workspaceSource } from '../../config/source.js'
import { StepgateError, UsageError } from '../../core/errors.js'
import { own } from '../../core/json.js'

/** A path that was named, and what may be read because it was. */
export type Place = {
  /** Absolute, as it was named. */
  readonly full: string
  readonly kind: Kind
  /** Where this path below `full` is once no link is left in the way to the place. */
  readonly realOf: (full: string) => string
  /**
   * What a link below `full` leads to; throws UsageError for a folder outside, and for what is wanted and outside or not there.
   * Of other links nobody asks.
   */
  readonly follow: (link: string, isWanted: boolean) => Promise<Kind | 'nothing'>
  /** The bytes of this file, which is `full` or below it; throws what begins with "it". */
  readonly read: (full: string, maxBytes: number) => Promise<Uint8Array>
}
export type Kind = 'file' | 'folder' | 'other'

type Around = {
  readonly cwd: string
  /** The folder out of which nothing leads, where it was a config that named the path and no person. */
  readonly root?: string | undefined
}

/**
 * What this path leads to. What a repository brings must not lead out of it: a path below the working folder is really below
 * it, and links in a folder that is named stay in that folder, or in the root of the config that names it. Throws UsageError
 * for what does not, and the system's error where nothing is.
 */
export async function openPlace(path: string, { cwd, root }: Around): Promise<Place> {
  const full = resolve(cwd, path)
  const real = await realpath(full)
  const around = root ?? (isBelow(cwd, full) ? cwd : undefined)
  const realAround = around === undefined ? undefined : await realpath(around)
  if (realAround !== undefined && !isBelow(realAround, real))
    throw new UsageError(
      'ERR_SOURCE_OUTSIDE',
      `${JSON.stringify(path)} leads out of ${root === undefined ? 'this folder' : 'the repository'}`,
      { hint: 'name the path that it leads to, where that is meant' },
    )
  const kind = kindOf(await stat(real))
  const ground = root !== undefined && realAround !== undefined ? realAround : kind === 'folder' ? real : dirname(real)
  const source = workspaceSource(ground)
  const realOf = (file: string) => join(real, relative(full, file))
  return {
    full,
    kind,
    realOf,
    follow: async (link, isWanted) => {
      const target = await realpath(realOf(link)).catch(() => undefined)
      if (target === undefined) {
        // Emacs locks a file with a link of this name that leads nowhere (GNU Emacs Lisp: file locks).
        if (!isWanted || basename(link).startsWith('.#')) return 'nothing'
        throw new UsageError('ERR_SOURCE_OUTSIDE', 'it is a symlink that leads nowhere')
      }
      const found = kindOf(await stat(target))
      if (isBelow(ground, target)) return found
      if (isWanted || found === 'folder') throw outside(root)
      return 'nothing'
    },
    read: async (file, maxBytes) => {
      const found = await source.read(relative(ground, realOf(file)), { maxBytes }).catch((thrown: unknown) => {
        throw inWords(thrown, maxBytes, root)
      })
      if (!found) throw new UsageError('ERR_SOURCE_UNAVAILABLE', 'it is not there')
      return found.bytes
    },
  }
}

/** What is to be said of a path that `openPlace` could not open, for want of better words. */
export const whyNot = (cause: unknown): string =>
  own(cause, 'code') === 'ENOENT' ? 'is not there' : `cannot be read (${String(own(cause, 'code'))})`

const outside = (root: string | undefined): UsageError =>
  new UsageError(
    'ERR_SOURCE_OUTSIDE',
    `it is a symlink that leads out of ${root === undefined ? 'the folder that is named' : 'the repository'}`,
  )

// The source names a file from the ground that it stands on, which nobody knows who named another path.
function inWords(thrown: unknown, maxBytes: number, root: string | undefined): unknown {
  if (!(thrown instanceof StepgateError)) return thrown
  switch (thrown.code) {
    case 'ERR_SOURCE_OUTSIDE':
      return outside(root)
    case 'ERR_SOURCE_NOT_A_FILE':
      return new UsageError(thrown.code, 'it is not a file')
    case 'ERR_SOURCE_SIZE':
      return new UsageError(thrown.code, `it has more than ${maxBytes} bytes, which is more than is read`)
    default:
      return thrown
  }
}

const kindOf = (info: { isFile(): boolean; isDirectory(): boolean }): Kind =>
  info.isFile() ? 'file' : info.isDirectory() ? 'folder' : 'other'

/** Whether this absolute path is that folder or below it, as both are written. */
export function isBelow(folder: string, full: string): boolean {
  const path = relative(folder, full)
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}
