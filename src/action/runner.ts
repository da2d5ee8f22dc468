import { exportTrace } from '../telemetry/index.js'
import { mask, readInput, runnerIo } from './io.js'
import { openLogFile } from './log-file.js'
import { type Parts, run } from './run.js'
import { readEventFile } from './world.js'

/** One run of the action on the runner that has started this process. */
export function runOnRunner(parts: Parts): Promise<number> {
  // A log that nobody reads any more is no reason to fail.
  process.stdout.on('error', () => undefined)
  const { env } = process
  const workspace = env.GITHUB_WORKSPACE ?? process.cwd()
  return run(parts, {
    workspace,
    env,
    readInput,
    readEvent: () => readEventFile(env.GITHUB_EVENT_PATH),
    mask,
    isLocalMode: false,
    io: runnerIo(workspace),
    openLog: (path) => openLogFile(workspace, path),
    sendTrace: (report, spans) => exportTrace(report, spans, { variables: env }),
  })
}
