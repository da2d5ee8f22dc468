import { describe, expect, test } from '@jest/globals'
import { type Closed, expectClosed } from '../support/closed.js'
import { aPullRequest, examplesOf, type Loose, webhooks } from '../support/events.js'
import { aConfig, GATED, ROLES, yamlOnly } from '../support/repositories.js'
import { type RunOptions, runAction } from '../support/runner.js'

const judge = (options: RunOptions) => runAction({ files: yamlOnly, inputs: GATED, ...options })
const STEPS = ['build', 'deploy']
const broken = (...says: readonly string[]): Closed => ({ code: 2, errorCode: 'ERR_EVENT_PAYLOAD', says, steps: STEPS })
const unreadable = (...says: readonly string[]): Closed => ({
  code: 2,
  errorCode: 'ERR_EVENT_UNREADABLE',
  says,
  steps: STEPS,
})
const unsupported = (...says: readonly string[]): Closed => ({
  code: 2,
  errorCode: 'ERR_EVENT_UNSUPPORTED',
  says,
  steps: STEPS,
})

/** A real pull request with this change made to it. */
function changed(change: (payload: Loose) => void): unknown {
  const payload = structuredClone(aPullRequest())
  change(payload)
  return payload
}

const aComment = (change: (payload: Loose) => void = () => undefined): unknown => {
  const payload = structuredClone(examplesOf('issue_comment').find((item) => item.action === 'created')) as Loose
  payload.issue.pull_request = { url: 'https://api.github.com/repos/Codertocat/Hello-World/pulls/1' }
  change(payload)
  return payload
}

describe('an event that cannot be read allows nothing', () => {
  const cases: readonly ({ name: string; expected: Closed } & RunOptions)[] = [
    {
      name: 'no event file',
      env: { GITHUB_EVENT_PATH: '/nowhere/event.json' },
      event: {},
      expected: unreadable('ENOENT'),
    },
    {
      name: 'no path of one',
      env: { GITHUB_EVENT_PATH: undefined },
      event: {},
      expected: unreadable('GITHUB_EVENT_PATH'),
    },
    { name: 'a folder for one', env: { GITHUB_EVENT_PATH: '/tmp' }, event: {}, expected: unreadable('event file') },
    {
      name: 'no name of an event',
      env: { GITHUB_EVENT_NAME: undefined },
      event: {},
      expected: unreadable('GITHUB_EVENT_NAME'),
    },
    { name: 'an empty file', rawEvent: '', expected: unreadable('JSON') },
    { name: 'half a file', rawEvent: JSON.stringify(aPullRequest()).slice(0, 5000), expected: unreadable('JSON') },
    { name: 'not JSON', rawEvent: 'pull_request: {}', expected: unreadable('JSON') },
    {
      name: 'not UTF-8',
      rawEvent: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
      expected: unreadable('event file'),
    },
    { name: 'over 50 MiB', rawEvent: Buffer.alloc(50 * 1024 * 1024 + 1, 0x20), expected: unreadable('52428800') },
    { name: 'a list', event: [aPullRequest()], expected: broken('JSON object') },
    { name: 'null', event: null, expected: broken('JSON object') },
    { name: 'no pull request', event: changed((p) => delete p.pull_request), expected: broken('pull_request') },
    {
      name: 'a pull request of null',
      event: changed((p) => (p.pull_request = null)),
      expected: broken('pull_request'),
    },
    {
      name: 'a pull request by prototype',
      event: { __proto__: { pull_request: {} }, repository: { name: 'a', owner: { login: 'b' } } },
      expected: broken('pull_request'),
    },
    {
      name: 'a deleted author',
      event: changed((p) => (p.pull_request.user = null)),
      expected: broken('"pull_request.user"', 'deleted'),
    },
    {
      name: 'an author without a login',
      event: changed((p) => (p.pull_request.user = { login: '' })),
      expected: broken('"pull_request.user"'),
    },
    {
      name: 'an author whose login is no text',
      event: changed((p) => (p.pull_request.user = { login: ['alice'] })),
      expected: broken('"pull_request.user"'),
    },
    { name: 'no head', event: changed((p) => delete p.pull_request.head), expected: broken('head') },
    { name: 'no base', event: changed((p) => (p.pull_request.base.ref = '')), expected: broken('base') },
    { name: 'no number', event: changed((p) => (p.pull_request.number = '2')), expected: broken('number') },
    { name: 'no labels', event: changed((p) => delete p.pull_request.labels), expected: broken('labels') },
    {
      name: 'a label without a name',
      event: changed((p) => (p.pull_request.labels = [{ id: 1 }])),
      expected: broken('label'),
    },
    { name: 'no repository', event: changed((p) => delete p.repository), expected: broken('repository') },
    {
      name: 'a push without a sender',
      eventName: 'push',
      event: { ...examplesOf('push')[0], sender: undefined },
      expected: broken('sender'),
    },
    {
      name: 'a comment that was edited',
      eventName: 'issue_comment',
      event: aComment((p) => (p.action = 'edited')),
      expected: unsupported('created', 'edited'),
    },
    {
      name: 'a comment that was deleted',
      eventName: 'issue_comment',
      event: aComment((p) => (p.action = 'deleted')),
      expected: unsupported('deleted'),
    },
    {
      name: 'a comment without an action',
      eventName: 'issue_comment',
      event: aComment((p) => delete p.action),
      expected: unsupported('created'),
    },
    {
      name: 'a comment on an issue',
      eventName: 'issue_comment',
      event: aComment((p) => delete p.issue.pull_request),
      expected: unsupported('not on a pull request'),
    },
    {
      name: 'a comment of a deleted account',
      eventName: 'issue_comment',
      event: aComment((p) => (p.comment.user = null)),
      expected: broken('"comment.user"'),
    },
    {
      name: 'a merge group, whose pull requests only GitHub knows',
      eventName: 'merge_group',
      event: examplesOf('merge_group')[0],
      expected: { code: 1, errorCode: 'ERR_INPUT_INCOMPLETE', steps: STEPS },
    },
    {
      name: 'an event named as an object has it',
      eventName: 'constructor',
      event: aPullRequest(),
      expected: unsupported('constructor'),
    },
    {
      name: 'a name in another case',
      eventName: 'Pull_Request',
      event: aPullRequest(),
      expected: unsupported('Pull_Request'),
    },
    {
      name: 'a name of two lines',
      eventName: 'push\n::error::x',
      event: aPullRequest(),
      expected: unsupported('push\\n'),
    },
  ]
  test.each(cases)('$name', async ({ name: _, expected, ...options }) => {
    expectClosed(await judge(options), expected)
  })

  const known = [
    'pull_request',
    'pull_request_target',
    'pull_request_review',
    'issue_comment',
    'merge_group',
    'workflow_dispatch',
    'push',
    'schedule',
  ]
  test.each(webhooks.map(({ name }) => name).filter((name) => !known.includes(name)))(
    '%s is not supported',
    async (eventName) => {
      const run = await judge({ eventName, event: examplesOf(eventName)[0] })
      expectClosed(run, unsupported(`"${eventName}"`, 'pull_request_target'))
    },
  )
})

