import { didYouMean } from '../../config/diagnostics.js'
import { isRuleId, RULE_IDS } from './catalogue.js'
import type { Finding, NotChecked, Outcome } from './finding.js'

type Ignore = {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly rule: string
  readonly reason: string
}

const COMMENT = /(?:^|\s)#\s*stepgate-ignore:\s*([\w-]*)[ \t]*(.*)$/
// What cannot be loaded is not made better by a comment.
const NEVER: ReadonlySet<string> = new Set(['syntax', 'compile', 'refused-builtin', 'wasm', 'unused-ignore'])

/** The comments of this text that silence findings. */
export function ignoresIn(path: string, text: string): readonly Ignore[] {
  if (!text.includes('stepgate-ignore')) return []
  return text.split(/\r\n|\n|\r/).flatMap((row, i): readonly Ignore[] => {
    const found = COMMENT.exec(row)
    if (!found) return []
    const [, rule = '', reason = ''] = found
    return [{ path, line: i + 1, column: row.indexOf('#', found.index) + 1, rule, reason: reason.trim() }]
  })
}

/** The findings that no comment silences, and what is to be said about the comments. Errors are not silenced. */
export function applyIgnores(
  findings: readonly Finding[],
  ignores: readonly Ignore[],
  notChecked: readonly NotChecked[],
): { readonly kept: readonly Finding[]; readonly ignored: number; readonly unused: readonly Outcome[] } {
  const used = new Set<Ignore>()
  const kept = findings.filter((finding) => {
    if (finding.level === 'error') return true
    const by = ignores.find(
      ({ path, line, rule, reason }) =>
        reason !== '' &&
        !NEVER.has(rule) &&
        rule === finding.rule &&
        path === finding.path &&
        (line === finding.line || line + 1 === finding.line),
    )
    if (by) used.add(by)
    return by === undefined
  })
  const open = new Set<string>(notChecked.map(({ rule }) => rule))
  const unused = ignores
    .filter((ignore) => !used.has(ignore) && !open.has(ignore.rule))
    .map((ignore) => ({ message: sayUnused(ignore), path: ignore.path, line: ignore.line, column: ignore.column }))
  return { kept, ignored: findings.length - kept.length, unused }
}

function sayUnused({ rule, reason }: Ignore): string {
  if (!isRuleId(rule)) return `there is no rule ${JSON.stringify(rule)}${didYouMean(rule, RULE_IDS)}`
  if (NEVER.has(rule)) return `${rule} cannot be silenced`
  if (reason === '') return `this comment silences nothing: the reason behind ${rule} is missing`
  return `this comment silences nothing: ${rule} finds nothing here that is no error`
}
