import { type FSWatcher, watch as watchPath } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { StepgateError } from '../../core/errors.js'
import type { Tools } from '../command.js'
import { renderFailure } from '../failure.js'
import { paint } from '../terminal.js'
import type { Involve } from './run.js'

const SETTLE_MS = 100
const KINDS = /\.(rego|json|ya?ml|wasm|tgz|tar\.gz|pem|manifest)$/
const IGNORED = /(^|[\\/])(node_modules|\.git)([\\/]|$)/

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
  changes.close()
  return code
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

/** Tells of changes. Folders are watched, not files: editors write a new file and rename it over the old one. */
function watchChanges(stop: AbortSignal) {
  const watchers = new Map<string, FSWatcher>()
  const files = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let tell: () => void = () => undefined
  const settle = () => {
    clearTimeout(timer)
    timer = setTimeout(() => tell(), SETTLE_MS)
  }
  stop.addEventListener('abort', () => tell(), { once: true })
  const watchFolder = (folder: string, recursive: boolean) => {
    const key = `${folder}\n${recursive}`
    if (watchers.has(key) || (!recursive && watchers.has(`${folder}\ntrue`))) return
    try {
      const watcher = watchPath(folder, { recursive }, (_event, name) => {
        if (name !== null && IGNORED.test(name)) return
        if (name === null || files.has(resolve(folder, name)) || (recursive && KINDS.test(name))) settle()
      })
      watcher.on('error', settle)
      watchers.set(key, watcher)
    } catch {
      // A folder that is gone cannot be watched; those around it are.
    }
  }
  return {
    /** Resolves after the next change from now on. */
    next: () =>
      new Promise<void>((done) => {
        tell = done
        if (stop.aborted) done()
      }),
    add: (known: readonly string[], walked: readonly string[]) => {
      for (const folder of walked) watchFolder(folder, true)
      for (const file of known) {
        files.add(file)
        watchFolder(dirname(file), false)
      }
    },
    close: () => {
      clearTimeout(timer)
      for (const watcher of watchers.values()) watcher.close()
    },
  }
}
