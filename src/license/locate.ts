import { constants } from 'node:fs'
import { lstat, open, realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { LicenseError, messageOf, StepgateError } from '../core/errors.js'
import { own, parseUtf8 } from '../core/json.js'
import type { Source } from '../core/source.js'
import { clip, toLine } from '../core/text.js'
import { MAX_LICENSE_BYTES } from './verify.js'

/** Where a licence may be. `workspace` is absolute. */
export type LicensePlaces = {
  readonly input: string
  /** VISOR_LICENSE */
  readonly env: string
  /** VISOR_LICENSE_FILE */
  readonly file: string
  /** The account's own home folder first, then $HOME where it differs: an earlier step of the job may have changed that. */
  readonly homes: readonly string[]
  readonly workspace: string
  readonly isPullRequestEvent: boolean
  readonly source: Source
}

/** A licence that nobody has checked yet, and where it is from, in words. */
export type FoundLicense = { readonly token: string; readonly source: string }

export const LICENSE_NAME = '.visor-license'

/** The first licence that is there, or undefined; throws LicenseError where it is there and cannot be read. */
export async function locateLicense(places: LicensePlaces): Promise<FoundLicense | undefined> {
  const input = places.input.trim()
  if (input !== '') return { token: input, source: 'the input "license"' }
  const env = places.env.trim()
  if (env !== '') return { token: env, source: 'VISOR_LICENSE' }
  const file = places.file.trim()
  if (file !== '') return { token: await readNamed(file, places), source: 'VISOR_LICENSE_FILE' }
  return (await readFromSource(places.source)) ?? (await readFromHomes(places))
}

async function readNamed(file: string, places: LicensePlaces): Promise<string> {
  if (/^[\w-]{20,}\.[\w-]{20,}\.[\w-]*$/.test(file)) {
    throw unreadable('VISOR_LICENSE_FILE', 'holds a licence and not the path of one; use VISOR_LICENSE for it')
  }
  const name = `VISOR_LICENSE_FILE ${JSON.stringify(clip(toLine(file), 200))}`
  const real = await resolveReal(resolve(places.workspace, file), name)
  if (real === undefined)
    throw unreadable(name, 'does not exist; give the path of a licence ("~" is not expanded), or unset it')
  const allowed = isInside(await workspaceOf(places), real)
    ? !places.isPullRequestEvent
    : (await Promise.all(configFolders(places).map(realOf))).some((folder) => isInside(folder, real))
  if (!allowed)
    throw outside(
      name,
      `must be inside ~/.config/visor${places.isPullRequestEvent ? ', and not the workspace of a pull request' : ' or the workspace'}`,
    )
  const token = await readText(real, name)
  if (token === '')
    throw new LicenseError('ERR_LICENSE_MALFORMED', `${name} is empty; write a licence to it, or unset it`)
  return token
}

async function readFromSource(source: Source): Promise<FoundLicense | undefined> {
  const name = `"${LICENSE_NAME}" of ${source.describe()}`
  const found = await source.read(LICENSE_NAME, { maxBytes: MAX_LICENSE_BYTES }).catch((cause: unknown) => {
    if (own(cause, 'code') === 'ERR_SOURCE_SIZE') throw tooLarge(name)
    throw unreadable(name, `cannot be read: ${messageOf(cause)}`, cause)
  })
  const token = found === undefined ? '' : parseText(found.bytes, name)
  return token === '' ? undefined : { token, source: name }
}

async function readFromHomes(places: LicensePlaces): Promise<FoundLicense | undefined> {
  const name = `"~/.config/visor/${LICENSE_NAME}"`
  for (const folder of configFolders(places)) {
    const real = await resolveReal(join(folder, LICENSE_NAME), name)
    if (real === undefined) continue
    if (!isInside(await realOf(folder), real))
      throw outside(name, 'is a symlink that leads out of ~/.config/visor; write the licence itself there')
    if (places.isPullRequestEvent && isInside(await workspaceOf(places), real)) {
      throw outside(
        name,
        'is inside the workspace of a pull request, where its author could put it; use the input "license"',
      )
    }
    const token = await readText(real, name)
    if (token !== '') return { token, source: name }
  }
  return undefined
}

// An empty or relative $HOME would mean the current folder, which is the pull request's.
const configFolders = (places: LicensePlaces): readonly string[] =>
  places.homes.filter((home) => isAbsolute(home)).map((home) => join(home, '.config', 'visor'))

const workspaceOf = (places: LicensePlaces): Promise<string> => realOf(places.workspace)

const realOf = (folder: string): Promise<string> => realpath(folder).catch(() => resolve(folder))

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

// A link to nowhere is something that is there: somebody meant a licence to be found by it.
async function resolveReal(path: string, name: string): Promise<string | undefined> {
  try {
    return await realpath(path)
  } catch (cause) {
    const code = own(cause, 'code')
    const isLink = await lstat(path).then(
      (info) => info.isSymbolicLink(),
      () => false,
    )
    if ((code === 'ENOENT' || code === 'ENOTDIR') && !isLink) return undefined
    throw unreadable(name, `cannot be read (${String(code)}); mend or remove it`, cause)
  }
}

async function readText(real: string, name: string): Promise<string> {
  try {
    return parseText(await readBytes(real, name), name)
  } catch (cause) {
    if (cause instanceof LicenseError) throw cause
    throw unreadable(name, `cannot be read (${String(own(cause, 'code'))}); mend its permissions`, cause)
  }
}

// Looked at before it is opened, since to open a device may act on it; and not blocking, should a FIFO take its place.
async function readBytes(real: string, name: string): Promise<Uint8Array> {
  const notAFile = () => unreadable(name, 'is not a regular file')
  if (!(await lstat(real)).isFile()) throw notAFile()
  const handle = await open(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  try {
    if (!(await handle.stat()).isFile()) throw notAFile()
    const buffer = Buffer.alloc(MAX_LICENSE_BYTES + 1)
    let length = 0
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = (await handle.read(buffer, length, buffer.length - length)).bytesRead
    }
    return buffer.subarray(0, length)
  } finally {
    await handle.close()
  }
}

function parseText(bytes: Uint8Array, name: string): string {
  if (bytes.length > MAX_LICENSE_BYTES) throw tooLarge(name)
  try {
    return parseUtf8(bytes).trim()
  } catch {
    throw new LicenseError('ERR_LICENSE_MALFORMED', `${name} is not text in UTF-8`)
  }
}

const tooLarge = (name: string) =>
  new LicenseError('ERR_LICENSE_MALFORMED', `${name} has over ${MAX_LICENSE_BYTES} bytes: that is no licence`)

const outside = (name: string, rule: string) => new LicenseError('ERR_LICENSE_OUTSIDE', `${name} ${rule}`)

function unreadable(name: string, why: string, cause?: unknown): LicenseError {
  const hint = cause instanceof StepgateError && cause.hint !== undefined ? { hint: cause.hint } : {}
  return new LicenseError('ERR_LICENSE_UNREADABLE', `${name} ${why}`, { cause, ...hint })
}
