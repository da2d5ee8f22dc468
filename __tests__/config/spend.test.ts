import { describe, expect, test } from '@jest/globals'
import { parseYaml } from '../../src/config/document.js'
import { MAX_INTENTS, parseSpend } from '../../src/config/spend.js'

const anIntent = (over: Record<string, unknown> = {}) => ({
  agentId: 'payer',
  entityId: 'acme',
  amount: '12.50',
  currency: 'BRL',
  category: 'utility',
  beneficiary: { id: 'utility:light_company' },
  purpose: 'PIX',
  ...over,
})
const without = (key: string) => Object.fromEntries(Object.entries(anIntent()).filter(([name]) => name !== key))
const read = { ...anIntent(), amount: 12_500_000 }

describe('what a step wants to spend', () => {
  test('one mapping is one payment', () => {
    expect(parseSpend(anIntent())).toEqual({ intents: [read] })
  })

  test('a list is as many, in its order', () => {
    expect(parseSpend([anIntent(), anIntent({ amount: 3 })])).toEqual({
      intents: [read, { ...read, amount: 3_000_000 }],
    })
  })

  test('everything that may be left out', () => {
    const over = {
      beneficiary: { id: 'bank:itau', account: '0001-9', country: 'BR' },
      metadata: { invoice: 7, lines: [{ text: 'light', net: 1.5, paid: false, note: null }] },
    }
    expect(parseSpend(anIntent(over))).toEqual({ intents: [{ ...read, ...over }] })
  })

  test.each(['PIX', 'CARD', 'WIRE', 'FEE', 'OTHER'])('the purpose %s', (purpose) => {
    expect(parseSpend(anIntent({ purpose }))).toEqual({ intents: [{ ...read, purpose }] })
  })

  test(`${MAX_INTENTS} payments`, () => {
    const read = parseSpend(Array.from({ length: MAX_INTENTS }, () => anIntent()))
    expect('intents' in read && read.intents).toHaveLength(MAX_INTENTS)
  })
})

describe('what is wrong is named with its place', () => {
  const beneficiary = (over: Record<string, unknown>) => anIntent({ beneficiary: { id: 'x', ...over } })
  test.each<[string, unknown, readonly (string | number)[], RegExp]>([
    ['nothing', undefined, [], /^is missing$/],
    ['null', null, [], /^must be a mapping, not null$/],
    ['a number', 12.5, [], /^must be a mapping, not 12.5$/],
    ['an empty list', [], [], /must name at least one payment/],
    ['a list in a list', [[anIntent()]], [0], /must be a mapping, not a list/],
    ['one payment too many', Array(MAX_INTENTS + 1).fill(anIntent()), [MAX_INTENTS], /at most 100 payments/],
    ['the second of a list', [anIntent(), anIntent({ amount: -1 })], [1, 'amount'], /must not be negative/],
    ...['agentId', 'entityId', 'amount', 'currency', 'category', 'beneficiary', 'purpose'].map(
      (key): [string, unknown, readonly string[], RegExp] => [`no ${key}`, without(key), [key], /^is missing$/],
    ),
    ['no id', anIntent({ beneficiary: {} }), ['beneficiary', 'id'], /^is missing$/],
    ['a beneficiary as text', anIntent({ beneficiary: 'x' }), ['beneficiary'], /must be a mapping, not "x"/],
    ['an agent that is a number', anIntent({ agentId: 7 }), ['agentId'], /^must be text, not 7$/],
    ['a blank category', anIntent({ category: ' ' }), ['category'], /^must not be empty$/],
    ['a category with a space before it', anIntent({ category: ' crypto' }), ['category'], /begin or end with a space/],
    ['a category nobody sees whole', anIntent({ category: 'cry\u200bpto' }), ['category'], /invisible characters/],
    ['a line break', anIntent({ entityId: 'a\nb' }), ['entityId'], /invisible characters/],
    [
      'a very long id',
      beneficiary({ id: 'x'.repeat(257) }),
      ['beneficiary', 'id'],
      /at most 256 characters, not "x{56}\.\.\.$/,
    ],
    ['an account that is a number', beneficiary({ account: 19 }), ['beneficiary', 'account'], /must be text, not 19/],
    ['an account that is null', beneficiary({ account: null }), ['beneficiary', 'account'], /must be text, not null/],
    [
      'a country in words',
      beneficiary({ country: 'Brazil' }),
      ['beneficiary', 'country'],
      /two capital letters, as in BR/,
    ],
    ['a country in small letters', beneficiary({ country: 'br' }), ['beneficiary', 'country'], /two capital letters/],
    [
      'a currency in small letters',
      anIntent({ currency: 'brl' }),
      ['currency'],
      /three capital letters, as in BRL, not "brl"/,
    ],
    ['a currency with a line break', anIntent({ currency: 'BRL\n' }), ['currency'], /three capital letters/],
    ['a sign for a currency', anIntent({ currency: 'R$' }), ['currency'], /three capital letters/],
    [
      'a purpose in small letters',
      anIntent({ purpose: 'pix' }),
      ['purpose'],
      /one of PIX, CARD, WIRE, FEE, OTHER, not "pix"/,
    ],
    ['a purpose nobody knows', anIntent({ purpose: 'GIFT' }), ['purpose'], /one of PIX/],
    ['metadata as a list', anIntent({ metadata: [] }), ['metadata'], /must be a mapping, not a list/],
    ['metadata with NaN', anIntent({ metadata: { a: [Number.NaN] } }), ['metadata'], /finite numbers/],
    ['metadata with something else', anIntent({ metadata: { a: () => 1 } }), ['metadata'], /plain values/],
  ])('%s', (_, value, path, wrong) => {
    expect(parseSpend(value)).toEqual({ path, wrong: expect.stringMatching(wrong) })
  })

  test.each<[unknown, RegExp]>([
    ['-5', /must not be negative/],
    ['NaN', /plain decimal/],
    [Number.NaN, /finite number, not NaN$/],
    [Number.POSITIVE_INFINITY, /finite number/],
    ['1e10', /at most 1000000000/],
    ['0.0000001', /at most 6 decimals/],
    [0.1 + 0.2, /write it in quotes/],
    ['', /must not be empty$/],
    ['1'.repeat(100), /at most 64 characters; it has 100$/],
    [null, /must be an amount/],
    [[5], /must be an amount/],
    [true, /must be an amount/],
  ])('the amount %p', (amount, wrong) => {
    expect(parseSpend(anIntent({ amount }))).toEqual({ path: ['amount'], wrong: expect.stringMatching(wrong) })
  })
})

