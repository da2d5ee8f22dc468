import { describeLoss, type ResolvedCapabilities, SWITCHES } from '../../core/capabilities.js'
import type { Ruling } from '../../core/enforcement.js'
import type { StepReport, ToolReport } from '../../core/steps.js'

/** What is asked about: a step, a tool that it may call, or what its AI may do. */
export type Asked = {
  readonly step: string
  /** `server/method` */
  readonly tool?: string
  readonly capabilities?: true
}

/** Which body of which rule has decided. */
export type DecidingRule = { readonly name: string; readonly file: string; readonly line: number }

/** What becomes of it on one side. */
export type Verdict = {
  /** `pass`, `warn`, `pending`, `block`, `not-evaluated`, or what is left of the capabilities. */
  readonly outcome: string
  readonly reason?: string
  readonly code?: string
  readonly left?: ResolvedCapabilities
  readonly rule?: DecidingRule
}

export type Direction = 'loosened' | 'tightened' | 'changed' | 'reason'

/** One thing that both sides do not answer alike, and for whom. */
export type Change = Asked & {
  readonly direction: Direction
  readonly source: 'people' | 'events' | 'log'
  readonly who: readonly string[]
  /** How often it would have happened, in a log or in events. */
  readonly count: number
  /** The decision_id of the first of them. */
  readonly example?: string
  readonly before: Verdict
  readonly after: Verdict
}

/** Everything that a step's report says, each with the name of what was asked. */
export function verdictsOf(step: StepReport): readonly (readonly [Asked, Verdict])[] {
  const { id, tools, capabilities } = step
  return [
    [{ step: id }, verdictOf(step)],
    ...tools.map((tool) => [{ step: id, tool: `${tool.server}/${tool.method}` }, verdictOf(tool)] as const),
    ...(capabilities
      ? [
          [
            { step: id, capabilities: true },
            { ...verdictOf(capabilities.ruling), ...sayLeft(capabilities.left) },
          ] as const,
        ]
      : []),
  ]
}

export const verdictOf = ({
  outcome,
  reason,
  errorCode,
}: Pick<Ruling, 'reason' | 'errorCode'> & Pick<ToolReport, 'outcome'>): Verdict => ({
  outcome,
  ...(reason !== undefined && { reason }),
  ...(errorCode !== undefined && { code: errorCode }),
})

export function sayLeft(left: ResolvedCapabilities): Pick<Verdict, 'outcome' | 'left'> {
  const may = SWITCHES.filter((key) => left[key])
  const { allowedTools } = left
  const tools =
    allowedTools === undefined
      ? 'all tools'
      : allowedTools.length === 0
        ? 'no tools'
        : `tools ${allowedTools.join(', ')}`
  return { outcome: [...may, tools].join(', '), left }
}

// How far something goes: what nobody was asked about is stopped by nobody here.
const RANK: Readonly<Record<string, number>> = { block: 0, pending: 1, warn: 2, pass: 2, 'not-evaluated': 2 }

/** How these differ; undefined where they do not. */
export function compareVerdicts(before: Verdict, after: Verdict): Direction | undefined {
  if (before.left && after.left) {
    if (describeLoss(after.left, before.left) !== undefined) return 'loosened'
    if (describeLoss(before.left, after.left) !== undefined) return 'tightened'
  } else if (before.outcome !== after.outcome) {
    const way = (RANK[after.outcome] ?? 0) - (RANK[before.outcome] ?? 0)
    return way > 0 ? 'loosened' : way < 0 ? 'tightened' : 'changed'
  }
  return before.reason !== after.reason || before.code !== after.code ? 'reason' : undefined
}

export const keyOf = ({ step, tool, capabilities }: Asked): string =>
  JSON.stringify([step, tool ?? '', capabilities ?? false])

const ORDER: readonly Direction[] = ['loosened', 'tightened', 'changed', 'reason']

/** The same changes with those together that differ in nobody but who; what opens comes first. */
export function groupChanges(changes: readonly Change[]): readonly Change[] {
  const groups = new Map<string, Change>()
  for (const change of changes) {
    const { source, before, after } = change
    const said = [before.outcome, before.reason, before.code, after.outcome, after.reason, after.code]
    const key = JSON.stringify([source, keyOf(change), ...said])
    const found = groups.get(key)
    if (!found) groups.set(key, change)
    else
      groups.set(key, {
        ...found,
        who: [...new Set([...found.who, ...change.who])],
        count: found.count + change.count,
      })
  }
  return [...groups.values()].sort((a, b) => ORDER.indexOf(a.direction) - ORDER.indexOf(b.direction))
}
