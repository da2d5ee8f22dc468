import { describe, expect, test } from '@jest/globals'
import { type Closed, expectClosed } from '../support/closed.js'
import { aPullRequest } from '../support/events.js'
import { aConfig, DEPLOY, GATED, ROLES } from '../support/repositories.js'
import { type Files, runAction } from '../support/runner.js'

const judge = (config: string | Uint8Array, files: Files = {}) =>
  runAction({ files: { '.visor.yaml': config, ...files }, event: aPullRequest(), inputs: GATED })

const BASE = `engine: local\nfallback: deny\n${ROLES}`
const schema = (...says: readonly string[]): Closed => ({ code: 2, errorCode: 'ERR_CONFIG_SCHEMA', says })
const unknown = (...says: readonly string[]): Closed => ({ code: 2, errorCode: 'ERR_CONFIG_UNKNOWN_KEY', says })

describe('a config that cannot be read allows nothing and says where', () => {
  const wrongTypes: readonly { name: string; policy?: string; steps?: string; expected: Closed; line?: string }[] = [
    {
      name: 'users as text',
      policy: 'engine: local\nroles:\n  a:\n    users: alice',
      expected: schema('"policy.roles.a.users"', 'a list'),
      line: '6',
    },
    {
      name: 'teams as text',
      policy: 'engine: local\nroles: { a: { teams: platform } }',
      expected: schema('"policy.roles.a.teams"'),
    },
    {
      name: 'a user that is a number',
      policy: 'engine: local\nroles: { a: { users: [7] } }',
      expected: schema('"policy.roles.a.users.0"'),
    },
    {
      name: 'an association nobody has',
      policy: 'engine: local\nroles: { a: { author_association: [member] } }',
      expected: schema('MEMBER', 'did you mean'),
    },
    { name: 'roles as a list', policy: 'engine: local\nroles: [admin]', expected: schema('"policy.roles"') },
    { name: 'a role of null', policy: 'engine: local\nroles: { a: }', expected: schema('"policy.roles.a"') },
    {
      name: 'an engine nobody has',
      policy: 'engine: locall',
      expected: schema('"policy.engine"', 'did you mean "local"'),
    },
    { name: 'an engine of null', policy: 'engine:', expected: schema('"policy.engine"') },
    { name: 'an engine of false', policy: 'engine: false', expected: schema('"policy.engine"') },
    { name: 'a fallback of true', policy: 'engine: local\nfallback: true', expected: schema('"policy.fallback"') },
    { name: 'a fallback of null', policy: 'engine: local\nfallback: ~', expected: schema('"policy.fallback"') },
    { name: 'a mode nobody has', policy: 'engine: local\nmode: dry-run', expected: schema('"policy.mode"') },
    {
      name: 'a fallback of warn beside mode enforce',
      policy: 'engine: local\nfallback: warn\nmode: enforce',
      expected: schema('"policy.mode"'),
    },
    { name: 'a timeout as text', policy: 'engine: local\ntimeout: "5000"', expected: schema('"policy.timeout"') },
    { name: 'a negative timeout', policy: 'engine: local\ntimeout: -1', expected: schema('"policy.timeout"') },
    { name: 'an endless timeout', policy: 'engine: local\ntimeout: .inf', expected: schema('"policy.timeout"') },
    { name: 'a timeout of no number', policy: 'engine: local\ntimeout: .nan', expected: schema('"policy.timeout"') },
    { name: 'a timeout of days', policy: 'engine: local\ntimeout: 86400000', expected: schema('"policy.timeout"') },
    { name: 'scopes as text', policy: 'engine: local\nscopes: check.execute', expected: schema('"policy.scopes"') },
    {
      name: 'a scope nobody has',
      policy: 'engine: local\nscopes: [check.exec]',
      expected: schema('"policy.scopes.0"', 'did you mean'),
    },
    { name: 'rules as a number', policy: 'engine: local\nrules: 1', expected: schema('"policy.rules"') },
    { name: 'no rules in a list', policy: 'engine: local\nrules: []', expected: schema('"policy.rules"') },
    { name: 'data as a list', policy: 'engine: local\ndata: [a.json]', expected: schema('"policy.data"') },
    {
      name: 'a url beside engine local',
      policy: 'engine: local\nurl: http://opa:8181',
      expected: schema('"policy.url"'),
    },
    {
      name: 'rules beside engine remote',
      policy: 'engine: remote\nurl: http://opa:8181\nrules: ./p',
      expected: schema('"policy.rules"'),
    },
    { name: 'engine remote without a url', policy: 'engine: remote', expected: schema('"policy.url"') },
    { name: 'steps as a list', steps: '- deploy', expected: schema('"steps"') },
    { name: 'a step of null', steps: 'deploy:', expected: schema('"steps.deploy"') },
    { name: 'a step as text', steps: 'deploy: ./deploy.sh', expected: schema('"steps.deploy"') },
    { name: 'a step policy of null', steps: 'deploy: { policy: }', expected: schema('"steps.deploy.policy"') },
    {
      name: 'a step policy as a list',
      steps: 'deploy: { policy: [admin] }',
      expected: schema('"steps.deploy.policy"'),
    },
    {
      name: 'require as a mapping',
      steps: 'deploy: { policy: { require: { any: [admin] } } }',
      expected: schema('"steps.deploy.policy.require"'),
    },
    {
      name: 'require false',
      steps: 'deploy: { policy: { require: false } }',
      expected: schema('"steps.deploy.policy.require"'),
    },
    {
      name: 'require of null',
      steps: 'deploy: { policy: { require: } }',
      expected: schema('"steps.deploy.policy.require"'),
    },
    {
      name: 'require of nobody',
      steps: 'deploy: { policy: { require: [] } }',
      expected: schema('"steps.deploy.policy.require"'),
    },
    {
      name: 'deny as text',
      steps: 'deploy: { policy: { deny: external } }',
      expected: schema('"steps.deploy.policy.deny"'),
    },
    {
      name: 'rule as a list',
      steps: 'deploy: { policy: { rule: [visor/x] } }',
      expected: schema('"steps.deploy.policy.rule"'),
    },
    { name: 'tags as text', steps: 'deploy: { tags: deploy }', expected: schema('"steps.deploy.tags"') },
    {
      name: 'depends_on as a mapping',
      steps: 'deploy: { depends_on: { build: true } }',
      expected: schema('"steps.deploy.depends_on"'),
    },
    {
      name: 'allowEdit as text',
      steps: 'deploy: { type: ai, ai: { allowEdit: "yes" } }',
      expected: schema('"steps.deploy.ai.allowEdit"'),
    },
    {
      name: 'a negated tool',
      steps: 'deploy: { type: ai, ai: { allowedTools: ["!rm"] } }',
      expected: schema('negate'),
    },
    {
      name: 'blocked methods as text',
      steps: 'deploy: { ai: { mcpServers: { s: { blockedMethods: "*" } } } }',
      expected: schema('"steps.deploy.ai.mcpServers.s.blockedMethods"'),
    },
    { name: 'an mcp step without a method', steps: 'deploy: { type: mcp, server: s }', expected: schema('"method"') },
    { name: 'an mcp step without a server', steps: 'deploy: { type: mcp, method: m }', expected: schema('"server"') },
    {
      name: 'an mcp step with a pattern',
      steps: 'deploy: { type: mcp, server: s, method: "get_*" }',
      expected: schema('pattern'),
    },
    {
      name: 'an unknown policy key',
      policy: `${BASE}\nfalback: deny`,
      expected: unknown('"policy.falback"', 'did you mean "fallback"'),
      line: '9',
    },
    {
      name: 'an unknown key of a role',
      policy: 'engine: local\nroles: { a: { user: [alice] } }',
      expected: unknown('did you mean "users"'),
    },
    {
      name: 'an unknown key of a step policy',
      steps: 'deploy: { policy: { requires: admin } }',
      expected: unknown('did you mean "require"'),
    },
    {
      name: 'a policy key of the prototype',
      policy: 'engine: local\nconstructor: deny',
      expected: unknown('"policy.constructor"'),
    },
    {
      name: 'a role named constructor',
      policy: 'engine: local\nroles: { constructor: { users: [a] } }',
      expected: schema('"constructor"'),
    },
    {
      name: 'a role named __proto__',
      policy: 'engine: local\nroles: { __proto__: { users: [a] } }',
      expected: schema('"__proto__"'),
    },
    {
      name: 'a step named __proto__',
      steps: '__proto__: { policy: { deny: [external] } }',
      expected: schema('"__proto__"'),
    },
    {
      name: 'a step named prototype',
      steps: 'prototype: { policy: { deny: [external] } }',
      expected: schema('"prototype"'),
    },
    {
      name: 'a server named constructor',
      steps: 'deploy: { ai: { mcpServers: { constructor: { command: x } } } }',
      expected: schema('"constructor"'),
    },
    {
      name: 'a role that is not defined',
      steps: 'deploy: { policy: { require: [developr] } }',
      expected: { code: 2, errorCode: 'ERR_CONFIG_ROLE', says: ['"developr"', 'did you mean "developer"'] },
    },
    {
      name: 'a denied role that is not defined',
      steps: 'deploy: { policy: { deny: [outsiders] } }',
      expected: { code: 2, errorCode: 'ERR_CONFIG_ROLE', says: ['"outsiders"', '"policy.roles"'] },
    },
    {
      name: 'a role of the prototype',
      steps: 'deploy: { policy: { require: [toString] } }',
      expected: { code: 2, errorCode: 'ERR_CONFIG_ROLE', says: ['"toString"'] },
    },
    {
      name: 'depends_on nobody',
      steps: 'deploy: { depends_on: [buil] }\nbuild: {}',
      expected: { code: 2, errorCode: 'ERR_CONFIG_DEPENDENCY', says: ['did you mean "build"'] },
    },
    {
      name: 'depends_on an empty alternative',
      steps: 'deploy: { depends_on: "build|" }\nbuild: {}',
      expected: { code: 2, errorCode: 'ERR_CONFIG_DEPENDENCY', says: ['""'] },
    },
    {
      name: 'depends_on itself',
      steps: 'deploy: { depends_on: deploy }',
      expected: { code: 2, errorCode: 'ERR_CONFIG_CYCLE', says: ['"deploy"'] },
    },
    {
      name: 'depends_on in a circle',
      steps: 'a: { depends_on: [b] }\nb: { depends_on: ["c|d"] }\nc: { depends_on: a }\nd: {}',
      expected: { code: 2, errorCode: 'ERR_CONFIG_CYCLE', says: ['circle'] },
    },
    {
      name: 'data outside',
      policy: 'engine: local\ndata: ../data.json',
      expected: { code: 2, errorCode: 'ERR_CONFIG_PATH', says: ['leaves the repository'] },
    },
    {
      name: 'rules at an absolute path',
      policy: 'engine: local\nrules: /etc/policies',
      expected: { code: 2, errorCode: 'ERR_CONFIG_PATH', says: ['relative'] },
    },
  ]
  test.each(wrongTypes)('$name', async ({ policy = BASE, steps = DEPLOY, expected, line }) => {
    const run = await judge(aConfig(policy, steps))
    expectClosed(run, expected)
    expect(run.annotations[0]).toMatchObject({
      level: 'error',
      file: '.visor.yaml',
      line: line ?? expect.stringMatching(/^\d+$/),
      col: expect.stringMatching(/^\d+$/),
    })
  })

  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`).join('\n')}\n`
  const merges = `m0: &m0 { x0: 1 }\n${Array.from({ length: 12 }, (_, i) => `m${i + 1}: &m${i + 1} { x${i + 1}: 1, <<: [${Array(10).fill(`*m${i}`).join(', ')}] }`).join('\n')}\n`
  const whole: readonly { name: string; config: string | Uint8Array; expected: Closed }[] = [
    { name: 'an empty file', config: '', expected: schema('must be a mapping') },
    { name: 'a list', config: '- version: "1.0"\n', expected: schema('must be a mapping') },
    { name: 'no version', config: 'steps: { deploy: {} }\n', expected: schema('"version" is missing') },
    {
      name: 'a version that is a number',
      config: 'version: 1.0\nsteps: { deploy: {} }\n',
      expected: schema('"version"', 'text'),
    },
    {
      name: 'roles and no engine',
      config: aConfig(ROLES),
      expected: { code: 2, errorCode: 'ERR_CONFIG_ENGINE', says: ['"policy.roles"', 'engine: local'] },
    },
    {
      name: 'rules and no engine',
      config: aConfig('rules: ./policies', 'deploy: {}'),
      expected: { code: 2, errorCode: 'ERR_CONFIG_ENGINE', says: ['"policy.rules"'] },
    },
    {
      name: 'a step policy and no policy at all',
      config: 'version: "1.0"\nsteps:\n  deploy: { policy: { rule: visor/x } }\n',
      expected: { code: 2, errorCode: 'ERR_CONFIG_ENGINE', says: ['"steps.deploy.policy"'] },
    },
    {
      name: 'a policy of null',
      config: 'version: "1.0"\npolicy:\nsteps: { deploy: {} }\n',
      expected: schema('"policy"'),
    },
    {
      name: 'a policy that is a list',
      config: 'version: "1.0"\npolicy: [engine]\nsteps: { deploy: {} }\n',
      expected: schema('"policy"'),
    },
    {
      name: 'a key twice',
      config: aConfig('engine: local\nengine: disabled'),
      expected: { code: 2, errorCode: 'ERR_CONFIG_DUPLICATE_KEY' },
    },
    {
      name: 'a step twice',
      config: aConfig(BASE, 'deploy: { policy: { require: admin } }\ndeploy: {}'),
      expected: { code: 2, errorCode: 'ERR_CONFIG_DUPLICATE_KEY' },
    },
    {
      name: 'a key twice, once in quotes',
      config: aConfig('engine: local\n"engine": disabled'),
      expected: { code: 2, errorCode: 'ERR_CONFIG_DUPLICATE_KEY' },
    },
    {
      name: 'an alias bomb',
      config: `${bomb}${aConfig(BASE)}`,
      expected: { code: 2, errorCode: 'ERR_CONFIG_ALIASES', says: ['aliases'] },
    },
    {
      name: 'a bomb of merge keys',
      config: `${merges}${aConfig(BASE)}`,
      expected: { code: 2, errorCode: 'ERR_CONFIG_ALIASES' },
    },
    {
      name: 'a mapping that holds itself',
      config: aConfig(BASE, 'deploy: { resource: &x { path: x, a: *x } }'),
      expected: { code: 2, errorCode: 'ERR_CONFIG_ALIASES', says: ['"steps.deploy.resource.a"', 'without end'] },
    },
    {
      name: 'parameters of a pack that hold themselves',
      config: aConfig(`${BASE}\npacks: { modes: { parameters: &p { limits: *p } } }`),
      expected: { code: 2, errorCode: 'ERR_CONFIG_ALIASES' },
    },
    { name: 'an alias to nowhere', config: `x: *nowhere\n${aConfig(BASE)}`, expected: { code: 2, says: ['nowhere'] } },
    {
      name: 'steps as a list of steps',
      config: `version: "1.0"\npolicy: { engine: local }\nsteps:\n  - { id: deploy, type: command }\n`,
      expected: schema('"steps"'),
    },
    {
      name: 'steps as an empty list',
      config: 'version: "1.0"\npolicy: { engine: local }\nsteps: []\n',
      expected: schema('"steps"'),
    },
    {
      name: 'a policy that is an empty list',
      config: 'version: "1.0"\npolicy: []\nsteps: { deploy: { type: command } }\n',
      expected: schema('"policy"'),
    },
    {
      name: 'a step policy that is an empty list',
      config: aConfig(BASE, 'deploy: { type: command, policy: [] }'),
      expected: schema('"steps.deploy.policy"'),
    },
    {
      name: 'a role that is an empty list',
      config: aConfig('engine: local\nroles: { external: [] }', 'deploy: { policy: { deny: [external] } }'),
      expected: schema('"policy.roles.external"'),
    },
    {
      name: 'ai that is a list',
      config: aConfig(BASE, 'deploy: { type: ai, ai: [] }'),
      expected: schema('"steps.deploy.ai"'),
    },
    {
      name: '1 MiB and a byte',
      config: `${aConfig(BASE)}#`.padEnd(1024 * 1024 + 1, 'x'),
      expected: { code: 2, says: ['.visor.yaml', '1048577', '1048576'] },
    },
    {
      name: 'not UTF-8',
      config: Buffer.concat([Buffer.from(aConfig(BASE)), Buffer.from([0x23, 0xff, 0xfe, 0x0a])]),
      expected: { code: 2, errorCode: 'ERR_CONFIG_YAML', says: ['UTF-8'] },
    },
    {
      name: 'UTF-16',
      config: Buffer.from(`\ufeff${aConfig(BASE)}`, 'utf16le'),
      expected: { code: 2, errorCode: 'ERR_CONFIG_YAML' },
    },
    {
      name: 'two documents',
      config: `${aConfig(BASE)}---\n${aConfig('engine: disabled')}`,
      expected: { code: 2, errorCode: 'ERR_CONFIG_YAML' },
    },
    {
      name: 'a tab for an indent',
      config: 'version: "1.0"\npolicy:\n\tengine: local\n',
      expected: { code: 2, errorCode: 'ERR_CONFIG_YAML' },
    },
    {
      name: 'a bracket that is not closed',
      config: `${aConfig(BASE)}x: [1,\n`,
      expected: { code: 2, errorCode: 'ERR_CONFIG_YAML' },
    },
    { name: 'a key that is a list', config: `${aConfig(BASE)}? [a, b]\n: c\n`, expected: { code: 2 } },
    {
      name: 'brackets without end',
      config: `${aConfig(BASE)}x: ${'['.repeat(200_000)}`,
      expected: { code: 2, errorCode: 'ERR_CONFIG_YAML' },
    },
    {
      name: 'a merged policy key nobody knows',
      config: `x: &x { requires: admin }\n${aConfig(BASE, 'deploy: { policy: { <<: *x, require: admin } }')}`,
      expected: unknown('requires'),
    },
    // YAML's own types become Map and Set, which have no keys to look at: what they say would be lost.
    {
      name: 'a step policy that is an ordered map',
      config: aConfig(BASE, 'deploy: { policy: !!omap [ { require: admin } ] }'),
      expected: { code: 2, says: ['omap'] },
    },
    {
      name: 'a step policy that is a set',
      config: aConfig(BASE, 'deploy: { policy: !!set { require } }'),
      expected: { code: 2 },
    },
    {
      name: 'a step that is an ordered map',
      config: aConfig(BASE, 'deploy: !!omap [ { policy: { require: admin } } ]'),
      expected: { code: 2 },
    },
    {
      name: 'a role that is an ordered map',
      config: aConfig(
        'engine: local\nroles: { external: !!omap [ { users: [Codertocat] } ] }',
        'deploy: { policy: { deny: [external] } }',
      ),
      expected: { code: 2 },
    },
    {
      name: 'steps that are an ordered map',
      config: `version: "1.0"\npolicy: { engine: local }\nsteps: !!omap\n  - deploy: { type: command }\n`,
      expected: { code: 2 },
    },
    {
      name: 'a policy that is an ordered map',
      config: 'version: "1.0"\npolicy: !!omap [ { engine: local }, { rules: ./policies } ]\nsteps: { deploy: {} }\n',
      expected: { code: 2 },
    },
    { name: 'JSON of another kind', config: '"engine: local"', expected: schema('must be a mapping') },
  ]
  test.each(whole)('$name', async ({ config, expected }) => {
    const run = await judge(config)
    expectClosed(run, expected)
    expect(run.ms).toBeLessThan(5000)
  })

  test('every step that can be made out is said no to by its name', async () => {
    const run = await judge(aConfig('engine: local\nmode: loose', 'a: {}\nb: {}'))
    expectClosed(run, { code: 2, errorCode: 'ERR_CONFIG_SCHEMA', steps: ['a', 'b'] })
    expect(run.outputs.denied).toBe('["a","b"]')
  })

  test('no config at all', async () => {
    const run = await runAction({ files: { 'README.md': '' }, event: aPullRequest(), inputs: GATED })
    expectClosed(run, { code: 2, errorCode: 'ERR_CONFIG_NOT_FOUND', says: ['.visor.yaml'], steps: [] })
  })

  test('a policy that comes by a merge key binds', async () => {
    const config = `x: &closed { type: command, policy: { require: admin } }\n${aConfig(BASE, 'deploy: { <<: *closed }\nother: { <<: [*closed], type: ai }')}`
    expectClosed(await judge(config), {
      code: 0,
      result: 'denied',
      reasonCode: 'policy_denied',
      steps: ['deploy', 'other'],
    })
  })

  test('a config of just 1 MiB is read', async () => {
    const run = await judge(`${aConfig(BASE)}#`.padEnd(1024 * 1024, 'x'))
    expect(run.outputs.result).toBe('allowed')
  })
})
