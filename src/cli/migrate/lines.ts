import { structuredPatch } from 'diff'

/** The line of the text before that has become this line of the text after, or the nearest to it; both count from 1. */
export function oldLineOf(before: string, after: string, line: number): number {
  const hunks = structuredPatch('', '', before, after, '', '', { context: 0, timeout: 5_000 })?.hunks ?? []
  const last = Math.max(1, before.replace(/\n$/, '').split('\n').length)
  let shift = 0
  for (const { oldStart, oldLines, newStart, newLines } of hunks) {
    if (line < newStart) break
    if (line < newStart + newLines)
      return Math.min(last, Math.max(1, oldStart + Math.min(line - newStart, Math.max(0, oldLines - 1))))
    shift = oldStart + oldLines - (newStart + newLines)
  }
  return Math.min(last, Math.max(1, line + shift))
}
