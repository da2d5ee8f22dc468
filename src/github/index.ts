import { sameName } from '../core/actor.js'
import { teamsOfApprovals } from '../core/approval-rule.js'
import type { Config, Notice } from '../core/config.js'
import type { Facts, Other } from '../core/facts.js'
import { NO_MEMBERSHIPS } from '../core/memberships.js'
import type { Source } from '../core/source.js'
import type { Subject } from '../core/subject.js'
import type { Client, Repo } from './client.js'
import { readComment, refuseForgedComment, whyCommentStale } from './comment.js'
import { type FilesRead, readFiles, startFiles } from './files.js'
import type { Hints } from './hints.js'
import { memoize } from './memoize.js'
import { factsInGroup, type Group, readGroupPulls } from './merge-group.js'
import { type Person, readMemberships, readTeams, type Teams } from './people.js'
import { type Pull, readPull, rereadPull } from './pull-request.js'
import { findPusher, isPusherUnsaid, readRuns } from './pusher.js'
import { reconcile } from './reconcile.js'
import { type Examined, examineReviews, readApprovals, reviewersIn, startReviews } from './reviews.js'
import { apiSource, type Commit } from './source.js'
import { type Branch, readBranch, readDefaultBranch, trustBase, trustRun } from './trust.js'

/** GitHub, as one run sees it. */
export type GitHub = {
  readonly source: Source
  readonly readSubjects: (event: Facts, config?: Config) => Promise<readonly Subject[]>
  readonly whyStale: (subjects: readonly Subject[]) => Promise<string | undefined>
  readonly openProposal: (subjects: readonly Subject[]) => Source | undefined
  /** What there is to say of the facts once they have been read. */
  readonly notices: () => readonly Notice[]
}

/** Opens GitHub for this event. What does not hang on the config is asked for at once. */
export function openGitHub(client: Client, repo: Repo, event: Facts, hints: Hints, likely: readonly string[]): GitHub {
  const branch = memoize((name: string) => readBranch(client, repo, name))
  for (const name of [event.repository.baseBranch, hints.defaultBranch])
    if (name !== undefined) branch(name).catch(() => undefined)
  const teams = readTeams(client, repo)
  const pull = memoize((number: number) => readPull(client, repo, number))
  const readings = readAll(client, repo, event, hints, { pull, branch })
  let notices: readonly Notice[] = []
  readings.then(
    (found) => {
      notices = found.flatMap(({ hidden, facts }) => (hidden === undefined ? [] : [sayHidden(hidden, facts)]))
    },
    () => undefined,
  )
  return {
    notices: () => notices,
    source: apiSource(client, repo, trusted(client, repo, event, hints, { pull, branch }, readings), likely),
    readSubjects: async (_event, config) => {
      const found = await readings
      return Promise.all(found.map((reading) => readSubject(client, repo, teams, reading, config)))
    },
    whyStale: async (subjects) => {
      const before = (await readings).map(({ stale }) => stale)
      const now = await Promise.all(subjects.map((subject) => whyMoved(client, repo, event, subject)))
      return [...before, ...now].find((reason) => reason !== undefined)
    },
    openProposal: ([subject, ...rest]) => {
      const head = subject?.facts.pullRequest?.headSha
      if (head === undefined || rest.length > 0) return undefined
      const commit: Commit = { sha: head, tree: head, name: `the pull request's own ${head}` }
      return apiSource(client, repo, Promise.resolve(commit), likely)
    },
  }
}

/** What there is to be judged: pull requests, each with its files and the facts of an event of its own, or the run itself. */
type Reading = {
  readonly facts: Facts
  readonly pull?: Pull
  readonly files?: FilesRead
  readonly reviews?: Examined
  /** Why the event is no word on the present head. */
  readonly stale?: string
  /** Why nobody can tell who pushed the head. */
  readonly hidden?: string
}

const sayHidden = (why: string, { pullRequest }: Facts): Notice => ({
  level: 'warning',
  message: `who pushed the head of pull request ${pullRequest?.number} cannot be told in this event, so that the author alone is judged: ${why}`,
})

/** What is asked for once, whoever needs it first. */
type Readers = { readonly pull: (number: number) => Promise<Pull>; readonly branch: (name: string) => Promise<Branch> }

async function readAll(
  client: Client,
  repo: Repo,
  event: Facts,
  hints: Hints,
  readers: Readers,
): Promise<readonly Reading[]> {
  const { pullRequest } = event
  if (hints.group) return readGroup(client, repo, event, hints.group, readers)
  if (!pullRequest) return [{ facts: event }]
  const head = isPusherUnsaid(event) ? pullRequest.headSha : undefined
  const [present, runs, found] = await Promise.all([
    hints.comment && readComment(client, repo, pullRequest.number, hints.comment),
    head === undefined ? undefined : readRuns(client, repo, head),
    readPullAndFiles(client, repo, pullRequest, hints.isRetarget === true, readers),
  ])
  const pushers = runs ? findPusher(runs, found.pull) : []
  const facts = withOthers(reconcile(event, found.pull, found.files), pushers)
  if (!hints.comment) return [{ ...found, facts, ...(runs && 'hidden' in runs && { hidden: runs.hidden }) }]
  refuseForgedComment(facts, present)
  const stale = await whyCommentStale(client, repo, hints.comment, present, found.pull)
  return [{ ...found, facts, ...(stale !== undefined && { stale }) }]
}

