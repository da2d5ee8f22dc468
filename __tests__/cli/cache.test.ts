import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { cacheFolder, compiledCache } from '../../src/cli/cache.js'
import { ask, QUERIES, RULE, regoOf, withoutOpa } from '../support/compiled.js'
import { me } from '../support/fetching.js'

let root = ''
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate-cli-cache-')))
  for (const path of ['home', 'repo/.git', 'repo/deep/er', 'repo/vendor/.git', 'plain', 'other/.git', 'other/sub'])
    mkdirSync(join(root, path), { recursive: true })
  symlinkSync(join(root, 'repo'), join(root, 'link'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the folder of the cache', () => {
  test.each<{
    name: string
    env: Record<string, string>
    cwd?: string
    platform?: string
    args?: string[]
    is: string | undefined
  }>([
    { name: 'where XDG says', env: { XDG_CACHE_HOME: 'xdg', HOME: 'home' }, is: 'xdg/stepgate' },
    { name: 'below the home', env: { HOME: 'home' }, is: 'home/.cache/stepgate' },
    { name: 'where macOS has it', env: { HOME: 'home' }, platform: 'darwin', is: 'home/Library/Caches/stepgate' },
    { name: 'where Windows has it', env: { LOCALAPPDATA: 'home' }, platform: 'win32', is: 'home/stepgate' },
    { name: 'nowhere on a Windows without one', env: {}, platform: 'win32', is: undefined },
    { name: 'not in the current folder', env: { HOME: 'plain' }, cwd: 'plain', is: undefined },
    { name: 'not in the repository around it', env: { XDG_CACHE_HOME: 'repo' }, cwd: 'repo/deep/er', is: undefined },
    { name: 'not in it by a symlink', env: { XDG_CACHE_HOME: 'link/x/y' }, cwd: 'repo/deep', is: undefined },
    { name: 'beside a repository', env: { XDG_CACHE_HOME: 'repo-2' }, cwd: 'repo', is: 'repo-2/stepgate' },
    {
      name: 'not in a repository around an inner one',
      env: { XDG_CACHE_HOME: 'repo/x' },
      cwd: 'repo/vendor',
      is: undefined,
    },
    {
      name: 'not where the config is',
      env: { XDG_CACHE_HOME: 'other' },
      args: ['eval', '--config', '../other/sub/a.yaml'],
      is: undefined,
    },
    {
      name: 'not where the config is, spelt with =',
      env: { XDG_CACHE_HOME: 'other' },
      args: ['--config=../other/sub/a.yaml'],
      is: undefined,
    },
    { name: 'where no config is', env: { XDG_CACHE_HOME: 'other' }, args: ['eval', '--config'], is: 'other/stepgate' },
  ])('is $name', ({ env, cwd = 'repo', platform = 'linux', args = [], is }) => {
    const there = Object.fromEntries(Object.entries(env).map(([key, path]) => [key, join(root, path)]))
    expect(cacheFolder(there, join(root, cwd), platform, args)).toBe(is === undefined ? undefined : join(root, is))
  })

  test('is where XDG says only if that is absolute', () => {
    const env = { XDG_CACHE_HOME: 'cache', HOME: join(root, 'home') }
    expect(cacheFolder(env, join(root, 'repo'), 'linux')).toBe(join(root, 'home/.cache/stepgate'))
  })
})

describe('the cache of the command line', () => {
  const here = () => ({ platform: 'linux', uid: me, opaHash: pathToFileURL(join(root, 'opa.sha256')) })
  const io = (env: Record<string, string>, heard: string[] = [], talk: 'quiet' | 'verbose' = 'quiet') => ({
    env,
    cwd: join(root, 'repo'),
    err: (text: string) => heard.push(text),
    talk,
  })

  test('keeps policies from one call to the next, and makes no folder before', async () => {
    await writeFile(join(root, 'opa.sha256'), 'a hash')
    const env = { XDG_CACHE_HOME: join(root, 'kept') }
    const [first, second] = [compiledCache(io(env), here()), compiledCache(io(env), here())]
    await expect(readdir(join(root, 'kept'))).rejects.toThrow('ENOENT')
    const cold = await ask(regoOf(RULE), QUERIES, first)
    expect(await ask(regoOf(RULE), QUERIES, second, withoutOpa)).toEqual({ ...cold, engine: 'wasm' })
  })

  test.each(['off', 'OFF', '0', 'false', 'no'])('is switched off by STEPGATE_CACHE=%s', (word) => {
    expect(compiledCache(io({ HOME: join(root, 'home'), STEPGATE_CACHE: word }), here())).toBeUndefined()
  })

  test.each(['quiet', 'verbose'] as const)('that cannot be is no reason to fail: %s', async (talk) => {
    const heard: string[] = []
    const lost = { ...here(), opaHash: pathToFileURL(join(root, 'nowhere')) }
    const cache = compiledCache(io({ XDG_CACHE_HOME: join(root, 'lost') }, heard, talk), lost)
    expect((await ask(regoOf(RULE), QUERIES, cache)).engine).toBe('interpreter')
    expect(heard).toEqual(talk === 'quiet' ? [] : [expect.stringContaining('compiled policies are not kept')])
  })
})
