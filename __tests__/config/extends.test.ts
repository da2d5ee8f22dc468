import { describe, expect, test } from '@jest/globals'
import { parseYaml } from '../../src/config/document.js'
import { recoverSteps, validateConfig } from '../../src/config/parse.js'
import { compose, pinned, type Repository, refusalOf, VERSION } from './composing.js'

/** What `extends`, `include` and `profiles` make of several files, and where they say that something stands. */

const LOCAL = 'policy: { engine: local, fallback: deny }\n'
const idsOf = async (files: Repository, profile?: string) =>
  (await compose(files, profile)).config.steps.map(({ id }) => id)

describe('several files are one config', () => {
  test('parents from left to right, extends before include, the file itself on top', async () => {
    const step = (name: string) => `steps: { shared: { group: ${name} }, ${name}: {} }\n`
    const files = {
      'a.yaml': step('a'),
      'b.yaml': step('b'),
      'c.yaml': step('c'),
      '.visor.yaml': `${VERSION}include: c.yaml\nextends: [./a.yaml, b.yaml]\nsteps: { own: {} }\n`,
    }
    const { config } = await compose(files)
    expect(config.steps.map(({ id, group }) => [id, group])).toEqual([
      ['shared', 'c'],
      ...['a', 'b', 'c', 'own'].map((id) => [id, undefined]),
    ])
    expect(config.files).toEqual(['.visor.yaml', 'a.yaml', 'b.yaml', 'c.yaml'])
  })

  test("a step's mappings are merged, its lists and scalars are replaced", async () => {
    const files = {
      'base.yaml': `${LOCAL}checks:\n  review:\n    type: ai\n    tags: [a, b]\n    ai: { allowBash: true, allowedTools: [x], mcpServers: { gh: { command: c, allowedMethods: [get] } } }\n`,
      '.visor.yaml': `${VERSION}extends: base.yaml\nsteps:\n  review:\n    tags: [c]\n    ai: { allowBash: false, mcpServers: { gh: { allowedMethods: [list] } } }\n`,
    }
    const [step] = (await compose(files)).config.steps
    expect(step).toMatchObject({ type: 'ai', tags: ['c'], capabilities: { allowBash: false, allowedTools: ['x'] } })
    expect(step?.tools.map(({ method }) => method)).toEqual(['list'])
  })

  test('paths are relative to the file that names them', async () => {
    const files = {
      'org/base.yaml': `policy: { engine: local, rules: ./policies, data: ../data.json }\ninclude: deep/more.yaml\n`,
      'org/deep/more.yaml': 'policy: { verify: { key: ./k.pem } }\nsteps: { a: {} }\n',
      'gate/.visor.yaml': `${VERSION}extends: ../org/base.yaml\npolicy: { rules: ../org/policies }\n`,
    }
    const { config } = await compose(files, '', 'gate/.visor.yaml')
    expect(config.policy).toMatchObject({
      rules: ['org/policies'],
      data: 'data.json',
      verify: { key: { path: 'org/deep/k.pem' } },
    })
  })

  test('a secret that signs is no path, wherever it stands', async () => {
    const base = (key: string) => ({
      'org/base.yaml': `policy: { engine: local, rules: b.tar.gz, verify: { key: ${key}, algorithm: HS256 } }\n`,
      '.visor.yaml': `${VERSION}extends: org/base.yaml\nsteps: { a: {} }\n`,
    })
    expect((await compose(base('secret'))).config.policy.verify?.key).toEqual({ text: 'secret' })
    expect((await compose(base('./secret'))).config.policy.verify?.key).toEqual({ path: 'org/secret' })
  })

  test('the built-in defaults of another tool are not followed, and a warning says so', async () => {
    const text = `${VERSION}extends:\n  - default\n${LOCAL}steps: { a: {} }\n`
    const { config } = await compose({ '.visor.yaml': text })
    expect(config.notices).toEqual([
      expect.objectContaining({ level: 'warning', line: 3, message: expect.stringContaining('is not followed') }),
    ])
  })

  test('a file without parents is read as it always was', async () => {
    const text = `${VERSION}policy: { engine: local, fallback: warn, rules: ./p }\nchecks: { a: { tags: [x] } }\n`
    const { config } = await compose({ '.visor.yaml': text })
    expect(config).toEqual(validateConfig(parseYaml({ path: '.visor.yaml', bytes: Buffer.from(text) })))
    expect(config.steps[0]?.position).toEqual({ line: 3, column: 11 })
  })

  test('a file that extends others is not read as if it did not', () => {
    const bytes = Buffer.from(`${VERSION}extends: base.yaml\nsteps: { a: {} }\n`)
    expect(() => validateConfig(parseYaml({ path: '.visor.yaml', bytes }))).toThrow(/"extends" is not followed here/)
  })

  test('windows line endings, a byte order mark and backslashes are read', async () => {
    const files = {
      'org/base.yaml': '\ufeffpolicy:\r\n  engine: local\r\nsteps:\r\n  a: {}\r\n',
      '.visor.yaml': '\ufeffversion: "1.0"\r\nextends: org\\base.yaml\r\n',
    }
    const { config } = await compose(files)
    expect(config.steps[0]?.position).toEqual({ path: 'org/base.yaml', line: 4, column: 3 })
  })
})

