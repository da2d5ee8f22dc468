import type { Facts } from '../facts.js'
import type { Outcome } from '../finding.js'
import { type ConfiguredGate, headTriggersOf, inputOf, isExpression, isOn, pullTriggersOf, sayGate } from '../gates.js'
import type { Step } from '../workflow.js'
import { isCheckout } from './source.js'

export function stepsBeforeTheGate({ gates }: Facts): readonly Outcome[] {
  return gates.flatMap((gate) =>
    gate.before.flatMap((step): readonly Outcome[] => {
      const what = `${sayStep(step)} runs before the gate in job ${JSON.stringify(gate.job.id)}`
      if (step.run !== undefined) return [{ level: 'error', message: `${what}, and runs a script`, place: step.place }]
      // A checkout of the head has a rule of its own; another one is what "source: workspace" and a local action live on.
      if (isCheckout(step)) return []
      return feeds(step, gate) ? [] : [{ level: 'warning', message: what, place: step.place }]
    }),
  )
}

const sayStep = ({ name, id, uses, run }: Step): string =>
  `the step ${JSON.stringify(name ?? id ?? uses ?? run?.split('\n')[0] ?? '')}`

/** True where the gate reads an output of this step, as it has to for the token of a GitHub App: tokens cross no jobs. */
const feeds = ({ id }: Step, { step }: ConfiguredGate): boolean =>
  id !== undefined && [...step.inputs.values()].some((value) => mentions(value, 'steps', id))

/** True where the text reads this step or job from its context, `steps.gate` or `needs['gate']`. */
export function mentions(text: string, context: 'steps' | 'needs', id: string): boolean {
  const name = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`\\b${context}(\\.${name}(?![\\w-])|\\[\\s*'${name}'\\s*\\])`, 'i').test(text)
}

export function conditionalGate({ gates }: Facts): readonly Outcome[] {
  return gates.flatMap((gate): readonly Outcome[] => {
    const { job, step } = gate
    // Where no pull request starts the workflow, no merge waits for its jobs: a command may look at the comment first.
    if (headTriggersOf(gate).length === 0 && !gate.triggers.has('merge_group')) return []
    if (isDispatch(gate, gates)) return []
    const found: Outcome[] = []
    if (job.condition !== undefined && !alwaysHolds(job.condition, gate)) {
      const message = `"if" can skip ${sayGate(gate)}: a job that was skipped is green`
      found.push({ level: 'error', message, place: job.placeOf('if') })
    }
    if (step.condition !== undefined && !alwaysHolds(step.condition, gate)) {
      const message = `"if" can skip the gate's step in job ${JSON.stringify(job.id)}: the job is green then, and nobody was asked`
      found.push({ level: 'error', message, place: step.placeOf('if') })
    }
    if (job.needs.length > 0 && !/\balways\(\)|!\s*cancelled\(\)/.test(job.condition ?? '')) {
      const names = job.needs.map((name) => JSON.stringify(name)).join(', ')
      const message = `${sayGate(gate)} needs ${names}: where one of them fails or is skipped, so is the gate`
      found.push({ level: 'warning', message, place: job.placeOf('needs') })
    }
    return found
  })
}

/**
 * True where this gate asks again, right before a step, what another one of the workflow has decided: it is meant to be skipped
 * with that step, and it is the other one that a merge waits for.
 */
function isDispatch(gate: ConfiguredGate, gates: readonly ConfiguredGate[]): boolean {
  const asksAgain = (one: ConfiguredGate) => !['', 'none'].includes(inputOf(one, 'expect-digest'))
  const { workflow, job } = gate
  return (
    asksAgain(gate) &&
    gates.some((one) => one.workflow.path === workflow.path && job.needs.includes(one.job.id) && !asksAgain(one))
  )
}

/** True for a condition that no pull request which starts the workflow can make false. */
function alwaysHolds(condition: string, gate: ConfiguredGate): boolean {
  const bare = condition.replace(/^\s*\$\{\{([^}]*)\}\}\s*$/, '$1')
  return bare.split('&&').every((part) => {
    const clause = part
      .trim()
      .replace(/^\((.*)\)$/, '$1')
      .trim()
    if (/^(always\(\)|success\(\)|!\s*cancelled\(\)|true)$/.test(clause))
      return clause !== 'success()' || gate.job.needs.length === 0
    // In the repository itself this is a constant.
    if (/^github\.repository(_owner)?\s*==\s*'[^']*'$/.test(clause)) return true
    const events = clause.split('||').map((word) => /^\s*github\.event_name\s*==\s*'(\w+)'\s*$/.exec(word)?.[1])
    return pullTriggersOf(gate).every(({ event }) => events.includes(event)) && !events.includes(undefined)
  })
}

export function continueOnError({ gates }: Facts): readonly Outcome[] {
  return gates.flatMap((gate): readonly Outcome[] => [
    ...(gate.step.continueOnError
      ? [
          {
            level: 'error',
            message: `"continue-on-error" on the gate's step: job ${JSON.stringify(gate.job.id)} is green whatever the gate says`,
            place: gate.step.placeOf('continue-on-error'),
          } as const,
        ]
      : []),
    ...(gate.job.continueOnError
      ? [
          {
            level: 'warning',
            message: `"continue-on-error" on ${sayGate(gate)}: the workflow goes on as if the gate had not failed`,
            place: gate.job.placeOf('continue-on-error'),
          } as const,
        ]
      : []),
  ])
}

export function decisionsUnread({ gates }: Facts): readonly Outcome[] {
  return gates.flatMap((gate): readonly Outcome[] => {
    if (isRead(gate) || gate.config.policy.mode === 'audit' || gate.config.policy.engine === 'disabled') return []
    const message = `nothing reads the decisions of ${sayGate(gate)}, and "fail-on" has no "deny": a denial stops nothing`
    return [{ level: 'warning', message, place: gate.step.place }]
  })
}

function isRead(gate: ConfiguredGate): boolean {
  const { job, step, workflow } = gate
  const failOn = inputOf(gate, 'fail-on')
  if (/\bdeny\b/.test(failOn) || isExpression(failOn)) return true
  if (inputOf(gate, 'status') !== '' || isOn(gate, 'check-run')) return true
  // Whoever calls the workflow may read its outputs.
  if (workflow.triggers.has('workflow_call')) return true
  const { id } = step
  const after = job.steps.slice(gate.before.length + 1)
  if (id !== undefined && after.some((other) => other.texts.some((text) => mentions(text, 'steps', id)))) return true
  const others = workflow.jobs.filter((other) => other !== job)
  return others.some((other) =>
    other.texts.some((text) => mentions(text, 'needs', job.id) || /toJSON\(\s*needs\b/i.test(text)),
  )
}
