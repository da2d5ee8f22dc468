import { type Call, type Handlers, isFork, notFound, Refusal, repositoryOf } from '../call.js'
import { complete } from '../complete.js'
import { commitsBetween, diff, mergeBase } from '../history.js'
import type { Json } from '../options.js'
import { nodeId, pullCommits, pullRequest, repository, repoUrl, WEB } from '../represent.js'
import { commitJson } from '../representgit.js'
import { fullName, mergeCommitOf, resolveCommit } from '../world.js'

/** The repository, its branches and its commits. */
export const repos: Handlers = {
  'repos/get': (call) => ({ body: repository(call.world, repositoryOf(call), 'full-repository') }),

  'repos/get-branch': (call) => {
    const { world, params } = call
    const branches = isFork(call) ? world.forks.get(repositoryOf(call)) : world.branches
    const branch = branches?.get(params.branch)
    const commit = world.git.commits.get(branch?.sha ?? '')
    if (!branch || !commit) throw notFound('Branch not found')
    const self = `${repoUrl(world)}/branches/${params.branch}`
    const protection = {
      enabled: branch.protected,
      required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] },
    }
    return {
      body: complete('branch-with-protection', {
        name: params.branch,
        commit: commitJson(world, commit),
        _links: { self, html: `${WEB}/${fullName(world)}/tree/${params.branch}` },
        protected: branch.protected,
        protection,
        protection_url: `${self}/protection`,
      }),
    }
  },

  'repos/get-commit': (call) => {
    const { world, query } = call
    const commit = commitOf(call)
    const files = diff(world.git, commit.parents[0] ?? '', commit.sha)
    const [page, size] = [query.page ?? 1, Math.min(query.per_page ?? 300, 300)]
    return { body: commitJson(world, commit, files.slice((page - 1) * size, page * size)) }
  },

  'repos/compare-commits-with-basehead': (call) => {
    const { world, params } = call
    const [from = '', to = ''] = params.basehead.split('...').map((name: string) => name.split(':').at(-1))
    const [base, head] = [from, to].map((name) => world.git.commits.get(resolveCommit(world, name) ?? ''))
    const common = base && head && world.git.commits.get(mergeBase(world.git, base.sha, head.sha) ?? '')
    if (!common) throw notFound()
    const ahead = commitsBetween(world.git, base.sha, head.sha)
    const behind = commitsBetween(world.git, head.sha, base.sha)
    const status =
      ahead.length > 0 ? (behind.length > 0 ? 'diverged' : 'ahead') : behind.length > 0 ? 'behind' : 'identical'
    const html = `${WEB}/${fullName(world)}/compare/${from}...${to}`
    const around = (page: readonly Json[], total: number, number: number) =>
      complete('commit-comparison', {
        url: `${repoUrl(world)}/compare/${from}...${to}`,
        html_url: html,
        permalink_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        base_commit: commitJson(world, base),
        merge_base_commit: commitJson(world, common),
        status,
        ahead_by: ahead.length,
        behind_by: behind.length,
        total_commits: total,
        commits: page,
        // The files come with the first page, and no more than 300 of them.
        files: number > 1 ? [] : commitJson(world, head, diff(world.git, common.sha, head.sha).slice(0, 300)).files,
      })
    return { list: ahead.map((commit) => commitJson(world, commit)), around, perPage: 250 }
  },

  'repos/list-pull-requests-associated-with-commit': (call) => {
    const { world, params } = call
    if (!world.git.commits.has(params.commit_sha)) throw noCommit(params.commit_sha)
    const pulls = [...world.pulls.values()].filter(
      (pull) =>
        pullCommits(world, pull).some(({ sha }) => sha === params.commit_sha) ||
        (pull.merged && mergeCommitOf(world, pull) === params.commit_sha),
    )
    return { list: pulls.map((pull) => pullRequest(world, pull, 'pull-request-simple')) }
  },

  'repos/download-tarball-archive': (call) => {
    const sha = resolveCommit(call.world, call.params.ref, repositoryOf(call))
    if (sha === undefined) throw notFound()
    const location = `https://codeload.github.com/${repositoryOf(call)}/legacy.tar.gz/${sha}`
    return { status: 302, headers: { location } }
  },

  'repos/get-branch-protection': ({ world, params }) => {
    if (!world.branches.has(params.branch)) throw notFound('Branch not found')
    const protection = world.protection.get(params.branch)
    if (protection === undefined) throw notFound('Branch not protected')
    const url = `${repoUrl(world)}/branches/${params.branch}/protection`
    return { body: complete('branch-protection', { url, ...protection }) }
  },

  'repos/get-branch-rules': ({ world, params }) => ({
    list: (world.rules.get(params.branch) ?? []).map((rule) => ({
      ruleset_source_type: 'Repository',
      ruleset_source: fullName(world),
      ruleset_id: 1,
      ...rule,
    })),
  }),

  'repos/get-repo-rulesets': ({ world }) => ({
    list: world.rulesets.map((ruleset) =>
      complete('repository-ruleset', {
        id: 1,
        name: 'main',
        target: 'branch',
        source_type: 'Repository',
        source: fullName(world),
        enforcement: 'active',
        node_id: nodeId('RRS', 1),
        ...ruleset,
      }),
    ),
  }),
}

export const noCommit = (name: string) => new Refusal(422, `No commit found for SHA: ${name}`)

/** The commit that a `ref` of the path names. */
export function commitOf(call: Call) {
  const { world, params } = call
  const commit = world.git.commits.get(resolveCommit(world, params.ref, repositoryOf(call)) ?? '')
  if (!commit) throw noCommit(params.ref)
  return commit
}
