import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import type { Route } from '../../src/github/route.js'
import { aClient, errorOf, REPO, TOKEN } from '../support/client.js'
import { type Handler, type Loopback, serve } from '../support/loopback.js'

const open: Loopback[] = []
const start = async (handler: Handler) => {
  const server = await serve(handler)
  open.push(server)
  return server
}
afterEach(() => Promise.all(open.splice(0).map(({ close }) => close())))

const REVIEWS = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews'
const params = { ...REPO, pull_number: 7 }
const path = '/repos/Codertocat/Hello-World/pulls/7/reviews'

describe('a status that is an error', () => {
  const table = [
    { status: 400, code: 'ERR_GITHUB_REQUEST' },
    { status: 401, code: 'ERR_GITHUB_UNAUTHORIZED', hint: 'give "github-token" a token that is valid' },
    { status: 403, code: 'ERR_GITHUB_FORBIDDEN', hint: `add "pull-requests: read" to the job's "permissions"` },
    {
      status: 404,
      code: 'ERR_GITHUB_NOT_FOUND',
      hint: 'if it is there, the token may not see it: add "pull-requests: read"',
    },
    { status: 406, code: 'ERR_GITHUB_REQUEST' },
    { status: 409, code: 'ERR_GITHUB_REQUEST' },
    { status: 410, code: 'ERR_GITHUB_NOT_FOUND' },
    { status: 422, code: 'ERR_GITHUB_REQUEST' },
    { status: 451, code: 'ERR_GITHUB_REQUEST' },
    { status: 501, code: 'ERR_GITHUB_UNAVAILABLE' },
    { status: 304, code: 'ERR_GITHUB_ANSWER' },
    { status: 300, code: 'ERR_GITHUB_ANSWER' },
  ]
  test.each(table)('$status is $code', async ({ status, code, hint }) => {
    const server = await start(() => ({ status, ...(status !== 304 && { body: { message: 'Some words' } }) }))
    const error = await errorOf(aClient(server.url).get(REVIEWS, params, v.unknown()))
    expect(error).toMatchObject({ name: 'GitHubError', code, status })
    expect(error.message).toContain(
      `the pull request's reviews could not be read (GET ${path}): GitHub answered ${status}`,
    )
    if (status >= 400) expect(error.message).toContain('(Some words)')
    if (hint !== undefined) expect(error.hint).toContain(hint)
    expect(server.seen).toHaveLength(1)
  })

  const bodies: readonly { name: string; body: unknown; type?: string; says: string }[] = [
    {
      name: 'has details',
      body: { message: 'Validation Failed', errors: [{ code: 'custom', message: 'too long' }, 'odd', 7] },
      says: '(Validation Failed; too long; odd)',
    },
    {
      name: 'has control characters',
      body: { message: 'a\r\n::error::b\u001b[31m\u2028c' },
      says: '(a ::error::b [31m c)',
    },
    { name: 'is long', body: { message: 'x'.repeat(5000) }, says: `(${'x'.repeat(300)}…)` },
    { name: 'is no JSON', body: '<html>a proxy</html>', type: 'text/html', says: 'answered 422' },
    { name: 'is empty', body: '', says: 'answered 422' },
    { name: 'has a broken content type', body: { message: 'no' }, type: ';;=', says: '(no)' },
    { name: 'is huge', body: `{"message": "${'x'.repeat(1_000_000)}"}`, says: 'answered 422' },
    { name: 'is a list', body: [1], says: 'answered 422' },
    { name: 'has no text in it', body: { message: { a: 1 }, errors: {} }, says: 'answered 422' },
  ]
  test.each(bodies)('whose body $name is told all the same', async ({ body, type = 'application/json', says }) => {
    const server = await start(() => ({ status: 422, headers: { 'content-type': type }, body }))
    const error = await errorOf(aClient(server.url).get(REVIEWS, params, v.unknown()))
    expect(error).toMatchObject({ code: 'ERR_GITHUB_REQUEST', status: 422 })
    expect(error.message).toContain(says)
    expect(error.message.length).toBeLessThan(600)
  })
})

