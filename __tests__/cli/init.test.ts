import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { doctor } from '../../src/cli/doctor.js'
import { fmt } from '../../src/cli/fmt.js'
import { askPlan, type Given } from '../../src/cli/init/dialogue.js'
import { askerOf, Cancelled } from '../../src/cli/init/prompt.js'
import { init } from '../../src/cli/init.js'
import { policyCheck } from '../../src/cli/policy-check.js'
import { test as runTests } from '../../src/cli/test.js'
import { runCommand } from '../support/cli.js'
import { ROOT, runAction } from '../support/runner.js'
import { schemaOf } from '../support/schemas.js'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate init ')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let n = 0
let cwd = ''
beforeEach(() => {
  cwd = join(root, String(++n))
  mkdirSync(cwd)
})

const run = (...args: readonly string[]) => runCommand(init, args, { cwd })
const read = (path: string) => readFileSync(join(cwd, path), 'utf8')
const put = (path: string, text: string) => {
  mkdirSync(join(cwd, path, '..'), { recursive: true })
  writeFileSync(join(cwd, path), text)
}

const FILES = [
  '.visor.yaml',
  'policies/check_execute.rego',
  'policies/check_execute_test.rego',
  'policies/cases.yaml',
  '.github/workflows/gate.yml',
]

describe('what it writes', () => {
  test.each<{ name: string; args: readonly string[]; unsafe?: true }>([
    { name: 'nothing said', args: [] },
    { name: 'an approval', args: ['--approvals', '2'] },
    { name: 'one role, for everything', args: ['--role', 'owner=OWNER', '--step', 'release', '--approvals', '1'] },
    {
      name: 'a team, people and many steps',
      args: [
        '--role',
        'ops=team:octo-org/ops',
        '--role',
        'ops=user:Alice',
        '--role',
        'dev=permission:write,MEMBER',
        '--step',
        'unit-tests',
        '--step',
        'ai-review=dev',
        '--step',
        'deploy_it=ops',
      ],
    },
    {
      name: 'roles that anybody may have',
      args: [
        '--role',
        'guest=NONE,FIRST_TIMER,MANNEQUIN',
        '--role',
        'reader=permission:read',
        '--role',
        'null=OWNER',
        '--step',
        'lint=guest,reader',
        '--step',
        'deploy=null',
      ],
    },
    {
      name: 'everybody is somebody',
      args: ['--role', 'all=OWNER,MEMBER,COLLABORATOR,CONTRIBUTOR,FIRST_TIME_CONTRIBUTOR,FIRST_TIMER,MANNEQUIN,NONE'],
      unsafe: true,
    },
    { name: 'a pinned action', args: ['--uses', `acme/stepgate@${'a'.repeat(40)}`] },
  ])('passes everything there is: $name', async ({ args, unsafe }) => {
    expect(await run(...args)).toMatchObject({ code: 0, err: '' })
    const others = await Promise.all([
      runCommand(fmt, ['--check'], { cwd }),
      runCommand(runTests, [], { cwd }),
      runCommand(policyCheck, [], { cwd }),
      runCommand(doctor, ['--offline'], { cwd }),
    ])
    expect(others.map(({ code }) => code)).toEqual([0, 0, 0, unsafe ? 1 : 0])
    expect(others[2]?.out).toMatch(/0 errors, 0 warnings/)
  })

  test('runs in the gate at once', async () => {
    await run('--role', 'team=MEMBER,OWNER', '--role', 'guest=CONTRIBUTOR', '--step', 'test', '--step', 'deploy=team')
    const files = Object.fromEntries(FILES.map((path) => [path, read(path)]))
    const decide = async (association: string) => {
      const given = JSON.parse(readFileSync(join(ROOT, 'examples/enterprise-policy/event.json'), 'utf8'))
      const event = { ...given, pull_request: { ...given.pull_request, author_association: association } }
      const { decisions } = await runAction({ files, event, inputs: { source: 'workspace', unlicensed: 'ignore' } })
      return Object.fromEntries(Object.entries(decisions).map(([id, { outcome }]) => [id, outcome]))
    }
    expect(await decide('MEMBER')).toEqual({ test: 'pass', deploy: 'pass' })
    expect(await decide('CONTRIBUTOR')).toEqual({ test: 'pass', deploy: 'block' })
    expect(await decide('NONE')).toEqual({ test: 'block', deploy: 'block' })
  })

  test('gives each job its own step, and asks again where approvals count', async () => {
    await run('--approvals', '1')
    const workflow = read('.github/workflows/gate.yml')
    expect(workflow).toContain('    if: fromJSON(needs.gate.outputs.decisions).deploy.allowed\n')
    expect(workflow).toContain('pull_request_review:')
    expect(workflow).not.toMatch(/^ +- uses: actions\/checkout/m)
    expect(read('.visor.yaml')).toMatch(/count: 1\n {8}roles: \[admin\]/)
  })

  test('is said, with what comes next', async () => {
    const { out } = await run('--role', 'ops=permission:admin', '--step', 'ship')
    for (const path of FILES) expect(out).toContain(`✔ ${path}\n`)
    expect(out).toContain('stepgate test')
    expect(out).toContain('stepgate eval ship --as you --role ops')
    expect(out).toContain('git add .visor.yaml policies .github/workflows/gate.yml')
    expect(out).toContain('OWNER/stepgate@COMMIT')
  })

  test('stands in a folder that is made for it', async () => {
    const { code, out } = await run('a b/c', '--yes')
    expect([code, out.includes("cd 'a b/c'"), existsSync(join(cwd, 'a b/c/.visor.yaml'))]).toEqual([0, true, true])
  })
})

