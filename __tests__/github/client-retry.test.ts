import { createServer } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { type Failure, limitOf, retryAfter } from '../../src/github/retry.js'
import { aClient, errorOf, REPO } from '../support/client.js'
import { type Handler, type Loopback, type Reply, serve } from '../support/loopback.js'

const open: Loopback[] = []
const start = async (handler: Handler) => {
  const server = await serve(handler)
  open.push(server)
  return server
}
afterEach(() => Promise.all(open.splice(0).map(({ close }) => close())))

const PULL = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'
const STATUS = 'POST /repos/{owner}/{repo}/statuses/{sha}'
const CHECK_RUN = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}'
const COMMENT = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}'
const pull = v.object({ number: v.number() })
const params = { ...REPO, pull_number: 7 }

const NOW = Date.UTC(2026, 10, 21, 12)
const DATE = new Date(NOW).toUTCString()
const limited = (message: string, headers: Record<string, string> = {}, status = 403): Reply => ({
  status,
  headers: { date: DATE, ...headers },
  body: { message },
})
const resetIn = (seconds: number) => ({
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': String(NOW / 1000 + seconds),
})
const SECONDARY = 'You have exceeded a secondary rate limit. Please wait.'
const PRIMARY = 'API rate limit exceeded for installation ID 1.'

/** The replies in this order, the last of them for ever. */
const inOrder =
  (...replies: readonly (Reply | 'reset' | 'silence')[]): Handler =>
  (_, index, { request }) => {
    const reply = replies[Math.min(index, replies.length - 1)]
    if (reply === 'reset') return void request.socket.resetAndDestroy()
    return reply === 'silence' ? undefined : reply
  }
const good: Reply = { body: { number: 7 } }
const down: Reply = { status: 503 }

describe('a request that fails and then does not', () => {
  const table: readonly {
    name: string
    replies: readonly (Reply | 'reset')[]
    waits: readonly (readonly [number, number])[]
  }[] = [
    { name: 'an outage', replies: [down, good], waits: [[250, 300]] },
    {
      name: 'three outages of all kinds',
      replies: [{ status: 500 }, { status: 502 }, { status: 504 }, good],
      waits: [
        [250, 300],
        [500, 600],
        [1000, 1200],
      ],
    },
    { name: 'a connection that is reset', replies: ['reset', good], waits: [[250, 300]] },
    {
      name: 'a limit with Retry-After',
      replies: [limited(SECONDARY, { 'retry-after': '3' }), good],
      waits: [[3000, 3000]],
    },
    {
      name: 'a limit with a date',
      replies: [limited('slow', { 'retry-after': new Date(NOW + 5000).toUTCString() }, 429), good],
      waits: [[5000, 5000]],
    },
    { name: 'a primary limit', replies: [limited(PRIMARY, resetIn(4)), good], waits: [[5000, 5000]] },
    { name: 'a primary limit that is over', replies: [limited(PRIMARY, resetIn(-60)), good], waits: [[1000, 1000]] },
    { name: 'a secondary limit without a word on when', replies: [limited(SECONDARY), good], waits: [[1000, 1200]] },
    { name: '429 without a word on when', replies: [limited('', {}, 429), good], waits: [[1000, 1200]] },
    {
      name: 'a limit with nonsense',
      replies: [limited('', { 'retry-after': 'soon' }, 429), limited('', { 'retry-after': '-5' }, 429), good],
      waits: [
        [1000, 1200],
        [2000, 2400],
      ],
    },
    {
      name: 'an outage that names its end',
      replies: [{ status: 503, headers: { 'retry-after': '2' } }, good],
      waits: [[2000, 2000]],
    },
  ]
  test.each(table)('$name', async ({ replies, waits }) => {
    const server = await start(inOrder(...replies))
    const client = aClient(server.url)
    await expect(client.get(PULL, params, pull)).resolves.toEqual({ number: 7 })
    expect(client.slept).toHaveLength(waits.length)
    for (const [i, [from, to]] of waits.entries()) {
      expect(client.slept[i]).toBeGreaterThanOrEqual(from)
      expect(client.slept[i]).toBeLessThanOrEqual(to)
    }
    expect(client.stats()).toEqual({ requests: waits.length + 1, retries: waits.length })
  })
})

