/** What the clock of a zone shows. */
export type LocalTime = {
  readonly date: string
  readonly time: string
  readonly weekday: string
  /** Since local midnight as the clock shows it, 0 to 1439. */
  readonly minutes: number
}

/** `input.time`. */
export type TimeInput = {
  readonly now: string
  readonly epochSeconds: number
  readonly zones: Readonly<Record<string, LocalTime>>
}

const SECOND = 1000
const DAY = 86_400 * SECOND
const END_OF_TIME = Date.UTC(10_000, 0, 1)
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

// Making one takes longer than a hundred uses of it. There are only as many as there are zones.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const found = formats.get(zone)
  if (found) return found
  const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, made)
  return made
}

// Intl takes more than the names of the tz database: any case, offsets, and abbreviations such as "EST" and "PST", which mean
// one thing on one release of Node and another on the next.
const AREA_AND_PLACE = /^[A-Z][A-Za-z]*(?:\/[A-Z][A-Za-z0-9_+-]*)+$/
const NOT_PLACES = /^(?:SystemV\/|Etc\/Unknown$)/

/** True for "UTC" and for a zone of the tz database that is named by area and place, in its own spelling, such as "Europe/Berlin". */
export function isZone(name: string): boolean {
  if (name === 'UTC') return true
  if (!AREA_AND_PLACE.test(name) || NOT_PLACES.test(name) || /[A-Z]{4}/.test(name)) return false
  try {
    const known = formatOf(name).resolvedOptions().timeZone
    // An older name of the same zone is answered with another; one in the wrong case with the right one.
    return known === name || known.toLowerCase() !== name.toLowerCase()
  } catch {
    return false
  }
}

/** Whether a name for which `isZone` does not hold is one of a zone elsewhere: "GMT", "EST5EDT", "europe/berlin". */
export function isForeignZone(name: string): boolean {
  try {
    return formatOf(name) !== undefined
  } catch {
    return false
  }
}

/** What is wrong with such a name, to follow it. */
export const FOREIGN_ZONE =
  'is not taken, though others know it: write area and place in their own spelling, such as "Europe/Berlin", or "UTC"'

/** What the clock of this zone, for which `isZone` holds, shows at this moment. */
export function localTime(epochMs: number, zone: string): LocalTime {
  const shown = shownAs(epochMs, zone)
  const text = new Date(shown).toISOString()
  const minutes = Math.floor((((shown % DAY) + DAY) % DAY) / (60 * SECOND))
  return { date: text.slice(0, -14), time: text.slice(-13, -8), weekday: weekdayOf(shown), minutes }
}

const weekdayOf = (shown: number): string => WEEKDAYS[new Date(shown).getUTCDay()] ?? ''

/** `input.time` for these zones. Undefined where the clock cannot be trusted; a zone that there is not is left out of it. */
export function buildTime(epochMs: number, zones: readonly string[]): TimeInput | undefined {
  if (!isMoment(epochMs)) return undefined
  const epochSeconds = Math.floor(epochMs / SECOND)
  const known = [...new Set(zones)].filter(isZone)
  return {
    now: `${new Date(epochSeconds * SECOND).toISOString().slice(0, 19)}Z`,
    epochSeconds,
    zones: Object.fromEntries(known.map((zone) => [zone, localTime(epochMs, zone)])),
  }
}

const isMoment = (epochMs: number): boolean => Number.isFinite(epochMs) && epochMs >= 0 && epochMs < END_OF_TIME

const WRITTEN = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(?:(Z)|([+-])(\d\d):(\d\d))?)?$/

/**
 * The seconds since 1970 of a moment as people write it: RFC 3339, or a local date or time of this zone; else a sentence
 * that says what is wrong with it. What lies between a start and an end is never less than was meant: a local time that
 * comes twice, or that is left out when the clock is put forward, is the earlier of the two moments that it may mean as a
 * start, and the later one as an end. A date alone is its midnight as a start, and the midnight after it as an end.
 */
export function parseMoment(text: string, zone: string, edge: 'start' | 'end'): number | string {
  const quoted = JSON.stringify(text)
  const match = WRITTEN.exec(text)
  if (!match)
    return `${quoted} is no moment; write a date (2026-12-20), a local time (2026-12-20T18:00), or one with its offset (2026-12-20T18:00:00+01:00)`
  if (!isZone(zone))
    return isForeignZone(zone)
      ? `the time zone ${JSON.stringify(zone)} ${FOREIGN_ZONE}`
      : `${JSON.stringify(zone)} is no time zone; write a name such as "Europe/Berlin", or "UTC"`
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction, utc, sign, ahead, aheadMinute] = match
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day))
  // Date.UTC takes the years 0 to 99 for those of the last century.
  if (Number(year) >= 100 && new Date(date).toISOString().slice(0, 10) !== `${year}-${month}-${day}`)
    return `${quoted} is no moment: there is no such day in the calendar`
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return `${quoted} is no moment: there is no such time of day; the end of a day is its date alone`
  if (Number(ahead ?? 0) > 23 || Number(aheadMinute ?? 0) > 59)
    return `${quoted} is no moment: there is no such offset from UTC`
  const started = fraction !== undefined && Number(fraction) > 0 && edge === 'end' ? 1 : 0
  const clock = date + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second) + started) * SECOND
  const offset = (sign === '-' ? -1 : 1) * (Number(ahead ?? 0) * 60 + Number(aheadMinute ?? 0)) * 60 * SECOND
  const wholeDay = match[4] === undefined && edge === 'end' ? DAY : 0
  const moment = utc || sign ? clock - offset : readLocal(clock + wholeDay, zone, edge)
  if (Number(year) < 1969 || moment < 0 || moment > END_OF_TIME)
    return `${quoted} is out of range: a moment lies in the years 1970 to 9999`
  return moment / SECOND
}

function readLocal(clock: number, zone: string, edge: 'start' | 'end'): number {
  // No zone is more than a day from UTC, so that what the clock showed is read with the offset of the day before or after.
  const read = [clock - DAY, clock + DAY].map((near) => clock - (shownAs(near, zone) - near))
  const shown = read.filter((moment) => shownAs(moment, zone) === clock)
  const moments = shown.length > 0 ? shown : read
  return edge === 'start' ? Math.min(...moments) : Math.max(...moments)
}

/** What the clock shows at this moment, to the second, as if it were one of UTC. */
function shownAs(epochMs: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(epochMs)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}
