import { execFileSync } from 'node:child_process'
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { aPullRequest } from '../../support/events.js'
import { aFolder, CONFIG, type Files, POLICIES, runOn, runTest } from './running.js'

const withCases = (cases: string, files: Files = {}): Files => ({
  ...POLICIES,
  'policies/cases.yaml': cases.startsWith('cases:') || /^\w+:/.test(cases) ? cases : `cases:\n${cases}`,
  ...files,
})

const FLOWS: readonly (readonly [string, string])[] = [
  ['a role by the association', '{ actor: { login: a, association: OWNER }, step: deploy, expect: pass }'],
  ['a role by a team', '{ actor: { login: a, teams: [platform] }, step: guarded, expect: pending }'],
  ['a role by name', '{ actor: { login: a, roles: [admin] }, step: deploy, expect: pass }'],
  ['a label', '{ actor: a, pull_request: { labels: [approved] }, step: deploy, expect: pass }'],
  ['a reason, exactly', '{ actor: a, step: deploy, expect: { outcome: block, reason: deploy is for admin } }'],
  ['a reason by a pattern', '{ actor: a, step: deploy, expect: { outcome: block, reason: /^DEPLOY is for/i } }'],
  ['a part of a reason', '{ actor: a, step: deploy, expect: { reason: { contains: for admin } } }'],
  ['a reason code', '{ actor: a, step: deploy, expect: { outcome: block, reason_code: policy_denied } }'],
  [
    'warnings, all of them',
    '{ actor: a, pull_request: { changed: [a, b] }, step: build, expect: { outcome: pass, warnings: [many files] } }',
  ],
  [
    'some of the warnings',
    '{ actor: a, pull_request: { changed: [a, { path: b, status: added }] }, step: build, expect: { warnings: { include: [/many/] } } }',
  ],
  ['no warnings', '{ actor: a, pull_request: { changed: [a] }, step: build, expect: { outcome: pass, warnings: [] } }'],
  ['a tool', '{ actor: a, tool: github/search_issues, expect: pass }'],
  [
    'a tool that is denied',
    '{ actor: a, step: review, tool: github/issue_delete, expect: { reason: nobody deletes } }',
  ],
  ['what an AI is left', '{ actor: a, step: review, expect: { outcome: pass, capabilities: { allowEdit: false } } }'],
  [
    'the capabilities alone',
    '{ actor: { login: a, association: OWNER }, step: review, capabilities: true, expect: { outcome: pass, capabilities: { allowEdit: true, allowedTools: ["issue_*", "search_*"] } } }',
  ],
  ['an approval', '{ actor: a, step: guarded, approvals: ["bob:developer"], expect: pass }'],
  ['an approval by association', '{ actor: a, step: guarded, approvals: ["bob:MEMBER"], expect: pass }'],
  [
    'an approval of somebody else',
    '{ actor: a, step: guarded, approvals: [{ login: bob, roles: [external] }], expect: { outcome: pending, reason_code: approval_required } }',
  ],
  [
    'others behind the run',
    '{ actor: { login: a, association: OWNER }, others: [{ login: b, as: pusher, association: NONE }], step: deploy, expect: { outcome: block } }',
  ],
  [
    'an event without a pull request',
    '{ actor: { login: a, roles: [admin] }, event: push, step: deploy, expect: pass }',
  ],
  ['several steps', '{ actor: a, expect: { steps: { build: pass, deploy: block, guarded: { outcome: pending } } } }'],
]

describe('a case goes through the whole gate', () => {
  let statuses: ReadonlyMap<string, unknown>
  beforeAll(async () => {
    // All of them in one table, as an author would have them.
    const table = FLOWS.map(([name, flow]) => `  - { name: ${JSON.stringify(name)}, ${flow.slice(1)}`).join('\n')
    const { out } = await runTest(withCases(`cases:\n${table}\n`), '--json')
    const report = JSON.parse(out) as { files: { tests: { name: string; status: string; failure?: unknown }[] }[] }
    statuses = new Map(report.files[0]?.tests.map(({ name, status, failure }) => [name, failure ?? status]))
  })
  test.each(FLOWS)('%s', (name) => expect(statuses.get(name)).toBe('passed'))

  test('defaults stand for what a case leaves out, key by key', async () => {
    const { code, out } = await runTest(
      withCases(`defaults:
  actor: { login: alice, association: OWNER }
  step: deploy
  expect: pass
cases:
  - { name: as it is }
  - { name: somebody else, actor: { association: NONE }, expect: { outcome: block, reason: deploy is for admin } }
  - { name: another step, step: build }
  - { name: a tool, step: review, tool: github/search_issues }
`),
    )
    expect({ code, line: out.split('\n')[0] }).toEqual({ code: 0, line: '✔ policies/cases.yaml  4 passed' })
  })

  test('an event of its own, from a file beside the table', async () => {
    const event = JSON.stringify(aPullRequest({ login: 'alice', association: 'OWNER' }))
    const { code, out } = await runTest(
      withCases(
        `cases:
  - { name: theirs, event: { file: event.json }, step: deploy, expect: pass }
  - { name: contradicts, actor: bob, event: { file: event.json }, step: deploy, expect: pass }
  - { name: is not there, event: { file: evnt.json }, step: deploy, expect: pass }
`,
        { 'policies/event.json': event },
      ),
    )
    expect(code).toBe(1)
    expect(out).toContain(`the event is alice's, and "actor" says "bob"; leave the login out`)
    expect(out).toContain('the event file "evnt.json" cannot be read as JSON')
  })
})

