import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { UsageError } from '../../src/core/errors.js'
import type { Source } from '../../src/core/source.js'
import { type LicensePlaces, locateLicense } from '../../src/license/locate.js'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate-locate-')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const HOME_FILE = '.config/visor/.visor-license'
let n = 0
let folder = ''
let workspace = ''
let account = ''
let home = ''

beforeEach(() => {
  folder = join(root, String(++n))
  workspace = join(folder, 'workspace')
  account = join(folder, 'account')
  home = join(folder, 'home')
  for (const path of [workspace, account, home]) mkdirSync(path, { recursive: true })
})

function put(path: string, text: string | Buffer): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}

function link(path: string, target: string): string {
  mkdirSync(dirname(path), { recursive: true })
  symlinkSync(target, path)
  return path
}

function makeFifo(path: string): string {
  execFileSync('mkfifo', [path])
  return path
}

const aSource = (read: Source['read']): Source => ({
  kind: 'workspace',
  describe: () => 'branch main',
  read,
  list: async () => undefined,
})
const holding = (text: string) => aSource(async (path) => ({ path, bytes: Buffer.from(text) }))
const failing = (code: string) =>
  aSource(async () => {
    throw new UsageError(code, 'no luck', { hint: 'try again' })
  })

const places = (changes: Partial<LicensePlaces> = {}): LicensePlaces => ({
  input: '',
  env: '',
  file: '',
  homes: [account, home],
  workspace,
  isPullRequestEvent: false,
  source: aSource(async () => undefined),
  ...changes,
})

const refused = async (changes: Partial<LicensePlaces>) =>
  expect(await locateLicense(places(changes)).catch((error: unknown) => error))

describe('the first licence that is there stands', () => {
  test('in the order of the documentation', async () => {
    const all = places({
      input: ' from-input\n',
      env: '\tfrom-env',
      file: put(join(workspace, 'file'), 'from-file\n'),
      source: holding('\ufefffrom-source\r\n'),
    })
    put(join(account, HOME_FILE), 'from-account\n')
    put(join(home, HOME_FILE), 'from-home\n')
    expect(await locateLicense(all)).toEqual({ token: 'from-input', source: 'the input "license"' })
    expect(await locateLicense({ ...all, input: ' ' })).toEqual({ token: 'from-env', source: 'VISOR_LICENSE' })
    const noEnv = { ...all, input: '', env: '\n' }
    expect(await locateLicense(noEnv)).toEqual({ token: 'from-file', source: 'VISOR_LICENSE_FILE' })
    const noFile = { ...noEnv, file: ' ' }
    expect(await locateLicense(noFile)).toEqual({ token: 'from-source', source: '".visor-license" of branch main' })
    const noSource = { ...noFile, source: holding(' \n') }
    const fromHome = { source: '"~/.config/visor/.visor-license"' }
    expect(await locateLicense(noSource)).toEqual({ token: 'from-account', ...fromHome })
    put(join(account, HOME_FILE), '')
    expect(await locateLicense(noSource)).toEqual({ token: 'from-home', ...fromHome })
    rmSync(join(home, HOME_FILE))
    expect(await locateLicense(noSource)).toBeUndefined()
  })

  test('the trusted source is asked for the file at its root, and for no more than a licence', async () => {
    const asked: unknown[] = []
    const source = aSource(async (...args) => {
      asked.push(args)
      return undefined
    })
    await locateLicense(places({ source }))
    expect(asked).toEqual([['.visor-license', { maxBytes: 16384 }]])
  })

  test('the source is not asked where the input holds a licence', async () => {
    expect(await locateLicense(places({ input: 'x', source: failing('ERR_ANY') }))).toMatchObject({ token: 'x' })
  })

  test('a home that is not absolute is no home', async () => {
    put(join(account, HOME_FILE), 'token')
    expect(await locateLicense(places({ homes: ['', '.', relative(process.cwd(), account)] }))).toBeUndefined()
  })
})

