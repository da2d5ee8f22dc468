#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { messageOf } from '../core/errors.js'
import { cacheOf, compiledCache } from './cache.js'
import type { Tools } from './command.js'
import type { CliIo, Talk } from './io.js'
import { runLine } from './line.js'
import { createProgress } from './progress.js'
import { terminalOf } from './terminal.js'

const at = (path: string): URL => new URL(path, import.meta.url)
const args = process.argv.slice(2)
const { env, platform } = process

const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
const talk: Talk = own.includes('--debug') ? 'debug' : own.includes('--verbose') ? 'verbose' : 'quiet'
const stderr = terminalOf(process.stderr, env, own, platform)

const io: CliIo = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  cwd: process.cwd(),
  now: Date.now(),
  env,
  readStdin: async () => (await import('node:stream/consumers')).text(process.stdin),
  stdout: { terminal: terminalOf(process.stdout, env, own, platform) },
  stderr: { terminal: stderr },
  isInteractive: process.stdin.isTTY === true && process.stderr.isTTY === true,
  talk,
  progress: createProgress((shown) => process.stderr.write(shown), stderr),
}

const around = { ...io, args: own }
const compiled = compiledCache(around, { platform, uid: process.getuid?.(), opaHash: at('../opa.sha256') })
const cache = cacheOf(around, platform)

const tools: Tools = {
  io,
  parts: {
    workerUrl: at('../worker/index.js'),
    childOptions: {
      execPath: process.execPath,
      childUrl: at('../child/index.js'),
      platform,
      ...systemRoot(),
      ...(cache !== undefined && { cache }),
    },
    readBasePolicy: () => readFile(at('../policies/base.wasm')),
    readPacks: () => readFile(at('../policies/packs.wasm')),
    takeWorker: () => undefined,
    takeChild: () => undefined,
    ...(compiled && { compiled }),
  },
  shipped: (path) => at(`../${path}`),
}

// A reader that goes away, as `head` does, is no failure of ours; a full disk is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  io.err(`stepgate: standard output cannot be written: ${error.message}`)
  process.exit(2)
})

try {
  process.exitCode = await runLine(args, tools)
} catch (thrown) {
  const stack = talk === 'debug' && thrown instanceof Error ? `\n${thrown.stack}` : ''
  const defect = 'this is a defect of stepgate, please report it'
  io.err(`stepgate: error[ERR_INTERNAL]: ${messageOf(thrown)}; ${defect}${stack}`)
  process.exitCode = 2
}

/** Windows finds its own libraries by it. */
function systemRoot(): { readonly systemRoot?: string } {
  const { SYSTEMROOT } = env
  return SYSTEMROOT === undefined ? {} : { systemRoot: SYSTEMROOT }
}
