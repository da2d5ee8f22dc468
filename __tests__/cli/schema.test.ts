import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { schema } from '../../src/cli/schema.js'
import { PACKS } from '../../src/config/packs/index.js'
import type { ReasonCode } from '../../src/core/enforcement.js'
import { REASON_CODES } from '../../src/core/enforcement.js'
import { ConfigError } from '../../src/core/errors.js'
import type { Report } from '../../src/core/report.js'
import { closeAll, refuse } from '../../src/core/report.js'
import { describeReport } from '../../src/surfaces/json.js'
import { runCommand } from '../support/cli.js'
import { aDenial, aReport, aStep, aWait, somebody, someFacts } from '../support/reports.js'
import { ROOT, runAction } from '../support/runner.js'
import { schemaOf } from '../support/schemas.js'

const run = (...args: readonly string[]) => runCommand(schema, args, { cwd: ROOT })
const jsonIn = (folder: string) => readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.schema.json'))
const names = [
  ...jsonIn('schemas').map((file) => file.replace('.schema.json', '')),
  ...jsonIn('schemas/cli').map((file) => `cli ${file.replace('.schema.json', '')}`),
  ...[...PACKS.keys()].map((pack) => `pack ${pack}`),
]

describe('stepgate schema', () => {
  test.each(names)('%s is printed, and is a JSON Schema', async (name) => {
    const { code, out, err } = await run(...name.split(' '))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const found = JSON.parse(out) as object
    expect(found).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
    expect(() => new Ajv2020({ strict: false, validateFormats: false }).compile(found)).not.toThrow()
  })

  test('lists all of them without a name', async () => {
    const { code, out } = await run()
    expect(code).toBe(0)
    expect(
      out
        .split('\n')
        .map((line) => line.split(/ {2,}/)[0])
        .sort(),
    ).toEqual([...names].sort())
  })

  test.each([
    [['inptu'], 'there is no schema "inptu"; there are config, input, report, cases, cli and pack'],
    [['cli'], 'of which command? There are audit'],
    [['cli', 'demo'], 'there is no schema of "demo"'],
    [['config', 'x'], 'only "cli" and "pack" take a second word'],
    [['pack'], 'of which pack? There are capabilities, compliance'],
    [['pack', 'spendnig'], 'there is no pack "spendnig"'],
  ])('%j', async (args, says) => {
    const { code, out, err } = await run(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(says)
  })
})

describe('the schema of the report', () => {
  const check = schemaOf('report')
  const examples = readdirSync(join(ROOT, 'examples'))

  test.each(examples)('fits the report of the example %s', (name) => {
    expect(check(JSON.parse(readFileSync(join(ROOT, 'examples', name, 'report.json'), 'utf8')))).toBe('')
  })

  const inJson = (report: Report): unknown => JSON.parse(JSON.stringify(describeReport(report)))
  const facts = someFacts()
  const rule = { count: 2, roles: ['admin'], teams: [], users: [] }
  const assessment = {
    rule,
    met: false,
    counted: [{ login: 'bob', because: 'has the role admin' }],
    vetoes: [{ login: 'eve', because: 'has the role admin' }],
    ignored: [{ login: 'alice', reason: 'is the author' }],
    could: { people: ['carol'], groups: ['the role admin'] },
    nobody: true,
    reason: 'needs one more',
    of: '#7',
  }
  const tool = {
    server: 'github',
    method: 'get_*',
    allowed: false,
    outcome: 'not-evaluated',
    reasonCode: 'allowed',
    warnings: [],
  } as const
  const ruling = { outcome: 'warn', reasonCode: 'allowed', warnings: ['less than asked'] } as const
  const left = { allowEdit: false, allowBash: false, enableDelegate: true, allowedTools: ['search_*'] }
  const known = { source: 'main', configPath: '.visor.yaml', facts, steps: [{ id: 'a', line: 3, column: 1 }] }
  const unresolved = [{ role: 'admin', criterion: 'teams', message: 'no' }] as const

  test.each<{ name: string; report: Report }>([
    {
      name: 'a refusal',
      report: refuse(new ConfigError('ERR_CONFIG_SCHEMA', 'no', { path: 'a', line: 1, column: 2, hint: 'do' }), known),
    },
    { name: 'a refusal that knows nothing', report: refuse('boom', { source: '', steps: [] }) },
    {
      name: 'a bootstrap',
      report: closeAll('bootstrap', { reasonCode: 'bootstrap', reason: 'there is none yet' }, known),
    },
    {
      name: 'steps of every kind',
      report: aReport([
        aStep('pass', {
          tools: [tool],
          capabilities: { left, ruling },
          position: { path: 'base.yaml', line: 1, column: 1 },
        }),
        aDenial('block'),
        { ...aWait('wait'), approvals: [assessment] },
        aStep('error', {
          outcome: 'block',
          reasonCode: 'evaluation_failed',
          errorCode: 'ERR_X',
          allowed: false,
          skipReason: 'dependency_failed',
        }),
      ]),
    },
    {
      name: 'a merge group',
      report: aReport([aStep('a')], {
        people: [somebody(facts, 'admin'), { facts, roles: { actor: { matches: [], unresolved }, others: [] } }],
      }),
    },
    {
      name: 'somebody behind the run, and roles that nobody can tell',
      report: aReport([], {
        people: [
          {
            facts: { ...facts, sender: { login: 'sam', type: 'Bot' }, others: [{ login: 'pat', as: 'pusher' }] },
            roles: {
              actor: { matches: [], unresolved },
              sender: { matches: [], unresolved: [] },
              others: [{ matches: [], unresolved }],
            },
          },
        ],
      }),
    },
    {
      name: 'everything beside the steps',
      report: aReport([], {
        profile: 'production',
        engine: { name: 'remote', version: '1.0.0', bundles: { a: { revision: 'r' }, b: {} } },
        requests: 3,
        metrics: {
          queries: 1,
          compileMs: 1.5,
          loadMs: 2,
          evaluationMs: { p50: 1, p99: 2, max: 2.5 },
          apiRequests: 3,
          totalMs: 9,
        },
        decisionLog: { events: 2, head: 'f' },
        policyChange: {
          paths: ['a.rego'],
          preview: {
            kind: 'steps',
            steps: [{ id: 'a', before: { outcome: 'pass' }, after: { outcome: 'block', reason: 'no' } }],
          },
        },
        notices: [{ level: 'warning', message: 'm', path: 'p', line: 1, column: 1 }],
      }),
    },
    {
      name: 'a preview that failed',
      report: aReport([], { policyChange: { paths: [], preview: { kind: 'failed', code: 'ERR_X', message: 'm' } } }),
    },
  ])('fits $name', ({ report }) => expect(check(inJson(report))).toBe(''))

  test.each([
    { name: 'no config', files: {} },
    { name: 'a config that is wrong', files: { '.visor.yaml': 'version: "1.0"\nsteps: { a: { policy: 3 } }' } },
    {
      name: 'a policy that does not compile',
      files: {
        '.visor.yaml': 'version: "1.0"\npolicy: { engine: local, rules: a.rego }\nsteps: { a: {} }',
        'a.rego': 'package x\nallow := y',
      },
    },
    {
      name: 'the kill switch',
      files: { '.visor.yaml': 'version: "1.0"\nsteps: { a: {} }' },
      inputs: { 'kill-switch': 'on' },
    },
  ])(
    'fits what the action writes: $name',
    async ({ files, inputs }: { files: Record<string, string>; inputs?: Record<string, string> }) => {
      const event = JSON.parse(readFileSync(join(ROOT, 'examples/enterprise-policy/event.json'), 'utf8')) as unknown
      const { read } = await runAction({
        files,
        event,
        inputs: { source: 'workspace', unlicensed: 'ignore', report: 'report.json', ...inputs },
      })
      expect(check(JSON.parse((await read('report.json')) ?? 'null'))).toBe('')
    },
  )

  test('knows every code, and nothing that a report has not', () => {
    const report = describeReport(aReport([]))
    for (const code of REASON_CODES satisfies readonly ReasonCode[])
      expect(check({ ...report, reason_code: code })).toBe('')
    expect(check({ ...report, reason_code: 'other' })).not.toBe('')
    expect(check({ ...report, more: 1 })).toContain('must NOT have additional properties')
  })
})
