import type { Effect } from '../../core/effect.js'
import { clip, toLine } from '../../core/text.js'
import { renderJsonText } from '../json-text.js'
import { mark, paint, type Style, type Terminal } from '../terminal.js'
import type { Listed } from './list.js'
import type { Taken } from './shell.js'

/** What `stepgate gate` answers. */
export type Answer = {
  readonly exit: number
  readonly dryRun: boolean
  readonly event: { readonly name: string; readonly file: string | undefined }
  readonly taken: Taken
}

/** The answer for a program, as `schemas/cli/gate.schema.json` describes it. */
export function renderJson({ exit, dryRun, event, taken }: Answer): string {
  const { listed, outputs, hide } = taken
  const answer = {
    exit,
    dryRun,
    event: { name: event.name, ...(event.file === undefined ? { madeUp: true } : { file: event.file }) },
    outputs: Object.fromEntries([...outputs].map(([name, value]) => [name, hide(value)])),
    effects: [...listed, exitOf(exit)].map(({ kind, target, content, whole }) => ({
      kind,
      target: hide(target),
      content: hide(content),
      ...(whole !== undefined && { whole: hide(whole) }),
    })),
  }
  return renderJsonText(answer)
}

const exitOf = (code: number): Listed => ({ kind: 'exit', target: '', content: String(code) })

const WIDTH = 120
const MAX_NAME = 48

/** The outputs of a run, each on a line. */
export function renderOutputs({ taken }: Answer, terminal: Terminal): string {
  return layOut(
    [...taken.outputs].map(([name, value]) => [name, taken.hide(toLine(value))]),
    terminal,
  )
}

/** Everything that a run would do, in its order. */
export function renderDry({ exit, taken }: Answer, terminal: Terminal): string {
  const { listed, hide } = taken
  const log = listed.filter(({ kind }) => kind === 'log').map(({ content }) => hide(mark(terminal, content)))
  const rows = [...listed.filter(({ kind }) => kind !== 'log'), exitOf(exit)].map(
    ({ kind, target, content }): Row => [kind, clip(hide(toLine(target)), MAX_NAME), hide(content)],
  )
  return [
    ...log,
    ...(log.length === 0 ? [] : ['']),
    paint(terminal, 'bold', 'nothing was done; a run would:'),
    layOut(rows, terminal),
  ].join('\n')
}

type Row = readonly string[]

function layOut(rows: readonly Row[], terminal: Terminal): string {
  const columns = rows[0]?.length ?? 0
  const widths = Array.from({ length: columns - 1 }, (_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)))
  const room = (terminal.columns ?? WIDTH) - widths.reduce((sum, width) => sum + width + 2, 2)
  return rows
    .map((row) => {
      const names = widths.map((width, i) => (row[i] ?? '').padEnd(width))
      const last = mark(terminal, clip(row.at(-1) ?? '', Math.max(20, room)))
      return `  ${[...names, last].join('  ')}`.trimEnd()
    })
    .join('\n')
}

const STYLES: Readonly<Record<string, Style>> = { error: 'red', warning: 'yellow', notice: 'blue' }

type Annotation = Extract<Effect, { kind: 'annotation' }>

/** An annotation for a person. */
export function renderAnnotation(
  { level, title, message, path, line, column }: Annotation,
  terminal: Terminal,
): string {
  const place = [path, line, column].filter((part) => part !== undefined).join(':')
  const where = place === '' ? '' : ` (${toLine(place)})`
  return `${paint(terminal, STYLES[level] ?? 'bold', level)}: ${toLine(title)}: ${toLine(message)}${where}`
}

/** The same as a command to the runner (docs.github.com: workflow commands). */
export function renderCommand({ level, title, message, path, line, column }: Annotation): string {
  const facts = { title, file: path, line, col: column }
  const properties = Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeData(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`)
  return `::${level} ${properties.join(',')}::${escapeData(message)}`
}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