describe('a request that keeps failing', () => {
  const table: readonly { name: string; reply: Reply | 'reset'; requests: number; error: object; says: string }[] = [
    {
      name: 'an outage',
      reply: down,
      requests: 4,
      error: { code: 'ERR_GITHUB_UNAVAILABLE', status: 503 },
      says: 'GitHub answered 503, 4 times',
    },
    {
      name: 'a reset',
      reply: 'reset',
      requests: 4,
      error: { code: 'ERR_GITHUB_UNREACHABLE', status: undefined, cause: { code: 'ECONNRESET' } },
      says: 'could not be reached: read ECONNRESET, 4 times',
    },
    {
      name: 'a secondary limit',
      reply: limited(SECONDARY),
      requests: 4,
      error: { code: 'ERR_GITHUB_RATE_LIMIT', status: 403 },
      says: 'the rate limit is used up',
    },
    {
      name: 'a limit that lasts longer than the run',
      reply: limited(PRIMARY, resetIn(1800)),
      requests: 1,
      error: { code: 'ERR_GITHUB_RATE_LIMIT', status: 403 },
      says: 'the next attempt may be made in 1801 s, and less than that is left of the run',
    },
    {
      name: 'a wait without end',
      reply: limited('', { 'retry-after': '9'.repeat(400) }, 429),
      requests: 4,
      error: { code: 'ERR_GITHUB_RATE_LIMIT', status: 429 },
      says: 'the rate limit is used up',
    },
    {
      name: 'a refusal by the last request within the limit',
      reply: limited('Resource not accessible by integration', resetIn(5)),
      requests: 1,
      error: { code: 'ERR_GITHUB_FORBIDDEN', status: 403 },
      says: 'not accessible',
    },
    {
      name: 'a status that asking again does not change',
      reply: { status: 501 },
      requests: 1,
      error: { code: 'ERR_GITHUB_UNAVAILABLE', status: 501 },
      says: 'GitHub answered 501',
    },
  ]
  test.each(table)('$name', async ({ reply, requests, error, says }) => {
    const server = await start(inOrder(reply))
    const client = aClient(server.url)
    const found = await errorOf(client.get(PULL, params, pull))
    expect({ code: found.code, status: found.status, cause: found.cause }).toMatchObject(error)
    expect(found.message).toContain(says)
    expect(server.seen).toHaveLength(requests)
    expect(client.stats()).toEqual({ requests, retries: requests - 1 })
  })

  test('nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as { port: number }
    await new Promise((resolve) => server.close(resolve))
    const client = aClient(`http://127.0.0.1:${port}`)
    const error = await errorOf(client.send(STATUS, { ...REPO, sha: 'a' }, v.unknown()))
    expect(error).toMatchObject({ code: 'ERR_GITHUB_UNREACHABLE', cause: { code: 'ECONNREFUSED' } })
    expect(error.message).toContain(`127.0.0.1:${port} could not be reached: connect ECONNREFUSED`)
    expect(error.hint).toContain('HTTPS_PROXY')
    expect(client.stats().retries).toBe(3)
  })
})

