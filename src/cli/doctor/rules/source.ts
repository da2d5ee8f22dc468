import type { Facts } from '../facts.js'
import type { Outcome } from '../finding.js'
import { type ConfiguredGate, inputOf, sayGate } from '../gates.js'
import { type Job, levelOf, type Permissions, type Step, type Workflow } from '../workflow.js'

/** Events whose runs have the rights of the base branch, and still are about somebody else's code. */
const TRUSTED_EVENTS = ['pull_request_target', 'issue_comment'] as const

// What in a text stands for the head of a pull request, or for its merge.
const HEAD =
  /github\.event\.pull_request\.(head\b|merge_commit_sha)|github\.head_ref\b|\brefs\/pull\/|\bpull\/(\$\{\{[^}]{1,200}\}\}|[^\s'"/]{1,100})\/(head|merge)\b/i

/** True where one of the commands of this script has git put another commit into the working tree. */
const hasGitCheckout = (run: string): boolean =>
  run.split(/[\n;&|]/).some((command) => {
    const at = command.search(/\bgit\s/)
    return at >= 0 && /\s(checkout|switch|merge|pull|reset|worktree|clone)\b/.test(command.slice(at))
  })

export const isCheckout = ({ uses }: Step): boolean => /^actions\/checkout@/i.test(uses ?? '')

/** True where this step puts the pull request's code into the workspace. */
export function checksOutHead(step: Step): boolean {
  const { uses, run, inputs, texts } = step
  if (uses !== undefined) return ['ref', 'repository'].some((name) => HEAD.test(inputs.get(name) ?? ''))
  if (run === undefined) return false
  return /\bgh\s+pr\s+checkout\b/.test(run) || (hasGitCheckout(run) && texts.some((text) => HEAD.test(text)))
}

export function checkoutOfTheHead({ gates, settings }: Facts): readonly Outcome[] {
  const found = new Map<Workflow, { readonly jobs: Set<Job>; readonly event: string }>()
  for (const { workflow, job, triggers } of gates) {
    const event = TRUSTED_EVENTS.find((name) => triggers.has(name))
    if (event === undefined) continue
    const entry = found.get(workflow) ?? { jobs: new Set(), event }
    entry.jobs.add(job)
    found.set(workflow, entry)
  }
  return [...found].flatMap(([workflow, { jobs, event }]) =>
    workflow.jobs.flatMap((job) => {
      const isGates = jobs.has(job)
      const unset = 'known' in settings.defaultPermissions ? settings.defaultPermissions.known : 'write'
      if (!isGates && isHarmless(job, job.permissions ?? workflow.permissions, unset)) return []
      return job.steps.filter(checksOutHead).map((step): Outcome => {
        const what = `job ${JSON.stringify(job.id)} checks out the head of the pull request under "${event}"`
        return isGates
          ? { level: 'error', message: `${what}, in the gate's own job`, place: step.place }
          : {
              level: 'warning',
              message: `${what}, with a token or with secrets that the pull request's code can take`,
              place: step.place,
            }
      })
    }),
  )
}

/** True where there is nothing to take: no secrets, and no more of a token than a checkout needs. */
function isHarmless(job: Job, permissions: Permissions | undefined, unset: 'read' | 'write'): boolean {
  if (job.texts.some((text) => /\bsecrets\b/.test(text.replaceAll(/secrets\.GITHUB_TOKEN\b/gi, '')))) return false
  if (permissions === undefined) return unset === 'read'
  if (typeof permissions === 'string') return false
  return Object.keys(permissions).every((name) => {
    const level = levelOf(permissions, name)
    return level === 'none' || (level === 'read' && (name === 'contents' || name === 'metadata'))
  })
}

const HEAD_EVENTS = ['pull_request', 'pull_request_review'] as const

export function workspaceSource({ gates }: Facts): readonly Outcome[] {
  return gates.flatMap((gate): readonly Outcome[] => {
    if (inputOf(gate, 'source') !== 'workspace') return []
    const place = gate.step.placeOf('with', 'source')
    const refs = gate.before.filter(isCheckout).map((step) => step.inputs.get('ref') ?? '')
    const event = HEAD_EVENTS.find((name) => gate.triggers.has(name))
    if (event !== undefined && (refs.includes('') || refs.some((ref) => HEAD.test(ref)))) {
      const message = `"source: workspace" under "${event}": the checkout is the pull request's, whose author writes the policy that judges it`
      return [{ level: 'error', message, place }]
    }
    return isOfBase(gate, refs)
      ? [
          {
            level: 'warning',
            message: `"source: workspace" of ${sayGate(gate)} is a checkout of the base branch, which the author of the pull request chooses`,
            place,
          },
        ]
      : []
  })
}

const isOfBase = (gate: ConfiguredGate, refs: readonly string[]): boolean =>
  (gate.triggers.has('pull_request_target') || gate.triggers.has('pull_request')) &&
  refs.some((ref) => /github\.base_ref\b|github\.event\.pull_request\.base\b/.test(ref))

export function actionNotPinned({ gates }: Facts): readonly Outcome[] {
  return gates.flatMap(({ step, local }): readonly Outcome[] => {
    const ref = step.uses?.split('@').at(-1) ?? ''
    if (local || /^[0-9a-f]{40}$/i.test(ref)) return []
    const message = `the action is used at ${JSON.stringify(ref)}, which is not the full SHA of a commit`
    return [{ level: 'warning', message, place: step.placeOf('uses') }]
  })
}
