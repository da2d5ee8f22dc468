import { count } from '../../../core/text.js'
import { renderTrouble } from '../../failure.js'
import { renderJsonText } from '../../json-text.js'
import { paint, type Terminal } from '../../terminal.js'
import type { CannotRun } from '../result.js'

const MAX_TROUBLES = 20

/** What keeps the tests from running, for a person and for a program. */
export function renderCannotRun(
  { troubles }: CannotRun,
  terminal: Terminal,
  textOf: (path: string) => string | undefined,
): { readonly text: string; readonly json: string } {
  const head = `${paint(terminal, 'bold', 'stepgate test')}: ${paint(terminal, 'red', 'error')}`
  const shown = troubles.slice(0, MAX_TROUBLES)
  const hidden = troubles.length - shown.length
  const text = [
    ...shown.flatMap((one) =>
      renderTrouble(head, one, one.path === undefined ? undefined : textOf(one.path), terminal),
    ),
    ...(hidden > 0 ? [`and ${count(hidden, 'more error')}`] : []),
  ].join('\n')
  const [error] = troubles
  return { text, json: renderJsonText({ error, errors: troubles }) }
}
