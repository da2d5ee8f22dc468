import { isObject, own } from '../../core/json.js'
import type { Path, YamlDocument } from '../document.js'
import type { PackSettings } from '../packs/settings.js'
import type { RawPolicy, RawServers, RawStepPolicy } from '../schema.js'
import type { Layer } from './layer.js'

/** A step as far as its files have been put together. */
export type CompositeStep = Readonly<Record<string, unknown>> & { readonly policy?: RawStepPolicy | undefined }

/** Layers one above the other, the last on top. */
export type Composite = {
  readonly policy?: RawPolicy | undefined
  readonly steps: Readonly<Record<string, CompositeStep>>
  readonly servers?: RawServers | undefined
  readonly layers: readonly Layer[]
}

export const NOTHING: Composite = { steps: {}, layers: [] }

/** The same with this layer on top. Nothing is refused here: see `tighten.ts`. */
export function lay(base: Composite, layer: Layer): Composite {
  const policy = base.policy && layer.policy ? mergePolicy(base.policy, layer.policy) : (layer.policy ?? base.policy)
  const added = Object.entries(layer.steps).map(([id, step]): [string, CompositeStep] => {
    const below = Object.hasOwn(base.steps, id) ? base.steps[id] : undefined
    return [id, below ? mergeStep(below, step) : step]
  })
  return {
    ...(policy && { policy }),
    // An id that is there already keeps its place.
    steps: Object.fromEntries([...Object.entries(base.steps), ...added]),
    ...((base.servers || layer.servers) && {
      servers: mergeMappings(base.servers ?? {}, layer.servers ?? {}) as RawServers,
    }),
    layers: [...base.layers, layer],
  }
}

function mergePolicy(base: RawPolicy, top: RawPolicy): RawPolicy {
  const mask = [...(base.audit?.mask ?? []), ...(top.audit?.mask ?? [])]
  const texts = mask.map((rule) => JSON.stringify(rule))
  return {
    ...base,
    ...top,
    ...((base.roles || top.roles) && { roles: { ...base.roles, ...top.roles } }),
    ...((base.packs || top.packs) && { packs: mergePacks(base.packs, top.packs) }),
    ...((base.usage || top.usage) && { usage: { ...base.usage, ...top.usage } }),
    ...((base.audit || top.audit) && {
      audit: {
        ...base.audit,
        ...top.audit,
        ...(mask.length > 0 && { mask: mask.filter((_, i) => texts.indexOf(texts[i] ?? '') === i) }),
      },
    }),
  }
}

type Packs = Readonly<Record<string, PackSettings>>

// Each layer has them by name: see `layer.ts`.
function mergePacks(base: RawPolicy['packs'] = {}, top: RawPolicy['packs'] = {}): NonNullable<RawPolicy['packs']> {
  const [below, above] = [base as Packs, top as Packs]
  const merged = Object.entries(above).map(([name, settings]): [string, PackSettings] => {
    const known = Object.hasOwn(below, name) ? below[name] : undefined
    const rules = { ...known?.rules, ...settings.rules }
    return [name, { ...known, ...settings, ...(Object.keys(rules).length > 0 && { rules }) }]
  })
  return { ...below, ...Object.fromEntries(merged) } as NonNullable<RawPolicy['packs']>
}

function mergeStep(base: CompositeStep, top: CompositeStep): CompositeStep {
  const { policy: below, ...rest } = base
  const { policy: above, ...more } = top
  const policy = below && above ? mergeStepPolicy(below, above) : (above ?? below)
  return { ...mergeMappings(rest, more), ...(policy && { policy }) }
}

function mergeStepPolicy(base: RawStepPolicy, top: RawStepPolicy): RawStepPolicy {
  return {
    ...base,
    ...top,
    ...((base.deny || top.deny) && { deny: [...new Set([...(base.deny ?? []), ...(top.deny ?? [])])] }),
    ...((base.approvals || top.approvals) && { approvals: { ...base.approvals, ...top.approvals } }),
  }
}

type Mapping = Readonly<Record<string, unknown>>

// `fromEntries` makes own properties of all keys, `__proto__` too.
const mergeMappings = (base: Mapping, top: Mapping): Mapping =>
  Object.fromEntries([
    ...Object.entries(base),
    ...Object.entries(top).map(([key, value]): [string, unknown] => {
      const below = own(base, key)
      return [key, isObject(below) && isObject(value) ? mergeMappings(below, value) : value]
    }),
  ])

/** The uppermost layer that writes this path, or else what is nearest around it; undefined where there are no layers. */
export function originOf({ layers }: Pick<Composite, 'layers'>, path: Path): Layer | undefined {
  let found: { readonly layer: Layer; readonly depth: number } | undefined
  for (const layer of layers) {
    const depth = depthOf(layer.document.value, layer.at(path)) - layer.at([]).length
    if (!found || depth >= found.depth) found = { layer, depth }
  }
  return found?.layer
}

/** True where this layer has this path, as it is written there. */
export const writes = ({ document, at }: Layer, path: Path): boolean =>
  depthOf(document.value, at(path)) === at(path).length

function depthOf(root: unknown, path: Path): number {
  let value = root
  for (const [depth, step] of path.entries()) {
    const next: unknown = Array.isArray(value) ? value[Number(step)] : own(value, String(step))
    if (next === undefined) return depth
    value = next
  }
  return path.length
}

/** These layers as one document: a place in it is the place in the file that has it. */
export function asDocument(composite: Composite, root: YamlDocument): YamlDocument {
  const at = (path: Path): readonly [YamlDocument, Path] => {
    const layer = originOf(composite, path)
    return layer ? [layer.document, layer.at(path)] : [root, path]
  }
  return {
    path: root.path,
    value: { policy: composite.policy, steps: composite.steps, ai_mcp_servers: composite.servers },
    // Paths have been placed file by file.
    folder: '.',
    locate: (path, part) => {
      const [document, where] = at(path)
      return document.locate(where, part)
    },
    elsewhere: (path, part) => {
      const [document, where] = at(path)
      return document.elsewhere?.(where, part)
    },
  }
}
