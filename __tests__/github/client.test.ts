import { afterEach, describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { aClient, errorOf, REPO, TOKEN } from '../support/client.js'
import { type Handler, type Loopback, serve } from '../support/loopback.js'

const open: Loopback[] = []
const start = async (handler: Handler) => {
  const server = await serve(handler)
  open.push(server)
  return server
}
afterEach(() => Promise.all(open.splice(0).map(({ close }) => close())))

const PULL = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'
const FILES = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files'
const pull = v.object({ number: v.number() })

describe('get', () => {
  test('sends the token, the version of the API and the name of the client', async () => {
    const server = await start(() => ({ body: { number: 7, title: 'x' } }))
    const client = aClient(`${server.url}/api/v3/`)
    await expect(client.get(PULL, { ...REPO, pull_number: 7, unused: undefined }, pull)).resolves.toEqual({ number: 7 })
    expect(server.seen).toEqual([
      expect.objectContaining({ method: 'GET', url: '/api/v3/repos/Codertocat/Hello-World/pulls/7', body: '' }),
    ])
    expect(server.seen[0]?.headers).toMatchObject({
      authorization: `token ${TOKEN}`,
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      'user-agent': expect.stringMatching(/^stepgate\/test /),
    })
    expect(client.stats()).toEqual({ requests: 1, retries: 0 })
  })

  test('sends no authorization without a token', async () => {
    const server = await start(() => ({ body: { number: 7 } }))
    await aClient(server.url, { token: ' ' }).get(PULL, { ...REPO, pull_number: 7 }, pull)
    expect(server.seen[0]?.headers).not.toHaveProperty('authorization')
  })

  test('puts what the path does not take into the query, encoded', async () => {
    const server = await start(() => ({ body: [] }))
    await aClient(server.url).get(
      'GET /repos/{owner}/{repo}/pulls',
      { ...REPO, head: 'me:a&b=c#d', q: 'a+b' },
      v.array(pull),
    )
    expect(server.seen[0]?.url).toBe('/repos/Codertocat/Hello-World/pulls?head=me%3Aa%26b%3Dc%23d&q=a+b')
  })

  test('says nothing on the console when GitHub calls a route deprecated', async () => {
    const server = await start(() => ({
      headers: { deprecation: 'true', sunset: '::error::x', link: '<https://x.test/>; rel="deprecation"' },
      body: { number: 7 },
    }))
    const { warn } = console
    const said: unknown[] = []
    console.warn = (...words) => said.push(words)
    try {
      await aClient(server.url).get(PULL, { ...REPO, pull_number: 7 }, pull)
    } finally {
      console.warn = warn
    }
    expect(said).toEqual([])
  })
})

describe('what is put into a path', () => {
  const BRANCH = 'GET /repos/{owner}/{repo}/branches/{branch}'
  const CONTENT = 'GET /repos/{owner}/{repo}/contents/{path}'
  const sent: readonly { route: `GET /${string}`; params: Record<string, string | number>; url: string }[] = [
    { route: BRANCH, params: { branch: 'main' }, url: '/branches/main' },
    { route: BRANCH, params: { branch: 'feature/x' }, url: '/branches/feature%2Fx' },
    { route: BRANCH, params: { branch: 'a b#c?d=e&f' }, url: '/branches/a%20b%23c%3Fd%3De%26f' },
    {
      route: BRANCH,
      params: { branch: 'größe-日本-🚀' },
      url: '/branches/gr%C3%B6%C3%9Fe-%E6%97%A5%E6%9C%AC-%F0%9F%9A%80',
    },
    { route: BRANCH, params: { branch: '%2e%2e' }, url: '/branches/%252e%252e' },
    { route: BRANCH, params: { branch: '{owner}' }, url: '/branches/%7Bowner%7D' },
    { route: BRANCH, params: { branch: ':owner' }, url: '/branches/%3Aowner' },
    { route: BRANCH, params: { branch: '...' }, url: '/branches/...' },
    { route: BRANCH, params: { branch: 'a\\b' }, url: '/branches/a%5Cb' },
    { route: BRANCH, params: { branch: 'x\r\nHost: evil' }, url: '/branches/x%0D%0AHost%3A%20evil' },
    { route: BRANCH, params: { branch: 'https://evil.test' }, url: 'refused' },
    { route: BRANCH, params: { branch: '..' }, url: 'refused' },
    { route: BRANCH, params: { branch: '.' }, url: 'refused' },
    { route: BRANCH, params: { branch: '' }, url: 'refused' },
    { route: BRANCH, params: { branch: 'a/../b' }, url: 'refused' },
    { route: BRANCH, params: { branch: '..\\b' }, url: 'refused' },
    { route: BRANCH, params: { branch: '/a' }, url: 'refused' },
    { route: BRANCH, params: { branch: 'a/' }, url: 'refused' },
    { route: BRANCH, params: { branch: 'half \ud83d' }, url: 'refused' },
    { route: BRANCH, params: {}, url: 'refused' },
    { route: CONTENT, params: { path: 'a/b c/d#?.yaml', ref: 'x/y' }, url: '/contents/a/b%20c/d%23%3F.yaml?ref=x%2Fy' },
    { route: CONTENT, params: { path: '.github/..hidden/a..b' }, url: '/contents/.github/..hidden/a..b' },
    { route: CONTENT, params: { path: 'a/../../../user' }, url: 'refused' },
    { route: CONTENT, params: { path: 'a//b' }, url: 'refused' },
    { route: 'GET /repos/{owner}/{repo}/git/ref/{ref}', params: { ref: 'heads/a/b' }, url: '/git/ref/heads%2Fa%2Fb' },
    {
      route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
      params: { basehead: 'main...o:f/x' },
      url: '/compare/main...o%3Af%2Fx',
    },
    {
      route: 'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
      params: { username: 'dependabot[bot]' },
      url: '/collaborators/dependabot%5Bbot%5D/permission',
    },
  ]
  test.each(sent)('$params of $route: $url', async ({ route, params, url }) => {
    const server = await start(() => ({ body: {} }))
    const asked = aClient(server.url).get(route, { ...REPO, ...params }, v.unknown())
    if (url !== 'refused') {
      await asked
      expect(server.seen.map((seen) => seen.url)).toEqual([`/repos/Codertocat/Hello-World${url}`])
      return
    }
    await expect(errorOf(asked)).resolves.toMatchObject({ code: 'ERR_GITHUB_REQUEST' })
    expect(server.seen).toEqual([])
  })
})

describe('list', () => {
  const page = (url: string) => Number(new URL(url, 'http://x').searchParams.get('page'))
  const items = (from: number, count: number) => Array.from({ length: count }, (_, i) => ({ number: from + i }))
  /** `total` items, as GitHub gives them out by pages. */
  const paged =
    (total: number, shape: (list: unknown) => unknown = (list) => list): Handler =>
    (seen) => {
      const size = Number(new URL(seen.url, 'http://x').searchParams.get('per_page'))
      const at = page(seen.url)
      const last = Math.ceil(total / size)
      const link = (to: number, rel: string) =>
        `<https://api.github.com${seen.url.replace(/\bpage=\d+/, `page=${to}`)}>; rel="${rel}"`
      const links = [
        ...(at > 1 ? [link(at - 1, 'prev'), link(1, 'first')] : []),
        ...(at < last ? [link(at + 1, 'next'), link(last, 'last')] : []),
      ]
      const from = (at - 1) * size
      return {
        ...(links.length > 0 && { headers: { link: links.join(', ') } }),
        body: shape(items(from, Math.max(0, Math.min(size, total - from)))),
      }
    }
  const params = { ...REPO, pull_number: 7 }

  const table = [
    { name: 'nothing at all', total: 0, pages: [1] },
    { name: 'one full page', total: 100, pages: [1] },
    { name: 'one item more', total: 101, pages: [1, 2] },
    { name: 'many pages', total: 1234, pages: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] },
    { name: 'as many pages as are known', total: 250, options: { pages: 3 }, pages: [1, 2, 3] },
    { name: 'more pages than were known', total: 450, options: { pages: 2 }, pages: [1, 2, 3, 4, 5] },
    { name: 'fewer pages than were known', total: 50, options: { pages: 3 }, pages: [1, 2, 3] },
    { name: 'no more than asked for', total: 1000, options: { max: 150 }, count: 150, pages: [1, 2] },
    {
      name: 'no more than asked for, with known pages',
      total: 1000,
      options: { max: 150, pages: 9 },
      count: 150,
      pages: [1, 2],
    },
    { name: 'pages of another size', total: 7, params: { per_page: 3 }, pages: [1, 2, 3] },
  ]
  test.each(table)(
    'gives $name, in order',
    async ({ total, options = {}, params: more = {}, count = total, pages }) => {
      const server = await start(paged(total))
      const found = await aClient(server.url).list(FILES, { ...params, ...more }, pull, options)
      expect(found).toEqual(items(0, count))
      expect(server.seen.map(({ url }) => page(url)).sort((a, b) => a - b)).toEqual(pages)
    },
  )

  test('asks for the known pages side by side', async () => {
    const waiting: (() => void)[] = []
    const answer = paged(300)
    const server = await start(async (seen, index, raw) => {
      await new Promise<void>((resolve) => {
        if (waiting.push(resolve) === 3) for (const go of waiting) go()
      })
      return answer(seen, index, raw)
    })
    await expect(aClient(server.url).list(FILES, params, pull, { pages: 3 })).resolves.toHaveLength(300)
  })

  test('follows "next" where there is no "last"', async () => {
    const server = await start(({ url }) => ({
      headers: page(url) < 3 ? { link: `<http://x.test/?page=${page(url) + 1}>; rel="next"` } : {},
      body: items(page(url) * 100, 100),
    }))
    await expect(aClient(server.url).list(FILES, params, pull)).resolves.toHaveLength(300)
    expect(server.seen).toHaveLength(3)
  })

  test('finds the list within the answer', async () => {
    const server = await start(paged(150, (list) => ({ total_count: 150, workflow_runs: list })))
    const route = 'GET /repos/{owner}/{repo}/actions/runs'
    await expect(aClient(server.url).list(route, REPO, pull, { key: 'workflow_runs' })).resolves.toHaveLength(150)
  })

  test.each([
    { name: 'no list', body: { workflow_runs: [] }, key: undefined },
    { name: 'no list by this key', body: { runs: [] }, key: 'workflow_runs' },
    { name: 'a key of the prototype', body: {}, key: 'constructor' },
    { name: 'an item that is none', body: [{ number: 'seven' }], key: undefined },
  ])('refuses $name', async ({ body, key }) => {
    const server = await start(() => ({ body }))
    const asked = aClient(server.url).list(FILES, params, pull, key === undefined ? {} : { key })
    await expect(errorOf(asked)).resolves.toMatchObject({ code: 'ERR_GITHUB_ANSWER', status: 200 })
  })

  test('refuses an endless list, which nobody asked to be cut', async () => {
    const server = await start(() => ({
      headers: { link: '<http://x.test/?page=999999999>; rel="last"' },
      body: items(0, 100),
    }))
    const error = await errorOf(aClient(server.url).list(FILES, params, pull))
    expect(error).toMatchObject({
      code: 'ERR_GITHUB_ANSWER',
      message: expect.stringContaining('more than 10000 items'),
    })
    expect(server.seen).toHaveLength(1)
  })

  test('fails as a whole where one page fails', async () => {
    const answer = paged(500)
    const server = await start((seen, index, raw) =>
      page(seen.url) === 4 ? { status: 422, body: { message: 'no' } } : answer(seen, index, raw),
    )
    await expect(errorOf(aClient(server.url).list(FILES, params, pull))).resolves.toMatchObject({ status: 422 })
  })
})

