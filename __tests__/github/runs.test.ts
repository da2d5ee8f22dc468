import { afterEach, describe, expect, test } from '@jest/globals'
import type { RunQuery } from '../../src/core/usage.js'
import { countWorkflowRuns } from '../../src/github/runs.js'
import { aClient, errorOf, REPO } from '../support/client.js'
import { aWorld, type GitHub, type Json, startGitHub, WRITE_ALL } from '../support/github/index.js'
import { serve } from '../support/loopback.js'

/** Runs of a workflow, as rules of rate count them. */

const NOW = Date.UTC(2026, 10, 21, 12)
const HOUR = 3_600_000
const ago = (hours: number): string => new Date(NOW - hours * HOUR).toISOString().replace('.000Z', 'Z')

const closing: (() => unknown)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const RUNS = [
  { id: 1, actor: 'alice', created_at: ago(30) },
  { id: 2, actor: 'alice', created_at: ago(24) },
  { id: 3, actor: 'alice', created_at: ago(5), run_attempt: 4 },
  { id: 4, actor: 'bob', created_at: ago(4), event: 'push', status: 'failure' },
  { id: 5, actor: 'renovate[bot]', created_at: ago(3) },
  { id: 6, actor: 'alice', created_at: ago(2), path: '.github/workflows/other.yml' },
  { id: 7, actor: 'alice', created_at: ago(1), status: 'in_progress' },
]

async function openGitHub(options: Parameters<typeof startGitHub>[1] = {}, world: Json = {}): Promise<GitHub> {
  const github = await startGitHub(aWorld({ files: { a: 'a' }, runs: RUNS, ...world }), options)
  closing.push(() => github.close())
  return github
}

const aQuery = (over: Partial<RunQuery> = {}): RunQuery => ({
  workflow: 'gate.yml',
  since: NOW - 24 * HOUR,
  until: NOW,
  count: 'attempts',
  ...over,
})

describe('the runs of a workflow', () => {
  test.each<{ name: string; query: Partial<RunQuery>; expected: number }>([
    { name: 'with their attempts', query: { actor: 'alice' }, expected: 6 },
    { name: 'without them', query: { actor: 'alice', count: 'runs' }, expected: 3 },
    { name: 'of everybody', query: { count: 'runs' }, expected: 5 },
    { name: 'of an app, which no search by login finds', query: { actor: 'renovate[bot]' }, expected: 1 },
    { name: 'of nobody', query: { actor: 'carol' }, expected: 0 },
    { name: 'since a moment within a second', query: { actor: 'alice', since: NOW - 24 * HOUR + 999 }, expected: 6 },
    { name: 'since a second later', query: { actor: 'alice', since: NOW - 24 * HOUR + 1000 }, expected: 5 },
    { name: 'of an event', query: { event: 'push' }, expected: 1 },
    { name: 'that ended in some way', query: { status: 'failure' }, expected: 1 },
    { name: 'of another workflow', query: { workflow: 'other.yml' }, expected: 1 },
    { name: 'with the one that asks', query: { actor: 'alice', own: { id: 7, attempt: 1 } }, expected: 6 },
    { name: 'with a later attempt of it', query: { actor: 'alice', own: { id: 7, attempt: 3 } }, expected: 8 },
    { name: 'with the one that asks and is not listed yet', query: { own: { id: 8, attempt: 1 } }, expected: 9 },
    { name: 'with the one that asks again', query: { actor: 'alice', own: { id: 1, attempt: 2 } }, expected: 8 },
    { name: 'once with it, without attempts', query: { count: 'runs', own: { id: 1, attempt: 5 } }, expected: 6 },
    { name: 'with one of long ago that asks again', query: { own: { id: 9, attempt: 4 } }, expected: 12 },
    {
      name: 'with one that may be of another event',
      query: { event: 'push', own: { id: 8, attempt: 1 } },
      expected: 1,
    },
  ])('are counted $name', async ({ query, expected }) => {
    const github = await openGitHub()
    expect(await countWorkflowRuns(aClient(github.url), REPO, aQuery(query))).toBe(expected)
  })

  describe('that were created before and', () => {
    const HOUR_AGO = ago(1)
    const ODD = { id: 10, actor: 'alice', created_at: ago(30 * 24) }
    test.each<{ name: string; run: Json; query?: Partial<RunQuery>; expected: number }>([
      {
        name: 'run again within count with all attempts',
        run: { run_attempt: 3, run_started_at: HOUR_AGO },
        expected: 9,
      },
      {
        name: 'run again within count once without attempts',
        run: { run_attempt: 3, run_started_at: HOUR_AGO },
        query: { count: 'runs' },
        expected: 4,
      },
      {
        name: 'run again at its first second count',
        run: { run_attempt: 2, run_started_at: ago(24) },
        expected: 8,
      },
      { name: 'run again before it as well do not', run: { run_attempt: 3, run_started_at: ago(25) }, expected: 6 },
      { name: 'begun within count', run: { run_started_at: HOUR_AGO }, expected: 7 },
      {
        name: 'not to be run again any more do not',
        run: { run_attempt: 2, run_started_at: HOUR_AGO, created_at: ago(55 * 24) },
        expected: 6,
      },
      {
        name: 'run again by other people do not',
        run: { actor: 'bob', run_attempt: 2, run_started_at: HOUR_AGO },
        expected: 6,
      },
      {
        name: 'run again for another event do not',
        run: { event: 'push', run_attempt: 2, run_started_at: HOUR_AGO },
        query: { event: 'pull_request' },
        expected: 6,
      },
      {
        name: 'ask again count though the list is late',
        run: { run_attempt: 2, run_started_at: ago(29) },
        query: { event: 'pull_request', own: { id: 10, attempt: 3 } },
        expected: 9,
      },
    ])('$name', async ({ run, query, expected }) => {
      const github = await openGitHub({}, { runs: [...RUNS, { ...ODD, ...run }] })
      expect(await countWorkflowRuns(aClient(github.url), REPO, aQuery({ actor: 'alice', ...query }))).toBe(expected)
    })
  })

  test.each([
    { name: 'count where they were run again', run_attempt: 2, expected: 2 },
    { name: 'do not where they were run once', run_attempt: 1, expected: 0 },
  ])('that were created before and began nobody knows when $name', async ({ run_attempt, expected }) => {
    const old = { id: 1, run_attempt }
    const server = await serve(({ url }) => ({ body: { workflow_runs: url.includes('created=%3E') ? [] : [old] } }))
    closing.push(server.close)
    expect(await countWorkflowRuns(aClient(server.url), REPO, aQuery({ actor: 'alice' }))).toBe(expected)
  })

  test('of everybody that were created before are looked through by a run that is itself run again', async () => {
    const runs = [...RUNS, { id: 10, actor: 'bob', created_at: ago(30 * 24), run_attempt: 2, run_started_at: ago(1) }]
    const github = await openGitHub({}, { runs })
    const count = (attempt: number) =>
      countWorkflowRuns(aClient(github.url), REPO, aQuery({ count: 'runs', own: { id: RUNS[0]?.id ?? 0, attempt } }))
    expect((await count(2)) - (await count(1))).toBe(1)
  })

  test.each([
    { name: 'the permission is missing', isPrivate: false, status: 403, code: 'ERR_GITHUB_FORBIDDEN' },
    { name: 'nothing may be seen', isPrivate: true, status: 404, code: 'ERR_GITHUB_NOT_FOUND' },
  ])('are not known where $name', async ({ isPrivate, status, code }) => {
    const { actions: _, ...permissions } = WRITE_ALL
    const github = await openGitHub({ permissions }, { private: isPrivate })
    const error = await errorOf(countWorkflowRuns(aClient(github.url), REPO, aQuery()))
    expect(error).toMatchObject({ status, code, hint: expect.stringContaining('actions: read') })
  })
})

