// Small tools of the benchmarks: medians, and whole processes that take turns.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]

export const round = (number, digits = 1) => number.toFixed(digits)

/** The median wall time, in ms, of each of these functions, run in turn: A B A B …, after one warm-up. */
export function inTurn(functions, runs) {
  const times = functions.map(() => [])
  for (let run = 0; run <= runs; run++) {
    for (const [i, body] of functions.entries()) {
      const start = performance.now()
      body()
      if (run > 0) times[i].push(performance.now() - start)
    }
  }
  return times.map(median)
}

/** A workspace with these files, and the environment in which the action runs there. */
export function workspace(root, files) {
  const folder = mkdtempSync(join(tmpdir(), 'stepgate-bench-'))
  for (const [path, text] of Object.entries({ ...files, output: '', summary: '' })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GITHUB_WORKSPACE: folder,
    GITHUB_EVENT_PATH: join(root, 'examples/enterprise-policy/event.json'),
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    INPUT_SOURCE: 'workspace',
    INPUT_UNLICENSED: 'ignore',
  }
  return { folder, env, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export function execute(node, args, env) {
  const done = spawnSync(node, args, { env, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (done.status !== 0) throw new Error(`exit ${done.status}: ${done.stdout}${done.stderr}`)
  return done.stdout
}
