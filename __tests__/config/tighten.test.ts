import { describe, expect, test } from '@jest/globals'
import { compose, refusalOf, VERSION } from './composing.js'

/** What a config may make of its parent, each rule both ways: towards closed, and not one step towards open. */

type Case = {
  readonly name: string
  readonly parent: string
  /** What a child may write. */
  readonly may?: readonly string[]
  /** What it may not, with what is said of it and the line of each of the two. */
  readonly mayNot?: readonly (readonly [string, RegExp])[]
}

const ENGINE = 'policy:\n  engine: local\n'
const ROLES =
  '  roles:\n    admin: { author_association: [OWNER], users: [Cto] }\n    dev: { author_association: [MEMBER, COLLABORATOR], teams: [a, b] }\n    external: { author_association: [NONE] }\n    chat: { users: [x], slack_channels: [c] }\n'
const STEP = 'steps:\n  deploy:\n    policy: '
const policy = (text: string) => `policy: { ${text} }\n`
const step = (text: string) => `${STEP}{ ${text} }\n`
const deploy = (text: string) => `${ENGINE}${ROLES}${step(text)}`
const OWN_KEY = `key: "-----BEGIN PUBLIC KEY-----"`

const CASES: readonly Case[] = [
  {
    name: 'engine',
    parent: ENGINE,
    may: ['', policy('engine: local'), policy('fallback: deny')],
    mayNot: [
      [policy('engine: disabled'), /the engine is local, and stays so/],
      [policy('engine: remote, url: "http://opa:8181"'), /the engine is local, and stays so/],
    ],
  },
  {
    name: 'engine: disabled',
    parent: policy('engine: disabled'),
    may: [policy('engine: local'), policy('engine: remote, url: "http://opa:8181"'), policy('engine: disabled')],
  },
  {
    name: 'an engine that is left to others',
    parent: `policy: { roles: { admin: {} } }\n${step('require: admin')}`,
    may: [policy('engine: local'), policy('engine: remote, url: "http://opa:8181"')],
    mayNot: [[policy('engine: disabled'), /it has a policy, which "disabled" would turn off/]],
  },
  {
    name: 'no policy at all',
    parent: 'steps: { build: {} }\n',
    may: [policy('engine: local, fallback: allow, mode: audit, scopes: [tool.invoke]'), policy('engine: disabled')],
  },
  {
    name: 'fallback: deny',
    parent: policy('engine: local, fallback: deny'),
    may: [policy('fallback: deny'), ''],
    mayNot: [
      [policy('fallback: allow'), /the fallback is deny, and goes towards deny only; write deny, or leave it out/],
      [policy('fallback: warn'), /the fallback is deny/],
    ],
  },
  {
    name: 'a fallback that is not written',
    parent: ENGINE,
    mayNot: [[policy('fallback: allow'), /the fallback is deny, since none is written/]],
  },
  {
    name: 'fallback: allow',
    parent: policy('engine: local, fallback: allow'),
    may: [policy('fallback: deny'), policy('fallback: allow'), ''],
    mayNot: [[policy('fallback: warn'), /the mode is enforce, since none is written/]],
  },
  {
    name: 'fallback: warn',
    parent: policy('engine: local, fallback: warn'),
    may: [policy('fallback: deny'), policy('mode: enforce'), policy('fallback: warn'), policy('mode: audit')],
  },
  {
    name: 'mode: audit',
    parent: policy('engine: local, mode: audit'),
    may: [policy('mode: enforce'), policy('mode: audit')],
    mayNot: [[policy('fallback: warn'), /the fallback is deny, since none is written/]],
  },
  {
    name: 'mode: enforce',
    parent: policy('engine: local, mode: enforce'),
    may: [policy('mode: enforce')],
    mayNot: [[policy('mode: audit'), /the mode is enforce, and goes towards enforce only/]],
  },
  {
    name: 'rules',
    parent: policy('engine: local, rules: ./p'),
    may: [policy('rules: p'), policy('rules: [./p/]'), ''],
    mayNot: [
      [policy('rules: ./q'), /its rules decide, and no others/],
      [policy('rules: [./p, ./q]'), /its rules decide/],
      [policy('data: ./d.json'), /its rules would read other data/],
      [policy('rules: ./p, verify: { key: ./k.pem }'), /its rules are not signed with this key/],
    ],
  },
  {
    name: 'no rules, and nothing that needs the built-in ones',
    parent: `${ENGINE}steps: { build: { policy: {} } }\n`,
    may: [policy('rules: ./p'), policy('data: ./d.json'), policy(`rules: ./p.tar.gz, verify: { ${OWN_KEY} }`)],
  },
  ...['require: admin', 'deny: [external]', 'approvals: { users: [a] }'].map(
    (what): Case => ({
      name: `the built-in rules for ${what}`,
      parent: deploy(what),
      mayNot: [
        [policy('rules: ./p'), /the built-in policy enforces what its steps say/],
        [policy('data: ./gone.json'), /the built-in policy enforces what its steps say, which reads no data/],
      ],
    }),
  ),
  {
    name: 'data',
    parent: policy('engine: local, rules: ./p, data: ./d.json'),
    may: [policy('data: d.json'), ''],
    mayNot: [[policy('data: e.json'), /its rules read these data/]],
  },
  {
    name: 'url',
    parent: policy('engine: remote, url: "http://opa:8181"'),
    may: [policy('url: "http://opa:8181"'), ''],
    mayNot: [[policy('url: "http://evil:8181"'), /its server decides, and no other/]],
  },
  {
    name: 'verify',
    parent: policy(`engine: local, rules: ./p.tar.gz, verify: { ${OWN_KEY}, algorithm: ES256 }`),
    may: [policy(`verify: { algorithm: ES256, ${OWN_KEY} }`), ''],
    mayNot: [
      [policy(`verify: { ${OWN_KEY}, algorithm: HS256 }`), /its key signs the bundles/],
      [policy('verify: { key: ./mine.pem, algorithm: ES256 }'), /its key signs the bundles/],
    ],
  },
  {
    name: 'timeout under fallback: deny',
    parent: policy('engine: local, timeout: 1000'),
    may: [policy('timeout: 10'), policy('timeout: 9000'), policy('timeout: 0')],
  },
  {
    name: 'timeout under fallback: allow',
    parent: policy('engine: local, fallback: allow'),
    may: [policy('timeout: 5000'), policy('timeout: 0'), policy('timeout: 10, fallback: deny')],
    mayNot: [[policy('timeout: 10'), /the limit is 5000 ms, and whoever is out of time is allowed/]],
  },
  {
    name: 'scopes',
    parent: policy('engine: local, scopes: [check.execute]'),
    may: [policy('scopes: [check.execute, tool.invoke]'), policy('scopes: [check.execute]')],
    mayNot: [[policy('scopes: [tool.invoke]'), /check.execute is governed, and scopes are only added; add it/]],
  },
  {
    name: 'all scopes, since none is written',
    parent: ENGINE,
    mayNot: [[policy('scopes: [check.execute]'), /tool.invoke, capability.resolve are governed/]],
  },
  {
    name: 'the scope of a step that has a policy',
    parent: step('rule: visor/a'),
    may: [policy('engine: local, rules: ./p, scopes: [check.execute]')],
    mayNot: [[policy('engine: local, scopes: [tool.invoke]'), /check.execute is governed/]],
  },
  {
    name: 'audit',
    parent: policy('engine: local, audit: { required: true, url: "http://log:1", mask: [/input/a] }'),
    may: [
      policy('audit: { required: true, url: "http://log:1" }'),
      policy('audit: { mask: [/input/b] }'),
      policy('audit: {}'),
    ],
    mayNot: [
      [policy('audit: { required: false }'), /the log is an obligation/],
      [policy('audit: { url: "http://evil:1" }'), /the log goes to its service/],
    ],
  },
  {
    name: 'no audit',
    parent: ENGINE,
    may: [policy('audit: { required: true }'), policy('audit: { url: "http://log:1" }')],
  },
  {
    name: 'roles',
    parent: `${ENGINE}${ROLES}`,
    may: [
      policy('roles: { admin: { users: [cto] }, new: { users: [a] } }'),
      policy('roles: { admin: {} }'),
      policy('roles: { dev: { teams: [a], author_association: [MEMBER] } }'),
      policy('roles: { dev: { users: [anybody], slack_channels: [c] } }'),
      policy('roles: { chat: { users: [y], slack_channels: [d] } }'),
    ],
    mayNot: [
      [policy('roles: { admin: { users: [cto, me] } }'), /a role may be narrowed only, and "users" did not name "me"/],
      [policy('roles: { admin: { permission: [read] } }'), /"permission" did not name "read"/],
      [policy('roles: { dev: { teams: [c] } }'), /"teams" did not name "c"/],
      [policy('roles: { external: { author_association: [NONE, OWNER] } }'), /did not name "OWNER"/],
      [policy('roles: { chat: { users: [x] } }'), /it named "slack_channels"/],
    ],
  },
  {
    name: 'a role that is denied',
    parent: deploy('deny: [external]'),
    may: [policy('roles: { external: { author_association: [NONE] }, admin: {} }')],
    mayNot: [
      [policy('roles: { external: {} }'), /it denies this role/],
      [
        policy('roles: { external: { author_association: [NONE], slack_channels: [c] } }'),
        /whoever no longer has it would be let in/,
      ],
    ],
  },
  {
    name: 'a role that other rules read',
    parent: `policy:\n  engine: local\n  rules: ./p\n${ROLES}`,
    may: [
      policy('roles: { new: { users: [a] }, external: { author_association: [NONE] } }'),
      // What its rules make of that is asked with the roles of both.
      policy('roles: { external: {} }'),
    ],
    mayNot: [[policy('roles: { external: { author_association: [NONE, MEMBER] } }'), /a role may be narrowed only/]],
  },
  {
    name: 'require',
    parent: deploy('require: [admin, dev]'),
    may: [step('require: admin'), step('require: [dev]'), step('require: [dev, admin]'), step('deny: [dev]')],
    mayNot: [
      [step('require: external'), /one of admin, dev is needed, of which "external" is none/],
      [step('require: [admin, external]'), /of which "external" is none/],
    ],
  },
  {
    name: 'a step without a requirement',
    parent: deploy('{}').replace('{ {} }', '{}'),
    may: [step('require: admin'), step('deny: [admin]'), step('approvals: { users: [a] }'), 'steps: { more: {} }\n'],
    mayNot: [[step('rule: visor/x'), /no rule of its own judges the step, and that stays so/]],
  },
  {
    name: 'deny',
    parent: deploy('deny: [external]'),
    may: [step('deny: []'), step('deny: [dev]'), step('require: admin')],
  },
  {
    name: 'rule',
    parent: `policy: { engine: local, rules: ./p }\n${step('rule: visor/a')}`,
    may: [step('rule: a'), step('rule: visor/a'), 'steps: { other: { policy: { rule: b } } }\n'],
    mayNot: [[step('rule: visor/b'), /the rule visor\/a judges the step, and that stays so/]],
  },
  {
    name: 'a step of the parent without any policy',
    parent: `policy: { engine: local, rules: ./p }\nsteps: { deploy: {} }\n`,
    mayNot: [[step('rule: visor/b'), /no rule of its own judges the step/]],
  },
  {
    name: 'approvals',
    parent: deploy('approvals: { count: 2, roles: [admin, dev], users: [Bob] }'),
    may: [
      step('approvals: { count: 3 }'),
      step('approvals: { roles: [dev] }'),
      step('approvals: { users: [bob], roles: [] }'),
      step('require: dev'),
    ],
    mayNot: [
      [step('approvals: { count: 1 }'), /2 people have to approve, and not fewer/],
      [step('approvals: { roles: [external] }'), /"roles" does not let "external" approve/],
      [step('approvals: { users: [bob, me] }'), /"users" does not let "me" approve/],
      [step('approvals: { teams: [a] }'), /"teams" does not let "a" approve/],
    ],
  },
]

