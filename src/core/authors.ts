import type { Evaluation } from './pdp.js'
import type { Subject } from './subject.js'

/** How an evaluation fails that has too much to read, or reads what it was not written for. */
export const FAILED_ON_INPUT: readonly string[] = [
  ...['ERR_EVALUATION_TIMEOUT', 'ERR_EVALUATION_MEMORY', 'ERR_EVALUATION_CRASHED', 'ERR_EVALUATION_FAILED'],
  ...['ERR_OPA_CRASHED', 'ERR_OPA_TIMEOUT', 'ERR_INPUT', 'ERR_RUN_TIMEOUT'],
]

/** True where the policy may read something that the author of the pull request writes at any length. */
export function readsAuthorsText({ facts, approvals }: Subject, mayRead: (part: string) => boolean): boolean {
  const { files = [], linkedIssues = [] } = facts.pullRequest ?? {}
  const parts = [
    { name: 'files', there: files.length > 0 },
    { name: 'linkedIssues', there: linkedIssues.length > 0 },
    // Whoever has an account may review.
    { name: 'approvals', there: approvals?.kind === 'known' && approvals.reviews.length > 0 },
  ]
  return parts.some(({ name, there }) => there && mayRead(name))
}

/** The same evaluation as one that the author may have made fail. */
export function asAuthors(evaluation: Evaluation | undefined): Evaluation | undefined {
  if (evaluation?.kind !== 'error' || !FAILED_ON_INPUT.includes(evaluation.code)) return evaluation
  const message = `${evaluation.message}; how much it has to read is up to the author, so that no fallback opens it`
  return { ...evaluation, message, byAuthor: true }
}
