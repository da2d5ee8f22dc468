import { describe, expect, test } from '@jest/globals'
import { StepgateError } from '../../src/core/errors.js'
import { runsWithoutSecrets } from '../../src/core/facts.js'
import { parseEvent, SUPPORTED_EVENTS } from '../../src/github/event.js'
import { aPullRequest, examplesOf, webhooks } from '../support/events.js'

const facts = (name: string, payload: unknown) => parseEvent({ name, payload }, false)
const codeOf = (name: string, payload: unknown) => {
  try {
    facts(name, payload)
  } catch (thrown) {
    if (thrown instanceof StepgateError) return thrown.code
    throw thrown
  }
  return 'no error'
}

describe('the actor of every published payload', () => {
  const pulls = ['pull_request', 'pull_request_review'].flatMap((name) =>
    examplesOf(name).map((payload) => ({ name, payload })),
  )
  test.each(pulls)('$name $payload.action: the author of the pull request', ({ name, payload }) => {
    const pull = payload.pull_request as { user: { login: string }; author_association: string; head: { sha: string } }
    const found = facts(name, payload)
    expect(found.actor).toMatchObject({
      login: pull.user.login,
      association: pull.author_association,
      source: 'pull_request.user',
    })
    expect(found.sha).toBe(pull.head.sha)
    expect(found.actor.isLocalMode).toBe(false)
  })

  const senders = ['push', 'workflow_dispatch'].flatMap((name) =>
    examplesOf(name).map((payload) => ({ name, payload })),
  )
  test.each(senders)('$name: the sender, without an association', ({ name, payload }) => {
    const sender = payload.sender as { login: string }
    const found = facts(name, payload)
    expect(found.actor).toMatchObject({ login: sender.login, source: 'sender' })
    expect(found.actor.association).toBeUndefined()
    expect(found.pullRequest).toBeUndefined()
  })

  test.each(examplesOf('issue_comment').map((payload) => ({ payload })))(
    'issue_comment $payload.action: the commenter, on a pull request and created only',
    ({ payload }) => {
      const onPull = { ...payload, issue: { ...(payload.issue as object), pull_request: { url: 'u' }, draft: false } }
      const comment = payload.comment as { user: { login: string }; author_association: string }
      expect(codeOf('issue_comment', payload)).toBe('ERR_EVENT_UNSUPPORTED')
      if (payload.action === 'created') {
        const found = facts('issue_comment', onPull)
        expect(found.actor).toMatchObject({
          login: comment.user.login,
          association: comment.author_association,
          source: 'comment.user',
        })
        expect(found.incomplete).toContain('pullRequest.headSha')
      } else expect(codeOf('issue_comment', onPull)).toBe('ERR_EVENT_UNSUPPORTED')
    },
  )

  test.each(examplesOf('merge_group').map((payload) => ({ payload })))(
    'merge_group: names no pull request, so that the event alone judges nobody',
    ({ payload }) => {
      expect(facts('merge_group', payload)).toMatchObject({
        actor: { source: 'merge_group' },
        sha: (payload.merge_group as { head_sha: string }).head_sha,
        incomplete: ['the pull requests of the merge group'],
      })
    },
  )

  const others = webhooks.filter(({ name }) => !(SUPPORTED_EVENTS as readonly string[]).includes(name))
  test.each(others)('$name is refused', ({ name, examples }) => {
    for (const payload of examples) expect(codeOf(name, payload)).toBe('ERR_EVENT_UNSUPPORTED')
  })
})

describe('what an event says', () => {
  test('a pull request is read in full', () => {
    expect(facts('pull_request', aPullRequest({ labels: ['a', 'b'], draft: true, changedFiles: 7 }))).toMatchObject({
      repository: { owner: 'Codertocat', name: 'Hello-World', branch: 'changes', baseBranch: 'master' },
      pullRequest: { number: 2, labels: ['a', 'b'], draft: true, changedFiles: 7, author: 'Codertocat', fork: false },
      incomplete: [],
    })
  })

  test('a review does not say how many files have changed: the input is incomplete', () => {
    for (const payload of examplesOf('pull_request_review'))
      expect(facts('pull_request_review', payload).incomplete).toContain('pullRequest.changedFiles')
  })

  test('a fork, also a deleted one, and Dependabot run without secrets', () => {
    const deleted = aPullRequest() as { pull_request: { head: { repo: unknown } } }
    deleted.pull_request.head.repo = null
    expect(runsWithoutSecrets(facts('pull_request', aPullRequest({ fork: true })))).toBe(true)
    expect(runsWithoutSecrets(facts('pull_request', deleted))).toBe(true)
    expect(runsWithoutSecrets(facts('pull_request', aPullRequest({ login: 'dependabot[bot]' })))).toBe(true)
    expect(runsWithoutSecrets(facts('pull_request', aPullRequest({ sender: 'Dependabot[bot]' })))).toBe(true)
    expect(runsWithoutSecrets(facts('pull_request', aPullRequest()))).toBe(false)
  })

  test.each<[string, (pull: Record<string, unknown>) => void]>([
    ['without a number', (pull) => delete pull.number],
    ['without labels', (pull) => delete pull.labels],
    ['with a label that has no name', (pull) => (pull.labels = [{}])],
    ['without a head', (pull) => delete pull.head],
    ['by a deleted account', (pull) => (pull.user = null)],
  ])('a pull request %s is refused', (_name, spoil) => {
    const payload = aPullRequest() as { pull_request: Record<string, unknown> }
    spoil(payload.pull_request)
    expect(codeOf('pull_request', payload)).toBe('ERR_EVENT_PAYLOAD')
  })

  test.each([[null], [[]], ['text'], [{}], [{ pull_request: [] }]])('%j is no pull request event', (payload) => {
    expect(codeOf('pull_request', payload)).toBe('ERR_EVENT_PAYLOAD')
  })

  test('an association that GitHub does not know is no association', () => {
    expect(facts('pull_request', aPullRequest({ association: 'SUPERUSER' })).actor.association).toBeUndefined()
  })
})
