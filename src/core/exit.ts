import type { Report } from './report.js'

export const FAIL_ON = ['deny', 'pending', 'error'] as const
export type FailOn = (typeof FAIL_ON)[number]

/** 0 go on, 1 blocked or pending where `failOn` asks for it, 2 could not ask. */
export function exitCode(report: Pick<Report, 'refusal' | 'steps'>, failOn: readonly FailOn[]): 0 | 1 | 2 {
  if (report.refusal) return 2
  const blocked = report.steps.filter((step) => step.outcome === 'block')
  // A step that is blocked because its policy failed is blocked all the same: `deny` covers it.
  if (failOn.includes('deny') && blocked.length > 0) return 1
  if (failOn.includes('error') && blocked.some((step) => step.reasonCode === 'evaluation_failed')) return 1
  if (failOn.includes('pending') && report.steps.some((step) => step.outcome === 'pending')) return 1
  return 0
}
