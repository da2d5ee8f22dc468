import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { REASON_CODES } from '../../src/core/enforcement.js'
import { filesOf, inputsOf } from '../examples/worlds.js'
import { aWorld, type Permissions } from '../support/github/index.js'
import { judgeOn } from '../support/on-github.js'
import { CLI_NODE, ROOT } from '../support/runner.js'

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
const blocks = [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, text]) => ({
  language,
  text: text as string,
}))
const run = promisify(execFile)

describe('the quick start, word for word', () => {
  const files = Object.fromEntries(
    blocks.flatMap(({ text }) => {
      const name = /^# (\S+)\n/.exec(text)?.[1]
      return name === undefined ? [] : [[name, text]]
    }),
  )
  const workflow = files['.github/workflows/gate.yml'] ?? ''
  const inputs = inputsOf(workflow)

  test('is a config, a policy in v1, one in v0, and a workflow that reads them through the API', () => {
    expect(Object.keys(files)).toEqual([
      '.visor.yaml',
      'policies/check_execute.rego',
      'policies/deploy.rego',
      '.github/workflows/gate.yml',
    ])
    expect(inputs).toEqual({ unlicensed: 'ignore' })
    const { on, jobs } = parse(workflow) as { on: string; jobs: { gate: { steps: unknown[] } } }
    expect([on, jobs.gate.steps.length]).toEqual(['pull_request_target', 1])
  })

  test.each([
    ['admin', ['test', 'deploy'], []],
    ['write', ['test'], ['deploy']],
    ['read', [], ['test', 'deploy']],
  ])('whose permission is %s may run %j and not %j', async (permission, allowed, denied) => {
    const pulls = [{ number: 2, author: 'alice', changes: { 'src/a.ts': 'new' } }]
    const world = aWorld({ files, collaborators: { alice: permission }, pulls })
    // What the workflow gives its token: no more than this is asked for.
    const { permissions } = parse(workflow) as { permissions: Permissions }
    const github = { permissions: { metadata: 'read', ...permissions } as const }
    const gate = await judgeOn(world, { eventName: 'pull_request_target', inputs, github })
    expect([gate.code, gate.outputs.allowed, gate.outputs.denied]).toEqual([
      0,
      JSON.stringify(allowed),
      JSON.stringify(denied),
    ])
    expect(gate.outputs.sha).toBe(world.pulls.get(2)?.head.sha)
    if (permission === 'read') expect(gate.decisions.test?.reason).toBe('only people with a role may run this')
    if (permission === 'write') expect(gate.decisions.deploy?.reason).toBe('only admins deploy to production')
  })
})

describe('the required check', () => {
  const section = readme.split('\n## A required check with an approval\n')[1]?.split('\n## ')[0] ?? ''
  const shown = [...section.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => parse(text as string) as object)

  test('is what the example has', () => {
    const example = filesOf('required-check-with-approvals')
    const [config, workflow] = ['.visor.yaml', 'workflow.yml'].map((name) => parse(String(example[name])) as object)
    expect(shown).toHaveLength(2)
    expect(config).toMatchObject(shown[0] as object)
    expect(workflow).toMatchObject(shown[1] as object)
  })
})

describe('the commands', () => {
  const commands = blocks.filter(({ language }) => language === 'bash').flatMap(({ text }) => text.trim().split('\n'))
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stepgate-readme-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  // `npm cit` is how these tests are started; everything else is run here, one after another in one folder.
  test('are npm cit and the command line', () => {
    expect(commands.filter((command) => !command.startsWith('node dist/cli/index.js '))).toEqual(['npm cit'])
  })

  test('run', async () => {
    for (const command of commands.filter((line) => line !== 'npm cit')) {
      const script = command.replace(/^node dist\/cli\/index\.js/, `"${CLI_NODE}" "${join(ROOT, 'dist/cli/index.js')}"`)
      // The doctor looks at the clone that it is started in.
      const { stdout } = await run('sh', ['-c', script], { cwd: command.includes(' doctor') ? ROOT : folder })
      if (command.includes(' doctor')) expect(stdout).toContain('0 errors')
      if (command.includes('demo')) expect(stdout).toContain('a first-timer')
      if (command.includes('verify')) expect(stdout).toContain('Our Company')
    }
    expect(existsSync(join(folder, 'stepgate-license.pub'))).toBe(true)
  })
})

describe('the codes', () => {
  test('are all explained in docs/outputs.md, those of the command line in docs/cli.md', () => {
    const [own, cli] = ['outputs', 'cli'].map((name) => readFileSync(join(ROOT, `docs/${name}.md`), 'utf8')) as [
      string,
      string,
    ]
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    )
    const isCommands = (name: string) => name.startsWith('cli')
    const codesOf = (names: readonly string[]) =>
      new Set(
        names.flatMap((name) => {
          const text = readFileSync(join(ROOT, 'src', name), 'utf8')
          return [...text.matchAll(/'(ERR_[A-Z_]+)'/g)].map(([, code]) => code as string)
        }),
      )
    const codes = codesOf(sources.filter((name) => !isCommands(name)))
    const commands = codesOf(sources.filter(isCommands))
    // Node's own, one that only a defect could show, and how codes begin.
    for (const code of [
      'ERR_WORKER_OUT_OF_MEMORY',
      'ERR_PARSE_ARGS_UNKNOWN_OPTION',
      'ERR_INVALID',
      'ERR_NOT_ASKED',
      'ERR_CONFIG',
      'ERR_CASES',
    ])
      for (const known of [codes, commands]) known.delete(code)
    expect([...codes].filter((code) => !own.includes(`\`${code}\``))).toEqual([])
    expect([...commands].filter((code) => !`${own}${cli}`.includes(`\`${code}\``))).toEqual([])
    expect(REASON_CODES.filter((code) => !own.includes(`\`${code}\``))).toEqual([])
  })
})

describe('the documents', () => {
  const documents = [
    'README.md',
    'SECURITY.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'docs/agents.md',
    'docs/answers.md',
    'docs/bundles.md',
    'docs/cli.md',
    'docs/configuration.md',
    'docs/decision-log.md',
    'docs/diff.md',
    'docs/doctor.md',
    'docs/explain.md',
    'docs/gate.md',
    'docs/guide.md',
    'docs/input.md',
    'docs/observability.md',
    'docs/other-systems.md',
    'docs/outputs.md',
    'docs/packs.md',
    'docs/policy-check.md',
    'docs/remote.md',
    'docs/security-policies.md',
    'docs/spending.md',
    'docs/testing.md',
  ]
  test.each(documents)('%s links to what is there', (name) => {
    const text = readFileSync(join(ROOT, name), 'utf8')
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)/g)].map(([, path]) => path as string)
    expect(links.filter((path) => !existsSync(join(ROOT, dirname(name), path)))).toEqual([])
  })
  test('never tell anybody to run a name on the registry that is not ours', () => {
    for (const name of documents)
      expect(readFileSync(join(ROOT, name), 'utf8')).not.toMatch(/npx stepgate|npm i(nstall)? (-g )?stepgate/)
  })
})
