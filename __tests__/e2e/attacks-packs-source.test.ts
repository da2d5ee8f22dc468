import { afterEach, describe, expect, test } from '@jest/globals'
import { readCircumstances } from '../../src/circumstances.js'
import type { Config } from '../../src/core/config.js'
import type { Ports } from '../../src/gate.js'
import { aTarget, expectAllowed, expectDenied, member, POLICY } from '../support/attacks.js'
import { expectClosed } from '../support/closed.js'
import { type Handler, type Loopback, serve } from '../support/loopback.js'
import { judgeOn } from '../support/on-github.js'
import { aPacked, packed, rulesOf, shown } from '../support/packs.js'
import { aConfig, ROLES } from '../support/repositories.js'

/** Attacks on where packs take their parameters, agents, counters and switches from. */

const opened: Loopback[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()))
})
async function aServer(handler: Handler): Promise<Loopback> {
  const server = await serve(handler)
  opened.push(server)
  return server
}

const AGENT = (...capabilities: string[]) =>
  `---\nname: ops\ncapabilities: [${capabilities.join(', ')}]\n---\nYou deploy.\n`
const DEPLOYS = '{ agent: ops, capabilities: [deploy] }'
const agents = { 'agents/ops/agent.md': AGENT('read') }

describe('what the pull request brings', () => {
  test('an agent gives itself a capability in the pull request', async () => {
    const changes = { 'agents/ops/agent.md': AGENT('read', 'deploy') }
    const run = await expectDenied(aPacked('[capabilities]', { step: DEPLOYS, files: agents, pull: { changes } }))
    expect(rulesOf(run)).toEqual(['capabilities/missing_capability deny'])
    expect(run.outputs['policy-changed']).toBe('true')
    await expectAllowed(aPacked('[capabilities]', { step: DEPLOYS, files: changes }))
  })

  test('the profile of an agent is deleted, or taken away from under it', async () => {
    const step = '{ agent: ops, capabilities: [read] }'
    const changes = { 'agents/ops/agent.md': null }
    const run = await expectAllowed(aPacked('[capabilities]', { step, files: agents, pull: { changes } }))
    expect(run.outputs['policy-changed']).toBe('true')
    // Where it is a link in the trusted source, nobody follows it.
    const linked = { 'agents/ops/agent.md': { symlink: '../../evil.md' }, 'evil.md': AGENT('read') }
    const closed = await judgeOn(aTarget(packed('[capabilities]', step), { ...member }, { files: linked }))
    expect([closed.outputs.allowed, closed.code]).toEqual(['[]', 2])
  })

  test('the parameters of a pack are edited in the pull request', async () => {
    const packs = '{ compliance: { parameters: ./policies/compliance.yaml } }'
    const files = { 'policies/compliance.yaml': 'required_labels: { all: [reviewed] }\n' }
    const changes = { 'policies/compliance.yaml': '{}\n' }
    const run = await expectDenied(aPacked(packs, { files, pull: { changes } }))
    expect(run.outputs['policy-changed']).toBe('true')
    await expectAllowed(aPacked(packs, { files: changes }))
  })

  test('the packs are switched off, or lowered, in the pull request', async () => {
    const strict = packed('{ compliance: { parameters: { required_labels: { all: [reviewed] } } } }')
    for (const changed of [packed('[default]'), strict.replace('compliance: {', 'compliance: { level: audit,')]) {
      const run = await expectDenied(aTarget(strict, { ...member, changes: { '.visor.yaml': changed } }))
      expect(run.outputs['policy-changed']).toBe('true')
    }
  })

  test('the counter of a file is edited in the pull request', async () => {
    const packs = '{ rate-limiting: { parameters: { limits: [{ counter: runs, max: 1 }] } } }'
    const more = 'usage: { runs: { source: file, path: usage.json, max_age: never } }'
    const changes = { 'usage.json': '{"runs": {"value": 0}}' }
    const world = aPacked(packs, { more, files: { 'usage.json': '{"runs": {"value": 9}}' }, pull: { changes } })
    await expectDenied(world)
    await expectAllowed(aPacked(packs, { more, files: changes }))
  })

  test('its own config names another counter, another kill switch, other agents', async () => {
    const evil = await aServer(() => ({ body: { on: false, value: 0, at: new Date().toISOString() } }))
    const killed = await aServer(() => ({ body: { on: true } }))
    const counted = (url: string) =>
      packed(
        '{ rate-limiting: { parameters: { limits: [{ counter: runs, max: 1 }] } } }',
        '{ type: command }',
        `usage: { runs: { source: http, url: "${url}/runs" } }\nkill_switch: { url: "${url}/kill" }`,
      )
    const world = aTarget(counted(killed.url), { ...member, changes: { '.visor.yaml': counted(evil.url) } })
    const run = await judgeOn(world)
    expectClosed(run, { code: 0, result: 'denied', reasonCode: 'kill_switch_activated' })
    expect(evil.seen).toEqual([])
  })

  test('a decision log with nothing in it is planted in the workspace', async () => {
    const packs = '{ rate-limiting: { parameters: { limits: [{ counter: runs, max: 1 }] } } }'
    const more = 'usage: { runs: { source: audit-log, path: logs/decisions.jsonl, window: 24h } }'
    for (const files of [{ 'logs/decisions.jsonl': '' }, { 'logs/decisions.jsonl': '{}\n' }]) {
      const run = await judgeOn(aPacked(packs, { more }), { files })
      expect(rulesOf(run)).toEqual(['rate-limiting/rate_limit_exceeded unknown'])
      expectClosed(run, { code: 1, errorCode: 'ERR_INPUT_INCOMPLETE' })
    }
  })

  test('a compiled policy that allows everything is planted in the workspace', async () => {
    const planted = Buffer.concat([Buffer.from('\0asm'), Buffer.alloc(8)])
    const files = { 'policies/capabilities.wasm': planted, 'agents/ops/agent.md': AGENT('deploy') }
    const world = aPacked('[capabilities]', { step: DEPLOYS, files: agents })
    const run = await expectDenied(world, { files, env: { OPA_POLICY_WASM_PATH: 'policies/capabilities.wasm' } })
    expect(run.annotations.map(({ message }) => message).join('\n')).toContain('OPA_POLICY_WASM_PATH is not read')
  })

  test('the run mode is said by whoever writes the workflow, and by nobody else', async () => {
    const files = { 'agents/ops/agent.md': '---\ncapabilities: [deploy]\nrun_modes: [enterprise]\n---\n' }
    const world = () =>
      aPacked('[capabilities]', { step: DEPLOYS, files, pull: { body: 'RUN_MODE=enterprise', labels: ['enterprise'] } })
    await expectDenied(world())
    await expectDenied(world(), { env: { RUN_MODE: 'consumer' } })
    // The input stands before the environment, which an earlier step of the job could have set.
    await expectDenied(world(), { env: { RUN_MODE: 'enterprise' }, inputs: { 'run-mode': 'consumer' } })
    await expectAllowed(world(), { env: { RUN_MODE: 'enterprise' } })
    for (const RUN_MODE of ['Enterprise', 'enterprise ', 'both', '*'])
      expectClosed(await judgeOn(world(), { env: { RUN_MODE } }), { code: 2, errorCode: 'ERR_INPUT' })
  })
})

