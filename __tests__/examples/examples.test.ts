import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { addReview, push, READ_ONLY } from '../support/github/index.js'
import { expectGolden } from '../support/golden.js'
import { metadata, ROOT, runAction } from '../support/runner.js'
import { eventIn, filesOf, inputsOf, judgeExample, type OnGitHubExample, SETTINGS, worldOf } from './worlds.js'

/** Every example is a small repository, and is run as its own workflow would run it. */

const names = readdirSync(join(ROOT, 'examples'))
const onGitHub = Object.keys(SETTINGS) as OnGitHubExample[]
const inWorkspace = names.filter((name) => !Object.hasOwn(SETTINGS, name))

const inputsOfExample = (name: string) => inputsOf(String(filesOf(name)['workflow.yml']))

// How long it took, and what a log with its time and its ids ends with, is another thing each time, and is kept nowhere.
function withoutTimes(report: string): string {
  const { metrics, decision_log: _log, ...rest } = JSON.parse(report) as Readonly<Record<string, unknown>>
  expect(metrics).toMatchObject({ queries: expect.any(Number), evaluation_ms: { p50: expect.any(Number) } })
  return `${JSON.stringify(rest, null, 2)}\n`
}

const withoutHead = (summary: string): string => summary.replace(/(the last has the hash <code>)[0-9a-f]{64}/, '$1…')

test.each(names)('%s: its workflow gives only inputs that there are', (name) => {
  const inputs = inputsOfExample(name)
  expect(Object.keys(inputs).filter((input) => !Object.hasOwn(metadata.inputs, input))).toEqual([])
  expect(inputs.unlicensed).toBe('ignore')
  expect(inputs.source).toBe(inWorkspace.includes(name) ? 'workspace' : undefined)
})

describe.each(inWorkspace)('%s', (name) => {
  test('gives the report that is kept beside it', async () => {
    const files = filesOf(name)
    const event = JSON.parse(String(files['event.json'])) as unknown
    const run = await runAction({ files, event, inputs: { ...inputsOfExample(name), report: 'report.json' } })
    expect(run.code).toBe(0)
    expectGolden(`examples/${name}/report.json`, withoutTimes((await run.read('report.json')) ?? ''))
    expectGolden(`__tests__/golden/${name}.summary.md`, withoutHead(run.summary))
  })
})

describe.each(onGitHub)('%s', (name) => {
  test('checks nothing out where the gate runs', () => {
    expect(String(filesOf(name)['workflow.yml'])).not.toContain('uses: actions/checkout')
  })

  test('gives the report that is kept beside it, through the API alone', async () => {
    const world = worldOf(name)
    expectGolden(`examples/${name}/event.json`, `${JSON.stringify(eventIn(world, name), null, 2)}\n`)
    const run = await judgeExample(name, worldOf(name), { inputs: { report: 'report.json' } })
    expectGolden(`examples/${name}/report.json`, withoutTimes((await run.read('report.json')) ?? ''))
    expectGolden(`__tests__/golden/${name}.summary.md`, withoutHead(run.summary))
  })
})

