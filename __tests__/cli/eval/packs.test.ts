import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { dumpInput } from '../../../src/cli/dump-input.js'
import { evaluate } from '../../../src/cli/eval.js'
import { ROOT } from '../../support/runner.js'
import { folderOf, say } from './asking.js'

const schema = JSON.parse(readFileSync(join(ROOT, 'schemas/cli/eval.schema.json'), 'utf8')) as object
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)

const CONFIG = `version: "1.0"
policy:
  engine: local
  roles: { maintainer: { users: [maya] }, developer: { author_association: [MEMBER] } }
  override: { roles: [maintainer] }
  usage:
    spent: { source: file, path: usage.json, unit: usd, max_age: never }
    runs: { source: actions, window: 24h }
    books: { source: http, url: "https://books.example.com", unit: usd }
  packs:
    default: {}
    cost-control: { rules: { max_estimate: soft }, parameters: { budget_usd: 10, max_per_step_usd: 5 } }
    rate-limiting: { parameters: { limits: [{ counter: runs, max: 3, steps: [deploy] }] } }
    time-restrictions: { level: soft, parameters: { zone: Europe/Berlin, business_hours: {}, steps: [nightly] } }
    modes: { parameters: { risky: { steps: [drop] }, limits: { cost_usd: "9.50", minutes: 30 } } }
    compliance: { parameters: { require_linked_issue: true, steps: [linked] } }
    capabilities: { parameters: { run_modes: { consumer: { deny: [net.get] } } } }
steps:
  build: { type: command }
  deploy: { type: command }
  nightly: { type: command }
  drop: { type: command, mode: auto }
  linked: { type: command }
  clean: { type: command, action: file_delete }
  summarise: { type: command, action: llm_call, model: small, estimated_cost_usd: 2 }
  dear: { type: command, model: small, estimated_cost_usd: 8 }
  guarded: { type: command, estimated_cost_usd: 8, policy: { require: maintainer } }
  agentic: { type: command, agent: fetcher, capabilities: [net.get] }
`
const WARNING = `version: "1.0"
policy: { engine: local, packs: { default: {}, modes: { rules: { over_limits: advisory }, parameters: { limits: { minutes: 5 } } } } }
steps:
  clean: { type: command, action: file_delete, limits: { minutes: 5 } }
  build: { type: command, limits: { minutes: 9 } }
  lint: { type: command }
`
const FILES = {
  '.visor.yaml': CONFIG,
  'usage.json': JSON.stringify({ spent: { value: '1.00', unit: 'usd', at: '2026-01-01T00:00:00Z' } }),
  'agents/fetcher/agent.md': '---\ncapabilities: [net.get]\n---\n',
}
const NOON = Date.UTC(2026, 6, 15, 10)
const cwd = folderOf(FILES)
const io = { now: NOON }
const ask = (...args: readonly string[]) => say(evaluate, args, { cwd, io })
const dump = async (...args: readonly string[]) => {
  const { code, out, err } = await say(dumpInput, args, { cwd, io })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as Record<string, unknown>
}

