import * as v from 'valibot'
import { UsageError } from '../core/errors.js'
import type { Facts } from '../core/facts.js'
import type { Client, Repo } from './client.js'
import { memoize } from './memoize.js'
import { associationOf, type Pull } from './pull-request.js'
import { isSquashOf } from './squash.js'

/** The two ends of a merge group (GitHub webhooks: merge_group). */
export type Group = { readonly headSha: string; readonly headRef: string; readonly baseSha: string }

const commitSchema = v.object({
  sha: v.string(),
  parents: v.array(v.object({ sha: v.string() })),
  commit: v.object({ message: v.string() }),
  author: v.nullish(v.object({ login: v.optional(v.string()) })),
})
type Commit = v.InferOutput<typeof commitSchema>
const compareSchema = v.object({ total_commits: v.number(), commits: v.array(commitSchema) })

const PER_PAGE = 100
const MAX_COMMITS = 2000

/**
 * The pull requests that this group would merge, read by `readPull`, in the order of the queue. Every commit on the way from
 * the base to the head has to be one pull request's: the queue makes one commit or one merge of each, or puts its commits on
 * top one by one. Where one is nobody's, or its pull request is not what was queued, the group cannot be judged.
 */
export async function readGroupPulls(
  client: Client,
  repo: Repo,
  group: Group,
  baseBranch: string | undefined,
  readPull: (number: number) => Promise<Pull>,
): Promise<readonly Pull[]> {
  const chain = firstParents(await readCommits(client, repo, group), group)
  const newest = /\/pr-(\d+)-[0-9a-f]+$/.exec(group.headRef)?.[1]
  if (newest === undefined) throw unknown(`its branch ${JSON.stringify(group.headRef)} names no pull request`)
  const read = memoize(readPull)
  const owners = await Promise.all(
    chain.map(async (commit, i): Promise<Pull | undefined> => {
      const number =
        i === 0 ? Number(newest) : (numberIn(commit) ?? (await readNumber(client, repo, commit, baseBranch)))
      return number === undefined ? undefined : read(number)
    }),
  )
  const readOwn = memoize((pull: Pull) => readOwnCommits(client, repo, pull))
  const found: Pull[] = []
  for (const [i, commit] of chain.entries()) {
    const last = found.at(-1)
    const pull = owners[i] ?? last
    if (!pull) throw unknown(`its commit ${commit.sha} names no pull request`)
    const isWhole = numberIn(commit) !== undefined || commit.parents.length > 1
    if (last === pull && !isWhole) {
      // The queue puts the commits of a pull request on top of each other: it has to have this one, too.
      const own = await readOwn(pull)
      if (!own.includes(nameOf(commit))) throw unknown(`its commit ${commit.sha} is of no pull request that is known`)
      continue
    }
    refuseOther(pull, commit, baseBranch)
    if (found.includes(pull)) throw unknown(`two of its commits name pull request ${pull.number}`)
    const isClaim = numberIn(commit) !== undefined && commit.parents.length === 1
    if (isClaim && !(await isSquashOf(client, repo, commit.sha, pull)))
      throw unknown(`its commit ${commit.sha} does not change what pull request ${pull.number} changes`)
    found.push(pull)
  }
  return found.reverse()
}

/** What stays of a commit that is put on top of another one: who wrote it, and its message. */
const nameOf = ({ commit, author }: Commit): string => JSON.stringify([author?.login, commit.message])

async function readOwnCommits(client: Client, repo: Repo, pull: Pull): Promise<readonly string[]> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits'
  return (await client.list(route, { ...repo, pull_number: pull.number }, commitSchema)).map(nameOf)
}

const associatedSchema = v.object({ number: v.number(), state: v.string(), base: v.object({ ref: v.string() }) })
const MAX_ASKED = 100

/** The one open pull request to this branch that GitHub itself knows the commit from. */
async function readNumber(
  client: Client,
  repo: Repo,
  { sha }: Commit,
  baseBranch: string | undefined,
): Promise<number | undefined> {
  const params = { ...repo, commit_sha: sha }
  const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls'
  const pulls = await client.list(route, params, associatedSchema, { max: MAX_ASKED })
  const open = pulls.filter(({ state, base }) => state === 'open' && base.ref === baseBranch)
  return open.length === 1 ? open[0]?.number : undefined
}

async function readCommits(client: Client, repo: Repo, group: Group): Promise<readonly Commit[]> {
  const route = 'GET /repos/{owner}/{repo}/compare/{basehead}'
  const params = { ...repo, basehead: `${group.baseSha}...${group.headSha}`, per_page: PER_PAGE }
  const first = await client.get(route, { ...params, page: 1 }, compareSchema)
  if (first.total_commits > MAX_COMMITS) throw unknown(`it has more than ${MAX_COMMITS} commits`)
  const pages = Array.from({ length: Math.ceil(first.total_commits / PER_PAGE) - 1 }, (_, i) => i + 2)
  const rest = await Promise.all(pages.map((page) => client.get(route, { ...params, page }, compareSchema)))
  return [first, ...rest].flatMap(({ commits }) => commits)
}

/** The queue's own commits, the newest first: along the first parents from the head to the base. */
function firstParents(commits: readonly Commit[], group: Group): readonly Commit[] {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]))
  const chain: Commit[] = []
  let sha: string | undefined = group.headSha
  while (sha !== undefined && sha !== group.baseSha && chain.length <= commits.length) {
    const commit = bySha.get(sha)
    if (!commit) throw unknown(`its commit ${sha} is not between its base and its head`)
    chain.push(commit)
    sha = commit.parents[0]?.sha
  }
  if (sha !== group.baseSha || chain.length === 0) throw unknown('its head does not come from its base')
  return chain
}

// GitHub writes both: the subject of a merge, and the number behind the title of what it squashes.
function numberIn({ commit, parents }: Commit): number | undefined {
  const [subject = ''] = commit.message.split('\n')
  const found = parents.length > 1 ? /^Merge pull request #(\d+) from /.exec(subject) : /\(#(\d+)\)$/.exec(subject)
  return found ? Number(found[1]) : undefined
}

function refuseOther(pull: Pull, commit: Commit, baseBranch: string | undefined): void {
  const name = `pull request ${pull.number}`
  if (pull.state !== 'open') throw unknown(`${name} is not open`)
  if (baseBranch !== undefined && pull.base.ref !== baseBranch) throw unknown(`${name} goes to ${pull.base.ref}`)
  const written = numberIn(commit)
  if (written !== undefined && written !== pull.number)
    throw unknown(`its commit ${commit.sha} names pull request ${written}, and its branch ${name}`)
  const merged = commit.parents[1]?.sha
  if (merged !== undefined && merged !== pull.head.sha) throw unknown(`${name} has moved since it was queued`)
}

const unknown = (why: string) =>
  new UsageError('ERR_FACTS_UNAVAILABLE', `the pull requests of the merge group cannot be told: ${why}`)

/** The facts of one pull request of the group, judged at its own head, as an event of its own would tell them. */
export function factsInGroup(event: Facts, pull: Pull): Facts {
  if (!pull.user)
    throw new UsageError(
      'ERR_EVENT_PAYLOAD',
      `nobody is the author of pull request ${pull.number}: the account is gone`,
    )
  const association = associationOf(pull.author_association)
  const { branch: _queue, ...repository } = event.repository
  return {
    ...event,
    repository,
    actor: {
      login: pull.user.login,
      ...(pull.user.type !== undefined && { type: pull.user.type }),
      ...(association && { association }),
      source: 'pull_request.user',
      isLocalMode: event.actor.isLocalMode,
    },
  }
}
