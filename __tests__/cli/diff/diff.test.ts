import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, jest, test } from '@jest/globals'
import { gate } from '../../../src/cli/gate.js'
import { aPullRequest } from '../../support/events.js'
import { call, type Files, write } from '../gate/running.js'
import { aRepository, compare, compareIn, git, linesOf, run } from './running.js'

// Each comparison starts OPA twice, and some tests make several.
jest.setTimeout(120_000)

const CONFIG = `version: "1.0"
policy:
  engine: local
  fallback: deny
  rules: ./policies
  roles:
    admin: { users: [boss] }
    developer: { author_association: [MEMBER, OWNER] }
steps:
  deploy:
    type: command
    exec: make deploy
    policy: { require: developer }
  docs: { type: command, exec: make docs }
`
const POLICY = `package visor.check.execute

default allowed := false

allowed if not input.check.policy

allowed if input.check.policy.require in input.actor.roles

reason := "not for you" if not allowed
`
const FILES: Files = { '.visor.yaml': CONFIG, 'policies/steps.rego': POLICY }
const config = (from: string, to: string): Files => ({ '.visor.yaml': CONFIG.replace(from, to) })
const policy = (from: string, to: string): Files => ({ 'policies/steps.rego': POLICY.replace(from, to) })

describe('an edit', () => {
  test('that changes nothing says what was compared', async () => {
    const { code, answer, folder } = await compare(FILES, policy('not for you', 'not for you, sorry'))
    expect(code).toBe(0)
    expect(answer).toMatchObject({ differs: false, changes: [], compared: { steps: 2, people: 14 } })
    const { out } = await run(folder, ['--exit-code'])
    expect(out).toMatch(/^nothing differs: 2 steps × 14 people, with merge base of HEAD and main, [0-9a-f]{12}$/)
    expect((await compareIn(folder, ['--reasons'])).answer.changes[0]).toMatchObject({
      direction: 'reason',
      before: { outcome: 'block', reason: 'not for you', rule: { file: 'policies/steps.rego', line: 9 } },
      after: { outcome: 'block', reason: 'not for you, sorry' },
    })
  })

  test('that loosens says so first, loudly, for whom, and by which rule', async () => {
    const { answer, folder } = await compare(FILES, {
      ...policy('allowed if not input.check.policy\n', 'allowed if "admin" in input.actor.roles\n'),
    })
    expect(linesOf(answer)).toEqual(['loosened people deploy: block → pass', 'tightened people docs: pass → block'])
    expect(answer.changes[0]).toMatchObject({
      who: ['role admin'],
      before: {
        reason: 'not for you',
        rule: { name: 'data.visor.check.execute.reason', file: 'policies/steps.rego', line: 9 },
      },
      after: { rule: { name: 'data.visor.check.execute.allowed', line: 5 } },
    })
    const { out } = await run(folder, [])
    expect(out).toMatch(/^LOOSENED \(1\)\n {2}deploy {2}block → pass\n {4}for {5}role admin\n/)
    expect(out).toContain('    before  not for you  (policies/steps.rego:9)\n    now     pass  (policies/steps.rego:5)')
  })

  test.each([
    {
      name: 'of what a step requires',
      edit: config('require: developer', 'require: admin'),
      expect: ['loosened people deploy: block → pass', 'tightened people deploy: pass → block'],
    },
    {
      name: 'of the engine',
      edit: config('engine: local', 'engine: disabled'),
      expect: ['loosened people deploy: block → pass'],
    },
    {
      name: 'of the mode',
      edit: config('fallback: deny', 'fallback: deny\n  mode: audit'),
      expect: ['loosened people deploy: block → warn'],
    },
    {
      name: 'of a label that a policy asks for',
      edit: policy('allowed if not input', 'allowed if "ship-it" in input.pullRequest.labels\n\nallowed if not input'),
      expect: ['loosened people deploy: block → pass'],
    },
    {
      name: 'of approvals',
      edit: config('{ require: developer }', '{ require: developer, approvals: { count: 1, roles: [admin] } }'),
      expect: ['tightened people deploy: pass → pending'],
    },
  ])('$name', async ({ edit, expect: lines }) => {
    expect(linesOf((await compare(FILES, edit)).answer)).toEqual(lines)
  })

  test('of how many have to approve', async () => {
    const two = config('{ require: developer }', '{ require: developer, approvals: { count: 2, roles: [admin] } }')
    const one = config('{ require: developer }', '{ require: developer, approvals: { count: 1, roles: [admin] } }')
    const { answer } = await compare({ ...FILES, ...two }, one)
    expect(linesOf(answer)).toContain('loosened people deploy: pending → pass')
    expect(answer.changes[0].who).toContain('role developer, approved by 1 with the role admin')
  })

  test('of who has a role', async () => {
    const { answer } = await compare(FILES, config('users: [boss]', 'users: [boss, mallory]'))
    expect(answer.roles.changed).toEqual([{ who: '@mallory', before: [], after: ['admin'] }])
    expect(answer.differs).toBe(true)
    const more = await compare(FILES, config('[MEMBER, OWNER]', '[MEMBER, OWNER, NONE]'))
    expect(linesOf(more.answer)).toEqual(['loosened people deploy: block → pass'])
    expect(more.answer.changes[0].who).toEqual(['NONE', 'NONE from a fork'])
  })

  test('of the steps and the roles that there are', async () => {
    const { answer } = await compare(FILES, {
      '.visor.yaml': CONFIG.replace('  docs:', '  site:').replace('    admin:', '    chief:'),
    })
    expect(answer).toMatchObject({
      added: ['site'],
      removed: ['docs'],
      roles: { added: ['chief'], removed: ['admin'] },
    })
  })

  test('of tools and capabilities', async () => {
    const ai: Files = {
      '.visor.yaml': CONFIG.replace(
        '  docs:',
        `  review:
    type: ai
    prompt: review
    ai:
      allowEdit: true
      allowedTools: [search]
      mcpServers: { github: { command: x, allowedMethods: [get_issue, delete_repo] } }
  docs:`,
      ),
      'policies/tool.rego': 'package visor.tool.invoke\n\nallowed := input.tool.methodName == "get_issue"\n',
      'policies/ai.rego': 'package visor.capability.resolve\n\ncapabilities := {"allowEdit": false}\n',
    }
    const { answer } = await compare(
      { ...FILES, ...ai },
      {
        'policies/tool.rego': 'package visor.tool.invoke\n\nallowed := true\n',
        'policies/ai.rego': 'package visor.capability.resolve\n\ncapabilities := {"allowedTools": []}\n',
      },
    )
    expect(linesOf(answer)).toEqual([
      'loosened people review github/delete_repo: block → pass',
      'loosened people review capabilities: tools search → allowEdit, no tools',
    ])
  })
})

