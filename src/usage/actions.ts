import type { ActionsCounter } from '../core/usage.js'
import { type Found, highestOf, type NotFound, notFound, type UsagePorts, type UsageSubject } from './ports.js'

/** How often this workflow has run in the window; throws what the port throws. */
export async function readActions(
  counter: ActionsCounter,
  { countRuns }: UsagePorts,
  about: UsageSubject,
): Promise<Found | NotFound> {
  const { workflow: path = '', run, now, signal } = about
  const workflow = path.split('/').at(-1)
  if (!countRuns)
    return notFound(
      'ERR_USAGE_UNAVAILABLE',
      'runs are counted through the API, which was not asked; give "github-token"',
    )
  if (workflow === undefined || !/\.ya?ml$/.test(workflow))
    return notFound(
      'ERR_USAGE_UNAVAILABLE',
      'the file of this workflow is not in this repository, or not known (GITHUB_WORKFLOW_REF); use a counter of another source',
    )
  const { window, by, count, event, status } = counter
  const since = now - window.ms
  if (since < 0) return notFound('ERR_USAGE_UNAVAILABLE', 'its window begins before 1970; set the clock')
  const query = {
    workflow,
    since,
    until: now,
    count,
    ...(event !== undefined && { event }),
    ...(status !== undefined && { status }),
    ...(run && { own: run }),
  }
  const at = new Date(now).toISOString()
  const asFound = (value: number): Found | NotFound =>
    Number.isSafeInteger(value) && value >= 0
      ? { value, at }
      : notFound('ERR_USAGE_VALUE', `GitHub's count is no number from 0 up: ${value}`)
  if (by === 'everybody') return asFound(await countRuns(query, signal))
  return highestOf(about.actors, async (actor) => asFound(await countRuns({ ...query, actor }, signal)))
}
