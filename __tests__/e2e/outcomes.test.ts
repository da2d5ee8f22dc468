import { describe, expect, test } from '@jest/globals'
import { expectClosed, told } from '../support/closed.js'
import { aPullRequest, examplesOf } from '../support/events.js'
import { aConfig, checkPackage, DEPLOY, GATED, ROLES, withRego, yamlOnly } from '../support/repositories.js'
import { type Files, runAction } from '../support/runner.js'

const nobody = aPullRequest({ association: 'NONE' })
const judge = (files: Files, inputs: Record<string, string> = {}, event: unknown = nobody) =>
  runAction({ files, event, inputs: { ...GATED, ...inputs } })
const base = (policy: string, steps = DEPLOY): Files => ({ '.visor.yaml': aConfig(policy, steps) })
const rego = (body: string, policy: string, steps?: string): Files => {
  const files = withRego(checkPackage(body), '', steps)
  return {
    ...files,
    '.visor.yaml': String(files['.visor.yaml']).replace('fallback: deny', policy.replaceAll('\n', '\n  ')),
  }
}

describe('what stands in where there is no decision', () => {
  const bodies = {
    denies: 'default allowed := false\nreason := "no"',
    'is silent': 'package_is_here := true',
    fails: 'allowed := true if input.scope\nallowed := false if input.scope',
    'does not compile': 'allowed if',
    'answers nonsense': 'allowed := "yes"',
  } as const
  type Row = {
    policy: string
    body: keyof typeof bodies
    code: number
    result: string
    outcome: string
    reason: RegExp
  }
  const rows: readonly Row[] = [
    { policy: 'fallback: deny', body: 'denies', code: 0, result: 'denied', outcome: 'block', reason: /^no$/ },
    {
      policy: 'fallback: deny',
      body: 'fails',
      code: 1,
      result: 'error',
      outcome: 'block',
      reason: /^policy evaluation failed: /,
    },
    {
      policy: 'fallback: deny',
      body: 'does not compile',
      code: 1,
      result: 'error',
      outcome: 'block',
      reason: /^policy evaluation failed: /,
    },
    {
      policy: 'fallback: deny',
      body: 'answers nonsense',
      code: 1,
      result: 'error',
      outcome: 'block',
      reason: /"allowed" is "yes"/,
    },
    {
      policy: 'fallback: deny',
      body: 'is silent',
      code: 0,
      result: 'denied',
      outcome: 'block',
      reason: /did not allow it/,
    },
    { policy: 'fallback: allow', body: 'denies', code: 0, result: 'denied', outcome: 'block', reason: /^no$/ },
    {
      policy: 'fallback: allow',
      body: 'is silent',
      code: 0,
      result: 'denied',
      outcome: 'block',
      reason: /did not allow it/,
    },
    {
      policy: 'fallback: allow',
      body: 'fails',
      code: 0,
      result: 'allowed',
      outcome: 'warn',
      reason: /^policy evaluation failed: /,
    },
    {
      policy: 'fallback: allow',
      body: 'does not compile',
      code: 0,
      result: 'allowed',
      outcome: 'warn',
      reason: /^policy evaluation failed: /,
    },
    { policy: 'mode: audit', body: 'denies', code: 0, result: 'allowed', outcome: 'warn', reason: /^audit: no$/ },
    {
      policy: 'mode: audit',
      body: 'fails',
      code: 0,
      result: 'allowed',
      outcome: 'warn',
      reason: /^audit: policy evaluation failed: /,
    },
    { policy: 'fallback: warn', body: 'denies', code: 0, result: 'allowed', outcome: 'warn', reason: /^audit: no$/ },
  ]
  test.each(rows)('$policy, and the policy $body', async ({ policy, body, code, result, outcome, reason }) => {
    const run = await judge(rego(bodies[body], policy))
    expect({ code: run.code, result: run.outputs.result }).toEqual({ code, result })
    expect(run.decisions.deploy).toMatchObject({
      outcome,
      allowed: outcome !== 'block',
      reason: expect.stringMatching(reason),
    })
    if (outcome === 'warn')
      expect(run.annotations).toContainEqual(expect.objectContaining({ level: 'warning', title: 'policy_denied' }))
    expect(run.commands).toEqual([])
  })

  test('fallback allow does not cover a config that cannot be read, wrong inputs or an event', async () => {
    const files = base(`engine: local\nfallback: allow\n${ROLES}`)
    expectClosed(await judge(base('engine: local\nfallback: allow\nrol: 1')), { code: 2 })
    expectClosed(await judge(files, { unlicensed: 'perhaps' }), { code: 2 })
    expectClosed(await judge(files, {}, {}), { code: 2 })
  })

  test.each(['teams: [platform]', 'permission: [admin]'])(
    'nor a role that nobody can look up: %s',
    async (criterion) => {
      const policy = `engine: local\nfallback: allow\nroles: { admin: { ${criterion} }, developer: { users: [nobody] }, external: {} }`
      expectClosed(await judge(base(policy)), {
        code: 1,
        errorCode: 'ERR_ROLE_UNRESOLVED',
        says: ['"admin"', 'author_association'],
      })
    },
  )

  test('a server that nobody runs says nothing, which is no yes', async () => {
    const run = await judge(base(`engine: remote\nurl: http://127.0.0.1:1\nfallback: deny\n${ROLES}`))
    expectClosed(run, { code: 1, errorCode: 'ERR_PDP_UNREACHABLE', says: ['127.0.0.1:1'] })
  })

  test('engine: disabled lets everything pass, and says so', async () => {
    const run = await judge(base(`engine: disabled\n${ROLES}`))
    expect(run.outputs).toMatchObject({ result: 'disabled', 'reason-code': 'disabled', allowed: '["build","deploy"]' })
    expect(run.summary).toContain('off')
  })
})

