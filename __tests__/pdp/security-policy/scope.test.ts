import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { completeAgents } from '../../../src/config/agents/complete.js'
import { parseConfig } from '../../../src/config/parse.js'
import { workspaceSource } from '../../../src/config/source.js'
import { NO_MEMBERSHIPS } from '../../../src/core/memberships.js'
import { parseEvent } from '../../../src/github/event.js'
import { judge } from '../../../src/judge.js'
import { readPolicies } from '../../../src/pdp/local/policies.js'
import { speakerOf } from '../../../src/pdp/local/security-policy/index.js'
import { rewriteWith } from '../../../src/pdp/local/security-policy/rewrite.js'
import { aPullRequest } from '../../support/events.js'
import { aFolder, aPackage, aPdp, bundlePorts, removeFolders } from '../../support/opa.js'
import { aPolicy, ask, opa, readRepository } from './support.js'

afterEach(removeFolders)

const ANSWER = 'stepgate/policies/p/answer'
const DENY = { name: 'd', effect: 'deny', condition: 'true' }
const ALLOW = { name: 'a', effect: 'allow', condition: 'true' }
const DATA_MISSING = 'unknown: its scope names input.data, which is missing'
const FACT_MISSING = 'unknown: a fact that its scope selects by is missing'

/** What a policy says, in words. */
function inWords(answer: unknown): readonly string[] {
  if (answer === undefined) return ['nothing']
  return Object.entries(answer as object).flatMap(([key, value]) =>
    Array.isArray(value)
      ? value.map(({ message }: { message: string }) => `${key}: ${message.replace(/^whether .* decided: /, '')}`)
      : [],
  )
}

describe('a policy whose scope names', () => {
  const agents = { resource: 'agents' }
  const weak = { ...agents, selector: { name: 'weak' } }
  const data = { resource: 'data' }
  const secret = { ...data, selector: { classification: 'secret' } }
  const named = { check: { agent: 'weak' } }
  const profiled = (name: string) => ({ check: { agent: name }, agent: { name } })

  test.each<{ name: string; scope: readonly object[]; input: object; says: readonly string[] }>([
    { name: 'agents, of a step without one', scope: [agents], input: { check: {} }, says: ['nothing'] },
    { name: 'agents, of a step that names one without a profile', scope: [agents], input: named, says: ['deny: d'] },
    { name: 'an agent, of a step that names one without a profile', scope: [weak], input: named, says: [FACT_MISSING] },
    { name: 'an agent, of that one', scope: [weak], input: profiled('weak'), says: ['deny: d'] },
    { name: 'an agent, of another', scope: [weak], input: profiled('strong'), says: ['nothing'] },
    { name: 'data alone', scope: [data], input: {}, says: [DATA_MISSING] },
    { name: 'some data alone', scope: [secret], input: { check: {} }, says: [DATA_MISSING] },
    {
      name: 'data that somebody has',
      scope: [secret],
      input: { data: { classification: 'secret' } },
      says: ['deny: d'],
    },
    {
      name: 'other data than somebody has',
      scope: [secret],
      input: { data: { classification: 'open' } },
      says: ['nothing'],
    },
    {
      name: 'data that do not say what they are',
      scope: [secret],
      input: { data: {} },
      says: [FACT_MISSING],
    },
    { name: 'agents and data, of a step without an agent', scope: [weak, secret], input: {}, says: [DATA_MISSING] },
    {
      name: 'agents and data, of the agent: it is denied what is denied anyhow',
      scope: [weak, secret],
      input: profiled('weak'),
      says: ['deny: d', DATA_MISSING],
    },
    { name: 'agents and data, of another agent', scope: [weak, data], input: profiled('strong'), says: ['nothing'] },
    {
      name: 'agents and data, of an agent without a profile',
      scope: [weak, data],
      input: named,
      says: [FACT_MISSING, DATA_MISSING],
    },
  ])('$name', async ({ scope, input, says }) => {
    const policies = await readRepository({ 'policies/p.yaml': aPolicy([DENY], { scope }) })
    expect((await ask(policies, ANSWER, [input])).map(inWords)).toEqual([says])
  })

  test('data, and only allows, still says that it is not decided', async () => {
    const policies = await readRepository({
      'policies/p.yaml': aPolicy([ALLOW], { scope: [{ resource: 'tools' }, data] }),
    })
    expect(await ask(policies, ANSWER, [{ tool: {} }])).toEqual([
      { allow: true, deny: [], unknown: [expect.objectContaining({ rule: 'scope' })] },
    ])
  })

  test('data is warned of at the line of each entry', async () => {
    const text = aPolicy([DENY], { scope: [agents, data, secret] })
    const { notices } = await readRepository({ 'policies/p.yaml': text })
    expect(notices).toHaveLength(2)
    for (const notice of notices ?? [])
      expect(notice).toMatchObject({
        level: 'warning',
        path: 'policies/p.yaml',
        line: expect.any(Number),
        message: expect.stringContaining('"scope" names data, and nothing in this gate has any'),
      })
  })
})

