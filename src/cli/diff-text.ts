import { structuredPatch } from 'diff'
import { toLine } from '../core/text.js'
import { paint, type Terminal } from './terminal.js'

const CONTEXT = 3
// Two texts that have nothing in common take longer than anybody waits.
const LIMIT_MS = 5_000

/** The change of one file as a unified diff, which `git apply` and `patch -p1` take; nothing where there is no change. */
export function renderDiff(path: string, before: string, after: string, terminal: Terminal): string {
  if (before === after) return ''
  const name = toLine(path).replaceAll('##[', '##\u200b[')
  const patch = structuredPatch(`a/${name}`, `b/${name}`, before, after, '', '', {
    context: CONTEXT,
    timeout: LIMIT_MS,
  })
  const hunks = patch?.hunks ?? [wholeHunk(before, after)]
  return [
    paint(terminal, 'bold', `--- a/${name}`),
    paint(terminal, 'bold', `+++ b/${name}`),
    ...hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
      paint(terminal, 'cyan', `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`),
      ...lines.map((line) => paintLine(line, terminal)),
    ]),
  ].join('\n')
}

// A range of no lines is named by the line before it (GNU diffutils: detailed description of the unified format).
const range = (start: number, lines: number): string => `${lines === 0 ? start - 1 : start},${lines}`

function paintLine(line: string, terminal: Terminal): string {
  const text = terminal.columns === undefined ? line : inert(line)
  if (text.startsWith('+')) return paint(terminal, 'green', text)
  return text.startsWith('-') ? paint(terminal, 'red', text) : text
}

// A program gets every byte as it is, so that it can apply the diff; a terminal would act on some of them.
const inert = (text: string): string => text.split('\t').map(toLine).join('\t')

/** This path on a line of its own, in which no log reads a command (docs.github.com: workflow commands). */
export const renderPath = (path: string): string => {
  const name = toLine(path).replaceAll('##[', '##\u200b[')
  return /^\s*::/.test(name) ? `./${name}` : name
}

function wholeHunk(before: string, after: string) {
  const [old, now] = [linesOf(before), linesOf(after)]
  const lines = [...old.map((line) => `-${line}`), ...now.map((line) => `+${line}`)]
  return {
    oldStart: 1,
    oldLines: old.length,
    newStart: 1,
    newLines: now.length,
    lines,
  }
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))