describe('what packs say', () => {
  test('stands in a table, with its way out, and is said once', async () => {
    const { code, out } = await ask('dear', '--as', 'alice')
    expect(code).toBe(1)
    expect(out).toMatch(/✘ cost-control\/max_estimate +soft +denies +the estimate of step "dear", \$8.00, is more than/)
    expect(out).toMatch(/→ take a cheaper model, split the step/)
    expect(out.match(/is more than the \$5/g)).toHaveLength(1)
  })
  test('what the policy says beside it stays', async () => {
    const { code, out } = await ask('guarded', '--as', 'alice')
    expect(code).toBe(1)
    expect(out).toContain('needs the role maintainer')
    expect(out).toContain('✘ cost-control/max_estimate')
  })
  test('what only warns stands in the table of all steps, too', async () => {
    const { code, out } = await say(evaluate, [], { cwd: folderOf({ '.visor.yaml': WARNING }), io })
    expect([code, out]).toEqual([
      0,
      `someone (no role), pull_request
! clean  runs, with a warning  step "clean" deletes files (default/file_deletion, warning); see that it deletes no more than it has to
! build  runs, with a warning  advisory: asks for a limit of 9 minutes, more than the 5 minutes that there are (modes/over_limits, critical); lower "limits.minutes" of the step, or leave it out
✔ lint   runs`,
    ])
  })
  test('a terminal clips it as it does the rest', async () => {
    const stdout = { terminal: { columns: 80, colour: false, unicode: true } }
    const { out } = await say(evaluate, [], { cwd: folderOf({ '.visor.yaml': WARNING }), io: { ...io, stdout } })
    const [, clean = '', build = ''] = out.split('\n')
    for (const line of [clean, build]) expect([line.length <= 80, line.endsWith('…')]).toEqual([true, true])
  })
  test('what only warns does not block', async () => {
    const { code, out } = await ask('clean')
    expect(code).toBe(0)
    expect(out).toMatch(/✔ clean may run/)
    expect(out).toMatch(/! default\/file_deletion +advisory +warns/)
  })
  test('how the step is to run', async () => {
    const { code, out } = await ask('drop')
    expect(code).toBe(0)
    expect(out).toContain('runs with: mode draft; at most 9.5 USD, 30 minutes')
  })
  test('--json has reasons and modify, as the schema says', async () => {
    const { out } = await ask('drop', '--json')
    const found = JSON.parse(out) as { answers: unknown[] }
    expect([validate(found), validate.errors]).toEqual([true, null])
    expect(found.answers).toMatchObject([
      {
        modify: { mode: 'draft', limits: { cost_usd: 9.5, minutes: 30 } },
        reasons: [{ pack: 'modes', rule: 'draft_forced', effect: 'warn' }],
      },
    ])
  })
  test('--explain says that it was not the policy', async () => {
    const { code, out } = await ask('dear', '--explain')
    expect(code).toBe(1)
    expect(out).toContain('the policy has not decided it: cost-control/max_estimate did')
    expect(out).toContain('stepgate packs cost-control')
  })
  test('--explain --json names the rules that bind, and beside a denial of the policy both are said', async () => {
    const { out } = await ask('dear', '--explain', '--json')
    const found = JSON.parse(out) as object
    expect([validate(found), validate.errors]).toEqual([true, null])
    expect(found).toMatchObject({ answers: [{ explanation: { packs: ['cost-control/max_estimate'] } }] })
    expect((await ask('guarded', '--explain')).out).toContain(
      'beside the policy, packs decided: cost-control/max_estimate',
    )
  })
})

describe('a policy in YAML', () => {
  const YAML = `apiVersion: policy.orchestra.v1
kind: SecurityPolicy
metadata: { name: large-models }
spec:
  rules:
    - { name: no-large-models, condition: 'startswith(check.model, "large-")', effect: deny }
`
  const config = (rules: string) => `version: "1.0"
policy:
  engine: local
  rules: ${rules}
  packs: { cost-control: { parameters: { max_per_step_usd: 5 } } }
steps:
  refactor: { type: command, model: large-1, estimated_cost_usd: 8 }
`
  const allowing = 'package visor.check.execute\ndefault allowed := true\n'
  const explain = (files: Readonly<Record<string, string>>, ...args: readonly string[]) =>
    say(evaluate, ['refactor', '--explain', ...args], { cwd: folderOf(files), io })

  test('that has decided is named with its file and line, for no pack has its name', async () => {
    const { code, out } = await explain({ '.visor.yaml': config('policies'), 'policies/models.yaml': YAML })
    expect(code).toBe(1)
    expect(out).toContain(`
beside the policy, packs decided: cost-control/max_estimate
  stepgate packs cost-control
policies in YAML decided: large-models/no-large-models
  policies/models.yaml:3
`)
    expect(out).not.toContain('stepgate packs large-models')
  })
  test('and so where Rego beside it allows the step', async () => {
    const files = { 'policies/models.yaml': YAML, 'policies/allow.rego': allowing }
    const { out } = await explain({ '.visor.yaml': config('policies'), ...files })
    expect(out).toContain(`
the policy has not decided it: cost-control/max_estimate, large-models/no-large-models did
  stepgate packs cost-control
  policies/models.yaml:3`)
  })
  test('the file is named from where the command is started', async () => {
    const files = { 'shop/.visor.yaml': config('policies'), 'shop/policies/models.yaml': YAML, 'docs/a.md': '' }
    const cwd = folderOf(files)
    const { out } = await say(evaluate, ['refactor', '--explain', '--config', '../shop/.visor.yaml'], {
      cwd: join(cwd, 'docs'),
      io,
    })
    expect(out).toContain('\n  ../shop/policies/models.yaml:3\n')
  })
})

