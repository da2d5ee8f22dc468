import { afterEach, describe, expect, test } from '@jest/globals'
import { StepgateError } from '../../src/core/errors.js'
import type { Http } from '../../src/core/http.js'
import { VERSION } from '../../src/core/version.js'
import { anHttp, aQuery, aRemote, never, PATH } from '../http/a-remote.js'
import { type Handler, type Reply, type Seen, serve } from '../support/loopback.js'

const closing: (() => unknown)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

type Replies = {
  readonly health?: Reply | ((index: number) => Reply)
  readonly bundles?: (index: number) => Reply
  /** To the queries. */
  readonly data?: Handler
}

const isQuery = ({ method }: Seen): boolean => method === 'POST'

/** A server that allows everything, where the test does not say something else. */
async function start({ health = { body: {} }, bundles, data }: Replies = {}) {
  const counts = { health: 0, bundles: 0, data: 0 }
  const server = await serve((seen, _index, raw) => {
    if (isQuery(seen)) return data ? data(seen, counts.data++, raw) : { body: { result: { allowed: true } } }
    if (seen.url.includes('/health')) return typeof health === 'function' ? health(counts.health++) : health
    return bundles ? bundles(counts.bundles++) : { body: {} }
  })
  const http = anHttp()
  closing.push(() => http.close(), server.close)
  return { server, http, queries: () => server.seen.filter(isQuery) }
}

const ALLOWED = { kind: 'result', value: { allowed: true } }
const failed = (code: string, says = '') => ({ kind: 'error', code, message: expect.stringContaining(says) })

describe('a query', () => {
  test('is a POST to the path of its document below the base, with the input and nothing beside it', async () => {
    const { server, http, queries } = await start()
    const pdp = aRemote(`${server.url}/opa/a%20b/`, { http, authorization: async () => 't0ken' })
    const query = aQuery('one', 'visor/deploy/production')
    await expect(pdp.evaluate([query], never())).resolves.toMatchObject([ALLOWED])
    expect(queries()).toMatchObject([
      {
        url: '/opa/a%20b/v1/data/visor/deploy/production',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'user-agent': `stepgate/${VERSION}`,
          authorization: 'Bearer t0ken',
        },
      },
    ])
    expect(JSON.parse(queries()[0]?.body ?? '')).toEqual({ input: query.input })
    expect(
      server.seen
        .slice(0, 2)
        .map(({ url }) => url)
        .sort(),
    ).toEqual(['/opa/a%20b/health?bundles=true', '/opa/a%20b/v1/data/system/bundles'])
  })

  test('has segments that cannot leave it', async () => {
    const { server, http, queries } = await start()
    await aRemote(server.url, { http }).evaluate([aQuery('one', 'visor/a?b#c/%2e%2e/ä')], never())
    expect(queries()[0]?.url).toBe('/v1/data/visor/a%3Fb%23c/%252e%252e/%C3%A4')
  })

  test('has its answer at its place, whoever is answered first, and at most 32 are asked at once', async () => {
    let open = 0
    let most = 0
    const waiting: (() => void)[] = []
    const { server, http } = await start({
      data: async ({ body }) => {
        most = Math.max(most, ++open)
        // The last one that comes lets all of them go, in the opposite order.
        if (open < 32) await new Promise<void>((resolve) => waiting.push(resolve))
        else for (const resolve of waiting.splice(0).reverse()) resolve()
        open--
        return { body: { result: JSON.parse(body).input.check.id } }
      },
    })
    const marks = Array.from({ length: 64 }, (_, i) => `step-${i}`)
    const evaluations = await aRemote(server.url, { http }).evaluate(
      marks.map((mark) => aQuery(mark)),
      never(),
    )
    expect(evaluations).toMatchObject(marks.map((value) => ({ kind: 'result', value, ns: expect.any(Number) })))
    expect(most).toBe(32)
  })

  test('of none nothing is asked', async () => {
    const { server, http } = await start()
    await expect(aRemote(server.url, { http }).evaluate([], never())).resolves.toEqual([])
    expect(server.seen).toEqual([])
  })

  test('that is no JSON is not sent', async () => {
    const { server, http, queries } = await start()
    const circle: Record<string, unknown> = {}
    circle.circle = circle
    const query = { ...aQuery(), input: { ...aQuery().input, ...circle } }
    await expect(aRemote(server.url, { http }).evaluate([query], never())).resolves.toMatchObject([failed('ERR_INPUT')])
    expect(queries()).toEqual([])
  })

  test('says how long it took, the waits included', async () => {
    const { server, http } = await start({ data: (_seen, index) => (index === 0 ? { status: 502 } : { body: {} }) })
    let clock = 0
    const sleep = async (ms: number) => {
      clock += ms
    }
    const pdp = aRemote(server.url, { http, now: () => clock, sleep })
    await expect(pdp.evaluate([aQuery()], never())).resolves.toEqual([{ kind: 'undefined', ns: 200_000_000 }])
    expect(pdp.describe()).toMatchObject({ engine: 'remote', loadMs: 0 })
  })
})

