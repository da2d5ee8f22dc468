import { count, toLine } from '../../../core/text.js'
import { paint, type Terminal } from '../../terminal.js'
import type { Coverage, LineRange } from '../result.js'

/** A line for each Rego file with the lines that nothing has reached, and the sum. */
export function renderCoverage({ percent, threshold, files, notes }: Coverage, terminal: Terminal): readonly string[] {
  const width = Math.max(0, ...files.map(({ path }) => path.length))
  const isUnder = threshold !== undefined && percent < threshold
  const total = `coverage: ${sayPercent(percent)} of ${count(files.length, 'file')}, by Rego tests and cases together`
  return [
    ...files.map(({ path, percent: share, notCovered }) => {
      const missed = notCovered.length === 0 ? '' : `  not covered: ${notCovered.map(sayRange).join(', ')}`
      return `${sayPercent(share).padStart(7)}  ${toLine(path).padEnd(width)}${missed}`.trimEnd()
    }),
    ...notes.map((note) => `note: ${note}`),
    isUnder ? paint(terminal, 'red', `${total}; the threshold is ${sayPercent(threshold)}`) : total,
  ]
}

export const sayPercent = (percent: number): string => `${percent.toFixed(2).replace(/\.?0+$/, '')} %`

const sayRange = ({ start, end }: LineRange): string => (start === end ? String(start) : `${start}-${end}`)