describe('refresh', () => {
  const params = { ...REPO, pull_number: 7 }
  const tagged: Handler = ({ headers }) =>
    headers['if-none-match'] === 'W/"1"' ? { status: 304 } : { headers: { etag: 'W/"1"' }, body: { number: 7 } }

  test('gives the earlier answer where nothing has changed', async () => {
    const server = await start(tagged)
    const client = aClient(server.url)
    for (const ask of [client.get, client.refresh, client.refresh])
      await expect(ask(PULL, params, pull)).resolves.toEqual({ number: 7 })
    expect(server.seen.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, 'W/"1"', 'W/"1"'])
  })

  test('gives the new answer where something has', async () => {
    const server = await start((_, index) => ({ headers: { etag: `"${index}"` }, body: { number: index } }))
    const client = aClient(server.url)
    for (const number of [0, 1, 2]) await expect(client.refresh(PULL, params, pull)).resolves.toEqual({ number })
    expect(server.seen.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"0"', '"1"'])
  })

  test('asks plainly where the earlier answer was of something else, or had no ETag', async () => {
    const server = await start(({ url }) => ({
      headers: url.endsWith('/7') ? { etag: '"7"' } : {},
      body: { number: 1 },
    }))
    const client = aClient(server.url)
    await client.get(PULL, params, pull)
    for (const pull_number of [8, 8]) await client.refresh(PULL, { ...params, pull_number }, pull)
    expect(server.seen.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined, undefined])
  })

  test('a get is always asked anew', async () => {
    const server = await start(tagged)
    const client = aClient(server.url)
    for (const ask of [client.get, client.get]) await ask(PULL, params, pull)
    expect(server.seen[1]?.headers).not.toHaveProperty('if-none-match')
  })

  test('does not believe a 304 that it did not ask for', async () => {
    const server = await start(() => ({ status: 304 }))
    const asked = aClient(server.url).refresh(PULL, params, pull)
    await expect(errorOf(asked)).resolves.toMatchObject({ code: 'ERR_GITHUB_ANSWER', status: 304 })
  })
})