describe('what it leaves alone', () => {
  test.each([...FILES, 'visor.yml'])('a repository that has %s', async (path) => {
    put(path, 'mine')
    const before = readdirSync(cwd, { recursive: true }).sort()
    const { code, out, err } = await run()
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(`stepgate init: ${path} is there already`)
    expect(read(path)).toBe('mine')
    expect(readdirSync(cwd, { recursive: true }).sort()).toEqual(before)
  })

  test('a folder that is a symlink, and writes nothing then', async () => {
    mkdirSync(join(cwd, 'elsewhere'))
    symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'policies'))
    const { code, err } = await run()
    expect([code, readdirSync(cwd).sort(), readdirSync(join(cwd, 'elsewhere'))]).toEqual([
      2,
      ['elsewhere', 'policies'],
      [],
    ])
    expect(err).toContain('"policies" is a symlink')
  })

  test('everything, where what would be in the way is a file', async () => {
    put('.github', 'a file')
    expect((await run()).code).toBe(2)
    expect(readdirSync(cwd)).toEqual(['.github'])
  })

  test('everything, with --dry-run', async () => {
    const { code, out } = await run('--dry-run')
    expect([code, readdirSync(cwd)]).toEqual([0, []])
    for (const path of FILES) expect(out).toContain(`── ${path}\n`)
  })
})

describe('the same for programs', () => {
  test('is what its schema says', async () => {
    const written = JSON.parse((await run('--json')).out)
    expect([
      schemaOf('cli/init')(written),
      written.written,
      written.files.map(({ path }: { path: string }) => path),
    ]).toEqual(['', true, FILES])
    const again = await run('--json')
    expect([again.code, schemaOf('cli/init')(JSON.parse(again.out)), JSON.parse(again.out).in_the_way]).toEqual([
      1,
      '',
      FILES,
    ])
    const wrong = await run('--json', '--approvals', 'x')
    expect([wrong.code, schemaOf('cli/error')(JSON.parse(wrong.out))]).toEqual([2, ''])
  })
})

describe('what cannot be asked for', () => {
  test.each([
    [['--role', 'admin'], 'needs who has it, as in admin=permission:write'],
    [['--role', '1=MEMBER'], 'needs a name that begins with a letter'],
    [['--role', 'a=MEMBR'], '"MEMBR" is no author association; did you mean "MEMBER"?'],
    [['--role', 'a=login:x'], 'there are permission:NAME, team:SLUG, user:LOGIN'],
    [['--role', 'a=user:x y'], '"user:x y" is no user'],
    [['--role', 'a=permission:write,'], 'needs who has it'],
    [['--step', 'gate'], '"gate" is the job that asks'],
    [['--step', 'a b'], 'needs an id'],
    [['--step', 'x=ops'], 'names the role "ops"; there are admin, developer'],
    [['--step', 'x', '--step', 'x=admin'], '"x" is named twice'],
    [['--approvals', '101'], 'a number from 0 to 100'],
    [['--uses', 'stepgate'], 'OWNER/REPOSITORY@COMMIT'],
    [['a', 'b'], '"b" is one too many'],
  ])('%j', async (args, says) => {
    const { code, out, err } = await run(...args)
    expect([code, out, readdirSync(cwd)]).toEqual([2, '', []])
    expect(err).toContain(says)
  })
})

describe('the dialogue', () => {
  const NONE: Given = { roles: [], steps: [], approvals: undefined, uses: 'a/b@c' }
  const talk = async (lines: readonly string[], given: Given = NONE, jobs: readonly string[] = []) => {
    const left = [...lines]
    const said: string[] = []
    const line = async (question: string) => {
      said.push(question)
      const next = left.shift()
      if (next === undefined) throw new Cancelled()
      return next
    }
    const plan = await askPlan(given, jobs, {
      asker: askerOf(line, (text) => said.push(text)),
      say: (text) => said.push(text),
    })
    return { plan, said: said.join('\n'), left }
  }

  test('takes its defaults for empty lines', async () => {
    const { plan, left } = await talk(['', '', '', '', ''])
    expect([plan.steps, plan.approvals, left]).toEqual([
      [
        { id: 'test', roles: ['admin', 'developer'] },
        { id: 'deploy', roles: ['admin'] },
      ],
      0,
      [],
    ])
  })

  test('asks again for what is no answer, and says why', async () => {
    const { plan, said } = await talk([
      '7',
      '2',
      'no team!',
      'platform',
      'gate',
      'ship it',
      'maybe',
      'y',
      '-',
      'many',
      '1',
    ])
    expect(plan.roles[0]).toMatchObject({ name: 'admin', teams: ['platform'] })
    expect([plan.steps.map(({ id }) => id), plan.approvals]).toEqual([['ship', 'it'], 1])
    for (const text of ['a number from 1 to 3', 'is no team', '"gate" is the job', 'y or n', '0 to 100'])
      expect(said).toContain(text)
  })

  test('offers the jobs that there are', async () => {
    const { said, plan } = await talk(['1', '', '', '', ''], NONE, ['build', 'publish-npm'])
    expect(said).toContain('The jobs of your workflows: build, publish-npm')
    expect(plan.steps.at(-1)).toEqual({ id: 'publish-npm', roles: ['admin'] })
  })

  test('asks nothing that flags have said', async () => {
    const { plan } = await talk([], { roles: ['a=OWNER'], steps: ['x'], approvals: '3', uses: 'a/b@c' })
    expect(plan).toMatchObject({ steps: [{ id: 'x', roles: ['a'] }], approvals: 3 })
  })
})
