import type { Lookup } from '../../../core/memberships.js'
import type { Facts } from '../facts.js'
import type { Outcome, Place } from '../finding.js'
import { type ConfiguredGate, inputOf, isOn, pullTriggersOf, sayGate } from '../gates.js'
import { levelOf, type Permissions } from '../workflow.js'

type Need = { readonly name: string; readonly level: 'read' | 'write'; readonly why: string; readonly or?: string }

/** What the gate asks of GitHub with this config and these inputs. */
function needsOf(gate: ConfiguredGate): readonly Need[] {
  const reading: readonly Need[] = [
    { name: 'contents', level: 'read', why: 'the config and the policies' },
    ...(pullTriggersOf(gate).length > 0
      ? [{ name: 'pull-requests', level: 'read', why: "the pull request's files and reviews" } as const]
      : []),
    ...((gate.config.policy.usage ?? []).some(({ source }) => source === 'actions')
      ? [{ name: 'actions', level: 'read', why: 'the counters of "policy.usage"' } as const]
      : []),
  ]
  const writing: readonly (readonly [boolean, Need])[] = [
    [inputOf(gate, 'status') !== '', { name: 'statuses', level: 'write', why: 'the input "status"' }],
    [isOn(gate, 'check-run'), { name: 'checks', level: 'write', why: 'the input "check-run"' }],
    [isOn(gate, 'comment'), { name: 'pull-requests', level: 'write', why: 'the input "comment"', or: 'issues' }],
  ]
  return [...reading, ...writing.flatMap(([asked, need]) => (asked ? [need] : []))]
}

/** True where the gate has the job's own token, which knows no teams. */
export const hasJobToken = (gate: ConfiguredGate): boolean =>
  /^(\$\{\{\s*(github\.token|secrets\.GITHUB_TOKEN)\s*\}\})?$/i.test(inputOf(gate, 'github-token'))

export function tokenPermissions({ gates, settings }: Facts): readonly Outcome[] {
  const { repository, defaultPermissions } = settings
  const isPublic = 'known' in repository && repository.known.visibility === 'public'
  return gates.flatMap((gate): readonly Outcome[] => {
    if (!hasJobToken(gate))
      return [
        { notChecked: `what the token that "github-token" gives ${sayGate(gate)} may do: only its issuer can say` },
      ]
    const { permissions, place } = permissionsOf(gate, defaultPermissions)
    if (!('known' in permissions)) {
      return [
        {
          notChecked: `${sayGate(gate)} has no "permissions", and the repository's default is not known: ${permissions.unresolved}`,
        },
      ]
    }
    const { known } = permissions
    return needsOf(gate)
      .filter((need) => !isGiven(known, need))
      .map(({ name, level, why }): Outcome => {
        // What is public can be read without a permission.
        const spared = isPublic && level === 'read'
        const message = `"${name}: ${level}" is missing, which ${why} need${why.startsWith('the input') ? 's' : ''}`
        const wayOut = `add "${name}: ${level}" to "permissions" of job ${JSON.stringify(gate.job.id)}`
        return { level: spared ? 'warning' : 'error', message, place, wayOut }
      })
  })
}

function isGiven(permissions: Permissions, { name, level, or }: Need): boolean {
  return [name, ...(or === undefined ? [] : [or])].some((one) => {
    const given = levelOf(permissions, one)
    return given === 'write' || given === level
  })
}

function permissionsOf(
  { job, workflow, callers }: ConfiguredGate,
  unset: Lookup<'read' | 'write'>,
): { readonly permissions: Lookup<Permissions>; readonly place: Place } {
  if (job.permissions !== undefined)
    return { permissions: { known: job.permissions }, place: job.placeOf('permissions') }
  if (workflow.permissions !== undefined)
    return { permissions: { known: workflow.permissions }, place: workflow.placeOf('permissions') }
  const [caller] = callers
  const called = caller?.job.permissions ?? caller?.workflow.permissions
  if (called !== undefined) return { permissions: { known: called }, place: caller?.job.place ?? job.place }
  if (!('known' in unset)) return { permissions: unset, place: job.place }
  // The restricted default reads contents and packages (docs.github.com: permissions for the GITHUB_TOKEN).
  const known: Permissions = unset.known === 'write' ? 'write-all' : { contents: 'read', packages: 'read' }
  return { permissions: { known }, place: job.place }
}

export function teamsWithoutAppToken({ gates }: Facts): readonly Outcome[] {
  return gates.flatMap((gate): readonly Outcome[] => {
    if (!hasJobToken(gate) || gate.config.policy.engine === 'disabled') return []
    const { config } = gate
    const say = (what: string, path: readonly string[]): Outcome => ({
      level: 'error',
      message: `${what} names teams, and ${sayGate(gate)} has GITHUB_TOKEN alone, which cannot read them`,
      place: { path: config.path, ...config.locate(path, 'key') },
    })
    const roles = config.policy.roles.filter((role) => role.teams.length > 0 && !role.neverApplies)
    const steps = config.steps.filter((step) => (step.approvals?.teams ?? []).length > 0)
    return [
      ...roles.map((role) => say(`role ${JSON.stringify(role.name)}`, ['policy', 'roles', role.name, 'teams'])),
      ...steps.map((step) =>
        say(`"approvals" of step ${JSON.stringify(step.id)}`, [
          config.stepsKey,
          step.id,
          'policy',
          'approvals',
          'teams',
        ]),
      ),
    ]
  })
}