describe('the kill switch comes before everything', () => {
  test.each(['on', 'true', '1', 'yes', 'ON', 'oof', 'None'])('%j is on', async (value) => {
    for (const policy of ['engine: disabled', 'engine: local\nmode: audit', 'engine: local\nfallback: allow']) {
      const run = await judge(
        base(`${policy}\n${ROLES}`),
        { 'kill-switch': value, unlicensed: 'allow' },
        aPullRequest({ association: 'OWNER' }),
      )
      expectClosed(run, { code: 0, result: 'denied', reasonCode: 'kill_switch_activated', says: ['kill switch'] })
    }
  })
  test.each(['', ' ', 'off', 'OFF', 'false', 'False', '0', 'no', ' no '])('%j is off', async (value) => {
    expect((await judge(yamlOnly, { 'kill-switch': value }, aPullRequest())).outputs.result).toBe('allowed')
  })
})

describe('tools and capabilities', () => {
  const steps = `call: { type: mcp, server: github, method: delete_repo }
after: { type: command, depends_on: [call] }
ai:
  type: ai
  ai:
    allowEdit: true
    allowBash: true
    allowedTools: ["search_*", rm]
    mcpServers: { github: { command: gh, allowedMethods: [read, delete_repo, "get_*"], blockedMethods: [read_all] } }`
  const packages = {
    'policies/c.rego': checkPackage('allowed := true'),
    'policies/t.rego':
      'package visor.tool.invoke\ndefault allowed := false\nallowed if input.tool.methodName == "read"\n',
    'policies/a.rego':
      'package visor.capability.resolve\ncapabilities := {"allowBash": false, "enableDelegate": true, "allowedTools": ["search_issues"]}\n',
  }
  const config = (policy: string): Files => ({
    '.visor.yaml': aConfig(`engine: local\nrules: ./policies\n${policy}`, steps),
    ...packages,
  })

  test('shrink, and a step of type mcp falls with its call', async () => {
    const run = await judge(config('fallback: deny'))
    expect(run.outputs).toMatchObject({ result: 'denied', allowed: '["ai"]', denied: '["call","after"]' })
    expect(run.decisions.after).toMatchObject({ skip_reason: 'dependency_failed' })
    expect(run.decisions.ai).toMatchObject({
      tools: {
        github: {
          read: { allowed: true },
          delete_repo: { allowed: false },
          'get_*': { allowed: false, outcome: 'not-evaluated' },
          read_all: { allowed: false },
        },
      },
      capabilities: { allowEdit: true, allowBash: false, enableDelegate: false, allowedTools: ['search_issues'] },
    })
  })

  test('in mode audit nothing shrinks, and what would have is said', async () => {
    const run = await judge(config('mode: audit'))
    expect(run.outputs).toMatchObject({ result: 'allowed', denied: '[]' })
    expect(run.decisions.ai).toMatchObject({
      capabilities: { allowBash: true, allowedTools: ['search_*', 'rm'] },
      warnings: [expect.stringContaining('allowBash')],
    })
    expect(run.decisions.call).toMatchObject({ outcome: 'warn', reason: expect.stringContaining('github/delete_repo') })
  })

  test('a scope without a package has no answer; one left out is not asked, and that is said', async () => {
    const {
      'policies/t.rego': _t,
      'policies/a.rego': _a,
      ...files
    } = config('fallback: deny') as typeof packages & Files
    const silent = await judge(files)
    expect(silent.decisions.call).toMatchObject({ allowed: false, reason_code: 'no_policy_result' })
    expect(silent.decisions.ai).toMatchObject({
      capabilities: { allowEdit: false, allowBash: false, allowedTools: [] },
    })
    expect(told(silent)).toContain('scopes: [check.execute]')
    const left = await judge({
      ...files,
      ...base('engine: local\nrules: ./policies\nfallback: deny\nscopes: [check.execute]', steps),
    })
    expect(left.outputs.result).toBe('allowed')
    expect(told(left)).toMatch(/not governed.*tool\.invoke, capability\.resolve/)
  })

  test('one call of two transports is not allowed by the other', async () => {
    const two = `call:
  type: mcp
  server: github
  method: read
  transport: stdio
  ai: { mcpServers: { github: { transport: http, allowedMethods: [read] } } }`
    const http = 'package visor.tool.invoke\ndefault allowed := false\nallowed if input.tool.transport == "stdio"\n'
    const run = await judge({
      ...base('engine: local\nrules: ./policies\nfallback: deny\nscopes: [tool.invoke]', two),
      'policies/t.rego': http,
    })
    expect(run.decisions.call?.tools?.github?.read?.allowed).toBe(false)
  })
})

