import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import {
  ADMINS,
  APPROVED,
  aTarget,
  expectAllowed,
  expectDenied,
  expectPending,
  expectRefused,
  expectStale,
  LAX,
  member,
  RULED,
  STRICT,
  stranger,
} from '../support/attacks.js'
import { expectClosed } from '../support/closed.js'
import { aWorld, eventOf, push } from '../support/github/index.js'
import { judgeOn } from '../support/on-github.js'
import { aConfig, checkPackage } from '../support/repositories.js'
import { ROOT } from '../support/runner.js'

/** Attacks on what judges: the config, the rules, the data, the licence and where they are read from. */

const OPEN = checkPackage('allowed := true')
const MEMBERS = checkPackage('default allowed := false\nallowed if "developer" in input.actor.roles')
const ruled = { files: { 'policies/main.rego': MEMBERS } }

describe('the pull request edits', () => {
  test('the config is edited in the pull request', async () => {
    const run = await expectDenied(aTarget(STRICT, { ...stranger, changes: { '.visor.yaml': LAX } }))
    expect(run.outputs['policy-changed']).toBe('true')
    await expectAllowed(aTarget(LAX, stranger))
  })

  test('a config of a name that is looked for first is added', async () => {
    const run = await expectDenied(aTarget(STRICT, { ...stranger, changes: { 'visor.yaml': LAX } }))
    expect(run.outputs['policy-changed']).toBe('true')
    await expectAllowed(aTarget(STRICT, stranger, { files: { 'visor.yaml': LAX } }))
  })

  test('the config is deleted or renamed', async () => {
    for (const changes of [{ '.visor.yaml': null }, { '.visor.yaml': null, 'docs/visor.yaml': STRICT }]) {
      const run = await expectDenied(aTarget(STRICT, { ...stranger, changes }))
      expect(run.outputs['policy-changed']).toBe('true')
    }
  })

  test('the Rego is edited in the pull request', async () => {
    const edit = { ...stranger, changes: { 'policies/main.rego': OPEN } }
    const run = await expectDenied(aTarget(RULED, edit, ruled))
    expect(run.outputs['policy-changed']).toBe('true')
    await expectAllowed(aTarget(RULED, stranger, { files: { 'policies/main.rego': OPEN } }))
  })

  test('a second Rego file is added that denies nothing', async () => {
    const edit = { ...stranger, changes: { 'policies/more.rego': checkPackage('allowed if true') } }
    const run = await expectDenied(aTarget(RULED, edit, ruled))
    expect(run.outputs['policy-changed']).toBe('true')
  })

  test('the data are edited in the pull request', async () => {
    const config = aConfig(
      'engine: local\nfallback: allow\nrules: ./policies/\ndata: ./people.json\nscopes: [check.execute]',
      'deploy: {}',
    )
    const files = {
      'policies/main.rego': checkPackage('default allowed := false\nallowed if data.people[input.actor.login]'),
      'people.json': '{"people":{"alice":true}}',
    }
    const changes = { 'people.json': '{"people":{"mallory":true}}' }
    const run = await expectDenied(aTarget(config, { ...stranger, changes }, { files }))
    expect(run.outputs['policy-changed']).toBe('true')
    await expectAllowed(aTarget(config, { ...member, changes }, { files }))
  })

  test('the compiled policy is replaced in the pull request', async () => {
    const wasm = readFileSync(join(ROOT, 'dist/policies/base.wasm'))
    const config = STRICT.replace('engine: local', 'engine: local\n  rules: ./policy.wasm')
    const files = { 'policy.wasm': wasm }
    const changes = { 'policy.wasm': Buffer.concat([wasm, Buffer.from([0, 1, 0])]) }
    const run = await expectDenied(aTarget(config, { ...stranger, changes }, { files }))
    expect(run.outputs['policy-changed']).toBe('true')
    await expectAllowed(aTarget(config, { ...member, changes }, { files }))
  })

  test('a licence is brought by the pull request', async () => {
    const inputs = { unlicensed: 'deny' }
    const world = aTarget(STRICT, { ...member, changes: { '.visor-license': 'a.b.c' } })
    const run = await judgeOn(world, { inputs })
    expectClosed(run, { code: 0, result: 'denied', reasonCode: 'unlicensed' })
    await expectAllowed(world)
  })

  test('the workflow is edited in the pull request', async () => {
    const changes = { '.github/workflows/gate.yml': 'on: pull_request\n' }
    const env = { GITHUB_WORKFLOW_REF: 'Codertocat/Hello-World/.github/workflows/gate.yml@refs/pull/2/merge' }
    const run = await expectDenied(aTarget(STRICT, { ...stranger, changes }), { env })
    expect(run.outputs['policy-changed']).toBe('true')
    expect(run.summary).toContain('the gate advises')
  })

  test('the config or the rules are replaced by a link', async () => {
    const lax = { 'lax.yaml': LAX, 'lax.rego': OPEN }
    for (const changes of [
      { ...lax, '.visor.yaml': { symlink: 'lax.yaml' } },
      { ...lax, 'policies/main.rego': { symlink: '../lax.rego' } },
      { 'policies/main.rego': null, policies: { submodule: 'a'.repeat(40) } },
    ]) {
      const run = await expectDenied(aTarget(RULED, { ...stranger, changes }, ruled))
      expect(run.outputs['policy-changed']).toBe('true')
    }
  })
})