describe('more runs than GitHub finds at once', () => {
  /** A GitHub that finds the newest thousand alone, as the real one does, of runs that are this many ms apart. */
  async function startMany(count: number, every: number) {
    const created = (i: number) => NOW - i * every
    const server = await serve(({ url }) => {
      const query = new URL(url, 'http://github').searchParams
      const wanted = query.get('created') ?? ''
      const [from = '', to = ago(0)] = wanted.startsWith('>=') ? [wanted.slice(2)] : wanted.split('..')
      const [first, last] = [Date.parse(from), Date.parse(to) + 999]
      const ids = Array.from({ length: count }, (_, i) => i).filter((i) => created(i) >= first && created(i) <= last)
      const [page, found] = [Number(query.get('page')), ids.slice(0, 1000)]
      const rest = page * 100 < found.length
      const next = `<http://github/?page=${page + 1}>; rel="next", <http://github/?page=10>; rel="last"`
      return {
        ...(rest && { headers: { link: next } }),
        body: {
          total_count: found.length,
          workflow_runs: found.slice(page * 100 - 100, page * 100).map((id) => ({ id, run_attempt: 1 })),
        },
      }
    })
    closing.push(server.close)
    return server
  }

  test.each([999, 1000, 1001, 2500])('are counted in parts: %s', async (count) => {
    const server = await startMany(count, 20_000)
    expect(await countWorkflowRuns(aClient(server.url), REPO, aQuery())).toBe(count)
  })

  test.each([
    { name: 'in one second', every: 0 },
    { name: 'in too many parts', every: 3 },
  ])('are not known where they are $name, and no fallback opens', async ({ every }) => {
    const server = await startMany(20_000, every)
    const error = await errorOf(countWorkflowRuns(aClient(server.url), REPO, aQuery()))
    expect(error).toMatchObject({ code: 'ERR_INPUT_INCOMPLETE', hint: expect.stringContaining('shorter "window"') })
  })

  test('are not known where they may have been run again, and no fallback opens', async () => {
    const server = await startMany(20_000, 100_000)
    const again = aQuery({ own: { id: 1, attempt: 2 } })
    const error = await errorOf(countWorkflowRuns(aClient(server.url), REPO, again))
    expect(error).toMatchObject({ code: 'ERR_INPUT_INCOMPLETE', hint: expect.stringContaining('"by: actor"') })
    expect(error.message).toContain('in the 30 days before')
  })

  test.each<[string, Json]>([
    ['no list', { total_count: 3 }],
    ['a list of something else', { total_count: 1, workflow_runs: [{ id: '1' }] }],
    ['attempts below one', { total_count: 1, workflow_runs: [{ id: 1, run_attempt: -5 }] }],
  ])('%s is no answer', async (_, body) => {
    const server = await serve(() => ({ body }))
    closing.push(server.close)
    expect(await errorOf(countWorkflowRuns(aClient(server.url), REPO, aQuery()))).toMatchObject({
      code: 'ERR_GITHUB_ANSWER',
    })
  })
})
