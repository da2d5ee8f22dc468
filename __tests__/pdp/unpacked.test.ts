import { chmod, lstat, mkdir, readdir, readFile, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { keepUnpacked, readUnpacked, type Unpacked } from '../../src/pdp/local/unpacked.js'
import { aCacheFolder } from '../support/compiled.js'
import { me } from '../support/fetching.js'
import { sha256 } from '../support/registry.js'

const OPA = Buffer.from('OPA as WebAssembly')

let at: Unpacked
let kept = ''
beforeEach(async () => {
  const folder = await aCacheFolder()
  await writeFile(`${folder}.sha256`, `${sha256(OPA)}  opa.wasm\n`)
  at = { folder, uid: me, hash: pathToFileURL(`${folder}.sha256`) }
  kept = join(folder, `${sha256(OPA)}.wasm`)
})

describe('the unpacked OPA', () => {
  test('is there for the next run, and for nobody else', async () => {
    expect(await readUnpacked(at)).toBeUndefined()
    await keepUnpacked(at, OPA)
    expect(Buffer.from((await readUnpacked(at)) ?? [])).toEqual(OPA)
    expect([(await lstat(at.folder)).mode & 0o777, (await lstat(kept)).mode & 0o777]).toEqual([0o700, 0o600])
  })

  test.each<{ name: string; change: () => Promise<unknown> }>([
    { name: 'other code', change: () => writeFile(kept, 'something else') },
    { name: 'cut short', change: () => truncate(kept, 3) },
    { name: 'to be read by others', change: () => chmod(kept, 0o644) },
    { name: 'of another build', change: () => writeFile(at.hash, sha256('another')) },
    { name: 'without a hash', change: () => writeFile(at.hash, 'no hash') },
    {
      name: 'behind a symlink',
      change: async () => {
        await writeFile(`${kept}.elsewhere`, OPA, { mode: 0o600 })
        await writeFile(kept, '')
        await rm(kept)
        await symlink(`${kept}.elsewhere`, kept)
      },
    },
  ])('is not taken where it is $name', async ({ change }) => {
    await keepUnpacked(at, OPA)
    await change()
    expect(await readUnpacked(at)).toBeUndefined()
  })

  test('is not put into a folder that others can write', async () => {
    await mkdir(at.folder)
    await chmod(at.folder, 0o777)
    await keepUnpacked(at, OPA)
    expect(await readdir(at.folder)).toEqual([])
  })

  test('is written by one at a time, and what a killed run has left is taken over', async () => {
    await mkdir(at.folder, { mode: 0o700 })
    await writeFile(`${kept}.tmp`, 'half')
    await keepUnpacked(at, OPA)
    expect(await readdir(at.folder)).toEqual([`${sha256(OPA)}.wasm.tmp`])
    const then = Date.now() / 1000 - 120
    await utimes(`${kept}.tmp`, then, then)
    await Promise.all(Array.from({ length: 8 }, () => keepUnpacked(at, OPA)))
    expect(await readdir(at.folder)).toEqual([`${sha256(OPA)}.wasm`])
    expect(await readFile(kept)).toEqual(OPA)
  })
})
