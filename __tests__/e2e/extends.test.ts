import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import { aTarget, member, stranger } from '../support/attacks.js'
import { expectClosed } from '../support/closed.js'
import { aPullRequest } from '../support/events.js'
import { type Loopback, serve } from '../support/loopback.js'
import { judgeOn } from '../support/on-github.js'
import { ROLES } from '../support/repositories.js'
import { runAction } from '../support/runner.js'

/** Configs of several files through the built action: from the trusted source, from an address, and by profile. */

const opened: Loopback[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()))
})

const indent = (text: string) => text.replaceAll('\n', '\n  ')
const BASE = `policy:\n  engine: local\n  scopes: [check.execute]\n  ${indent(ROLES)}\nsteps:\n  deploy:\n    type: command\n    policy: { require: [developer, admin] }\n`
const CHILD =
  'version: "1.0"\nextends: ./org/base.yaml\npolicy: { fallback: deny }\nsteps:\n  build: { type: command }\n'
const files = { 'org/base.yaml': BASE }
const PINNED = (text: string) => createHash('sha256').update(text).digest('hex')

describe('a parent in the trusted source', () => {
  test('judges, and a denial is annotated at its line in its own file', async () => {
    const run = await judgeOn(aTarget(CHILD, stranger, { files }), { inputs: { report: 'report.json' } })
    expect(run.outputs).toMatchObject({ result: 'denied', allowed: '["build"]', denied: '["deploy"]' })
    expect(run.annotations.find(({ level }) => level === 'error')).toMatchObject({ file: 'org/base.yaml', line: '9' })
    const report = JSON.parse((await run.read('report.json')) ?? '')
    expect([report.config, report.steps.deploy.path, report.steps.deploy.line]).toEqual([
      '.visor.yaml',
      'org/base.yaml',
      9,
    ])
    expect([report.steps.build.line, 'path' in report.steps.build]).toEqual([5, false])
    expect((await judgeOn(aTarget(CHILD, member, { files }))).outputs.allowed).toBe('["deploy","build"]')
  })

  test('is part of the digest', async () => {
    const digestOf = async (text: string) =>
      (await judgeOn(aTarget(CHILD, member, { files: { 'org/base.yaml': text } }))).outputs['policy-digest']
    expect(await digestOf(`${BASE}# more\n`)).not.toBe(await digestOf(BASE))
  })

  test.each<[string, Record<string, string>, string, string, string]>([
    ['that is not there', {}, 'ERR_CONFIG_EXTENDS', '.visor.yaml', '2'],
    [
      'that extends its child',
      { 'org/base.yaml': `extends: ../.visor.yaml\n${BASE}` },
      'ERR_CONFIG_CYCLE',
      'org/base.yaml',
      '1',
    ],
    [
      'that is loosened',
      {
        'org/base.yaml': BASE.replace('engine: local', 'engine: remote\n  url: "http://127.0.0.1:1"')
          .concat('  build: {}\n')
          .replace('scopes', 'mode: enforce\n  scopes'),
      },
      'ERR_CONFIG_LOOSENED',
      '.visor.yaml',
      '3',
    ],
  ])('%s closes every step that could be read', async (name, files, errorCode, file, line) => {
    const child = name.includes('loosened') ? CHILD.replace('fallback: deny', 'mode: audit') : CHILD
    const run = await judgeOn(aTarget(child, member, { files }))
    const steps = 'org/base.yaml' in files ? ['build', 'deploy'] : ['build']
    expectClosed(run, { code: 2, errorCode, steps })
    expect(run.annotations[0]).toMatchObject({ title: errorCode, file, line })
  })
})

describe('a parent at an address', () => {
  const judge = async (text: string, sha256: string) => {
    const server = await serve(() => ({ body: Buffer.from(text) }))
    opened.push(server)
    const child = CHILD.replace('./org/base.yaml', `"${server.url}/base.yaml@sha256:${sha256}"`)
    return { run: await judgeOn(aTarget(child, stranger)), server }
  }
  test('is held against its pin, and judges', async () => {
    const { run, server } = await judge(BASE, PINNED(BASE))
    expect(run.outputs).toMatchObject({ result: 'denied', allowed: '["build"]', denied: '["deploy"]' })
    expect(server.seen.map(({ url }) => url)).toEqual(['/base.yaml'])
    expect(run.annotations.find(({ level }) => level === 'error')).toMatchObject({ file: '.visor.yaml', line: '2' })
  })
  test('that is another one closes', async () => {
    const { run } = await judge(BASE.replace('require', 'deny'), PINNED(BASE))
    expectClosed(run, { code: 2, errorCode: 'ERR_BUNDLE_DIGEST', steps: ['build'] })
  })
})

describe('a profile', () => {
  const config = `${CHILD}profiles:\n  production:\n    steps: { build: { policy: { require: admin } } }\n  loose:\n    policy: { fallback: allow }\n`
  const judge = (profile: string) =>
    runAction({
      files: { ...files, '.visor.yaml': config },
      event: aPullRequest({ login: 'alice', association: 'MEMBER' }),
      inputs: { source: 'workspace', unlicensed: 'ignore', profile, report: 'report.json' },
    })
  test('is laid over the config, and changes the digest', async () => {
    const [none, production] = [await judge(''), await judge('production')]
    expect([none.outputs.allowed, production.outputs.allowed]).toEqual(['["deploy","build"]', '["deploy"]'])
    expect(production.outputs['policy-digest']).not.toBe(none.outputs['policy-digest'])
    expect(production.summary).toContain('profile <code>production</code>')
    expect(JSON.parse((await production.read('report.json')) ?? '').profile).toBe('production')
  })
  test('that loosens, or is not there, closes', async () => {
    expectClosed(await judge('loose'), { code: 2, errorCode: 'ERR_CONFIG_LOOSENED', steps: ['build', 'deploy'] })
    expectClosed(await judge('prod'), { code: 2, errorCode: 'ERR_PROFILE_UNKNOWN', says: ['production, loose'] })
  })
})
