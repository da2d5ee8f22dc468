import { changeTree, emptyGit, type Git, writeCommit } from './git.js'
import { mergedTree, treeOf } from './history.js'
import type { CommitOptions, EventOptions, Json, RunOptions, TeamOptions, UserType, WorldOptions } from './options.js'
import { addPull } from './pulls.js'

export type Branch = { sha: string; protected: boolean }
export type Review = {
  id: number
  user: string | null
  state: string
  commit_id: string | null
  association: string
  submittedAt: string
  body: string
}
export type Pull = {
  id: number
  number: number
  title: string
  body: string | null
  author: string
  association: string
  state: 'open' | 'closed'
  merged: boolean
  draft: boolean
  labels: string[]
  head: { ref: string; sha: string; repository: string | null }
  base: { ref: string; sha: string }
  /** undefined: the merge of base and head as they are when asked. */
  mergeCommit: string | null | undefined
  changedFiles: number | undefined
  createdAt: string
  updatedAt: string
  reviews: Review[]
  events: (EventOptions & { id: number; actor: string; created_at: string })[]
  requestedReviewers: string[]
  requestedTeams: string[]
}
export type Comment = {
  id: number
  issue: number
  user: string
  body: string
  association: string
  createdAt: string
  updatedAt: string
  app: string | undefined
}
export type Status = {
  id: number
  sha: string
  state: string
  context: string
  description: string | null
  target_url: string | null
  creator: string
  created_at: string
}
export type CheckRun = { id: number; name: string; head_sha: string; app: string; annotations: Json[] } & Record<
  string,
  Json
>

/** A repository and everything around it. It may be changed at any time: each request reads it anew. */
export type World = {
  owner: string
  name: string
  ownerType: 'User' | 'Organization'
  private: boolean
  defaultBranch: string
  readonly git: Git
  readonly branches: Map<string, Branch>
  /** When each repository was last pushed to, in ms, by its full name in lower case. */
  readonly pushes: Map<string, number>
  /** The branches of the forks, by the fork's full name. */
  readonly forks: Map<string, Map<string, Branch>>
  readonly pulls: Map<number, Pull>
  /** By login in lower case. */
  readonly users: Map<string, { login: string; type: UserType }>
  readonly teams: Map<string, Exclude<TeamOptions, readonly string[]>>
  readonly members: Map<string, { public?: readonly string[]; private?: readonly string[] }>
  readonly collaborators: Map<string, { permission: string; role_name: string }>
  readonly runs: RunOptions[]
  readonly protection: Map<string, Json>
  readonly rules: Map<string, readonly Json[]>
  readonly rulesets: Json[]
  workflowPermissions: Json
  readonly variables: Map<string, string>
  readonly statuses: Status[]
  readonly checkRuns: CheckRun[]
  readonly comments: Comment[]
  /** Milliseconds since 1970: this world's clock, which only moves when something happens. */
  clock: number
  lastId: number
}

export const fullName = (world: World): string => `${world.owner}/${world.name}`

/** A moment later than every one before. */
export function tick(world: World): string {
  world.clock += 1000
  return isoDate(world.clock)
}
export const isoDate = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z')
export const nextId = (world: World): number => ++world.lastId

/** A login that from now on GitHub knows. */
export function know(world: World, login: string, type?: UserType): string {
  const key = login.toLowerCase()
  if (type !== undefined || !world.users.has(key))
    world.users.set(key, { login, type: type ?? (login.endsWith('[bot]') ? 'Bot' : 'User') })
  return login
}

export function aWorld(options: WorldOptions = {}): World {
  const [owner = '', name = ''] = (options.repository ?? 'Codertocat/Hello-World').split('/')
  const world: World = {
    owner,
    name,
    ownerType: options.ownerType ?? 'User',
    private: options.private ?? false,
    defaultBranch: options.defaultBranch ?? 'main',
    git: emptyGit(),
    branches: new Map(),
    pushes: new Map(),
    forks: new Map(),
    pulls: new Map(),
    users: new Map(),
    teams: new Map(),
    members: new Map(Object.entries(options.members ?? {}).map(([org, list]) => [org.toLowerCase(), list])),
    collaborators: new Map(),
    runs: [...(options.runs ?? [])],
    protection: new Map(Object.entries(options.protection ?? {})),
    rules: new Map(Object.entries(options.rules ?? {})),
    rulesets: [...(options.rulesets ?? [])],
    workflowPermissions: {
      default_workflow_permissions: 'read',
      can_approve_pull_request_reviews: false,
      ...options.workflowPermissions,
    },
    variables: new Map(Object.entries(options.variables ?? {})),
    statuses: [],
    checkRuns: [],
    comments: [],
    clock: Date.parse(options.now ?? '2026-01-05T09:00:00Z'),
    lastId: 1000,
  }
  know(world, owner, world.ownerType)
  know(world, 'github-actions[bot]')
  for (const [login, type] of Object.entries(options.users ?? {})) know(world, login, type)
  peopleOf(world, options)
  const root = commit(world, undefined, { changes: options.files ?? {}, message: 'Initial commit', author: owner })
  const tip = (options.history ?? []).reduce((below, next) => commit(world, below, next), root)
  world.branches.set(world.defaultBranch, { sha: tip, protected: options.protected ?? true })
  for (const [branch, { from, files, changes, protected: guarded }] of Object.entries(options.branches ?? {})) {
    const below = files ? undefined : resolveCommit(world, from ?? world.defaultBranch)
    const moved = files !== undefined || changes !== undefined || below === undefined
    const sha = moved ? commit(world, below, { changes: { ...files, ...changes } }) : below
    world.branches.set(branch, { sha, protected: guarded ?? false })
  }
  world.pushes.set(fullName(world).toLowerCase(), world.clock)
  for (const pull of options.pulls ?? []) addPull(world, pull)
  for (const { sha, ...status } of options.statuses ?? []) {
    const at = { id: nextId(world), created_at: tick(world) }
    const creator = know(world, status.creator ?? 'github-actions[bot]')
    const text = { description: null, target_url: null, context: 'default' }
    world.statuses.push({ ...text, ...status, ...at, creator, sha: resolveCommit(world, sha) ?? sha })
  }
  return world
}

