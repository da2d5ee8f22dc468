import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { evaluate } from '../../../src/cli/eval.js'
import { compileWasm } from '../../support/policies.js'
import { ROOT } from '../../support/runner.js'
import { EXAMPLES, example, folderOf, repositoryOf, say, shareOpa } from './asking.js'

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(
  JSON.parse(readFileSync(join(ROOT, 'schemas/cli/eval.schema.json'), 'utf8')) as object,
)
const explain = async (cwd: string, ...args: readonly string[]) =>
  (await say(evaluate, [...args, '--explain'], { cwd })).out

type Advised = {
  answers: [
    {
      allowed: boolean
      explanation: { would_pass?: { changes: { words: string; flag?: string }[] }[]; cannot?: string }
    },
  ]
}
const advise = async (cwd: string, ...args: readonly string[]) => {
  const { out } = await say(evaluate, [...args, '--explain', '--json'], { cwd })
  const { answers } = JSON.parse(out) as Advised
  return answers[0].explanation.would_pass?.map(({ changes }) => changes.map(({ words }) => words).join(', and '))
}

describe('--explain', () => {
  test('shows the bodies that were tried, what failed with which values, and what would be allowed', async () => {
    expect(
      await explain(
        example('enterprise-policy'),
        'deploy-production',
        '--as',
        'alice',
        '--association',
        'MEMBER',
        '--draft',
      ),
    ).toBe(
      `✘ deploy-production is blocked for alice (developer)
  only admins deploy to production
  reason code: policy_denied
  roles: developer (author_association is MEMBER)

why: data.visor.deploy.production says so
  allowed is false, by its default
    ✘ allowed if  policies/deploy_production.rego:12
        ✘ is_admin
            ✘ is_admin if "admin" in input.actor.roles  policies/deploy_production.rego:18
                input.actor.roles = ["developer"]
        · not reached: is_ready; input.repository.baseBranch in branches

what would have to be different (tried: each of these passes):
  ✔ give alice the role admin (by OWNER), and the pull request must not be a draft`,
    )
  })

  test('shows a set whole that is written member by member', async () => {
    const cwd = repositoryOf(
      'deny contains "one" if input.pullRequest.fork\n\ndeny contains "two" if input.pullRequest.draft',
    )
    expect(await explain(cwd, 'deploy', '--fork', '--draft')).toContain('  deny is ["one","two"]\n')
  })

  test('starts one OPA for all of it', async () => {
    let taken = 0
    const takeChild = () => {
      taken++
      return shareOpa()
    }
    const cwd = repositoryOf('default allowed := false\nallowed if "admin" in input.actor.roles')
    const { out } = await say(evaluate, ['deploy', '--explain'], { cwd, parts: { takeChild } })
    expect(out).toContain('✔ give someone the role admin')
    expect(taken).toBe(1)
  })

  test('works for the built-in policy', async () => {
    const out = await explain(example('skip-steps-by-role'), 'publish-preview')
    expect(out).toContain('policies/base/check_execute.rego:')
    expect(out).toContain('✔ give someone the role maintainer')
    expect(out).toContain('→ --role maintainer')
  })

  const ADVISED: readonly {
    readonly name: string
    readonly rego: string
    readonly args?: readonly string[]
    readonly expected: readonly string[]
  }[] = [
    {
      name: 'a role',
      rego: 'default allowed := false\nallowed if "admin" in input.actor.roles',
      expected: ['give someone the role admin'],
    },
    {
      name: 'a role, as v0 asks for it',
      rego: 'allowed { input.actor.roles[_] == "developer" }',
      expected: ['give someone the role developer (by MEMBER)'],
    },
    {
      name: 'a denied role',
      rego: 'default allowed := true\nallowed := false if "external" in input.actor.roles',
      expected: ['someone must not have the role external'],
    },
    {
      name: 'a label',
      rego: 'allowed if "approved" in input.pullRequest.labels',
      expected: ['add the label "approved"'],
    },
    {
      name: 'a label that must not be there',
      rego: 'deny contains "wip" if "wip" in input.pullRequest.labels',
      args: ['--label', 'wip'],
      expected: ['take away the label "wip"'],
    },
    {
      name: 'a draft',
      rego: 'allowed if not input.pullRequest.draft',
      args: ['--draft'],
      expected: ['the pull request must not be a draft'],
    },
    {
      name: 'a branch of several',
      rego: 'allowed if input.repository.baseBranch in {"release"}',
      expected: ['the pull request must go to the branch "release"'],
    },
    {
      name: 'a number of files',
      rego: 'allowed if input.pullRequest.changedFiles < 10',
      args: ['--changed-files', '50'],
      expected: ['the pull request must change 9 files'],
    },
    {
      name: 'an association, with the roles that come with it',
      rego: 'allowed if input.actor.authorAssociation == "MEMBER"',
      expected: ['someone must be MEMBER of the repository'],
    },
    {
      name: 'a fork',
      rego: 'allowed if input.pullRequest.fork == false',
      args: ['--fork'],
      expected: ['the head must not be in a fork'],
    },
    {
      name: 'an approval',
      rego: 'allowed if { some review in input.approvals.approved; "admin" in review.roles }',
      expected: ['somebody with the role admin must approve'],
    },
    {
      name: 'two things at once',
      rego: 'allowed if { is_ready; "ok" in input.pullRequest.labels }\nis_ready if input.pullRequest.draft == false',
      args: ['--draft'],
      expected: ['the pull request must not be a draft, and add the label "ok"'],
    },
    {
      name: 'the one of two ways that is there',
      rego: 'allowed if { "nobody-has-it" in input.actor.roles }\nallowed if { "x" in input.pullRequest.labels }',
      expected: ['add the label "x"'],
    },
    {
      name: 'through a function and a variable',
      rego: 'allowed if { roles := input.actor.roles; has(roles, "admin") }\nhas(list, item) if item in list',
      expected: ['give someone the role admin'],
    },
    { name: 'nothing that can be changed', rego: 'allowed if input.check.group == "release"', expected: [] },
  ]
  test.each(ADVISED)('advises $name', async ({ rego, args = [], expected }) => {
    const found = (await advise(repositoryOf(rego), 'deploy', ...args)) ?? []
    expect(found.slice(0, Math.max(1, expected.length))).toEqual(expected)
  })

  test('what it advises by a flag passes with that flag', async () => {
    const cwd = repositoryOf(
      'allowed if { "admin" in input.actor.roles; "go" in input.pullRequest.labels; input.repository.baseBranch == "main" }',
    )
    const { out } = await say(evaluate, ['deploy', '--base', 'x', '--explain', '--json'], { cwd })
    const [answer] = (JSON.parse(out) as Advised).answers
    const [first] = answer.explanation.would_pass ?? []
    const flags = (first?.changes ?? []).flatMap(({ flag = '' }) => flag.split(' '))
    expect(flags).toEqual(expect.arrayContaining(['--role', 'admin', '--label', 'go', '--base', 'main']))
    expect((await say(evaluate, ['deploy', ...flags], { cwd })).code).toBe(0)
  })

  test('says in the words of the policy what failed where no advice was found', async () => {
    const out = await explain(repositoryOf('allowed if input.run.attempt == 1'), 'deploy')
    expect(out).toContain('nothing that was tried makes it pass')
    expect(out).toContain('input.run.attempt == 1 must hold (policies/a policy.rego:2; input.run.attempt is not there)')
  })

  test('names whose approval is missing where the policy allows it', async () => {
    const out = await explain(example('required-check-with-approvals'), 'deploy-staging', '--role', 'developer')
    expect(out).toContain('the policy allows it; what keeps it back is elsewhere')
    expect(out).toContain('needs 1 approval by the role admin')
  })

  test('fits a screen, and --verbose shows all', async () => {
    const bodies = Array.from(
      { length: 60 },
      (_, i) => `allowed if {\n  input.check.group == "g${i}"\n  input.actor.login == "u${i}"\n}`,
    )
    const cwd = repositoryOf(`default allowed := false\n${bodies.join('\n')}`)
    const short = await explain(cwd, 'deploy')
    expect(short.split('\n').length).toBeLessThanOrEqual(40)
    expect(short).toContain('more lines; --verbose shows all')
    const { out } = await say(evaluate, ['deploy', '--explain'], { cwd, io: { talk: 'verbose' } })
    expect(out.split('\n').length).toBeGreaterThan(120)
    expect(Math.max(...short.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  test('does not pretend to explain what is compiled, elsewhere or switched off', async () => {
    const cwd = folderOf({
      '.visor.yaml':
        'version: "1.0"\npolicy: { engine: local, rules: p.wasm, fallback: deny, scopes: [check.execute] }\nsteps: { deploy: {} }',
    })
    writeFileSync(
      join(cwd, 'p.wasm'),
      await compileWasm('package visor.check.execute\nallowed := false', ['visor/check/execute']),
    )
    expect(await explain(cwd, 'deploy')).toContain('nothing can be explained: "p.wasm" is compiled')
    const off = folderOf({ '.visor.yaml': 'version: "1.0"\npolicy: { engine: disabled }\nsteps: { deploy: {} }' })
    expect(await explain(off, 'deploy')).toContain('nothing can be explained: the config says "engine: disabled"')
  })

  test.each(EXAMPLES)(
    'explains every step of %s within a screen, as its schema says',
    async (name) => {
      const cwd = example(name)
      const { answers } = JSON.parse((await say(evaluate, ['--json'], { cwd })).out) as { answers: { step: string }[] }
      for (const { step } of [answers[0], answers.at(-1)].filter((one) => one !== undefined)) {
        const { out } = await say(evaluate, [step, '--explain', '--json'], { cwd })
        expect(validate(JSON.parse(out)) ? [] : validate.errors).toEqual([])
        expect((await explain(cwd, step)).split('\n').length).toBeLessThanOrEqual(40)
      }
    },
    120_000,
  )
})
