import {
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
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { license } from '../../src/cli/license.js'
import { runCommand } from '../support/cli.js'
import { schemaOf } from '../support/schemas.js'

const NOW = Date.UTC(2030, 0, 1)
const DAY = 86_400_000
const root = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate-cli-license-')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let n = 0
let cwd = ''
beforeEach(() => {
  cwd = join(root, String(++n))
  mkdirSync(cwd)
})

const run = (args: readonly string[], given: { now?: number; stdin?: string } = {}) =>
  runCommand(license, args, { cwd, now: given.now ?? NOW, readStdin: async () => given.stdin ?? '' })

const KEY = ['--key', 'stepgate-license.key']
const PUB = ['--public-key', 'stepgate-license.pub']
const WHO = ['--org', 'acme', '--sub', 'gate']
const keygen = () => run(['keygen'])
const issue = async (...args: readonly string[]) => (await run(['issue', ...KEY, ...WHO, ...args])).out

describe('keygen', () => {
  test('writes a pair, the private half for its owner only, and says what comes next', async () => {
    const { code, out, err } = await keygen()
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('the same command line with: license issue --key stepgate-license.key')
    expect(out).toContain('keep stepgate-license.key secret')
    expect(out).not.toContain('-----BEGIN')
    expect(readdirSync(cwd).sort()).toEqual(['stepgate-license.key', 'stepgate-license.pub'])
    expect(statSync(join(cwd, 'stepgate-license.key')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(cwd, 'stepgate-license.key'), 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/)
    expect(readFileSync(join(cwd, 'stepgate-license.pub'), 'utf8')).toMatch(/^-----BEGIN PUBLIC KEY-----\n/)
  })

  test('--out names a folder', async () => {
    mkdirSync(join(cwd, 'keys'))
    expect((await run(['keygen', '--out', 'keys'])).out).toContain('keys/stepgate-license.key')
    expect(readdirSync(join(cwd, 'keys'))).toHaveLength(2)
  })

  test('never overwrites, and leaves no half of a pair', async () => {
    writeFileSync(join(cwd, 'stepgate-license.pub'), 'mine')
    const { code, err } = await keygen()
    expect(code).toBe(2)
    expect(err).toContain('"stepgate-license.pub" exists already')
    expect(readdirSync(cwd)).toEqual(['stepgate-license.pub'])
    expect(readFileSync(join(cwd, 'stepgate-license.pub'), 'utf8')).toBe('mine')
  })

  test('does not replace a key by a second run', async () => {
    await keygen()
    const before = readFileSync(join(cwd, 'stepgate-license.key'), 'utf8')
    expect((await keygen()).code).toBe(2)
    expect(readFileSync(join(cwd, 'stepgate-license.key'), 'utf8')).toBe(before)
  })

  test('does not write through a symlink', async () => {
    symlinkSync(join(cwd, 'target'), join(cwd, 'stepgate-license.key'))
    expect((await keygen()).code).toBe(2)
    expect(lstatSync(join(cwd, 'stepgate-license.key')).isSymbolicLink()).toBe(true)
    expect(readdirSync(cwd)).toEqual(['stepgate-license.key'])
  })

  test('a folder that is not there', async () => {
    const { code, err } = await run(['keygen', '--out', 'missing'])
    expect(code).toBe(2)
    expect(err).toContain('cannot be written (ENOENT)')
  })
})

describe('issue', () => {
  test('prints the licence alone, and verify takes it', async () => {
    await keygen()
    const { code, out, err } = await run(['issue', ...KEY, ...WHO])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    const verified = await run(['verify', ...PUB], { stdin: `${out}\n` })
    expect(verified).toEqual({
      code: 0,
      err: '',
      out: 'org:      acme\nsub:      gate\nfeatures: policy\nexpires:  2031-01-01T00:00:00Z\nstate:    valid',
    })
  })

  test.each([
    { name: 'days', args: ['--days', '1'], says: { expires: '2030-01-02T00:00:00Z' } },
    { name: 'a day', args: ['--expires', '2031-12-31'], says: { expires: '2031-12-31T00:00:00Z' } },
    { name: 'a time', args: ['--expires', '2031-12-31T12:00:00+02:00'], says: { expires: '2031-12-31T10:00:00Z' } },
    { name: 'a start', args: ['--not-before', '2029-02-28'], says: { notBefore: '2029-02-28T00:00:00Z' } },
    { name: 'features', args: ['--feature', 'policy', '--feature', 'more'], says: { features: ['policy', 'more'] } },
  ])('$name', async ({ args, says }) => {
    await keygen()
    const { code, out } = await run(['verify', '-', ...PUB, '--json'], { stdin: await issue(...args) })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      state: 'valid',
      org: 'acme',
      sub: 'gate',
      features: ['policy'],
      issued: '2030-01-01T00:00:00Z',
      expires: '2031-01-01T00:00:00Z',
      ...says,
    })
  })

  test.each([
    { name: 'no key', args: ['issue', ...WHO], says: '"--key" is missing' },
    { name: 'no org', args: ['issue', ...KEY, '--sub', 'x'], says: '"--org" is missing' },
    { name: 'an empty sub', args: ['issue', ...KEY, '--org', 'x', '--sub', ' '], says: '"--sub" is missing' },
    {
      name: 'a key that is not there',
      args: ['issue', '--key', 'missing', ...WHO],
      says: '--key "missing" cannot be read (ENOENT)',
    },
    {
      name: 'the public key',
      args: ['issue', '--key', 'stepgate-license.pub', ...WHO],
      says: 'must be a private Ed25519 key',
    },
    {
      name: 'days and an end',
      args: ['issue', ...KEY, ...WHO, '--days', '1', '--expires', '2031-01-01'],
      says: 'exclude each other',
    },
    { name: 'no days', args: ['issue', ...KEY, ...WHO, '--days', '0'], says: '"--days" must be' },
    { name: 'days in words', args: ['issue', ...KEY, ...WHO, '--days', '1e3'], says: '"--days" must be' },
    { name: 'an end in the past', args: ['issue', ...KEY, ...WHO, '--expires', '2029-12-31'], says: 'in the future' },
    {
      name: 'a day that is none',
      args: ['issue', ...KEY, ...WHO, '--expires', '2031-02-30'],
      says: '"--expires" must be a date',
    },
    {
      name: 'a month that is none',
      args: ['issue', ...KEY, ...WHO, '--expires', '2031-13-01'],
      says: '"--expires" must be a date',
    },
    {
      name: 'a time without a zone',
      args: ['issue', ...KEY, ...WHO, '--expires', '2031-12-31T12:00'],
      says: '"--expires" must be a date',
    },
    {
      name: 'a date in words',
      args: ['issue', ...KEY, ...WHO, '--not-before', 'June 2031'],
      says: '"--not-before" must be a date',
    },
    {
      name: 'a start after the end',
      args: ['issue', ...KEY, ...WHO, '--not-before', '2040-01-01'],
      says: 'earlier than the end',
    },
    {
      name: 'no feature of that name',
      args: ['issue', ...KEY, ...WHO, '--featur', 'x'],
      says: 'did you mean "--feature"?',
    },
    { name: 'a flag without its value', args: ['issue', ...WHO, '--key'], says: 'argument missing' },
    {
      name: 'a word too many',
      args: ['issue', ...KEY, ...WHO, 'more\u001b[31m'],
      says: '"more\\u001b[31m" is one too many',
    },
  ])('refuses $name', async ({ args, says }) => {
    await keygen()
    const { code, out, err } = await run(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
    expect(err).not.toContain('\u001b')
  })
})

describe('verify', () => {
  const states = [
    { name: 'valid', args: [], now: NOW, code: 0, text: 'valid' },
    { name: 'grace', args: ['--days', '1'], now: NOW + 4 * DAY - 1, code: 0, text: 'grace' },
    { name: 'expired', args: ['--days', '1'], now: NOW + 4 * DAY, code: 1, text: 'expired' },
    { name: 'not-yet-valid', args: ['--not-before', '2030-02-01'], now: NOW, code: 1, text: 'not yet valid' },
    { name: 'no-feature', args: ['--feature', 'other'], now: NOW, code: 1, text: 'no feature' },
  ]

  test.each(states)('$name', async ({ name, args, now, code, text }) => {
    await keygen()
    writeFileSync(join(cwd, 'token'), `${await issue(...args)}\n`)
    const told = await run(['verify', 'token', ...PUB], { now })
    expect(told.code).toBe(code)
    expect(told.out).toMatch(new RegExp(`^state: {4}${text}`, 'm'))
    const json = await run(['verify', 'token', ...PUB, '--json'], { now })
    expect(json.code).toBe(code)
    expect(JSON.parse(json.out)).toMatchObject({ state: name, org: 'acme', sub: 'gate' })
    expect(schemaOf('cli/license')(JSON.parse(json.out))).toBe('')
  })

  test('a licence that is not to be trusted', async () => {
    await keygen()
    const stdin = `${await issue()}.x`
    const told = await run(['verify', ...PUB], { stdin })
    expect(told).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('stepgate license verify: error[ERR_LICENSE_MALFORMED]: '),
    })
    const json = await run(['verify', ...PUB, '--json'], { stdin })
    expect(json).toMatchObject({ code: 1, err: '' })
    expect(JSON.parse(json.out)).toMatchObject({ state: 'invalid', code: 'ERR_LICENSE_MALFORMED' })
    expect(schemaOf('cli/license')(JSON.parse(json.out))).toBe('')
  })

  test('names of an organisation do not act on the terminal', async () => {
    await keygen()
    const stdin = (await run(['issue', ...KEY, '--org', 'a\u001b[2Jb', '--sub', 'x\ny'])).out
    expect((await run(['verify', ...PUB], { stdin })).out).toContain('org:      a\\u001b[2Jb\nsub:      x\\ny\n')
  })

  test.each([
    { name: 'no public key', args: ['verify'], says: '"--public-key" is missing' },
    {
      name: 'a private key',
      args: ['verify', '--public-key', 'stepgate-license.key'],
      says: '"--public-key" holds a private',
    },
    { name: 'a public key that is not there', args: ['verify', '--public-key', 'missing'], says: '(ENOENT)' },
    { name: 'a file that is not there', args: ['verify', 'missing', ...PUB], says: 'FILE "missing" cannot be read' },
    { name: 'two files', args: ['verify', 'a', 'b', ...PUB], says: '"b" is one too many' },
    {
      name: 'an unknown flag',
      args: ['verify', '--josn', ...PUB],
      says: 'unknown flag "--josn"; did you mean "--json"?',
    },
    {
      name: 'another unknown flag',
      args: ['verify', '-x', ...PUB],
      says: 'unknown flag "-x"; known flags are --public-key, --json, --verbose',
    },
  ])('refuses $name', async ({ args, says }) => {
    await keygen()
    const { code, err } = await run(args)
    expect(code).toBe(2)
    expect(err).toContain(says)
  })

  test('a licence as an argument is refused and not repeated', async () => {
    await keygen()
    const token = await issue()
    const { code, err } = await run(['verify', token, ...PUB])
    expect(code).toBe(2)
    expect(err).toContain('standard input')
    expect(err).not.toContain(token.slice(0, 20))
  })
})

describe('the command itself', () => {
  test.each([['--help'], ['-h'], ['keygen', '--help'], ['issue', '--help'], ['verify', '-h']])(
    '%s %s',
    async (...args) => {
      const { code, out, err } = await run(args.filter((arg) => typeof arg === 'string'))
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toMatch(/^usage: stepgate license/)
    },
  )

  test.each([
    { args: [], says: 'a command is missing' },
    { args: ['verfy'], says: 'unknown command "verfy"; did you mean "verify"?' },
    { args: ['constructor'], says: 'there are keygen, issue, verify' },
  ])('$args', async ({ args, says }) => {
    const { code, err } = await run(args)
    expect(code).toBe(2)
    expect(err).toContain(says)
  })
})
