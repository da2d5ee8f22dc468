import { randomUUID } from 'node:crypto'
import { setTimeout as pass } from 'node:timers/promises'
import { keepLog } from '../audit/index.js'
import type { Ports } from '../gate.js'
import type { Inputs } from './inputs.js'
import { readLabels } from './io.js'
import { openLogFile } from './log-file.js'
import type { Outside } from './outside.js'

// What is logged has a time of its own: a run that took too long is to be found there, too.
const MAX_LOG_MS = 30_000

/** Writes the decision log where the inputs and the config say. */
export const logKeeper =
  (inputs: Inputs, workspace: string, outside: Outside, now: number): NonNullable<Ports['keepLog']> =>
  async (report, audit, evaluateMask) => {
    const { auditLog } = inputs
    const { url } = audit
    const sha = report.facts?.sha
    return keepLog(report, {
      audit,
      context: {
        labels: { ...readLabels(), ...(sha !== undefined && { sha }) },
        timestamp: new Date(now).toISOString(),
        ids: () => randomUUID(),
        ...(report.engine?.bundles && { bundles: report.engine.bundles }),
      },
      evaluateMask,
      ...(auditLog !== '' && { file: () => openLogFile(workspace, auditLog) }),
      ...(url !== undefined && {
        upload: {
          http: outside.reach('others'),
          token: () => outside.authorizeAudit(new URL(url)),
          wait: (ms: number, signal: AbortSignal) => pass(ms, undefined, { signal }),
        },
      }),
      signal: AbortSignal.timeout(MAX_LOG_MS),
    })
  }
