import { clip, toLine } from '../../core/text.js'
import type { CliIo } from '../io.js'
import { mark, paint } from '../terminal.js'
import type { Answer, Who } from './answer.js'
import { markOf } from './render.js'
import { nameWho, sayReason } from './words.js'

const WORDS: Readonly<Record<Answer['outcome'], string>> = {
  pass: 'runs',
  warn: 'runs, with a warning',
  block: 'blocked',
  pending: 'waits',
  'not-evaluated': 'not asked',
}
const MIN_REASON = 30
const WIDTH = 100

/** Every step with what becomes of it for this person. */
export function renderTable(
  answers: readonly Answer[],
  who: Who,
  { stdout }: Pick<CliIo, 'stdout'>,
): readonly string[] {
  const { terminal } = stdout
  const rows = answers.map((answer) => ({ answer, id: toLine(answer.step), word: WORDS[answer.outcome] }))
  const wide = Math.max(0, ...rows.map(({ id }) => id.length))
  const outcome = Math.max(0, ...rows.map(({ word }) => word.length))
  const room = Math.max(MIN_REASON, (terminal.columns ?? WIDTH) - wide - outcome - 6)
  return [
    paint(terminal, 'bold', `${nameWho(who)}, ${toLine(who.event)}`),
    ...rows.map(({ answer, id, word }) => {
      // A file is no screen: what somebody looks for there has to be all there.
      const reason = answer.reason === undefined ? '' : sayReason(answer.reason)
      const shown =
        terminal.columns === undefined ? reason : mark(terminal, clip(reason, room - (terminal.unicode ? 0 : 2)))
      return `${markOf(answer, terminal)} ${id.padEnd(wide)}  ${word.padEnd(outcome)}  ${paint(terminal, 'dim', shown)}`.trimEnd()
    }),
  ]
}
