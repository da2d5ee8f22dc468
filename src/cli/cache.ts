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

type Around = Pick<CliIo, 'env' | 'cwd'> & {
  /** What the program was started with: the repository is where `--config` is, too. */
  readonly args?: readonly string[]
}

/** The absolute folder of this program's caches; undefined where `STEPGATE_CACHE=off` is in the environment, or there is no place. */
export const cacheOf = ({ env, cwd, args }: Around, platform: string): string | undefined =>
  isSwitchedOff(env) ? undefined : cacheFolder(env, cwd, platform, args)

/**
 * What keeps compiled policies for the next call, opened when it is first asked; undefined where there is no folder for it. Why
 * nothing is kept is said to whoever wants to hear more.
 */
export function compiledCache(io: Around & Pick<CliIo, 'err' | 'talk'>, here: Here): CompiledCache | undefined {
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
 * undefined where there is none, or it is in a repository that is worked in: there, anybody's pull request can put files.
 */
export function cacheFolder(
  env: CliIo['env'],
  cwd: string,
  platform: string,
  args: readonly string[] = [],
): string | undefined {
  const root = cacheRoot(env, platform)
  if (root === undefined) return undefined
  const folder = join(root, 'stepgate')
  const isInside = (repository: string): boolean =>
    `${realPath(folder)}${sep}`.startsWith(repository.endsWith(sep) ? repository : repository + sep)
  const starts = [cwd, ...configsIn(args).map((config) => dirname(resolve(cwd, config)))]
  return starts.some((start) => repositoriesAround(start).some(isInside)) ? undefined : folder
}

/** What `--config` names in this line, wherever it stands. */
const configsIn = (args: readonly string[]): readonly string[] =>
  args.flatMap((arg, i) =>
    arg === '--config' ? (args[i + 1] ?? []) : arg.startsWith('--config=') ? arg.slice('--config='.length) : [],
  )

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

/** This folder, and every folder around it with a `.git`: an inner one may have come as a file of the outer one. */
function repositoriesAround(start: string): readonly string[] {
  // A symlink may lead to it from elsewhere: there, too, is somebody's repository.
  const around = new Set([...ancestorsOf(resolve(start)), ...ancestorsOf(realPath(resolve(start)))])
  const found = [...around].filter((folder) => existsSync(join(folder, '.git')))
  return [resolve(start), ...found].map(realPath)
}

const ancestorsOf = (folder: string): readonly string[] =>
  dirname(folder) === folder ? [folder] : [folder, ...ancestorsOf(dirname(folder))]

/** The path without symlinks, as far as it is there. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), path.slice(dirname(path).length))
  }
}
