import { posix } from 'node:path'
import type { Config, Position, Step } from '../../core/config.js'
import { ConfigError } from '../../core/errors.js'
import { own } from '../../core/json.js'
import type { Source, SourceFile } from '../../core/source.js'
import { didYouMean } from '../diagnostics.js'
import { agentPath, MAX_AGENT_BYTES, readAgents } from './index.js'

const FOLDER = 'agents'
const PACK = 'capabilities'

/** What is known of the whole of which this config is, or is a part. */
export type Home = {
  /** The folder of the config itself: a parent that names no folder means the one beside the whole, too. */
  readonly folder: string
  /** Where this step names its agent. */
  readonly placeOf: (step: Step) => Position
}

/**
 * The same config with the profiles of the agents that its steps name; throws ConfigError for a wrong one. Where the pack is on that
 * is about them, it throws for one that is missing, too, and for a capability that nobody knows.
 */
export async function completeAgents(
  config: Config,
  source: Source,
  home: Home = { folder: posix.dirname(config.path), placeOf: ({ position }) => position },
): Promise<{ readonly config: Config; readonly files: readonly SourceFile[] }> {
  const pack = config.policy.packs?.find(({ name }) => name === PACK)
  const folder = config.policy.agents ?? posix.join(home.folder, FOLDER)
  const naming = agentsOf(config)
  const namedAt = (name: string) => {
    const step = naming.get(name)
    return { path: config.path, ...(step && home.placeOf(step)) }
  }
  if (!pack) return completeKnown(config, source, folder, [...naming.keys()], namedAt)
  const listed = own(pack.parameters, 'known')
  const known = Array.isArray(listed) && listed.length > 0 ? (listed as readonly string[]) : undefined
  if (known) for (const step of config.steps) refuseUnknown(step, known, config.path)
  const { agents, files } = await readAgents(source, folder, [...naming.keys()], {
    ...(known && { known }),
    roles: config.policy.roles.map(({ name }) => name),
    namedAt,
  })
  return { config: { ...config, agents }, files }
}

const agentsOf = ({ steps }: Config): ReadonlyMap<string, Step> =>
  new Map(steps.flatMap((step) => (step.facets?.agent === undefined ? [] : [[step.facets.agent, step] as const])))

/** With no pack that is about agents, "agent" may be another tool's key: one without a profile has none, and rules see that. */
async function completeKnown(
  config: Config,
  source: Source,
  folder: string,
  names: readonly string[],
  namedAt: (name: string) => Position | { readonly path: string },
): Promise<{ readonly config: Config; readonly files: readonly SourceFile[] }> {
  if (names.length === 0) return { config, files: [] }
  const once = readOnce(source)
  const isThere = await Promise.all(
    names.map((name) =>
      once.read(agentPath(folder, name), { maxBytes: MAX_AGENT_BYTES }).then(
        (file) => file !== undefined,
        // What is there and cannot be read is no missing one: it is read again, and says so.
        () => true,
      ),
    ),
  )
  const known = names.filter((_, i) => isThere[i])
  const roles = config.policy.roles.map(({ name }) => name)
  const { agents, files } = await readAgents(once, folder, known, { roles, namedAt })
  return { config: { ...config, agents }, files }
}

/** The same source, which reads no file twice. */
function readOnce(source: Source): Source {
  const reads = new Map<string, ReturnType<Source['read']>>()
  return {
    kind: source.kind,
    describe: () => source.describe(),
    list: (path) => source.list(path),
    read: (path, limits) => {
      const read = reads.get(path) ?? source.read(path, limits)
      reads.set(path, read)
      return read
    },
  }
}

function refuseUnknown({ id, facets, position }: Step, known: readonly string[], path: string): void {
  const stranger = facets?.capabilities?.find((name) => !known.includes(name))
  if (stranger === undefined) return
  const hint = didYouMean(stranger, known) || `; known ones are ${known.join(', ')}`
  const message = `step ${JSON.stringify(id)} needs the capability ${JSON.stringify(stranger)}, which nobody knows${hint}`
  throw new ConfigError('ERR_CONFIG_CAPABILITY', message, { path, ...position })
}
