import { toLine } from '../../../core/text.js'
import type { FileOutcome, TestOutcome, TestReport } from '../result.js'
import { explainTest } from './explain.js'

/** The report as TAP 14 (testanything.org/tap-version-14-specification.html). */
export function renderTap({ files, notes }: TestReport): string {
  const tests = files.flatMap((file) => file.tests.map((test) => ({ file, test })))
  return [
    'TAP version 14',
    `1..${tests.length}`,
    ...tests.flatMap(({ file, test }, i) => renderTest(i + 1, file, test)),
    ...notes.map((note) => `# ${escapeTap(note)}`),
  ].join('\n')
}

function renderTest(number: number, { path }: FileOutcome, test: TestOutcome): readonly string[] {
  const { name, package: inside, line, status, why } = test
  const full = inside === undefined ? `${path}: ${name}` : `${inside}.${name}`
  const isOk = status === 'passed' || status === 'skipped'
  const skip = status === 'skipped' ? ` # SKIP${why === undefined ? '' : ` ${escapeTap(why)}`}` : ''
  const point = `${isOk ? 'ok' : 'not ok'} ${number} - ${escapeTap(full)}${skip}`
  if (isOk) return [point]
  // JSON is YAML: every value is a text in quotes, and nothing in it can end the block.
  const rows: readonly [string, unknown][] = [
    ['message', test.failure?.message ?? status],
    ['severity', status === 'failed' ? 'fail' : 'error'],
    ['at', `${path}:${line}`],
    ...(test.failure?.differences ?? []).flatMap(({ what, expected, actual }): [string, unknown][] => [
      [`expected ${what}`, expected],
      [`actual ${what}`, actual ?? null],
    ]),
    ['details', explainTest(test)],
  ]
  return [point, '  ---', ...rows.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`), '  ...']
}

const escapeTap = (text: string): string => toLine(text).replace(/[\\#]/g, (sign) => `\\${sign}`)