describe('what cannot be read is said where it is named', () => {
  const extending = (text: string) => `${VERSION}extends:\n  - ${text}\n${LOCAL}steps: { a: {} }\n`
  const chain = (length: number, end: string): Repository =>
    Object.fromEntries([
      ...Array.from({ length }, (_, i) => [`${i}.yaml`, `extends: ${i + 1}.yaml\n`]),
      [`${length}.yaml`, end],
      ['.visor.yaml', extending('0.yaml')],
    ])
  const many = (count: number): Repository => ({
    ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.yaml`, 'steps: {}\n'])),
    '.visor.yaml': `${VERSION}extends: [${Array.from({ length: count }, (_, i) => `${i}.yaml`).join(', ')}]\n${LOCAL}`,
  })
  const large = `steps: {}\n#${'x'.repeat(1024 * 1024 - 100)}\n`
  const one = (text: string, files: Repository = {}): Repository => ({ ...files, '.visor.yaml': extending(text) })

  test.each<[string, Repository, string, [string, number], RegExp]>([
    [
      'a missing file',
      one('./gone.yaml'),
      'ERR_CONFIG_EXTENDS',
      ['.visor.yaml', 3],
      /names ".\/gone.yaml", which is not there/,
    ],
    [
      'a missing parent of a parent',
      one('a.yaml', { 'a.yaml': 'steps: {}\ninclude: b.yaml\n' }),
      'ERR_CONFIG_EXTENDS',
      ['a.yaml', 2],
      /"include" names "b.yaml"/,
    ],
    ['a path that leads out', one('../up.yaml'), 'ERR_CONFIG_PATH', ['.visor.yaml', 3], /leaves the repository/],
    ['a path from the root of the disk', one('/etc/passwd'), 'ERR_CONFIG_PATH', ['.visor.yaml', 3], /relative/],
    ['itself', one('.visor.yaml'), 'ERR_CONFIG_CYCLE', ['.visor.yaml', 3], /\.visor\.yaml → \.visor\.yaml;/],
    [
      'a circle',
      one('a.yaml', { 'a.yaml': 'extends: b.yaml\n', 'b.yaml': 'extends: ./a.yaml\n' }),
      'ERR_CONFIG_CYCLE',
      ['b.yaml', 1],
      /a\.yaml → b\.yaml → a\.yaml;/,
    ],
    ['eleven files deep', chain(10, 'steps: {}\n'), 'ERR_CONFIG_EXTENDS', ['9.yaml', 1], /more than 10 files deep/],
    ['fifty-one files', many(50), 'ERR_CONFIG_EXTENDS', ['.visor.yaml', 2], /at most 50/],
    [
      'a file of over 4 MiB in all',
      { ...many(5), ...Object.fromEntries([0, 1, 2, 3, 4].map((i) => [`${i}.yaml`, large])) },
      'ERR_CONFIG_SIZE',
      ['.visor.yaml', 2],
      /larger than 4194304 bytes/,
    ],
    [
      'an address without a pin',
      one('https://example.com/base.yaml'),
      'ERR_CONFIG_UNPINNED',
      ['.visor.yaml', 3],
      /pin it with "@sha256:/,
    ],
    [
      'an address with half a pin',
      one('https://example.com/base.yaml@sha256:abc'),
      'ERR_CONFIG_URL',
      ['.visor.yaml', 3],
      /no sha256/,
    ],
    [
      'an address with credentials',
      one(pinned('https://a:b@example.com/base.yaml')),
      'ERR_CONFIG_URL',
      ['.visor.yaml', 3],
      /credentials/,
    ],
    ['a registry', one(pinned('oci://example.com/base:1')), 'ERR_CONFIG_URL', ['.visor.yaml', 3], /registry/],
    ['an address of another kind', one(pinned('file:///etc/passwd')), 'ERR_CONFIG_URL', ['.visor.yaml', 3], /./],
    [
      'an address that gives nothing',
      one(pinned('https://example.com/base.yaml')),
      'ERR_BUNDLE_FETCH',
      ['.visor.yaml', 3],
      /gives no config: the server answers 404/,
    ],
    ['a number', one('1'), 'ERR_CONFIG_SCHEMA', ['.visor.yaml', 3], /"extends.0" must be/],
    ['broken YAML', one('a.yaml', { 'a.yaml': 'steps: {}\nx: [\n' }), 'ERR_CONFIG_YAML', ['a.yaml', 3], /./],
    [
      'a type that is wrong',
      one('a.yaml', { 'a.yaml': 'policy:\n  engine: yes\n' }),
      'ERR_CONFIG_SCHEMA',
      ['a.yaml', 2],
      /must be one of local/,
    ],
    [
      'a misspelt key',
      one('a.yaml', { 'a.yaml': 'policy:\n  rulse: x\n' }),
      'ERR_CONFIG_UNKNOWN_KEY',
      ['a.yaml', 2],
      /did you mean "rules"/,
    ],
    [
      'a reserved name',
      one('a.yaml', { 'a.yaml': 'steps:\n  constructor: {}\n' }),
      'ERR_CONFIG_SCHEMA',
      ['a.yaml', 2],
      /cannot be a name/,
    ],
    [
      'an empty file',
      one('a.yaml', { 'a.yaml': '# nothing\n' }),
      'ERR_CONFIG_SCHEMA',
      ['a.yaml', 1],
      /must be a mapping with "policy" or "steps"/,
    ],
    [
      'rules that lead out',
      one('a.yaml', { 'a.yaml': 'policy:\n  rules: ../p\n' }),
      'ERR_CONFIG_PATH',
      ['a.yaml', 2],
      /leaves the repository/,
    ],
    [
      'warn beside enforce',
      one('a.yaml', { 'a.yaml': 'policy:\n  fallback: warn\n  mode: enforce\n' }),
      'ERR_CONFIG_SCHEMA',
      ['a.yaml', 3],
      /remove one of the two/,
    ],
    [
      'a role that nobody defines',
      one('a.yaml', { 'a.yaml': 'steps:\n  b:\n    policy: { require: amdin }\n' }),
      'ERR_CONFIG_ROLE',
      ['a.yaml', 3],
      /not defined/,
    ],
    [
      'a step that is none',
      one('a.yaml', { 'a.yaml': 'steps:\n  b:\n    depends_on: c\n' }),
      'ERR_CONFIG_DEPENDENCY',
      ['a.yaml', 3],
      /which is no step/,
    ],
  ])('%s', async (_name, files, code, place, says) => {
    const error = await refusalOf(files)
    expect([error.code, [error.path, error.line]]).toEqual([code, place])
    expect(error.message).toMatch(says)
  })

  test('ten files deep and fifty files are read', async () => {
    expect(await idsOf(chain(9, 'steps: { z: {} }\n'))).toEqual(['z', 'a'])
    expect(await idsOf(many(49))).toEqual([])
  })

  test('many ways to the same files take no time', async () => {
    const layer = (i: number) => Array.from({ length: 4 }, (_, j) => `${i}-${j}.yaml`)
    const files = Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => layer(i).map((name) => [name, `extends: [${layer(i + 1)}]\n`])).flat(),
    )
    for (const name of layer(10)) files[name] = 'steps: {}\n'
    files['.visor.yaml'] = `${VERSION}extends: [${layer(1)}]\n${LOCAL}`
    expect(await idsOf(files)).toEqual([])
  })

  test('a version is the matter of the config alone', async () => {
    expect((await refusalOf({ '.visor.yaml': 'extends: a.yaml\n', 'a.yaml': VERSION })).message).toContain('"version"')
  })
})

