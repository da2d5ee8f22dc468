import type { Policy } from './config.js'
import type { Stance } from './enforcement.js'
import { type Evaluation, failedEvaluation } from './pdp.js'
import { type Subject, type SubjectRoles, unreadParts } from './subject.js'

const OFF: readonly string[] = ['', 'off', 'false', '0', 'no']

/** True for anything but empty, `off`, `false`, `0` and `no`: a switch that somebody misspelt is on. */
export const isKillSwitchOn = (input: string): boolean => !OFF.includes(input.trim().toLowerCase())

/** Whether the policy is asked at all: the kill switch comes first, then a written `disabled`, then the licence. */
export function chooseStance(killSwitch: string, engine: Policy['engine'], license: Stance): Stance {
  if (isKillSwitchOn(killSwitch)) {
    return { kind: 'closed', reasonCode: 'kill_switch_activated', reason: 'the kill switch is on: nothing is allowed' }
  }
  if (engine === 'disabled') {
    return { kind: 'open', reasonCode: 'disabled', reason: 'the config says "engine: disabled"' }
  }
  return license
}

/** The one answer to every query about a subject whose facts are not complete; undefined where they are. */
export function whyUnanswerable(
  subject: Subject,
  roles: SubjectRoles,
  mayRead: (part: string) => boolean,
): Evaluation | undefined {
  const { facts } = subject
  const [unresolved] = [roles.actor, ...roles.others].flatMap((found) => found.unresolved)
  if (unresolved) return failedEvaluation('ERR_ROLE_UNRESOLVED', unresolved.message)
  const unread = unreadParts(subject).filter(({ name }) => mayRead(name))
  const incomplete = [...facts.incomplete, ...unread.map(({ why }) => why)]
  if (incomplete.length === 0) return undefined
  const missing = [...new Set(incomplete)].join('; ')
  return failedEvaluation(
    'ERR_INPUT_INCOMPLETE',
    `not everything is known of this ${facts.event} on which a policy may rely: ${missing}`,
  )
}
