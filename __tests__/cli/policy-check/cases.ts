import type { RuleId } from '../../../src/cli/policy-check/catalogue.js'
import { CHECK, CONFIG, type Files, SOUND } from './support.js'

/** A folder that is wrong in one way: the rule speaks, at that text of that file. Mended, it is silent. */
export type Case = {
  readonly name: string
  readonly rule: RuleId
  readonly level?: 'error' | 'warning' | 'notice'
  readonly files: Files
  readonly mended?: Files
  /** The path, and what stands at the place. */
  readonly at?: readonly [path: string, text: string]
  readonly says?: string
  readonly wayOut?: string
  /** The document to ask with. */
  readonly input?: object
}

const policy = (text: string): Files => ({ ...SOUND, 'policies/check.rego': text })
const plus = (text: string): Files => policy(`${CHECK}${text}`)
const config = (text: string): Files => ({ ...SOUND, '.visor.yaml': text })
const FILE = 'policies/check.rego'
const AI = `${CONFIG}  review:\n    type: ai\n    ai: { allowEdit: true }\n`
const CAPABILITIES = 'package visor.capability.resolve\n\ndefault capabilities := {"allowEdit": false}\n'
/** A config with these counters, and perhaps with a pack. */
const withUsage = (names: string, pack = ''): Files => {
  const counters = names.split(', ').map((name) => `    ${name}: { source: file, path: usage.json }\n`)
  const packs = pack === '' ? '' : `  packs:\n    ${pack}\n`
  return config(CONFIG.replace('steps:', `  usage:\n${counters.join('')}${packs}steps:`))
}
const SPENDING =
  '{ parameters: { name: payments, currency: USD, caps: { perTxn: 5, daily: 10, monthly: 100 }, msig: { threshold: { higherThan: 3, approvals: 1 } }, approvers: { users: [ann] } } }'
const rows = (...conditions: readonly string[]): string =>
  `kind: PolicyRows\npolicies:\n${conditions.map((one, i) => `  - { name: rule-${i + 1}, scope: global, rule_expr: '${one}', effect: deny }\n`).join('')}`
const YAML = `apiVersion: policy.orchestra.v1
kind: SecurityPolicy
metadata:
  name: large-models
spec:
  scope:
    - resource: checks
  rules:
    - name: no-drafts
      condition: input.pullRequest.draft
      effect: deny
`
const TOOL = `package visor.tool.invoke

default allowed := false

allowed if "admin" in input.actor.roles

allowed := false if input.tool.methodName == "delete_repository"
`

