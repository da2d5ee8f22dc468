import { describe, expect, test } from '@jest/globals'
import { readConfig } from '../../src/config/find.js'
import { parseConfig } from '../../src/config/parse.js'
import { selectSteps } from '../../src/config/select.js'
import { ConfigError } from '../../src/core/errors.js'
import { aSource } from './composing.js'

const parse = (text: string, path = '.visor.yaml') => parseConfig({ path, bytes: Buffer.from(text) })
const errorOf = (text: string, path?: string): ConfigError => {
  try {
    parse(text, path)
  } catch (thrown) {
    if (thrown instanceof ConfigError) return thrown
    throw thrown
  }
  throw new Error('it was parsed')
}

describe('what is wrong is named with its place and the way out', () => {
  const head = 'version: "1.0"\n'
  const roles = `${head}policy:\n  engine: local\n  roles:\n    admin: { users: [a] }\n`
  test.each<[string, string, string, number, RegExp]>([
    ['no version', 'steps: {}\n', 'ERR_CONFIG_SCHEMA', 1, /"version" is missing/],
    ['a version that is a number', 'version: 1.0\n', 'ERR_CONFIG_SCHEMA', 1, /text, as in version: "1.0"/],
    ['a list at the top', '- a\n', 'ERR_CONFIG_SCHEMA', 1, /must be a mapping/],
    [
      'an unknown key in policy',
      `${head}policy:\n  engine: local\n  rulse: x\n`,
      'ERR_CONFIG_UNKNOWN_KEY',
      4,
      /did you mean "rules"/,
    ],
    [
      'an unknown key in a role',
      `${head}policy:\n  engine: local\n  roles:\n    a:\n      user: [x]\n`,
      'ERR_CONFIG_UNKNOWN_KEY',
      6,
      /did you mean "users"/,
    ],
    [
      "an unknown key in a step's policy",
      `${roles}steps:\n  a:\n    policy:\n      requires: admin\n`,
      'ERR_CONFIG_UNKNOWN_KEY',
      9,
      /did you mean "require"/,
    ],
    [
      'users as text',
      `${head}policy:\n  engine: local\n  roles:\n    a: { users: alice }\n`,
      'ERR_CONFIG_SCHEMA',
      5,
      /must be a list, not "alice"/,
    ],
    [
      'an association in lower case',
      `${head}policy:\n  engine: local\n  roles:\n    a: { author_association: [owner] }\n`,
      'ERR_CONFIG_SCHEMA',
      5,
      /did you mean "OWNER"/,
    ],
    [
      'a timeout as text',
      `${head}policy:\n  engine: local\n  timeout: "5s"\n`,
      'ERR_CONFIG_SCHEMA',
      4,
      /must be a number/,
    ],
    [
      'a timeout in fractions',
      `${head}policy:\n  engine: local\n  timeout: 1.5\n`,
      'ERR_CONFIG_SCHEMA',
      4,
      /whole number/,
    ],
    ['a negative timeout', `${head}policy:\n  engine: local\n  timeout: -1\n`, 'ERR_CONFIG_SCHEMA', 4, /negative/],
    [
      'an unknown fallback',
      `${head}policy:\n  engine: local\n  fallback: open\n`,
      'ERR_CONFIG_SCHEMA',
      4,
      /allow, deny, warn/,
    ],
    [
      'fallback warn beside mode enforce',
      `${head}policy:\n  engine: local\n  fallback: warn\n  mode: enforce\n`,
      'ERR_CONFIG_SCHEMA',
      5,
      /mode: audit/,
    ],
    [
      'an unknown scope',
      `${head}policy:\n  engine: local\n  scopes: [check.exec]\n`,
      'ERR_CONFIG_SCHEMA',
      4,
      /did you mean "check.execute"/,
    ],
    [
      'no scope at all',
      `${head}policy:\n  engine: local\n  scopes: []\n`,
      'ERR_CONFIG_SCHEMA',
      4,
      /at least one scope/,
    ],
    ['rules without an engine', `${head}policy:\n  rules: ./p\n`, 'ERR_CONFIG_ENGINE', 3, /policy.engine: local/],
    ['roles without an engine', `${head}policy:\n  roles: { a: {} }\n`, 'ERR_CONFIG_ENGINE', 3, /policy engine/],
    [
      "a step's policy without an engine",
      `${head}steps:\n  a:\n    policy: { }\n`,
      'ERR_CONFIG_ENGINE',
      4,
      /policy engine/,
    ],
    ['engine: true', `${head}policy:\n  engine: true\n`, 'ERR_CONFIG_SCHEMA', 3, /local, remote, disabled/],
    ['remote without url', `${head}policy:\n  engine: remote\n`, 'ERR_CONFIG_SCHEMA', 2, /needs "policy.url"/],
    [
      'remote with rules',
      `${head}policy:\n  engine: remote\n  url: http://opa:8181\n  rules: x\n`,
      'ERR_CONFIG_SCHEMA',
      5,
      /engine: local/,
    ],
    [
      'local with url',
      `${head}policy:\n  engine: local\n  url: http://opa:8181\n`,
      'ERR_CONFIG_SCHEMA',
      4,
      /engine: remote/,
    ],
    [
      'rules that leave the repository',
      `${head}policy:\n  engine: local\n  rules: ../x\n`,
      'ERR_CONFIG_PATH',
      4,
      /leaves the repository/,
    ],
    [
      'rules from the root of the disk',
      `${head}policy:\n  engine: local\n  rules: /etc\n`,
      'ERR_CONFIG_PATH',
      4,
      /relative/,
    ],
    [
      'require of an undefined role',
      `${roles}steps:\n  a: { policy: { require: amdin } }\n`,
      'ERR_CONFIG_ROLE',
      7,
      /did you mean "admin"/,
    ],
    [
      'an empty require',
      `${roles}steps:\n  a: { policy: { require: [] } }\n`,
      'ERR_CONFIG_SCHEMA',
      7,
      /at least one role/,
    ],
    ['deny as text', `${roles}steps:\n  a: { policy: { deny: admin } }\n`, 'ERR_CONFIG_SCHEMA', 7, /must be a list/],
    [
      'a rule with dots',
      `${roles}steps:\n  a: { policy: { rule: visor/../../x } }\n`,
      'ERR_CONFIG_SCHEMA',
      7,
      /segments/,
    ],
    [
      'a dependency on nothing',
      `${head}steps:\n  build: {}\n  a: { depends_on: [biuld] }\n`,
      'ERR_CONFIG_DEPENDENCY',
      4,
      /did you mean "build"/,
    ],
    [
      'a circle',
      `${head}steps:\n  a: { depends_on: b }\n  b: { depends_on: ["c|a"] }\n  c: {}\n`,
      'ERR_CONFIG_CYCLE',
      3,
      /circle/,
    ],
    ['a step called constructor', `${head}steps:\n  constructor: {}\n`, 'ERR_CONFIG_SCHEMA', 3, /cannot be a name/],
    ['a step called __proto__', `${head}steps:\n  __proto__: {}\n`, 'ERR_CONFIG_SCHEMA', 3, /cannot be a name/],
    ['a duplicate key', `${head}steps:\n  a: {}\n  a: {}\n`, 'ERR_CONFIG_DUPLICATE_KEY', 4, /unique/],
    ['broken YAML', `${head}steps: [\n`, 'ERR_CONFIG_YAML', 3, /./],
    [
      'an mcp step without a method',
      `${head}steps:\n  a: { type: mcp, server: s }\n`,
      'ERR_CONFIG_SCHEMA',
      3,
      /"method"/,
    ],
    [
      'an mcp step that calls a pattern',
      `${head}steps:\n  a: { type: mcp, server: s, method: "get_*" }\n`,
      'ERR_CONFIG_SCHEMA',
      3,
      /pattern/,
    ],
    ['allowBash as text', `${head}steps:\n  a: { ai: { allowBash: "no" } }\n`, 'ERR_CONFIG_SCHEMA', 3, /true or false/],
    ['a negated tool', `${head}steps:\n  a: { ai: { allowedTools: ["!rm"] } }\n`, 'ERR_CONFIG_SCHEMA', 3, /negate/],
  ])('%s', (_name, text, code, line, message) => {
    const error = errorOf(text)
    expect([error.code, error.line, error.path]).toEqual([code, line, '.visor.yaml'])
    expect(error.message).toMatch(message)
  })

  test('an alias bomb, too many bytes, and bytes that are no text', () => {
    const bomb = `${head}a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[i]}`).join(',')}]`)
      .join('\n')}\n`
    expect(errorOf(bomb).code).toBe('ERR_CONFIG_ALIASES')
    expect(errorOf(`${head}#${'x'.repeat(1024 * 1024)}`).code).toBe('ERR_CONFIG_SIZE')
    expect(() => parseConfig({ path: 'c', bytes: Uint8Array.from([0xff, 0xfe]) })).toThrow(/UTF-8/)
  })
})

