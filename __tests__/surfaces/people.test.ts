import { describe, expect, test } from '@jest/globals'
import { closeAll } from '../../src/core/report.js'
import { renderLines } from '../../src/surfaces/console.js'
import { describeReport } from '../../src/surfaces/json.js'
import { outputs } from '../../src/surfaces/outputs.js'
import { renderSummary } from '../../src/surfaces/summary.js'
import { expectGolden } from '../support/golden.js'
import { aReport, aStep, somebody, someFacts, someOptions } from '../support/reports.js'

const matched = (...roles: readonly string[]) => ({
  matches: roles.map((role) => ({ role, because: 'users names them' })),
  unresolved: [],
})
const behind = someFacts({
  sender: { login: 'Bob', type: 'User' },
  others: [
    { login: 'bob', type: 'User', as: 'pusher' },
    { login: 'carol', as: 're-runner' },
  ],
})
const open = {
  role: 'admin',
  criterion: 'teams',
  message: 'role "admin" could not be looked up for carol: 403',
} as const
const several = {
  facts: behind,
  roles: {
    actor: matched('developer'),
    sender: matched('external'),
    others: [matched('external'), { ...matched(), unresolved: [open] }],
  },
}
const group = aReport([aStep('a')], {
  people: [
    somebody(someFacts(), 'developer', 'admin'),
    somebody(
      someFacts({
        actor: { login: 'dan', source: 'pull_request.user', isLocalMode: false },
        pullRequest: { number: 9, labels: [], fork: true },
      }),
      'developer',
    ),
  ],
  roles: ['developer'],
  facts: someFacts({ event: 'merge_group', actor: { login: 'queue[bot]', source: 'merge_group', isLocalMode: false } }),
})
const who = (markdown: string) => markdown.split('### Who\n\n')[1]?.split('\n\n')[0]

describe('who is judged', () => {
  test('is the actor, with whoever else stands behind the run', () => {
    const report = aReport([aStep('a')], { people: [several], facts: behind })
    expect(who(renderSummary(report))?.split('\n')).toEqual([
      '- <code>alice</code>, the author of the pull request, <code>MEMBER</code>',
      '- Roles: <code>developer</code> (users names them)',
      '- Pusher: <code>bob</code>; roles: <code>external</code> (users names them)',
      '- Re-runner: <code>carol</code>; roles: ⚠️ <code>admin</code>: role "admin" could not be looked up for carol: 403',
      '- Pull request 7',
    ])
    expect(renderLines(report, false).slice(0, 3)).toEqual([
      'actor: alice (MEMBER, from pull_request.user), roles developer',
      '  pusher: bob, roles external',
      '  re-runner: carol, no roles',
    ])
    expect(describeReport(report)).toMatchObject({
      roles: [{ role: 'developer', because: 'users names them' }],
      others: [
        { login: 'bob', type: 'User', as: 'pusher', roles: [{ role: 'external', because: 'users names them' }] },
        { login: 'carol', as: 're-runner', roles: [], unresolved_roles: [open] },
      ],
    })
    expect(describeReport(report)).not.toHaveProperty('subjects')
  })

  test('is a sender of their own where that is nobody else', () => {
    const facts = someFacts({ sender: { login: 'bob' } })
    const people = [{ facts, roles: { actor: matched(), sender: matched('external'), others: [] } }]
    expect(who(renderSummary(aReport([], { facts, people })))).toContain(
      '- Sender: <code>bob</code>; roles: <code>external</code>',
    )
    const same = someFacts({ sender: { login: 'ALICE' } })
    expect(who(renderSummary(aReport([], { facts: same, people: [somebody(same)] })))).not.toContain('Sender')
  })

  test('is everybody of a merge group', () => {
    expect(who(renderSummary(group))?.split('\n')).toEqual([
      '- Pull request 7',
      '  - <code>alice</code>, the author of the pull request, <code>MEMBER</code>',
      '  - Roles: <code>developer</code> (users names them), <code>admin</code> (users names them)',
      '- Pull request 9, from a fork',
      '  - <code>dan</code>, the author of the pull request',
      '  - Roles: <code>developer</code> (users names them)',
    ])
    expect(renderLines(group, false).slice(0, 2)).toEqual([
      'pull request 7: actor: alice (MEMBER, from pull_request.user), roles developer, admin',
      'pull request 9: actor: dan (no association, from pull_request.user), roles developer',
    ])
    expect(describeReport(group)).toMatchObject({
      roles: [{ role: 'developer' }],
      subjects: [
        { pull_request: 7, actor: { login: 'alice' }, roles: [{ role: 'developer' }, { role: 'admin' }] },
        { pull_request: 9, actor: { login: 'dan' }, roles: [{ role: 'developer' }] },
      ],
    })
  })

  test('is said to be unknown where nobody was looked up', () => {
    const report = closeAll(
      'error',
      { reasonCode: 'stale', reason: 'moved' },
      { source: 's', steps: [], facts: someFacts() },
    )
    expect(who(renderSummary(report))).toContain('- Roles: not looked up')
  })
})