describe('the exit code', () => {
  const loosened = policy('allowed if input.check.policy.require in input.actor.roles', 'allowed if true')
  test.each([
    { name: '0 for a difference', edit: loosened, args: [], code: 0 },
    { name: '1 for a difference with --exit-code', edit: loosened, args: ['--exit-code'], code: 1 },
    { name: '1 for what is loosened with --fail-on', edit: loosened, args: ['--fail-on', 'loosened'], code: 1 },
    {
      name: '0 for what is tightened with --fail-on',
      edit: policy('not input.check.policy', 'input.check.nothing'),
      args: ['--fail-on', 'loosened'],
      code: 0,
    },
    { name: '0 for no difference with --exit-code', edit: {}, args: ['--exit-code'], code: 0 },
  ])('is $name', async ({ edit, args, code }) => {
    expect((await compare(FILES, edit, args)).code).toBe(code)
  })
})

describe('recorded events', () => {
  const events: Files = {
    'events/pull_request.none.json': JSON.stringify(aPullRequest({ association: 'NONE' })),
    'events/sub/a member.json': JSON.stringify(aPullRequest({ association: 'MEMBER' })),
    'events/wrapped.json': JSON.stringify({
      name: 'pull_request_target',
      payload: aPullRequest({ association: 'OWNER' }),
    }),
  }

  test('are judged by both', async () => {
    const edit = { ...config('[MEMBER, OWNER]', '[OWNER]'), ...events }
    const { answer } = await compare(FILES, edit, ['--events', 'events'])
    expect(answer.compared.events).toBe(3)
    const change = answer.changes.find(({ source }: { readonly source: string }) => source === 'events')
    expect(change).toMatchObject({ direction: 'tightened', step: 'deploy', who: ['sub/a member.json'], count: 1 })
  })

  test('that nobody can judge without the API are counted', async () => {
    const files = policy(
      'allowed if not input',
      'allowed if count(input.pullRequest.files) > 99\n\nallowed if not input',
    )
    const { answer } = await compare({ ...FILES, ...files }, events, ['--events', 'events'])
    const why = (event: string) =>
      `not everything is known of this ${event} on which a policy may rely: pullRequest.files: GitHub was not asked`
    expect(answer.notCompared).toEqual([
      { source: 'events', count: 2, why: why('pull_request') },
      { source: 'events', count: 1, why: why('pull_request_target') },
    ])
  })

  test.each([
    { name: 'an empty folder', files: { 'events/x.txt': '' }, says: 'there is no *.json' },
    { name: 'a file that is no event', files: { 'events/x.json': '{}' }, says: 'nobody can tell which event' },
    { name: 'a broken payload', files: { 'events/push.json': '{}' }, says: '"push.json": the event cannot be read' },
  ])('$name is a mistake', async ({ files, says }) => {
    const { code, err } = await compare(FILES, files, ['--events', 'events'])
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(says) })
  })
})

