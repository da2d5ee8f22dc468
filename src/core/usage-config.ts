import { SCOPES } from './config.js'
import { isObject, own } from './json.js'
import { type Counter, type LogCounter, type LogFilter, parseWindow, RUN_STATUSES, type Window } from './usage.js'

/** A counter, or what is wrong with it: `at` leads from the counter to the key, and `wrong` can follow that key's name. */
export type ParsedCounter =
  | { readonly counter: Counter }
  | {
      readonly wrong: string
      readonly at: readonly (string | number)[]
      /** The word that is none of those that can stand there, and those. */
      readonly meant?: Meant
    }

export const COUNTER_SOURCES = ['actions', 'audit-log', 'http', 'file'] as const
export const URL_PLACEHOLDERS = ['actor', 'repository', 'workflow', 'counter', 'window'] as const
export const MAX_AGE = '1h'
/** The events that runs are started by (docs.github.com: events that trigger workflows), and `dynamic`, by which GitHub starts its own. */
export const RUN_EVENTS = [
  ...['branch_protection_rule', 'check_run', 'check_suite', 'create', 'delete', 'deployment', 'deployment_status'],
  ...['discussion', 'discussion_comment', 'dynamic', 'fork', 'gollum', 'image_version', 'issue_comment', 'issues'],
  ...['label', 'merge_group', 'milestone', 'page_build', 'public', 'pull_request', 'pull_request_review'],
  ...['pull_request_review_comment', 'pull_request_target', 'push', 'registry_package', 'release'],
  ...['repository_dispatch', 'schedule', 'status', 'watch', 'workflow_dispatch', 'workflow_run'],
] as const
const OUTCOMES = ['pass', 'warn', 'block', 'pending'] as const
const SUMS = ['estimated_cost_usd', 'spend'] as const

const KEYS = {
  actions: ['source', 'window', 'by', 'count', 'event', 'status'],
  'audit-log': ['source', 'path', 'window', 'count', 'sum', 'where'],
  http: ['source', 'url', 'method', 'window', 'unit', 'max_age'],
  file: ['source', 'path', 'key', 'window', 'unit', 'max_age'],
} as const
const WHERE_KEYS = ['step', 'scope', 'outcome', 'actor', 'currency', 'this_run'] as const

type Meant = { readonly word: string; readonly known: readonly string[] }

class Wrong extends Error {
  readonly at: readonly (string | number)[]
  readonly meant: Meant | undefined
  constructor(at: readonly (string | number)[], message: string, meant?: Meant) {
    super(message)
    this.at = at
    this.meant = meant
  }
}

/** `policy.usage.<name>` as plain values of YAML. Paths in it are taken as relative to the repository's root. */
export function parseCounter(name: string, raw: unknown): ParsedCounter {
  try {
    if (!/^[A-Za-z_][\w-]{0,63}$/.test(name))
      throw new Wrong([], 'must be named by a word of at most 64 letters, digits, "_" and "-"')
    if (!isObject(raw)) throw new Wrong([], 'must be a mapping with a "source"')
    return { counter: parseBySource(name, raw) }
  } catch (thrown) {
    if (thrown instanceof Wrong)
      return { wrong: thrown.message, at: thrown.at, ...(thrown.meant && { meant: thrown.meant }) }
    throw thrown
  }
}

function parseBySource(name: string, raw: Record<string, unknown>): Counter {
  const source = required(raw, 'source', (value) => oneOf(value, COUNTER_SOURCES, ['source']))
  refuseStrangers(raw, KEYS[source], [], `a counter of "source: ${source}"`)
  switch (source) {
    case 'actions':
      return {
        name,
        source,
        window: required(raw, 'window', (value) => windowOf(value, 'window')),
        by: optional(raw, 'by', (value) => oneOf(value, ['actor', 'everybody'], ['by'])) ?? 'actor',
        count: optional(raw, 'count', (value) => oneOf(value, ['attempts', 'runs'], ['count'])) ?? 'attempts',
        ...given('event', optional(raw, 'event', eventOf)),
        ...given(
          'status',
          optional(raw, 'status', (value) => oneOf(value, RUN_STATUSES, ['status'])),
        ),
      }
    case 'audit-log':
      return {
        name,
        source,
        path: required(raw, 'path', logPathOf),
        ...windowIn(raw),
        measure: measureOf(raw),
        where: filterOf(raw),
      }
    case 'http': {
      optional(raw, 'method', (value) => oneOf(value, ['GET'], ['method']))
      const maxAge = optional(raw, 'max_age', (value) => windowOf(value, 'max_age')) ?? DEFAULT_AGE
      const url = required(raw, 'url', urlOf)
      if (url.includes('{window}') && raw.window === undefined)
        throw new Wrong(['url'], 'has the placeholder {window}, and the counter has no "window"')
      return { name, source, url, ...windowIn(raw), unit: unitOf(raw), maxAgeMs: maxAge.ms }
    }
    case 'file': {
      const isAgeless = raw.max_age === 'never'
      const maxAge = isAgeless ? undefined : (optional(raw, 'max_age', ageOf) ?? DEFAULT_AGE)
      return {
        name,
        source,
        path: required(raw, 'path', pathOf),
        key: optional(raw, 'key', (value) => textOf(value, ['key'])) ?? name,
        ...windowIn(raw),
        unit: unitOf(raw),
        ...(maxAge && { maxAgeMs: maxAge.ms }),
      }
    }
  }
}

