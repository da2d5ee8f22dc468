import { describeStep } from '../core/decisions.js'
import type { JsonObject } from '../core/json.js'
import type { People, Report } from '../core/report.js'
import type { Surface } from '../core/surface.js'

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
  const { facts, engine, refusal } = report
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
      ...(facts.pullRequest && { pull_request: { ...facts.pullRequest } }),
      ...(facts.sha && { sha: facts.sha }),
    }),
    roles: describeRoles(report.people[0]),
    ...(report.configPath !== undefined && { config: report.configPath }),
    source: report.source,
    ...(engine && { engine: engine.name, ...(engine.version && { engine_version: engine.version }) }),
    ...(report.mode && { mode: report.mode }),
    ...(report.fallback && { fallback: report.fallback }),
    policy_digest: report.policyDigest,
    steps: Object.fromEntries(
      report.steps.map((step) => [step.id, { ...describeStep(step), line: step.position.line }]),
    ),
    notices: report.notices.map((notice) => ({ ...notice })),
  }
}

const describeRoles = (people: People | undefined) =>
  (people?.roles.actor.matches ?? []).map(({ role, because }) => ({ role, because }))
