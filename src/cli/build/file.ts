import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from '../../core/errors.js'
import { own } from '../../core/json.js'

/** Writes a file whole or not at all: whoever reads it meanwhile has the old one, or the new one. */
export async function writeWhole(cwd: string, path: string, bytes: Uint8Array): Promise<void> {
  const target = resolve(cwd, path)
  const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}`)
  try {
    await writeFile(beside, bytes, { flag: 'wx' })
    await rename(beside, target)
  } catch (cause) {
    await rm(beside, { force: true })
    throw new UsageError('ERR_USAGE', `${JSON.stringify(path)} cannot be written (${own(cause, 'code')})`, { cause })
  }
}
