import { afterEach, describe, expect, test } from '@jest/globals'
import { createVerifier } from '../../src/audit/verify.js'
import type { RunQuery } from '../../src/core/usage.js'
import { countWorkflowRuns } from '../../src/github/runs.js'
import { readUsage } from '../../src/usage/index.js'
import { aClient, REPO } from '../support/client.js'
import { aWorld, startGitHub, WRITE_ALL } from '../support/github/index.js'
import { serve } from '../support/loopback.js'
import { aCounter, aSubject, at, HOUR, NOW, reading, somePorts, unknown } from './asking.js'

const closing: (() => unknown)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const ACTIONS = { source: 'actions', window: '24h' }

describe('a counter of runs', () => {
  test('asks for this workflow, this actor and this time', async () => {
    const asked: RunQuery[] = []
    const countRuns = async (query: RunQuery) => asked.push(query) * 10
    expect(await reading({ ...ACTIONS, event: 'push' }, { countRuns })).toEqual({
      value: 10,
      unit: 'count',
      source: 'actions gate.yml',
      at: at(NOW),
      window: '24h',
    })
    const query = { workflow: 'gate.yml', since: NOW - 24 * HOUR, until: NOW, count: 'attempts', event: 'push' }
    expect(asked).toEqual([{ ...query, actor: 'alice', own: { id: 7, attempt: 1 } }])
  })

  test.each<[string, object, readonly string[], readonly (string | undefined)[], number]>([
    ['the highest of those behind it', {}, ['alice', 'bob', 'ALICE'], ['alice', 'bob'], 20],
    ['everybody', { by: 'everybody' }, ['alice', 'bob'], [undefined], 10],
  ])('is of %s', async (_, rest, actors, expected, value) => {
    const asked: (string | undefined)[] = []
    const countRuns = async ({ actor }: RunQuery) => asked.push(actor) * 10
    expect(await reading({ ...ACTIONS, ...rest }, { countRuns }, { actors })).toMatchObject({ value })
    expect(asked).toEqual(expected)
  })

  test('is unknown where that of one of those behind it is', async () => {
    const countRuns = async ({ actor }: RunQuery) => (actor === 'bob' ? Number.NaN : 3)
    const read = await reading(ACTIONS, { countRuns }, { actors: ['alice', 'bob'] })
    expect(read).toMatchObject(unknown('ERR_USAGE_VALUE', 'NaN'))
  })

  test.each([
    ['another repository has the workflow', { workflow: '' }, 'GITHUB_WORKFLOW_REF'],
    ['the workflow is no file', { workflow: 'dynamic/pages/pages-build-deployment' }, 'GITHUB_WORKFLOW_REF'],
    ['nobody is behind the run', { actors: [] }, 'nobody is known'],
    ['the clock is of 1970', { now: HOUR }, 'before 1970'],
  ])('is unknown where %s', async (_, about, says) => {
    const countRuns = async () => 3
    expect(await reading(ACTIONS, { countRuns }, about)).toMatchObject(unknown('ERR_USAGE_UNAVAILABLE', says))
  })

  test('is unknown without the API', async () => {
    expect(await reading(ACTIONS)).toMatchObject(unknown('ERR_USAGE_UNAVAILABLE', 'give "github-token"'))
  })

  const onGitHub = async (permissions: typeof WRITE_ALL) => {
    const github = await startGitHub(aWorld({ runs: [{ id: 7, actor: 'alice', created_at: at(NOW - HOUR) }] }), {
      permissions,
    })
    closing.push(() => github.close())
    const client = aClient(github.url)
    return reading(ACTIONS, { countRuns: (query) => countWorkflowRuns(client, REPO, query) })
  }

  test('is one where GitHub knows this run alone', async () => {
    expect(await onGitHub(WRITE_ALL)).toMatchObject({ value: 1 })
  })

  test('is unknown, and never zero, where the token may not read it', async () => {
    const { actions: _, ...permissions } = WRITE_ALL
    const read = await onGitHub(permissions)
    expect(read).toEqual(unknown('ERR_GITHUB_FORBIDDEN', 'add "actions: read" to the job\'s "permissions"'))
  })
})

