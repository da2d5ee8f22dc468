import { describe, expect, test } from '@jest/globals'
import { expectClosed } from '../support/closed.js'
import { aWorld, READ_ONLY, WRITE_ALL } from '../support/github/index.js'
import { judgeOn } from '../support/on-github.js'
import { aConfig } from '../support/repositories.js'

/** Penny is a member of the organisation, and nobody outside of it is to know: GitHub calls her a CONTRIBUTOR. */

const APP = { permissions: { ...READ_ONLY, members: 'read' }, app: 'octo-gate' } as const

const judge = (role: string, github: Parameters<typeof judgeOn>[1] = {}) => {
  const world = aWorld({
    repository: 'octo-org/shop',
    ownerType: 'Organization',
    files: {
      '.visor.yaml': aConfig(
        `engine: local\nfallback: deny\nroles: { insider: ${role} }`,
        'deploy: { type: command, policy: { require: insider } }',
      ),
    },
    members: { 'octo-org': { private: ['penny'] } },
    teams: { 'octo-org/platform': ['penny'] },
    collaborators: { penny: 'write' },
    pulls: [{ number: 2, author: 'penny', association: 'CONTRIBUTOR', changes: { 'src/a.ts': 'new' } }],
  })
  return judgeOn(world, { eventName: 'pull_request_target', env: { GITHUB_REPOSITORY: 'octo-org/shop' }, ...github })
}

describe('a private member', () => {
  test('is reported as GitHub shows her, and has no role by association', async () => {
    const run = await judge('{ author_association: [OWNER, MEMBER] }', { inputs: { report: 'report.json' } })
    expect(run.outputs).toMatchObject({ result: 'denied', roles: '[]', denied: '["deploy"]' })
    const { actor } = JSON.parse((await run.read('report.json')) ?? '{}')
    expect(actor).toMatchObject({ login: 'penny', association: 'CONTRIBUTOR' })
  })

  test('nor with a token that may see the members: the word of the event is not made better', async () => {
    const run = await judge('{ author_association: [OWNER, MEMBER] }', { github: APP })
    expect(run.outputs).toMatchObject({ result: 'denied', roles: '[]' })
  })

  test('has the role by permission, with no more than a token that reads', async () => {
    const run = await judge('{ permission: [write] }', { github: { permissions: READ_ONLY } })
    expect(run.outputs).toMatchObject({ result: 'allowed', roles: '["insider"]' })
    expect(run.summary).toContain('permission is write')
  })

  test.each(['platform', 'octo-org/platform'])(
    'has the role by the team %s, with the token of an App',
    async (team) => {
      const run = await judge(`{ teams: [${team}] }`, { github: APP })
      expect(run.outputs).toMatchObject({ result: 'allowed', roles: '["insider"]' })
      expect(run.summary).toContain(`member of the team ${team}`)
    },
  )

  test('has no answer by a team with GITHUB_TOKEN, whatever its permissions: closed, and the message says the way out', async () => {
    const run = await judge('{ teams: [platform] }', { github: { permissions: WRITE_ALL } })
    expectClosed(run, { code: 1, errorCode: 'ERR_ROLE_UNRESOLVED', says: ['members: read', 'GitHub App'] })
  })

  test('is let in by another criterion of the same role, where the team cannot be read', async () => {
    const run = await judge('{ teams: [platform], permission: [write] }', { github: { permissions: READ_ONLY } })
    expect(run.outputs).toMatchObject({ result: 'allowed', roles: '["insider"]' })
  })
})
