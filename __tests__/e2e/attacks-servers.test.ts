import { afterEach, describe, expect, test } from '@jest/globals'
import { aTarget, expectAllowed, expectDenied, LAX, member, POLICY, STRICT, stranger } from '../support/attacks.js'
import { expectClosed } from '../support/closed.js'
import { type Handler, type Loopback, serve } from '../support/loopback.js'
import { judgeOn } from '../support/on-github.js'
import { aConfig, ROLES } from '../support/repositories.js'

/** Attacks on and through the servers that a config names: who is asked, who is told, and what an answer may do. */

const opened: Loopback[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()))
})
async function aServer(handler: Handler): Promise<Loopback> {
  const server = await serve(handler)
  opened.push(server)
  return server
}

const anOpa = (answer: Handler) =>
  aServer((seen, index, raw) => (seen.method === 'GET' ? { body: {} } : answer(seen, index, raw)))

const asking = (url: string, fallback = 'allow') =>
  aConfig(`engine: remote\nurl: "${url}"\nfallback: ${fallback}\nscopes: [check.execute]\n${ROLES}`, 'deploy: {}')
const MEMBERS: Handler = ({ body }) => ({ body: { result: JSON.parse(body).input.actor.roles.includes('developer') } })
const SECRETS = { 'opa-token': 'the-opa-token', 'bundle-token': 'the-bundle-token', 'audit-token': 'the-log-token' }

describe("the pull request's own config", () => {
  test('its own config names another OPA server', async () => {
    const [opa, evil] = await Promise.all([anOpa(MEMBERS), anOpa(() => ({ body: { result: true } }))])
    const edit = { ...stranger, changes: { '.visor.yaml': asking(evil.url) } }
    const run = await expectDenied(aTarget(asking(opa.url), edit), { inputs: SECRETS })
    expect(run.outputs['policy-changed']).toBe('true')
    expect(evil.seen).toEqual([])
    await expectAllowed(aTarget(asking(opa.url), member))
  })

  test('its own config asks the trusted OPA server for another document', async () => {
    const opa = await anOpa(({ url }) => ({
      body: { result: url.includes('secret') ? { reason: 'a secret' } : false },
    }))
    const changes = {
      '.visor.yaml': asking(opa.url).replace('deploy: {}', 'deploy: { policy: { rule: visor/secret } }'),
    }
    const run = await expectDenied(aTarget(asking(opa.url), { ...stranger, changes }), { inputs: SECRETS })
    expect(opa.seen.filter(({ url }) => url.includes('secret'))).toEqual([])
    expect(run.summary).not.toContain('a secret')
  })

  test('its own config takes the server of the bundle for an OPA server', async () => {
    const server = await aServer(() => ({ body: '' }))
    const address = `${server.url}/bundle.tar.gz@sha256:${'0'.repeat(64)}`
    const bundled = aConfig(`${POLICY.replace('allow', 'deny')}\nrules: "${address}"`, 'deploy: {}')
    const edit = { ...stranger, changes: { '.visor.yaml': asking(address) } }
    expectClosed(await judgeOn(aTarget(bundled, edit), { inputs: SECRETS }), {
      code: 1,
      errorCode: 'ERR_BUNDLE_DIGEST',
    })
    expect(server.seen.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/bundle.tar.gz', 'Bearer the-bundle-token'],
    ])
  })

  test('its own config fetches a bundle from a server of its author', async () => {
    const evil = await aServer(() => ({ body: '' }))
    const rules = `rules: "${evil.url}/bundle.tar.gz@sha256:${'0'.repeat(64)}"`
    const edit = { ...stranger, changes: { '.visor.yaml': aConfig(`${POLICY}\n${rules}`, 'deploy: {}') } }
    await expectDenied(aTarget(STRICT, edit), { inputs: SECRETS })
    expect(evil.seen).toEqual([])
  })

  test('its own config sends the decision log to its author', async () => {
    const [service, evil] = await Promise.all([aServer(() => ({ status: 200 })), aServer(() => ({ status: 200 }))])
    const logged = (url: string) => `${STRICT}`.replace('policy:\n', `policy:\n  audit: { url: "${url}" }\n`)
    const edit = { ...stranger, changes: { '.visor.yaml': logged(evil.url) } }
    await expectDenied(aTarget(logged(service.url), edit), { inputs: SECRETS })
    expect([evil.seen.length, service.seen.length]).toEqual([0, 1])
  })

  test('its own config takes the obligation of a log away', async () => {
    const obliged = STRICT.replace('policy:\n', 'policy:\n  audit: { required: true }\n')
    const edit = { ...member, changes: { '.visor.yaml': STRICT } }
    expectClosed(await judgeOn(aTarget(obliged, edit)), { code: 2, errorCode: 'ERR_AUDIT_REQUIRED' })
    await expectAllowed(aTarget(obliged, member), { inputs: { 'audit-log': 'audit.jsonl' } })
  })
})

