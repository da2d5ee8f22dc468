import type { Assessment } from '../../core/approvals.js'
import type { Capabilities, ResolvedCapabilities } from '../../core/capabilities.js'
import type { Step } from '../../core/config.js'
import type { Ruling } from '../../core/enforcement.js'
import type { Evaluation } from '../../core/pdp.js'
import type { Query } from '../../core/query.js'
import type { RoleMatch } from '../../core/roles.js'
import type { StepReport, ToolReport } from '../../core/steps.js'
import type { Answered } from '../local/open.js'
import type { Question } from './question.js'

export type AnswerOutcome = Ruling['outcome'] | 'not-evaluated'

/** Whom an answer is about. */
export type Who = {
  readonly login: string
  readonly association?: string
  readonly roles: readonly Partial<RoleMatch>[]
  readonly event: string
}

/** What became of one question. */
export type Answer = Omit<Ruling, 'outcome' | 'approvals'> & {
  readonly step: string
  readonly question: Question
  readonly outcome: AnswerOutcome
  readonly approvals: readonly Assessment[]
  /** Of a step: those that keep it from running, or waiting, by what they depend on. */
  readonly dependencies: readonly StepReport[]
  /** Of a step. */
  readonly tools: readonly ToolReport[]
  /** What is left of what the AI asks for. */
  readonly capabilities?: { readonly asked: Capabilities; readonly left: ResolvedCapabilities }
  /** The question as the policy was asked it, with its raw answer; left out where nobody was asked. */
  readonly asked?: { readonly query: Query; readonly evaluation: Evaluation }
}

/** What became of this question about this step. */
export function answerOf(step: Step, question: Question, answered: Answered): Answer | undefined {
  const report = answered.steps.get(step.id)
  if (!report) return undefined
  const asked = askedOf(step, question, answered)
  const left = report.capabilities?.left
  const about = {
    step: step.id,
    question,
    dependencies: [],
    tools: [],
    ...(asked && { asked }),
    ...(step.capabilities && left && { capabilities: { asked: step.capabilities, left } }),
  }
  switch (question.scope) {
    case 'check.execute': {
      const { outcome, tools } = report
      return { ...about, ...rulingOf(report), outcome, tools, dependencies: blocking(step, answered) }
    }
    case 'tool.invoke': {
      const { server, method } = question.tool
      const found = report.tools.find((tool) => tool.server === server && tool.method === method)
      const { capabilities: _, ...rest } = about
      return found && { ...rest, ...rulingOf(found), outcome: found.outcome }
    }
    case 'capability.resolve': {
      const ruling = report.capabilities?.ruling
      return ruling && { ...about, ...rulingOf(ruling), outcome: ruling.outcome }
    }
  }
}

const rulingOf = ({
  reasonCode,
  reason,
  errorCode,
  warnings,
  approvals = [],
  reasons,
  modify,
}: Omit<Ruling, 'outcome'>) => ({
  reasonCode,
  ...(reason !== undefined && { reason }),
  ...(errorCode !== undefined && { errorCode }),
  warnings,
  approvals,
  ...(reasons && { reasons }),
  ...(modify && { modify }),
})

/** The question that decided: that about somebody behind the run, where it was theirs that blocks. */
function askedOf({ id }: Step, question: Question, { judgements }: Answered): Answer['asked'] {
  const records = judgements
    .flatMap((judgement) => judgement.records)
    .filter(
      ({ enforcement: { query } }) =>
        query.step === id &&
        query.scope === question.scope &&
        (question.scope !== 'tool.invoke' || query.tool === question.tool),
    )
  const decisive = records.find(({ enforcement }) => enforcement.outcome === 'block') ?? records[0]
  if (
    !decisive ||
    decisive.enforcement.query.packsAlone ||
    (decisive.evaluation.kind === 'error' && decisive.evaluation.code === 'ERR_NOT_ASKED')
  )
    return undefined
  return { query: decisive.enforcement.query, evaluation: decisive.evaluation }
}

/** The steps without which this one does not run, and that do not run themselves. */
const blocking = (step: Step, { steps }: Answered): readonly StepReport[] =>
  step.dependsOn
    .map((group) => group.flatMap((id) => steps.get(id) ?? []))
    .filter((reports) => !reports.some(({ allowed }) => allowed))
    .flat()

export const goesOn = ({ outcome }: Pick<Answer, 'outcome'>): boolean => outcome === 'pass' || outcome === 'warn'

/** Whom this subject is about, with the roles that they have and because of what. */
export function whoOf({ judgements: [first] }: Answered): Who {
  if (!first) return { login: 'nobody', roles: [], event: '' }
  const { actor, event } = first.subject.facts
  return {
    login: actor.login,
    ...(actor.association && { association: actor.association }),
    roles: first.roles.actor.matches,
    event,
  }
}
