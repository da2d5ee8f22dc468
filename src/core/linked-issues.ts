import { hideUnread } from './unread-text.js'

/** The repository whose issues count; `server` is that of the URLs, https://github.com unless said otherwise. */
type Repository = { readonly owner: string; readonly name: string; readonly server?: string }

/** At most this much of a text is read: GitHub itself takes 65,536 characters of a body. */
export const MAX_TEXT = 262_144
const MAX_ISSUES = 100

const KEYWORD = /(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+(?=(\S{1,400}))/gi

/**
 * The issues of this repository that the text closes by a keyword, each once, in the order of the text
 * (docs.github.com, "Linking a pull request to an issue"). What stands in code, or where nobody reads it, closes nothing, and
 * neither does `own`, the number of the pull request that the text is of: they are counted together with the issues.
 */
export function findLinkedIssues(text: string, repository: Repository, own?: number): readonly number[] {
  const { owner, name, server = 'https://github.com' } = repository
  const place = `${owner}/${name}`.toLowerCase()
  const references = ['#', `${place}#`, `${server.toLowerCase().replace(/\/+$/, '')}/${place}/issues/`]
  const visible = hideUnread(text.slice(0, MAX_TEXT).replace(/\r\n?/g, '\n'))
  const found = new Set<number>()
  for (const match of visible.matchAll(KEYWORD)) {
    if (isLetter(visible[match.index - 1])) continue
    const number = readReference(match[1] ?? '', references)
    if (number !== undefined && number !== own) found.add(number)
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
