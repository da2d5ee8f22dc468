import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { dumpInput } from '../../src/cli/dump-input.js'
import { runLine } from '../../src/cli/line.js'
import { ROOT } from '../support/runner.js'
import { EXAMPLES, example, folderOf, repositoryOf, say } from './eval/asking.js'

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(
  JSON.parse(readFileSync(join(ROOT, 'schemas/input.schema.json'), 'utf8')) as object,
)
const enterprise = example('enterprise-policy')
const dump = (cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  say(dumpInput, args, { cwd, io: { env } })

const stepsOf = (name: string): readonly string[] =>
  Object.keys((parse(readFileSync(join(example(name), '.visor.yaml'), 'utf8')) as { steps: object }).steps)

describe('stepgate dump-input', () => {
  test.each(EXAMPLES)('every document of %s is as the schema of the input says', async (name) => {
    for (const id of stepsOf(name)) {
      const { out, code, err } = await dump(example(name), [id, '--all', '--changed', 'src/a.ts'])
      expect({ code, err }).toEqual({ code: 0, err: '' })
      for (const { input } of JSON.parse(out) as { input: unknown }[]) {
        expect(validate(input) ? [] : validate.errors).toEqual([])
      }
    }
  })

  test('prints the document of seed 004 and nothing else', async () => {
    const { out, err } = await dump(enterprise, ['deploy-production'], {
      VISOR_AUTHOR_LOGIN: 'alice',
      VISOR_AUTHOR_ASSOCIATION: 'MEMBER',
    })
    expect(JSON.parse(out)).toMatchObject({
      scope: 'check.execute',
      check: {
        id: 'deploy-production',
        type: 'command',
        group: 'deployment',
        tags: ['deploy', 'production'],
        criticality: 'external',
      },
      actor: { login: 'alice', roles: ['developer'], isLocalMode: true },
    })
    expect(err).toBe('')
  })

  test('knows a workflow by its variables', async () => {
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTOR: 'bob',
      GITHUB_REPOSITORY_OWNER: 'octo',
      GITHUB_REPOSITORY: 'octo/shop',
      GITHUB_HEAD_REF: 'topic',
      GITHUB_BASE_REF: 'release',
      GITHUB_EVENT_NAME: 'pull_request_target',
    }
    expect(JSON.parse((await dump(enterprise, ['unit-tests'], env)).out)).toMatchObject({
      actor: { login: 'bob', isLocalMode: false },
      repository: { owner: 'octo', name: 'shop', branch: 'topic', baseBranch: 'release', event: 'pull_request_target' },
    })
  })

  test('takes the event of a workflow, and says where it cannot', async () => {
    const event = join(enterprise, 'event.json')
    const payload = JSON.parse(readFileSync(event, 'utf8')) as {
      number: number
      pull_request: { user: { login: string } }
    }
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
      GITHUB_ACTOR: 'bob',
    }
    expect(JSON.parse((await dump(enterprise, ['unit-tests'], env)).out)).toMatchObject({
      actor: { login: payload.pull_request.user.login },
      pullRequest: { number: payload.number },
    })
    const gone = { ...env, GITHUB_EVENT_PATH: 'nope.json' }
    expect(await dump(enterprise, ['unit-tests'], gone)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('way out: say whom to ask about with "--as LOGIN"'),
    })
    const named = await dump(enterprise, ['unit-tests', '--as', 'carol'], gone)
    expect(named).toMatchObject({
      code: 0,
      err: expect.stringContaining('note: the event of this workflow is not used'),
    })
    expect(JSON.parse(named.out)).toMatchObject({ actor: { login: 'carol' } })
  })

  test('asks about tools and capabilities, and about all at once', async () => {
    const tool = await dump(enterprise, ['ai-review', '--tool', 'github/search_code'])
    expect(JSON.parse(tool.out)).toMatchObject({
      scope: 'tool.invoke',
      tool: { serverName: 'github', methodName: 'search_code' },
    })
    const capability = await dump(enterprise, ['ai-review', '--scope', 'capability.resolve'])
    expect(JSON.parse(capability.out)).toMatchObject({ scope: 'capability.resolve', capability: { allowEdit: true } })
    const all = await dump(enterprise, ['ai-review', '--all'])
    expect((JSON.parse(all.out) as { path: string }[]).map(({ path }) => path)).toEqual([
      'visor/check/execute',
      ...Array.from({ length: 3 }, () => 'visor/tool/invoke'),
      'visor/capability/resolve',
    ])
  })

  test('with --verbose says how to ask OPA, on standard error', async () => {
    const { out, err } = await say(dumpInput, ['deploy'], {
      cwd: repositoryOf('x := 1', "data: 'a data.json'"),
      io: { talk: 'verbose' },
    })
    expect(err).toContain("opa eval -d policies -d 'a data.json' -I data.visor.check.execute")
    expect(() => JSON.parse(out) as unknown).not.toThrow()
  })

  test('needs no policy that compiles, and none that is there', async () => {
    for (const cwd of [
      repositoryOf('allowed if {'),
      folderOf({ '.visor.yaml': 'version: "1.0"\npolicy: { engine: local, rules: gone }\nsteps: { deploy: {} }' }),
    ]) {
      expect((await dump(cwd, ['deploy'])).code).toBe(0)
    }
  })

  test.each([['--dump-policy-input', 'unit-tests'], ['--dump-policy-input=unit-tests']])(
    'is spelt %s, too',
    async (...args) => {
      const spelt = await say({ run: runLine }, args, { cwd: enterprise })
      expect(spelt.out).toBe((await dump(enterprise, ['unit-tests'])).out)
    },
  )

  const REFUSED: readonly {
    readonly name: string
    readonly cwd?: string
    readonly args: readonly string[]
    readonly says: string
  }[] = [
    { name: 'an unknown step', args: ['deploy-prod'], says: 'there is no step "deploy-prod"' },
    { name: 'no step', args: [], says: 'STEP is missing' },
    {
      name: 'a tool that the lists block',
      args: ['ai-review', '--tool', 'github/repository_delete'],
      says: 'github/repository_delete of step',
    },
    {
      name: 'a pattern',
      args: ['ai-review', '--tool', 'github/get_*'],
      says: 'a pattern cannot be asked before the call',
    },
    { name: 'all of one', args: ['ai-review', '--all', '--capabilities'], says: '"--all" prints every question' },
    {
      name: 'a scope that is not governed',
      cwd: example('labels-and-drafts'),
      args: ['triage', '--scope', 'tool.invoke', '--tool', 'a/b'],
      says: 'it names none',
    },
    {
      name: 'a step that is not governed',
      cwd: folderOf({
        '.visor.yaml': 'version: "1.0"\npolicy: { engine: local, scopes: [tool.invoke] }\nsteps: { deploy: {} }',
      }),
      args: ['deploy'],
      says: 'check.execute is not in "policy.scopes"',
    },
  ]
  test.each(REFUSED)('refuses $name', async ({ cwd = enterprise, args, says }) => {
    const said = await dump(cwd, args)
    expect(said).toMatchObject({ code: 2, out: '' })
    expect(said.err).toContain(says)
  })
})
