import * as v from 'valibot'
import { sameName } from '../core/actor.js'
import { GitHubError } from '../core/errors.js'
import { parseTime, type RunQuery } from '../core/usage.js'
import type { Client, Repo } from './client.js'

const runSchema = v.object({
  id: v.pipe(v.number(), v.safeInteger()),
  run_attempt: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1)), 1),
  // The start of the latest attempt: it is set anew when the run is run again.
  run_started_at: v.nullish(v.string()),
  actor: v.nullish(v.object({ login: v.string() })),
})
type Run = v.InferOutput<typeof runSchema>

const ROUTE = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs'
// GitHub finds no more runs at once, however many there are (GitHub REST: list workflow runs for a workflow).
const MAX_FOUND = 1000
// So many times it is asked for a part of the time.
const MAX_LISTS = 9
const SECOND = 1000

// For so long after it was created a run can be run again (docs.github.com: re-running workflows and jobs).
const RERUN_MS = 30 * 24 * 3_600_000

/**
 * How many runs of this workflow began in this time, each with its attempts where those count; throws GitHubError.
 *
 * GitHub lists runs by when they were created, however often they are run again: those that were created before are looked
 * through for attempts in this time. Which of a run's attempts those are, no list says: all of them count. Everybody's runs of
 * 30 days may be thousands: those are looked through only where the run that asks is itself run again.
 */
export async function countWorkflowRuns(
  client: Client,
  repo: Repo,
  query: RunQuery,
  signal?: AbortSignal,
): Promise<number> {
  const { own, count, event, status } = query
  const since = Math.floor(query.since / SECOND) * SECOND
  const list = (part: Part) => listRuns(client, repo, query, part, signal)
  const looksBack = query.actor !== undefined || (own?.attempt ?? 1) > 1
  const [created, before] = await Promise.all([
    list({ from: since }),
    looksBack ? list({ from: Math.max(0, since - RERUN_MS), to: since - SECOND }) : [],
  ])
  const again = before.filter((run) => run.id === own?.id || isWithin(run, since))
  const found = new Map([...created, ...again].filter((run) => isOf(run, query)).map((run) => [run.id, run]))
  const attemptsOf = ({ id, run_attempt }: Run) => (id === own?.id ? Math.max(run_attempt, own.attempt) : run_attempt)
  const sum = count === 'runs' ? found.size : [...found.values()].reduce((all, run) => all + attemptsOf(run), 0)
  // GitHub lists a run a moment after it has begun, and under the login alone of whom it was first created by.
  const isMissing = own !== undefined && !found.has(own.id) && event === undefined && status === undefined
  return isMissing ? sum + (count === 'runs' ? 1 : own.attempt) : sum
}

// Of a run that was run again at a time that nobody knows, it may have been within.
function isWithin({ run_attempt, run_started_at }: Run, since: number): boolean {
  const started = parseTime(run_started_at)
  return started === undefined ? run_attempt > 1 : started >= since
}

// The search by actor is one for people's logins. Nobody can register a login with brackets.
const isBot = (login: string): boolean => login.endsWith('[bot]')

const isOf = ({ actor }: Run, query: RunQuery): boolean =>
  query.actor === undefined || !isBot(query.actor) || !actor || sameName(actor.login, query.actor)

/** A part of the time, up to now where it has no end. */
type Part = { readonly from: number; readonly to?: number }

/** The runs that were created in this part of the time, asked for in smaller ones where they are too many to be found at once. */
async function listRuns(
  client: Client,
  repo: Repo,
  query: RunQuery,
  whole: Part,
  signal: AbortSignal | undefined,
): Promise<readonly Run[]> {
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
  const open = [whole]
  for (let lists = 0; ; lists++) {
    const part = open.pop()
    if (!part) return found
    const { from, to } = part
    if (lists >= MAX_LISTS) throw tooMany(workflow, whole)
    const created = to === undefined ? `>=${iso(from)}` : `${iso(from)}..${iso(to)}`
    const listed = await client.list(ROUTE, { ...params, created }, runSchema, {
      key: 'workflow_runs',
      ...(signal && { signal }),
    })
    if (listed.length < MAX_FOUND) found.push(...listed)
    else {
      const middle = Math.floor((from + (to ?? until)) / 2 / SECOND) * SECOND
      if (middle < from || middle + SECOND > (to ?? until)) throw tooMany(workflow, whole)
      open.push({ from, to: middle }, { ...part, from: middle + SECOND })
    }
  }
}

// Whoever starts so many runs may not open anything by it: no fallback covers this code.
const tooMany = (workflow: string, { to }: Part): GitHubError =>
  new GitHubError(
    'ERR_INPUT_INCOMPLETE',
    `there are more runs of ${JSON.stringify(workflow)} ${
      to === undefined ? 'in this time' : 'in the 30 days before this time, which may have been run again in it,'
    } than GitHub lists (${MAX_FOUND} at once)`,
    { hint: to === undefined ? 'give the counter a shorter "window"' : NARROWER },
  )

const NARROWER = 'let the counter count "by: actor" or one "event", or take another "source"'

const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')
