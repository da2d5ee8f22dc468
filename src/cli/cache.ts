import { existsSync, realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve, sep } from 'node:path'
import { messageOf } from '../core/errors.js'
import type { CompiledCache } from '../pdp/local/compiled/cache.js'
import { type CliIo, tell } from './io.js'

/** Where this program is: its system, its user, and what it was built with. */
export type Here = {
  readonly platform: string
  readonly uid: number | undefined
  /** The file with the hash of the embedded OPA: `opa.sha256` in dist/. */
  readonly opaHash: URL
}

/** The absolute folder of this program's caches; undefined where `STEPGATE_CACHE=off` is in the environment, or there is no place. */
export const cacheOf = ({ env, cwd }: Pick<CliIo, 'env' | 'cwd'>, platform: string): string | undefined =>
  isSwitchedOff(env) ? undefined : cacheFolder(env, cwd, platform)

/**
 * What keeps compiled policies for the next call, opened when it is first asked; undefined where there is no folder for it. Why
 * nothing is kept is said to whoever wants to hear more.
 */
export function compiledCache(io: Pick<CliIo, 'env' | 'cwd' | 'err' | 'talk'>, here: Here): CompiledCache | undefined {
  const folder = cacheOf(io, here.platform)
  if (folder === undefined) return undefined
  let opened: Promise<CompiledCache | undefined> | undefined
  const open = () => {
    opened ??= openIn(folder, here, (text) => tell(io, text))
    return opened
  }
  return {
    read: async (sought) => (await open())?.read(sought),
    write: async (sought, compiled) => (await open())?.write(sought, compiled),
  }
}

async function openIn(
  folder: string,
  { uid, opaHash }: Here,
  notice: (text: string) => void,
): Promise<CompiledCache | undefined> {
  try {
    const { openCompiledCache } = await import('../pdp/local/compiled/cache.js')
    const opa = await readFile(opaHash, 'utf8')
    return await openCompiledCache({ folder, uid, opa, now: Date.now, notice })
  } catch (thrown) {
    notice(`compiled policies are not kept: ${messageOf(thrown)}`)
    return undefined
  }
}

const isSwitchedOff = (env: CliIo['env']): boolean =>
  ['off', '0', 'false', 'no'].includes(env.STEPGATE_CACHE?.trim().toLowerCase() ?? '')

/**
 * The user's folder for what can be made again (freedesktop.org: XDG base directories, and what macOS and Windows have for it);
 * undefined where there is none, or it is in the repository that is worked in: there, anybody's pull request can put files.
 */
export function cacheFolder(env: CliIo['env'], cwd: string, platform: string): string | undefined {
  const root = cacheRoot(env, platform)
  if (root === undefined) return undefined
  const folder = join(root, 'stepgate')
  const repository = realPath(repositoryOf(cwd))
  return `${realPath(folder)}${sep}`.startsWith(repository.endsWith(sep) ? repository : repository + sep)
    ? undefined
    : folder
}

function cacheRoot(env: CliIo['env'], platform: string): string | undefined {
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME
  if (platform === 'win32') return env.LOCALAPPDATA && isAbsolute(env.LOCALAPPDATA) ? env.LOCALAPPDATA : undefined
  const home = env.HOME || homeOf()
  if (home === undefined || !isAbsolute(home)) return undefined
  return platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache')
}

// Throws for a user who is not in the list of users.
function homeOf(): string | undefined {
  try {
    return homedir()
  } catch {
    return undefined
  }
}

/** The nearest folder around this one with a `.git`, or this one. */
function repositoryOf(cwd: string): string {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (dirname(folder) === folder) return resolve(cwd)
  }
}

/** The path without symlinks, as far as it is there. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), path.slice(dirname(path).length))
  }
}
