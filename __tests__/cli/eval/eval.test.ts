import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { evaluate } from '../../../src/cli/eval.js'
import { aPullRequest } from '../../support/events.js'
import { ROOT } from '../../support/runner.js'
import { EXAMPLES, example, folderOf, repositoryOf, say } from './asking.js'

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(
  JSON.parse(readFileSync(join(ROOT, 'schemas/cli/eval.schema.json'), 'utf8')) as object,
)

const ask = (cwd: string, ...args: readonly string[]) => say(evaluate, args, { cwd })
const enterprise = example('enterprise-policy')

const TWO_APPROVALS = `version: "1.0"
policy:
  engine: local
  roles: { lead: {} }
steps:
  build: { type: command }
  release: { type: command, policy: { approvals: { count: 2, users: [mia, max] } } }
  vouched: { type: command, policy: { approvals: { roles: [lead] } } }
`

describe('stepgate eval', () => {
  const asked: readonly { readonly args: string; readonly code: number; readonly says: string }[] = [
    {
      args: 'deploy-production --as alice --association MEMBER --label approved',
      code: 1,
      says: '✘ deploy-production is blocked for alice (developer)',
    },
    {
      args: 'deploy-production --as olivia --association owner',
      code: 0,
      says: '✔ deploy-production may run for olivia (admin)',
    },
    {
      args: 'ai-review --tool github/issue_delete --role developer',
      code: 1,
      says: '✘ github/issue_delete of ai-review is blocked for someone (developer)',
    },
    {
      args: 'ai-review --tool github/search_code --role developer',
      code: 0,
      says: '✔ github/search_code of ai-review may be called for someone (developer)',
    },
    {
      args: 'ai-review --tool github/get_* --role admin',
      code: 1,
      says: '✘ github/get_* of ai-review cannot be asked about for someone (admin)',
    },
    {
      args: 'ai-review --capabilities --association MEMBER',
      code: 0,
      says: '✔ what the AI of ai-review asks for is left whole for someone (developer)',
    },
    {
      args: 'ai-review --scope capability.resolve --association CONTRIBUTOR',
      code: 0,
      says: '✔ what the AI of ai-review asks for is left without allowEdit, allowBash, the tools issue_* for someone (contributor)',
    },
    {
      args: 'close-duplicates --association MEMBER',
      code: 1,
      says: '✘ close-duplicates is blocked for someone (developer)',
    },
  ]
  test.each(asked)('$args', async ({ args, code, says }) => {
    const said = await ask(enterprise, ...args.split(' '))
    expect(said.out.split('\n')[0]).toBe(says)
    expect(said.err).toBe('')
    expect(said.code).toBe(code)
  })

  test('beneath the outcome stands all that is behind it', async () => {
    const { out } = await ask(enterprise, 'deploy-staging', '--as', 'alice')
    expect(out).toBe(`✘ deploy-staging is blocked for alice (external)
  one of the author's roles is in the deny list of this step
  reason code: policy_denied
  roles: external (author_association is NONE)
  depends on: ✘ integration-tests (one of the author's roles is in the deny list of this step)
  hint: --explain says why`)
  })

  test('what waits for an approval says whose, and an approval lets it pass', async () => {
    const cwd = example('required-check-with-approvals')
    const waits = await ask(cwd, 'deploy-staging', '--role', 'developer')
    expect(waits.out.split('\n').slice(0, 2)).toEqual([
      '… deploy-staging waits for approval for someone (developer)',
      '  needs 1 approval by the role admin; has none; anybody else of the role admin could',
    ])
    expect(waits.code).toBe(1)
    const approved = await ask(cwd, 'deploy-staging', '--role', 'developer', '--approved-by', 'bob:admin')
    expect(approved.code).toBe(0)
  })

  test.each([['mia'], ['MIA'], ['mia:MEMBER']])(
    'who has approved as mia and as %s has approved once',
    async (again) => {
      const cwd = folderOf({ '.visor.yaml': TWO_APPROVALS })
      const ask2 = (...logins: readonly string[]) =>
        ask(cwd, 'release', '--as', 'bob', ...logins.flatMap((login) => ['--approved-by', login]))
      const once = await ask2('mia', again)
      expect([once.code, once.out.split('\n')[0]]).toEqual([1, '… release waits for approval for bob (no role)'])
      expect((await ask2('mia', again, 'max')).code).toBe(0)
      const event = JSON.stringify(aPullRequest({ association: 'MEMBER' }))
      const over = ['release', '--event-file', '-', '--approved-by', 'mia', '--approved-by', again]
      expect((await say(evaluate, over, { cwd, stdin: event })).code).toBe(1)
    },
  )

  test('the last word of an approver stands', async () => {
    const cwd = folderOf({ '.visor.yaml': TWO_APPROVALS })
    const by = (...logins: readonly string[]) =>
      ask(cwd, 'vouched', '--as', 'bob', ...logins.flatMap((login) => ['--approved-by', login]))
    expect((await by('mia:lead', 'mia')).code).toBe(1)
    expect((await by('mia', 'Mia:lead')).code).toBe(0)
  })

  test('what a run would warn of in the config is said', async () => {
    const cwd = folderOf({ '.visor.yaml': TWO_APPROVALS.replace('steps:', 'packs: {}\nsteps:') })
    const note = '.visor.yaml:LINE: "packs" is not read; did you mean "policy.packs"?'
    const { out, err } = await ask(cwd, 'build', '--json')
    expect([err, JSON.parse(out).notes].flat().map((said: string) => said.replace(/:\d+:/, ':LINE:'))).toEqual([
      `note: ${note}`,
      note,
    ])
  })

  test('a kill switch that a run would ask is not asked, and that is said', async () => {
    const cwd = folderOf({
      '.visor.yaml': TWO_APPROVALS.replace('roles:', 'kill_switch: { url: "http://127.0.0.1:9/off" }\n  roles:'),
    })
    const note =
      'the kill switch at "policy.kill_switch" is not asked here, and may block everything; "stepgate gate" asks it'
    expect(await ask(cwd, 'build')).toMatchObject({ code: 0, err: `note: ${note}` })
    for (const args of [['build'], [], ['build', '--explain']]) {
      const { out, err } = await ask(cwd, ...args, '--json')
      const found: unknown = JSON.parse(out)
      expect([validate(found), validate.errors]).toEqual([true, null])
      expect(found).toMatchObject({ notes: [note] })
      expect(err).toBe(`note: ${note}`)
    }
  })

  test.each([
    ['1969-12-31T23:00:00Z', '"--at" is "1969-12-31T23:00:00Z"; times before 1970 are not known'],
    ['1970-01-01T00:30:00+01:00', '"--at" is "1970-01-01T00:30:00+01:00"; times before 1970 are not known'],
    ['1969-02-30T00:00:00Z', '"--at" is a time of RFC 3339'],
    ['yesterday', '"--at" is a time of RFC 3339'],
  ])('--at %s is refused in its own words', async (at, says) => {
    const { code, err } = await ask(folderOf({ '.visor.yaml': TWO_APPROVALS }), 'build', '--at', at)
    expect(code).toBe(2)
    expect(err).toContain(says)
  })

  test('without a step there is a table of all of them, and a pattern chooses some', async () => {
    const all = await ask(enterprise, '--association', 'MEMBER')
    expect(all.out).toBe(`someone (developer), pull_request
✔ ai-review          runs
✔ unit-tests         runs
✔ integration-tests  runs
✘ close-duplicates   blocked  methods that delete are for admins (tool github/issue_delete)
✔ deploy-staging     runs
✘ deploy-production  blocked  only admins deploy to production`)
    expect(all.code).toBe(1)
    const some = await ask(enterprise, 'deploy-*', '--association', 'OWNER')
    expect(some.out.split('\n').slice(1)).toEqual(['✔ deploy-staging     runs', '✔ deploy-production  runs'])
    expect(some.code).toBe(0)
  })

  test('a terminal without Unicode gets ASCII', async () => {
    const terminal = { columns: 80, colour: false, unicode: false }
    const { out } = await say(evaluate, [], { cwd: enterprise, io: { stdout: { terminal } } })
    expect(out).toMatch(/^x deploy-production/m)
    expect(out).toMatch(/^[ -~\n]*$/)
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })
})