describe('where it is read from', () => {
  const branches = { lax: { changes: { '.visor.yaml': LAX } } }

  test('the base is an unprotected branch with a lax policy', async () => {
    await expectDenied(aTarget(STRICT, { ...stranger, base: 'lax' }, { branches }))
    const guarded = { lax: { ...branches.lax, protected: true } }
    await expectAllowed(aTarget(STRICT, { ...stranger, base: 'lax' }, { branches: guarded }))
  })

  test('the base is retargeted to it after the event', async () => {
    const world = aTarget(STRICT, stranger, { branches })
    const event = eventOf(world, 'pull_request', { number: 2 })
    const pull = world.pulls.get(2)
    if (pull) pull.base = { ref: 'lax', sha: world.branches.get('lax')?.sha ?? '' }
    await expectStale(world, { event })
    await expectDenied(world, { about: { action: 'edited' } })
  })

  test('the head branch is named like the base', async () => {
    for (const branch of ['main', 'refs/heads/main', 'heads/main']) {
      const pull = { ...stranger, fork: 'mallory/Hello-World', branch, changes: { '.visor.yaml': LAX } }
      await expectDenied(aTarget(STRICT, pull))
    }
    const branch = 'refs/heads/main'
    await expectDenied(
      aTarget(STRICT, { ...stranger, branch, base: 'lax', changes: { '.visor.yaml': LAX } }, { branches }),
    )
  })

  test('a fork has the same names', async () => {
    const fork = 'mallory/Hello-World'
    const world = aTarget(STRICT, { ...stranger, fork, branch: 'main', from: 'lax' }, { branches })
    await expectDenied(world)
    // The fork's own run of the workflow, with the token of the repository.
    const event = eventOf(world, 'pull_request', { number: 2 })
    event.repository = { ...event.repository, full_name: fork, owner: { login: 'mallory' } }
    await expectRefused(world, 'ERR_EVENT_MISMATCH', { event })
  })

  test('a dispatch, a push and a tag on a branch with a lax policy', async () => {
    const world = aTarget(ADMINS, stranger, { branches })
    const sha = world.branches.get('lax')?.sha
    const env = { GITHUB_SHA: sha }
    const about = { branch: 'lax', sender: 'mallory' }
    await expectDenied(world, { eventName: 'workflow_dispatch', about, env })
    await expectDenied(world, { eventName: 'push', about, env })
    for (const ref of ['refs/tags/main', 'refs/tags/refs/heads/main', 'refs/pull/2/head'])
      await expectDenied(world, {
        eventName: 'push',
        event: { ...eventOf(world, 'push', about), ref },
        env,
      })
    const schedule = eventOf(world, 'schedule', {})
    schedule.repository.default_branch = 'lax'
    await expectDenied(world, { eventName: 'schedule', event: schedule, env })
  })

  test('the event names a protected branch and the run is of another commit', async () => {
    const world = aTarget(STRICT, stranger, { branches })
    const env = { GITHUB_SHA: world.branches.get('lax')?.sha }
    const run = await judgeOn(world, { eventName: 'workflow_dispatch', about: { sender: 'mallory' }, env })
    expect(run.outputs.allowed).toBe('[]')
    const honest = aTarget(LAX, stranger)
    await expectAllowed(honest, {
      eventName: 'workflow_dispatch',
      env: { GITHUB_SHA: honest.branches.get('main')?.sha },
    })
  })

  test('the commit of the policy is gone', async () => {
    const world = aTarget(LAX, member)
    const about = { sender: 'alice' }
    const run = await judgeOn(world, { eventName: 'push', about, env: { GITHUB_SHA: 'd'.repeat(40) } })
    expectClosed(run, { code: 2 })
    await expectAllowed(world, { eventName: 'push', about, env: { GITHUB_SHA: world.branches.get('main')?.sha } })
  })

  test('the base commit of the pull request is gone', async () => {
    const world = aTarget(APPROVED, { ...member, reviews: [{ user: 'bob' }] })
    push(world, { pull: 2, changes: { 'src/b.ts': 'more' } })
    const pull = world.pulls.get(2)
    if (pull) pull.base.sha = 'd'.repeat(40)
    await expectPending(world)
  })

  test('the input "config" leads out of the repository', async () => {
    for (const config of ['../.visor.yaml', '/etc/passwd', 'a\\..\\..\\b', 'a/../../b', '.git/config', '.visor.yaml/x'])
      expectClosed(await judgeOn(aTarget(LAX, member), { inputs: { config } }), { code: 2 })
  })

  test('the config has another spelling in the input', async () => {
    for (const config of ['.github/../.visor.yaml', './/.visor.yaml', '.\\.visor.yaml']) {
      const world = aTarget(STRICT, { ...stranger, changes: { '.visor.yaml': LAX } })
      const run = await expectDenied(world, { inputs: { config } })
      expect([config, run.outputs['policy-changed']]).toEqual([config, 'true'])
    }
  })

  test('a first config decides nothing about itself', async () => {
    const world = aWorld({ files: { a: 'b' }, pulls: [{ ...stranger, changes: { '.visor.yaml': LAX } }] })
    const run = await judgeOn(world)
    expect([run.outputs.result, run.outputs.allowed]).toEqual(['bootstrap', '[]'])
    expect(run.decisions.deploy?.allowed).toBe(false)
  })

  test('a tree that is too large to compare', async () => {
    const world = aTarget(
      APPROVED,
      { ...member, reviews: [{ user: 'bob' }] },
      { files: { 'x/1': '', 'x/2': '', 'x/3': '' } },
    )
    await expectAllowed(world, { github: { maxTreeEntries: 2 } })
    push(world, { pull: 2, changes: { 'src/b.ts': 'evil' } })
    await expectPending(world, { github: { maxTreeEntries: 2 } })
  })
})