describe('a file at an address', () => {
  const URL = 'https://example.com/org/base.yaml'
  const at = (text: string, child = ''): Repository => ({
    [pinned(URL)]: text,
    '.visor.yaml': `${VERSION}extends: ${pinned(URL)}\n${child}`,
  })

  test('is read, and its places are the line that names it', async () => {
    const { config } = await compose(at(`${LOCAL}steps:\n  a: {}\n`))
    expect(config.steps[0]?.position).toEqual({ path: '.visor.yaml', line: 2, column: 10 })
    expect([config.files, config.addresses]).toEqual([['.visor.yaml'], [pinned(URL)]])
  })

  test.each<[string, string, string, RegExp]>([
    [
      'rules in a file',
      'policy: { engine: local, rules: ./p }\n',
      'ERR_CONFIG_PATH',
      /^https:\/\/example\.com\/org\/base\.yaml:1: .*may name no files/,
    ],
    ['data in a file', 'policy: { engine: local, data: ./d.json }\n', 'ERR_CONFIG_PATH', /may name no files/],
    ['a parent in a file', 'extends: ./more.yaml\n', 'ERR_CONFIG_PATH', /may name no files/],
    [
      'a key in a file',
      `policy: { engine: local, rules: "${pinned('https://example.com/b.tar.gz')}", verify: { key: k.pem } }\n`,
      'ERR_CONFIG_PATH',
      /may name no files/,
    ],
    [
      'a bundle without a pin',
      'policy: { engine: local, rules: "https://example.com/b.tar.gz" }\n',
      'ERR_CONFIG_UNPINNED',
      /base\.yaml:1: /,
    ],
    [
      'a key that nobody knows',
      'policy:\n  rulse: x\n',
      'ERR_CONFIG_UNKNOWN_KEY',
      /^https:\/\/example\.com\/org\/base\.yaml:2: unknown key/,
    ],
    ['broken YAML', 'policy:\n  [\n', 'ERR_CONFIG_YAML', /^https:\/\/example\.com\/org\/base\.yaml:3: /],
  ])('may not have %s', async (_name, text, code, says) => {
    const error = await refusalOf(at(text))
    expect([error.code, error.path, error.line]).toEqual([code, '.visor.yaml', 2])
    expect(error.message).toMatch(says)
  })

  test('may name a pinned bundle and another pinned address', async () => {
    const bundle = pinned('https://example.com/b.tar.gz')
    const other = pinned('https://example.com/other.yaml')
    const files = {
      ...at(`extends: "${other}"\npolicy: { engine: local, rules: "${bundle}" }\n`),
      [other]: 'steps: { z: {} }\n',
    }
    const { config } = await compose(files)
    expect([config.policy.rules, config.addresses, config.steps[0]?.position]).toEqual([
      [bundle],
      [pinned(URL), other],
      { path: '.visor.yaml', line: 2, column: 10 },
    ])
  })

  test('binds as every parent does', async () => {
    const error = await refusalOf(at('policy:\n  engine: local\n  mode: enforce\n', 'policy:\n  mode: audit\n'))
    expect(error.message).toContain('.visor.yaml:4 loosens what https://example.com/org/base.yaml:3 says')
  })
})

