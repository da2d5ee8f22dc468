/** What a line leaves to those after it: nothing, what may be open until its paragraph ends, or what may be open for good. */
type Leaves = 'nothing' | 'unclear' | 'lost'

const COMMENT = '<!--(?!-?>)(?:(?!--)[^`<$])*-->'

/** `a < b` begins none. */
const NO_TAG = '<(?![a-z/!?])'

// That which begins with `<` and surely ends again on its line, whatever stands before it; images are how GitHub pastes them.
const WHOLE_TAGS = [COMMENT, '<(?:img|br)(?: [a-z]+="[^"`<>$]*")* ?/?>', String.raw`<https?://[^\s\`<>"'$\\]*>`]

// Code ends at as many backticks as it begins with. None is taken for its beginning that may belong to an address before it,
// none goes on over the edge of a cell of a table.
const CODE = String.raw`(?<=(?:^|[ \t])[("'*_]{0,3})(\`+)(?!\`)[^\`|]+\1(?!\`)`

// [words], [words](address) and ![words](address), but not [words]: for that is a definition, which may go on.
const BRACKETS = String.raw`\[[^\][\`<\\$~]*\](?:\([^\s()[\]\`<\\$~"']*\)|(?![([:]))`

// Behind a backslash every mark is text. A dollar is not tried, as it is not Markdown that reads it.
const ESCAPED = String.raw`\\(?!\$)[^]?`

const CLOSED = new RegExp(
  String.raw`(?:[^\`<[\\$~]+|${NO_TAG}|${ESCAPED}|${CODE}|${BRACKETS}|${WHOLE_TAGS.join('|')})*`,
  'iy',
)
// Where something may be open, code may have ended where it seems to begin: every `<` is looked at.
const WITHIN_PARAGRAPH = new RegExp(String.raw`(?:[^<$]+|${NO_TAG}|\$(?!\$)|${WHOLE_TAGS.join('|')})*`, 'iy')
const COMMENTS = new RegExp(COMMENT, 'g')

/**
 * What can be seen of a line (without comments, and up to HTML), and what it leaves to the lines after it. Inside of a paragraph
 * a backtick, a bracket, a tilde or a dollar may be open until the paragraph ends. HTML may be open for good, as an element or an
 * attribute of it goes on over blank lines in a browser, and so may `$$`.
 */
export function readLine(line: string, clear: boolean): { readonly shown: string; readonly leaves: Leaves } {
  const closed = clear ? endOf(CLOSED, line, 0) : 0
  const seen = endOf(WITHIN_PARAGRAPH, line, closed)
  const shown = line.slice(0, seen).replace(COMMENTS, '')
  if (seen < line.length) return { shown, leaves: 'lost' }
  return { shown, leaves: clear && closed === line.length ? 'nothing' : 'unclear' }
}

/** How far the pattern, which may also match nothing, goes from there. */
function endOf(pattern: RegExp, line: string, from: number): number {
  pattern.lastIndex = from
  pattern.exec(line)
  return pattern.lastIndex
}
