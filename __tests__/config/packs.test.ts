import { describe, expect, test } from '@jest/globals'
import { composeConfig } from '../../src/config/compose/index.js'
import { CATALOGUE } from '../../src/config/packs/catalogue.js'
import { PACKS } from '../../src/config/packs/index.js'
import { PATTERN_WORDS } from '../../src/config/packs/patterns.js'
import type { Source } from '../../src/core/source.js'

/** Packs as a config switches them on: what is wrong with them is said where it stands, and never read as less than it says. */

const encode = (text: string) => new TextEncoder().encode(text)

function aSource(files: Readonly<Record<string, string>>): Source {
  return {
    kind: 'workspace',
    describe: () => 'the test',
    read: async (path) => {
      const text = files[path]
      return text === undefined ? undefined : { path, bytes: encode(text) }
    },
    list: async () => undefined,
  }
}

const head = 'version: "1.0"\npolicy:\n  engine: local\n  roles:\n    admin: { users: [alice] }\n'
const steps = 'steps:\n  build: { type: command }\n'

async function compose(packs: string, files: Readonly<Record<string, string>> = {}, rest = steps) {
  const file = { path: '.visor.yaml', bytes: encode(`${head}  packs:\n${packs}\n${rest}`) }
  return composeConfig(file, {
    source: aSource(files),
    fetch: async () => {
      throw new Error('nothing is fetched')
    },
  })
}

const packsOf = async (...args: Parameters<typeof compose>) => (await compose(...args)).config.policy.packs ?? []

describe('the packs that ship', () => {
  test('are there', () => {
    expect([...PACKS.keys()]).toEqual([
      ...['capabilities', 'compliance', 'cost-control', 'data-privacy', 'default', 'modes', 'rate-limiting'],
      ...['spending', 'time-restrictions'],
    ])
  })
  test.each([...PACKS.values()])('$name says what each of its rules and parameters is', ({ rules, parameters }) => {
    for (const rule of Object.values(rules)) expect(rule.description.length).toBeGreaterThan(10)
    const undescribed: string[] = []
    const walk = (schema: unknown, path: string) => {
      if (typeof schema !== 'object' || schema === null) return
      const {
        properties = {},
        items,
        description,
      } = schema as {
        properties?: Record<string, { description?: string }>
        items?: unknown
        description?: string
      }
      for (const [name, inner] of Object.entries(properties)) {
        if (!inner.description) undescribed.push(`${path}.${name} ${description ?? ''}`)
        walk(inner, `${path}.${name}`)
      }
      walk(items, `${path}[]`)
    }
    walk(parameters, '')
    expect(undescribed).toEqual([])
  })
})

describe('every pattern of a parameter', () => {
  const patternsIn = (schema: unknown): readonly string[] =>
    typeof schema !== 'object' || schema === null
      ? []
      : Object.entries(schema).flatMap(([key, inner]) =>
          key === 'pattern' && typeof inner === 'string' ? [inner] : patternsIn(inner),
        )
  test('has words for people, and there are no words without one', () => {
    expect([...PATTERN_WORDS.keys()].sort()).toEqual([...new Set(patternsIn(CATALOGUE))].sort())
    for (const words of PATTERN_WORDS.values()) expect(words).toMatch(/^must /)
  })
})

describe('switched on', () => {
  test.each<[string, string]>([
    ['by a mapping', '    default: {}\n    modes: {}'],
    ['by null', '    default:\n    modes:'],
    ['by true', '    default: true\n    modes: true'],
    ['by a list', '    - default\n    - modes'],
    ['by a list of mappings', '    - { name: default }\n    - { name: modes }'],
  ])('%s', async (_name, packs) => {
    expect((await packsOf(packs)).map(({ name }) => name)).toEqual(['default', 'modes'])
  })
  test('with the defaults of its parameters, money in micro units', async () => {
    const [pack] = await packsOf('    default: {}')
    expect(pack?.parameters).toEqual({ warn_above_usd: 1_000_000 })
  })
  test.each([
    ['strict', 'hard'],
    ['warn', 'advisory'],
    ['monitor', 'audit'],
    ['soft', 'soft'],
  ])('at the level %s, which is %s', async (written, level) => {
    const [pack] = await packsOf(`    data-privacy: { level: ${written} }`)
    expect(pack?.rules.get('sensitive_file_access')).toMatchObject({ level })
  })
  test('with parameters from a file of the source, which is one of the config', async () => {
    const { config, files } = await compose('    default: { parameters: ./params/default.json }', {
      'params/default.json': '{"warn_above_usd": "2.5"}',
    })
    expect(config.policy.packs?.[0]?.parameters).toEqual({ warn_above_usd: 2_500_000 })
    expect(config.files).toEqual(['.visor.yaml', 'params/default.json'])
    expect(files.map(({ path }) => path)).toEqual(['.visor.yaml', 'params/default.json'])
  })
})