describe('trying again', () => {
  const date = new Date('2026-11-21T10:00:00Z').toUTCString()
  const later = new Date('2026-11-21T10:00:03Z').toUTCString()
  const table: readonly { name: string; reply: Reply; asked: number; waits: number[]; code?: string }[] = [
    { name: '502', reply: { status: 502 }, asked: 3, waits: [200, 400], code: 'ERR_PDP_STATUS' },
    { name: '503', reply: { status: 503 }, asked: 3, waits: [200, 400], code: 'ERR_PDP_STATUS' },
    {
      name: '503, which says when',
      reply: { status: 503, headers: { 'retry-after': '1' } },
      asked: 3,
      waits: [1000, 1000],
      code: 'ERR_PDP_STATUS',
    },
    {
      name: '429, which says when',
      reply: { status: 429, headers: { 'retry-after': '2' } },
      asked: 3,
      waits: [2000, 2000],
      code: 'ERR_PDP_STATUS',
    },
    {
      name: '429, which gives a date',
      reply: { status: 429, headers: { date, 'retry-after': later } },
      asked: 3,
      waits: [3000, 3000],
      code: 'ERR_PDP_STATUS',
    },
    { name: '429', reply: { status: 429 }, asked: 1, waits: [], code: 'ERR_PDP_STATUS' },
    {
      name: '429, which says nothing that can be read',
      reply: { status: 429, headers: { 'retry-after': 'soon' } },
      asked: 1,
      waits: [],
      code: 'ERR_PDP_STATUS',
    },
    {
      name: '429, when all is over',
      reply: { status: 429, headers: { 'retry-after': '3600' } },
      asked: 1,
      waits: [],
      code: 'ERR_PDP_STATUS',
    },
    { name: '500', reply: { status: 500 }, asked: 1, waits: [], code: 'ERR_PDP_STATUS' },
    { name: '504', reply: { status: 504 }, asked: 1, waits: [], code: 'ERR_PDP_STATUS' },
    { name: '401', reply: { status: 401 }, asked: 1, waits: [], code: 'ERR_CREDENTIALS_MISSING' },
    { name: '200', reply: { body: { result: { allowed: true } } }, asked: 1, waits: [] },
  ]
  test.each(table)('$name: asked $asked times', async ({ reply, asked, waits, code }) => {
    const { server, http, queries } = await start({ data: () => reply })
    const pdp = aRemote(server.url, { http })
    await expect(pdp.evaluate([aQuery()], never())).resolves.toMatchObject([code ? failed(code) : ALLOWED])
    expect(queries()).toHaveLength(asked)
    expect(pdp.waits).toEqual(waits)
  })

  test('the first good answer stands', async () => {
    const { server, http } = await start({
      data: (_seen, index) => (index < 2 ? { status: 503 } : { body: { result: { allowed: true } } }),
    })
    const pdp = aRemote(server.url, { http, random: () => 1 })
    await expect(pdp.evaluate([aQuery()], never())).resolves.toMatchObject([ALLOWED])
    expect(pdp.waits).toEqual([300, 600])
  })

  test('never beyond the time of one evaluation', async () => {
    const { server, http, queries } = await start({ data: () => ({ status: 503 }) })
    let clock = 0
    const sleep = async (ms: number) => {
      clock += ms
    }
    const pdp = aRemote(server.url, { http, timeoutMs: 500, now: () => clock, sleep })
    await expect(pdp.evaluate([aQuery()], never())).resolves.toMatchObject([failed('ERR_PDP_STATUS', 'status 503')])
    expect(queries()).toHaveLength(2)
  })

  test('an end of the run ends the waiting too', async () => {
    const { server, http } = await start({ data: () => ({ status: 503 }) })
    const stopping = new AbortController()
    const sleep = async () => stopping.abort()
    const pdp = aRemote(server.url, { http, sleep })
    await expect(pdp.evaluate([aQuery()], stopping.signal)).resolves.toMatchObject([failed('ERR_RUN_TIMEOUT')])
  })
})

