import { clip, count, toLine } from '../../../core/text.js'
import { renderFrame } from '../../frame.js'
import { mark, paint, type Style, type Terminal } from '../../terminal.js'
import type { Decider, Difference, Failure, FileOutcome, TestOutcome, TestReport } from '../result.js'
import { renderCoverage } from './coverage.js'
import { sayValue } from './values.js'

type TextOf = (path: string) => string | undefined

const WIDE = 80
const MAX_OUTPUT_LINES = 20

/** The report for a person: a line for each file, failures in full, coverage, and the sum. */
export function renderPretty(report: TestReport, terminal: Terminal, textOf: TextOf): string {
  const failures = report.files.flatMap((file) =>
    file.tests.filter(isWrong).flatMap((test) => ['', ...renderWrong(file, test, terminal, textOf)]),
  )
  return [
    ...renderFiles(report.files, terminal),
    ...failures,
    ...(report.coverage ? ['', ...renderCoverage(report.coverage, terminal)] : []),
    ...report.notes.map((note) => `${paint(terminal, 'yellow', 'note')}: ${toLine(note)}`),
    '',
    renderSummary(report, terminal),
  ].join('\n')
}

const isWrong = ({ status }: TestOutcome): boolean => status === 'failed' || status === 'errored'

function renderFiles(files: readonly FileOutcome[], terminal: Terminal): readonly string[] {
  const width = Math.max(...files.map(({ path }) => path.length))
  return files.map(({ path, tests }) => {
    const wrong = tests.filter(isWrong).length
    const skipped = tests.filter(({ status }) => status === 'skipped').length
    const passed = tests.length - wrong - skipped
    const [style, sign]: [Style, string] = wrong > 0 ? ['red', '✘'] : passed > 0 ? ['green', '✔'] : ['yellow', '-']
    const counts = [
      ...(passed > 0 ? [`${passed} passed`] : []),
      ...(wrong > 0 ? [paint(terminal, 'red', `${wrong} failed`)] : []),
      ...(skipped > 0 ? [paint(terminal, 'yellow', `${skipped} skipped`)] : []),
    ]
    return `${paint(terminal, style, mark(terminal, sign))} ${toLine(path).padEnd(width)}  ${counts.join(', ')}`
  })
}

function renderWrong(file: FileOutcome, test: TestOutcome, terminal: Terminal, textOf: TextOf): readonly string[] {
  const { failure } = test
  const name = test.package === undefined ? test.name : `${test.package}.${test.name}`
  const title = `${paint(terminal, 'red', mark(terminal, '✘'))} ${paint(terminal, 'bold', toLine(name))}`
  if (!failure) return [title]
  // A Rego test is shown where it ended, and a case where it is written.
  const place = failure.failedAt ?? {
    line: test.line,
    column: test.column,
    ...(test.endColumn !== undefined && { endColumn: test.endColumn }),
  }
  const at = file.kind === 'rego' && !failure.failedAt ? { line: place.line } : place
  const text = textOf(file.path)
  const hasTable = (failure.differences ?? []).length > 0
  return [
    title,
    ...(hasTable ? [] : [`  ${toLine(failure.message)}`]),
    `  ${paint(terminal, 'blue', mark(terminal, '→'))} ${toLine(file.path)}:${place.line}:${place.column}`,
    ...(text === undefined ? [] : renderFrame(text, at, terminal).map((row) => `  ${row}`)),
    ...renderDetails(failure, terminal),
    ...renderOutput(test.output, terminal),
  ]
}

function renderDetails(failure: Failure, terminal: Terminal): readonly string[] {
  const { differences = [], about, decidedBy = [], values = [], hint } = failure
  return [
    ...(differences.length > 0 ? ['', ...renderDifferences(differences, terminal)] : []),
    ...(about ? ['', ...about.split('\n').map((line) => `  ${toLine(line)}`)] : []),
    ...decidedBy.flatMap((one) => renderDecider(one, terminal)),
    ...values.map((seen) => `    ${sayValue(seen)}`),
    ...(hint === undefined ? [] : [`  ${paint(terminal, 'cyan', 'way out')}: ${toLine(hint)}`]),
  ]
}

function renderDecider(
  { rule, file, line, column, text, outcome, failed }: Decider,
  terminal: Terminal,
): readonly string[] {
  const words = { held: 'held', failed: 'did not hold', error: 'failed' } as const
  const name = rule.split('.').at(-1) ?? rule
  return [
    `  ${paint(terminal, 'bold', toLine(name))} ${words[outcome]} at ${toLine(file)}:${line}:${column}  ${paint(terminal, 'dim', clip(toLine(text), 100))}`,
    ...(failed ? [`    line ${failed.line}: ${clip(toLine(failed.text), 160)}`] : []),
    ...(failed?.values ?? []).map((seen) => `    ${sayValue(seen)}`),
  ]
}

/** Expected and actual beside each other, where there is room for it; below each other where not. */
export function renderDifferences(differences: readonly Difference[], terminal: Terminal): readonly string[] {
  const nothing = mark(terminal, '—')
  const rows = differences.map(({ what, expected, actual }) => ({
    what: toLine(what),
    expected: toLine(expected),
    actual: actual === undefined || actual === '' ? nothing : toLine(actual),
  }))
  const columns = terminal.columns ?? 120
  const first = Math.max(...rows.map(({ what }) => what.length))
  const longest = Math.max(...rows.map(({ expected }) => expected.length), 'expected'.length)
  const half = Math.floor((columns - first - 6) / 2)
  if (columns < WIDE || half < 24)
    return rows.flatMap(({ what, expected, actual }) => [
      `  ${what}`,
      `    expected  ${paint(terminal, 'green', expected)}`,
      `    actual    ${paint(terminal, 'red', actual)}`,
    ])
  const width = Math.min(longest, half)
  const head = `  ${''.padEnd(first)}  ${'expected'.padEnd(width)}  actual`
  const body = rows.flatMap(({ what, expected, actual }) => {
    const [left, right] = [wrap(expected, width), wrap(actual, columns - first - width - 6)]
    return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
      const expectedCell = paint(terminal, 'green', (left[i] ?? '').padEnd(width))
      return `  ${(i === 0 ? what : '').padEnd(first)}  ${expectedCell}  ${paint(terminal, 'red', right[i] ?? '')}`.trimEnd()
    })
  })
  return [paint(terminal, 'dim', head), ...body]
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((one) => chunks(one, width))) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

const chunks = (word: string, width: number): readonly string[] =>
  word.length <= width ? [word] : (word.match(new RegExp(`.{1,${width}}`, 'gs')) ?? [word])

function renderOutput(output: string | undefined, terminal: Terminal): readonly string[] {
  if (output === undefined) return []
  const lines = output.trimEnd().split('\n')
  const more = lines.length - MAX_OUTPUT_LINES
  return [
    `  ${paint(terminal, 'dim', 'printed:')}`,
    ...lines.slice(0, MAX_OUTPUT_LINES).map((line) => `    ${toLine(line)}`),
    ...(more > 0 ? [`    and ${count(more, 'more line')}`] : []),
  ]
}

function renderSummary({ summary, ms, ok }: TestReport, terminal: Terminal): string {
  const { passed, failed, errored, skipped } = summary
  const parts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(errored > 0 ? [count(errored, 'error')] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ]
  return `${paint(terminal, ok ? 'green' : 'red', parts.join(', '))} (${(ms / 1000).toFixed(1)} s)`
}
