import { describe, expect, test } from '@jest/globals'
import { buildTime, isForeignZone, isZone, localTime, parseMoment } from '../../src/core/zones.js'

const at = (rfc3339: string): number => Date.parse(rfc3339)
const seconds = (rfc3339: string): number => at(rfc3339) / 1000

describe('a time zone is', () => {
  test.each([
    'UTC',
    'Europe/Berlin',
    'Europe/Kyiv',
    'America/New_York',
    'America/Argentina/Buenos_Aires',
    'America/Port-au-Prince',
    'America/Port_of_Spain',
    'Antarctica/DumontDUrville',
    'Asia/Kathmandu',
    'Asia/Katmandu',
    'Australia/ACT',
    'Australia/Lord_Howe',
    'Etc/UTC',
    'Etc/GMT+5',
    'US/Eastern',
  ])('%s', (name) => {
    expect(isZone(name)).toBe(true)
  })

  test.each([
    { name: '', why: 'nothing' },
    { name: '+02:00', why: 'an offset, which knows no summer' },
    { name: 'Z', why: 'no name' },
    { name: 'utc', why: 'in another case' },
    { name: 'europe/berlin', why: 'in another case' },
    { name: 'EUROPE/BERLIN', why: 'in another case' },
    { name: 'Europe/berlin', why: 'in another case' },
    { name: 'asia/kathmandu', why: 'an alias in another case' },
    { name: 'EST', why: 'an abbreviation, which is read as Panama by some' },
    { name: 'CET', why: 'an abbreviation' },
    { name: 'PST', why: 'an abbreviation' },
    { name: 'GMT', why: 'another name for UTC' },
    { name: 'Europe/Atlantis', why: 'nowhere' },
    { name: 'Etc/Unknown', why: 'the name for none' },
    { name: 'SystemV/AST4', why: 'a relic' },
    { name: ' Europe/Berlin', why: 'with a space' },
    { name: 'Europe/Berlin\n', why: 'with a line end' },
    { name: '__proto__', why: 'no zone' },
    { name: '../Berlin', why: 'a path' },
  ])('not $name: $why', ({ name }) => {
    expect(isZone(name)).toBe(false)
  })

  test('each one that Intl lists, but relics', () => {
    const refused = Intl.supportedValuesOf('timeZone').filter((name) => !isZone(name) && name.includes('/'))
    expect(refused.filter((name) => !name.startsWith('SystemV/'))).toEqual([])
  })
})

describe('the local time', () => {
  test.each([
    { zone: 'UTC', moment: '1970-01-01T00:00:00Z', shows: 'thursday 1970-01-01 00:00' },
    { zone: 'Europe/Berlin', moment: '2026-11-21T17:20:06Z', shows: 'saturday 2026-11-21 18:20' },
    { zone: 'Europe/Berlin', moment: '2026-03-29T00:59:59Z', shows: 'sunday 2026-03-29 01:59' },
    { zone: 'Europe/Berlin', moment: '2026-03-29T01:00:00Z', shows: 'sunday 2026-03-29 03:00' },
    { zone: 'Europe/Berlin', moment: '2026-10-25T00:30:00Z', shows: 'sunday 2026-10-25 02:30' },
    { zone: 'Europe/Berlin', moment: '2026-10-25T01:30:00Z', shows: 'sunday 2026-10-25 02:30' },
    { zone: 'America/New_York', moment: '2026-03-08T06:59:59Z', shows: 'sunday 2026-03-08 01:59' },
    { zone: 'America/New_York', moment: '2026-03-08T07:00:00Z', shows: 'sunday 2026-03-08 03:00' },
    { zone: 'America/New_York', moment: '1970-01-01T00:00:00Z', shows: 'wednesday 1969-12-31 19:00' },
    { zone: 'Australia/Lord_Howe', moment: '2026-04-04T15:15:00Z', shows: 'sunday 2026-04-05 01:45' },
    { zone: 'Australia/Lord_Howe', moment: '2026-10-03T15:30:00Z', shows: 'sunday 2026-10-04 02:30' },
    { zone: 'Asia/Kathmandu', moment: '2026-11-21T18:15:00Z', shows: 'sunday 2026-11-22 00:00' },
    { zone: 'Asia/Kathmandu', moment: '2026-11-21T18:14:59.999Z', shows: 'saturday 2026-11-21 23:59' },
  ])('of $zone at $moment is $shows', ({ zone, moment, shows }) => {
    const { date, time, weekday } = localTime(at(moment), zone)
    expect(`${weekday} ${date} ${time}`).toBe(shows)
  })

  test.each([
    { moment: '2026-11-21T17:20:06Z', minutes: 1100 },
    { moment: '2026-11-20T23:00:00Z', minutes: 0 },
    { moment: '2026-11-21T22:59:59Z', minutes: 1439 },
  ])('of Berlin at $moment is $minutes minutes after midnight', ({ moment, minutes }) => {
    expect(localTime(at(moment), 'Europe/Berlin').minutes).toBe(minutes)
  })
})