describe('what each of them is there to show', () => {
  const judge = async (name: string, pull: Readonly<Record<string, unknown>>) => {
    const files = filesOf(name)
    const event = JSON.parse(String(files['event.json'])) as { pull_request: object }
    const run = await runAction({
      files,
      inputs: inputsOfExample(name),
      event: { ...event, pull_request: { ...event.pull_request, ...pull } },
    })
    return { ...run, denied: JSON.parse(run.outputs.denied ?? 'null') as string[] }
  }

  test.each(['enterprise-policy', 'yaml-only'])('%s lets the owner do what a stranger may not', async (name) => {
    const [owner, stranger] = await Promise.all(
      ['OWNER', 'NONE'].map((word) => judge(name, { author_association: word })),
    )
    expect(owner?.denied).toEqual([])
    expect(stranger?.denied).not.toEqual([])
  })

  test('audit-rollout blocks nobody, and says what it would block', async () => {
    const { denied, annotations } = await judge('audit-rollout', { author_association: 'NONE' })
    expect(denied).toEqual([])
    expect(annotations.filter(({ level, message }) => level === 'warning' && message.includes('audit: '))).not.toEqual(
      [],
    )
  })

  test('labels-and-drafts keeps a draft from running anything, whoever its author is', async () => {
    const { denied, outputs } = await judge('labels-and-drafts', { author_association: 'OWNER', draft: true })
    expect(denied.length).toBeGreaterThan(1)
    expect(outputs.result).toBe('denied')
  })

  const pull = { number: 2, changes: { 'src/cart.ts': 'export const total = 1\n' } }

  test.each([
    { who: 'carol', role: 'admin', denied: [] },
    { who: 'erin', role: 'the custom role release-engineer', denied: [] },
    { who: 'bob', role: 'write', denied: ['publish-preview', 'announce-preview'] },
    { who: 'mallory', role: 'none', denied: ['integration-tests', 'publish-preview', 'announce-preview'] },
  ])('skip-steps-by-role: $who, $role, may not run $denied', async ({ who, denied }) => {
    const run = await judgeExample(
      'skip-steps-by-role',
      worldOf('skip-steps-by-role', { pulls: [{ ...pull, author: who }] }),
    )
    expect([run.code, JSON.parse(run.outputs.denied ?? 'null')]).toEqual([0, denied])
    if (denied.length === 2) expect(run.decisions['announce-preview']?.skip_reason).toBe('dependency_failed')
  })

  test('required-check-with-approvals: the same head is pending, then green once an admin approves', async () => {
    const name = 'required-check-with-approvals'
    const world = worldOf(name, { pulls: [{ ...pull, author: 'bob' }] })
    const head = world.pulls.get(2)?.head.sha as string
    const opened = await judgeExample(name, world, { eventName: 'pull_request_target' })
    expect([opened.code, opened.outputs.result, opened.outputs.pending]).toEqual([0, 'pending', '["deploy-staging"]'])

    addReview(world, 2, { user: 'dave' })
    const byDave = await judgeExample(name, world)
    expect(byDave.outputs.result).toBe('pending')

    addReview(world, 2, { user: 'carol' })
    const byCarol = await judgeExample(name, world)
    expect([byCarol.code, byCarol.outputs.result, byCarol.outputs.sha]).toEqual([0, 'allowed', head])
    const said = world.statuses.map(({ sha, context, state }) => ({ sha, context, state }))
    const stands = { sha: head, context: 'stepgate' }
    expect(said).toEqual([
      { ...stands, state: 'pending' },
      { ...stands, state: 'pending' },
      { ...stands, state: 'success' },
    ])

    const moved = push(world, { pull: 2, changes: { 'src/cart.ts': 'something else\n' } })
    await judgeExample(name, world, { eventName: 'pull_request_target', about: { action: 'synchronize' } })
    expect(world.statuses.at(-1)).toMatchObject({ sha: moved, state: 'pending' })
  })

  test('required-check-with-approvals: what the policy denies is red, whoever approves', async () => {
    const world = worldOf('required-check-with-approvals', {
      pulls: [{ ...pull, author: 'mallory', fork: 'mallory/shop', reviews: [{ user: 'carol' }] }],
    })
    const run = await judgeExample('required-check-with-approvals', world)
    expect(run.outputs.denied).toBe('["tests","deploy-staging"]')
    expect(world.statuses).toMatchObject([{ state: 'failure', context: 'stepgate' }])
  })

  test('required-check-with-approvals: of a fork, the run of the review cannot write, and the first one can again', async () => {
    const name = 'required-check-with-approvals'
    const world = worldOf(name, {
      pulls: [{ ...pull, author: 'bob', fork: 'bob/shop', reviews: [{ user: 'carol' }] }],
    })
    const byReview = await judgeExample(name, world, { github: { permissions: READ_ONLY } })
    expect([byReview.code, byReview.outputs.result, world.statuses]).toEqual([0, 'allowed', []])
    expect(byReview.summary).toMatch(/Not written[\s\S]*statuses: write/)
    await judgeExample(name, world, {
      eventName: 'pull_request_target',
      env: { GITHUB_RUN_ATTEMPT: '2', GITHUB_TRIGGERING_ACTOR: 'carol' },
    })
    expect(world.statuses).toMatchObject([{ context: 'stepgate', state: 'success' }])
  })

  test('merge-queue: a group is as good as each pull request in it', async () => {
    const group = await judgeExample('merge-queue')
    expect([group.code, group.outputs.denied]).toEqual([1, '["merge"]'])
    expect(group.decisions.merge?.reason).toBe('pull request 3: only maintainers change infra/main.tf')
    const alone = await judgeExample('merge-queue', worldOf('merge-queue'), { about: { numbers: [2] } })
    expect([alone.code, alone.outputs.allowed]).toEqual([0, '["merge"]'])
  })

  test.each([
    { who: 'alice', edit: true, bash: true, merge: true },
    { who: 'bob', edit: true, bash: false, merge: false },
    { who: 'mallory', edit: false, bash: false, merge: false },
  ])('fork-safe-ai-review: reviews for $who with edit $edit and bash $bash', async ({ who, edit, bash, merge }) => {
    const world = worldOf('fork-safe-ai-review', { pulls: [{ ...pull, author: who, fork: `${who}/shop` }] })
    const run = await judgeExample('fork-safe-ai-review', world)
    const review = run.decisions['ai-review']
    expect(review).toMatchObject({ allowed: true, capabilities: { allowEdit: edit, allowBash: bash } })
    expect(review?.capabilities?.allowedTools).toEqual(['read_file', ...(edit ? ['write_file'] : []), 'search_*'])
    expect(review?.tools?.github).toMatchObject({
      get_diff: { allowed: true },
      push_commit: { allowed: edit },
      merge_pull_request: { allowed: merge },
    })
  })

  test("fork-safe-ai-review: a maintainer's push does not make a stranger's change trusted", async () => {
    const world = worldOf('fork-safe-ai-review')
    push(world, { pull: 2, changes: { 'src/cart.ts': 'more\n' }, author: 'alice' })
    const run = await judgeExample('fork-safe-ai-review', world, { about: { action: 'synchronize', sender: 'alice' } })
    expect(run.decisions['ai-review']?.capabilities).toMatchObject({ allowEdit: false, allowBash: false })
  })

  test.each([
    { who: 'dave', association: 'MEMBER', of: 'here', allowed: true },
    { who: 'mallory', association: 'NONE', of: 'here', allowed: false },
    { who: 'dave', association: 'MEMBER', of: 'a fork', allowed: false },
  ])(
    'issue-comment-command: /deploy of $who on a change of $of is $allowed',
    async ({ who, association, of, allowed }) => {
      const comments = [{ user: who, association, body: '/deploy' }]
      const fork = of === 'here' ? {} : { fork: 'bob/shop' }
      const world = worldOf('issue-comment-command', { pulls: [{ ...pull, author: 'bob', ...fork, comments }] })
      const run = await judgeExample('issue-comment-command', world)
      expect(run.decisions['deploy-preview']?.allowed).toBe(allowed)
      expect(run.outputs.sha).toBe(world.pulls.get(2)?.head.sha)
      expect(world.statuses).toEqual([])
    },
  )

  test('issue-comment-command: a push after the comment, and nobody has deployed what they did not see', async () => {
    const world = worldOf('issue-comment-command')
    push(world, { pull: 2, changes: { 'src/cart.ts': 'quickly\n' } })
    const run = await judgeExample('issue-comment-command', world)
    expect([run.outputs.result, run.outputs['reason-code'], run.outputs.allowed]).toEqual(['error', 'stale', '[]'])
  })
})
