import { GitHubError } from '../core/errors.js'
import type { Client } from '../github/client.js'
import { createPublisher } from '../github/publish.js'
import type { Io } from '../perform.js'
import type { Environment } from './shell.js'

/** Where this run may write, if it wants to: nothing is opened before something is to be published. */
export function publisherOf(connect: () => Client, token: string, env: Environment): NonNullable<Io['publish']> {
  let publisher: NonNullable<Io['publish']> | undefined
  return async (publication) => {
    if (!publisher) {
      const repository = whereToPublish(token, env)
      publisher = createPublisher(connect(), repository)
    }
    return publisher(publication)
  }
}

/**
 * The repository that the run is one of: never one that the event names, where the two differ. Throws where nothing can be
 * published from here.
 */
export function whereToPublish(token: string, env: Environment): { readonly owner: string; readonly repo: string } {
  if (token === '') throw unavailable('there is no token; give "github-token" one')
  if (!env.GITHUB_API_URL) throw unavailable('GITHUB_API_URL is not set: the action runs in a GitHub workflow')
  const [owner, repo, ...rest] = (env.GITHUB_REPOSITORY ?? '').split('/')
  if (!owner || !repo || rest.length > 0) throw unavailable('GITHUB_REPOSITORY does not name the repository')
  return { owner, repo }
}

const unavailable = (why: string) => new GitHubError('ERR_PUBLISH_UNAVAILABLE', why)

/** Where the log of this run can be read. */
export function readRunUrl(env: Environment): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env
  if (!server || !repository || !id) return undefined
  const url = `${server}/${repository}/actions/runs/${id}`
  // It becomes a link in markdown.
  return /^https?:\/\/[\w.:/-]+$/.test(url) ? url : undefined
}