describe('a decision log', () => {
  async function aLog(files: Files = FILES): Promise<string> {
    const folder = aRepository(files)
    for (const [who, association] of [
      ['alice', 'MEMBER'],
      ['mallory', 'NONE'],
      ['mallory', 'NONE'],
    ] as const)
      await call(gate, folder, ['--as', who, '--association', association, '--audit-log', 'audit.jsonl'])
    return folder
  }

  test('is asked again by both, and each change counted with an example', async () => {
    const folder = await aLog()
    write(folder, config('require: developer', 'require: admin'))
    const { answer } = await compareIn(folder, ['--log', 'audit.jsonl'])
    expect(answer.compared.decisions).toBe(6)
    const [change] = answer.changes.filter(({ source }: { readonly source: string }) => source === 'log')
    expect(change).toMatchObject({ direction: 'tightened', step: 'deploy', count: 1, who: ['alice'] })
    const first = JSON.parse(readFileSync(join(folder, 'audit.jsonl'), 'utf8').split('\n')[0] ?? '')
    expect(change.example).toBe(first.decision_id)
    write(folder, policy('allowed if input.check', 'allowed if true\n\nallowed if input.check'))
    const loose = await compareIn(folder, ['--log', 'audit.jsonl'])
    expect(loose.answer.changes.at(-1)).toMatchObject({
      direction: 'loosened',
      source: 'log',
      count: 2,
      who: ['mallory'],
    })
  })

  test('counts what it does not hold any more', async () => {
    const masked = CONFIG.replace('  roles:', '  audit: { mask: [{ op: remove, path: /input/actor/login }] }\n  roles:')
    const folder = await aLog({ ...FILES, '.visor.yaml': masked })
    const { code, err } = await run(folder, ['--log', 'audit.jsonl'])
    expect(code).toBe(2)
    expect(err).toContain(
      'error[ERR_NOTHING_COMPARED]: nothing of "--log" can be asked again: 6 decisions: its input was masked',
    )
    const lines = readFileSync(join(await aLog(), 'audit.jsonl'), 'utf8')
    write(folder, { 'both.jsonl': lines + readFileSync(join(folder, 'audit.jsonl'), 'utf8') })
    const { answer } = await compareIn(folder, ['--log', 'both.jsonl'])
    expect(answer.compared.decisions).toBe(6)
    expect(answer.notCompared).toEqual([{ source: 'log', count: 6, why: 'its input was masked' }])
  })

  test('that is none is a mistake', async () => {
    const folder = await aLog()
    expect((await run(folder, ['--log', 'none.jsonl'])).err).toContain('cannot be read (ENOENT)')
    write(folder, { 'empty.jsonl': '' })
    expect((await run(folder, ['--log', 'empty.jsonl'])).err).toContain('holds no decision')
  })
})

