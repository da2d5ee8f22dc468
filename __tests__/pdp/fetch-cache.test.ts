import { execFileSync } from 'node:child_process'
import { chmod, lstat, mkdir, readdir, readFile, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { createHttp } from '../../src/http/index.js'
import { aCache, address, aFetcher, me, untilTheEnd } from '../support/fetching.js'
import { type Loopback, serve } from '../support/loopback.js'
import { sha256 } from '../support/registry.js'

const OLD = Buffer.from('the bundle of last week')
const NEW = Buffer.from('the bundle of today')

const http = createHttp({ proxy: {}, allowInsecure: false, connections: 32 })
afterAll(() => http.close())

/** A server of one bundle that knows its ETag, as servers of files do. */
const aServer = (current: () => Buffer = () => NEW): Promise<Loopback> =>
  untilTheEnd(
    serve(({ headers }) => {
      const etag = `"${sha256(current()).slice(0, 16)}"`
      return headers['if-none-match'] === etag ? { status: 304 } : { headers: { etag }, body: current() }
    }),
  )

const asked = ({ seen }: Loopback) => seen.map(({ headers }) => headers['if-none-match'])
const text = async (fetching: Promise<Uint8Array>) => Buffer.from(await fetching).toString()
const ETAG = `"${sha256(NEW).slice(0, 16)}"`

/** The paths of what is kept for this address. */
const entry = (cache: string, from: string) => {
  const name = join(cache, sha256(from))
  return { content: `${name}.tar.gz`, record: `${name}.json` }
}

describe('what was fetched', () => {
  test('is asked for by its ETag in the next run, and used where nothing has changed', async () => {
    const server = await aServer()
    const cache = await aCache()
    const from = `${server.url}/bundle.tar.gz`
    for (const _ of [1, 2]) expect(await text(aFetcher(http, { cache })(address(from)))).toBe(NEW.toString())
    expect(asked(server)).toEqual([undefined, ETAG])
  })

  test('is replaced where it has changed', async () => {
    let current = OLD
    const server = await aServer(() => current)
    const cache = await aCache()
    const from = address(`${server.url}/bundle.tar.gz`)
    expect(await text(aFetcher(http, { cache })(from))).toBe(OLD.toString())
    current = NEW
    for (const _ of [1, 2]) expect(await text(aFetcher(http, { cache })(from))).toBe(NEW.toString())
    expect(asked(server)).toEqual([undefined, expect.any(String), ETAG])
  })

  test('is not asked for again where it is the pinned one', async () => {
    const server = await aServer()
    const cache = await aCache()
    const from = address(`${server.url}/bundle.tar.gz@sha256:${sha256(NEW)}`)
    for (const _ of [1, 2]) expect(await text(aFetcher(http, { cache })(from))).toBe(NEW.toString())
    expect(server.seen).toHaveLength(1)
  })

  test('does not stand in for a server that is down', async () => {
    let isDown = false
    const server = await untilTheEnd(serve(() => (isDown ? { status: 500 } : { headers: { etag: ETAG }, body: NEW })))
    const cache = await aCache()
    const from = address(`${server.url}/bundle.tar.gz`)
    await aFetcher(http, { cache })(from)
    isDown = true
    await expect(aFetcher(http, { cache })(from)).rejects.toMatchObject({ code: 'ERR_BUNDLE_FETCH' })
  })

  test.each([
    { name: 'no ETag', etag: undefined },
    { name: 'an ETag that is none', etag: 'without-quotes' },
  ])('with $name and no pin is not kept', async ({ etag }) => {
    const server = await untilTheEnd(serve(() => ({ body: NEW, ...(etag !== undefined && { headers: { etag } }) })))
    const cache = await aCache()
    await aFetcher(http, { cache })(address(`${server.url}/bundle.tar.gz`))
    expect(await readdir(cache)).toEqual([])
  })

  test('is for the eyes of its user, with where it is from beside it', async () => {
    const server = await aServer()
    const cache = await aCache()
    const from = `${server.url}/bundle.tar.gz`
    await aFetcher(http, { cache, now: () => 0 })(address(from))
    const { content, record } = entry(cache, from)
    const mode = async (path: string) => ((await lstat(path)).mode & 0o777).toString(8)
    expect([await mode(cache), await mode(content), await mode(record)]).toEqual(['700', '600', '600'])
    expect(JSON.parse(await readFile(record, 'utf8'))).toEqual({
      address: from,
      etag: ETAG,
      sha256: sha256(NEW),
      fetched: '1970-01-01T00:00:00.000Z',
    })
  })
})

describe('a cache in which somebody has', () => {
  type Change = (paths: { content: string; record: string }) => Promise<unknown>
  const rewrite = async (record: string, change: object) =>
    writeFile(record, JSON.stringify({ ...JSON.parse(await readFile(record, 'utf8')), ...change }))
  const tampering: { name: string; change: Change }[] = [
    { name: 'changed the content', change: ({ content }) => writeFile(content, OLD) },
    { name: 'cut the content', change: ({ content }) => truncate(content, 3) },
    { name: 'removed the content', change: ({ content }) => rm(content) },
    { name: 'removed what is said of it', change: ({ record }) => rm(record) },
    { name: 'cut what is said of it', change: ({ record }) => truncate(record, 20) },
    {
      name: 'said that it is from elsewhere',
      change: ({ record }) => rewrite(record, { address: 'https://b.example/' }),
    },
    {
      name: 'given it an ETag that breaks the header',
      change: ({ record }) => rewrite(record, { etag: '"a"\r\nx: y' }),
    },
    { name: 'given it no ETag', change: ({ record }) => rewrite(record, { etag: null }) },
    { name: 'let everybody read it, as a checkout does', change: ({ content }) => chmod(content, 0o644) },
    { name: 'let everybody write it', change: ({ content }) => chmod(content, 0o666) },
    {
      name: 'made it very large',
      change: async ({ content, record }) => {
        const large = Buffer.alloc(32 * 1024 * 1024 + 1)
        await writeFile(content, large)
        await rewrite(record, { sha256: sha256(large) })
      },
    },
    {
      name: 'put a symlink in its place',
      change: async ({ content }) => {
        await writeFile(`${content}.elsewhere`, NEW)
        await rm(content)
        await symlink(`${content}.elsewhere`, content)
      },
    },
    {
      name: 'put a FIFO in its place',
      change: async ({ content }) => {
        await rm(content)
        execFileSync('mkfifo', [content])
      },
    },
  ]
  test.each(tampering)('$name is not believed', async ({ change }) => {
    const server = await aServer()
    const cache = await aCache()
    const from = `${server.url}/bundle.tar.gz`
    await aFetcher(http, { cache })(address(from))
    await change(entry(cache, from))
    expect(await text(aFetcher(http, { cache })(address(from)))).toBe(NEW.toString())
    expect(await text(aFetcher(http, { cache })(address(from)))).toBe(NEW.toString())
    // The second run fetched it whole, and the third found it as it was.
    expect(asked(server)).toEqual([undefined, undefined, ETAG])
  })

  test('taken the ETag away is not believed, whatever the server says', async () => {
    let isStuck = false
    const server = await untilTheEnd(serve(() => (isStuck ? { status: 304 } : { headers: { etag: ETAG }, body: NEW })))
    const cache = await aCache()
    const from = `${server.url}/bundle.tar.gz`
    await aFetcher(http, { cache })(address(from))
    await rewrite(entry(cache, from).record, { etag: null })
    isStuck = true
    await expect(aFetcher(http, { cache })(address(from))).rejects.toMatchObject({ code: 'ERR_BUNDLE_FETCH' })
  })

  test('replaced it altogether proves nothing against a pin', async () => {
    const server = await aServer()
    const cache = await aCache()
    const from = `${server.url}/bundle.tar.gz@sha256:${sha256(NEW)}`
    await aFetcher(http, { cache })(address(from))
    const { content, record } = entry(cache, from)
    await writeFile(content, OLD)
    await rewrite(record, { sha256: sha256(OLD) })
    expect(await text(aFetcher(http, { cache })(address(from)))).toBe(NEW.toString())
    expect(asked(server)).toEqual([undefined, undefined])
  })

  test('put a folder where it belongs is lived with, and said', async () => {
    const server = await aServer()
    const cache = await aCache()
    const from = `${server.url}/bundle.tar.gz`
    await mkdir(join(entry(cache, from).content, 'x'), { recursive: true })
    await chmod(cache, 0o700)
    const fetcher = aFetcher(http, { cache })
    expect(await text(fetcher(address(from)))).toBe(NEW.toString())
    expect(fetcher.notices()).toEqual([expect.stringContaining('the fetched bundle is not kept in')])
    expect((await readdir(cache)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('a cache folder', () => {
  type Folder = (path: string) => Promise<{ cache?: string; uid?: number } | undefined>
  const unfit: { name: string; make: Folder; says: string }[] = [
    {
      name: 'that everybody can write',
      make: async (path) => {
        await mkdir(path)
        await chmod(path, 0o777)
        return undefined
      },
      says: 'can be written by others; make it 0700',
    },
    {
      name: 'that a group can write',
      make: async (path) => {
        await mkdir(path)
        await chmod(path, 0o770)
        return undefined
      },
      says: 'can be written by others; make it 0700',
    },
    {
      name: 'that is a symlink',
      make: async (path) => {
        await mkdir(`${path}-elsewhere`, { mode: 0o700 })
        await symlink(`${path}-elsewhere`, path)
        return undefined
      },
      says: 'a symlink',
    },
    {
      name: 'that is a symlink to nowhere',
      make: (path) => symlink('/nowhere/at/all', path).then(() => undefined),
      says: 'cannot be used',
    },
    { name: 'that is a file', make: (path) => writeFile(path, '').then(() => undefined), says: 'cannot be used' },
    { name: 'of somebody else', make: async () => ({ uid: (me ?? 0) + 1 }), says: 'belongs to somebody else' },
    { name: 'that is relative', make: async () => ({ cache: 'cache' }), says: 'is no absolute path' },
    { name: 'without a name', make: async () => ({ cache: '' }), says: 'is no absolute path' },
  ]
  test.each(unfit)('$name is not used, and that is said once', async ({ make, says }) => {
    const server = await aServer()
    const path = await aCache()
    const changes = await make(path)
    const fetcher = aFetcher(http, { cache: path, ...changes })
    for (const _ of [1, 2]) expect(await text(fetcher(address(`${server.url}/b.tar.gz`)))).toBe(NEW.toString())
    expect(fetcher.notices()).toEqual([expect.stringContaining(says)])
    expect(asked(server)).toEqual([undefined, undefined])
    const left = await readdir(path).catch(() => [])
    expect(left).toEqual([])
  })

  test('is written by many at once without harm', async () => {
    let turn = 0
    const server = await untilTheEnd(
      serve(() => {
        const body = Buffer.from(`bundle ${turn++}`.padEnd(200_000, '.'))
        return { headers: { etag: `"${sha256(body)}"` }, body }
      }),
    )
    const cache = await aCache()
    const from = `${server.url}/bundle.tar.gz`
    const all = Array.from({ length: 24 }, () => text(aFetcher(http, { cache })(address(from))))
    for (const found of await Promise.all(all)) expect(found).toMatch(/^bundle \d+\.+$/)
    expect((await readdir(cache)).sort()).toEqual([`${sha256(from)}.json`, `${sha256(from)}.tar.gz`])
    // Two writers may have left the content of one beside the words of the other: then it is fetched anew.
    expect(await text(aFetcher(http, { cache })(address(from)))).toMatch(/^bundle \d+\.+$/)
  })

  const age = async (path: string, minutes: number) => {
    const then = Date.now() / 1000 - minutes * 60
    await utimes(path, then, then)
  }

  test('keeps 64 bundles, and drops the oldest', async () => {
    const server = await aServer()
    const cache = await aCache()
    await aFetcher(http, { cache })(address(`${server.url}/0`))
    for (let i = 1; i <= 70; i++) {
      const { content, record } = entry(cache, `filler ${i}`)
      for (const path of [content, record]) {
        await writeFile(path, '')
        await age(path, i)
      }
    }
    await aFetcher(http, { cache })(address(`${server.url}/1`))
    const names = await readdir(cache)
    expect(names).toHaveLength(128)
    for (const from of [`${server.url}/0`, `${server.url}/1`, 'filler 62'])
      expect(names).toContain(`${sha256(from)}.json`)
    expect(names).not.toContain(`${sha256('filler 63')}.json`)
  })

  test('keeps 256 MiB, and neither what a killed run has left nor anything but what is its own', async () => {
    const server = await aServer()
    const cache = await aCache()
    await aFetcher(http, { cache })(address(`${server.url}/0`))
    for (const i of [1, 2, 3]) {
      const { content, record } = entry(cache, `filler ${i}`)
      await writeFile(record, '')
      await writeFile(content, '')
      await truncate(content, 100 * 1024 * 1024)
      await age(record, i)
      await age(content, i)
    }
    const unfinished = (i: number) => `${entry(cache, `filler ${i}`).content}.${'a'.repeat(16)}.tmp`
    for (const i of [1, 2]) await writeFile(unfinished(i), 'half')
    await age(unfinished(2), 120)
    await writeFile(join(cache, 'notes.txt'), 'of the user')
    await aFetcher(http, { cache })(address(`${server.url}/1`))
    const kept = [`${server.url}/0`, `${server.url}/1`, 'filler 1', 'filler 2']
    const files = kept.flatMap((from) => [`${sha256(from)}.json`, `${sha256(from)}.tar.gz`])
    expect((await readdir(cache)).sort()).toEqual(
      [...files, 'notes.txt', `${sha256('filler 1')}.tar.gz.${'a'.repeat(16)}.tmp`].sort(),
    )
  })
})
