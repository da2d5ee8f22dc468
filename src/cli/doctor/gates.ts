import type { Config, Position } from '../../core/config.js'
import type { Job, Step, Trigger, Workflow } from './workflow.js'

/** A config with where its parts are written. */
export type LocatedConfig = Config & {
  readonly stepsKey: 'steps' | 'checks'
  readonly locate: (path: readonly (string | number)[], part?: 'key' | 'value') => Position
}

/** One use of the gate: this step, in this job, of this workflow. */
export type Gate = {
  readonly workflow: Workflow
  readonly job: Job
  readonly step: Step
  /** The steps of the job before it. */
  readonly before: readonly Step[]
  /** The events that it runs for; those of the callers where its workflow is called by others. */
  readonly triggers: ReadonlyMap<string, Trigger>
  /** The jobs that call its workflow. */
  readonly callers: readonly { readonly workflow: Workflow; readonly job: Job }[]
  /** True where it is an action of the repository itself. */
  readonly local: boolean
}

export type ConfiguredGate = Gate & { readonly config: LocatedConfig }

/** An expression, which nobody can know the value of before the run. */
export const isExpression = (text: string): boolean => text.includes('${{')

/** What the gate's step gives to this input; empty where it says nothing. */
export const inputOf = (gate: Gate, name: string): string => (gate.step.inputs.get(name) ?? '').trim()

/** True where this input is switched on, or may be. */
export function isOn(gate: Gate, name: string): boolean {
  const value = inputOf(gate, name)
  return value.toLowerCase() === 'true' || isExpression(value)
}

/** Every use of the gate; `isLocalGate` says whether an action of the repository is the gate. */
export function findGates(workflows: readonly Workflow[], isLocalGate: (folder: string) => boolean): readonly Gate[] {
  return workflows.flatMap((workflow) =>
    workflow.jobs.flatMap((job) =>
      job.steps.flatMap((step, i): readonly Gate[] => {
        const local = step.uses !== undefined && /^\.\.?(\/|$)/.test(step.uses) && isLocalGate(step.uses)
        if (!local && !isGate(step.uses)) return []
        const callers = callersOf(workflow, workflows)
        const triggers = new Map([...callers.flatMap((caller) => [...caller.workflow.triggers]), ...workflow.triggers])
        return [{ workflow, job, step, before: job.steps.slice(0, i), triggers, callers, local }]
      }),
    ),
  )
}

const isGate = (uses: string | undefined): boolean => /^[^/@\s]+\/stepgate(\/[^@]*)?@/i.test(uses ?? '')

function callersOf(called: Workflow, workflows: readonly Workflow[]): Gate['callers'] {
  if (!called.triggers.has('workflow_call')) return []
  return workflows.flatMap((workflow) =>
    workflow.jobs.filter((job) => job.uses === `./${called.path}`).map((job) => ({ workflow, job })),
  )
}

/** The events that are about a pull request, and so about somebody who is not trusted yet. */
const PULL_EVENTS: readonly string[] = [
  'pull_request',
  'pull_request_target',
  'pull_request_review',
  'issue_comment',
  'merge_group',
]

export const pullTriggersOf = (gate: Gate): readonly Trigger[] =>
  PULL_EVENTS.flatMap((event) => gate.triggers.get(event) ?? [])

/** The same without comments: their runs belong to the default branch, and no merge waits for them. */
export const headTriggersOf = (gate: Gate): readonly Trigger[] =>
  pullTriggersOf(gate).filter(({ event }) => event !== 'issue_comment')

/**
 * The names under which branch protection may know this gate, undefined where only a run can tell: a matrix and an expression
 * make names of their own, and a called workflow stands behind its caller's name.
 */
export function checkNamesOf(gate: Gate): readonly string[] | undefined {
  const own = nameOf(gate.job)
  const callers = gate.callers.map(({ job }) => nameOf(job))
  if (own === undefined || callers.includes(undefined)) return undefined
  const status = inputOf(gate, 'status')
  if (isExpression(status)) return undefined
  return [
    ...(gate.callers.length === 0 ? [own] : callers.map((caller) => `${caller} / ${own}`)),
    ...(status === '' ? [] : [status]),
    // The name of the check run that the gate makes itself.
    ...(isOn(gate, 'check-run') ? ['stepgate'] : []),
  ]
}

const nameOf = ({ id, name = id, matrix }: Job): string | undefined => (matrix || isExpression(name) ? undefined : name)

/** The gate for people: `job "gate" of .github/workflows/gate.yml`. */
export const sayGate = ({ job, workflow }: Gate): string =>
  `the gate's job ${JSON.stringify(job.id)} in ${workflow.path}`
