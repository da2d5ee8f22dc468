import type { Route } from './route.js'

/** What this route is about, in words, and what its token needs. */
export type Need = {
  readonly what: string
  /** The permission as a workflow writes it; undefined where every token may ask. */
  readonly permission?: string
  /** True where GITHUB_TOKEN cannot be given this permission: the job's `permissions` do not know it. */
  readonly beyond?: true
}

const REPO = '/repos/{owner}/{repo}'
const PULL = `${REPO}/pulls/{pull_number}`
const ISSUE = `${REPO}/issues/{issue_number}`
const TEAM = '/orgs/{org}/teams/{team_slug}'

/** Reading a pull request, and its comments and events, needs either of two (GitHub REST: permissions for GitHub Apps). */
const PULL_READ = 'pull-requests: read'
const PULL_WRITE = 'pull-requests: write'

const NEEDS: Readonly<Record<string, readonly [what: string, permission?: string, beyond?: 'beyond']>> = {
  [`GET ${REPO}`]: ['the repository', 'metadata: read'],
  [`GET ${REPO}/branches/{branch}`]: ['the branch', 'contents: read'],
  [`GET ${REPO}/branches/{branch}/protection`]: ["the branch's protection", 'administration: read', 'beyond'],
  [`GET ${REPO}/rules/branches/{branch}`]: ["the branch's rules", 'metadata: read'],
  [`GET ${REPO}/rulesets`]: ["the repository's rulesets", 'metadata: read'],
  [`GET ${REPO}/pulls`]: ['the pull requests', PULL_READ],
  [`GET ${PULL}`]: ['the pull request', PULL_READ],
  [`GET ${PULL}/reviews`]: ["the pull request's reviews", PULL_READ],
  [`GET ${PULL}/files`]: ["the pull request's files", PULL_READ],
  [`GET ${PULL}/commits`]: ["the pull request's commits", PULL_READ],
  [`GET ${PULL}/requested_reviewers`]: ["the pull request's requested reviewers", PULL_READ],
  [`GET ${REPO}/commits/{commit_sha}/pulls`]: ["the commit's pull requests", PULL_READ],
  [`GET ${REPO}/contents/{path}`]: ['the file', 'contents: read'],
  [`GET ${REPO}/tarball/{ref}`]: ["the repository's files", 'contents: read'],
  [`GET ${REPO}/git/trees/{tree_sha}`]: ['the tree of files', 'contents: read'],
  [`GET ${REPO}/git/blobs/{file_sha}`]: ["the file's content", 'contents: read'],
  [`GET ${REPO}/git/commits/{commit_sha}`]: ['the commit', 'contents: read'],
  [`GET ${REPO}/git/ref/{ref}`]: ['the ref', 'contents: read'],
  [`GET ${REPO}/compare/{basehead}`]: ['the comparison of two commits', 'contents: read'],
  [`GET ${REPO}/commits/{ref}`]: ['the commit', 'contents: read'],
  [`GET ${REPO}/commits/{ref}/status`]: ["the commit's status", 'statuses: read'],
  [`GET ${REPO}/commits/{ref}/statuses`]: ["the commit's statuses", 'statuses: read'],
  [`POST ${REPO}/statuses/{sha}`]: ['the commit status', 'statuses: write'],
  [`GET ${REPO}/commits/{ref}/check-runs`]: ["the commit's check runs", 'checks: read'],
  [`GET ${REPO}/check-runs/{check_run_id}`]: ['the check run', 'checks: read'],
  [`POST ${REPO}/check-runs`]: ['the check run', 'checks: write'],
  [`PATCH ${REPO}/check-runs/{check_run_id}`]: ['the check run', 'checks: write'],
  [`GET ${ISSUE}`]: ['the issue', 'issues: read'],
  [`GET ${ISSUE}/comments`]: ['the comments', PULL_READ],
  [`POST ${ISSUE}/comments`]: ['the comment', PULL_WRITE],
  [`PATCH ${REPO}/issues/comments/{comment_id}`]: ['the comment', PULL_WRITE],
  [`DELETE ${REPO}/issues/comments/{comment_id}`]: ['the comment', PULL_WRITE],
  [`GET ${ISSUE}/events`]: ["the pull request's events", PULL_READ],
  [`GET ${ISSUE}/timeline`]: ["the pull request's timeline", PULL_READ],
  [`GET ${REPO}/collaborators/{username}`]: ['the collaborator', 'metadata: read'],
  [`GET ${REPO}/collaborators/{username}/permission`]: ["the collaborator's permission", 'metadata: read'],
  [`GET ${TEAM}/memberships/{username}`]: ['the team membership', 'members: read', 'beyond'],
  [`GET ${TEAM}/members`]: ["the team's members", 'members: read', 'beyond'],
  'GET /orgs/{org}/members/{username}': ['the organisation membership', 'members: read', 'beyond'],
  'GET /orgs/{org}/public_members/{username}': ['the public organisation membership'],
  'GET /users/{username}': ['the user'],
  'GET /rate_limit': ['the rate limit'],
  [`GET ${REPO}/actions/runs`]: ['the workflow runs', 'actions: read'],
  [`GET ${REPO}/actions/runs/{run_id}`]: ['the workflow run', 'actions: read'],
  [`GET ${REPO}/actions/workflows/{workflow_id}/runs`]: ["the workflow's runs", 'actions: read'],
  [`GET ${REPO}/actions/permissions/workflow`]: ["the workflows' permissions", 'administration: read', 'beyond'],
  [`GET ${REPO}/actions/variables/{name}`]: ['the variable', 'variables: read', 'beyond'],
}

/** What this route needs; a route that the table does not know is told by its own name. */
export function needOf(route: Route): Need {
  const found = Object.hasOwn(NEEDS, route) ? NEEDS[route] : undefined
  if (!found) return { what: 'what was asked' }
  const [what, permission, beyond] = found
  return { what, ...(permission !== undefined && { permission }), ...(beyond && { beyond: true }) }
}

/** The way out where GitHub refuses this route, or says that there is nothing: a hidden thing answers 404, too. */
export function permissionHint(route: Route): string | undefined {
  const { what, permission, beyond } = needOf(route)
  if (permission === undefined) return undefined
  if (permission === 'metadata: read')
    return 'every token for this repository has "metadata: read": check that "github-token" is one'
  if (beyond) {
    const name = permission.replace(/:.*/, '')
    return `GITHUB_TOKEN cannot be given "${name}": give "github-token" a GitHub App token with ${permission}, which ${what} needs`
  }
  const hint = `add "${permission}" to the job's "permissions", or give "github-token" a token that has it`
  return permission.endsWith('write')
    ? `${hint}; for a pull request of a fork or of Dependabot GITHUB_TOKEN may only read`
    : hint
}
