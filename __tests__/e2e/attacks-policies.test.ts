import { expect, test } from '@jest/globals'
import { aTarget, expectAllowed, expectDenied, expectPending, member, POLICY, stranger } from '../support/attacks.js'
import { expectClosed } from '../support/closed.js'
import { judgeOn } from '../support/on-github.js'
import { checkPackage } from '../support/repositories.js'

/** Policies in YAML that look as if they protected something, and a fallback that opens. */

const REGO = { 'policies/main.rego': checkPackage('allowed := true') }
const config = (step: string, fallback = 'deny') =>
  `version: "1.0"\npolicy:\n  ${POLICY.replace('fallback: allow', `fallback: ${fallback}`).replaceAll('\n', '\n  ')}\n  rules: ./policies/\nsteps:\n  deploy: ${step}\n`
const ruled = (files: Readonly<Record<string, string>>, step = '{ type: command }', fallback?: string) =>
  aTarget(config(step, fallback), member, { files: { ...REGO, ...files } })
const aRule = (effect: string, condition: string, more = '') =>
  `apiVersion: policy.orchestra.v1\nkind: SecurityPolicy\nmetadata: { name: p }\nspec:\n  rules:\n    - name: r\n      effect: ${effect}\n      condition: ${JSON.stringify(condition)}\n${more}`

test('a fact that is missing is read through another name', async () => {
  const large = '{ type: ai, model: large }'
  const small = '{ type: ai, model: small }'
  for (const [effect, condition] of [
    ['allow', 'not check.model == "large"'],
    ['allow', 'x := check; not x.model == "large"'],
    ['allow', 'c := check; not c.model == "large"; true'],
    ['allow', 'count([1 | check.model == "large"]) == 0'],
    ['allow', 'c := check; count([1 | c.model == "large"]) == 0'],
    ['deny', 'count([1 | check.model == "large"]) > 0'],
    ['deny', 'c := check; count([1 | c.model == "large"]) > 0'],
    ['deny', 'count([1 | to_number(check.model) > 3]) > 0'],
  ] as const) {
    const policy = { 'policies/p.yaml': aRule(effect, condition) }
    const run = await judgeOn(ruled(policy))
    expect({ condition, allowed: run.outputs.allowed }).toEqual({ condition, allowed: '[]' })
    if (condition.includes('to_number')) continue
    // The same where the fact is there: what it says counts. A form that nobody can follow is refused for both.
    const [yes, no] = await Promise.all([judgeOn(ruled(policy, small)), judgeOn(ruled(policy, large))])
    expect(no.outputs.allowed).toBe('[]')
    expect([yes.outputs.result, yes.decisions.deploy?.error_code]).toEqual(
      yes.outputs.allowed === '[]' ? ['error', 'ERR_SECURITY_POLICY'] : ['allowed', undefined],
    )
  }
})

test('rows of a policy that are nearly in the right shape', async () => {
  const row = '{ name: r, scope: global, rule_expr: "true", effect: deny }'
  const json = JSON.stringify([{ id: 1, name: 'r', scope: 'global', rule_expr: 'true', effect: 'deny' }])
  await expectDenied(ruled({ 'policies/rows.json': json }))
  for (const [path, text] of [
    ['rows.yaml', `policies:\n  r: ${row}\n`],
    ['rows.yaml', `rows:\n  - ${row}\n`],
    ['rows.yaml', `${row}\n`],
    ['Rows.YML', `Policies:\n  - ${row}\n`],
  ] as const)
    expectClosed(await judgeOn(ruled({ [`policies/${path}`]: text })), { code: 1, errorCode: 'ERR_SECURITY_POLICY' })
  await expectAllowed(ruled({ 'policies/values.yaml': 'replicas: 3\nname: r\n' }))
})

test('an approval is asked of a role that nobody knows', async () => {
  const asks = aRule('require_approval', 'true', '      approvals: { count: 1, roles: [boss] }\n')
  const run = await judgeOn(ruled({ 'policies/p.yaml': asks }))
  expectClosed(run, { code: 1, errorCode: 'ERR_SECURITY_POLICY', says: ['"boss"'] })
  const known = asks.replace('boss', 'developer')
  await expectPending(ruled({ 'policies/p.yaml': known }, undefined, 'allow'))
})

test('a pack is switched off by what the policy does not govern', async () => {
  const step = '{ type: mcp, server: fs, command: fs, method: read_file, arguments: { path: config/.env } }'
  const packed = (path: string) =>
    aTarget(
      config(step.replace('config/.env', path)).replace('  rules: ./policies/\n', '  packs: { data-privacy: {} }\n'),
      {
        ...stranger,
        association: 'OWNER',
      },
    )
  await expectDenied(packed('config/.env'))
  await expectAllowed(packed('src/a.ts'))
})

test('the tools of an AI stand where nobody looks', async () => {
  const servers = '{ gh: { allowedMethods: [search, merge] } }'
  const tools = `package visor.tool.invoke\n\ndefault allowed := false\n\nallowed if input.tool.methodName == "search"\n`
  for (const [step, shared = ''] of [
    [`{ type: ai, ai: { mcpServers: ${servers} } }`],
    [`{ type: ai, ai_mcp_servers: ${servers} }`],
    ['{ type: ai }', `ai_mcp_servers: ${servers}\n`],
    [`{ type: claude-code, claude_code: { mcpServers: ${servers} } }`],
    [`{ type: script, mcp_servers: ${servers} }`],
  ] as const) {
    const text = config(step).replace('scopes: [check.execute]', 'scopes: [check.execute, tool.invoke]')
    const files = { ...REGO, 'policies/tools.rego': tools }
    const world = aTarget(`${text}${shared}`, member, { files })
    const { decisions } = await judgeOn(world)
    expect({ step, found: decisions.deploy?.tools }).toMatchObject({
      step,
      found: { gh: { search: { allowed: true }, merge: { allowed: false, outcome: 'block' } } },
    })
  }
})
