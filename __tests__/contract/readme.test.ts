import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { REASON_CODES } from '../../src/core/enforcement.js'
import { aPullRequest } from '../support/events.js'
import { CLI_NODE, type Files, ROOT, runAction } from '../support/runner.js'

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
  ) as Files
  const inputs = { source: 'workspace', unlicensed: 'ignore' }

  test('is a config, a policy in v1, one in v0, and a workflow with these inputs', () => {
    expect(Object.keys(files)).toEqual([
      '.visor.yaml',
      'policies/check_execute.rego',
      'policies/deploy.rego',
      '.github/workflows/gate.yml',
    ])
    for (const [name, value] of Object.entries(inputs))
      expect(files['.github/workflows/gate.yml']).toContain(`${name}: ${value}`)
  })

  test.each([
    ['OWNER', ['test', 'deploy'], []],
    ['MEMBER', ['test'], ['deploy']],
    ['NONE', [], ['test', 'deploy']],
  ])('%s may run %j and not %j', async (association, allowed, denied) => {
    const gate = await runAction({ files, inputs, event: aPullRequest({ association }) })
    expect([gate.code, gate.outputs.allowed, gate.outputs.denied]).toEqual([
      0,
      JSON.stringify(allowed),
      JSON.stringify(denied),
    ])
    if (association === 'NONE') expect(gate.decisions.test?.reason).toBe('only people with a role may run this')
    if (association === 'MEMBER') expect(gate.decisions.deploy?.reason).toBe('only admins deploy to production')
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
  test('are all explained in docs/outputs.md', () => {
    const page = readFileSync(join(ROOT, 'docs/outputs.md'), 'utf8')
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    )
    const texts = sources.map((name) => readFileSync(join(ROOT, 'src', name), 'utf8'))
    const codes = new Set(
      texts.flatMap((text) => [...text.matchAll(/'(ERR_[A-Z_]+)'/g)].map(([, code]) => code as string)),
    )
    // Node's own, and one that only a defect could show.
    for (const code of ['ERR_WORKER_OUT_OF_MEMORY', 'ERR_PARSE_ARGS_UNKNOWN_OPTION', 'ERR_INVALID', 'ERR_NOT_ASKED'])
      codes.delete(code)
    expect([...codes].filter((code) => !page.includes(`\`${code}\``))).toEqual([])
    expect(REASON_CODES.filter((code) => !page.includes(`\`${code}\``))).toEqual([])
  })
})

describe('the documents', () => {
  const documents = [
    'README.md',
    'SECURITY.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'docs/answers.md',
    'docs/configuration.md',
    'docs/doctor.md',
    'docs/input.md',
    'docs/outputs.md',
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
