import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { messageOf, UsageError } from '../../../core/errors.js'
import { parseJson } from '../../../core/json.js'
import { isBelow } from '../../local/place.js'

// As large as an event may be that GitHub sends to a webhook (docs.github.com: webhook events and payloads).
const MAX_EVENT_BYTES = 25 * 1024 * 1024

/**
 * The folders in which a table may name files: the repository around it, and those of these that are around it. Without any,
 * its own.
 */
export function rootsAround(folder: string, known: readonly string[]): readonly string[] {
  const around = known.filter((one) => isBelow(one, folder))
  const git = findGit(folder)
  return [folder, ...around, ...(git === undefined ? [] : [git])]
}

function findGit(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (statSync(join(folder, '.git'), { throwIfNoEntry: false })) return folder
    if (dirname(folder) === folder) return undefined
  }
}

/** Whether this path, which is there, is in none of these folders once every link is followed. */
export function leadsOut(full: string, roots: readonly string[]): boolean {
  const real = realpathSync(full)
  return !roots.some((root) => isBelow(realpathSync(root), real))
}

/** The JSON in this file, which messages name as the table does; throws UsageError. */
export function readEventFile(full: string, shown: string, roots: readonly string[]): unknown {
  const name = `the event file ${JSON.stringify(shown)}`
  let isOutside: boolean
  try {
    isOutside = leadsOut(full, roots)
  } catch (cause) {
    throw new UsageError('ERR_CASE', `${name} cannot be read as JSON: it is not there`, { cause })
  }
  if (isOutside) throw new UsageError('ERR_SOURCE_OUTSIDE', `${name} leads out of the repository that the table is in`)
  try {
    return parseJson(readWhole(realpathSync(full)))
  } catch (cause) {
    if (cause instanceof UsageError) throw new UsageError(cause.code, `${name} ${cause.message}`, { cause })
    throw new UsageError('ERR_CASE', `${name} cannot be read as JSON`, { cause })
  }
}

/** The bytes of this file, whose path has no link in it; throws where it is a device or a pipe, without waiting for one. */
function readWhole(real: string): Uint8Array {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
  let file: number
  try {
    file = openSync(real, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  } catch (cause) {
    throw new UsageError('ERR_CASE', `cannot be read: ${messageOf(cause)}`, { cause })
  }
  try {
    const info = fstatSync(file)
    if (!info.isFile()) throw new UsageError('ERR_SOURCE_NOT_A_FILE', 'is not a file')
    if (info.size > MAX_EVENT_BYTES)
      throw new UsageError('ERR_SOURCE_SIZE', `has ${info.size} bytes; at most ${MAX_EVENT_BYTES} are read`)
    const bytes = Buffer.alloc(info.size)
    let length = 0
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null)
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}
