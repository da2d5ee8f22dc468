import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { cut, OPERATIONS } from '../../scripts/cut-openapi.mjs'
import type { Loose } from '../support/events.js'
import {
  aWorld,
  type EventFacts,
  type EventName,
  eventOf,
  type Fault,
  type GitHub,
  push,
  READ_ONLY,
  resolveCommit,
  type ServerOptions,
  startGitHub,
  type World,
  WRITE_ALL,
} from '../support/github/index.js'
import { handlers } from '../support/github/routes/index.js'
import { operations } from '../support/github/validate.js'

const R = '/repos/Codertocat/Hello-World'
const ALL = { ...WRITE_ALL, members: 'read', administration: 'read', variables: 'read' } as const

let running: GitHub | undefined
afterEach(async () => {
  const github = running
  running = undefined
  await github?.close()
})

async function start(world: World = aWorld(), options: ServerOptions = {}): Promise<GitHub> {
  running = await startGitHub(world, { permissions: ALL, ...options })
  return running
}

type Ask = { method?: string; body?: unknown; headers?: Record<string, string>; token?: string | undefined }
async function ask(path: string, { method = 'GET', body, headers, token = 'token' }: Ask = {}) {
  const response = await fetch(path.startsWith('http') ? path : `${running?.url}${path}`, {
    method,
    redirect: 'manual',
    headers: { ...(token === '' ? {} : { authorization: `Bearer ${token}` }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const json = () => JSON.parse(text) as Loose
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: text.startsWith('{') || text.startsWith('[') ? json() : undefined,
  }
}

const world = () =>
  aWorld({
    files: {
      'README.md': 'Hello\n',
      'src/a.ts': 'a\nb\nc\n',
      'src/b.ts': 'moved\n',
      'bin/run': { content: '#!/bin/sh\n', mode: '100755' },
      link: { symlink: 'src/a.ts' },
      away: { symlink: '../outside' },
      sub: { submodule: '1234567890123456789012345678901234567890' },
      big: 'x'.repeat(1024 * 1024 + 1),
    },
    branches: { 'release/1.0': { protected: true, changes: { 'CHANGES.md': '1.0\n' } } },
    users: { 'dependabot[bot]': 'Bot' },
    teams: { 'acme/platform': { members: ['alice'], maintainers: ['bob'], pending: ['carol'] } },
    members: { acme: { public: ['alice'], private: ['bob'] } },
    collaborators: { bob: 'maintain', carol: { permission: 'write', role_name: 'deployer' } },
    variables: { KEY: 'value' },
    protection: { main: { enabled: true } },
    rules: {
      main: [
        {
          type: 'required_status_checks',
          parameters: { required_status_checks: [{ context: 'visor' }], strict_required_status_checks_policy: false },
        },
      ],
    },
    rulesets: [{ id: 7, name: 'guard' }],
    pulls: [
      {
        number: 2,
        author: 'alice',
        labels: ['docs'],
        commits: [
          { changes: { 'src/a.ts': 'a\nB\nc\nd\n', 'src/b.ts': null, 'src/moved.ts': 'moved\n' } },
          { changes: { 'new.txt': 'one\ntwo\n', 'README.md': null }, author: null },
        ],
        reviews: [
          { user: 'bob', commit: 0 },
          { user: null, state: 'DISMISSED' },
        ],
        comments: [
          { user: 'bob', body: 'hm' },
          { body: 'ours', app: 'github-actions' },
        ],
        events: [{ event: 'base_ref_changed' }],
        requestedReviewers: ['carol'],
        requestedTeams: ['acme/platform'],
      },
      { number: 3, author: 'mallory', association: 'NONE', fork: 'mallory/Hello-World', branch: 'main' },
      { number: 4, author: 'ghost', fork: null, state: 'closed' },
    ],
    runs: [
      { id: 11, event: 'pull_request', pulls: [2], created_at: '2026-01-02T00:00:00Z' },
      { id: 12, event: 'push', actor: 'bob', triggering_actor: 'carol', run_attempt: 2, head_repository: null },
    ],
  })

test('the shas are those of git', () => {
  const made = world()
  const folder = mkdtempSync(join(tmpdir(), 'double-'))
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'core.excludesFile=', ...words], { cwd: folder, encoding: 'utf8' }).trim()
  try {
    git('init', '-q')
    const files = { 'a/b.txt': 'b', 'a.txt': 'a', 'a-b': 'ü', 'a/c/d': '', ab: 'ab' }
    const linked = aWorld({
      files: { ...files, l: { symlink: 'a.txt' }, x: { content: 'x', mode: '100755' } },
      now: '2026-01-01T00:00:00Z',
    })
    for (const [path, text] of Object.entries({ ...files, x: 'x' })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    symlinkSync('a.txt', join(folder, 'l'))
    git('add', '-A')
    git('update-index', '--chmod=+x', 'x')
    const commit = linked.git.commits.get(resolveCommit(linked, 'main') ?? '')
    expect(commit?.tree).toBe(git('write-tree'))
    const { name, email, date } = commit?.author as Loose
    const text = `tree ${commit?.tree}\nauthor ${name} <${email}> ${Date.parse(date) / 1000} +0000\ncommitter ${name} <${email}> ${Date.parse(date) / 1000} +0000\n\n${commit?.message}`
    writeFileSync(join(folder, 'raw'), text)
    expect(commit?.sha).toBe(git('hash-object', '-t', 'commit', '-w', 'raw'))
    writeFileSync(join(folder, 'raw'), 'Hello\n')
    expect([...made.git.blobs.keys()]).toContain(git('hash-object', 'raw'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** One request for each operation that reads; what it says is right when the description says so. */
const READS: readonly (readonly [path: (world: World) => string, says: unknown])[] = [
  [() => R, { full_name: 'Codertocat/Hello-World', default_branch: 'main' }],
  [() => `${R}/pulls`, [{ number: 3 }, { number: 2 }]],
  [
    () => `${R}/pulls?state=all&direction=asc`,
    [{ number: 2 }, { number: 3 }, { number: 4, head: { repo: null, user: null } }],
  ],
  [
    () => `${R}/pulls/2`,
    { changed_files: 4, commits: 2, head: { ref: 'change-2' }, base: { ref: 'main' }, labels: [{ name: 'docs' }] },
  ],
  [() => `${R}/pulls/4`, { state: 'closed', head: { repo: null } }],
  [
    () => `${R}/pulls/2/files`,
    [
      { filename: 'README.md', status: 'removed', deletions: 1 },
      { filename: 'new.txt', status: 'added', additions: 2 },
      { filename: 'src/a.ts', status: 'modified', additions: 2, deletions: 1 },
      { filename: 'src/moved.ts', status: 'renamed', previous_filename: 'src/b.ts' },
    ],
  ],
  [() => `${R}/pulls/2/commits`, [{ author: { login: 'alice' } }, { author: null }]],
  [
    () => `${R}/pulls/2/reviews`,
    [
      { user: { login: 'bob' }, state: 'APPROVED' },
      { user: null, state: 'DISMISSED' },
    ],
  ],
  [() => `${R}/pulls/2/requested_reviewers`, { users: [{ login: 'carol' }], teams: [{ slug: 'platform' }] }],
  [() => `${R}/issues/2`, { number: 2, pull_request: expect.anything() }],
  [() => `${R}/issues/2/comments`, [{ body: 'hm' }, { body: 'ours', user: { login: 'github-actions[bot]' } }]],
  [() => `${R}/issues/2/events`, [{ event: 'base_ref_changed' }]],
  [() => `${R}/issues/2/timeline`, expect.arrayContaining([expect.objectContaining({ event: 'committed' })])],
  [() => `${R}/branches/main`, { protected: true, commit: { commit: { tree: { sha: expect.any(String) } } } }],
  [() => `${R}/branches/release/1.0`, { name: 'release/1.0' }],
  [() => `${R}/branches/release%2F1.0`, { name: 'release/1.0' }],
  [() => `${R}/branches/main/protection`, { enabled: true }],
  [() => `${R}/rules/branches/main`, [{ type: 'required_status_checks' }]],
  [() => `${R}/rulesets?includes_parents=true`, [{ name: 'guard' }]],
  [() => `${R}/git/ref/heads/main`, { ref: 'refs/heads/main' }],
  [(world) => `${R}/git/commits/${resolveCommit(world, 'pull/2/head')}`, { parents: [{}] }],
  [
    (world) => `${R}/git/trees/${resolveCommit(world, 'main')}?recursive=1`,
    { truncated: false, tree: expect.arrayContaining([expect.objectContaining({ path: 'src/a.ts' })]) },
  ],
  [() => `${R}/git/trees/main`, { tree: expect.not.arrayContaining([expect.objectContaining({ path: 'src/a.ts' })]) }],
  [() => `${R}/git/blobs/e965047ad7c57865823c7d992b1d046ea66edf78`, { content: 'SGVsbG8K\n', size: 6 }],
  [() => `${R}/contents/README.md`, { type: 'file', content: 'SGVsbG8K\n' }],
  [() => `${R}/contents/link`, { type: 'file', content: 'YQpiCmMK\n' }],
  [() => `${R}/contents/away`, { type: 'symlink', target: '../outside' }],
  [() => `${R}/contents/sub`, { type: 'submodule' }],
  [() => `${R}/contents/big`, { content: '', encoding: 'none', size: 1024 * 1024 + 1 }],
  [() => `${R}/contents/src?ref=pull/2/head`, [{ name: 'a.ts' }, { name: 'moved.ts' }]],
  [() => `${R}/contents/`, expect.arrayContaining([expect.objectContaining({ name: 'sub', type: 'file' })])],
  [
    () => `/repos/mallory/Hello-World/contents/README.md`,
    { content: Buffer.from('Hello from 3\n').toString('base64') + '\n' },
  ],
  [() => `/repos/mallory/Hello-World`, { fork: true, parent: { full_name: 'Codertocat/Hello-World' } }],
  [
    () => `${R}/compare/main...change-2`,
    { status: 'ahead', ahead_by: 2, merge_base_commit: {}, files: [{}, {}, {}, {}] },
  ],
  [() => `${R}/commits/main`, { sha: expect.any(String), files: expect.any(Array) }],
  [(world) => `${R}/commits/${resolveCommit(world, 'pull/2/head')}/pulls`, [{ number: 2 }]],
  [() => `${R}/commits/main/status`, { state: 'pending', total_count: 0 }],
  [() => `${R}/commits/main/statuses`, []],
  [() => `${R}/commits/main/check-runs`, { total_count: 0 }],
  [() => `${R}/collaborators/bob/permission`, { permission: 'write', role_name: 'maintain' }],
  [() => `${R}/collaborators/carol/permission`, { permission: 'write', role_name: 'deployer' }],
  [() => `${R}/collaborators/alice/permission`, { permission: 'read' }],
  [() => `${R}/collaborators/Codertocat/permission`, { permission: 'admin' }],
  [() => '/orgs/acme/teams/platform/memberships/alice', { state: 'active', role: 'member' }],
  [() => '/orgs/acme/teams/platform/memberships/carol', { state: 'pending' }],
  [() => '/orgs/acme/teams/platform/members', [{ login: 'alice' }, { login: 'bob' }]],
  [() => '/users/dependabot%5Bbot%5D', { type: 'Bot' }],
  [() => '/rate_limit', { rate: { remaining: 1000 } }],
  [() => `${R}/actions/variables/KEY`, { value: 'value' }],
  [() => `${R}/actions/permissions/workflow`, { default_workflow_permissions: 'read' }],
  [
    () => `${R}/actions/runs?event=pull_request&created=%3E%3D2026-01-01`,
    { total_count: 1, workflow_runs: [{ id: 11, pull_requests: [{ number: 2 }] }] },
  ],
  [
    () => `${R}/actions/runs/12`,
    { run_attempt: 2, actor: { login: 'bob' }, triggering_actor: { login: 'carol' }, head_repository: null },
  ],
  [() => `${R}/actions/workflows/gate.yml/runs`, { total_count: 2 }],
]

test.each(READS.map(([path, says]) => [String(path).slice(6), path, says] as const))(
  'reads %s',
  async (_, path, says) => {
    const made = world()
    const github = await start(made)
    const { status, json } = await ask(path(made))
    github.check()
    expect({ status, json }).toMatchObject({ status: 200, json: says } as Loose)
  },
)

/** Every operation is asked for once in this file, so that none of them is only a promise. */
test('all operations of the description are served', () => {
  expect(operations).toHaveLength(47)
  expect(Object.keys(handlers).sort()).toEqual([...operations].sort())
  expect([...OPERATIONS].sort()).toEqual([...operations].sort())
})

test('cutting the cut description gives it again', () => {
  const text = readFileSync(join(import.meta.dirname, '../support/github/openapi.json'), 'utf8')
  expect(JSON.stringify(cut(JSON.parse(text), OPERATIONS))).toBe(text)
})

const EMPTY: readonly (readonly [path: string, status: number, says?: string])[] = [
  ['/repos/Codertocat/Other', 404],
  [`${R}/pulls/99`, 404],
  [`${R}/issues/99/comments`, 404],
  [`${R}/branches/gone`, 404, 'Branch not found'],
  [`${R}/branches/release/1.0/protection`, 404, 'Branch not protected'],
  [`${R}/contents/none.txt`, 404],
  [`${R}/contents/README.md?ref=gone`, 404],
  [`${R}/git/trees/gone`, 404],
  [`${R}/git/blobs/${'0'.repeat(40)}`, 404],
  [`${R}/git/ref/heads/gone`, 404],
  [`${R}/compare/main...${'0'.repeat(40)}`, 404],
  [`${R}/commits/${'0'.repeat(40)}`, 422, 'No commit found for SHA: 0000000000000000000000000000000000000000'],
  [`${R}/commits/${'0'.repeat(40)}/pulls`, 422],
  [`${R}/commits/gone/status`, 422],
  [`${R}/collaborators/alice`, 404],
  [`${R}/collaborators/nobody-at-all/permission`, 404],
  ['/orgs/acme/teams/platform/memberships/mallory', 404],
  ['/orgs/acme/teams/other/memberships/alice', 404],
  ['/orgs/acme/members/mallory', 404],
  ['/orgs/acme/public_members/bob', 404],
  ['/users/nobody-at-all', 404],
  [`${R}/actions/variables/NONE`, 404],
  [`${R}/actions/runs/99`, 404],
  [`${R}/collaborators/bob`, 204],
  ['/orgs/acme/members/bob', 204],
  ['/orgs/acme/public_members/alice', 204],
  [`${R}/tarball/main`, 302],
]
test.each(EMPTY)('%s answers %i', async (path, status, says) => {
  await start(world())
  const answer = await ask(path)
  expect(answer.status).toBe(status)
  if (says !== undefined) expect(answer.json).toMatchObject({ message: says, status: String(status) })
})

test('raw contents are the bytes, also of what is over a megabyte', async () => {
  await start(world())
  const headers = { accept: 'application/vnd.github.raw+json' }
  const [small, big] = [await ask(`${R}/contents/link`, { headers }), await ask(`${R}/contents/big`, { headers })]
  expect([small.text, big.text.length]).toEqual(['a\nb\nc\n', 1024 * 1024 + 1])
})

test('what is written is remembered and can be read', async () => {
  const made = world()
  const github = await start(made)
  const sha = resolveCommit(made, 'pull/2/head') as string
  const run = await ask(`${R}/check-runs`, {
    method: 'POST',
    body: { name: 'gate', head_sha: sha, status: 'in_progress' },
  })
  const output = { title: 'Gate', summary: 'all well', annotations: [] }
  await ask(`${R}/check-runs/${run.json.id}`, {
    method: 'PATCH',
    body: { status: 'completed', conclusion: 'success', output },
  })
  for (const state of ['pending', 'failure', 'success'])
    await ask(`${R}/statuses/${sha}`, { method: 'POST', body: { state, context: 'visor' } })
  const comment = await ask(`${R}/issues/2/comments`, { method: 'POST', body: { body: 'one' } })
  await ask(`${R}/issues/comments/${comment.json.id}`, { method: 'PATCH', body: { body: 'two' } })
  const gone = await ask(`${R}/issues/2/comments`, { method: 'POST', body: { body: 'gone' } })
  expect((await ask(`${R}/issues/comments/${gone.json.id}`, { method: 'DELETE' })).status).toBe(204)
  expect(github.written).toMatchObject({
    checkRuns: [{ name: 'gate', conclusion: 'success', output: { summary: 'all well' } }],
    statuses: [{ state: 'pending' }, { state: 'failure' }, { state: 'success', creator: 'github-actions[bot]' }],
    comments: [{ body: 'two', user: 'github-actions[bot]' }],
  })
  const read = async (path: string) => (await ask(`${R}${path}`)).json
  expect(await read(`/commits/${sha}/status`)).toMatchObject({ state: 'success', total_count: 1 })
  expect(await read(`/commits/${sha}/statuses`)).toMatchObject([{ state: 'success' }, { state: 'failure' }, {}])
  expect(await read(`/commits/${sha}/check-runs?check_name=gate`)).toMatchObject({
    check_runs: [{ app: { id: 15368 } }],
  })
  expect(await read(`/check-runs/${run.json.id}`)).toMatchObject({
    status: 'completed',
    completed_at: expect.any(String),
  })
})

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
  running = undefined
  await expect(github.close()).rejects.toThrow(says)
})

test('an answer that is not as described is a violation too', async () => {
  const github = await start(aWorld({ workflowPermissions: { default_workflow_permissions: 'admin' as 'read' } }))
  expect((await ask(`${R}/actions/permissions/workflow`)).status).toBe(500)
  running = undefined
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

test('lists come in pages', async () => {
  const commits = Array.from({ length: 260 }, (_, i) => ({ changes: { n: String(i) } }))
  const github = await start(aWorld({ pulls: [{ commits }] }))
  const first = await ask(`${R}/pulls/1/commits?per_page=100`)
  expect(first.headers.get('link')).toContain(`<${github.url}${R}/pulls/1/commits?per_page=100&page=2>; rel="next"`)
  const last = await ask(`${R}/pulls/1/commits?per_page=100&page=3`)
  expect([first.json.length, last.json.length]).toEqual([100, 50])
  expect(last.headers.get('link')).not.toContain('rel="next"')
  expect((await ask(`${R}/pulls/1/commits`)).json).toHaveLength(30)
})

test('as many files as GitHub lists, and no more', async () => {
  const changes = Object.fromEntries(Array.from({ length: 3001 }, (_, i) => [`f/${i}`, '']))
  await start(aWorld({ pulls: [{ changes }] }))
  expect((await ask(`${R}/pulls/1/files?per_page=100&page=30`)).json).toHaveLength(100)
  expect((await ask(`${R}/pulls/1/files?per_page=100&page=31`)).json).toHaveLength(0)
  expect((await ask(`${R}/pulls/1`)).json.changed_files).toBe(3001)
})

test('an unchanged answer is 304 and does not count', async () => {
  await start(world())
  const { headers } = await ask(R)
  const again = await ask(R, { headers: { 'if-none-match': headers.get('etag') as string } })
  expect([again.status, again.headers.get('x-ratelimit-remaining')]).toEqual([304, '999'])
})

describe('rate limits', () => {
  test('the last request of the hour', async () => {
    await start(world(), { rateLimit: { remaining: 1 } })
    expect((await ask(R)).headers.get('x-ratelimit-remaining')).toBe('0')
    const { status, headers, json } = await ask(R)
    expect([status, headers.get('x-ratelimit-remaining'), json.message]).toEqual([
      403,
      '0',
      expect.stringContaining('rate limit'),
    ])
    expect((await ask('/rate_limit')).json).toMatchObject({ rate: { remaining: 0 } })
  })
  test('the secondary limit', async () => {
    await start(world(), { rateLimit: { status: 429, secondary: { from: 1, times: 1, retryAfter: 2 } } })
    const seen = [await ask(R), await ask(R), await ask(R)]
    expect(seen.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
      [200, null],
      [429, '2'],
      [200, null],
    ])
  })
})

describe('faults', () => {
  const of = (fault: Fault): ServerOptions => ({ faults: ({ path }) => (path === R ? fault : undefined) })
  test('a status, so many times', async () => {
    await start(world(), of({ kind: 'status', status: 502, body: 'Bad gateway', times: 2 }))
    expect([(await ask(R)).status, (await ask(R)).text, (await ask(R)).status]).toEqual([502, 'Bad gateway', 200])
  })
  test('half an answer, and one that is none', async () => {
    await start(world(), of({ kind: 'truncate' }))
    expect(() => JSON.parse('{')).toThrow()
    await expect(ask(R)).rejects.toThrow(SyntaxError)
    await running?.close()
    await start(world(), of({ kind: 'garbage' }))
    expect((await ask(R)).text).toContain('<html>')
  })
  test('a connection that breaks, and one that says nothing', async () => {
    await start(world(), of({ kind: 'reset' }))
    await expect(ask(R)).rejects.toThrow('fetch failed')
    await running?.close()
    const github = await start(world(), of({ kind: 'hang' }))
    const never = ask(R)
    const ended = expect(never).rejects.toThrow('fetch failed')
    while (github.requests.length === 0) await new Promise(setImmediate)
    await github.close()
    await ended
  })
  test('a slow answer', async () => {
    await start(world(), of({ kind: 'slow', ms: 30 }))
    await ask(R)
    const [{ startedAt, endedAt }] = running?.requests as [{ startedAt: number; endedAt: number }]
    expect(endedAt - startedAt).toBeGreaterThanOrEqual(29)
  })
})

test('rounds are counted', async () => {
  const github = await start(world(), { delayMs: 60 })
  await Promise.all([ask(R), ask(`${R}/pulls/2`), ask(`${R}/branches/main`)])
  await ask(R)
  expect([github.rounds(), github.requests.length]).toEqual([2, 4])
  expect(github.requests[0]).toMatchObject({ index: 0, method: 'GET', route: '/repos/{owner}/{repo}', status: 200 })
})

test('the head moves in the middle of a run', async () => {
  const made = world()
  await start(made, {
    onRequest: ({ index }) => void (index === 1 && push(made, { pull: 2, changes: { late: '!' }, force: true })),
  })
  const [before, after] = [(await ask(`${R}/pulls/2`)).json, (await ask(`${R}/pulls/2`)).json]
  expect(after.head.sha).not.toBe(before.head.sha)
  expect(after.changed_files).toBe(1)
  expect((await ask(`${R}/issues/2/events`)).json).toMatchObject([
    {},
    { event: 'head_ref_force_pushed', commit_id: after.head.sha },
  ])
})

test('a base that moves on does not change what a pull request changes', async () => {
  const made = world()
  await start(made)
  push(made, { branch: 'main', changes: { elsewhere: 'x' } })
  expect((await ask(`${R}/pulls/2`)).json).toMatchObject({ changed_files: 4, commits: 2 })
  expect((await ask(`${R}/compare/main...change-2`)).json).toMatchObject({ status: 'diverged', behind_by: 1 })
})

test('a base path, as on GitHub Enterprise Server', async () => {
  const github = await start(world(), { basePath: '/api/v3' })
  expect(github.url).toMatch(/\/api\/v3$/)
  expect((await ask(`${R}/pulls?per_page=1`)).headers.get('link')).toContain(`<${github.url}${R}/pulls?`)
})

test('a tree that is too large is cut off', async () => {
  await start(world(), { maxTreeEntries: 2 })
  expect((await ask(`${R}/git/trees/main?recursive=1`)).json).toMatchObject({ truncated: true, tree: [{}, {}] })
})

describe('events agree with the API', () => {
  const made = world()
  const head = resolveCommit(made, 'pull/2/head')
  const tip = resolveCommit(made, 'main')
  const EVENTS: readonly (readonly [name: EventName, facts: EventFacts, says: Loose])[] = [
    [
      'pull_request',
      { number: 2 },
      { action: 'opened', number: 2, sender: { login: 'alice' }, pull_request: { head: { sha: head } } },
    ],
    [
      'pull_request_target',
      { number: 3, action: 'synchronize' },
      { pull_request: { head: { repo: { full_name: 'mallory/Hello-World' } } } },
    ],
    [
      'pull_request',
      { number: 4 },
      { pull_request: { head: { repo: null }, base: { repo: { default_branch: 'main' } } } },
    ],
    [
      'pull_request_review',
      { number: 2, index: 0 },
      { action: 'submitted', review: { state: 'approved', user: { login: 'bob' } } },
    ],
    [
      'issue_comment',
      { number: 2, index: 0 },
      { action: 'created', comment: { body: 'hm' }, issue: { number: 2, pull_request: {} } },
    ],
    ['merge_group', { numbers: [2, 3] }, { merge_group: { base_sha: tip, base_ref: 'refs/heads/main' } }],
    ['push', {}, { ref: 'refs/heads/main', after: tip }],
    ['workflow_dispatch', { inputs: { dry: 'true' } }, { ref: 'refs/heads/main', inputs: { dry: 'true' } }],
    ['schedule', {}, { schedule: '0 3 * * *' }],
  ]
  test.each(EVENTS)('%s %j', (name, facts, says) => {
    const repository = { default_branch: 'main', full_name: 'Codertocat/Hello-World', owner: { type: 'User' } }
    expect(eventOf(made, name, facts)).toMatchObject({ repository, ...says })
  })
})
