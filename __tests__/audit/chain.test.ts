import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { chain, NO_HASH, readLink, START } from '../../src/audit/chain.js'
import { createVerifier, type Verified } from '../../src/audit/verify.js'
import { someEvents } from './decisions.js'

/** The lines of a log of runs with so many decisions each. */
function aLog(...sizes: readonly number[]): string[] {
  let head = START
  return sizes.flatMap((size) => {
    const run = chain(someEvents(size), head)
    head = run.head
    return run.lines.map(String)
  })
}

function verify(text: string | Buffer, head?: string): Verified {
  const verifier = createVerifier(head)
  const bytes = Buffer.from(text)
  let start = 0
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    verifier.add(bytes.subarray(start, end))
    start = end + 1
  }
  return verifier.end(bytes.subarray(start))
}

const findingsOf = (text: string | Buffer, head?: string) =>
  verify(text, head).findings.map(({ line, code }) => `${line} ${code}`)

const LOG = aLog(3, 1, 4, 2)
const link = (line: string) => JSON.parse(line).custom.chain

describe('a chained log', () => {
  test('counts its lines over all runs, and those of each run', () => {
    const places = LOG.map(link).map(({ seq, index, count }) => `${seq}: ${index}/${count}`)
    expect(places.join(' ')).toBe('1: 1/3 2: 2/3 3: 3/3 4: 1/1 5: 1/4 6: 2/4 7: 3/4 8: 4/4 9: 1/2 10: 2/2')
  })

  test('can be checked with nothing but sha256', () => {
    const [first = '', second = ''] = LOG
    expect([link(first).previous, link(second).previous]).toEqual([NO_HASH, link(first).hash])
    const zeroed = second.trimEnd().replace(link(second).hash, NO_HASH)
    expect(createHash('sha256').update(zeroed).digest('hex')).toBe(link(second).hash)
  })

  test('is unbroken as it was written, and says where it ends', () => {
    const { findings, ...rest } = verify(LOG.join(''))
    expect({ findings, ...rest }).toEqual({
      findings: [],
      decisions: 10,
      runs: 4,
      head: link(LOG[9] ?? '').hash,
      more: 0,
    })
  })

  test('keeps what looks like a link inside of an event apart', () => {
    const evil = `","chain":{"seq":9,"index":1,"count":1,"previous":"${NO_HASH}","hash":"${NO_HASH}"}}}`
    const { lines } = chain(someEvents(2, `\u2028\ud800${evil}`), START)
    expect(verify(lines.join(''))).toMatchObject({ findings: [], decisions: 2 })
  })
})

describe('what was done to a log is found', () => {
  const L = (...lines: readonly number[]) => lines.map((n) => LOG[n - 1] ?? '').join('')
  const cases: readonly { name: string; text: string; head?: string; findings: readonly string[] }[] = [
    { name: 'a line in the middle is missing', text: L(1, 2, 3, 4, 5, 7, 8, 9, 10), findings: ['6 missing'] },
    { name: 'lines are missing', text: L(1, 2, 9, 10), findings: ['3 missing'] },
    { name: 'the beginning is missing', text: L(4, 5, 6, 7, 8, 9, 10), findings: ['1 missing'] },
    { name: 'the last line of the last run is missing', text: L(1, 2, 3, 4, 5, 6, 7), findings: ['7 incomplete'] },
    { name: 'a whole run in the middle is missing', text: L(1, 2, 3, 5, 6, 7, 8), findings: ['4 missing'] },
    { name: 'neighbours are swapped', text: L(1, 3, 2, 4), findings: ['3 reordered'] },
    { name: 'a line was moved', text: L(1, 3, 4, 5, 6, 2, 7, 8), findings: ['6 reordered'] },
    { name: 'a line was doubled', text: L(1, 2, 2, 3), findings: ['3 reordered'] },
    { name: 'a line was put in', text: `${L(1)}{}\n${L(2, 3)}`, findings: ['2 foreign'] },
    { name: 'an empty line was put in', text: `${L(1)}\n${L(2, 3)}`, findings: ['2 foreign'] },
    { name: 'a line was taken for another', text: `${L(1)}xxx\n${L(3)}`, findings: ['2 foreign'] },
    { name: 'it was changed', text: L(1, 2, 3).replace('"no 1"', '"no 2"'), findings: ['2 changed'] },
    { name: 'the last was changed', text: L(1, 2, 3).replace('"no 2"', '"no 3"'), findings: ['3 changed'] },
    { name: 'it was cut in a line', text: L(1, 2, 3, 4).slice(0, -9), findings: ['4 cut-off'] },
    { name: 'it was cut in a run', text: L(1, 2, 3, 4, 5).slice(0, -9), findings: ['5 cut-off'] },
    { name: 'it was cut after a line of a run', text: L(1, 2).slice(0, -9), findings: ['1 incomplete', '2 cut-off'] },
    { name: 'a newline was cut off', text: L(1, 2, 3, 4).slice(0, -1), findings: ['4 cut-off'] },
    { name: 'it was emptied', text: '', findings: ['1 missing'] },
    {
      name: 'line ends were converted',
      text: L(1, 2, 3).replaceAll('\n', '\r\n'),
      findings: ['1 foreign', '2 foreign', '3 foreign'],
    },
    {
      name: 'a run went on where a killed one had begun',
      text: (() => {
        const [a = '', b = ''] = chain(someEvents(3), START).lines.map(String)
        return a + b + chain(someEvents(1), link(b)).lines.join('')
      })(),
      findings: ['2 incomplete'],
    },
    {
      name: 'the last runs are missing, where their head is known',
      text: L(1, 2, 3, 4),
      head: link(LOG[9] ?? '').hash,
      findings: ['4 head'],
    },
    {
      name: 'all of it was written anew, where the head is known',
      text: chain(someEvents(3), START).lines.join(''),
      head: link(LOG[2] ?? '').hash,
      findings: ['3 head'],
    },
    { name: 'nothing, after a head that was noted', text: LOG.join(''), head: link(LOG[3] ?? '').hash, findings: [] },
  ]
  test.each(cases)('$name', ({ text, head, findings }) => {
    expect(findingsOf(text, head)).toEqual(findings)
  })

  test('the first hundred, and how many more', () => {
    const { findings, more } = verify('x\n'.repeat(250))
    expect([findings.length, more]).toEqual([100, 150])
  })
})

