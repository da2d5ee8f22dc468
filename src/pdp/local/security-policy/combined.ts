import type { SecurityPolicy } from './policy.js'
import { mayBeUndecided } from './write-scope.js'

// A key that no answer of the policy has is no reference for OPA's compiler.
const keysOf = ({ rules, scope }: SecurityPolicy): readonly string[] => [
  ...(rules.some(({ effect }) => effect === 'deny' || effect === 'allow') ? ['deny'] : []),
  ...(rules.some(({ effect }) => effect !== 'allow') || mayBeUndecided({ scope }) ? ['unknown'] : []),
]

const NOBODY = 'no policy in YAML that applies here has a rule that allows it'

/**
 * The module that answers a scope where nobody has written Rego: allowed is what a policy that applies allows, and what none
 * that is enforced denies or cannot decide. Where no policy applies, nothing is answered.
 */
export function combine(policies: readonly SecurityPolicy[], packageName: string, rule: string): string {
  const answerOf = ({ id }: SecurityPolicy) => `data.stepgate.policies.${id}.answer`
  const speaking = policies.filter(({ level }) => level !== 'audit')
  const enforced = policies.filter(({ level }) => level === 'hard' || level === 'soft')
  const allowing = speaking
    .filter(({ rules: all }) => all.some(({ effect }) => effect === 'allow'))
    .map((policy) => `allowing if ${answerOf(policy)}.allow == true`)
  const reasons = enforced.flatMap((policy) =>
    keysOf(policy).map(
      (key) => `reasons contains finding.message if {\n\tsome finding in ${answerOf(policy)}.${key}\n}`,
    ),
  )
  const rules = [
    ...speaking.map((policy) => `applies if ${answerOf(policy)}`),
    ...allowing,
    ...reasons,
    // Where there are none, their names are to be known all the same.
    ...(speaking.length === 0 ? ['applies if false'] : []),
    ...(allowing.length === 0 ? ['allowing if false'] : []),
    ...(reasons.length === 0 ? ['reasons contains "" if false'] : []),
    `${rule} := {"allowed": true} if {\n\tapplies\n\tallowing\n\tcount(reasons) == 0\n}`,
    `${rule} := {"allowed": false, "reasons": reasons} if {\n\tapplies\n\tcount(reasons) > 0\n}`,
    `${rule} := {"allowed": false, "reason": ${JSON.stringify(NOBODY)}} if {\n\tapplies\n\tnot allowing\n\tcount(reasons) == 0\n}`,
  ]
  const head = '# made from the policies in YAML: there is no Rego that answers beside them'
  return `${head}\npackage ${packageName}\n\n${rules.join('\n\n')}\n`
}
