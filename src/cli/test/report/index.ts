import type { Terminal } from '../../terminal.js'
import type { TestReport } from '../result.js'
import { renderJson } from './json.js'
import { renderJunit } from './junit.js'
import { renderPretty } from './pretty.js'
import { renderTap } from './tap.js'

export const FORMATS = ['pretty', 'json', 'junit', 'tap'] as const
export type Format = (typeof FORMATS)[number]

/** The report in this format. */
export function renderReport(
  format: Format,
  report: TestReport,
  terminal: Terminal,
  textOf: (path: string) => string | undefined,
): string {
  switch (format) {
    case 'pretty':
      return renderPretty(report, terminal, textOf)
    case 'json':
      return renderJson(report)
    case 'junit':
      return renderJunit(report)
    case 'tap':
      return renderTap(report)
  }
}