describe('what is written', () => {
  const table = [
    {
      name: 'POST is not repeated after an outage',
      route: STATUS,
      reply: down,
      requests: 1,
      code: 'ERR_GITHUB_UNAVAILABLE',
    },
    {
      name: 'POST is not repeated after a reset',
      route: STATUS,
      reply: 'reset',
      requests: 1,
      code: 'ERR_GITHUB_UNREACHABLE',
    },
    {
      name: 'POST is repeated after a limit',
      route: STATUS,
      reply: limited('', {}, 429),
      requests: 4,
      code: 'ERR_GITHUB_RATE_LIMIT',
    },
    {
      name: 'PATCH is not repeated after an outage',
      route: CHECK_RUN,
      reply: down,
      requests: 1,
      code: 'ERR_GITHUB_UNAVAILABLE',
    },
    {
      name: 'PATCH is not repeated after a reset',
      route: CHECK_RUN,
      reply: 'reset',
      requests: 1,
      code: 'ERR_GITHUB_UNREACHABLE',
    },
    {
      name: 'PATCH is repeated after a limit',
      route: CHECK_RUN,
      reply: limited(SECONDARY, {}, 403),
      requests: 4,
      code: 'ERR_GITHUB_RATE_LIMIT',
    },
    {
      name: 'DELETE is repeated after an outage',
      route: COMMENT,
      reply: down,
      requests: 4,
      code: 'ERR_GITHUB_UNAVAILABLE',
    },
  ] as const
  test.each(table)('$name', async ({ route, reply, requests, code }) => {
    const server = await start(inOrder(reply))
    const client = aClient(server.url)
    const sent = client.send(route, { ...REPO, sha: 'a', check_run_id: 1, comment_id: 1, body: 'x' }, v.unknown())
    await expect(errorOf(sent)).resolves.toMatchObject({ code })
    expect(server.seen).toHaveLength(requests)
    expect(new Set(server.seen.map(({ body }) => body)).size).toBe(1)
  })
})

describe('time', () => {
  test('an attempt that takes too long is given up and made again', async () => {
    const server = await start(inOrder('silence', good))
    const client = aClient(server.url, { attemptMs: 300 })
    await expect(client.get(PULL, params, pull)).resolves.toEqual({ number: 7 })
    expect(client.stats()).toEqual({ requests: 2, retries: 1 })
  })

  test('an answer that does not end is given up, too', async () => {
    const server = await start((_, __, { response }) => void response.writeHead(200).write('{'))
    const error = await errorOf(aClient(server.url, { attemptMs: 40 }).get(PULL, params, pull))
    expect(error).toMatchObject({ code: 'ERR_GITHUB_UNREACHABLE' })
    expect(error.message).toContain('did not answer within 0.1 s, 4 times')
  })

  test('POST is not repeated after an attempt that took too long', async () => {
    const server = await start(inOrder('silence'))
    const error = await errorOf(aClient(server.url, { attemptMs: 40 }).send(STATUS, { ...REPO, sha: 'a' }, v.unknown()))
    expect(error).toMatchObject({ code: 'ERR_GITHUB_UNREACHABLE' })
    expect(server.seen).toHaveLength(1)
  })

  test('the budget ends an attempt', async () => {
    const server = await start(inOrder('silence'))
    const error = await errorOf(aClient(server.url, { budgetMs: 90 }).get(PULL, params, pull))
    expect(error).toMatchObject({ code: 'ERR_GITHUB_TIMEOUT', hint: 'give "run-timeout" more time' })
    expect(error.message).toContain('the 0.1 s that a run has for GitHub are used up')
  })

  test('the budget is counted from the first request on, and then nothing is sent', async () => {
    const server = await start(inOrder(good))
    const client = aClient(server.url, { budgetMs: 1000 })
    client.clock.time += 5000
    await client.get(PULL, params, pull)
    client.clock.time += 500
    await client.get(PULL, params, pull)
    client.clock.time += 500
    await expect(errorOf(client.get(PULL, params, pull))).resolves.toMatchObject({ code: 'ERR_GITHUB_TIMEOUT' })
    expect(server.seen).toHaveLength(2)
  })

  test('a wait that would exceed the budget is not begun', async () => {
    const server = await start(inOrder(down))
    const client = aClient(server.url, { budgetMs: 1000 })
    const error = await errorOf(client.get(PULL, params, pull))
    expect(error).toMatchObject({ code: 'ERR_GITHUB_UNAVAILABLE', status: 503 })
    expect(error.message).toMatch(
      /3 times; the next attempt may be made in 1(\.\d)? s, and less than that is left of the run/,
    )
    expect(client.slept).toHaveLength(2)
  })

  const ends = [
    { name: 'while it is answered', handler: inOrder('silence') },
    { name: 'while it waits', handler: inOrder(limited('', { 'retry-after': '10' }, 429)) },
  ]
  test.each(ends)('the end of the run ends a request $name', async ({ handler }) => {
    const run = new AbortController()
    const server = await start((...of) => {
      setTimeout(() => run.abort(new Error('cancelled')), 30)
      return handler(...of)
    })
    const { setTimeout: sleep } = await import('node:timers/promises')
    const client = aClient(server.url, {
      signal: run.signal,
      sleep: (ms, signal) => sleep(ms, undefined, { signal }),
    })
    const error = await errorOf(client.get(PULL, params, pull))
    expect(error).toMatchObject({ code: 'ERR_GITHUB_TIMEOUT', cause: { message: 'cancelled' } })
    expect(error.message).toContain('the run was ended')
    await expect(errorOf(client.get(PULL, params, pull))).resolves.toMatchObject({ code: 'ERR_GITHUB_TIMEOUT' })
    expect(server.seen).toHaveLength(1)
  })

  test('twenty at once, the others wait their turn', async () => {
    const waiting: (() => void)[] = []
    let most = 0
    let answered = 0
    const release = () => {
      answered += waiting.length
      for (const go of waiting.splice(0)) go()
    }
    // Nobody is answered before twenty wait, and a twenty-first has had time to come.
    const server = await start(async () => {
      await new Promise<void>((resolve) => {
        most = Math.max(most, waiting.push(resolve))
        if (waiting.length === 20 || answered + waiting.length === 70) setTimeout(release, 20)
      })
      return good
    })
    const client = aClient(server.url)
    const all = Array.from({ length: 70 }, (_, i) => client.get(PULL, { ...REPO, pull_number: i + 1 }, pull))
    await expect(Promise.all(all)).resolves.toHaveLength(70)
    expect(most).toBe(20)
  })
})

