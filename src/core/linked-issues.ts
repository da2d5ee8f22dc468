/** The repository whose issues count; `server` is that of the URLs, https://github.com unless said otherwise. */
type Repository = { readonly owner: string; readonly name: string; readonly server?: string }

/** At most this much of a text is read: GitHub itself takes 65,536 characters of a body. */
export const MAX_TEXT = 262_144
const MAX_ISSUES = 100

// Nothing that a keyword or a reference could be made of: what stood here is no part of either.
const HIDDEN = '`'

const KEYWORD = /(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+(?=(\S{1,400}))/gi

/**
 * The issues of this repository that the text closes by a keyword, each once, in the order of the text
 * (docs.github.com, "Linking a pull request to an issue"). What stands in code or in an HTML comment closes nothing.
 */
export function findLinkedIssues(text: string, repository: Repository): readonly number[] {
  const { owner, name, server = 'https://github.com' } = repository
  const place = `${owner}/${name}`.toLowerCase()
  const references = ['#', `${place}#`, `${server.toLowerCase().replace(/\/+$/, '')}/${place}/issues/`]
  const visible = hideCode(text.slice(0, MAX_TEXT).replaceAll('\r\n', '\n'))
  const found = new Set<number>()
  for (const match of visible.matchAll(KEYWORD)) {
    if (isLetter(visible[match.index - 1])) continue
    const number = readReference(match[1] ?? '', references)
    if (number !== undefined) found.add(number)
    if (found.size === MAX_ISSUES) break
  }
  return [...found]
}

const isLetter = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}_]/u.test(unit)

function readReference(word: string, references: readonly string[]): number | undefined {
  const lower = word.toLowerCase()
  const start = references.find((reference) => lower.startsWith(reference))
  if (start === undefined) return undefined
  // `#12th`, `#12/files` and `#12#issuecomment-3` are other things than the issue 12.
  const digits = /^([1-9]\d{0,9})(?![\p{L}\p{N}_/#?])/u.exec(word.slice(start.length))?.[1]
  return digits === undefined ? undefined : Number(digits)
}

// Fences, comments, code spans, and what a backslash takes the meaning from: whichever comes first hides what is in it.
const MARKS = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?=[^`\n]*$)|~{3,})|<!--|`+|\\[^\n]/gm

/** The text without its code and comments; what is opened and never closed hides the rest. */
function hideCode(text: string): string {
  const spans = pairSpans(text)
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
  const [written, fence] = mark
  if (fence !== undefined) return endOfFence(text, mark.index + written.length, fence)
  if (written.startsWith('\\')) return undefined
  if (written.startsWith('`')) return spans.get(mark.index)
  const end = text.indexOf('-->', mark.index + 2)
  return end < 0 ? text.length : end + 3
}

function endOfFence(text: string, from: number, fence: string): number {
  let start = text.indexOf('\n', from)
  while (start >= 0) {
    const next = text.indexOf('\n', start + 1)
    const line = text.slice(start + 1, next < 0 ? undefined : next)
    const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1]
    if (closing !== undefined && closing.length >= fence.length && closing[0] === fence[0])
      return next < 0 ? text.length : next
    start = next
  }
  return text.length
}

/** For each run of backticks with one of the same length later in its paragraph: where that ends. */
function pairSpans(text: string): ReadonlyMap<number, number> {
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
  for (const { 0: found, index } of text.matchAll(/`+|\n[ \t]*(?=\n)/g)) {
    if (found.startsWith('`')) runs.push({ start: index, length: found.length })
    else pairParagraph()
  }
  pairParagraph()
  return ends
}
