import type { Assessment } from '../core/approvals.js'
import type { PolicyChange, StepChange } from '../core/change.js'
import { formatAmount } from '../core/decimal.js'
import type { PullRequest } from '../core/facts.js'
import type { Json, JsonObject } from '../core/json.js'
import type { Metrics } from '../core/metrics.js'
import type { Bundles } from '../core/pdp.js'
import type { People, Report } from '../core/report.js'
import type { Roles } from '../core/roles.js'
import type { StepReport } from '../core/steps.js'
import type { Surface } from '../core/surface.js'
import { describeAnswered } from './decision-ids.js'
import { bystanders } from './people.js'

/** The whole report as a JSON file, at the path that the input `report` names. */
export const json: Surface = {
  name: 'json',
  render: (report, options) =>
    options.report === ''
      ? []
      : [
          {
            kind: 'file',
            purpose: 'report',
            path: options.report,
            content: `${JSON.stringify(describeReport(report), null, 2)}\n`,
            append: false,
          },
        ],
}

/** The report as programs read it; keys are left out where there is no value. */
export function describeReport(report: Report): JsonObject {
  const { facts, engine, refusal, people, policyChange } = report
  const first = people.length === 1 ? people[0] : undefined
  const describeStep = describeAnswered(report.records)
  return {
    version: 1,
    result: report.result,
    reason_code: report.reasonCode,
    ...(refusal && { error: { ...refusal } }),
    license: report.license,
    ...(facts && {
      event: { name: facts.event, ...(facts.action && { action: facts.action }) },
      actor: { ...facts.actor },
      repository: { ...facts.repository },
      ...(facts.pullRequest && { pull_request: describePull(facts.pullRequest, report) }),
      ...(facts.sha && { sha: facts.sha }),
    }),
    roles: first
      ? describeRoles(first.roles.actor)
      : report.roles.map((role) => ({ role, because: 'every author has it' })),
    ...(first && describeOthers(first)),
    ...(report.people.length > 1 && { subjects: report.people.map(describeSubject) }),
    ...(report.configPath !== undefined && { config: report.configPath }),
    ...(report.profile !== undefined && { profile: report.profile }),
    source: report.source,
    ...(engine && { engine: engine.name, ...(engine.version && { engine_version: engine.version }) }),
    ...(engine?.bundles && { bundles: describeBundles(engine.bundles) }),
    ...(report.mode && { mode: report.mode }),
    ...(report.fallback && { fallback: report.fallback }),
    ...(report.packs && { packs: report.packs }),
    ...(report.runMode && { run_mode: report.runMode }),
    ...(report.usage && { usage: describeUsage(report.usage) }),
    policy_digest: report.policyDigest,
    ...(policyChange && { policy_changed: describeChange(policyChange) }),
    ...(report.requests !== undefined && { requests: report.requests }),
    ...(report.metrics && { metrics: describeMetrics(report.metrics) }),
    ...(report.decisionLog && { decision_log: { ...report.decisionLog } }),
    steps: Object.fromEntries(
      report.steps.map((step) => [
        step.id,
        {
          ...describeStep(step),
          ...(step.approvals && { requirements: step.approvals.map(describeRequirement) }),
          ...describeOverrides(step),
          ...(step.position.path !== undefined && { path: step.position.path }),
          line: step.position.line,
        },
      ]),
    ),
    notices: report.notices.map((notice) => ({ ...notice })),
  }
}

// Which issues it closes is read of every pull request; it says something only where a pack may ask.
function describePull({ linkedIssues, ...pull }: PullRequest, { packs }: Report): JsonObject {
  return { ...pull, ...(packs && linkedIssues && { linkedIssues }) }
}

/** What was counted, as a policy reads it, and money as people write it beside. */
const describeUsage = (usage: NonNullable<Report['usage']>): JsonObject =>
  Object.fromEntries(
    Object.entries(usage).map(([name, reading]) => [
      name,
      { ...reading, ...('value' in reading && reading.unit === 'micro' && { amount: formatAmount(reading.value) }) },
    ]),
  )

/** What people have lifted of what packs said of the step and its tools. */
function describeOverrides({ reasons = [], tools }: StepReport): JsonObject {
  const lifted = [...reasons, ...tools.flatMap((tool) => tool.reasons ?? [])].flatMap(({ pack, rule, override }) =>
    override ? [{ pack, rule, ...override }] : [],
  )
  const overrides = [...new Map(lifted.map((one) => [JSON.stringify(one), one])).values()]
  return overrides.length === 0 ? {} : { overrides }
}

const describeBundles = (bundles: Bundles): JsonObject =>
  Object.fromEntries(Object.entries(bundles).map(([name, bundle]) => [name, { ...bundle }]))

const describeMetrics = ({ queries, compileMs, loadMs, evaluationMs, apiRequests, totalMs }: Metrics): JsonObject => ({
  queries,
  ...(compileMs !== undefined && { compile_ms: compileMs }),
  ...(loadMs !== undefined && { load_ms: loadMs }),
  ...(evaluationMs && { evaluation_ms: { ...evaluationMs } }),
  api_requests: apiRequests,
  ...(totalMs !== undefined && { total_ms: totalMs }),
})

const describeRoles = (roles: Roles | undefined) =>
  (roles?.matches ?? []).map(({ role, because }) => ({ role, because }))

const describeOpen = (roles: Roles | undefined) =>
  roles && roles.unresolved.length > 0 ? { unresolved_roles: roles.unresolved.map((role) => ({ ...role })) } : {}

/** Who stands behind this subject beside its actor, and the roles that nobody can tell. */
function describeOthers(people: People): JsonObject {
  const others = bystanders(people).map(({ login, type, as, roles }) => ({
    login,
    ...(type !== undefined && { type }),
    as,
    ...(roles && { roles: describeRoles(roles) }),
    ...describeOpen(roles),
  }))
  return { ...describeOpen(people.roles.actor), ...(others.length > 0 && { others }) }
}

/** One of the pull requests of a merge group. */
const describeSubject = (people: People): JsonObject => ({
  ...(people.facts.pullRequest && { pull_request: people.facts.pullRequest.number }),
  actor: { ...people.facts.actor },
  roles: describeRoles(people.roles.actor),
  ...describeOthers(people),
})

function describeChange({ paths, preview }: PolicyChange): JsonObject {
  if (!preview) return { paths }
  switch (preview.kind) {
    case 'failed':
      return { paths, preview: { error_code: preview.code, message: preview.message } }
    case 'steps': {
      const steps = Object.fromEntries(preview.steps.map((step) => [step.id, describeStepChange(step)]))
      return { paths, preview: { steps } }
    }
  }
}

const describeStepChange = ({ before, after }: StepChange): Json => ({
  ...(before && { before: { ...before } }),
  ...(after && { after: { ...after } }),
})

/** One requirement of approvals with everybody who had a say in it. */
const describeRequirement = ({ rule, met, counted, vetoes, ignored, could, nobody, reason, of }: Assessment) => ({
  ...(of !== undefined && { of }),
  ...rule,
  met,
  reason,
  approved: counted.map((person) => ({ ...person })),
  changes_requested: vetoes.map((person) => ({ ...person })),
  ignored: ignored.map((person) => ({ ...person })),
  could: could.people,
  could_of: could.groups,
  nobody_could: nobody,
})
