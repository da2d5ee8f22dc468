import type { Publication } from '../core/effect.js'
import type { Result } from '../core/report.js'
import type { Surface } from '../core/surface.js'
import { clip } from '../core/text.js'
import { judgedHead, sayVerdict } from './verdict.js'

// GitHub refuses a longer one with 422.
const MAX_DESCRIPTION = 140

const STATES: Readonly<Record<Result, Extract<Publication, { kind: 'status' }>['state']>> = {
  allowed: 'success',
  denied: 'failure',
  pending: 'pending',
  error: 'error',
  disabled: 'success',
  bootstrap: 'success',
}

/**
 * One commit status on the judged head, under one context: the last one written stands, so that an approval turns it green
 * without a push, which no later run of a check can do for an earlier one.
 */
export const status: Surface = {
  name: 'status',
  render: (report, options) => {
    const sha = judgedHead(report)
    if (options.status === '' || sha === undefined) return []
    return [
      {
        kind: 'status',
        sha,
        state: STATES[report.result],
        context: options.status,
        description: clip(sayVerdict(report), MAX_DESCRIPTION),
        ...(report.facts?.pullRequest && { number: report.facts.pullRequest.number }),
        ...(options.runUrl !== undefined && { targetUrl: options.runUrl }),
      },
    ]
  },
}