describe('the time in the input', () => {
  test('has the local time of each zone', () => {
    expect(buildTime(at('2026-11-21T17:20:06.789Z'), ['Europe/Berlin', 'UTC', 'Europe/Berlin'])).toEqual({
      now: '2026-11-21T17:20:06Z',
      epochSeconds: 1795281606,
      zones: {
        'Europe/Berlin': { date: '2026-11-21', time: '18:20', weekday: 'saturday', minutes: 1100 },
        UTC: { date: '2026-11-21', time: '17:20', weekday: 'saturday', minutes: 1040 },
      },
    })
  })

  test('leaves out a zone that there is not', () => {
    expect(buildTime(0, ['Europe/Atlantis', 'est', '__proto__'])?.zones).toEqual({})
  })

  test.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    -1,
    -0.5,
    at('1969-12-31T23:59:59Z'),
    253402300800000,
  ])('is not there at %p, where the clock cannot be trusted', (now) => {
    expect(buildTime(now, ['UTC'])).toBeUndefined()
  })

  test('is there from the first second of 1970 to the last one of 9999', () => {
    expect(buildTime(0, [])?.now).toBe('1970-01-01T00:00:00Z')
    expect(buildTime(253402300799999, ['UTC'])).toEqual({
      now: '9999-12-31T23:59:59Z',
      epochSeconds: 253402300799,
      zones: { UTC: { date: '9999-12-31', time: '23:59', weekday: 'friday', minutes: 1439 } },
    })
  })
})

