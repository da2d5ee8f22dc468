import { type Config, type Notice, type Position, SCOPES } from './config.js'
import { type Enforcement, type ReasonCode, ruleByStance, type Stance } from './enforcement.js'
import { messageOf, StepgateError } from './errors.js'
import type { Facts } from './facts.js'
import { type Evaluation, failedEvaluation, type PdpDescription } from './pdp.js'
import type { RoleMatch, Roles } from './roles.js'
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

/** What a run has learnt by the time it fails: enough to say no to each step by its name. */
export type KnownSteps = {
  source: string
  configPath?: string
  facts?: Facts
  steps: readonly (Position & { readonly id: string })[]
}

export type ReportParts = {
  readonly config: Config
  readonly chosen: ReadonlySet<string>
  readonly facts: Facts
  readonly roles: Roles
  readonly license: { readonly state: LicenseState; readonly notices: readonly Notice[] }
  readonly stance: Stance
  readonly settled: ReadonlyMap<string, StepReport>
  readonly enforcements: readonly Enforcement[]
  readonly evaluations: readonly Evaluation[]
  readonly pdp: PdpDescription
  readonly source: string
  readonly digest: string
  readonly notices: readonly Notice[]
}

/** The report of a run that could ask, or that had settled everything before. */
export function buildReport(parts: ReportParts): Report {
  const { config, facts, roles, license, stance, pdp } = parts
  const steps = config.steps.flatMap((step) => (parts.chosen.has(step.id) ? (parts.settled.get(step.id) ?? []) : []))
  const verdict =
    stance.kind === 'open' ? { result: 'disabled' as const, reasonCode: stance.reasonCode } : summarize(steps)
  const unasked = failedEvaluation('ERR_NOT_ASKED', 'it was settled before any policy was asked')
  return {
    ...verdict,
    steps,
    records: parts.enforcements.map((enforcement, i) => ({ enforcement, evaluation: parts.evaluations[i] ?? unasked })),
    roles: roles.matches.map((match) => match.role),
    roleMatches: roles.matches,
    facts,
    configPath: config.path,
    license: license.state,
    source: parts.source,
    engine: { name: pdp.engine, ...(pdp.version !== undefined && { version: pdp.version }) },
    mode: config.policy.mode,
    fallback: config.policy.fallback,
    policyDigest: parts.digest,
    notices: [...parts.notices, ...config.notices, ...license.notices, ...pdp.notices, ...ungoverned(config)],
  }
}

function ungoverned(config: Config): readonly Notice[] {
  if (config.policy.engine === 'disabled') return []
  const left = SCOPES.filter((scope) => !config.policy.scopes.includes(scope))
  if (left.length === 0) return []
  return [{ level: 'notice', message: `not governed, because "policy.scopes" leaves it out: ${left.join(', ')}` }]
}

/** The report of a run that could not ask: it allows nothing, and says so for every step it knows of. */
export function refuse(thrown: unknown, known: KnownSteps): Report {
  const refusal = describeRefusal(thrown)
  const stance = {
    kind: 'closed',
    reasonCode: 'evaluation_failed',
    reason: refusal.message,
    errorCode: refusal.code,
  } as const
  return {
    result: 'error',
    reasonCode: 'evaluation_failed',
    steps: known.steps.map(({ id, line, column }) => ({
      id,
      position: { line, column },
      ...ruleByStance(stance),
      allowed: false,
      skipReason: 'policy_denied',
      tools: [],
    })),
    records: [],
    roles: [],
    roleMatches: [],
    ...(known.facts && { facts: known.facts }),
    ...(known.configPath !== undefined && { configPath: known.configPath }),
    license: 'unlicensed',
    source: known.source,
    policyDigest: '',
    notices: [],
    refusal,
  }
}

function describeRefusal(thrown: unknown): Refusal {
  if (!(thrown instanceof StepgateError)) {
    return {
      code: 'ERR_INTERNAL',
      message: `stepgate failed: ${messageOf(thrown)}`,
      hint: 'this is a defect of stepgate; please report it',
    }
  }
  const { code, message, path, line, column, hint } = thrown
  return {
    code,
    message,
    ...(path !== undefined && { path }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(hint !== undefined && { hint }),
  }
}

/** The position of a step, as annotations want it. */
export const placeOf = (
  report: Pick<Report, 'configPath'>,
  step: StepReport,
): Pick<Notice, 'path' | 'line' | 'column'> =>
  report.configPath === undefined ? {} : { path: report.configPath, ...step.position }

/** The result over all chosen steps, and the reason code of the first step that decided it. */
function summarize(steps: readonly StepReport[]): { readonly result: Result; readonly reasonCode: ReasonCode } {
  const error = steps.find((step) => step.outcome === 'block' && step.reasonCode === 'evaluation_failed')
  if (error) return { result: 'error', reasonCode: error.reasonCode }
  const denied = steps.find((step) => step.outcome === 'block')
  if (denied) return { result: 'denied', reasonCode: denied.reasonCode }
  const pending = steps.find((step) => step.outcome === 'pending')
  if (pending) return { result: 'pending', reasonCode: pending.reasonCode }
  return { result: 'allowed', reasonCode: steps[0]?.reasonCode ?? 'allowed' }
}
