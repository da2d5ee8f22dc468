import type { Changes } from './git.js'
import type { CommentOptions, CommitOptions, EventOptions, PullOptions, ReviewOptions } from './options.js'
import {
  type Comment,
  commit,
  fullName,
  know,
  nextId,
  type Pull,
  type Review,
  resolveCommit,
  tick,
  type World,
} from './world.js'

export function addPull(world: World, options: PullOptions): Pull {
  const number = options.number ?? Math.max(0, ...world.pulls.keys()) + 1
  if (world.pulls.has(number)) throw new Error(`there are two pull requests ${number}`)
  const author = know(world, options.author ?? 'alice')
  const baseRef = options.base ?? world.defaultBranch
  const base = world.branches.get(baseRef)
  if (!base) throw new Error(`pull request ${number}: there is no branch ${baseRef}`)
  const commits = options.commits ?? [{ changes: options.changes ?? { 'README.md': `Hello from ${number}\n` } }]
  const shas: string[] = []
  let head = resolveCommit(world, options.from ?? base.sha) ?? ''
  for (const next of commits) {
    head = commit(world, head, { author, ...next })
    shas.push(head)
  }
  const repository = options.fork === undefined ? fullName(world) : options.fork
  const ref = options.branch ?? `change-${number}`
  setHead(world, repository, ref, head)
  const createdAt = options.createdAt ?? tick(world)
  const pull: Pull = {
    id: nextId(world),
    number,
    title: options.title ?? `Change ${number}`,
    body: options.body ?? null,
    author,
    association: options.association ?? 'MEMBER',
    state: options.merged === true ? 'closed' : (options.state ?? 'open'),
    merged: options.merged ?? false,
    draft: options.draft ?? false,
    labels: [...(options.labels ?? [])],
    head: { ref, sha: head, repository },
    base: { ref: baseRef, sha: base.sha },
    mergeCommit: options.mergeCommit,
    changedFiles: options.changedFiles,
    createdAt,
    updatedAt: createdAt,
    reviews: [],
    events: [],
    requestedReviewers: (options.requestedReviewers ?? []).map((login) => know(world, login)),
    requestedTeams: [...(options.requestedTeams ?? [])],
  }
  world.pulls.set(number, pull)
  for (const review of options.reviews ?? []) {
    const at = typeof review.commit === 'number' ? shas[review.commit] : review.commit
    addReview(world, number, { ...review, ...(at === undefined ? {} : { commit: at }) })
  }
  for (const comment of options.comments ?? []) addComment(world, number, comment)
  for (const event of options.events ?? []) addEvent(world, number, event)
  return pull
}

export function pullOf(world: World, number: number): Pull {
  const pull = world.pulls.get(number)
  if (!pull) throw new Error(`this world has no pull request ${number}`)
  return pull
}

export function addReview(world: World, number: number, options: ReviewOptions): Review {
  const pull = pullOf(world, number)
  const review: Review = {
    id: nextId(world),
    user: options.user === null ? null : know(world, options.user),
    state: options.state ?? 'APPROVED',
    commit_id: options.commit === undefined ? pull.head.sha : (options.commit as string | null),
    association: options.association ?? 'MEMBER',
    submittedAt: options.submittedAt ?? tick(world),
    body: options.body ?? '',
  }
  pull.reviews.push(review)
  return review
}

export function addComment(world: World, issue: number, options: CommentOptions): Comment {
  const createdAt = options.createdAt ?? tick(world)
  const comment: Comment = {
    id: nextId(world),
    issue,
    user: know(world, options.user ?? (options.app === undefined ? 'alice' : `${options.app}[bot]`)),
    body: options.body,
    association: options.association ?? (options.app === undefined ? 'MEMBER' : 'NONE'),
    createdAt,
    updatedAt: createdAt,
    app: options.app,
  }
  world.comments.push(comment)
  return comment
}

export function addEvent(world: World, number: number, options: EventOptions): void {
  const pull = pullOf(world, number)
  const { actor = pull.author, created_at = tick(world) } = options
  pull.events.push({ ...options, id: nextId(world), actor: know(world, actor), created_at })
}

export type PushOptions = CommitOptions & {
  /** The pull request whose head moves, or the branch that does. */
  readonly pull?: number
  readonly branch?: string
  /** The new commit takes the head's place, on the base, instead of coming after it. */
  readonly force?: boolean
  readonly changes?: Changes
}

/** The sha of a new commit, on the head of a pull request or on a branch, which moves there. */
export function push(world: World, options: PushOptions): string {
  const { pull: number, branch: name, force = false, ...made } = options
  if (number === undefined) {
    const branch = world.branches.get(name ?? world.defaultBranch)
    if (!branch) throw new Error(`this world has no branch ${name}`)
    branch.sha = commit(world, force ? undefined : branch.sha, made)
    world.pushes.set(fullName(world).toLowerCase(), world.clock)
    return branch.sha
  }
  const pull = pullOf(world, number)
  const base = world.branches.get(pull.base.ref)?.sha ?? pull.base.sha
  const sha = commit(world, force ? base : pull.head.sha, { author: pull.author, ...made })
  if (force) addEvent(world, number, { event: 'head_ref_force_pushed', commit_id: sha })
  pull.head.sha = sha
  pull.base.sha = base
  pull.updatedAt = tick(world)
  setHead(world, pull.head.repository, pull.head.ref, sha)
  return sha
}

function setHead(world: World, repository: string | null, ref: string, sha: string): void {
  if (repository === null) return
  world.pushes.set(repository.toLowerCase(), world.clock)
  if (repository !== fullName(world)) know(world, repository.split('/')[0] as string)
  const fork = world.forks.get(repository) ?? new Map()
  const branches = repository === fullName(world) ? world.branches : fork
  if (branches === fork) world.forks.set(repository, fork)
  branches.set(ref, { sha, protected: branches.get(ref)?.protected ?? false })
}
