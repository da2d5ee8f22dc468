import type { RunMode } from './agent.js'
import { type PolicyChange, sayPolicyChange } from './change.js'
import { type Config, type Notice, type Position, SCOPES } from './config.js'
import { type Enforcement, type ReasonCode, ruleByStance, type Stance } from './enforcement.js'
import { messageOf, StepgateError } from './errors.js'
import type { Facts } from './facts.js'
import type { Circumstances } from './input.js'
import { buildMetrics, type Metrics } from './metrics.js'
import type { Bundles, Evaluation, PdpDescription } from './pdp.js'
import { speaksIn } from './query.js'
import type { StepReport } from './steps.js'
import type { SubjectRoles } from './subject.js'
import type { Span } from './timing.js'
import { adviseTogether } from './together.js'
import type { CounterReading } from './usage.js'

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

/** Whether the run could ask, and only its answers could not be logged. */
export const isUnlogged = ({ code }: Refusal): boolean => /^ERR_AUDIT_/.test(code)

/** The whole run as data: every surface renders it, and none of them needs anything else. */
export type Report = {
  readonly result: Result
  readonly reasonCode: ReasonCode
  /** The chosen steps, in the config's order. */
  readonly steps: readonly StepReport[]
  /** What was asked, what was answered and what follows, in the order of the config. */
  readonly records: readonly { readonly enforcement: Enforcement; readonly evaluation: Evaluation }[]
  /** The roles of the actor; of a merge group those that every author has. */
  readonly roles: readonly string[]
  /** Whom the run is about, one for each pull request of a merge group. */
  readonly people: readonly People[]
  readonly facts?: Facts
  readonly configPath?: string
  /** The profile of the config that was chosen. */
  readonly profile?: string
  readonly license: LicenseState
  readonly source: string
  readonly engine?: { readonly name: string; readonly version?: string; readonly bundles?: Bundles }
  readonly mode?: 'enforce' | 'audit'
  readonly fallback?: 'allow' | 'deny'
  /** The packs that spoke beside the policy, by name. */
  readonly packs?: readonly string[]
  readonly runMode?: RunMode
  /** What was counted for the policy and the packs. */
  readonly usage?: Readonly<Record<string, CounterReading>>
  readonly policyDigest: string
  /** The pull request changes what judges it. */
  readonly policyChange?: PolicyChange
  /** How many requests to GitHub the decision took; left out where none was made. */
  readonly requests?: number
  readonly metrics?: Metrics
  /** What was written to the decision log: how many events, and the hash of the last line of the file. */
  readonly decisionLog?: { readonly events: number; readonly head?: string }
  readonly notices: readonly Notice[]
  readonly refusal?: Refusal
}

/** What is known of one subject and the people in it. */
export type People = { readonly facts: Facts; readonly roles: SubjectRoles }

/** What a run has learnt by the time it fails: enough to say no to each step by its name. */
export type KnownSteps = {
  source: string
  configPath?: string
  facts?: Facts
  steps: readonly (Position & { readonly id: string })[]
}

export type ReportParts = {
  readonly config: Config
  readonly facts: Facts
  readonly people: readonly People[]
  readonly license: { readonly state: LicenseState; readonly notices: readonly Notice[] }
  readonly stance: Stance
  /** The chosen steps, in the config's order. */
  readonly steps: readonly StepReport[]
  readonly records: Report['records']
  readonly pdp: PdpDescription
  readonly circumstances: Circumstances
  readonly source: string
  readonly digest: string
  readonly policyChange?: PolicyChange | undefined
  readonly requests: number
  readonly spans: readonly Span[]
  readonly notices: readonly Notice[]
}

/** Those of the settled steps that were chosen, in the config's order. */
export const chosenSteps = (
  config: Pick<Config, 'steps'>,
  chosen: ReadonlySet<string>,
  settled: ReadonlyMap<string, StepReport>,
): readonly StepReport[] => config.steps.flatMap((step) => (chosen.has(step.id) ? (settled.get(step.id) ?? []) : []))