describe('a profile', () => {
  const files = {
    'base.yaml': `${LOCAL}steps: { deploy: { tags: [base] } }\nprofiles:\n  production:\n    steps: { deploy: { tags: [base-production] } }\n  staging: {}\n`,
    '.visor.yaml': `${VERSION}extends: base.yaml\nsteps: { deploy: { group: own } }\nprofiles:\n  production:\n    policy: { mode: enforce, roles: { admin: { users: [a] } } }\n    checks:\n      deploy: { group: own-production, policy: { require: admin } }\n      more: {}\n`,
  }
  test('is laid over the file that has it, in every file', async () => {
    const plain = (await compose(files)).config
    expect(plain.steps).toMatchObject([{ id: 'deploy', group: 'own', tags: ['base'] }])
    expect(plain).not.toHaveProperty('profile')
    const { config } = await compose(files, 'production')
    expect(config).toMatchObject({
      profile: 'production',
      steps: [
        { id: 'deploy', group: 'own-production', tags: ['base-production'], policy: { require: 'admin' } },
        { id: 'more' },
      ],
    })
    expect(config.steps.map(({ position }) => position)).toEqual([
      { line: 8, column: 7 },
      { line: 9, column: 7 },
    ])
  })
  test('may be that of a parent alone', async () => {
    expect((await compose(files, 'staging')).config.profile).toBe('staging')
  })
  test.each(['prodution', '__proto__', 'constructor', ' production'])(
    'that is not there is refused: %j',
    async (name) => {
      const error = await refusalOf(files, name)
      expect([error.code, error.message]).toEqual([
        'ERR_PROFILE_UNKNOWN',
        expect.stringContaining('known ones are production, staging'),
      ])
      expect((await refusalOf({ '.visor.yaml': `${VERSION}steps: {}\n` }, name)).message).toContain('no "profiles"')
    },
  )
  test.each<[string, string, string, number, RegExp]>([
    [
      'a type',
      'a: { policy: { engine: yes } }',
      'ERR_CONFIG_SCHEMA',
      3,
      /"profiles.a.policy.engine" must be one of local/,
    ],
    ['a key', 'a: { extends: b.yaml }', 'ERR_CONFIG_UNKNOWN_KEY', 3, /known keys are policy, steps, checks/],
    ['a key of a policy', 'a: { policy: { rulse: x } }', 'ERR_CONFIG_UNKNOWN_KEY', 3, /did you mean "rules"/],
    [
      "a key of a step's policy",
      'a: { steps: { b: { policy: { requires: x } } } }',
      'ERR_CONFIG_UNKNOWN_KEY',
      3,
      /did you mean "require"/,
    ],
    ['a path', 'a: { policy: { rules: ../p } }', 'ERR_CONFIG_PATH', 3, /leaves the repository/],
    ['a name', 'constructor: {}', 'ERR_CONFIG_SCHEMA', 3, /cannot be a name in "profiles"/],
    [
      "a step's name",
      'a: { steps: { __proto__: {} } }',
      'ERR_CONFIG_SCHEMA',
      3,
      /cannot be a name in "profiles.a.steps"/,
    ],
    ['a list', '[]', 'ERR_CONFIG_SCHEMA', 3, /"profiles" must be a mapping/],
  ])('that nobody chose is looked at as well: %s', async (_name, text, code, line, says) => {
    const error = await refusalOf({ '.visor.yaml': `${VERSION}profiles:\n  ${text}\nsteps: {}\n` })
    expect([error.code, error.line, error.message]).toEqual([code, line, expect.stringMatching(says)])
  })
  test('for a step of another name is warned of', async () => {
    const text = `${VERSION}${LOCAL}steps: { deploy: {} }\nprofiles:\n  p:\n    steps:\n      depoly: { policy: { } }\n`
    const { config } = await compose({ '.visor.yaml': text }, 'p')
    expect(config.notices).toEqual([
      expect.objectContaining({ level: 'warning', line: 7, message: expect.stringContaining('did you mean "deploy"') }),
    ])
  })
})

describe('the steps of a file that may be wrong otherwise', () => {
  test('are those of the chosen profile, too', () => {
    const text = 'steps: { a: {} }\nprofiles: { p: { checks: { b: 1 } }, q: { steps: { c: {} } } }\n'
    const document = parseYaml({ path: 'x', bytes: Buffer.from(text) })
    expect(recoverSteps(document, 'p').map(({ id }) => id)).toEqual(['a', 'b'])
    expect(recoverSteps(document).map(({ id }) => id)).toEqual(['a'])
  })
})

test('a step that a profile tightens is recovered once, at its own place', () => {
  const text =
    'steps:\n  build: {}\n  deploy: {}\nprofiles:\n  live:\n    steps:\n      deploy: { policy: { deny: [a] } }\n'
  const document = parseYaml({ path: '.visor.yaml', bytes: new TextEncoder().encode(text) })
  expect(recoverSteps(document, 'live').map(({ id, line }) => [id, line])).toEqual([
    ['build', 2],
    ['deploy', 3],
  ])
})