describe('what is right is read as it is meant', () => {
  test('defaults: the local engine, deny, five seconds, every scope, and a notice that says so', () => {
    const { policy, notices } = parse('version: "1.0"\nsteps:\n  a: {}\n')
    expect(policy).toEqual({
      engine: 'local',
      rules: [],
      fallback: 'deny',
      mode: 'enforce',
      timeoutMs: 5000,
      scopes: ['check.execute', 'tool.invoke', 'capability.resolve'],
      roles: [],
      audit: { required: false, mask: [] },
    })
    expect(notices.map(({ message }) => message).join()).toContain('fallback')
  })

  test('fallback warn is audit with allow; timeout 0 is 5000 with a notice', () => {
    const { policy, notices } = parse(
      'version: "1.0"\npolicy:\n  engine: local\n  fallback: warn\n  timeout: 0\nsteps: { a: {} }\n',
    )
    expect(policy).toMatchObject({ fallback: 'allow', mode: 'audit', timeoutMs: 5000 })
    expect(notices).toEqual([expect.objectContaining({ level: 'notice', line: 5 })])
  })

  test('a policy that comes by a merge key is not lost', () => {
    const text =
      'version: "1.0"\npolicy: { engine: local, roles: { admin: {} } }\nx: &guarded { policy: { require: admin } }\nsteps:\n  a:\n    <<: *guarded\n    type: command\n'
    expect(parse(text).steps[0]).toMatchObject({
      id: 'a',
      type: 'command',
      policy: { require: 'admin' },
      position: { line: 5, column: 3 },
    })
  })

  test('checks is steps; with both, steps stands and a warning says so', () => {
    expect(parse('version: "1.0"\nchecks: { a: {} }\n').steps.map(({ id }) => id)).toEqual(['a'])
    const both = parse('version: "1.0"\nsteps: { a: {} }\nchecks: { b: {} }\n')
    expect([
      both.steps.map(({ id }) => id),
      both.notices.some(({ level, line }) => level === 'warning' && line === 3),
    ]).toEqual([['a'], true])
  })

  test('paths are relative to the config, rules get their prefix', () => {
    const config = parse(
      'version: "1.0"\npolicy: { engine: local, rules: ../policies/, data: ./data.json }\nsteps: { a: { policy: { rule: deploy/prod } } }\n',
      'ci/visor/v.yaml',
    )
    expect(config.policy).toMatchObject({ rules: ['ci/policies'], data: 'ci/visor/data.json' })
    expect(config.steps[0]).toMatchObject({ rule: 'visor/deploy/prod', policy: { rule: 'deploy/prod' } })
  })

  test("other tools' keys are left alone; chat keys match nobody", () => {
    const config = parse(
      'version: "1.0"\nslack: { x: 1 }\npolicy: { engine: local, roles: { a: { slack_users: [u], emails: [e] }, b: { users: [x], slack_channels: [c] } } }\nsteps: { a: { prompt: p, on: [pr] } }\n',
    )
    expect(config.policy.roles.map(({ neverApplies, users }) => [neverApplies, users])).toEqual([
      [false, []],
      [true, ['x']],
    ])
    expect(config.steps[0]?.capabilities).toEqual({})
  })
})

