import { randomUUID } from 'node:crypto'
import { setTimeout as pass } from 'node:timers/promises'
import { keepLog } from '../audit/index.js'
import { VERSION } from '../core/version.js'
import type { Ports } from '../gate.js'
import type { Inputs } from './inputs.js'
import type { Outside } from './outside.js'
import type { Environment, Shell } from './shell.js'

// What is logged has a time of its own: a run that took too long is to be found there, too.
const MAX_LOG_MS = 30_000

/** Writes the decision log where the inputs and the config say. */
export const logKeeper =
  (inputs: Inputs, shell: Shell, outside: Outside, now: number): NonNullable<Ports['keepLog']> =>
  async (report, audit, evaluateMask) => {
    const { auditLog } = inputs
    const { url } = audit
    const sha = report.facts?.sha
    return keepLog(report, {
      audit,
      context: {
        labels: { ...readLabels(shell.env), ...(sha !== undefined && { sha }) },
        timestamp: new Date(now).toISOString(),
        ids: () => randomUUID(),
        ...(report.engine?.bundles && { bundles: report.engine.bundles }),
      },
      evaluateMask,
      ...(auditLog !== '' && { file: () => shell.openLog(auditLog) }),
      ...(url !== undefined && {
        upload: {
          http: shell.dry?.logService ?? outside.reach('others'),
          token: () => outside.authorizeAudit(new URL(url)),
          wait: (ms: number, signal: AbortSignal) => pass(ms, undefined, { signal }),
        },
      }),
      signal: AbortSignal.timeout(MAX_LOG_MS),
    })
  }

/** What names this run in a log. */
function readLabels(env: Environment): Readonly<Record<string, string>> {
  const { GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_WORKFLOW } = env
  const known = {
    repository: GITHUB_REPOSITORY,
    run_id: GITHUB_RUN_ID,
    run_attempt: GITHUB_RUN_ATTEMPT,
    job: GITHUB_JOB,
    workflow: GITHUB_WORKFLOW,
  }
  const labels = Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { version: VERSION, ...Object.fromEntries(labels) }
}