describe('a key that is not known is named before the one that is missing', () => {
  test.each<[string, unknown, readonly (string | number)[], RegExp]>([
    ['snake case', { ...without('agentId'), agent_id: 'payer' }, ['agent_id'], /did you mean "agentId"/],
    ['a typing error', [{ ...without('currency'), curency: 'BRL' }], [0, 'curency'], /did you mean "currency"/],
    ['below', anIntent({ beneficiary: { di: 'x' } }), ['beneficiary', 'di'], /did you mean "id"|known keys are id/],
    ['far from all', anIntent({ approved: true }), ['approved'], /known keys are agentId, .*metadata$/],
    ['a name that objects have', anIntent({ constructor: 1 }), ['constructor'], /^is an unknown key/],
    ['__proto__', JSON.parse('{"__proto__": {"amount": 1}}'), ['__proto__'], /^is an unknown key/],
  ])('%s', (_, value, path, wrong) => {
    expect(parseSpend(value)).toEqual({
      path,
      wrong: expect.stringMatching(wrong),
      known: expect.arrayContaining([path.includes('beneficiary') ? 'country' : 'purpose']),
    })
  })
})

describe('from YAML', () => {
  const spend = (text: string) => parseSpend(parseYaml({ path: 'spend.yaml', bytes: Buffer.from(text) }).value)

  test('a mapping that holds itself ends, and is refused', () => {
    const metadata: Record<string, unknown> = {}
    Object.assign(metadata, { a: metadata, b: metadata })
    const wrong = { path: ['metadata'], wrong: expect.stringMatching(/at most 16 deep/) }
    expect(parseSpend({ ...anIntent(), metadata })).toEqual(wrong)
    const text = JSON.stringify(anIntent()).replace(/}$/, ', "metadata": &m { a: *m, b: *m } }')
    expect(() => spend(text)).toThrow(expect.objectContaining({ code: 'ERR_CONFIG_ALIASES', line: 1 }))
  })

  test('a number is exact up to six decimals', () => {
    expect(spend(JSON.stringify(anIntent()).replace('"12.50"', '999999999.999999'))).toMatchObject({
      intents: [{ amount: 999_999_999_999_999 }],
    })
  })
})
