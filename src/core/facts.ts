import type { Actor } from './actor.js'

/** A file of a pull request (GitHub REST: list pull requests files). */
export type ChangedFile = {
  readonly path: string
  /** Where the file was before it was renamed. */
  readonly previousPath?: string
  /** `added`, `removed`, `modified`, `renamed`, `copied`, `changed` or `unchanged`. */
  readonly status: string
  readonly additions: number
  readonly deletions: number
}

/** What is known about the pull request; a key is left out where nobody says it. */
export type PullRequest = {
  readonly number: number
  readonly labels: readonly string[]
  readonly draft?: boolean
  readonly changedFiles?: number
  readonly files?: readonly ChangedFile[]
  /** The issues of this repository that it closes, as its title and body say. */
  readonly linkedIssues?: readonly number[]
  readonly author?: string
  readonly headSha?: string
  readonly baseSha?: string
  /** Whether the head lives in another repository; left out where that is not known. */
  readonly fork?: boolean
}

export type Repository = {
  readonly owner: string
  readonly name: string
  readonly branch?: string
  readonly baseBranch?: string
}

export type Account = { readonly login: string; readonly type?: string }

/** Somebody else than the actor on whose behalf the run acts as well: what they may not do, the run may not do. */
export type Other = Account & { readonly as: 'pusher' | 're-runner' }

/** Everything a run knows about what happened, from one event and from what GitHub says of it now. */
export type Facts = {
  readonly event: string
  readonly action?: string
  readonly actor: Actor
  readonly sender?: Account
  /** Who pushed the head and who re-ran the workflow, where that was not the actor. */
  readonly others: readonly Other[]
  readonly repository: Repository
  readonly pullRequest?: PullRequest
  readonly run?: { readonly attempt: number; readonly triggeringActor?: string }
  /** The commit that is judged: the head of the pull request, not GITHUB_SHA, which is the merge commit there. */
  readonly sha?: string
  /** Names of facts that a policy may rely on and that could not be found out. */
  readonly incomplete: readonly string[]
}

/** True unless the run is known to be one that can have secrets: forks' and Dependabot's runs never get them. */
export function runsWithoutSecrets(facts: Facts): boolean {
  const dependabot = [facts.actor.login, facts.sender?.login, facts.pullRequest?.author].some(
    (login) => login?.toLowerCase() === 'dependabot[bot]',
  )
  return dependabot || (facts.pullRequest !== undefined && facts.pullRequest.fork !== false)
}