describe('rows about agents', () => {
  const row = (effect: string) => ({
    'policies/p.yaml': JSON.stringify({
      name: 'p',
      policies: [{ name: 'd', scope: 'agent', rule_expr: 'agent.name == "weak"', effect }],
    }),
  })
  test('are about a step that names one, and are not decided where its profile is missing', async () => {
    const inputs = [{ check: {} }, { check: { agent: 'weak' } }, { check: { agent: 'weak' }, agent: { name: 'weak' } }]
    expect((await ask(await readRepository(row('deny')), ANSWER, inputs)).map(inWords)).toEqual([
      [],
      ['unknown: the rule "d" of the policy "p" cannot be decided: input.agent.name is missing'],
      ['deny: d'],
    ])
    expect((await ask(await readRepository(row('allow')), ANSWER, inputs)).map(inWords)).toEqual([
      [],
      ['deny: no rule of the policy "p" allows it: input.agent.name is missing'],
      [],
    ])
  })
})

/** What becomes of the steps of a repository without any pack, as the gate judges them. */
async function settle(steps: string, policy: string, files: Readonly<Record<string, string>> = {}) {
  const folder = await aFolder()
  const all = { 'allow.rego': aPackage('check.execute'), 'sp.yaml': policy, ...files }
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const source = workspaceSource(folder)
  const text = `version: "1.0"\npolicy: { engine: local, rules: [allow.rego, sp.yaml], fallback: deny }\nsteps: ${steps}\n`
  const { config } = await completeAgents(parseConfig({ path: '.visor.yaml', bytes: Buffer.from(text) }), source)
  const policies = await readPolicies(source, config.policy, { ...bundlePorts(), rewrite: rewriteWith(opa) })
  const pdp = aPdp(config, policies)
  try {
    const facts = parseEvent({ name: 'pull_request', payload: aPullRequest({ login: 'alice' }) }, false)
    const [found] = await judge({
      config,
      steps: config.steps,
      subjects: [{ facts, memberships: NO_MEMBERSHIPS }],
      stance: { kind: 'ask' },
      pdp,
      beside: { security: (policies.security ?? []).map((one) => ({ speaker: speakerOf(one), path: one.path })) },
      mayRead: () => false,
      signal: new AbortController().signal,
    })
    return Object.fromEntries([...(found?.settled ?? [])].map(([id, { outcome }]) => [id, outcome]))
  } finally {
    await pdp.close()
  }
}

describe('a policy about agents, without any pack', () => {
  const profile = '---\ncapabilities: [repo.read]\n---\n'
  const policy = aPolicy([DENY], { scope: [{ resource: 'agents', selector: { name: 'weak' } }] })
  const steps = '{ a: { agent: weak }, b: { agent: strong }, c: { agent: stranger }, d: {} }'
  const files = { 'agents/weak/agent.md': profile, 'agents/strong/agent.md': profile }

  test('denies the step of that agent, and blocks that of one that nobody knows', async () => {
    expect(await settle(steps, policy, files)).toEqual({ a: 'block', b: 'pass', c: 'block', d: 'pass' })
  })

  test('is no reason to fail where a step names an agent of another tool', async () => {
    const other = aPolicy([{ ...DENY, condition: 'check.type == "ai"' }])
    expect(await settle('{ a: { agent: stranger, type: command } }', other)).toEqual({ a: 'pass' })
  })

  test('fails for a profile that is wrong', async () => {
    const wrong = { 'agents/weak/agent.md': '---\nname: other\ncapabilities: []\n---\n' }
    await expect(settle(steps, policy, wrong)).rejects.toMatchObject({ code: 'ERR_AGENT_NAME' })
  })

  test('of agents and data blocks what no entry rules out', async () => {
    const both = aPolicy([DENY], { scope: [{ resource: 'agents', selector: { name: 'weak' } }, { resource: 'data' }] })
    expect(await settle(steps, both, files)).toEqual({ a: 'block', b: 'pass', c: 'block', d: 'block' })
  })
})
