/** Where the paragraph ends that this place is in: before a line that is blank, or is but that inside of a quote. */
export function endOfParagraph(text: string, from: number): number {
  BLANK_LINE.lastIndex = from
  return BLANK_LINE.exec(text)?.index ?? text.length
}

const BLANK_LINE = /\n[ \t>]*(?=\n)/g

/** For each run of backticks with one of the same length later in its paragraph: where that ends. */
export function codeSpansOf(text: string): ReadonlyMap<number, number> {
  const runs: { readonly start: number; readonly length: number }[] = []
  const ends = new Map<number, number>()
  let paragraph = new Map<number, number>()
  const pairParagraph = () => {
    for (const { start, length } of runs.toReversed()) {
      const next = paragraph.get(length)
      if (next !== undefined) ends.set(start, next + length)
      paragraph.set(length, start)
    }
    runs.length = 0
    paragraph = new Map()
  }
  for (const { 0: found, index } of text.matchAll(/`+|\n[ \t>]*(?=\n)/g)) {
    if (found.startsWith('`')) runs.push({ start: index, length: found.length })
    else pairParagraph()
  }
  pairParagraph()
  return ends
}

/**
 * Where the block of code ends whose fence stands behind `before`: with its own end, with the quote or the item of a list that it
 * is in, or, where it may have ended and nobody can tell, with the text.
 */
export function endOfFence(text: string, from: number, before: string, fence: string): number {
  const isItem = /[^ \t>]/.test(before)
  const quotes = quotesIn(before)
  const indent = indentOf(before)
  let start = text.indexOf('\n', from)
  while (start >= 0) {
    const next = text.indexOf('\n', start + 1)
    const line = text.slice(start + 1, next < 0 ? undefined : next)
    const blanks = /^[ \t>]*/.exec(line)?.[0] ?? ''
    if (quotesIn(blanks) < quotes) return start
    const rest = line.slice(blanks.length).replace(/[ \t]+$/, '')
    if (rest !== '') {
      const further = indentOf(blanks) - indent
      if (further < 0) return isItem ? start : text.length
      const isEnd = rest.length >= fence.length && rest === fence.charAt(0).repeat(rest.length)
      if (isEnd && further < 4) return next < 0 ? text.length : next
    }
    start = next
  }
  return text.length
}

const quotesIn = (before: string): number => before.split('>').length - 1

/** How far in a line stands inside of its quotes, a tab as four; the blank behind the mark of a quote belongs to the mark. */
function indentOf(before: string): number {
  const inside = before.slice(before.lastIndexOf('>') + 1)
  return (before.includes('>') ? inside.replace(/^ /, '') : inside).replaceAll('\t', '    ').length
}
