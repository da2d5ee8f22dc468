import type { OverrideLine, Reviewer, Reviews } from './approvals.js'
import { visibleLines } from './review-text.js'
import { whyIgnored } from './reviewers.js'
import { clip } from './text.js'
import { hideUnread } from './unread-text.js'

export const MAX_OVERRIDES = 50
const MAX_REASON = 500
const MAX_WORD = 1000
const MAX_READ = 5000

const WORD = 'stepgate-override:'
// The word as it is meant, or nearly: in capitals, with a blank before the colon, or with none behind it.
const NEARLY = /(stepgate-override[^\S\r\n]*:)([^\S\r\n]*)([^\r\n]{1,1200})/gi

/** What an approving review has to say so that a step may run that a soft rule blocks. */
export const sayOverrideLine = (step: string): string =>
  `${WORD} ${/[\s"]/.test(step) ? JSON.stringify(step) : step} <reason>`

/** The way out of a soft no, where somebody may lift it. */
export const sayHowToLift = (step: string, roles: readonly string[]): string | undefined =>
  roles.length === 0
    ? undefined
    : `let somebody with ${roles.length === 1 ? 'the role' : 'one of the roles'} ${roles.join(', ')} approve the head with a review that says: ${sayOverrideLine(step)}`

/** The lines of a review's text that ask for an override, each with its reason, which is empty where none is given. */
export function parseOverrides(body: string): readonly OverrideLine[] {
  const found: OverrideLine[] = []
  for (const line of visibleLines(body)) {
    if (found.length === MAX_OVERRIDES) break
    const from = line.search(/[^ ]/)
    if (from < 0 || from > 3 || !line.startsWith(WORD, from)) continue
    const rest = line.slice(from + WORD.length)
    // `stepgate-override:deploy` reads as one word, and so as none of ours.
    if (rest !== '' && !/^[ \t]/.test(rest)) continue
    found.push(parseLine(rest.trim()))
  }
  return found
}

/** The steps that such lines name which nobody says: they are quoted, in code or hidden. For a warning, and for nothing else. */
export const findUnseen = (body: string): readonly string[] => namedBy(body, isWritten)

/** The steps that lines name which are nearly such lines. For a warning, and for nothing else. */
export const findMisspelt = (body: string): readonly string[] => namedBy(body, (...parts) => !isWritten(...parts))

const isWritten = (word: string, blanks: string): boolean => word === WORD && /^[ \t]/.test(blanks)

function namedBy(body: string, isOne: typeof isWritten): readonly string[] {
  const said = new Set(parseOverrides(body).map(({ step }) => step))
  const named = [...body.matchAll(NEARLY)]
    .filter(([, word = '', blanks = '']) => isOne(word, blanks))
    .slice(0, MAX_OVERRIDES)
    .map(([, , , text = '']) => parseLine(text.trim()).step)
  return [...new Set(named)].filter((step) => !said.has(step))
}

function parseLine(text: string): OverrideLine {
  const quoted = readQuoted(text)
  const end = quoted?.end ?? text.search(/\s|$/)
  return { step: quoted?.step ?? clip(text.slice(0, end), MAX_WORD), reason: readReason(text.slice(end)) }
}

// A step whose name has blanks stands in quotes, as JSON writes text.
function readQuoted(text: string): { readonly step: string; readonly end: number } | undefined {
  const found = /^"(?:[^"\\]|\\.)*"(?=\s|$)/.exec(text)?.[0]
  if (found === undefined) return undefined
  try {
    return { step: clip(JSON.parse(found) as string, MAX_WORD), end: found.length }
  } catch {
    return undefined
  }
}

// Nobody can read a reason without a letter or a digit in it, and a template that was never filled in gives none.
function readReason(text: string): string {
  const said = text.trim()
  return /[\p{L}\p{N}]/u.test(readable(said)) && !/^<[^<>]*>$/.test(said) ? clip(said, MAX_REASON) : ''
}

/**
 * What a reader of the page sees of it at least: no image or address of a link, no HTML, no character by its name or number, which
 * may be a blank, and no letter that shows as nothing. Words in code are read; the colon stands for what is before it on its line.
 */
