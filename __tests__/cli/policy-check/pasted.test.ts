import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { examine } from '../../../src/cli/policy-check/examine.js'
import { load } from '../../../src/cli/policy-check/load.js'
import type { JsonObject } from '../../../src/core/json.js'
import { EmbeddedOpa } from '../../../src/pdp/local/embedded-opa.js'
import { ROOT } from '../../support/runner.js'
import { COST_CONTROL, DATA_ACCESS, DATA_PRIVACY, DEFAULT_ALLOW, RATE_LIMITING } from './printed.js'
import { aFolder, type Files, HEAD, removeFolders, toolsIn } from './support.js'

/** Policies that people paste as they find them printed: the check says what is wrong with each, and mended they decide as meant. */

const opa = new EmbeddedOpa(toolsIn('/').parts.childOptions)
const folder = mkdtempSync(join(tmpdir(), 'stepgate-input-schema-'))
const schema = join(folder, 'input.schema.json')
afterAll(() => {
  opa.close()
  rmSync(folder, { recursive: true })
})
afterEach(removeFolders)

/** What steps and counters say of themselves, as far as these policies read it. */
beforeAll(() => {
  const written = JSON.parse(readFileSync(join(ROOT, 'schemas/input.schema.json'), 'utf8'))
  const text = { type: 'string' }
  const { check } = written.$defs
  check.properties = {
    ...{ action: text, model: text, taskPriority: text, estimatedCostUsd: { type: 'integer' } },
    resource: { type: 'object' },
    ...check.properties,
  }
  const counter = { type: 'object', properties: { value: { type: 'integer' } } }
  const agent = {
    type: 'object',
    properties: { name: text, capabilities: { type: 'array', items: text } },
    additionalProperties: false,
  }
  written.properties = { usage: { type: 'object', additionalProperties: counter }, agent, ...written.properties }
  writeFileSync(schema, JSON.stringify(written))
})

const USAGE = '  usage:\n    spent: { source: file, path: usage.json }\n    calls: { source: file, path: usage.json }\n'
const CONFIG = `${HEAD}${USAGE}steps:\n  deploy: { type: command }\n`
const FILE = 'policies/pasted.rego'
const files = (text: string): Files => ({ '.visor.yaml': CONFIG, [FILE]: text })

async function check(text: string, input?: JsonObject) {
  const cwd = aFolder(files(text))
  const plain = toolsIn(cwd)
  const shipped = (path: string) => (path === 'schemas/input.schema.json' ? pathToFileURL(schema) : plain.shipped(path))
  const tools = { ...plain, shipped }
  return examine(await load({ paths: [] }, tools), input, opa, tools)
}

type Repair = readonly [from: string, to: string]
const mend = (text: string, repairs: readonly Repair[]): string =>
  repairs.reduce((now, [from, to]) => {
    expect(now).toContain(from)
    return now.replaceAll(from, to)
  }, text)

type Printed = {
  readonly name: string
  readonly text: string
  /** As printed: the rule, what stands on its line, and a part of what is said or of the way out. */
  readonly finds: readonly (readonly [rule: string, line: string, says: string])[]
  /** What each way out says. */
  readonly repairs: readonly Repair[]
  readonly decides: readonly (readonly [
    what: string,
    input: JsonObject,
    verdict: 'allow' | 'deny',
    because?: readonly string[],
  ])[]
}

const llm = (rest: JsonObject) => ({ id: 'deploy', action: 'llm_call', ...rest })
const ASKED = 'package visor.check.execute'

