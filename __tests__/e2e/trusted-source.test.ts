import { describe, expect, test } from '@jest/globals'
import { expectClosed } from '../support/closed.js'
import { aWorld, type WorldOptions } from '../support/github/index.js'
import { judgeOn } from '../support/on-github.js'
import { aConfig, checkPackage, ROLES } from '../support/repositories.js'

/** The config and the policies come from GitHub, from a branch that the pull request's author does not choose. */

const STRICT = aConfig(`engine: local\nfallback: deny\n${ROLES}`)
const LAX = aConfig('engine: local\nfallback: deny', 'build: {}\ndeploy: {}')
const stranger = { author: 'mallory', association: 'NONE' } as const
const member = { author: 'alice', association: 'MEMBER' } as const

const worldOf = (options: WorldOptions) => aWorld({ files: { '.visor.yaml': STRICT }, ...options })

describe('where the policy comes from', () => {
  test('the base branch where it is protected, without any checkout', async () => {
    const world = worldOf({ pulls: [{ number: 2, ...member, changes: { 'src/a.ts': 'new' } }] })
    const run = await judgeOn(world)
    expect(run.outputs).toMatchObject({ result: 'allowed', allowed: '["build","deploy"]', 'policy-changed': 'false' })
    const main = world.branches.get('main')?.sha
    expect(run.summary).toContain(`main at ${main}`)
    expect(run.outputs.sha).toBe(world.pulls.get(2)?.head.sha)
  })

  test('and a stranger is denied by it', async () => {
    const world = worldOf({ pulls: [{ number: 2, ...stranger, changes: { 'src/a.ts': 'new' } }] })
    const run = await judgeOn(world)
    expect(run.outputs).toMatchObject({ result: 'denied', allowed: '["build"]', denied: '["deploy"]' })
  })

  test('the default branch where the base is not protected, whatever its policy says', async () => {
    const world = worldOf({
      branches: { lax: { changes: { '.visor.yaml': LAX }, protected: false } },
      pulls: [{ number: 2, ...stranger, base: 'lax', changes: { 'src/a.ts': 'new' } }],
    })
    const run = await judgeOn(world)
    expect(run.outputs).toMatchObject({ result: 'denied', denied: '["deploy"]' })
    expect(run.summary).toContain('is not protected')
  })

  test('a protected release branch has a policy of its own', async () => {
    const world = worldOf({
      branches: { release: { changes: { '.visor.yaml': LAX }, protected: true } },
      pulls: [{ number: 2, ...stranger, base: 'release', changes: { 'src/a.ts': 'new' } }],
    })
    expect((await judgeOn(world)).outputs).toMatchObject({ result: 'allowed' })
  })

  test('rules, data and a file over a megabyte are read through the API as well', async () => {
    const config = aConfig(
      `engine: local\nrules: ./policies/\ndata: ./data.json\nfallback: deny\nscopes: [check.execute]\n${ROLES}`,
      'deploy: {}',
    )
    const world = aWorld({
      files: {
        '.visor.yaml': config,
        'policies/main.rego': checkPackage('default allowed := false\nallowed if data.people[input.actor.login]'),
        'policies/deep/er/other.rego': 'package visor.other\n\nx := 1\n',
        'policies/main_test.rego': 'this is not read',
        'data.json': JSON.stringify({ people: { alice: true }, ballast: 'x'.repeat(1_500_000) }),
      },
      pulls: [{ number: 2, ...member, changes: { 'src/a.ts': 'new' } }],
    })
    const run = await judgeOn(world, { github: { delayMs: 150 } })
    expect(run.outputs).toMatchObject({ result: 'allowed' })
    expect(run.rounds).toBeLessThanOrEqual(4)
  })

  test('a symlink among the rules is refused', async () => {
    const config = aConfig(`engine: local\nrules: ./policies/\nfallback: deny\nscopes: [check.execute]`, 'deploy: {}')
    const world = aWorld({
      files: {
        '.visor.yaml': config,
        'policies/main.rego': { symlink: '../lax.rego' },
        'lax.rego': checkPackage('allowed := true'),
      },
      pulls: [{ number: 2, ...member, changes: { 'src/a.ts': 'new' } }],
    })
    expectClosed(await judgeOn(world), { code: 2, errorCode: 'ERR_SOURCE_OUTSIDE', says: ['symlink'] })
  })
})

describe('a pull request that changes what judges it', () => {
  test('is judged by the old config, and shows what would change', async () => {
    const world = worldOf({ pulls: [{ number: 2, ...stranger, changes: { '.visor.yaml': LAX } }] })
    const run = await judgeOn(world, { inputs: { report: 'report.json' } })
    expect(run.outputs).toMatchObject({ result: 'denied', denied: '["deploy"]', 'policy-changed': 'true' })
    expect(JSON.parse((await run.read('report.json')) ?? '{}').policy_changed).toMatchObject({
      paths: ['.visor.yaml'],
      preview: { steps: { deploy: { before: { outcome: 'block' }, after: { outcome: 'pass' } } } },
    })
    expect(run.annotations.some(({ message }) => message.includes('policy_changed'))).toBe(true)
  })

  test('no config yet and the pull request brings one: bootstrap, nothing allowed, exit 0', async () => {
    const world = aWorld({
      files: { 'README.md': 'hello' },
      pulls: [{ number: 2, ...member, changes: { '.visor.yaml': STRICT } }],
    })
    const run = await judgeOn(world, { inputs: { 'fail-on': 'deny, error' } })
    expect(run.code).toBe(0)
    expect(run.outputs).toMatchObject({ result: 'bootstrap', 'reason-code': 'bootstrap', allowed: '[]' })
    expect(Object.keys(run.decisions)).toEqual(['build', 'deploy'])
    expect(run.summary).toContain('Once merged')
  })

  test('no config anywhere is an error', async () => {
    const world = aWorld({ files: { a: 'b' }, pulls: [{ number: 2, ...member, changes: { c: 'd' } }] })
    const run = await judgeOn(world)
    expect(run.code).toBe(2)
    expect(run.outputs).toMatchObject({ result: 'error', allowed: '[]' })
  })
})
