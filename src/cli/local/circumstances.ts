import { didYouMean } from '../../config/diagnostics.js'
import { RUN_MODES, type RunMode } from '../../core/agent.js'
import type { Config } from '../../core/config.js'
import { UsageError } from '../../core/errors.js'
import type { Circumstances } from '../../core/input.js'
import type { Source } from '../../core/source.js'
import type { Subject } from '../../core/subject.js'
import { parseTime } from '../../core/usage.js'
import { buildTime } from '../../core/zones.js'
import type { Flags, Values } from '../command.js'
import { usage } from '../flags.js'
import type { CliIo } from '../io.js'
import { countersReader, type SaidUsage } from './counters.js'

/** The flags that say what a run knows besides its event. */
export const CIRCUMSTANCE_FLAGS = {
  'run-mode': {
    type: 'text',
    value: 'MODE',
    words: RUN_MODES,
    about: 'the mode of the run: consumer or enterprise (default: RUN_MODE)',
  },
  at: { type: 'text', value: 'TIME', about: 'the time of the run in RFC 3339, as 2026-12-24T18:00:00Z (default: now)' },
  usage: {
    type: 'text',
    value: 'NAME=VALUE',
    many: true,
    about:
      'what a counter of the config says: runs=12, money as spent=12.50 or spent=12.50usd, spent=unknown (default: files are read, and nobody else is asked)',
  },
} as const satisfies Flags

/** What is taken for granted of the run itself. */
export type Around = {
  readonly runMode?: RunMode
  /** Milliseconds since 1970; left out where nobody is to know what time it is. */
  readonly now?: number
  readonly usage: ReadonlyMap<string, SaidUsage>
  /** Who says what `usage` says: in the input, and in the way out of what nobody says. */
  readonly saidBy: 'flag' | 'case'
}

/** What these flags say, and what the variables and the clock of this machine do where they say nothing; throws UsageError. */
export function readAround(
  values: Values<typeof CIRCUMSTANCE_FLAGS>,
  { env, now }: Pick<CliIo, 'env' | 'now'>,
): Around {
  const runMode = parseMode(values['run-mode'] ?? env.RUN_MODE?.trim() ?? '')
  return {
    ...(runMode && { runMode }),
    now: values.at === undefined ? now : parseAt(values.at),
    usage: new Map(values.usage.map(parseUsage)),
    saidBy: 'flag',
  }
}

function parseMode(text: string): RunMode | undefined {
  if (text === '') return undefined
  const found = RUN_MODES.find((known) => known === text)
  if (found) return found
  throw usage(
    `the variable RUN_MODE is ${JSON.stringify(text.slice(0, 100))}; it must be one of ${RUN_MODES.join(', ')}`,
  )
}

/** Milliseconds since 1970; throws UsageError. */
export function parseAt(text: string): number {
  const found = parseTime(text)
  if (found !== undefined) return found
  if (liesBefore1970(text)) throw usage(`"--at" is ${JSON.stringify(text)}; times before 1970 are not known`)
  throw usage(`"--at" is a time of RFC 3339, as 2026-12-24T18:00:00Z, and not ${JSON.stringify(text.slice(0, 100))}`)
}

/** True for a time of RFC 3339 that is none for lying too far back. Calendars repeat after 400 years. */
export const liesBefore1970 = (text: string): boolean =>
  parseTime(text) === undefined &&
  parseTime(text.replace(/^\d{4}/, (year) => String(Number(year) + 2000))) !== undefined

function parseUsage(text: string): [string, SaidUsage] {
  const [, name, value = ''] = /^([^=]+)=(.+)$/s.exec(text) ?? []
  if (name === undefined)
    throw usage(`"--usage" is a counter and what it says, as in runs=12, and not ${JSON.stringify(text.slice(0, 100))}`)
  if (value === 'unknown') return [name, 'unknown']
  const isMoney = value.toLowerCase().endsWith('usd')
  return [name, isMoney ? { value: value.slice(0, -3), unit: 'usd' } : { value }]
}

/** Throws UsageError where a counter is spoken of that none of these configs has. */
export function requireCounters({ usage: said }: Around, configs: readonly Pick<Config, 'policy'>[]): void {
  const known = [...new Set(configs.flatMap(({ policy }) => (policy.usage ?? []).map(({ name }) => name)))]
  const stranger = [...said.keys()].find((name) => !known.includes(name))
  if (stranger === undefined) return
  const rest = known.length === 0 ? 'the config has none under "policy.usage"' : `the config has ${known.join(', ')}`
  throw new UsageError(
    'ERR_USAGE',
    `there is no counter ${JSON.stringify(stranger.slice(0, 80))}${didYouMean(stranger, known)}; ${rest}`,
  )
}

export type ReadCircumstances = (config: Config, subjects: readonly Subject[], around: Around) => Promise<Circumstances>

/**
 * Reads what a run would know besides its event, as far as that can be had without asking anybody: the counters that are files of
 * this source, and what is said of the others. Each file is read once.
 */
export function circumstancesReader(source: Source, clock: number): ReadCircumstances {
  const readCounters = countersReader(source, clock)
  return async (config, subjects, around) => {
    const { packs = [], usage: counters = [] } = config.policy
    const { runMode, now } = around
    const read = counters.length === 0 ? undefined : await readCounters(counters, subjects, around)
    const zones = new Set(packs.flatMap((pack) => pack.zones))
    const looks = packs.some(({ reads }) => reads.includes('time'))
    const time = looks && now !== undefined ? buildTime(now, [...zones]) : undefined
    return { ...(runMode && { runMode }), ...(read && { usage: read }), ...(time && { time }) }
  }
}
