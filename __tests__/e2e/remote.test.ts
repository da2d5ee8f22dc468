import { afterEach, describe, expect, test } from '@jest/globals'
import { expectClosed, told } from '../support/closed.js'
import { aPullRequest } from '../support/events.js'
import { aWorld, push } from '../support/github/index.js'
import { type Handler, type Loopback, serve } from '../support/loopback.js'
import { judgeOn } from '../support/on-github.js'
import { aConfig, GATED, ROLES } from '../support/repositories.js'
import { type RunOptions, runAction } from '../support/runner.js'

// OPA's data API as far as a run asks it (openpolicyagent.org/docs/rest-api). The real one answers in __tests__/opa.

const opened: Loopback[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()))
})

/** A server that is healthy, knows no bundles, and answers what `answer` says. */
async function anOpa(answer: Handler): Promise<Loopback> {
  const server = await serve((seen, index, raw) => {
    if (seen.url.startsWith('/health')) return { body: {} }
    if (seen.method === 'GET') return { body: {} }
    return answer(seen, index, raw)
  })
  opened.push(server)
  return server
}

const asked = (server: Loopback) =>
  server.seen.filter(({ method, url }) => method === 'POST' && !url.includes('/system/'))

const remote = (url: string, policy = 'fallback: deny') =>
  aConfig(`engine: remote\nurl: ${url}\nscopes: [check.execute]\n${policy}\n${ROLES}`, 'build: {}\ndeploy: {}')

const judge = (config: string, options: Omit<RunOptions, 'files'> = {}) =>
  runAction({
    files: { '.visor.yaml': config },
    event: aPullRequest(),
    ...options,
    inputs: { ...GATED, ...options.inputs },
  })

const allowing: Handler = () => ({ body: { result: { allowed: true } } })

