import * as v from 'valibot'
import type { Publication, Remark } from '../core/effect.js'
import { GitHubError } from '../core/errors.js'
import type { Client, Repo } from './client.js'
import { permissionHint } from './permissions.js'

// GitHub takes this many annotations in one request (GitHub REST: create a check run).
const BATCH = 50
// A pull request on which more was said has its comment among the first.
const MAX_COMMENTS = 3000

/** Writes to GitHub what a run wants others to see; throws GitHubError with the permission that is missing in `hint`. */
export function createPublisher(client: Client, repo: Repo): (publication: Publication) => Promise<void> {
  return (publication) => {
    switch (publication.kind) {
      case 'status':
        return publishStatus(client, repo, publication)
      case 'check-run':
        return publishCheckRun(client, repo, publication)
      case 'comment':
        return publishComment(client, repo, publication)
    }
  }
}

type Status = Extract<Publication, { kind: 'status' }>
type CheckRun = Extract<Publication, { kind: 'check-run' }>
type Comment = Extract<Publication, { kind: 'comment' }>

const created = v.object({ id: v.number() })

const pullsOfCommit = v.object({ number: v.number(), state: v.string(), head: v.object({ sha: v.string() }) })

/**
 * Why a success for one pull request may not be written on this commit: it would stand for every other one with the same
 * head, which was judged for something else, or by nobody.
 */
async function whyShared(
  client: Client,
  repo: Repo,
  sha: string,
  number: number | undefined,
): Promise<string | undefined> {
  if (number === undefined) return undefined
  const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls'
  const pulls = await client.list(route, { ...repo, commit_sha: sha }, pullsOfCommit).catch((thrown: unknown) => {
    if (thrown instanceof GitHubError && thrown.status === 404) return []
    throw thrown
  })
  const other = pulls.find((pull) => pull.state === 'open' && pull.head.sha === sha && pull.number !== number)
  return other && `pull request ${other.number} has the same head: what is allowed here would stand for it, too`
}

async function publishStatus(client: Client, repo: Repo, status: Status): Promise<void> {
  const { sha, context, targetUrl } = status
  const shared = status.state === 'success' ? await whyShared(client, repo, sha, status.number) : undefined
  const { state, description } = shared === undefined ? status : { state: 'error', description: shared }
  const body = { state, context, description, ...(targetUrl !== undefined && { target_url: targetUrl }) }
  await client.send('POST /repos/{owner}/{repo}/statuses/{sha}', { ...repo, sha, ...body }, created)
}

async function publishCheckRun(client: Client, repo: Repo, run: CheckRun): Promise<void> {
  const { annotations, detailsUrl } = run
  const shared = run.conclusion === 'success' ? await whyShared(client, repo, run.sha, run.number) : undefined
  const { title, summary, conclusion } =
    shared === undefined ? run : { title: shared, summary: shared, conclusion: 'failure' }
  const output = (from: number) => {
    const batch = annotations.slice(from, from + BATCH).map(describeRemark)
    return { title, summary, ...(batch.length > 0 && { annotations: batch }) }
  }
  const { id } = await client.send(
    'POST /repos/{owner}/{repo}/check-runs',
    {
      ...repo,
      name: run.name,
      head_sha: run.sha,
      status: 'completed',
      conclusion,
      ...(detailsUrl !== undefined && { details_url: detailsUrl }),
      output: output(0),
    },
    created,
  )
  // Annotations of later requests are added to those that are there.
  for (let from = BATCH; from < annotations.length; from += BATCH) {
    const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}'
    await client.send(route, { ...repo, check_run_id: id, output: output(from) }, created)
  }
}

const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' } as const

const describeRemark = ({ level, title, message, path, line }: Remark) => ({
  path,
  start_line: line,
  end_line: line,
  annotation_level: LEVELS[level],
  title,
  message,
})

const listed = v.object({
  id: v.number(),
  body: v.optional(v.string()),
  user: v.nullable(v.object({ type: v.optional(v.string()) })),
})

const POST_COMMENT = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'

async function publishComment(client: Client, repo: Repo, comment: Comment): Promise<void> {
  const { number, marker, body, resolved } = comment
  const all = await readComments(client, repo, number)
  // Anybody can write the marker into a comment: only one of an app's is our own, and nobody else's is ever touched.
  const own = all.find((found) => found.user?.type === 'Bot' && found.body?.startsWith(marker))
  if (own && !isSameText(own.body, body)) {
    const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
    await client.send(route, { ...repo, comment_id: own.id, body }, created)
  }
  if (!own && !resolved) await client.send(POST_COMMENT, { ...repo, issue_number: number, body }, created)
}

async function readComments(client: Client, repo: Repo, number: number) {
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'
  try {
    return await client.list(route, { ...repo, issue_number: number }, listed, { max: MAX_COMMENTS })
  } catch (thrown) {
    if (!(thrown instanceof GitHubError) || (thrown.status !== 403 && thrown.status !== 404)) throw thrown
    // A token that may only read would fail at the next step: what is missing is said once, and in full.
    const { code, message, status } = thrown
    const hint = code === 'ERR_GITHUB_RATE_LIMIT' ? thrown.hint : permissionHint(POST_COMMENT)
    throw new GitHubError(code, message, { status, cause: thrown, ...(hint !== undefined && { hint }) })
  }
}

// GitHub gives line ends as it likes.
const isSameText = (a: string | undefined, b: string): boolean => a?.replaceAll('\r\n', '\n').trim() === b.trim()
