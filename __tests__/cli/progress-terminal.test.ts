import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { DIST } from '../support/cli.js'
import { CLI_NODE } from '../support/runner.js'
import { type RealTerminal, startInTerminal } from '../support/tmux.js'

/** What stands on a terminal while somebody waits. */

const root = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate progress ')))
let terminal: RealTerminal | undefined
beforeAll(() => {
  mkdirSync(join(root, 'policies'))
  // Enough to take a fast machine more than a second.
  for (let n = 0; n < 250; n++) {
    const bodies = Array.from(
      { length: 12 },
      (_, i) => `allowed if {\n\tinput.check.id == "step-${n}-${i}"\n\t"role-${i}" in input.actor.roles\n}`,
    )
    const text = `package visor.part_${n}\n\ndefault allowed := false\n\n${bodies.join('\n\n')}\n`
    writeFileSync(join(root, `policies/part_${n}.rego`), text)
  }
  writeFileSync(join(root, 'policies/check.rego'), 'package visor.check.execute\n\ndefault allowed := false\n')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))
afterEach(async () => {
  await terminal?.close()
  terminal = undefined
})

const check = async (env: Readonly<Record<string, string>> = {}): Promise<RealTerminal> => {
  const command = [CLI_NODE, join(DIST, 'cli/index.js'), 'policy-check', 'policies'] as const
  terminal = await startInTerminal(command, { cwd: root, env: { STEPGATE_CACHE: 'off', ...env } })
  return terminal
}

describe('the progress line', () => {
  test('says what takes its time, and is gone when it is done', async () => {
    const { waitFor, ended, history } = await check()
    await waitFor(/^[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] checking 251 files \(\d+ s\)$/m)
    await ended()
    expect(await history()).not.toContain('checking 251 files')
  })
  test('is ASCII where the terminal has no Unicode', async () => {
    const { waitFor, send, ended } = await check({ LC_ALL: 'C' })
    await waitFor(/^[-\\|/] checking 251 files \(\d+ s\)$/m)
    await send('C-c')
    expect(await ended()).toBe(130)
  })
})