describe('inputs of a wrong form', () => {
  const wrong: readonly [string, string, string][] = [
    ['source', 'remote', 'auto, workspace'],
    ['unlicensed', 'Allow', 'auto, allow'],
    ['fail-on', 'deny,never', '"never"'],
    ['fail-on', 'denied', 'deny, pending, error'],
    ['run-timeout', '0', 'seconds'],
    ['run-timeout', '-1', 'seconds'],
    ['run-timeout', '1e9', 'seconds'],
    ['run-timeout', '3601', 'seconds'],
    ['run-timeout', 'NaN', 'seconds'],
    ['annotations', 'yes', 'true or false'],
    ['summary', '1', 'true or false'],
    ['check-run', 'on', 'true or false'],
    ['steps', '["a", 1]', 'JSON list'],
    ['steps', 'depoy', 'did you mean "deploy"'],
    ['steps', 'deploy,release-*', '"release-*"'],
    ['steps', '["constructor"]', '"constructor"'],
    ['config', 'nowhere.yaml', '"nowhere.yaml"'],
  ]
  test.each(wrong)('%s: %s', async (name, value, says) => {
    expectClosed(await judge(yamlOnly, { 'fail-on': 'never', [name]: value }, aPullRequest()), {
      code: 2,
      says: [says],
    })
  })

  test('source: auto cannot be read yet, which is no yes', async () => {
    expectClosed(await judge(yamlOnly, { source: 'auto' }, aPullRequest()), {
      code: 2,
      errorCode: 'ERR_SOURCE_UNAVAILABLE',
      says: ['workspace'],
    })
  })

  test('status, check-run and comment that cannot be written are said, and change nothing', async () => {
    const run = await judge(yamlOnly, { status: 'gate', 'check-run': 'true', comment: 'true' }, aPullRequest())
    expect(run.code).toBe(0)
    for (const name of ['commit status "gate"', 'check run', 'comment on pull request 2']) {
      expect(run.summary).toContain(`could not write the ${name}: `)
      expect(run.log).toContain(`could not write the ${name}: `)
    }
  })

  const exits: readonly { failOn: string; files: Files; code: number }[] = [
    { failOn: 'error', files: yamlOnly, code: 0 },
    { failOn: 'deny', files: yamlOnly, code: 1 },
    { failOn: 'pending', files: yamlOnly, code: 0 },
    { failOn: 'pending, deny', files: yamlOnly, code: 1 },
    { failOn: '', files: rego('allowed := 1', 'fallback: deny'), code: 1 },
    { failOn: 'error', files: rego('allowed := 1', 'fallback: deny'), code: 1 },
    { failOn: 'deny', files: rego('allowed := 1', 'fallback: deny'), code: 1 },
    { failOn: 'never', files: rego('allowed := 1', 'fallback: deny'), code: 0 },
    { failOn: 'never', files: {}, code: 2 },
  ]
  test.each(exits)('fail-on $failOn ends with $code', async ({ failOn, files, code }) => {
    expect((await judge(files, { 'fail-on': failOn })).code).toBe(code)
  })
})

describe('events without a pull request', () => {
  test.each(['push', 'workflow_dispatch'])(
    '%s: the sender has no association, and so no role by it',
    async (eventName) => {
      const run = await runAction({ files: yamlOnly, eventName, event: examplesOf(eventName)[0], inputs: GATED })
      expect(run.outputs).toMatchObject({ result: 'denied', roles: '[]', denied: '["deploy"]' })
    },
  )
})