describe('bytes', () => {
  test('are those of the file, whatever they are', async () => {
    const content = Buffer.from([0xff, 0xfe, 0, 0x0d, 0x0a, 0xef, 0xbb, 0xbf, 0x7b])
    const server = await start(() => ({
      headers: { 'content-type': 'application/vnd.github.raw+json' },
      body: content,
    }))
    const found = await aClient(server.url).bytes('GET /repos/{owner}/{repo}/contents/{path}', { ...REPO, path: 'a/b' })
    expect(Buffer.from(found)).toEqual(content)
    expect(server.seen[0]?.headers.accept).toBe('application/vnd.github.raw+json')
  })

  test('of an empty file are none', async () => {
    const server = await start(() => ({}))
    const asked = aClient(server.url).bytes('GET /repos/{owner}/{repo}/contents/{path}', { ...REPO, path: 'a' })
    await expect(asked).resolves.toHaveLength(0)
  })
})

describe('ask', () => {
  const MEMBER = 'GET /orgs/{org}/members/{username}'
  const params = { org: 'Codertocat', username: 'alice' }
  const table = [
    { name: 'yes', status: 204, answer: 204 },
    { name: 'no', status: 404, answer: 404 },
    { name: 'a redirect, which is an answer here and not followed', status: 302, answer: 302 },
    { name: 'an answer that is not one of them', status: 200, code: 'ERR_GITHUB_ANSWER' },
    { name: 'a refusal', status: 403, code: 'ERR_GITHUB_FORBIDDEN' },
    { name: 'an outage', status: 503, code: 'ERR_GITHUB_UNAVAILABLE' },
  ]
  test.each(table)('$name: $status', async ({ status, answer, code }) => {
    const server = await start(() => ({ status, headers: status === 302 ? { location: '/elsewhere' } : {} }))
    const asked = aClient(server.url).ask(MEMBER, params, [204, 302, 404])
    if (code === undefined) await expect(asked).resolves.toBe(answer)
    else await expect(errorOf(asked)).resolves.toMatchObject({ code, status })
    expect(server.seen.every(({ url }) => url === '/orgs/Codertocat/members/alice')).toBe(true)
  })

  test('a rate limit is no answer, even where 403 is one', async () => {
    const reset = String(Date.UTC(2026, 10, 21, 13) / 1000)
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset, date: 'Sat, 21 Nov 2026 12:00:00 GMT' }
    const server = await start(() => ({ status: 403, headers, body: { message: 'API rate limit exceeded for x.' } }))
    const asked = aClient(server.url).ask(MEMBER, params, [204, 403, 404])
    await expect(errorOf(asked)).resolves.toMatchObject({ code: 'ERR_GITHUB_RATE_LIMIT', status: 403 })
  })
})

describe('send', () => {
  test('puts what the path does not take into the body, as it is', async () => {
    const server = await start(() => ({ status: 201, body: { id: 1 } }))
    const route = 'POST /repos/{owner}/{repo}/statuses/{sha}'
    const body = { state: 'failure', description: '5n', url: 'x', headers: 'y', method: 'z', data: [{ a: null }] }
    const client = aClient(server.url)
    await expect(client.send(route, { ...REPO, sha: 'abc', ...body }, v.object({ id: v.number() }))).resolves.toEqual({
      id: 1,
    })
    const [seen] = server.seen
    expect(seen).toMatchObject({ method: 'POST', url: '/repos/Codertocat/Hello-World/statuses/abc' })
    expect(seen?.headers['content-type']).toMatch(/^application\/json\b/)
    expect(JSON.parse(seen?.body ?? '')).toEqual(body)
  })

  test('a 204 has no answer', async () => {
    const server = await start(() => ({ status: 204 }))
    const route = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}'
    await expect(aClient(server.url).send(route, { ...REPO, comment_id: 3 }, v.undefined())).resolves.toBeUndefined()
    expect(server.seen[0]).toMatchObject({ method: 'DELETE', body: '' })
  })
})
