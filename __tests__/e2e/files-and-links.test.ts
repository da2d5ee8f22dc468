import { link, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { expectClosed } from '../support/closed.js'
import { aPullRequest } from '../support/events.js'
import { aConfig, checkPackage, GATED, withRego, yamlOnly } from '../support/repositories.js'
import { type Files, runAction } from '../support/runner.js'

// What lies outside of the workspace would let everybody in, were it read; and must be as it was after a run that may write.
const ALLOW_ALL = checkPackage('allowed := true')
let outside = ''
beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'stepgate-outside-'))
  await mkdir(join(outside, 'policies'))
  await writeFile(join(outside, 'policies/main.rego'), ALLOW_ALL)
  await writeFile(join(outside, '.visor.yaml'), aConfig('engine: disabled', 'deploy: {}'))
  await writeFile(join(outside, 'data.json'), '{"blocked": []}')
})
beforeEach(() => writeFile(join(outside, 'precious'), 'precious'))
afterAll(() => rm(outside, { recursive: true }))

const judge = (files: Files, inputs: Record<string, string> = {}) =>
  runAction({ files, event: aPullRequest(), inputs: { ...GATED, ...inputs } })
const to = (path: string) => ({ link: join(outside, path) })
const local = (lines: string) =>
  aConfig(`engine: local\n${lines}\nfallback: deny\nscopes: [check.execute]`, 'deploy: {}')

describe('reading never leaves the workspace', () => {
  const cases: readonly {
    name: string
    files: () => Files
    code: 1 | 2
    error: string
    inputs?: Record<string, string>
  }[] = [
    {
      name: 'a config that is a link',
      files: () => ({ '.visor.yaml': to('.visor.yaml') }),
      code: 2,
      error: 'ERR_SOURCE_OUTSIDE',
    },
    {
      name: 'a relative link',
      files: () => ({ '.visor.yaml': { link: '../outside.yaml' }, x: '' }),
      code: 2,
      error: 'ERR_',
    },
    { name: 'a link to nowhere', files: () => ({ '.visor.yaml': { link: 'nowhere' } }), code: 2, error: 'ERR_' },
    {
      name: 'a link to itself',
      files: () => ({ '.visor.yaml': { link: '.visor.yaml' } }),
      code: 2,
      error: 'ERR_SOURCE_UNAVAILABLE',
    },
    {
      name: 'a config that never ends',
      files: () => ({ '.visor.yaml': { link: '/dev/zero' } }),
      code: 2,
      error: 'ERR_SOURCE_OUTSIDE',
    },
    {
      name: 'a config of the process',
      files: () => ({ 'visor.yml': { link: '/proc/self/environ' } }),
      code: 2,
      error: 'ERR_SOURCE_OUTSIDE',
    },
    {
      name: 'a config that is a folder',
      files: () => ({ '.visor.yaml/x': '' }),
      code: 2,
      error: 'ERR_SOURCE_NOT_A_FILE',
    },
    {
      name: 'a folder on the way',
      files: () => ({ conf: to('.') }),
      inputs: { config: 'conf/.visor.yaml' },
      code: 2,
      error: 'ERR_SOURCE_OUTSIDE',
    },
    {
      name: 'an input that leaves',
      files: () => yamlOnly,
      inputs: { config: '../workspace/../x.yaml' },
      code: 2,
      error: 'ERR_',
    },
    {
      name: 'rules that are a link to a folder',
      files: () => ({ '.visor.yaml': local('rules: ./policies'), policies: to('policies') }),
      code: 1,
      error: 'ERR_SOURCE_OUTSIDE',
    },
    {
      name: 'a rule that is a link',
      files: () => ({ '.visor.yaml': local('rules: ./policies'), 'policies/main.rego': to('policies/main.rego') }),
      code: 1,
      error: 'ERR_SOURCE_OUTSIDE',
    },
    {
      name: 'a link beside rules',
      files: () => ({
        '.visor.yaml': local('rules: ./policies'),
        'policies/main.rego': ALLOW_ALL,
        'policies/more': to('policies'),
      }),
      code: 1,
      error: 'ERR_SOURCE_OUTSIDE',
    },
    {
      name: 'rules in a circle',
      files: () => ({
        '.visor.yaml': local('rules: ./policies'),
        'policies/main.rego': ALLOW_ALL,
        'policies/again': { link: '.' },
      }),
      code: 1,
      error: 'ERR_SOURCE_OUTSIDE',
    },
    {
      name: 'a rule that never ends',
      files: () => ({ '.visor.yaml': local('rules: ./main.rego'), 'main.rego': { link: '/dev/zero' } }),
      code: 1,
      error: 'ERR_SOURCE_OUTSIDE',
    },
    {
      name: 'data that is a link',
      files: () => ({
        '.visor.yaml': local('rules: ./policies\ndata: ./data.json'),
        'policies/main.rego': ALLOW_ALL,
        'data.json': to('data.json'),
      }),
      code: 1,
      error: 'ERR_SOURCE_OUTSIDE',
    },
  ]
  test.each(cases)('$name', async ({ files, inputs, code, error }) => {
    const run = await judge(files(), inputs)
    expectClosed(run, { code })
    expect(JSON.stringify([run.decisions, run.annotations])).toContain(error)
    expect(run.ms).toBeLessThan(3000)
  })

  test('links that stay inside are followed', async () => {
    const files = {
      'conf/real.yaml': aConfig(
        'engine: local\nrules: ./policies\ndata: ./data.json\nfallback: deny\nscopes: [check.execute]',
        'deploy: {}',
      ),
      '.visor.yaml': { link: 'conf/real.yaml' },
      'rego/main.rego': checkPackage('allowed if data.ok'),
      policies: { link: 'rego' },
      'd.json': '{"ok": true}',
      'data.json': { link: 'd.json' },
    }
    expect((await judge(files)).outputs.result).toBe('allowed')
  })
})

