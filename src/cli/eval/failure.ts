import { join, relative } from 'node:path'
import type { Notice, Policy } from '../../core/config.js'
import { PolicyError } from '../../core/errors.js'
import type { StepReport } from '../../core/steps.js'
import type { Repository } from '../local/repository.js'
import type { Answer } from './answer.js'

/** Why a question got no answer: the policy could not be asked, or what it said is no answer. */
export type Failure = { readonly code: string; readonly message: string }

/** Why this question got no answer; undefined where it got one. A step that waits for such a step got none either. */
export function failureOf(answer: Answer, steps: ReadonlyMap<string, StepReport> = new Map()): Failure | undefined {
  const { errorCode, reason = '', asked } = answer
  if (errorCode !== undefined) {
    const evaluation = asked?.evaluation
    if (evaluation?.kind === 'error') return { code: evaluation.code, message: evaluation.message }
    return { code: errorCode, message: reason.replace(/^(audit: )?policy evaluation failed: /, '') }
  }
  if (answer.reasonCode !== 'dependency_failed') return undefined
  const failed = [...steps.values()].find((step) => step.errorCode !== undefined)
  if (!failed) return undefined
  const message = (failed.reason ?? '').replace(/^(audit: )?policy evaluation failed: /, '')
  return { code: failed.errorCode ?? 'ERR_EVALUATION_FAILED', message: `step ${JSON.stringify(failed.id)}: ${message}` }
}

type Context = {
  readonly repository: Pick<Repository, 'root'>
  readonly cwd: string
  readonly policy: Pick<Policy, 'fallback' | 'mode'>
  /** What the compiler said, at its places. */
  readonly notices: readonly Notice[]
}

/** The same as an error with its place, and what the gate makes of it. */
export function toError({ code, message }: Failure, outcome: Answer['outcome'], context: Context): PolicyError {
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
  const { fallback, mode } = context.policy
  const blocks = outcome === 'block' || outcome === 'not-evaluated'
  const why = mode === 'audit' ? '"mode: audit"' : `"fallback: ${fallback}"`
  const [said = '', ...advice] = (rest ?? message).replace(/\s*\n\s*/g, ' ').split(' — ')
  const hints = [
    advice.length > 0 ? advice.join(' — ') : wayOut(code),
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
    case 'ERR_FACT_UNKNOWN':
      return 'what a run knows besides its event is said with "--usage NAME=VALUE", "--at TIME" and "--run-mode MODE"'
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