describe('all counters', () => {
  const file = { source: 'file', path: 'usage.json', max_age: 'never' }
  const bytes = new TextEncoder().encode('{"a":{"value":1},"b":{"value":2}}')

  test('are read by themselves: what is wrong with one harms no other', async () => {
    const read: string[] = []
    const ports = somePorts({
      countRuns: () => {
        throw new Error('lost\n::error::x')
      },
      readFile: async (path) => {
        read.push(path)
        return { path, bytes }
      },
      readLog: async () => ({ bytes }),
      verifyLog: () => {
        throw new TypeError('defect')
      },
    })
    const counters = [
      aCounter(file, 'a'),
      aCounter(ACTIONS, 'runs'),
      aCounter({ source: 'audit-log', path: 'a.jsonl' }, 'log'),
      aCounter(file, 'b'),
    ]
    const found = await readUsage(counters, ports, aSubject())
    expect(read).toEqual(['usage.json'])
    expect([...found.keys()]).toEqual(['a', 'runs', 'log', 'b'])
    expect(found.get('a')).toMatchObject({ value: 1 })
    expect(found.get('b')).toMatchObject({ value: 2 })
    expect(found.get('runs')).toMatchObject({ unknown: 'the counter "runs" is unknown: lost\\n::error::x' })
    expect(found.get('log')).toMatchObject({ unknown: expect.stringContaining('defect') })
  })

  test('are there in the time that there is, those that are slow as unknown', async () => {
    const ports = somePorts({
      countRuns: () => new Promise<never>(() => undefined),
      readFile: async (path) => ({ path, bytes }),
      deadlineMs: 30,
    })
    const found = await readUsage([aCounter(ACTIONS, 'runs'), aCounter(file, 'a')], ports, aSubject())
    expect(found.get('a')).toMatchObject({ value: 1 })
    expect(found.get('runs')).toMatchObject({ code: 'ERR_USAGE_TIMEOUT' })
  })

  test('are asked for no longer where the time is over', async () => {
    const ended: Promise<void>[] = []
    // Ten pages, of which none but the first comes.
    const server = await serve(({ url }, _, { request }) => {
      if (!/[?&]page=1(&|$)/.test(url)) {
        ended.push(new Promise((resolve) => request.socket.once('close', () => resolve())))
        return undefined
      }
      const link = '<http://github/?page=10>; rel="last"'
      return { headers: { link }, body: { workflow_runs: [{ id: 1 }] } }
    })
    closing.push(server.close)
    const client = aClient(server.url)
    const countRuns = (query: RunQuery, signal: AbortSignal) => countWorkflowRuns(client, REPO, query, signal)
    const found = await readUsage([aCounter(ACTIONS, 'a')], somePorts({ countRuns, deadlineMs: 500 }), aSubject())
    expect(found.get('a')).toMatchObject({ code: 'ERR_USAGE_TIMEOUT' })
    expect(ended.length).toBeGreaterThan(0)
    await Promise.all(ended)
    expect(client.stats().retries).toBe(0)
  })

  test.each(['before', 'while'])('are unknown where the run ends %s they are read', async (when) => {
    const run = new AbortController()
    if (when === 'before') run.abort()
    const countRuns = () => {
      run.abort()
      return new Promise<never>(() => undefined)
    }
    const found = await readUsage([aCounter(ACTIONS, 'a')], somePorts({ countRuns }), aSubject({ signal: run.signal }))
    expect(found.get('a')).toMatchObject({
      code: 'ERR_USAGE_TIMEOUT',
      unknown: expect.stringContaining('the run ended'),
    })
  })

  test('of none are none', async () => {
    expect((await readUsage([], somePorts({ verifyLog: () => createVerifier() }), aSubject())).size).toBe(0)
  })
})
