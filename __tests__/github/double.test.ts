import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { cut, OPERATIONS } from '../../scripts/cut-openapi.mjs'
import type { Loose } from '../support/events.js'
import { ask, R, start, world } from '../support/github/asking.js'
import { aWorld, resolveCommit, type World } from '../support/github/index.js'
import { handlers } from '../support/github/routes/index.js'
import { operations } from '../support/github/validate.js'

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
    const { name, email, date } = (commit as Loose).author
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
  [() => `/repos/mallory/Hello-World/contents/README.md`, { content: 'SGVsbG8gZnJvbSAzCg==\n' }],
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
test.each(EMPTY.map(([path, status, says = '']) => [path, status, says] as const))(
  '%s answers %i',
  async (path, status, says) => {
    await start(world())
    const answer = await ask(path)
    expect(answer.status).toBe(status)
    if (says !== '') expect(answer.json).toMatchObject({ message: says, status: String(status) })
  },
)

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