describe('a trusted source that cannot be read does not count as one without a licence', () => {
  test.each([
    { name: 'a file too large', code: 'ERR_SOURCE_SIZE', expected: 'ERR_LICENSE_MALFORMED' },
    { name: 'a symlink that leads out', code: 'ERR_SOURCE_OUTSIDE', expected: 'ERR_LICENSE_UNREADABLE' },
    { name: 'anything else', code: 'ERR_SOURCE_UNAVAILABLE', expected: 'ERR_LICENSE_UNREADABLE' },
  ])('$name', async ({ code, expected }) => {
    put(join(account, HOME_FILE), 'from-account')
    ;(await refused({ source: failing(code) })).toMatchObject({ name: 'LicenseError', code: expected })
  })

  test('its hint is passed on', async () => {
    ;(await refused({ source: failing('ERR_ANY') })).toMatchObject({ hint: 'try again' })
  })

  test('bytes that are no text', async () => {
    const source = aSource(async (path) => ({ path, bytes: Buffer.from([0xff, 0xfe]) }))
    ;(await refused({ source })).toMatchObject({ code: 'ERR_LICENSE_MALFORMED' })
  })
})

describe('VISOR_LICENSE_FILE', () => {
  test('may be relative to the workspace', async () => {
    put(join(workspace, 'a/b'), 'token')
    expect(await locateLicense(places({ file: 'a/b' }))).toMatchObject({ token: 'token' })
  })

  test.each([false, true])(
    'may be in ~/.config/visor of either home (pull request: %s)',
    async (isPullRequestEvent) => {
      for (const each of [account, home]) {
        const file = put(join(each, '.config/visor/other'), 'token')
        expect(await locateLicense(places({ file, isPullRequestEvent }))).toMatchObject({ token: 'token' })
      }
    },
  )

  test('may be a symlink that stays in an allowed folder', async () => {
    put(join(workspace, 'real'), 'token')
    const file = link(join(workspace, 'deep/link'), '../real')
    expect(await locateLicense(places({ file }))).toMatchObject({ token: 'token' })
  })

  test('may be below a ~/.config that is a symlink itself', async () => {
    put(join(folder, 'dotfiles/visor/other'), 'token')
    link(join(account, '.config'), '../dotfiles')
    const file = join(account, '.config/visor/other')
    expect(await locateLicense(places({ file, isPullRequestEvent: true }))).toMatchObject({ token: 'token' })
  })

  test.each([
    { name: 'a file elsewhere', make: () => put(join(folder, 'elsewhere'), 'token') },
    { name: 'a neighbour whose name begins alike', make: () => put(join(folder, 'workspace-2/file'), 'token') },
    { name: 'another file of the home', make: () => put(join(account, '.ssh/key'), 'token') },
    {
      name: 'a path that leaves the workspace',
      make: () => relative(workspace, put(join(folder, 'elsewhere'), 'token')),
    },
    {
      name: 'a symlink out of the workspace',
      make: () => link(join(workspace, 'link'), put(join(folder, 'elsewhere'), 'token')),
    },
    {
      name: 'a symlink out of ~/.config/visor',
      make: () => link(join(account, '.config/visor/link'), put(join(folder, 'elsewhere'), 'token')),
    },
    { name: 'a device', make: () => '/dev/null' },
  ])('$name is outside', async ({ make }) => {
    ;(await refused({ file: make() })).toMatchObject({ name: 'LicenseError', code: 'ERR_LICENSE_OUTSIDE' })
  })

  test('is outside within the workspace of a pull request, whatever leads there', async () => {
    put(join(workspace, 'file'), 'token')
    const isPullRequestEvent = true
    ;(await refused({ file: 'file', isPullRequestEvent })).toMatchObject({ code: 'ERR_LICENSE_OUTSIDE' })
    const viaHome = link(join(account, '.config/visor/link'), join(workspace, 'file'))
    ;(await refused({ file: viaHome, isPullRequestEvent })).toMatchObject({ code: 'ERR_LICENSE_OUTSIDE' })
    const viaWorkspace = link(join(folder, 'alias'), workspace)
    const file = join(workspace, 'file')
    ;(await refused({ file, workspace: viaWorkspace, isPullRequestEvent })).toMatchObject({
      code: 'ERR_LICENSE_OUTSIDE',
    })
  })

  test('is outside where $HOME was moved into the workspace of a pull request', async () => {
    const file = put(join(workspace, 'h/.config/visor/file'), 'token')
    const moved = { file, homes: [account, join(workspace, 'h')], isPullRequestEvent: true }
    ;(await refused(moved)).toMatchObject({ code: 'ERR_LICENSE_OUTSIDE' })
  })

  test.each([
    { name: 'missing', make: () => 'missing' },
    { name: 'below a file', make: () => join(put(join(workspace, 'file'), ''), 'below') },
    { name: 'a folder', make: () => mkdirSync(join(workspace, 'folder/below'), { recursive: true }) ?? '' },
    { name: 'a link to nowhere', make: () => link(join(workspace, 'link'), 'nowhere') },
    { name: 'a link to itself', make: () => link(join(workspace, 'link'), 'link') },
    { name: 'a path with a NUL', make: () => 'a\0b' },
    { name: 'a path with ~', make: () => '~/.config/visor/.visor-license' },
    {
      name: 'a FIFO that nobody writes to',
      make: () => makeFifo(join(workspace, 'fifo')),
    },
  ])('$name: is there but broken, and nothing else steps in', async ({ make }) => {
    put(join(account, HOME_FILE), 'from-account')
    ;(await refused({ file: make() })).toMatchObject({ name: 'LicenseError', code: 'ERR_LICENSE_UNREADABLE' })
  })

  test.each([
    { name: 'empty', content: ' \n' },
    { name: 'one byte too long', content: 'a'.repeat(16 * 1024 + 1) },
    { name: '1 MiB long', content: 'a'.repeat(1024 * 1024) },
    { name: 'no text', content: Buffer.from([0xc3, 0x28]) },
  ])('$name: is malformed', async ({ content }) => {
    put(join(workspace, 'file'), content)
    ;(await refused({ file: 'file' })).toMatchObject({ name: 'LicenseError', code: 'ERR_LICENSE_MALFORMED' })
  })

  test('a licence of exactly 16 KiB is read', async () => {
    const token = 'a'.repeat(16 * 1024)
    put(join(workspace, 'file'), token)
    expect(await locateLicense(places({ file: 'file' }))).toMatchObject({ token })
  })

  test('a licence in place of its path is not repeated by the message', async () => {
    const token = `${'a'.repeat(30)}.${'b'.repeat(90)}.${'c'.repeat(86)}`
    const thrown = await locateLicense(places({ file: token })).catch((error: unknown) => error)
    expect(thrown).toMatchObject({
      code: 'ERR_LICENSE_UNREADABLE',
      message: expect.stringContaining('use VISOR_LICENSE'),
    })
    expect(String(thrown)).not.toContain('bbb')
  })
})