describe('the end of the run', () => {
  test('ends all queries, those that wait for their turn as well', async () => {
    const stopping = new AbortController()
    let open = 0
    const { server, http, queries } = await start({
      data: () => {
        if (++open === 32) stopping.abort()
      },
    })
    const evaluations = await aRemote(server.url, { http }).evaluate(
      Array.from({ length: 100 }, () => aQuery()),
      stopping.signal,
    )
    expect(evaluations).toMatchObject(
      Array.from({ length: 100 }, () => failed('ERR_RUN_TIMEOUT', 'the run ended before this query was answered')),
    )
    expect(queries().length).toBeLessThanOrEqual(32)
  })

  test('before anything was asked asks nothing', async () => {
    const { server, http } = await start()
    const pdp = aRemote(server.url, { http, authorization: () => new Promise(() => undefined) })
    const evaluations = await pdp.evaluate([aQuery()], AbortSignal.abort())
    expect(evaluations).toMatchObject([failed('ERR_RUN_TIMEOUT')])
    expect(server.seen).toEqual([])
  })
})

describe('health', () => {
  const bad: readonly { name: string; health: Reply; code: string; says: string; asked: number }[] = [
    {
      name: '500 with words',
      health: { status: 500, body: { error: 'one or more bundles are not activated' } },
      code: 'ERR_PDP_UNHEALTHY',
      says: 'status 500): one or more bundles are not activated',
      asked: 3,
    },
    {
      name: '500',
      health: { status: 500, body: 'x' },
      code: 'ERR_PDP_UNHEALTHY',
      says: 'a bundle is not active',
      asked: 3,
    },
    { name: '503', health: { status: 503 }, code: 'ERR_PDP_UNHEALTHY', says: 'status 503', asked: 3 },
  ]
  test.each(bad)('$name: nobody is asked', async ({ health, code, says, asked }) => {
    const { server, http, queries } = await start({ health })
    const pdp = aRemote(server.url, { http })
    const evaluations = await pdp.evaluate([aQuery(), aQuery()], never())
    expect(evaluations).toMatchObject([failed(code, says), failed(code, says)])
    expect(queries()).toEqual([])
    expect(server.seen.filter(({ url }) => url.includes('/health'))).toHaveLength(asked)
    expect(pdp.describe()).toEqual({ engine: 'remote', notices: [], loadMs: expect.any(Number) })
  })

  test('that comes with a moment is good, and the bundles are those of then', async () => {
    const { server, http } = await start({
      health: (index) => ({ status: index < 2 ? 500 : 200, body: {} }),
      bundles: (index) => ({ body: { result: { app: { manifest: { revision: index === 0 ? 'old' : 'new' } } } } }),
    })
    const pdp = aRemote(server.url, { http })
    await expect(pdp.evaluate([aQuery()], never())).resolves.toMatchObject([ALLOWED])
    expect(pdp.describe()).toMatchObject({ notices: [], bundles: { app: { revision: 'new' } } })
  })

  test.each([404, 401, 403, 405, 302, 204, 429])(
    '%s says nothing: a notice, and the queries are asked',
    async (status) => {
      const { server, http } = await start({ health: { status } })
      const pdp = aRemote(server.url, { http })
      await expect(pdp.evaluate([aQuery()], never())).resolves.toMatchObject([ALLOWED])
      const message = expect.stringContaining(`could not be asked (/health?bundles=true: status ${status})`)
      expect(pdp.describe().notices).toEqual([{ level: 'notice', message }])
    },
  )

  test('is asked once, whatever is asked after it', async () => {
    const { server, http, queries } = await start()
    const pdp = aRemote(server.url, { http })
    await Promise.all([pdp.evaluate([aQuery()], never()), pdp.evaluate([aQuery()], never())])
    await pdp.evaluateMask([{}], never())
    expect(server.seen.filter(({ url }) => url.includes('/health'))).toHaveLength(1)
    expect(queries()).toHaveLength(3)
  })

  test('that answers nothing at all may be the wrong place: a warning says so', async () => {
    const { server, http } = await start({
      data: ({ body }) => ({ body: body.includes('known') ? { result: true } : {} }),
    })
    const notices = async (...ids: readonly string[]) => {
      const pdp = aRemote(server.url, { http })
      await pdp.evaluate(
        ids.map((id) => aQuery(id)),
        never(),
      )
      return pdp.describe().notices
    }
    expect(await notices('a', 'b')).toEqual([
      { level: 'warning', message: expect.stringContaining('any of 2 queries (such as visor/check/execute)') },
    ])
    expect(await notices('a', 'known')).toEqual([])
  })

  test('of nobody is one message', async () => {
    const http = anHttp()
    closing.push(() => http.close())
    const pdp = aRemote('http://127.0.0.1:1', { http })
    const evaluations = await pdp.evaluate([aQuery(), aQuery()], never())
    expect(evaluations).toMatchObject([
      failed(
        'ERR_PDP_UNREACHABLE',
        'the OPA server was not asked: 127.0.0.1:1 cannot be reached: nobody listens there',
      ),
      {},
    ])
    expect(evaluations[0]).toBe(evaluations[1])
    expect(pdp.waits.slice(0, 2)).toContain(200)
  })

  test('at a public address over plain http is not asked for', async () => {
    const http = anHttp()
    closing.push(() => http.close())
    const evaluations = await aRemote('http://169.254.169.254', { http }).evaluate([aQuery()], never())
    expect(evaluations).toMatchObject([failed('ERR_PDP_ADDRESS', 'use https, or give "allow-insecure: true"')])
  })
})

