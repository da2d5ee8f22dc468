import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { audit } from '../../src/cli/audit.js'
import { dumpInput } from '../../src/cli/dump-input.js'
import { evaluate } from '../../src/cli/eval.js'
import { renderJsonText } from '../../src/cli/json-text.js'
import { policyCheck } from '../../src/cli/policy-check.js'
import { ROOT } from '../support/runner.js'
import { folderOf, repositoryOf, say } from './eval/asking.js'

const ACTING = '\u007f\u0080\u009b31m\u009f\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069'
const ACTS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/

describe('JSON on standard output', () => {
  test('has an escape for whatever would act, and means the same', () => {
    const value = { [ACTING]: [ACTING, '\u0000\u001b[31m', '##[group]x', 'zoë \\u202e 😀', null, 1] }
    const text = renderJsonText(value)
    expect(text).not.toMatch(ACTS)
    expect(text).not.toContain('##[')
    expect(text).toContain('\\u009b31m')
    expect(text).toContain('zoë')
    expect(JSON.parse(text)).toEqual(value)
    expect(renderJsonText([1], 0)).toBe('[1]')
  })

  const cwd = repositoryOf('allowed if input.actor.login == "nobody"')
  const event = { decision_id: 'x', path: 'visor/check/execute', input: { actor: { login: ACTING } } }
  const log = folderOf({ 'audit.jsonl': `${JSON.stringify(event)}\n` })
  const broken = folderOf({
    '.visor.yaml': 'version: "1.0"\npolicy: { engine: local, rules: p }\nsteps: { deploy: {} }',
    'p/a.rego': `package visor.check.execute\n\nallowed if input.nope == "x"\n`,
    'p/\u009b31m.rego': 'package visor.check.execute\n\nallowed if {\n',
  })
  const COMMANDS = [
    { name: 'dump-input', command: dumpInput, cwd, args: ['deploy', '--label', ACTING] },
    { name: 'eval', command: evaluate, cwd, args: ['deploy', '--as', ACTING, '--json'] },
    { name: 'eval --explain', command: evaluate, cwd, args: ['deploy', '--as', ACTING, '--explain', '--json'] },
    { name: 'a failure', command: evaluate, cwd, args: ['deploy', '--role', ACTING, '--json'] },
    { name: 'audit show', command: audit, cwd: log, args: ['show', 'audit.jsonl', '--line', '1'] },
    { name: 'policy-check', command: policyCheck, cwd: broken, args: ['--format', 'json'] },
    { name: 'policy-check as SARIF', command: policyCheck, cwd: broken, args: ['--format', 'sarif'] },
  ]
  test.each(COMMANDS)('of $name is such', async ({ command, cwd, args }) => {
    const { out } = await say(command, args, { cwd })
    expect(out).not.toMatch(ACTS)
    expect(out).toMatch(/\\u009b|%C2%9B/)
    expect(() => JSON.parse(out) as unknown).not.toThrow()
  })

  test('is made in one place', () => {
    const files = readdirSync(join(ROOT, 'src/cli'), { recursive: true, encoding: 'utf8' })
    const makers = files.filter(
      (file) =>
        file.endsWith('.ts') &&
        /JSON\.stringify\([^`]*?null,\s*2\b|out\(\s*JSON\.stringify/.test(
          readFileSync(join(ROOT, 'src/cli', file), 'utf8'),
        ),
    )
    expect(makers).toEqual([])
  })
})
