import type { Config, Notice, Policy, Position } from '../core/config.js'
import { isObject, own } from '../core/json.js'
import type { SourceFile } from '../core/source.js'
import { readLayers } from './compose/layer.js'
import { asDocument, type Composite, lay, NOTHING } from './compose/merge.js'
import { configError } from './diagnostics.js'
import { type Path, parseYaml, type YamlDocument } from './document.js'
import { noticeAt } from './migrate.js'
import { adviseCounters } from './packs/counters.js'
import { type Merged, resolvePolicy } from './policy.js'
import { parseSteps } from './steps.js'
import { validateDocument, validateValue } from './validate.js'

/** The config in this file, which extends no other; throws a ConfigError that names line and column. */
export function parseConfig(file: SourceFile): Config {
  return validateConfig(parseYaml(file))
}

/** The config in this document, which extends no other; throws ConfigError. See `compose/` for those that do. */
export function validateConfig(document: YamlDocument): Config {
  const raw = validateDocument(document, 'config')
  const parent = (['extends', 'include'] as const).find((key) => raw[key] !== undefined)
  if (parent !== undefined)
    throw configError(document, 'ERR_CONFIG_EXTENDS', [parent], `"${parent}" is not followed here`, 'key')
  const { body, notices } = readLayers(raw, document)
  const composite = lay(NOTHING, body)
  const about = { files: [document.path], addresses: [], notices }
  return resolveConfig(composite, body.key, asDocument(composite, document), about)
}

/** The ids of the steps of a file that may otherwise be wrong: so that a failed run can say no to each of them. */
export function recoverSteps(document: YamlDocument, profile = ''): readonly (Position & { readonly id: string })[] {
  const layers: readonly Path[] = [[], ...(profile === '' ? [] : [['profiles', profile]])]
  const found = layers.flatMap((above) => {
    const layer = above.reduce<unknown>((value, step) => own(value, String(step)), document.value)
    const key = isObject(own(layer, 'steps')) ? 'steps' : 'checks'
    const steps = own(layer, key)
    if (!isObject(steps)) return []
    return Object.keys(steps).map((id) => ({ id, ...document.locate([...above, key, id], 'key') }))
  })
  // A profile names again what it tightens: the first place is the step's own.
  return [...new Map(found.toReversed().map((step) => [step.id, step])).values()].toReversed()
}

/** What is known of a config besides what its files say together. */
export type About = Pick<Config, 'files' | 'addresses' | 'profile' | 'notices'>

/** The config that these layers are; throws ConfigError where they make no sense together. */
export function resolveConfig(
  composite: Composite,
  key: 'steps' | 'checks',
  document: YamlDocument,
  about: About,
): Config {
  const raw = readWhole(composite, document)
  const notices = [...about.notices]
  const policy = resolvePolicy(raw, key, document, notices)
  const steps = parseSteps(raw, key, policy.roles, document, policy.packs !== undefined, (path, why) => {
    // Rules of the config's own may read it; where there are none, it is another tool's.
    if (policy.rules.length === 0) return
    notices.push(noticeAt(document, path, 'warning', `${why}; it is left out of what the rules are asked`))
  })
  if (steps.length === 0)
    notices.push({
      level: 'warning',
      message: 'the config has no steps: there is nothing to gate',
      path: document.path,
    })
  notices.push(...adviseScopes(policy, steps, key, document), ...adviseCounters(policy.usage ?? [], steps, document))
  return { path: document.path, ...about, policy, steps, notices }
}

// What was put together is read again: that each part of it was right does not make the whole so.
function readWhole({ layers, policy, steps, servers }: Composite, document: YamlDocument): Merged {
  const [only, another] = layers
  if (only && !another) return only
  const whole = validateValue(
    { ...(policy && { policy }), steps, ...(servers && { ai_mcp_servers: servers }) },
    document,
    'parent',
  )
  return { policy: whole.policy, steps: whole.steps ?? {}, servers: whole.ai_mcp_servers }
}

const MAX_TOLD = 10

function adviseScopes(policy: Policy, steps: Config['steps'], key: string, document: YamlDocument): readonly Notice[] {
  if (policy.engine === 'disabled' || policy.scopes.includes('check.execute')) return []
  return steps
    .filter((step) => step.policy)
    .slice(0, MAX_TOLD)
    .map(({ id, approvals }) => {
      const lost = approvals ? 'it is not asked, and nobody for approvals' : 'it is not asked'
      const message = `step ${JSON.stringify(id)} has a "policy", but "check.execute" is not in "policy.scopes": ${lost}`
      return noticeAt(document, [key, id], 'warning', message)
    })
}
