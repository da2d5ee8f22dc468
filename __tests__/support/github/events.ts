import { aPullRequest, examplesOf } from '../events.js'
import { diff } from './history.js'
import type { Json } from './options.js'
import { pullOf } from './pulls.js'
import { idOf, pullRequest, repository, review, user, WEB } from './represent.js'
import { simpleCommit } from './representgit.js'
import { commentJson, issueJson } from './routes/issues.js'
import { fullName, know, type Pull, resolveCommit, type World, writeMerge } from './world.js'

export type EventName =
  | 'pull_request'
  | 'pull_request_target'
  | 'pull_request_review'
  | 'issue_comment'
  | 'merge_group'
  | 'push'
  | 'workflow_dispatch'
  | 'schedule'

export type EventFacts = {
  /** The pull request; the first one without it. */
  readonly number?: number
  readonly action?: string
  readonly sender?: string
  /** The review or the comment, by its place among those of the pull request; the last without it. */
  readonly index?: number
  /** The branch of a push or of a dispatch; the default branch without it. */
  readonly branch?: string
  readonly before?: string
  readonly inputs?: Readonly<Record<string, string>>
  /** The pull requests of a merge group, in their order. */
  readonly numbers?: readonly number[]
}

type Payload = Record<string, Json>

/** The payload that GitHub would send about this world, so that event and API agree; every call is a value of its own. */
export function eventOf(world: World, name: EventName, facts: EventFacts = {}): Payload {
  return structuredClone(PAYLOADS[name](world, facts))
}

const PAYLOADS: Readonly<Record<EventName, (world: World, facts: EventFacts) => Payload>> = {
  pull_request: pullPayload,
  pull_request_target: pullPayload,

  pull_request_review: (world, facts) => {
    const pull = asked(world, facts)
    const given = pull.reviews.at(facts.index ?? -1)
    if (!given) throw new Error(`pull request ${pull.number} has no such review`)
    const { number: _, ...payload } = pullPayload(world, {
      action: 'submitted',
      sender: given.user ?? world.owner,
      ...facts,
    })
    return { ...payload, review: { ...review(world, pull, given), state: given.state.toLowerCase() } }
  },

  issue_comment: (world, facts) => {
    const pull = asked(world, facts)
    const given = world.comments.filter(({ issue }) => issue === pull.number).at(facts.index ?? -1)
    if (!given) throw new Error(`pull request ${pull.number} has no such comment`)
    const example = examplesOf('issue_comment')[0] as Payload
    const issue = { ...example.issue, assignee: null, assignees: [], milestone: null, ...issueJson(world, pull) }
    const around = common(world, { sender: given.user, ...facts })
    return { action: facts.action ?? 'created', issue, comment: commentJson(world, given), ...around }
  },

  merge_group: (world, facts) => {
    const numbers = facts.numbers ?? [asked(world, facts).number]
    const pulls = numbers.map((number) => pullOf(world, number))
    const base = pulls[0]?.base.ref ?? world.defaultBranch
    const base_sha = world.branches.get(base)?.sha as string
    const head_sha = pulls.reduce(
      (below, { number, head }) => writeMerge(world, below, head.sha, `Merge pull request #${number} from ${head.ref}`),
      base_sha,
    )
    const head_ref = `refs/heads/gh-readonly-queue/${base}/pr-${numbers.at(-1)}-${base_sha}`
    world.branches.set(head_ref.slice('refs/heads/'.length), { sha: head_sha, protected: false })
    const head_commit = simpleCommit(world, head_sha)
    const merge_group = { head_sha, head_ref, base_sha, base_ref: `refs/heads/${base}`, head_commit }
    const around = common(world, { sender: 'github-merge-queue[bot]', ...facts })
    return { action: facts.action ?? 'checks_requested', merge_group, ...around }
  },

  push: (world, facts) => {
    const branch = facts.branch ?? world.defaultBranch
    const after = resolveCommit(world, branch) as string
    const before = facts.before ?? world.git.commits.get(after)?.parents[0] ?? '0'.repeat(40)
    const compare = `${WEB}/${fullName(world)}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`
    const files = diff(world.git, before, after)
    const named = (status: string) => files.filter((file) => file.status === status).map(({ filename }) => filename)
    const lists = { added: named('added'), removed: named('removed'), modified: named('modified') }
    const url = `${WEB}/${fullName(world)}/commit/${after}`
    const head_commit = { ...simpleCommit(world, after), distinct: true, url, ...lists }
    const sender = know(world, facts.sender ?? world.owner)
    const pusher = { name: sender, email: `${sender}@users.noreply.github.com` }
    const flags = { created: /^0+$/.test(before), deleted: false, forced: false, base_ref: null, compare }
    return {
      ref: `refs/heads/${branch}`,
      before,
      after,
      ...flags,
      commits: [head_commit],
      head_commit,
      pusher,
      ...common(world, facts),
    }
  },

  workflow_dispatch: (world, facts) => ({
    inputs: facts.inputs ?? null,
    ref: `refs/heads/${facts.branch ?? world.defaultBranch}`,
    workflow: '.github/workflows/gate.yml',
    ...common(world, facts),
  }),

  schedule: (world) => ({ schedule: '0 3 * * *', workflow: '.github/workflows/gate.yml', ...common(world, {}) }),
}

function asked(world: World, { number }: EventFacts): Pull {
  const [first] = world.pulls.keys()
  return pullOf(world, number ?? first ?? 0)
}

function pullPayload(world: World, facts: EventFacts): Payload {
  const example = aPullRequest() as Payload
  const pull = asked(world, facts)
  const pull_request = { ...example.pull_request, ...pullRequest(world, pull) }
  const action = facts.action ?? 'opened'
  const moved =
    action === 'synchronize' ? { before: world.git.commits.get(pull.head.sha)?.parents[0], after: pull.head.sha } : {}
  return { action, number: pull.number, pull_request, ...moved, ...common(world, { sender: pull.author, ...facts }) }
}

function common(world: World, { sender = world.owner }: EventFacts): Payload {
  const example = examplesOf('pull_request')[0] as Payload
  const { owner } = world
  const login = { login: owner, id: idOf(owner), url: `https://api.github.com/orgs/${owner}`, description: null }
  return {
    repository: { ...example.repository, ...repository(world) },
    ...(world.ownerType === 'Organization' ? { organization: login } : {}),
    sender: user(world, know(world, sender)),
  }
}