const POLICIES: readonly Printed[] = [
  {
    name: 'default allow with three warnings',
    text: DEFAULT_ALLOW,
    finds: [
      ['nothing-answers', 'package cmbagent.default', 'rename package cmbagent.default: to visor.check.execute'],
      ['rego-v0', '# policies/default.rego', 'stepgate migrate'],
      ['host-builtin', '"timestamp": time.now_ns()', 'input.time'],
      ['input-path', 'input.action == "file_delete"', 'write input.check.action'],
      ['input-path', 'not startswith(input.resource.url', 'write input.check.resource.url'],
      ['input-path', 'input.estimated_cost_usd > 1.0', '1.00 is 1000000'],
    ],
    repairs: [
      ['package cmbagent.default', ASKED],
      ['time.now_ns()', 'input.repository.event'],
      ['input.action', 'input.check.action'],
      ['input.resource', 'input.check.resource'],
      ['input.estimated_cost_usd', 'input.check.estimatedCostUsd'],
      ['> 1.0', '> 1000000'],
    ],
    decides: [
      ['a deletion', { check: { id: 'deploy', action: 'file_delete' } }, 'allow'],
      ['a call that costs much', { check: llm({ estimatedCostUsd: 2_000_000 }) }, 'allow'],
    ],
  },
  {
    name: 'cost control',
    text: COST_CONTROL,
    finds: [
      ['nothing-answers', 'package cmbagent.cost_control', 'policy: { rule: cost_control }'],
      ['keyword-import', 'input.model in [', 'import rego.v1'],
      ['input-path', 'input.budget.remaining_usd <', 'input.usage.<counter>.value'],
      ['input-path', 'input.model in [', 'write input.check.model'],
      ['input-path', 'input.task_priority == "low"', 'write input.check.taskPriority'],
    ],
    repairs: [
      ['package cmbagent.cost_control', ASKED],
      ['import future.keywords.if', 'import rego.v1'],
      ['input.action', 'input.check.action'],
      [
        'input.budget.remaining_usd < input.estimated_cost_usd',
        '20000000 - input.usage.spent.value < input.check.estimatedCostUsd',
      ],
      ['input.model', 'input.check.model'],
      ['input.task_priority', 'input.check.taskPriority'],
    ],
    decides: [
      [
        'more than what is left',
        { check: llm({ estimatedCostUsd: 500_000 }), usage: { spent: { value: 19_900_000 } } },
        'deny',
        ['budget_exceeded'],
      ],
      [
        'less than what is left',
        { check: llm({ estimatedCostUsd: 100_000 }), usage: { spent: { value: 19_000_000 } } },
        'allow',
      ],
      [
        'a large model for a small task',
        { check: llm({ model: 'gpt-4', taskPriority: 'low' }) },
        'deny',
        ['expensive_model_for_low_priority'],
      ],
      ['a large model for a large task', { check: llm({ model: 'gpt-4', taskPriority: 'high' }) }, 'allow'],
    ],
  },
  {
    name: 'data privacy',
    text: DATA_PRIVACY,
    finds: [
      ['nothing-answers', 'package cmbagent.data_privacy', 'rename package'],
      ['input-path', 'input.action == "file_read"', 'write input.check.action'],
      ['input-path', 'sensitive_file(input.resource.path)', 'write input.check.resource.path'],
    ],
    repairs: [
      ['package cmbagent.data_privacy', ASKED],
      ['input.action', 'input.check.action'],
      ['input.resource', 'input.check.resource'],
    ],
    decides: [
      [
        'a key',
        { check: { id: 'deploy', action: 'file_read', resource: { path: 'a/server.pem' } } },
        'deny',
        ['sensitive_file_access'],
      ],
      ['a page', { check: { id: 'deploy', action: 'file_read', resource: { path: 'docs/a.md' } } }, 'allow'],
    ],
  },
  {
    name: 'rate limiting',
    text: RATE_LIMITING,
    finds: [
      ['nothing-answers', 'package cmbagent.rate_limiting', 'rename package'],
      ['input-path', 'count(input.recent_calls[agent])', 'input.usage.<counter>.value'],
      ['input-path', 'exceeds_rate_limit(input.agent,', 'write input.agent.name'],
      ['input-path', 'input.timewindow_seconds', '"policy.usage"'],
    ],
    repairs: [
      ['package cmbagent.rate_limiting', ASKED],
      ['input.action', 'input.check.action'],
      ['exceeds_rate_limit(input.agent, input.timewindow_seconds)', 'exceeds_rate_limit'],
      ['exceeds_rate_limit(agent, window) if', 'exceeds_rate_limit if'],
      ['count(input.recent_calls[agent])', 'input.usage.calls.value'],
    ],
    decides: [
      [
        'the call after a hundred',
        { check: llm({}), usage: { calls: { value: 101 } } },
        'deny',
        ['rate_limit_exceeded'],
      ],
      ['the hundredth', { check: llm({}), usage: { calls: { value: 100 } } }, 'allow'],
    ],
  },
  {
    name: 'access to data',
    text: DATA_ACCESS,
    finds: [
      ['syntax', 'input.agent.permissions contains', 'write "confidential_data_access" in input.agent.permissions'],
      ['syntax', 'violation[{"msg": msg', 'write violation contains {"msg": msg, "severity": "critical"} if {'],
    ],
    repairs: [
      ['package orchestra.agent.data_access', ASKED],
      ['import future.keywords.if', 'import rego.v1'],
      [
        'input.agent.permissions contains "confidential_data_access"',
        '"confidential_data_access" in input.agent.capabilities',
      ],
      [
        'violation[{"msg": msg, "severity": "critical"}] {',
        'violation contains {"msg": msg, "severity": "critical"} if {',
      ],
      ['input.agent.user_id', 'input.actor.login'],
      ['input.agent.id', 'input.agent.name'],
      ['input.data.', 'input.check.resource.'],
      [
        'allow if {\n    input.check.resource.classification == "restricted"\n    false  # Always deny\n}',
        'deny contains "never by an agent" if input.check.resource.classification == "restricted"',
      ],
      ['    input.context.approval_id\n    approval_not_expired\n', '    count(input.approvals.approved) > 0\n'],
      ['input.context.', 'input.check.resource.'],
      ['approval_not_expired if {\n    now := time.now_ns()\n    input.check.resource.approval_expiry > now\n}\n', ''],
    ],
    decides: [
      [
        'what is public, by its owner',
        {
          check: { id: 'deploy', resource: { classification: 'public', owner_user_id: 'ann' } },
          actor: { login: 'ann' },
        },
        'allow',
      ],
      [
        'what is confidential, of somebody else',
        {
          check: { id: 'deploy', resource: { classification: 'confidential', owner_user_id: 'bob' } },
          ...{ actor: { login: 'ann' }, agent: { name: 'helper', capabilities: [] } },
        },
        'deny',
        ['Unauthorized access attempt: Agent helper attempted to access confidential data belonging to user bob'],
      ],
      [
        'what is restricted',
        {
          check: { id: 'deploy', resource: { classification: 'restricted', owner_user_id: 'ann' } },
          ...{ actor: { login: 'ann' }, agent: { name: 'helper', capabilities: [] } },
        },
        'deny',
      ],
      [
        'what is confidential, justified and approved',
        {
          check: {
            id: 'deploy',
            resource: { classification: 'confidential', owner_user_id: 'ann', business_justification: 'audit' },
          },
          ...{ actor: { login: 'ann' }, agent: { name: 'helper', capabilities: ['confidential_data_access'] } },
          approvals: { approved: [{ login: 'bob', roles: [] }], changesRequested: [], ignored: [] },
        },
        'allow',
      ],
    ],
  },
]

