import { count } from '../../core/text.js'
import { code, escapeMarkdown, keepLines, table } from '../../surfaces/markdown.js'
import { type Answer, differs } from './answer.js'
import type { Change, Direction, Verdict } from './verdict.js'
import { HEADINGS, line, nameAsked, sayBase, sayCompared, sayPlace, sayWho } from './words.js'

// GitHub takes comments of up to 65,536 characters.
const MAX_BYTES = 60_000
const SIGNS: Readonly<Record<Direction, string>> = { loosened: '⚠️ ', tightened: '', changed: '', reason: '' }

/** The answer as markdown for a comment; nothing in it that somebody else wrote acts there. */
export function renderMarkdown(answer: Answer): string {
  const { changes, added, removed, roles, skipped } = answer
  const loosened = changes.filter(({ direction }) => direction === 'loosened').length
  const title =
    loosened > 0
      ? `⚠️ This change loosens ${count(loosened, 'decision')}`
      : differs(answer)
        ? 'What this change of the policy does'
        : 'This change of the policy changes no decision'
  const rows = keepLines(
    changes.length === 0
      ? []
      : table(['', 'What', 'For', 'Before', 'Now'], changes.map(renderRow(answer.compared.people))).split('\n'),
    MAX_BYTES,
    (hidden) => `\nand ${hidden} more`,
  )
  const lists = [
    ...renderList('Steps and tools added', added),
    ...renderList('Steps and tools removed', removed),
    ...renderList('Roles added', roles.added),
    ...renderList('Roles removed', roles.removed),
    ...renderList(
      'Who has a role',
      roles.changed.map(
        ({ who, before, after }) => `${who}: ${before.join(', ') || 'no roles'} → ${after.join(', ') || 'no roles'}`,
      ),
    ),
    ...renderList(
      'Not compared',
      skipped.map(({ source, count, why }) => `${count} of the ${source}: ${why}`),
    ),
  ]
  const compared = escapeMarkdown(line(`Compared: ${sayCompared(answer)}, with ${sayBase(answer)}.`))
  return [`### ${title}`, '', ...rows, ...(rows.length > 0 ? [''] : []), ...lists, compared].join('\n')
}

const renderRow =
  (people: number) =>
  (change: Change): readonly string[] => {
    const { direction, before, after } = change
    return [
      `${SIGNS[direction]}${HEADINGS[direction]}`,
      code(line(nameAsked(change))),
      escapeMarkdown(line(sayWho(change, people), 1000)),
      renderVerdict(before),
      renderVerdict(after),
    ]
  }

function renderVerdict(verdict: Verdict): string {
  const place = sayPlace(verdict)
  return [
    `**${escapeMarkdown(line(verdict.outcome))}**`,
    ...(verdict.reason === undefined ? [] : [escapeMarkdown(line(verdict.reason))]),
    ...(place === undefined ? [] : [code(line(place))]),
  ].join('<br>')
}

const MOST_LISTED = 50

function renderList(title: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return []
  const more = items.length > MOST_LISTED ? [`- and ${items.length - MOST_LISTED} more`] : []
  return [
    `**${title}**`,
    '',
    ...items.slice(0, MOST_LISTED).map((item) => `- ${escapeMarkdown(line(item))}`),
    ...more,
    '',
  ]
}
