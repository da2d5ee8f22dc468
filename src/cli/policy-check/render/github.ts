import { toLine, toLogLine } from '../../../core/text.js'
import type { Answered, Finding } from '../finding.js'
import { sayNotChecked, summarize } from './pretty.js'

/** Workflow commands that GitHub shows at the lines (docs.github.com: workflow commands), and the summary. */
export const renderGithub = (answered: Answered): string =>
  [
    ...answered.findings.map(renderCommand),
    ...sayNotChecked(answered.notChecked).map((line) => toLogLine(`not checked: ${line}`)),
    toLogLine(summarize(answered)),
  ].join('\n')

function renderCommand({ level, rule, message, why, wayOut, path, line, column, endColumn }: Finding): string {
  const properties = [
    ...(path === undefined ? [] : [['file', path]]),
    ...(line === undefined ? [] : [['line', String(line)]]),
    ...(column === undefined ? [] : [['col', String(column)]]),
    ...(endColumn === undefined ? [] : [['endColumn', String(endColumn)]]),
    ['title', rule],
  ].map(([name, value = '']) => `${name}=${escapeProperty(toLine(value))}`)
  const text = [message, `why: ${why}`, `way out: ${wayOut}`].map((part) => clean(part)).join('\n')
  return `::${level} ${properties.join(',')}::${escapeData(text)}`
}

// The runner finds its older commands anywhere in a line.
const clean = (text: string): string => toLine(text).replaceAll('##[', '##\u200b[')

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