describe('a moment', () => {
  const berlin = 'Europe/Berlin'
  const howe = 'Australia/Lord_Howe'
  test.each([
    { text: '2026-12-20', zone: berlin, start: '2026-12-19T23:00:00Z', end: '2026-12-20T23:00:00Z' },
    { text: '2026-12-20', zone: 'UTC', start: '2026-12-20T00:00:00Z', end: '2026-12-21T00:00:00Z' },
    { text: '2026-12-31', zone: 'Asia/Kathmandu', start: '2026-12-30T18:15:00Z', end: '2026-12-31T18:15:00Z' },
    { text: '2028-02-29', zone: 'UTC', start: '2028-02-29T00:00:00Z', end: '2028-03-01T00:00:00Z' },
    { text: '2026-12-20T18:00', zone: berlin, start: '2026-12-20T17:00:00Z', end: '2026-12-20T17:00:00Z' },
    { text: '2026-12-20T18:00:30', zone: berlin, start: '2026-12-20T17:00:30Z', end: '2026-12-20T17:00:30Z' },
    { text: '2026-12-20T18:00Z', zone: berlin, start: '2026-12-20T18:00:00Z', end: '2026-12-20T18:00:00Z' },
    { text: '2026-12-20T18:00:00.5Z', zone: berlin, start: '2026-12-20T18:00:00Z', end: '2026-12-20T18:00:01Z' },
    { text: '2026-12-20T18:00:00.0Z', zone: berlin, start: '2026-12-20T18:00:00Z', end: '2026-12-20T18:00:00Z' },
    { text: '2026-12-20T18:00:00-05:30', zone: berlin, start: '2026-12-20T23:30:00Z', end: '2026-12-20T23:30:00Z' },
    { text: '2026-12-20T00:30:00+01:00', zone: 'UTC', start: '2026-12-19T23:30:00Z', end: '2026-12-19T23:30:00Z' },
    // The days on which the clock changes are 23 and 25 hours long.
    { text: '2026-03-29', zone: berlin, start: '2026-03-28T23:00:00Z', end: '2026-03-29T22:00:00Z' },
    { text: '2026-10-25', zone: berlin, start: '2026-10-24T22:00:00Z', end: '2026-10-25T23:00:00Z' },
    // What comes twice.
    { text: '2026-10-25T02:30', zone: berlin, start: '2026-10-25T00:30:00Z', end: '2026-10-25T01:30:00Z' },
    { text: '2026-11-01T01:00', zone: 'America/New_York', start: '2026-11-01T05:00:00Z', end: '2026-11-01T06:00:00Z' },
    { text: '2026-04-05T01:45', zone: howe, start: '2026-04-04T14:45:00Z', end: '2026-04-04T15:15:00Z' },
    // What never comes.
    { text: '2026-03-29T02:30', zone: berlin, start: '2026-03-29T00:30:00Z', end: '2026-03-29T01:30:00Z' },
    { text: '2026-03-08T02:00', zone: 'America/New_York', start: '2026-03-08T06:00:00Z', end: '2026-03-08T07:00:00Z' },
    { text: '2026-10-04T02:15', zone: howe, start: '2026-10-03T15:15:00Z', end: '2026-10-03T15:45:00Z' },
    { text: '2011-12-30T12:00', zone: 'Pacific/Apia', start: '2011-12-29T22:00:00Z', end: '2011-12-30T22:00:00Z' },
    // Midnight itself is what is left out there, or comes twice.
    { text: '2023-09-03', zone: 'America/Santiago', start: '2023-09-03T03:00:00Z', end: '2023-09-04T03:00:00Z' },
    { text: '2023-09-02', zone: 'America/Santiago', start: '2023-09-02T04:00:00Z', end: '2023-09-03T04:00:00Z' },
    { text: '2023-11-04', zone: 'America/Havana', start: '2023-11-04T04:00:00Z', end: '2023-11-05T05:00:00Z' },
    { text: '1970-01-01', zone: 'UTC', start: '1970-01-01T00:00:00Z', end: '1970-01-02T00:00:00Z' },
  ])('$text in $zone', ({ text, zone, start, end }) => {
    expect(parseMoment(text, zone, 'start')).toBe(seconds(start))
    expect(parseMoment(text, zone, 'end')).toBe(seconds(end))
  })

  test('may be the end of the last day that there is', () => {
    expect(parseMoment('9999-12-31', 'UTC', 'end')).toBe(253402300800)
  })

  const form =
    'is no moment; write a date (2026-12-20), a local time (2026-12-20T18:00), or one with its offset (2026-12-20T18:00:00+01:00)'
  const day = 'is no moment: there is no such day in the calendar'
  const time = 'is no moment: there is no such time of day; the end of a day is its date alone'
  const range = 'is out of range: a moment lies in the years 1970 to 9999'
  test.each([
    { text: '', says: form },
    { text: 'tomorrow', says: form },
    { text: '2026-12', says: form },
    { text: '20.12.2026', says: form },
    { text: '2026-12-20 18:00', says: form },
    { text: '2026-12-20T18', says: form },
    { text: '2026-12-20T18:00 Europe/Berlin', says: form },
    { text: '2026-12-20Z', says: form },
    { text: '2026-12-20T18:00:00+0100', says: form },
    { text: '2026-12-20\n', says: form },
    { text: '+12026-12-20', says: form },
    { text: '٢٠٢٦-12-20', says: form },
    { text: '2026-02-30', says: day },
    { text: '2026-02-29T10:00', says: day },
    { text: '2026-00-10', says: day },
    { text: '2026-13-01', says: day },
    { text: '2026-12-00', says: day },
    { text: '2026-12-20T24:00', says: time },
    { text: '2026-12-20T18:60', says: time },
    { text: '2026-12-20T18:00:60Z', says: time },
    { text: '2026-12-20T18:00:00+24:00', says: 'is no moment: there is no such offset from UTC' },
    { text: '2026-12-20T18:00:00+01:60', says: 'is no moment: there is no such offset from UTC' },
    { text: '1969-12-31', says: range },
    { text: '0026-12-20', says: range },
    { text: '0000-01-01', says: range },
    { text: '1970-01-01T00:00:00+01:00', says: range },
    { text: '9999-12-31T23:59:59-01:00', says: range },
  ])('is not $text, which $says', ({ text, says }) => {
    expect(parseMoment(text, 'UTC', 'start')).toBe(`${JSON.stringify(text)} ${says}`)
  })

  test('needs a zone that there is', () => {
    expect(parseMoment('2026-12-20', 'Europe/Atlantis', 'start')).toBe(
      '"Europe/Atlantis" is no time zone; write a name such as "Europe/Berlin", or "UTC"',
    )
  })
})

