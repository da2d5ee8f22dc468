import picomatch from 'picomatch'
import type { Facts } from '../facts.js'
import type { Outcome } from '../finding.js'
import { type Gate, pullTriggersOf, sayGate } from '../gates.js'
import { isRequiredWorkflow } from './required.js'

/** Under `pull_request` whoever opens the pull request writes the workflow, unless a ruleset brings it. */
export function plainPullRequest({ gates, settings }: Facts): readonly Outcome[] {
  return gates.flatMap((gate): readonly Outcome[] => {
    const trigger = gate.triggers.get('pull_request')
    if (!trigger || isRequiredWorkflow(gate, settings)) return []
    const message = `${sayGate(gate)} runs on "pull_request": its author can take the gate out of the workflow`
    if ('known' in settings.rules)
      return [{ level: 'error', message: `${message}, and no ruleset requires the workflow`, place: trigger.place }]
    return [
      { level: 'warning', message: `${message}, unless a ruleset requires the workflow`, place: trigger.place },
      { notChecked: `whether a ruleset requires ${gate.workflow.path}: ${settings.rules.unresolved}` },
    ]
  })
}

export function pathFilter({ gates }: Facts): readonly Outcome[] {
  return gates.flatMap((gate) =>
    pullTriggersOf(gate).flatMap((trigger) =>
      ['paths', 'paths-ignore']
        .filter((filter) => trigger.filters.has(filter))
        .map((filter): Outcome => {
          const message = `"${filter}" of "${trigger.event}" keeps the gate from running for some pull requests`
          return { level: 'error', message, place: trigger.placeOf(filter) }
        }),
    ),
  )
}

export function branchFilter({ gates, settings: { repository } }: Facts): readonly Outcome[] {
  return gates.flatMap((gate) =>
    pullTriggersOf(gate).flatMap((trigger): readonly Outcome[] => {
      const filter = ['branches', 'branches-ignore'].find((name) => trigger.filters.has(name))
      if (filter === undefined) return []
      if (!('known' in repository)) {
        const what = `whether "${filter}" of "${trigger.event}" leaves the default branch out`
        return [{ notChecked: `${what}: ${repository.unresolved}` }]
      }
      const { defaultBranch } = repository.known
      const patterns = trigger.filters.get(filter) ?? []
      if (selects(patterns, defaultBranch) === (filter === 'branches')) return []
      const message = `"${filter}" of "${trigger.event}" leaves out the default branch ${JSON.stringify(defaultBranch)}`
      return [{ level: 'error', message, place: trigger.placeOf(filter) }]
    }),
  )
}

/** The last pattern that matches decides (docs.github.com: workflow syntax, filter patterns). */
function selects(patterns: readonly string[], branch: string): boolean {
  let selected = false
  for (const pattern of patterns) {
    const negated = pattern.startsWith('!')
    if (picomatch.isMatch(branch, negated ? pattern.slice(1) : pattern, { dot: true, nonegate: true }))
      selected = !negated
  }
  return selected
}

const NEW_HEAD = ['opened', 'synchronize', 'reopened']

export function eventTypes({ gates }: Facts): readonly Outcome[] {
  return gates.flatMap((gate) =>
    ['pull_request', 'pull_request_target'].flatMap((event): readonly Outcome[] => {
      const trigger = gate.triggers.get(event)
      const types = trigger?.filters.get('types')
      if (!trigger || !types) return []
      const missing = NEW_HEAD.filter((type) => !types.includes(type))
      if (missing.length === 0) return []
      const message = `"types" of "${event}" has no ${missing.map((type) => `"${type}"`).join(' and no ')}: such a head is not judged`
      return [{ level: 'warning', message, place: trigger.placeOf('types') }]
    }),
  )
}

/** True where a run for a fork's pull request has neither secrets nor variables, and may happen. */
export function runsForForks(gate: Gate, { settings: { repository } }: Pick<Facts, 'settings'>): boolean {
  if ('known' in repository && repository.known.visibility === 'private' && repository.known.forks === 'forbidden')
    return false
  return gate.triggers.has('pull_request') || gate.triggers.has('pull_request_review')
}
