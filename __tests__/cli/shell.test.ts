import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Tools } from '../../src/cli/command.js'
import { COMMANDS } from '../../src/cli/commands.js'
import { defineCommand } from '../../src/cli/define.js'
import { renderFrame } from '../../src/cli/frame.js'
import { type CliIo, UNWATCHED } from '../../src/cli/io.js'
import { runLine } from '../../src/cli/line.js'
import { createProgress } from '../../src/cli/progress.js'
import { mark, PLAIN, paint, terminalOf } from '../../src/cli/terminal.js'
import { ConfigError } from '../../src/core/errors.js'

const COLOURED = { columns: 80, colour: true, unicode: true }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepgate shell-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function watched(given: Partial<CliIo> = {}) {
  const out: string[] = []
  const err: string[] = []
  const io: CliIo = {
    ...UNWATCHED,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    cwd: folder,
    now: 0,
    env: {},
    readStdin: async () => '',
    ...given,
  }
  const tools = { io, shipped: (path: string) => new URL(`file:///${path}`) } as Tools
  return { tools, out, err }
}

describe('where colour is shown', () => {
  const terminal = { isTTY: true, columns: 120 }
  test.each([
    ['on a terminal', terminal, {}, [], true],
    ['not in a pipe', {}, {}, [], false],
    ['not with NO_COLOR', terminal, { NO_COLOR: '1' }, [], false],
    ['with NO_COLOR that is empty', terminal, { NO_COLOR: '' }, [], true],
    ['not with --no-color', terminal, {}, ['--no-color'], false],
    ['not on a dumb one', terminal, { TERM: 'dumb' }, [], false],
    ['in a pipe with FORCE_COLOR', {}, { FORCE_COLOR: '1' }, [], true],
    ['not with both', {}, { FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
  ])('%s', (_, stream, env, args, colour) => {
    expect(terminalOf(stream, env, args, 'linux').colour).toBe(colour)
    expect(paint(terminalOf(stream, env, args, 'linux'), 'red', 'no')).toBe(colour ? '\u001b[31mno\u001b[0m' : 'no')
  })
})

describe('where marks are ASCII', () => {
  test.each([
    [{ LANG: 'en_US.UTF-8' }, '✔ → …'],
    [{ LANG: 'C' }, '+ -> ...'],
    [{ LC_ALL: 'POSIX', LANG: 'en_US.UTF-8' }, '+ -> ...'],
    [{ LANG: 'C.UTF-8', TERM: 'linux' }, '+ -> ...'],
    [{}, '+ -> ...'],
  ])('%j shows %s', (env, shown) => {
    expect(mark(terminalOf({ isTTY: true }, env, [], 'linux'), '✔ → …')).toBe(shown)
  })
  test('but not in a pipe, which says nothing of itself', () => {
    expect(mark(terminalOf({}, {}, [], 'linux'), '✔')).toBe('✔')
  })
})

describe('a code frame', () => {
  const text = 'policy:\r\n  engine: local\r\n\tfallback: alow # here\r\n'
  test('shows the line, the one before it, and what is meant', () => {
    expect(renderFrame(text, { line: 3, column: 12 }, PLAIN)).toEqual([
      '2 │   engine: local',
      '3 │  fallback: alow # here',
      '  │            ^^^^',
    ])
  })
  test.each([
    ['without a column', { line: 1 }, ['1 │ policy:']],
    ['where there is no such line', { line: 9, column: 1 }, []],
    ['past the end of its line', { line: 1, column: 40 }, ['1 │ policy:']],
    ['with an end', { line: 1, column: 1, endColumn: 4 }, ['1 │ policy:', '  │ ^^^']],
  ])('%s', (_, place, lines) => {
    expect(renderFrame(text, place, PLAIN)).toEqual(lines)
  })
  test('has no control characters of the file in it', () => {
    expect(renderFrame('a\u001b[31mb', { line: 1 }, COLOURED).join('')).not.toContain('\u001b[31mb')
  })
})

const sample = defineCommand({
  name: 'sample',
  summary: 'try something',
  operands: { usage: '[FILE]', min: 0, max: 1 },
  flags: {
    format: { type: 'text', value: 'WORD', words: ['pretty', 'json'], about: 'how it is printed' },
    role: { type: 'text', many: true, about: 'a role' },
    deep: { type: 'switch', short: 'd', about: 'go deep' },
  },
  examples: [
    { run: 'stepgate sample', does: 'the one' },
    { run: 'stepgate sample -d', does: 'the other' },
  ],
  exits: { 0: 'always' },
  run: async ({ values, operands }, { io }) => {
    if (operands[0] === 'broken')
      throw new ConfigError('ERR_CONFIG_SCHEMA', '"fallback" must be one of allow, deny', {
        path: 'a file.yaml',
        line: 2,
        column: 13,
        hint: 'write deny',
      })
    io.out(JSON.stringify([values, operands]))
    return 0
  },
})

describe('a command', () => {
  test('is given its flags and operands', async () => {
    const { tools, out } = watched()
    expect(await sample.run(['-d', '--role', 'a', '--role=b', 'file'], tools)).toBe(0)
    expect(JSON.parse(out[0] as string)).toEqual([
      { deep: true, role: ['a', 'b'], verbose: false, debug: false, 'no-color': false, help: false },
      ['file'],
    ])
  })
  test('shows its page of help, whatever else is wrong', async () => {
    const { tools, out, err } = watched()
    expect(await sample.run(['--nonsense', '--help'], tools)).toBe(0)
    expect(err).toEqual([])
    expect(out[0]).toContain('usage: stepgate sample [FILE] [flags]')
    expect(out[0]).toContain('  -d, --deep')
    expect(out[0]).toContain('one of pretty, json')
    expect(out[0]).toContain('stepgate sample -d')
  })
  test.each([
    ['an unknown flag', ['--rol', 'x'], 'unknown flag "--rol"; did you mean "--role"?'],
    ['a word that is none', ['--format', 'xml'], '"--format" is one of pretty, json, and not "xml"'],
    ['one too many', ['a', 'b'], '"b" is one too many; see "stepgate sample --help"'],
  ])('refuses %s', async (_, args, message) => {
    const { tools, out, err } = watched()
    expect(await sample.run(args, tools)).toBe(2)
    expect(out).toEqual([])
    expect(err).toEqual([`stepgate sample: error[ERR_USAGE]: ${message}`])
  })
  test('shows what is wrong with a file where it is, on standard error', async () => {
    writeFileSync(join(folder, 'a file.yaml'), '\uFEFFpolicy:\r\n  fallback: alow\r\n')
    const { tools, out, err } = watched()
    expect(await sample.run(['broken'], tools)).toBe(2)
    expect(out).toEqual([])
    expect(err[0]?.split('\n')).toEqual([
      'stepgate sample: error[ERR_CONFIG_SCHEMA]: "fallback" must be one of allow, deny',
      '  → a file.yaml:2:13',
      '  1 │ policy:',
      '  2 │   fallback: alow',
      '    │             ^^^^',
      '  way out: write deny',
    ])
  })
  test('says it as JSON where JSON is asked for', async () => {
    const { tools, out } = watched()
    expect(await sample.run(['broken', '--format', 'json'], tools)).toBe(2)
    expect(JSON.parse(out[0] as string)).toEqual({
      error: {
        code: 'ERR_CONFIG_SCHEMA',
        message: '"fallback" must be one of allow, deny',
        path: 'a file.yaml',
        line: 2,
        column: 13,
        hint: 'write deny',
      },
    })
  })
})

describe('the command line', () => {
  test.each(COMMANDS.map(({ name }) => name))('%s has a page of help with two examples', async (name) => {
    const { tools, out } = watched()
    expect(await runLine(['help', name], tools)).toBe(0)
    const page = out.join('\n')
    expect(page).toContain(`usage: stepgate ${name}`)
    expect(page.match(/^ {2}stepgate /gm)?.length ?? 0).toBeGreaterThanOrEqual(2)
    const listed = COMMANDS.find((one) => one.name === name)
    expect(page.replace(/\s+/g, ' ')).toContain(`${listed?.summary}.`)
  })
  test('lists every command', async () => {
    const { tools, out } = watched()
    expect(await runLine(['--help'], tools)).toBe(0)
    for (const { name, summary } of COMMANDS) expect(out[0]).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'))
  })
  test('says what an unknown one may have meant', async () => {
    const { tools, out, err } = watched()
    expect(await runLine(['polcy-check'], tools)).toBe(2)
    expect([out, err[0]]).toEqual([[], expect.stringContaining('did you mean "policy-check"?')])
  })
  test('without a command is a mistake', async () => {
    const { tools, out, err } = watched()
    expect(await runLine([], tools)).toBe(2)
    expect([out, err[0]]).toEqual([[], expect.stringContaining('usage: stepgate <command>')])
  })
})

describe('the progress line', () => {
  test('is not there for what is quick, nor off a terminal', async () => {
    const written: string[] = []
    const quick = createProgress((text) => written.push(text), COLOURED)
    expect(await quick('compiling', async () => 7)).toBe(7)
    expect(await createProgress((text) => written.push(text), PLAIN)('compiling', async () => 8)).toBe(8)
    expect(written).toEqual([])
  })
})
