import type { Notice } from './config.js'
import type { Outcome } from './enforcement.js'
import type { ChangedFile } from './facts.js'
import type { StepReport } from './steps.js'

/** What becomes of one step before and after a change of the policy; left out where the step is not there. */
export type StepChange = {
  readonly id: string
  readonly before?: Verdict
  readonly after?: Verdict
}
type Verdict = { readonly outcome: Outcome; readonly reason?: string }

/** What the changed policy would decide about this very pull request, or why nobody can tell. */
export type Preview =
  | { readonly kind: 'steps'; readonly steps: readonly StepChange[] }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }

/** The pull request changes what judges it. It is judged by what was there before. */
export type PolicyChange = { readonly paths: readonly string[]; readonly preview?: Preview }

const MAX_PATHS = 20

/** The notice that a pull request changes what judges it, and by what it is judged instead. */
export function sayPolicyChange({ paths }: PolicyChange, by: string): Notice {
  const more = paths.length > MAX_PATHS ? ` and ${paths.length - MAX_PATHS} more` : ''
  const message = `policy_changed: this pull request changes ${paths.slice(0, MAX_PATHS).join(', ')}${more}; ${by}`
  return { level: 'notice', message }
}

/** What a run is judged by. A folder stands for the Rego files below it. */
export type Governing = {
  readonly files: readonly string[]
  readonly folders: readonly string[]
  readonly anyWorkflow: boolean
}

/** The paths among these files, old names too, that judge the run; sorted. */
export function findPolicyChanges(files: readonly ChangedFile[], governing: Governing): readonly string[] {
  const paths = new Set(files.flatMap(({ path, previousPath }) => (previousPath ? [path, previousPath] : [path])))
  const isRego = (path: string) => path.endsWith('.rego') && !path.endsWith('_test.rego')
  const governs = (path: string) =>
    governing.files.includes(path) ||
    (governing.anyWorkflow && path.startsWith('.github/workflows/')) ||
    (isRego(path) && governing.folders.some((folder) => folder === '.' || path.startsWith(`${folder}/`)))
  return [...paths].filter(governs).sort()
}

/** Every step of either, with what becomes of it before and after. */
export function compareSteps(before: readonly StepReport[], after: readonly StepReport[]): Preview {
  const verdicts = (steps: readonly StepReport[]) =>
    new Map(steps.map(({ id, outcome, reason }) => [id, { outcome, ...(reason !== undefined && { reason }) }]))
  const [old, next] = [verdicts(before), verdicts(after)]
  const ids = [...new Set([...old.keys(), ...next.keys()])]
  return {
    kind: 'steps',
    steps: ids.map((id): StepChange => {
      const [was, willBe] = [old.get(id), next.get(id)]
      return { id, ...(was && { before: was }), ...(willBe && { after: willBe }) }
    }),
  }
}
