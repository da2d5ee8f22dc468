import type { RawRole } from '../schema.js'
import type { Loosening, Pair } from './tighten.js'

const CRITERIA = ['author_association', 'users', 'teams', 'permission', 'slack_users', 'emails'] as const

/**
 * A role of the parent that more people have than before, or fewer where it is denied. What its own rules make of a role nobody can
 * tell: they are asked with the parent's roles as well.
 */
export function loosensRole({ parent, below, above }: Pair): Loosening | undefined {
  const denied = new Set(Object.values(parent.steps).flatMap(({ policy }) => policy?.deny ?? []))
  for (const [name, before] of Object.entries(below.roles ?? {})) {
    const after = above.roles?.[name] ?? {}
    const wider = widened(before, after)
    const path = ['policy', 'roles', name]
    if (wider !== undefined)
      return {
        path,
        rule: `a role may be narrowed only, and ${wider}`,
        wayOut: 'name no more than it does, or define a role of another name',
      }
    if (widened(after, before) === undefined) continue
    if (denied.has(name))
      return {
        path,
        rule: 'it denies this role, so that whoever no longer has it would be let in',
        wayOut: 'leave the role as it is, and deny another one as well',
      }
  }
  return undefined
}

/** What of the second role the first does not have; undefined where whoever has the second has the first as well. */
function widened(before: RawRole, after: RawRole): string | undefined {
  // A role of a chat's channels is nobody's here, whatever else it names.
  if (isNobodys(after)) return undefined
  if (isNobodys(before)) return 'it named "slack_channels", with which nobody has it in a workflow'
  for (const criterion of CRITERIA) {
    const plain = (text: string) => (criterion === 'users' ? text.toLowerCase() : text)
    const known = new Set((before[criterion] ?? []).map(plain))
    const added = after[criterion]?.find((text) => !known.has(plain(text)))
    if (added !== undefined) return `"${criterion}" did not name ${JSON.stringify(added)}`
  }
  return undefined
}

const isNobodys = ({ slack_channels: channels = [] }: RawRole): boolean => channels.length > 0
