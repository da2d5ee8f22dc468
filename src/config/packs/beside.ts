import type { Policy } from '../../core/config.js'
import type { Counter } from '../../core/usage.js'
import { parseCounter } from '../../core/usage-config.js'
import { configError, didYouMean } from '../diagnostics.js'
import type { YamlDocument } from '../document.js'
import { resolvePath } from '../paths.js'
import { resolveUrl } from '../policy.js'
import type { RawPolicy } from '../schema.js'
import { resolvePacks } from './index.js'
import type { PackSettings } from './settings.js'

/** What stands beside the policy: packs, who may lift what they say, what is counted, and who switches everything off. */
export function resolveBeside(
  raw: RawPolicy,
  document: YamlDocument,
): Pick<Policy, 'packs' | 'override' | 'usage' | 'killSwitch' | 'agents'> {
  // Each layer has been put into this form: see `compose/layer.ts`.
  const packs = resolvePacks((raw.packs ?? {}) as Readonly<Record<string, PackSettings>>, document)
  const override = resolveOverride(raw, document)
  const usage = Object.entries(raw.usage ?? {}).map(([name, counter]) => resolveCounter(name, counter, document))
  return {
    ...(packs.length > 0 && { packs }),
    ...(override && { override }),
    ...(usage.length > 0 && { usage }),
    ...(raw.kill_switch && {
      killSwitch: { url: resolveUrl(raw.kill_switch.url, document, ['policy', 'kill_switch', 'url']) },
    }),
    ...(raw.agents !== undefined && { agents: resolvePath(raw.agents, document, ['policy', 'agents']) }),
  }
}

function resolveOverride({ override, roles = {} }: RawPolicy, document: YamlDocument): readonly string[] | undefined {
  const known = Object.keys(roles)
  const stranger = override?.roles.find((role) => !known.includes(role))
  if (stranger === undefined) return override?.roles
  const hint = didYouMean(stranger, known) || '; define it under "policy.roles"'
  const message = `"policy.override.roles" names the role ${JSON.stringify(stranger)}, which is not defined${hint}`
  throw configError(document, 'ERR_CONFIG_ROLE', ['policy', 'override', 'roles'], message)
}

function resolveCounter(name: string, raw: unknown, document: YamlDocument): Counter {
  const found = parseCounter(name, raw)
  if ('counter' in found) return found.counter
  const path = ['policy', 'usage', name, ...found.at]
  const hint = found.meant ? didYouMean(found.meant.word, found.meant.known) : ''
  throw configError(document, 'ERR_CONFIG_SCHEMA', path, `"${path.join('.')}" ${found.wrong}${hint}`)
}