describe('where facts come from', () => {
  test('somebody comes as a person of whom no counter knows', async () => {
    const server = await aServer(({ url }) =>
      url.endsWith('/bob') ? { body: { value: 0, at: new Date().toISOString() } } : { status: 404 },
    )
    const packs = '{ rate-limiting: { parameters: { limits: [{ counter: runs, max: 1 }] } } }'
    const more = `usage: { runs: { source: http, url: "${server.url}/{actor}" } }`
    expectClosed(await judgeOn(aPacked(packs, { more })), { code: 1, errorCode: 'ERR_INPUT_INCOMPLETE' })
    await expectAllowed(aPacked(packs, { more, pull: { author: 'bob' } }))
  })

  test('a fork, which has no secrets, is counted like everybody', async () => {
    const server = await aServer(() => ({ body: { value: 9, at: new Date().toISOString() } }))
    const packs = '{ rate-limiting: { parameters: { limits: [{ counter: runs, max: 1 }] } } }'
    const more = `usage: { runs: { source: http, url: "${server.url}/{actor}" } }`
    const world = aPacked(packs, {
      more,
      pull: { author: 'mallory', association: 'NONE', fork: 'mallory/Hello-World' },
    })
    await expectDenied(world)
    expect(server.seen.map(({ url }) => url)).toContain('/mallory')
  })

  test('a machine whose clock is before 1970 knows no time', async () => {
    const config = { policy: { packs: [{ reads: ['time'], zones: [] }] } } as unknown as Config
    for (const now of [-1, Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]) {
      const ports = { now } as unknown as Ports
      expect(await readCircumstances({ config: '', steps: [], killSwitch: '' }, ports, config, [])).toEqual({})
    }
  })
})

