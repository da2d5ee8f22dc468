import type { ApprovalRule } from '../../../core/approvals.js'
import { assess } from '../../../core/assess.js'
import type { Role } from '../../../core/config.js'
import { personKey } from '../../../core/memberships.js'
import { isBot } from '../../../core/reviewers.js'
import { count } from '../../../core/text.js'
import type { Facts, Settings } from '../facts.js'
import type { Outcome } from '../finding.js'
import { inputOf, type LocatedConfig, pullTriggersOf, sayGate } from '../gates.js'

export function approvalsNobodyCanGive({ configs, settings }: Facts): readonly Outcome[] {
  return configs.flatMap((config) =>
    config.steps.flatMap(({ id, approvals: rule }): readonly Outcome[] => {
      if (!rule) return []
      const { people, groups } = couldApprove(rule, config, settings)
      const place = { path: config.path, ...config.locate([config.stepsKey, id, 'policy', 'approvals'], 'key') }
      const names = people.length === 0 ? 'nobody' : people.join(', ')
      const asked = `step ${JSON.stringify(id)} needs ${count(rule.count, 'approval')}`
      if (groups.length > 0)
        return unlistedOf(rule, config, settings).map((why) => ({ notChecked: `${asked}: ${why}` }))
      if (people.length < rule.count)
        return [{ level: 'error', message: `${asked}, and ${names} could give one`, place }]
      if (people.length > rule.count) return []
      const message = `${asked}, and only ${names} could give one: a pull request of theirs waits for ever`
      return [{ level: 'warning', message, place }]
    }),
  )
}

/** Whoever could approve, as the gate itself will see it on a pull request without reviews. */
function couldApprove(rule: ApprovalRule, config: LocatedConfig, { repository, members }: Settings) {
  const soleOwner = 'known' in repository && repository.known.ownedBy === 'person' ? repository.known.owner : undefined
  const { could } = assess(rule, {
    kind: 'known',
    reviewers: [],
    involved: new Map(),
    members,
    roles: config.policy.roles,
    ...(soleOwner !== undefined && { soleOwner }),
  })
  const people = new Map(could.people.filter((login) => !isBot({ login })).map((login) => [personKey(login), login]))
  return { people: [...people.values()], groups: could.groups }
}

/** Why the people behind this rule could not be counted, where looking would have helped: nobody lists who is a MEMBER. */
function unlistedOf(rule: ApprovalRule, config: LocatedConfig, { members, repository }: Settings): readonly string[] {
  const roles = config.policy.roles.filter((role) => rule.roles.includes(role.name) && !role.neverApplies)
  const beyondCount = ({ associations, permissions }: Role) =>
    permissions.length > 0 || associations.some((word) => word !== 'OWNER')
  if (roles.some(beyondCount)) return []
  const teams = [...rule.teams, ...roles.flatMap((role) => role.teams)]
  const reasons = teams.flatMap((team) => {
    const found = members.get(team)
    if (found && 'known' in found) return []
    return [`who is in the team ${team} is not known: ${found?.unresolved ?? unknown(repository)}`]
  })
  if (!('known' in repository) && roles.some((role) => role.associations.includes('OWNER')))
    reasons.push(`who owns the repository is not known: ${repository.unresolved}`)
  return reasons
}

const unknown = (lookup: Settings['repository']): string =>
  'known' in lookup ? 'GitHub was not asked' : lookup.unresolved

const needsApprovals = (config: LocatedConfig): boolean => config.steps.some((step) => step.approvals !== undefined)

export function approvalsNotAskedAgain({ gates }: Facts): readonly Outcome[] {
  return gates.flatMap((gate): readonly Outcome[] => {
    if (!needsApprovals(gate.config)) return []
    if (!gate.triggers.has('pull_request') && !gate.triggers.has('pull_request_target')) return []
    // Another workflow may ask the gate about reviews.
    const siblings = gates.filter((other) => other !== gate && other.config === gate.config)
    if (siblings.some((other) => other.triggers.has('pull_request_review'))) return []
    const trigger = gate.triggers.get('pull_request_review')
    const types = trigger?.filters.get('types')
    const missing = ['submitted', 'dismissed'].filter((type) => types && !types.includes(type))
    if (trigger && missing.length === 0) return []
    const what = trigger
      ? `"types" of "pull_request_review" has no ${missing.map((type) => `"${type}"`).join(' and no ')}`
      : '"pull_request_review" is not in "on"'
    const message = `steps of ${gate.config.path} need approvals, and ${what}: ${sayGate(gate)} does not hear of them`
    return [{ level: 'warning', message, place: trigger ? trigger.placeOf('types') : gate.workflow.place }]
  })
}

export function approvalsWithoutStatus({ gates }: Facts): readonly Outcome[] {
  return gates.flatMap((gate): readonly Outcome[] => {
    if (!needsApprovals(gate.config) || !/\bpending\b/.test(inputOf(gate, 'fail-on'))) return []
    if (inputOf(gate, 'status') !== '' || pullTriggersOf(gate).length === 0) return []
    const message = `"fail-on" of ${sayGate(gate)} makes a missing approval red, and no "status" turns it green again`
    return [{ level: 'warning', message, place: gate.step.placeOf('with', 'fail-on') }]
  })
}
