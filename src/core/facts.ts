import type { Actor } from './actor.js'

/** What the event says about the pull request; a key is left out where the event does not say it. */
export type PullRequest = {
  readonly number: number
  readonly labels: readonly string[]
  readonly draft?: boolean
  readonly changedFiles?: number
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

/** Everything a run knows about what happened, read from one event. */
export type Facts = {
  readonly event: string
  readonly action?: string
  readonly actor: Actor
  readonly sender?: { readonly login: string; readonly type?: string }
  readonly repository: Repository
  readonly pullRequest?: PullRequest
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
