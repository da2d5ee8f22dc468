import type { Module } from '../policies.js'
import { isGenerated } from './asked.js'
import type { SecurityPolicy } from './policy.js'
import { mayBeUndecided } from './write-scope.js'

const has = ({ rules }: SecurityPolicy, effect: string): boolean => rules.some((rule) => rule.effect === effect)

// A key that no answer of the policy has is no reference for OPA's compiler.
const deniesOf = (policy: SecurityPolicy): boolean => has(policy, 'deny') || has(policy, 'allow')
const undecidedOf = (policy: SecurityPolicy): boolean =>
  policy.rules.some(({ effect }) => effect !== 'allow') || mayBeUndecided(policy)

const NOBODY = 'no policy in YAML that applies here has a rule that allows it'
const HEAD = '# made from the policies in YAML: there is no Rego that answers beside them'

/**
 * The module that answers a scope where nobody has written Rego: allowed is what a policy that applies allows, and what none
 * that is enforced denies or cannot decide. Where no policy applies, nothing is answered. Whoever knows no more than `allowed`
 * is closed by what is not decided; `undecided` says that nothing else stands against it.
 */
export function combine(policies: readonly SecurityPolicy[], packageName: string, rule: string): string {
  const answerOf = ({ id }: SecurityPolicy) => `data.stepgate.policies.${id}.answer`
  const speaking = policies.filter(({ level }) => level !== 'audit')
  const enforced = policies.filter(({ level }) => level === 'hard' || level === 'soft')
  const open = enforced.filter((policy) => has(policy, 'allow') && mayBeUndecided(policy))
  const collect = (name: string, of: readonly SecurityPolicy[], key: string) => [
    ...of.map((policy) => `${name} contains finding.message if {\n\tsome finding in ${answerOf(policy)}.${key}\n}`),
    // Where there are none, their names are to be known all the same.
    ...(of.length === 0 ? [`${name} contains "" if false`] : []),
  ]
  const either = (name: string, bodies: readonly string[]) =>
    (bodies.length === 0 ? ['false'] : bodies).map((body) => `${name} if ${body}`)
  const rules = [
    ...either('applies', speaking.map(answerOf)),
    ...either(
      'allowing',
      speaking.filter((policy) => has(policy, 'allow')).map((policy) => `${answerOf(policy)}.allow == true`),
    ),
    // Where nobody knows whether a policy applies, its rules that allow may hold.
    ...open.map((policy) => `said_${policy.id} if is_boolean(${answerOf(policy)}.allow)`),
    ...either('maybe', [
      'allowing',
      ...open.map((policy) => `{\n\tcount(${answerOf(policy)}.unknown) > 0\n\tnot said_${policy.id}\n}`),
    ]),
    ...collect('denied', enforced.filter(deniesOf), 'deny'),
    ...collect('undecided', enforced.filter(undecidedOf), 'unknown'),
    `${rule} := {"allowed": true} if {\n\tapplies\n\tallowing\n\tcount(denied | undecided) == 0\n}`,
    `${rule} := {"allowed": false, "reasons": denied | undecided} if {\n\tapplies\n\tcount(denied) > 0\n}`,
    `${rule} := {"allowed": false, "reasons": undecided, "undecided": true} if {\n\tapplies\n\tmaybe\n\tcount(denied) == 0\n\tcount(undecided) > 0\n}`,
    `${rule} := {"allowed": false, "reason": ${JSON.stringify(NOBODY)}} if {\n\tapplies\n\tnot maybe\n\tcount(denied) == 0\n}`,
  ]
  return `${HEAD}\npackage ${packageName}\n\n${rules.join('\n\n')}\n`
}

/** Whether all of these modules were made from policies in YAML: then nobody else can have written what they answer. */
export const isMadeOfYaml = (modules: readonly Module[]): boolean =>
  modules.every((module) => isGenerated(module) || module.text.startsWith(`${HEAD}\n`))
