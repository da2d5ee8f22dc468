import type { Environment } from '../../action/shell.js'
import { own } from '../../core/json.js'
import type { NamedEvent } from './event.js'

// What of a runner's environment says which run this is (docs.github.com: variables, default environment variables).
const OF_ONE_RUN = [
  ...['GITHUB_REPOSITORY', 'GITHUB_SHA', 'GITHUB_REF', 'GITHUB_ACTOR', 'GITHUB_TRIGGERING_ACTOR', 'GITHUB_RUN_ATTEMPT'],
  ...['GITHUB_RUN_ID', 'GITHUB_JOB', 'GITHUB_WORKFLOW', 'GITHUB_WORKFLOW_REF', 'GITHUB_HEAD_REF', 'GITHUB_BASE_REF'],
]

/**
 * The environment that a runner would give this event. In a workflow, what is said there of its own run is no part of another
 * event; on somebody's machine it was set for this call.
 */
export function runnerEnvironment(env: Environment, event: NamedEvent, isOwn: boolean): Environment {
  const foreign = !isOwn && Boolean(env.GITHUB_ACTIONS)
  const given = Object.entries(env).filter(
    ([name, value]) => value !== undefined && value !== '' && !(foreign && OF_ONE_RUN.includes(name)),
  )
  return { ...variablesOf(event), ...Object.fromEntries(given), GITHUB_EVENT_NAME: event.name }
}

/** What the event itself says of the run that it would start. */
function variablesOf({ payload }: NamedEvent): Environment {
  const repository = own(payload, 'repository')
  const pull = own(payload, 'pull_request')
  const group = own(payload, 'merge_group')
  const number = own(pull, 'number')
  return {
    GITHUB_REPOSITORY: text(own(repository, 'full_name')),
    GITHUB_ACTOR: text(own(own(payload, 'sender'), 'login')),
    GITHUB_SHA: text(own(pull, 'merge_commit_sha')) ?? text(own(payload, 'after')) ?? text(own(group, 'head_sha')),
    GITHUB_REF:
      text(own(payload, 'ref')) ??
      text(own(group, 'head_ref')) ??
      (typeof number === 'number' ? `refs/pull/${number}/merge` : undefined),
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
