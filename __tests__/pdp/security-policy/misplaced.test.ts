import { afterEach, describe, expect, test } from '@jest/globals'
import { aPackage, refused, removeFolders, shownRules } from '../../support/opa.js'
import { aPolicy, ask, readRepository } from './support.js'

afterEach(removeFolders)

const ROW = { id: 1, name: 'r', scope: 'global', rule_expr: 'true', effect: 'deny' }
const CONDITION = { name: 'r', condition: 'true', effect: 'deny' }
const POLICY = JSON.parse(aPolicy([CONDITION]))
const REGO = { 'policies/a.rego': aPackage('check.execute') }

describe('a bare list of rows is read as rows, under the name of its file', () => {
  test.each([
    ['rows.json', JSON.stringify([ROW])],
    ['rows.json', JSON.stringify([ROW, { ...ROW, name: 's' }], undefined, 2)],
    ['rows.yaml', '- name: r\n  scope: global\n  rule_expr: "true"\n  effect: deny\n'],
    ['rows.yml', '- { name: r, scope: global, condition: "true", effect: deny }\n'],
  ])('%s: %s', async (file, text) => {
    const policies = await readRepository({ ...REGO, [`policies/${file}`]: text })
    expect(policies.security).toEqual([expect.objectContaining({ name: 'rows', level: 'hard' })])
    const [answer] = await ask(policies, 'stepgate/policies/rows/answer', [{}])
    expect(answer).toMatchObject({ deny: expect.arrayContaining([{ rule: 'r', message: 'r', severity: 'critical' }]) })
  })

  test('all of it: an entry that is none is an error', async () => {
    const text = JSON.stringify([ROW, { name: 's' }])
    expect((await readRepository({ ...REGO, 'policies/rows.json': text })).rules).toMatchObject(
      refused('ERR_SECURITY_POLICY', 'policies/rows.json:1:74', 'must have a "scope"'),
    )
  })
})

const json = (value: unknown): string => JSON.stringify(value)
const SINGLE = 'this document is a single row'
const HEAD = '"kind: SecurityPolicy"'
const NOT_READ = 'where none is read'
const OWN_DOCUMENT = 'a policy is a document of its own'

describe('what is nearly a list of rows, or a policy, is an error beside Rego that allows', () => {
  test.each<{ name: string; text: string; says: string; at?: string; file?: string }>([
    {
      name: 'a mapping of rows',
      text: 'policies:\n  r: { scope: global, rule_expr: "true", effect: deny }\n',
      says: '"policies" must be a list',
      at: '2:6',
    },
    {
      name: 'rows below "rows"',
      text: 'rows:\n  - { name: r, scope: global, rule_expr: "true", effect: deny }\n',
      says: `a row stands below "rows", ${NOT_READ}`,
      at: '2:5',
    },
    {
      name: 'one row as the document',
      text: 'name: r\nscope: global\nrule_expr: "true"\neffect: deny\n',
      says: SINGLE,
      at: '1:1',
    },
    { name: 'one without a scope', text: 'name: r\neffect: Deny\ncondition: "true"\n', says: SINGLE },
    { name: 'one whose effect is misspelt', text: 'scope: tool\ncondition: "true"\nefect: deny\n', says: SINGLE },
    { name: 'one with another spelling', text: 'ruleExpr: "true"\nefect: deny\n', says: SINGLE },
    { name: 'rules without a head', text: json({ rules: [CONDITION] }), says: HEAD },
    { name: 'a spec without a head', text: json({ spec: { rules: [CONDITION] } }), says: HEAD },
    { name: 'rows below "policy_rows"', text: json({ policy_rows: [ROW] }), says: 'below "policy_rows"' },
    { name: 'rows below "Rows"', text: json({ Rows: [ROW] }), says: 'below "Rows"' },
    { name: 'rows below "data"', text: json({ data: { policies: [ROW] } }), says: 'below "data.policies"' },
    { name: 'rows of an export', text: json([{ table: 'policies', rows: [ROW] }]), says: 'below "rows"' },
    { name: 'rows in a list of their own', text: json([[ROW]]), says: `a row stands in a list, ${NOT_READ}` },
    { name: 'rows of another kind', text: json({ kind: 'List', policies: [ROW] }), says: 'of the kind PolicyRows' },
    {
      name: 'rows of a bare version',
      text: json({ apiVersion: 'v1', policies: [ROW] }),
      says: `below "policies", ${NOT_READ}`,
    },
    {
      name: 'rows of the kind and a bare version',
      text: json({ apiVersion: 'v1', kind: 'PolicyRows', policies: [ROW] }),
      says: '"apiVersion" must be policy.orchestra.v1',
      at: '1:15',
    },
    {
      name: 'a policy of a bare version',
      text: json({ ...POLICY, apiVersion: 'v1' }),
      says: '"apiVersion" must be policy.orchestra.v1',
    },
    {
      name: 'a policy of a version without a group',
      text: json({ ...POLICY, apiVersion: 'policies.v1' }),
      says: '"apiVersion" must be policy.orchestra.v1',
    },
    { name: 'a list of policies', text: json([POLICY]), says: `${OWN_DOCUMENT}, and this one stands in a list` },
    {
      name: 'a list of policies without a version',
      text: json([{ kind: 'SecurityPolicy', spec: {} }]),
      says: OWN_DOCUMENT,
    },
    {
      name: 'a List as kubectl prints it',
      text: json({ apiVersion: 'v1', kind: 'List', items: [POLICY] }),
      says: `${OWN_DOCUMENT}, and this one stands below "items"`,
    },
    { name: 'policies below "spec"', text: json({ spec: POLICY }), says: 'below "spec"' },
    { name: 'JSON Lines', text: `${json(ROW)}\n${json({ ...ROW, name: 's' })}\n`, says: 'JSON Lines' },
    { name: 'JSON Lines by their name', text: `${json(ROW)}\n${json(ROW)}\n`, says: 'JSON Lines', file: 'p.jsonl' },
    { name: 'one line of them', text: `${json(ROW)}\n`, says: SINGLE, file: 'p.ndjson' },
    { name: 'rows that cannot be read', text: '- rule_expr: "true"\n  effect: [', says: 'this is no YAML' },
    { name: 'rows with a merge', text: '- &a { x: 1 }\n- { <<: *a, effect: deny, scope: global }', says: '"<<"' },
  ])('$name', async ({ text, says, at = '', file = 'p.yaml' }) => {
    const path = `policies/${file}`
    const { rules, files } = await readRepository({ ...REGO, [path]: text })
    expect(rules).toMatchObject(refused('ERR_SECURITY_POLICY', `${path}:${at}`, says))
    expect(files.map((one) => one.path)).toContain(path)
    expect((await readRepository({ [path]: text }, [path])).rules).toMatchObject(refused('ERR_SECURITY_POLICY', says))
  })
})

