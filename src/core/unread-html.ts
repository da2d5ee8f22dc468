import { endOfParagraph } from './unread-ends.js'

// What is in these is code, is not shown, or is struck out.
const UNREAD = 'pre|code|script|style|template|textarea|title|del|s|strike'
const ELEMENT = new RegExp(String.raw`<(${UNREAD})(?=[\s/>]|$)`, 'iy')

const ENDS: readonly (readonly [begin: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
]

// Section 6.10. None of them goes on over a blank line, which is looked at apart.
const ADDRESS = /<[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>|<[^\s<>@]{1,64}@[^\s<>@]{1,255}>/iy
const TAG =
  /<\/[a-z][a-z0-9-]*\s*>|<[a-z][a-z0-9-]*(?:\s+[a-z_:][\w:.-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/iy

/**
 * Where that ends which begins with `<` and is no text: an element that nobody reads, another tag with its attributes, a comment, a
 * declaration. One that does not end is text inside of a paragraph, which is hidden up to its end for what it may be; where a
 * line began with HTML it is what a browser makes of it, and hides the rest.
 */
export function endOfHtml(text: string, index: number): number {
  const fixed = ENDS.find(([begin]) => text.startsWith(begin, index))
  if (fixed) return after(text, text.indexOf(fixed[1], index + 2), fixed[1].length)
  const element = run(ELEMENT, text, index)?.[1]
  if (element !== undefined) {
    const end = new RegExp(String.raw`</${element}\s*>`, 'ig')
    end.lastIndex = index
    const found = end.exec(text)
    return after(text, found?.index ?? -1, found?.[0].length ?? 0)
  }
  const whole = (run(ADDRESS, text, index) ?? run(TAG, text, index))?.[0]
  if (whole !== undefined && !/\n[ \t]*\n/.test(whole)) return index + whole.length
  return isInHtml(text, index) ? text.length : endOfParagraph(text, index)
}

const after = (text: string, at: number, length: number): number => (at < 0 ? text.length : at + length)

function run(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from
  return pattern.exec(text)
}

const BEGINS = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*<[a-z/!?]/i

/** Whether a line of the paragraph, up to this place, begins with a tag. */
function isInHtml(text: string, index: number): boolean {
  let end = index + 2
  while (end > 0) {
    const start = text.lastIndexOf('\n', end - 1) + 1
    const line = text.slice(start, end)
    if (/^[ \t]*$/.test(line)) return false
    if (BEGINS.test(line)) return true
    end = start - 1
  }
  return false
}
