import * as v from 'valibot'
import { sameName } from '../core/actor.js'
import { GitHubError } from '../core/errors.js'
import type { RunQuery } from '../core/usage.js'
import type { Client, Repo } from './client.js'

const runSchema = v.object({
  id: v.pipe(v.number(), v.safeInteger()),
  run_attempt: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1)), 1),
  actor: v.nullish(v.object({ login: v.string() })),
})
type Run = v.InferOutput<typeof runSchema>

const ROUTE = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs'
// GitHub finds no more runs at once, however many there are (GitHub REST: list workflow runs for a workflow).
const MAX_FOUND = 1000
// So many times it is asked for a part of the time.
const MAX_LISTS = 9
const SECOND = 1000

/** How many runs there are of this workflow, each with its attempts where those count; throws GitHubError. */
export async function countWorkflowRuns(client: Client, repo: Repo, query: RunQuery): Promise<number> {
  const found = new Map<number, Run>()
  const since = Math.floor(query.since / SECOND) * SECOND
  for (const run of await listRuns(client, repo, query, since)) if (isOf(run, query)) found.set(run.id, run)
  const { own, count, event, status } = query
  const attemptsOf = ({ id, run_attempt }: Run) => (id === own?.id ? Math.max(run_attempt, own.attempt) : run_attempt)
  const sum = count === 'runs' ? found.size : [...found.values()].reduce((all, run) => all + attemptsOf(run), 0)
  // GitHub lists a run a moment after it has begun, and one that is run again under the day of its first attempt.
  const isMissing = own !== undefined && !found.has(own.id) && event === undefined && status === undefined
  return isMissing ? sum + 1 : sum
}

// The search by actor is one for people's logins. Nobody can register a login with brackets.
const isBot = (login: string): boolean => login.endsWith('[bot]')

const isOf = ({ actor }: Run, query: RunQuery): boolean =>
  query.actor === undefined || !isBot(query.actor) || !actor || sameName(actor.login, query.actor)

/** The runs since then, asked for in parts where they are too many to be found at once. */
async function listRuns(client: Client, repo: Repo, query: RunQuery, since: number): Promise<readonly Run[]> {
  const { workflow, actor, event, status, until } = query
  const params = {
    ...repo,
    workflow_id: workflow,
    ...(actor !== undefined && !isBot(actor) && { actor }),
    ...(event !== undefined && { event }),
    ...(status !== undefined && { status }),
    exclude_pull_requests: true,
    per_page: 100,
  }
  const found: Run[] = []
  const open: { readonly from: number; readonly to?: number }[] = [{ from: since }]
  for (let lists = 0; ; lists++) {
    const part = open.pop()
    if (!part) return found
    const { from, to } = part
    if (lists >= MAX_LISTS) throw tooMany(workflow)
    const created = to === undefined ? `>=${iso(from)}` : `${iso(from)}..${iso(to)}`
    const listed = await client.list(ROUTE, { ...params, created }, runSchema, { key: 'workflow_runs' })
    if (listed.length < MAX_FOUND) found.push(...listed)
    else {
      const middle = Math.floor((from + (to ?? until)) / 2 / SECOND) * SECOND
      if (middle < from || middle + SECOND > (to ?? until)) throw tooMany(workflow)
      open.push({ from, to: middle }, { ...part, from: middle + SECOND })
    }
  }
}

// Whoever starts so many runs may not open anything by it: no fallback covers this code.
const tooMany = (workflow: string): GitHubError =>
  new GitHubError(
    'ERR_INPUT_INCOMPLETE',
    `there are more runs of ${JSON.stringify(workflow)} in this time than GitHub lists (${MAX_FOUND} at once)`,
    { hint: 'give the counter a shorter "window"' },
  )

const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')