describe('what is asked', () => {
  test('is each query, at the data API, with its input', async () => {
    const opa = await anOpa(({ body }) => ({
      body: { result: { allowed: JSON.parse(body).input.check.id === 'build', reason: 'not that one' } },
    }))
    const run = await judge(remote(opa.url))
    expect([run.code, run.outputs.allowed, run.outputs.denied]).toEqual([0, '["build"]', '["deploy"]'])
    expect(run.decisions.deploy).toMatchObject({ reason: 'not that one', reason_code: 'policy_denied' })
    expect(asked(opa).map(({ url }) => url)).toEqual(['/v1/data/visor/check/execute', '/v1/data/visor/check/execute'])
    expect(JSON.parse(asked(opa)[0]?.body ?? '')).toMatchObject({
      input: { scope: 'check.execute', actor: { login: 'Codertocat', roles: ['developer'] } },
    })
  })

  test('goes below the path that the address has', async () => {
    const opa = await serve(({ url, method }) => ({
      body: url.startsWith('/opa/') && method === 'POST' ? { result: true } : {},
    }))
    opened.push(opa)
    const run = await judge(remote(`${opa.url}/opa/`))
    expect(run.outputs.allowed).toBe('["build","deploy"]')
    expect(asked(opa)[0]?.url).toBe('/opa/v1/data/visor/check/execute')
  })

  test('has the token as bearer, and nobody reads it in the log', async () => {
    const opa = await anOpa(allowing)
    const run = await judge(remote(opa.url), { inputs: { 'opa-token': 'a-secret-token' } })
    expect(new Set(opa.seen.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer a-secret-token']))
    expect(run.log + run.stderr + run.summary + JSON.stringify(run.annotations)).not.toContain('a-secret-token')
  })

  test('has a token of the job itself where an audience is named', async () => {
    const opa = await anOpa(allowing)
    const issuer = await serve(() => ({ body: { value: 'an-oidc-token' } }))
    opened.push(issuer)
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: `${issuer.url}/token?v=1`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request' }
    const run = await judge(remote(opa.url), { inputs: { 'opa-oidc-audience': 'opa.example' }, env })
    expect(run.outputs.allowed).toBe('["build","deploy"]')
    expect(issuer.seen.map(({ url }) => url)).toEqual(['/token?v=1&audience=opa.example'])
    expect(new Set(opa.seen.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer an-oidc-token']))
  })

  test('waits for a token of the job no longer than for a policy', async () => {
    const opa = await anOpa(allowing)
    const issuer = await serve(() => undefined)
    opened.push(issuer)
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: `${issuer.url}/token`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request' }
    const run = await judge(remote(opa.url, 'timeout: 500'), { inputs: { 'opa-oidc-audience': 'opa.example' }, env })
    expectClosed(run, { code: 1, errorCode: 'ERR_PDP_TOKEN' })
    expect(run.ms).toBeLessThan(10_000)
  })

  test('never sends the token of the job elsewhere', async () => {
    const [opa, elsewhere] = await Promise.all([anOpa(allowing), serve(() => ({ body: { value: 'a-token' } }))])
    const issuer = await serve(() => ({ status: 302, headers: { location: elsewhere.url } }))
    opened.push(issuer, elsewhere)
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: `${issuer.url}/token`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request' }
    const run = await judge(remote(opa.url), { inputs: { 'opa-oidc-audience': 'opa.example' }, env })
    expectClosed(run, { code: 1, errorCode: 'ERR_OIDC_TOKEN' })
    expect(elsewhere.seen).toEqual([])
  })

  test('is nothing where no token of the job can be had', async () => {
    const opa = await anOpa(allowing)
    const run = await judge(remote(opa.url), { inputs: { 'opa-oidc-audience': 'opa.example' } })
    expectClosed(run, { code: 1, says: ['id-token: write'] })
    expect(asked(opa)).toEqual([])
  })
})

describe('whatever is wrong with the answer closes', () => {
  const cases: readonly { readonly name: string; readonly answer: Handler; readonly says: string | RegExp }[] = [
    { name: 'no answer of OPA', answer: () => ({ body: { allowed: true } }), says: 'not an answer of OPA' },
    { name: 'a list', answer: () => ({ body: [{ result: true }] }), says: /answer/ },
    { name: 'no JSON', answer: () => ({ body: '{"result": {"allowed": true}' }), says: /JSON/ },
    {
      name: 'a page',
      answer: () => ({ headers: { 'content-type': 'text/html' }, body: '{"result":{"allowed":true}}' }),
      says: /text\/html/,
    },
    {
      name: 'a redirect',
      answer: () => ({ status: 307, headers: { location: 'http://169.254.169.254/latest/' } }),
      says: /redirect/,
    },
    { name: '201', answer: () => ({ status: 201, body: { result: { allowed: true } } }), says: /201/ },
    { name: '401', answer: () => ({ status: 401, body: { code: 'unauthorized' } }), says: 'opa-token' },
    { name: '404', answer: () => ({ status: 404 }), says: 'policy.url' },
    {
      name: '500',
      answer: () => ({ status: 500, body: { code: 'internal_error', message: 'it conflicts', errors: [] } }),
      says: /internal_error.*it conflicts|it conflicts.*internal_error/,
    },
    { name: 'a text', answer: () => ({ body: { result: 'true' } }), says: /answer/ },
  ]
  test.each(cases)('$name', async ({ answer, says }) => {
    const opa = await anOpa(answer)
    expectClosed(await judge(remote(opa.url)), { code: 1, says: [says] })
  })

  test('and no result is no policy result', async () => {
    const opa = await anOpa(() => ({ body: {} }))
    const run = await judge(remote(opa.url))
    expect([run.outputs.result, run.outputs['reason-code'], run.outputs.allowed]).toEqual([
      'denied',
      'no_policy_result',
      '[]',
    ])
  })

  test('a server that never answers is waited for no longer than the timeout', async () => {
    const opa = await anOpa(() => undefined)
    const run = await judge(remote(opa.url, 'timeout: 300'))
    expectClosed(run, { code: 1, errorCode: 'ERR_EVALUATION_TIMEOUT' })
    expect(run.ms).toBeLessThan(5000)
  })

  test('nor longer than the run', async () => {
    const opa = await anOpa(() => undefined)
    const run = await judge(remote(opa.url, 'timeout: 60000'), { inputs: { 'run-timeout': '1' } })
    expectClosed(run, { code: 1, errorCode: 'ERR_RUN_TIMEOUT' })
  })

  test('nobody is there', async () => {
    const gone = await serve(allowing)
    await gone.close()
    expectClosed(await judge(remote(gone.url)), { code: 1, errorCode: 'ERR_PDP_UNREACHABLE' })
  })

  test('under fallback allow that is a warning, as every failure of a policy is', async () => {
    const opa = await anOpa(() => ({ status: 500 }))
    const run = await judge(remote(opa.url, 'fallback: allow'))
    expect(run.decisions.deploy).toMatchObject({ allowed: true, outcome: 'warn', reason_code: 'evaluation_failed' })
  })
})

describe('addresses', () => {
  test('with credentials are refused, and never said', async () => {
    const run = await judge(remote('http://admin:hunter2@127.0.0.1:8181'))
    expectClosed(run, { code: 2, errorCode: 'ERR_CONFIG_URL', says: ['credentials'] })
    expect(JSON.stringify(run)).not.toContain('hunter2')
  })

  test('of plain http elsewhere than on private networks are not asked', async () => {
    expectClosed(await judge(remote('http://198.51.100.7:8181')), { code: 1, says: ['allow-insecure'] })
    expectClosed(await judge(remote('http://169.254.169.254')), { code: 1, says: ['allow-insecure'] })
  })

  test('that the working tree names are given no token beyond this machine', async () => {
    const run = await judge(remote('https://opa.invalid'), { inputs: { 'opa-token': 'a-secret-token' } })
    expectClosed(run, { code: 1, says: ['no token is sent'] })
  })
})

describe('a pull request', () => {
  const files = (url: string) => ({ '.visor.yaml': remote(url) })
  const collaborators = { alice: 'write', bob: 'write' }

  test('that names another server is judged by the old one, and the new one is never asked', async () => {
    const [opa, evil] = await Promise.all([anOpa(() => ({ body: { result: false } })), anOpa(allowing)])
    const pulls = [{ number: 2, author: 'alice', changes: { '.visor.yaml': remote(evil.url) } }]
    const run = await judgeOn(aWorld({ files: files(opa.url), collaborators, pulls }), {
      inputs: { 'opa-token': 'a-secret-token' },
    })
    expect([run.outputs.result, run.outputs.allowed, run.outputs['policy-changed']]).toEqual(['denied', '[]', 'true'])
    expect(run.summary).toContain('an OPA server is not asked about a config before this is merged')
    expect(evil.seen).toEqual([])
  })

  test('that somebody else has pushed to is asked about once for each of the two', async () => {
    const opa = await anOpa(({ body }) => ({ body: { result: JSON.parse(body).input.actor.login === 'alice' } }))
    const world = aWorld({ files: files(opa.url), collaborators, pulls: [{ number: 2, author: 'alice' }] })
    push(world, { pull: 2, author: 'bob', changes: { 'a.ts': 'x' } })
    const run = await judgeOn(world, { about: { action: 'synchronize', sender: 'bob' } })
    expect(run.outputs.allowed).toBe('[]')
    expect(new Set(asked(opa).map(({ body }) => JSON.parse(body).input.actor.login))).toEqual(new Set(['alice', 'bob']))
  })
})

test('what the server says of its decision is in the report', async () => {
  const opa = await anOpa(() => ({ body: { result: true, decision_id: '4ca636c1-55e4-417a-b1d8-4aceb67960d1' } }))
  const run = await judge(remote(opa.url), { inputs: { report: 'report.json' } })
  const report = JSON.parse((await run.read('report.json')) ?? '')
  expect(report).toMatchObject({
    engine: 'remote',
    steps: { deploy: { decision_id: '4ca636c1-55e4-417a-b1d8-4aceb67960d1' } },
    metrics: { queries: 2, api_requests: 0, evaluation_ms: { max: expect.any(Number) } },
  })
  expect(told(run)).not.toContain('4ca636c1')
})