describe('steps are chosen by id and by glob', () => {
  const steps = ['build', 'deploy-a', 'deploy/b', '.hidden', 'a,b'].map((id) => ({ id }))
  test.each<[string[], string[]]>([
    [[], ['build', 'deploy-a', 'deploy/b', '.hidden', 'a,b']],
    [['build'], ['build']],
    [['deploy*'], ['deploy-a', 'deploy/b']],
    [['*'], ['build', 'deploy-a', 'deploy/b', '.hidden', 'a,b']],
    [['{build,deploy-a}'], ['build', 'deploy-a']],
    [['a,b'], ['a,b']],
  ])('%j', (patterns, expected) => {
    expect([...selectSteps(steps, patterns)].sort()).toEqual([...expected].sort())
  })
  test('a pattern that matches nothing is an error with a suggestion', () => {
    expect(() => selectSteps(steps, ['biuld'])).toThrow(/matches no step.*did you mean "build"/)
  })
})

describe('approvals of a step', () => {
  const withApprovals = (approvals: string) =>
    `version: "1.0"\npolicy:\n  engine: local\n  roles:\n    admin: { users: [a] }\nsteps:\n  deploy:\n    policy:\n      approvals: ${approvals}\n`
  const stepOf = (approvals: string) => parse(withApprovals(approvals)).steps[0]

  test('are read with what is left out filled in, and passed on as written', () => {
    const step = stepOf('{ roles: [admin], teams: [platform, acme/ops] }')
    expect(step?.approvals).toEqual({ count: 1, roles: ['admin'], teams: ['platform', 'acme/ops'], users: [] })
    expect(step?.policy).toEqual({ approvals: { roles: ['admin'], teams: ['platform', 'acme/ops'] } })
    expect(stepOf('{ count: 2, users: [bob] }')?.approvals).toMatchObject({ count: 2, users: ['bob'] })
  })

  test.each<[string, string, string, RegExp]>([
    ['nobody', '{ count: 2 }', 'ERR_CONFIG_SCHEMA', /"steps.deploy.policy.approvals" must say who approves/],
    ['empty lists', '{ roles: [], users: [] }', 'ERR_CONFIG_SCHEMA', /must say who approves/],
    ['nothing', '{}', 'ERR_CONFIG_SCHEMA', /must say who approves/],
    ['a number', '2', 'ERR_CONFIG_SCHEMA', /must be a mapping/],
    ['a list', '[admin]', 'ERR_CONFIG_SCHEMA', /must be a mapping/],
    ['null', '', 'ERR_CONFIG_SCHEMA', /must be a mapping/],
    ['a key that is misspelt', '{ role: [admin] }', 'ERR_CONFIG_UNKNOWN_KEY', /did you mean "roles"/],
    [
      'a role that is misspelt',
      '{ roles: [amdin] }',
      'ERR_CONFIG_ROLE',
      /"approvals.roles" names the role "amdin".*"admin"/,
    ],
    ['roles as text', '{ roles: admin }', 'ERR_CONFIG_SCHEMA', /"steps.deploy.policy.approvals.roles" must be a list/],
    ['none', '{ count: 0, users: [bob] }', 'ERR_CONFIG_SCHEMA', /must be at least 1/],
    ['too many', '{ count: 101, users: [bob] }', 'ERR_CONFIG_SCHEMA', /must be at most 100/],
    ['one and a half', '{ count: 1.5, users: [bob] }', 'ERR_CONFIG_SCHEMA', /whole number/],
    ['a count as text', '{ count: "2", users: [bob] }', 'ERR_CONFIG_SCHEMA', /must be a number/],
    ['an odd team', '{ teams: [a/b/c] }', 'ERR_CONFIG_SCHEMA', /must be "slug" or "org\/slug"/],
  ])('of %s', (_name, approvals, code, message) => {
    const error = errorOf(withApprovals(approvals))
    expect([error.code, error.line]).toEqual([code, 9])
    expect(error.message).toMatch(message)
  })

  test('need an engine that is written', () => {
    const error = errorOf('version: "1.0"\nsteps:\n  a:\n    policy: { approvals: { users: [bob] } }\n')
    expect(error.code).toBe('ERR_CONFIG_ENGINE')
  })
  test('that nobody will ask for are warned of', () => {
    const text = withApprovals('{ users: [bob] }').replace('engine: local', 'engine: local\n  scopes: [tool.invoke]')
    expect(
      parse(text)
        .notices.map(({ message }) => message)
        .join(),
    ).toContain('it is not asked')
  })
})

