import { restrict } from './capabilities.js'
import type { Outcome, Ruling } from './enforcement.js'
import { tighten } from './modify.js'
import type { StepReport, ToolReport } from './steps.js'

/** One of the subjects of a run: what to call it (nothing where it is the only one), and what became of the steps for it. */
export type Settled = {
  readonly name: string
  /** True for somebody behind a subject that is there for itself: the approvals are the same. */
  readonly isOther?: boolean
  readonly steps: ReadonlyMap<string, StepReport>
}

const ORDER: readonly (Outcome | 'not-evaluated')[] = ['pass', 'warn', 'not-evaluated', 'pending', 'block']

/**
 * What becomes of each step for all subjects together: the strictest outcome of any of them, with its reason and the name of
 * the one that it is of. A step that one subject does not have is nobody's.
 */
export function combineSubjects(subjects: readonly Settled[]): ReadonlyMap<string, StepReport> {
  const [first, ...rest] = subjects
  if (!first) return new Map()
  if (rest.length === 0) return first.steps
  return new Map([...first.steps.keys()].map((id) => [id, combineStep(id, subjects)]))
}

function combineStep(id: string, subjects: readonly Settled[]): StepReport {
  const found = subjects.flatMap(({ name, isOther = false, steps }) => {
    const step = steps.get(id)
    return step ? [{ name, isOther, step }] : []
  })
  const strictest = pick(found, ({ step }) => step.outcome)
  // What a parent of the config has beside, or has not, is no tool of this step.
  const tools = (found[0]?.step.tools ?? []).map((tool) => combineTool(tool, found))
  const own = found[0]?.step.capabilities
  const capabilities = own && (strictest.step.capabilities ?? own)
  const left = found.reduce(
    (all, { step }) => (step.capabilities && all ? restrict(all, step.capabilities.left) : all),
    capabilities?.left,
  )
  const approvals = found.flatMap(({ name, isOther, step }) =>
    isOther ? [] : (step.approvals ?? []).map((one) => (name === '' ? one : { ...one, of: name })),
  )
  return {
    ...strictest.step,
    ...named(strictest.name, strictest.step),
    ...(approvals.length > 0 && { approvals }),
    ...besides(found.map(({ step }) => step)),
    tools,
    ...(capabilities && left && { capabilities: { ...capabilities, left } }),
  }
}

/** What was said for all of them, each once, and the strictest way to run. */
function besides(
  all: readonly (Pick<Ruling, 'reasons' | 'modify'> & Pick<ToolReport, 'outcome'>)[],
): Pick<Ruling, 'reasons' | 'modify'> {
  const reasons = new Map(all.flatMap((one) => one.reasons ?? []).map((reason) => [JSON.stringify(reason), reason]))
  const modify = all.flatMap((one) => one.modify ?? [])
  const mayRun = all.every(({ outcome }) => outcome !== 'block')
  return {
    ...(reasons.size > 0 && { reasons: [...reasons.values()] }),
    ...(modify.length > 0 && mayRun && { modify: modify.reduce(tighten) }),
  }
}

function combineTool(
  tool: ToolReport,
  found: readonly { readonly name: string; readonly step: StepReport }[],
): ToolReport {
  const isIt = ({ server, method }: ToolReport) => server === tool.server && method === tool.method
  const all = found.flatMap(({ name, step }) => {
    const same = step.tools.find(isIt)
    return same ? [{ name, tool: same }] : []
  })
  const strictest = pick(all, (one) => one.tool.outcome)
  return { ...strictest.tool, ...named(strictest.name, strictest.tool), ...besides(all.map((one) => one.tool)) }
}

const pick = <T>(items: readonly T[], outcomeOf: (item: T) => ToolReport['outcome']): T =>
  items.reduce((a, b) => (ORDER.indexOf(outcomeOf(b)) > ORDER.indexOf(outcomeOf(a)) ? b : a))

function named(name: string, { reason, warnings }: Pick<Ruling, 'reason' | 'warnings'>) {
  const of = (text: string) => (name === '' ? text : `${name}: ${text}`)
  return { ...(reason !== undefined && { reason: of(reason) }), warnings: warnings.map(of) }
}