const freeze = (from: string, until: string, zone = 'Europe/Berlin') =>
  `    time-restrictions: { parameters: { zone: ${zone}, freezes: [{ from: "${from}", until: "${until}", reason: x }] } }`

describe('refused, where it stands', () => {
  test.each<[string, string, string, number, string]>([
    ['a pack that does not exist', '    defalt: {}', 'ERR_PACK_UNKNOWN', 7, 'did you mean "default"?'],
    ['a rule that it has not', '    default: { rules: { high_cots: hard } }', 'ERR_PACK_RULE', 7, '"high_cost"'],
    ['a level that is none', '    default: { level: harsh }', 'ERR_CONFIG_SCHEMA', 7, 'must be one of'],
    ['an unknown key', '    default: { levels: hard }', 'ERR_CONFIG_UNKNOWN_KEY', 7, 'did you mean "level"?'],
    ['false', '    default: false', 'ERR_CONFIG_SCHEMA', 7, 'policy.packs'],
    ['twice', '    - default\n    - default', 'ERR_CONFIG_SCHEMA', 8, 'twice'],
    [
      'an unknown parameter',
      '    default: { parameters: { warn_abov_usd: 1 } }',
      'ERR_PACK_PARAMETERS',
      7,
      'did you mean',
    ],
    [
      'a parameter of a wrong type',
      '    default: { parameters: { warn_above_usd: [1] } }',
      'ERR_PACK_PARAMETERS',
      7,
      'warn_above_usd',
    ],
    ['a negative amount', '    default: { parameters: { warn_above_usd: -1 } }', 'ERR_PACK_PARAMETERS', 7, 'negative'],
    ['no number', '    default: { parameters: { warn_above_usd: .nan } }', 'ERR_PACK_PARAMETERS', 7, 'no number'],
    ['no end', '    default: { parameters: { warn_above_usd: .inf } }', 'ERR_PACK_PARAMETERS', 7, 'no number'],
    [
      'a huge amount',
      '    default: { parameters: { warn_above_usd: "1e40" } }',
      'ERR_PACK_PARAMETERS',
      7,
      'warn_above_usd',
    ],
    [
      'many digits',
      '    default: { parameters: { warn_above_usd: "0.12345678901" } }',
      'ERR_PACK_PARAMETERS',
      7,
      'warn_above_usd',
    ],
    [
      'a role that is not defined',
      '    cost-control: { parameters: { exempt_roles: [admn] } }',
      'ERR_PACK_PARAMETERS',
      7,
      'did you mean "admin"?',
    ],
    [
      'a time zone that does not exist',
      freeze('2026-12-20', '2027-01-02', 'Europe/Berln'),
      'ERR_PACK_PARAMETERS',
      7,
      'does not exist',
    ],
    [
      'a time zone that is one elsewhere',
      freeze('2026-12-20', '2027-01-02', 'EST5EDT'),
      'ERR_PACK_PARAMETERS',
      7,
      'the time zone "EST5EDT"',
    ],
    [
      'a freeze that ends before it starts',
      freeze('2026-12-20', '2026-12-19'),
      'ERR_PACK_PARAMETERS',
      7,
      'not after "from"',
    ],
    ['a day that is none', freeze('2026-02-30', '2026-03-02'), 'ERR_PACK_PARAMETERS', 7, 'freezes.0.from'],
    [
      'a holiday that is none',
      '    time-restrictions: { parameters: { holidays: ["2026-02-30"] } }',
      'ERR_PACK_PARAMETERS',
      7,
      'holidays.0',
    ],
    ['no packs', '', 'ERR_CONFIG_SCHEMA', 6, 'must be a mapping from the names of packs to their settings, or a list'],
    ['a pack of a list that is a list', '    - []', 'ERR_CONFIG_SCHEMA', 7, 'must be the name of a pack, or a mapping'],
    ['parameters as a list', '    default: { parameters: [] }', 'ERR_CONFIG_SCHEMA', 7, 'must be a path or a mapping'],
    [
      'a holiday that no calendar has',
      '    time-restrictions: { parameters: { holidays: [2026-02-29] } }',
      'ERR_PACK_PARAMETERS',
      7,
      '"holidays.0" must be a day that the calendar has, not "2026-02-29"',
    ],
    [
      'an hour of one digit',
      '    time-restrictions: { parameters: { business_hours: { from: "9:00" } } }',
      'ERR_PACK_PARAMETERS',
      7,
      '"business_hours.from" must be a time of day with two digits each, such as "09:00", not "9:00"',
    ],
    [
      'a label with brackets',
      '    compliance: { parameters: { required_labels: { all: ["a[b]"] } } }',
      'ERR_PACK_PARAMETERS',
      7,
      'must be text without [ ] { } \\ !, in which * and ? stand for others, not "a[b]"',
    ],
    [
      'a country in small letters',
      '    spending: { parameters: { currency: BRL, allowLists: { countries: [br] } } }',
      'ERR_PACK_PARAMETERS',
      7,
      'must be two capital letters, such as "BR", not "br"',
    ],
    [
      'the name of a capability with a space',
      '    capabilities: { parameters: { approvals: { "a b": { roles: [admin] } } } }',
      'ERR_PACK_PARAMETERS',
      7,
      '"approvals.a b" has a name that must be the name of a capability',
    ],
    ...['  ', '\\u200b', '\\t\\n'].map((reason): [string, string, string, number, string] => [
      `a freeze whose reason nobody can read: "${reason}"`,
      freeze('2026-12-20', '2027-01-02').replace('reason: x', `reason: "${reason}"`),
      'ERR_PACK_PARAMETERS',
      7,
      '"freezes.0.reason" must have something in it that can be read',
    ]),
    [
      'a role below alternatives',
      '    modes: { parameters: { auto_needs_approval: { roles: [nobody] } } }',
      'ERR_PACK_PARAMETERS',
      7,
      '"nobody", which is not defined',
    ],
    [
      'a role that is a key',
      '    capabilities: { parameters: { grants: { nobody: [x] } } }',
      'ERR_PACK_PARAMETERS',
      7,
      '"nobody", which is not defined',
    ],
    [
      'an amount above which nobody can approve',
      '    cost-control: { parameters: {\n      budget_usd: 9,\n      approve_above_usd: 0 } }',
      'ERR_PACK_PARAMETERS',
      9,
      '"approve_above_usd" needs "approvals" beside it (Who has to approve what is above',
    ],
    ...['{ count: 2 }', '{}'].map((approvals): [string, string, string, number, string] => [
      `approvals of nobody: ${approvals}`,
      `    cost-control: { parameters: { approve_above_usd: 0, approvals: ${approvals} } }`,
      'ERR_PACK_PARAMETERS',
      7,
      '"approvals" must have at least one of "roles", "teams", "users"',
    ]),
    [
      'a list of no labels',
      '    compliance: { parameters: { required_labels: { any: [] } } }',
      'ERR_PACK_PARAMETERS',
      7,
      '"required_labels.any" must name at least 1',
    ],
    [
      'approvals of more people than can be asked for',
      '    cost-control: { parameters: { approvals: { count: 101, roles: [admin] } } }',
      'ERR_PACK_PARAMETERS',
      7,
      'must be at most 100, not 101',
    ],
    ...['cost-control: { parameters: { approvals: T } }', 'capabilities: { parameters: { approvals: { x: T } } }'].map(
      (pack): [string, string, string, number, string] => [
        `a team that is none: ${pack}`,
        `    ${pack.replace('T', '{ teams: [a/b/c] }')}`,
        'ERR_PACK_PARAMETERS',
        7,
        'must be a team, as "slug" or "org/slug"',
      ],
    ),
    ...[
      'modes: { parameters: { auto_needs_approval: {} } }',
      'capabilities: { parameters: { approvals: { x: {} } } }',
    ].map((pack): [string, string, string, number, string] => [
      `approvals of nobody: ${pack}`,
      `    ${pack}`,
      'ERR_PACK_PARAMETERS',
      7,
      'must have at least one of "roles", "teams", "users"',
    ]),
    ['a parameter that is missing', '    spending: { parameters: {} }', 'ERR_PACK_PARAMETERS', 7, 'must have "'],
    [
      'a parameter that is too small',
      '    modes: { parameters: { limits: { minutes: 0 } } }',
      'ERR_PACK_PARAMETERS',
      7,
      'must be at least 1, not 0',
    ],
    [
      'business hours that are empty',
      '    time-restrictions: { parameters: { business_hours: { from: "09:00", to: "09:00" } } }',
      'ERR_PACK_PARAMETERS',
      7,
      'the window is empty',
    ],
    [
      'a parameters file that is not there',
      '    default: { parameters: ./nope.json }',
      'ERR_PACK_PARAMETERS',
      7,
      'not there',
    ],
    [
      'a parameters file that leads out',
      '    default: { parameters: ../x.json }',
      'ERR_CONFIG_PATH',
      7,
      'leaves the repository',
    ],
  ])('%s', async (_name, packs, code, line, said) => {
    await expect(compose(packs)).rejects.toMatchObject({
      code,
      path: '.visor.yaml',
      line,
      message: expect.stringContaining(said),
    })
  })
  test('a parameter in a file, at the line of that file', async () => {
    const wrong = compose('    default: { parameters: ./p.yaml }', { 'p.yaml': '# all\nwarn_above_usd: -2\n' })
    await expect(wrong).rejects.toMatchObject({ code: 'ERR_PACK_PARAMETERS', path: 'p.yaml', line: 2 })
  })
  test('a second document in a file, in words for people', async () => {
    const wrong = compose('    default: { parameters: ./p.yaml }', { 'p.yaml': 'warn_above_usd: 2\n---\nx: 1\n' })
    const says = expect.stringMatching(/^a second document begins here .* take one of them out$/)
    await expect(wrong).rejects.toMatchObject({ code: 'ERR_CONFIG_YAML', path: 'p.yaml', line: 2, message: says })
  })
  test('a counter over an event that GitHub has not, with the one that was meant', async () => {
    const usage = (event: string) =>
      compose('    default: {}\n  usage:', {}, `    runs: { source: actions, window: 24h, event: ${event} }\n${steps}`)
    await expect(usage('pull_requests')).rejects.toMatchObject({
      code: 'ERR_CONFIG_SCHEMA',
      line: 9,
      message: expect.stringMatching(/^"policy.usage.runs.event" must be .*; did you mean "pull_request"\?$/),
    })
  })
  test('a file that is no mapping', async () => {
    const wrong = compose('    default: { parameters: ./p.yaml }', { 'p.yaml': '- 1\n' })
    await expect(wrong).rejects.toMatchObject({ code: 'ERR_PACK_PARAMETERS', path: 'p.yaml' })
  })
  test('packs without an engine', async () => {
    const file = { path: '.visor.yaml', bytes: encode(`version: "1.0"\npolicy:\n  packs: [default]\n${steps}`) }
    const fetch = async () => new Uint8Array()
    await expect(composeConfig(file, { source: aSource({}), fetch })).rejects.toMatchObject({
      code: 'ERR_CONFIG_ENGINE',
    })
  })
})