describe('facts that an event leaves out are not facts', () => {
  const incomplete: readonly { name: string; event: unknown; says: string; eventName?: string }[] = [
    { name: 'no draft', event: changed((p) => delete p.pull_request.draft), says: 'pullRequest.draft' },
    {
      name: 'no number of files',
      event: changed((p) => delete p.pull_request.changed_files),
      says: 'pullRequest.changedFiles',
    },
    {
      name: 'a number of files as text',
      event: changed((p) => (p.pull_request.changed_files = '1')),
      says: 'pullRequest.changedFiles',
    },
    {
      name: 'no author association',
      event: changed((p) => delete p.pull_request.author_association),
      says: 'author_association|authorAssociation',
    },
    {
      name: 'an author association nobody knows',
      event: changed((p) => (p.pull_request.author_association = 'OUTSIDER')),
      says: 'author_association|authorAssociation',
    },
    {
      name: 'a comment, which does not say the head',
      eventName: 'issue_comment',
      event: aComment(),
      says: 'pullRequest.headSha',
    },
  ]
  // `deny: [external]` alone: whoever cannot be told to be external must not get in because of that.
  const files = (fallback: string) => ({
    '.visor.yaml': aConfig(
      `engine: local\nfallback: ${fallback}\n${ROLES}`,
      'deploy: { type: command, policy: { deny: [external] } }',
    ),
  })
  test.each(incomplete.flatMap((item) => ['deny', 'allow'].map((fallback) => ({ ...item, fallback }))))(
    '$name, with fallback $fallback',
    async ({ event, eventName, says, fallback }) => {
      const run = await judge({ files: files(fallback), event, ...(eventName && { eventName }) })
      expectClosed(run, { code: 1, errorCode: 'ERR_INPUT_INCOMPLETE', says: [new RegExp(says)] })
    },
  )
})

describe('real payloads are read', () => {
  const names = ['pull_request', 'pull_request_review', 'push', 'workflow_dispatch']
  const all = names.flatMap((name) => examplesOf(name).map((event, i) => ({ name, i, event })))
  test.each(all)('$name, example $i', async ({ name, event }) => {
    const run = await judge({ eventName: name, event, inputs: { ...GATED, report: 'report.json' } })
    expect(run.commands).toEqual([])
    const report = JSON.parse((await run.read('report.json')) ?? '{}') as { actor?: { login: string; source: string } }
    const pull = (event as Loose).pull_request
    if (run.code === 2) throw new Error(run.annotations[0]?.message)
    expect(report.actor).toMatchObject({
      login: pull ? pull.user.login : (event as Loose).sender.login,
      source: pull ? 'pull_request.user' : 'sender',
    })
  })
})
