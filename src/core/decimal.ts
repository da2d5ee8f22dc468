/** Money is a whole number of millionths here: a fraction in binary is not what somebody wrote, and sums of it drift. */

/** So many units make one: six decimals. */
export const MICRO = 1_000_000
/** The largest amount, 1,000,000,000, in units. */
export const MAX_UNITS = 1e15

/** An amount in millionths, or what is wrong with it: words that follow its name, as in `must not be negative`. */
export type Amount = { readonly units: number } | { readonly wrong: string }

const DECIMALS = 6
const MAX_CHARACTERS = 64
// What JSON takes for a number (RFC 8259, section 6), without its sign.
const NUMBER = /^(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE]([+-]?)([0-9]+))?$/

/** The amount that this text says, exactly: a number as JSON writes it, with at most six decimals. */
export function parseAmount(text: string): Amount {
  if (text.trim() === '') return { wrong: 'must not be empty' }
  if (text.length > MAX_CHARACTERS)
    return { wrong: `must have at most ${MAX_CHARACTERS} characters; it has ${text.length}` }
  const [, whole, fraction = '', sign = '', exponent = ''] = NUMBER.exec(text) ?? []
  const shown = JSON.stringify(text)
  if (whole === undefined) {
    if (text.startsWith('-') && NUMBER.test(text.slice(1))) return { wrong: `must not be negative, not ${shown}` }
    return { wrong: `must be a plain decimal such as 12.50, without separators or units, not ${shown}` }
  }
  if (exponent.length > 2) return { wrong: `must not have an exponent of more than two digits, not ${shown}` }
  const shift = Number(sign + exponent) - fraction.length + DECIMALS
  const digits = (whole + fraction).padStart(1 - shift, '0')
  const beyond = shift < 0 ? digits.slice(shift) : ''
  if (/[1-9]/.test(beyond)) return { wrong: `must have at most ${DECIMALS} decimals, not ${shown}` }
  const units = BigInt(digits.slice(0, digits.length - beyond.length) + '0'.repeat(Math.max(shift, 0)))
  if (units > BigInt(MAX_UNITS)) return { wrong: `must be at most ${MAX_UNITS / MICRO}, not ${shown}` }
  return { units: Number(units) }
}

/**
 * The amount in a value from YAML or JSON: a text as it is written, a number by its shortest text.
 *
 * That text is what was written as long as this had at most 15 significant digits, and every amount up to the largest
 * with six decimals has no more. A number whose shortest text is longer is refused: digits of it may have got lost when
 * it was read. One that was written longer and reads like a shorter one (0.1000000000000000001) cannot be told from it
 * by its value: whoever has the text that it was read from asks `keepsDigits`, as the reader of configs does.
 */
export function amountOf(value: unknown): Amount {
  if (typeof value === 'string') return parseAmount(value)
  if (typeof value !== 'number') return { wrong: 'must be an amount: a number, or a decimal in quotes' }
  if (!Number.isFinite(value)) return { wrong: `must be a finite number, not ${value}` }
  const text = Object.is(value, -0) ? '-0' : String(value)
  const digits = digitsOf(text)
  if (digits.length <= 15) return parseAmount(text)
  return { wrong: `must not be a number with ${digits.length} digits, not ${text}: write it in quotes` }
}

/** True where this number, written again, has every digit of the text that it was read from. */
export function keepsDigits(value: number, source: string): boolean {
  if (!Number.isFinite(value)) return true
  // Hexadecimal and octal numbers of YAML are whole.
  if (!/^[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?$/.test(source)) return Number.isSafeInteger(value)
  const [written, kept] = [source, String(value)].map((text) => digitsOf(text).replace(/0+$/, ''))
  return written === kept
}

const digitsOf = (text: string): string => text.replace(/e.*$/i, '').replace(/[-+.]/g, '').replace(/^0+/, '')

/** The amount as people write it, without zeros at its end: `600.5`, `0.000001`, `1000`. */
export function formatAmount(units: number): string {
  if (!Number.isSafeInteger(units) || units < 0) throw new RangeError(`${units} is no amount in millionths`)
  const digits = String(units).padStart(DECIMALS + 1, '0')
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, '')
  return `${digits.slice(0, -DECIMALS)}${fraction && '.'}${fraction}`
}