describe('~/.config/visor/.visor-license', () => {
  test('may be a symlink inside its folder', async () => {
    put(join(account, '.config/visor/real'), 'token')
    link(join(account, HOME_FILE), 'real')
    expect(await locateLicense(places())).toMatchObject({ token: 'token' })
  })

  test('is outside as a symlink out of its folder', async () => {
    link(join(account, HOME_FILE), put(join(folder, 'elsewhere'), 'token'))
    ;(await refused({})).toMatchObject({ code: 'ERR_LICENSE_OUTSIDE' })
  })

  test('is outside within the workspace of a pull request', async () => {
    put(join(workspace, HOME_FILE), 'token')
    const moved = { homes: [account, workspace] }
    expect(await locateLicense(places(moved))).toMatchObject({ token: 'token' })
    ;(await refused({ ...moved, isPullRequestEvent: true })).toMatchObject({ code: 'ERR_LICENSE_OUTSIDE' })
  })

  test.each([
    { name: 'a link to nowhere', make: (path: string) => link(path, 'nowhere'), code: 'ERR_LICENSE_UNREADABLE' },
    { name: 'a folder', make: (path: string) => mkdirSync(path, { recursive: true }), code: 'ERR_LICENSE_UNREADABLE' },
    { name: '1 MiB long', make: (path: string) => put(path, 'a'.repeat(1024 * 1024)), code: 'ERR_LICENSE_MALFORMED' },
  ])('$name: is there but broken, and the next home does not step in', async ({ make, code }) => {
    make(join(account, HOME_FILE))
    put(join(home, HOME_FILE), 'from-home')
    ;(await refused({})).toMatchObject({ name: 'LicenseError', code })
  })
})