describe('an event', () => {
  test('is judged as it is, and the flags lay over it', async () => {
    const cwd = example('labels-and-drafts')
    const asIs = await ask(cwd, '--event-file', 'event.json', '--json')
    const over = await ask(cwd, '--event-file', 'event.json', '--draft', '--label', 'preview', '--as', 'zoe', '--json')
    const [first, second] = [asIs, over].map(({ out }) => JSON.parse(out) as { who: { login: string } })
    expect(first?.who.login).not.toBe('zoe')
    expect(second?.who.login).toBe('zoe')
    expect(over.out).toContain('the pull request is a draft')
  })

  test('gives nobody the association of another', async () => {
    const cwd = enterprise
    const mine = await ask(cwd, '--event-file', 'event.json', '--json')
    const { who } = JSON.parse(mine.out) as { who: { login: string; association: string } }
    const another = await ask(cwd, '--event-file', 'event.json', '--as', `not-${who.login}`, '--json')
    expect(JSON.parse(another.out)).toMatchObject({ who: { association: 'NONE', roles: [{ role: 'external' }] } })
  })

  test('of which the files are not known gets no answer from a policy that reads them', async () => {
    const cwd = repositoryOf('allowed if every file in input.pullRequest.files { startswith(file.path, "docs/") }')
    const event = JSON.parse(readFileSync(join(enterprise, 'event.json'), 'utf8')) as { pull_request: object }
    const stdin = JSON.stringify({ ...event, pull_request: { ...event.pull_request, changed_files: 3 } })
    const said = await say(evaluate, ['deploy', '--event-file', '-'], { cwd, stdin })
    expect(said).toMatchObject({ code: 2, out: '', err: expect.stringContaining('error[ERR_INPUT_INCOMPLETE]') })
    const told = await say(evaluate, ['deploy', '--event-file', '-', '--changed', 'docs/a.md'], { cwd, stdin })
    expect(told.code).toBe(0)
  })
})

