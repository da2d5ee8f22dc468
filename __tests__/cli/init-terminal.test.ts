import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { DIST } from '../support/cli.js'
import { CLI_NODE } from '../support/runner.js'
import { type RealTerminal, startInTerminal } from '../support/tmux.js'

/** The dialogue of `stepgate init` as somebody has it, in a real terminal. */

const root = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate init ')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let n = 0
let cwd = ''
let terminal: RealTerminal | undefined
beforeEach(() => {
  cwd = join(root, String(++n))
  mkdirSync(cwd)
})
afterEach(async () => {
  await terminal?.close()
  terminal = undefined
})

const start = async (
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<RealTerminal> => {
  terminal = await startInTerminal([CLI_NODE, join(DIST, 'cli/index.js'), 'init', ...args], {
    cwd,
    env,
    columns: 120,
    rows: 40,
  })
  return terminal
}

describe('somebody at a terminal', () => {
  test('answers five questions, one of them wrong, and has a gate', async () => {
    mkdirSync(join(cwd, '.github/workflows'), { recursive: true })
    writeFileSync(
      join(cwd, '.github/workflows/ci.yml'),
      'on: push\njobs:\n  build: { runs-on: x }\n  release: { runs-on: x }\n',
    )
    const { waitFor, send, ended, screen } = await start()
    await waitFor(/1\) .*admin[\s\S]*number \(1\): ?$/m)
    await send('9', 'Enter')
    await waitFor(/a number from 1 to 3, please/)
    await send('2', 'Enter')
    await waitFor(/The team, .*: ?$/m)
    await send('octo-org/ops', 'Enter')
    await waitFor(/The jobs of your workflows: build, release[\s\S]*\(release\): ?$/m)
    await send('Enter')
    await waitFor(/AI step .*\(y\/N\): ?$/m)
    await send('y', 'Enter')
    await waitFor(/\(test, ai-review\): ?$/m)
    await send('Enter')
    await waitFor(/0 for none \(0\): ?$/m)
    await send('1', 'Enter')
    expect(await ended()).toBe(0)
    expect(await screen()).toContain('✔ .github/workflows/gate.yml')
    const config = readFileSync(join(cwd, '.visor.yaml'), 'utf8')
    expect(config).toMatch(/admin:\n {6}teams: \["octo-org\/ops"\]/)
    expect(config).toMatch(/ai-review:[\s\S]*release:[\s\S]*count: 1/)
  })

  test.each([
    ['Ctrl-C', 'C-c'],
    ['Ctrl-D', 'C-d'],
  ])('%s ends it with 130, and nothing is written', async (_name, key) => {
    const { waitFor, send, ended, screen } = await start()
    await waitFor(/number \(1\): ?$/m)
    await send('1', 'Enter')
    await waitFor(/Names of steps.*: ?$/m)
    await send(key)
    expect(await ended()).toBe(130)
    expect(await screen()).toContain('cancelled; nothing was written')
    expect(readdirSync(cwd)).toEqual([])
  })

  test('is not asked what flags say, and sees ASCII where there is nothing else', async () => {
    const args = ['--role', 'a=OWNER', '--step', 'ship', '--approvals', '0']
    const { ended, screen } = await start(args, { LC_ALL: 'C' })
    expect(await ended()).toBe(0)
    expect(await screen()).toContain('+ .visor.yaml')
  })
})
