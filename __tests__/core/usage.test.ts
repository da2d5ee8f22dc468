import { describe, expect, test } from '@jest/globals'
import { parseTime, parseWindow } from '../../src/core/usage.js'
import { parseCounter, RUN_EVENTS } from '../../src/core/usage-config.js'

describe('a window', () => {
  test.each([
    ['1m', 60_000],
    ['15m', 900_000],
    ['24h', 86_400_000],
    ['7d', 604_800_000],
    ['30d', 2_592_000_000],
    ['366d', 31_622_400_000],
  ])('of %s has %s milliseconds', (text, ms) => {
    expect(parseWindow(text)).toEqual({ text, ms })
  })

  test.each([
    ['0h', 'longer than nothing'],
    ['00d', 'longer than nothing'],
    ['-1h', 'longer than nothing'],
    ['367d', 'at most 366 days'],
    ['999999999d', 'at most 366 days'],
    ['9999999999m', 'whole number'],
    ['1w', 'whole number'],
    ['1 h', 'whole number'],
    ['1.5h', 'whole number'],
    ['1h30m', 'whole number'],
    ['1e3h', 'whole number'],
    ['24H', 'whole number'],
    ['24h\n', 'whole number'],
    ['', 'whole number'],
    [24, 'whole number'],
    [Number.NaN, 'whole number'],
    [null, 'whole number'],
    [['24h'], 'whole number'],
  ])('of %j is refused', (text, says) => {
    expect(parseWindow(text)).toEqual({ wrong: expect.stringContaining(says) })
  })
})

