import { describe, expect, test } from '@jest/globals'
import { at, HOUR, NOW, reading, unknown } from './asking.js'

/** What a number may be, wherever it is read: here in a file of the trusted source. */

const inFile = (text: string) => ({
  readFile: async (path: string) => ({ path, bytes: new TextEncoder().encode(text) }),
})
const counted = (value: string, rest = '', time: string | undefined = at(NOW)) =>
  inFile(`{"tokens":{"value":${value}${rest}${time === undefined ? '' : `,"at":"${time}"`}}}`)
const FILE = { source: 'file', path: 'usage.json' }

describe('a value', () => {
  test.each([
    ['count', '0', 0],
    ['count', '-0', 0],
    ['count', '41', 41],
    ['count', '1e3', 1000],
    ['count', '"41"', 41],
    ['count', '9007199254740991', Number.MAX_SAFE_INTEGER],
    ['usd', '12.5', 12_500_000],
    ['usd', '"12.50"', 12_500_000],
    ['usd', '0.1', 100_000],
    ['usd', '"0.000001"', 1],
    ['usd', '0', 0],
    ['usd', '"1000000000"', 1_000_000_000_000_000],
  ])('in %s of %s is %d', async (unit, value, expected) => {
    const read = await reading({ ...FILE, unit }, counted(value))
    expect(read).toEqual({
      value: expected,
      unit: unit === 'usd' ? 'micro' : 'count',
      source: 'file usage.json',
      at: at(NOW),
    })
  })

  test.each([
    ...['-1', '1.5', '9007199254740992', '1e400', '1e21', 'null', 'true', '[1]', '{}', '"NaN"', '"1.5"', '"-1"'],
    ...['"0x10"', '" 1"', '""', '"01"', '"1e3"', '"99999999999999999"', '"١"'],
  ])('of %s is no count', async (value) => {
    expect(await reading(FILE, counted(value))).toMatchObject(unknown('ERR_USAGE_VALUE', 'its "value" must be'))
  })

  test.each([
    ...['-0.01', '"-1"', '0.0000001', '"1,5"', '"NaN"', '"Infinity"', '1e400', '1e10', '"1000000000.000001"', 'null'],
    ...['0.30000000000000004', '"1e999"', '"0x10"', '"$5"', '[1]'],
  ])('of %s is no amount', async (value) => {
    expect(await reading({ ...FILE, unit: 'usd' }, counted(value))).toMatchObject(
      unknown('ERR_USAGE_VALUE', 'its "value" must'),
    )
  })

  test.each([
    ['usd', '"micro"', '1500000', 1_500_000],
    ['usd', '"micro"', '9000000000000000', 9e15],
    ['usd', '"usd"', '1.5', 1_500_000],
    ['count', '"count"', '3', 3],
  ])('for a counter in %s that says %s of itself is taken', async (unit, said, value, expected) => {
    expect(await reading({ ...FILE, unit }, counted(value, `,"unit":${said}`))).toMatchObject({ value: expected })
  })

  test.each([
    ['count', '"usd"'],
    ['count', '"micro"'],
    ['usd', '"count"'],
    ['usd', '"eur"'],
    ['count', '1'],
  ])('for a counter in %s that says %s of itself is not', async (unit, said) => {
    expect(await reading({ ...FILE, unit }, counted('1', `,"unit":${said}`))).toMatchObject(
      unknown('ERR_USAGE_UNIT', 'they must be one'),
    )
  })

  test.each(['1.5', '9000000000000001', '-1'])('of %s is no millionths', async (value) => {
    const read = await reading({ ...FILE, unit: 'usd' }, counted(value, ',"unit":"micro"'))
    expect(read).toMatchObject(unknown('ERR_USAGE_VALUE', 'whole number'))
  })

  test('that is not there is no zero', async () => {
    const read = await reading(FILE, inFile(`{"tokens":{"at":"${at(NOW)}"}}`))
    expect(read).toEqual({ ...unknown('ERR_USAGE_VALUE', 'is not there'), at: at(NOW) })
  })
})