describe('the way out', () => {
  const table: readonly {
    route: Route<'GET' | 'POST' | 'PATCH' | 'DELETE'>
    params: Record<string, string | number>
    hint: string
  }[] = [
    { route: 'GET /repos/{owner}/{repo}', params: REPO, hint: 'every token for this repository has "metadata: read"' },
    {
      route: 'GET /repos/{owner}/{repo}/contents/{path}',
      params: { ...REPO, path: 'a' },
      hint: 'add "contents: read"',
    },
    { route: 'GET /repos/{owner}/{repo}/actions/runs', params: REPO, hint: 'add "actions: read"' },
    {
      route: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
      params: { ...REPO, ref: 'a' },
      hint: 'add "checks: read"',
    },
    {
      route: 'POST /repos/{owner}/{repo}/statuses/{sha}',
      params: { ...REPO, sha: 'a' },
      hint: 'add "statuses: write"',
    },
    { route: 'POST /repos/{owner}/{repo}/check-runs', params: REPO, hint: 'add "checks: write"' },
    {
      route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
      params: { ...REPO, comment_id: 1 },
      hint: `add "pull-requests: write" to the job's "permissions", or give "github-token" a token that has it; for a pull request of a fork or of Dependabot GITHUB_TOKEN may only read`,
    },
    {
      route: 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}',
      params: { org: 'o', team_slug: 't', username: 'u' },
      hint: 'GITHUB_TOKEN cannot be given "members": give "github-token" a GitHub App token with members: read, which the team membership needs',
    },
    {
      route: 'GET /repos/{owner}/{repo}/actions/variables/{name}',
      params: { ...REPO, name: 'N' },
      hint: 'GITHUB_TOKEN cannot be given "variables"',
    },
  ]
  test.each(table)('of $route', async ({ route, params: given, hint }) => {
    const server = await start(() => ({ status: 403, body: { message: 'Resource not accessible by integration' } }))
    const client = aClient(server.url)
    const asked = route.startsWith('GET')
      ? client.get(route as Route<'GET'>, given, v.unknown())
      : client.send(route as Route<'POST'>, given, v.unknown())
    const error = await errorOf(asked)
    expect(error).toMatchObject({ code: 'ERR_GITHUB_FORBIDDEN', status: 403 })
    expect(error.hint).toContain(hint)
  })

  test('is not made up for a route that needs nothing, or that is not known', async () => {
    const server = await start(() => ({ status: 404 }))
    for (const route of ['GET /users/{username}', 'GET /constructor'] as const) {
      const error = await errorOf(aClient(server.url).get(route, { username: 'u' }, v.unknown()))
      expect(error.hint).toBeUndefined()
    }
  })
})

describe('an answer that is not what it should be', () => {
  const schema = v.object({ user: v.object({ login: v.string() }) })
  const table: readonly { name: string; body: string | Buffer; headers?: Record<string, string>; says: string }[] = [
    { name: 'empty', body: '', says: 'it is not JSON' },
    { name: 'cut short', body: '{"user": {"login": "al', says: 'it is not JSON' },
    {
      name: 'a page of a portal',
      body: '<!doctype html>',
      headers: { 'content-type': 'text/html' },
      says: 'it is not JSON',
    },
    { name: 'no UTF-8', body: Buffer.from([0x22, 0xc3, 0x28, 0x22]), says: 'it is not JSON' },
    { name: 'two values', body: '{"user": {"login": "a"}}{}', says: 'it is not JSON' },
    { name: 'deep', body: '['.repeat(2_000_000), says: 'it is not JSON' },
    {
      name: 'of another shape',
      body: '{"user": {"login": 7}}',
      says: '"user.login": Invalid type: Expected string but received 7',
    },
    { name: 'without what is needed', body: '{}', says: '"user"' },
    { name: 'of the prototype', body: '{"__proto__": {"user": {"login": "a"}}}', says: '"user"' },
    { name: 'null', body: 'null', says: 'it: Invalid type' },
  ]
  test.each(table)('is refused where it is $name', async ({ body, headers = {}, says }) => {
    const server = await start(() => ({ headers, body }))
    const error = await errorOf(aClient(server.url).get(REVIEWS, params, schema))
    expect(error).toMatchObject({ code: 'ERR_GITHUB_ANSWER', status: 200 })
    expect(error.message).toContain(`(GET ${path}): the answer is not what GitHub's API describes: ${says}`)
    expect(server.seen).toHaveLength(1)
  })

  const large: readonly { name: string; handler: Handler }[] = [
    {
      name: 'says that it is too large',
      handler: () => ({ headers: { 'content-length': '2000' }, body: 'x'.repeat(2000) }),
    },
    {
      name: 'does not say that it is too large',
      handler: (_, __, { response }) => {
        response.writeHead(200)
        // Endless: only the client can end it.
        const more = setInterval(() => response.write('x'.repeat(500)), 1)
        response.on('close', () => clearInterval(more))
      },
    },
    {
      name: 'is too large once it is unpacked',
      handler: () => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(1_000_000)) }),
    },
  ]
  test.each(large)('is refused where it $name', async ({ handler }) => {
    const server = await start(handler)
    const error = await errorOf(aClient(server.url, { maxBytes: 1000 }).get(REVIEWS, params, v.unknown()))
    expect(error).toMatchObject({ code: 'ERR_GITHUB_ANSWER', status: 200 })
    expect(error.message).toContain('it is larger than 1000 bytes')
  })

  test('is taken where it is just not too large', async () => {
    const server = await start(() => ({ body: `"${'x'.repeat(998)}"` }))
    await expect(aClient(server.url, { maxBytes: 1000 }).get(REVIEWS, params, v.string())).resolves.toHaveLength(998)
  })

  test('is asked for again where it broke off, and refused in the end', async () => {
    const server = await start((_, __, { response }) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"user": ')
      setTimeout(() => response.destroy(), 5)
    })
    const error = await errorOf(aClient(server.url).get(REVIEWS, params, v.unknown()))
    expect(error).toMatchObject({ code: 'ERR_GITHUB_ANSWER', status: 200 })
    expect(error.message).toContain('the answer cannot be used: it broke off, 4 times')
  })
})

