import type { Policy } from './config.js'
import type { Stance } from './enforcement.js'
import type { Circumstances } from './input.js'
import { type Evaluation, failedEvaluation } from './pdp.js'
import { type Subject, type SubjectRoles, unreadParts } from './subject.js'

const OFF: readonly string[] = ['', 'off', 'false', '0', 'no']

/** True for anything but empty, `off`, `false`, `0` and `no`: a switch that somebody misspelt is on. */
export const isKillSwitchOn = (input: string): boolean => !OFF.includes(input.trim().toLowerCase())

/** What a kill switch elsewhere says; one that cannot be read is on. */
export type Switched =
  | { readonly kind: 'off' }
  | { readonly kind: 'on' }
  | { readonly kind: 'unreadable'; readonly message: string }

type Closed = Extract<Stance, { kind: 'closed' }>

/** The stance of a run whose kill switch is on, or cannot be read; undefined where it is off. */
export function whyKilled(killSwitch: string, switched: Switched): Closed | undefined {
  const on = { kind: 'closed', reasonCode: 'kill_switch_activated' } as const
  if (isKillSwitchOn(killSwitch)) return { ...on, reason: 'the kill switch is on: nothing is allowed' }
  switch (switched.kind) {
    case 'off':
      return undefined
    case 'on':
      return { ...on, reason: 'the kill switch at "policy.kill_switch" is on: nothing is allowed' }
    case 'unreadable': {
      const reason = `the kill switch at "policy.kill_switch" cannot be read, and so is on: ${switched.message}`
      return { ...on, reason, errorCode: 'ERR_KILL_SWITCH' }
    }
  }
}

/** Whether the policy is asked at all: the kill switch comes first, then a written `disabled`, then the licence. */
export function chooseStance(killed: Closed | undefined, engine: Policy['engine'], license: Stance): Stance {
  if (killed) return killed
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
  { usage = {} }: Circumstances = {},
): Evaluation | undefined {
  const { facts } = subject
  const [unresolved] = [roles.actor, ...roles.others].flatMap((found) => found.unresolved)
  if (unresolved) return failedEvaluation('ERR_ROLE_UNRESOLVED', unresolved.message)
  const unread = unreadParts(subject).filter(({ name }) => mayRead(name))
  // A number that nobody knows would read as one that is below every limit.
  const uncounted = mayRead('usage')
    ? Object.entries(usage).flatMap(([name, reading]) =>
        'unknown' in reading ? [`usage.${name}: ${reading.unknown}`] : [],
      )
    : []
  const incomplete = [...facts.incomplete, ...unread.map(({ why }) => why), ...uncounted]
  if (incomplete.length === 0) return undefined
  const missing = [...new Set(incomplete)].join('; ')
  return failedEvaluation(
    'ERR_INPUT_INCOMPLETE',
    `not everything is known of this ${facts.event} on which a policy may rely: ${missing}`,
  )
}
