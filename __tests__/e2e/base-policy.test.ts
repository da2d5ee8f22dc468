import { describe, expect, test } from '@jest/globals'
import { aPullRequest } from '../support/events.js'
import { aConfig, GATED, ROLES, yamlOnly } from '../support/repositories.js'
import { runAction } from '../support/runner.js'

describe('the built-in policy on a real pull request', () => {
  test('a member may deploy', async () => {
    const run = await runAction({ files: yamlOnly, event: aPullRequest({ association: 'MEMBER' }), inputs: GATED })
    expect(run.code).toBe(0)
    expect(run.outputs).toMatchObject({
      result: 'allowed',
      'reason-code': 'allowed',
      allowed: '["build","deploy"]',
      denied: '[]',
      pending: '[]',
      roles: '["developer"]',
      license: 'ignored',
    })
    expect(run.decisions).toEqual({
      build: { allowed: true, outcome: 'pass', reason_code: 'allowed' },
      deploy: { allowed: true, outcome: 'pass', reason_code: 'allowed' },
    })
    expect(run.outputs['policy-digest']).toMatch(/^[0-9a-f]{64}$/)
    expect(run.outputs.sha).toMatch(/^[0-9a-f]{40}$/)
    expect(run.commands).toEqual([])
  })

  test('a first-timer may not: the step says so where it is written', async () => {
    const run = await runAction({
      files: yamlOnly,
      event: aPullRequest({ association: 'FIRST_TIMER', login: 'felix' }),
      inputs: GATED,
    })
    expect(run.code).toBe(0)
    expect(run.outputs).toMatchObject({
      result: 'denied',
      'reason-code': 'policy_denied',
      allowed: '["build"]',
      denied: '["deploy"]',
    })
    expect(run.decisions.deploy).toMatchObject({
      allowed: false,
      outcome: 'block',
      skip_reason: 'policy_denied',
      reason_code: 'policy_denied',
    })
    expect(run.annotations.filter((item) => item.title === 'policy_denied')).toEqual([
      expect.objectContaining({
        level: 'error',
        file: '.visor.yaml',
        line: '12',
        message: expect.stringContaining('external'),
      }),
    ])
    expect(run.summary).toContain('deploy')
    expect(run.summary).toContain('⛔ block')
  })

  test('fail-on: deny ends the job with 1', async () => {
    const options = { files: yamlOnly, event: aPullRequest({ association: 'NONE' }) }
    expect((await runAction({ ...options, inputs: { ...GATED, 'fail-on': 'deny' } })).code).toBe(1)
    expect((await runAction({ ...options, inputs: { ...GATED, 'fail-on': 'never' } })).code).toBe(0)
  })

  test('what depends on a blocked step is blocked, through any number of steps; either of two is enough', async () => {
    const steps = `a: { type: command, policy: { require: admin } }
b: { type: command, depends_on: a }
c: { type: command, depends_on: [b] }
d: { type: command, depends_on: ["a|e"] }
e: { type: command }`
    const files = { 'visor.yml': aConfig(`engine: local\nfallback: deny\n${ROLES}`, steps) }
    const run = await runAction({
      files,
      event: aPullRequest({ association: 'MEMBER' }),
      inputs: { ...GATED, steps: 'b,c,d' },
    })
    expect(run.decisions).toEqual({
      b: expect.objectContaining({
        allowed: false,
        skip_reason: 'dependency_failed',
        reason_code: 'dependency_failed',
      }),
      c: expect.objectContaining({ allowed: false, skip_reason: 'dependency_failed' }),
      d: { allowed: true, outcome: 'pass', reason_code: 'allowed' },
    })
    expect(run.outputs.denied).toBe('["b","c"]')
  })

  test('tools and capabilities are left as the config has them', async () => {
    const steps = `review:
  type: ai
  ai:
    allowEdit: true
    allowedTools: ["search_*"]
    mcpServers:
      github: { command: gh, allowedMethods: [search_issues, "get_*", repo_delete], blockedMethods: ["*_delete"] }
      open: { command: x }`
    const files = { '.visor.yml': aConfig('engine: local\nfallback: deny', steps) }
    const run = await runAction({ files, event: aPullRequest(), inputs: GATED })
    expect(run.decisions.review).toMatchObject({
      allowed: true,
      tools: {
        github: {
          search_issues: { allowed: true, outcome: 'pass' },
          'get_*': { allowed: false, outcome: 'not-evaluated' },
          repo_delete: { allowed: false, outcome: 'block' },
        },
        open: { '*': { allowed: false, outcome: 'not-evaluated' } },
      },
      capabilities: { allowEdit: true, allowBash: false, allowedTools: ['search_*'] },
    })
  })
})

test('what cannot be published is said, and stays within ten warnings', async () => {
  const steps = Array.from({ length: 30 }, (_, i) => `s${i}: { type: command, policy: { require: admin } }`).join('\n')
  const files = { '.visor.yaml': aConfig(`engine: local\nfallback: deny\nmode: audit\n${ROLES}`, steps) }
  const inputs = { ...GATED, status: 'stepgate', 'check-run': 'true', comment: 'true' }
  // The runner double refuses an eleventh annotation of a level.
  const run = await runAction({ files, event: aPullRequest({ association: 'NONE' }), inputs })
  expect(run.summary.match(/could not write the (commit status|check run)/g)).toHaveLength(2)
  expect(run.outputs.result).toBe('allowed')
})