describe('what could not be asked ends with 2', () => {
  const REFUSED: readonly {
    readonly name: string
    readonly cwd: string
    readonly args?: readonly string[]
    readonly says: readonly string[]
  }[] = [
    {
      name: 'a policy that does not compile, at its place',
      cwd: repositoryOf('allowed if {\r\n  x == 1\r\n}'),
      says: [
        'error[ERR_POLICY_COMPILE]: var x is unsafe',
        '→ policies/a policy.rego:3:3',
        '3 │   x == 1',
        'the gate blocks what it cannot ask about',
      ],
    },
    {
      name: 'a policy that fails, even where the gate would let it pass',
      cwd: repositoryOf('allowed := true if input.scope\nallowed := false if input.actor'),
      says: ['error[ERR_EVALUATION_FAILED]', 'policies/a policy.rego:3:1', 'order them with "else"'],
    },
    {
      name: 'an answer that is none',
      cwd: repositoryOf('allowed := "yes"'),
      says: ['error[ERR_DECISION_SHAPE]: "allowed" is "yes"'],
    },
    {
      name: 'an unknown step',
      cwd: enterprise,
      args: ['deploy-prodction'],
      says: [
        'there is no step "deploy-prodction"; did you mean "deploy-production"?',
        'way out: the config has ai-review, unit-tests',
      ],
    },
    { name: 'part of a name', cwd: enterprise, args: ['staging'], says: ['did you mean "deploy-staging"?'] },
    {
      name: 'an unknown tool',
      cwd: enterprise,
      args: ['ai-review', '--tool', 'github/serch_code'],
      says: ['names no tool "github/serch_code"; did you mean "github/search_code"?; it names github/'],
    },
    {
      name: 'a tool of a step that has none',
      cwd: enterprise,
      args: ['unit-tests', '--tool', 'a/b'],
      says: ['it names none'],
    },
    {
      name: 'capabilities of a step that has none',
      cwd: enterprise,
      args: ['unit-tests', '--capabilities'],
      says: ['asks for no capabilities', 'this one is command'],
    },
    {
      name: 'two questions',
      cwd: enterprise,
      args: ['ai-review', '--capabilities', '--tool', 'a/b'],
      says: ['ask two questions'],
    },
    {
      name: 'a question without a step',
      cwd: enterprise,
      args: ['--capabilities'],
      says: ['are about one step: name it'],
    },
    {
      name: 'a role that there is not',
      cwd: enterprise,
      args: ['unit-tests', '--role', 'admni'],
      says: ['there is no role "admni"; did you mean "admin"?'],
    },
    {
      name: 'a config without steps',
      cwd: folderOf({ '.visor.yaml': 'version: "1.0"\nsteps: {}\n' }),
      args: [],
      says: ['has no steps: there is nothing to ask about'],
    },
    {
      name: 'a config without steps, and a step',
      cwd: folderOf({ '.visor.yaml': 'version: "1.0"\nsteps: {}\n' }),
      says: ['the config has no steps'],
    },
    { name: 'no config', cwd: folderOf({ 'a.txt': '' }), args: [], says: ['error[ERR_CONFIG_NOT_FOUND]'] },
    {
      name: 'a server where nobody is',
      cwd: folderOf({
        '.visor.yaml': 'version: "1.0"\npolicy: { engine: remote, url: "http://127.0.0.1:1/" }\nsteps: { deploy: {} }',
      }),
      says: ['error[ERR_PDP_UNREACHABLE]'],
    },
    {
      name: 'an event file that is not there',
      cwd: enterprise,
      args: ['unit-tests', '--event-file', 'nope.json'],
      says: ['the event file "nope.json" cannot be read'],
    },
  ]
  test.each(REFUSED)('$name', async ({ cwd, args = ['deploy'], says }) => {
    const said = await ask(cwd, ...args)
    expect(said.out).toBe('')
    for (const text of says) expect(said.err).toContain(text)
    expect(said.code).toBe(2)
  })

  test('in a table the others are told all the same, and the error stands beside them', async () => {
    const said = await ask(repositoryOf('allowed := "yes"'))
    expect(said.out).toContain('✘ deploy  blocked')
    expect(said.err).toContain('error[ERR_DECISION_SHAPE]')
    expect(said.code).toBe(2)
  })

  test('whatever the fallback and the mode would let through', async () => {
    for (const policy of ['mode: audit']) {
      const said = await ask(repositoryOf('allowed := "yes"', policy), 'deploy')
      expect(said).toMatchObject({
        code: 2,
        err: expect.stringContaining('lets it pass with a warning, because of "mode: audit"'),
      })
    }
  })
})

