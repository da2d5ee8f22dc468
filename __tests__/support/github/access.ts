import { Refusal } from './call.js'
import type { Route } from './description.js'

/** Which permission of the token each operation asks for, as GitHub lists them for GitHub Apps. */

export type Level = 'read' | 'write'
export type Permissions = Readonly<Record<string, Level>>

/** What a GITHUB_TOKEN has with `permissions: write-all`: no members, no variables, no administration. */
export const WRITE_ALL: Permissions = {
  actions: 'write',
  checks: 'write',
  contents: 'write',
  issues: 'write',
  metadata: 'read',
  'pull-requests': 'write',
  statuses: 'write',
}

/** What it has for a fork or for Dependabot. */
export const READ_ONLY: Permissions = Object.fromEntries(Object.keys(WRITE_ALL).map((name) => [name, 'read']))

/** Any of the permissions is enough. Without a word on it an operation asks for nothing. */
const NEEDS: Readonly<Record<string, readonly [Level, ...string[]]>> = {
  'repos/get-content': ['read', 'contents'],
  'repos/get-branch': ['read', 'contents'],
  'repos/get-commit': ['read', 'contents'],
  'repos/compare-commits-with-basehead': ['read', 'contents'],
  'repos/download-tarball-archive': ['read', 'contents'],
  'repos/list-pull-requests-associated-with-commit': ['read', 'pull-requests'],
  'git/get-tree': ['read', 'contents'],
  'git/get-blob': ['read', 'contents'],
  'git/get-ref': ['read', 'contents'],
  'git/get-commit': ['read', 'contents'],
  'pulls/get': ['read', 'pull-requests'],
  'pulls/list': ['read', 'pull-requests'],
  'pulls/list-files': ['read', 'pull-requests'],
  'pulls/list-commits': ['read', 'pull-requests'],
  'pulls/list-reviews': ['read', 'pull-requests'],
  'pulls/list-requested-reviewers': ['read', 'pull-requests'],
  'issues/get': ['read', 'issues', 'pull-requests'],
  'issues/list-comments': ['read', 'issues', 'pull-requests'],
  'issues/list-events': ['read', 'issues', 'pull-requests'],
  'issues/list-events-for-timeline': ['read', 'issues', 'pull-requests'],
  'issues/create-comment': ['write', 'issues', 'pull-requests'],
  'issues/update-comment': ['write', 'issues', 'pull-requests'],
  'issues/delete-comment': ['write', 'issues', 'pull-requests'],
  'checks/create': ['write', 'checks'],
  'checks/update': ['write', 'checks'],
  'checks/get': ['read', 'checks'],
  'checks/list-for-ref': ['read', 'checks'],
  'repos/create-commit-status': ['write', 'statuses'],
  'repos/get-combined-status-for-ref': ['read', 'statuses'],
  'repos/list-commit-statuses-for-ref': ['read', 'statuses'],
  'repos/get-branch-protection': ['read', 'administration'],
  'actions/list-workflow-runs-for-repo': ['read', 'actions'],
  'actions/list-workflow-runs': ['read', 'actions'],
  'actions/get-workflow-run': ['read', 'actions'],
  'actions/get-github-actions-default-workflow-permissions-repository': ['read', 'administration'],
  'actions/get-repo-variable': ['read', 'variables'],
  'teams/get-membership-for-user-in-org': ['read', 'members'],
  'teams/list-members-in-org': ['read', 'members'],
  'orgs/check-membership-for-user': ['read', 'members'],
}

/** What nobody sees without a token, even on a public repository. */
const SIGNED_IN = new Set([
  'repos/get-branch-protection',
  'actions/get-github-actions-default-workflow-permissions-repository',
  'actions/get-repo-variable',
  'repos/check-collaborator',
  'repos/get-collaborator-permission-level',
  'teams/get-membership-for-user-in-org',
  'teams/list-members-in-org',
])

export type Access = {
  readonly permissions: Permissions
  readonly private: boolean
  readonly badToken: boolean
  readonly authorization: string | undefined
  readonly params: Readonly<Record<string, string>>
  readonly url: string
}

/** Throws GitHub's no where the token may not do this. */
export function checkAccess({ id, method }: Route, access: Access): void {
  const token = /^(bearer|token) +\S/i.test(access.authorization ?? '')
  if (token && access.badToken) throw new Refusal(401, 'Bad credentials')
  const [level = 'read', ...names] = NEEDS[id] ?? []
  // GitHub sends whoever may not see the members to the public ones.
  const toPublic = () => {
    const { org, username } = access.params
    const location = `${access.url}/orgs/${org}/public_members/${username}`
    return new Refusal(302, 'Found', { location })
  }
  const isPublic = !access.private || access.params.repo === undefined
  if (!token) {
    if (id === 'orgs/check-membership-for-user') throw toPublic()
    if (method !== 'GET' || SIGNED_IN.has(id)) throw new Refusal(401, 'Requires authentication')
    if (!isPublic) throw new Refusal(404, 'Not Found')
    return
  }
  const rank = (name: string) => ['read', 'write'].indexOf(access.permissions[name] ?? '')
  if (names.length === 0 || names.some((name) => rank(name) >= ['read', 'write'].indexOf(level))) return
  if (id === 'orgs/check-membership-for-user') throw toPublic()
  if (names.includes('members') || (access.private && level === 'read')) throw new Refusal(404, 'Not Found')
  throw new Refusal(403, 'Resource not accessible by integration')
}
