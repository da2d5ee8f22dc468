import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { chain, START } from '../../src/audit/chain.js'
import { buildEvents } from '../../src/audit/event.js'
import { applyMask } from '../../src/audit/mask.js'
import { audit } from '../../src/cli/audit.js'
import { aContext, anInput, aRecord, someDecided, someEvents } from '../audit/decisions.js'
import { runCommand } from '../support/cli.js'
import { schemaOf } from '../support/schemas.js'

const cwd = mkdtempSync(join(tmpdir(), 'stepgate-cli-audit-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const run = (...args: readonly string[]) => runCommand(audit, args, { cwd })

const write = (name: string, ...lines: readonly unknown[]) => writeFileSync(join(cwd, name), lines.map(String).join(''))

const first = chain(someEvents(3), START)
const second = chain(someEvents(2, '\u009b\u202e\u2028'), first.head)
const log = [...first.lines, ...second.lines]
const EVENT = buildEvents(someDecided([aRecord()]), aContext())[0]
if (!EVENT) throw new Error('there is no event')
const masked = chain(
  [
    EVENT,
    applyMask(EVENT, [
      { op: 'remove', path: '/input/actor/login' },
      { op: 'upsert', path: '/input/check/id', value: 'x' },
      { op: 'remove', path: '/result' },
    ]),
    applyMask(EVENT, [{ op: 'remove', path: '/input' }]),
  ],
  START,
)

beforeAll(() => {
  write('audit.jsonl', ...log)
  write('changed.jsonl', ...log.map((line, i) => (i === 1 ? String(line).replace('"no 1"', '"no 2"') : line)))
  write('short.jsonl', ...log.slice(0, 4), String(log[4]).slice(0, 50))
  write('text.txt', 'precious\n')
  writeFileSync(join(cwd, 'endless'), '')
  truncateSync(join(cwd, 'endless'), 66 << 20)
  write('masked.jsonl', ...masked.lines)
})

describe('verify', () => {
  test('says how many decisions there are, and where the log ends', async () => {
    const said = `5 decisions of 2 runs, unbroken; head ${second.head.hash}`
    expect(await run('verify', 'audit.jsonl')).toEqual({ code: 0, out: said, err: '' })
    expect(await run('verify', '--head', second.head.hash.toUpperCase(), 'audit.jsonl')).toMatchObject({ out: said })
  })

  test('knows a head from which the log goes on', async () => {
    const { code, out } = await run('verify', 'audit.jsonl', '--head', first.head.hash)
    expect(code).toBe(0)
    expect(out).toContain(`${first.head.hash} is the hash of an earlier line`)
  })

  test('names every finding with its line', async () => {
    expect(await run('verify', 'changed.jsonl')).toEqual({
      code: 1,
      out: '',
      err: 'changed.jsonl:2: it has been changed since it was written',
    })
    expect((await run('verify', 'short.jsonl')).err.split('\n')).toEqual([
      'short.jsonl:4: its run logged 2 decisions, and the log ends after 1',
      'short.jsonl:5: it is half a line: a run was killed, or the file was cut',
    ])
    expect(await run('verify', 'text.txt')).toMatchObject({ code: 1, err: 'text.txt:1: it is no JSON' })
    const other = createHash('sha256').update('x').digest('hex')
    expect(await run('verify', 'audit.jsonl', '--head', other)).toMatchObject({
      code: 1,
      err: `audit.jsonl:5: no line has the hash ${other}`,
    })
  })

  test('prints JSON', async () => {
    const { code, out } = await run('verify', 'changed.jsonl', '--json')
    expect(schemaOf('cli/audit')(JSON.parse(out))).toBe('')
    expect({ code, ...JSON.parse(out) }).toEqual({
      code: 1,
      unbroken: false,
      decisions: 5,
      runs: 2,
      head: second.head.hash,
      findings: [{ line: 2, code: 'changed', message: 'it has been changed since it was written' }],
      more: 0,
    })
  })

  test('reads a file in whatever pieces it comes', async () => {
    const large = chain(someEvents(1500, 'x'.repeat(2000)), START)
    write('large.jsonl', ...large.lines)
    expect(await run('verify', 'large.jsonl', '--head', large.head.hash)).toMatchObject({ code: 0 })
  })
})

describe('show', () => {
  test('prints the decision on a line or with an id, and nothing in it acts on a terminal', async () => {
    const byLine = await run('show', 'audit.jsonl', '--line', '4')
    expect(byLine).toMatchObject({ code: 0, err: '' })
    const event = JSON.parse(byLine.out)
    expect(event.custom.reason).toBe('\u009b\u202e\u2028 0')
    expect(byLine.out).toContain('"reason": "\\u009b\\u202e\\u2028 0"')
    expect(await run('show', 'audit.jsonl', '--id', event.decision_id)).toEqual(byLine)
  })

  test('prints what opa eval needs to be asked the same', async () => {
    const { code, out, err } = await run('show', 'masked.jsonl', '--line', '1', '--input')
    expect({ code, err, input: JSON.parse(out) }).toEqual({ code: 0, err: '', input: anInput() })
    expect(await run('show', 'masked.jsonl', '--line', '1', '--path')).toMatchObject({
      out: 'data.visor.check.execute',
    })
  })

  test('warns of an input that is masked, and prints none that is not there', async () => {
    const partly = await run('show', 'masked.jsonl', '--line', '2', '--input')
    expect(partly).toMatchObject({
      code: 0,
      err: 'stepgate audit show: it is not the input that was judged: /input/actor/login, /input/check/id are masked',
    })
    expect(JSON.parse(partly.out)).toMatchObject({ check: { id: 'x' } })
    expect(await run('show', 'masked.jsonl', '--line', '3', '--input')).toEqual({
      code: 1,
      out: '',
      err: 'stepgate audit show: the log is without the input',
    })
  })

  test('warns of a line that was changed', async () => {
    expect(await run('show', 'changed.jsonl', '--line', '2')).toMatchObject({
      code: 0,
      err: 'stepgate audit show: the line has been changed since it was written',
    })
  })

  test.each([
    [['audit.jsonl', '--line', '6'], 'there is no such decision in the log'],
    [['audit.jsonl', '--id', 'x'], 'there is no such decision in the log'],
    [['text.txt', '--line', '1'], 'the line is no decision'],
    [['short.jsonl', '--line', '5'], 'the line is no decision'],
  ])('%j: %s', async (args, said) => {
    expect(await run('show', ...args)).toEqual({ code: 1, out: '', err: `stepgate audit show: ${said}` })
  })
})

describe('what cannot be asked', () => {
  test.each([
    [[], 'a command is missing; there are verify, show; see "stepgate audit --help"'],
    [['verfy'], 'unknown command "verfy"; did you mean "verify"?'],
    [['verify'], 'FILE is missing'],
    [['verify', 'a', 'b'], '"b" is one too many'],
    [['verify', 'nowhere.jsonl'], '"nowhere.jsonl" cannot be read (ENOENT)'],
    [['verify', '.'], '"." cannot be read (EISDIR)'],
    [['verify', 'endless'], 'it is no decision log: it has a line of over 64 MiB'],
    [['verify', 'audit.jsonl', '--head', 'abc'], '"--head" must be 64 hexadecimal digits'],
    [['verify', 'audit.jsonl', '--heads', 'abc'], 'unknown flag "--heads"'],
    [['show', 'audit.jsonl'], 'name the decision by either "--line" or "--id"'],
    [['show', 'audit.jsonl', '--line', '1', '--id', 'x'], 'name the decision by either'],
    [['show', 'audit.jsonl', '--line', '0'], '"--line" must be a number from 1'],
    [['show', 'audit.jsonl', '--line', '1', '--input', '--path'], '"--input" and "--path" exclude each other'],
  ])('%j', async (args, said) => {
    const { code, out, err } = await run(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(said)
  })

  test.each([
    ['--help', 'verify'],
    ['verify', '--head'],
    ['show', '--input'],
  ])('"%s" has help', async (command, word) => {
    const { code, out } = await run(...(command === '--help' ? [command] : [command, '--help']))
    expect({ code, has: out.includes(word) }).toEqual({ code: 0, has: true })
  })
})
