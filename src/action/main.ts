import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedOpa } from '../pdp/local/embedded-opa.js'
import { startWorker } from '../pdp/local/wasm-engine.js'

// The entry is small on purpose: what evaluates starts before anything else is loaded, and both work at once.

const at = (path: string): URL => new URL(path, import.meta.url)
const workerUrl = at('./worker/index.js')
const childOptions = { execPath: process.execPath, childUrl: at('./child/index.js'), platform: process.platform }

let child = bringsRules() ? new EmbeddedOpa(childOptions) : undefined
let worker = child ? undefined : startWorker(workerUrl)

try {
  const { run } = await import('./run.js')
  process.exitCode = await run({
    workerUrl,
    childOptions,
    readBasePolicy: () => readFile(at('./policies/base.wasm')),
    takeWorker: () => {
      const taken = worker
      worker = undefined
      return taken
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
}

/** A guess, for speed alone, at whether the config names rules: whoever evaluates is chosen when it has been parsed. */
function bringsRules(): boolean {
  const root = process.env.GITHUB_WORKSPACE ?? ''
  const named = process.env.INPUT_CONFIG ?? ''
  for (const name of named === '' ? ['visor.yaml', 'visor.yml', '.visor.yaml', '.visor.yml'] : [named]) {
    try {
      return /^\s+rules\s*:/m.test(readFileSync(join(root, name), 'latin1'))
    } catch {
      // The real reading says what is wrong with it.
    }
  }
  return false
}