describe('writing never follows a link', () => {
  const links: readonly { name: string; files: () => Files; path: string }[] = [
    { name: 'a file that is a link to outside', files: () => ({ out: to('precious') }), path: 'out' },
    {
      name: 'a file that is a link to inside',
      files: () => ({ precious: 'precious', out: { link: 'precious' } }),
      path: 'out',
    },
    { name: 'a folder that is a link', files: () => ({ folder: to('.') }), path: 'folder/precious' },
    { name: 'a folder that is a link, on the way', files: () => ({ a: to('.') }), path: 'a/b/c/precious' },
    { name: 'a link to nowhere', files: () => ({ out: to('new') }), path: 'out' },
    { name: 'a path that leaves', files: () => ({}), path: '../precious' },
    { name: 'a folder', files: () => ({ 'out/x': '' }), path: 'out' },
    { name: 'a device', files: () => ({}), path: '/dev/full' },
  ]
  test.each(links.flatMap((item) => ['report', 'audit-log'].map((input) => ({ ...item, input }))))(
    '$input: $name',
    async ({ files, path, input }) => {
      const run = await judge({ ...yamlOnly, ...files() }, { [input]: path })
      // Reporting never changes a decision; that it failed is said.
      expect({ code: run.code, ...run.outputs }).toMatchObject({ code: 0, result: 'allowed' })
      expect(run.outputs.report).toBe('')
      expect(run.log + JSON.stringify(run.annotations)).toMatch(/could not write/)
      expect(await readFile(join(outside, 'precious'), 'utf8')).toBe('precious')
      await expect(stat(join(outside, 'new'))).rejects.toThrow('ENOENT')
      await expect(stat(join(outside, 'b'))).rejects.toThrow('ENOENT')
      expect((await run.read('precious')) ?? 'precious').toBe('precious')
      expect(run.commands).toEqual([])
    },
  )

  test('nor a second name of a file', async () => {
    const path = join(outside, 'second')
    await link(join(outside, 'precious'), path)
    await judge(yamlOnly, { report: path, 'audit-log': path })
    expect(await readFile(join(outside, 'precious'), 'utf8')).toBe('precious')
    await rm(path)
  })

  test('a report is replaced, an audit log grows, folders are made', async () => {
    const first = await judge(yamlOnly, { 'audit-log': 'out/audit.jsonl' })
    const old = (await first.read('out/audit.jsonl')) ?? ''
    const files = { ...yamlOnly, 'out/report.json': 'x'.repeat(100_000), 'out/audit.jsonl': old }
    const run = await judge(files, { report: './out/report.json', 'audit-log': 'out/audit.jsonl' })
    expect(JSON.parse((await run.read('./out/report.json')) ?? '')).toMatchObject({ result: 'allowed' })
    const log = (await run.read('out/audit.jsonl')) ?? ''
    expect(log.startsWith(old)).toBe(true)
    expect([old, log].map((text) => text.trim().split('\n').length)).toEqual([2, 4])
    expect((await judge(yamlOnly, { report: 'new/folder/report.json' })).outputs.report).toBe('new/folder/report.json')
  })

  test('an audit log has a line for each query, of a policy that failed too', async () => {
    const run = await judge(withRego('package visor.check.execute\nallowed := 1 / 0 ==\n'), {
      'audit-log': 'audit.jsonl',
    })
    const lines = ((await run.read('audit.jsonl')) ?? '')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toEqual([
      expect.objectContaining({
        path: 'visor/check/execute',
        error: expect.objectContaining({ code: 'ERR_POLICY_COMPILE' }),
        custom: expect.objectContaining({ outcome: 'block' }),
      }),
    ])
  })
})
