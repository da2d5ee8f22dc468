import type { RunMode } from '../../../core/agent.js'
import type { Config } from '../../../core/config.js'
import { parseTime } from '../../../core/usage.js'
import { type Around, liesBefore1970, requireCounters } from '../../local/circumstances.js'
import { readingOf } from '../../local/counters.js'
import type { RawCase } from './schema.js'
import { caseError } from './stage.js'

/** What the flags of the command say where a case says nothing. */
export type CaseFlags = { readonly runMode?: RunMode | undefined; readonly now?: number | undefined }

/**
 * What the run of a case knows besides its event; throws UsageError. Neither the clock nor a variable of this machine is looked at:
 * a case has to come to the same tomorrow.
 */
export function aroundOf(
  { run_mode: mode, at, usage = {} }: Pick<RawCase, 'run_mode' | 'at' | 'usage'>,
  config: Config,
  flags: CaseFlags,
): Around {
  const runMode = mode ?? flags.runMode
  const now = at === undefined ? flags.now : parseAt(at)
  const looks = (config.policy.packs ?? []).filter(({ reads }) => reads.includes('time'))
  const [pack] = looks
  if (pack && at === undefined && now === undefined)
    throw caseError(
      `it says no time, and the pack ${pack.name} looks at the clock; write "at: 2026-12-24T18:00:00Z" or "at: unknown" in it or in "defaults"`,
    )
  const around: Around = {
    ...(runMode && { runMode }),
    ...(now !== undefined && { now }),
    usage: new Map(Object.entries(usage).map(([name, value]) => [name, typeof value === 'number' ? { value } : value])),
    saidBy: 'case',
  }
  requireCounters(around, [config])
  for (const counter of config.policy.usage ?? []) readingOf(counter, around, now ?? 0)
  return around
}

function parseAt(text: string): number | undefined {
  if (text === 'unknown') return undefined
  const found = parseTime(text)
  if (found !== undefined) return found
  if (liesBefore1970(text)) throw caseError(`"at" is ${JSON.stringify(text)}; times before 1970 are not known`)
  throw caseError(`"at" is ${JSON.stringify(text)}; it must be a time of RFC 3339, as 2026-12-24T18:00:00Z, or unknown`)
}