describe('what is wrong with one case is told of that case', () => {
  test.each([
    ['a step', 'step: deplyo, expect: pass', 'there is no step "deplyo"; did you mean "deploy"?'],
    ['a role', 'roles: x, expect: pass', undefined],
    [
      'a role of the actor',
      'actor: { login: a, roles: [admn] }, step: build, expect: pass',
      'there is no role "admn"; did you mean "admin"?; the config defines admin, developer, external',
    ],
    [
      'a role of an approver',
      'actor: a, approvals: ["bob:devloper"], step: build, expect: pass',
      'there is no role "devloper"; did you mean "developer"?',
    ],
    ['a tool', 'tool: github/search_isues, expect: pass', 'no step has the tool "github/search_isues"; did you mean'],
    ['no step', 'expect: pass', 'it names no "step"; the config has build, deploy, review, guarded'],
    ['no expectation', 'step: build', 'it has no "expect"; say at least what the outcome is'],
    ['capabilities of a command', 'step: build, capabilities: true, expect: pass', 'is no AI step'],
  ])('%s that is not there', async (_, flow, says) => {
    const { code, out, err } = await runTest(
      withCases(`cases:\n  - { name: it, ${flow} }\n  - { name: ok, step: build, expect: pass }\n`),
    )
    if (says === undefined) {
      expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('unknown key "cases.0.roles"') })
      return
    }
    expect({ code, last: out.split('\n').at(-1) }).toEqual({
      code: 1,
      last: expect.stringMatching(/^1 passed, 1 error \(/),
    })
    expect(out).toContain(says)
  })
})

describe('a block by accident is not the block that was meant', () => {
  test('a policy that fails', async () => {
    const files = withCases('  - { name: it, actor: a, step: build, expect: block }', {
      'policies/check.rego':
        'package visor.check.execute\n\nallowed := true\n\nallowed := false if input.actor.login\n',
    })
    const { code, out } = await runTest(files)
    expect(code).toBe(1)
    expect(out).toContain('ERR_EVALUATION_FAILED')
  })
  test('capabilities that nobody answered for', async () => {
    const silent = { 'policies/capability.rego': 'package visor.capability\n' }
    const flow = 'name: it, actor: a, step: review'
    const { code, out } = await runTest(
      withCases(`  - { ${flow}, expect: { capabilities: { allowEdit: false } } }`, silent),
    )
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('(an answer of the policy)') })
  })
  test('a policy that is silent', async () => {
    const silent = { 'policies/check.rego': 'package visor.chekc.execute\n\nallowed := true\n' }
    const flow = 'name: it, actor: a, step: build'
    const { code, out } = await runTest(withCases(`  - { ${flow}, expect: block }`, silent))
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('no_policy_result') })
    const meant = await runTest(
      withCases(`  - { ${flow}, expect: { outcome: block, reason_code: no_policy_result } }`, silent),
    )
    expect(meant.code).toBe(0)
  })
})

describe('a failing case', () => {
  const files = withCases(`  - name: an outsider deploys
    actor: { login: olga, association: NONE }
    step: deploy
    expect: { outcome: pass, reason: because }
`)
  test('shows expected and actual beside each other, the reason, and its place', async () => {
    const { code, out } = await runTest(files)
    expect(code).toBe(1)
    expect(out).toContain(`✘ an outsider deploys
  → policies/cases.yaml:2:11
  1 │ cases:
  2 │   - name: an outsider deploys
    │           ^^^^^^^^^^^^^^^^^^^

           expected  actual
  outcome  pass      block
  reason   because   deploy is for admin

  step deploy: block (policy_denied): deploy is for admin`)
  })
  test('shows the rule that decided, and what it ended on', async () => {
    const { out } = await runTest(files)
    expect(out).toContain('reason held at policies/check.rego:11:1')
    expect(out).toContain('allowed did not hold at policies/check.rego:7:1')
    expect(out).toContain('input.actor.roles is ["external"]')
  })
  test('on a narrow terminal expected stands over actual, in ASCII where there is no more', async () => {
    const { out } = await runOn({ columns: 40, unicode: false }, files)
    expect(out).toContain('  outcome\n    expected  pass\n    actual    block')
    expect(out.split('\n').slice(0, 6).join('')).toMatch(/^x policies[ -~]*$/)
  })
  test('in colour only where there is any', async () => {
    expect((await runOn({ colour: true }, files)).out).toContain('\u001b[31m')
    expect((await runTest(files)).out).not.toContain('\u001b')
  })
})