describe('a time', () => {
  test.each([
    ['2026-11-21T17:20:06Z', Date.UTC(2026, 10, 21, 17, 20, 6)],
    ['2026-11-21t17:20:06.5z', Date.UTC(2026, 10, 21, 17, 20, 6, 500)],
    ['2026-11-21T18:20:06+01:00', Date.UTC(2026, 10, 21, 17, 20, 6)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
  ])('%s is one', (text, ms) => expect(parseTime(text)).toBe(ms))

  test.each([
    ...['2026-02-30T00:00:00Z', '2025-02-29T00:00:00Z', '2026-13-01T00:00:00Z', '2026-11-21T25:00:00Z'],
    ...['2026-11-21T17:20:06', '2026-11-21', '2026-11-21 17:20:06Z', 'now', '', '1969-12-31T23:59:59Z'],
    ...[1_795_281_606, null, undefined],
  ])('%j is none', (text) => expect(parseTime(text)).toBeUndefined())
})

describe('a counter', () => {
  test.each([
    {
      raw: { source: 'actions', window: '24h' },
      is: { source: 'actions', window: { text: '24h', ms: 86_400_000 }, by: 'actor', count: 'attempts' },
    },
    {
      raw: { source: 'actions', window: '7d', by: 'everybody', count: 'runs', event: 'push', status: 'success' },
      is: { by: 'everybody', count: 'runs', event: 'push', status: 'success' },
    },
    {
      raw: { source: 'audit-log', path: 'audit.jsonl' },
      is: { path: 'audit.jsonl', measure: 'events', where: { actor: false, thisRun: true } },
    },
    {
      raw: {
        source: 'audit-log',
        path: 'logs/audit.jsonl',
        sum: 'spend',
        where: { step: 'pay', outcome: ['pass', 'warn'], actor: true, currency: 'USD', this_run: false },
      },
      is: {
        measure: 'spend',
        where: { step: ['pay'], outcome: ['pass', 'warn'], actor: true, currency: 'USD', thisRun: false },
      },
    },
    {
      raw: { source: 'http', url: 'https://usage.example/v1/{actor}?w={window}', window: '1h', unit: 'usd' },
      is: { url: 'https://usage.example/v1/{actor}?w={window}', unit: 'usd', maxAgeMs: 3_600_000 },
    },
    { raw: { source: 'http', url: 'http://127.0.0.1:8181/v1/data/usage', max_age: '5m' }, is: { maxAgeMs: 300_000 } },
    {
      raw: { source: 'file', path: './usage.json' },
      is: { path: 'usage.json', key: 'tokens', unit: 'count', maxAgeMs: 3_600_000 },
    },
    { raw: { source: 'file', path: 'usage.yaml', key: 'other' }, is: { key: 'other' } },
  ])('is read from $raw', ({ raw, is }) => {
    expect(parseCounter('tokens', raw)).toMatchObject({ counter: { name: 'tokens', ...is } })
  })

  test('of a file may be of any age', () => {
    const parsed = parseCounter('tokens', { source: 'file', path: 'a.json', max_age: 'never' })
    expect(parsed).toEqual({
      counter: { name: 'tokens', source: 'file', path: 'a.json', key: 'tokens', unit: 'count' },
    })
  })

  const http = (url: unknown, rest: object = {}) => ({ source: 'http', url, ...rest })
  const log = (rest: object) => ({ source: 'audit-log', path: 'a.jsonl', ...rest })
  test.each<[string, unknown, string, string]>([
    ['no mapping', '24h', '', 'must be a mapping'],
    ['no source', { window: '24h' }, '', 'needs "source"'],
    ['a source that nobody knows', { source: 'redis' }, 'source', '"actions" or "audit-log" or "http" or "file"'],
    ['a source of another kind', { source: ['actions'] }, 'source', 'must be "actions"'],
    ['no window', { source: 'actions' }, '', 'needs "window"'],
    ['a window of zero', { source: 'actions', window: '0h' }, 'window', 'longer than nothing'],
    ['a key that is not its own', { source: 'actions', window: '1h', unit: 'usd' }, 'unit', 'is no key of'],
    ['a key of the prototype', { source: 'actions', window: '1h', constructor: 1 }, 'constructor', 'is no key of'],
    ['a status that GitHub has not', { source: 'actions', window: '1h', status: 'done' }, 'status', '"completed"'],
    ['an event that is none', { source: 'actions', window: '1h', event: 'push&actor=' }, 'event', 'name of an event'],
    ['an event that GitHub has not', { source: 'actions', window: '1h', event: 'pull_requests' }, 'event', 'an event'],
    ['an event in capitals', { source: 'actions', window: '1h', event: 'Push' }, 'event', 'name of an event'],
    ['no event', { source: 'actions', window: '1h', event: null }, 'event', 'name of an event'],
    ['events', { source: 'actions', window: '1h', event: ['push'] }, 'event', 'name of an event'],
    ['an event that no run has', { source: 'actions', window: '1h', event: 'workflow_call' }, 'event', 'calls'],
    ['somebody that nobody is', { source: 'actions', window: '1h', by: 'team' }, 'by', '"actor" or "everybody"'],
    ['a null', { source: 'actions', window: '1h', by: null }, 'by', '"actor" or "everybody"'],
    ['two measures', log({ sum: 'spend', count: 'runs' }), 'sum', 'two measures'],
    ['a sum of nothing', log({ sum: 'tokens' }), 'sum', '"estimated_cost_usd" or "spend"'],
    ['a currency without amounts', log({ where: { currency: 'USD' } }), 'where.currency', '"sum: spend" alone'],
    ...['usd', 'US', 'USDT', 'USD\n', 'R$', '', ['USD'], null].map((currency): [string, unknown, string, string] => [
      `the currency ${JSON.stringify(currency)}`,
      log({ sum: 'spend', where: { currency } }),
      'where.currency',
      'must be three capital letters, such as "USD"',
    ]),
    ['an empty list', log({ where: { step: [] } }), 'where.step', 'empty list'],
    ['an outcome that is none', log({ where: { outcome: ['pass', 'ok'] } }), 'where.outcome.1', '"pass" or "warn"'],
    ['a flag that is a text', log({ where: { actor: 'true' } }), 'where.actor', 'true or false'],
    ['a filter that is none', log({ where: { steps: 'a' } }), 'where.steps', 'is no key of'],
    ['a path that leaves', log({ path: '../a.jsonl' }), 'path', 'without ".."'],
    ['a path that leaves in Windows', log({ path: 'a\\..\\..\\b' }), 'path', 'without ".."'],
    ['a file from the root', { source: 'file', path: '/etc/passwd' }, 'path', 'in the repository'],
    ['a path that leaves from the root', log({ path: '/var/../etc/a' }), 'path', 'without ".."'],
    ['a path that leaves RUNNER_TEMP', log({ path: '$RUNNER_TEMP/../a' }), 'path', 'without ".."'],
    ['a path of nothing', log({ path: './' }), 'path', 'not an empty one'],
    ['no path', { source: 'file' }, '', 'needs "path"'],
    ['an age of zero', { source: 'file', path: 'a', max_age: '0m' }, 'max_age', '; "never" is for'],
    ['an answer of any age', http('https://a.example/', { max_age: 'never' }), 'max_age', 'whole number'],
    ['a method that writes', http('https://a.example/', { method: 'POST' }), 'method', '"GET"'],
    ['no address', http('usage'), 'url', 'is no URL'],
    ['an address of a file', http('file:///etc/passwd'), 'url', 'https or http'],
    ['a password', http('https://me:secret@a.example/'), 'url', 'credentials'],
    ['an empty password', http('https://@a.example/'), 'url', 'credentials'],
    ['a fragment', http('https://a.example/#x'), 'url', 'fragment'],
    ['a host that the actor names', http('https://{actor}.example/'), 'url', 'in its host'],
    ['a port that the actor names', http('https://a.example:8{actor}/'), 'url', 'is no URL'],
    ['a user that the actor names', http('https://{actor}@a.example/'), 'url', 'credentials'],
    ['a placeholder of nothing', http('https://a.example/{token}'), 'url', 'none of {actor}'],
    ['a window that it has not', http('https://a.example/{window}'), 'url', 'no "window"'],
    ['a unit that is none', http('https://a.example/', { unit: 'eur' }), 'unit', '"count" or "usd"'],
  ])('with %s is refused', (_, raw, at, says) => {
    const parsed = parseCounter('tokens', raw)
    expect(parsed).toMatchObject({ wrong: expect.stringContaining(says), at: expect.any(Array) })
    expect(parsed).not.toHaveProperty('counter')
    expect('at' in parsed ? parsed.at.join('.') : undefined).toBe(at)
    expect(JSON.stringify(parsed)).not.toContain('secret')
  })

  test.each(RUN_EVENTS)('may count the event %s', (event) => {
    const raw = { source: 'actions', window: '1h', event }
    expect(parseCounter('tokens', raw)).toMatchObject({ counter: { event } })
  })

  test.each<[object, string, readonly string[]]>([
    [{ source: 'actions', window: '1h', event: 'pull_requests' }, 'pull_requests', ['pull_request']],
    [{ source: 'actions', window: '1h', status: 'sucess' }, 'sucess', ['success']],
    [{ source: 'action', window: '1h' }, 'action', ['actions']],
    [{ source: 'actions', windw: '1h', window: '1h' }, 'windw', ['window']],
  ])('says in %j which word was meant to be one of which', (raw, word, known) => {
    const parsed = parseCounter('tokens', raw)
    expect(parsed).toMatchObject({ meant: { word, known: expect.arrayContaining([...known]) } })
  })

  test.each(['', 'a b', '__proto__ ', '1', 'a'.repeat(65), 'a.b'])('named %j is refused', (name) => {
    expect(parseCounter(name, { source: 'actions', window: '1h' })).toMatchObject({ wrong: expect.any(String), at: [] })
  })
})