describe('an override', () => {
  test('lifts what is soft, and who did is said', async () => {
    const { code, out } = await ask('dear', '--as', 'alice', '--override', 'maya:maintainer=the report is due')
    expect(code).toBe(0)
    expect(out).toContain('✔ cost-control/max_estimate')
    expect(out).toContain('lifted by maya (maintainer): the report is due')
  })
  test.each([
    ['by the author', ['--as', 'maya', '--override', 'maya=why not']],
    ['without a reason', ['--as', 'alice', '--override', 'maya=']],
    ['with the placeholder for a reason', ['--as', 'alice', '--override', 'maya=<reason>']],
    ['by somebody without the role', ['--as', 'alice', '--override', 'bob:developer=because']],
  ])('%s lifts nothing', async (_, args) => {
    const { code, out } = await ask('dear', ...args)
    expect(code).toBe(1)
    expect(out).toMatch(/the override by \w+ does not count/)
  })
  test('is one review with an approval by the same person', async () => {
    const both = ['--approved-by', 'maya', '--override', 'maya:maintainer=the report is due']
    expect((await ask('dear', '--as', 'alice', ...both)).code).toBe(0)
  })
  test.each(['maya', '=because', 'maya:nobody=because'])('%j is no override', async (text) => {
    const { code, err } = await ask('dear', '--override', text)
    expect([code, /override|approval needs a login|no role "nobody"/.test(err)]).toEqual([2, true])
  })
})

describe('a fact that nobody knows', () => {
  const LACKING = `version: "1.0"
policy:
  engine: local
  usage:
    runs: { source: actions, window: 24h }
    odd: { source: actions, window: 24h }
  packs:
    cost-control: { parameters: { budget_usd: 10, counter: odd } }
    rate-limiting:
      parameters: { limits: [{ counter: runs, max: 3, steps: [deploy] }, { counter: walks, max: 3, steps: [walk, deploy] }] }
    modes: { parameters: { limits: { run_modes: { consumer: { minutes: 5 } } } } }
    time-restrictions: { parameters: { zone: Europe/Berlin, business_hours: {}, steps: [nightly] } }
steps:
  deploy: { type: command }
  walk: { type: command }
  nightly: { type: command }
  summarise: { type: command, action: llm_call }
  cheap: { type: command, estimated_cost_usd: 1 }
  after: { type: command, depends_on: [walk] }
`
  const folder = folderOf({ '.visor.yaml': LACKING })
  const RUNS = 'say what it counts with "--usage runs=VALUE"'
  const WALKS = 'define the counter "walks" under "policy.usage" of the config'
  const ESTIMATE = 'write "estimated_cost_usd" at the step, as an amount like 1.50'
  const MODEL = 'write "model" and "task_priority" at the step'
  const PRICE = 'see "policy.usage" of the config: the counter needs a source that answers, in money'
  const MODE = 'say the mode of the run with "--run-mode MODE"'
  const consumer = ['--run-mode', 'consumer']
  const GATE = 'the gate blocks what it cannot ask about'

  test.each<[string, readonly string[], readonly string[]]>([
    ['a counter of the config, and one that is not in it', ['deploy', ...consumer], [RUNS, WALKS]],
    ['a counter that is not in the config alone', ['deploy', ...consumer, '--usage', 'runs=1'], [WALKS]],
    ['the mode of the run', ['nightly'], [MODE]],
    ['keys of the step', ['summarise', ...consumer], [ESTIMATE, MODEL]],
    ['a counter of the config that counts no money', ['cheap', ...consumer, '--usage', 'odd=1'], [PRICE]],
    ['what the step lacks on which it depends', ['after', ...consumer], [WALKS]],
  ])('%s: the way out fits', async (_, args, ways) => {
    const { code, err } = await say(evaluate, args, { cwd: folder, io })
    expect(code).toBe(2)
    expect(err).toContain('error[ERR_FACT_UNKNOWN]: ')
    expect(err.split('\n').at(-1)).toBe(`  way out: ${[...ways, GATE].join('; ')}`)
  })
  test('what several rules lack is said once, with all of them', async () => {
    const { err } = await say(evaluate, ['summarise', ...consumer], { cwd: folder, io })
    expect(err).not.toContain('policy evaluation failed')
    expect(err.match(/nobody knows what it costs/g)).toHaveLength(1)
  })
  test('in a document no flag says it', async () => {
    const { out } = await say(dumpInput, ['nightly'], { cwd: folder, io })
    const { time: _, usage: __, ...document } = JSON.parse(out) as { check: object; time: object; usage: object }
    const of = async (id: string) => {
      const stdin = JSON.stringify({ ...document, check: { ...document.check, id } })
      return (await say(evaluate, ['--input', '-'], { cwd: folder, io, stdin })).err.split('\n').at(-1)
    }
    expect(await of('nightly')).toBe(
      `  way out: write "runMode" into the document; write "time" into the document; ${GATE}`,
    )
    expect(await of('deploy')).toBe(
      `  way out: write "runMode" into the document; write "usage.runs" into the document; ${WALKS}; ${GATE}`,
    )
  })
})

