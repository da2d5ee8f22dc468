import { describe, expect, test } from '@jest/globals'
import { composeConfig } from '../../src/config/compose/index.js'

/** What the parameters of packs choose steps by: what chooses none restricts nothing, and that is said. */

const STEPS =
  'steps:\n  deploy: { type: command, tags: [Prod], action: release, criticality: external, capabilities: [repo.write] }\n  ask: { type: ai }\n'

async function noticesOf(packs: string, files: Readonly<Record<string, string>> = {}, steps = STEPS) {
  const encode = (text: string) => new TextEncoder().encode(text)
  const text = `version: "1.0"\npolicy:\n  engine: local\n  fallback: deny\n  packs:\n${packs}\n${steps}`
  const read = async (path: string) => {
    const found = files[path]
    return found === undefined ? undefined : { path, bytes: encode(found) }
  }
  const source = { kind: 'workspace' as const, describe: () => 'the test', read, list: async () => undefined }
  const fetch = async () => new Uint8Array()
  const { config } = await composeConfig({ path: '.visor.yaml', bytes: encode(text) }, { source, fetch })
  return config.notices.map(({ level, message, path, line }) => [level, message, `${path}:${line}`])
}

describe('a list of a pack', () => {
  const times = (rest: string) => `    time-restrictions:\n      parameters:\n        ${rest}`
  test.each<[string, string]>([
    ['"steps" names "deplyo", which is no step; did you mean "deploy"?', 'steps: [ask, deplyo]'],
    ['"steps" names "Deploy", which is no step; did you mean "deploy"?', 'steps: [Deploy]'],
    ['"steps" names "nightly-*", which fits no step', 'steps: ["nightly-*"]'],
    ['"tags" names "prod", which is no tag of a step; did you mean "Prod"?', 'tags: [prod]'],
    ['"tags" names "prod?", which fits no tag of a step', 'tags: ["prod?"]'],
    ['"actions" names "llm_cal", which is no action of a step; did you mean "llm_call"?', 'actions: [llm_cal]'],
  ])('is told, and warned of where it is nearly right: %s', async (said, rest) => {
    const message = said.replace(' names', ' of the pack time-restrictions names')
    expect(await noticesOf(times(rest))).toEqual([
      [said.includes('did you mean') ? 'warning' : 'notice', message, '.visor.yaml:8'],
    ])
  })
  test.each(['steps: [deploy, "a?k", "*"]', 'tags: [Prod, "P*"]', 'actions: [release, llm_call]', 'zone: UTC'])(
    'is fine: %s',
    async (rest) => expect(await noticesOf(times(rest))).toEqual([]),
  )
  test('may be deep in the parameters, and of any pack', async () => {
    const packs = [
      '    compliance: { parameters: { retention: { minimum_days: 3, tags: [archive] } } }',
      '    modes: { parameters: { risky: { steps: [x], tags: [Prod], actions: [y], criticality: [z], capabilities: [repo.read] } } }',
      '    rate-limiting: { parameters: { limits: [{ counter: c, max: 1, steps: [ask] }, { counter: c, max: 1, steps: [v], actions: ["w*"] }] } }',
    ]
    expect((await noticesOf(packs.join('\n'))).map(([, message, place]) => `${place} ${message}`)).toEqual([
      '.visor.yaml:6 "retention.tags" of the pack compliance names "archive", which is no tag of a step',
      '.visor.yaml:7 "risky.steps" of the pack modes names "x", which is no step',
      '.visor.yaml:7 "risky.actions" of the pack modes names "y", which is no action of a step',
      '.visor.yaml:7 "risky.criticality" of the pack modes names "z", which is no criticality of a step',
      '.visor.yaml:7 "risky.capabilities" of the pack modes names "repo.read", which is no capability that a step needs',
      '.visor.yaml:8 "limits.1.actions" of the pack rate-limiting names "w*", which fits no action of a step',
      '.visor.yaml:8 "limits.1.steps" of the pack rate-limiting names "v", which is no step',
    ])
  })
  test('in a file of parameters is shown there', async () => {
    const files = { 'times.yaml': 'zone: UTC\nsteps:\n  - deplyo\n' }
    expect(await noticesOf('    time-restrictions: { parameters: ./times.yaml }', files)).toEqual([
      ['warning', expect.stringContaining('did you mean "deploy"?'), 'times.yaml:3'],
    ])
  })
  test('is none where a role is called so', async () => {
    const roles = '  roles: { tags: { users: [ann] } }'
    expect(await noticesOf(`    capabilities: { parameters: { grants: { tags: [repo.read] } } }\n${roles}`)).toEqual([])
  })
})