/** The same numbers each time (a linear congruential generator). */
function* numbers(seed: number): Generator<(below: number) => number> {
  let state = seed
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  for (;;) yield next
}

describe('whatever is done to a log, it is found (seeded)', () => {
  const [random] = numbers(20_300_101)
  const pick = (below: number) => random?.(below) ?? 0
  const text = Buffer.from(LOG.join(''))
  const shuffled = (lines: readonly string[]) => {
    const at = [pick(lines.length), pick(lines.length)] as const
    const copy = [...lines]
    ;[copy[at[0]], copy[at[1]]] = [lines[at[1]] ?? '', lines[at[0]] ?? '']
    return copy
  }
  const ends = new Set([3, 4, 8, 10])
  const harms: readonly { name: string; harm: () => string | Buffer | undefined }[] = [
    {
      name: 'any byte changed',
      harm: () => {
        const copy = Buffer.from(text)
        const at = pick(copy.length)
        copy[at] = ((copy[at] ?? 0) + 1 + pick(255)) % 256
        return copy
      },
    },
    { name: 'any two lines swapped', harm: () => shuffled(LOG).join('') },
    {
      name: 'any lines taken out, but for whole runs at the end',
      harm: () => {
        const kept = LOG.map((_, i) => i).filter(() => pick(4) !== 0)
        const isPrefix = kept.every((line, i) => line === i) && ends.has(kept.length)
        return isPrefix ? undefined : kept.map((i) => LOG[i]).join('')
      },
    },
    {
      name: 'cut anywhere but after a run',
      harm: () => {
        const cut = text.subarray(0, pick(text.length))
        return cut.at(-1) === 10 && ends.has(cut.toString().split('\n').length - 1) ? undefined : cut
      },
    },
    {
      name: 'any bytes put in',
      harm: () => {
        const at = pick(text.length + 1)
        const more = Buffer.from(Array.from({ length: 1 + pick(3) }, () => pick(256)))
        return Buffer.concat([text.subarray(0, at), more, text.subarray(at)])
      },
    },
  ]
  test.each(harms)('$name', ({ harm }) => {
    for (let i = 0; i < 2000; i++) {
      const harmed = harm()
      if (harmed === undefined || text.equals(Buffer.from(harmed))) continue
      const { findings } = verify(harmed)
      if (findings.length === 0) throw new Error(`not found: ${harmed.toString()}`)
    }
  })
})

test.each([
  ['no JSON', ''],
  ['no link', '{"custom":{}}'],
  ['a link in another place', `${(LOG[0] ?? '').trimEnd()} `],
])('%s has no link to read', (_, line) => {
  expect(readLink(Buffer.from(line))).toBeUndefined()
})
