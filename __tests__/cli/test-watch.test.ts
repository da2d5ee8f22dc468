import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { CLI_NODE } from '../support/runner.js'
import { type RealTerminal, startInTerminal } from '../support/tmux.js'
import { aFolder, DIST, type Files, POLICIES, write } from './test/running.js'

const TESTS = 'package a_test\n\ntest_one if data.a.allow\n'
const RULE = (body: string) => `package a\n\nallow if ${body}\n`

let terminal: RealTerminal | undefined
afterEach(async () => {
  await terminal?.close()
  terminal = undefined
})

async function watchIn(files: Files, ...args: readonly string[]) {
  const cwd = aFolder(files)
  const command = [CLI_NODE, join(DIST, 'cli/index.js'), 'test', '--watch', ...args] as const
  terminal = await startInTerminal([...command], { cwd, env: { HOME: cwd } })
  return { cwd, terminal }
}

const WAITING = /\d\d:\d\d:\d\d {2}waiting for changes; Ctrl-C ends/

describe('stepgate test --watch, in a terminal', () => {
  test('runs again after a change, clears its own screen, and ends with 130 at Ctrl-C', async () => {
    const { cwd, terminal } = await watchIn({ 'a.rego': RULE('false'), 'a_test.rego': TESTS })
    const first = await terminal.waitFor(WAITING)
    expect(first).toContain('✘ a_test.rego  1 failed')

    writeFileSync(join(cwd, 'a.rego'), RULE('true'))
    const second = await terminal.waitFor(/✔ a_test\.rego {2}1 passed[\s\S]*waiting/)
    expect(second).not.toContain('failed')

    await terminal.send('C-c')
    expect(await terminal.ended()).toBe(130)
  })

  test('goes on where a file does not parse, and sees a file that is renamed over the old one', async () => {
    const { cwd, terminal } = await watchIn({ 'a.rego': RULE('true'), 'a_test.rego': TESTS })
    await terminal.waitFor(/1 passed[\s\S]*waiting/)

    writeFileSync(join(cwd, 'a.rego'), 'package a\n\nallow if {\n')
    expect(await terminal.waitFor(/rego_parse_error[\s\S]*waiting/)).toContain('a.rego:')

    // As editors do: a new file beside the old one, and then its name.
    writeFileSync(join(cwd, '.a.rego.swp'), RULE('true'))
    renameSync(join(cwd, '.a.rego.swp'), join(cwd, 'a.rego'))
    await terminal.waitFor(/✔ a_test\.rego {2}1 passed[\s\S]*waiting/)
  })

  test('sees what is appended to a file that was renamed over twice', async () => {
    const { cwd, terminal } = await watchIn({ 'a.rego': RULE('true'), 'a_test.rego': TESTS })
    await terminal.waitFor(/1 passed[\s\S]*waiting/)
    const save = (body: string) => {
      writeFileSync(join(cwd, 'sed1a2b3c'), RULE(body))
      renameSync(join(cwd, 'sed1a2b3c'), join(cwd, 'a.rego'))
    }

    save('false')
    await terminal.waitFor(/1 failed[\s\S]*waiting/)
    save('1 == 1')
    await terminal.waitFor(/1 passed[\s\S]*waiting/)
    appendFileSync(join(cwd, 'a.rego'), '\nallow if {\n')
    await terminal.waitFor(/rego_parse_error[\s\S]*waiting/)

    await terminal.send('C-c')
    expect(await terminal.ended()).toBe(130)
  })

  test('goes on with a folder that is made anew, as a checkout does', async () => {
    const { cwd, terminal } = await watchIn({ 'p/in/a.rego': RULE('true'), 'p/in/a_test.rego': TESTS })
    await terminal.waitFor(/1 passed[\s\S]*waiting/)

    rmSync(join(cwd, 'p'), { recursive: true })
    await terminal.waitFor(/no tests found[\s\S]*waiting/)
    write(cwd, { 'p/in/a.rego': RULE('false'), 'p/in/a_test.rego': TESTS })
    await terminal.waitFor(/1 failed[\s\S]*waiting/)
    writeFileSync(join(cwd, 'p/in/a.rego'), RULE('true'))
    await terminal.waitFor(/1 passed[\s\S]*waiting/)
  })

  test('sees a change that no watcher tells of: of the file that a link leads to', async () => {
    const { cwd, terminal } = await watchIn({
      '.kept/rule.rego': RULE('true'),
      'a.rego': { link: '.kept/rule.rego' },
      'a_test.rego': TESTS,
    })
    await terminal.waitFor(/1 passed[\s\S]*waiting/)
    writeFileSync(join(cwd, '.kept/rule.rego'), RULE('false'))
    await terminal.waitFor(/1 failed[\s\S]*waiting/)
  })

  test('sees new files, the config, and the events that cases name', async () => {
    const cases = 'cases:\n  - { name: one, actor: { login: a, roles: [admin] }, step: deploy, expect: pass }\n'
    const { cwd, terminal } = await watchIn({ ...POLICIES, 'policies/cases.yaml': cases })
    await terminal.waitFor(/cases\.yaml {2}1 passed[\s\S]*waiting/)

    write(cwd, { '.visor.yaml': String(POLICIES['.visor.yaml']).replace('require: admin', 'require: developer') })
    await terminal.waitFor(/cases\.yaml {2}1 failed[\s\S]*waiting/)

    write(cwd, { 'policies/inner/b_test.rego': 'package b_test\n\ntest_b if true\n' })
    await terminal.waitFor(/b_test\.rego +1 passed[\s\S]*waiting/)
  })

  test('waits where there is nothing to test yet', async () => {
    const { cwd, terminal } = await watchIn({ 'a.rego': RULE('true') })
    await terminal.waitFor(/no tests found[\s\S]*waiting/)
    write(cwd, { 'a_test.rego': TESTS })
    await terminal.waitFor(/1 passed[\s\S]*waiting/)
  })
})

describe('without a terminal', () => {
  test('nothing is cleared, and every run is appended', async () => {
    const cwd = aFolder({ 'a.rego': RULE('false'), 'a_test.rego': TESTS })
    const program = [CLI_NODE, join(DIST, 'cli/index.js'), 'test', '--watch'].map((word) => `'${word}'`).join(' ')
    terminal = await startInTerminal(['/bin/sh', '-c', `${program} | cat -v`], { cwd, env: { HOME: cwd } })
    await terminal.waitFor(WAITING)
    writeFileSync(join(cwd, 'a.rego'), RULE('true'))
    const shown = await terminal.waitFor(/1 passed[\s\S]*waiting/)
    expect(shown).toContain('1 failed')
    expect(shown).not.toContain('^[')
  })
})
