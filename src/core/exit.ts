import type { Report } from './report.js'

export const FAIL_ON = ['deny', 'pending', 'error'] as const
export type FailOn = (typeof FAIL_ON)[number]

/** 0 go on, 1 blocked or pending where `failOn` asks for it, 2 could not ask. */
export function exitCode(report: Pick<Report, 'refusal' | 'result' | 'steps'>, failOn: readonly FailOn[]): 0 | 1 | 2 {
  if (report.refusal) return 2
  // Nothing is there to ask yet: what is blocked now is what the first config is about to govern.
  if (report.result === 'bootstrap') return 0
  const blocked = report.steps.filter((step) => step.outcome === 'block')
  // A step that is blocked because its policy failed is blocked all the same: `deny` covers it.
  if (failOn.includes('deny') && blocked.length > 0) return 1
  if (failOn.includes('error') && report.result === 'error') return 1
  if (failOn.includes('pending') && report.steps.some((step) => step.outcome === 'pending')) return 1
  return 0
}
