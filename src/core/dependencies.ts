import type { Step } from './config.js'

type Node = Pick<Step, 'id' | 'dependsOn'>

/** The steps with everything they depend on before them; those left over are in a cycle, or behind one. */
export function orderSteps<T extends Node>(
  steps: readonly T[],
): { readonly ordered: readonly T[]; readonly cyclic: readonly T[] } {
  const waiting = new Map(steps.map((step) => [step.id, new Set(step.dependsOn.flat()).size]))
  const dependents = new Map<string, T[]>()
  for (const step of steps) {
    for (const id of new Set(step.dependsOn.flat())) {
      const list = dependents.get(id)
      if (list) list.push(step)
      else dependents.set(id, [step])
    }
  }
  const ordered = steps.filter((step) => waiting.get(step.id) === 0)
  for (let next = 0; next < ordered.length; next++) {
    for (const dependent of dependents.get((ordered[next] as T).id) ?? []) {
      const left = (waiting.get(dependent.id) ?? 0) - 1
      waiting.set(dependent.id, left)
      if (left === 0) ordered.push(dependent)
    }
  }
  return { ordered, cyclic: steps.filter((step) => (waiting.get(step.id) ?? 0) > 0) }
}

/** These steps and all that they depend on, in the config's order. */
export function withDependencies<T extends Node>(steps: readonly T[], chosen: ReadonlySet<string>): readonly T[] {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const wanted = new Set(chosen)
  for (const id of wanted) for (const needed of byId.get(id)?.dependsOn.flat() ?? []) wanted.add(needed)
  return steps.filter((step) => wanted.has(step.id))
}
