import type { ApprovalRule, Assessment, Reviews } from './approvals.js'
import { personKey } from './memberships.js'
import { count } from './text.js'

const MAX_NAMES = 5
const MAX_IGNORED = 3

type Facts = Omit<Assessment, 'reason' | 'of'>

/** Who has approved, in one line. */
export const sayApproved = ({ counted }: Facts): string =>
  `approved by ${listNames(counted.map(({ login, because }) => `${login}, who ${because}`))}`

/** What is missing, who stands in the way, whose approval does not count and who still could, in one sentence. */
export function sayMissing(facts: Facts, reviews: Pick<Extract<Reviews, { kind: 'known' }>, 'involved'>): string {
  const { rule, counted, vetoes } = facts
  return [
    `needs ${sayRule(rule)}`,
    `has ${counted.length === 0 ? 'none' : `${counted.length} (${listNames(counted.map(({ login }) => login))})`}`,
    ...vetoes
      .slice(0, MAX_NAMES)
      .map(({ login }) => `${login} asked for changes, which stands until ${login} approves or it is dismissed`),
    ...sayIgnored(facts),
    sayCould(facts, reviews),
  ]
    .filter((part) => part !== '')
    .join('; ')
}

/** `2 approvals by the role admin, the team platform or bob`. */
export const sayRule = (rule: ApprovalRule): string =>
  `${count(rule.count, 'approval')} by ${either([
    ...rule.roles.map((role) => `the role ${role}`),
    ...rule.teams.map((team) => `the team ${team}`),
    ...rule.users,
  ])}`

function sayIgnored({ ignored }: Facts): readonly string[] {
  const said = ignored.slice(0, MAX_IGNORED).map(({ login, reason }) => `${login}'s does not count (${reason})`)
  const hidden = ignored.length - said.length
  return hidden > 0 ? [...said, `nor do ${hidden} more`] : said
}

function sayCould(
  { rule, counted, could, nobody }: Facts,
  { involved }: { readonly involved: ReadonlyMap<string, string> },
): string {
  if (nobody) {
    const left = could.people.length === 0 ? 'nobody else could' : `only ${listNames(could.people)} could`
    const named = rule.users.flatMap((user) => {
      const why = involved.get(personKey(user))
      return why === undefined ? [] : [`${user} is ${why}`]
    })
    const why = named.length === 0 ? '' : ` (${listNames(named)})`
    return `${left}${why}, so that it waits for ever: let more people approve it in "approvals"`
  }
  // What is missing is then not an approval.
  if (counted.length >= rule.count) return ''
  const anybody = could.groups.length === 0 ? [] : [`anybody else of ${either(could.groups)}`]
  const all = [...could.people.slice(0, MAX_NAMES), ...more(could.people.length), ...anybody]
  return all.length === 0 ? '' : `${all.join(', ')} could`
}

const more = (total: number): readonly string[] => (total > MAX_NAMES ? [`${total - MAX_NAMES} more`] : [])

const listNames = (names: readonly string[]): string => [...names.slice(0, MAX_NAMES), ...more(names.length)].join(', ')

const either = (names: readonly string[]): string => {
  const shown = [...names.slice(0, MAX_NAMES), ...more(names.length)]
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`
}