const OTHERS: Readonly<Record<string, string>> = {
  'workflow.yml': `on: pull_request
permissions: { contents: read }
jobs:
  gate:
    runs-on: ubuntu-latest
    if: github.event_name == 'pull_request'
    steps: [{ uses: actions/checkout@v4, with: { persist-credentials: false } }]
`,
  'azure-pipelines.yml': 'jobs:\n  - job: a\n    condition: succeeded()\n    steps: []\n',
  'deployment.yaml': `apiVersion: apps/v1
kind: Deployment
spec: { template: { spec: { tolerations: [{ key: a, operator: Exists, effect: NoSchedule }] } } }
---
apiVersion: v1
kind: Node
spec: { taints: [{ key: a, effect: NoExecute }] }
status: { conditions: [{ type: Ready, status: "True" }] }
`,
  'gateway.yaml':
    'apiVersion: gateway.envoyproxy.io/v1alpha1\nkind: SecurityPolicy\nspec: { rules: [{ effect: allow, scope: x }] }',
  'list.yaml': `apiVersion: v1
kind: List
items:
  - { apiVersion: gateway.envoyproxy.io/v1alpha1, kind: SecurityPolicy, spec: { authorization: {} } }
  - { apiVersion: v1, kind: ConfigMap, data: { mode: strict } }
`,
  'kustomization.yaml': 'patches:\n  - { path: p.yaml, target: { kind: SecurityPolicy, name: x } }\n',
  'crd.yaml': `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
spec: { names: { kind: SecurityPolicy, plural: securitypolicies }, scope: Namespaced }
`,
  'cerbos.yaml': `apiVersion: api.cerbos.dev/v1
resourcePolicy: { rules: [{ actions: ["*"], effect: EFFECT_ALLOW, condition: { match: { expr: "true" } } }] }
`,
  'iam.json': json({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Deny', Action: '*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ],
  }),
  'stack.yaml': 'Resources:\n  A:\n    Condition: !Equals [a, b]\n    Statement: [{ Effect: Allow }]\n',
  'azure-policy.json': '{ "policyRule": { "if": { "field": "type" }, "then": { "effect": "deny" } } }',
  'package.json': json({
    name: 'x',
    policies: { a: 1 },
    exports: { condition: 'import' },
    scripts: { effect: 'deny' },
  }),
  'openapi.yaml': `openapi: 3.1.0
paths:
  /policies:
    post:
      requestBody:
        content: { application/json: { example: { name: r, scope: global, rule_expr: "true", effect: deny } } }
components:
  schemas: { Row: { properties: { rule_expr: { type: string }, effect: { enum: [allow, deny] }, scope: { type: string } } } }
`,
  'schema.json': json({
    type: 'object',
    properties: { rule_expr: { $ref: '#/a' }, effect: { const: 'deny' }, condition: { type: 'string' } },
  }),
  'cases.yaml': 'policies: ../policies\ncases:\n  - { name: x, expect: { outcome: block, effect: deny, rule: r } }\n',
  'limits.json': json({ limits: [{ team: 'a', effect: 'deny', max: 1 }], oauth: [{ scope: 'repo', condition: 'x' }] }),
  'list.json': json([{ name: 'a' }, { effect: 'allow' }]),
  'decisions.jsonl': `${json({ scope: 'check.execute', result: { reasons: [{ effect: 'deny' }] } })}\n{"a": 1}\n`,
  'values.yaml': '{{ .Values.effect }}: [\neffect: {{ .x }}\n',
  'notes.yaml': '# effect: deny, rule by scope\nscope: global\n',
}

describe('what other tools have written is left alone', () => {
  test.each(Object.entries(OTHERS))('%s', async (file, text) => {
    const policies = await readRepository({ ...REGO, [`policies/${file}`]: text })
    expect(shownRules(policies)).toEqual(['policies/a.rego'])
    expect(policies.security).toBeUndefined()
  })

  test('and so is what the config names as data, for Rego to read', async () => {
    const files = { ...REGO, 'policies/table.json': json({ rules: [CONDITION] }) }
    expect((await readRepository(files)).rules).toMatchObject(refused('ERR_SECURITY_POLICY', HEAD))
    const policies = await readRepository(files, ['policies'], { data: 'policies/table.json' })
    expect(shownRules(policies)).toEqual(['policies/a.rego'])
    expect(policies.data).toEqual({ rules: [CONDITION] })
  })

  test('but a policy is one, even there', async () => {
    const files = { ...REGO, 'policies/table.json': aPolicy([CONDITION]) }
    const policies = await readRepository(files, ['policies'], { data: 'policies/table.json' })
    expect(policies.security).toHaveLength(1)
  })
})
