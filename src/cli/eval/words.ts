import { configured, describeLoss, type ResolvedCapabilities, SWITCHES } from '../../core/capabilities.js'
import { clip, toLine } from '../../core/text.js'
import type { Answer, AnswerOutcome, Who } from './answer.js'

export const MARKS: Readonly<Record<AnswerOutcome, string>> = {
  pass: '✔',
  warn: '!',
  block: '✘',
  pending: '…',
  'not-evaluated': '✘',
}

const MAX_REASON = 400

/** `alice (developer, admin)` */
export const nameWho = ({ login, roles }: Who): string =>
  toLine(`${login} (${roles.length === 0 ? 'no role' : roles.map(({ role }) => role).join(', ')})`)

/** What is asked about, in words. */
export function nameAsked({ step, question }: Pick<Answer, 'step' | 'question'>): string {
  switch (question.scope) {
    case 'check.execute':
      return toLine(step)
    case 'tool.invoke':
      return toLine(`${question.tool.server}/${question.tool.method} of ${step}`)
    case 'capability.resolve':
      return toLine(`what the AI of ${step} asks for`)
  }
}

/** The outcome in one sentence, without a full stop. */
export function sayOutcome(answer: Answer, who: Who): string {
  const what = nameAsked(answer)
  const person = nameWho(who)
  const isTool = answer.question.scope === 'tool.invoke'
  if (answer.question.scope === 'capability.resolve') return sayCapabilities(answer, what, person)
  switch (answer.outcome) {
    case 'pass':
      return `${what} may ${isTool ? 'be called' : 'run'} for ${person}`
    case 'warn':
      return `${what} may ${isTool ? 'be called' : 'run'} for ${person}, with a warning`
    case 'block':
      return `${what} is blocked for ${person}`
    case 'pending':
      return `${what} waits for approval for ${person}`
    case 'not-evaluated':
      return `${what} cannot be asked about for ${person}`
  }
}

function sayCapabilities({ outcome, capabilities }: Answer, what: string, person: string): string {
  if (outcome === 'block' || !capabilities) return `${what} is blocked for ${person}`
  const loss = describeLoss(configured(capabilities.asked), capabilities.left)
  return `${what} is left ${loss === undefined ? 'whole' : loss} for ${person}${outcome === 'warn' ? ', with a warning' : ''}`
}

/** `allowEdit; the tools search_*, get_*` */
export function listCapabilities(left: ResolvedCapabilities): string {
  const switches = SWITCHES.filter((key) => left[key])
  const tools = left.allowedTools
  const said = tools === undefined ? 'every tool' : tools.length === 0 ? 'no tool' : `the tools ${tools.join(', ')}`
  return toLine(`${switches.length === 0 ? 'no switch' : switches.join(', ')}; ${said}`)
}

export const sayReason = (reason: string): string => toLine(clip(reason, MAX_REASON))