describe('a redirect', () => {
  test('to the same server is followed with the token, as for a renamed repository', async () => {
    const server = await start(({ url }) =>
      url === path ? { status: 301, headers: { location: '/repositories/1/pulls/7/reviews?a=b' } } : { body: [] },
    )
    const client = aClient(server.url)
    await expect(client.get(REVIEWS, params, v.array(v.unknown()))).resolves.toEqual([])
    expect(server.seen.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      [path, `token ${TOKEN}`],
      ['/repositories/1/pulls/7/reviews?a=b', `token ${TOKEN}`],
    ])
    expect(client.stats()).toEqual({ requests: 2, retries: 0 })
  })

  test('to another server is not followed', async () => {
    const other = await start(() => ({ body: [] }))
    const server = await start(() => ({ status: 302, headers: { location: `${other.url}/steal` } }))
    const error = await errorOf(aClient(server.url).get(REVIEWS, params, v.unknown()))
    expect(error).toMatchObject({ code: 'ERR_GITHUB_ANSWER', status: 302 })
    expect(error.message).toContain(`it was redirected to ${other.url}, which is not given the token`)
    expect(other.seen).toEqual([])
  })

  test.each([
    '//evil.test/x',
    'https://evil.test@127.0.0.1.evil.test/',
    'http://[',
    'file:///etc/passwd',
    'data:application/json,[]',
  ])('to %s is not followed', async (location) => {
    const server = await start(() => ({ status: 307, headers: { location } }))
    const error = await errorOf(aClient(server.url).get(REVIEWS, params, v.unknown()))
    expect(error).toMatchObject({ code: 'ERR_GITHUB_ANSWER', status: 307 })
    expect(server.seen).toHaveLength(1)
  })

  test('in a circle ends', async () => {
    const server = await start(() => ({ status: 302, headers: { location: path } }))
    const error = await errorOf(aClient(server.url).get(REVIEWS, params, v.unknown()))
    expect(error.message).toContain('it was redirected more than 3 times')
    expect(server.seen).toHaveLength(4)
  })

  const STATUS = 'POST /repos/{owner}/{repo}/statuses/{sha}'
  test('of what is written is followed only where that keeps it whole', async () => {
    const server = await start(({ url }, index) =>
      url === '/new' ? { status: 201, body: {} } : { status: index === 0 ? 307 : 301, headers: { location: '/new' } },
    )
    const client = aClient(server.url)
    const sent = { ...REPO, sha: 'a', state: 'success' }
    await expect(client.send(STATUS, sent, v.object({}))).resolves.toEqual({})
    expect(server.seen[1]).toMatchObject({ method: 'POST', url: '/new', body: '{"state":"success"}' })
    await expect(errorOf(client.send(STATUS, sent, v.object({})))).resolves.toMatchObject({ status: 301 })
  })
})

describe('what cannot be sent', () => {
  test.each(['with Secret\nline', 'Secret-größe', 'Secret\u0000'])('the token %j', async (token) => {
    const server = await start(() => ({ body: [] }))
    const error = await errorOf(aClient(server.url, { token }).get(REVIEWS, params, v.unknown()))
    expect(error).toMatchObject({ code: 'ERR_GITHUB_UNAUTHORIZED', hint: 'check what "github-token" is given' })
    expect(server.seen).toEqual([])
  })

  test.each(['', 'api.github.com', 'ftp://x.test', 'https://me:Secret@x.test', 'https://x.test/?a=b'])(
    'a request to the address %j',
    async (baseUrl) => {
      const error = await errorOf(aClient(baseUrl).get(REVIEWS, params, v.unknown()))
      expect(error).toMatchObject({ code: 'ERR_GITHUB_UNREACHABLE', hint: expect.stringContaining('GITHUB_API_URL') })
    },
  )
})
