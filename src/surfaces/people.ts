import { sameName } from '../core/actor.js'
import type { Facts } from '../core/facts.js'
import type { People, Report } from '../core/report.js'
import type { Roles } from '../core/roles.js'
import { nameSubject } from '../core/subject.js'
import { clip } from '../core/text.js'
import { code, escapeMarkdown, keepLines } from './markdown.js'
import { name, sayReason } from './step-tables.js'

/** Somebody who stands behind a run beside its actor, with their roles where those were asked for. */
export type Bystander = { readonly login: string; readonly as: string; readonly type?: string; readonly roles?: Roles }

/** Everybody but the actor: the sender where that is somebody else, who pushed the head, and who re-ran the workflow. */
export function bystanders({ facts, roles }: People): readonly Bystander[] {
  const { actor, sender, others } = facts
  const known = [actor.login, ...others.map(({ login }) => login)]
  const isNew = sender && !known.some((login) => sameName(login, sender.login))
  return [
    ...(isNew ? [{ ...sender, as: 'sender', ...(roles.sender && { roles: roles.sender }) }] : []),
    ...others.map((other, i): Bystander => {
      const found = roles.others[i]
      return { ...other, ...(found && { roles: found }) }
    }),
  ]
}

/** Whom the run is about and who stands behind it, each with their roles and the reasons for them. */
export function renderPeople(report: Report, room: number): readonly string[] {
  const { facts, people } = report
  if (!facts) return []
  return ['### Who', keepLines(sayAll(facts, people), room, (hidden) => `- …and ${hidden} more lines`).join('\n')]
}

function sayAll(facts: Facts, people: readonly People[]): readonly string[] {
  const [first, ...more] = people
  // A run that was refused never came to look anybody up: that is not the same as having no role.
  if (!first) return [sayActor(facts), '- Roles: not looked up', ...sayPull(facts)]
  if (more.length === 0) return [...sayOne(first), ...sayPull(first.facts)]
  return people.flatMap((one) => {
    const fork = one.facts.pullRequest?.fork ? ', from a fork' : ''
    return [`- ${capital(nameSubject(one.facts))}${fork}`, ...sayOne(one).map((line) => `  ${line}`)]
  })
}

const sayOne = (one: People): readonly string[] => [
  sayActor(one.facts),
  `- Roles: ${sayRoles(one.roles.actor)}`,
  ...bystanders(one).map(
    ({ as, login, roles }) => `- ${capital(as)}: ${code(login)}; roles: ${roles ? sayRoles(roles) : 'not looked up'}`,
  ),
]

const PARTS: ReadonlyMap<string, string> = new Map([
  ['pull_request.user', 'the author of the pull request'],
  ['comment.user', 'who wrote the comment'],
  ['sender', 'who caused the event'],
  ['merge_group', 'for the merge queue'],
])

const sayActor = ({ actor }: Facts): string =>
  `- ${code(actor.login)}, ${PARTS.get(actor.source) ?? escapeMarkdown(actor.source)}${actor.association ? `, ${code(actor.association)}` : ''}`

const sayPull = ({ pullRequest }: Facts): readonly string[] =>
  pullRequest ? [`- Pull request ${pullRequest.number}${pullRequest.fork ? ', from a fork' : ''}`] : []

const MAX_ROLES = 50
const MAX_BECAUSE = 200

function sayRoles({ matches, unresolved }: Roles): string {
  const shown = matches
    .slice(0, MAX_ROLES)
    .map(({ role, because }) => `${name(role)} (${escapeMarkdown(clip(because, MAX_BECAUSE))})`)
  const hidden = matches.length - shown.length
  const open = unresolved.slice(0, MAX_ROLES).map(({ role, message }) => `⚠️ ${name(role)}: ${sayReason(message)}`)
  return [
    ...(shown.length > 0 ? [shown.join(', ')] : open.length > 0 ? [] : ['none']),
    ...(hidden > 0 ? [`and ${hidden} more`] : []),
    ...open,
  ].join('; ')
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
