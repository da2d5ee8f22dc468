import { describeStep } from '../../core/decisions.js'
import type { JsonObject } from '../../core/json.js'
import type { StepReport } from '../../core/steps.js'
import { type Answer, goesOn, type Who } from './answer.js'

/** This answer as `schemas/cli/eval.schema.json` describes it, with the words of the output `decisions`. */
export function describeAnswer(answer: Answer): JsonObject {
  const { step, question, asked, tools, capabilities, dependencies } = answer
  const { outcome, reason, reasonCode, errorCode, warnings, approvals, reasons, modify } = answer
  const ruling: StepReport = {
    id: step,
    position: { line: 1, column: 1 },
    outcome: outcome === 'not-evaluated' ? 'block' : outcome,
    allowed: goesOn(answer),
    reasonCode,
    warnings,
    tools,
    ...(reason !== undefined && { reason }),
    ...(errorCode !== undefined && { errorCode }),
    ...(approvals.length > 0 && { approvals }),
    ...(reasons && { reasons }),
    ...(modify && { modify }),
  }
  return {
    step,
    scope: question.scope,
    ...(question.scope === 'tool.invoke' && { tool: `${question.tool.server}/${question.tool.method}` }),
    ...describeStep(ruling),
    outcome,
    ...(capabilities && question.scope !== 'tool.invoke' && { capabilities: { ...capabilities.left } }),
    ...(dependencies.length > 0 && {
      waits_for: dependencies.map(({ id, outcome, reason }) => ({
        step: id,
        outcome,
        ...(reason !== undefined && { reason }),
      })),
    }),
    ...(asked && { asked: describeAsked(asked) }),
  }
}

function describeAsked({ query: { path }, evaluation }: NonNullable<Answer['asked']>): JsonObject {
  switch (evaluation.kind) {
    case 'result':
      return { path, result: evaluation.value }
    case 'undefined':
      return { path, undefined: true }
    case 'error':
      return { path, error: { code: evaluation.code, message: evaluation.message } }
  }
}

export const describeWho = ({ login, association, roles, event }: Who): JsonObject => ({
  login,
  ...(association !== undefined && { association }),
  roles: roles.map(({ role, because }) => ({ role, ...(because !== undefined && { because }) })),
  event,
})
