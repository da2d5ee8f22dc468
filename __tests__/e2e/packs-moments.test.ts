import { afterEach, describe, expect, test } from '@jest/globals'
import { once, PUBLISH } from '../support/attacks.js'
import { expectClosed, told } from '../support/closed.js'
import { eventOf, push, type World } from '../support/github/index.js'
import { type Handler, type Loopback, serve } from '../support/loopback.js'
import { judgeOn, type OnGitHub } from '../support/on-github.js'
import { aPacked, expectRules, packed, shown } from '../support/packs.js'

/** The moments of enforcement: the kill switch at the start and at the end, and the same question again right before a step. */

const opened: Loopback[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()))
})
async function aServer(handler: Handler): Promise<Loopback> {
  const server = await serve(handler)
  opened.push(server)
  return server
}

const NOTHING = { statuses: [], checkRuns: [], comments: [] }
const review = { eventName: 'pull_request_review' } as const

describe('a kill switch elsewhere', () => {
  const switched = (url: string, more = '') =>
    aPacked('[default]', { more: `kill_switch: { url: "${url}/kill" }\n${more}` })
  const answering = async (handler: Handler, options: OnGitHub = {}) => {
    const server = await aServer(handler)
    const run = await judgeOn(switched(server.url), options)
    return { run, server }
  }

  test('that is off lets the run be as it is; it is asked at the start and before anything is published', async () => {
    const { run, server } = await answering(() => ({ body: { on: false } }))
    expect(run.outputs.allowed).toBe('["deploy"]')
    expect(server.seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /kill', 'GET /kill'])
  })

  test.each<[string, unknown]>([
    ['a boolean', true],
    ['an object', { on: true }],
    ['a document of OPA', { result: true }],
    ['a document of OPA with an object', { result: { on: true } }],
  ])('that is on from the start blocks everything, said as %s', async (_name, body) => {
    const { run } = await answering(() => ({ body }))
    expectClosed(run, { code: 0, result: 'denied', reasonCode: 'kill_switch_activated' })
    expect(told(run)).toContain('the kill switch at "policy.kill_switch" is on')
  })

  test('that is flipped while the run judges: nothing is allowed, and what is published says no', async () => {
    const { run } = await answering((_seen, index) => ({ body: { on: index > 0 } }), { inputs: PUBLISH })
    expectClosed(run, { code: 0, result: 'denied', reasonCode: 'kill_switch_activated' })
    expect(run.written.statuses.map(({ state }) => state)).not.toContain('success')
    expect(JSON.stringify(run.written)).not.toContain('✅')
    expect(run.written.checkRuns.map(({ conclusion }) => conclusion)).not.toContain('success')
  })

  test('that is flipped off while the run judges stays on', async () => {
    const { run } = await answering((_seen, index) => ({ body: { on: index === 0 } }))
    expectClosed(run, { code: 0, result: 'denied', reasonCode: 'kill_switch_activated' })
  })

  test.each<[string, Handler]>([
    ['answers with an error', () => ({ status: 500, body: { on: false } })],
    ['is not there', () => ({ status: 404, body: { on: false } })],
    ['sends elsewhere', () => ({ status: 302, headers: { location: '/other' }, body: { on: false } })],
    ['says something else', () => ({ body: { off: true } })],
    ['says it in words', () => ({ body: { on: 'false' } })],
    ['says nothing', () => ({ body: '' })],
    ['is no JSON', () => ({ body: '<html>off</html>' })],
    ['has no result', () => ({ body: { result: null } })],
    ['never ends', () => ({ body: { on: false, filler: 'x'.repeat(100_000) } })],
    ['ends in the middle', (_seen, _index, { response }) => void response.writeHead(200).end('{"on": fal')],
    ['breaks off', (_seen, _index, { request }) => void request.socket.destroy()],
    ['is silent', () => undefined],
  ])('that %s is on', async (_name, handler) => {
    const { run } = await answering(handler)
    expectClosed(run, {
      ...{ code: 0, result: 'denied', reasonCode: 'kill_switch_activated', errorCode: 'ERR_KILL_SWITCH' },
      says: ['cannot be read, and so is on'],
    })
  })

  test.each(['{"on":true,"on":false}', '{"on":false,"on":false}', '{"result":{"on":false,"on":false}}'])(
    'that says it twice is on, and says so: %s',
    async (body) => {
      const { run } = await answering(() => ({ body }))
      expectClosed(run, {
        ...{ code: 0, result: 'denied', reasonCode: 'kill_switch_activated', errorCode: 'ERR_KILL_SWITCH' },
        says: ['answered with "on" twice'],
      })
    },
  )

  test('that cannot be read at the end is on', async () => {
    const { run } = await answering((_seen, index) => (index === 0 ? { body: false } : { status: 503 }), {
      inputs: PUBLISH,
    })
    expectClosed(run, { code: 0, result: 'denied', reasonCode: 'kill_switch_activated', errorCode: 'ERR_KILL_SWITCH' })
  })

  test('is asked without any secret of the run', async () => {
    const inputs = { 'opa-token': 'the-opa-token', 'audit-token': 'the-log-token', 'bundle-token': 'the-bundle-token' }
    const { server } = await answering(() => ({ body: false }), { inputs })
    expect(JSON.stringify(server.seen)).not.toMatch(/the-(opa|log|bundle)-token|test-token/)
  })

  test('blocks a dispatch fast: the whole decision is there in a moment', async () => {
    const { run } = await answering(() => ({ body: true }))
    expectClosed(run, { code: 0, result: 'denied', reasonCode: 'kill_switch_activated' })
    expect(run.ms).toBeLessThan(10_000)
  })
})

describe('the same question right before a step', () => {
  const AGENT = '---\ncapabilities: [deploy]\n---\n'
  const PACKS = '{ capabilities: {}, compliance: { parameters: ./policies/compliance.yaml } }'
  const files = { 'agents/ops/agent.md': AGENT, 'policies/compliance.yaml': 'required_labels: { all: [ok] }\n' }
  const step =
    '{ agent: ops, capabilities: [deploy], policy: { approvals: { count: 1, roles: [developer] } } }\ntest: {}'
  const aGate = () => aPacked(PACKS, { step, files, pull: { labels: ['ok'], reviews: [{ user: 'bob' }] } })
  const again = (world: World, digest: string, options: OnGitHub = {}) =>
    judgeOn(world, { ...review, ...options, inputs: { ...PUBLISH, steps: 'deploy', 'expect-digest': digest } })

  test('goes on where nothing has changed, though the first run was asked about all steps', async () => {
    const world = aGate()
    const first = await judgeOn(world, review)
    expect(first.outputs.allowed).toBe('["deploy","test"]')
    const second = await again(world, first.outputs['policy-digest'] ?? '')
    expect([second.outputs.allowed, second.code]).toEqual(['["deploy"]', 0])
    expect(second.outputs['policy-digest']).toBe(first.outputs['policy-digest'])
    const capital = await again(world, (first.outputs['policy-digest'] ?? '').toUpperCase())
    expect([capital.outputs.allowed, capital.code]).toEqual(['["deploy"]', 0])
    expectClosed(await again(world, 'A'.repeat(64)), { code: 1, reasonCode: 'stale' })
  })

  test.each<[string, Readonly<Record<string, string>>]>([
    ['the config', { '.visor.yaml': `# changed\n${packed(PACKS, step)}` }],
    ['a parameter of a pack', { 'policies/compliance.yaml': 'required_labels: { all: [] }\n' }],
    ["an agent's profile", { 'agents/ops/agent.md': '---\ncapabilities: [deploy, more]\n---\n' }],
  ])('is stale where %s has changed in the trusted source', async (_name, changes) => {
    const world = aGate()
    const first = await judgeOn(world, review)
    push(world, { branch: 'main', changes })
    // The pull request has the new base, as GitHub would tell.
    const pull = world.pulls.get(2)
    if (pull) pull.base.sha = world.branches.get('main')?.sha ?? ''
    const second = await again(world, first.outputs['policy-digest'] ?? '')
    expectClosed(second, { code: 1, reasonCode: 'stale' })
    expect(second.written).toEqual(NOTHING)
    expect(told(second)).toContain('the policy has changed since it was decided')
  })

  test('does not go on with another digest, and not without one', async () => {
    const stale = await again(aGate(), 'a'.repeat(64))
    expectClosed(stale, { code: 1, reasonCode: 'stale' })
    expect(stale.written).toEqual(NOTHING)
    expect(told(stale)).toContain('or an input such as "run-mode" or "unlicensed" is another one than then')
    for (const digest of ['', 'G'.repeat(64), 'a'.repeat(63), 'any', 'NONE'])
      expectClosed(await again(aGate(), digest), { code: 2, errorCode: 'ERR_INPUT' })
  })

  test('waits again where an approval was withdrawn in between', async () => {
    const world = aGate()
    const digest = (await judgeOn(world, review)).outputs['policy-digest'] ?? ''
    const [given] = world.pulls.get(2)?.reviews ?? []
    if (given) given.state = 'DISMISSED'
    const second = await again(world, digest)
    expect(second.outputs).toMatchObject({ allowed: '[]', pending: '["deploy"]' })
  })

  test('is stale where the head has moved in between, or moves meanwhile', async () => {
    for (const when of ['before', 'meanwhile'] as const) {
      const world = aGate()
      const digest = (await judgeOn(world, review)).outputs['policy-digest'] ?? ''
      const event = eventOf(world, 'pull_request_review', { number: 2 })
      const move = () => void push(world, { pull: 2, changes: { 'src/a.ts': 'evil' } })
      if (when === 'before') move()
      const second = await again(world, digest, {
        ...{ event, ...(when === 'meanwhile' && { github: { onRequest: once('/git/trees/', move) } }) },
      })
      expectClosed(second, { code: 1, reasonCode: 'stale' })
      expect(second.written).toEqual(NOTHING)
    }
  })

  test('is blocked where the kill switch was thrown in between', async () => {
    const server = await aServer((_seen, index) => ({ body: index > 1 }))
    const world = aPacked('[default]', { more: `kill_switch: { url: "${server.url}" }` })
    const first = await judgeOn(world)
    expect(first.outputs.allowed).toBe('["deploy"]')
    const second = await judgeOn(world, {
      inputs: { steps: 'deploy', 'expect-digest': first.outputs['policy-digest'] ?? '' },
    })
    expectClosed(second, { code: 0, result: 'denied', reasonCode: 'kill_switch_activated' })
  })
})

test('a rule that could not be decided beside one that says no', async () => {
  const run = await judgeOn(
    aPacked('{ cost-control: { parameters: { max_per_step_usd: 1 } }, data-privacy: {} }', {
      ...{ step: '{ type: ai, model: small }', pull: { changes: { 'a.key': 'x' } } },
    }),
  )
  expectRules(run, 'block', ['cost-control/max_estimate unknown', 'data-privacy/sensitive_file_access deny'])
  expect(shown(run).reason_code).toBe('policy_denied')
})
