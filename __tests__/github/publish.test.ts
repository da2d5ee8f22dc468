import { afterEach, describe, expect, test } from '@jest/globals'
import type { Publication, Remark } from '../../src/core/effect.js'
import { GitHubError } from '../../src/core/errors.js'
import { createClient } from '../../src/github/client.js'
import { createPublisher } from '../../src/github/publish.js'
import {
  aWorld,
  type CommentOptions,
  type GitHub,
  READ_ONLY,
  type ServerOptions,
  startGitHub,
  WRITE_ALL,
} from '../support/github/index.js'

let github: GitHub | undefined
afterEach(async () => {
  const opened = github
  github = undefined
  await opened?.close()
})

async function publishing(comments: readonly CommentOptions[] = [], options: ServerOptions = {}) {
  const world = aWorld({
    users: { 'github-actions[bot]': 'Bot', mallory: 'User' },
    pulls: [{ number: 7, author: 'alice', changes: { 'src/a.ts': 'new' }, comments }],
  })
  const opened = await startGitHub(world, options)
  github = opened
  const client = createClient({
    baseUrl: opened.url,
    token: 'test-token',
    userAgent: 'stepgate/test',
    proxy: {},
    signal: AbortSignal.timeout(20_000),
    budgetMs: 10_000,
    now: Date.now,
  })
  const sha = world.pulls.get(7)?.head.sha ?? ''
  return { publish: createPublisher(client, { owner: world.owner, repo: world.name }), world, github: opened, sha }
}

const aStatus = (sha: string): Publication => ({
  kind: 'status',
  sha,
  state: 'failure',
  context: 'gate',
  description: '1 step blocked',
  targetUrl: 'https://github.com/a/b/actions/runs/1',
})
const aCheckRun = (sha: string, annotations: readonly Remark[]): Publication => ({
  kind: 'check-run',
  sha,
  name: 'stepgate',
  conclusion: 'failure',
  title: 'blocked',
  summary: '## Denied',
  annotations,
  detailsUrl: 'https://github.com/a/b/actions/runs/1',
})
const MARKER = '<!-- stepgate -->'
const aComment = (resolved = false, body = `${MARKER}\ndenied`): Publication => ({
  kind: 'comment',
  number: 7,
  marker: MARKER,
  body,
  resolved,
})
const remarks = (n: number): readonly Remark[] =>
  Array.from({ length: n }, (_, i) => ({
    level: (['error', 'warning', 'notice'] as const)[i % 3] as Remark['level'],
    title: 'policy_denied',
    message: `step "s${i}" is blocked: no`,
    path: '.visor.yaml',
    line: i + 1,
  }))

describe('a commit status', () => {
  test('stands on the commit, and the last one of a context counts', async () => {
    const { publish, sha, github, world } = await publishing()
    await publish(aStatus(sha))
    await publish({ ...aStatus(sha), state: 'success', description: 'fine' } as Publication)
    expect(github.written.statuses).toMatchObject([
      { sha, state: 'failure', context: 'gate', target_url: 'https://github.com/a/b/actions/runs/1' },
      { sha, state: 'success', context: 'gate', description: 'fine' },
    ])
    expect(world.statuses).toHaveLength(2)
  })
})

describe('a check run', () => {
  test.each([
    [0, 1],
    [1, 1],
    [50, 1],
    [51, 2],
    [120, 3],
  ])('with %i remarks takes %i requests', async (n, requests) => {
    const { publish, sha, github } = await publishing()
    await publish(aCheckRun(sha, remarks(n)))
    expect(github.requests).toHaveLength(requests)
    const [run, ...more] = github.written.checkRuns
    expect(more).toEqual([])
    expect(run).toMatchObject({ head_sha: sha, name: 'stepgate', status: 'completed', conclusion: 'failure' })
    expect(run?.annotations.map(({ start_line, end_line }: Record<string, number>) => [start_line, end_line])).toEqual(
      Array.from({ length: n }, (_, i) => [i + 1, i + 1]),
    )
    expect(
      run?.annotations.slice(0, 3).map(({ annotation_level }: Record<string, string>) => annotation_level),
    ).toEqual(['failure', 'warning', 'notice'].slice(0, n))
    for (const { body } of github.requests) expect(body.output.annotations?.length ?? 0).toBeLessThanOrEqual(50)
  })
})

describe('the sticky comment', () => {
  const ours: CommentOptions = { user: 'github-actions[bot]', body: `${MARKER}\nold`, app: 'github-actions' }
  const theirs: CommentOptions = { user: 'mallory', body: `${MARKER}\nall is well` }
  const quoted: CommentOptions = { user: 'github-actions[bot]', body: `> ${MARKER}\nold`, app: 'github-actions' }
  const another: CommentOptions = { user: 'github-actions[bot]', body: '<!-- stepgate:b -->', app: 'github-actions' }

  test.each<[string, readonly CommentOptions[], boolean, readonly string[]]>([
    ['is made where there is something to say', [], false, ['POST']],
    ['is changed where there is one', [ours], false, ['PATCH']],
    ['is collapsed where nothing is left to say', [ours], true, ['PATCH']],
    ['is not made where there is nothing to say', [], true, []],
    ['is not confused with somebody who writes the marker', [theirs], false, ['POST']],
    ['is found behind them', [theirs, ours], false, ['PATCH']],
    ["leaves a person's alone where there is nothing to say", [theirs], true, []],
    ['is not one that quotes it', [quoted], false, ['POST']],
    ["is not another gate's", [another], false, ['POST']],
    ['is not written again where it says the same', [{ ...ours, body: `${MARKER}\r\ndenied` }], false, []],
    ['is found on the second page', [...Array.from({ length: 120 }, () => theirs), ours], false, ['PATCH']],
  ])('%s', async (_name, comments, resolved, methods) => {
    const { publish, github, world } = await publishing(comments)
    await publish(aComment(resolved))
    expect(github.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method)).toEqual(methods)
    expect(github.written.comments.map(({ body }) => body)).toEqual(methods.map(() => `${MARKER}\ndenied`))
    for (const { user, body } of world.comments) if (user === 'mallory') expect(body).toBe(theirs.body)
  })
})

describe('a token that may not', () => {
  const kinds = [
    ['statuses', (sha: string) => aStatus(sha)],
    ['checks', (sha: string) => aCheckRun(sha, [])],
    ['pull-requests', () => aComment()],
  ] as const
  const without = (name: string) => {
    const { [name]: _, issues: __, ...rest } = WRITE_ALL
    return rest
  }

  test.each(
    kinds.flatMap(([name, make]) => [
      [`write ${name}`, name, make, READ_ONLY] as const,
      [`do anything with ${name}`, name, make, without(name)] as const,
    ]),
  )('%s hears which permission is missing, once', async (_title, name, make, permissions) => {
    const { publish, sha, github } = await publishing([], { permissions })
    const failed = await publish(make(sha)).catch((thrown: unknown) => thrown)
    expect(failed).toBeInstanceOf(GitHubError)
    expect(failed).toMatchObject({ status: 403, hint: expect.stringContaining(`"${name}: write"`) })
    expect((failed as GitHubError).hint).toContain('Dependabot')
    expect(github.written).toMatchObject({ statuses: [], checkRuns: [], comments: [] })
  })
})