describe('which config is asked', () => {
  const outcome = (cases: string) =>
    `cases:\n  - { name: it, actor: { login: a, association: MEMBER }, step: deploy, expect: ${cases} }\n`
  const lax = CONFIG.replace('require: admin', 'require: developer')

  test('the nearest in the folders around the table, whose folder is the root', async () => {
    const inner = Object.fromEntries(Object.entries(POLICIES).map(([path, text]) => [`inner/${path}`, text]))
    const { code } = await runTest(
      {
        ...POLICIES,
        ...inner,
        'inner/.visor.yaml': lax,
        'inner/policies/cases.yaml': outcome('pass'),
        'policies/cases.yaml': outcome('block'),
      },
      'inner/policies/cases.yaml',
      'policies/cases.yaml',
    )
    expect(code).toBe(0)
  })
  test('the one that the table names, relative to it', async () => {
    const { code } = await runTest({
      ...POLICIES,
      'other.yaml': lax,
      'policies/cases.yaml': `config: ../other.yaml\n${outcome('pass')}`,
    })
    expect(code).toBe(0)
  })
  test('the one that the table holds, with errors at their place in the table', async () => {
    const held = `config:
  version: "1.0"
  policy: { engine: local, roles: { admin: {} } }
  steps:
    deploy: { type: command, policy: { require: ROLE } }
`
    const cases = 'cases:\n  - { name: it, actor: { login: a, roles: [admin] }, expect: pass }\n'
    expect((await runTest({ 'cases.yaml': held.replace('ROLE', 'admin') + cases })).code).toBe(0)
    const { code, err } = await runTest({ 'x/cases.yaml': held.replace('ROLE', 'admn') + cases })
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('→ x/cases.yaml:5:') })
  })
  test('the one of the command line', async () => {
    const files = { ...POLICIES, 'lax.yaml': lax, 'policies/cases.yaml': outcome('pass') }
    expect((await runTest(files, '--config', 'lax.yaml')).code).toBe(0)
    expect((await runTest(files)).code).toBe(1)
  })
  test('none anywhere is an error with the way out', async () => {
    const { code, err } = await runTest({ 'cases.yaml': outcome('pass') })
    expect(code).toBe(2)
    expect(err).toContain('there is no config for the cases of "cases.yaml"')
    expect(err).toContain('way out: name one with "config:"')
  })
})

describe('a table that cannot be read', () => {
  test.each([
    ['YAML that is broken', 'cases:\n  - name: [\n', 'ERR_CASES_YAML', /cases\.yaml:\d+:\d+/],
    [
      'an unknown key',
      'cases:\n  - { name: it, stpe: x }\n',
      'unknown key "cases.0.stpe"; did you mean "step"?',
      'cases.yaml:2:17',
    ],
    ['an unknown key below', 'cases:\n  - { name: it, actor: { logn: x } }\n', 'did you mean', 'cases.yaml:2:26'],
    [
      'an outcome that is none',
      'cases:\n  - { name: it, expect: blok }\n',
      'must be one of pass, warn, block, pending, not "blok"; did you mean "block"?',
      'cases.yaml:2:25',
    ],
    [
      'an outcome below',
      'cases:\n  - { name: it, expect: { outcome: deny } }\n',
      '"cases.0.expect.outcome" must be one of pass',
      'cases.yaml:2:36',
    ],
    [
      'a pattern that is none',
      'cases:\n  - { name: it, expect: { reason: "/(/" } }\n',
      'regular expression between slashes',
      'cases.yaml:2:35',
    ],
    ['no cases', 'steps: {}\n', '"cases" is missing', 'cases.yaml:1:1'],
    ['a list', '- a\n', 'must be a mapping with "cases"', 'cases.yaml:1:1'],
    [
      'a name twice',
      'cases:\n  - { name: it }\n  - { name: it }\n',
      'is that of the case in line 2, too',
      'cases.yaml:3:13',
    ],
    [
      'capabilities that name none',
      'cases:\n  - { name: it, expect: { capabilities: {} } }\n',
      'at least one',
      'cases.yaml:2',
    ],
    [
      'a merge group',
      'cases:\n  - { name: it, event: merge_group }\n',
      'must be one of pull_request',
      'cases.yaml:2:24',
    ],
    ['no name', 'cases:\n  - { step: build }\n', '"cases.0.name" is missing', 'cases.yaml:2'],
  ])('%s', async (_, text, says, place) => {
    const { code, out, err } = await runTest({ ...POLICIES, 'policies/cases.yaml': text })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
    expect(err).toMatch(place)
  })
  test('all of them are told at once', async () => {
    const { err } = await runTest({ ...POLICIES, 'policies/a_cases.yaml': '- a', 'policies/b.cases.yaml': '- b' })
    expect(err).toContain('"policies/a_cases.yaml" must be')
    expect(err).toContain('"policies/b.cases.yaml" must be')
  })
  test('Windows line endings and a byte order mark change nothing', async () => {
    const text = '\uFEFFcases:\r\n  - name: it\r\n    step: deploy\r\n    expect: pass\r\n'
    const { code, out } = await runTest({ ...POLICIES, 'policies/cases.yaml': text })
    expect(code).toBe(1)
    expect(out).toContain('policies/cases.yaml:2:11\n  1 │ cases:\n  2 │   - name: it\n    │           ^^')
  })
})