describe('a server that is silent', () => {
  test('is not asked for ever: after five in a row the rest fails at once, and stays so', async () => {
    const { server, http, queries } = await start({ data: () => undefined })
    const pdp = aRemote(server.url, { http, timeoutMs: 100 })
    const evaluations = await pdp.evaluate(
      Array.from({ length: 10_000 }, () => aQuery()),
      never(),
    )
    expect(new Set(evaluations.map((one) => one.kind === 'error' && one.code))).toEqual(
      new Set(['ERR_EVALUATION_TIMEOUT']),
    )
    expect(evaluations.at(-1)).toMatchObject(failed('ERR_EVALUATION_TIMEOUT', 'after 5 such in a row'))
    expect(queries().length).toBeLessThanOrEqual(40)
    const again = await pdp.evaluate([aQuery()], never())
    expect(again).toMatchObject([failed('ERR_EVALUATION_TIMEOUT', 'after 5 such in a row')])
  })

  test('is asked on where it answers in between', async () => {
    // Four of five are lost on the way, one after another.
    const { server, http } = await start({
      data: (_seen, index) => (index % 5 === 4 ? { body: { result: { allowed: true } } } : { status: 502 }),
    })
    const pdp = aRemote(server.url, { http, timeoutMs: 150 })
    for (let i = 0; i < 15; i++) {
      const expected = i % 5 === 4 ? ALLOWED : failed('ERR_PDP_STATUS')
      await expect(pdp.evaluate([aQuery()], never())).resolves.toMatchObject([expected])
    }
  })
})

