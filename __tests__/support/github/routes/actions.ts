import { type Call, type Handlers, notFound } from '../call.js'
import { complete } from '../complete.js'
import type { Json, RunOptions } from '../options.js'
import { API, idOf, nodeId, repository, repoUrl, user } from '../represent.js'
import { simpleCommit } from '../representgit.js'
import { fullName, isoDate, type World } from '../world.js'

/** Workflow runs and the settings of Actions. */
export const actions: Handlers = {
  'actions/list-workflow-runs-for-repo': (call) => listRuns(call, () => true),

  'actions/list-workflow-runs': (call) => {
    const { workflow_id } = call.params
    const file = (path: string) => path.split('@')[0]?.split('/').at(-1)
    return listRuns(call, (run) => run.workflow_id === workflow_id || file(run.path) === String(workflow_id))
  },

  'actions/get-workflow-run': ({ world, params }) => {
    const run = world.runs.find(({ id }) => id === params.run_id)
    if (!run) throw notFound()
    return { body: runJson(world, whole(world, run)) }
  },

  'actions/get-github-actions-default-workflow-permissions-repository': ({ world }) => ({
    body: world.workflowPermissions,
  }),

  'actions/get-repo-variable': ({ world, params }) => {
    const value = world.variables.get(params.name)
    if (value === undefined) throw notFound()
    return { body: { name: params.name, value, created_at: isoDate(0), updated_at: isoDate(0) } }
  },

  'rate-limit/get': ({ rate }) => ({ body: { resources: { core: rate, search: rate }, rate } }),
}

type Whole = { readonly [Key in keyof RunOptions]-?: NonNullable<RunOptions[Key]> | Extract<RunOptions[Key], null> }

const whole = (world: World, run: RunOptions): Whole => ({
  name: 'Gate',
  event: 'pull_request',
  head_sha: world.branches.get(world.defaultBranch)?.sha ?? '',
  head_branch: world.defaultBranch,
  actor: world.owner,
  triggering_actor: run.actor ?? world.owner,
  run_number: 1,
  run_attempt: 1,
  status: 'completed',
  conclusion: run.status === undefined || run.status === 'completed' ? 'success' : null,
  path: '.github/workflows/gate.yml',
  workflow_id: idOf(run.path ?? '.github/workflows/gate.yml'),
  created_at: isoDate(world.clock),
  run_started_at: run.created_at ?? isoDate(world.clock),
  pulls: [],
  head_repository: fullName(world),
  ...run,
})

function listRuns({ world, query }: Call, mine: (run: Whole) => boolean) {
  const { actor, branch, event, status, head_sha, created } = query
  const is = (wanted: Json, ...values: Json[]) => wanted === undefined || values.includes(wanted)
  const runs = world.runs
    .map((run) => whole(world, run))
    .filter((run) => mine(run) && is(actor, run.actor) && is(branch, run.head_branch) && is(event, run.event))
    .filter((run) => is(status, run.status, run.conclusion) && is(head_sha, run.head_sha))
    .filter((run) => created === undefined || within(created, run.created_at))
    .sort((a, b) => b.created_at.localeCompare(a.created_at))
  const around = (page: readonly Json[], total_count: number) => ({ total_count, workflow_runs: page })
  return { list: runs.map((run) => runJson(world, run)), around }
}

/** GitHub's search syntax for dates: `>=2026-01-01`, `2026-01-01..2026-02-01`, a date. */
function within(wanted: string, date: string): boolean {
  const [, sign, edge = ''] = /^(>=|<=|>|<)(.+)$/.exec(wanted) ?? []
  if (sign === '>=' || sign === '>') return date > edge || (sign === '>=' && date === edge)
  if (sign === '<=' || sign === '<') return date < edge || (sign === '<=' && date.startsWith(edge))
  const [from = '', to] = wanted.split('..')
  return to === undefined ? date.startsWith(from) : (from === '*' || date >= from) && (to === '*' || date <= to)
}

function runJson(world: World, run: Whole): Json {
  const url = `${repoUrl(world)}/actions/runs/${run.id}`
  const { pulls, actor, triggering_actor, head_repository, ...fields } = run
  const head = head_repository === null ? null : repository(world, head_repository, 'minimal-repository')
  const repo = repository(world, fullName(world), 'minimal-repository')
  const side = { id: repo.id, url: repo.url, name: repo.name }
  return complete('workflow-run', {
    ...fields,
    node_id: nodeId('WR', run.id),
    check_suite_id: 5,
    url,
    html_url: `https://github.com/${fullName(world)}/actions/runs/${run.id}`,
    pull_requests: pulls.flatMap((number) => {
      const pull = world.pulls.get(number)
      if (!pull) return []
      const sides = { head: { ...pull.head, repo: side }, base: { ...pull.base, repo: side } }
      return [{ id: pull.id, number, url: `${API}/repos/${fullName(world)}/pulls/${number}`, ...sides }]
    }),
    updated_at: run.created_at,
    run_started_at: run.run_started_at,
    actor: user(world, actor),
    triggering_actor: user(world, triggering_actor),
    jobs_url: `${url}/jobs`,
    display_title: run.name,
    head_commit: simpleCommit(world, run.head_sha),
    repository: repo,
    head_repository: head,
  })
}
