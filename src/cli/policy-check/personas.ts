import { ASSOCIATIONS } from '../../core/actor.js'
import { SUPPORTED_EVENTS } from '../../github/event.js'
import type { Persona } from '../local/persona.js'

/** Words of the policies that somebody may have written on a label or a branch. */
const MAX_WORDS = 12
const WORD = /^[\w./:@-]{1,60}$/

export type Known = { readonly roles: readonly string[]; readonly strings: readonly string[] }

/**
 * Who may open a pull request, the likeliest first: every role, every association; then with all at once that a policy may look
 * at, and with each of it by itself. The same list for the same policies.
 */
export function personas({ roles, strings }: Known): readonly Persona[] {
  const words = wordsOf({ roles, strings }).slice(0, MAX_WORDS)
  const events = SUPPORTED_EVENTS.filter((name) => name !== 'merge_group' && name !== 'pull_request')
  const who: readonly Persona[] = [
    somebody({ association: 'NONE' }),
    ...roles.map((role) => somebody({ roles: [role] })),
    ...(roles.length > 1 ? [somebody({ roles })] : []),
    ...ASSOCIATIONS.filter((association) => association !== 'NONE').map((association) => somebody({ association })),
  ]
  const turns: readonly Partial<Persona>[] = [
    { draft: true },
    { fork: true },
    ...words.map((word) => ({ labels: [word] })),
    ...events.map((event) => ({ event })),
    ...words.map((word) => ({ repository: { branch: word, baseBranch: word } })),
    { changedFiles: 1000 },
    { type: 'Bot', login: 'dependabot[bot]' },
    { isLocalMode: true },
    { reviews: roles.map((role, i) => ({ login: `reviewer-${i}`, roles: [role] })) },
  ]
  // Two rules give one name two values where the conditions of both hold: what each looks for alone is not enough.
  const crowds: readonly Partial<Persona>[] = [
    { labels: words, draft: true },
    { labels: words, draft: true, fork: true, changedFiles: 1000 },
    { labels: words, fork: true, changedFiles: 1000 },
    ...(words.length > 1 ? [{ labels: words }] : []),
  ]
  const mixed = mixtures(words, roles)
  const [plain = somebody({}), ...others] = who
  const first = who.slice(0, 1 + roles.length + (roles.length > 1 ? 1 : 0))
  return [
    ...who,
    ...crowds.flatMap((crowd) => first.toReversed().map((one) => ({ ...one, ...crowd }))),
    ...turns.map((turn) => ({ ...plain, ...turn })),
    ...mixed,
    ...turns.flatMap((turn) => others.map((one) => ({ ...one, ...turn }))),
    ...roles.flatMap((role) => ASSOCIATIONS.map((association) => somebody({ roles: [role], association }))),
  ]
}

const MIXED = 120

/**
 * People and pull requests of which much is the case at once, each another mixture: two rules that are never both looked for alone
 * meet in one of them. Words are taken as labels, as branches, as what a branch or a file begins or ends with.
 */
function mixtures(words: readonly string[], roles: readonly string[]): readonly Persona[] {
  const toss = tosser()
  const some = <T>(items: readonly T[]): readonly T[] => items.filter(() => toss(2) === 0)
  const one = <T>(items: readonly T[]): T | undefined => items[toss(items.length)]
  const branches = ['main', 'main', 'feature', ...words.flatMap((word) => [word, `${word}1`])]
  const paths = ['src/index.js', ...words.flatMap((word) => [word, `${word}/a`, `a${word}`])]
  return Array.from({ length: MIXED }, () => {
    const files = some(paths).map((path) => ({ path, status: 'modified', additions: 1, deletions: 1 }))
    const branch = one(branches)
    const baseBranch = one(branches)
    const association = one(ASSOCIATIONS)
    return somebody({
      roles: some(roles),
      ...(toss(2) === 0 && association && { association }),
      labels: some([...words, 'one', 'two', 'three', 'four']),
      draft: toss(2) === 0,
      fork: toss(3) === 0,
      files,
      changedFiles: files.length + (one([0, 10, 60, 150, 1000]) ?? 0),
      repository: { ...(branch && { branch }), ...(baseBranch && { baseBranch }) },
    })
  })
}

/** The same tosses each time: what was found once is found again (a linear congruential generator, Numerical Recipes). */
function tosser(): (sides: number) => number {
  let state = 20_261_121
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const somebody = (rest: Partial<Persona>): Persona => ({
  login: 'someone',
  action: 'opened',
  author: 'someone',
  repository: { branch: 'feature', baseBranch: 'main' },
  headSha: '1'.repeat(40),
  baseSha: '2'.repeat(40),
  files: [{ path: 'src/index.js', status: 'modified', additions: 1, deletions: 1 }],
  ...rest,
})

/** What of these strings is a word, and none that stands elsewhere in the input anyway. A pattern counts as what it begins with. */
export function wordsOf({ roles, strings: texts }: Known): readonly string[] {
  const strings = [...new Set(texts.map((text) => text.replace(/^\^|\$$/g, '')))]
  const elsewhere: ReadonlySet<string> = new Set([...roles, ...ASSOCIATIONS, ...SUPPORTED_EVENTS])
  return strings.filter(
    (text) => WORD.test(text) && !elsewhere.has(text) && !/^(check|tool|capability)\.\w+$/.test(text),
  )
}
