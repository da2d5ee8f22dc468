import { afterEach, describe, expect, test } from '@jest/globals'
import { removeFolders } from '../../support/opa.js'
import { ask, readRepository } from './support.js'

afterEach(removeFolders)

/** The example of "Policy-as-Code - Security Policy Automation", as it is printed there. */
const EXAMPLE = `apiVersion: policy.orchestra.v1
kind: SecurityPolicy
metadata:
  name: agent-data-access-policy
  namespace: agents
  version: "1.0.0"
  tags:
    - "data-protection"
    - "agent-security"
    - "lgpd-compliance"

spec:
  description: "Restricts agent data access to user-scoped data only"

  scope:
    - resource: "agents"
      selector:
        type: "user_created"
    - resource: "data"
      selector:
        classification: ["confidential", "restricted"]

  rules:
    - name: "user_scope_restriction"
      condition: |
        agent.user_id == data.owner_user_id
      effect: "allow"

    - name: "cross_user_access_denial"
      condition: |
        agent.user_id != data.owner_user_id
      effect: "deny"
      actions:
        - "audit_log"
        - "security_alert"
        - "agent_termination"

  enforcement:
    mode: "strict"
    evaluation_point: "pre_execution"

  monitoring:
    metrics:
      - "policy_evaluations_total"
      - "policy_violations_total"
    alerts:
      - condition: "violation_rate > 0.01"
        severity: "critical"
`

const PATH = 'stepgate/policies/agent_data_access_policy/answer'
const OWN = { agent: { type: 'user_created', user_id: 1 }, data: { classification: 'restricted', owner_user_id: 1 } }
const FOREIGN = { ...OWN, data: { classification: 'confidential', owner_user_id: 2 } }

const said = (message: string, rule: string, more: object = {}) => ({ rule, message, severity: 'critical', ...more })
const DENIED = said('Restricts agent data access to user-scoped data only', 'cross_user_access_denial', {
  obligations: ['audit_log', 'security_alert', 'agent_termination'],
})
const NOT_ALLOWED = 'no rule of the policy "agent-data-access-policy" allows it'
const notAllowed = (missing = '') =>
  said(`${NOT_ALLOWED}${missing}`, 'not_allowed', { way_out: 'make one of these hold: "user_scope_restriction"' })
const undecided = (missing: string) =>
  said(
    `the rule "cross_user_access_denial" of the policy "agent-data-access-policy" cannot be decided: ${missing} is missing`,
    'cross_user_access_denial',
  )
const UNDECIDED_SCOPE = {
  unknown: [
    said(
      'whether the policy "agent-data-access-policy" applies cannot be decided: a fact that its scope selects by is missing',
      'scope',
    ),
  ],
}

const UNKNOWN_DATA = {
  unknown: [
    said(
      'whether the policy "agent-data-access-policy" applies cannot be decided: its scope names input.data, which is missing',
      'scope',
    ),
  ],
}

describe('the policy of the document', () => {
  test.each<{ name: string; input: object; answer: unknown; execute: unknown }>([
    {
      name: 'allows an agent its own data',
      input: OWN,
      answer: { allow: true, deny: [], unknown: [] },
      execute: { allowed: true },
    },
    {
      name: 'denies it those of somebody else, and says what has to be done',
      input: FOREIGN,
      answer: { allow: false, deny: [DENIED, notAllowed()], unknown: [] },
      execute: { allowed: false, reasons: [DENIED.message, NOT_ALLOWED] },
    },
    {
      name: 'says nothing of public data',
      input: { ...FOREIGN, data: { ...FOREIGN.data, classification: 'public' } },
      answer: undefined,
      execute: undefined,
    },
    {
      name: "says nothing of an agent that is no user's",
      input: { ...FOREIGN, agent: { type: 'system', user_id: 7 } },
      answer: undefined,
      execute: undefined,
    },
    {
      // The gate never has data: a strict policy about them is not silently about nothing.
      name: 'is not decided where there is neither',
      input: {},
      answer: UNKNOWN_DATA,
      execute: { allowed: false, reasons: [UNKNOWN_DATA.unknown[0]?.message], undecided: true },
    },
    {
      name: 'applies to data that are confidential among other things',
      input: { ...FOREIGN, data: { owner_user_id: 2, classification: ['internal', 'confidential'] } },
      answer: { allow: false, deny: [DENIED, notAllowed()], unknown: [] },
      execute: { allowed: false, reasons: [DENIED.message, NOT_ALLOWED] },
    },
    {
      name: 'is not decided where the owner is not known',
      input: { ...OWN, data: { classification: 'restricted' } },
      answer: {
        allow: false,
        deny: [notAllowed(': input.data.owner_user_id is missing')],
        unknown: [undecided('input.data.owner_user_id')],
      },
      execute: {
        allowed: false,
        reasons: [`${NOT_ALLOWED}: input.data.owner_user_id is missing`, undecided('input.data.owner_user_id').message],
      },
    },
    {
      name: 'is not decided where an agent has no type',
      input: { ...OWN, agent: { user_id: 1 } },
      answer: UNDECIDED_SCOPE,
      execute: { allowed: false, reasons: [UNDECIDED_SCOPE.unknown[0]?.message], undecided: true },
    },
    {
      name: 'is not decided where its type is null',
      input: { ...OWN, agent: { user_id: 1, type: null } },
      answer: UNDECIDED_SCOPE,
      execute: { allowed: false, reasons: [UNDECIDED_SCOPE.unknown[0]?.message], undecided: true },
    },
  ])('$name', async ({ input, answer, execute }) => {
    const policies = await readRepository({ 'policies/agents.yaml': EXAMPLE })
    expect(await ask(policies, PATH, [input])).toEqual([answer])
    expect(await ask(policies, 'visor/check/execute', [input])).toEqual([execute])
  })

  test('is known by its name, its level and its place', async () => {
    const { security, notices, files } = await readRepository({ 'policies/agents.yaml': EXAMPLE })
    expect(security).toEqual([
      {
        name: 'agent-data-access-policy',
        path: PATH,
        level: 'hard',
        rules: ['user_scope_restriction', 'cross_user_access_denial', 'not_allowed', 'scope'].map((name) => ({
          name,
          severity: 'critical',
        })),
        position: { path: 'policies/agents.yaml', line: 4, column: 9 },
      },
    ])
    expect(notices).toEqual([
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('"scope" names data'), line: 19 }),
      expect.objectContaining({
        message: '"monitoring" is not read: nothing is counted here',
        path: 'policies/agents.yaml',
      }),
    ])
    expect(files.map(({ path }) => path)).toEqual(['policies/agents.yaml'])
  })
})
