import type { Scope } from './config.js'
import type { Outcome } from './enforcement.js'

/** How far back a counter looks, as written and in milliseconds. */
export type Window = { readonly text: string; readonly ms: number }

/** What GitHub calls the state, or the end, of a workflow run (GitHub REST: list workflow runs for a workflow). */
export const RUN_STATUSES = [
  ...['completed', 'action_required', 'cancelled', 'failure', 'neutral', 'skipped', 'stale', 'success'],
  ...['timed_out', 'in_progress', 'queued', 'requested', 'waiting', 'pending'],
] as const

type Named = { readonly name: string }

/** Runs of this workflow, as GitHub lists them. */
export type ActionsCounter = Named & {
  readonly source: 'actions'
  readonly window: Window
  readonly by: 'actor' | 'everybody'
  /** `attempts`: somebody who runs the same run again counts again. */
  readonly count: 'attempts' | 'runs'
  readonly event?: string
  readonly status?: string
}

/** What a decision log says of earlier decisions. */
export type LogCounter = Named & {
  readonly source: 'audit-log'
  readonly path: string
  readonly window?: Window
  readonly measure: 'events' | 'runs' | 'estimated_cost_usd' | 'spend'
  readonly where: LogFilter
}

/** Which decisions of the log count: those that all of it holds of. */
export type LogFilter = {
  readonly step?: readonly string[]
  readonly scope?: readonly Scope[]
  readonly outcome?: readonly Outcome[]
  /** True: those alone that were made for the people of this run. */
  readonly actor: boolean
  readonly currency?: string
  /** False: without what earlier moments of this very run have logged. */
  readonly thisRun: boolean
}

export type HttpCounter = Named & {
  readonly source: 'http'
  /** May have placeholders in its path and its query. */
  readonly url: string
  readonly window?: Window
  readonly unit: 'count' | 'usd'
  readonly maxAgeMs: number
}

export type FileCounter = Named & {
  readonly source: 'file'
  readonly path: string
  readonly key: string
  readonly window?: Window
  readonly unit: 'count' | 'usd'
  /** Left out where what is written there never gets too old. */
  readonly maxAgeMs?: number
}

/** `policy.usage.<name>`: where a number comes from that rules of cost, rate or spending are about. */
export type Counter = ActionsCounter | LogCounter | HttpCounter | FileCounter

/** A number that is known, money in millionths. */
export type KnownReading = {
  readonly value: number
  readonly unit: 'count' | 'micro'
  readonly source: string
  /** The time that the value is of, in RFC 3339. */
  readonly at: string
  readonly window?: string
}

/** Why there is no number. It is never taken for zero. */
export type UnknownReading = {
  readonly unknown: string
  readonly source: string
  readonly at?: string
  readonly code?: string
}

/** What a policy reads as `input.usage.<name>`. */
export type CounterReading = KnownReading | UnknownReading

/** Which runs of a workflow are counted. */
export type RunQuery = {
  /** The name of the workflow's file. */
  readonly workflow: string
  /** Milliseconds since 1970. */
  readonly since: number
  readonly until: number
  readonly count: ActionsCounter['count']
  /** Left out: everybody's. */
  readonly actor?: string
  readonly event?: string
  readonly status?: string
  /** The run that asks; where GitHub does not list it yet it is counted all the same. */
  readonly own?: { readonly id: number; readonly attempt: number }
}

/** The most that an amount of money can be, in millionths. */
export const MAX_MICRO = 9e15

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const
const MAX_DAYS = 366

/** A time such as `15m`, `24h` or `7d`; what is wrong with it can follow the name of its key. */
export function parseWindow(text: unknown): Window | { readonly wrong: string } {
  const found = typeof text === 'string' ? /^(-?\d{1,9})([mhd])$/.exec(text) : null
  if (typeof text !== 'string' || !found)
    return { wrong: 'must be a whole number of minutes, hours or days, such as "15m", "24h" or "7d"' }
  const ms = Number(found[1]) * UNIT_MS[found[2] as keyof typeof UNIT_MS]
  if (ms <= 0) return { wrong: `must be longer than nothing, and ${JSON.stringify(text)} is not` }
  if (ms > MAX_DAYS * UNIT_MS.d)
    return { wrong: `must be at most ${MAX_DAYS} days, and ${JSON.stringify(text)} is more` }
  return { text, ms }
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/

/** Milliseconds since 1970; undefined where it is no time of RFC 3339 after that. */
export function parseTime(text: unknown): number | undefined {
  const found = typeof text === 'string' ? TIME.exec(text.toUpperCase()) : null
  if (!found) return undefined
  const [whole, year, month, day] = found
  // JavaScript makes the 2nd of March of the 30th of February.
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const ms = Date.parse(whole)
  return date.getUTCDate() === Number(day) && ms >= 0 ? ms : undefined
}