function withOthers(facts: Facts, found: readonly Other[]): Facts {
  const others = [...facts.others, ...found].filter(({ login }) => !sameName(login, facts.actor.login))
  return { ...facts, others }
}

async function readGroup(
  client: Client,
  repo: Repo,
  event: Facts,
  group: Group,
  readers: Readers,
): Promise<readonly Reading[]> {
  const pulls = await readGroupPulls(client, repo, group, event.repository.baseBranch, readers.pull)
  return Promise.all(
    pulls.map(async (pull) => {
      const [runs, files] = await Promise.all([
        readRuns(client, repo, pull.head.sha),
        readFiles(client, repo, pull, startFiles(client, repo, pull.number, pull.changed_files)),
      ])
      const facts = withOthers(reconcile(factsInGroup(event, pull), pull, files), findPusher(runs, pull))
      // The statuses that a queue waits for are those of its own commit.
      const base = { sha: headOf(readers, pull), isNew: false }
      const reviews = examineReviews(client, repo, pull, startReviews(client, repo, pull.number), base)
      return { pull, files, reviews, facts: { ...facts, sha: group.headSha } }
    }),
  )
}

async function readPullAndFiles(
  client: Client,
  repo: Repo,
  { number, changedFiles }: { readonly number: number; readonly changedFiles?: number },
  isNew: boolean,
  readers: Readers,
): Promise<{ readonly pull: Pull; readonly files: FilesRead; readonly reviews: Examined }> {
  const started = startReviews(client, repo, number)
  const listed = startFiles(client, repo, number, changedFiles)
  const pull = await readers.pull(number)
  const reviews = examineReviews(client, repo, pull, started, { sha: headOf(readers, pull), isNew })
  return { pull, files: await readFiles(client, repo, pull, listed), reviews }
}

/** The head of the base branch: that of the pull request's own base may be of the day of its last push. */
const headOf = async ({ branch }: Readers, pull: Pull): Promise<string> => (await branch(pull.base.ref)).sha

async function trusted(
  client: Client,
  repo: Repo,
  event: Facts,
  hints: Hints,
  { pull, branch }: Readers,
  readings: Promise<readonly Reading[]>,
): Promise<Commit> {
  // Of a pull request nothing else is waited for; which ones a group has, only all of it tells.
  const found = event.pullRequest ? await pull(event.pullRequest.number) : (await readings)[0]?.pull
  if (found) return trustBase(found.base.ref, branch, found.base.repo.default_branch)
  const main = await readDefaultBranch(client, repo)
  const name = hints.branch === undefined ? event.repository.branch : (hints.branch ?? undefined)
  return trustRun(client, repo, { branch: name, sha: hints.sha }, branch, main)
}

async function readSubject(
  client: Client,
  repo: Repo,
  teams: Teams,
  { facts, pull, reviews }: Reading,
  config: Config | undefined,
): Promise<Subject> {
  if (!config) return { facts, memberships: NO_MEMBERSHIPS }
  const withoutAssociation = pull === undefined
  const people: Person[] = [facts.actor, ...(facts.sender ? [facts.sender] : []), ...facts.others].map((person) => ({
    ...person,
    withoutAssociation,
  }))
  const { roles } = config.policy
  const approving = teamsOfApprovals(config)
  const wanted = { teams: approving, approvals: config.steps.some((step) => step.approvals) }
  const reviewers = reviews ? await reviewersIn(reviews.started) : []
  const [memberships, known] = await Promise.all([
    readMemberships(client, repo, teams, roles, approving, people, reviewers),
    pull && reviews && readApprovals(pull, wanted, teams, reviews),
  ])
  return { facts, memberships, ...(known && { approvals: known }) }
}

/** Why this subject is not what was judged any more. */
async function whyMoved(client: Client, repo: Repo, event: Facts, { facts }: Subject): Promise<string | undefined> {
  const { pullRequest, repository } = facts
  if (!pullRequest) return undefined
  const now = await rereadPull(client, repo, pullRequest.number)
  const judged = event.pullRequest?.headSha ?? pullRequest.headSha
  const name = `pull request ${pullRequest.number}`
  if (now.head.sha !== judged || now.head.sha !== pullRequest.headSha)
    return `the head of ${name} has moved from ${judged} to ${now.head.sha}: the run for the new head decides`
  const base = event.event.startsWith('pull_request') ? event.repository.baseBranch : repository.baseBranch
  if (now.base.ref !== repository.baseBranch || now.base.ref !== base)
    return `${name} was given the base branch ${JSON.stringify(now.base.ref)} while it was judged: run it again`
  const labels = (list: readonly string[]) => JSON.stringify([...list].sort())
  if (
    labels(now.labels.map(({ name }) => name)) !== labels(pullRequest.labels) ||
    (now.draft === true) !== pullRequest.draft
  )
    return `the labels of ${name}, or whether it is a draft, have changed while it was judged: the run for that change decides`
  return undefined
}