describe('the token', () => {
  test('is fetched once', async () => {
    const { server, http } = await start()
    let fetched = 0
    const pdp = aRemote(server.url, { http, authorization: async () => `token-${fetched++}` })
    await pdp.evaluate([aQuery(), aQuery()], never())
    await pdp.evaluate([aQuery()], never())
    expect(new Set(server.seen.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer token-0']))
  })

  const table: readonly { name: string; authorization: () => Promise<string | undefined>; fails: unknown }[] = [
    {
      name: 'cannot be fetched',
      authorization: () => Promise.reject(new Error('no id-token\npermission')),
      fails: failed('ERR_PDP_TOKEN', 'there is no token for the OPA server: no id-token\\npermission'),
    },
    {
      name: 'cannot be fetched, with a code',
      authorization: () => Promise.reject(new StepgateError('ERR_OIDC', 'give "id-token: write"')),
      fails: failed('ERR_OIDC', 'id-token: write'),
    },
    {
      name: 'never comes',
      authorization: () => new Promise(() => undefined),
      fails: failed('ERR_PDP_TOKEN', '100 ms'),
    },
    { name: 'is empty', authorization: async () => ' ', fails: failed('ERR_PDP_TOKEN') },
    { name: 'is two lines', authorization: async () => 'Secret\r\nx: y', fails: failed('ERR_PDP_TOKEN') },
  ]
  test.each(table)('that $name: nothing is asked', async ({ authorization, fails }) => {
    const { server, http } = await start()
    const evaluations = await aRemote(server.url, { http, timeoutMs: 100, authorization }).evaluate([aQuery()], never())
    expect(evaluations).toMatchObject([fails])
    expect(JSON.stringify(evaluations)).not.toContain('Secret')
    expect(server.seen).toEqual([])
  })

  test('may be none', async () => {
    const { server, http } = await start()
    await aRemote(server.url, { http, authorization: async () => undefined }).evaluate([aQuery()], never())
    expect(server.seen.some(({ headers }) => headers.authorization !== undefined)).toBe(false)
  })
})

describe('the bundles', () => {
  const bundle = (revision?: string) => ({ manifest: { revision, roots: ['visor'] }, etag: 'x' })
  const A = { body: { result: { app: bundle('r1'), base: bundle() } } }
  const B = { body: { result: { app: bundle('r2'), base: bundle() } } }
  const known = { app: { revision: 'r1' }, base: {} }
  const table: readonly { name: string; first: Reply; later?: Reply; bundles?: unknown; warns?: boolean }[] = [
    { name: 'are those that the server has', first: A, bundles: known },
    { name: 'changed while we asked', first: A, later: B, warns: true },
    { name: 'went away', first: A, later: { body: {} } },
    { name: 'are none', first: { body: {} } },
    { name: 'are none of ours to know', first: { status: 403, body: { code: 'unauthorized', message: 'no' } } },
    { name: 'are not there', first: { status: 404 } },
    { name: 'are no object', first: { body: { result: ['app'] } } },
    { name: 'are no JSON', first: { body: '{' } },
    { name: 'are too many', first: { body: { result: { app: bundle('r'.repeat(1_048_577)) } } } },
    {
      name: 'have manifests of another kind',
      first: { body: { result: { app: 1, b: { manifest: [] } } } },
      bundles: { app: {}, b: {} },
    },
  ]
  test.each(table)('$name', async ({ first, later, bundles, warns = false }) => {
    const { server, http } = await start({ bundles: (index) => (index === 0 ? first : (later ?? first)) })
    const pdp = aRemote(server.url, { http })
    await expect(pdp.evaluate([aQuery()], never())).resolves.toMatchObject([ALLOWED])
    expect(pdp.describe().bundles).toEqual(bundles)
    const message = expect.stringContaining('changed while it was asked')
    expect(pdp.describe().notices).toEqual(warns ? [{ level: 'warning', message }] : [])
  })
})

describe('the mask of the decision log', () => {
  const events = [{ path: 'a' }, { path: 'b' }, { path: 'c' }]
  const asMask =
    (has: boolean): Handler =>
    ({ url, body }) => {
      if (url === '/v1/data/system/log') return { body: has ? { result: {} } : {} }
      const { path } = JSON.parse(body).input
      return { body: path === 'b' ? { result: ['/input/secret'] } : {} }
    }

  test('is asked for each event, since it may be undefined for one alone', async () => {
    const { server, http, queries } = await start({ data: asMask(true) })
    await expect(aRemote(server.url, { http }).evaluateMask(events, never())).resolves.toMatchObject([
      { kind: 'undefined' },
      { kind: 'result', value: ['/input/secret'] },
      { kind: 'undefined' },
    ])
    expect(queries().map(({ url }) => url)).toEqual([
      '/v1/data/system/log',
      ...Array(3).fill('/v1/data/system/log/mask'),
    ])
  })

  test('is none where its package is none: one question for all events', async () => {
    const { server, http, queries } = await start({ data: asMask(false) })
    await expect(aRemote(server.url, { http }).evaluateMask(events, never())).resolves.toBeUndefined()
    expect(queries()).toHaveLength(1)
  })

  test('that cannot be asked is an error for each', async () => {
    const { server, http } = await start({ data: () => ({ status: 500 }) })
    const errors = events.map(() => failed('ERR_PDP_STATUS'))
    await expect(aRemote(server.url, { http }).evaluateMask(events, never())).resolves.toMatchObject(errors)
  })

  test.each<[string, Handler]>([
    ['does not show it', () => ({ status: 403 })],
    ['is behind somebody who does not', () => ({ status: 404 })],
    ['gives a decision for every path', () => ({ body: { result: { allowed: true } } })],
    ['says yes to everything', () => ({ body: { result: true } })],
  ])('is none where the server %s', async (_name, data) => {
    const { server, http, queries } = await start({ data })
    await expect(aRemote(server.url, { http }).evaluateMask(events, never())).resolves.toBeUndefined()
    expect(queries()).toHaveLength(1)
  })

  test('is none where nobody is there to be asked', async () => {
    const { server, http } = await start({ health: { status: 500 } })
    await expect(aRemote(server.url, { http }).evaluateMask(events, never())).resolves.toBeUndefined()
  })

  test('of no events is none', async () => {
    const { server, http } = await start()
    await expect(aRemote(server.url, { http }).evaluateMask([], never())).resolves.toEqual([])
    expect(server.seen).toEqual([])
  })
})

describe('a client that throws what it should not', () => {
  test('is an error of the query, nothing more', async () => {
    const { server, http } = await start()
    const faulty: Http = {
      ...http,
      request: (request) => (request.url.pathname.endsWith(PATH) ? Promise.reject('what?') : http.request(request)),
    }
    const evaluations = await aRemote(server.url, { http: faulty }).evaluate([aQuery()], never())
    expect(evaluations).toMatchObject([failed('ERR_PDP_BROKEN')])
  })
})