describe('counters', () => {
  test('those in files are read', async () => {
    expect((await dump('summarise')).usage).toMatchObject({
      spent: { value: 1_000_000, unit: 'micro', source: 'file usage.json', at: '2026-01-01T00:00:00.000Z' },
    })
  })
  test('nobody else is asked, and what is not known says how it can be said', async () => {
    const { usage } = await dump('deploy')
    expect(usage).toMatchObject({
      runs: { unknown: expect.stringContaining('GitHub is not asked here; say it with "--usage runs=12"') },
      books: { unknown: expect.stringContaining('no server is asked here') },
    })
    const { code, err, out } = await ask('deploy')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/error\[ERR_FACT_UNKNOWN\]: .*GitHub is not asked here; say it with "--usage runs=12"/)
  })
  test.each([
    ['below the limit', ['--usage', 'runs=2'], 0],
    ['at the limit', ['--usage', 'runs=3'], 1],
    ['said to be unknown', ['--usage', 'runs=unknown'], 2],
  ])('%s', async (_, args, code) => {
    expect((await ask('deploy', ...args)).code).toBe(code)
  })
  test.each([
    ['12.50', 12_500_000],
    ['12.50usd', 12_500_000],
    ['0', 0],
  ])('money is said as %s', async (text, value) => {
    const { usage } = await dump('build', '--usage', `spent=${text}`)
    expect(usage).toMatchObject({
      spent: { value, unit: 'micro', source: 'the flag "--usage"', at: '2026-07-15T10:00:00.000Z' },
    })
  })
  test.each([
    ['spnet=1', 'there is no counter "spnet"; did you mean "spent"?'],
    ['spent', 'is a counter and what it says'],
    ['spent=', 'is a counter and what it says'],
    ['spent=-1', 'must not be negative'],
    ['spent=NaN', 'must be a plain decimal'],
    ['spent=0.0000001', 'at most 6 decimals'],
    ['spent=1e999', 'exponent'],
    ['runs=1.5', 'must be a whole number from 0'],
    ['runs=-1', 'must be a whole number from 0'],
    ['runs=99999999999999999999', 'must be a whole number from 0'],
    ['runs=12usd', 'counts no money'],
  ])('--usage %s is refused', async (text, says) => {
    for (const command of [evaluate, dumpInput]) {
      const { code, out, err } = await say(command, ['build', '--usage', text], { cwd, io })
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain(says)
    }
  })
})