const DEFAULT_AGE: Window = { text: MAX_AGE, ms: 3_600_000 }

function required<T>(raw: Record<string, unknown>, key: string, parse: (value: unknown) => T): T {
  const value = own(raw, key)
  if (value === undefined || value === null) throw new Wrong([], `needs "${key}"`)
  return parse(value)
}

function optional<T>(raw: unknown, key: string, parse: (value: unknown) => T): T | undefined {
  const value = own(raw, key)
  return value === undefined ? undefined : parse(value)
}

const given = <K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: T })

function refuseStrangers(raw: object, known: readonly string[], at: readonly string[], what: string): void {
  const stranger = Object.keys(raw).find((key) => !known.includes(key))
  if (stranger !== undefined)
    throw new Wrong([...at, stranger], `is no key of ${what}: those are ${known.map((key) => `"${key}"`).join(', ')}`, {
      word: stranger,
      known,
    })
}

function oneOf<T extends string>(value: unknown, words: readonly T[], at: readonly (string | number)[]): T {
  const found = words.find((word) => word === value)
  if (found !== undefined) return found
  const must = `must be ${words.map((word) => `"${word}"`).join(' or ')}`
  throw typeof value === 'string' ? new Wrong(at, must, { word: value, known: words }) : new Wrong(at, must)
}

function textOf(value: unknown, at: readonly (string | number)[]): string {
  if (typeof value !== 'string' || value === '' || value.length > 200)
    throw new Wrong(at, 'must be a text of at most 200 characters, and not an empty one')
  return value
}

function listOf<T>(raw: unknown, key: string, parse: (value: unknown, at: readonly (string | number)[]) => T) {
  return optional(raw, key, (value): readonly T[] => {
    if (!Array.isArray(value)) return [parse(value, ['where', key])]
    if (value.length === 0) throw new Wrong(['where', key], 'must not be an empty list: nothing would ever count')
    return value.map((item, i) => parse(item, ['where', key, i]))
  })
}

function windowOf(value: unknown, key: string): Window {
  const window = parseWindow(value)
  if ('wrong' in window) throw new Wrong([key], window.wrong)
  return window
}

const windowIn = (raw: Record<string, unknown>) =>
  given(
    'window',
    optional(raw, 'window', (value) => windowOf(value, 'window')),
  )

function ageOf(value: unknown): Window {
  const age = parseWindow(value)
  if ('wrong' in age) throw new Wrong(['max_age'], `${age.wrong}; "never" is for what does not get too old`)
  return age
}

// Of an event that there is not, GitHub counts no runs: a misspelt name would read as zero for ever.
function eventOf(value: unknown): string {
  const found = RUN_EVENTS.find((event) => event === value)
  if (found !== undefined) return found
  if (value === 'workflow_call')
    throw new Wrong(
      ['event'],
      'must not be "workflow_call": a run has the event of the workflow that calls, and none has this one',
    )
  const wrong = 'must be the name of an event that starts workflows, such as "pull_request"'
  throw typeof value === 'string'
    ? new Wrong(['event'], wrong, { word: value, known: RUN_EVENTS })
    : new Wrong(['event'], wrong)
}

const unitOf = (raw: Record<string, unknown>): 'count' | 'usd' =>
  optional(raw, 'unit', (value) => oneOf(value, ['count', 'usd'], ['unit'])) ?? 'count'

