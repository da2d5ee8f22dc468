import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Json } from '../../src/core/json.js'
import type { EmbeddedOpa } from '../../src/pdp/local/embedded-opa.js'
import { compareValues, parseValue } from '../../src/pdp/local/value.js'
import { anOpa, modulesOf, saidBy } from '../support/opa.js'

describe('a value in OPA\'s notation becomes the JSON that "opa eval" prints', () => {
  test.each<{ text: string; is: Json }>([
    { text: 'null', is: null },
    { text: 'true', is: true },
    { text: '-1.5e3', is: -1500 },
    { text: '"a"', is: 'a' },
    { text: '"a\\"b\\\\"', is: 'a"b\\' },
    { text: '"\\u00e4\\n"', is: 'ä\n' },
    { text: '"{1, [2], set()}"', is: '{1, [2], set()}' },
    { text: '[]', is: [] },
    { text: '{}', is: {} },
    { text: 'set()', is: [] },
    { text: '[3, 1, 2]', is: [3, 1, 2] },
    { text: '{3, 1, 2}', is: [1, 2, 3] },
    { text: '{"k": {"b", "a"}}', is: { k: ['a', 'b'] } },
    { text: '{"result": [{"b", "a"}, set(), {}]}', is: { result: [['a', 'b'], [], {}] } },
    { text: '{1: "a", true: "b", null: "c"}', is: { 1: 'a', null: 'c', true: 'b' } },
    { text: '{[1, "x"]: 1}', is: { '[1,"x"]': 1 } },
    { text: '{{2, 1}: 1}', is: { '[1,2]': 1 } },
    { text: '{"__proto__": {"a"}, "constructor": 1}', is: JSON.parse('{"__proto__":["a"],"constructor":1}') as Json },
    { text: ' [ 1 ,2 ] ', is: [1, 2] },
    { text: '[{"": set()}]', is: [{ '': [] }] },
  ])('$text', ({ text, is }) => {
    expect(JSON.stringify(parseValue(text))).toBe(JSON.stringify(is))
  })

  test.each([
    '',
    '[',
    '{',
    '{1',
    '[1',
    '[1 2]',
    '{1 2}',
    '{"a": 1, 2}',
    '{"a" 1}',
    '"a',
    '"a\\',
    'nul',
    'set(',
    '1 2',
    '[1,]',
    '}',
    '{1: }',
  ])('what is no value is an error, and no hang: %j', (text) => {
    expect(() => parseValue(text)).toThrow(SyntaxError)
  })

  test('a set of 20,000 members and a nesting of 500 are no trouble', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 20_000)
    expect(parseValue(`{${many.join(', ')}}`)).toEqual(many.map((_, i) => i))
    expect(JSON.stringify(parseValue(`${'{'.repeat(500)}1${'}'.repeat(500)}`))).toBe(
      `${'['.repeat(500)}1${']'.repeat(500)}`,
    )
  })
})

describe("compareValues has OPA's order", () => {
  const ascending: readonly Json[] = [
    null, false, true, -1e21, -1, -0.5, 0, 1e-7, 0.5, 1, 2, 10, 1e21,
    '', ' ', '10', '2', 'A', 'Z', 'a', 'aa', 'b', 'é', '漢', '\ue000', '\ufffd', '😀', '😁',
    [], [null], [1], [1, 0], [2], ['a'], [[]],
    {}, { a: 1 }, { a: 1, b: 2 }, { a: 2 }, { a: 2, b: 1 }, { b: 0 }, { b: 0, c: 0 },
  ] // biome-ignore format: one line a kind
  test('of a list of values, each one with each other', () => {
    const wrong = ascending.flatMap((a, i) =>
      ascending.flatMap((b, k) => (Math.sign(compareValues(a, b)) === Math.sign(i - k) ? [] : [[a, b]])),
    )
    expect(wrong).toEqual([])
  })

  test('which is that of OPA itself', async () => {
    const opa = anOpa()
    try {
      await opa.prepare({
        modules: modulesOf('package a\nx := [v | some v in {v | some v in input}]'),
        entrypoints: ['a/x'],
      })
      const [found] = await opa.eval([{ path: 'a/x', input: [...ascending].reverse() }], { timeoutMs: 5000 })
      expect(saidBy(found)).toEqual(ascending)
    } finally {
      opa.close()
    }
  })
})

