import { literal, type ModuleWriter } from './module-writer.js'
import type { SecurityPolicy, Selector, Word } from './policy.js'

/**
 * Adds `inside`, which holds where the policy applies, and `outside`, which holds where it surely does not. Of each part of the
 * input that is there and that the scope names, one of the entries about it has to match.
 */
export function writeScope(out: ModuleWriter, { scope }: Pick<SecurityPolicy, 'scope'>): void {
  if (scope.length === 0) {
    out.rule('inside := true')
    return
  }
  out.comment('what the policy is about')
  const words = [...new Set(scope.map(({ word }) => word))]
  const checks = words.map((word) => {
    const has = out.present(`input.${word}`)
    const entries = scope.filter((entry) => entry.word === word)
    // An entry without selectors takes whatever is there.
    if (entries.some(({ selectors }) => selectors.length === 0)) return { has, matches: undefined }
    const names = entries.map(({ selectors }, i) => writeEntry(out, `scope_${word}_${i + 1}`, word, selectors))
    return { has, matches: out.any(`scope_${word}`, names) }
  })
  out.rule(
    'outside',
    checks.map(({ has }) => `not ${has}`),
  )
  for (const [i, { has, matches }] of checks.entries()) {
    if (matches !== undefined) out.rule('outside', [has, `${matches} == false`])
    out.rule(`within_${i + 1}`, [`not ${has}`])
    out.rule(`within_${i + 1}`, matches === undefined ? [has] : [`${matches} == true`])
  }
  out.rule('inside', ['not outside', ...checks.map((_, i) => `within_${i + 1}`)])
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
