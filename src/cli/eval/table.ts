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
  const rows = answers.map((answer) => {
    const outcome = shownOutcome(answer)
    return { answer, outcome, id: toLine(answer.step), word: WORDS[outcome] }
  })
  const wide = Math.max(0, ...rows.map(({ id }) => id.length))
  const words = Math.max(0, ...rows.map(({ word }) => word.length))
  const room = Math.max(MIN_REASON, (terminal.columns ?? WIDTH) - wide - words - 6)
  return [
    paint(terminal, 'bold', `${nameWho(who)}, ${toLine(who.event)}`),
    ...rows.map(({ answer, outcome, id, word }) => {
      // A file is no screen: what somebody looks for there has to be all there.
      const reason = sayReason(reasonsOf(answer).join('; '))
      const shown =
        terminal.columns === undefined ? reason : mark(terminal, clip(reason, room - (terminal.unicode ? 0 : 2)))
      return `${markOf({ outcome }, terminal)} ${id.padEnd(wide)}  ${word.padEnd(words)}  ${paint(terminal, 'dim', shown)}`.trimEnd()
    }),
  ]
}

/** What passes with warnings is no plain yes: there is nothing else here that would say them. */
const shownOutcome = ({ outcome, warnings }: Answer): Answer['outcome'] =>
  outcome === 'pass' && warnings.length > 0 ? 'warn' : outcome

const reasonsOf = ({ outcome, reason, warnings }: Answer): readonly string[] => [
  ...(reason === undefined ? [] : [reason]),
  ...(outcome === 'pass' ? warnings : []),
]
