/** GitHub takes no longer ones. */
const MAX_LENGTH = 65_536

/** Elements that hide, quote or only show what stands in them. */
const ELEMENTS = ['blockquote', 'pre', 'code', 'script', 'style', 'template', 'textarea']
const ENCLOSING: readonly (readonly [opens: string, closes: string])[] = [
  ['<!--', '-->'],
  ...ELEMENTS.flatMap((tag): readonly [string, string][] => [
    [`<${tag}>`, `</${tag}>`],
    [`<${tag} `, `</${tag}>`],
  ]),
]

type Fence = { readonly mark: string; readonly length: number; readonly indent: number }

/**
 * The lines of Markdown (GitHub Flavored Markdown Spec 0.29) that a person says themselves: none that is quoted, in a fenced
 * block of code or hidden. From where only a whole parser could tell, nothing is: less rather than more.
 */
export function visibleLines(body: string): readonly string[] {
  const cut = body.length > MAX_LENGTH
  const lines = (cut ? body.slice(0, MAX_LENGTH) : body).split(/\r\n|\n|\r/)
  const visible: string[] = []
  let place: 'open' | 'quote' | 'html' | Fence = 'open'
  // Of a text that was cut, nobody knows how the last line goes on.
  for (const line of cut ? lines.slice(0, -1) : lines) {
    if (typeof place === 'object') {
      const state = follow(line, place)
      if (state === 'lost') break
      if (state === 'closed') place = 'open'
      continue
    }
    // A quote, too, goes on without its mark until a line is blank (section 5.1: laziness), and so does HTML (section 4.6).
    if (line.trim() === '') {
      place = 'open'
      continue
    }
    if (isLeftOpen(line)) break
    const { text, indent, marked } = textOf(line)
    const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[0]
    if (fence !== undefined) {
      // In an item of a list it may be one or not, and it may end before it is closed.
      if (place === 'html' || marked || indent > 3) break
      place = { mark: fence.charAt(0), length: fence.length, indent }
    } else if (text.startsWith('>')) place = 'quote'
    else if (/^<[a-z!/?]/i.test(text)) place = place === 'open' ? 'html' : place
    else if (place === 'open') visible.push(line.replace(/<!--.*?-->/g, ''))
  }
  return visible
}

function isLeftOpen(line: string): boolean {
  if (!line.includes('<')) return false
  const lower = line.toLowerCase()
  return ENCLOSING.some(([opens, closes]) => lower.lastIndexOf(opens) > lower.lastIndexOf(closes))
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
  const text = line.trim()
  if (text === '') return 'inside'
  const at = width(line.slice(0, line.search(/\S/)))
  if (at < indent) return 'lost'
  if (text.length < length || text !== mark.repeat(text.length)) return 'inside'
  if (indent === 0) return at > 3 ? 'inside' : 'closed'
  return at === indent ? 'closed' : 'lost'
}
