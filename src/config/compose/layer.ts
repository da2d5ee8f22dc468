import { isAddress } from '../../core/bundle-address.js'
import type { Notice } from '../../core/config.js'
import type { Path, YamlDocument } from '../document.js'
import { resolveSteps, spellOutWarn } from '../migrate.js'
import { readSettings } from '../packs/settings.js'
import { resolvePath } from '../paths.js'
import { isKeyText } from '../policy.js'
import type { RawLayer, RawParent, RawPolicy, RawServers, RawStep } from '../schema.js'
import { adviseNearMisses } from './near-misses.js'

/** What one file, or one profile in it, adds to the config. The paths in its policy are relative to the repository's root. */
export type Layer = {
  readonly document: YamlDocument
  readonly policy?: RawPolicy
  readonly steps: Readonly<Record<string, RawStep>>
  readonly servers?: RawServers | undefined
  readonly key: 'steps' | 'checks'
  /** Where in the document this path of the config would be. */
  readonly at: (path: Path) => Path
}

/** The layers of one file: its own, and one for each of its profiles. */
export type Layers = {
  readonly body: Layer
  readonly profiles: ReadonlyMap<string, Layer>
  readonly notices: readonly Notice[]
}

/** What this file adds; throws ConfigError where a path leads out, or a profile that nobody has chosen could not be one. */
export function readLayers(raw: RawParent, document: YamlDocument): Layers {
  const notices: Notice[] = []
  const body = { ...readLayer(raw, document, [], notices), servers: raw.ai_mcp_servers }
  const profiles = Object.entries(raw.profiles ?? {}).map(([name, profile]): [string, Layer] => [
    name,
    readLayer(profile, document, ['profiles', name], notices),
  ])
  return {
    body,
    profiles: new Map(profiles),
    notices: [...notices, ...[body, ...profiles.map(([, layer]) => layer)].flatMap(adviseNearMisses)],
  }
}

function readLayer(raw: RawLayer, document: YamlDocument, above: Path, notices: Notice[]): Layer {
  const { key, steps } = resolveSteps(raw, document, above, notices)
  const policy = raw.policy && placePolicy(spellOutWarn(raw.policy, document, above), document, [...above, 'policy'])
  return {
    document,
    ...(policy && { policy }),
    steps,
    key,
    at: ([first, ...rest]) =>
      first === undefined ? above : [...above, first === 'steps' || first === 'checks' ? key : first, ...rest],
  }
}

// Each file means its own folder; once they are together nobody knows any more which file a path came from.
function placePolicy(raw: RawPolicy, document: YamlDocument, above: Path): RawPolicy {
  const { rules, data, verify, packs, usage, agents } = raw
  const place = (path: string, ...where: readonly string[]) => `./${resolvePath(path, document, [...above, ...where])}`
  // A log is written by the run, wherever that is: only files of the source are relative to the config.
  const placeFile = (name: string, counter: Readonly<Record<string, unknown>>) =>
    counter.source === 'file' && typeof counter.path === 'string'
      ? { ...counter, path: place(counter.path, 'usage', name, 'path') }
      : counter
  const placeRule = (rule: string) => (isAddress(rule) ? rule : place(rule, 'rules'))
  return {
    ...raw,
    ...(rules !== undefined && { rules: typeof rules === 'string' ? placeRule(rules) : rules.map(placeRule) }),
    ...(data !== undefined && { data: place(data, 'data') }),
    ...(packs && { packs: readSettings(packs, document, above) }),
    ...(usage && {
      usage: Object.fromEntries(Object.entries(usage).map(([name, counter]) => [name, placeFile(name, counter)])),
    }),
    ...(agents !== undefined && { agents: place(agents, 'agents') }),
    ...(verify && { verify: { ...verify, key: isKeyText(verify) ? verify.key : place(verify.key, 'verify', 'key') } }),
  }
}
