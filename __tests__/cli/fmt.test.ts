import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { renderDiff } from '../../src/cli/diff-text.js'
import { replaceAll } from '../../src/cli/fmt/write.js'
import { fmt } from '../../src/cli/fmt.js'
import { PLAIN } from '../../src/cli/terminal.js'
import { runCommand } from '../support/cli.js'
import { schemaOf } from '../support/schemas.js'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate fmt ')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let n = 0
let cwd = ''
beforeEach(() => {
  cwd = join(root, String(++n))
  mkdirSync(cwd)
})

type Files = Readonly<Record<string, string>>
const put = (files: Files) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
}
const run = (files: Files, ...args: readonly string[]) => {
  put(files)
  return runCommand(fmt, args, { cwd })
}
const read = (path: string) => readFileSync(join(cwd, path), 'utf8')

const UGLY = 'package a\nallow   if input.x\n'
const NEAT = 'package a\n\nallow if input.x\n'
const V0 = 'package a\nallow   { input.x }\n'
const V0_NEAT = 'package a\n\nallow {\n\tinput.x\n}\n'
const BROKEN = 'package a\nallow if {\n'

describe('stepgate fmt', () => {
  test('writes what differs, and names it', async () => {
    const { code, out, err } = await run({ 'p/a.rego': UGLY, 'p/b c.rego': NEAT, 'p/notes.txt': UGLY }, 'p')
    expect({ code, out, err }).toEqual({
      code: 0,
      out: 'p/a.rego',
      err: '1 file formatted, 1 unchanged',
    })
    expect([read('p/a.rego'), read('p/notes.txt'), readdirSync(join(cwd, 'p')).length]).toEqual([NEAT, UGLY, 3])
    expect(await run({}, 'p')).toMatchObject({ code: 0, out: '' })
  })

  test.each([
    { name: 'v0 stays v0', text: V0, after: V0_NEAT },
    { name: 'Windows line ends stay', text: UGLY.replaceAll('\n', '\r\n'), after: NEAT.replaceAll('\n', '\r\n') },
    { name: 'the mark at the start stays', text: `\uFEFF${UGLY}`, after: `\uFEFF${NEAT}` },
    { name: 'a file without an end of its last line gets one', text: NEAT.trimEnd(), after: NEAT },
  ])('$name', async ({ text, after }) => {
    expect((await run({ 'a b.rego': text }, 'a b.rego')).code).toBe(0)
    expect(read('a b.rego')).toBe(after)
    expect((await run({}, '--check', '.')).code).toBe(0)
  })

  test('takes the rules of the config, and this folder where there is none', async () => {
    const config = 'version: "1.0"\npolicy: { engine: local, rules: [rules/a.rego] }\nsteps: { x: { type: command } }\n'
    const files = { '.visor.yaml': config, 'rules/a.rego': UGLY, 'other/b.rego': UGLY, 'node_modules/c.rego': UGLY }
    expect((await run(files, '--check')).out).toBe('rules/a.rego')
    rmSync(join(cwd, '.visor.yaml'))
    expect((await run({}, '--check')).out).toBe('other/b.rego\nrules/a.rego')
  })

  test('--check and --diff write nothing, and fail', async () => {
    expect(await run({ 'a.rego': UGLY }, '--check', '.')).toMatchObject({ code: 1, out: 'a.rego' })
    const { code, out } = await run({}, '--diff', '.')
    expect(code).toBe(1)
    expect(out).toBe(
      '--- a/a.rego\n+++ b/a.rego\n@@ -1,2 +1,3 @@\n package a\n-allow   if input.x\n+\n+allow if input.x',
    )
    expect(read('a.rego')).toBe(UGLY)
  })

  test('formats the others where one cannot be parsed, and shows where', async () => {
    const { code, out, err } = await run({ 'a.rego': UGLY, 'b.rego': BROKEN }, '.')
    expect([code, out, read('a.rego'), read('b.rego')]).toEqual([1, 'a.rego', NEAT, BROKEN])
    expect(err).toContain('error[rego_parse_error]')
    expect(err).toMatch(/→ b\.rego:3:1\n {2}2 │ allow if \{/)
  })

  test('leaves a symlink and what is no text alone', async () => {
    put({ 'real/a.rego': UGLY })
    symlinkSync(join(cwd, 'real/a.rego'), join(cwd, 'link.rego'))
    writeFileSync(join(cwd, 'bytes.rego'), Buffer.from([0x70, 0xff, 0xfe]))
    const { code, err } = await run({}, 'link.rego', 'bytes.rego')
    expect([code, read('real/a.rego')]).toEqual([2, UGLY])
    expect(err).toContain('it is a symlink; name the file that it leads to')
    expect(err).toContain('it is not UTF-8 text')
    expect((await run({}, '--check', '.')).out).toBe('real/a.rego')
  })

  test('keeps who may do what with a file, and cuts no other name of it', async () => {
    put({ 'a.rego': UGLY })
    chmodSync(join(cwd, 'a.rego'), 0o750)
    linkSync(join(cwd, 'a.rego'), join(cwd, 'other name'))
    await run({}, 'a.rego')
    expect([statSync(join(cwd, 'a.rego')).mode & 0o777, read('other name')]).toEqual([0o750, UGLY])
  })

  test('prints JSON as its schema says', async () => {
    const { code, out } = await run({ 'a.rego': UGLY, 'b.rego': NEAT, 'c.rego': BROKEN }, '--check', '--json')
    const found = JSON.parse(out)
    expect([code, schemaOf('cli/fmt')(found)]).toEqual([1, ''])
    expect(found.files.map(({ status }: { status: string }) => status)).toEqual(['different', 'unchanged', 'failed'])
    const wrong = await run({}, '--json', 'nowhere')
    expect([wrong.code, schemaOf('cli/error')(JSON.parse(wrong.out))]).toEqual([2, ''])
  })

  test.each([
    { name: 'ugly', stdin: UGLY, args: ['-'], code: 0, out: NEAT.trimEnd() },
    {
      name: 'with Windows line ends',
      stdin: UGLY.replaceAll('\n', '\r\n'),
      args: ['-'],
      code: 0,
      out: NEAT.replaceAll('\n', '\r\n').slice(0, -1),
    },
    { name: 'ugly, only looked at', stdin: UGLY, args: ['-', '--check'], code: 1, out: '' },
    { name: 'neat, only looked at', stdin: NEAT, args: ['-', '--check'], code: 0, out: '' },
    { name: 'broken', stdin: BROKEN, args: ['-'], code: 1, out: '' },
  ])('reads standard input: $name', async ({ stdin, args, code, out }) => {
    expect(await runCommand(fmt, args, { cwd, readStdin: async () => stdin })).toMatchObject({ code, out })
  })

  test.each([
    [['empty'], 'there are no Rego files below "empty"'],
    [['nowhere'], '"nowhere" is not there'],
    [['-', 'a.rego'], '"-" is standard input, and stands alone'],
    [['--config', 'nowhere.yaml'], 'there is no config at "nowhere.yaml"'],
    [['--chek'], 'did you mean "--check"?'],
  ])('cannot be asked %j', async (args, says) => {
    mkdirSync(join(cwd, 'empty'))
    const { code, out, err } = await run({}, ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(says)
  })
})

describe('what leads out through a link', () => {
  const CONFIG = 'version: "1.0"\npolicy: { engine: local, rules: ./policies }\nsteps: { x: { type: command } }\n'
  // The repository is a folder of it, and everything beside that is somebody else's.
  const inRepo = (link: readonly [target: string, path: string], ...args: readonly string[]) => {
    put({ 'out/a.rego': UGLY, 'repo/.visor.yaml': CONFIG, 'repo/policies-real/b.rego': NEAT })
    symlinkSync(link[0], join(cwd, 'repo', link[1]))
    return runCommand(fmt, args, { cwd: join(cwd, 'repo') })
  }

  test.each([
    { name: 'a folder that the config names', link: ['../out', 'policies'], args: [] },
    { name: 'a folder that is named', link: ['../out', 'policies'], args: ['policies'] },
    { name: 'a file in such a folder', link: ['../out', 'policies'], args: ['policies/a.rego'] },
    { name: 'a folder in a folder', link: ['../../out', 'policies-real/more'], args: ['policies-real'] },
    { name: 'a file in a folder', link: ['../../out/a.rego', 'policies-real/a.rego'], args: ['policies-real'] },
  ] as const)('is not formatted, nor passed over: $name', async ({ link, args }) => {
    const { code, err } = await inRepo(link, ...args)
    expect(code).toBeGreaterThan(0)
    expect(err).toContain('leads out of')
    expect([read('out/a.rego'), readdirSync(join(cwd, 'out'))]).toEqual([UGLY, ['a.rego']])
  })

  test('is formatted where it is named as what it is', async () => {
    expect(await inRepo(['../out', 'policies'], '../out')).toMatchObject({ code: 0, out: '../out/a.rego' })
    expect(read('out/a.rego')).toBe(NEAT)
  })

  test('a link to a folder of the same repository is formatted where it leads to', async () => {
    const ran = await inRepo(['policies-real', 'policies'])
    expect([ran.code, lstatSync(join(cwd, 'repo/policies')).isSymbolicLink()]).toEqual([0, true])
  })

  test('does not become one between reading and writing', async () => {
    put({ 'p/a': '1', 'out/a': '1' })
    rmSync(join(cwd, 'p'), { recursive: true })
    symlinkSync('out', join(cwd, 'p'))
    const change = { path: 'p/a', full: join(cwd, 'p/a'), before: '1', after: '2' }
    await expect(replaceAll([change])).rejects.toThrow('"p/a" was changed meanwhile')
    expect(read('out/a')).toBe('1')
  })

  test('nowhere is told of, but for the locks of an editor', async () => {
    put({ 'p/a.rego': NEAT })
    symlinkSync('somebody@here.1', join(cwd, 'p/.#a.rego'))
    expect((await run({}, 'p')).code).toBe(0)
    symlinkSync('nothing', join(cwd, 'p/b.rego'))
    const { code, err } = await run({}, 'p')
    expect([code, err.includes('it is a symlink that leads nowhere')]).toEqual([1, true])
  })

  test('a device and a pipe are not waited for', async () => {
    execFileSync('mkfifo', [join(cwd, 'pipe.rego')])
    const { code, err } = await run({}, 'pipe.rego', '/dev/zero')
    expect([code, err.match(/it is not a file/g)?.length]).toEqual([2, 2])
  })

  test('a name that would begin a line of the log as a command does not', async () => {
    expect((await run({ '::error::x.rego': UGLY }, '.')).out).toBe('./::error::x.rego')
  })
})

describe('files that are written together', () => {
  const change = (path: string, before: string, after: string) => ({ path, full: join(cwd, path), before, after })

  test('are not written where one of them has changed meanwhile', async () => {
    put({ a: '1', b: 'somebody was here' })
    await expect(replaceAll([change('a', '1', '2'), change('b', '1', '2')])).rejects.toThrow(
      '"b" was changed meanwhile',
    )
    expect([read('a'), read('b'), readdirSync(cwd).sort()]).toEqual(['1', 'somebody was here', ['a', 'b']])
  })

  test('are not written where one is gone', async () => {
    put({ a: '1' })
    await expect(replaceAll([change('a', '1', '2'), change('gone', '1', '2')])).rejects.toThrow('"gone" was changed')
    expect([read('a'), readdirSync(cwd)]).toEqual(['1', ['a']])
  })
})

describe('a diff', () => {
  test('is nothing where nothing is another', () => expect(renderDiff('a', 'x\n', 'x\n', PLAIN)).toBe(''))

  test('says where a text does not end its last line', () => {
    expect(renderDiff('a', 'x', 'x\n', PLAIN).split('\n').slice(2)).toEqual([
      '@@ -1,1 +1,1 @@',
      '-x',
      '\\ No newline at end of file',
      '+x',
    ])
  })

  test('does nothing to a terminal, and leaves every byte to a program', () => {
    const terminal = { columns: 80, colour: true, unicode: true }
    expect(renderDiff('a', '', '\u001b[2J\tx\r\n', PLAIN)).toContain('+\u001b[2J\tx\r')
    expect(renderDiff('a', '', '\tx\u202e\r\n', terminal)).toContain('+\tx\\u202e\\r')
    expect(renderDiff('a', '', '\u001b[2Jx\n', terminal)).toContain('\u001b[32m+\\u001b[2Jx\u001b[0m')
  })

  test('has no line that a name of a file has made', () => {
    expect(renderDiff('a\n::error::b\u001b##[c]', '', 'x\n', PLAIN).split('\n').slice(0, 2)).toEqual([
      '--- a/a\\n::error::b\\u001b##\u200b[c]',
      '+++ b/a\\n::error::b\\u001b##\u200b[c]',
    ])
  })
})
