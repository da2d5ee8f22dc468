import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { dumpInput } from '../../src/cli/dump-input.js'
import { evaluate } from '../../src/cli/eval.js'
import { parseConfig } from '../../src/config/parse.js'
import { EXAMPLES, example, say } from '../cli/eval/asking.js'
import { runOpa } from '../support/opa-binary.js'
import { ROOT } from '../support/runner.js'

/** What somebody sees who pipes a document into `opa eval` is what the gate gets. */

const PEOPLE = [
  ['--association', 'OWNER', '--permission', 'admin'],
  ['--as', 'felix', '--draft', '--label', 'preview'],
]

describe('stepgate dump-input | opa eval', () => {
  test.each(EXAMPLES)(
    'gives what stepgate eval says of %s',
    async (name) => {
      const cwd = example(name)
      const config = parseConfig({ path: '.visor.yaml', bytes: readFileSync(join(cwd, '.visor.yaml')) })
      const { policy } = config
      const rules = policy.rules.length === 0 ? [join(ROOT, 'policies/base')] : policy.rules
      const named = [...rules, ...(policy.data === undefined ? [] : [policy.data])]
      const calls = config.steps.flatMap((step) => [
        ...(policy.scopes.includes('check.execute') ? [[step.id]] : []),
        ...(policy.scopes.includes('capability.resolve') && step.capabilities ? [[step.id, '--capabilities']] : []),
        ...(policy.scopes.includes('tool.invoke')
          ? step.tools
              .filter(({ standing }) => standing === 'ask')
              .slice(0, 2)
              .map(({ server, method }) => [step.id, '--tool', `${server}/${method}`])
          : []),
      ])
      // One of its files is v0, which opa reads with a flag of its own, and not beside the others.
      const isMixed = name === 'enterprise-policy'
      const filesFor = (path: string): readonly string[] => {
        if (!isMixed) return named
        if (path.endsWith('.resolve')) return ['policies/capability_resolve.rego']
        return ['check_execute', 'deploy_production', 'tool_invoke'].map((file) => `policies/${file}.rego`)
      }
      // What packs count and when it is, nobody but a run knows.
      const around = [
        '--at',
        '2026-06-15T12:00:00Z',
        ...(policy.usage ?? []).flatMap((one) => ['--usage', `${one.name}=1`]),
      ]
      for (const call of calls) {
        for (const person of PEOPLE) {
          const { out: input } = await say(dumpInput, [...call, ...person, ...around], { cwd })
          const { out } = await say(evaluate, [...call, ...person, ...around, '--json'], { cwd })
          const [answer] = (JSON.parse(out) as { answers: { asked?: { path: string; result?: unknown } }[] }).answers
          const path = ['data', ...(answer?.asked?.path.split('/') ?? [])].join('.')
          const ran = await runOpa(
            [
              'eval',
              ...filesFor(path).flatMap((file) => ['-d', file]),
              ...(isMixed && path.endsWith('.resolve') ? ['--v0-compatible'] : []),
              '-I',
              '--format',
              'json',
              path,
            ],
            {
              input,
              cwd,
            },
          )
          expect(ran.stderr).toBe('')
          const said = JSON.parse(ran.stdout) as { result?: { expressions: { value: unknown }[] }[] }
          expect(sorted(answer?.asked?.result)).toEqual(sorted(said.result?.[0]?.expressions[0]?.value))
        }
      }
    },
    120_000,
  )
})

const sorted = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null)) as unknown