describe('retryAfter', () => {
  const status = (code: number, headers: Record<string, string> = {}, message = ''): Failure => ({
    kind: 'status',
    status: code,
    headers,
    message,
  })
  const network = (facts: Partial<Failure & { kind: 'network' }>): Failure => ({
    kind: 'network',
    message: '',
    sent: true,
    passing: true,
    cause: undefined,
    ...facts,
  })
  const table: readonly {
    name: string
    failure: Failure
    method?: string
    retries?: number
    wait: number | undefined
  }[] = [
    { name: 'the first wait', failure: status(500), wait: 250 },
    { name: 'the last wait', failure: status(500), retries: 2, wait: 1000 },
    { name: 'no wait after the last', failure: status(500), retries: 3, wait: undefined },
    { name: 'a certificate', failure: network({ passing: false }), wait: undefined },
    { name: 'a POST that was refused', failure: network({ sent: false }), method: 'POST', wait: 250 },
    { name: 'a POST that may have arrived', failure: network({}), method: 'POST', wait: undefined },
    { name: 'DELETE', failure: network({}), method: 'DELETE', wait: 250 },
    {
      name: 'an answer that is too large',
      failure: { kind: 'broken', status: 200, message: '', passing: false },
      wait: undefined,
    },
    { name: 'Retry-After before the reset', failure: status(403, { ...resetIn(60), 'retry-after': '2' }), wait: 2000 },
    {
      name: 'the clock of the server, not ours',
      failure: status(403, { ...resetIn(60), date: new Date(NOW + 58_000).toUTCString() }),
      wait: 3000,
    },
    {
      name: 'a reset that is no number',
      failure: status(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1e99' }),
      wait: 1000,
    },
    { name: '404', failure: status(404), wait: undefined },
  ]
  test.each(table)('$name', ({ failure, method = 'GET', retries = 0, wait }) => {
    expect(retryAfter(failure, { method, retries }, 0, NOW)).toBe(wait)
  })

  test('a limit is told from a refusal', () => {
    expect(limitOf(status(403, {}, 'Must have admin rights to Repository.'))).toBeUndefined()
    expect(limitOf(status(403, {}, PRIMARY))).toBe('primary')
    expect(limitOf(status(403, {}, 'You have triggered an abuse detection mechanism.'))).toBe('secondary')
    expect(limitOf(status(404, { 'x-ratelimit-remaining': '0' }))).toBeUndefined()
  })
})
