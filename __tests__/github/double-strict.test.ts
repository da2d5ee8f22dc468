import { expect, test } from '@jest/globals'
import { type Ask, ask, R, running, start, world } from '../support/github/asking.js'
import { aWorld, READ_ONLY, type ServerOptions, WRITE_ALL } from '../support/github/index.js'

const SHA = '0'.repeat(40)
/** What makes `check()` throw, and what it says then. */
const WRONG: readonly (readonly [name: string, path: string, ask: Ask, says: string])[] = [
  ['an unknown path', '/repos/a/b/stargazers', {}, 'the description has no such path'],
  ['an unknown method', `${R}/pulls/2`, { method: 'DELETE' }, 'the path has no DELETE'],
  ['an unknown parameter', `${R}/pulls?perpage=1`, {}, 'query parameter "perpage" is not one of'],
  [
    'a value that is none',
    `${R}/pulls?state=merged`,
    {},
    'must be equal to one of the allowed values: open, closed, all',
  ],
  ['a number that is none', `${R}/pulls/two`, {}, 'path parameter "pull_number" must be integer'],
  [
    'a body without what it needs',
    `${R}/check-runs`,
    { method: 'POST', body: { name: 'x' } },
    "body must have required property 'head_sha'",
  ],
  [
    'a body with too much',
    `${R}/statuses/${SHA}`,
    { method: 'POST', body: { state: 'success', colour: 'red' } },
    'body has "colour"',
  ],
  [
    'a word that is none',
    `${R}/statuses/${SHA}`,
    { method: 'POST', body: { state: 'green' } },
    'body/state must be equal',
  ],
  ['a body that is missing', `${R}/statuses/${SHA}`, { method: 'POST' }, 'the body is missing'],
  [
    'completed without a conclusion',
    `${R}/check-runs`,
    { method: 'POST', body: { name: 'x', head_sha: SHA, status: 'completed' } },
    'needs a "conclusion"',
  ],
  [
    'a long description',
    `${R}/statuses/${SHA}`,
    { method: 'POST', body: { state: 'success', description: 'x'.repeat(141) } },
    'description is over 140 characters',
  ],
  [
    'a long comment',
    `${R}/issues/2/comments`,
    { method: 'POST', body: { body: 'x'.repeat(65_537) } },
    'body is over 65536 characters',
  ],
  [
    'a long summary',
    `${R}/check-runs`,
    { method: 'POST', body: { name: 'x', head_sha: SHA, output: { title: 'x', summary: 'x'.repeat(65_536) } } },
    'body/output/summary must NOT have more than 65535 characters',
  ],
  [
    'too many annotations',
    `${R}/check-runs`,
    {
      method: 'POST',
      body: {
        name: 'x',
        head_sha: SHA,
        output: {
          title: 'x',
          summary: 'x',
          annotations: Array(51).fill({
            path: 'a',
            start_line: 1,
            end_line: 1,
            annotation_level: 'notice',
            message: 'm',
          }),
        },
      },
    },
    'body/output/annotations must NOT have more than 50 items',
  ],
]
test.each(WRONG)('%s is a violation', async (_, path, asked, says) => {
  const github = await start(world())
  expect((await ask(path, asked)).status).toBeGreaterThanOrEqual(422)
  expect(() => github.check()).toThrow(says)
  running.github = undefined
  await expect(github.close()).rejects.toThrow(says)
})

test('an answer that is not as described is a violation too', async () => {
  const github = await start(aWorld({ workflowPermissions: { default_workflow_permissions: 'admin' as 'read' } }))
  expect((await ask(`${R}/actions/permissions/workflow`)).status).toBe(500)
  running.github = undefined
  await expect(github.close()).rejects.toThrow('answer/default_workflow_permissions must be equal to one of')
})

const status = { method: 'POST', body: { state: 'success' } }
const DOORS: readonly (readonly [
  name: string,
  path: string,
  ask: Ask,
  options: ServerOptions & { private?: boolean },
  status: number,
])[] = [
  ['a missing permission', `${R}/pulls/2/reviews`, {}, { permissions: { contents: 'read' } }, 403],
  ['a missing permission on a private repository', `${R}/pulls/2/reviews`, {}, { permissions: {}, private: true }, 404],
  ['a read-only token that writes', `${R}/statuses/main`, status, { permissions: READ_ONLY }, 403],
  [
    'a GITHUB_TOKEN that asks for a team',
    '/orgs/acme/teams/platform/memberships/alice',
    {},
    { permissions: WRITE_ALL },
    404,
  ],
  ['a GITHUB_TOKEN that asks for a member', '/orgs/acme/members/bob', {}, { permissions: WRITE_ALL }, 302],
  ['a GITHUB_TOKEN that asks for a variable', `${R}/actions/variables/KEY`, {}, { permissions: WRITE_ALL }, 403],
  ['a GITHUB_TOKEN that asks for the protection', `${R}/branches/main/protection`, {}, { permissions: WRITE_ALL }, 403],
  ['either permission for comments', `${R}/issues/2/comments`, {}, { permissions: { 'pull-requests': 'read' } }, 200],
  ['no token on a public repository', `${R}/pulls/2`, { token: '' }, {}, 200],
  ['no token on a private repository', `${R}/pulls/2`, { token: '' }, { private: true }, 404],
  ['no token that writes', `${R}/statuses/main`, { ...status, token: '' }, {}, 401],
  ['no token that asks for a role', `${R}/collaborators/bob/permission`, { token: '' }, {}, 401],
  ['a bad token', R, {}, { badToken: true }, 401],
]
test.each(DOORS)('%s', async (_, path, asked, { private: hidden = false, ...options }, expected) => {
  const made = world()
  made.private = hidden
  await start(made, options)
  expect((await ask(path, asked)).status).toBe(expected)
})
