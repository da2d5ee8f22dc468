import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { COMMANDS } from '../../src/cli/commands.js'
import { completion } from '../../src/cli/completion.js'
import { DIST, runCommand } from '../support/cli.js'
import { CLI_NODE } from '../support/runner.js'

const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate completion ')))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const CONFIG = `version: "1.0"
policy: { engine: local, roles: { admin: { users: [bob] } } }
steps:
  deploy-production: { type: command }
  deploy-staging: { type: command }
  "$(touch owned)": { type: command }
  "two words": { type: command }
`

beforeAll(() => {
  writeFileSync(join(cwd, '.visor.yaml'), CONFIG)
  writeFileSync(join(cwd, 'a file.rego'), '')
  mkdirSync(join(cwd, 'a folder'))
  const program = join(cwd, 'stepgate')
  writeFileSync(program, `#!/bin/sh\nexec '${CLI_NODE}' '${join(DIST, 'cli/index.js')}' "$@"\n`)
  chmodSync(program, 0o755)
})

const run = (...args: readonly string[]) => runCommand(completion, args, { cwd })

describe('in bash', () => {
  /** What bash offers where the line ends so: its words, as bash takes them apart. */
  const offered = async (...words: readonly string[]): Promise<readonly string[]> => {
    const { out } = await run('bash')
    const script = `${out}
COMP_WORDS=(stepgate "$@")
COMP_CWORD=$#
_stepgate
printf '%s\\n' "\${COMPREPLY[@]}"`
    const env = { PATH: `${cwd}:${process.env.PATH}` }
    const done = spawnSync('bash', ['--norc', '-c', script, 'bash', ...words], { cwd, env, encoding: 'utf8' })
    expect(done.stderr).toBe('')
    return done.stdout
      .split('\n')
      .filter((line) => line !== '')
      .sort()
  }

  test.each<{ words: readonly string[]; gives: readonly string[] }>([
    { words: ['ev'], gives: ['eval'] },
    { words: ['--verbose', 'doc'], gives: ['doctor'] },
    { words: ['audit', ''], gives: ['show', 'verify'] },
    { words: ['audit', 'verify', '--he'], gives: ['--head', '--help'] },
    { words: ['license', 'issue', '--key', 'a'], gives: ['a file.rego', 'a folder'] },
    { words: ['init', 'a'], gives: ['a folder'] },
    { words: ['build', '--target', ''], gives: ['rego', 'wasm'] },
    { words: ['build', '-t', 'w'], gives: ['wasm'] },
    { words: ['build', '--target', '=', 'r'], gives: ['rego'] },
    { words: ['build', '--target', '='], gives: ['rego', 'wasm'] },
    { words: ['fmt', '--ch'], gives: ['--check'] },
    { words: ['build', '--revision', ''], gives: [] },
    { words: ['fmt', 'a f'], gives: ['a file.rego', 'a folder'] },
    { words: ['demo', ''], gives: [] },
  ])('$words', async ({ words, gives }) => expect(await offered(...words)).toEqual(gives))

  test('every command is offered', async () => {
    const found = await offered('')
    for (const { name } of COMMANDS) expect(found).toContain(name)
  })

  test('the steps of the config are, and nothing in them is run', async () => {
    expect(await offered('eval', 'deploy-p')).toEqual(['deploy-production'])
    expect(await offered('eval', '')).toEqual(['deploy-production', 'deploy-staging'])
    expect(spawnSync('ls', [cwd], { encoding: 'utf8' }).stdout).not.toContain('owned')
  })
})

describe('what the scripts ask for', () => {
  test.each([
    ['steps', 'deploy-production\ndeploy-staging'],
    ['roles', 'admin'],
  ])('%s', async (list, out) => expect(await run('--list', list)).toEqual({ code: 0, out, err: '' }))

  test('is nothing where there is no config, or one that is wrong', async () => {
    const elsewhere = join(cwd, 'a folder')
    expect(await runCommand(completion, ['--list', 'steps'], { cwd: elsewhere })).toEqual({ code: 0, out: '', err: '' })
    writeFileSync(join(elsewhere, '.visor.yaml'), 'steps: [')
    expect(await runCommand(completion, ['--list', 'steps'], { cwd: elsewhere })).toEqual({ code: 0, out: '', err: '' })
  })
})

describe('the script', () => {
  const installed = (shell: string) => spawnSync(shell, ['--version']).error === undefined

  test.each(['bash', 'zsh', 'fish'])('for %s names every command and its flags, and is one', async (shell) => {
    const { code, out } = await run(shell)
    expect(code).toBe(0)
    for (const { name, load } of COMMANDS) {
      expect(out).toContain(name)
      for (const flag of Object.keys((await load()).flags)) expect(out).toMatch(new RegExp(`(--|-l )${flag}\\b`))
    }
    if (installed(shell)) expect(spawnSync(shell, ['-n', '-c', out], { encoding: 'utf8' }).stderr).toBe('')
  })

  test.each([
    [[], 'SHELL is missing; there are bash, zsh, fish'],
    [['tcsh'], '"tcsh" is not known; there are bash, zsh, fish'],
  ])('of %j is none', async (args, says) => {
    const { code, out, err } = await run(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(says)
  })
})
