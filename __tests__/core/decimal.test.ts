import { describe, expect, test } from '@jest/globals'
import { amountOf, formatAmount, keepsDigits, MAX_UNITS, parseAmount } from '../../src/core/decimal.js'

describe('an amount is what its text says, exactly', () => {
  test.each<[string, number]>([
    ['0', 0],
    ['0.0', 0],
    ['0e99', 0],
    ['1', 1_000_000],
    ['600.5', 600_500_000],
    ['12.50', 12_500_000],
    ['0.1', 100_000],
    ['0.000001', 1],
    ['1e-6', 1],
    ['1.5E+3', 1_500_000_000],
    ['100000000e-8', 1_000_000],
    ['1.10000000000000000000', 1_100_000],
    ['1000000000', MAX_UNITS],
    ['1e9', MAX_UNITS],
    ['1000000000.000000000', MAX_UNITS],
    ['999999999.999999', 999_999_999_999_999],
  ])('%s', (text, units) => {
    expect(parseAmount(text)).toEqual({ units })
  })
})

describe('everything else is refused, with the reason', () => {
  test.each<[string, RegExp]>([
    ['', /^must not be empty$/],
    [' \t\n', /^must not be empty$/],
    ['-5', /must not be negative/],
    ['-0', /must not be negative/],
    ['-1e3', /must not be negative/],
    ['0.0000001', /at most 6 decimals, not "0.0000001"/],
    ['1.2345678', /at most 6 decimals/],
    ['1e-7', /at most 6 decimals/],
    ['5e-99', /at most 6 decimals/],
    ['1000000000.000001', /at most 1000000000/],
    ['1000000001', /at most 1000000000/],
    ['1e10', /at most 1000000000/],
    ['9e99', /at most 1000000000/],
    ['1e100', /exponent of more than two digits/],
    ['1e-0000000006', /exponent of more than two digits/],
    ['1'.repeat(65), /at most 64 characters; it has 65/],
    ...[' 5', '5 ', '5\n', '+5', '--5', '-x', '05', '.5', '5.', '1e', '1e1.5', '1.2.3'].map(odd),
    ...['1,000', '1_000', '1 000', "1'000", '5,5', '$5', '5 BRL', '5%', '5n'].map(odd),
    ...['NaN', 'Infinity', '-Infinity', '.inf', '.nan', '0x10', '0o17', '0b1', 'null', 'true'].map(odd),
    ...['٣', '5٣', '５', '½', '五', '5\u200b', '\u22125', '5\0'].map(odd),
  ])('%j', (text, wrong) => {
    expect(parseAmount(text)).toEqual({ wrong: expect.stringMatching(wrong) })
  })

  function odd(text: string): [string, RegExp] {
    return [text, /^must be a plain decimal such as 12.50, without separators or units, not "/]
  }
})

describe('a number is taken by its shortest text', () => {
  test.each<[unknown, number]>([
    [0, 0],
    [1.5, 1_500_000],
    [0.000001, 1],
    [1e9, MAX_UNITS],
    [999999999.999999, 999_999_999_999_999],
    ['0.10', 100_000],
  ])('%p', (value, units) => {
    expect(amountOf(value)).toEqual({ units })
  })

  test.each<[unknown, RegExp]>([
    [0.1 + 0.2, /must not be a number with 17 digits, not 0.30000000000000004: write it in quotes/],
    [1234567890.1234567, /17 digits/],
    [1e-7, /at most 6 decimals/],
    [1e21, /at most 1000000000/],
    [1000000001, /at most 1000000000/],
    [-1, /must not be negative/],
    [-0, /must not be negative/],
    [Number.NaN, /must be a finite number, not NaN/],
    [Number.POSITIVE_INFINITY, /must be a finite number, not Infinity/],
    [Number.NEGATIVE_INFINITY, /must be a finite number, not -Infinity/],
    ...[null, undefined, true, [], [5], {}, 5n, new Date(0), new Number(5)].map((value): [unknown, RegExp] => [
      value,
      /must be an amount: a number, or a decimal in quotes/,
    ]),
  ])('%p is refused', (value, wrong) => {
    expect(amountOf(value)).toEqual({ wrong: expect.stringMatching(wrong) })
  })
})

describe('a number keeps what was written', () => {
  test.each<[string, boolean]>([
    ['0', true],
    ['-0', true],
    ['0.10', true],
    ['0.1000000000000000000000', true],
    ['1000000000000000000000', true],
    ['123456789012345', true],
    ['0.1234567890123456', true],
    ['9007199254740991', true],
    ['1e21', true],
    ['1.5E+3', true],
    ['0.3e-5', true],
    ['1e400', true],
    ['0x10', true],
    ['0.1000000000000000000001', false],
    ['0.30000000000000000001', false],
    ['999999999.99999999999999999999', false],
    ['1000000000.00000001', false],
    ['9007199254740993', false],
    ['1e-400', false],
    ['-5.0000000000000000000001', false],
    ['0x20000000000001', false],
  ])('%s: %p', (source, keeps) => expect(keepsDigits(Number(source), source)).toBe(keeps))

  test('in every amount that there can be', () => {
    for (let n = 0; n < 2000; n++) {
      const text = formatAmount((n * 499_999_999_979) % MAX_UNITS)
      expect(keepsDigits(Number(text), text)).toBe(true)
    }
  })
})

describe('an amount is written in one way', () => {
  test.each<[number, string]>([
    [0, '0'],
    [1, '0.000001'],
    [100_000, '0.1'],
    [600_500_000, '600.5'],
    [1_000_000_000, '1000'],
    [MAX_UNITS, '1000000000'],
    [9e15, '9000000000'],
  ])('%p', (units, text) => {
    expect(formatAmount(units)).toBe(text)
  })

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%p is no amount', (units) => {
    expect(() => formatAmount(units)).toThrow(RangeError)
  })

  test('and reads back as the same, as a text and as a number', () => {
    const edges = Array.from({ length: 16 }, (_, power) => 10 ** power).flatMap((edge) => [edge - 1, edge, edge + 1])
    // A step that is prime to the powers of ten, so that all decimals come up.
    const spread = Array.from({ length: 2000 }, (_, n) => n * 499_999_999_979)
    for (const units of [...edges, ...spread].filter((value) => value <= MAX_UNITS)) {
      const text = formatAmount(units)
      expect(parseAmount(text)).toEqual({ units })
      expect(amountOf(Number(text))).toEqual({ units })
    }
  })
})
