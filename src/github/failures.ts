import { GitHubError } from '../core/errors.js'
import { needOf, permissionHint } from './permissions.js'
import { type Failure, limitOf } from './retry.js'
import type { Route } from './route.js'

/** A request as its errors name it: the template, and the path that was filled in. */
export type Asked = { readonly route: Route; readonly path: string }

/** How it ended: what came of the last attempt, how many were made, and the wait that there was no time for. */
export type End = {
  readonly failure: Failure
  readonly retries: number
  readonly host: string
  readonly tooLong?: number
}

const MAX_SHOWN = 300

/** What GitHub did not give us, with the way out. */
export function failed(asked: Asked, { failure, retries, host, tooLong }: End): GitHubError {
  const tail = (retries > 0 ? `, ${retries + 1} times` : '') + noTime(tooLong)
  switch (failure.kind) {
    case 'network': {
      const hint = failure.passing
        ? `check that the runner reaches ${host}; behind a proxy set HTTPS_PROXY`
        : `check the address ${host}, the proxy, and that Node trusts its certificate (NODE_EXTRA_CA_CERTS)`
      const { cause } = failure
      return error('ERR_GITHUB_UNREACHABLE', asked, `${host} could not be reached: ${clip(failure.message)}${tail}`, {
        hint,
        cause,
      })
    }
    case 'timeout':
      return error('ERR_GITHUB_UNREACHABLE', asked, `${host} did not answer within ${seconds(failure.ms)}${tail}`, {
        hint: `check that the runner reaches ${host}; behind a proxy set HTTPS_PROXY`,
      })
    case 'broken': {
      const { status, message, cause } = failure
      return error('ERR_GITHUB_ANSWER', asked, `the answer cannot be used: ${message}${tail}`, { status, cause })
    }
    case 'status':
      return refusal(asked, failure, tail)
  }
}

function refusal(asked: Asked, failure: Failure & { readonly kind: 'status' }, tail: string): GitHubError {
  const { status } = failure
  const said = `GitHub answered ${status}${failure.message === '' ? '' : ` (${clip(failure.message)})`}${tail}`
  if (limitOf(failure)) {
    const hint =
      'wait until the limit is lifted, or give "github-token" a GitHub App token, which has a limit of its own'
    return error('ERR_GITHUB_RATE_LIMIT', asked, `the rate limit is used up: ${said}`, { status, hint })
  }
  const permission = permissionHint(asked.route)
  const hint = permission === undefined ? {} : { hint: permission }
  switch (status) {
    case 401:
      return error('ERR_GITHUB_UNAUTHORIZED', asked, said, {
        status,
        hint: 'give "github-token" a token that is valid for this server and not expired',
      })
    case 403:
      return error('ERR_GITHUB_FORBIDDEN', asked, said, { status, ...hint })
    case 404:
    case 410:
      return error('ERR_GITHUB_NOT_FOUND', asked, said, {
        status,
        ...(permission !== undefined && { hint: `if it is there, the token may not see it: ${permission}` }),
      })
  }
  if (status >= 500) {
    const way = 'try again later; https://www.githubstatus.com tells of outages'
    return error('ERR_GITHUB_UNAVAILABLE', asked, said, { status, hint: way })
  }
  return error(status >= 400 ? 'ERR_GITHUB_REQUEST' : 'ERR_GITHUB_ANSWER', asked, said, { status })
}

/** An answer that is not what GitHub's description of its API says. */
export const notAsDescribed = (asked: Asked, status: number, why: string, cause?: unknown): GitHubError =>
  error('ERR_GITHUB_ANSWER', asked, `the answer is not what GitHub's API describes: ${clip(why)}`, { status, cause })

/** The run's time for GitHub is used up, or the run was ended. */
export function outOfTime(asked: Asked, budgetMs: number, signal: AbortSignal): GitHubError {
  if (signal.aborted) return error('ERR_GITHUB_TIMEOUT', asked, 'the run was ended', { cause: signal.reason })
  const why = `the ${seconds(budgetMs)} that a run has for GitHub are used up`
  return error('ERR_GITHUB_TIMEOUT', asked, why, { hint: 'give "run-timeout" more time' })
}

/** What was asked could not be sent at all. */
export const unsendable = (code: string, asked: Asked, why: string, hint: string): GitHubError =>
  error(code, asked, why, { hint })

type Facts = { readonly status?: number; readonly hint?: string; readonly cause?: unknown }

const VERBS = { GET: 'read', POST: 'written', PATCH: 'changed', PUT: 'written', DELETE: 'deleted' } as const

function error(code: string, { route, path }: Asked, why: string, facts: Facts): GitHubError {
  const method = route.split(' ')[0] as keyof typeof VERBS
  const shown = path.length > MAX_SHOWN ? `${path.slice(0, MAX_SHOWN)}…` : path
  return new GitHubError(
    code,
    `${needOf(route).what} could not be ${VERBS[method]} (${method} ${shown}): ${why}`,
    facts,
  )
}

// The texts of a server and of a system are shown on one line.
function clip(text: string): string {
  const line = text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim()
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line
}

const seconds = (ms: number): string => `${Math.ceil(ms / 100) / 10} s`

const noTime = (ms: number | undefined): string =>
  ms === undefined ? '' : `; the next attempt may be made in ${seconds(ms)}, and less than that is left of the run`
