import { readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { Worker } from 'node:worker_threads'
import { EmbeddedOpa } from '../pdp/local/embedded-opa.js'
import { startWorker } from '../pdp/local/wasm-engine.js'

// The entry is small on purpose: what evaluates starts before anything else is loaded, and both work at once.

const at = (path: string): URL => new URL(path, import.meta.url)
const workerUrl = at('./worker/index.js')
const LARGE = 100_000
const MOST = 1024 * 1024
const childOptions = {
  execPath: process.execPath,
  childUrl: at('./child/index.js'),
  platform: process.platform,
  ...systemRoot(),
}

let child: EmbeddedOpa | undefined
let worker: Worker | undefined
let packsWorker: Worker | undefined

/**
 * Starts what is going to evaluate: the embedded OPA for rules of the user's own, else the worker of the compiled policy; and that of
 * the packs.
 */
function warmUp(size: number, hasRules: boolean, hasPacks: boolean): void {
  // A large config makes much garbage at once; V8 would answer with a nursery three times as large as it needs.
  if (size > LARGE) setFlagsFromString('--semi-space-growth-factor=1')
  if (hasPacks) packsWorker ??= startWorker(workerUrl)
  if (child || worker) return
  if (hasRules) child = new EmbeddedOpa(childOptions)
  else worker = startWorker(workerUrl)
}

// In the working tree the config can be guessed at once; from the API it comes when it comes.
if (process.env.INPUT_SOURCE === 'workspace') {
  const config = peek()
  warmUp(config.length, /^\s+rules\s*:/m.test(config), /^\s+packs\s*:/m.test(config))
}

try {
  const { runOnRunner } = await import('./runner.js')
  process.exitCode = await runOnRunner({
    workerUrl,
    childOptions,
    warmUp,
    readBasePolicy: () => readFile(at('./policies/base.wasm')),
    readPacks: () => readFile(at('./policies/packs.wasm')),
    takeWorker: () => {
      const taken = worker
      worker = undefined
      return taken
    },
    takePacksWorker: () => {
      const taken = packsWorker
      packsWorker = undefined
      return taken
    },
    lendChild: () => {
      child ??= new EmbeddedOpa(childOptions)
      return child
    },
    takeChild: () => {
      const taken = child
      child = undefined
      return taken
    },
  })
} catch (thrown) {
  // Without outputs no `fromJSON(…)` of them allows anything; the exit code says it once more.
  process.stdout.write(`::error title=ERR_INTERNAL::stepgate failed: ${String(thrown).replace(/[\r\n%]/g, ' ')}\n`)
  process.exitCode = 2
} finally {
  child?.close()
  await worker?.terminate()
  await packsWorker?.terminate()
}

/** The config's text as far as it is found at once: a guess, for speed alone, at what the run will need. */
function peek(): string {
  const root = process.env.GITHUB_WORKSPACE ?? ''
  const named = process.env.INPUT_CONFIG ?? ''
  for (const name of named === '' ? ['visor.yaml', 'visor.yml', '.visor.yaml', '.visor.yml'] : [named]) {
    try {
      const path = join(root, name)
      const info = statSync(path)
      if (info.isFile() && info.size <= MOST) return readFileSync(path, 'latin1')
    } catch {
      // The real reading says what is wrong with it.
    }
  }
  return ''
}

/** Windows finds its own libraries by it. */
function systemRoot(): { readonly systemRoot?: string } {
  const { SYSTEMROOT } = process.env
  return SYSTEMROOT === undefined ? {} : { systemRoot: SYSTEMROOT }
}