describe('what a step says of itself', () => {
  const step = (line: string) => `steps:\n  build:\n    ${line}\n`
  test.each<[string, string, string]>([
    ['an agent that is a path', 'agent: ../x', 'agent'],
    ['capabilities that are text', 'capabilities: repo.read', 'capabilities'],
    ['a negative estimate', 'estimated_cost_usd: -0.1', 'negative'],
    ['an estimate with many digits', 'estimated_cost_usd: 0.1234567', 'estimated_cost_usd'],
    ['a mode that is none', 'mode: automatic', 'draft or auto'],
    ['limits with an unknown key', 'limits: { tokens: 3 }', 'tokens'],
    ['a payment without an amount', 'spend: { agentId: a }', 'spend'],
    ['a payment with an unknown key', 'spend: { amout: 1 }', 'spend'],
    ['days that are no number', 'retention_days: many', 'whole number'],
  ])('%s is refused with packs, and left alone without', async (_name, line, said) => {
    await expect(compose('    default: {}', {}, step(line))).rejects.toMatchObject({
      line: 10,
      message: expect.stringContaining(said),
    })
    const file = { path: '.visor.yaml', bytes: encode(`${head}${step(line)}`) }
    const { config } = await composeConfig(file, { source: aSource({}), fetch: async () => new Uint8Array() })
    expect(config.steps.map(({ id }) => id)).toEqual(['build'])
  })
})
