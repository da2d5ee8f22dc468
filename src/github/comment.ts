import * as v from 'valibot'
import { sameName } from '../core/actor.js'
import { UsageError } from '../core/errors.js'
import type { Facts } from '../core/facts.js'
import type { Client, Repo } from './client.js'
import { associationOf, type Pull } from './pull-request.js'
import { readRuns, runsOfPull } from './pusher.js'
import { isPromoted } from './reconcile.js'

/** A comment on a pull request; times are GitHub's own, ISO 8601. */
export type Comment = {
  readonly id: number
  readonly login: string
  readonly createdAt: string
  readonly updatedAt: string
}

const commentSchema = v.object({
  id: v.number(),
  user: v.nullable(v.object({ login: v.string() })),
  created_at: v.string(),
  updated_at: v.string(),
  author_association: v.string(),
})

/** A comment as GitHub has it now. */
export type PresentComment = v.InferOutput<typeof commentSchema>

/** The comment as it is now; undefined where it was deleted. */
export async function readComment(
  client: Client,
  repo: Repo,
  number: number,
  comment: Comment,
): Promise<PresentComment | undefined> {
  const params = { ...repo, issue_number: number, since: comment.createdAt, per_page: 100 }
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'
  const found = await client.list(route, params, commentSchema)
  return found.find(({ id }) => id === comment.id)
}

const eventSchema = v.object({ event: v.optional(v.string()), created_at: v.optional(v.string()) })
/**
 * Why this comment is no word on the present head; undefined where it is. What counts is when GitHub learnt of the head, never
 * what a commit says of its own time: its author writes that.
 */
export async function whyCommentStale(
  client: Client,
  repo: Repo,
  comment: Comment,
  present: PresentComment | undefined,
  pull: Pull,
): Promise<string | undefined> {
  if (!present) return 'the comment was deleted'
  if (present.updated_at !== present.created_at || comment.updatedAt !== comment.createdAt)
    return 'the comment was edited after it was written'
  const written = Date.parse(comment.createdAt)
  const pushed = pull.head.repo?.pushed_at
  if (typeof pushed === 'string' && Date.parse(pushed) < written) return undefined
  // Something was pushed to the head's repository since; whether it was this branch, GitHub's records of it tell.
  const [events, runs] = await Promise.all([
    client.list(
      'GET /repos/{owner}/{repo}/issues/{issue_number}/timeline',
      { ...repo, issue_number: pull.number, per_page: 100 },
      eventSchema,
    ),
    readRuns(client, repo, pull.head.sha),
  ])
  // What the token may not see proves nothing, nor does a run from before the pull request was there.
  const seen = ('found' in runs ? runsOfPull(runs.found, pull) : [])
    .map((run) => Date.parse(run.created_at))
    .filter((at) => at < written && at >= Date.parse(pull.created_at))
    .at(-1)
  // The head was there when that run began. It has not been another one since, unless one of these says so.
  const moved = events.some(
    ({ event, created_at: at }) => MOVES.includes(event ?? '') && !(Date.parse(at ?? '') < (seen ?? 0)),
  )
  return seen !== undefined && !moved ? undefined : NOT_SHOWN
}

const MOVES: readonly string[] = [
  'head_ref_force_pushed',
  'head_ref_deleted',
  'head_ref_restored',
  'closed',
  'reopened',
]

const NOT_SHOWN =
  'the head was pushed after the comment, or nobody can show that it was not: comment once more (with actions: read the token can see the runs that show it)'

/** Throws where the event claims more of the commenter than GitHub does: an association cannot have grown with the comment. */
export function refuseForgedComment(facts: Facts, present: PresentComment | undefined): void {
  if (!present) return
  const { actor } = facts
  const found = associationOf(present.author_association)
  if (present.user && sameName(present.user.login, actor.login) && !isPromoted(actor.association, found)) return
  const who = `${present.user?.login ?? 'nobody'} (${present.author_association})`
  throw new UsageError(
    'ERR_EVENT_MISMATCH',
    `the event says that ${actor.login} (${actor.association ?? 'no association'}) wrote the comment, and GitHub says ${who}`,
  )
}
