import { sameName } from './actor.js'
import { sayApproved, sayMissing } from './approval-words.js'
import type { ApprovalRule, Assessment, Reviewer, Reviews } from './approvals.js'
import { personKey } from './memberships.js'
import { isBot, whyIgnored } from './reviewers.js'

type Known = Extract<Reviews, { kind: 'known' }>

/** What became of this requirement. An approval has to be proved; whoever may well have asked for changes keeps it waiting. */
export function assess(rule: ApprovalRule, reviews: Known): Assessment {
  const counted: { login: string; because: string }[] = []
  const vetoes: { login: string; because: string }[] = []
  const ignored: { login: string; reason: string }[] = []
  /** People who fit, and have only to look again. */
  const again: string[] = []
  for (const reviewer of reviews.reviewers) {
    const { login, state } = reviewer
    const fit = fits(rule, reviewer, reviews)
    const reason = whyIgnored(reviewer)
    if (state === 'changes_requested' && !isBot(reviewer) && fit.kind !== 'no') {
      vetoes.push({ login, because: fit.because })
    } else if (state === 'approved' && reason === undefined && fit.kind === 'yes') {
      counted.push({ login, because: fit.because })
    } else {
      ignored.push({ login, reason: reason ?? fit.because })
      if (fit.kind === 'yes' && reviewer.excluded === undefined) again.push(login)
    }
  }
  const met = vetoes.length === 0 && counted.length >= rule.count
  const { people, groups } = candidates(rule, reviews)
  const done = new Set(counted.map(({ login }) => personKey(login)))
  const left = unique([...again, ...people]).filter(
    (login) => !done.has(personKey(login)) && mayApprove(login, reviews),
  )
  const objecting = new Set(vetoes.map(({ login }) => personKey(login)))
  const couldBe = new Set(left.map(personKey))
  // Whoever asked for changes may come round.
  for (const { login } of vetoes) if (mayApprove(login, reviews)) couldBe.add(personKey(login))
  const facts = {
    rule,
    met,
    counted,
    vetoes,
    ignored,
    could: { people: left.filter((login) => !objecting.has(personKey(login))), groups },
    nobody: !met && groups.length === 0 && counted.length + couldBe.size < rule.count,
  }
  return { ...facts, reason: met ? sayApproved(facts) : sayMissing(facts, reviews) }
}

type Fit = { readonly kind: 'yes' | 'no' | 'unknown'; readonly because: string }

function fits(rule: ApprovalRule, reviewer: Reviewer, reviews: Known): Fit {
  const { login, roles } = reviewer
  const role = roles.matches.find((match) => rule.roles.includes(match.role))
  if (role) return { kind: 'yes', because: `has the role ${role.role}` }
  if (rule.users.some((user) => sameName(user, login))) return { kind: 'yes', because: 'is named' }
  let unknown = roles.unresolved.find((open) => rule.roles.includes(open.role))?.message
  for (const team of rule.teams) {
    const found = inTeam(team, reviewer, reviews)
    if (found === true) return { kind: 'yes', because: `is in the team ${team}` }
    if (found !== false) unknown ??= found
  }
  if (unknown !== undefined) return { kind: 'unknown', because: unknown }
  const mine = roles.matches.map((match) => match.role)
  return { kind: 'no', because: `${mine.length === 0 ? 'has no role' : `has ${mine.join(', ')}`}, which is not enough` }
}

// The membership that was asked for by name is the better answer; a list of members is one, too.
function inTeam(team: string, { login, teams }: Reviewer, { members }: Known): boolean | string {
  const asked = teams.get(team)
  if (asked && 'known' in asked) return asked.known
  const listed = members.get(team)
  if (listed && 'known' in listed) return listed.known.some((member) => sameName(member, login))
  const why =
    asked?.unresolved ??
    listed?.unresolved ??
    'GitHub was not asked; name the team in the config, in "approvals" or a role'
  return `whether ${login} is in the team ${team} could not be looked up: ${why}`
}

/** Who fits this requirement, as far as it can be listed, and in words as far as it cannot. */
function candidates(rule: ApprovalRule, reviews: Known): Assessment['could'] {
  const people: string[] = [...rule.users]
  const groups: string[] = []
  const addTeam = (team: string, group: string) => {
    const members = reviews.members.get(team)
    if (members && 'known' in members) people.push(...members.known)
    else groups.push(group)
  }
  for (const team of rule.teams) addTeam(team, `the team ${team}`)
  for (const name of rule.roles) {
    const role = reviews.roles.find((one) => one.name === name)
    if (!role || role.neverApplies) continue
    const group = `the role ${name}`
    people.push(...role.users)
    for (const team of role.teams) addTeam(team, group)
    const byOwner = role.associations.includes('OWNER')
    if (byOwner && reviews.soleOwner !== undefined) people.push(reviews.soleOwner)
    const others = role.associations.filter((association) => association !== 'OWNER')
    if (role.permissions.length > 0 || others.length > 0 || (byOwner && reviews.soleOwner === undefined))
      groups.push(group)
  }
  return { people, groups: [...new Set(groups)] }
}

const mayApprove = (login: string, { involved }: Known): boolean => !isBot({ login }) && !involved.has(personKey(login))

function unique(logins: readonly string[]): readonly string[] {
  const seen = new Map<string, string>()
  for (const login of logins) if (!seen.has(personKey(login))) seen.set(personKey(login), login)
  return [...seen.values()]
}
