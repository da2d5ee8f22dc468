import { posix } from 'node:path'
import { type AgentProfile, isAgentName } from '../../core/agent.js'
import { ConfigError, type ErrorFacts } from '../../core/errors.js'
import type { Source, SourceFile } from '../../core/source.js'
import { readNamed } from '../named.js'
import { type Names, parseAgent } from './profile.js'

export { isAgentName } from '../../core/agent.js'

/** At most this many bytes make a profile: the rest of the file is what the agent is told, and not read here. */
export const MAX_AGENT_BYTES = 256 * 1024

export type Agents = {
  readonly agents: ReadonlyMap<string, AgentProfile>
  /** What was read, in the order of the names. */
  readonly files: readonly SourceFile[]
}

type Options = Names & {
  /** Where the config names this agent: what an agent without a profile is an error of. */
  readonly namedAt?: (name: string) => Pick<ErrorFacts, 'path' | 'line' | 'column'>
}

/** Where the profile of this agent is, from the repository's root. */
export const agentPath = (folder: string, name: string): string => posix.join(folder, name, 'agent.md')

/** The profiles of these agents, from this source alone; throws ConfigError for the first, in this order, that has none or a wrong one. */
export async function readAgents(
  source: Source,
  folder: string,
  names: readonly string[],
  options: Options = {},
): Promise<Agents> {
  const wanted = [...new Set(names)]
  for (const name of wanted) refuseOddName(name, options)
  const found = await Promise.allSettled(wanted.map((name) => readFile(source, folder, name, options)))
  const agents = new Map<string, AgentProfile>()
  const files: SourceFile[] = []
  for (const [i, name] of wanted.entries()) {
    const read = found[i]
    if (read?.status !== 'fulfilled') throw read?.reason
    files.push(read.value)
    agents.set(name, parseAgent(read.value, name, options))
  }
  return { agents, files }
}

function refuseOddName(name: string, { namedAt }: Options): void {
  if (isAgentName(name)) return
  const message = `${JSON.stringify(name)} is no name of an agent: it has to be 1 to 64 letters, digits, "-" and "_", and begin with a letter or a digit`
  throw new ConfigError('ERR_AGENT_NAME', message, namedAt?.(name))
}

async function readFile(source: Source, folder: string, name: string, { namedAt }: Options): Promise<SourceFile> {
  const path = agentPath(folder, name)
  const file = await readNamed(source, path, MAX_AGENT_BYTES, (code, why, cause) =>
    code === 'ERR_SOURCE_SIZE'
      ? tooLarge(path, cause)
      : new ConfigError(code, `"agent: ${name}" ${why}`, { ...(namedAt?.(name) ?? { path }), cause }),
  )
  if (!file) {
    const message = `the agent ${JSON.stringify(name)} has no profile: there is no ${JSON.stringify(path)} in ${source.describe()}`
    throw new ConfigError('ERR_AGENT_MISSING', message, namedAt?.(name) ?? { path })
  }
  if (file.bytes.length > MAX_AGENT_BYTES) throw tooLarge(path)
  return file
}

const tooLarge = (path: string, cause?: unknown): ConfigError =>
  new ConfigError(
    'ERR_AGENT_SIZE',
    `${JSON.stringify(path)} is larger than ${MAX_AGENT_BYTES / 1024} KiB, and is not read`,
    {
      path,
      line: 1,
      column: 1,
      ...(cause !== undefined && { cause }),
    },
  )
