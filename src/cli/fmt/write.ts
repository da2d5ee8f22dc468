import { randomUUID } from 'node:crypto'
import { lstat, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { UsageError } from '../../core/errors.js'
import { own } from '../../core/json.js'

/** `full` is the real place of the file: with a link in it, it is not written to. */
export type Change = { readonly path: string; readonly full: string; readonly before: string; readonly after: string }

/**
 * Writes the new texts of all of these files or of none: each stands beside its file before the first takes its place. Throws
 * where one is another file by now than it was when it was read.
 */
export async function replaceAll(changes: readonly Change[]): Promise<void> {
  const staged: { readonly beside: string; readonly change: Change }[] = []
  const done: Change[] = []
  try {
    for (const change of changes) staged.push({ change, beside: await stage(change, change.after) })
    for (const { beside, change } of staged) {
      await rename(beside, change.full)
      done.push(change)
    }
  } catch (thrown) {
    await Promise.all(staged.map(({ beside }) => rm(beside, { force: true })))
    for (const change of done) await restore(change)
    if (thrown instanceof UsageError) throw thrown
    throw new UsageError('ERR_USAGE', `nothing was written: ${String(own(thrown, 'code') ?? thrown)}`, {
      cause: thrown,
    })
  }
}

async function stage({ path, full, before }: Change, text: string): Promise<string> {
  const info = await lstat(full).catch(() => undefined)
  // A folder above may have become a link since it was read, and would lead the new text elsewhere.
  if (!info?.isFile() || (await realpath(full)) !== full || !(await readFile(full)).equals(Buffer.from(before)))
    throw new UsageError('ERR_USAGE', `${JSON.stringify(path)} was changed meanwhile; nothing was written`, { path })
  const beside = join(dirname(full), `.${basename(full)}.${randomUUID()}`)
  try {
    await writeFile(beside, text, { flag: 'wx', mode: info.mode & 0o777 })
    return beside
  } catch (cause) {
    await rm(beside, { force: true })
    const why = `${JSON.stringify(path)} cannot be written (${String(own(cause, 'code'))}); nothing was written`
    throw new UsageError('ERR_USAGE', why, { path, cause })
  }
}

async function restore({ full, before }: Change): Promise<void> {
  const info = await lstat(full)
  const beside = join(dirname(full), `.${basename(full)}.${randomUUID()}`)
  await writeFile(beside, before, { flag: 'wx', mode: info.mode & 0o777 })
  await rename(beside, full)
}