/** The report of a run that could ask, or that had settled everything before. */
export function buildReport(parts: ReportParts): Report {
  const { config, steps, facts, people, license, stance, pdp, policyChange, requests } = parts
  const { runMode, usage } = parts.circumstances
  const verdict =
    stance.kind === 'open' ? { result: 'disabled' as const, reasonCode: stance.reasonCode } : summarize(steps)
  return {
    ...verdict,
    steps,
    records: parts.records,
    roles: sharedRoles(people),
    people,
    facts,
    configPath: config.path,
    ...(config.profile !== undefined && { profile: config.profile }),
    license: license.state,
    source: parts.source,
    engine: {
      name: pdp.engine,
      ...(pdp.version !== undefined && { version: pdp.version }),
      ...(pdp.bundles && { bundles: pdp.bundles }),
    },
    mode: config.policy.mode,
    fallback: config.policy.fallback,
    ...(config.policy.packs && { packs: config.policy.packs.map(({ name }) => name) }),
    ...(runMode !== undefined && { runMode }),
    ...(usage && { usage }),
    policyDigest: parts.digest,
    ...(policyChange && { policyChange }),
    ...(requests > 0 && { requests }),
    metrics: buildMetrics({
      evaluations: parts.records.map(({ evaluation }) => evaluation),
      pdp,
      requests,
      spans: parts.spans,
    }),
    notices: [
      ...(policyChange ? [sayPolicyChange(policyChange, `it is judged by the version at ${parts.source}`)] : []),
      ...parts.notices,
      ...config.notices,
      ...license.notices,
      ...pdp.notices,
      ...ungoverned(config),
      ...(stance.kind === 'ask' ? adviseTogether(config, steps, sharedRoles(people), usage) : []),
    ],
  }
}

function sharedRoles(people: readonly People[]): readonly string[] {
  const [first, ...rest] = people.map(({ roles }) => roles.actor.matches.map(({ role }) => role))
  return (first ?? []).filter((role) => rest.every((roles) => roles.includes(role)))
}

function ungoverned(config: Config): readonly Notice[] {
  if (config.policy.engine === 'disabled') return []
  const left = SCOPES.filter((scope) => !config.policy.scopes.includes(scope))
  if (left.length === 0) return []
  const spoken = left.filter((scope) => speaksIn(config.policy, scope))
  const beside = spoken.length === 0 ? '' : `; packs are asked about ${spoken.join(', ')} all the same`
  return [
    { level: 'notice', message: `not governed, because "policy.scopes" leaves it out: ${left.join(', ')}${beside}` },
  ]
}

/** The report of a run that could not ask: it allows nothing, and says so for every step it knows of. */
export function refuse(thrown: unknown, known: KnownSteps): Report {
  const refusal = describeRefusal(thrown)
  const { code: errorCode, message: reason } = refusal
  return { ...closeAll('error', { reasonCode: 'evaluation_failed', reason, errorCode }, known), refusal }
}

/** The report of a run that allows nothing, for one reason that is the same for every step. */
export function closeAll(
  result: Extract<Result, 'error' | 'denied' | 'bootstrap'>,
  why: Omit<Extract<Stance, { kind: 'closed' }>, 'kind'>,
  known: KnownSteps,
): Report {
  return {
    result,
    reasonCode: why.reasonCode,
    steps: known.steps.map(({ id, ...position }) => ({
      id,
      position,
      ...ruleByStance({ kind: 'closed', ...why }),
      allowed: false,
      skipReason: 'policy_denied',
      tools: [],
    })),
    records: [],
    roles: [],
    people: [],
    ...(known.facts && { facts: known.facts }),
    ...(known.configPath !== undefined && { configPath: known.configPath }),
    license: 'unlicensed',
    source: known.source,
    policyDigest: '',
    notices: [],
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

/** The position of a step, as annotations want it: in the file that has it. */
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