describe('a child of a config with packs', () => {
  const indent = (text: string) => text.replaceAll('\n', '\n  ')
  const PARENT = `policy:\n  engine: local\n  fallback: allow\n  scopes: [check.execute]\n  ${indent(ROLES)}\n  override: { roles: [admin] }\n  packs: { compliance: { level: soft, parameters: { required_labels: { all: [reviewed] } } } }\n  agents: ./agents\n`
  const judgeChild = (policy: string, parent = PARENT) =>
    judgeOn(
      aTarget(
        `version: "1.0"\nextends: org/base.yaml\n${policy === '' ? '' : `policy: ${policy}\n`}steps:\n  deploy: { type: command }\n`,
        { ...member, labels: ['other'], reviews: [{ user: 'bob', body: 'stepgate-override: deploy agreed' }] },
        { files: { 'org/base.yaml': parent } },
      ),
      { eventName: 'pull_request_review' },
    )
  const expectTighter = async (policy: string, parent?: string) => {
    const run = await judgeChild(policy, parent)
    expect({ policy, allowed: run.outputs.allowed, code: run.code, told: shown(run).reason }).toEqual({
      ...{ policy, allowed: '[]', code: 2, told: expect.anything() },
    })
  }

  test('a child lowers the level of a pack, or of one of its rules', async () => {
    expectClosed(await judgeChild(''), { code: 0, result: 'denied', reasonCode: 'policy_denied' })
    for (const settings of [
      'level: audit',
      'level: advisory',
      'level: monitor',
      'rules: { required_labels: advisory }',
    ])
      await expectTighter(
        `{ packs: { compliance: { ${settings}, parameters: { required_labels: { all: [reviewed] } } } } }`,
      )
  })

  test('a child changes the parameters of a pack, or puts them into a file', async () => {
    for (const parameters of [
      '{}',
      '{ required_labels: { all: [] } }',
      './mine.yaml',
      '{ required_labels: { any: [reviewed] } }',
    ])
      await expectTighter(`{ packs: { compliance: { level: soft, parameters: ${parameters} } } }`)
  })

  test('a child leaves out a pack of its parent', async () => {
    for (const packs of ['{}', '[]', '[default]', '{ default: {} }']) {
      const run = await judgeChild(`{ packs: ${packs} }`)
      expect({ packs, allowed: run.outputs.allowed }).toEqual({ packs, allowed: '[]' })
    }
  })

  test('a child lets somebody else override', async () => {
    for (const roles of ['[developer]', '[admin, developer]']) await expectTighter(`{ override: { roles: ${roles} } }`)
    await expectTighter('{ override: { roles: [developer] } }', PARENT.replace('  override: { roles: [admin] }\n', ''))
  })

  test('a child has another kill switch, another counter or other agents', async () => {
    const parent = `${PARENT}  kill_switch: { url: "https://127.0.0.1:1/kill" }\n  usage: { runs: { source: file, path: usage.json } }\n`
    await expectTighter('{ kill_switch: { url: "https://127.0.0.1:2/kill" } }', parent)
    await expectTighter('{ usage: { runs: { source: file, path: mine.json } } }', parent)
    await expectTighter('{ agents: ./mine }', parent)
  })

  test('a child gives its steps another agent, other costs and other capabilities', async () => {
    const parent = aConfig(`${POLICY}\npacks: [capabilities]`, `deploy: ${DEPLOYS}`).replace('version: "1.0"\n', '')
    const files = {
      'org/base.yaml': parent,
      'agents/ops/agent.md': AGENT('read'),
      'agents/chief/agent.md': AGENT('deploy').replace('ops', 'chief'),
    }
    const judgeStep = (step: string) =>
      judgeOn(aTarget(`version: "1.0"\nextends: org/base.yaml\nsteps:\n  deploy: ${step}\n`, member, { files }))
    for (const step of [
      '{}',
      '{ agent: chief }',
      '{ capabilities: [read] }',
      '{ capabilities: [] }',
      '{ agent: chief, capabilities: [] }',
    ]) {
      const run = await judgeStep(step)
      expect({ step, allowed: run.outputs.allowed }).toEqual({ step, allowed: '[]' })
    }
  })

  test('a child brings rules of its own, and changes what the packs of its parent look at', async () => {
    const parent = aConfig(
      `${POLICY}\npacks: { cost-control: { parameters: { max_per_step_usd: 2.5 } } }`,
      'deploy: { action: llm_call, model: gpt-4, task_priority: high, estimated_cost_usd: 500 }',
    ).replace('version: "1.0"\n', '')
    const files = {
      'org/base.yaml': parent,
      'org/bare.yaml': parent.replace(/ +engine: local\n/, ''),
      'mine.rego': 'package visor.check.execute\n\ndefault allowed := true\n',
      'mine.json': '{}',
    }
    const judgeChild = (base: string, policy: string, profile = '') =>
      judgeOn(
        aTarget(
          `version: "1.0"\nextends: org/${base}.yaml\n${policy}steps:\n  deploy: { estimated_cost_usd: 1 }\n${profile}`,
          member,
          { files },
        ),
        profile === '' ? {} : { inputs: { profile: 'fast' } },
      )
    for (const [base, policy, profile] of [
      ['base', ''],
      ['base', 'policy: { rules: ./mine.rego }\n'],
      ['base', 'policy: { data: ./mine.json }\n'],
      ['bare', 'policy: { engine: local }\n'],
      [
        'base',
        '',
        'profiles:\n  fast:\n    policy: { rules: ./mine.rego }\n    steps: { deploy: { estimated_cost_usd: 0.5 } }\n',
      ],
    ] as const) {
      const run = await judgeChild(base, policy, profile)
      expect({ base, policy, allowed: run.outputs.allowed, rules: rulesOf(run) }).toEqual({
        ...{ base, policy, allowed: '[]', rules: ['cost-control/max_estimate deny'] },
      })
    }
  })
})
