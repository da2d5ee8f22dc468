import { type Call, type Handlers, notFound, repositoryOf } from '../call.js'
import { complete } from '../complete.js'
import type { Json } from '../options.js'
import { nodeId, repository, repoUrl, user, WEB } from '../represent.js'
import { type CheckRun, fullName, know, nextId, type Status, tick, type World } from '../world.js'
import { appIdOf, appJson } from './issues.js'
import { commitOf, noCommit } from './repos.js'

/** Check runs and commit statuses: what a run writes, and what others can then read. */
export const checks: Handlers = {
  'checks/create': (call) => {
    const { world, body, app } = call
    if (!world.git.commits.has(body.head_sha)) throw noCommit(body.head_sha)
    const { output, ...fields } = body
    const started_at = fields.started_at ?? tick(world)
    const run: CheckRun = {
      external_id: '',
      details_url: null,
      completed_at: null,
      conclusion: null,
      ...fields,
      started_at,
      ...finished(world, { status: 'queued', ...fields }),
      id: nextId(world),
      app,
      output: outputOf(output),
      annotations: [...(output?.annotations ?? [])],
    }
    world.checkRuns.push(run)
    return { status: 201, body: checkRunJson(world, run) }
  },

  'checks/update': (call) => {
    const { world, body } = call
    const run = runAsked(call)
    const { output, ...fields } = body
    Object.assign(run, fields, finished(world, { status: run.status, ...fields }))
    if (output) {
      run.output = { ...run.output, ...outputOf(output) }
      run.annotations.push(...(output.annotations ?? []))
    }
    return { body: checkRunJson(world, run) }
  },

  'checks/get': (call) => ({ body: checkRunJson(call.world, runAsked(call)) }),

  'checks/list-for-ref': (call) => {
    const { world, query } = call
    const { sha } = commitOf(call)
    const all = world.checkRuns
      .filter((run) => run.head_sha === sha)
      .filter((run) => query.check_name === undefined || run.name === query.check_name)
      .filter((run) => query.status === undefined || run.status === query.status)
      .filter((run) => query.app_id === undefined || appIdOf(run.app) === query.app_id)
      .reverse()
    const newest = (run: CheckRun) => all.find(({ name, app }) => name === run.name && app === run.app) === run
    const runs = query.filter === 'all' ? all : all.filter(newest)
    const around = (page: readonly Json[], total_count: number) => ({ total_count, check_runs: page })
    return { list: runs.map((run) => checkRunJson(world, run)), around }
  },

  'repos/create-commit-status': (call) => {
    const { world, params, body, actor } = call
    if (!world.git.commits.has(params.sha)) throw noCommit(params.sha)
    const { state, context = 'default', description = null, target_url = null } = body
    const about = { id: nextId(world), created_at: tick(world), creator: know(world, actor) }
    const status: Status = { ...about, sha: params.sha, state, context, description, target_url }
    world.statuses.push(status)
    return { status: 201, body: statusJson(world, status) }
  },

  'repos/list-commit-statuses-for-ref': (call) => {
    const { sha } = commitOf(call)
    const found = call.world.statuses.filter((status) => status.sha === sha).reverse()
    return { list: found.map((status) => statusJson(call.world, status)) }
  },

  'repos/get-combined-status-for-ref': (call) => {
    const { world } = call
    const { sha } = commitOf(call)
    const all = world.statuses.filter((status) => status.sha === sha).reverse()
    const newest = all.filter((status) => all.find(({ context }) => context === status.context) === status)
    const states = newest.map(({ state }) => state)
    const failed = states.some((state) => state === 'failure' || state === 'error')
    const pending = states.length === 0 || states.includes('pending')
    const url = `${repoUrl(world)}/commits/${sha}`
    const about = {
      sha,
      url: `${url}/status`,
      commit_url: url,
      state: failed ? 'failure' : pending ? 'pending' : 'success',
    }
    const around = (statuses: readonly Json[], total_count: number) => {
      const repo = repository(world, repositoryOf(call), 'minimal-repository')
      return { ...about, statuses, total_count, repository: repo }
    }
    return { list: newest.map((status) => statusJson(world, status)), around }
  },
}

function runAsked({ world, params }: Call): CheckRun {
  const run = world.checkRuns.find(({ id }) => id === params.check_run_id)
  if (!run) throw notFound()
  return run
}

/** A conclusion completes a run, whatever its status says. */
function finished(world: World, { status, conclusion, completed_at }: Json): Json {
  if (conclusion === undefined) return { status }
  return { status: 'completed', conclusion, completed_at: completed_at ?? tick(world) }
}

const outputOf = (output: Json): Json => {
  const { title = null, summary = null, text = null } = output ?? {}
  return { title, summary, text }
}

function checkRunJson(world: World, run: CheckRun): Json {
  const { annotations, output, app, actions: _, ...fields } = run
  const url = `${repoUrl(world)}/check-runs/${run.id}`
  return complete('check-run', {
    ...fields,
    node_id: nodeId('CR', run.id),
    url,
    html_url: `${WEB}/${fullName(world)}/runs/${run.id}`,
    output: { ...output, annotations_count: annotations.length, annotations_url: `${url}/annotations` },
    check_suite: { id: 5 },
    app: appJson(world, app),
    pull_requests: [],
  })
}

function statusJson(world: World, status: Status): Json {
  const { sha, creator, ...fields } = status
  const person = user(world, creator)
  return {
    ...fields,
    url: `${repoUrl(world)}/statuses/${sha}`,
    avatar_url: person.avatar_url,
    node_id: nodeId('SC', status.id),
    updated_at: status.created_at,
    creator: person,
  }
}