describe('a change of the policy', () => {
  const change = {
    paths: ['.visor.yaml', 'policies/a.rego'],
    preview: {
      kind: 'steps',
      steps: [
        { id: 'same', before: { outcome: 'pass' }, after: { outcome: 'pass' } },
        { id: 'opened', before: { outcome: 'block', reason: 'no' }, after: { outcome: 'pass' } },
        { id: 'new', after: { outcome: 'block', reason: 'no' } },
        { id: 'gone', before: { outcome: 'pass' } },
      ],
    },
  } as const
  const preview = (report: Parameters<typeof renderSummary>[0]) =>
    renderSummary(report).split('### What this change would do\n\n')[1]?.split('\n\n###')[0] ?? ''

  test('is shown step by step, what differs first', () => {
    expectGolden('__tests__/golden/policy-change.md', `${preview(aReport([], { policyChange: change }))}\n`)
  })
  test.each([
    [
      'none differs',
      { kind: 'steps', steps: change.preview.steps.slice(0, 1) },
      'No decision about this pull request changes (1 step).',
    ],
    ['it fails', { kind: 'failed', code: 'ERR_CONFIG_YAML', message: 'line 3' }, 'line 3 <code>ERR_CONFIG'],
    ['there is none', undefined, 'It was not tried out.'],
  ] as const)('where %s, says so', (_name, found, says) => {
    const policyChange = { paths: ['.visor.yaml'], ...(found && { preview: found }) }
    expect(preview(aReport([], { policyChange }))).toContain(says)
  })
  test('is in the outputs, and in the report as data', () => {
    const output = (report: Parameters<typeof renderSummary>[0]) =>
      outputs.render(report, someOptions()).find((one) => one.kind === 'output' && one.name === 'policy-changed')
    expect(output(aReport([]))).toMatchObject({ value: 'false' })
    expect(output(aReport([], { policyChange: change }))).toMatchObject({ value: 'true' })
    expect(describeReport(aReport([]))).not.toHaveProperty('policy_changed')
    expect(describeReport(aReport([], { policyChange: change, requests: 5 }))).toMatchObject({
      requests: 5,
      policy_changed: {
        paths: change.paths,
        preview: {
          steps: {
            same: { before: { outcome: 'pass' }, after: { outcome: 'pass' } },
            opened: { before: { outcome: 'block', reason: 'no' }, after: { outcome: 'pass' } },
            new: { after: { outcome: 'block', reason: 'no' } },
            gone: { before: { outcome: 'pass' } },
          },
        },
      },
    })
    const policyChange = { paths: [], preview: { kind: 'failed', code: 'ERR_X', message: 'm' } } as const
    expect(describeReport(aReport([], { policyChange })).policy_changed).toEqual({
      paths: [],
      preview: { error_code: 'ERR_X', message: 'm' },
    })
    expect(renderSummary(aReport([], { requests: 5 }))).toContain('- Requests to GitHub: 5')
  })
})