/** Where the runner keeps what lasts for one job, outside of the workspace (docs.github.com: variables, RUNNER_TEMP). */
export const RUNNER_TEMP = '$RUNNER_TEMP/'

// A log that people outside may not write lies outside of the workspace.
function logPathOf(value: unknown): string {
  const path = textOf(value, ['path'])
  const root = path.startsWith(RUNNER_TEMP) ? RUNNER_TEMP : path.startsWith('/') ? '/' : ''
  return root === '' ? pathOf(path) : `${root}${pathOf(path.slice(root.length))}`
}

function pathOf(value: unknown): string {
  const path = textOf(value, ['path'])
  const parts = path.replaceAll('\\', '/').split('/')
  if (/[\0]/.test(path) || parts[0] === '' || /^[A-Za-z]:/.test(path) || parts.includes('..'))
    throw new Wrong(['path'], 'must be a path in the repository, without ".."')
  return textOf(path.replace(/^(\.\/)+/, ''), ['path'])
}

function measureOf(raw: Record<string, unknown>): LogCounter['measure'] {
  const sum = optional(raw, 'sum', (value) => oneOf<(typeof SUMS)[number]>(value, SUMS, ['sum']))
  const count = optional(raw, 'count', (value) => oneOf<'events' | 'runs'>(value, ['events', 'runs'], ['count']))
  if (sum !== undefined && count !== undefined)
    throw new Wrong(['sum'], 'and "count" are two measures; a counter has one of them')
  return sum ?? count ?? 'events'
}

function filterOf(raw: Record<string, unknown>): LogFilter {
  const where = own(raw, 'where') ?? {}
  if (!isObject(where)) throw new Wrong(['where'], 'must be a mapping')
  refuseStrangers(where, WHERE_KEYS, ['where'], '"where"')
  const flag = (key: string) => optional(where, key, (value) => booleanOf(value, ['where', key]))
  const currency = optional(where, 'currency', currencyOf)
  if (currency !== undefined && raw.sum !== 'spend')
    throw new Wrong(['where', 'currency'], 'is for "sum: spend" alone: nothing else has a currency')
  return {
    ...given('step', listOf(where, 'step', textOf)),
    ...given(
      'scope',
      listOf(where, 'scope', (value, at) => oneOf(value, SCOPES, at)),
    ),
    ...given(
      'outcome',
      listOf(where, 'outcome', (value, at) => oneOf(value, OUTCOMES, at)),
    ),
    actor: flag('actor') ?? false,
    ...given('currency', currency),
    thisRun: flag('this_run') ?? true,
  }
}

function booleanOf(value: unknown, at: readonly string[]): boolean {
  if (typeof value !== 'boolean') throw new Wrong(at, 'must be true or false')
  return value
}

// Payments have theirs in capitals: in any other spelling it would be the currency of none, and the sum zero for ever.
function currencyOf(value: unknown): string {
  if (typeof value === 'string' && /^[A-Z]{3}$/.test(value)) return value
  throw new Wrong(['where', 'currency'], 'must be three capital letters, such as "USD"')
}

/** The address, with placeholders where they cannot change whom it is of. */
function urlOf(value: unknown): string {
  const wrong = (why: string) => new Wrong(['url'], why)
  if (typeof value !== 'string' || value.length > 2000) throw wrong('must be an address of at most 2000 characters')
  const names = [...value.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '')
  const stranger = names.find((name) => !URL_PLACEHOLDERS.some((known) => known === name))
  const known = URL_PLACEHOLDERS.map((name) => `{${name}}`).join(', ')
  if (stranger !== undefined) throw wrong(`has a placeholder that is none of ${known}`)
  const [a, b] = ['a', 'b'].map((letter) => value.replace(/\{[^{}]*\}/g, letter))
  if (a === undefined || b === undefined || !URL.canParse(a) || !URL.canParse(b)) throw wrong('is no URL')
  const [url, other] = [new URL(a), new URL(b)]
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw wrong('must be an address of https or http')
  if (url.origin !== other.origin) throw wrong('has a placeholder in its host: they belong in the path or the query')
  if (url.username !== '' || url.password !== '' || /^[^/]*\/\/[^/?#]*@/.test(value))
    throw wrong('has credentials in it, which end up in logs')
  if (value.includes('#')) throw wrong('must not have a fragment')
  return value
}
