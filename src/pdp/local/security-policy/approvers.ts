import { closest, distance } from 'fastest-levenshtein'
import type { SecurityPolicy } from './policy.js'
import type { Place } from './tree.js'

/** What is wrong with the roles that may approve, each at its place: one that nobody can have would never approve. */
export const findUnknownRoles = (
  { rules }: Pick<SecurityPolicy, 'rules'>,
  known: readonly string[],
): readonly { readonly at: Place; readonly message: string }[] =>
  rules
    .flatMap(({ approvers = [] }) => approvers)
    .filter(({ role }) => !known.includes(role))
    .map(({ role, at }) => ({ at, message: sayUnknown(role, known) }))

function sayUnknown(role: string, known: readonly string[]): string {
  const nearest = known.length === 0 ? '' : closest(role, known)
  // Two letters that changed places count as two.
  const isNear = nearest !== '' && distance(role.toLowerCase(), nearest.toLowerCase()) <= 2
  const way = isNear ? `did you mean ${JSON.stringify(nearest)}?` : 'define it under "policy.roles"'
  return `"approvals.roles" names the role ${JSON.stringify(role)}, which is not defined; ${way}`
}
