import { count, toLogLine } from '../../core/text.js'
import { renderJsonText } from '../json-text.js'
import type { Diagnosis, Finding, Level } from './finding.js'

const LEVELS: readonly Level[] = ['error', 'warning', 'notice']

/** The findings for people, the worst first, and a last line that says how many there are and what was not looked at. */
export function renderText({ findings, notChecked }: Diagnosis): readonly string[] {
  const sorted = LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level))
  const counts = LEVELS.map((level) => ({ level, n: findings.filter((finding) => finding.level === level).length }))
  const said = counts.filter(({ level, n }) => n > 0 || level !== 'notice').map(({ level, n }) => count(n, level))
  // One reason, such as a missing token, may have kept many checks from being made.
  const reasons = new Map<string, string[]>()
  for (const { rule, why } of notChecked) reasons.set(why, [...(reasons.get(why) ?? []), rule])
  const open = new Set(notChecked.map(({ rule }) => rule)).size
  const tail =
    open === 0
      ? 'every check was made'
      : `${count(open, 'check')} ${open === 1 ? 'was' : 'were'} not made or not wholly made: ${[...new Set(notChecked.map(({ rule }) => rule))].join(', ')}`
  return [
    ...sorted.flatMap(renderFinding),
    ...[...reasons].map(([why, rules]) => `not checked  ${rules.join(', ')}: ${why}`),
    `${said.join(', ')}; ${tail}`,
  ].map(toLogLine)
}

function renderFinding({ rule, level, message, place, wayOut }: Finding): readonly string[] {
  const at = place ? `${place.path}:${place.line}:${place.column}  ` : ''
  return [`${level.padEnd(7)}  ${at}${message} (${rule})`, `         way out: ${wayOut}`]
}

/** The same for programs. */
export const renderJson = (diagnosis: Diagnosis): string => renderJsonText(diagnosis)