describe.each(POLICIES)('$name', ({ text, finds, repairs, decides }) => {
  test('as printed: what is wrong, where, why, and the way out', async () => {
    const { findings } = await check(text)
    const lines = text.split('\n')
    for (const [rule, line, says] of finds)
      expect(
        findings
          .filter((found) => found.rule === rule)
          .map((found) => ({ ...found, on: lines[(found.line ?? 0) - 1] })),
      ).toContainEqual(
        expect.objectContaining({
          path: FILE,
          on: expect.stringContaining(line),
          why: expect.stringMatching(/\S/),
          wayOut: expect.stringContaining(says),
        }),
      )
  })

  test('mended as it says: nothing is left to be mended', async () => {
    const { findings } = await check(mend(text, repairs))
    expect(findings.filter(({ level }) => level !== 'notice')).toEqual([])
  })

  test.each(decides.map((one) => ({ one, what: one[0] })))('mended as it says: $what', async ({ one }) => {
    const [, input, verdict, because] = one
    const { answers } = await check(mend(text, repairs), input)
    expect(answers).toEqual([
      expect.objectContaining({ verdict, ...(because && { because: expect.arrayContaining([...because]) }) }),
    ])
  })
})

describe('half mended', () => {
  test('dollars where millionths are are found', async () => {
    const half = mend(DEFAULT_ALLOW, [
      ['package cmbagent.default', ASKED],
      ['input.estimated_cost_usd', 'input.check.estimatedCostUsd'],
    ])
    const { findings } = await check(half)
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'money-unit', wayOut: 'write 1000000 for 1.0' }))
  })

  test('what denies nothing because it is not known is said, and so is an argument that nobody looks at', async () => {
    const { findings } = await check(mend(RATE_LIMITING, [['package cmbagent.rate_limiting', ASKED]]))
    expect(findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['default-allows', 'argument-unused', 'rule-object']),
    )
  })

  test('a body that is false, and reads of another host, are found once the file can be read', async () => {
    const half = mend(DATA_ACCESS, [
      ['package orchestra.agent.data_access', ASKED],
      ['permissions contains "confidential_data_access"', 'permissions[_] == "confidential_data_access"'],
      [
        'violation[{"msg": msg, "severity": "critical"}] {',
        'violation contains {"msg": msg, "severity": "critical"} if {',
      ],
    ])
    const { findings } = await check(half)
    const said = findings.map(({ rule, message, wayOut }) => `${rule}: ${message}; ${wayOut}`).join('\n')
    for (const text of [
      'never-holds: this body of allow never holds: it has the condition false; take it away; for a denial that no other rule can lift write deny contains "why" if { input.data.classification == "restricted" }',
      'did you mean input.actor.login?',
      'did you mean input.agent.capabilities?',
      'did you mean input.check.resource.classification?',
      'did you mean input.approvals.approved?',
    ])
      expect(said).toContain(text)
  })
})
