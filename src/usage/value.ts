import { amountOf } from '../core/decimal.js'
import { isObject, own } from '../core/json.js'
import { clip, toLine } from '../core/text.js'
import { MAX_MICRO, parseTime } from '../core/usage.js'
import { type Found, type NotFound, notFound } from './ports.js'

export type Wanted = {
  readonly unit: 'count' | 'usd'
  /** Left out: what has no time is taken, too. */
  readonly maxAgeMs?: number
  readonly now: number
}

// Clocks of two machines are never quite one.
const MAX_AHEAD_MS = 5 * 60_000

/** The number in `{"value", "unit"?, "at"}`. */
export function readEntry(entry: unknown, wanted: Wanted): Found | NotFound {
  if (!isObject(entry)) return notFound('ERR_USAGE_VALUE', `it must be ${SHAPE}, and it is no mapping`)
  const odd = refuseStrangers(entry, KEYS)
  if (odd) return odd
  const time = readTime(own(entry, 'at'), wanted)
  if (typeof time !== 'string') return time
  const value = readValue(own(entry, 'value'), own(entry, 'unit'), wanted.unit)
  return typeof value === 'number' ? { value, at: time } : { ...value, at: time }
}

export const KEYS = ['value', 'unit', 'at'] as const

/** What is wrong with an entry that has other keys: they may say that it is no count at all, or be a misspelt one. */
export function refuseStrangers(entry: unknown, known: readonly string[]): NotFound | undefined {
  const stranger = isObject(entry) ? Object.keys(entry).find((key) => !known.includes(key)) : undefined
  if (stranger === undefined) return undefined
  const shown = clip(toLine(JSON.stringify(stranger)), 80)
  return notFound('ERR_USAGE_VALUE', `it has the key ${shown}; known keys are ${known.join(', ')}`)
}

const SHAPE = '{"value": a number, "at": a time}'

function readTime(at: unknown, { maxAgeMs, now }: Wanted): string | NotFound {
  if (at === undefined && maxAgeMs === undefined) return new Date(now).toISOString()
  if (at === undefined) return notFound('ERR_USAGE_STALE', `it does not say when it was counted; it must be ${SHAPE}`)
  const ms = parseTime(at)
  if (ms === undefined)
    return notFound('ERR_USAGE_VALUE', `its "at" must be a time such as 2026-11-21T17:20:06Z, and is ${show(at)}`)
  const shown = new Date(ms).toISOString()
  if (ms > now + MAX_AHEAD_MS)
    return {
      ...notFound('ERR_USAGE_STALE', `its "at" ${shown} lies ahead; set the clock of whoever writes it`),
      at: shown,
    }
  if (maxAgeMs !== undefined && now - ms > maxAgeMs)
    return {
      ...notFound(
        'ERR_USAGE_STALE',
        `it was counted at ${shown}, longer ago than "max_age" allows; count it more often, or give it a longer "max_age"`,
      ),
      at: shown,
    }
  return shown
}

function readValue(value: unknown, unit: unknown, wanted: Wanted['unit']): number | NotFound {
  const said = unit ?? wanted
  const fits = wanted === 'count' ? said === 'count' : said === 'usd' || said === 'micro'
  if (!fits)
    return notFound('ERR_USAGE_UNIT', `its "unit" is ${show(unit)}, and the counter's is "${wanted}": they must be one`)
  if (said !== 'usd') {
    const units = readWhole(value, wanted === 'count' ? Number.MAX_SAFE_INTEGER : MAX_MICRO)
    return units ?? wrongValue(`must be a whole number from 0 up, and is ${show(value)}`)
  }
  const amount = amountOf(value)
  return 'units' in amount ? amount.units : wrongValue(amount.wrong)
}

const wrongValue = (why: string): NotFound => notFound('ERR_USAGE_VALUE', `its "value" ${why}`)

/** This number, or the digits of this text; undefined where it is anything else. */
function readWhole(value: unknown, max: number): number | undefined {
  const number = typeof value === 'string' && /^(0|[1-9]\d{0,15})$/.test(value) ? Number(value) : value
  const fits = typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 && number <= max
  // Zero has a sign in JavaScript, and none in JSON.
  return fits ? number + 0 : undefined
}

const show = (value: unknown): string =>
  value === undefined ? 'not there' : clip(toLine(JSON.stringify(value) ?? String(value)), 80)