describe('files that a table names', () => {
  const inRepo = (files: Files) => {
    const moved = Object.entries({ ...POLICIES, ...files }).map(([path, text]) => [`repo/${path}`, text] as const)
    const event = JSON.stringify(aPullRequest({ login: 'alice', association: 'OWNER' }))
    return join(aFolder({ ...Object.fromEntries(moved), 'out/e.json': event, 'out/.visor.yaml': CONFIG }), 'repo')
  }
  const aCase = (file: string) =>
    `cases:\n  - { name: theirs, event: { file: ${JSON.stringify(file)} }, step: deploy, expect: pass }\n`

  test.each([
    ['by ..', '../../out/e.json', 'leads out of the repository'],
    ['by a link', 'link.json', 'leads out of the repository'],
    ['by a link of a folder', 'elsewhere/e.json', 'leads out of the repository'],
    ['by a path from the root', '/dev/zero', 'leads out of the repository'],
    ['to a folder', '.', 'is not a file'],
    ['to a pipe', 'pipe.json', 'is not a file'],
    ['to more than an event may have', 'large.json', 'has 26214401 bytes; at most 26214400 are read'],
    ['to text that is none', 'text.json', 'cannot be read as JSON'],
  ])('an event that leads elsewhere is not read: %s', async (_name, file, says) => {
    const repo = inRepo({
      'tables/cases.yaml': aCase(file),
      'tables/link.json': { link: '../../out/e.json' },
      'tables/elsewhere': { link: '../../out' },
      'tables/text.json': 'SECRET',
    })
    execFileSync('mkfifo', [join(repo, 'tables/pipe.json')])
    writeFileSync(join(repo, 'tables/large.json'), '')
    truncateSync(join(repo, 'tables/large.json'), 25 * 1024 * 1024 + 1)
    const { code, out } = await runTest(repo, 'tables/cases.yaml')
    expect(code).toBe(1)
    expect(out).toContain(`the event file ${JSON.stringify(file)} ${says}`)
    expect(out).not.toContain('SECRET')
  })
  test('an event may be anywhere in the repository', async () => {
    const event = JSON.stringify(aPullRequest({ login: 'alice', association: 'OWNER' }))
    const repo = inRepo({ 'tables/cases.yaml': aCase('../events/e.json'), 'events/e.json': event, '.git/HEAD': '' })
    expect((await runTest(repo, 'tables/cases.yaml')).code).toBe(0)
    // And where it is started makes no other repository of it.
    expect((await runTest(join(repo, 'tables'), 'cases.yaml')).code).toBe(0)
  })

  test.each([
    ['by ..', '../../out/.visor.yaml'],
    ['by a link', '../linked.yaml'],
  ])('a config that leads elsewhere is not used: %s', async (_name, config) => {
    const cases = `config: ${config}\ncases:\n  - { name: it, step: build, expect: pass }\n`
    const repo = inRepo({ 'tables/cases.yaml': cases, 'linked.yaml': { link: '../out/.visor.yaml' } })
    const { code, out, err } = await runTest(repo, 'tables/cases.yaml')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('leads out of the repository')
    expect(err).toContain('tables/cases.yaml:1:9')
  })
})
