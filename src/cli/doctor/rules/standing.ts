import type { Facts } from '../facts.js'
import type { Outcome } from '../finding.js'
import { inputOf, sayGate } from '../gates.js'
import { runsForForks } from './trigger.js'

export function gateMissing({ gates, unreadable, settings: { rules } }: Facts): readonly Outcome[] {
  if (gates.length > 0) return []
  if (unreadable.length > 0) return [{ notChecked: 'the gate may be in a workflow that cannot be read' }]
  const message = 'no workflow in .github/workflows uses the gate'
  if (!('known' in rules))
    return [
      { level: 'warning', message: `${message}, unless a ruleset brings one from another repository` },
      { notChecked: `whether a ruleset requires a workflow of another repository: ${rules.unresolved}` },
    ]
  // Nobody can see from here whether a required workflow of another repository is one with the gate.
  return [{ level: rules.known.workflows.length > 0 ? 'warning' : 'error', message }]
}

export const workflowUnreadable = ({ unreadable }: Facts): readonly Outcome[] =>
  unreadable.map(
    ({ message, place }): Outcome => ({ level: 'warning', message: `the workflow cannot be read: ${message}`, place }),
  )

export function notEnforcing({ configs }: Facts): readonly Outcome[] {
  return configs.flatMap((config): readonly Outcome[] => {
    const { engine, mode, fallback } = config.policy
    const at = (key: string) => ({ path: config.path, ...config.locate(['policy', key], 'key') })
    if (engine === 'disabled')
      return [{ level: 'warning', message: '"engine: disabled": every step runs', place: at('engine') }]
    return [
      ...(mode === 'audit'
        ? [
            {
              level: 'notice',
              message: '"mode: audit": every step runs, and what would be denied is only said',
              place: at('mode'),
            } as const,
          ]
        : []),
      ...(fallback === 'allow' && mode !== 'audit'
        ? [
            {
              level: 'notice',
              message: '"fallback: allow": a step runs where there is no decision',
              place: at('fallback'),
            } as const,
          ]
        : []),
    ]
  })
}

export function killSwitchVars(facts: Facts): readonly Outcome[] {
  return facts.gates.flatMap((gate): readonly Outcome[] => {
    if (!/\bvars\b/.test(inputOf(gate, 'kill-switch')) || !runsForForks(gate, facts)) return []
    const message = `the kill switch of ${sayGate(gate)} reads "vars", which pull requests from forks do not get: for them it is off`
    return [{ level: 'warning', message, place: gate.step.placeOf('with', 'kill-switch') }]
  })
}

export function unlicensedAllow(facts: Facts): readonly Outcome[] {
  return facts.gates.flatMap((gate): readonly Outcome[] => {
    if (inputOf(gate, 'unlicensed') !== 'allow' || !runsForForks(gate, facts)) return []
    const message = `"unlicensed: allow" of ${sayGate(gate)}: pull requests from forks get no secret, and so no gate`
    // A licence that is committed reaches forks, too.
    const secret = /\bsecrets\b/.test(inputOf(gate, 'license'))
    return [{ level: secret ? 'error' : 'warning', message, place: gate.step.placeOf('with', 'unlicensed') }]
  })
}