describe('the server', () => {
  test('the OPA server sends the question and its token elsewhere', async () => {
    const elsewhere = await anOpa(() => ({ body: { result: true } }))
    const opa = await anOpa(({ url }) => ({ status: 307, headers: { location: `${elsewhere.url}${url}` } }))
    const run = await judgeOn(aTarget(asking(opa.url, 'deny'), member), { inputs: SECRETS })
    expectClosed(run, { code: 1, errorCode: 'ERR_PDP_REDIRECT' })
    expect(elsewhere.seen).toEqual([])
  })

  test('the author makes the answer of the OPA server too large', async () => {
    const opa = await anOpa(() => ({ body: { result: { allowed: false, reasons: ['x'.repeat(2_000_000)] } } }))
    const run = await judgeOn(aTarget(asking(opa.url), stranger))
    expectClosed(run, { code: 1, errorCode: 'ERR_PDP_ANSWER_SIZE' })
  })

  test('the author makes the facts too large for the OPA server', async () => {
    const opa = await anOpa(() => ({ status: 413 }))
    expectClosed(await judgeOn(aTarget(asking(opa.url), stranger)), { code: 1, errorCode: 'ERR_INPUT_INCOMPLETE' })
  })

  test('somebody before the OPA server takes a name for an attack', async () => {
    const opa = await anOpa(() => ({ status: 403, headers: { 'content-type': 'text/html' }, body: 'blocked' }))
    expectClosed(await judgeOn(aTarget(asking(opa.url), stranger)), { code: 1, errorCode: 'ERR_PDP_REJECTED' })
  })

  test('somebody before the OPA server resets what is too large for it', async () => {
    const opa = await anOpa((_seen, _index, { request }) => void request.socket.destroy())
    const changes = Object.fromEntries(
      Array.from({ length: 700 }, (_, i) => [`docs/${'long'.repeat(10)}-${i}.md`, 'x']),
    )
    const run = await judgeOn(aTarget(asking(opa.url), { ...stranger, changes }))
    expectClosed(run, { code: 1, errorCode: 'ERR_PDP_REJECTED' })
  })

  test('a fork has no token for the OPA server', async () => {
    const opa = await anOpa(({ headers }) => (headers.authorization ? { body: { result: true } } : { status: 401 }))
    const world = aTarget(asking(opa.url), member)
    expectClosed(await judgeOn(world), { code: 1, errorCode: 'ERR_CREDENTIALS_MISSING' })
    const oidc = await judgeOn(world, { inputs: { 'opa-oidc-audience': 'opa.example' } })
    expectClosed(oidc, { code: 1, errorCode: 'ERR_CREDENTIALS_MISSING' })
    await expectAllowed(world, { inputs: SECRETS })
  })

  test('a fork has no token for the bundle', async () => {
    const server = await aServer(({ headers }) => ({ status: headers.authorization ? 500 : 401 }))
    const rules = `rules: "${server.url}/bundle.tar.gz@sha256:${'0'.repeat(64)}"`
    const world = aTarget(aConfig(`${POLICY}\n${rules}`, 'deploy: {}'), member)
    expectClosed(await judgeOn(world), { code: 1, errorCode: 'ERR_CREDENTIALS_MISSING' })
    // With one, a server that fails is a failure like any other, which the fallback is for.
    expect((await judgeOn(world, { inputs: SECRETS })).decisions.deploy).toMatchObject({ outcome: 'warn' })
  })

  test('somebody on the way takes the facts out of the question', async () => {
    const warning = { code: 'api_usage_warning', message: "'input' key missing from the request" }
    const opa = await anOpa(() => ({ body: { result: true, warning } }))
    const run = await judgeOn(aTarget(asking(opa.url, 'deny'), stranger))
    expectClosed(run, { code: 1, errorCode: 'ERR_PDP_ANSWER' })
  })

  test('the OPA server says the token aloud', async () => {
    for (const rest of [{ status: 401 }, { status: 500 }, {}]) {
      const opa = await anOpa(({ headers }) => ({
        ...rest,
        body: { code: 'no', message: headers.authorization, result: { allowed: false, reason: headers.authorization } },
      }))
      const run = await judgeOn(aTarget(asking(opa.url, 'deny'), member), {
        inputs: { ...SECRETS, report: 'report.json', 'audit-log': 'audit.jsonl', comment: 'true', 'check-run': 'true' },
      })
      expectClosed(run, { code: 1, errorCode: 'ERR_PDP_BROKEN' })
      const files = [await run.read('report.json'), await run.read('audit.jsonl')]
      expect(JSON.stringify([run.summary, run.annotations, run.outputs, run.log, run.written, files])).not.toContain(
        'the-opa-token',
      )
    }
  })

  test('the report is written over the log that has to be there', async () => {
    const obliged = LAX.replace('policy:\n', 'policy:\n  audit: { required: true }\n')
    const inputs = { 'audit-log': 'out/log', report: './out/../out/log' }
    expectClosed(await judgeOn(aTarget(obliged, member), { inputs }), { code: 2, errorCode: 'ERR_INPUT' })
  })

  test('what the OPA server answers is a command, markdown or HTML', async () => {
    const reason =
      '::set-output name=allowed::["deploy"]\n::error::no\n<script>x</script> @everyone [x](https://example.com)'
    const opa = await anOpa(() => ({ body: { result: { allowed: false, reason } } }))
    const run = await judgeOn(aTarget(asking(opa.url), stranger))
    expectClosed(run, { code: 0, result: 'denied', reasonCode: 'policy_denied' })
    expect(run.summary).not.toMatch(/<script|@everyone|\]\(https:\/\/example\.com\)/)
  })

  test('the OPA server says that it is not healthy, and would answer all the same', async () => {
    const opa = await aServer(({ method }) =>
      method === 'GET' ? { status: 500, body: { error: 'not activated' } } : { body: { result: true } },
    )
    expectClosed(await judgeOn(aTarget(asking(opa.url, 'deny'), member)), { code: 1, errorCode: 'ERR_PDP_UNHEALTHY' })
  })

  test('the address of the OPA server is the one where clouds keep credentials', async () => {
    const run = await judgeOn(aTarget(asking('http://169.254.169.254/latest', 'deny'), member), { inputs: SECRETS })
    expectClosed(run, { code: 1, errorCode: 'ERR_PDP_ADDRESS' })
  })
})
