import { describe, expect, test } from '@jest/globals'
import { evaluate } from '../../../src/cli/eval.js'
import { folderOf, repositoryOf, say } from './asking.js'

const ask = (cwd: string, ...args: readonly string[]) => say(evaluate, args, { cwd })

describe('the event of a workflow that cannot be used makes nobody of whoever has started the run', () => {
  const cwd = folderOf({
    '.visor.yaml': `version: "1.0"
policy: { engine: local, rules: p, roles: { admin: { users: [alice] } } }
steps: { deploy: {} }
`,
    'p/a.rego': 'package visor.check.execute\n\ndefault allowed := false\n\nallowed if "admin" in input.actor.roles\n',
    'ghost.json': JSON.stringify({
      action: 'opened',
      number: 1,
      pull_request: { number: 1, user: null, labels: [], head: {}, base: {} },
      repository: { name: 'shop', owner: { login: 'octo' } },
    }),
    'broken.json': '{',
  })
  const LOST = [
    { name: 'an author who is gone', event: 'pull_request_target', path: 'ghost.json' },
    { name: 'an event that is not supported', event: 'workflow_run', path: 'ghost.json' },
    { name: 'no JSON', event: 'pull_request_target', path: 'broken.json' },
    { name: 'no file', event: 'pull_request_target', path: 'gone.json' },
    { name: 'no name', event: '', path: 'ghost.json' },
  ]
  test.each(LOST)('$name', async ({ event, path }) => {
    const env = {
      GITHUB_ACTIONS: 'true',
      CI: 'true',
      GITHUB_ACTOR: 'alice',
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: path,
    }
    const inRun = (...args: readonly string[]) => say(evaluate, args, { cwd, io: { env } })
    for (const args of [['deploy'], [], ['deploy', '--association', 'OWNER'], ['deploy', '--explain']])
      expect(await inRun(...args)).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringMatching(/the event of this workflow cannot be used: [\s\S]*"--as LOGIN"/),
      })
    expect(await inRun('deploy', '--as', 'mallory')).toMatchObject({ code: 1, err: expect.stringContaining('note: ') })
    expect((await inRun('deploy', '--as', 'alice')).code).toBe(0)
  })

  test('outside of a workflow there is none, and the flags alone count', async () => {
    const env = { GITHUB_ACTIONS: 'true', GITHUB_ACTOR: 'alice' }
    expect((await say(evaluate, ['deploy'], { cwd, io: { env } })).code).toBe(0)
  })
})

describe('what only GitHub knows of somebody', () => {
  const cwd = repositoryOf('default allowed := true\nallowed := false if "banned" in input.actor.roles')
  const config = folderOf({
    '.visor.yaml': `version: "1.0"
policy:
  engine: local
  rules: p
  roles: { banned: { teams: [octo/banned] }, writer: { permission: [write] } }
steps: { deploy: {} }
`,
    'p/a.rego':
      'package visor.check.execute\n\ndefault allowed := true\n\nallowed := false if "banned" in input.actor.roles\n',
  })
  test.each([
    { args: ['--as', 'al'], says: ['al is in no team', 'al has the permission read'] },
    { args: ['--as', 'al', '--team', 'octo/other'], says: ['al has the permission read'] },
    { args: ['--as', 'al', '--team', 'octo/other', '--permission', 'write'], says: [] },
  ])('is said to be taken for granted: $args', async ({ args, says }) => {
    const said = await ask(config, 'deploy', ...args)
    expect(said.code).toBe(0)
    expect(said.out.split('\n').filter((line) => line.includes('assumed'))).toEqual(
      says.map((text) => `  assumed: ${text}`),
    )
    const table = await ask(config, ...args)
    expect(table.out.split('\n').slice(2)).toEqual(says.map((text) => `assumed: ${text}`))
    expect(JSON.parse((await ask(config, 'deploy', ...args, '--json')).out)).toMatchObject({ assumed: says })
  })

  test('is not said where no role hangs on it', async () => {
    expect((await ask(cwd, 'deploy', '--as', 'al')).out).not.toContain('assumed')
  })
})