const readable = (said: string): string =>
  hideUnread(`: ${said.slice(0, MAX_READ).replaceAll('`', ' ')}`).replace(
    /&#?\w+;|\p{Default_Ignorable_Code_Point}/gu,
    ' ',
  )

/** Somebody whose review is no override, and why. */
export type Ignored = {
  readonly login: string
  readonly why: string
  /** Whether it names the step, or nearly: who merely approves has not tried. */
  readonly tried: boolean
}

export type Override =
  | { readonly kind: 'found'; readonly by: string; readonly role: string; readonly reason: string }
  | {
      readonly kind: 'none'
      /** Everybody whose review is none, those first who tried. */
      readonly ignored: readonly Ignored[]
      /** Why nobody's review is known; left out where they are. */
      readonly unavailable?: string
    }

/** Who lifts what soft rules say against this step, and why everybody else does not. */
export function findOverride(step: string, roles: readonly string[], reviews: Reviews): Override {
  if (reviews.kind === 'unavailable') return { kind: 'none', ignored: [], unavailable: reviews.message }
  const ignored: Ignored[] = []
  for (const reviewer of reviews.reviewers) {
    const { login, overrides = [], unseen = [], misspelt = [] } = reviewer
    const named = [...overrides.map((line) => line.step), ...unseen, ...misspelt]
    const found = judge(step, roles, reviewer)
    if ('reason' in found) return { kind: 'found', by: login, ...found }
    ignored.push({ login, why: found.why, tried: named.some((name) => isNear(name, step)) })
  }
  return { kind: 'none', ignored: ignored.sort((a, b) => Number(b.tried) - Number(a.tried)) }
}

/** Whether these are the same but for the case of their letters and for what stands between and around them. */
const isNear = (name: string, step: string): boolean => lettersOf(name) === lettersOf(step)

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || name

function judge(
  step: string,
  roles: readonly string[],
  reviewer: Reviewer,
): { readonly role: string; readonly reason: string } | { readonly why: string } {
  const { state, overrides = [], unseen = [], misspelt = [], olderCommit, roles: own } = reviewer
  const lines = overrides.filter((line) => line.step === step)
  const ignored = whyIgnored(reviewer)
  if (ignored !== undefined) return { why: ignored }
  if (state !== 'approved') return { why: 'asked for changes' }
  if (lines.length === 0) {
    const near = overrides.some((line) => isNear(line.step, step))
    const isIn = (names: readonly string[]) => !near && names.some((name) => isNear(name, step))
    if (isIn(unseen)) return { why: UNSAID }
    return { why: isIn(misspelt) ? sayMisspelt(step) : sayNoLine(step, overrides) }
  }
  // What an approval says of the same changes still holds after a rebase. What a rule says against them may be new.
  if (olderCommit !== undefined)
    return { why: `given on ${olderCommit.slice(0, 7)}, and an override has to be given on the head itself` }
  const reason = lines.find((line) => line.reason !== '')?.reason
  if (reason === undefined) return { why: `gives no reason: "${sayOverrideLine(step)}"` }
  const match = own.matches.find(({ role }) => roles.includes(role))
  if (match) return { role: match.role, reason }
  const open = own.unresolved.find(({ role }) => roles.includes(role))
  if (open) return { why: open.message }
  const mine = own.matches.map(({ role }) => role)
  return {
    why: `${mine.length === 0 ? 'has no role' : `has ${mine.join(', ')}`}, and an override needs ${sayRoles(roles)}`,
  }
}

const UNSAID =
  'its line is quoted, in code or hidden, or may be: put it first, or after a blank line and before any HTML'

const sayMisspelt = (step: string): string =>
  `its line has to read "${sayOverrideLine(step)}": in small letters, with no blank before the colon and one behind it`

function sayNoLine(step: string, overrides: readonly OverrideLine[]): string {
  const near = overrides.find((line) => isNear(line.step, step)) ?? overrides[0]
  return near
    ? `names the step ${JSON.stringify(clip(near.step, 80))}, not ${JSON.stringify(step)}`
    : `has no line "${sayOverrideLine(step)}"`
}

const sayRoles = (roles: readonly string[]): string =>
  roles.length === 0 ? 'a role, and "policy.override.roles" names none' : `one of the roles ${roles.join(', ')}`
