import { clip, count, toLine } from '../../../core/text.js'
import { renderTrouble } from '../../failure.js'
import { mark, paint, type Style, type Terminal } from '../../terminal.js'
import type { Answer, Answered, Finding, Level } from '../finding.js'

const COLOURS: Readonly<Record<Level, Style>> = { error: 'red', warning: 'yellow', notice: 'blue' }
const MAX_INPUT = 1200

/** The findings for people, each with its line of the file, and a summary of what was looked at and what was not. */
export function renderPretty(answered: Answered, texts: ReadonlyMap<string, string>, terminal: Terminal): string {
  const { findings, answers, notChecked } = answered
  const all = new Map([...answered.yaml, ...texts])
  const blocks = findings.map((finding) => renderFinding(finding, all, terminal))
  const asked = answers.map((answer) => sayAnswer(answer, terminal))
  const open = sayNotChecked(notChecked).map((line) => `${paint(terminal, 'yellow', 'not checked')}: ${line}`)
  return [
    ...blocks.flatMap((block) => [...block, '']),
    ...asked,
    ...(asked.length > 0 ? [''] : []),
    ...open,
    ...(findings.length === 0 ? [sayChecked(answered, terminal)] : []),
    summarize(answered),
  ].join('\n')
}

/** What was not looked for, one line for each reason. */
export function sayNotChecked(notChecked: Answered['notChecked']): readonly string[] {
  const reasons = new Map<string, string[]>()
  for (const { rule, why } of notChecked) reasons.set(why, [...(reasons.get(why) ?? []), rule])
  return [...reasons].map(([why, rules]) => `${rules.join(', ')} (${toLine(why)})`)
}

function renderFinding(finding: Finding, texts: ReadonlyMap<string, string>, terminal: Terminal): readonly string[] {
  const { level, rule, path, why, wayOut, input } = finding
  const text = path === undefined ? undefined : texts.get(path)
  const lines = renderTrouble(paint(terminal, COLOURS[level], level), { ...finding, code: rule }, text, terminal)
  const say = (name: string, what: string) => `  ${paint(terminal, 'cyan', name)}: ${toLine(what)}`
  return [
    ...lines,
    ...(input === undefined ? [] : [say('input', clip(JSON.stringify(input), MAX_INPUT))]),
    say('why', why),
    say('way out', wayOut),
  ]
}

const VERDICTS = {
  allow: ['✔', 'green'],
  deny: ['✘', 'red'],
  'not-applicable': ['·', 'dim'],
  indeterminate: ['✘', 'red'],
} as const

function sayAnswer({ path, about, verdict, because }: Answer, terminal: Terminal): string {
  const [sign, style] = VERDICTS[verdict]
  const said = because.length === 0 ? '' : `: ${because.join('; ')}`
  return `${paint(terminal, style, mark(terminal, sign))} ${toLine(`${path.replaceAll('/', '.')} (${about}) ${verdict}${said}`)}`
}

function sayChecked({ files, entrypoints, asked, notChecked, checked }: Answered, terminal: Terminal): string {
  const what = [
    ...(files.some((path) => path.endsWith('.rego')) ? ['syntax'] : []),
    ...(entrypoints.length > 0
      ? [`WebAssembly with ${entrypoints.map((path) => path.replaceAll('/', '.')).join(', ')}`]
      : []),
    ...(asked > 0 ? [`${count(asked, 'question')} answered`] : []),
    `${count(checked.length, 'rule')} of ${checked.length + new Set(notChecked.map(({ rule }) => rule)).size} looked for`,
  ]
  return `${paint(terminal, 'green', mark(terminal, '✔'))} checked: ${what.join('; ')}`
}

/** `12 files, 3 entrypoints, 2 errors, 1 warning`. */
export function summarize({ files, entrypoints, findings, ignored }: Answered): string {
  const of = (level: Level) => findings.filter((finding) => finding.level === level).length
  return [
    count(files.length, 'file'),
    count(entrypoints.length, 'entrypoint'),
    count(of('error'), 'error'),
    count(of('warning'), 'warning'),
    ...(of('notice') > 0 ? [count(of('notice'), 'notice')] : []),
    ...(ignored > 0 ? [`${ignored} ignored`] : []),
  ].join(', ')
}