/** mulberry32: the same values in every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Kinds = { readonly setsInSets: boolean; readonly oddKeys: boolean }

const STRINGS = [
  '',
  'a',
  'b',
  'ab',
  'é',
  'z',
  'Z',
  '\ue000',
  '\ufffd',
  '😀',
  '😁',
  '漢字',
  'a"b',
  'a\\b',
  '<&>',
  'set()',
  '{',
  '10',
  '2',
  '__proto__',
]
const NUMBERS = [0, 1, -1, 2, 10, 0.5, -0.25, 1e21, 123456789, 1e-7, 9007199254740991]

/** A value in Rego's notation, and the same for each equal value. */
type Generated = { readonly text: string; readonly same: string }

const scalar = (text: string): Generated => ({ text, same: text })
const distinct = (items: readonly Generated[]) => [...new Map(items.map((item) => [item.same, item])).values()]
const write = (open: string, items: readonly Generated[], close: string, sorted: boolean): Generated => {
  const sames = items.map(({ same }) => same)
  const body = (texts: readonly string[]) => `${open}${texts.join(', ')}${close}`
  return { text: body(items.map(({ text }) => text)), same: body(sorted ? sames.sort() : sames) }
}

/** A random value as opa_value_dump writes it, which is also Rego; sets in any order. */
function generate(next: () => number, depth: number, kinds: Kinds, inSet = false): Generated {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const some = (inside: boolean) =>
    Array.from({ length: Math.floor(next() * 5) }, () => generate(next, depth - 1, kinds, inside))
  const kind = next()
  if (depth === 0 || kind < 0.1) return scalar(pick(['null', 'true', 'false']))
  if (kind < 0.25) return scalar(String(pick(NUMBERS)))
  if (kind < 0.5) return scalar(JSON.stringify(pick(STRINGS)))
  if (kind < 0.65) return write('[', some(inSet), ']', false)
  if (kind < 0.8 && (!inSet || kinds.setsInSets)) {
    const members = distinct(some(true))
    return members.length === 0 ? scalar('set()') : write('{', members, '}', true)
  }
  const keys = distinct(some(inSet).map((key) => (kinds.oddKeys ? key : scalar(JSON.stringify(pick(STRINGS))))))
  const items = keys.map((key) => {
    const item = generate(next, depth - 1, kinds, inSet)
    return { text: `${key.text}: ${item.text}`, same: `${key.same}: ${item.same}` }
  })
  return write('{', items, '}', true)
}

/** Objects by their keys in order, so that only values and the order of lists count. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )

describe('generated values read as the interpreter prints them', () => {
  let opa: EmbeddedOpa
  beforeAll(() => {
    opa = anOpa()
  })
  afterAll(() => opa.close())

  test.each([
    { name: 'sets of scalars, lists and objects', seed: 1, kinds: { setsInSets: false, oddKeys: false } },
    { name: 'sets in sets', seed: 2, kinds: { setsInSets: true, oddKeys: false } },
    { name: 'keys that are no strings', seed: 3, kinds: { setsInSets: false, oddKeys: true } },
  ])('$name', async ({ seed, kinds }) => {
    const next = random(seed)
    const texts = Array.from({ length: 400 }, () => generate(next, 4, kinds).text)
    const rego = `package a\n${texts.map((text, i) => `x${i} := ${text}`).join('\n')}`
    const ready = await opa.prepare({ modules: modulesOf(rego), entrypoints: ['a'] })
    expect(ready.ok || ready.errors).toBe(true)
    const found = await opa.eval(
      texts.map((_, i) => ({ path: `a/x${i}` })),
      { timeoutMs: 5000 },
    )
    const wrong = texts.flatMap((text, i) => {
      const [theirs, ours] = [canonical(saidBy(found[i])), canonical(parseValue(text))]
      return theirs === ours ? [] : [{ text, theirs, ours }]
    })
    expect({ wrong: wrong.length, shortest: wrong.sort((a, b) => a.text.length - b.text.length)[0] }).toEqual({
      wrong: 0,
    })
  })
})
