import * as v from 'valibot'
import { sameName } from '../core/actor.js'
import { GitHubError } from '../core/errors.js'
import type { Facts, Other } from '../core/facts.js'
import type { Client, Repo } from './client.js'
import type { Pull } from './pull-request.js'

const runSchema = v.object({
  event: v.string(),
  created_at: v.string(),
  head_branch: v.nullish(v.string()),
  head_repository: v.nullish(v.object({ full_name: v.string() })),
  actor: v.nullish(v.object({ login: v.string(), type: v.optional(v.string()) })),
})
type WorkflowRun = v.InferOutput<typeof runSchema>

/** The runs of a commit, or why this token may not see them. */
export type Runs = { readonly found: readonly WorkflowRun[] } | { readonly hidden: string }

// Not for this token, or not on this server.
const HIDDEN: readonly (number | undefined)[] = [403, 404, 501]

/** The workflow runs of this commit; only that the token may not see them is no failure. */
export async function readRuns(client: Client, repo: Repo, sha: string): Promise<Runs> {
  const params = { ...repo, head_sha: sha, per_page: 100 }
  try {
    return {
      found: await client.list('GET /repos/{owner}/{repo}/actions/runs', params, runSchema, { key: 'workflow_runs' }),
    }
  } catch (thrown) {
    if (!(thrown instanceof GitHubError && HIDDEN.includes(thrown.status))) throw thrown
    return { hidden: thrown.hint ?? thrown.message }
  }
}

/** Those of the runs that are of this very pull request's head, and not of a branch elsewhere with the same commit, oldest first. */
export const runsOfPull = (runs: readonly WorkflowRun[], pull: Pull): readonly WorkflowRun[] =>
  runs
    .filter(
      (run) =>
        ['pull_request', 'pull_request_target'].includes(run.event) &&
        run.head_branch === pull.head.ref &&
        run.head_repository?.full_name === pull.head.repo?.full_name,
    )
    .sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at))

/** True where the event itself does not say who pushed the head: only that of a push does, and that of the opening. */
export const isPusherUnsaid = ({ event, action }: Facts): boolean =>
  event.startsWith('pull_request') && action !== 'synchronize' && action !== 'opened'

/** Who pushed the head, where that was not the author: whoever the first run for this head was started by. */
export function findPusher(runs: Runs, pull: Pull): readonly Other[] {
  const [first] = 'found' in runs ? runsOfPull(runs.found, pull) : []
  if (!first?.actor || (pull.user && sameName(first.actor.login, pull.user.login))) return []
  const { login, type } = first.actor
  return [{ login, ...(type !== undefined && { type }), as: 'pusher' }]
}