const files = (parent: string, child: string) => ({
  'base.yaml': parent,
  '.visor.yaml': `${VERSION}extends: ./base.yaml\n${child}${child.includes('engine:') || parent.includes('engine:') ? '' : ENGINE}`,
})

describe('a child may', () => {
  const cases = CASES.flatMap(({ name, parent, may = [] }) => may.map((child) => [name, child, parent] as const))
  test.each(cases)('of %s: %j', async (_name, child, parent) => {
    await expect(compose(files(parent, child))).resolves.toBeDefined()
  })
})

describe('a child may not', () => {
  const cases = CASES.flatMap(({ name, parent, mayNot = [] }) =>
    mayNot.map(([child, says]) => [name, child, parent, says] as const),
  )
  test.each(cases)('of %s: %j', async (_name, child, parent, says) => {
    const error = await refusalOf(files(parent, child))
    expect([error.code, error.message]).toEqual(['ERR_CONFIG_LOOSENED', expect.stringMatching(says)])
    expect(error.message).toMatch(/^"[\w.]+" at \.visor\.yaml:\d+ loosens what base\.yaml:\d+ says: .+; .+$/)
    expect([error.path, error.line]).toEqual(['.visor.yaml', Number(/yaml:(\d+)/.exec(error.message)?.[1])])
  })
  test('as little in a profile, with the places of both', async () => {
    const text = `${VERSION}policy:\n  engine: local\n  fallback: deny\nprofiles:\n  loose:\n    policy:\n      fallback: allow\n`
    const error = await refusalOf({ '.visor.yaml': text }, 'loose')
    expect([error.line, error.message]).toEqual([
      8,
      expect.stringContaining('.visor.yaml:8 loosens what .visor.yaml:4'),
    ])
    await expect(compose({ '.visor.yaml': text })).resolves.toBeDefined()
  })
})