describe('the time and the mode of the run', () => {
  test.each([
    ['now', [], 0],
    ['at night', ['--at', '2026-07-15T23:00:00+02:00'], 1],
    ['at nine in winter', ['--at', '2026-01-15T08:00:00Z'], 0],
    ['at the same time of UTC in summer, which is ten', ['--at', '2026-07-15T08:00:00Z'], 0],
  ])('%s', async (_, args, code) => {
    expect((await ask('nightly', ...args)).code).toBe(code)
  })
  test.each(['yesterday', '2026-07-15', '2026-02-30T00:00:00Z'])('%s is no time', async (at) => {
    const { code, err } = await ask('nightly', '--at', at)
    expect([code, err.includes('"--at" is a time of RFC 3339')]).toEqual([2, true])
  })
  test('the mode comes from the flag, else from RUN_MODE, else nobody knows it', async () => {
    const consumer = { cwd, io: { ...io, env: { RUN_MODE: 'consumer' } } }
    expect((await say(evaluate, ['agentic'], consumer)).code).toBe(1)
    expect((await say(evaluate, ['agentic', '--run-mode', 'enterprise'], consumer)).code).toBe(0)
    expect((await ask('agentic', '--run-mode', 'consumer')).code).toBe(1)
    const { code, out } = await ask('agentic')
    expect([code, out.includes('the mode of this run is not known')]).toEqual([1, true])
  })
  test.each([
    ['--run-mode', { args: ['--run-mode', 'both'], env: {} }],
    ['RUN_MODE', { args: [], env: { RUN_MODE: 'both' } }],
  ])('another word in %s is refused', async (name, { args, env }) => {
    for (const command of [evaluate, dumpInput]) {
      const { code, err } = await say(command, ['build', ...args], { cwd, io: { ...io, env } })
      expect(code).toBe(2)
      expect(err).toMatch(new RegExp(`${name}.*(one of consumer, enterprise)`))
    }
  })
  test('the document has all of it, and the agent of the step', async () => {
    const input = await dump('agentic', '--run-mode', 'consumer', '--at', '2026-12-24T18:00:00Z')
    expect(input).toMatchObject({
      runMode: 'consumer',
      time: { now: '2026-12-24T18:00:00Z', zones: { 'Europe/Berlin': { time: '19:00', weekday: 'thursday' } } },
      agent: { name: 'fetcher', capabilities: ['net.get'] },
    })
  })
})

describe('the text of the pull request', () => {
  test('closes issues where it is said, and none where it is not', async () => {
    expect((await ask('linked', '--body', 'Fixes #12')).code).toBe(0)
    const { code, out } = await ask('linked')
    expect([code, out.includes('assumed: its text closes no issue')]).toEqual([1, true])
  })
})

describe('a document', () => {
  test('is shown to the packs as well', async () => {
    const document = JSON.stringify(await dump('dear'))
    const { code, out } = await say(evaluate, ['--input', '-'], { cwd, io, stdin: document })
    expect([code, out.includes('✘ cost-control/max_estimate')]).toEqual([1, true])
  })
  test('what it leaves out is not known, and never zero', async () => {
    const { usage: _, ...rest } = await dump('summarise')
    const { code, err } = await say(evaluate, ['--input', '-'], { cwd, io, stdin: JSON.stringify(rest) })
    expect([code, err.includes('ERR_FACT_UNKNOWN')]).toEqual([2, true])
  })
  test.each([
    ['--usage', 'runs=1'],
    ['--at', '2026-12-24T18:00:00Z'],
    ['--run-mode', 'consumer'],
    ['--override', 'maya=x'],
  ])('is asked as it is: %s has no place beside it', async (...flag) => {
    const { code, err } = await ask('--input', '-', ...flag)
    expect([code, err.includes('is asked as it is')]).toEqual([2, true])
  })
})
