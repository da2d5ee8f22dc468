import { join, relative } from 'node:path'
import { UNKNOWN_FACT } from '../../core/combine.js'
import type { Notice, Policy } from '../../core/config.js'
import { PolicyError } from '../../core/errors.js'
import type { StepReport } from '../../core/steps.js'
import type { Reason } from '../../core/verdict.js'
import type { Repository } from '../local/repository.js'
import type { Answer } from './answer.js'
import { waysOut } from './lacking.js'
import { binds, nameRule } from './reasons.js'

/** Why a question got no answer: the policy could not be asked, or what it said is no answer. */
export type Failure = {
  readonly code: string
  readonly message: string
  /** The rules of packs that lack a fact. */
  readonly unknowns: readonly Reason[]
}

/** Why this question got no answer; undefined where it got one. A step that waits for such a step got none either. */
export function failureOf(answer: Answer, steps: ReadonlyMap<string, StepReport> = new Map()): Failure | undefined {
  const { errorCode, asked } = answer
  if (errorCode !== undefined) {
    const evaluation = asked?.evaluation
    if (evaluation?.kind === 'error') return { code: evaluation.code, message: evaluation.message, unknowns: [] }
    return describe(errorCode, answer)
  }
  if (answer.reasonCode !== 'dependency_failed') return undefined
  const failed = [...steps.values()].find((step) => step.errorCode !== undefined)
  if (!failed) return undefined
  const { message, ...rest } = describe(failed.errorCode ?? 'ERR_EVALUATION_FAILED', failed)
  return { ...rest, message: `step ${JSON.stringify(failed.id)}: ${message}` }
}

function describe(code: string, { reason = '', reasons = [] }: Pick<Answer, 'reason' | 'reasons'>): Failure {
  const unknowns = code === UNKNOWN_FACT ? reasons.filter((one) => one.effect === 'unknown' && binds(one)) : []
  if (unknowns.length === 0)
    return { code, message: reason.replace(/^(audit: )?policy evaluation failed: /, ''), unknowns }
  // Several rules may lack the same fact.
  const messages = [...new Set(unknowns.map((one) => one.message))].map((message) => {
    const rules = unknowns.filter((one) => one.message === message).map(nameRule)
    return `${message} (${rules.join(', ')})`
  })
  return { code, message: messages.join('; '), unknowns }
}

type Context = {
  readonly repository: Pick<Repository, 'root'>
  readonly cwd: string
  readonly policy: Pick<Policy, 'fallback' | 'mode' | 'packs' | 'usage'>
  /** What the compiler said, at its places. */
  readonly notices: readonly Notice[]
  /** True where the document that is asked was given. */
  readonly isGiven?: boolean
}

/** The same as an error with its place, and what the gate makes of it. */
export function toError(
  { code, message, unknowns }: Failure,
  { outcome, asked }: Pick<Answer, 'outcome' | 'asked'>,
  context: Context,
): PolicyError {
  const [, file, line, column, rest] = /^([^:\n]+):(\d+):(\d+): (.*)$/s.exec(message) ?? []
  const compiling =
    code === 'ERR_POLICY_COMPILE' ? context.notices.find((notice) => notice.line !== undefined) : undefined
  const place: { readonly path?: string; readonly line?: number; readonly column?: number } =
    file !== undefined
      ? { path: file, line: Number(line), column: Number(column) }
      : compiling?.path !== undefined && compiling.line !== undefined
        ? {
            path: compiling.path,
            line: compiling.line,
            ...(compiling.column !== undefined && { column: compiling.column }),
          }
        : {}
  const { policy, isGiven = false } = context
  const { fallback, mode } = policy
  const blocks = outcome === 'block' || outcome === 'not-evaluated'
  const why = mode === 'audit' ? '"mode: audit"' : `"fallback: ${fallback}"`
  const text = (rest ?? message).replace(/\s*\n\s*/g, ' ')
  const isUnknown = code === UNKNOWN_FACT
  // What the packs say is in their words; what the compiler says has its advice behind a dash.
  const [said = '', ...advice] = isUnknown ? [text] : text.split(' — ')
  const hints = [
    ...(isUnknown
      ? waysOut(unknowns, { policy, isGiven, ...(asked && { input: asked.query.input }) })
      : [advice.length > 0 ? advice.join(' — ') : wayOut(code)]),
    `the gate ${blocks ? 'blocks what it cannot ask about' : `lets it pass with a warning, because of ${why}`}`,
  ]
  return new PolicyError(code, said, {
    ...place,
    ...(place.path !== undefined && { path: relative(context.cwd, join(context.repository.root, place.path)) }),
    hint: hints.join('; '),
  })
}

function wayOut(code: string): string {
  switch (code) {
    case 'ERR_INPUT_INCOMPLETE':
      return 'say what is missing with flags, as "--changed PATH" for the files'
    case 'ERR_ROLE_UNRESOLVED':
      return '"--as LOGIN" asks about one person alone'
    case 'ERR_POLICY_COMPILE':
      return '"stepgate policy-check" finds all that is wrong with the policies'
    case 'ERR_PDP_UNREACHABLE':
      return 'start the server that "policy.url" names'
    default:
      return 'mend the policy'
  }
}