export const CASES: readonly Case[] = [
  {
    name: 'the config names a folder that is not there',
    rule: 'rules-unreadable',
    files: { '.visor.yaml': CONFIG },
    mended: SOUND,
    at: ['.visor.yaml', 'rules:'],
    says: 'policies',
  },
  {
    name: 'a template',
    rule: 'syntax',
    files: policy('package {{ .Values.name }}\n'),
    mended: SOUND,
    at: [FILE, '{{'],
  },
  {
    name: 'a file that is no text',
    rule: 'syntax',
    files: { 'policies/x.rego': Uint8Array.of(0xff, 0xfe, 0) },
    at: ['policies/x.rego', ''],
  },
  {
    name: 'a test that does not parse',
    rule: 'syntax',
    files: { ...SOUND, 'policies/check_test.rego': 'package visor.check\n)' },
    at: ['policies/check_test.rego', ')'],
  },
  {
    name: 'an unsafe variable',
    rule: 'compile',
    files: plus('x if not input.actor.roles[_] == "a"\n'),
    at: [FILE, 'not input'],
    wayOut: 'rule of its own',
  },
  {
    name: 'a test that needs what is not there',
    rule: 'compile',
    files: { ...SOUND, 'policies/check_test.rego': 'package visor.test\ntest_x if nobody(1)\n' },
    at: ['policies/check_test.rego', 'nobody'],
  },
  {
    name: 'a place with a space in it',
    rule: 'compile',
    files: { 'a b/one.rego': CHECK, 'a b/two.rego': CHECK },
    at: ['a b/two.rego', 'default'],
  },
  {
    name: 'the network',
    rule: 'refused-builtin',
    files: plus('x := http.send({"url": "x", "method": "get"})\n'),
    mended: SOUND,
    at: [FILE, 'http.send'],
    wayOut: 'policy.data',
  },
  {
    name: 'policies for another tool',
    rule: 'nothing-answers',
    files: { 'p/a.rego': 'package main\n\ndeny contains "x" if input.kind == "Pod"\n' },
    mended: { 'p/a.rego': CHECK },
    at: ['p/a.rego', 'package'],
    says: 'there is main',
  },
  {
    name: 'tests alone',
    rule: 'nothing-answers',
    files: { 'p/a_test.rego': 'package visor.check.execute\ntest_a if true\n' },
    says: 'only tests',
  },
  {
    name: 'a rule that is misspelt',
    rule: 'rule-missing',
    files: config(`${CONFIG}  other:\n    policy: { rule: check/exceute }\n`),
    mended: config(`${CONFIG}  other:\n    policy: { rule: check/execute }\n`),
    at: ['.visor.yaml', 'rule: check/exceute'],
    says: 'did you mean "visor/check/execute"',
  },
  {
    name: 'a step for which there is no package',
    rule: 'scope-unanswered',
    files: config(AI),
    mended: { ...config(AI), 'policies/c.rego': CAPABILITIES },
    at: ['.visor.yaml', 'review:'],
    says: 'capability.resolve',
  },
  {
    name: 'a policy that never ends',
    rule: 'evaluation-failed',
    files: {
      ...plus('allowed if count([1 | numbers.range(1, 100000)[_] > 0; numbers.range(1, 100000)[_] > 0]) == 1\n'),
      '.visor.yaml': CONFIG.replace('  roles:', '  timeout: 200\n  roles:'),
    },
    input: {},
    says: 'step "deploy"',
  },
  {
    name: 'two values',
    rule: 'rule-conflict',
    files: plus('\nallowed := false if "freeze" in input.pullRequest.labels\n'),
    mended: plus('\ndeny contains "frozen" if "freeze" in input.pullRequest.labels\n'),
    at: [FILE, 'allowed := false if'],
  },
  {
    name: 'two values in what no step asks yet',
    rule: 'rule-conflict',
    files: { ...SOUND, 'policies/t.rego': TOOL },
    mended: { ...SOUND, 'policies/t.rego': TOOL.replace('allowed := false if', 'allowed if') },
    at: ['policies/t.rego', 'allowed := false if'],
  },
  {
    name: 'a word for an answer',
    rule: 'answer-shape',
    files: policy(CHECK.replace('allowed if', 'allowed := "yes" if')),
    mended: SOUND,
    says: 'must be true or false',
  },
  {
    name: 'require that nobody reads',
    rule: 'step-key-unread',
    files: config(CONFIG.replace('{ type: command }', '{ policy: { require: admin } }')),
    mended: {
      ...config(CONFIG.replace('{ type: command }', '{ policy: { require: admin } }')),
      [FILE]: CHECK.replace('"admin"', 'input.check.policy.require'),
    },
    at: ['.visor.yaml', 'require'],
    says: 'policy.require',
  },
  {
    name: 'approvals that the gate itself asks for',
    rule: 'step-key-unread',
    level: 'notice',
    files: config(CONFIG.replace('{ type: command }', '{ policy: { approvals: { roles: [admin] } } }')),
    at: ['.visor.yaml', 'approvals'],
  },
  {
    name: 'approvals that nobody asks for',
    rule: 'step-key-unread',
    files: config(
      CONFIG.replace('{ type: command }', '{ policy: { approvals: { roles: [admin] } } }').replace(
        '  roles:\n',
        '  scopes: [tool.invoke]\n  roles:\n',
      ),
    ),
    at: ['.visor.yaml', 'approvals'],
    says: 'check.execute',
  },
  {
    name: 'a role that nobody has',
    rule: 'role-undefined',
    files: policy(CHECK.replace('"admin"', '"admim"')),
    mended: SOUND,
    at: [FILE, '"admim"'],
    says: 'did you mean "admin"',
  },
  {
    name: 'a role that makes no difference',
    rule: 'role-unused',
    files: config(CONFIG.replace('steps:', '    external: { author_association: [NONE] }\nsteps:')),
    mended: SOUND,
    at: ['.visor.yaml', 'external'],
  },
  {
    name: 'a counter that is spelled otherwise',
    rule: 'counter-undefined',
    files: { ...withUsage('spent'), [FILE]: `${CHECK}deny contains "dear" if input.usage.spnt.value > 100\n` },
    mended: { ...withUsage('spent'), [FILE]: `${CHECK}deny contains "dear" if input.usage.spent.value > 100\n` },
    at: [FILE, 'input.usage.spnt'],
    says: 'did you mean "spent"',
    wayOut: 'policy.usage.spnt',
  },
  {
    name: 'the counter that a pack has by default',
    rule: 'counter-undefined',
    files: withUsage('spent', 'rate-limiting: {}'),
    mended: withUsage('runs', 'rate-limiting: {}'),
    at: ['.visor.yaml', 'rate-limiting'],
    says: 'the pack rate-limiting reads the counter "runs"',
    wayOut: 'policy.usage.runs; or name one that is there: spent',
  },
  {
    name: 'the counter of the second limit',
    rule: 'counter-undefined',
    files: withUsage(
      'runs',
      'rate-limiting: { parameters: { limits: [{ counter: runs, max: 1 }, { counter: rnus, max: 2 }] } }',
    ),
    mended: withUsage('runs', 'rate-limiting: { parameters: { limits: [{ counter: runs, max: 1 }] } }'),
    at: ['.visor.yaml', 'counter: rnus'],
    says: 'did you mean "runs"',
  },
  {
    name: 'a budget without its counter',
    rule: 'counter-undefined',
    files: withUsage('runs', 'cost-control: { parameters: { budget_usd: 5 } }'),
    mended: withUsage('runs', 'cost-control: { parameters: { max_per_step_usd: 5 } }'),
    at: ['.visor.yaml', 'cost-control'],
    says: '"spent"',
  },
  {
    name: 'what is left of a budget',
    rule: 'counter-undefined',
    files: withUsage('spent', 'cost-control: { parameters: { remaining_counter: left } }'),
    mended: withUsage('left', 'cost-control: { parameters: { remaining_counter: left } }'),
    at: ['.visor.yaml', 'remaining_counter'],
  },
  {
    name: 'caps without the counter of the month',
    rule: 'counter-undefined',
    files: withUsage('spent_daily', `spending: ${SPENDING}`),
    mended: withUsage('spent_daily, spent_monthly', `spending: ${SPENDING}`),
    at: ['.visor.yaml', 'spending'],
    says: 'the counter "spent_monthly"',
  },
  {
    name: 'a counter whose value is counted',
    rule: 'input-path',
    files: {
      ...withUsage('runs'),
      [FILE]: `${CHECK}deny contains "often" if {\n  count(input.usage.runs.value) > 100\n}\n`,
    },
    mended: { ...withUsage('runs'), [FILE]: `${CHECK}deny contains "often" if {\n  input.usage.runs.value > 100\n}\n` },
    at: [FILE, 'count('],
    wayOut: 'write input.usage.runs.value',
  },
  {
    name: 'a policy in YAML with a key that there is none of',
    rule: 'rules-unreadable',
    files: { ...SOUND, 'policies/p.yaml': `${YAML}  enforcment: hard\n` },
    mended: { ...SOUND, 'policies/p.yaml': YAML },
    at: ['policies/p.yaml', 'enforcment'],
    says: '(ERR_SECURITY_POLICY)',
  },
  {
    name: 'several files for another gate',
    rule: 'nothing-answers',
    files: {
      'policies/a.rego': 'package agents.cost\n\ndefault allow := false\n',
      'policies/b.rego': 'package agents.rates\n\ndefault allow := true\n',
    },
    at: ['policies/a.rego', 'package'],
    wayOut: 'switch on the shipped pack of this name',
  },
  {
    name: 'a rule that no step names',
    rule: 'unreached-package',
    files: { ...SOUND, 'policies/d.rego': 'package visor.deploy\n\ndefault allowed := false\n' },
    mended: {
      ...config(`${CONFIG}  other:\n    policy: { rule: deploy }\n`),
      'policies/d.rego': 'package visor.deploy\n\ndefault allowed := false\n',
    },
    at: ['policies/d.rego', 'package'],
  },
  {
    name: 'a scope that no step reaches',
    rule: 'unreached-package',
    level: 'notice',
    files: { ...SOUND, 'policies/c.rego': CAPABILITIES },
    mended: { ...config(AI), 'policies/c.rego': CAPABILITIES },
    at: ['policies/c.rego', 'package'],
  },
  {
    name: 'a scope that is left out',
    rule: 'unreached-package',
    files: {
      ...config(AI.replace('  roles:\n', '  scopes: [check.execute]\n  roles:\n')),
      'policies/c.rego': CAPABILITIES,
    },
    at: ['policies/c.rego', 'package'],
    says: 'policy.scopes',
  },
  {
    name: 'a scope that there is not',
    rule: 'scope-unknown',
    files: plus('allowed if input.scope == "check.excute"\n'),
    mended: plus('allowed if input.scope == "check.execute"\n'),
    at: [FILE, '"check.excute"'],
    says: 'did you mean "check.execute"',
  },
  {
    name: 'sprintf',
    rule: 'host-builtin',
    files: plus('reason := sprintf("%s", [input.actor.login])\n'),
    mended: plus('reason := concat("", ["no, ", input.actor.login])\n'),
    at: [FILE, 'sprintf'],
  },
  {
    name: 'a body that asks for more',
    rule: 'unreachable-rule',
    files: plus('allowed if { "admin" in input.actor.roles; input.repository.event == "push" }\n'),
    mended: plus('allowed if { "admin" in input.sender.roles; input.repository.event == "push" }\n'),
    at: [FILE, 'allowed if {'],
    says: 'line 5',
  },
  {
    name: 'an else after what always holds',
    rule: 'unreachable-rule',
    files: plus('x := 1 if { input.check.id == "a" } else := 2 if { true } else := 3 if { input.check.id == "b" }\n'),
    mended: plus('x := 1 if { input.check.id == "a" } else := 3 if { input.check.id == "b" } else := 2 if { true }\n'),
    at: [FILE, 'else := 3'],
  },
  {
    name: 'no default',
    rule: 'default-missing',
    files: policy(CHECK.replace('default allowed := false\n', '')),
    mended: SOUND,
    at: [FILE, 'allowed if'],
  },
  {
    name: 'no default for capabilities',
    rule: 'default-missing',
    files: {
      ...config(AI),
      'policies/c.rego': 'package visor.capability.resolve\n\ncapabilities := {} if "admin" in input.actor.roles\n',
    },
    mended: {
      ...config(AI),
      'policies/c.rego':
        'package visor.capability.resolve\n\nis_admin if "admin" in input.actor.roles\n\ncapabilities := {} if is_admin\n\ncapabilities := {"allowEdit": false} if not is_admin\n',
    },
    at: ['policies/c.rego', 'capabilities := {}'],
  },
  {
    name: 'a key that the input has not',
    rule: 'input-path',
    files: plus('allowed if input.check.name == "docs"\n'),
    mended: plus('allowed if input.check.id == "docs"\n'),
    at: [FILE, 'input.check.name'],
    says: 'did you mean input.check.id?',
  },
  {
    name: 'a tool where none is called',
    rule: 'input-path',
    files: plus('allowed if input.tool.methodName == "x"\n'),
    at: [FILE, 'input.tool'],
    says: 'visor.tool.invoke',
  },
  {
    name: 'data that is not there',
    rule: 'data-undefined',
    files: plus('allowed if input.actor.login in data.people.owners\n'),
    mended: {
      ...plus('allowed if input.actor.login in data.people.owners\n'),
      '.visor.yaml': CONFIG.replace('  roles:', '  data: ./data.json\n  roles:'),
      'data.json': '{"people":{"owners":["ann"]}}',
    },
    at: [FILE, 'data.people'],
  },
  {
    name: 'the old syntax',
    rule: 'rego-v0',
    files: policy(
      'package visor.check.execute\ndefault allowed = false\nallowed { input.actor.roles[_] == "admin" }\n',
    ),
    mended: SOUND,
    at: [FILE, 'package'],
    wayOut: 'stepgate migrate policies/check.rego',
  },
  {
    name: 'steps and checks',
    rule: 'config',
    files: config(`${CONFIG}checks:\n  deploy: { type: command }\n`),
    mended: SOUND,
  },
  {
    name: 'a comment that silences nothing',
    rule: 'unused-ignore',
    files: plus('# stepgate-ignore: input-path it was there once\n'),
    mended: SOUND,
    at: [FILE, '# stepgate-ignore'],
  },
  {
    name: 'a comment without a reason',
    rule: 'unused-ignore',
    files: plus('# stepgate-ignore: input-path\nallowed if input.check.name == "docs"\n'),
    mended: plus('# stepgate-ignore: input-path the old gate had it\nallowed if input.check.name == "docs"\n'),
    says: 'the reason',
  },
  {
    name: 'a comment for a rule that is not there',
    rule: 'unused-ignore',
    files: plus('# stepgate-ignore: input-paths why not\n'),
    says: 'did you mean "input-path"',
  },
  {
    name: 'what one rule allows and another one denies',
    rule: 'conflict-allow-deny',
    files: plus('\ndeny contains "frozen" if "freeze" in input.pullRequest.labels\n'),
    mended: plus('\ndeny contains "frozen" if not "admin" in input.actor.roles\n'),
    at: [FILE, 'deny contains'],
    says: 'allowed on line 5 allows and deny on line 7 denies',
  },
  {
    name: 'a rule in YAML under a wider one',
    rule: 'rule-shadowed',
    files: {
      ...SOUND,
      'policies/p.yaml': rows('check.type == "ai"', 'check.type == "ai"; check.model == "x"'),
    },
    mended: { ...SOUND, 'policies/p.yaml': rows('check.type == "ai"', 'check.type == "mcp"; check.model == "x"') },
    at: ['policies/p.yaml', '  - { name: rule-2'],
    says: '"rule-1" on line 3 denies already',
  },
  {
    name: 'more approvals than there are people',
    rule: 'approvals-unmeetable',
    files: config(CONFIG.replace('{ type: command }', '{ policy: { approvals: { count: 2, users: [ann] } } }')),
    mended: config(CONFIG.replace('{ type: command }', '{ policy: { approvals: { users: [ann, bob] } } }')),
    at: ['.visor.yaml', 'approvals'],
    says: 'ann alone',
  },
  {
    name: 'a body that is false',
    rule: 'never-holds',
    files: plus('\nallowed if {\n  input.check.id == "docs"\n  false\n}\n'),
    mended: plus('\nallowed if {\n  input.check.id == "docs"\n}\n'),
    at: [FILE, 'allowed if {'],
    wayOut: 'deny contains "why" if { input.check.id == "docs" }',
  },
  {
    name: 'everything that is not known',
    rule: 'default-allows',
    files: policy(
      'package visor.check.execute\n\ndefault allowed := true\n\nallowed := false if not "admin" in input.actor.roles\n',
    ),
    mended: SOUND,
    at: [FILE, 'default allowed'],
  },
  {
    name: 'an argument for nothing',
    rule: 'argument-unused',
    files: plus('\nallowed if is_docs(input.check.id, input.scope)\n\nis_docs(id, scope) if startswith(id, "docs")\n'),
    mended: plus('\nallowed if is_docs(input.check.id)\n\nis_docs(id) if startswith(id, "docs")\n'),
    at: [FILE, 'is_docs(id, scope)'],
    says: 'scope',
  },
  {
    name: 'dollars',
    rule: 'money-unit',
    files: plus('\nallowed if input.check.estimatedCostUsd < 1.50\n'),
    mended: plus('\nallowed if input.check.estimatedCostUsd < 1500000\n'),
    at: [FILE, 'allowed if input'],
    wayOut: 'write 1500000 for 1.5',
  },
  {
    name: 'warnings that are an object',
    rule: 'rule-object',
    files: plus('\nwarnings["draft"] if input.pullRequest.draft\n'),
    mended: plus('\nwarnings contains "draft" if input.pullRequest.draft\n'),
    at: [FILE, 'warnings'],
    wayOut: 'warnings contains "draft" if',
  },
  {
    name: 'half of the keywords',
    rule: 'keyword-import',
    files: policy(CHECK.replace('\n\n', '\n\nimport future.keywords.if\n\n')),
    mended: policy(CHECK.replace('\n\n', '\n\nimport rego.v1\n\n')),
    at: [FILE, 'allowed if'],
    says: '"in"',
  },
]