describe('the time of a value', () => {
  test.each([
    ['now', 0, {}],
    ['an hour ago', HOUR, {}],
    ['as long ago as it may be', 5 * 60_000, { max_age: '5m' }],
    ['a little ahead', -5 * 60_000, {}],
    ['long ago, where it may be', 5000 * HOUR, { max_age: 'never' }],
  ])('may be %s', async (_, ago, rest) => {
    const read = await reading({ ...FILE, ...rest }, counted('3', '', at(NOW - ago)))
    expect(read).toMatchObject({ value: 3, at: at(NOW - ago) })
  })

  test.each([
    ['over an hour ago', HOUR + 1, {}, '"max_age"'],
    ['longer ago than it may be', 5 * 60_000 + 1, { max_age: '5m' }, '"max_age"'],
    ['ahead', -5 * 60_000 - 1, {}, 'lies ahead'],
    ['ahead where any age will do', -24 * HOUR, { max_age: 'never' }, 'lies ahead'],
  ])('may not be %s', async (_, ago, rest, says) => {
    const read = await reading({ ...FILE, ...rest }, counted('3', '', at(NOW - ago)))
    expect(read).toEqual({ ...unknown('ERR_USAGE_STALE', says), at: at(NOW - ago) })
  })

  test('may be left out where any age will do, and only there', async () => {
    const without = inFile('{"tokens":{"value":3}}')
    expect(await reading({ ...FILE, max_age: 'never' }, without)).toMatchObject({ value: 3, at: at(NOW) })
    expect(await reading(FILE, without)).toMatchObject(unknown('ERR_USAGE_STALE', 'does not say when'))
  })

  test.each(['yesterday', '2026-11-21', '2026-02-30T00:00:00Z', '2026-11-21T17:20:06'])('is not %j', async (time) => {
    expect(await reading(FILE, counted('3', '', time))).toMatchObject(unknown('ERR_USAGE_VALUE', 'its "at" must be'))
  })

  test.each([Number.NaN, -1, Number.POSITIVE_INFINITY, 1e17])('is not known by a clock that says %d', async (now) => {
    expect(await reading(FILE, counted('3'), { now })).toMatchObject(unknown('ERR_USAGE_CLOCK', 'set its clock'))
  })
})

