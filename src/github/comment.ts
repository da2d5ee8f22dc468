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
  const [events, runs] = await Promise.all([
    client.list(
      'GET /repos/{owner}/{repo}/issues/{issue_number}/timeline',
      { ...repo, issue_number: pull.number, per_page: 100 },
      eventSchema,
    ),
    readRuns(client, repo, pull.head.sha),
  ])
  // What the token may not see proves nothing, nor does a run from before the pull request was there.
  const starts = ('found' in runs ? runsOfPull(runs.found, pull) : [])
    .map((run) => Date.parse(run.created_at))
    .filter((at) => at >= Date.parse(pull.created_at))
  const seen = starts.filter((at) => at < written).at(-1)
  const movedSince = (since: number) =>
    events.some(({ event, created_at: at }) => MOVES.includes(event ?? '') && !(Date.parse(at ?? '') < since))
  if (movedSince(written) || (starts.length > 0 && seen === undefined)) return PUSHED_AFTER
  // Nothing was pushed to the head's repository since; or the head was there when a run began, and has been no other since.
  const pushed = Date.parse(pull.head.repo?.pushed_at ?? '')
  if (pushed < written || (seen !== undefined && !movedSince(seen))) return undefined
  return NOT_SHOWN
}

const PUSHED_AFTER = 'the head was pushed after the comment: comment once more'

const MOVES: readonly string[] = [
  'head_ref_force_pushed',
  'head_ref_deleted',
  'head_ref_restored',
  'closed',
  'reopened',
]

const NOT_SHOWN =
  'something was pushed after the comment, and nobody can show that it was not the head: comment once more (with actions: read the token can see the runs that show it)'

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
