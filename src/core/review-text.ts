import { readLine } from './review-line.js'

/** GitHub takes no longer ones. */
const MAX_LENGTH = 65_536

type Fence = { readonly mark: string; readonly length: number; readonly indent: number }

/** Where a line stands: in text of which all is known, in text that something may be open in, in HTML, or in a block of code. */
type Place = 'clear' | 'unclear' | 'html' | Fence

/**
 * The lines of Markdown (GitHub Flavored Markdown Spec 0.29) that a person says themselves: none that is quoted, in a fenced
 * block of code or hidden.
 *
 * A line is one of them where nothing can be open before it: its paragraph has none but lines that leave nothing open, and the
 * text before it no HTML. What is open inside of a paragraph ends with it (section 6), so that a blank line closes all else.
 * From where only a whole parser could tell, nothing is visible: less rather than more.
 */
export function visibleLines(body: string): readonly string[] {
  const cut = body.length > MAX_LENGTH
  const lines = (cut ? body.slice(0, MAX_LENGTH) : body).split(/\r\n|\n|\r/)
  const visible: string[] = []
  let place: Place = 'clear'
  // Of a text that was cut, nobody knows how the last line goes on.
  for (const line of cut ? lines.slice(0, -1) : lines) {
    if (typeof place === 'object') {
      const state = follow(line, place)
      if (state === 'lost') break
      if (state === 'closed') place = 'clear'
      continue
    }
    // Blank are spaces and tabs alone (section 2.1): after a quote, a line of other blanks is still the paragraph of the quote.
    if (/^[ \t]*$/.test(line)) {
      place = 'clear'
      continue
    }
    const { text, indent, marked } = textOf(line)
    const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[0]
    if (fence !== undefined) {
      // In HTML it is none, and in an item of a list it may be one or not, and may end before it is closed.
      if (place === 'html' || marked || indent > 3) break
      place = { mark: fence.charAt(0), length: fence.length, indent }
      continue
    }
    place = placeOf(text, place)
    const { shown, leaves } = readLine(line, place === 'clear')
    if (place === 'clear') visible.push(shown)
    if (leaves === 'lost') break
    if (leaves === 'unclear' && place === 'clear') place = 'unclear'
  }
  return visible
}

// A quote goes on without its mark until a line is blank (section 5.1: laziness), and so does HTML (section 4.6).
function placeOf(text: string, before: 'clear' | 'unclear' | 'html'): 'clear' | 'unclear' | 'html' {
  if (/^<[a-z!/?]/i.test(text)) return 'html'
  return text.startsWith('>') && before === 'clear' ? 'unclear' : before
}

const MARKS = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*[ \t]*/

/** The text of a line after the marks of items of lists, and how far in it stands. */
function textOf(line: string): { readonly text: string; readonly indent: number; readonly marked: boolean } {
  const before = MARKS.exec(line)?.[0] ?? ''
  return { text: line.slice(before.length), indent: width(before), marked: before.trim() !== '' }
}

// A tab goes to the next multiple of four (section 2.2), which is further in than a block may begin.
const width = (blanks: string): number => (blanks.includes('\t') ? blanks.length + 4 : blanks.length)

/** What a line is to an open fence. One that stands further out than the fence may have ended the list around it. */
function follow(line: string, { mark, length, indent }: Fence): 'inside' | 'closed' | 'lost' {
  const begin = line.search(/[^ \t]/)
  if (begin < 0) return 'inside'
  const at = width(line.slice(0, begin))
  if (at < indent) return 'lost'
  const text = line.slice(begin).replace(/[ \t]+$/, '')
  if (text.length < length || text !== mark.repeat(text.length)) return 'inside'
  if (indent === 0) return at > 3 ? 'inside' : 'closed'
  return at === indent ? 'closed' : 'lost'
}
