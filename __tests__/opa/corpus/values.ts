import type { Json } from '../../../src/core/json.js'
import type { Random } from './random.js'

/** Texts in which two programs may see different things. */
export const TEXTS: readonly string[] = [
  ...[
    '',
    ' ',
    'a',
    'b',
    'A',
    'ab',
    'abc',
    'aXbX',
    'aaa',
    '-',
    ',',
    'a,b',
    '/',
    'a/b',
    '.',
    '*',
    '?',
    '$',
    'x$',
    '%',
    '%d',
  ],
  ...['é', 'e\u0301', 'ä', 'ß', 'ẞ', 'İ', 'ı', 'Σ', 'ς', 'ﬁ', 'ŉ', '😀', 'a😀b', '𐐀', '\uffff', '\ufeffx', '\u200b'],
  ...['\u0000', 'a\u0000b', '\n', 'a\r\nb', '\t', '\u00a0x\u2003', '\u0085', '\u2028', '<&>', '"', '\\', '\\n', "'"],
  ...['\ud800', 'a\udc00', '\u007f', '\u0001', '::warning::x', '$x', '`', '{', '}', '[', '[a]', '(a|b)', '{a,b}'],
  ...['0', '1', '-1', '007', '1e3', '1_000', '0x10', ' 1', '9007199254740993', 'Infinity', 'NaN', '1.50', '+1', '١'],
  ...['true', 'null', '{}', '[1, 2]', '{"a": 1}', '"x"', 'YQ==', 'YQ', 'äa', '10.0.0.0/8', '10.1.2.3', '::1', '::/0'],
  ...['admin', 'Admin', 'developer', 'external', 'deploy', 'deploy-prod', 'search_issues', 'github', '__proto__'],
  ...[
    'constructor',
    'toString',
    'a-b_c',
    'a b',
    'labels/x',
    '^a+$',
    '[0-9]+',
    '\\d',
    '\\p{L}',
    '(?i)A',
    'a{2}',
    '(',
    '.*',
  ],
]

const NUMBERS: readonly number[] = [
  ...[
    0,
    -0,
    1,
    -1,
    2,
    3,
    7,
    10,
    63,
    64,
    100,
    101,
    255,
    256,
    1000,
    0.1,
    0.2,
    0.3,
    0.5,
    -0.5,
    1.5,
    2.5,
    -1.5,
    1.05,
    1 / 3,
  ],
  ...[1e3, 1e15, 1e16, 1e21, 1e22, 1e100, 1e308, 5e-324, 1e-7, 1e-5, 123456789.123, 2 ** 31, 2 ** 32, -(2 ** 31) - 1],
  ...[2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2, 2 ** 63, -(2 ** 63), 2 ** 64, 1e19],
]

export type Kind = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object' | 'set'
const KINDS: readonly Kind[] = ['null', 'boolean', 'number', 'string', 'array', 'object', 'set']

/** A set, as a policy of the corpus takes it from an input: JSON has none. */
const aSet = (items: readonly Json[]): Json => ({ '\u0001set': items })

export const drawText = (random: Random): string =>
  random.chance(80) ? random.pick(TEXTS) : random.list(2, 4, () => random.pick(TEXTS)).join('')

export const drawNumber = (random: Random): number =>
  random.chance(70) ? random.pick(NUMBERS) : (random.int(4001) - 2000) / random.pick([1, 1, 1, 2, 4, 10, 1000])

/** A value of this kind, or of any one; nested so deep at most. */
export function drawValue(random: Random, kind: Kind = random.pick(KINDS), depth = 2): Json {
  const inner = (): Json => drawValue(random, depth > 0 ? undefined : random.pick(KINDS.slice(0, 4)), depth - 1)
  switch (kind) {
    case 'null':
      return null
    case 'boolean':
      return random.chance(50)
    case 'number':
      return drawNumber(random)
    case 'string':
      return drawText(random)
    case 'array':
      return random.chance(40) ? random.list(0, 4, () => drawText(random)) : random.list(0, 4, inner)
    case 'set':
      return aSet(random.chance(40) ? random.list(0, 4, () => drawText(random)) : random.list(0, 4, inner))
    case 'object':
      return Object.fromEntries(random.list(0, 4, () => [drawText(random), inner()] as const))
  }
}

/** The rules by which a policy makes the sets of such a value; the last step goes no deeper than values do. */
export const SETS = [
  'made(v) := {w | some x in v["\\u0001set"]; w := made1(x)} if v["\\u0001set"] else := [w | some x in v; w := made1(x)] if is_array(v) else := {k: w | some k, x in v; w := made1(x)} if is_object(v) else := v',
  'made1(v) := {w | some x in v["\\u0001set"]; w := made2(x)} if v["\\u0001set"] else := [w | some x in v; w := made2(x)] if is_array(v) else := {k: w | some k, x in v; w := made2(x)} if is_object(v) else := v',
  'made2(v) := {x | some x in v["\\u0001set"]} if v["\\u0001set"] else := v',
].join('\n')
