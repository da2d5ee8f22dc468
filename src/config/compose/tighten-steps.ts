import type { RawStepPolicy } from '../schema.js'
import type { Loosening, Pair } from './tighten.js'

/** A step of the parent that more people may run than before, or that other rules judge. What it denies is never lost. */
export function loosensStep({ parent, whole }: Pair): Loosening | undefined {
  for (const [id, { policy: before = {} }] of Object.entries(parent.steps)) {
    const after = whole.steps[id]?.policy ?? {}
    const found = loosensRequire(before, after) ?? loosensRule(before, after) ?? loosensApprovals(before, after)
    if (found) return { ...found, path: ['steps', id, 'policy', ...found.path] }
  }
  return undefined
}

function loosensRequire(before: RawStepPolicy, after: RawStepPolicy): Loosening | undefined {
  if (before.require === undefined) return undefined
  const known = [before.require].flat()
  const added = [after.require ?? []].flat().find((role) => !known.includes(role))
  return added === undefined
    ? undefined
    : {
        path: ['require'],
        rule: `one of ${known.join(', ')} is needed, of which ${JSON.stringify(added)} is none`,
        wayOut: 'name only roles among them',
      }
}

function loosensRule(before: RawStepPolicy, after: RawStepPolicy): Loosening | undefined {
  const entrypoint = (rule: string | undefined) => rule?.replace(/^visor\//, '')
  if (entrypoint(before.rule) === entrypoint(after.rule)) return undefined
  const rule =
    before.rule === undefined ? 'no rule of its own judges the step' : `the rule ${before.rule} judges the step`
  return { path: ['rule'], rule: `${rule}, and that stays so`, wayOut: 'leave it out' }
}

function loosensApprovals(before: RawStepPolicy, after: RawStepPolicy): Loosening | undefined {
  if (!before.approvals) return undefined
  const [{ count = 1, ...lists }, next] = [before.approvals, after.approvals ?? {}]
  if ((next.count ?? 1) < count)
    return {
      path: ['approvals', 'count'],
      rule: `${count} people have to approve, and not fewer`,
      wayOut: 'write no smaller number',
    }
  for (const list of ['roles', 'teams', 'users'] as const) {
    const plain = (name: string) => (list === 'users' ? name.toLowerCase() : name)
    const known = new Set((lists[list] ?? []).map(plain))
    const added = next[list]?.find((name) => !known.has(plain(name)))
    if (added !== undefined)
      return {
        path: ['approvals', list],
        rule: `"${list}" does not let ${JSON.stringify(added)} approve`,
        wayOut: 'name only some of those who may',
      }
  }
  return undefined
}