describe('where there is no config', () => {
  test.each([
    {
      kind: 'workspace' as const,
      name: 'the working tree',
      wayOut: 'check the repository out first, or name the file in the input "config"',
    },
    {
      kind: 'api' as const,
      name: 'main at 1a2b3c4 (the default branch)',
      wayOut: 'add one of them to that branch, or name the file that is there in the input "config"',
    },
  ])('of the source $kind, what helps there is said', async ({ kind, name, wayOut }) => {
    const source = { ...aSource({ 'a.yaml': '' }), kind, describe: () => name }
    await expect(readConfig(source, '')).rejects.toMatchObject({
      code: 'ERR_CONFIG_NOT_FOUND',
      message: `there is no config: none of visor.yaml, visor.yml, .visor.yaml, .visor.yml is at the root of ${name}; ${wayOut}`,
    })
  })
})

describe('the lists of methods', () => {
  const standing = (method: string, blocked: string, type = 'mcp') =>
    parse(
      `version: "1.0"\npolicy: { engine: local }\nsteps:\n  s: { type: ${type}, server: g, command: g, method: ${JSON.stringify(method)}, blockedMethods: ${blocked} }\n`,
    ).steps[0]?.ownTool?.standing

  test.each([
    ['delete', '[delete]'],
    ['delete_all', '["delete*"]'],
    ['repo/delete', '["*"]'],
    ['./delete', '["*"]'],
    ['.', '["*"]'],
    ['..', '["**"]'],
    ['./delete', '["./*"]'],
    ['a/../b', '["a*"]'],
    ['a\nb', '["*"]'],
    ['delete\nx', '["delete*"]'],
  ])('%j is blocked by %s', (method, blocked) => {
    expect(standing(method, blocked)).toBe('blocked-by-config')
    expect(standing(method, blocked, 'MCP')).toBe('blocked-by-config')
  })

  test('what none of them names is asked about', () => {
    expect(standing('read', '["delete*", "write"]')).toBe('ask')
    expect(standing('a.b/c..d', '["delete*"]')).toBe('ask')
    expect(standing('./delete', '[]')).toBe('ask')
  })
})
