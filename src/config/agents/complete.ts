import type { Config, Step } from '../../core/config.js'
import { ConfigError } from '../../core/errors.js'
import { own } from '../../core/json.js'
import type { Source, SourceFile } from '../../core/source.js'
import { didYouMean } from '../diagnostics.js'
import { readAgents } from './index.js'

const FOLDER = 'agents'
const PACK = 'capabilities'

/**
 * The same config with the profiles of the agents that its steps name, where the pack that reads them is on; throws ConfigError for
 * a profile that is missing or wrong, and for a capability that nobody knows.
 */
export async function completeAgents(
  config: Config,
  source: Source,
): Promise<{ readonly config: Config; readonly files: readonly SourceFile[] }> {
  const pack = config.policy.packs?.find(({ name }) => name === PACK)
  if (!pack) return { config, files: [] }
  const listed = own(pack.parameters, 'known')
  const known = Array.isArray(listed) && listed.length > 0 ? (listed as readonly string[]) : undefined
  if (known) for (const step of config.steps) refuseUnknown(step, known, config.path)
  const naming = new Map(
    config.steps.flatMap((step) => (step.facets?.agent === undefined ? [] : [[step.facets.agent, step] as const])),
  )
  const { agents, files } = await readAgents(source, config.policy.agents ?? FOLDER, [...naming.keys()], {
    ...(known && { known }),
    roles: config.policy.roles.map(({ name }) => name),
    namedAt: (name) => ({ path: config.path, ...naming.get(name)?.position }),
  })
  return { config: { ...config, agents }, files }
}

function refuseUnknown({ id, facets, position }: Step, known: readonly string[], path: string): void {
  const stranger = facets?.capabilities?.find((name) => !known.includes(name))
  if (stranger === undefined) return
  const hint = didYouMean(stranger, known) || `; known ones are ${known.join(', ')}`
  const message = `step ${JSON.stringify(id)} needs the capability ${JSON.stringify(stranger)}, which nobody knows${hint}`
  throw new ConfigError('ERR_CONFIG_CAPABILITY', message, { path, ...position })
}