describe('a file of counters', () => {
  const written = `{"value":3,"at":"${at(NOW)}"}`
  test.each([
    ['by name', {}, `{"tokens":${written}}`],
    ['by another name', { key: 'llm' }, `{"llm":${written}}`],
    ['together', {}, `{"counters":{"tokens":${written}},"requests":{"value":0}}`],
    ['in YAML', { path: 'usage.yaml' }, `# by hand\ntokens:\n  value: 3\n  at: ${at(NOW)}\n`],
    ['in YAML with capitals', { path: 'usage.YAML' }, `tokens:\n  value: 3\n  at: ${at(NOW)}\n`],
    ['in YAML with others', { path: 'usage.Yml' }, `tokens: { value: 3, at: "${at(NOW)}" }\n`],
    ['for each person', {}, `{"tokens":{"by_actor":{"Alice":${written},"bob":{"value":9}}}}`],
    ['for each person, with what holds for all', {}, `{"tokens":{"by_actor":{"alice":3},"at":"${at(NOW)}"}}`],
  ])('has them %s', async (_, rest, text) => {
    expect(await reading({ ...FILE, ...rest }, inFile(text))).toMatchObject({ value: 3, at: at(NOW) })
  })

  test('counts the highest of those behind the run, and nobody twice', async () => {
    const text = `{"tokens":{"by_actor":{"alice":3,"bob":{"value":8,"at":"${at(NOW - 5)}"},"eve":99},"at":"${at(NOW)}"}}`
    const read = await reading(FILE, inFile(text), { actors: ['alice', 'BOB', 'Alice'] })
    expect(read).toMatchObject({ value: 8, at: at(NOW - 5) })
  })

  test.each([
    ['has no such counter', {}, '{"requests":{"value":3}}', 'has no counter "tokens"'],
    ['has one of the prototype alone', { key: 'constructor' }, '{}', 'has no counter'],
    ['is a list', {}, '[]', 'has no counter'],
    ['is no JSON', {}, '{', 'cannot be read'],
    ['is empty', {}, '', 'cannot be read'],
    ['is empty YAML', { path: 'a.yaml' }, '', 'has no counter'],
    ['has a name twice', { path: 'a.yml' }, 'tokens: {value: 1}\ntokens: {value: 2}', 'keys must be unique'],
    [
      'has two documents',
      { path: 'a.yml' },
      `tokens: ${written}\n---\ntokens: ${written}`,
      '"a.yml" cannot be read: it has a second document ("---"), and one file is one document; take one of them out',
    ],
    ['has a name twice in JSON', {}, `{"tokens":{"value":9},"tokens":${written}}`, '"tokens" is there twice'],
    ['has a value twice', {}, `{"tokens":{"value":9,"v\\u0061lue":0,"at":"${at(NOW)}"}}`, '"value" is there twice'],
    ['has lost digits', {}, `{"tokens":{"value":3.0000000000000000001,"at":"${at(NOW)}"}}`, 'more digits'],
    ['has it in two places', {}, `{"counters":{"tokens":${written}},"tokens":${written}}`, 'beside it'],
    ['has an alias bomb', { path: 'a.yml' }, `a: &a [1]\n${bomb()}`, 'cannot be read'],
  ])('that %s has none', async (_, rest, text, says) => {
    expect(await reading({ ...FILE, ...rest }, inFile(text))).toMatchObject(unknown('ERR_USAGE_FILE', says))
  })

  test('has none that YAML would round, and an amount of many digits where they are zeros', async () => {
    const usd = (value: string) => inFile(`tokens: { value: ${value}, at: "${at(NOW)}" }\n`)
    const counter = { ...FILE, path: 'a.yaml', unit: 'usd' }
    expect(await reading(counter, usd('0.30000000000000000001'))).toMatchObject(
      unknown('ERR_USAGE_VALUE', '6 decimals'),
    )
    expect(await reading(counter, usd('0.30000000000000000000'))).toMatchObject({ value: 300_000 })
  })

  // What says of itself that it is broken, or is misspelt, is no zero.
  test.each([
    [`{"tokens":{"value":0,"at":"${at(NOW)}","unknown":"broken"}}`, 'it has the key "unknown"'],
    [`{"tokens":{"value":0,"at":"${at(NOW)}","units":"usd"}}`, 'it has the key "units"'],
    [`{"tokens":{"at":"${at(NOW)}","by_actor":{"alice":0},"error":1}}`, 'it has the key "error"'],
    [`{"tokens":{"at":"${at(NOW)}","by_actor":{"alice":{"value":0,"error":1}}}}`, 'it has the key "error"'],
    [`{"tokens":{"at":"${at(NOW)}","by_actor":{"alice":{"value":0,"by_actor":{}}}}}`, 'it has the key "by_actor"'],
  ])('has none in %s', async (text, says) => {
    expect(await reading(FILE, inFile(text))).toMatchObject(unknown('ERR_USAGE_VALUE', says))
  })

  // As whom somebody comes, they choose: no fallback covers this code.
  test.each([
    ['does not have this person', '{"tokens":{"value":0,"by_actor":{"bob":1}}}', 'nothing below "by_actor"'],
    ['has this person twice', '{"tokens":{"by_actor":{"ALICE":1,"alice":9}}}', 'more than once'],
    ['has people that are no mapping', '{"tokens":{"by_actor":[]}}', 'nothing below "by_actor"'],
  ])('that %s has none, and that is closed', async (_, text, says) => {
    expect(await reading(FILE, inFile(text))).toMatchObject(unknown('ERR_INPUT_INCOMPLETE', says))
  })

  test('has none where one of those behind the run is not in it', async () => {
    const text = `{"tokens":{"by_actor":{"alice":3},"at":"${at(NOW)}"}}`
    const read = await reading(FILE, inFile(text), { actors: ['alice', 'bob'] })
    expect(read).toMatchObject(unknown('ERR_INPUT_INCOMPLETE', 'for "bob"'))
  })

  test('that is not there has none', async () => {
    const read = await reading(FILE, { readFile: async () => undefined })
    expect(read).toMatchObject(unknown('ERR_USAGE_FILE', 'there is no "usage.json" in the trusted source'))
  })

  test('has none for nobody', async () => {
    const read = await reading(FILE, inFile('{"tokens":{"by_actor":{"alice":3}}}'), { actors: [] })
    expect(read).toMatchObject(unknown('ERR_USAGE_UNAVAILABLE', 'nobody is known'))
  })
})

function bomb(): string {
  const letters = 'abcdefghij'
  return [...letters.slice(1)].map((one, i) => `${one}: &${one} [${`*${letters[i]},`.repeat(9)}]`).join('\n')
}