describe('what nobody asks about passes, and says why', () => {
  const OPEN = [
    {
      name: 'a scope that is not governed',
      policy: 'engine: local, scopes: [tool.invoke]',
      says: 'check.execute is not in "policy.scopes"',
    },
    { name: 'a policy that is switched off', policy: 'engine: disabled', says: 'the config says "engine: disabled"' },
  ]
  test.each(OPEN)('$name', async ({ policy, says }) => {
    const cwd = folderOf({ '.visor.yaml': `version: "1.0"\npolicy: { ${policy} }\nsteps: { deploy: {} }` })
    const said = await ask(cwd, 'deploy')
    expect(said.code).toBe(0)
    expect(said.out).toContain(says)
  })

  test('no rule that answers is blocked, and the note names the package', async () => {
    const cwd = folderOf({
      '.visor.yaml': 'version: "1.0"\npolicy: { engine: local, rules: p, fallback: deny }\nsteps: { deploy: {} }',
      'p/a.rego': 'package main\n\ndeny contains "no" if true\n',
    })
    const said = await ask(cwd, 'deploy')
    expect(said.code).toBe(1)
    expect(said.out).toContain('no policy result')
    expect(said.out).toContain('note: no loaded rule answers for')
  })
})

describe('as JSON', () => {
  test.each(EXAMPLES)('the answers of %s are as their schema says', async (name) => {
    const cwd = example(name)
    // A counter that is dated later than the clock is of no use, and here the clock stands at 1970.
    const at = ['--at', '2026-06-01T12:00:00Z']
    const ids = JSON.parse((await ask(cwd, '--json', ...at)).out) as { answers: readonly { step: string }[] }
    const calls = [['--json'], ...ids.answers.map(({ step }) => [step, '--json', '--association', 'MEMBER'])]
    for (const args of calls) {
      const said = await ask(cwd, ...args, ...at)
      expect(validate(JSON.parse(said.out)) ? [] : validate.errors).toEqual([])
      expect([said.err, [0, 1]]).toEqual(['', expect.arrayContaining([said.code])])
    }
  })

  test('a question is told with the raw answer of the policy', async () => {
    const { out } = await ask(enterprise, 'deploy-production', '--json')
    expect(JSON.parse(out)).toMatchObject({
      who: { login: 'someone', association: 'NONE', event: 'pull_request' },
      answers: [
        {
          step: 'deploy-production',
          scope: 'check.execute',
          allowed: false,
          outcome: 'block',
          reason_code: 'policy_denied',
          asked: { path: 'visor/deploy/production', result: { allowed: false } },
          waits_for: [{ step: 'deploy-staging', outcome: 'block' }],
        },
      ],
    })
  })

  test('an error, too', async () => {
    const said = await ask(enterprise, 'nope', '--json')
    expect(validate(JSON.parse(said.out))).toBe(true)
    expect(said.code).toBe(2)
  })
})
