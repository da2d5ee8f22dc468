import { parseRule } from '../../../core/approval-rule.js'
import type { ApprovalRule } from '../../../core/approvals.js'
import type { Role } from '../../../core/config.js'
import type { JsonObject } from '../../../core/json.js'
import { type Check, placeIn } from '../facts.js'
import type { Outcome } from '../finding.js'
import { placeOfParameter } from './counters.js'
import { approvalsOf } from './pack-approvals.js'

/** Approvals that nobody can give, or not always. */
export const approvalsUnmeetable: Check = ({ config, samples, requirements = [] }) => {
  const roles = config?.config.policy.roles ?? []
  const ofSteps = (config?.config.steps ?? []).flatMap(({ id, approvals }): readonly Outcome[] => {
    const at = config && placeIn(config, ['steps', id, 'policy', 'approvals'])
    return approvals ? judge(`step ${JSON.stringify(id)}`, approvals, roles).map((one) => ({ ...one, ...at })) : []
  })
  const ofPacks = (config?.config.policy.packs ?? []).flatMap((pack) =>
    approvalsOf(pack).flatMap(({ rule, path }): readonly Outcome[] => {
      const at = config && placeOfParameter(config, pack.name, path)
      return judge(`"${path.join('.')}" of the pack ${pack.name}`, rule, roles).map((one) => ({ ...one, ...at }))
    }),
  )
  const said = new Map<string, Outcome>()
  for (const { query, decision } of samples) {
    const approvals = decision.verdict === 'allow' ? decision.approvals : undefined
    if (!approvals) continue
    const what = `${query.path.replaceAll('/', '.')}, asked about step ${JSON.stringify(query.step)},`
    const found = judge(what, approvals, roles)
    const key = `${query.path} ${JSON.stringify(approvals)}`
    if (found[0] && !said.has(key))
      said.set(key, { input: JSON.parse(JSON.stringify(query.input)) as JsonObject, ...found[0] })
  }
  const names = roles.map(({ name }) => name)
  const compiled = requirements.flatMap(({ by, rule: name, approvals, input }) => {
    const what = `${name === undefined ? '' : `the rule ${JSON.stringify(name)} of `}the policy ${JSON.stringify(by.name)}`
    const at = by.file !== undefined && { path: by.file, line: by.row ?? 1, column: by.col ?? 1 }
    const rule = parseRule(approvals, names)
    return typeof rule === 'string' ? [] : judge(what, rule, roles).map((one) => ({ input, ...one, ...at }))
  })
  return [...ofSteps, ...ofPacks, ...said.values(), ...compiled]
}

type Judged = {
  readonly message: string
  readonly level?: 'notice'
  readonly why?: string
  readonly wayOut?: string
  readonly input?: JsonObject
}

function judge(what: string, rule: ApprovalRule, roles: readonly Role[]): readonly Judged[] {
  const people = peopleOf(rule, roles)
  if (!people) return []
  const asks = `${what} asks for the approval of ${rule.count}`
  if (people.size < rule.count)
    return [{ message: `${asks}, and ${people.size === 0 ? 'nobody' : `${[...people].join(', ')} alone`} may give it` }]
  if (people.size > rule.count) return []
  const [author = ''] = people
  return [
    {
      level: 'notice',
      message: `${asks}, and whoever of ${[...people].join(', ')} opens the pull request may not approve it`,
      why: 'nobody approves what they have written: with exactly as many people as are asked for, their own pull requests never pass',
      wayOut: 'name one more person, a role or a team',
      input: { pullRequest: { author } },
    },
  ]
}

/** Everybody who may approve, where nobody else ever can; undefined where teams or associations say who. */
function peopleOf(
  { roles: names, teams, users }: ApprovalRule,
  roles: readonly Role[],
): ReadonlySet<string> | undefined {
  if (teams.length > 0) return undefined
  const named = names.map((name) => roles.find((role) => role.name === name))
  const isOpen = named.some(
    (role) =>
      !role || (!role.neverApplies && role.associations.length + role.teams.length + role.permissions.length > 0),
  )
  if (isOpen) return undefined
  const all = [...users, ...named.flatMap((role) => (role && !role.neverApplies ? role.users : []))]
  return new Set(all.map((login) => login.toLowerCase()))
}
