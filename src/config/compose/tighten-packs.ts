import { LEVELS } from '../../core/packs.js'
import { levelIn, PACKS } from '../packs/index.js'
import { levelOf, type PackSettings } from '../packs/settings.js'
import type { RawPolicy } from '../schema.js'
import type { Loosening, Pair } from './tighten.js'

const LEAVE_OUT = 'leave it out, or repeat it'

/** A pack of the parent that says less than before, or whose no somebody else may lift; or something that they count or ask. */
export function loosensPacks({ below, above }: Pair): Loosening | undefined {
  for (const [name, before] of Object.entries(settingsOf(below))) {
    const found = loosensPack(name, before, settingsOf(above)[name] ?? {})
    if (found) return { ...found, path: ['policy', 'packs', name, ...found.path] }
  }
  return loosensOverride(below, above) ?? changesSource(below, above)
}

const settingsOf = ({ packs = {} }: RawPolicy) => packs as Readonly<Record<string, PackSettings>>

function loosensPack(name: string, before: PackSettings, after: PackSettings): Loosening | undefined {
  if (before.parameters !== undefined && !isSame(before.parameters, after.parameters))
    return { path: ['parameters'], rule: 'its parameters decide, and no others', wayOut: LEAVE_OUT }
  if (before.parameters === undefined && after.parameters !== undefined)
    return {
      path: ['parameters'],
      rule: 'it has no parameters but those that the pack ships with',
      wayOut: 'leave it out',
    }
  const pack = PACKS.get(name)
  const rank = (settings: PackSettings, rule: string) =>
    LEVELS.indexOf(pack ? levelIn(pack, settings, rule) : levelOf(settings.rules?.[rule] ?? settings.level ?? 'hard'))
  for (const rule of Object.keys(pack?.rules ?? {})) {
    if (rank(after, rule) >= rank(before, rule)) continue
    const isOwn = after.rules?.[rule] !== undefined
    return {
      path: isOwn ? ['rules', rule] : ['level'],
      rule: `the level of its rule ${rule} is ${LEVELS[rank(before, rule)]}, and goes towards hard only`,
      wayOut: 'leave it out, or write a stricter level',
    }
  }
  return undefined
}

function loosensOverride(below: RawPolicy, above: RawPolicy): Loosening | undefined {
  // A soft no may come from the rules as well.
  if (below.packs === undefined && below.override === undefined && below.rules === undefined) return undefined
  const known = below.override?.roles ?? []
  const added = above.override?.roles.find((role) => !known.includes(role))
  return added === undefined
    ? undefined
    : {
        path: ['policy', 'override', 'roles'],
        rule: `${known.length === 0 ? 'nobody' : known.join(', ')} may lift what its packs say, and not ${JSON.stringify(added)}`,
        wayOut: 'name only some of those who may',
      }
}

function changesSource(below: RawPolicy, above: RawPolicy): Loosening | undefined {
  const counter = Object.entries(below.usage ?? {}).find(([name, one]) => !isSame(one, above.usage?.[name]))
  if (counter) return { path: ['policy', 'usage', counter[0]], rule: 'its rules count this way', wayOut: LEAVE_OUT }
  if (below.kill_switch && below.kill_switch.url !== above.kill_switch?.url)
    return { path: ['policy', 'kill_switch', 'url'], rule: 'its kill switch is asked', wayOut: LEAVE_OUT }
  if ((below.agents !== undefined || below.packs !== undefined) && below.agents !== above.agents)
    return { path: ['policy', 'agents'], rule: 'its agents are described there', wayOut: LEAVE_OUT }
  return undefined
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
