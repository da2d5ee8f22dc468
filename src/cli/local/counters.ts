import { amountOf } from '../../core/decimal.js'
import { UsageError } from '../../core/errors.js'
import type { Circumstances } from '../../core/input.js'
import type { Source } from '../../core/source.js'
import type { Subject } from '../../core/subject.js'
import { type Counter, type CounterReading, type FileCounter, MAX_MICRO } from '../../core/usage.js'
import { readUsage, type UsagePorts } from '../../usage/index.js'
import type { Around } from './circumstances.js'

/** What somebody says that a counter says; without a unit it is that of the counter. */
export type SaidUsage = 'unknown' | { readonly value: string | number; readonly unit?: 'usd' | 'count' | undefined }

type ReadCounters = (
  counters: readonly Counter[],
  subjects: readonly Subject[],
  around: Around,
) => Promise<NonNullable<Circumstances['usage']>>

const READ_MS = 10_000

/**
 * Reads counters as far as they are files of this source, or are said. The others are unknown, and say so: what nobody has
 * counted is not zero.
 */
export function countersReader(source: Source, clock: number): ReadCounters {
  const files = new Map<string, ReturnType<Source['read']>>()
  // Many are asked about in the same turn, and make one batch only where none of them waits for a file of their own.
  const readFile: UsagePorts['readFile'] = (path, limits) => {
    const found = files.get(path) ?? source.read(path, limits)
    files.set(path, found)
    return found
  }
  return async (counters, subjects, around) => {
    const now = around.now ?? clock
    const inFiles = counters.filter(
      (counter): counter is FileCounter => counter.source === 'file' && !around.usage.has(counter.name),
    )
    const read = await readUsage(
      inFiles,
      { http: { request: nobody }, readFile, readLog: nobody, verifyLog: noLog },
      {
        actors: subjects.flatMap(({ facts }) => [facts.actor, ...facts.others].map(({ login }) => login)),
        repository: subjects.map(({ facts }) => `${facts.repository.owner}/${facts.repository.name}`)[0] ?? '',
        now,
        signal: AbortSignal.timeout(READ_MS),
      },
    )
    return Object.fromEntries(
      counters.map((counter) => [counter.name, read.get(counter.name) ?? readingOf(counter, around, now)]),
    )
  }
}

const nobody = async (): Promise<never> => {
  throw new UsageError('ERR_USAGE_UNAVAILABLE', 'nobody is asked here')
}
const noLog = (): never => {
  throw new UsageError('ERR_USAGE_UNAVAILABLE', 'no log is read here')
}

/** What is said of this counter; throws UsageError where that is nothing that it could say. */
export function readingOf(counter: Counter, { usage, saidBy }: Around, now: number): CounterReading {
  const { name, window } = counter
  const said = usage.get(name)
  const source = saidBy === 'flag' ? 'the flag "--usage"' : 'the case'
  if (said === undefined) return unasked(counter, saidBy)
  if (said === 'unknown')
    return { unknown: `the counter ${JSON.stringify(name)} is unknown: ${source} says so`, source }
  const unit = countsMoney(counter) ? 'micro' : 'count'
  const value = parseValue(said, unit)
  if (typeof value === 'string') throw new UsageError('ERR_USAGE', `the counter ${JSON.stringify(name)} ${value}`)
  return { value, unit, source, at: new Date(now).toISOString(), ...(window && { window: window.text }) }
}

function parseValue({ value, unit }: Exclude<SaidUsage, 'unknown'>, counted: 'micro' | 'count'): number | string {
  if (unit !== undefined && (unit === 'usd') !== (counted === 'micro'))
    return counted === 'micro'
      ? 'counts money: give it an amount, as 12.50'
      : 'counts no money: give it a whole number, as 12'
  if (counted === 'micro') {
    const amount = amountOf(value)
    return 'wrong' in amount ? `counts money: what it says ${amount.wrong}` : amount.units
  }
  const number = typeof value === 'number' ? value : /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN
  if (Number.isSafeInteger(number) && number >= 0 && number <= MAX_MICRO) return number
  return `counts things: what it says must be a whole number from 0, not ${JSON.stringify(String(value).slice(0, 40))}`
}

const NOT_ASKED = {
  actions: 'GitHub is not asked here',
  http: 'no server is asked here',
  'audit-log': 'no decision log is read here',
  file: 'its file was not read',
} as const

function unasked({ name, source }: Counter, saidBy: Around['saidBy']): CounterReading {
  const wayOut =
    saidBy === 'flag' ? `say it with "--usage ${name}=12", or run "stepgate gate"` : 'say it under "usage" of the case'
  return { unknown: `the counter ${JSON.stringify(name)} is unknown: ${NOT_ASKED[source]}; ${wayOut}`, source }
}

function countsMoney(counter: Counter): boolean {
  switch (counter.source) {
    case 'actions':
      return false
    case 'audit-log':
      return counter.measure === 'estimated_cost_usd' || counter.measure === 'spend'
    case 'http':
    case 'file':
      return counter.unit === 'usd'
  }
}
