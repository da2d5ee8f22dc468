import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CLI_NODE, ROOT } from '../support/runner.js'

/** The folder dist/ alone, somewhere else: nothing of the repository is around it. */

const RULE = 'package visor.check.execute\n\nallowed if input.check.policy.require in input.actor.roles\n'

let place = ''
beforeAll(() => {
  // A name that has to be quoted everywhere.
  place = mkdtempSync(join(tmpdir(), "stepgate it's elsewhere-"))
  cpSync(join(ROOT, 'dist'), join(place, 'dist'), { recursive: true })
  mkdirSync(join(place, 'work'))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

function run(...args: readonly string[]) {
  const env = { PATH: process.env.PATH, HOME: join(place, 'home') }
  const { status, stdout, stderr } = spawnSync(CLI_NODE, [join(place, 'dist/cli/index.js'), ...args], {
    cwd: join(place, 'work'),
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('dist/ alone', () => {
  test('says its version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
    expect(run('version')).toMatchObject({ status: 0, stdout: expect.stringContaining(version), stderr: '' })
  })

  test('shows the demo', () => {
    const { status, stdout, stderr } = run('demo', '--summary', 'summary.md')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/deploy-production.*\n/)
    expect(readFileSync(join(place, 'work/summary.md'), 'utf8')).toContain('# As a member')
  })

  test('builds a bundle', () => {
    writeFileSync(join(place, 'work/a.rego'), RULE)
    expect(run('build', 'a.rego')).toMatchObject({ status: 0, stdout: '' })
    expect(existsSync(join(place, 'work/bundle.tar.gz'))).toBe(true)
  })

  test('has the schemas as they are, the hash of its OPA, and of the example what the demo reads', () => {
    const names = readdirSync(join(ROOT, 'schemas')).filter((name) => name.endsWith('.json'))
    for (const name of names)
      expect(readFileSync(join(place, 'dist/schemas', name), 'utf8')).toBe(
        readFileSync(join(ROOT, 'schemas', name), 'utf8'),
      )
    expect(readFileSync(join(place, 'dist/opa.sha256'), 'utf8')).toBe(
      readFileSync(join(ROOT, 'src/pdp/local/opa/opa.sha256'), 'utf8'),
    )
    expect(readdirSync(join(place, 'dist/examples/enterprise-policy')).sort()).toEqual([
      '.visor.yaml',
      'event.json',
      'policies',
    ])
  })
})
