import { formatAmount } from '../core/decimal.js'
import type { Report } from '../core/report.js'
import { clip, count } from '../core/text.js'
import type { CounterReading } from '../core/usage.js'
import { code, escapeMarkdown, keepLines, table } from './markdown.js'

const MAX_TEXT = 300
const HEAD = ['Counter', 'Value', 'Source', 'As of', 'Window']

/** What was counted, as a table in at most so many bytes; empty where nothing was. */
export function renderUsage({ usage = {} }: Pick<Report, 'usage'>, room: number): readonly string[] {
  const all = Object.entries(usage)
  if (all.length === 0) return []
  const [head = '', line = '', ...rows] = table(HEAD, all.map(cells)).split('\n')
  let hidden = 0
  const kept = keepLines(rows, room, (n) => {
    hidden = n
    return ''
  }).filter((row) => row !== '')
  return [
    '### Usage',
    [head, line, ...kept].join('\n'),
    ...(hidden === 0 ? [] : [`…and ${count(hidden, 'more counter')}, which the report has.`]),
  ]
}

/** One line for each counter. */
export const sayUsage = ({ usage = {} }: Pick<Report, 'usage'>): readonly string[] =>
  Object.entries(usage).map(
    ([name, reading]) =>
      `${name}: ${sayValue(reading)}${sayCode(reading)}, from ${clip(reading.source, MAX_TEXT)}${reading.at === undefined ? '' : `, as of ${reading.at}`}`,
  )

const cells = ([name, reading]: readonly [string, CounterReading]): readonly string[] => [
  code(clip(name, MAX_TEXT)),
  'unknown' in reading
    ? `❔ ${text(sayValue(reading))}${reading.code === undefined ? '' : ` ${code(reading.code)}`}`
    : sayValue(reading),
  text(reading.source),
  text(reading.at ?? ''),
  text(('window' in reading ? reading.window : undefined) ?? ''),
]

/** A number that nobody knows is never shown as one. */
function sayValue(reading: CounterReading): string {
  // The reason names the counter, which stands beside it here.
  if ('unknown' in reading)
    return clip(`unknown: ${reading.unknown.replace(/^the counter "[^"]*" is unknown: /, '')}`, MAX_TEXT)
  return reading.unit === 'micro' ? `${formatAmount(reading.value)} (money)` : String(reading.value)
}

const sayCode = (reading: CounterReading): string =>
  'unknown' in reading && reading.code !== undefined ? ` [${reading.code}]` : ''

const text = (value: string): string => escapeMarkdown(clip(value, MAX_TEXT))
