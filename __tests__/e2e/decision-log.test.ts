import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { expectClosed } from '../support/closed.js'
import { aPullRequest } from '../support/events.js'
import { serve } from '../support/loopback.js'
import { aConfig, checkPackage, GATED, ROLES } from '../support/repositories.js'
import { type Files, type Finished, type RunOptions, runAction } from '../support/runner.js'

const RULES = checkPackage(
  'default allowed := false\nallowed if input.check.id == "build"\nreason := "not that one" if not allowed',
)
const repository = (audit = '', rego: Files = {}): Files => ({
  '.visor.yaml': aConfig(
    `engine: local\nrules: ./policies/\nfallback: deny\nscopes: [check.execute]\n${audit}\n${ROLES}`,
    'build: {}\ndeploy: {}',
  ),
  'policies/main.rego': RULES,
  ...rego,
})

const judge = (files: Files, inputs: Record<string, string> = {}, options: Omit<RunOptions, 'files'> = {}) =>
  runAction({
    files,
    event: aPullRequest(),
    ...options,
    inputs: { ...GATED, 'audit-log': 'audit.jsonl', ...inputs },
  })

// biome-ignore lint/suspicious/noExplicitAny: events are looked into key by key
type Event = any
const linesOf = async (run: Finished): Promise<readonly Event[]> =>
  ((await run.read('audit.jsonl')) ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

describe('the decision log', () => {
  test('has one event for each query, in the words of OPA', async () => {
    const run = await judge(
      repository(),
      { report: 'report.json' },
      { env: { GITHUB_JOB: 'gate', GITHUB_RUN_ATTEMPT: '1' } },
    )
    const events = await linesOf(run)
    expect(events.map(({ custom }) => [custom.step, custom.outcome, custom.reason_code])).toEqual([
      ['build', 'pass', 'allowed'],
      ['deploy', 'block', 'policy_denied'],
    ])
    expect(events[1]).toMatchObject({
      labels: {
        repository: 'Codertocat/Hello-World',
        run_id: '1',
        run_attempt: '1',
        job: 'gate',
        sha: run.outputs.sha,
      },
      decision_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      path: 'visor/check/execute',
      input: { scope: 'check.execute', check: { id: 'deploy' } },
      result: { allowed: false, reason: 'not that one' },
      requested_by: 'Codertocat',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      metrics: { timer_rego_query_eval_ns: expect.any(Number) },
      custom: { reason: 'not that one', policy_digest: run.outputs['policy-digest'] },
    })
    const report = JSON.parse((await run.read('report.json')) ?? '')
    expect(report.decision_log).toEqual({ events: 2, head: events[1].custom.chain.hash })
  })

  test('is on the disk before anything is published, also where nothing can be', async () => {
    const run = await judge(repository(), {}, { env: { GITHUB_OUTPUT: '/dev/full' } })
    expect(run.code).toBe(2)
    expect(await linesOf(run)).toHaveLength(2)
  })

  test('is masked by the policy and by the config', async () => {
    const mask =
      'package system.log\n\nmask contains "/input/actor/login"\n\nmask contains {"op": "upsert", "path": "/input/repository/owner", "value": "*"} if input.path == "visor/check/execute"\n'
    const run = await judge(repository('audit: { mask: [/input/pullRequest] }', { 'policies/mask.rego': mask }))
    const [event] = await linesOf(run)
    expect(event.erased).toEqual(expect.arrayContaining(['/input/actor/login', '/input/pullRequest']))
    expect(event.masked).toEqual(['/input/repository/owner'])
    expect(event.input.repository.owner).toBe('*')
    expect([event.input.actor.login, event.input.pullRequest, event.requested_by]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('loses its input and result where its mask fails, and the decision stands', async () => {
    const mask = 'package system.log\n\nmask := "everything"\n'
    const run = await judge(repository('', { 'policies/mask.rego': mask }))
    const [event] = await linesOf(run)
    expect([event.input, event.result, event.custom.outcome]).toEqual([undefined, undefined, 'pass'])
    expect(run.outputs.allowed).toBe('["build"]')
  })

  test('goes to the service of the config as well', async () => {
    const service = await serve(() => ({ status: 200 }))
    const run = await judge(repository(`audit: { url: "${service.url}/opa" }`), { 'audit-token': 'a-log-token' })
    await service.close()
    expect(run.outputs.allowed).toBe('["build"]')
    expect(service.seen.map(({ method, url, headers }) => [method, url, headers.authorization])).toEqual([
      ['POST', '/opa/logs', 'Bearer a-log-token'],
    ])
    expect(run.log + run.summary).not.toContain('a-log-token')
  })
})

describe('where it cannot be written', () => {
  const blocked = { 'audit.jsonl/is-a-folder': '' }

  test('the run says so and stands', async () => {
    const run = await judge({ ...repository(), ...blocked })
    expect([run.code, run.outputs.allowed]).toEqual([0, '["build"]'])
    expect(run.summary).toContain('audit-log')
  })

  const obligation = 'audit: { required: true }'
  test('and has to be, nothing is allowed', async () => {
    expectClosed(await judge({ ...repository(obligation), ...blocked }), {
      code: 2,
      steps: ['build', 'deploy'],
      says: ['audit.required'],
    })
  })

  test('nor where it has to be and has no place', async () => {
    expectClosed(await judge(repository(obligation), { 'audit-log': '' }), {
      code: 2,
      errorCode: 'ERR_AUDIT_REQUIRED',
      steps: ['build', 'deploy'],
      says: ['audit-log'],
    })
  })

  test("nor where it has to be, and the file there is somebody else's", async () => {
    const files = { ...repository(obligation), 'audit.jsonl': '{"not": "a decision"}\n' }
    const run = await judge(files)
    expectClosed(run, { code: 2, errorCode: 'ERR_AUDIT_FORMAT' })
    expect(await run.read('audit.jsonl')).toBe('{"not": "a decision"}\n')
  })

  test.each([
    ['refuses it', { status: 403, body: { message: 'no' } }],
    ['sends it elsewhere', { status: 302, headers: { location: 'https://example.com/logs' } }],
  ])('nor where it has to be, and the service %s', async (_name, reply) => {
    const service = await serve(() => reply)
    const audit = (required: boolean) => repository(`audit: { url: "${service.url}", required: ${required} }`)
    const [must, may] = [await judge(audit(true)), await judge(audit(false))]
    await service.close()
    expectClosed(must, { code: 2, errorCode: 'ERR_AUDIT_UPLOAD' })
    expect([must.outputs.roles, must.outputs.license]).toEqual([may.outputs.roles, may.outputs.license])
    // The file says what was decided, and then that it does not count.
    const said = (await linesOf(must)).map(({ custom }) => [custom.step, custom.outcome, custom.error_code])
    expect(said.slice(2)).toEqual(['build', 'deploy'].map((step) => [step, 'block', 'ERR_AUDIT_UPLOAD']))
    expect([may.code, may.outputs.allowed]).toEqual([0, '["build"]'])
    expect(may.summary).toContain('policy.audit.url')
  })

  test('nor with fail-on never, audit mode or fallback allow', async () => {
    const files = { ...repository(`${obligation}\nmode: audit`), ...blocked }
    const lax = { ...files, '.visor.yaml': String(files['.visor.yaml']).replace('fallback: deny', 'fallback: allow') }
    expectClosed(await judge(lax, { 'fail-on': 'never' }), { code: 2 })
  })
})

test('what is sent is the events of the file', async () => {
  const bodies: Buffer[] = []
  const service = await serve((_seen, _index, { request }) => {
    expect(request.headers['content-encoding']).toBe('gzip')
    return { status: 204 }
  })
  service.server.prependListener('request', (request) => request.on('data', (chunk: Buffer) => bodies.push(chunk)))
  const run = await judge(repository(`audit: { url: "${service.url}" }`))
  await service.close()
  const sent: Event[] = JSON.parse(gunzipSync(Buffer.concat(bodies)).toString())
  expect(sent.map(({ decision_id }) => decision_id)).toEqual((await linesOf(run)).map(({ decision_id }) => decision_id))
})
