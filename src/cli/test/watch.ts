import { type Dirent, type FSWatcher, readdirSync, statSync, watch as watchPath } from 'node:fs'
import { dirname, join } from 'node:path'
import { StepgateError } from '../../core/errors.js'
import type { Tools } from '../command.js'
import { renderFailure } from '../failure.js'
import { paint } from '../terminal.js'
import type { Involve } from './run.js'

const SETTLE_MS = 100
const LOOK_MS = 1500
const KINDS = /\.(rego|json|ya?ml|wasm|tgz|tar\.gz|pem|manifest)$/
const IGNORED = /^(node_modules$|\.)/

/** Runs this again after every change of what it involves; it ends only when `stop` says so, or the process. */
export async function watch(
  run: (involve: Involve) => Promise<number>,
  { io }: Tools,
  stop: AbortSignal = new AbortController().signal,
): Promise<number> {
  const { terminal } = io.stdout
  const changes = watchChanges(stop)
  let code = 0
  let isInvolved = false
  try {
    while (!stop.aborted) {
      // What changes while the tests run is a change, too.
      const next = changes.next()
      if (terminal.columns !== undefined) io.out('\u001b[H\u001b[2J')
      code = await runShown(
        (files, folders) => {
          isInvolved = true
          changes.add(files, folders)
        },
        run,
        io,
      )
      if (!isInvolved) changes.add([], [io.cwd])
      const clock = new Date().toTimeString().slice(0, 8)
      io.out(paint(terminal, 'dim', `${clock}  waiting for changes; Ctrl-C ends`))
      await next
    }
    return code
  } finally {
    changes.close()
  }
}

/** What is wrong is shown, and waited until it is mended. */
async function runShown(
  involve: Involve,
  run: (involve: Involve) => Promise<number>,
  io: Tools['io'],
): Promise<number> {
  try {
    return await run(involve)
  } catch (thrown) {
    if (!(thrown instanceof StepgateError)) throw thrown
    io.err(await renderFailure('test', thrown, io))
    return 2
  }
}

type Watched = { readonly watcher: FSWatcher; readonly identity: string }

/**
 * Tells of changes. Every folder has a plain watcher of its own: on Linux, Node's recursive one loses a file for good once
 * another was renamed over it, as editors, git and `sed -i` do. What no watcher tells of is found by looking.
 */
function watchChanges(stop: AbortSignal) {
  const files = new Set<string>()
  const roots = new Set<string>()
  const watched = new Map<string, Watched>()
  let stamps = new Map<string, string>()
  let runsSince = Date.now()
  let settling: NodeJS.Timeout | undefined
  let looking: NodeJS.Timeout | undefined
  let lookingSoon: NodeJS.Timeout | undefined
  // A large tree on a slow disk is not to keep the processor busy.
  let restMs = SETTLE_MS
  let tell: () => void = () => undefined
  const settle = () => {
    clearTimeout(settling)
    settling = setTimeout(() => tell(), SETTLE_MS)
  }
  stop.addEventListener('abort', () => tell(), { once: true })

  const watchFolder = (folder: string) => {
    const identity = identityOf(folder)
    const old = watched.get(folder)
    if (old?.identity === identity) return
    // Another folder has this path now; the old watcher would go on with the one that is gone.
    old?.watcher.close()
    watched.delete(folder)
    if (identity === undefined) return
    try {
      const watcher = watchPath(folder, (event, name) => {
        if (name === null || isOurs(join(folder, name))) settle()
        // It may be a folder, which has to be watched, too.
        else if (event === 'rename' && !IGNORED.test(name)) lookSoon()
      })
      watcher.on('error', settle)
      watched.set(folder, { watcher, identity })
    } catch {
      // No more watchers may be had, or the folder has just gone: looking has to do.
    }
  }
  const isOurs = (path: string) => files.has(path) || (KINDS.test(path) && isBelow(roots, dirname(path)))

  /** Watches every folder there is by now, and returns what the files look like. */
  const read = (): Map<string, string> => {
    const listed = listFolders(roots)
    const folders = new Set([...listed.folders, ...[...files].map((file) => dirname(file))])
    for (const folder of [...watched.keys(), ...folders]) watchFolder(folder)
    return new Map([...files, ...listed.files].map((path) => [path, stampOf(path).stamp]))
  }
  const look = () => {
    const startedAt = performance.now()
    const now = read()
    if (!isSame(stamps, now)) settle()
    stamps = now
    restMs = Math.max(SETTLE_MS, 20 * (performance.now() - startedAt))
    clearTimeout(looking)
    looking = setTimeout(look, Math.max(LOOK_MS, restMs))
    // Where there is no watcher at all, this alone keeps the process waiting.
    if (watched.size > 0) looking.unref()
  }
  const lookSoon = () => {
    lookingSoon ??= setTimeout(() => {
      lookingSoon = undefined
      look()
    }, restMs)
  }
  looking = setTimeout(look, LOOK_MS)

  return {
    /** Resolves after the next change from now on. */
    next: () =>
      new Promise<void>((done) => {
        tell = done
        runsSince = Date.now()
        stamps = read()
        if (stop.aborted) done()
      }),
    add: (known: readonly string[], walked: readonly string[]) => {
      const newFiles = known.filter((file) => !files.has(file))
      const listed = listFolders(walked.filter((folder) => !roots.has(folder)))
      for (const file of newFiles) files.add(file)
      for (const folder of walked) roots.add(folder)
      for (const folder of new Set([...listed.folders, ...newFiles.map((file) => dirname(file))])) watchFolder(folder)
      for (const path of [...newFiles, ...listed.files]) {
        if (stamps.has(path)) continue
        const { stamp, changedAt } = stampOf(path)
        stamps.set(path, stamp)
        // This run may have read it before it changed, and nobody was watching yet.
        if (changedAt >= runsSince) settle()
      }
    },
    close: () => {
      clearTimeout(settling)
      clearTimeout(looking)
      clearTimeout(lookingSoon)
      for (const { watcher } of watched.values()) watcher.close()
    },
  }
}

/** The folders below these, they included, and the files in them that may belong to a test. */
function listFolders(roots: Iterable<string>) {
  const folders = new Set(roots)
  const files: string[] = []
  // A set goes on with what is added on the way.
  for (const folder of folders) {
    // Hidden folders hold no tests, unless they are named.
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!IGNORED.test(entry.name)) folders.add(path)
      } else if (KINDS.test(entry.name)) files.push(path)
    }
  }
  return { folders, files }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** What is different after every change of this file, and when that was. */
function stampOf(path: string): { readonly stamp: string; readonly changedAt: number } {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = statSync(path, { bigint: true })
    return { stamp: [dev, ino, size, mtimeNs, ctimeNs].join(), changedAt: Number(ctimeMs) }
  } catch {
    return { stamp: 'cannot be read', changedAt: 0 }
  }
}

function identityOf(folder: string): string | undefined {
  try {
    // The number of a folder that is gone is given to the next one, so that its birth has to be compared, too.
    const { dev, ino, birthtimeNs } = statSync(folder, { bigint: true })
    return [dev, ino, birthtimeNs].join()
  } catch {
    return undefined
  }
}

const isSame = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([path, stamp]) => b.get(path) === stamp)

const isBelow = (roots: ReadonlySet<string>, folder: string): boolean =>
  roots.has(folder) || (dirname(folder) !== folder && isBelow(roots, dirname(folder)))