describe('what a child adds', () => {
  test('is what binds, and nothing of the parent is lost', async () => {
    const parent = `policy:\n  engine: local\n  audit: { mask: [/input/a] }\n${ROLES}${step('require: [admin, dev], deny: [external], approvals: { count: 1, roles: [admin, dev] }')}`
    const child = `policy: { audit: { required: true, mask: [/input/a, /input/b] } }\n${step('require: admin, deny: [chat], approvals: { count: 2 }')}`
    const { config } = await compose(files(parent, child))
    expect(config.steps[0]?.policy).toEqual({
      require: 'admin',
      deny: ['external', 'chat'],
      approvals: { count: 2, roles: ['admin', 'dev'] },
    })
    expect(config.policy.audit).toEqual({
      required: true,
      mask: ['/input/a', '/input/b'].map((path) => ({ op: 'remove', path })),
    })
  })
  test('of approvals has to leave somebody who can', async () => {
    const child = step('approvals: { roles: [], users: [] }')
    const error = await refusalOf(files(deploy('approvals: { roles: [admin], users: [a] }'), child))
    expect([error.code, error.path]).toEqual(['ERR_CONFIG_SCHEMA', '.visor.yaml'])
    expect(error.message).toContain('must say who approves')
  })
})

describe('of two parents', () => {
  const two = (a: string, b: string, child = '') => ({
    'a.yaml': a,
    'b.yaml': b,
    '.visor.yaml': `${VERSION}extends: [a.yaml, b.yaml]\n${child}steps: { build: {} }\n`,
  })
  const strict = `policy: { engine: local, roles: { admin: {} } }\n${step('require: admin')}`
  test.each<[string, string, string, RegExp]>([
    [
      'the right one loosens the left one',
      policy('engine: local, mode: enforce'),
      policy('mode: audit'),
      /b\.yaml:1 loosens what a\.yaml:1/,
    ],
    [
      'the left one loosens what the right one leaves out',
      policy('engine: local, fallback: allow'),
      strict,
      /a\.yaml:1 loosens what b\.yaml:1 says: the fallback is deny, since none/,
    ],
    [
      'the left one warns where the right one enforces',
      policy('engine: local, fallback: warn'),
      policy('fallback: allow'),
      /a\.yaml:1 loosens what b\.yaml:1 says: the mode is enforce/,
    ],
    [
      'the left one has rules that enforce nothing',
      policy('engine: local, rules: ./p'),
      strict,
      /"policy.rules" at a\.yaml:1 loosens what b\.yaml:1 says: the built-in/,
    ],
    [
      'the left one turns it off',
      policy('engine: disabled'),
      'policy: { roles: { admin: {} } }\n',
      /a\.yaml:1 loosens what b\.yaml:1/,
    ],
    [
      'the left one governs less',
      policy('engine: local, scopes: [check.execute]'),
      policy('mode: enforce'),
      /a\.yaml:1 loosens/,
    ],
    [
      'the left one judges a step by a rule',
      `${policy('engine: local')}${step('rule: x')}`,
      'steps: { deploy: { type: command } }\n',
      /a\.yaml:4 loosens what b\.yaml:1/,
    ],
  ])('%s', async (_name, a, b, says) => {
    const error = await refusalOf(two(a, b))
    expect([error.code, error.message]).toEqual(['ERR_CONFIG_LOOSENED', expect.stringMatching(says)])
  })
  test('both bind the child', async () => {
    const [a, b] = [policy('engine: local, fallback: allow'), policy('mode: audit, fallback: allow')]
    expect(
      (await refusalOf(two(policy('engine: local, fallback: deny'), 'steps: {}\n', policy('fallback: allow')))).message,
    ).toContain('a.yaml:1')
    expect((await refusalOf(two(a, b))).message).toContain('the mode is enforce')
  })
  test('the right one is on top, and a parent of both is there once', async () => {
    const files = {
      'root.yaml': `${ENGINE}${ROLES}${step('require: [admin, dev]')}    exec: root\n`,
      'a.yaml': `extends: root.yaml\n${step('require: admin')}    exec: a\n`,
      'b.yaml': 'extends: root.yaml\nsteps: { deploy: { tags: [b] } }\n',
      '.visor.yaml': `${VERSION}include: [a.yaml, b.yaml]\n`,
    }
    const { config, files: read } = await compose(files)
    expect(config.steps).toMatchObject([{ id: 'deploy', tags: ['b'], policy: { require: 'admin' } }])
    expect(read.map(({ path }) => path)).toEqual(['.visor.yaml', 'a.yaml', 'root.yaml', 'b.yaml'])
  })
})
