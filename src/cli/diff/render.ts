import { renderJsonText } from '../json-text.js'
import { mark, paint, type Style, type Terminal } from '../terminal.js'
import { type Answer, differs } from './answer.js'
import type { Change, Direction, Verdict } from './verdict.js'
import { HEADINGS, line, nameAsked, sayBase, sayCompared, sayPlace, sayWho } from './words.js'

const STYLES: Readonly<Record<Direction, Style>> = {
  loosened: 'red',
  tightened: 'yellow',
  changed: 'blue',
  reason: 'dim',
}

/** The answer for a person. */
export function renderTable(answer: Answer, terminal: Terminal): string {
  const { changes, added, removed, roles } = answer
  const directions = (['loosened', 'tightened', 'changed', 'reason'] as const).filter((one) =>
    changes.some(({ direction }) => direction === one),
  )
  const lines = [
    ...directions.flatMap((direction) => renderPart(direction, answer, terminal)),
    ...renderList('steps and tools added', added, terminal),
    ...renderList('steps and tools removed', removed, terminal),
    ...renderList('roles added', roles.added, terminal),
    ...renderList('roles removed', roles.removed, terminal),
    ...renderList(
      'who has a role',
      roles.changed.map(({ who, before, after }) => `${who}: ${sayRoles(before)} → ${sayRoles(after)}`),
      terminal,
    ),
    ...renderSkipped(answer),
    `${differs(answer) ? 'compared' : 'nothing differs'}: ${sayCompared(answer)}, with ${line(sayBase(answer))}`,
  ]
  return mark(terminal, lines.join('\n'))
}

const sayRoles = (roles: readonly string[]): string => (roles.length === 0 ? 'no roles' : roles.join(', '))

function renderPart(direction: Direction, answer: Answer, terminal: Terminal): readonly string[] {
  const { changes, compared } = answer
  const mine = changes.filter((change) => change.direction === direction)
  const heading = direction === 'loosened' ? HEADINGS[direction].toUpperCase() : HEADINGS[direction]
  return [
    paint(terminal, STYLES[direction], paint(terminal, 'bold', `${heading} (${mine.length})`)),
    ...mine.flatMap((change) => renderChange(change, compared.people, terminal)),
    '',
  ]
}

function renderChange(change: Change, people: number, terminal: Terminal): readonly string[] {
  const { before, after, direction } = change
  const turn = before.outcome === after.outcome ? after.outcome : `${before.outcome} → ${after.outcome}`
  return [
    `  ${paint(terminal, 'bold', line(nameAsked(change)))}  ${paint(terminal, STYLES[direction], line(turn))}`,
    `    for     ${line(sayWho(change, people), 1000)}`,
    `    before  ${sayWhy(before)}`,
    `    now     ${sayWhy(after)}`,
  ]
}

function sayWhy(verdict: Verdict): string {
  const place = sayPlace(verdict)
  const code = verdict.code === undefined ? '' : ` [${verdict.code}]`
  return `${line(verdict.reason ?? verdict.outcome)}${code}${place === undefined ? '' : `  (${line(place)})`}`
}

function renderList(title: string, items: readonly string[], terminal: Terminal): readonly string[] {
  if (items.length === 0) return []
  return [paint(terminal, 'bold', `${title} (${items.length})`), ...items.map((item) => `  ${line(item)}`), '']
}

const renderSkipped = ({ skipped }: Answer): readonly string[] =>
  skipped.length === 0
    ? []
    : ['not compared', ...skipped.map(({ source, count, why }) => `  ${count} of the ${source}: ${line(why)}`), '']

/** The answer for a program, as `schemas/cli/diff.schema.json` describes it. */
export function renderJson(answer: Answer): string {
  const { base, compared, changes, added, removed, roles, skipped } = answer
  const verdict = ({ outcome, reason, code, rule }: Verdict) => ({ outcome, reason, code, rule })
  return renderJsonText({
    differs: differs(answer),
    base,
    compared,
    changes: changes.map(({ direction, source, step, tool, capabilities, who, count, example, before, after }) => ({
      ...{ direction, source, step, tool, capabilities, who, count, example },
      ...{ before: verdict(before), after: verdict(after) },
    })),
    ...{ added, removed, roles, notCompared: skipped },
  })
}
