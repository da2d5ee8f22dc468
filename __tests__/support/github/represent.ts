import { createHash } from 'node:crypto'
import { complete } from './complete.js'
import type { Commit } from './git.js'
import { commitsBetween, diff, type FileChange, mergeBase } from './history.js'
import type { Json } from './options.js'
import { fullName, isoDate, mergeCommitOf, type Pull, type Review, type World } from './world.js'

/** What the API and the payloads of events say about the things of a world. */

export const API = 'https://api.github.com'
export const WEB = 'https://github.com'
export const repoUrl = (world: World) => `${API}/repos/${fullName(world)}`

const KNOWN: Readonly<Record<string, number>> = {
  codertocat: 21031067,
  'github-actions[bot]': 41898282,
  'dependabot[bot]': 49699333,
  'web-flow': 19864447,
}
export const idOf = (text: string): number =>
  KNOWN[text.toLowerCase()] ??
  (createHash('sha1').update(text.toLowerCase()).digest().readUInt32BE() % 90_000_000) + 1_000_000

export function user(world: World, login: string): Json {
  const known = world.users.get(login.toLowerCase())
  const name = known?.login ?? login
  const url = `${API}/users/${encodeURIComponent(name)}`
  const id = idOf(name)
  return {
    login: name,
    id,
    node_id: nodeId('U', id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: name.endsWith('[bot]') ? `${WEB}/apps/${name.slice(0, -5)}` : `${WEB}/${name}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: known?.type ?? 'User',
    site_admin: false,
  }
}

export const userOrNull = (world: World, login: string | null): Json => (login === null ? null : user(world, login))
export const nodeId = (kind: string, id: number | string): string => Buffer.from(`${kind}${id}`).toString('base64')

export function repository(world: World, full = fullName(world), schema = 'repository'): Json {
  const own = full.toLowerCase() === fullName(world).toLowerCase()
  const [owner = '', name = ''] = (own ? fullName(world) : full).split('/')
  const url = `${API}/repos/${owner}/${name}`
  const id = full === 'Codertocat/Hello-World' ? 186853002 : idOf(full)
  const now = new Date(world.clock).toISOString().replace('.000Z', 'Z')
  return complete(schema, {
    id,
    node_id: nodeId('R', id),
    name,
    full_name: `${owner}/${name}`,
    owner: user(world, owner),
    private: world.private,
    html_url: `${WEB}/${owner}/${name}`,
    description: null,
    fork: !own,
    url,
    contents_url: `${url}/contents/{+path}`,
    compare_url: `${url}/compare/{base}...{head}`,
    trees_url: `${url}/git/trees{/sha}`,
    statuses_url: `${url}/statuses/{sha}`,
    pulls_url: `${url}/pulls{/number}`,
    clone_url: `${WEB}/${owner}/${name}.git`,
    default_branch: world.defaultBranch,
    created_at: '2019-05-15T15:19:25Z',
    updated_at: now,
    pushed_at: isoDate(world.pushes.get(full.toLowerCase()) ?? world.clock),
    visibility: world.private ? 'private' : 'public',
    ...(!own && schema === 'full-repository' ? { parent: repository(world), source: repository(world) } : {}),
  })
}

/** What a pull request is compared with: the branch as it is now, or as it was where all of this is merged by now. */
const baseOf = (world: World, pull: Pull): string =>
  (pull.merged ? undefined : world.branches.get(pull.base.ref)?.sha) ?? pull.base.sha

/** The files that a pull request changes: its head against where it left the base. */
export function pullFiles(world: World, pull: Pull): FileChange[] {
  const from = mergeBase(world.git, baseOf(world, pull), pull.head.sha)
  return diff(world.git, from ?? '', pull.head.sha)
}

export const pullCommits = (world: World, pull: Pull): Commit[] =>
  commitsBetween(world.git, baseOf(world, pull), pull.head.sha)

export function label(world: World, name: string): Json {
  const url = `${repoUrl(world)}/labels/${encodeURIComponent(name)}`
  return {
    id: idOf(`label ${name}`),
    node_id: nodeId('L', name),
    url,
    name,
    description: '',
    color: 'ededed',
    default: false,
  }
}

export function pullRequest(
  world: World,
  pull: Pull,
  schema: 'pull-request' | 'pull-request-simple' = 'pull-request',
): Json {
  const { number } = pull
  const [url, html, issue] = [
    `${repoUrl(world)}/pulls/${number}`,
    `${WEB}/${fullName(world)}/pull/${number}`,
    `${repoUrl(world)}/issues/${number}`,
  ]
  const links: Record<string, string> = {
    self: url,
    html,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${repoUrl(world)}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${repoUrl(world)}/statuses/${pull.head.sha}`,
  }
  const closed = pull.state === 'closed' ? pull.updatedAt : null
  const headOwner = pull.head.repository?.split('/')[0]
  return complete(schema, {
    url,
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: user(world, pull.author),
    body: pull.body,
    labels: pull.labels.map((name) => label(world, name)),
    milestone: null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: closed,
    merged_at: pull.merged ? closed : null,
    merge_commit_sha: mergeCommitOf(world, pull),
    assignee: null,
    assignees: [],
    requested_reviewers: pull.requestedReviewers.map((login) => user(world, login)),
    requested_teams: pull.requestedTeams.map((key) => team(key)),
    head: {
      label: `${headOwner ?? 'unknown'}:${pull.head.ref}`,
      ref: pull.head.ref,
      sha: pull.head.sha,
      user: headOwner === undefined ? null : user(world, headOwner),
      repo: pull.head.repository === null ? null : repository(world, pull.head.repository),
    },
    base: {
      label: `${world.owner}:${pull.base.ref}`,
      ref: pull.base.ref,
      sha: pull.base.sha,
      user: user(world, world.owner),
      repo: repository(world),
    },
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: pull.association,
    auto_merge: null,
    draft: pull.draft,
    ...(schema === 'pull-request' ? details(world, pull) : {}),
  })
}

function details(world: World, pull: Pull): Json {
  const files = pullFiles(world, pull)
  const sum = (key: 'additions' | 'deletions') => files.reduce((total, file) => total + file[key], 0)
  return {
    merged: pull.merged,
    mergeable: pull.merged ? null : true,
    rebaseable: pull.merged ? null : true,
    mergeable_state: 'clean',
    merged_by: pull.merged ? user(world, world.owner) : null,
    comments: world.comments.filter(({ issue }) => issue === pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: pullCommits(world, pull).length,
    additions: sum('additions'),
    deletions: sum('deletions'),
    changed_files: pull.changedFiles ?? files.length,
  }
}

export function team(key: string): Json {
  const [org, slug = ''] = key.split('/')
  const url = `${API}/organizations/${idOf(org as string)}/team/${idOf(key)}`
  const about = { id: idOf(key), node_id: nodeId('T', key), name: slug, slug, description: null, permission: 'pull' }
  const html_url = `${WEB}/orgs/${org}/teams/${slug}`
  return complete('team', { ...about, privacy: 'closed', url, html_url, type: 'organization', parent: null })
}

export function review(world: World, pull: Pull, given: Review): Json {
  const html = `${WEB}/${fullName(world)}/pull/${pull.number}#pullrequestreview-${given.id}`
  const url = `${repoUrl(world)}/pulls/${pull.number}`
  return {
    id: given.id,
    node_id: nodeId('PRR', given.id),
    user: userOrNull(world, given.user),
    body: given.body,
    state: given.state,
    html_url: html,
    pull_request_url: url,
    author_association: given.association,
    _links: { html: { href: html }, pull_request: { href: url } },
    ...(given.state === 'PENDING' ? {} : { submitted_at: given.submittedAt }),
    commit_id: given.commit_id,
  }
}
