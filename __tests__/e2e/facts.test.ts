import { describe, expect, test } from '@jest/globals'
import { aWorld, eventOf, type PullOptions, WRITE_ALL } from '../support/github/index.js'
import { judgeOn } from '../support/on-github.js'
import { aConfig, ROLES } from '../support/repositories.js'

/** What a policy reads of a pull request is what GitHub says of it now, to the last file. */

// The policy for labels, drafts and large pull requests that Visor's documents show, in Rego v1.
const LABELS = `package visor.check.execute

default allowed := false

has_approved_label if "approved" in input.pullRequest.labels

allowed if not blocked

blocked if {
	input.check.id == "deploy-production"
	not has_approved_label
}

blocked if input.pullRequest.draft == true

blocked if input.pullRequest.changedFiles > 100

reason := "checks are blocked on draft PRs" if {
	input.pullRequest.draft == true
} else := "PR is too large" if {
	input.pullRequest.changedFiles > 100
} else := "PR must have 'approved' label for production deploy" if {
	input.check.id == "deploy-production"
	not has_approved_label
}
`

// A policy that says what it sees.
const SHOW = `package visor.check.execute

default allowed := false

reason := json.marshal(input)
`

const config = aConfig(
  `engine: local\nrules: ./policies/\nscopes: [check.execute]\nfallback: deny\n${ROLES}`,
  'deploy-production: {}',
)
const judge = (pull: PullOptions, rego = LABELS, options: Parameters<typeof judgeOn>[1] = {}) =>
  judgeOn(
    aWorld({
      files: { '.visor.yaml': config, 'policies/main.rego': rego, 'old name.txt': 'the same\ncontent\n', gone: 'x' },
      pulls: [{ number: 2, author: 'alice', association: 'MEMBER', changes: { 'src/a.ts': 'new' }, ...pull }],
    }),
    options,
  )
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`f/${i}.txt`, `${i}`]))

describe('labels, drafts and size', () => {
  test.each<[string, PullOptions, string, string]>([
    ['the label is there', { labels: ['docs', 'approved'] }, 'pass', ''],
    ['the label is missing', { labels: ['docs'] }, 'block', "must have 'approved' label"],
    ['it is a draft', { labels: ['approved'], draft: true }, 'block', 'draft'],
    ['a hundred files', { labels: ['approved'], changes: many(100) }, 'pass', ''],
    ['more than a hundred files', { labels: ['approved'], changes: many(101) }, 'block', 'too large'],
  ])('%s', async (_, pull, outcome, reason) => {
    const { decisions } = await judge(pull)
    expect(decisions['deploy-production']).toMatchObject({
      outcome,
      ...(reason !== '' && { reason: expect.stringContaining(reason) }),
    })
  })
})

describe('the input', () => {
  const read = async (pull: PullOptions, options?: Parameters<typeof judgeOn>[1]) =>
    JSON.parse((await judge(pull, SHOW, options)).decisions['deploy-production']?.reason ?? '{}')

  test('has every file, over all pages, with where it was before', async () => {
    const changes = { ...many(250), 'old name.txt': null, 'new name.txt': 'the same\ncontent\n', gone: null }
    const { pullRequest } = await read({ changes })
    expect(pullRequest.changedFiles).toBe(252)
    expect(pullRequest.files).toHaveLength(252)
    expect(pullRequest.files).toContainEqual(
      expect.objectContaining({ path: 'new name.txt', previousPath: 'old name.txt', status: 'renamed' }),
    )
    expect(pullRequest.files).toContainEqual(expect.objectContaining({ path: 'gone', status: 'removed' }))
    expect(pullRequest.files).toContainEqual({ path: 'f/7.txt', status: 'added', additions: 1, deletions: 0 })
  })

  test('has who caused the event and who runs it again, each with their own roles', async () => {
    const env = { GITHUB_RUN_ATTEMPT: '3', GITHUB_TRIGGERING_ACTOR: 'Codertocat' }
    const input = await read({}, { about: { action: 'synchronize', sender: 'mallory' }, env })
    expect(input).toMatchObject({
      actor: { login: 'alice', roles: ['developer'], source: 'pull_request.user' },
      sender: { login: 'mallory', type: 'User', roles: ['external'] },
      others: [
        { login: 'mallory', as: 'pusher', roles: ['external'] },
        { login: 'Codertocat', as: 're-runner', roles: ['admin'] },
      ],
      run: { attempt: 3, triggeringActor: 'Codertocat' },
      approvals: { approved: [], changesRequested: [], ignored: [] },
    })
  })

  test('gives a bot nothing of what the author may', async () => {
    const input = await read({}, { about: { action: 'synchronize', sender: 'renovate[bot]' } })
    expect(input.sender).toMatchObject({ login: 'renovate[bot]', type: 'Bot', roles: ['external'] })
  })
})

describe('GitHub Enterprise Server', () => {
  test('has its API below a path', async () => {
    const run = await judge({ labels: ['approved'] }, LABELS, {
      github: { basePath: '/api/v3', permissions: WRITE_ALL },
    })
    expect(run.outputs.result).toBe('allowed')
  })
})

describe('the working tree, with an API that breaks off', () => {
  const HELD = `package visor.check.execute

default allowed := false

allowed if not "hold" in input.pullRequest.labels
`
  const judgeTree = (path: string) => {
    const world = aWorld({
      files: { a: 'b' },
      pulls: [{ number: 2, author: 'alice', association: 'MEMBER', changes: { c: 'd' }, labels: ['hold'] }],
    })
    const event = eventOf(world, 'pull_request', { number: 2 })
    // What the event says is older than the label.
    event.pull_request.labels = []
    return judgeOn(world, {
      event,
      files: { '.visor.yaml': config, 'policies/main.rego': HELD },
      inputs: { source: 'workspace' },
      github: { faults: (request) => (request.path.endsWith(path) ? { kind: 'reset' } : undefined) },
    })
  }
  test.each(['/nothing', '/pulls/2', '/files', '/reviews', '/branches/main'])(
    'at %s allows nothing by the event alone',
    async (path) => {
      expect((await judgeTree(path)).outputs.allowed).toBe('[]')
    },
  )
})
