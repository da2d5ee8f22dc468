import type { Notice } from './config.js'
import type { Enforcement, ReasonCode } from './enforcement.js'
import type { Facts } from './facts.js'
import type { Evaluation } from './pdp.js'
import type { RoleMatch } from './roles.js'
import type { StepReport } from './steps.js'

export type Result = 'error' | 'denied' | 'pending' | 'allowed' | 'disabled' | 'bootstrap'
export type LicenseState = 'valid' | 'grace' | 'unlicensed' | 'ignored'

/** Why a run could not ask at all: it allows nothing and ends with exit code 2. */
export type Refusal = {
  readonly code: string
  readonly message: string
  readonly path?: string
  readonly line?: number
  readonly column?: number
  readonly hint?: string
}

/** The whole run as data: every surface renders it, and none of them needs anything else. */
export type Report = {
  readonly result: Result
  readonly reasonCode: ReasonCode
  /** The chosen steps, in the config's order. */
  readonly steps: readonly StepReport[]
  /** What was asked, what was answered and what follows, in the order of the config. */
  readonly records: readonly { readonly enforcement: Enforcement; readonly evaluation: Evaluation }[]
  readonly roles: readonly string[]
  readonly roleMatches: readonly RoleMatch[]
  readonly facts?: Facts
  readonly configPath?: string
  readonly license: LicenseState
  readonly source: string
  readonly engine?: { readonly name: string; readonly version?: string }
  readonly mode?: 'enforce' | 'audit'
  readonly fallback?: 'allow' | 'deny'
  readonly policyDigest: string
  readonly notices: readonly Notice[]
  readonly refusal?: Refusal
}

export type FailOn = 'deny' | 'pending' | 'error'

/** The result over all chosen steps, and the reason code of the first step that decided it. */
export function summarize(steps: readonly StepReport[]): { readonly result: Result; readonly reasonCode: ReasonCode } {
  const first = (test: (step: StepReport) => boolean) => steps.find(test)
  const error = first((step) => step.outcome === 'block' && step.reasonCode === 'evaluation_failed')
  if (error) return { result: 'error', reasonCode: error.reasonCode }
  const denied = first((step) => step.outcome === 'block')
  if (denied) return { result: 'denied', reasonCode: denied.reasonCode }
  const pending = first((step) => step.outcome === 'pending')
  if (pending) return { result: 'pending', reasonCode: pending.reasonCode }
  return { result: 'allowed', reasonCode: steps[0]?.reasonCode ?? 'allowed' }
}

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

/** The position of a step, as annotations want it. */
export const placeOf = (report: Pick<Report, 'configPath'>, step: StepReport): Pick<Notice, 'path' | 'line' | 'column'> =>
  report.configPath === undefined ? {} : { path: report.configPath, ...step.position }