describe('markdown', () => {
  test('is a table in which nothing of others acts', async () => {
    const evil = '"| @everyone `x` <img src=x> [a](http://b)"'
    const files = { ...FILES, '.visor.yaml': CONFIG.replace('  deploy:', `  ${evil}:`) }
    const folder = aRepository(files)
    write(folder, policy('"not for you" if not allowed', '`</td> @team |` if not allowed'))
    write(folder, { '.visor.yaml': files['.visor.yaml'].replace('require: developer', 'require: admin') })
    const { code, out } = await run(folder, ['--format', 'markdown'])
    expect(code).toBe(0)
    expect(out).toMatch(/^### ⚠️ This change loosens 1 decision\n\n\| {2}\| What \|/)
    expect(out).not.toMatch(/@\w|<img|\]\(|`x`/)
    for (const row of out.split('\n').filter((line) => line.startsWith('|')))
      expect(row.split(/(?<!\\)\|/)).toHaveLength(7)
  })
})

describe('what cannot be compared', () => {
  test('is a base without a config', async () => {
    const { code, err } = await compare({ 'README.md': '' }, FILES)
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/the base \(main, [0-9a-f]{12}\): there is no config/),
    })
  })

  test.each([
    { name: 'a config', edit: config('roles:', 'rolez:'), says: 'unknown key "policy.rolez"' },
    { name: 'a policy', edit: policy('default allowed := false', 'default allowed :='), says: 'rego_parse_error' },
    { name: 'a policy in YAML', edit: { 'policies/p.yaml': 'kind: SecurityPolicy\nspec: {}\n' }, says: 'p.yaml' },
    { name: 'a rule that is not there', edit: config('./policies', './nowhere'), says: 'nowhere' },
  ])('is a side with a broken one: $name', async ({ edit, says }) => {
    const after = await compare(FILES, edit)
    expect(after).toMatchObject({ code: 2, err: expect.stringContaining('the working tree: ') })
    expect(after.err).toContain(says)
    const before = await compare({ ...FILES, ...edit }, FILES)
    expect(before).toMatchObject({ code: 2, err: expect.stringMatching(/the base \(main, [0-9a-f]{12}\): /) })
    expect(before.err).toContain(says)
    expect(before.answer.error.path).toBeUndefined()
  })

  test.each([
    {
      name: 'a ref that is not there',
      args: ['--base', 'nope'],
      says: 'is no commit here; fetch it with "git fetch origin nope"',
    },
    { name: 'a ref that looks like a flag', args: ['--base=--all'], says: 'needs a commit, branch or tag' },
    { name: 'a ref of something else', args: ['--base', 'main:.visor.yaml'], says: 'is no commit here' },
  ])('is $name', async ({ args, says }) => {
    const { code, err } = await compare(FILES, {}, args)
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(says) })
  })

  test('is a folder without git, and a machine without it', async () => {
    const folder = aRepository(FILES)
    const env = { PATH: folder, HOME: folder }
    expect(await run(folder, [], { env })).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is no "git" on the PATH'),
    })
    const outside = await call((await import('../../../src/cli/diff.js')).diff, '/', [])
    expect(outside).toMatchObject({ code: 2, err: expect.stringContaining('this is no git repository') })
  })

  test('is what a shallow clone does not have', async () => {
    const folder = aRepository(FILES)
    git(folder, 'tag', 'v1')
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'more')
    git(folder, 'clone', '-q', '--depth', '1', '--no-tags', `file://${folder.replaceAll(' ', '%20')}`, 'shallow')
    const { code, err } = await run(join(folder, 'shallow'), ['--base', 'v1'])
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('this clone is shallow') })
  })
})

describe('the base', () => {
  test('is where HEAD has left the main branch', async () => {
    const folder = aRepository(FILES)
    git(folder, 'checkout', '-q', '-b', 'topic')
    write(folder, config('require: developer', 'require: admin'))
    git(folder, 'commit', '-q', '-am', 'edited')
    const { answer } = await compareIn(folder)
    expect(answer.base).toMatchObject({ ref: 'main', how: 'merge base of HEAD and main' })
    expect(answer.differs).toBe(true)
    expect((await compareIn(folder, ['--base', 'HEAD'])).answer.differs).toBe(false)
  })

  test('is read from a folder inside of a repository, too, and with Windows line endings', async () => {
    const inside = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`a b/${path}`, text]))
    const folder = aRepository(inside)
    write(folder, { 'a b/policies/steps.rego': POLICY.replaceAll('\n', '\r\n'), 'a b/.visor.yaml': `\ufeff${CONFIG}` })
    expect((await compareIn(join(folder, 'a b'))).answer.differs).toBe(false)
    expect((await compareIn(folder, ['--config', 'a b/.visor.yaml'])).answer.differs).toBe(false)
  })

  test('runs no program that the repository names', async () => {
    const folder = aRepository({ ...FILES, '.gitattributes': '* filter=evil diff=evil\n' })
    const mark = join(folder, 'ran')
    for (const [key, value] of [
      ['core.fsmonitor', `touch '${mark}'; true`],
      ['filter.evil.smudge', `touch '${mark}'; cat`],
      ['filter.evil.process', `touch '${mark}'`],
      ['diff.evil.textconv', `touch '${mark}'; cat`],
      ['core.pager', `touch '${mark}'; cat`],
      ['core.hooksPath', folder],
    ] as const)
      git(folder, 'config', key, value)
    expect((await compareIn(folder)).answer.differs).toBe(false)
    expect(existsSync(mark)).toBe(false)
  })
})