describe('a zone that is not taken', () => {
  test.each(['GMT', 'CET', 'EST5EDT', 'Zulu', 'europe/berlin'])('is known elsewhere: %s', (zone) => {
    expect([isZone(zone), isForeignZone(zone)]).toEqual([false, true])
    expect(parseMoment('2026-12-20', zone, 'start')).toBe(
      `the time zone "${zone}" is not taken, though others know it: write area and place in their own spelling, such as "Europe/Berlin", or "UTC"`,
    )
  })
  test.each(['', 'Europe/Atlantis', 'Lunar'])('is known nowhere: "%s"', (zone) =>
    expect(isForeignZone(zone)).toBe(false),
  )
})

describe('what the clock shows and what people write', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'America/Havana',
    'America/Santiago',
    'America/St_Johns',
    'Africa/Casablanca',
    'Africa/Monrovia',
    'Pacific/Apia',
    'Pacific/Kiritimati',
  ]
  // A step that is no multiple of an hour, a day or a year meets every part of them.
  const moments = Array.from({ length: 500 }, (_, i) => 7_200 + i * 4_386_241)

  test.each(zones)(
    'agree in %s: what it showed means a time that is not after it, and one that is not before it',
    (zone) => {
      for (const moment of moments) {
        const minute = moment - (moment % 60)
        const { date, time } = localTime(minute * 1000, zone)
        const text = `${date}T${time}`
        const [first, last] = [parseMoment(text, zone, 'start'), parseMoment(text, zone, 'end')]
        if (typeof first === 'string' || typeof last === 'string') throw new Error(`${first} ${last}`)
        // An hour or less apart, or a day in which the clock was changed by one; the seconds are those of Monrovia until 1972.
        expect({ moment, fits: first <= minute && minute < last + 60 && last - first <= 3600 }).toEqual({
          moment,
          fits: true,
        })
        for (const read of [first, last]) expect(localTime(read * 1000, zone)).toMatchObject({ date, time })
        // A minute has 60 seconds: one of two readings is the moment itself.
        expect([first, last].some((read) => Math.abs(read - minute) < 60)).toBe(true)
      }
    },
  )

  test.each(zones)(
    'agree in %s: a day begins no later than its first moment, and ends no earlier than its last',
    (zone) => {
      for (const moment of moments) {
        const { date } = localTime(moment * 1000, zone)
        if (date < '1970-01-02') continue
        const [start, end] = [parseMoment(date, zone, 'start'), parseMoment(date, zone, 'end')]
        expect({ moment, inside: Number(start) <= moment && moment < Number(end) }).toEqual({ moment, inside: true })
      }
    },
  )
})
