import { literal, type ModuleWriter } from './module-writer.js'
import type { PolicyRule, SecurityPolicy, Selector, Word } from './policy.js'

/** What the gate never has: that a policy is not about it cannot be told. */
const NEVER_THERE: Word = 'data'

/** Whether its scope names a part that the gate never has. */
export const namesNever = ({ scope }: Pick<SecurityPolicy, 'scope'>): boolean =>
  scope.some(({ word }) => word === NEVER_THERE)

/** Whether there are inputs of which nobody can tell whether this policy applies to them. */
export const mayBeUndecided = ({ scope }: Pick<SecurityPolicy, 'scope'>): boolean =>
  namesNever({ scope }) || scope.some(({ selectors }) => selectors.length > 0)

const AGENT = 'about_agent'

/** The name of the rule that holds where what is asked is about this part, whether or not the gate knows more of it. */
export const about = (out: ModuleWriter, word: Word): string =>
  word === 'agent' ? AGENT : out.present(`input.${word}`)

/** Adds what `about` needs: a step that names an agent is about one, with a profile or without. */
export function writeAbout(out: ModuleWriter, { scope, rules }: Pick<SecurityPolicy, 'scope' | 'rules'>): void {
  const isAgent = ({ word }: Pick<PolicyRule, 'word'>) => word === 'agent'
  if (!scope.some(isAgent) && !rules.some(isAgent)) return
  for (const part of ['input.agent', 'input.check.agent']) out.rule(AGENT, [out.present(part)])
}

/**
 * Adds `inside`, which holds where the policy applies, and `outside`, which holds where it surely does not. Of each part of the
 * input that is there and that the scope names, one of the entries about it has to match. With a part that the gate never has, it
 * is outside only where another part does not match.
 */
export function writeScope(out: ModuleWriter, { scope }: Pick<SecurityPolicy, 'scope'>): void {
  if (scope.length === 0) {
    out.rule('inside := true')
    return
  }
  out.comment('what the policy is about')
  const words = [...new Set(scope.map(({ word }) => word))]
  const checks = words.map((word) => {
    const has = about(out, word)
    const entries = scope.filter((entry) => entry.word === word)
    // An entry without selectors takes whatever is there.
    if (entries.some(({ selectors }) => selectors.length === 0)) return { has, matches: undefined }
    const names = entries.map(({ selectors }, i) => writeEntry(out, `scope_${word}_${i + 1}`, word, selectors))
    return { has, matches: out.any(`scope_${word}`, names) }
  })
  const isNever = namesNever({ scope })
  if (isNever) for (const { has } of checks) out.rule('somewhere', [has])
  else
    out.rule(
      'outside',
      checks.map(({ has }) => `not ${has}`),
    )
  for (const [i, { has, matches }] of checks.entries()) {
    if (matches !== undefined) out.rule('outside', [has, `${matches} == false`])
    out.rule(`within_${i + 1}`, [`not ${has}`])
    out.rule(`within_${i + 1}`, matches === undefined ? [has] : [`${matches} == true`])
  }
  const within = checks.map((_, i) => `within_${i + 1}`)
  // Where nothing surely is outside, its name is to be known all the same.
  if (isNever) out.rule('outside', ['false'])
  out.rule('inside', ['not outside', ...within, ...(isNever ? ['somewhere'] : [])])
}

/** Adds the answer where nobody can tell whether the policy applies; `say` makes a finding of why. */
export function writeUndecided(
  out: ModuleWriter,
  { name, scope }: Pick<SecurityPolicy, 'name' | 'scope'>,
  say: (message: string) => string,
): void {
  if (!mayBeUndecided({ scope })) return
  const why = `whether the policy ${JSON.stringify(name)} applies cannot be decided`
  const missing = say(`${why}: a fact that its scope selects by is missing`)
  const undecided = ['not inside', 'not outside']
  if (!namesNever({ scope })) {
    out.rule(`answer := {"unknown": [${missing}]}`, undecided)
    return
  }
  const never = say(`${why}: its scope names input.${NEVER_THERE}, which is missing`)
  const unfilled = `not ${out.present(`input.${NEVER_THERE}`)}`
  out.rule(`unknown contains ${never}`, [unfilled])
  out.rule(`undecided contains ${never}`, [unfilled])
  out.rule(`undecided contains ${missing}`, ['somewhere'])
  out.rule('answer := {"unknown": undecided}', undecided)
}

function writeEntry(out: ModuleWriter, name: string, word: Word, selectors: readonly Selector[]): string {
  const names = selectors.map(({ key, values }, i) => {
    const one = `${name}_${i + 1}`
    const fact = `input.${word}[${literal(key)}]`
    out.rule(`${one}_found`, [`${fact} in ${literal(values)}`])
    out.rule(`${one}_found`, [`is_array(${fact})`, `some item in ${fact}`, `item in ${literal(values)}`])
    out.rule(`${one} := true`, [`${one}_found`])
    out.rule(`${one} := false`, [`fact := ${fact}`, 'not is_null(fact)', 'not is_object(fact)', `not ${one}_found`])
    return one
  })
  return out.all(name, names)
}
