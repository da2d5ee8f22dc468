import { chmod, lstat, mkdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readEntry } from '../../src/pdp/local/compiled/entry.js'
import {
  aCacheFolder,
  ask,
  aWarmFolder,
  CHECK,
  entriesIn,
  openCache,
  QUERIES,
  RULE,
  regoOf,
} from '../support/compiled.js'
import { me } from '../support/fetching.js'
import { sha256 } from '../support/registry.js'

describe('the folder', () => {
  test('and what is in it are for the eyes of their user', async () => {
    const { folder, entry } = await aWarmFolder()
    const mode = async (path: string) => ((await lstat(path)).mode & 0o777).toString(8)
    expect([await mode(folder), await mode(entry)]).toEqual(['700', '600'])
    expect(basename(entry)).toMatch(/^[0-9a-f]{64}\.compiled$/)
  })

  test.each<{
    name: string
    make: (path: string) => Promise<{ folder?: string; uid?: number } | undefined>
    says: string
  }>([
    {
      name: 'that everybody can write',
      make: async (path) => {
        await mkdir(path)
        await chmod(path, 0o777)
        return undefined
      },
      says: 'can be written by others; make it 0700',
    },
    { name: 'of somebody else', make: async () => ({ uid: (me ?? 0) + 1 }), says: 'belongs to somebody else' },
    {
      name: 'that is a symlink',
      make: async (path) => {
        await mkdir(`${path}-elsewhere`, { mode: 0o700 })
        await symlink(`${path}-elsewhere`, path)
        return undefined
      },
      says: 'a symlink',
    },
    { name: 'that is relative', make: async () => ({ folder: 'cache' }), says: 'is no absolute path' },
  ])('$name is not used', async ({ make, says }) => {
    const folder = await aCacheFolder()
    const { cache, notices } = await openCache(folder, await make(folder))
    expect(cache).toBeUndefined()
    expect(notices).toEqual([expect.stringContaining(says)])
  })

  test('is written by many at once without harm', async () => {
    const folder = await aCacheFolder()
    const { cache } = await openCache(folder)
    const { folder: warm } = await aWarmFolder()
    const [entry] = await entriesIn(warm)
    const kept = readEntry(basename(entry as string, '.compiled'), await readFile(entry as string))
    if (!kept || !cache) throw new Error('there is nothing to write')
    const sought = { modules: [], entrypoints: [], asked: [CHECK] }
    await Promise.all(Array.from({ length: 24 }, () => cache.write(sought, kept)))
    expect(await cache.read(sought)).toEqual(kept)
    expect(await entriesIn(folder)).toHaveLength(1)
  })

  test('keeps 128 entries, and drops the oldest, and nothing but its own', async () => {
    const { folder } = await aWarmFolder()
    const filler = (i: number) => join(folder, `${sha256(`filler ${i}`)}.compiled`)
    for (let i = 1; i <= 130; i++) {
      await writeFile(filler(i), '')
      const then = Date.now() / 1000 - i * 60
      await utimes(filler(i), then, then)
    }
    const bundle = join(folder, `${sha256('a bundle')}.tar.gz`)
    await writeFile(bundle, 'a bundle')
    await ask(regoOf(`${RULE}# x\n`), QUERIES, (await openCache(folder)).cache)
    const entries = await entriesIn(folder)
    expect(entries).toHaveLength(128)
    expect(entries).toEqual(expect.arrayContaining([filler(126)]))
    expect(entries).not.toContain(filler(127))
    expect(await readFile(bundle, 'utf8')).toBe('a bundle')
  })
})
