import type { JsonObject } from '../../core/json.js'
import type { Pack, PackDescription } from '../../core/packs.js'

/** What a config makes of a pack. */
export type On = Pick<Pack, 'rules' | 'parameters'>

/** A pack as `schemas/cli/packs.schema.json` describes it. */
export function describePack(pack: PackDescription, on: On | undefined): JsonObject {
  const { name, title, description, scopes, reads, level, rules, parameters } = pack
  return {
    name,
    title,
    description,
    scopes: [...scopes],
    reads: [...reads],
    on: on !== undefined,
    rules: Object.entries(rules).map(([rule, { description: about, severity, level: own }]) => ({
      rule,
      description: about,
      severity,
      level: on?.rules.get(rule)?.level ?? own ?? level,
    })),
    parameters,
  }
}
