import { sameName } from '../core/actor.js'
import { teamsOfApprovals } from '../core/approval-rule.js'
import type { Config } from '../core/config.js'
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
}

/** Opens GitHub for this event. What does not hang on the config is asked for at once. */
export function openGitHub(client: Client, repo: Repo, event: Facts, hints: Hints, likely: readonly string[]): GitHub {
  const branch = memoize((name: string) => readBranch(client, repo, name))
  for (const name of [event.repository.baseBranch, hints.defaultBranch])
    if (name !== undefined) branch(name).catch(() => undefined)
  const teams = readTeams(client, repo)
  const readings = readAll(client, repo, event, hints)
  readings.catch(() => undefined)
  return {
    source: apiSource(client, repo, trusted(client, repo, event, hints, branch, readings), likely),
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
}

async function readAll(client: Client, repo: Repo, event: Facts, hints: Hints): Promise<readonly Reading[]> {
  const { pullRequest } = event
  if (hints.group) return readGroup(client, repo, event, hints.group)
  if (!pullRequest) return [{ facts: event }]
  const head = isPusherUnsaid(event) ? pullRequest.headSha : undefined
  const [present, runs, found] = await Promise.all([
    hints.comment && readComment(client, repo, pullRequest.number, hints.comment),
    head === undefined ? undefined : readRuns(client, repo, head),
    readPullAndFiles(client, repo, pullRequest),
  ])
  const pushers = runs ? findPusher(runs, found.pull) : []
  const facts = withOthers(reconcile(event, found.pull, found.files), pushers)
  if (!hints.comment) return [{ ...found, facts }]
  refuseForgedComment(facts, present)
  const stale = await whyCommentStale(client, repo, hints.comment, present, found.pull)
  return [{ ...found, facts, ...(stale !== undefined && { stale }) }]
}

function withOthers(facts: Facts, found: readonly Other[]): Facts {
  const others = [...facts.others, ...found].filter(({ login }) => !sameName(login, facts.actor.login))
  return { ...facts, others }
}

async function readGroup(client: Client, repo: Repo, event: Facts, group: Group): Promise<readonly Reading[]> {
  const read = (number: number) => readPull(client, repo, number)
  const pulls = await readGroupPulls(client, repo, group, event.repository.baseBranch, read)
  return Promise.all(
    pulls.map(async (pull) => {
      const [runs, files] = await Promise.all([
        readRuns(client, repo, pull.head.sha),
        readFiles(client, repo, pull, startFiles(client, repo, pull.number, pull.changed_files)),
      ])
      const facts = withOthers(reconcile(factsInGroup(event, pull), pull, files), findPusher(runs, pull))
      // The statuses that a queue waits for are those of its own commit.
      const reviews = examineReviews(client, repo, pull, startReviews(client, repo, pull.number))
      return { pull, files, reviews, facts: { ...facts, sha: group.headSha } }
    }),
  )
}

async function readPullAndFiles(
  client: Client,
  repo: Repo,
  { number, changedFiles }: { readonly number: number; readonly changedFiles?: number },
): Promise<{ readonly pull: Pull; readonly files: FilesRead; readonly reviews: Examined }> {
  const started = startReviews(client, repo, number)
  const listed = startFiles(client, repo, number, changedFiles)
  const pull = await readPull(client, repo, number)
  const reviews = examineReviews(client, repo, pull, started)
  return { pull, files: await readFiles(client, repo, pull, listed), reviews }
}

async function trusted(
  client: Client,
  repo: Repo,
  event: Facts,
  hints: Hints,
  branch: (name: string) => Promise<Branch>,
  readings: Promise<readonly Reading[]>,
): Promise<Commit> {
  const [reading] = await readings
  if (reading?.pull) return trustBase(reading.pull.base.ref, branch, reading.pull.base.repo.default_branch)
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
  const approving = teamsOfApprovals(config.steps)
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
  if (now.base.ref !== repository.baseBranch)
    return `${name} was given the base branch ${JSON.stringify(now.base.ref)} while it was judged: run it again`
  const labels = (list: readonly string[]) => JSON.stringify([...list].sort())
  if (
    labels(now.labels.map(({ name }) => name)) !== labels(pullRequest.labels) ||
    (now.draft === true) !== pullRequest.draft
  )
    return `the labels of ${name}, or whether it is a draft, have changed while it was judged: the run for that change decides`
  return undefined
}
