import { renderDecisions } from '../core/decisions.js'
import type { Effect } from '../core/effect.js'
import type { Surface } from '../core/surface.js'

/** The names of all outputs, as `action.yml` declares them. */
export const OUTPUTS = [
  'result',
  'reason-code',
  'allowed',
  'denied',
  'pending',
  'decisions',
  'roles',
  'license',
  'sha',
  'policy-digest',
  'policy-changed',
  'report',
] as const
export type OutputName = (typeof OUTPUTS)[number]

/** What `if:` conditions and later steps read. */
export const outputs: Surface = {
  name: 'outputs',
  render: (report, options) => {
    const ids = (test: (step: (typeof report.steps)[number]) => boolean) =>
      JSON.stringify(report.steps.filter(test).map((step) => step.id))
    const values: Readonly<Record<OutputName, string>> = {
      result: report.result,
      'reason-code': report.reasonCode,
      allowed: ids((step) => step.allowed),
      denied: ids((step) => step.outcome === 'block'),
      pending: ids((step) => step.outcome === 'pending'),
      decisions: renderDecisions(report.steps)?.text ?? '{}',
      roles: JSON.stringify(report.roles),
      license: report.license,
      sha: report.facts?.sha ?? '',
      'policy-digest': report.policyDigest,
      'policy-changed': String(report.policyChange !== undefined),
      report: options.report,
    }
    return OUTPUTS.map(
      (name): Effect => ({ kind: 'output', name, value: values[name], ...(name === 'report' && { needs: 'report' }) }),
    )
  },
}
