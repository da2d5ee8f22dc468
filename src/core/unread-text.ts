import { codeSpansOf, endOfFence, endOfParagraph } from './unread-ends.js'
import { endOfHtml } from './unread-html.js'

// Nothing that a word could be made of: what stood here is no part of one.
const HIDDEN = '`'

// What a line may begin with that is inside of quotes and lists.
const BEFORE = String.raw`(?<before>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)`

// At the beginning of a line: a fence, a definition (or a note at the foot), which may go on, and a paragraph of code.
const FENCE = String.raw`^${BEFORE}(?<fence>\`{3,}(?=[^\`\n]*$)|~{3,})`
const DEFINITION = String.raw`^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?<definition>\[(?:[^\][\\\n]|\\[\s\S]|\n(?![ \t]*\n)){1,999}\]:)`
const INDENTED = String.raw`(?<indented>(?<=^[ \t]*\n|(?<![\s\S]))(?: {4}| {0,3}\t))`

const MARKS = new RegExp(
  [
    FENCE,
    DEFINITION,
    INDENTED,
    '<[a-z/!?]',
    '`+',
    String.raw`\\[^\n]`,
    String.raw`!\[`,
    String.raw`\]\(`,
    '~+',
    '[$]+',
  ].join('|'),
  'gim',
)

/**
 * The text, with line feeds for line ends, without what a reader of the page does not read as text: code, comments and other
 * HTML with its attributes, definitions and addresses of links, the words that stand in for an image, what is struck out, math.
 * Whichever comes first hides what is in it; what is opened and never closed hides what may be in it.
 */
export function hideUnread(text: string): string {
  const spans = codeSpansOf(text)
  const visible: string[] = []
  let from = 0
  MARKS.lastIndex = 0
  for (let mark = MARKS.exec(text); mark; mark = MARKS.exec(text)) {
    const end = endOf(text, mark, spans)
    if (end === undefined) continue
    visible.push(text.slice(from, mark.index), HIDDEN)
    from = end
    MARKS.lastIndex = end
  }
  visible.push(text.slice(from))
  return visible.join('')
}

/** Where that which begins at this mark ends; undefined where nothing begins there. */
function endOf(text: string, mark: RegExpExecArray, spans: ReadonlyMap<number, number>): number | undefined {
  const { before = '', fence, definition, indented } = mark.groups ?? {}
  const { index, 0: written } = mark
  if (fence !== undefined) return endOfFence(text, index + written.length, before, fence)
  if (definition !== undefined || indented !== undefined) return endOfParagraph(text, index)
  switch (written.charAt(0)) {
    case '<':
      return endOfHtml(text, index)
    case '`':
      return spans.get(index)
    case '!':
      // Up to its `]`: the address behind it is hidden by itself.
      return match(/!\[(?:[^\][\\]|\\[\s\S])*(?=\])/y, text, index) ?? endOfParagraph(text, index)
    case ']':
      return match(ADDRESS, text, index) ?? endOfParagraph(text, index)
    case '~':
    case '$':
      return endOfPair(text, index, written)
    default:
      return undefined
  }
}

// The address of a link and its title (section 6.6).
const ADDRESS =
  /\]\(\s{0,99}(?:<[^<>\n]*>|[^\s<()"'][^\s()]*(?:\([^\s()]*\)[^\s()]*)*)?(?:\s{1,99}(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'))?\s{0,99}\)/y

function match(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from
  const found = pattern.exec(text)?.[0]
  return found === undefined || /\n[ \t]*\n/.test(found) ? undefined : from + found.length
}

/** The end of what is struck out, or of math. A mark alone closes behind a word, and else is a price or a "~5". */
function endOfPair(text: string, index: number, mark: string): number | undefined {
  const from = index + mark.length
  const at = text.indexOf(mark, from)
  if (mark === '$$') return at < 0 ? endOfParagraph(text, index) : at + mark.length
  const inside = at < 0 ? '' : text.slice(from, at)
  const isPaired = inside !== '' && !/\n[ \t]*\n/.test(inside)
  if (mark.length > 1) return isPaired ? at + mark.length : endOfParagraph(text, index)
  return isPaired && inside.trim() === inside ? at + 1 : undefined
}