function peopleOf(world: World, options: WorldOptions): void {
  for (const [key, team] of Object.entries(options.teams ?? {})) {
    know(world, key.split('/')[0] as string, 'Organization')
    const lists = Array.isArray(team) ? { members: team } : (team as Exclude<TeamOptions, readonly string[]>)
    world.teams.set(key.toLowerCase(), lists)
    for (const login of Object.values(lists).flat()) know(world, login)
  }
  for (const [org, lists] of Object.entries(options.members ?? {})) {
    know(world, org, 'Organization')
    for (const login of Object.values(lists).flat()) know(world, login)
  }
  for (const [login, role] of Object.entries(options.collaborators ?? {})) {
    const legacy: Record<string, string> = { maintain: 'write', triage: 'read' }
    const entry = typeof role === 'string' ? { permission: legacy[role] ?? role, role_name: role } : role
    world.collaborators.set(know(world, login).toLowerCase(), entry)
  }
}

/** The commit that a sha, a branch, a ref or the head of a pull request names. */
export function resolveCommit(world: World, name: string, repository = fullName(world)): string | undefined {
  if (name === 'HEAD') return resolveCommit(world, world.defaultBranch, repository)
  const own = repository.toLowerCase() === fullName(world).toLowerCase()
  const branches = own
    ? world.branches
    : [...world.forks].find(([fork]) => fork.toLowerCase() === repository.toLowerCase())?.[1]
  const branch = branches?.get(name) ?? branches?.get(name.replace(/^(refs\/)?heads\//, ''))
  if (branch) return branch.sha
  const [, number, side] = /^(?:refs\/)?pull\/(\d+)\/(head|merge)$/.exec(name) ?? []
  const pull = world.pulls.get(Number(number))
  if (pull) return side === 'head' ? pull.head.sha : (mergeCommitOf(world, pull) ?? undefined)
  return world.git.commits.has(name) ? name : undefined
}

/** A new commit on top of another one. Who made it is the owner unless it is said. */
export function commit(world: World, below: string | undefined, options: CommitOptions): string {
  const author = options.author === undefined ? world.owner : options.author
  const committer = options.committer === undefined ? author : options.committer
  for (const login of [author, committer]) if (login !== null) know(world, login)
  const date = options.date ?? tick(world)
  const person = (login: string | null) => ({
    name: options.name ?? login ?? 'Somebody',
    email: options.email ?? (login === null ? 'somebody@example.com' : `${login}@users.noreply.github.com`),
    date,
  })
  const merged = (options.merges ?? []).map((merge) => resolveCommit(world, merge) ?? merge)
  return writeCommit(world.git, {
    tree: changeTree(world.git, below && treeOf(world.git, below), options.changes ?? {}),
    parents: below === undefined ? merged : [below, ...merged],
    message: options.message ?? 'Change files',
    author: person(author),
    committer: person(committer),
    logins: { author, committer },
    verified: options.verified ?? false,
  })
}

/** The merge that GitHub would make of a pull request as it is now. */
export function mergeCommitOf(world: World, pull: Pull): string | null {
  if (pull.mergeCommit !== undefined) return pull.mergeCommit
  const base = world.branches.get(pull.base.ref)?.sha ?? pull.base.sha
  return writeMerge(world, base, pull.head.sha, `Merge ${pull.head.sha} into ${base}`)
}

export function writeMerge(world: World, base: string, head: string, message: string): string {
  const { git } = world
  const date = git.commits.get(head)?.committer.date ?? isoDate(world.clock)
  const person = { name: 'GitHub', email: 'noreply@github.com', date }
  return writeCommit(git, {
    tree: mergedTree(git, base, head),
    parents: [base, head],
    message,
    author: person,
    committer: person,
    logins: { author: null, committer: 'web-flow' },
    verified: true,
  })
}
