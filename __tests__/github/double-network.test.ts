import { describe, expect, test } from '@jest/globals'
import type { Loose } from '../support/events.js'
import { ask, R, running, start, world } from '../support/github/asking.js'
import {
  aWorld,
  type EventFacts,
  type EventName,
  eventOf,
  type Fault,
  type GitHub,
  push,
  resolveCommit,
  type ServerOptions,
} from '../support/github/index.js'

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
    await expect(ask(R)).rejects.toThrow(SyntaxError)
    await running.github?.close()
    await start(world(), of({ kind: 'garbage' }))
    expect((await ask(R)).text).toContain('<html>')
  })
  test('a connection that breaks, and one that says nothing', async () => {
    await start(world(), of({ kind: 'reset' }))
    await expect(ask(R)).rejects.toThrow('fetch failed')
    await running.github?.close()
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
    const [{ startedAt, endedAt }] = (running.github as GitHub).requests as unknown as [
      { startedAt: number; endedAt: number },
    ]
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
