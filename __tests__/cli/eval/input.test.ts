import { describe, expect, test } from '@jest/globals'
import { dumpInput } from '../../../src/cli/dump-input.js'
import { evaluate } from '../../../src/cli/eval.js'
import { example, folderOf, repositoryOf, say } from './asking.js'

const cwd = example('enterprise-policy')
const ask = (stdin: string, ...args: readonly string[]) => say(evaluate, [...args, '--input', '-'], { cwd, stdin })

describe('stepgate eval --input', () => {
  const DOCUMENTS = [
    {
      args: 'deploy-production --role developer',
      code: 1,
      says: '✘ deploy-production is blocked for someone (developer)',
    },
    { args: 'deploy-production --role admin', code: 0, says: '✔ deploy-production may run for someone (admin)' },
    {
      args: 'ai-review --tool github/issue_delete --role developer',
      code: 1,
      says: '✘ github/issue_delete of ai-review is blocked',
    },
    {
      args: 'ai-review --capabilities --association CONTRIBUTOR',
      code: 0,
      says: 'without allowEdit, allowBash, the tools issue_*',
    },
  ]
  test.each(DOCUMENTS)('takes what dump-input prints: $args', async ({ args, code, says }) => {
    const document = await say(dumpInput, args.split(' '), { cwd })
    const said = await ask(`\uFEFF${document.out}`)
    expect(said.out.split('\n')[0]).toContain(says)
    expect(said.code).toBe(code)
  })

  test('takes the document of seed 004, with little in it, and shows the raw answer', async () => {
    const said = await ask('{"actor": {"roles": ["developer"]}}', 'deploy-production')
    expect(said.out).toContain('✘ deploy-production is blocked for somebody (developer)')
    expect(said.out).toContain('the policy answered: {"allowed":false')
  })

  test('explains, and advises', async () => {
    const said = await ask(
      '{"check": {"id": "deploy-production"}, "actor": {"login": "alice", "roles": []}, "repository": {"baseBranch": "main"}, "pullRequest": {"draft": false}}',
      '--explain',
    )
    expect(said.out).toContain('✔ give alice the role admin (by OWNER)')
  })

  test('counts the approvals of the document', async () => {
    const folder = example('required-check-with-approvals')
    const { out: document } = await say(
      dumpInput,
      ['deploy-staging', '--role', 'developer', '--approved-by', 'bob:admin'],
      { cwd: folder },
    )
    expect((await say(evaluate, ['--input', '-'], { cwd: folder, stdin: document })).code).toBe(0)
    const none = JSON.stringify({
      ...(JSON.parse(document) as object),
      approvals: { approved: [], changesRequested: [], ignored: [] },
    })
    expect(await say(evaluate, ['--input', '-'], { cwd: folder, stdin: none })).toMatchObject({
      code: 1,
      out: expect.stringContaining('waits for approval'),
    })
  })

  test('says so where the config does not know the step', async () => {
    const said = await ask('{"scope": "check.execute", "check": {"id": "another"}}')
    expect(said.out).toContain('note: the config has no step "another"')
    expect(said.code).toBe(1)
  })

  const REFUSED = [
    { name: 'no JSON', stdin: '{', args: [], says: 'standard input cannot be read as JSON' },
    { name: 'no object', stdin: '[1]', args: [], says: 'holds no input document' },
    {
      name: 'a scope that there is not',
      stdin: '{"scope": "check.run"}',
      args: [],
      says: 'has the scope "check.run"; there are check.execute',
    },
    {
      name: 'another step',
      stdin: '{"check": {"id": "unit-tests"}}',
      args: ['ai-review'],
      says: 'the document is about step "unit-tests"',
    },
    {
      name: 'another scope',
      stdin: '{"scope": "tool.invoke"}',
      args: ['--scope', 'check.execute'],
      says: 'the document is of the scope tool.invoke',
    },
    { name: 'a person beside it', stdin: '{}', args: ['--as', 'alice'], says: '"--as" describes somebody' },
    { name: 'an unknown step', stdin: '{}', args: ['nope'], says: 'there is no step "nope"' },
  ]
  test.each(REFUSED)('refuses $name', async ({ stdin, args, says }) => {
    const said = await ask(stdin, ...args)
    expect(said).toMatchObject({ code: 2, out: '' })
    expect(said.err).toContain(says)
  })

  test('a policy that fails over it is no answer', async () => {
    const broken = repositoryOf('allowed if {')
    expect(await say(evaluate, ['deploy', '--input', '-'], { cwd: broken, stdin: '{}' })).toMatchObject({
      code: 2,
      out: '',
    })
    const audit = folderOf({
      '.visor.yaml': 'version: "1.0"\npolicy: { engine: local, rules: gone, mode: audit }\nsteps: { deploy: {} }',
    })
    expect(await say(evaluate, ['deploy', '--input', '-'], { cwd: audit, stdin: '{}' })).toMatchObject({
      code: 2,
      out: '',
    })
  })
})
